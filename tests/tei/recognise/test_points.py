"""Numbered and lettered points in every form that typists and browsers give them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.model import Block
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.points import message_blocks
from tests.timing import seconds


def outline(text: str) -> list[str]:
    """The blocks as "p1", "p", "div2[p list-lettered[a b]]"; what is printed otherwise follows after "="."""
    return [sketch(block) for block in message_blocks(split_paragraphs(text))]


def sketch(block: Block) -> str:
    attributes = dict(block.attributes)
    name = "" if block.element == "item" else block.element
    if block.element == "list":
        name += f"-{attributes['type']}"
    label = attributes.get("n", "") + (f"={attributes['rend']}" if "rend" in attributes else "")
    inside = f"[{' '.join(map(sketch, block.children))}]" if block.children else ""
    return f"{name}{label}{inside}"


def printed_words(text: str, block: Block) -> list[str]:
    """The words of a block with its numeral written again, as a renderer does by ENCODING.md."""
    attributes = dict(block.attributes)
    rend, n = attributes.get("rend", ""), attributes.get("n", "")
    lettered = block.element == "item" and len(n) == 1 and n.isalpha()
    numeral = "" if rend == "inline" or block.element == "pb" else rend or (n and (f"({n})" if lettered else f"{n}."))
    if block.children:
        return numeral.split() + [word for child in block.children for word in printed_words(text, child)]
    return numeral.split() + text[block.start : block.end].split()


SERIES = [
    ("1. Ice came.\n2. Coal went.", ["p1", "p2"]),
    ("1) Ice came.\n2) Coal went.", ["p1=1)", "p2=2)"]),
    ("(1) Ice came.\n(2) Coal went.", ["p1=(1)", "p2=(2)"]),
    ("1 . Ice came.\n2 . Coal went.", ["p1=inline", "p2=inline"]),
    ("1.Ice came.\n2.Coal went.", ["p1=inline", "p2=inline"]),
    ("1/ Ice came.\n2/ Coal went.", ["p1=1/", "p2=2/"]),
    ("[1] Ice came.\n[2] Coal went.", ["p1=[1]", "p2=[2]"]),
    ("1.- Ice came.\n2.- Coal went.", ["p1=1.-", "p2=2.-"]),
    ("I. Ice came.\nII. Coal went.\nIII. All is well.", ["p1=I.", "p2=II.", "p3=III."]),
    ("I) Ice came.\nII) Coal went.", ["p1=I)", "p2=II)"]),
    ("(i) ice came.\n(ii) coal went.", ["p1=(i)", "p2=(ii)"]),
    ("i. ice came.\nii. coal went.", ["p1=i.", "p2=ii."]),
    ("一、冰来了。\n二、煤没了。", ["p1=inline", "p2=inline"]),
    ("（一）冰来了。\n（二）煤没了。", ["p1=inline", "p2=inline"]),
    ("第一，冰来了。\n第二，煤没了。", ["p1=inline", "p2=inline"]),
    ("1、冰来了。\n2、煤没了。", ["p1=inline", "p2=inline"]),
    ("First. Ice came.\nSecond. Coal went.", ["p1=inline", "p2=inline"]),
    ("First: ice came.\nSecond: coal went.", ["p1=inline", "p2=inline"]),
    ("Первое. Лёд пришёл.\nВторое. Уголь кончился.", ["p1=inline", "p2=inline"]),
    ("First. Ice came.\nIt is thick.", ["p", "p"]),
    ("Ice came.\n2. Coal went.", ["p", "p2"]),
    ("Ice came.\n3. Coal went.", ["p", "p"]),
    ("1. Лёд пришёл.\n2. Уголь кончился.", ["p1", "p2"]),
    ("1. Ice.\n1. Coal.\n1. Fog.", ["p1", "p2=1.", "p3=1."]),
    ("1. Only this.\nAnd more.", ["div1[p p]"]),
    ("“1. Ice came.\n2. Coal went.”", ["p1=inline", "p2"]),
    ("We say:\n1. Ice came.\n2. Coal went.", ["p", "p1", "p2"]),
    ("2. Coal went.\n3. All is well.", ["p2", "p3"]),
    ("1. Ice came.\n2. Coal went.\n4. All is well.", ["p1", "p2", "p4"]),
    ("1. Ice came.\n2. Coal went.\n2. Coal again.", ["p1", "p2", "p2"]),
    ("1. Ice came.\n2. Coal went.\n1. Once more.\n2. And again.", ["p1", "p2", "p1", "p2"]),
    ("17. Re your 34.\n1. Ice came.\n2. Coal went.", ["p", "p1", "p2"]),
    ("1. Ice came.\n30. men are here.\n2. Coal went.", ["div1[p p]", "div2[p]"]),
    ("1. Ice came.\n[l. 45]\n2. Coal went.", ["p1", "pb45", "p2"]),
    ("10. Ice came.\n11. Coal went.", ["p10", "p11"]),
]
NO_POINTS = [
    "I. V. Orlov reports from Karsk.\nAll is well.",
    "I. Orlov reports from Karsk.\nV. Zimin writes too.",
    "V. Zimin writes.\nX. Orlov answers.",
    "417. Re your 203, all is well.\nIce came.",
    "1938. What a year.\nIce came.",
    "1. January 1938 was cold.\nIce came.",
    "2,000 men are here.\nIce came.",
    "1.5 tons of coal are left.\nIce came.",
    "10.30 a. m. the ship left.\nIce came.",
    "38. degrees of frost.\nIce came.",
    "15. The fog.\n3. The ice.",
    "A. Orlov is here.\nB. Zimin is not.",
    "A ship came.\nI saw it.",
    "* * *\nIce came.",
    "C. Orlov is here.",
    "十分感谢。\n冰来了。",
]
NESTED = [
    ("1. Two things:\n(a) ice\n(b) coal\n2. No more.", ["div1[p list-lettered[a b]]", "div2[p]"]),
    ("1. Two things:\na) ice\nb) coal", ["div1[p list-lettered[a=a) b=b)]]"]),
    ("1. Two things:\na. ice\nb. coal", ["div1[p list-lettered[a=a. b=b.]]"]),
    ("1. Two things:\nA) ice\nB) coal", ["div1[p list-lettered[A=A) B=B)]]"]),
    ("1. Дела:\nа) лёд\nб) уголь", ["div1[p list-lettered[а=а) б=б)]]"]),
    ("1. Two things:\n(1) ice\n(2) coal\n2. No more.", ["div1[p list-numbered[1=(1) 2=(2)]]", "div2[p]"]),
    ("I. Ice:\n1. new\n2. old\nII. Coal:\n1. none", ["div1=I.[p list-numbered[1 2]]", "div2=II.[p list-numbered[1]]"]),
    ("1. Ice:\n1.1. new\n1.2. old\n2. Coal", ["div1[p list-numbered[1.1 1.2]]", "div2[p]"]),
    ("1. Things:\n• ice\n• coal", ["div1[p list-bulleted[=• =•]]"]),
    ("(a) ice\n(b) coal", ["list-lettered[a b]"]),
    ("We ask:\n1. a) for ice;\n2. b) for coal;\n3. c) for fog.", ["p", "list-lettered[a=1. a) b=2. b) c=3. c)]"]),
    (
        "一、两件事：\n（一）冰；\n（二）煤。\n二、没了。",
        ["div1=inline[p list-numbered[一=inline 二=inline]]", "div2=inline[p]"],
    ),
    ("(a) ice\n(c) coal", ["list-lettered[a c]"]),
    ("(a) ice\n(k) coal", ["list-lettered[a]", "p"]),
    ("(h) ice", ["p"]),
]


@pytest.mark.parametrize(("text", "expected"), SERIES)
def test_a_series_of_numerals_makes_points_numbered_as_printed(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize("text", NO_POINTS)
def test_what_only_looks_like_a_numeral_stays_text(text: str) -> None:
    assert outline(text) == ["p"] * (text.count("\n") + 1)


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_what_stands_under_a_point_is_a_list_in_it(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


LINE = st.tuples(
    st.sampled_from(
        [
            "1. ",
            "2. ",
            "3) ",
            "1) ",
            "(1) ",
            "(2) ",
            "1 . ",
            "2.",
            "“1. ",
            "I. ",
            "II. ",
            "(i) ",
            "(ii) ",
            "(a) ",
            "b) ",
            "1. a) ",
            "2. b) ",
            "1.1. ",
            "• ",
            "- ",
            "一、",
            "（二）",
            "417. ",
            "5. January ",
            "",
            "",
            "[l. 4]",
            "A. ",
            "* * * ",
        ]
    ),
    st.sampled_from(["Ice came.", "the coal went", "冰来了", "Orlov writes", "V. Zimin", "“So be it”", "1938", "x"]),
).map("".join)


@settings(max_examples=500, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=9).map("\n".join))
def test_points_written_again_give_the_words_of_the_source(text: str) -> None:
    words = [word for block in message_blocks(split_paragraphs(text)) for word in printed_words(text, block)]
    assert words == text.replace("[l. 4]\n", "\n").split() or "[l." in text


@settings(max_examples=200, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=9).map("\n".join))
def test_blocks_follow_each_other_in_the_order_of_the_source(text: str) -> None:
    blocks = message_blocks(split_paragraphs(text))
    ends = [(block.outer_start, block.end) for block in blocks]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    assert ends[0][0] == 0
    assert ends[-1][1] == len(text)


def test_a_thousand_points_take_no_time() -> None:
    points = "\n".join(f"{n % 90 + 1}. ({n}) Ice came." for n in range(1000))
    assert seconds(lambda: outline(f"{points}\n{'I' * 5000}\n{'(' * 5000}")) < 1


def test_a_point_that_opens_with_a_letter_keeps_its_number() -> None:
    """ "2. a) …" over a bare "b)" is point 2 with a list, no numbering of a browser."""
    rows = split_paragraphs("1. The floe is small.\n\n2. a) Was he asked?\n\nb) Did he measure it?\n\n3. Take him off.")
    blocks = message_blocks(rows)
    assert [dict(block.attributes)["n"] for block in blocks] == ["1", "2", "3"]
    (items,) = blocks[1].children
    assert [dict(item.attributes)["n"] for item in items.children] == ["a", "b"]
