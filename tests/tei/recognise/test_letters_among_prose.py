"""Letters and dispatches that a life, a hearing or a weblog prints: where each begins and ends. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.dates import find_dates
from tei.model import Recognition, Telegram
from tei.recognise.centuries import year_on_page
from tei.recognise.layouts.announcing import announces
from tei.recognise.layouts.speakers import names_speaker
from tei.recognise.openers import addressed_at
from tei.recognise.parties import is_office

Read = Callable[[str], Recognition]

LIFE = """In March 1863 the ice had gone out of the river, and Karsk waited for its first boat. He wrote to his sister:

                    HARBOUR OFFICE, March 9, '63.

MY DEAREST ADA,—The boat is late and the flour is gone. I wired to Pell last night.

Ever your affectionate
O.

To Captain Pell, at Tarn, he had sent the following telegram the night before:

HARBOUR OFFICE, March 8, '63, 9 p.m.

Has the boat left you? Answer before Tuesday.
"""
HEARING = """Mr. OSGOOD. What did you answer?

Mr. PELL. I telegraphed as follows:

TALLBY, May 3, 1912 - 8 p. m.
LIND, Tarn:
Have sent the coal on by sledge. Do not wait for the steamer before Friday noon.
PELL.

Mr. OSGOOD. Was that the last message?

Mr. PELL. No, sir. At 8.44 a. m. we received this one:

Please meet the sledge at the lighthouse if the road is open.
LIND.
"""
EXCHANGE = """The winter telegrams of two cousins

In the week before the thaw the two of them wired to each other every day, and both kept the forms.

May 3rd 1914
From Director Osgood to Inspector Lind
The ice is going out and I have no boat. I ask you to send me yours before Sunday, with its crew.
Osgood

May 4th 1914
From Inspector Lind to Director Osgood
You shall have the boat tomorrow, but the crew has gone to the fair and will not be back before Monday.
Lind

Read another story of the river:

The year of the two floods (1917)
"""
UNDER_ADDRESS = """General PELL,

Tarn:

LIND'S HEADQUARTERS,
August 30, 1863.

The flag of truce is in. I have papers to the 28th, but have not read them yet.

O. LIND,
Lt. Genl.

HEADQUARTERS ARMIES OF THE ICE,
May 12, 1864.Major-General OSGOOD, Tallby:
Send the sledges, if possible, with the best of the dogs.
O. LIND,
Major-General.
"""


def names(one: Telegram) -> tuple[str, str]:
    sender, recipient = one.party("sent"), one.party("received")
    return sender.text if sender else "", recipient.text if recipient else ""


def days(telegrams: tuple[Telegram, ...]) -> list[str]:
    return [one.sent.when if one.sent else "" for one in telegrams]


def test_years_of_two_figures_are_of_the_century_that_the_page_writes_out(read: Read) -> None:
    letter, wire = read(LIFE).telegrams
    assert days((letter, wire)) == ["1863-03-09", "1863-03-08T21:00:00"]
    assert (letter.kind, wire.kind) == ("letter", "telegram")


@pytest.mark.parametrize(
    ("written", "page", "year"),
    [
        ("March 9, ’63", "In 1862 and 1863 it froze.", 1863),
        ("March 9, ’63", "In 1962 it froze; the first boat came in 1862 and 1961.", 1963),
        ("March 9, ’63", "Nobody wrote out a year.", 1963),
        ("March 9, 1963", "In 1862 and 1863 it froze.", 1963),
        ("March 9", "In 1862 it froze.", None),
    ],
)
def test_only_years_near_a_year_of_two_figures_speak_for_its_century(written: str, page: str, year: int | None) -> None:
    (found,) = find_dates(written)
    assert year_on_page(found, page) == year


def test_an_answer_of_a_witness_hands_over_and_the_next_speaker_ends_what_was_read(read: Read) -> None:
    first, second = read(HEARING).telegrams
    assert names(first) == ("Mr. PELL", "LIND")
    assert names(second)[0] == "LIND"


@pytest.mark.parametrize("text", ["Mr. PELL. Yes.", "The CHAIRMAN. Go on.", "Q. And then?", "Senator Osgood. Who?"])
def test_speakers_are_known_by_the_name_before_their_words(text: str) -> None:
    assert names_speaker(text)


@pytest.mark.parametrize("text", ["Mr. Pell went to Tarn.", "The President. the", "A boat came.", "PELL."])
def test_prose_and_signatures_name_no_speaker(text: str) -> None:
    assert names_speaker(text) == text.startswith("The P")


def test_a_day_right_over_from_and_to_begins_the_next_telegram(read: Read) -> None:
    first, second = read(EXCHANGE).telegrams
    assert days((first, second)) == ["1914-05-03", "1914-05-04"]
    assert [names(one)[1] for one in (first, second)] == ["Inspector Lind", "Director Osgood"]
    assert [names(one)[0].split()[-1] for one in (first, second)] == ["Osgood", "Lind"]


def test_an_address_stands_over_the_office_or_behind_the_day(read: Read) -> None:
    first, second = read(UNDER_ADDRESS).telegrams
    assert names(first) == ("O. LIND", "General PELL")
    assert names(second) == ("O. LIND", "Major-General OSGOOD")
    assert days((first, second)) == ["1863-08-30", "1864-05-12"]


def test_i_hand_over_where_place_day_and_greeting_follow() -> None:
    assert announces("I replied,", "CITY OFFICE, TARN, May 3, 1864.", "Hon. A. LIND:")
    assert not announces("I replied,", "The boat was late again.", "Nobody came.")


def test_an_address_in_capitals_with_its_place_needs_a_colon() -> None:
    text = "Hon. A. PELL, Tarn:"
    both = addressed_at(text)
    assert both
    assert [text[slice(*one)] for one in both] == ["Hon. A. PELL", "Tarn"]
    assert addressed_at("PELL, Tarn") is None


@pytest.mark.parametrize("text", ["Lt. Genl.", "Maj. Gen. Comdg.", "A. A. G.", "Sec'y of War."])
def test_ranks_are_offices_as_clerks_shortened_them(text: str) -> None:
    assert is_office(text)
    assert not is_office("Gen. Lind")
