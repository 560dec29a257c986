"""The time that a line of service matter gives: a date, a bare hour, the clock of a telegraph office."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tei.dates import WrittenDate, find_dates, parse_date, parse_time
from tei.model import Mark
from tei.recognise.cable import hour_of, stamped
from tei.recognise.marks import date_mark
from tei.recognise.service import Service
from tei.regexes import regex

_CLOCK_AT_END: Final = regex(
    r"(?:^|[\s,;])(?P<time>\d{4}|\d{1,2}[:.-]\d\d|\d{1,2}\s*(?:hrs?|hours?|h|ч|час\w*)\.?"
    r"(?:\s*\d{1,2}\s*(?:min\w*|m|мин\w*|м)?\.?)?|\d{1,2}[:.]\d\d\s*[ap]\.?\s?m\.?|(?:12\s)?noon)"
    r"(?:\shrs)?\.?[)\]]?\.?$",
    re.IGNORECASE,
)
_SIGNS_AT_END: Final = regex(
    r"(?P<time>(?:[上下]午|午[前後后]|[早晚])?\s?[\d〇零一二三四五六七八九十]{1,3}\s?[时時点點](?:\s?[\d〇零一二三四五六七八九十]{1,3}\s?分|半)?)"
    r"(?:收到|收|到|着|发|發)?[)）]?[。.]?$"
)
_REPUBLIC: Final = regex(
    r"[:：]\s?(?P<day>(\d{2})(?:/|年)(\d{1,2})(?:/|月)(\d{1,2})(?:日|(?!\d)))"
    r"(?P<hour>\s?(?:[上下]午)?\d{1,2}[時时:：](?:\d{1,2}分?)?)?"
)
"""A day by the years of the Republic, as the archives of Taiwan label it: 「發電日期：27/07/09」."""
_TRADITIONAL: Final = tuple("發電來收")
_CLOCK_AFTER_AT: Final = regex(r"\b(?:at|в)\s+(?P<time>\d{1,2}[:.-][0-5]\d)(?=\s|[,;.]|$)", re.IGNORECASE)
_TIMED: Final = frozenset(
    ("received", "sent", "deciphered", "enciphered", "printed", "verified", "delivered", "dispatch", "number", "other")
)
_FROM: Final = regex(r"(?:from|von|из|de)\b[^\n]{0,60},\s", re.IGNORECASE)
"""An address of who sends, which may have his date too: "From: Hanoi, 21 May 1966, 14:00"."""
_LEADS: Final = regex(
    r"[DR]\.\s+(?=\d)|ON/\d{1,2}/(?=\d)|"
    r"Received\sat\sthe\sOffice:[^\n:]{3,40},\s(?:issued|signed):[^\n]{3,40},\s(?:sent|dispatched)(?:\s[a-z]{3,10})?:\s(?=\d)"
)
"""What stands before the day that is meant: “D.” and “R.”, that of sending before that of receipt, that of a draft."""


def time_of(service: Service, text: str, year: int | None) -> WrittenDate | None:
    """Return what a line says of the time, None where it says nothing; a bare hour has no day."""
    return _office_time(service, text) or _written(text, service.type, year)


def _written(text: str, type_: str, year: int | None) -> WrittenDate | None:
    if type_ not in _TIMED and not (type_ == "address" and _FROM.match(text)):
        return None
    found = _dates_in(text, year)
    if len(found) == 1 and (later := _HOUR_BEHIND.match(text, found[0].end)) and not found[0].time:
        return _with_clock(found[0], later)
    dated = next((date for date in found if date.time), found[0] if found else None)
    if dated is not None or type_ in ("number", "other", "address"):
        return dated
    if year is not None and (hour := _DAY_AND_HOUR.search(text)) and (both := _day_and_hour(hour, year)):
        return both
    clock = _CLOCK_AT_END.search(text) or _CLOCK_AFTER_AT.search(text)
    clock = clock or (_SIGNS_AT_END.search(text) if not text.isascii() else None)
    time = parse_time(clock["time"]) if clock else None
    if clock is None or time is None:
        return None
    start, end = clock.span("time")
    return WrittenDate(start, end, clock["time"], "minute", None, time=time.when, time_span=(start, end))


_STROKE: Final = regex(r"(?<=\d{4})/(?=[0-2]?\d[:.][0-5]\d(?!\d))")
"""The stroke between a day and its hour, “25.03.1975/07:00”."""
_HOUR_BEHIND: Final = regex(
    r"(?:\.?\s+at|[.,;])?\s+(?P<clock>[0-2]?\d[.:h][0-5]\d(?P<half>\s?[AaPp]\.?\s?[Mm])?)"
    r"(?=\W*(?:(?:hrs?|hours)\.?)?\W*$)"
)
"""“27.X 62. at 00.30”: the hour behind a day that ends with a stop, or in the next line of its form."""


def _with_clock(dated: WrittenDate, match: re.Match[str]) -> WrittenDate:
    time = parse_time(match["clock"] if match["half"] else match["clock"].replace(".", ":").replace("h", ":"))
    if time is None or dated.when is None or len(dated.when) != len("1938-01-10"):
        return dated
    text = match.string[dated.start : match.end("clock")]
    return replace(
        dated, end=match.end("clock"), text=text, precision="minute", when=f"{dated.when}T{time.when}",
        time=time.when, time_span=match.span("clock"),
    )  # fmt: skip


_DAY_AND_HOUR: Final = regex(
    r"(?<![\d.])(?P<day>\d{1,2}[./]\d{1,2})\.?,?\s+(?:at\s+)?(?P<clock>[0-2]?\d[:.][0-5]\d)(?=\s*(?:h|\W*$))",
    re.IGNORECASE,
)
"""Day and month in figures are a date where the hour follows: "dispatched on 3.05. at 12:00"."""


def _day_and_hour(match: re.Match[str], year: int) -> WrittenDate | None:
    day, time = parse_date(match["day"], year=year), parse_time(match["clock"])
    if day is None or day.when is None or time is None:
        return None
    written = match.string[slice(*match.span())]
    return WrittenDate(
        *match.span(), written, "minute", f"{day.when}T{time.when}", time=time.when, time_span=match.span("clock"),
        year_supplied=True,
    )  # fmt: skip


def _office_time(service: Service, text: str) -> WrittenDate | None:
    """Return what the line of a telegraph office, or its stamp, says of the time."""
    clock = service.part("clock")
    if clock:
        return hour_of(text, clock)
    return stamped(text) if service.part("stamp") else None


def _dates_in(text: str, year: int | None) -> tuple[WrittenDate, ...]:
    """Return the dates of a line; what leads to the one meant is passed over."""
    lead = _LEADS.match(text)
    if text.startswith(_TRADITIONAL) and (republic := _REPUBLIC.search(text)):
        years, month, day = republic.group(2, 3, 4)
        when = f"{int(years) + REPUBLIC}-{int(month):02}-{int(day):02}"
        dated = WrittenDate(*republic.span("day"), republic["day"], "day", when)
        time = parse_time(republic["hour"].strip()) if republic["hour"] else None
        if time is None:
            return (dated,)
        end, at = republic.end("hour"), republic.span("hour")
        timed = replace(dated, end=end, text=text[dated.start : end], precision="minute", when=f"{when}T{time.when}")
        return (replace(timed, time=time.when, time_span=at),)
    if lead is None:
        parted = _STROKE.sub(" ", text) if "/" in text else text
        found = find_dates(parted, year=year)
        return found if parted == text else tuple(replace(one, text=text[one.start : one.end]) for one in found)
    by = lead.end()
    found = find_dates(text[by:], year=year)
    return tuple(
        replace(
            one,
            start=one.start + by,
            end=one.end + by,
            time_span=(one.time_span[0] + by, one.time_span[1] + by) if one.time_span else None,
        )
        for one in found
    )


REPUBLIC: Final = 1911
"""The year before the first of the Republic of China."""


def time_mark(found: WrittenDate, base: int) -> Mark:
    """Return the element that encodes the time of a line which begins at `base`."""
    if found.when is None and found.time and not found.not_before:
        return Mark(base + found.start, base + found.end, "time", (("when", found.time),))
    return date_mark(found, base)
