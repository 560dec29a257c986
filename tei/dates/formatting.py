"""Write ISO values as dates in the words of a language; `parse_date` reads every one of them back to the same value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from tei.dates.lexicon import MONTH_NAMES
from tei.dates.reckoning import month_length
from tei.regexes import regex

Style = Literal["long", "short"]

_VALUE: Final = regex(
    r"(?:(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"|--(?P<month_only>0[1-9]|1[0-2])(?:-(?P<day_only>0[1-9]|[12]\d|3[01]))?)"
    r"(?:T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?",
    re.ASCII,
)
_GENITIVE: Final = (
    *("января", "февраля", "марта", "апреля", "мая", "июня", "июля"),
    *("августа", "сентября", "октября", "ноября", "декабря"),
)
_SHORT: Final = {
    "en": ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
    "ru": ("янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
}
_PATTERNS: Final = {
    "de": ("{day}. {month} {year}", "{day}. {month}"),
    "bg": ("{day} {month} {year} г.", "{day} {month}"),
    "uk": ("{day} {month} {year} р.", "{day} {month}"),
    "ru": ("{day} {month} {year} г.", "{day} {month}"),
    "es": ("{day} de {month} de {year}", "{day} de {month}"),
    "pt": ("{day} de {month} de {year}", "{day} de {month}"),
    "en-us": ("{month} {day}, {year}", "{month} {day}"),
}
_PLAIN: Final = ("{day} {month} {year}", "{day} {month}")
_MONTH_YEAR: Final = {
    "ru": "{month} {year} г.",
    "bg": "{month} {year} г.",
    "uk": "{month} {year} р.",
    "es": "{month} de {year}",
    "pt": "{month} de {year}",
}


def format_date(when: str, language: str = "en", style: Style = "long") -> str:
    """Return `when` as a date in words: 23 October 1949, 23 октября 1949 г., 1949年10月23日; a time follows, 23:00.

    `language` is a BCP 47 code, of which the first part counts, and of `en-US` the order of month and day.
    `style` short has abbreviated months where the language has them. Raises ValueError for a value that TEI's @when
    does not take or that has no words of its own (`---05`), and for a language whose months are not known.
    """
    match = _VALUE.fullmatch(when)
    if match is None or not _is_possible(match):
        raise ValueError(
            f"not a date that can be written out: {when!r}; allowed are 1949, 1949-10, 1949-10-23, "
            "1949-10-23T23:00:00 with or without offset, --10 and --10-23"
        )
    tag = language.lower()
    code = tag.partition("-")[0]
    if code not in (*MONTH_NAMES, "zh", "ja"):
        raise ValueError(f"no months known in {language!r}; known are {', '.join((*MONTH_NAMES, 'zh', 'ja'))}")
    parts = match.groupdict()
    parts["month"] = parts["month"] or parts["month_only"]
    parts["day"] = parts["day"] or parts["day_only"]
    words = _signs(parts) if code in ("zh", "ja") else _words(parts, tag if tag in _PATTERNS else code, code, style)
    return words + _clock(parts, code)


def _is_possible(match: re.Match[str]) -> bool:
    if match["day"] is None:
        return match["hour"] is None and (
            match["day_only"] is None or int(match["day_only"]) <= month_length(None, int(match["month_only"]))
        )
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    return year >= 1 and day <= month_length(year, month)


def _signs(parts: Mapping[str, str | None]) -> str:
    signs = (("year", "年"), ("month", "月"), ("day", "日"))
    return "".join(f"{int(value)}{sign}" for name, sign in signs if (value := parts[name]) is not None)


def _words(parts: Mapping[str, str | None], tag: str, code: str, style: Style) -> str:
    year, month, day = (int(value) if value else None for value in (parts["year"], parts["month"], parts["day"]))
    if month is None:
        return f"{year}"
    name = _month(code, month, style, with_day=day is not None)
    if day is None:
        return name if year is None else _MONTH_YEAR.get(code, "{month} {year}").format(month=name, year=year)
    dated, undated = _PATTERNS.get(tag, _PLAIN)
    return (undated if year is None else dated).format(day=day, month=name, year=year)


def _month(code: str, month: int, style: Style, *, with_day: bool) -> str:
    if style == "short" and code in _SHORT and with_day:
        return _SHORT[code][month - 1]
    if code == "ru" and with_day:
        return _GENITIVE[month - 1]
    name = MONTH_NAMES[code][month - 1].split()[0]
    return name.capitalize() if code in ("en", "de", "tr") else name


def _clock(parts: Mapping[str, str | None], code: str) -> str:
    if parts["hour"] is None:
        return ""
    seconds = f":{parts['second']}" if parts["second"] != "00" else ""
    zone = {None: "", "Z": " GMT"}.get(parts["zone"], f" {parts['zone']}")
    joint = " " if code in ("zh", "ja") else ", "
    return f"{joint}{parts['hour']}:{parts['minute']}{seconds}{zone}"
