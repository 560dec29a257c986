"""Citations found in the wild, as a careful reader takes them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tei.archives import ArchivalReference, find, format_reference, parse, same_file
from tei.archives.script import fold

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "citations.json"
CITATIONS: list[dict[str, Any]] = json.loads(SHARED.read_text(encoding="utf-8"))["citations"] if SHARED.exists() else []
TYPES = {
    "record_group": "record-group", "call_number": "call-number", "frames": "frame", "reel": "reel", "ae": "ae",
    "chast": "chast", "subfond": "subfond", "name": "name",
}  # fmt: skip

pytestmark = pytest.mark.skipif(not CITATIONS, reason="needs ../shared/citations.json")


def by_group(group: str) -> list[Any]:
    return [pytest.param(each, id=each["text"][:40]) for each in CITATIONS if each["group"] == group]


def leaves_of(expected: dict[str, Any]) -> list[tuple[str, str]]:
    given = expected.get("leaves") or expected.get("pages") or []
    return [(fold(first).lstrip("0"), fold(last).lstrip("0")) for first, last in given]


def parsed(text: str) -> ArchivalReference:
    reference = parse(text)
    assert reference is not None
    return reference


@pytest.mark.parametrize("citation", by_group("soviet-russian"))
def test_a_citation_of_the_soviet_kind_is_read_as_stated(citation: dict[str, Any]) -> None:
    reference, expected = parsed(citation["text"]), citation["parsed"]
    for part in ("fond", "opis", "delo", "papka", "subfond", "chast", "name"):
        assert reference.get(part) == (expected.get(part) or "")
    assert list(reference.loci) == leaves_of(expected)
    assert reference.extent == expected.get("extent", "")
    assert reference.image == expected.get("image", "")
    assert fold(reference.cited_as) == fold(expected["archive"] or "")


@pytest.mark.parametrize("citation", by_group("other"))
def test_a_citation_of_another_archive_has_the_stated_parts(citation: dict[str, Any]) -> None:
    reference, expected = parsed(citation["text"]), citation["parsed"]
    assert reference.repository is not None
    for part, value in expected.items():
        type_ = TYPES.get(part, part)
        if part in ("archive", "note", "pages", "leaves", "published", "form", "date", "classification"):
            continue
        values = [given for name, given in reference.parts if name == type_]
        wanted = value if isinstance(value, list) else [value]
        stripped = [each.removeprefix("RG ").removesuffix(". doboz") for each in wanted]
        assert values == stripped, part
    assert list(reference.loci) == leaves_of(expected)
    assert reference.date == expected.get("date", "")
    assert reference.form == expected.get("form", reference.form)
    assert reference.classification == expected.get("classification", reference.classification)


@pytest.mark.parametrize("citation", by_group("soviet-russian") + by_group("other"))
def test_a_citation_is_the_same_when_written_and_read_again(citation: dict[str, Any]) -> None:
    reference = parsed(citation["text"])
    for style in ("wilson", "chicago", "gost"):
        assert parse(format_reference(reference, style)) == reference


@pytest.mark.parametrize("citation", by_group("soviet-russian"))
def test_a_citation_is_found_in_prose_at_its_place(citation: dict[str, Any]) -> None:
    cited = citation["text"].rstrip(" .")
    reference = parsed(cited)
    if not reference.parts:
        return
    before = "The station at Karsk answered the next day; the draft is kept. "
    found = find(f"{before}{cited}. The copy was lost.")
    assert len(found) == 1
    assert found[0].start == len(before)
    assert same_file(found[0].reference, reference) or reference.get("name")
    assert found[0].reference.leaves == reference.leaves
