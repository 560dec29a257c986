"""Small readings that collections of dispatches and letters need: titles, posts, places, lists, lines run together."""

from __future__ import annotations

import pytest

from tei.model import Capture
from tei.recognise import Settings
from tei.recognise.datelines import dateline
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import is_enumeration, is_title
from tei.recognise.layouts.dispatch_heads import is_form, names_parties
from tei.recognise.layouts.page import page_of
from tei.recognise.layouts.registers import is_results
from tei.recognise.layouts.run_in_heads import with_heads_apart
from tei.recognise.paragraphs import Paragraph, split_paragraphs
from tei.recognise.parties import is_closing
from tei.recognise.titles import read_title


@pytest.mark.parametrize("place", ["London", "Lisbon", "Boston"])
def test_a_place_that_ends_in_a_small_word_keeps_it_before_a_date(place: str) -> None:
    """The “on” of “London” is no word before the date."""
    title = read_title(f"Telegram of the Premier to the Envoy in {place} on July 27th, 1914.")
    assert title.party("to") == f"the Envoy in {place}"


def test_a_long_title_that_ends_with_its_day_is_no_sentence() -> None:
    text = "Telegram of the Harbour Attache at St. Osgood to H. M. the King of the Outer Islands on July 30th, 1914."
    assert is_title(text)


def test_exhibits_are_counted_as_documents_are() -> None:
    assert is_enumeration("EXHIBIT 15.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Osgood to Mr. Whitlock.", True),
        ("No. 12. Mr. Osgood to Mr. Whitlock.", True),
        ("Amos Thornby to Casper Whitlock, May 4, 1871 – 7 p.m.", True),
        ("He went to Karsk.", False),
        ("Mr. Osgood to Mr. Whitlock:", False),
    ],
)
def test_a_line_that_names_both_parties_and_nothing_else_heads_a_dispatch(text: str, names: bool) -> None:
    assert names_parties(text) is names


@pytest.mark.parametrize(
    ("text", "form"), [("[TELEGRAM.]", True), ("[Cipher.]", True), ("[Translation.]", True), ("(see below)", False)]
)
def test_a_form_in_brackets_stands_between_parties_and_day(text: str, form: bool) -> None:
    assert is_form(text) is form


def test_initials_before_a_day_are_a_clerk_and_no_place() -> None:
    assert dateline("E. A. C. July 28", 1914, nobody) is None


def test_blessings_close_a_letter() -> None:
    assert is_closing("Blessings from")


def test_both_parties_give_their_seats() -> None:
    title = read_title("The Premier, Tallby, to the Premier of the Islands, Severin.")
    assert (title.party("from"), title.party("to")) == ("The Premier", "the Premier of the Islands")


def test_place_and_day_behind_an_addressee_are_a_line_of_their_own() -> None:
    text = "To: A. Pell, Minister of the Ice. Karsk, May 3/16, 1914."
    rows = list(with_heads_apart([Paragraph(0, len(text), text, 0)]))
    assert [row.text for row in rows] == ["To: A. Pell, Minister of the Ice.", "Karsk, May 3/16, 1914."]


def test_the_list_of_documents_of_a_volume_holds_no_telegram(settings: Settings) -> None:
    """Day, title, a line on each, and its page: nobody speaks in it."""
    entries = (
        ("May 4", "Disagreement on ice.", 2),
        ("May 5", "The goat.", 3),
        ("May 21", "Pell to take no action.", 7),
    )
    text = "ANALYTICAL LIST OF DOCUMENTS\n\nDate\n\nPage\n\n1931\n\nMay 3\n\nNote by the Premier\n\nTalk.\n\n1\n\n"
    text += "".join(f"{day}\n\nThe Charge in Estria to the Ministry\n\n{told}\n\n{at}\n\n" for day, told, at in entries)
    assert is_results(page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories))
