"""Dates in words and in signs: ordinals, supplied days, months in Roman figures, bounds, years of the Republic."""

from __future__ import annotations

import pytest

from tei.dates import find_dates, parse_time


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("March [12], 1938", "1938-03-12"),
        ("XII.1938", "1938-12"),
        ("the fifth of March 1938", "1938-03-05"),
        ("twenty-first of May, 1938", "1938-05-21"),
        ("пятого марта 1938 года", "1938-03-05"),
        ("двадцать первого марта 1938 г.", "1938-03-21"),
        ("1938年1月", "1938-01"),
        ("中华民国二十七年三月五日", "1938-03-05"),
        ("廿七年三月五日", "1938-03-05"),
        ("一九三八年三月五日亥时", "1938-03-05"),
        ("一九三八年一月十日夜十二时", "1938-01-11T00:00:00"),
        ("十日二十四时", "---10"),
    ],
)
def test_date_is_read(text: str, when: str) -> None:
    (found,) = find_dates(text)
    assert found.when == when


@pytest.mark.parametrize(
    ("text", "not_before", "not_after"),
    [
        ("не ранее 5 — не позднее 9 марта 1938 г.", "1938-03-05", "1938-03-09"),
        ("не ранее 28 февраля — не позднее 9 марта 1938 г.", "1938-02-28", "1938-03-09"),
        ("1938年3月底", "1938-03-21", "1938-03-31"),
        ("1938年3月上旬", "1938-03-01", "1938-03-10"),
    ],
)
def test_bounds_of_a_date_are_read(text: str, not_before: str, not_after: str) -> None:
    (found,) = find_dates(text)
    assert (found.not_before, found.not_after) == (not_before, not_after)


@pytest.mark.parametrize(
    ("text", "when", "alternative"),
    [
        ("half past nine", "09:30:00", "21:30:00"),
        ("quarter to ten in the morning", "09:45:00", None),
        ("в половине десятого вечера", "21:30:00", None),
        ("夜十二时", "00:00:00", None),
    ],
)
def test_time_in_words_is_read(text: str, when: str, alternative: str | None) -> None:
    found = parse_time(text)
    assert found is not None
    assert (found.when, found.alternative) == (when, alternative)


@pytest.mark.parametrize("text", ["vol. XII.1938", "第三号", "the Fifth Army", "in March [12]. The", "二十七年以来"])
def test_other_words_and_figures_are_no_days(text: str) -> None:
    assert not [found for found in find_dates(text) if len(found.when or "") > 7]


def test_year_of_the_republic_without_its_name_is_doubtful_unless_the_year_is_known() -> None:
    assert find_dates("廿七年三月五日")[0].certainty == "questioned"
    assert find_dates("廿七年三月五日", year=1938)[0].certainty == "certain"
