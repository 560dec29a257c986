"""Words of a page are found again, however the quotation marks and spaces were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.decisions.quotes import Passages, folded

PAGE = (
    "To Comrade Vetrov\n\nThe ship’s “Polynya” – or\u00a0so we hear – left ... yesterday. "
    "Vet\u00adrov\n收到你的来电。\n"
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("To Comrade Vetrov", "To Comrade Vetrov"),
        ("Comrade Vetrov The ship", "Comrade Vetrov\n\nThe ship"),
        ('ship\'s "Polynya"', "ship’s “Polynya”"),
        ("Polynya” - or so", "Polynya” – or\u00a0so"),
        ("hear -- left", "hear – left"),
        ("left … yesterday", "left ... yesterday"),
        ("left .", "left ..."),
        ("TO COMRADE", "To Comrade"),
        ("yesterday. Vetrov", "yesterday. Vet\u00adrov"),
        ("  你的来电 ", "你的来电"),
    ],
)
def test_a_quotation_is_found_however_it_was_typed(quote: str, words: str) -> None:
    (span,) = Passages(PAGE).find(quote)
    assert PAGE[slice(*span)] == words


def test_capitals_as_written_go_first() -> None:
    page = Passages("VETROV\nVetrov\n")
    assert page.find("Vetrov") == ((7, 13),)
    assert page.find("vetrov") == ((0, 6), (7, 13))


@pytest.mark.parametrize("quote", ["To Comrade Kashin", "", "   ", "ship left"])
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert Passages(PAGE).find(quote) == ()


def test_only_a_stretch_can_be_searched() -> None:
    assert Passages("a b a b").find("a", 1) == ((4, 5),)
    assert Passages("a b a b").find("a", 1, 4) == ()


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("until spring. Vetrov", "until spring", "until spring."),
        ("until spring.” said", "until spr", "until spring.”"),
        ("until spring.[3] Then", "spring", "spring.[3]"),
        ("until spring.3 Then", "spring", "spring.3"),
        ("until spring [two] more", "spring", "spring"),
        ("(until spring) he", "until spring", "until spring)"),
        ("收到你的来电。又", "来电", "来电。"),
    ],
)
def test_a_passage_ends_with_its_word_stop_and_marker(text: str, quote: str, whole: str) -> None:
    page = Passages(text)
    (span,) = page.find(quote)
    assert text[slice(*page.whole(*span))] == whole


def test_the_nearest_passage_is_shown_with_its_line() -> None:
    page = Passages("Karsk\n\nTo Comrade Vetrov in Karsk\n\nBoth barometers are broken.\n")
    assert page.nearest("To Comrad Vetrow in Karsk") == (3, "To Comrade Vetrov in Karsk")
    assert page.nearest("both barometres are broken") == (5, "Both barometers are broken")
    assert page.nearest("Weather fair throughout Leningrad") is None
    assert page.nearest("…") is None
    assert Passages("...").nearest("word") is None


def test_the_nearest_passage_of_a_long_page_is_found_among_many() -> None:
    page = Passages("the of and to\n" * 3000 + "the surgeon of the station and the cook\n" + "the of and to\n" * 3000)
    found = page.nearest("the surgean of the station and the cook")
    assert found is not None
    assert found[1] == "the surgeon of the station and the cook"


@pytest.mark.parametrize(("words", "alone"), [("ab", True), ("cd", False), ("gh", True), ("ij", True)])
def test_words_may_fill_their_line_but_for_punctuation(words: str, alone: bool) -> None:
    page = Passages("ab\ncd e\n“gh”.\nij")
    (span,) = page.find(words)
    assert page.is_line(*span) is alone


@given(st.text(max_size=60))
def test_every_character_that_is_kept_has_its_place(text: str) -> None:
    words, places = folded(text)
    assert len(words) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text(alphabet="ab “”’\n-–.İß", max_size=30), st.data())
def test_any_words_of_a_page_are_found_on_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = Passages(text).find(quote)
    assert bool(found) or not folded(quote)[0].strip()
