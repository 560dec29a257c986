"""Days of the old calendar of China are given as days of ours, where the reign is named."""

from __future__ import annotations

import pytest

from tei.dates import find_dates


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("光緒二十年六月初一日", "1894-07-03"),
        ("（光绪二十一年四月初九日申刻）", "1895-05-03"),
        ("光緒乙未年閏五月廿三日", "1895-07-15"),
        ("光緒十六年閏二月二十八日", "1890-04-17"),
        ("宣統三年八月十九日", "1911-10-10"),
        ("道光二十四年四月初八", "1844-05-24"),
        ("光緒22年正月8日", "1896-02-20"),
    ],
)
def test_a_day_of_a_reign_is_one_day(text: str, when: str) -> None:
    """Year by number or by the cycle of sixty, leap months, days from 初一 to 三十."""
    assert [found.when for found in find_dates(text)] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("道光二十二年七月二十四日", "1842-08-29"),
        ("咸豐十年八月初八", "1860-09-22"),
        ("同治十三年十二月初五", "1875-01-12"),
        ("光緒二十年八月十八日", "1894-09-17"),
        ("光緒二十四年八月初六", "1898-09-21"),
        ("宣統三年八月十九日", "1911-10-10"),
    ],
)
def test_days_of_events_have_their_published_equivalents(text: str, when: str) -> None:
    """A treaty, a flight, a death, a sea fight, a coup and a rising, whose days any handbook gives in both calendars."""
    assert [found.when for found in find_dates(text)] == [when]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("光緒二十年", ("1894-02-06", "1895-01-25")),
        ("同治元年正月", ("1862-01-30", "1862-02-28")),
        ("光緒十四年二月初一日", ("1888-03-12", "1888-03-13")),
        ("光緒十三年三月初二日", ("1887-03-25", "1887-03-26")),
    ],
)
def test_years_months_and_doubtful_days_have_bounds(text: str, bounds: tuple[str, str]) -> None:
    """A new moon near midnight leaves two days; a year or a month is all its days."""
    found = find_dates(text)[0]
    assert (found.not_before, found.not_after) == bounds


@pytest.mark.parametrize("text", ["光緒三十九年三月初一日", "宣統三年閏五月初一日", "光緒甲子年三月初一日"])
def test_a_day_that_no_reign_has_is_none(text: str) -> None:
    """A thirty-ninth year, a leap month of another year: nothing is read, and no year of the republic."""
    assert all((found.when or "")[:4] not in ("1950", "1934", "1931") for found in find_dates(text))
    assert not any(found.when for found in find_dates(text) if found.start == 0)
