"""Headers of imported documents: what the edition says of itself, and volumes that say little. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.config import Config
from edition.intake import frus
from edition.intake.frus import taking
from edition.intake.request import Order
from tei.xmlfile import parse_bytes
from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import faults, one, take, texts

BARE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<div type="document" xml:id="d1"><head>Letter From Ambassador Ost</head><p>Sir.</p></div></body></text></TEI>"""


def test_edition_that_names_a_publisher_publishes(tmp_path: Path) -> None:
    config = Config(publisher="Ice Press", place="Karsk", licence="CC BY 4.0", licence_url="https://example.org/by")
    root = take(volumes.WHOLE, tmp_path, config=config).document("d2")
    assert one(root, "//t:publicationStmt/t:publisher") == "Ice Press"
    assert one(root, "//t:licence/@target") == "https://example.org/by"
    assert texts(root, "//t:publicationStmt/t:idno/@type") == ["local", "url"]
    assert texts(root, "//t:bibl[@type='printed']/t:publisher") == ["United States Government Printing Office"]


def test_volume_without_a_header_gives_valid_documents(tmp_path: Path) -> None:
    found = take(BARE, tmp_path)
    (data,) = (data for path, data in found.files.items() if path == "tei/volume-d1.xml")
    assert faults(data) == []
    root = found.document("d1")
    assert one(root, "//t:title[@type='main']") == "Letter, from Ambassador Ost, undated"
    assert one(root, "//t:publisher") == "Foreign Relations of the United States"
    assert one(root, "//t:msName") == "original, place of keeping not stated"
    assert texts(root, "//t:standOff") == []


@pytest.mark.parametrize(
    ("name", "ident"),
    [("volume.xml", "volume-d1"), ("a b.xml", "a-b-d1"), ("12.xml", "frus-12-d1"), ("--.xml", "frus-volume-d1")],
)
def test_volume_without_an_id_is_called_by_its_file(name: str, ident: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(BARE, encoding="utf-8")
    made = [each.path for each in frus.take(Order(path)) if hasattr(each, "path")]
    assert made[0] == f"tei/{ident}.xml"


def test_language_is_that_of_the_volume_else_as_told(tmp_path: Path) -> None:
    said = take(BARE.replace("<TEI ", '<TEI xml:lang="fr" ', 1), tmp_path).document("d1")
    told = take(BARE, tmp_path, lang="de").document("d1")
    assert [one(root, "/t:TEI/@xml:lang") for root in (said, told)] == ["fr", "de"]
    assert one(told, "//t:langUsage/t:language") == "German"


def test_day_of_the_last_change_is_that_of_the_volume(tmp_path: Path) -> None:
    root = take(volumes.WHOLE, tmp_path).document("d2")
    assert one(root, "//t:revisionDesc/t:change/@when") == "2009-06-10"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ('<persName xml:id="p_X1">Ost, Anna</persName>, clerk', "Anna Ost"),
        ('<persName xml:id="p_X1">Ost, Anton, Jr.</persName>', "Anton Ost Jr."),
        ('<persName xml:id="p_X1">Ost III, Anton</persName>', "Anton Ost III"),
        ('<persName xml:id="p_X1">Gustaf V</persName>, King', "Gustaf V"),
        ('<persName xml:id="p_X1">Ost,</persName> clerk', "Ost"),
    ],
)
def test_names_of_persons_are_in_reading_order(item: str, name: str, tmp_path: Path) -> None:
    text = volumes.WHOLE.replace(
        "</list>\n            </div>\n        </front>", f"<item>{item}</item></list></div></front>"
    )
    found = take(text, tmp_path)
    root = parse_bytes(found.files["authority/frus1937-58v02-persons.xml"]).getroot()
    assert texts(root, "//t:person[contains(@xml:id, 'p_X1')]/t:persName[@type='preferred']") == [name]


def test_document_whose_words_would_differ_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = taking.made_words
    monkeypatch.setattr(taking, "made_words", lambda root: honest(root)[:-1])
    found = take(volumes.WHOLE, tmp_path)
    assert found.keys == []
    assert found.codes().count("IMP131") == 3
    assert "the volume has" in next(each.message for each in found.findings if each.rule == "IMP131")
    assert found.files["listed.csv"].decode().count(",not imported,") == 3
