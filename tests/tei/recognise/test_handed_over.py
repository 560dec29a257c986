"""What an article says of a telegram that it hands over: whom "he" means, which note is its source, how much later."""

from __future__ import annotations

import pytest

from tei.recognise.cable_addresses import is_cable_address
from tei.recognise.enveloped import envelope_in, is_enveloped, number_told, repeated
from tei.recognise.intervals import days_later
from tei.recognise.paragraphs import Paragraph
from tei.recognise.referring import referred
from tei.recognise.seats import registered


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gurko kept it from the owners. At four in the morning he wired:", "Gurko"),
        ("The governor, Baron von Pell, did not. He replied the same day:", "Baron von Pell"),
        ("The first to speak was Gurko, who was careful. He telegraphed on 3 May 1938:", "Gurko"),
        ("A few days before, Gurko had received a parcel. The cable he drafted for Pell read:", "Gurko"),
        ("Gurko laughed. He had to be given water. His answer was sent on 4 May:", "Gurko"),
        ("The ice went out in June. He telegraphed:", ""),
        ("He slept badly. He telegraphed:", ""),
        ("Gurko slept badly. Pashin telegraphed:", ""),
        ("He telegraphed:", ""),
    ],
)
def test_pronoun_is_whom_the_sentence_before_names(text: str, name: str) -> None:
    """ "He" is the subject of the sentence before, and nobody where that says nothing."""
    span, _ = referred(Paragraph(100, 100 + len(text), text), ())
    assert (text[span[0] - 100 : span[1] - 100] if span else "") == name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Pell to Foreign Office, tel. No. 41, 4 May 1931, ibid.", ("Pell", "Foreign Office", "41", "4 May 1931")),
        ("Gurko to Pashin, May 4, 1938, ANRD, f. 7.", ("Gurko", "Pashin", None, "May 4, 1938")),
        ("See Gurko, The Ice, p. 4.", None),
    ],
)
def test_note_says_who_wrote_to_whom(text: str, parts: tuple[str, ...] | None) -> None:
    """A scholar's note begins with sender, recipient, number and day."""
    match = envelope_in(text)
    assert (match.group("sender", "recipient", "number", "date") if match else None) == parts
    assert is_enveloped(text) == (parts is not None)


def test_ibid_of_a_note_stands_behind_its_envelope() -> None:
    """The "ibid." of such a note is found; one that begins a note is another matter."""
    assert repeated("Pell to Gurko, 4 May 1931, ibid., f. 6.") is not None
    assert repeated("Ibid., f. 6.") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Pell's telegram No. 34 of 2 May reads:", "34"),
        ("In telegram No. 12 he told the Director:", "12"),
        ("He answered telegram No. 12 on the spot:", ""),
        ("In reply to Pell's telegram No. 12 he wrote:", ""),
    ],
)
def test_number_is_that_of_the_telegram_handed_over(text: str, number: str) -> None:
    """The number of a telegram that is answered is not the answer's."""
    assert number_told(text) == number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The reply came four days later:", 4),
        ("He answered 10 days later:", 10),
        ("The next morning he wired:", 1),
        ("He wired on the same day:", 0),
        ("Weeks later he wired:", None),
        ("Four days later it had a longer report:", None),
    ],
)
def test_days_are_counted_from_the_telegram_before(text: str, days: int | None) -> None:
    """What came later by weeks, or was received, has no day of its own."""
    assert days_later(text) == days


def test_few_words_in_capitals_over_a_wire_are_its_address() -> None:
    """They stand first, without a stop, over a text in capitals that has its stops."""
    assert is_cable_address("GURKO KARSK", "STOVE OUT STOP SEND COAL", ())
    assert not is_cable_address("STOVE OUT.", "STOVE OUT STOP SEND COAL", ())
    assert not is_cable_address("GURKO KARSK", "Send coal.", ())


def test_head_of_a_quoted_telegram_names_both_parties() -> None:
    """ "From … to …" with a date and a number may end in a full stop."""
    text = "From Captain Gurko, icebreaker Auk, to Admiralty. 11 May 1906. No. 9."
    assert [(role, text[slice(*span)]) for role, span in registered(text)] == [
        ("from", "Captain Gurko"),
        ("to", "Admiralty"),
    ]
