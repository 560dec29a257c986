"""A date "not later than" or "not earlier than" bounds the day on one side."""

from __future__ import annotations

import pytest

from tei.dates import find_dates
from tei.recognise.answers import moment_of


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("[Not later than 6 February 1938]", ("", "", "1938-02-06")),
        ("не позднее 25/V-38 г.", ("", "", "1938-05-25")),
        ("Ранее 5 марта 1938 г.", ("", "", "1938-03-05")),
        ("Earlier than 5 March 1938", ("", "", "1938-03-05")),
        ("Не ранее 7 ноября 1937 г.", ("", "1937-11-07", "")),
        ("5 March 1938", ("1938-03-05", "", "")),
        ("Не ранее 5 – не позднее 8 марта 1938 г.", ("", "1938-03-05", "1938-03-08")),
    ],
)
def test_a_bound_is_no_day(text: str, bounds: tuple[str, str, str]) -> None:
    """The day named still orders the telegram among others."""
    moment = moment_of(find_dates(text)[0], 0, "envelope")
    assert (moment.when, moment.not_before, moment.not_after) == bounds
    assert moment.day == next(filter(None, bounds))
