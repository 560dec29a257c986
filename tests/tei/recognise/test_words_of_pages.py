"""Lines by which pages hand over, comment, describe and space out."""

from __future__ import annotations

import pytest

from tei.recognise.fuller_names import after_office
from tei.recognise.layouts.announcing import announces, bare_call, gives_below, is_title
from tei.recognise.layouts.notes_of_site import is_comments
from tei.recognise.layouts.rows import is_personal
from tei.recognise.layouts.seams import is_addressed_and_signed
from tei.recognise.somebody import writers
from tei.recognise.spacing import is_spaced_out
from tei.recognise.telling import tells_of
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    "text",
    ["2 comments:", "Leave a Reply", "Ada said...", "Ada Quill says…", "3 thoughts on “The goat”", "5 комментариев"],
)
def test_readers_of_a_site_speak_below_its_page(text: str) -> None:
    """What begins the comments of readers is known for it."""
    assert is_comments(text)


@pytest.mark.parametrize(
    "text", ["Vetrov said that the ice holds.", "No reply,", "The captain says:", "Comments by Quill"]
)
def test_a_sentence_about_a_saying_begins_no_comments(text: str) -> None:
    """A telegram may say who said what."""
    assert not is_comments(text)


def test_an_answer_may_be_announced_over_a_bare_name() -> None:
    """Under "His answer came:" a name with a comma greets; elsewhere it does not."""
    assert announces("Vetrov took his time. His answer came on 11 April:", "Uncle,")
    assert not announces("There were three at the table:", "Uncle,")
    assert bare_call("Uncle,") == "Uncle"
    assert bare_call("Uncle, come") == ""


def test_who_tells_of_himself_may_still_hand_over() -> None:
    """Only the sentence that hands over must speak of others."""
    assert announces("I found two wires. Here is what Pell wrote to Vetrov in March:", "To Vetrov.")
    assert not announces("This is what I wrote to Vetrov in March:", "To Vetrov.")


def test_a_page_may_say_what_follows() -> None:
    """A sentence without a colon hands over where it says that a letter follows."""
    said = "The following is a 3 May 1938 letter written by Pell to U.S. Consul Quill, kept at the museum."
    assert gives_below(said)
    assert announces(said, "Dear Mr. Consul,")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sabelnikov’s reply, 5 May 1938", True),
        ("President Pell's second letter of May 5", True),
        ("His reply, 5 May 1938", False),
        ("Sabelnikov’s reply was short, and came on 5 May 1938", False),
    ],
)
def test_an_answer_is_a_title_by_its_writer_and_day(text: str, title: bool) -> None:
    """Pages of an exchange head an answer with whose it is."""
    assert is_title(text) is title


def test_a_heading_may_be_a_sentence_without_a_stop() -> None:
    """Who writes to whom is read from its verb."""
    text = "Vetrov writes to Anton Pashin"
    assert [(role, text[slice(*span)].strip()) for role, span in writers(text)] == [
        ("from", "Vetrov"),
        ("to", "Anton Pashin"),
    ]
    assert writers("Vetrov writes to Anton Pashin that the ice holds.") == ()


def test_a_message_in_person_is_headed_with_a_colon() -> None:
    """Books head messages of statesmen so."""
    assert is_personal("Personally and in strict confidence from Premier Pell to President Lind:")
    assert not is_personal("Personally I heard it from Pell, who goes to sea:")


def test_one_paragraph_may_be_a_whole_telegram() -> None:
    """It is addressed at its head and signed at its end."""
    assert is_addressed_and_signed("To Comrade Pashin. The goat has eaten the forms for the census. Vetrov.")
    assert not is_addressed_and_signed("To Comrade Pashin. The goat has eaten the forms for the census.")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("This cable from the ambassador gives an account of his walk.", True),
        ("Hull’s first letter to the consul proposes a map.", True),
        ("The situation at the strait is calm.", False),
    ],
)
def test_a_description_is_told_from_a_text(told: str, expected: bool) -> None:
    """Briefing books describe their documents from outside."""
    assert tells_of(told, read_title("Letter from Secretary Hull to Everett Quill")) is expected


def test_a_full_name_stands_behind_its_office() -> None:
    """The office is no part of it; an office alone stays."""
    assert after_office("Ambassador Nina Ostapova") == "Nina Ostapova"
    assert after_office("Foreign Minister") == "Foreign Minister"


def test_lines_that_a_converter_spaced_out_are_known() -> None:
    """A blank line behind every line parts no paragraphs where sentences go on from line to line."""
    lines = ["the station has asked for a boat that can be dragged over the ice by"] * 12
    assert is_spaced_out(lines, [1] * 12)
    assert not is_spaced_out([f"{line.capitalize()}." for line in lines], [1] * 12)
    assert not is_spaced_out(lines, [0] * 12)
