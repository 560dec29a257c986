"""Findings as text and as JSON: the same every time, safe to print, useful to read."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.reports import json_report, source_lines, summary_line, text_report
from edition.reports.frames import frame
from tei.findings import Finding, Location, Severity

SOURCE = ("<log>", '  <day when="20.10.1937">ice</day>', "", "\t<day>日本<b/></day>", "<x>" * 60)
WRONG = Finding(
    "VAL105", Severity.ERROR, "@when is wrong", Location("a.xml", 2, 8), 'write "1937-10-20"', (("test", "x"),)
)
WEAK = Finding("KAR101", Severity.WARNING, "not numbered", Location("a.xml", 4))
NOTE = Finding("VAL003", Severity.INFO, "rules were not run", Location("a.rng"))


def sources(path: str) -> tuple[str, ...]:
    return SOURCE if path == "a.xml" else ()


def test_a_finding_is_a_line_with_its_mend_below() -> None:
    """Place, severity, code, message; then the hint."""
    assert text_report([WRONG, WEAK, NOTE], files=["a.xml", "b.xml"]) == (
        "a.xml:2:8 error VAL105 @when is wrong\n"
        '  hint: write "1937-10-20"\n'
        "a.xml:4 warning KAR101 not numbered\n"
        "a.rng info VAL003 rules were not run\n"
        "1 error, 1 warning, 1 note in 1 of 2 files\n"
    )


def test_the_source_is_shown_with_a_caret_under_the_place() -> None:
    """The line of the source without its indentation; without a column, no caret."""
    report = text_report([WRONG, WEAK, NOTE], summary=False, sources=sources)
    assert '  2 | <day when="20.10.1937">ice</day>\n    |      ^\n  hint: write' in report
    assert "  4 | <day>日本<b/></day>\na.rng" in report


FRAMES = {
    (1, 1): ("1 | <log>", "  | ^"),
    (2, 3): ('2 | <day when="20.10.1937">ice</day>', "  | ^"),
    (2, 1): ('2 |   <day when="20.10.1937">ice</day>', "  | ^"),
    (4, 9): ("4 | <day>日本<b/></day>", "  |          ^"),
    (4, 0): ("4 | <day>日本<b/></day>",),
    (3, 0): (),
    (9, 1): (),
    (0, 0): (),
}


@pytest.mark.parametrize(("line", "column"), FRAMES)
def test_a_frame_is_the_line_and_a_caret(line: int, column: int) -> None:
    """Wide characters take two columns; a line that is not there gives no frame."""
    assert frame(Location("a.xml", line, column), sources) == FRAMES[line, column]


def test_a_long_line_is_cut_round_the_place() -> None:
    """A frame stays narrow, and the caret under the right character."""
    shown, caret = frame(Location("a.xml", 5, 91), sources)
    assert len(shown) < 110
    assert shown[caret.index("^") :].startswith("<x>")
    assert shown[4] == shown[-1] == "…"
    assert frame(Location("a.xml", 5), sources)[0].endswith("…")


@pytest.mark.parametrize("line", ["PK\x03\x04\x14\x00", "\ufffd\ufffd\ufffd \ufffd\ufffd 3"])
def test_what_is_no_text_is_not_shown(line: str) -> None:
    """A binary file, or one in another character set; one wrong sign in a line is shown in its place."""
    assert frame(Location("a.xml", 1, 1), lambda _: (line,)) == ()
    assert frame(Location("a.xml", 1, 5), lambda _: ("ice \ufffd at Karsk",)) == (
        "1 | ice \ufffd at Karsk",
        "  |     ^",
    )


def test_source_lines_come_from_files_or_standard_input(tmp_path: Path) -> None:
    """UTF-8 with or without a mark, UTF-16, what is neither, and no file at all."""
    for name, data in {
        "a": "é\r\nb".encode(),
        "b": "\ufeffé".encode(),
        "c": "é".encode("utf-16"),
        "d": b"\xff",
    }.items():
        (tmp_path / name).write_bytes(data)
    read = source_lines(stdin=b"x\ny")
    assert [read(str(tmp_path / name)) for name in "abcde"] == [("é", "b"), ("é",), ("é",), ("\ufffd",), ()]
    assert read("-") == ("x", "y")


@pytest.mark.parametrize(
    ("findings", "files", "words"),
    [
        ([], 0, "nothing found in 0 files"),
        ([], 1, "nothing found in 1 file"),
        ([WRONG, WRONG, WEAK], 14, "2 errors, 1 warning in 1 of 14 files"),
        ([NOTE], 3, "1 note in 0 of 3 files"),
        ([WEAK], 0, "1 warning"),
    ],
)
def test_the_summary_counts_findings_and_files(findings: list[Finding], files: int, words: str) -> None:
    """Figures agree in number; a finding about a schema is not one in a file."""
    names = ["a.xml", *(f"{number}.xml" for number in range(20))][:files]
    assert summary_line(findings, names) == words


def test_without_a_summary_a_clean_run_says_nothing() -> None:
    """--quiet prints findings only."""
    assert text_report([], files=["a.xml"], summary=False) == ""
    assert text_report([], files=["a.xml"]) == "nothing found in 1 file\n"


def test_colour_adds_sequences_and_changes_no_word() -> None:
    """What stands between the ANSI sequences is the plain report."""
    plain = text_report([WRONG, WEAK, NOTE], files=["a.xml"], sources=sources)
    coloured = text_report([WRONG, WEAK, NOTE], files=["a.xml"], sources=sources, colour=True)
    assert "\x1b[1;31merror" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_colour_takes_square_brackets_for_what_they_are() -> None:
    """A message is no markup, and a long one is not broken."""
    finding = Finding("KAR101", Severity.ERROR, "[bold]x[/bold] " + "y" * 300, Location("a.xml", 1))
    coloured = text_report([finding], colour=True, summary=False)
    assert "[bold]x[/bold]" in coloured
    assert coloured.count("\n") == 1


def test_a_document_cannot_steer_the_terminal() -> None:
    """Control characters and marks of direction are shown as escapes, line breaks as spaces."""
    finding = Finding("KAR101", Severity.ERROR, "a\x9b31mb\u202ec\nd", Location("a\x1b[2J\n.xml", 1, 1), "e\x07")
    report = text_report([finding], sources=lambda _: ("\x9bK<b/>",), summary=False)
    assert not [one for one in report if one != "\n" and not one.isprintable()]
    assert "a\\u009b31mb\\u202ec d" in report
    assert report.count("\n") == 4


def test_json_has_a_version_a_summary_the_files_and_the_findings() -> None:
    """The keys and their order are fixed; what is not known is null."""
    report = json.loads(json_report([WRONG, NOTE], files=["a.xml", "b.xml"]))
    assert list(report) == ["version", "summary", "files", "findings"]
    assert report["version"] == 1
    assert report["summary"] == {"files": 2, "files_with_findings": 1, "errors": 1, "warnings": 0, "infos": 1}
    assert report["files"] == [{"path": "a.xml", "findings": 1}, {"path": "b.xml", "findings": 0}]
    assert report["findings"][0] == {
        "code": "VAL105",
        "severity": "error",
        "message": "@when is wrong",
        "path": "a.xml",
        "line": 2,
        "column": 8,
        "hint": 'write "1937-10-20"',
        "data": {"test": "x"},
    }
    assert (report["findings"][1]["line"], report["findings"][1]["column"]) == (None, None)


def test_file_names_that_are_no_utf_8_can_be_written() -> None:
    """A lone surrogate, which stands for a byte of a file name, becomes an escape."""
    finding = Finding("KAR101", Severity.ERROR, "x", Location("a\udcff.xml", 1), data=(("path", Path("b")),))
    for report in (json_report([finding], files=["a\udcff.xml"]), text_report([finding], files=["a\udcff.xml"])):
        report.encode("utf-8")
    assert json.loads(json_report([finding]))["findings"][0]["data"] == {"path": "b"}


@given(st.text(), st.text(), st.integers(0, 6), st.integers(0, 200))
def test_reports_are_the_same_every_time_and_can_be_written(message: str, path: str, line: int, column: int) -> None:
    """Any text can be reported, twice with the same result."""
    finding = Finding("KAR101", Severity.ERROR, message, Location(path, line, column), message)
    for report in (text_report, json_report):
        first = report([finding], files=[path])
        assert first == report([finding], files=[path])
        first.encode("utf-8")
    text_report([finding], sources=lambda _: SOURCE)
