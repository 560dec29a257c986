"""Saved pages: the words that a reader sees, in order, with what the page's structure says of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei.capture import capture_file
from tei.errors import SourceError
from tei.model import Capture, FeatureKind

K = FeatureKind


def page(folder: Path, markup: str | bytes, name: str = "page.html") -> Capture:
    path = folder / name
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    return capture_file(path)


def marked(capture: Capture, kind: FeatureKind) -> list[tuple[str, str]]:
    """The features of a kind as (value, words)."""
    return [(one.value, capture.text[one.start : one.end]) for one in capture.featured(kind)]


SEEN = [
    ("<p>To  Vetrov\n <p>Karsk", "To Vetrov\n\nKarsk"),
    ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
    ("a <br> b<br>c", "a\nb\nc"),
    ("<p>a<br><br>b", "a\n\nb"),
    ("<p>one</p>  <!-- note --> <p>two", "one\n\ntwo"),
    ("a<b> b </b> c", "a b c"),
    ("<p>&nbsp;a&mdash;b &#150; &amp;&shy;&#x200b;c", "\u00a0a—b – &c"),
    ("<p>e<i>&#x301;</i>t&eacute;", "été"),
    ("<pre>\n a  b\n\n  c\n</pre>x", " a  b\n\n  c\n\nx"),
    ('<p style="white-space: pre-wrap">a  b', "a  b"),
    ("<hr>a<hr>b", "a\n\nb"),
    ('<span style="display:block">a</span>b', "a\n\nb"),
    ("<p>say <q>yes</q>", "say “yes”"),
    ('<p lang="ru"><q>да</q>', "«да»"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
    ("<dl><dt>a<dd>b</dl>", "a\n\nb"),
    ("<p>a<script>var b = '<p>';</script><style>p{}</style><template>t</template>c", "ac"),
    ("<noscript>No script</noscript>a<svg><title>s</title><text>t</text></svg><select><option>o</select>", "a"),
    ("<p hidden>a<p style='color:red; DISPLAY : none'>b<p style='visibility:hidden'>c<p>d", "d"),
    ("<span class='x sr-only'>a</span><dialog>b</dialog><dialog open>c</dialog><p hidden=until-found>d", "c\n\nd"),
    ("<style>/* x */ .a, p.b, #c {display:none} @media print{.d{display:none}} .e{color:red}</style>"
     "<p class=a>a<p class=b>b<div class=b>B</div><p id=c>c<p class=d>d<p class=e>e", "B\n\nd\n\ne"),
    ('<a class="__cf_email__" data-cfemail="127a3c73527762">[email&#160;protected]</a>', "h.a@ep"),
    ("<frameset><noframes><p>x</noframes></frameset><p>a", "a"),
    ("<o:p>a</o:p><st1:place w:st='on'>Karsk</st1:place><![if !x]>b<![endif]>", "aKarskb"),
    ("plain words", "plain words"),
    ("<b><i>a</b>b</i><p>c</b>", "ab\n\nc"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), SEEN)
def test_the_text_is_what_a_reader_sees(tmp_path: Path, markup: str, text: str) -> None:
    assert page(tmp_path, markup).text == text


LISTS = [
    ("<ol><li>a<li>b</ol>", "1. a\n\n2. b"),
    ("<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a\n\n7. b\n\n8. c"),
    ("<ol reversed><li>a<li>b</ol>", "2. a\n\n1. b"),
    ("<ol type=a><li>a<li value=27>b</ol>", "a. a\n\naa. b"),
    ("<ol type=I start=4><li>a</ol><ol type=i start=9><li>b</ol>", "IV. a\n\nix. b"),
    ("<ol style='list-style: upper-latin'><li>a</ol>", "A. a"),
    ("<ol style='list-style-type:decimal-leading-zero'><li>a<li type=A>b</ol>", "01. a\n\nB. b"),
    ("<ol start=-1><li>a<li>b</ol>", "-1. a\n\n0. b"),
    ("<ul style='list-style:none'><li>a</ul>", "a"),
    ("<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>", "• a\n\n◦ b\n\n▪ c\n\n• d"),
    ("<ul type=square><li>a</ul>", "▪ a"),
    ("<ol><li><p>a</p><p>b</p><li></li><li>c</ol>", "1. a\n\nb\n\n2.\n\n3. c"),
    ("<ol><li>a<ol><li>b</ol></ol>", "1. a\n\n1. b"),
    ("<li>loose", "loose"),
    ("<nav><ul><li>Home</ul></nav><p>a", "Home\n\na"),
]


@pytest.mark.parametrize(("markup", "text"), LISTS)
def test_items_have_the_numerals_that_a_browser_shows(tmp_path: Path, markup: str, text: str) -> None:
    assert page(tmp_path, markup).text == text


def test_items_know_their_numeral_level_and_kind(tmp_path: Path) -> None:
    capture = page(tmp_path, "<ol><li>a<ul><li>b</ul></ol>")
    assert [(one.value, dict(one.attributes)) for one in capture.featured(K.ITEM)] == [
        ("1.", {"level": "1", "type": "numbered"}),
        ("◦", {"level": "2", "type": "bulleted"}),
    ]
    assert marked(capture, K.NUMERAL) == [("1.", "1."), ("◦", "◦")]


TABLES = [
    ("<table><tr><th>Day<th>Ice<tr><td>1<td>30<br>cm</table>a", "Day | Ice\n1 | 30\ncm\n\na"),
    ("<table><tr><td>x<td>y<tr><td><td>b<tr><td>a<td></table>", "x | y\n| b\na | "),
    ("<table><thead><tr><td>a<td>b</thead><tbody><tr><td> <td>&#32;</tbody></table>x", "a | b\n\nx"),
    ("<table><tr><td><p>a</p><p>b</p><td> c </table>", "a\nb | c"),
    ("<table><caption>Ice</caption><tr><td>a<td>b</table>", "Ice\n\na | b"),
    ("<table role=presentation><tr><td>a<td>b</table>", "a\n\nb"),
    ("<table><tr><td>Menu<td><table><tr><td>a<td>b</table></table>", "Menu\n\na | b"),
    ("<table><tr><td>one<tr><td>two</table>", "one\n\ntwo"),
    ("<table><tr><td>menu<td><h1>T</h1><p>x</table>", "menu\n\nT\n\nx"),
    ("<table><tr><td>menu<td><p>1<p>2<p>3<p>4</table>", "menu\n\n1\n\n2\n\n3\n\n4"),
]


@pytest.mark.parametrize(("markup", "text"), TABLES)
def test_tables_of_data_have_rows_and_others_are_laid_out(tmp_path: Path, markup: str, text: str) -> None:
    assert page(tmp_path, markup).text == text


def test_cells_know_their_column_and_their_width(tmp_path: Path) -> None:
    capture = page(tmp_path, "<table><tr><th colspan=2>a<td rowspan=3>b<tr><td><td>c</table>")
    assert [(one.value, dict(one.attributes)) for one in capture.featured(K.CELL)] == [
        ("1", {"columns": "2", "role": "label"}),
        ("2", {"rows": "3"}),
        ("1", {}),
        ("2", {}),
    ]
    assert marked(capture, K.ROW) == [("", "a | b"), ("", "| c")]
    assert marked(capture, K.TABLE) == [("", "a | b\n| c")]


FEATURES = [
    ("<h2>Title</h2>", K.HEADING, [("2", "Title")]),
    ("<div role=heading aria-level=3>T</div>", K.HEADING, [("3", "T")]),
    ("<p>a</p><div>b</div><div><p>c</div>", K.PARAGRAPH, [("", "a"), ("", "b"), ("", "c")]),
    ("<blockquote><p>a</blockquote>", K.QUOTE, [("", "a")]),
    ("x <b> a <i>b</i></b>", K.EMPHASIS, [("bold", "a b"), ("italic", "b")]),
    ("<span style='font-weight:700;font-variant:small-caps'>a</span>", K.EMPHASIS,
     [("bold", "a"), ("small-caps", "a")]),
    ("<b style='font-weight:normal'>a</b><s>b</s><sub>2</sub>", K.EMPHASIS, [("strike", "b"), ("subscript", "2")]),
    ("<a href='/x'>a</a><a href='javascript:b()'>b</a><a>c</a>", K.LINK, [("/x", "a")]),
    ("<html lang=en><p>a <i lang=ru>да</i> <b lang=EN>c</b>", K.LANGUAGE, [("ru", "да")]),
    ("<p xml:lang=fr>oui", K.LANGUAGE, [("fr", "oui")]),
    ("<ins datetime=1938>a</ins><del>b</del>", K.INSERTION, [("", "a")]),
    ("<del>b</del>", K.DELETION, [("", "b")]),
    ("a<p style='page-break-before:always'>b", K.PAGE_BREAK, [("", "")]),
    ("a<span role=doc-pagebreak title=12></span>b", K.PAGE_BREAK, [("", "")]),
    ("<header>a</header><main>x<header>t</header></main><footer>b</footer>", K.FURNITURE,
     [("header", "a"), ("footer", "b")]),
    ("x<div role='navigation x'>a</div><aside>b</aside><button>c</button><menu>d</menu>", K.FURNITURE,
     [("nav", "a"), ("aside", "b"), ("form", "c"), ("menu", "d")]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "kind", "expected"), FEATURES)
def test_structure_becomes_features(
    tmp_path: Path, markup: str, kind: FeatureKind, expected: list[tuple[str, str]]
) -> None:
    assert marked(page(tmp_path, markup), kind) == expected


NOTES = {
    "an ordinary list, back and forth": (
        '<p>ice<sup><a id=r1 href="#fn1">1</a></sup> thick<h2>Notes</h2><ol><li id=fn1>In May. <a '
        'href="#r1">↩</a></ol>',
        "ice1 thick\n\nNotes\n\n[1] In May.",
    ),
    "saved with the page's whole address": (
        '<p>ice<a id=r1 href="https://e.org/p?x#n1">[1]</a><p id=n1>[1] May <a href="https://e.org/p?x#r1">^</a><p>end',
        "ice[1]\n\nend\n\n[1] May",
    ),
    "Word": (
        '<p>ice<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span '
        "class=MsoFootnoteReference>[1]</span>"
        "</a> thick<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> In May.<p>Late.</div></div>',
        "ice[1] thick\n\n[1] In May.\n\nLate.",
    ),
    "WordPress": (
        '<p>ice<sup class="footnote"><a href="#fn-12-1" id=fnref-12-1>1</a></sup></p><ol class=footnotes>'
        '<li id="fn-12-1">May <span class=footnotereverse><a href="#fnref-12-1">&#8617;</a></span></ol>',
        "ice1\n\n[1] May",
    ),
    "a wiki": (
        '<p>ice<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> and <sup id="cite_ref-1b">'
        '<a href="#cite_note-1">[1]</a></sup><ol class=references><li id="cite_note-1"><span '
        'class="mw-cite-backlink">↑ '
        '<a href="#cite_ref-1">a</a> <a href="#cite_ref-1b">b</a></span> <span>In May.</span></ol>',
        "ice[1] and [1]\n\n[1] In May.",
    ),
    "names by hand": (
        '<p>ice <a name="f1" href="#n1">[1]</a> and <a name=f2 href="#n2">[2]</a><hr><h4>Notes</h4>'
        '<p><a name="n1" href="#f1">[1]</a> In May.<p>So far.<p><a name=n2 href="#f2">[2]</a> In June.<p>Archive',
        "ice [1] and [2]\n\nArchive\n\nNotes\n\n[1] In May.\n\nSo far.\n\n[2] In June.",
    ),
    "lines of one paragraph": (
        '<p>ice<a href="#n1"><sup>1</sup></a> oil<a href="#n2"><sup>2</sup></a><p>Notes:<br><a name=n1>'
        "1.</a> In May.<br>"
        "<a name=n2>2.</a> In <i>June</i>.",
        "ice1 oil2\n\nNotes:\n\n1. In May.\n\n2. In June.",
    ),
    "anchors between blocks": (
        '<p>ice<a href="#n1">(1)</a> oil<a href="#n2">(2)</a><div><a name=n1></a><p>(1) May<a name=n2>'
        "</a><p>(2) June</div>",
        "ice(1) oil(2)\n\n(1) May\n\n(2) June",
    ),
    "loose lines after an anchor": (
        '<div><p>ice<a href="#n1">*</a></p><a name=n1>*</a> In May <i>late</i><p>End</p></div>',
        "ice*\n\nEnd\n\n* In May late",
    ),
    "a definition list": (
        '<p>ice<a href="#fn1" id=b1>1</a><dl><dt id=fn1><a href="#b1">1</a><dd>In May.<dt>x<dd>y</dl>',
        "ice1\n\nx\n\ny\n\n1\n\nIn May.",
    ),
    "rows of a table": (
        '<p>ice<sup><a href="#fn1">1</a></sup> oil<sup><a href="#fn2">2</a></sup><table><tr><td><a '
        "name=fn1>1</a><td>May"
        "<tr><td><a name=fn2>2</a><td>June</table>",
        "ice1 oil2\n\n1 | May\n\n2 | June",
    ),
    "a list that opens on a click": (
        '<p>ice<sup><a href="#fn1">1</a></sup><ol hidden><li id=fn1>In May.</ol><p>end',
        "ice1\n\nend\n\n[1] In May.",
    ),
    "a cell with paragraphs": (
        '<p>ice<sup><a href="#fn1">1</a></sup><table><tr><td>x<td id=fn1><p>May<p>late</table>',
        "ice1\n\nx\n\nMay\n\nlate",
    ),
    "items that write their own number": (
        '<p>ice<sup><a href="#fn1" id=b1>1</a></sup><ol style="list-style:none"><li id=fn1>1. May <a '
        'href="#b1">back</a></ol>',
        "ice1\n\n1. May",
    ),
    "numbers written twice": (
        '<p>ice<sup><a href="#fn1">1</a></sup><ol><li id=fn1>1) May</ol>',
        "ice1\n\n1) May",
    ),
    "an anchor in an item": (
        '<p>ice<sup><a href="#fn1">1</a></sup><ul style="list-style:none"><li><p><a name=fn1></a>May<p>late</ul>',
        "ice1\n\nMay\n\nlate",
    ),
    "anchors that end nothing": (
        '<p>ice<a href="#n1"><sup>1</sup></a><p>x<a name=n1></a> <p>May',
        "ice1\n\nx\n\nMay",
    ),
    "an empty anchor and loose words": (
        '<div><p>ice<a href="#n1"><sup>1</sup></a></p><b></b><a name=n1></a>In May<p>x</p></div>',
        "ice1\n\nx\n\nIn May",
    ),
    "two notes of which one is a heading": (
        '<p>ice<a href="#n1"><sup>1</sup></a> oil<a href="#n2"><sup>2</sup></a><h2 id=n1>A</h2><p id=n2>B',
        "ice1 oil2\n\nA\n\nB",
    ),
    "a heading with an empty line below": (
        '<p>ice<a href="#n1"><sup>1</sup></a><div><p><b>Notes</b></p><p></p><div><p id=n1>1. May</div></div>',
        "ice1\n\nNotes\n\n1. May",
    ),
    "notes below each of two texts": (
        '<p>ice<sup><a href="#fn1">1</a></sup><p id=fn1>1. May<p>oil<sup><a href="#fn2">2</a></sup><p id=fn2>2. June',
        "ice1\n\noil2\n\n1. May\n\n2. June",
    ),
    "an aside of an e-book": (
        '<p>ice<a epub:type="noteref" href="#x1">a</a><aside epub:type="footnote" id=x1>In May.</aside>',
        "icea\n\nIn May.",
    ),
    "hidden behind its marker until a click": (
        '<p>ice<sup>1</sup><span class="x-footnote__note" style="display:none">In May.</span> and oil',
        "ice1 and oil\n\nIn May.",
    ),
    "a number on the line over its note": (
        '<p>ice<a class="footnote-anchor" id=b1 href="#n1">1</a>'
        '<div><a id=n1 href="#b1">1</a><div><p>In May.</p></div></div>',
        "ice1\n\n1 In May.",
    ),
    "a way back in brackets": (
        '<p>ice<sup><a id=b1 href="#n1">1</a></sup><ol><li id=n1>In May. <span>[<a href="#b1">↩</a>]</span></ol>',
        "ice1\n\n[1] In May.",
    ),
}


@pytest.mark.parametrize(("markup", "text"), NOTES.values(), ids=NOTES)
def test_notes_stand_at_the_end_whatever_made_the_page(tmp_path: Path, markup: str, text: str) -> None:
    capture = page(tmp_path, markup)
    assert capture.text == text
    notes = {one.value for one in capture.featured(K.NOTE)}
    references = {one.value for one in capture.featured(K.REFERENCE)}
    assert notes == references != set()


def test_a_marker_and_its_note_know_each_other(tmp_path: Path) -> None:
    capture = page(tmp_path, NOTES["an ordinary list, back and forth"][0])
    (reference,), (note,) = capture.featured(K.REFERENCE), capture.featured(K.NOTE)
    assert (reference.value, dict(reference.attributes)) == ("note-1", {"n": "1"})
    assert (note.value, dict(note.attributes)) == ("note-1", {"n": "1", "place": "foot"})
    assert capture.text[note.start : note.end] == "[1] In May."
    assert dict(capture.dropped)["return links"] == 1


NO_NOTES = {
    "a table of contents": '<p><a href="#s1">1</a> <a href="#s2">2</a><h2 id=s1>One</h2><p>x<h2 id=s2>Two</h2><p>y',
    "a way to the top": '<p id=top>a<p>text<p><a href="#top">1</a>',
    "a page number": '<p>see p. <a href="#p12">12</a><p id=p12>text',
    "words as a link": '<p><a href="#fn1">see below</a><p id=fn1>text',
    "an empty place": '<p>ice<sup><a href="#fn1">1</a></sup><p id=fn1><p>x',
    "a note round its own marker": '<div id=fn1>ice<sup><a href="#fn1">1</a></sup></div>',
    "the body itself": '<body id=fn1><p>ice<sup><a href="#fn1">1</a></sup>',
    "a link to nowhere": '<p>ice<sup><a href="#fn9">9</a></sup>',
    "a raised figure before a word of its own": '<p>ice<sup>2</sup><span class="unit">metres</span> thick',
    "letters alone": '<p>ice <a href="#x">a</a><p id=x>text',
}


@pytest.mark.parametrize("markup", NO_NOTES.values(), ids=NO_NOTES)
def test_what_only_looks_like_a_note_stays_where_it_is(tmp_path: Path, markup: str) -> None:
    capture = page(tmp_path, markup)
    assert capture.featured(K.NOTE) == capture.featured(K.REFERENCE) == ()


def test_a_page_says_what_it_is(tmp_path: Path) -> None:
    capture = page(
        tmp_path,
        "<!-- saved from url=(0021)https://e.org/saved --><html lang=en><head><title> Two\nlamps </title>"
        "<meta name=DC.creator content='A. Petrova'><meta property=og:title content=other><meta name=citation_date "
        "content=1938-01-02><link rel='canonical nofollow' href=' https://e.org/lamps '></head><p>x",
    )
    assert capture.metadata == (
        ("title", "Two lamps"),
        ("url", "https://e.org/lamps"),
        ("language", "en"),
        ("author", "A. Petrova"),
        ("date", "1938-01-02"),
    )
    assert page(tmp_path, "<!-- saved from url=(0021)https://e.org/saved -->x").metadata == (
        ("url", "https://e.org/saved"),
    )
    assert page(tmp_path, "<meta property='og:title' content='T'>x").metadata == (("title", "T"),)


@pytest.mark.parametrize(
    ("declaration", "charset", "guess"),
    [
        ("<meta charset='windows-1251'>", "windows-1251", "declared"),
        ("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r", "declared"),
        ("<?xml version='1.0' encoding='windows-1251'?>", "windows-1251", "declared"),
        ("<meta charset=gb2312>", "gb18030", "declared"),
        ("<meta charset=latin1>", "utf-8", "utf-8"),
        ("", "utf-16", "byte order mark"),
    ],
)
def test_pages_are_read_in_the_set_that_they_declare(
    tmp_path: Path, declaration: str, charset: str, guess: str
) -> None:
    words = "收到请复" if charset == "gb18030" else "Карск, станция"
    capture = page(tmp_path, f"{declaration}<p>{words}".encode(charset))
    assert (capture.text, capture.guess) == (words, guess)


def test_hidden_words_are_counted_and_told(tmp_path: Path) -> None:
    capture = page(tmp_path, "<p hidden>two words<p>seen<script>x</script><script>y</script>")
    assert capture.dropped == (("hidden", 1), ("hidden words", 2), ("script", 2))
    assert [finding.rule for finding in capture.findings] == ["CAP131"]


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<frameset><frame src='text.html'></frameset>", "CAP132"),
        ("<iframe src='x'></iframe>", "CAP132"),
        ("<script>x</script>", "CAP101"),
        ("<!-- only -->", "CAP101"),
        ("<p>" + "<b>" * 6000 + "x", "XML104"),
    ],
)
def test_pages_without_words_and_pages_that_mean_harm_are_findings(tmp_path: Path, markup: str, code: str) -> None:
    with pytest.raises(SourceError) as error:
        page(tmp_path, markup)
    assert error.value.findings[0].rule == code


def test_elements_left_open_do_no_harm(tmp_path: Path) -> None:
    assert page(tmp_path, "<p>" + "<font>" * 3000 + "x").text == "x"


def nested(capture: Capture) -> bool:
    """Whether features of each kind lie one in the other or apart."""
    for kind in K:
        ends: list[int] = []
        for one in sorted(capture.featured(kind), key=lambda one: (one.start, -one.end)):
            while ends and ends[-1] <= one.start:
                ends.pop()
            if ends and one.end > ends[-1]:
                return False
            ends.append(one.end)
    return True


PIECES = st.sampled_from(
    ["a", " ", "b ", "<p>", "</p>", "<br>", "<b>", "</b>", "<i>", "</i>", "<ol>", "<ul>", "<li>", "</ol>", "<table>",
     "<tr>", "<td>", "<th>", "</table>", "<div hidden>", "</div>", "<pre>", "\n", "</pre>", "<q>", "</q>", "<h1>",
     "</h1>", "<sup>", "</sup>", "<a href='#fn1' id=r1>1</a>", "<p id=fn1>", "<a href='#r1'>↩</a>", "<a name=fn2>",
     "<a href='#fn2'>[2]</a>", "</a>", "<nav>", "</nav>", "<ins>", "</ins>", "e&#769;", "&#0;", "<blockquote lang=ru>",
     "<dl>", "<dt>", "<dd>", "</blockquote>", "<span style='page-break-before:always'>", "|", "\u1112", "\u1161"]
)  # fmt: skip


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=250
)
@given(st.lists(PIECES, max_size=40))
def test_any_soup_of_tags_is_a_capture_with_sound_features(tmp_path: Path, pieces: list[str]) -> None:
    """Spans lie in the text, nest within their kind, begin and end at words; the text is trimmed and in NFC."""
    try:
        capture = page(tmp_path, "x" + "".join(pieces))
    except SourceError:
        return
    assert capture.text == capture.text.strip("\n")
    assert unicodedata.is_normalized("NFC", capture.text)
    assert all(0 <= one.start <= one.end <= len(capture.text) for one in capture.features)
    assert list(capture.features) == sorted(capture.features, key=lambda one: (one.start, -one.end))
    assert nested(capture)


@pytest.mark.parametrize(
    ("markup", "kind", "value"),
    [
        ("<div class='breadcrumb'>Home</div>", FeatureKind.FURNITURE, "nav"),
        ("<div class='share-buttons'>Tweet</div>", FeatureKind.FURNITURE, "menu"),
        ("<div class='related-posts'>More</div>", FeatureKind.FURNITURE, "aside"),
        ("<div class='site-footer'>Imprint</div>", FeatureKind.FURNITURE, "footer"),
        ("<div id='catlinks'>Telegrams</div>", FeatureKind.FURNITURE, "footer"),
        ("<div id='comments'>A fine post</div>", FeatureKind.FURNITURE, "comments"),
        ("<div class='quote'><p>Mast.</p></div>", FeatureKind.QUOTE, ""),
    ],
)
def test_parts_of_a_page_are_known_by_the_names_their_authors_give_them(
    tmp_path: Path, markup: str, kind: FeatureKind, value: str
) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<body><p>Text.</p>{markup}</body>", encoding="utf-8")
    assert [feature.value for feature in capture_file(path).featured(kind)] == [value]


@pytest.mark.parametrize(
    ("markup", "attributes"),
    [
        ("<p style='margin-left: 40px'>Mast.</p>", {"indent": "yes"}),
        ("<p style='margin: 0 0 0 2em; text-align: right'>Mast.</p>", {"align": "right"}),
        ("<p style='padding-left:1.5em'>Mast.</p>", {"indent": "yes"}),
        ("<p class='MsoQuote'>Mast.</p>", {"indent": "yes"}),
        ("<p align=center>Mast.</p>", {"align": "center"}),
        ("<center><p>Mast.</p></center>", {"align": "center"}),
        ("<p style='margin-left: 0px'>Mast.</p>", {}),
    ],
)
def test_a_paragraph_says_how_it_is_set(tmp_path: Path, markup: str, attributes: dict[str, str]) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<body>{markup}</body>", encoding="utf-8")
    (paragraph,) = capture_file(path).featured(FeatureKind.PARAGRAPH)
    assert dict(paragraph.attributes) == attributes
