"""Records that were copied in one line: parted at their labels, with or without notes."""

from __future__ import annotations

from tei.recognise.one_line_records import with_lines
from tei.recognise.paragraphs import split_paragraphs

HEAD = "Karsk Digital Archive October 19, 1938 Cable, Pashin to Vetrov "
CITATION = "Citation: “Cable, Pashin to Vetrov,” October 19, 1938, RGASPI, f. 1, op. 2, d. 3, l. 4. "
SUMMARY = "Summary: An invented station asks for lamp oil. Original Language: Russian Contents: English Translation "
TEXT = "To Vetrov: " + "The lamps are out and the oil is counted by the spoon. " * 9 + "Pashin 19 October 1938"
NOTE = " [1] A spoon of the station holds half a litre."


def pieces(text: str) -> list[str]:
    return [part.text for part in with_lines(text, split_paragraphs(text))]


def test_a_record_in_one_line_is_parted_into_title_citation_text_and_signature_without_any_notes() -> None:
    found = pieces(HEAD + CITATION + SUMMARY + TEXT)

    assert found[2].startswith("Cable, Pashin to Vetrov")
    assert [part for part in found if part.startswith("Citation:")] == [CITATION.strip()]
    assert found[-3:] == [TEXT.split(": ")[1].removesuffix(" Pashin 19 October 1938"), "Pashin", "19 October 1938"]


def test_each_note_behind_the_text_of_a_record_in_one_line_stands_alone() -> None:
    text = TEXT.replace("by the spoon.", "by the spoon.[1]", 1) + NOTE

    assert pieces(HEAD + CITATION + SUMMARY + text)[-1] == NOTE.strip()


def test_an_ordinary_line_stays_whole() -> None:
    assert pieces(TEXT) == [TEXT]
