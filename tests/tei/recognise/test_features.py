"""What saved pages and Word files know: notes tied to markers, looks, changes, comments, page breaks. All invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edition.encoding import Job, source_text
from tei.capture import capture_file
from tei.encode import context_document, document_id, source_words, telegram_document
from tei.model import Attributes, Capture, Feature, FeatureKind, Footnote, Mark, Recognition
from tei.recognise import Settings, recognise
from tei.recognise.features import known_notes, page_breaks, raised, told_apart, with_looks
from tei.text import words

Kind = FeatureKind
PAGE = "<html lang='en'><body>{}</body></html>"
TELEGRAM = "<h1>Telegram, Vetrov to Sabelnikov, 3 May 1938</h1><p>To Sabelnikov</p>{}<p>Vetrov</p>"
ARGUMENT = (
    "<p>It has been said that the station never answered, and that the silence of the spring was a decision of the "
    "director; the telegrams printed here show that the mast was down and that nobody had decided anything.{}</p>"
)


def capture_of(text: str, *features: Feature) -> Capture:
    return Capture("p", "p", text, "0", features=tuple(sorted(features)))


def feature(text: str, words_: str, kind: Kind, value: str = "", *attributes: tuple[str, str]) -> Feature:
    start = text.index(words_)
    return Feature(start, start + len(words_), kind, value, attributes)


@pytest.fixture
def read_page(tmp_path: Path, settings: Settings) -> Callable[[str], Recognition]:
    def read(body: str) -> Recognition:
        path = tmp_path / "page.html"
        path.write_text(PAGE.format(body), encoding="utf-8")
        return recognise(capture_file(path), settings)

    return read


def encoded(found: Recognition, karsk_job: Job, index: int = 0) -> str:
    """The text of a telegram as TEI, after its words were compared with the source's."""
    telegram = found.telegrams[index]
    tree = telegram_document(
        telegram,
        found.capture,
        id_=document_id(telegram),
        edition=karsk_job.edition,
        authority=karsk_job.settings.authority,
        others={one.start: document_id(one) for one in found.telegrams},
    )
    assert source_words(tree[-1]) == words(source_text(telegram, found))
    assert not karsk_job.guard.check(tree.getroottree())
    return etree.tostring(tree[-1], encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>The mast is <b>down</b>.</p>", '<p>The mast is <hi rend="bold">down</hi>.</p>'),
        ("<p>The <em>mast</em> <em>is</em> down.</p>", '<p>The <hi rend="italic">mast is</hi> down.</p>'),
        ("<p>The mast <b><u>is</u></b> down.</p>", '<p>The mast <hi rend="bold underline">is</hi> down.</p>'),
        ("<p>On the 5<sup>th</sup> it fell.</p>", '<p>On the 5<hi rend="superscript">th</hi> it fell.</p>'),
        ("<p>It is <s>up</s> down there.</p>", '<p>It is <hi rend="strikethrough">up</hi> down there.</p>'),
        ("<p>It is <del>up</del><ins>down</ins>.</p>", "<p>It is <del>up</del><add>down</add>.</p>"),
        ("<p>It <b>is [so] to</b> say.</p>", '<hi rend="bold">is <supplied reason="sense">so</supplied> to</hi>'),
    ],
)
def test_looks_and_changes_of_words_are_encoded(
    read_page: Callable[[str], Recognition], karsk_job: Job, markup: str, expected: str
) -> None:
    assert expected in encoded(read_page(TELEGRAM.format(markup)), karsk_job)


def test_a_look_is_parted_where_a_name_begins_or_ends(read_page: Callable[[str], Recognition], karsk_job: Job) -> None:
    text = encoded(read_page(TELEGRAM.format("<p>We told <i>it to Pa</i>shin in time.</p>")), karsk_job)
    assert '<hi rend="italic">it to</hi> <persName ref="#pashin"><hi rend="italic">Pa</hi>shin</persName>' in text


def test_a_look_of_the_whole_text_is_the_habit_of_the_page(
    read_page: Callable[[str], Recognition], karsk_job: Job
) -> None:
    body = f"<i>{TELEGRAM.format('<p>The mast is down.</p>')}</i>"
    assert "<hi" not in encoded(read_page(body), karsk_job)


def test_page_breaks_stand_before_the_paragraph_that_they_precede(
    read_page: Callable[[str], Recognition], karsk_job: Job
) -> None:
    body = "<p>The mast is down.</p><p style='page-break-before: always'>The nail is here.</p>"
    assert "<p>The mast is down.</p><pb/><p>The nail is here.</p>" in encoded(
        read_page(TELEGRAM.format(body)), karsk_job
    )


def test_a_page_break_before_the_first_word_is_none_of_the_telegram() -> None:
    capture = capture_of("The mast. The nail.", Feature(0, 0, Kind.PAGE_BREAK), Feature(10, 10, Kind.PAGE_BREAK, "",
                         (("n", "12"),)))  # fmt: skip
    assert [(block.start, block.attributes) for block in page_breaks(capture, 0, 19)] == [(10, (("n", "12"),))]


NOTED = (
    "<p>The mast<a href='#n1'><sup>{0}</sup></a> is down, and so is the flag<a href='#n2'><sup>{1}</sup></a>.</p>",
    "<p id='n1'>{0} It was of pine.</p><p id='n2'>{1} Red.</p>",
)


@pytest.mark.parametrize("signs", [("1", "2"), ("*", "†"), ("a", "b"), ("i", "ii"), ("[1]", "[2]")])
def test_notes_that_links_tie_to_their_markers_stand_where_these_stood(
    read_page: Callable[[str], Recognition], karsk_job: Job, signs: tuple[str, str]
) -> None:
    found = read_page(TELEGRAM.format(NOTED[0].format(*signs)) + NOTED[1].format(*signs))
    text = encoded(found, karsk_job)
    assert ">It was of pine.</note> is down, and so is the flag<note" in text
    assert ">Red.</note>.</p>" in text
    assert not [one for one in found.findings if one.rule.startswith(("REC3", "REC9"))]


def test_a_note_of_the_title_hangs_on_the_telegram(read_page: Callable[[str], Recognition]) -> None:
    title = "<h1>Telegram, Vetrov to Sabelnikov, 3 May 1938<a href='#n1'><sup>1</sup></a></h1>"
    body = f"{title}<p>To Sabelnikov</p><p>The mast is down.</p><p>Vetrov</p><p id='n1'>1 A copy is in the file.</p>"
    (telegram,) = read_page(body).telegrams
    assert telegram.title == "Telegram, Vetrov to Sabelnikov, 3 May 1938"
    assert [note.n for note in telegram.notes] == ["1"]


def test_a_heading_over_tied_notes_is_furniture(read_page: Callable[[str], Recognition]) -> None:
    found = read_page(TELEGRAM.format(NOTED[0].format("1", "2")) + "<h3>Notes</h3>" + NOTED[1].format("1", "2"))
    assert "Notes" in [found.capture.text[s.start : s.end] for s in found.spans if s.owner == "furniture"]


def test_a_passage_set_off_is_the_telegram_that_the_sentence_before_tells_of(
    read_page: Callable[[str], Recognition],
) -> None:
    body = (
        f"<h1>The silence</h1>{ARGUMENT.format('')}<p>On 3 May 1938 Vetrov wired to Sabelnikov.</p>"
        f"<blockquote><p>The mast is down since Monday.</p><p>Vetrov</p></blockquote>{ARGUMENT.format('')}"
        "<p>The director wired back on 5 May 1938:</p><p style='margin-left: 40px'>Put it up again, and at once.</p>"
        f"{ARGUMENT.format('')}"
    )
    found = read_page(body)
    text = found.capture.text
    assert found.layout == "article"
    assert [text[one.start : one.end] for one in found.telegrams] == [
        "The mast is down since Monday.\n\nVetrov",
        "Put it up again, and at once.",
    ]


def test_headings_of_the_file_part_documents_and_name_the_sections_round_them(
    read_page: Callable[[str], Recognition],
) -> None:
    documents = "".join(
        f"<h2>{n}. {pair}</h2><p>The figures of the week have been sent.</p><p class='x'>AKPI, f. 12, op. 3, l. {n}</p>"
        for n, pair in enumerate(
            ("VETROV TO PASHIN, TELEGRAM, 3 MAY 1938", "PASHIN TO VETROV, TELEGRAM, 4 MAY 1938"), 1
        )
    )
    found = read_page(f"<h1>Figures</h1><h4>By the way of an introduction</h4>{ARGUMENT.format('')}{documents}")
    assert [one.title for one in found.telegrams] == [
        "VETROV TO PASHIN, TELEGRAM, 3 MAY 1938",
        "PASHIN TO VETROV, TELEGRAM, 4 MAY 1938",
    ]
    heads = [block.children[0] for block in found.surroundings.message if block.element == "div"]
    text = found.capture.text
    assert "By the way of an introduction" in [text[head.start : head.end] for head in heads]


def test_superscripts_are_markers_of_the_notes_that_no_link_ties_to_them(
    read_page: Callable[[str], Recognition], karsk_job: Job
) -> None:
    body = (
        f"<h1>The silence</h1>{ARGUMENT.format('')}{ARGUMENT.format('<sup>1</sup>')}<h2>Vetrov to Pashin, 3 May 1938"
        "</h2><p>In 1938<sup>2</sup> the mast fell down, and was put up again by the cook.</p><p>Vetrov</p>"
        f"<h2>Conclusion</h2>{ARGUMENT.format('')}<p>1. See the handbook.</p><p>2. Not in 1937.</p>"
    )
    text = encoded(read_page(body), karsk_job)
    assert '1938<note type="footnote" n="2"' in text
    assert ">Not in 1937.</note> the mast fell" in text


def test_notes_that_count_anew_have_ids_of_their_own() -> None:
    notes = told_apart((Footnote("1", 0, 2, 5), Footnote("*", 5, 7, 9), Footnote("1", 10, 12, 15)))
    assert [note.key for note in notes] == ["note-1", "note-star", "note-1.2"]


@pytest.mark.parametrize(
    ("n", "text", "said"),
    [
        ("1", "[1] A mast.", "A mast."),
        ("1", "1. A mast.", "A mast."),
        ("*", "* A mast.", "A mast."),
        ("1", "12 masts.", "12 masts."),
        ("2", "A mast.", "A mast."),
    ],
)
def test_the_number_before_a_note_is_none_of_its_words(n: str, text: str, said: str) -> None:
    capture = capture_of(text, Feature(0, len(text), Kind.NOTE, "note-1", (("n", n), ("place", "foot"))))
    (note,) = known_notes(capture)
    assert text[note.start : note.end] == said


def test_brackets_round_a_link_are_part_of_the_marker() -> None:
    text = "mast[1] down 1 Pine"
    capture = capture_of(
        text, Feature(5, 6, Kind.REFERENCE, "note-1"), Feature(13, 19, Kind.NOTE, "note-1", (("n", "1"),))
    )
    assert known_notes(capture)[0].marks == ((4, 7),)


def test_short_superscripts_may_be_markers_and_words_are_none() -> None:
    text = "mast1 5th km2"
    looks = [feature(text, sign, Kind.EMPHASIS, "superscript") for sign in ("1", "th", "2")]
    assert set(raised(capture_of(text, *looks))) == {"1", "2"}


def test_a_capture_without_features_costs_nothing() -> None:
    marks = (Mark(0, 4, "persName"),)
    capture = capture_of("Mast down.")
    assert known_notes(capture) == ()
    assert with_looks(capture, marks, ((0, 10),)) == marks
    assert page_breaks(capture, 0, 10) == ()


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12))


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_looks_never_cross_what_is_marked(names: list[tuple[int, int]], looks: list[tuple[int, int]]) -> None:
    text = "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh ij"
    marked: list[Mark] = []
    for start, length in sorted(names):
        if not marked or marked[-1].end <= start:
            marked.append(Mark(start, start + length, "persName"))
    kinds: Attributes = ()
    capture = capture_of(text, *(Feature(s, s + n, Kind.EMPHASIS, "bold", kinds) for s, n in looks))
    found = with_looks(capture, marked, ((0, len(text)),))
    assert {mark for mark in found if mark.element == "persName"} == set(marked)
    spans = [(mark.start, mark.end) for mark in found]
    assert all(b <= c or d <= a or (a <= c and d <= b) or (c <= a and b <= d) for a, b in spans for c, d in spans)


def test_context_documents_have_looks_and_notes_too(read_page: Callable[[str], Recognition], karsk_job: Job) -> None:
    found = read_page(
        f"<h1>The <i>silence</i></h1>{ARGUMENT.format('<sup><a href=#n1>1</a></sup>')}{ARGUMENT.format(' <b>So.</b>')}"
        "<p>Vetrov telegraphed to Pashin:</p><blockquote>The mast is down since Monday.</blockquote>"
        "<p>And that was that.</p><p id=n1>1 See the handbook.</p>"
    )
    tree = context_document(
        found.capture,
        found.context,
        {one.start: document_id(one) for one in found.telegrams},
        id_="c-page",
        edition=karsk_job.edition,
        body=found.surroundings,
        authority=karsk_job.settings.authority,
    )
    text = etree.tostring(tree, encoding="unicode")
    assert ">See the handbook.</note>" in text
    assert '<hi rend="bold">So.</hi>' in text
