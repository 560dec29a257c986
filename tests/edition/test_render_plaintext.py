"""Plain text: lines are filled to a width, and the words are those of the document in its order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edition.render import body_text, plain_text, render_text
from edition.render.filling import columns, fill
from tei.names import tei
from tei.xmlfile import parse_bytes

HEADER = """<teiHeader><fileDesc><titleStmt><title>Ice at Karsk</title></titleStmt></fileDesc>
<profileDesc><correspDesc>
<correspAction type="sent"><persName>Vetrov</persName><date when="1937-09-07"/></correspAction></correspDesc>
</profileDesc></teiHeader>"""


def document(body: str, header: str = "<teiHeader/>") -> etree._ElementTree:
    return parse_bytes(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'.encode()
    )


COLUMNS = [("ice", 3), ("лёд", 3), ("冰", 2), ("е\u0308", 1), ("a\u00adb", 2), ("", 0)]


@pytest.mark.parametrize(("text", "expected"), COLUMNS)
def test_wide_characters_take_two_columns_and_combining_ones_none(text: str, expected: int) -> None:
    assert columns(text) == expected


FILLED = [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 0, ["one two three"]),
    ("incomprehensibilities all", 5, ["incomprehensibilities", "all"]),
    ("one\ntwo three", 5, ["one", "two", "three"]),
    ("a   b", 9, ["a   b"]),
    ("a\u00a0b c", 3, ["a\u00a0b", "c"]),
    ("極地站需要煤油", 6, ["極地站", "需要煤", "油"]),
    ("極地站，需要煤", 6, ["極地", "站，需", "要煤"]),
    ("他說「好」吧", 6, ["他說", "「好」", "吧"]),
    ("в 1938年", 6, ["в 1938", "年"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), FILLED)
def test_lines_are_filled_and_broken_where_they_may_be(text: str, width: int, lines: list[str]) -> None:
    assert fill(text, width) == lines


def test_the_first_line_and_the_others_begin_as_told() -> None:
    assert fill("ice and snow", 8, first="1. ", rest="   ") == ["1. ice", "   and", "   snow"]


@given(st.lists(st.sampled_from(["ice", "barrel", "冰雪", "капуста", "x"]), max_size=30), st.integers(8, 40))
@settings(deadline=None, max_examples=50)
def test_no_line_is_wider_than_it_may_be(words: list[str], width: int) -> None:
    assert all(columns(line) <= width for line in fill(" ".join(words), width))


def test_the_header_block_says_who_sent_what_when_and_a_rule_ends_it() -> None:
    text = plain_text(document("<p>Ice.</p>", HEADER), width=20)
    assert text == f"Ice at Karsk\n\nFrom: Vetrov\nSent: 7 September\n      1937\n\n{'-' * 20}\n\nIce.\n"


def test_without_header_the_text_stands_alone() -> None:
    assert plain_text(document("<p>Ice.</p>", HEADER), header=False) == "Ice.\n"


def test_an_empty_document_is_one_line_end() -> None:
    assert plain_text(document(""), header=False) == "\n"


def test_items_hang_after_their_letters_and_points_do_not() -> None:
    body = '<p n="1">ice ice ice</p><list type="lettered"><item n="a">snow snow</item></list>'
    assert plain_text(document(body), width=10, header=False) == "1. ice ice\nice\n\n  (a) snow\n      snow\n"


def test_items_of_paragraphs_are_parted_by_blank_lines() -> None:
    body = "<list><item><p>a</p><p>b</p></item><item>c <list><item>d</item></list></item></list>"
    assert plain_text(document(body), header=False) == "  a\n\n  b\n  c\n\n    d\n"


def test_notes_follow_the_text_and_hang_after_their_numbers() -> None:
    body = '<p>Ice<note n="1"><p>old ice</p><p>very old</p></note></p>'
    assert (
        plain_text(document(body), width=10, header=False)
        == "Ice[1]\n\nNotes\n\n[1] old\n    ice\n\n    very\n    old\n"
    )


def test_an_empty_note_keeps_its_number() -> None:
    assert plain_text(document('<p>Ice<note n="1"/></p>'), header=False) == "Ice[1]\n\nNotes\n\n[1]\n"


def test_no_line_ends_in_a_space() -> None:
    assert plain_text(document("<p>Ice \u00a0<lb/> snow </p>"), header=False) == "Ice\nsnow\n"


def test_a_no_break_space_inside_a_line_is_kept() -> None:
    assert body_text(document("<p>7\u00a0September</p>")) == "7\u00a0September\n"


def test_a_negative_width_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        plain_text(document(""), width=-1)


def test_the_bytes_are_utf_8() -> None:
    assert "лёд" in render_text(document("<p>лёд</p>")).decode("utf-8")


WORDS = st.lists(st.sampled_from(["ice", "лёд", "冰", "onion", "7", "“No”,", "C.–B."]), min_size=1, max_size=4)


@st.composite
def phrases(draw: st.DrawFn, depth: int = 2) -> str:
    """A run of words, some in elements that print nothing of their own."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        inner = " ".join(draw(WORDS)) if depth == 0 or draw(st.booleans()) else draw(phrases(depth - 1))
        name = draw(
            st.sampled_from(["", "hi", "persName", "date", "seg", "foreign", "quote", "expan", "unclear", "other"])
        )
        pieces.append(f"<{name}>{inner}</{name}>" if name else inner)
    return draw(st.sampled_from([" ", "\n    ", "\n", " <pb/> ", " <lb/>\n"])).join(pieces)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> str:
    kind = draw(st.sampled_from(["p", "ab", "opener", "list", "div", "table", "lg", "quote"]))
    if kind == "div" and depth:
        return f"<div>{''.join(draw(st.lists(blocks(depth - 1), min_size=1, max_size=3)))}</div>"
    inner = draw(phrases())
    wrap = {
        "list": "<item>{}</item>",
        "table": "<row><cell>{}</cell></row>",
        "lg": "<l>{}</l>",
        "opener": "<salute>{}</salute>",
        "div": "<p>{}</p>",  # no words stand in a division itself
    }
    return f"<{kind}>\n  {wrap.get(kind, '{}').format(inner)}\n</{kind}>"


@given(st.lists(blocks(), max_size=5), st.integers(0, 60))
@settings(deadline=None, max_examples=60)
def test_the_words_of_the_plain_text_are_those_of_the_document_in_its_order(made: list[str], width: int) -> None:
    tree = document("".join(made))
    body = tree.getroot().find(f".//{tei('body')}")
    assert body is not None
    source = "".join(str(piece) for piece in body.itertext())
    expected = re.sub(r"\s", "", source)
    for text in (body_text(tree), plain_text(tree, width=width, header=False)):
        assert "".join(text.split()) == expected
    assert body_text(tree).split() == _words(body)


def _words(body: etree._Element) -> list[str]:
    """The words, blocks parting them: what stands in two blocks is never one word."""
    parts = {tei(name) for name in ("p", "ab", "item", "cell", "l", "salute", "quote")}
    text = ""
    for event, element in etree.iterwalk(body, events=("start", "end")):
        text += " " if element.tag in parts else ""
        text += (element.text if event == "start" else element.tail) or ""
    return text.split()
