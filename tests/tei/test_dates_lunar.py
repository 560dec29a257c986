"""Days of the old calendar of China are given as days of ours, where the reign is named."""

from __future__ import annotations

import pytest

from tei.dates import find_dates
from tei.dates.lunar import is_day_without_year


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
    """A treaty, a flight, a death, a sea fight, a coup and a rising, of which handbooks give both days."""
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


@pytest.mark.parametrize("text", ["六月初一日", "閏五月廿三", "正月十二日", "（六月初三日辰刻）", "三月四日申刻"])
def test_a_day_of_the_old_calendar_without_its_year_stays_words(text: str) -> None:
    """It must not be read as a day of ours, whatever year the page is of."""
    assert not find_dates(text)
    assert not find_dates(text, year=1894)


@pytest.mark.parametrize(
    ("text", "old"), [("九月初五", True), ("閏五月廿三日", True), ("九月五日", False), ("初五", False)]
)
def test_such_a_day_alone_is_known_for_one(text: str, old: bool) -> None:
    """So a letter may end in it, under the signature."""
    assert is_day_without_year(text) is old
