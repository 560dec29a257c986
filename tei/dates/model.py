"""What is found when a date or a time of day is read: frozen values with their place in the text.

Values follow the W3C profile of ISO 8601 that TEI's @when, @notBefore and @notAfter take (TEI P5, ch. 3.6.4 and
teidata.temporal.w3c): `1949`, `1949-10`, `1949-10-23`, `1949-10-23T23:00:00`, with `Z` or `+03:00` where the offset is
known, and `--10-23`, `--10`, `---28` where the year (and month) are not. They are always Gregorian.
"""

from __future__ import annotations

from typing import Literal

from tei.values import value

Precision = Literal["year", "month", "day", "hour", "minute", "second"]
Calendar = Literal["gregorian", "julian"]
Order = Literal["dmy", "mdy"]
Certainty = Literal["certain", "approximate", "editorial", "questioned", "relative", "not-before", "not-after"]


@value()
class WrittenTime:
    """A time of day as written: `text` is `source[start:end]`, `when` an ISO time such as `23:00:00` or `16:05:00Z`.

    `next_day` is true of 24:00 and of midnight, which belong to the end of the day that is named with them.
    `ambiguous` times ("6 o'clock") have the other reading in `alternative`.
    """

    start: int
    end: int
    text: str
    when: str
    precision: Precision
    offset: str | None = None
    language: str = ""
    ambiguous: bool = False
    alternative: str | None = None
    next_day: bool = False


@value()
class WrittenDate:
    """A date as written: `text` is `source[start:end]`, the words of the date only.

    Either `when` is set, or `not_before` and `not_after` are (ranges and vague dates), or none of them is: the date is
    `impossible`, or too little is known. `time` is the time of day alone, `time_span` where it stands.
    `calendar` is that of the words; the values are Gregorian all the same. `year_supplied` says that the year came from
    an argument and not from the text. An `ambiguous` date has its other reading in `alternative`. `language` is a
    BCP 47 code, empty where figures alone do not tell. `certainty` is what the words say of it: "ca." is approximate,
    "[1950]" editorial, "[1950?]" questioned, "5th instant" relative. `weekday_agrees` is None where no day of the week
    is written or the day is not known.
    """

    start: int
    end: int
    text: str
    precision: Precision
    when: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    time: str | None = None
    time_span: tuple[int, int] | None = None
    offset: str | None = None
    calendar: Calendar = "gregorian"
    year_supplied: bool = False
    ambiguous: bool = False
    alternative: str | None = None
    language: str = ""
    certainty: Certainty = "certain"
    impossible: bool = False
    weekday_agrees: bool | None = None
