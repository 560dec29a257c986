"""A volume with something wrong in it: what is whole is imported, what is not is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.errors import SourceError
from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import Taken, one, take, texts

WHOLE = volumes.WHOLE


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def error(found: Taken) -> tuple[str, int]:
    """What the one error says, and its line."""
    (finding,) = [each for each in found.findings if each.rule == "IMP102"]
    return finding.message, finding.location.line


@pytest.mark.parametrize(
    ("wanted", "instead", "left", "said"),
    [
        ("“The ice is thin.”</p>", "“The ice is thin.”", ["d1", "d4"], "d2 is not read: not well-formed XML"),
        ("Not printed. See", "Not printed & see", ["d2", "d4"], "an ampersand stands alone"),
        ("It was", "It&nbsp;was", ["d1", "d4"], "the entity &nbsp; is not defined"),
        ("It may be.</p></item>", "It may be.</item>", ["d2", "d4"], "d1 is not read"),
    ],
)
def test_documents_round_a_broken_one_are_taken(
    wanted: str, instead: str, left: list[str], said: str, tmp_path: Path
) -> None:
    text = WHOLE.replace(wanted, instead)
    found = take(text, tmp_path)
    assert found.keys == left
    message, line = error(found)
    assert said in message
    assert line in (line_of(text, instead), line_of(text, instead) + 1)


def test_line_of_a_tag_that_was_left_open_is_that_of_the_volume(tmp_path: Path) -> None:
    text = WHOLE.replace("“The ice is thin.”</p>", "“The ice is thin.”")
    assert f"<p> of line {line_of(text, '“The ice is')}" in error(take(text, tmp_path))[0]


def test_division_without_an_end_spoils_no_other(tmp_path: Path) -> None:
    text = volumes.volume(volumes.OLD.rstrip().removesuffix("</div>"), volumes.NEW, volumes.EDITORIAL, volumes.LETTER)
    found = take(text, tmp_path)
    assert found.keys == ["d2", "d4"]
    assert error(found) == (
        "d1 is not read: its division has no end, or that of something in it has none",
        line_of(text, '<div type="document" xml:id="d1"'),
    )


def test_division_that_ends_too_soon_loses_no_word_in_silence(tmp_path: Path) -> None:
    found = take(WHOLE.replace("<p>602.", "</div><p>602."), tmp_path)
    assert found.keys == ["d1", "d4"]
    assert "words stand behind the end of its division" in error(found)[0]


def test_volume_that_is_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    found = take(WHOLE[: WHOLE.index("&amp;c., Port")], tmp_path)
    assert found.keys == ["d1", "d2"]
    assert error(found)[0].startswith("d4 is not read")
    assert found.codes()[0] == "IMP130"


@pytest.mark.parametrize(
    ("wanted", "instead"),
    [("<publisher>", "<publisher"), ('<pb n="3"', '<div type="chapter"><head>x</head><pb n="3"')],
)
def test_fault_outside_the_documents_spoils_none(wanted: str, instead: str, tmp_path: Path) -> None:
    found = take(WHOLE.replace(wanted, instead), tmp_path)
    assert found.keys == ["d1", "d2", "d4"]
    assert "IMP102" not in found.codes()
    assert next(each for each in found.findings if each.rule == "IMP130").message.endswith(
        "4 of its 4 documents are whole"
    )


def test_lists_and_pages_of_a_cut_volume_are_found(tmp_path: Path) -> None:
    found = take(WHOLE.replace("Not printed. See", "Not printed & see"), tmp_path)
    root = found.document("d2")
    assert "authority/frus1937-58v02-persons.xml" in found.files
    assert one(root, "//t:citedRange[@unit='page']") == "2"  # the break stands in the broken document
    assert one(root, "//t:title[@type='main']").endswith("22 August 1955")


def test_reference_to_a_broken_document_leads_to_the_office_of_the_historian(tmp_path: Path) -> None:
    found = take(WHOLE.replace("Not printed. See", "Not printed & see"), tmp_path)
    assert texts(found.document("d2"), "//t:note[@n='2']//t:ref/@target") == [
        "https://history.state.gov/historicaldocuments/frus1937-58v02/d1"
    ]
    assert ",d1,broken," in found.files["listed.csv"].decode()


def test_byte_that_is_no_character_spoils_its_document_alone(tmp_path: Path) -> None:
    found = take(WHOLE.encode().replace(b"The second is not", b"The \xff second"), tmp_path)
    assert found.keys == ["d2", "d4"]
    assert "0xFF" in error(found)[0]


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-16", "UTF-8"])
def test_volume_in_another_character_set_is_read(encoding: str, tmp_path: Path) -> None:
    text = WHOLE.replace("UTF-8", encoding, 1)
    assert take(text.encode(encoding, "xmlcharrefreplace"), tmp_path).keys == ["d1", "d2", "d4"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "XML102"),
        ("<TEI", "XML102"),
        ("\0\1", "XML102"),
        ("<!DOCTYPE TEI [<!ENTITY a 'b'>]>" + WHOLE.partition("?>")[2], "XML103"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>x</p></body></text></TEI>', "IMP105"),
        (volumes.volume('<div type="document" xml:id="d1"><p>x</div>'), "XML102"),
    ],
)
def test_what_is_no_volume_is_refused_whole(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        take(text, tmp_path)
    assert [finding.rule for finding in raised.value.findings] == [code]


def test_nothing_outside_the_file_is_opened(tmp_path: Path) -> None:
    """The header of each volume has an XInclude; it stays what it is."""
    (tmp_path / "frus-dates.xml").write_text("<secret/>")
    found = take(WHOLE.replace("../shared/", ""), tmp_path)
    assert all(
        b"secret" not in data or path.endswith("d2.xml") for path, data in found.files.items() if b"<secret" in data
    )


def test_document_without_an_id_is_known_by_its_number(tmp_path: Path) -> None:
    assert take(volumes.volume(volumes.LETTER.replace('xml:id="d4" ', "")), tmp_path).keys == ["n4"]


def test_id_that_is_given_twice_in_a_document_is_kept_once(tmp_path: Path) -> None:
    found = take(volumes.volume(volumes.OLD.replace("d1fn37", "d1fn36"), volumes.NEW), tmp_path)
    root = found.document("d1")
    assert sorted(texts(root, "//t:note/@xml:id")) == ["d1fn36", "note-36"]
