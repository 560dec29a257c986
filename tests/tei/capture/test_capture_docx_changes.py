"""Tracked changes: refused while nobody has decided, accepted, rejected, or both texts kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.capture import capture_file
from tei.errors import SourceError
from tei.model import Capture, FeatureKind
from tests.tei.capture.word_file import p, text, word_bytes, written

K = FeatureKind
WHO = 'w:id="1" w:author="A. Petrova" w:date="1938-01-02T00:00:00Z"'


def added(inner: str) -> str:
    return f"<w:ins {WHO}>{inner}</w:ins>"


def removed(words: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def read(folder: Path, body: str, changes: str | None, **parts: str) -> Capture:
    return capture_file(written(folder, word_bytes(body, **parts)), changes=changes)


def row(*words: str, mark: str = "") -> str:
    form = f"<w:trPr><w:{mark} {WHO}/></w:trPr>" if mark else ""
    return f"<w:tr>{form}{''.join(f'<w:tc>{p(one)}</w:tc>' for one in words)}</w:tr>"


MARK = f"<w:rPr><w:{{}} {WHO}/></w:rPr>"
CELL = f"<w:tc><w:tcPr><w:{{}} {WHO}/></w:tcPr>{p('y')}</w:tc>"
CASES = [
    (p(text("a") + added(text("b")) + removed("c")), "ab", "ac", "abc"),
    (p(f"<w:moveFrom {WHO}>{text('a')}</w:moveFrom>" + text("b") + f"<w:moveTo {WHO}>{text('a')}</w:moveTo>"),
     "ba", "ab", "aba"),
    (p(text("a") + added(removed("b") + text("c"))), "ac", "a", "abc"),
    (p("a", MARK.format("del")) + p("b"), "ab", "a\n\nb", "a\n\nb"),
    (p("a", MARK.format("ins")) + p("b"), "a\n\nb", "ab", "a\n\nb"),
    (p("a", MARK.format("del")), "a", "a", "a"),
    (p("a", MARK.format("del")) + "<w:tbl>" + row("x", "y") + "</w:tbl>", "a\n\nx | y", "a\n\nx | y", "a\n\nx | y"),
    (f"<w:ins {WHO}>{p('a')}</w:ins>" + p("b"), "a\n\nb", "b", "a\n\nb"),
    ("<w:tbl>" + row("a", "b") + row("c", "d", mark="ins") + row("e", "f", mark="del") + "</w:tbl>",
     "a | b\nc | d", "a | b\ne | f", "a | b\nc | d\ne | f"),
    ("<w:tbl><w:tr><w:tc>" + p("x") + "</w:tc>" + CELL.format("cellIns") + CELL.format("cellDel") + "</w:tr></w:tbl>",
     "x | y", "x | y", "x | y | y"),
    ("<w:tbl>" + f"<w:ins {WHO}>" + row("a", "b") + "</w:ins>" + row("c", "d") + "</w:tbl>",
     "a | b\nc | d", "c | d", "a | b\nc | d"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "accepted", "rejected", "encoded"), CASES)
def test_changes_are_accepted_rejected_or_kept(
    tmp_path: Path, body: str, accepted: str, rejected: str, encoded: str
) -> None:
    found = [read(tmp_path, body, changes).text for changes in ("accept", "reject", "encode")]
    assert found == [accepted, rejected, encoded]


@pytest.mark.parametrize("body", [case[0] for case in CASES])
def test_undecided_changes_are_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(SourceError) as error:
        read(tmp_path, body, None)
    (finding,) = error.value.findings
    assert finding.rule == "CAP113"
    assert "A. Petrova" in finding.message
    assert "--changes accept, reject or encode" in finding.hint


def test_the_refusal_says_how_many_and_by_whom(tmp_path: Path) -> None:
    """Wherever they stand, in notes too; six people are named by four and a number."""
    people = "".join(f'<w:ins w:id="{n}" w:author="Editor {n}">{text("x")}</w:ins>' for n in range(5))
    notes = f'<w:footnote w:id="1">{p(removed("y"))}</w:footnote>'
    with pytest.raises(SourceError) as error:
        read(tmp_path, p(people + '<w:del w:id="9"/>'), None, footnotes=notes)
    (finding,) = error.value.findings
    assert "5 insertions, 2 deletions, by Editor 0, Editor 1, Editor 2, Editor 3 and 3 others" in finding.message
    assert dict(finding.data)["insertion"] == 5


def test_a_moved_passage_counts_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"1 move, by A\. Petrova"):
        read(tmp_path, CASES[1][0], None)


def test_both_texts_are_told_apart_with_author_and_date(tmp_path: Path) -> None:
    capture = read(tmp_path, CASES[0][0], "encode")
    said = (("author", "A. Petrova"), ("date", "1938-01-02T00:00:00Z"))
    (insertion,), (deletion,) = capture.featured(K.INSERTION), capture.featured(K.DELETION)
    assert (capture.text[insertion.start : insertion.end], insertion.attributes) == ("b", said)
    assert (capture.text[deletion.start : deletion.end], deletion.attributes) == ("c", said)


def test_moves_ends_of_paragraphs_and_rows_are_told_too(tmp_path: Path) -> None:
    moved = read(tmp_path, CASES[1][0], "encode")
    assert [one.value for one in moved.features if one.kind in (K.INSERTION, K.DELETION)] == ["move", "move"]
    (end,) = read(tmp_path, CASES[3][0], "encode").featured(K.DELETION)
    assert (end.start, end.end, dict(end.attributes)["unit"]) == (1, 1, "paragraph")
    rows = read(tmp_path, CASES[8][0], "encode")
    (inserted,) = rows.featured(K.INSERTION)
    assert (rows.text[inserted.start : inserted.end], dict(inserted.attributes)["unit"]) == ("c | d", "row")


def test_changes_of_form_alone_need_no_decision(tmp_path: Path) -> None:
    """The words are the same in both; where changes are rejected, the form is that of before."""
    form = f"<w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    for changes, value in ((None, "bold"), ("accept", "bold"), ("reject", "italic")):
        assert [one.value for one in read(tmp_path, p(text("a", form)), changes).featured(K.EMPHASIS)] == [value]


def test_words_added_inside_words_removed_are_nested(tmp_path: Path) -> None:
    capture = read(tmp_path, CASES[2][0], "encode")
    (insertion,), (deletion,) = capture.featured(K.INSERTION), capture.featured(K.DELETION)
    assert insertion.start <= deletion.start < deletion.end <= insertion.end
