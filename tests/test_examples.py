"""The example edition is read as a careful editor reads it: expected.json says what that is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
KARSK = ROOT / "examples" / "karsk"
EXPECTED = {
    name: pages[0]
    for name, pages in json.loads((KARSK / "expected.json").read_text(encoding="utf-8")).items()
    if isinstance(pages, list)
}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

pytestmark = pytest.mark.xdist_group("examples")


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree._Element]:
    """The telegram of each page of the example edition."""
    from edition.commands.encode import EncodeRequest, run_encode

    folder = tmp_path_factory.mktemp("karsk")
    result = run_encode(EncodeRequest((), KARSK / "edition.toml", folder, None, "2026-01-02"))
    made = dict(result.extra)["documents"]()
    return {Path(one["source"]).name: etree.parse(one["path"]).getroot() for one in made if one["kind"] != "context"}


def preferred(tree: etree._Element, element: etree._Element | None) -> str:
    """The preferred name of who is pointed at, else the words as they stand."""
    if element is None:
        return ""
    entry = next((one for one in tree.iter("{*}person", "{*}org") if f"#{one.get(XML_ID)}" == element.get("ref")), None)
    name = element if entry is None else next(one for one in entry if one.get("type") == "preferred")
    return " ".join("".join(name.itertext()).split())


def action(tree: etree._Element, kind: str) -> etree._Element:
    found = tree.find(f".//{{*}}correspDesc[@corresp='#telegram-text']/{{*}}correspAction[@type='{kind}']")
    assert found is not None
    return found


def party(tree: etree._Element, kind: str) -> str:
    return preferred(tree, next(action(tree, kind).iter("{*}persName", "{*}orgName"), None))


def moment(tree: etree._Element, kind: str) -> str:
    """The date, with its time to the minute where the source gives one."""
    date = next(action(tree, kind).iter("{*}date"), None)
    return (date.get("when") or "" if date is not None else "")[:16]


def idno(tree: etree._Element, kind: str) -> str | None:
    return tree.findtext(f".//{{*}}msIdentifier/{{*}}idno[@type='archival']/{{*}}idno[@type='{kind}']")


def test_every_page_of_the_example_gives_the_telegram_that_it_holds(encoded: dict[str, etree._Element]) -> None:
    assert sorted(encoded) == sorted(EXPECTED)


@pytest.mark.parametrize("page", EXPECTED)
def test_sender_and_recipient_are_who_they_were(page: str, encoded: dict[str, etree._Element]) -> None:
    """By their preferred names: cover names resolved by the date."""
    found = party(encoded[page], "sent"), party(encoded[page], "received")
    assert found == (EXPECTED[page]["sender"], EXPECTED[page]["recipient"])


@pytest.mark.parametrize("page", EXPECTED)
def test_the_telegram_is_dated_as_it_was_sent(page: str, encoded: dict[str, etree._Element]) -> None:
    assert moment(encoded[page], "sent") == (EXPECTED[page]["sent"] or "")


@pytest.mark.parametrize("page", EXPECTED)
def test_the_archive_is_read_part_by_part(page: str, encoded: dict[str, etree._Element]) -> None:
    archive: dict[str, Any] = EXPECTED[page]["archive"] or {}
    wanted = {
        kind: value for kind, value in archive.items() if kind in ("fond", "opis", "delo", "papka", "box", "folder")
    }
    assert {kind: idno(encoded[page], kind) for kind in wanted} == wanted


@pytest.mark.parametrize("page", [name for name, one in EXPECTED.items() if one.get("numbered_points") is not None])
def test_numbered_points_are_all_found(page: str, encoded: dict[str, etree._Element]) -> None:
    message = encoded[page].find(".//{*}div[@type='message']")
    assert message is not None
    points = [one for one in message.iter("{*}p", "{*}div") if one.get("n") and one.get("type") in (None, "point")]
    assert len(points) == EXPECTED[page]["numbered_points"]


def test_the_readme_of_the_example_names_every_file() -> None:
    text = (KARSK / "README.md").read_text(encoding="utf-8")
    assert [
        path.name for path in KARSK.iterdir() if path.name not in ("README.md", "output") and path.name not in text
    ] == []
