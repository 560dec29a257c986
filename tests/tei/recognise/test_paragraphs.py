"""Lines and paragraphs of a capture, and brackets that run over them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.recognise.neighbours import join_open_brackets
from tei.recognise.paragraphs import split_paragraphs, wrap_width
from tests.timing import seconds

LONG = "The ship left the harbour late and met the first ice north of the cape"
WRAPPED = "\n".join([LONG] * 7 + ["and so we wait."])


def texts(text: str) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in split_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ice.\nCoal.", ["Ice.", "Coal."]),
        ("  Ice.  \n\n\n\tCoal.\n", ["Ice.", "Coal."]),
        ("", []),
        (" \n\xa0\n", []),
        ("\xa0Ice.\xa0", ["Ice."]),
    ],
)
def test_each_line_is_a_paragraph_as_a_browser_copies_them(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    assert len(texts(WRAPPED)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{WRAPPED}\n\n{WRAPPED}",
        f"{WRAPPED}\n{WRAPPED}",
        f"{WRAPPED.removesuffix('and so we wait.')}{LONG}\n    {WRAPPED}",
        f"1. {WRAPPED.removesuffix('and so we wait.')}{LONG}\n2. {WRAPPED}",
        f"https://karsk.example/{'x' * 90}\n\n{WRAPPED}",
    ],
)
def test_a_blank_line_an_indent_a_short_line_or_a_numeral_ends_a_wrapped_paragraph(text: str) -> None:
    assert len(texts(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([LONG + LONG] * 10),
        "\n".join(["Ice."] * 10),
        "\n".join([LONG, "Ice.", LONG * 3, "Coal went.", LONG * 2, "Fog."] * 3),
        "\n\n".join([LONG] * 10),
    ],
)
def test_a_page_that_was_not_wrapped_keeps_its_lines(text: str) -> None:
    lines = split_paragraphs(text)
    assert wrap_width(lines) == 0
    assert len(lines) == len([line for line in text.split("\n") if line])


APART = [f"{word}\nof the harbour came in late" for word in ("Ice", "Coal", "Fog", "Snow")]


def test_the_first_word_of_a_paragraph_in_a_line_of_its_own_is_joined_to_it() -> None:
    assert texts("\n".join(APART)) == [" ".join(text.split()) for text in APART]
    assert len(texts("\n".join(APART[:3]))) == 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b\nc] d\ne", ["a [b c] d", "e"]),
        ("[a [[b]]\nc]\nd", ["[a [[b]] c]", "d"]),
        ("a [b\nc\nd", ["a [b", "c", "d"]),
        ("a] b [c\nd] e", ["a] b [c d] e"]),
        ("a [b" + "\nx" * 9 + "]", ["a [b", *["x"] * 8, "x]"]),
        ("a]\nb", ["a]", "b"]),
    ],
)
def test_a_bracket_that_is_closed_soon_after_joins_paragraphs(text: str, expected: list[str]) -> None:
    joined = join_open_brackets(text, split_paragraphs(text))
    assert [" ".join(paragraph.text.split()) for paragraph in joined] == expected


def test_a_bracket_joins_no_paragraphs_over_a_heading_that_is_none_of_them() -> None:
    text = "[\nVetrov to Pashin\nKarsk, 5 May]\nThe mast is down."
    first, _, *others = split_paragraphs(text)
    assert join_open_brackets(text, [first, *others]) == (first, *others)


@given(st.text(st.sampled_from("ab [].1)\n\t\xa0A"), max_size=200))
def test_paragraphs_hold_every_visible_character_in_order(text: str) -> None:
    lines = split_paragraphs(text)
    for paragraphs in (lines, join_open_brackets(text, lines)):
        assert "".join("".join(p.text.split()) for p in paragraphs) == "".join(text.split())
        assert all(text[p.start : p.end] == p.text for p in paragraphs)


def test_a_part_of_a_paragraph_keeps_its_place() -> None:
    paragraph = split_paragraphs("\n  Ice and coal")[0]
    part = paragraph.at(3, 12)
    assert (part.text, part.start, part.end) == ("and coal", 7, 15)


def test_a_long_page_takes_no_time() -> None:
    text = "[" * 500 + "\n" + (WRAPPED + "\n[ice\n") * 400
    assert seconds(lambda: join_open_brackets(text, split_paragraphs(text))) < 1


def test_chinese_lines_cut_at_a_width_are_one_paragraph() -> None:
    """A sign takes two columns: a line of thirty is as wide as one of sixty letters."""
    line = "各站长须于五日以前将读数抄送本局并附说明如有不明之处可来电询"
    text = "\n".join((line, line, line, "不得有误。", "一、" + line, line, line, "切切。"))
    found = [paragraph.text for paragraph in split_paragraphs(text)]
    assert [one[:2] for one in found] == ["各站", "一、"]
    assert [one.count("\n") for one in found] == [3, 3]
