"""Dates of tables: declared forms, days counted by Excel, dates as written, and what is doubtful."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.intake.table.dates import is_form, read_date


@pytest.mark.parametrize(
    ("text", "form", "when"),
    [
        ("05.03.1938", "dd.mm.yyyy", "1938-03-05"),
        ("5.3.1938", "dd.mm.yyyy", "1938-03-05"),
        ("03/05/1938", "mm/dd/yyyy", "1938-03-05"),
        ("03/05/1938", "dd/mm/yyyy", "1938-05-03"),
        ("1938-03-05", "yyyy-mm-dd", "1938-03-05"),
        ("1938/3/5", "yyyy/mm/dd", "1938-03-05"),
        ("19380305", "yyyymmdd", "1938-03-05"),
        ("05.03.38", "dd.mm.yy", "1938-03-05"),
        ("05.03.1938 18:05", "dd.mm.yyyy", "1938-03-05T18:05:00"),
        ("05.03.1938 18:05:07", "dd.mm.yyyy hh:mm:ss", "1938-03-05T18:05:07"),
        ("1938-03-05T18:05:00Z", "yyyy-mm-dd", "1938-03-05T18:05:00Z"),
        ("13944", "excel", "1938-03-05"),
        ("13944.75", "excel", "1938-03-05T18:00:00"),
        ("13944,75", "excel", "1938-03-05T18:00:00"),
        ("12482", "excel-1904", "1938-03-05"),
        ("5 March 1938", "", "1938-03-05"),
        ("5 марта 1938 г.", "dd.mm.yyyy", "1938-03-05"),
        ("5. März 1938", "written", "1938-03-05"),
        ("5 mars 1938", "", "1938-03-05"),
        ("1938年3月5日", "", "1938-03-05"),
        ("März 1938", "dd.mm.yyyy", "1938-03"),
        ("1938", "dd.mm.yyyy", "1938"),
        ("1938-03", "", "1938-03"),
        ("16.03.1938", "", "1938-03-16"),
    ],
)
def test_a_date_is_read_in_its_form_else_as_it_is_written(text: str, form: str, when: str) -> None:
    read = read_date(text, form)
    assert (read.when, read.doubt, read.certainty) == (when, "", "high")


@given(st.dates(date(1900, 3, 1), date(2078, 12, 31)))
def test_days_counted_by_excel_are_days(day: date) -> None:
    """1 March 1900 is its day 61, since it takes 1900 for a leap year."""
    serial = (day - date(1900, 3, 1)).days + 61
    assert read_date(str(serial), "excel").when == day.isoformat() or 1500 <= serial <= 2099


@given(st.dates(date(1583, 1, 1), date(2100, 12, 31)), st.sampled_from(["dd.mm.yyyy", "mm/dd/yyyy", "yyyy-mm-dd"]))
def test_every_day_comes_back_from_every_form(day: date, form: str) -> None:
    written = form.replace("dd", f"{day.day:02}").replace("mm", f"{day.month:02}").replace("yyyy", f"{day.year:04}")
    assert read_date(written, form).when == day.isoformat()


@pytest.mark.parametrize(
    ("text", "form", "bounds", "said"),
    [
        ("03/05/1938", "", ("1938-03-05", "1938-05-03"), "may be 1938-03-05 or 1938-05-03"),
        ("31.02.1938", "dd.mm.yyyy", ("", ""), "no day of the calendar"),
        ("31.02.1938", "", ("", ""), "no day of the calendar"),
        ("13/25/1938", "mm/dd/yyyy", ("", ""), "no day of the calendar"),
        ("05.03.1938 25:00", "dd.mm.yyyy", ("", ""), "no day of the calendar"),
        ("5 March", "", ("", ""), "no year"),
        ("in the spring that was late", "", ("", ""), "cannot be read"),
        ("12", "excel", ("", ""), "no day by Excel"),
        ("1938-03-07/1938-03-05", "", ("", ""), "ends before it begins"),
        ("1938-13/1939", "", ("", ""), "no day of the calendar"),
    ],
)
def test_nothing_is_claimed_that_the_words_do_not_say(text: str, form: str, bounds: tuple[str, str], said: str) -> None:
    """Two readings are bounds; what cannot be read stays in words; each is told with a mend."""
    read = read_date(text, form)
    assert (read.when, (read.not_before, read.not_after), read.text) == ("", bounds, text)
    assert said in read.doubt
    assert read.hint


@pytest.mark.parametrize(
    ("text", "form", "when"),
    [
        ("13944", "", "1938-03-05"),
        ("13944", "dd.mm.yyyy", "1938-03-05"),
        ("1937", "excel", "1937"),
        ("03/25/1938", "dd.mm.yyyy", "1938-03-25"),
        ("25/03/1938", "dd.mm.yyyy", "1938-03-25"),
    ],
)
def test_what_is_not_in_the_declared_form_is_read_and_told(text: str, form: str, when: str) -> None:
    """Spreadsheets mix typed dates with counted ones in a column."""
    read = read_date(text, form)
    assert read.when == when
    assert read.doubt
    assert read.certainty != "high"


@pytest.mark.parametrize("text", ["1938-03-05/1938-03-07", "1938-03-05 / 1938-03-07"])
def test_two_iso_dates_are_bounds(text: str) -> None:
    read = read_date(text)
    assert (read.not_before, read.not_after, read.doubt) == ("1938-03-05", "1938-03-07", "")


@pytest.mark.parametrize("text", ["n.d.", "undated", "б.д.", "без даты", "o.D.", "s.d.", "日期不明", "—", "[n.d.]"])
def test_undated_is_no_doubt(text: str) -> None:
    read = read_date(text, "dd.mm.yyyy")
    assert (read.text, read.when, read.doubt) == (text, "", "")


@pytest.mark.parametrize("text", ["ca. 1938", "[5 March 1938]"])
def test_a_date_that_is_said_to_be_unsure_is_medium(text: str) -> None:
    assert read_date(text).certainty == "medium"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        *(("dd.mm.yyyy", True), ("yyyymmdd", True), ("excel", True), ("written", True), ("dmy", True)),
        *(("dd.mm", False), ("dd.dd.yyyy", False), ("day month year", False), ("", False), ("dd.mm.yyyy hh:mm", True)),
    ],
)
def test_a_form_has_day_month_and_year_once(form: str, expected: bool) -> None:
    assert is_form(form) is expected


def test_a_day_of_excel_keeps_its_minutes() -> None:
    minutes = timedelta(hours=7, minutes=50)
    assert read_date(str(13944 + minutes / timedelta(days=1)), "excel").when == "1938-03-05T07:50:00"
