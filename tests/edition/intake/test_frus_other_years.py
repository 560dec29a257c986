"""What single years of the series do in their own way: numbers, markings, days, enclosures. All of it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.intake.frus import brackets
from edition.intake.frus.parties import party_kind, read_heading
from edition.intake.frus.sourcenotes import read_source
from tei.names import TEI_NS
from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import Taken, faults, take, texts

COUNTED = """<div type="document" xml:id="d1" n="1"><note rend="inline" type="source">No. 1.</note>
<head><persName type="from">Mr. Ost</persName> to <persName type="to">Mr. Hale</persName>.</head>
<opener><dateline><placeName>Karsk</placeName>, <date when="1871-03-02">March 2, 1871</date>.</dateline></opener>
<p>Sir: The stove is cold.</p><closer><signed>OST.</signed></closer></div>"""
OVER = """<div type="document" xml:id="d2" n="2"><opener><seg rendition="#left">No. 2.</seg></opener>
<head><persName type="from">Mr. Hale</persName> to <persName type="to">Mr. Ost</persName>.</head>
<opener><seg rendition="#center">[Telegram.]</seg></opener>
<p>Light it.</p><closer><signed>HALE.</signed></closer></div>"""
ENCLOSED = """<div type="document" xml:id="d3" n="3"><note rend="inline" type="source">File No. 859.91/3</note>
<head>The Third Secretary of Embassy in Norland (<persName type="from"
corresp="frus1936v01#p_OA1">Ost</persName>) to the <gloss type="to">Secretary of State</gloss></head>
<p>A stove is enclosed.</p><closer><signed>Ost</signed></closer><pb n="4" facs="0034"/>
<postscript><p rend="center">[Enclosure 1]</p><p>The stove.</p><p rend="center">[Enclosure 2]</p><p>Its pipe.</p>
</postscript></div>"""
MARKED = """<div type="document" xml:id="d4" n="4"><note rend="inline" type="source">859.91/4–1053: Telegram</note>
<head>No. 4<lb/>The Ambassador in Norland (<persName type="from">Lund</persName>) to the
<gloss type="to">Department of State</gloss></head>
<dateline><placeName>Oslo</placeName>, <date when="1953-04-10T19:00:00">April 10, 1953—7 p.m</date>.</dateline>
<p rend="flushleft">Secret<lb/>Priority</p><p>21. Stove is out.</p><closer><signed>Lund</signed></closer></div>"""
DATED = """<div type="document" xml:id="d5" n="5"><note rend="inline" type="source">859.91/5</note>
<head>The <gloss type="from">Department of State</gloss> to the <gloss type="to">Norland Embassy</gloss></head>
<p>The stove is noted.</p><p><hi rend="smallcaps">Washington</hi>, May 18, 1938.</p></div>"""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """The volume of all five documents, imported once."""
    return take(volumes.volume(COUNTED, OVER, ENCLOSED, MARKED, DATED), tmp_path_factory.mktemp("years"))


def test_all_documents_are_taken_and_valid(taken: Taken) -> None:
    assert taken.keys == ["d1", "d2", "d3", "d4", "d5"]
    assert [faults(data) for path, data in taken.files.items() if path.startswith("tei/")] == [[]] * 5


@pytest.mark.parametrize("key", ["d1", "d2"])
def test_number_of_the_document_is_neither_its_archive_nor_its_own_number(taken: Taken, key: str) -> None:
    root = taken.document(key)
    assert texts(root, "//t:bibl/t:note[@type='citation']") == [f"No. {key[1:]}."]
    assert texts(root, "//t:msIdentifier/t:msName") == ["original, place of keeping not stated"]
    assert texts(root, "//t:text//t:num") == []


def test_enclosures_in_a_postscript_are_divisions(taken: Taken) -> None:
    root = taken.document("d3")
    assert texts(root, "//t:div[@type='attachment']/t:p") == [
        "[Enclosure 1]",
        "The stove.",
        "[Enclosure 2]",
        "Its pipe.",
    ]
    assert len(root.xpath("//t:div[@type='attachment']", namespaces={"t": TEI_NS})) == 2
    assert texts(root, "//t:postscript") == []


def test_person_of_another_volume_leads_to_its_page(taken: Taken) -> None:
    address = "https://history.state.gov/historicaldocuments/frus1936v01/persons#p_OA1"
    root = taken.document("d3")
    assert root.xpath("//t:correspAction[@type='sent']/t:persName/@ref", namespaces={"t": TEI_NS}) == [address]


def test_markings_in_a_paragraph_are_handling(taken: Taken) -> None:
    root = taken.document("d4")
    assert texts(root, "//t:classCode") == ["Secret", "Priority"]
    assert texts(root, "//t:ab[@type='marking']") == ["SecretPriority"]
    assert texts(root, "//t:correspAction[@type='sent']/t:persName") == ["Ambassador in Norland (Lund)"]


def test_place_and_day_under_a_note_are_those_of_sending(taken: Taken) -> None:
    root = taken.document("d5")
    assert texts(root, "//t:correspAction[@type='sent']/t:placeName") == ["Washington"]
    assert root.xpath("//t:correspAction[@type='sent']/t:date/@when", namespaces={"t": TEI_NS}) == ["1938-05-18"]


def test_day_at_the_end_of_a_sentence_is_not_the_day_of_sending(tmp_path: Path) -> None:
    told = DATED.replace('<hi rend="smallcaps">Washington</hi>, May', "The stove went out on May")
    root = take(volumes.volume(told), tmp_path).document("d5")
    assert texts(root, "//t:correspAction[@type='sent']/t:date") == []


def test_third_secretary_of_an_embassy_is_a_person() -> None:
    assert party_kind("Third Secretary of Embassy in Norland (Ost)") == "person"
    assert party_kind("Third Department of the Foreign Ministry") == "org"


def test_number_without_a_stop_is_none_of_the_sender() -> None:
    head = etree.fromstring(f'<head xmlns="{TEI_NS}">No. 7<lb/>The Minister in Norland (Ost) to Mr. Hale</head>')
    found = read_heading(head)
    assert (found.number, found.sender and found.sender.text) == ("7", "Minister in Norland (Ost)")


def test_copies_that_went_to_a_body_are_named() -> None:
    words = "Source: X, Files, 859.91/1. Secret. Repeated to Oslo and the Joint Chiefs of Ice."
    assert read_source(etree.fromstring(f'<note xmlns="{TEI_NS}">{words}</note>')).copies == (
        "Oslo",
        "Joint Chiefs of Ice",
    )


@pytest.mark.parametrize(("text", "quantity"), [("1 1/2 lines", "1.5"), ("11/2 lines", "1.5"), ("1/2 line", "0.5")])
def test_broken_number_of_lines_is_counted(text: str, quantity: str) -> None:
    found = brackets.read(f"{text} of source text not declassified")
    assert found == {"reason": "undeclassified", "unit": "line", "quantity": quantity}
