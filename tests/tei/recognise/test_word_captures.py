"""Word files from the capture to the text of a telegram: notes, comments, changes, looks, styles. All invented."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from edition.encoding import Job, source_text
from tei.capture import capture_file
from tei.encode import document_id, source_words, telegram_document
from tei.model import Recognition
from tei.recognise import Settings, recognise
from tei.text import words


def word_files() -> ModuleType:
    """The makers of Word files that the tests of the capture have."""
    path = Path(__file__).resolve().parents[1] / "capture" / "word_file.py"
    spec = importlib.util.spec_from_file_location("word_file_maker", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WORD = word_files()
p, text = WORD.p, WORD.text
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="In"><w:name w:val="moved in"/>'
    '<w:pPr><w:ind w:left="720"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
)
TITLE = p("Telegram, Vetrov to Sabelnikov, 3 May 1938", '<w:pStyle w:val="H1"/>')
CHANGED = (
    '<w:del w:id="9" w:author="I. F."><w:r><w:delText>want</w:delText></w:r></w:del>'
    '<w:ins w:id="8" w:author="I. F."><w:r><w:t>need</w:t></w:r></w:ins>'
)
COMMENTED = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
COMMENT = (
    '<w:comment w:id="0" w:author="Ida Fairweather"><w:p><w:r><w:t>It is in the museum.</w:t></w:r></w:p></w:comment>'
)
NOTE = '<w:{0} w:id="2"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t xml:space="preserve"> {1}</w:t></w:r></w:p></w:{0}>'
MARK = '<w:r><w:{}Reference w:id="2"/></w:r>'

Read = Callable[..., Recognition]


@pytest.fixture
def read_word(tmp_path: Path, settings: Settings) -> Read:
    def read(body: str, changes: str = "accept", **parts: str) -> Recognition:
        path = WORD.written(tmp_path, WORD.word_bytes(body, styles=STYLES, **parts))
        return recognise(capture_file(path, changes=changes), settings)

    return read


def encoded(found: Recognition, job: Job) -> str:
    (telegram,) = found.telegrams
    tree = telegram_document(
        telegram,
        found.capture,
        id_=document_id(telegram),
        edition=job.edition,
        authority=job.settings.authority,
        others={telegram.start: document_id(telegram)},
    )
    assert source_words(tree[-1]) == words(source_text(telegram, found))
    assert not job.guard.check(tree.getroottree())
    assert not [one for one in found.findings if one.rule.startswith("REC9")]
    return etree.tostring(tree[-1], encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")


def body_of(inner: str) -> str:
    return str(TITLE + p("To Sabelnikov") + p(inner) + p("Vetrov"))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_where_their_markers_stood_whatever_counts_them(read_word: Read, karsk_job: Job, kind: str) -> None:
    inner = text("The nail") + MARK.format(kind) + text(", they say, is bent.")
    found = read_word(body_of(inner), **{f"{kind}s": NOTE.format(kind, "Of iron.")})
    assert ">Of iron.</note>, they say, is bent." in encoded(found, karsk_job)


def test_a_comment_stands_behind_its_words_with_its_author(read_word: Read, karsk_job: Job) -> None:
    inner = text("The nail is ") + COMMENTED.format(text("bent."))
    expected = (
        'bent.<note type="comment" xml:id="comment-1"><seg type="label">Ida Fairweather:</seg> It is in the museum.'
        "</note></p>"
    )
    assert expected in encoded(read_word(body_of(inner), comments=COMMENT), karsk_job)


def test_a_comment_on_the_title_hangs_on_the_telegram(read_word: Read, karsk_job: Job) -> None:
    title = p(COMMENTED.format(text("Telegram, Vetrov to Sabelnikov, 3 May 1938")), '<w:pStyle w:val="H1"/>')
    found = read_word(title + p("To Sabelnikov") + p("The nail is bent.") + p("Vetrov"), comments=COMMENT)
    assert "museum" not in encoded(found, karsk_job)
    assert [found.capture.text[note.start : note.end] for note in found.telegrams[0].notes] == ["It is in the museum."]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("accept", "We need a nail."),
        ("reject", "We want a nail."),
        ("encode", "We <del>want</del><add>need</add> a nail."),
    ],
)
def test_tracked_changes_are_what_the_editor_says(read_word: Read, karsk_job: Job, changes: str, expected: str) -> None:
    found = read_word(body_of(text("We ") + CHANGED + text(" a nail.")), changes)
    assert expected in encoded(found, karsk_job)


def test_looks_of_runs_and_breaks_of_pages_are_kept(read_word: Read, karsk_job: Job) -> None:
    inner = text("Two, ") + text("no more", "<w:b/><w:smallCaps/>") + text(".")
    body = TITLE + p("To Sabelnikov") + p(inner) + p("By ship.", "<w:pageBreakBefore/>") + p("Vetrov")
    assert '<hi rend="bold small-caps">no more</hi>.</p><pb/><p>By ship.</p>' in encoded(read_word(body), karsk_job)


@pytest.mark.parametrize("form", ['<w:pStyle w:val="Q"/>', '<w:pStyle w:val="In"/>', '<w:ind w:left="567"/>'])
def test_a_passage_set_off_by_its_style_is_the_telegram_that_is_told_of(read_word: Read, form: str) -> None:
    prose = (
        "It has been said that the station never answered, and that the silence of the spring was a decision of the "
        "director; the telegrams show that the mast was down and that nobody had decided anything at all."
    )
    body = "".join(
        (p("The silence", '<w:pStyle w:val="H1"/>'), p(prose), p("On 3 May 1938 Vetrov wired to Sabelnikov."),
         p("The mast is down since Monday.", form), p("Vetrov", form), p(prose), p(prose))
    )  # fmt: skip
    found = read_word(body)
    assert [found.capture.text[one.start : one.end] for one in found.telegrams] == [
        "The mast is down since Monday.\n\nVetrov"
    ]
