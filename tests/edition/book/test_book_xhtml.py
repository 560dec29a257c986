"""The text of a document in a book: valid XHTML whatever the stylesheets made, notes where the format wants them."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.book.xhtml import clean, hang_numerals, list_notes, mark_leaves, place_notes, wrapped, written
from tei.xmlfile import parse_bytes


def part(content: str) -> etree._Element:
    return parse_bytes(f"<part>{content}</part>".encode()).getroot()


def cleaned(content: str, *, web: str = "") -> str:
    root = part(content)
    clean(root, "d7", lambda _: web)
    return "".join(str(etree.tostring(child, encoding="unicode")) for child in root)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<p id="a">x</p>', '<p id="d7-a">x</p>'),
        ('<p id="a"/><p id="a"/>', '<p id="d7-a"/><p/>'),
        ('<p lang="ru">x</p>', '<p lang="ru" xml:lang="ru">x</p>'),
        ('<p lang="ru-">x</p>', "<p>x</p>"),
        ('<p>a<span class="said">(gap) </span>b</p>', "<p>ab</p>"),
        ('<span title="t" data-cert="low" data-n="3" aria-hidden="true">x</span>', '<span data-n="3">x</span>'),
        ('<div role="region" aria-label="Table" tabindex="0"/>', "<div/>"),
        ("<q>“x”</q>", '<span class="q">“x”</span>'),
        ('<dfn class="term">x</dfn>', '<span class="term">x</span>'),
        ('<time datetime="1938-02-28T23:05:00">x</time>', '<time datetime="1938-02-28T23:05:00">x</time>'),
        *(
            (f'<time datetime="{bad}">x</time>', "<span>x</span>")
            for bad in ("1938-02-31", "1938-02T10:00", "25:00", "")
        ),
        ('<time datetime="23:05">x</time>', '<time datetime="23:05">x</time>'),
        ("<p>a <em>b <p>c</p></em></p>", '<div class="p">a <div class="em">b <p>c</p></div></div>'),
        ("<h3>a <ul/></h3>", '<div class="h3">a <ul/></div>'),
        ("<p>a <del>b <div/></del></p>", '<div class="p">a <del>b <div/></del></div>'),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ('<dl class="x"><dd>b</dd></dl>', '<div class="dl x"><div class="dd">b</div></div>'),
        ('<a href="#n" role="doc-noteref">1</a>', '<a href="#d7-n" role="doc-noteref">1</a>'),
        ('<a href="x.html" role="x" aria-label="y">1</a>', "<span>1</span>"),
    ],
)
def test_what_a_book_cannot_hold_is_mended(given: str, made: str) -> None:
    assert cleaned(given) == made


def test_a_link_leads_where_the_book_says() -> None:
    assert cleaned('<a href="x.html">1</a>', web="d1.xhtml#d1") == '<a href="d1.xhtml#d1">1</a>'


NOTES = (
    '<ol class="notes"><li id="n1"><span class="numeral">1</span> <p>One</p> <a role="doc-backlink" href="#m1">↩</a>'
    '</li><li id="n2" lang="ru"><span class="numeral">*</span> Two <ul><li id="x"><span class="numeral">a</span></li>'
    "</ul></li></ol>"
)
MARKED = '<p>a<sup class="marker"><a href="#n1" id="m1" role="doc-noteref">1</a></sup> b</p>'


def test_an_e_book_has_its_notes_as_asides_that_markers_refer_to() -> None:
    text, notes = part(MARKED), part(NOTES)
    list_notes(text, notes)
    (marker,) = text.iter("a")
    assert marker.get("{http://www.idpf.org/2007/ops}type") == "noteref"
    assert [(one.get("id"), one.get("role")) for one in notes.iter("aside")] == [
        ("n1", "doc-footnote"),
        ("n2", "doc-footnote"),
    ]
    assert [one.get("id") for one in notes.iter("li")] == ["x"]


def test_a_printed_book_has_a_note_at_its_first_marker() -> None:
    """With the number of the document, for notes of two may stand on one page; its paragraph runs on."""
    text, notes = part(MARKED + MARKED), part(NOTES)
    place_notes(text, notes, 12)
    assert written(text, html=False) == (
        '<part><p>a<span class="foot" data-n="1" id="n1" data-of="12\u2007\u2007"><span class="first">One</span> '
        "</span> b</p>"
        '<p>a<sup class="marker"><a href="#n1" id="m1" role="doc-noteref">1</a></sup> b</p></part>'
    )
    assert [one.get("id") for one in notes.iter("li")] == ["n2", "x"]


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<p><span class="numeral">1.</span> a</p>', '<p data-numeral="1.">a</p>'),
        ('<div><span class="numeral">1.</span> <p>a</p></div>', '<div><p data-numeral="1.">a</p></div>'),
        ('<li><span class="numeral">a)</span> <b>a</b></li>', '<li data-numeral="a)"><b>a</b></li>'),
        ('<p>see <span class="numeral">1.</span> a</p>', '<p>see <span class="numeral">1.</span> a</p>'),
    ],
)
def test_a_numeral_hangs_from_what_it_numbers(given: str, made: str) -> None:
    """One inside a sentence stays."""
    text = part(given)
    hang_numerals(text)
    assert written(text, html=False) == f"<part>{made}</part>"


def test_a_note_with_blocks_makes_a_division_of_its_paragraph() -> None:
    """A parser of HTML would close the paragraph before the list."""
    text, notes = part(MARKED.replace("n1", "n2")), part(NOTES)
    place_notes(text, notes, 12)
    assert [(one.tag, one.get("class")) for one in text.iter("div")] == [("div", "p"), ("div", "foot")]
    assert 'lang="ru"' in written(text, html=True)


def test_when_all_notes_are_placed_their_list_is_gone() -> None:
    text, notes = part(MARKED), part(NOTES.partition('<li id="n2"')[0] + "</ol>")
    place_notes(text, notes, 1)
    assert len(notes) == 0


def test_a_marker_that_is_no_superscript_keeps_what_stands_round_it() -> None:
    """An edition's own stylesheet may set markers otherwise."""
    text, notes = part('<p>before <a href="#n1" role="doc-noteref">1</a> after</p>'), part(NOTES)
    place_notes(text, notes, 1)
    assert "before" in written(text, html=False)
    assert "after" in written(text, html=False)
    assert next(one.get("class") for one in text.iter("span")) == "foot"


def test_leaf_breaks_are_page_breaks_and_those_with_a_number_are_listed() -> None:
    text = part('<span class="pb" data-n="45" id="l"/><div class="pb" data-n=""/><span class="x"/>')
    assert mark_leaves(text, "d7") == (("l", "45"),)
    assert [one.get("role") for one in text] == ["doc-pagebreak", "doc-pagebreak", None]
    assert text[1].get("id") == "d7--leaf-2"


@pytest.mark.parametrize(
    ("lang", "attributes"),
    [("zh", ' lang="zh" xml:lang="zh"'), ("ar", ' lang="ar" xml:lang="ar" dir="rtl"'), ("-", "")],
)
def test_a_text_says_its_language(lang: str, attributes: str) -> None:
    made = written(wrapped(part("x"), "text", lang), html=False)
    assert made == f'<div xmlns:epub="http://www.idpf.org/2007/ops" class="text"{attributes}>x</div>'
