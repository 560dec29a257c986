"""Plain-text captures: front matter, files that are not what their names say, any bytes at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei.capture import CHANGES, RULES, SUFFIXES, capture_file
from tei.errors import SourceError
from tei.model import FeatureKind

HEAD = '+++\nsender.name = "Vetrov"\ndate = 1937-09-12\nleaves = [3, 4]\n[[witness]]\nshelfmark = "f. 1"\n+++\n'


def written(folder: Path, data: bytes | str, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_front_matter_says_what_the_editor_knows(tmp_path: Path) -> None:
    capture = capture_file(written(tmp_path, f"{HEAD}To Vetrov\n"))
    assert capture.given == (
        ("sender.name", "Vetrov"),
        ("date", date(1937, 9, 12)),
        ("leaves", (3, 4)),
        ("witness.0.shelfmark", "f. 1"),
    )


def test_front_matter_is_blank_in_the_text_and_lines_hold(tmp_path: Path) -> None:
    capture = capture_file(written(tmp_path, f"{HEAD}To Vetrov\n".replace("\n", "\r\n")))
    assert capture.text.split() == ["To", "Vetrov"]
    assert capture.text.index("To") == len(HEAD)
    assert capture.text.count("\n") == HEAD.count("\n") + 1
    (block,) = capture.featured(FeatureKind.FRONT_MATTER)
    assert (block.start, block.end) == (0, len(HEAD) - 1)


def test_front_matter_may_stand_between_dashes(tmp_path: Path) -> None:
    assert capture_file(written(tmp_path, '---toml\nday = "x"\n---\nText', "a.md")).given == (("day", "x"),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+++\nsender = Vetrov\n+++\nText", 2),
        ("+++\na = 1\n\nb = 2\na = 3\n+++\nText", 5),
        ("+++\na = [1,\n+++\nText", 2),
        ("+++\nsender = 1\nText", 1),
        ("---toml\nText", 1),
        ("+++\na = " + "[" * 2000 + "\n+++\nText", 2),
        ("+++\n" + "a." * 3000 + "b = 1\n+++\nText", 2),
        ("+++\nsender = “Vetrov”\n+++\nText", 2),
    ],
)
def test_bad_front_matter_is_a_finding_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(SourceError) as error:
        capture_file(written(tmp_path, text))
    (finding,) = error.value.findings
    assert (finding.rule, finding.location.line) == ("CAP121", line)
    assert finding.hint


@pytest.mark.parametrize("text", ["+++\n", "+++", "+++\nTo Vetrov\n", "To\n+++\na = 1\n+++\n", "---\na: b\n---\n"])
def test_plus_signs_alone_are_text(tmp_path: Path, text: str) -> None:
    capture = capture_file(written(tmp_path, text))
    assert (capture.text, capture.given, capture.features) == (text, (), ())


def test_front_matter_without_text_is_an_empty_capture(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="only white space"):
        capture_file(written(tmp_path, HEAD))


MISNAMED = [
    ("a.txt", b"<!DOCTYPE html><p>x</p>", "CAP110", "web page"),
    ("a.txt", b"\xef\xbb\xbf\n<!-- saved --><html lang='en'>", "CAP110", "web page"),
    ("a.txt", "\ufeff<!doctype HTML>".encode("utf-16-le"), "CAP110", "web page"),
    ("a.txt", b"<?xml version='1.0'?><html>", "CAP110", "web page"),
    ("a.txt", b"<?xml version='1.0'?><TEI/>", "CAP114", "XML"),
    ("a.txt", b"%PDF-1.4\n1 0 obj", "CAP102", "PDF"),
    ("a.docx", b"%PDF-1.4\n1 0 obj", "CAP102", "PDF"),
    ("a.html", b"{\\rtf1\\ansi Karsk}", "CAP114", "RTF"),
    ("a.txt", b"{\\rtf1\\ansi Karsk}", "CAP114", "RTF"),
    ("a.txt", b"PK\x03\x04......word/document.xml", "CAP110", "Word"),
    ("a.html", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", "CAP114", "OpenDocument"),
    ("a.txt", b"PK\x05\x06" + bytes(18), "CAP102", "ZIP"),
    ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "CAP102", "picture"),
    ("a.html", b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tx\n", "CAP114", "MHTML"),
    ("a.docx", b"To Vetrov", "CAP110", "no Word document"),
    ("a.docx", b"<html><p>x", "CAP110", "web page"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0", "CAP114", "old Word"),
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "CAP111", "password"),
]


@pytest.mark.parametrize(("name", "data", "code", "says"), MISNAMED)
def test_a_file_that_is_not_what_its_name_says_gets_told_so(
    tmp_path: Path, name: str, data: bytes, code: str, says: str
) -> None:
    with pytest.raises(SourceError) as error:
        capture_file(written(tmp_path, data, name))
    (finding,) = error.value.findings
    assert (finding.rule, says in finding.message, bool(finding.hint)) == (code, True, True)


def test_what_a_letter_says_of_html_does_not_make_it_a_page(tmp_path: Path) -> None:
    assert capture_file(written(tmp_path, "To Vetrov <html> is meant")).media_type == "text/plain"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)
@given(
    st.binary(max_size=300), st.sampled_from(sorted(SUFFIXES)), st.sampled_from([b"", b"+++\n", b"<p>", b"PK\x03\x04"])
)
def test_any_bytes_are_a_capture_or_a_finding(tmp_path: Path, data: bytes, suffix: str, head: bytes) -> None:
    """Whatever a file holds and is called, no other error comes out."""
    try:
        capture = capture_file(written(tmp_path, head + data, f"page{suffix}"))
    except SourceError as error:
        findings = error.findings
    else:
        findings = capture.findings
        assert capture.text.strip()
        assert all(0 <= one.start <= one.end <= len(capture.text) for one in capture.features)
    assert all(finding.hint for finding in findings)


def test_the_rules_have_codes_of_their_own() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("CAP") for code in codes)
    assert CHANGES == ("accept", "reject", "encode")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("  To Vetrov  \n\n    Ice holds.\t\n  Pashin\n", "To Vetrov\n\n  Ice holds.\nPashin\n"),
        ("To Vetrov\n  Ice holds.\nPashin", "To Vetrov\n  Ice holds.\nPashin"),
        ("   Karsk\nTo Vetrov", "   Karsk\nTo Vetrov"),
        ("\n \n  Ice holds.", "\n\nIce holds."),
    ],
)
def test_blanks_at_line_ends_and_a_margin_of_all_lines_are_left_out(tmp_path: Path, text: str, read: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    assert capture_file(path).text == read


def test_words_that_a_scanner_parted_by_two_blanks_are_parted_by_one(tmp_path: Path) -> None:
    line = "The  boat  is  late  and  the  flour  is  gone. \n"
    capture = capture_file(written(tmp_path, line * 6))
    assert capture.text.splitlines()[0] == "The boat is late and the flour is gone."


def test_wide_gaps_between_the_columns_of_a_form_stay(tmp_path: Path) -> None:
    line = "From the station at Karsk  To the office at Tarn  Received on the next day\n"
    capture = capture_file(written(tmp_path, line * 30))
    assert capture.text.splitlines()[0] == line.strip()
