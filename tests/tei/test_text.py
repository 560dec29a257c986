"""Mixed content: marks nest or give way, and nothing of a span is lost on its way into an element."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei.model import Mark
from tei.names import tei
from tei.text import append_text, fill, nest, normalise_space, running_words, text_of, words


def filled(text: str, *marks: Mark) -> str:
    parent = etree.Element("x")
    fill(parent, text, 0, len(text), nest(marks))
    return (
        etree.tostring(parent, encoding="unicode")
        .replace(' xmlns:ns0="http://www.tei-c.org/ns/1.0"', "")
        .replace("ns0:", "")
    )


def test_text_without_marks_stands_as_it_is() -> None:
    assert filled("Karsk & Tolbeya") == "<x>Karsk &amp; Tolbeya</x>"


def test_a_mark_becomes_an_element_between_the_words() -> None:
    assert filled("at Karsk now", Mark(3, 8, "placeName", (("ref", "#karsk"),))) == (
        '<x>at <placeName ref="#karsk">Karsk</placeName> now</x>'
    )


def test_the_silent_part_of_a_mark_is_not_text() -> None:
    assert filled("one [must] wait", Mark(4, 10, "supplied", (), 5, 9)) == "<x>one <supplied>must</supplied> wait</x>"


def test_marks_inside_marks_nest() -> None:
    bracket = Mark(0, 8, "supplied", (), 1, 7)
    name = Mark(1, 7, "persName")
    assert filled("[Vetrov]", name, bracket) == "<x><supplied><persName>Vetrov</persName></supplied></x>"


def test_of_two_marks_that_cross_the_first_in_precedence_stays() -> None:
    first, second = Mark(0, 6, "orgName"), Mark(4, 10, "persName")
    assert filled("0123456789", first, second) == "<x><orgName>012345</orgName>6789</x>"
    assert filled("0123456789", second, first) == "<x>0123<persName>456789</persName></x>"


def test_a_mark_over_a_bracket_of_another_gives_way() -> None:
    bracket = Mark(4, 10, "supplied", (), 5, 9)
    assert filled("one [must] wait", bracket, Mark(3, 5, "num")) == "<x>one <supplied>must</supplied> wait</x>"


def test_equal_spans_nest_in_order_of_precedence() -> None:
    assert filled("ab", Mark(0, 2, "date"), Mark(0, 2, "hi")) == "<x><date><hi>ab</hi></date></x>"


def test_a_blank_line_is_a_break_and_a_line_end_a_space() -> None:
    assert filled("one\n\ntwo\nthree   four") == "<x>one<lb/>two three four</x>"


def test_language_attributes_are_in_the_xml_namespace() -> None:
    assert (
        filled("pak", Mark(0, 3, "foreign", (("xml:lang", "ru-Latn"),)))
        == '<x><foreign xml:lang="ru-Latn">pak</foreign></x>'
    )


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).filter(lambda pair: pair[0] < pair[1])


@given(st.text("ab c\n[]", max_size=31), st.lists(st.tuples(spans, st.booleans()), max_size=8))
def test_no_word_is_lost_whatever_marks_are_asked_for(text: str, asked: list[tuple[list[int], bool]]) -> None:
    marks = [Mark(start, min(end, len(text)), "hi") for (start, end), _ in asked if start < min(end, len(text))]
    parent = etree.Element("x")
    fill(parent, text, 0, len(text), nest(marks))
    for broken in parent.iter(tei("lb")):
        broken.text = " "
    assert "".join(words(text_of(parent))) == "".join(words(text))


@given(st.lists(spans, max_size=12))
def test_marks_that_are_kept_never_cross(asked: list[list[int]]) -> None:
    kept = nest(Mark(start, end, "hi") for start, end in asked)
    for one in kept:
        for other in kept:
            apart = one.end <= other.start or other.end <= one.start
            inside = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert apart or inside


def test_text_is_added_after_the_last_child() -> None:
    parent = etree.fromstring("<x>a<b/>c</x>")
    append_text(parent, "d")
    append_text(parent, "")
    assert etree.tostring(parent) == b"<x>a<b/>cd</x>"


def test_comments_and_instructions_are_not_text() -> None:
    assert text_of(etree.fromstring("<x>a<!-- no --><?pi no?><b>b</b> c</x>")) == "ab c"
    assert normalise_space("  a \n b ") == "a b"


def test_a_cut_line_of_chinese_goes_on_without_a_space() -> None:
    """Chinese writes no spaces: where a line was cut none is read, between other letters one is."""
    made = etree.Element("p")
    text = "竹竿着即停\n用，水尺\nfoot of\nice"
    fill(made, text, 0, len(text), ())
    assert made.text == "竹竿着即停用，水尺 foot of ice"
    assert running_words("竹竿着即停\n用 and\nice") == ["竹竿着即停用", "and", "ice"]
