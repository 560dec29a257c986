"""Links across captures: answers, and what comes before and after, whatever the order and number of runs."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.aside import LOCK_NAME

Call = Callable[..., Any]
TEI = "{http://www.tei-c.org/ns/1.0}"
PAGES = {
    "a": ("Telegram No. 457", "Vetrov to Sabelnikov", "4 January 1938", "The coal is at an end.", "Vetrov"),
    "b": ("Telegram No. 458", "Vetrov to Sabelnikov", "5 January 1938", "The bread as well.", "Vetrov"),
    "c": ("Telegram", "Sabelnikov to Vetrov", "7 January 1938", "Your 457 and 458 received. Wait.", "Sabelnikov"),
    "d": ("Telegram", "Vetrov to Sabelnikov", "9 January 1938", "I received your telegram dated 7 January.", "Vetrov"),
    "e": ("Telegram", "Sabelnikov to Vetrov", "12 January 1938", "Your telegram of 10 January is late.", "Sabelnikov"),
}
A, B, C, D, E = (
    "t1938-01-04-vetrov-sabelnikov",
    "t1938-01-05-vetrov-sabelnikov",
    "t1938-01-07-sabelnikov-vetrov",
    "t1938-01-09-vetrov-sabelnikov",
    "t1938-01-12-sabelnikov-vetrov",
)


@pytest.fixture
def letters(karsk: Path) -> Path:
    folder = karsk / "letters"
    folder.mkdir()
    for name, (kind, parties, date, text, signed) in PAGES.items():
        head = f"{kind}, {parties}, {date}\n\nKarsk, {date}\n\nComrade {parties.split()[-1]}!"
        page = f"{head}\n\n{text}\n\n{signed}\n\n(AKPI, f. 12, op. 3, d. 47, l. 22)\n"
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return folder


def refs(path: Path) -> list[tuple[str, str]]:
    """Type and target of each reference to another message, without `.xml`."""
    context = etree.parse(path).getroot().iter(f"{TEI}correspContext")
    return [(r.get("type", ""), r.get("target", "").removesuffix(".xml")) for c in context for r in c]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.xml")}


def test_an_exchange_over_many_captures_is_linked(encode: Call, letters: Path, karsk: Path, tei: Call) -> None:
    """A telegram that is not there is kept as a dated reference."""
    out = karsk / "out"
    encode(letters, "-o", out)
    assert refs(out / f"{A}.xml") == [("next", B)]
    assert refs(out / f"{C}.xml") == [("answers", A), ("answers", B), ("prev", B), ("next", D)]
    assert refs(out / f"{D}.xml") == [("answers", C), ("prev", C), ("next", E)]
    assert refs(out / f"{E}.xml") == [("answers", ""), ("prev", D)]
    assert "1938-01-10" in (out / f"{E}.xml").read_text(encoding="utf-8")
    assert tei("validate", out).code == 0


def test_order_and_number_of_runs_make_no_difference(encode: Call, letters: Path, karsk: Path) -> None:
    """All at once, in another order, or one after the other into the same folder: the same bytes."""
    encode(letters, "-o", karsk / "once")
    pages = sorted(letters.glob("*.txt"))
    random.Random(5).shuffle(pages)
    encode(*pages, "-o", karsk / "shuffled")
    for page in pages:
        encode(page, "-o", karsk / "each")
    once = contents(karsk / "once")
    once.pop("authority/candidates.xml", None)
    for folder in ("shuffled", "each"):
        other = contents(karsk / folder)
        other.pop("authority/candidates.xml", None)
        assert other == once
    for folder in ("once", "each"):
        documents = encode(letters, "-o", karsk / folder).json["documents"]
        assert {document["outcome"] for document in documents} == {"unchanged"}


def test_a_new_telegram_changes_the_links_of_its_neighbours_only(encode: Call, letters: Path, karsk: Path) -> None:
    out = karsk / "out"
    late = letters / "c.txt"
    text = late.read_text(encoding="utf-8")
    late.unlink()
    encode(letters, "-o", out)
    before = contents(out)
    assert refs(out / f"{D}.xml") == [("answers", ""), ("prev", B), ("next", E)]
    late.write_text(text, encoding="utf-8")
    ran = encode(late, "-o", out)
    assert {d["id"]: d["outcome"] for d in ran.json["documents"]} == {
        C: "written",
        B: "linked anew",
        D: "linked anew",
    }
    changed = {name for name, data in contents(out).items() if before.get(name) != data}
    assert changed - {"authority/candidates.xml"} == {f"{one}.xml" for one in (B, C, D)}
    assert refs(out / f"{D}.xml") == [("answers", C), ("prev", C), ("next", E)]


def test_a_deleted_telegram_is_linked_to_no_more(encode: Call, letters: Path, karsk: Path) -> None:
    out = karsk / "out"
    encode(letters, "-o", out)
    (letters / "c.txt").unlink()
    (out / f"{C}.xml").unlink()
    encode(letters / "a.txt", "-o", out)
    assert refs(out / f"{D}.xml") == [("answers", ""), ("prev", B), ("next", E)]


@pytest.mark.parametrize("run_again", ["c.txt", "."])
def test_a_link_of_an_edited_file_is_a_proposal_with_the_editors_words(
    run_again: str, encode: Call, letters: Path, karsk: Path
) -> None:
    """Whether or not its own page is encoded in that run; the diff has the link and nothing else."""
    out = karsk / "out"
    late = letters / "c.txt"
    text = late.read_text(encoding="utf-8")
    late.unlink()
    encode(letters, "-o", out)
    mine = out / f"{B}.xml"
    mine.write_text(mine.read_text(encoding="utf-8").replace("The bread", "The biscuit"), encoding="utf-8")
    before = mine.read_bytes()
    late.write_text(text, encoding="utf-8")
    assert "ENC211" in encode(letters / run_again, "-o", out).findings
    assert mine.read_bytes() == before
    diff = (out / "proposals" / f"{B}.diff").read_text(encoding="utf-8").splitlines()
    changed = [line[1:].strip() for line in diff if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line for line in changed if line.startswith("<")] == [
        f'<ref target="{D}.xml" type="next">',
        f'<ref target="{C}.xml" type="next">',
    ]
    assert len(changed) == 4
    proposal = out / "proposals" / f"{B}.xml"
    assert "biscuit" in proposal.read_text(encoding="utf-8")
    proposal.replace(mine)
    ran = encode(letters, "-o", out)
    assert {d["id"]: d["outcome"] for d in ran.json["documents"]}[B] == "kept as edited"
    assert "ENC211" not in ran.findings
    assert "biscuit" in mine.read_text(encoding="utf-8")


def test_an_edited_date_counts_for_the_others(encode: Call, letters: Path, karsk: Path) -> None:
    """A file that its editor has dated anew has its place in the exchange by the new date."""
    out = karsk / "out"
    encode(letters, "-o", out)
    mine = out / f"{B}.xml"
    mine.write_text(mine.read_text(encoding="utf-8").replace("1938-01-05", "1938-01-03"), encoding="utf-8")
    encode(letters, "-o", out)
    assert ("prev", B) in refs(out / f"{A}.xml")
    assert ("prev", A) in refs(out / f"{C}.xml")


def test_a_file_of_other_hands_is_linked_to_and_never_changed(encode: Call, letters: Path, karsk: Path) -> None:
    """Without the lock the files of the folder are foreign ones: they are read all the same."""
    out = karsk / "out"
    encode(letters / "a.txt", letters / "b.txt", "-o", out)
    (out / LOCK_NAME).unlink()
    (out / "broken.xml").write_text("<TEI>", encoding="utf-8")
    before = contents(out)
    encode(letters / "c.txt", "-o", out)
    assert refs(out / f"{C}.xml") == [("answers", A), ("answers", B), ("prev", B)]
    assert {name: data for name, data in contents(out).items() if name in before} == before


def test_two_telegrams_that_fit_are_said_and_none_is_chosen(encode: Call, letters: Path, karsk: Path) -> None:
    twin = (letters / "c.txt").read_text(encoding="utf-8").replace("Wait.", "Do not wait at all for it.")
    (letters / "c2.txt").write_text(twin, encoding="utf-8")
    ran = encode(letters, "-o", karsk / "out")
    doubt = next(found for found in ran.json["findings"] if found["code"] == "ENC401")
    assert f"{C} or {C}-b" in doubt["message"]
    assert ("answers", "") in refs(karsk / "out" / f"{D}.xml")
