"""Titles that give the day between the kind of document and its parties; the people are invented."""

from __future__ import annotations

import pytest

from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import dated_lead, read_title


@pytest.mark.parametrize(
    "title",
    [
        "Telegram dated October 26, 1938 from Axel Pell to Casper Lind",
        "Text of Telegram dated October 26, 1938 from Axel Pell to Casper Lind",
        "Text of the letter dated the 26th October 1938 from Axel Pell to Casper Lind",
        "Secret cable No. 12 dated 26 October 1938, from Axel Pell to Casper Lind",
    ],
)
def test_the_day_between_kind_and_parties_is_no_party(title: str) -> None:
    read = read_title(title)
    assert (read.party("from"), read.party("to"), looks_like_title(title)) == ("Axel Pell", "Casper Lind", True)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("5 July 1938. Pell to Lind, for Gurko:", 13),
        ("5 July 1938. Pell to the Consul in Port Severin", 13),
        ("5 July 1938. Pell sailed to Oslo and wrote:", 0),
        ("5 July 1938. Pell to Lind, who was in Oslo:", 0),
    ],
)
def test_entry_of_a_chronology_is_headed_by_nothing_but_its_parties(text: str, start: int) -> None:
    assert dated_lead(text) == start
