"""Lines that telegraph offices put over a telegram: office, words, day and hour; the stamp of receipt.

"NA217 INTL=CD SANDVIK VIA COMMERCIAL 38 12 1140" says: from Sandvik, 38 words, the 12th at 11.40. "1938 MAR 12 AM 7 52"
is the clock of the office that received it. Usage after Western Union and other cable forms of the 1920s to 1960s.
"""

from __future__ import annotations

import re
from typing import Final

from tei.dates import WrittenDate
from tei.recognise.service import Service
from tei.regexes import regex

_INDICATOR: Final = r"(?:INTL|CD|LC|NLT|NL|DL|LT|ELT|RX|PD|COLLECT|GOVT|WUX|ETAT|URGENT|D|RP\d+|[A-Z]{1,4}=[A-Z]{0,4})"
_HOUR: Final = r"(?P<hour>[01]?\d|2[0-4])[.:]?(?P<minute>[0-5]\d)\s?(?P<half>[AP]M?)?"
_PLACE: Final = r"[A-ZА-ЯЁ][A-ZА-ЯЁ.'’-]"
_OFFICE: Final = regex(
    rf"(?:(?:[A-Z]{{1,4}}\s?\d{{1,4}}[A-Z]?|\d{{1,4}}[A-Z]{{0,3}})\s+)?(?:\d{{1,3}}\s+(?={_INDICATOR}))?"
    rf"(?:{_INDICATOR}[\s=]+)*(?:(?:FROM|ИЗ)\s+)?"
    rf"(?P<place>(?:(?:M[VS]|SS|RMS|HMS)\s)?{_PLACE}{{2,}}(?:\s(?!VIA\b|NR\b|CK\b){_PLACE}+){{0,3}})"
    r"(?:\s+(?:NR|CK|GR|WDS)\s*\d+)*(?:\s+VIA\s+[A-Z/ ]{2,20}?)?"
    rf"\s+(?:\d{{1,4}}(?:/\d{{1,3}})?\s+){{0,2}}(?P<day>[0-3]?\d)(?:TH|ST|ND|RD)?\s+{_HOUR}\s?=?"
)
_FILED: Final = regex(
    rf"[A-Z]{{1,4}}\s?\d{{1,4}}[A-Z]?\s+(?:(?:\d{{1,3}}|{_INDICATOR})[\s=]+){{1,4}}(?P<place>{_PLACE}{{2,}}(?:\s{_PLACE}+){{0,3}})"
    r"\s+(?P<day>[0-3]?\d)(?:TH|ST|ND|RD)?\s?=?"
)
"""A line of the office that has no hour: "NBA214 45 NL PD=BOSTON MASS 12"."""
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})[A-Z]*\.?"
_STAMP: Final = regex(
    rf"(?:(?P<year>\d{{4}})\s+{_MONTH}\s+(?P<day>[0-3]?\d),?\s+(?P<before>[AP]M)\s+(?P<hour>1?\d)\s+(?P<minute>[0-5]\d)"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<day2>[0-3]?\d),?\s+(?P<year2>\d{{4}})\s+"
    r"(?P<hour2>[01]?\d|2[0-4])[.:\s]?(?P<minute2>[0-5]\d)\s?(?P<after>[AP])\.?M?\.?"
    rf"|{_MONTH.replace('month', 'month3')}\s+(?P<day3>[0-3]?\d),?\s+(?P<hour3>1?\d)[.:\s](?P<minute3>[0-5]\d)"
    r"\s?(?P<half3>[AP]M)\s+(?P<year3>\d{4}|[’']\d\d))"
)
"""The clock of an office as its stamp has it: “1938 MAR 12 AM 7 52”, “MAR 12, 1938 7:52 A”, “MAR 12 7 52 AM 1938”."""


_OF_STATION: Final = regex(
    r"[A-Z]{1,5}(?:/[A-Z-]{1,8}){0,3}:\s?[A-Z.]{3,24}(?::[A-Z]{2,4})?|-{6,}\s?\d{6}(?:\s+\d{6}Z\s*/\d{1,3})?|"
    r"ORIGIN\s[A-Z]{1,5}-\d{1,3}(?:\s[^\n]{0,40})?|[A-Z]{4,12}\sFOR\s[A-Z]{2,8}"
)
"""What a message centre prints over a cable: who drafted and cleared it, "OES:LPELL", and its own count."""
_SHARES: Final = regex(
    r"(?:(?:ACTION|INFO|ORIGIN)\s)?[A-Z]{1,6}-\d{2,3}(?:\s+[A-Z]{1,6}-\d{2,3}){0,40}(?:\s+/\d{2,3}(?:\s[A-Z]{1,3})?)?"
    r"(?:\s+-{6,}\s?\d{6}(?:\s+\d{6}Z\s*/\d{1,3})?)?"
)
"""How many copies each bureau got: "ACTION NEA-11", "EB-08 HA-05 SS-15 /095 W"."""
MAX_STATION: Final = 60
POSTED: Final = regex(
    r"(?!PAGE\b|COPY\b|TOTAL\b)[A-Z]{4,12}(?:\s[A-Z]{3,10})?\s+(?P<number>\d{4,6})(?:\s+\d\d\sOF\s\d\d)?(?:\s+\d{6}Z)?"
)
"""“STATE 284164”: who sends, and the number there."""


def office_line(text: str) -> Service | None:
    """Return the line of the office where a telegram was handed in: its place, the day, the hour."""
    if text.isupper() and len(text) <= MAX_STATION and _OF_STATION.fullmatch(text):
        return Service("other")
    if text[-1:].isalnum() and "-" in text[:16] and text.isupper() and _SHARES.fullmatch(text):
        return Service("other")
    if (
        text.isupper()
        and len(text) <= MAX_STATION
        and (posted := POSTED.fullmatch(text))
        and not _OFFICE.fullmatch(text)
    ):
        return Service("number", (("number", *posted.span("number")),))
    match = _OFFICE.fullmatch(text) if text.isupper() and len(text) <= 90 else None
    if match is None:
        filed = _FILED.fullmatch(text) if text.isupper() and len(text) <= 90 else None
        return Service("sent", (("place", *filed.span("place")),)) if filed else None
    return Service("sent", (("place", *match.span("place")), ("day", *match.span("day")), ("clock", *_clock(match))))


def _clock(match: re.Match[str]) -> tuple[int, int]:
    return match.start("hour"), match.end("half") if match["half"] else match.end("minute")


def stamp_line(text: str) -> Service | None:
    """Return the stamp of the office that received a telegram, None where a line is none."""
    return Service("received", (("stamp", 0, len(text)),)) if len(text) <= 40 and _STAMP.fullmatch(text) else None


def hour_of(text: str, span: tuple[int, int]) -> WrittenDate:
    """Return the hour of an office's line as a date without a day."""
    match = re.compile(_HOUR).fullmatch(text, *span)
    assert match is not None
    time = _time(int(match["hour"]), match["minute"], match["half"] or "")
    return WrittenDate(*span, text[slice(*span)], "minute", None, time=time, time_span=span)


def stamped(text: str) -> WrittenDate:
    """Return the date that a stamp gives."""
    match = _STAMP.fullmatch(text.upper())
    assert match is not None
    form = next(one for one in ("", "2", "3") if match[f"year{one}"])
    year, month, day, hour, minute = (match[name + form] for name in ("year", "month", "day", "hour", "minute"))
    time = _time(int(hour), minute, match["before"] or match["after"] or match["half3"])
    year = f"19{year[1:]}" if len(year) < 4 else year
    when = f"{year}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}"
    return WrittenDate(0, len(text), text, "minute", f"{when}T{time}", time=time)


def _time(hour: int, minute: str, half: str) -> str:
    if half:
        hour = hour % 12 + (12 if half.startswith("P") else 0)
    return f"{hour % 24:02d}:{minute}:00"
