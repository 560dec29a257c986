"""Values are written out and read back, compared, and found in linear time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.dates import across_new_year, days_between, earliest, find_dates, find_times, format_date, latest, parse_date
from tei.dates.chinese import number
from tei.dates.reckoning import full_year, gregorian_from_julian, month_length
from tests.timing import seconds

LANGUAGES = ("en", "en-US", "ru", "zh", "de", "fr", "bg", "tr", "es", "it", "pt", "pl", "cs", "uk", "ro", "nl", "ja")

days = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))
zones = st.sampled_from(["", "Z", "+03:00", "-05:00"])
clocks = st.times().map(lambda clock: clock.strftime("%H:%M:%S"))
values = st.one_of(
    days.map(lambda day: f"{day:%Y-%m-%d}"),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}"),
    days.map(lambda day: f"--{day:%m-%d}"),
    days.map(lambda day: f"--{day:%m}"),
    st.builds(lambda day, clock, zone: f"{day:%Y-%m-%d}T{clock}{zone}", days, clocks, zones),
)


@given(values, st.sampled_from(LANGUAGES), st.sampled_from(["long", "short"]))
def test_what_is_written_out_is_read_back(when: str, language: str, style: str) -> None:
    """parse(format(x)) == x, in every language and style."""
    written = format_date(when, language, style)
    found = parse_date(written)
    assert found is not None, written
    assert found.when == when
    assert found.text == written


@given(days.map(lambda day: f"{day:%Y-%m-%d}"), st.sampled_from(LANGUAGES))
def test_a_written_out_date_is_found_in_a_sentence(when: str, language: str) -> None:
    """The span is that of the date alone."""
    written = format_date(when, language)
    (found,) = find_dates(f"xx, {written}; xx")
    assert (found.when, found.text) == (when, written)


@given(st.text(alphabet="0123456789 .,/:-–—[]()XIVmayOctбер年月日时一十г\n'’°", max_size=60))
def test_no_text_breaks_the_search(text: str) -> None:
    """Whatever stands there, spans are in order, apart, and exact."""
    end = 0
    for found in find_dates(text, year=1938, anchor="1938-03-12"):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert (found.not_before is None) == (found.not_after is None)
        assert not (found.impossible and found.when)
        end = found.end
    assert all(each.text == text[each.start : each.end] for each in find_times(text))
    parse_date(text)


@pytest.mark.parametrize(
    ("when", "language", "style", "written"),
    [
        ("1949-10-23", "en", "long", "23 October 1949"),
        ("1949-10-23", "en-US", "long", "October 23, 1949"),
        ("1949-10-23", "en-GB", "short", "23 Oct. 1949"),
        ("1950-01-02T23:00:00", "en", "long", "2 January 1950, 23:00"),
        ("1950-01-02T23:00:15Z", "en", "long", "2 January 1950, 23:00:15 GMT"),
        ("1949-10-23", "ru", "long", "23 октября 1949 г."),
        ("1949-10-23", "ru", "short", "23 окт. 1949 г."),
        ("1949-10", "ru", "long", "октябрь 1949 г."),
        ("1949-10-23", "zh", "long", "1949年10月23日"),
        ("1949-10", "zh-Hans", "long", "1949年10月"),
        ("1949-10-23", "de", "long", "23. Oktober 1949"),
        ("1949-10-23", "es", "long", "23 de octubre de 1949"),
        ("1949", "en", "long", "1949"),
        ("--10-23", "en", "long", "23 October"),
        ("--10", "en", "long", "October"),
    ],
)
def test_a_value_is_written_in_the_words_of_a_language(when: str, language: str, style: str, written: str) -> None:
    """Each language has its own order and endings."""
    assert format_date(when, language, style) == written


@pytest.mark.parametrize(
    ("when", "language"),
    [
        ("1949-02-31", "en"),
        ("1949-13", "en"),
        ("coal", "en"),
        ("---05", "en"),
        ("1949-10T23:00:00", "en"),
        ("--02-30", "en"),
        ("1949", "xx"),
    ],
)
def test_what_cannot_be_written_out_is_refused(when: str, language: str) -> None:
    """A wrong value is the caller's error, and the message names it."""
    with pytest.raises(ValueError, match=when if language == "en" else language):
        format_date(when, language)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("1949", datetime(1949, 1, 1), datetime(1949, 12, 31, 23, 59, 59)),
        ("1948-02", datetime(1948, 2, 1), datetime(1948, 2, 29, 23, 59, 59)),
        ("1949-10-23", datetime(1949, 10, 23), datetime(1949, 10, 23, 23, 59, 59)),
        ("1949-10-23T23:00:00", datetime(1949, 10, 23, 23), datetime(1949, 10, 23, 23)),
        ("1949-10-23T23:00:15+03:00", datetime(1949, 10, 23, 23, 0, 15), datetime(1949, 10, 23, 23, 0, 15)),
        ("--10-23", None, None),
        ("1949-02-31", None, None),
        ("1949-13", None, None),
        ("0000", None, None),
        ("", None, None),
    ],
)
def test_a_value_spans_what_its_precision_leaves_open(when: str, first: datetime | None, last: datetime | None) -> None:
    """A month is all its days; without a year nothing is known."""
    assert (earliest(when), latest(when)) == (first, last)


def test_a_range_spans_from_its_first_to_its_last_day() -> None:
    """A written date can be asked as well as a value."""
    (found,) = find_dates("2–5 May 1938")
    assert earliest(found) == datetime(1938, 5, 2)
    assert latest(found) == datetime(1938, 5, 5, 23, 59, 59)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("28–2 March 1938", "1938-02-28", "1938-03-02"),
        ("31–1 января 1950 г.", "1949-12-31", "1950-01-01"),
        ("16–9 July 1914", None, None),
        ("30–2 March 1938", None, None),
    ],
)
def test_a_range_that_ends_before_it_begins_runs_over_the_end_of_a_month(
    text: str, first: str | None, last: str | None
) -> None:
    """Where it would be longer than a week, or begin on a day that is none, it is no range."""
    (found,) = find_dates(text)
    assert (found.not_before, found.not_after, found.impossible) == (first, last, first is None)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1949-10-23", "1949-10-24", 1),
        ("1949-10-24", "1949-10-23", -1),
        ("1949-10-23T23:00:00", "1949-10-23T01:00:00", 0),
        ("1949-10", "1949-10-24", 0),
        ("1949-10", "1949-11-02", 2),
        ("1949", "1948-12-30", -2),
        ("--10-23", "1949", None),
    ],
)
def test_days_between_counts_only_what_is_sure(first: str, second: str, expected: int | None) -> None:
    """Values that can be the same day are none apart."""
    assert days_between(first, second) == expected


@pytest.mark.parametrize(
    ("figures", "near", "year"),
    [
        (50, None, 1950),
        (34, None, 1934),
        (0, None, 1900),
        (89, None, 1989),
        (90, None, 1890),
        (12, 1912, 1912),
        (98, 1901, 1898),
        (1, 1999, 2001),
    ],
)
def test_two_figures_are_a_year_of_the_telegraph(figures: int, near: int | None, year: int) -> None:
    """1890–1989, or what is nearest to the year that is known."""
    assert full_year(figures, near) == year


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1900, 2, 28), (1900, 3, 12)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1899, 12, 31), (1900, 1, 12)),
        ((1600, 1, 1), (1600, 1, 11)),
    ],
)
def test_old_style_becomes_new(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    """Twelve days in the nineteenth century, thirteen in the twentieth."""
    assert gregorian_from_julian(*julian) == gregorian


@given(days)
def test_every_month_has_its_length(day: date) -> None:
    """The length of a month is the day before the next one."""
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    assert month_length(day.year, day.month) == (following - timedelta(days=1)).day


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("三十八", 38),
        ("廿三", 23),
        ("卅一", 31),
        ("一九四九", 1949),
        ("十", 10),
        ("二十", 20),
        ("23", 23),
        ("〇", 0),
        ("十十", None),
        ("二三十", None),
    ],
)
def test_chinese_numerals_have_their_value(signs: str, expected: int | None) -> None:
    """Positional and additive numerals, and the short signs for twenty and thirty."""
    assert number(signs) == expected


HARD = [
    "1" * 20_000,
    "1 " * 10_000,
    "1." * 10_000,
    "1/" * 10_000,
    "1, " * 7_000,
    "5–" * 10_000,
    "5 to " * 4_000,
    "5 and " * 3_000,
    "may " * 5_000,
    "May " * 5_000,
    "May 5, " * 3_000,
    "October " * 2_500,
    "5" + " " * 20_000 + "May",
    "5\n" * 10_000,
    "early " * 3_000 + "May",
    "1949–" * 4_000,
    "[" * 20_000,
    "[1950" * 4_000,
    "X" * 20_000,
    "1.X" * 7_000,
    "23:" * 7_000,
    "12 p. " * 3_000,
    "一" * 20_000,
    "十月" * 10_000,
    "年" * 20_000,
    "5 мая " * 3_000,
    "с. г. " * 3_000,
    "1949年" * 4_000,
]


@pytest.mark.parametrize("text", HARD, ids=lambda text: text[:6].strip())
def test_time_is_linear_in_the_text(text: str) -> None:
    """Twice the text takes about twice the time, whatever it is made of."""
    assert len(text) <= 21_000
    assert seconds(lambda: find_dates(text, year=1938)) < 1.5


PROSE = (
    "The station asks the institute for instructions about the drifting ice and about the aircraft that were promised "
    "for the spring. The master of the icebreaker can take twelve men and forty tons of coal, but he does not wish to "
    "wait. Your telegram of 12 March 1938 reached us at 2300 and was read to the whole crew. "
)


@pytest.mark.bench
def test_ten_kilobytes_of_prose_take_about_a_millisecond() -> None:
    """The recogniser reads every line of every telegram."""
    text = PROSE * 32
    assert seconds(lambda: find_dates(text, year=1938), best_of=20) < 0.03


@pytest.mark.parametrize(
    ("when", "near", "told"),
    [
        ("1945-12-31", "1945-01-01", "1944-12-31"),
        ("1945-12-31T17:00:00", "1945-01-01", "1944-12-31T17:00:00"),
        ("1949-01-09", "1949-12-28", "1950-01-09"),
        ("1949-02-09", "1949-12-28", "1949-02-09"),
        ("1949-06-30", "1949-01-01", "1949-06-30"),
        ("1944-02-29", "1944-12-31", "1944-02-29"),
        ("--12-31", "1945-01-01", "--12-31"),
        ("1945-12", "1945-01-01", "1945-12"),
        ("1945-12-31", "", "1945-12-31"),
    ],
)
def test_a_day_without_its_year_is_of_the_year_it_is_nearer_to(when: str, near: str, told: str) -> None:
    """Only where the turn of a year lies between; what is not known to the day stays as it is."""
    assert across_new_year(when, near) == told


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Hà Nội, ngày 3 tháng 5 năm 1938", "1938-05-03"),
        ("ngày 3 tháng Mười Một năm 1938", "1938-11-03"),
        ("14 јуна 1938", "1938-06-14"),
        ("Karsk, la 3 martie 1938, ora 14.30", "1938-03-03T14:30"),
    ],
)
def test_a_day_is_read_in_further_languages(text: str, when: str) -> None:
    """Vietnamese names the parts of a date, Romanian leads the hour in with a word."""
    assert any((found.when or "").startswith(when) for found in find_dates(text))
