"""Times of day as written: 23:00, 23.00, 2300 hours, 1123Z, 6 p. m., 04 hrs 15 min, 23 час. 45 мин., noon, midnight."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tei.dates.lexicon import DURATION_WORDS, STRONG_TIME_WORDS, WEAK_TIME_WORDS
from tei.dates.model import Precision, WrittenTime
from tei.dates.source import Source
from tei.regexes import regex

YEARS_NOT_TIMES: Final = range(1800, 2060)
"""Four figures in this range are a year before they are a time."""

_S: Final = r"[^\S\n]?"
_CLOCK: Final = regex(
    rf"""
    (?P<hour>\d\d?)
    (?: (?:[ ](?=:\d\d[ ][ap]\.))?:(?P<colon>[0-5]\d)(?::(?P<second>[0-5]\d))?
      | (?:[.\-–]|(?<=ore[ ]\d),|(?<=ore[ ]\d\d),)(?P<dot>[0-5]\d|(?<=\.)\d(?=[ ]?[ap]\.?[ ]?m\b))
      | (?P<glued>[0-5]\d)
      | {_S}(?P<unit>hrs?|hours?|h|час(?:ов|а|у)?|ч|uhr|heures?|o['’]clock)(?:\.|(?!\w)|(?=\d))
        (?:{_S}(?P<minute>[0-5]?\d)[^\S\n]{{0,8}}(?:(?:min|мин|м)\.?(?!\w)|m\b\.?|minutes?\b|minuten\b|минут[аы]?\b
          |(?=[ ](?:du[ ])?(?:soir|matin)\b)|(?!\d|{_S}[^\W\d_])))?
    )?+
    (?!\d)
    (?:{_S}(?P<half>[ap]\.{_S}m\.?(?!\w)|[ap]m\b|noon\b|midnight\b|(?<=12[^\S\n])m\.(?!\w)
      |утра\b|дня\b|вечера\b|ночи\b|пополудни\b|пополуночи\b|(?:in[ ]the[ ])?morning\b
      |(?:in[ ]the[ ])?(?:afternoon|evening)\b|at[ ]night\b
      |(?:du[ ])?(?:matin|soir)\b|morgens\b|vormittags\b|nachmittags\b
      |abends\b|nachts\b))?
    (?:,?{_S}(?P<hours>(?:hours?|hrs?|h|час(?:ов)?|uhr)(?!\w)\.?))?
    (?:,?{_S}\(?(?P<zone>z|gmt|utc|e[sd]t|moscow[ ](?:standard[ ])?time|pe(?:ip|k)ing[ ]time|beijing[ ]time|local[ ]time
      |по[ ]московскому[ ]времени|московского[ ]времени|мск|[+-][01]\d:[0-5]\d)(?!\w)\)?)?
    """,
    re.VERBOSE,
)
_AFTER_SPACE: Final = frozenset("hчuoapnmудвнiedzgblпм(+-:")
"""What the words of a time begin with, in the pattern above, after an hour and a space."""
_BEFORE_MINUTES: Final = frozenset(".:-–")
_CLOSING: Final = frozenset(("", "\n", ")", "]", ";", "/", "»", "”", "’", '"'))
NAMED_TIMES: Final = (
    *("noon", "midday", "midnight", "полдень", "полночь", "half past", "quarter past", "quarter to"),
    *("половине ", "половина "),
)
_NAMED: Final = regex(r"(?P<noon>noon|midday|полдень)\b|(?:midnight|полночь)\b")
_HOURS: Final = {
    word: hour
    for hour, words in enumerate(
        ("one первого", "two второго", "three третьего", "four четвертого", "five пятого", "six шестого",
         "seven седьмого", "eight восьмого", "nine девятого", "ten десятого", "eleven одиннадцатого",
         "twelve двенадцатого"), 1)
    for word in words.split()
}  # fmt: skip
_MINUTES: Final = {"five": 5, "ten": 10, "twenty-five": 25, "twenty": 20}
_SPOKEN: Final = regex(
    rf"(?:(?P<part>half past|(?:a )?quarter past|(?:a )?quarter to|"
    rf"(?P<minutes>{'|'.join(_MINUTES)})(?: minutes)? (?:past|to)) "
    rf"(?P<hour>{'|'.join(w for w in _HOURS if w.isascii())}|\d\d?)"
    rf"|половин[еа] (?P<begun>{'|'.join(w for w in _HOURS if not w.isascii())}))(?!\w)"
    r"(?:,? (?P<half>a\.? ?m\b\.?|p\.? ?m\b\.?|in the (?:morning|afternoon|evening)|at night|утра|дня|вечера|"
    r"ночи)(?!\w))?"
)
_OFFSETS: Final = {
    **dict.fromkeys(("z", "gmt", "utc"), "Z"),
    **dict.fromkeys(("est",), "-05:00"),
    **dict.fromkeys(("edt",), "-04:00"),
    **dict.fromkeys(("moscow time", "moscow standard time", "мск"), "+03:00"),
    **dict.fromkeys(("по московскому времени", "московского времени"), "+03:00"),
    **dict.fromkeys(("peking time", "peiping time", "beijing time"), "+08:00"),
}
_MORNING: Final = frozenset(("утра", "пополуночи", "morning", "du matin", "matin", "morgens", "vormittags"))


class Clock(NamedTuple):
    """A time as read and how far to believe it.

    `strong` forms are times anywhere; the others ("2300", "23.00", "23 hours") need a context. `figures` are the four
    figures of a bare time, 0 for other forms.
    """

    time: WrittenTime
    strong: bool
    figures: int = 0


def read_clock(source: Source, at: int) -> Clock | None:
    """Read the time of day that begins at `at`, None where there is none; says nothing about the context."""
    if source.low[at : at + 2] == "ч.":
        return _of_form(source, at)
    if not source.low[at : at + 1].isdecimal():
        named = _NAMED.match(source.low, at)
        return _named(source, named) if named is not None else _spoken(source, at)
    if _is_alone(source.low, at):
        return None
    match = _CLOCK.match(source.low, at)
    if match is None or match.lastgroup == "hour" or not _ends(source, match):
        return None  # most figures are figures alone
    unit, colon, glued, half = match.group("unit", "colon", "glued", "half")
    minute = colon or match["dot"] or glued
    if unit is None and not minute and not half:
        return None
    if glued and len(match["hour"]) < 2:
        return None
    hour = _hour(int(match["hour"]), half)
    minute = minute or match["minute"]
    if hour is None or (hour == 24 and int(minute or 0)):
        return None
    duration = source.word_before(at) in DURATION_WORDS if unit else False
    spoken = unit is not None and (unit.startswith(("uhr", "o")) or (match["minute"] is not None and not duration))
    half = None if half == "m." else half  # “12 m.” can be a length as well
    strong = spoken or bool(colon or half or match["zone"] or (match["hours"] and not unit))
    bare = int(match["hour"] + glued) if glued and not strong else 0
    return Clock(_time(source, match, hour, minute), strong and not (duration and not half), bare)


_OF_FORM: Final = regex(r"ч\.\s?(?P<hour>[0-2]?\d)[,.]?\s?м\.\s?(?P<minute>[0-5]?\d)(?!\d)")
"""The hour as forms print it, with the figures behind their words: «ч. 17 м. 30»."""


def _of_form(source: Source, at: int) -> Clock | None:
    match = _OF_FORM.match(source.low, at)
    if match is None or int(match["hour"]) > LAST_HOUR:
        return None
    when = f"{int(match['hour']):02}:{int(match['minute']):02}:00"
    words = source.text[match.start() : match.end()]
    return Clock(WrittenTime(match.start(), match.end(), words, when, "minute", None, "ru"), strong=True)


LAST_HOUR: Final = 23


def _is_alone(low: str, at: int) -> bool:
    """Say at a glance of a figure, or two, that nothing follows with which it could be a time; most are such."""
    end = at + 2 if low[at + 1 : at + 2].isdecimal() else at + 1
    sign, beyond = low[end : end + 1], low[end + 1 : end + 2]
    if sign == " ":
        return not beyond or beyond not in _AFTER_SPACE
    if sign in _BEFORE_MINUTES:
        return not beyond.isdecimal()
    return sign in _CLOSING


def _ends(source: Source, match: re.Match[str]) -> bool:
    """Say whether the match ends where a word does and is not the head of a longer figure."""
    low, end = source.low, match.end()
    if end >= len(low):
        return True
    after = low[end]
    if after.isalnum() and low[end - 1] not in ".":
        return False
    longer = after in ".:/," or (after in "-–" and bool(match["dot"]))
    return not (longer and end + 1 < len(low) and low[end + 1].isdigit())


def _hour(hour: int, half: str | None) -> int | None:
    """Return the hour of the day, None where it does not exist; "11 часов ночи" is 23, "2 часа ночи" is 2."""
    if half is None:
        return hour if hour <= 24 else None
    if hour > 12:
        return hour if hour < 24 and not half.startswith("a") else None
    if hour == 0 and half.startswith("p"):
        return None
    kind = half.replace("in the ", "")
    if kind.startswith("a") and kind[1:2] in ".m":
        return hour % 12 if hour else None
    if kind in _MORNING or kind == "midnight":
        return hour % 12
    if kind in ("ночи", "at night", "nachts"):
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return hour % 12 + 12


def _time(source: Source, match: re.Match[str], hour: int, minute: str | None) -> WrittenTime:
    second = match["second"]
    zone = match["zone"]
    offset = _OFFSETS.get(zone, zone if zone and zone[0] in "+-" else None) if zone else None
    end = _close(match)
    tail = offset or ""
    minutes = f"{int(minute or 0):02}:{int(second or 0):02}"
    precision: Precision = "second" if second else "minute" if minute else "hour"
    clock_face = bool(match["unit"] and match["unit"].startswith("o") and not match["half"] and 0 < hour < 12)
    return WrittenTime(
        match.start(),
        end,
        source.text[match.start() : end],
        f"{hour % 24:02}:{minutes}{tail}",
        precision,
        offset,
        _language(match.group()),
        clock_face,
        f"{hour + 12:02}:{minutes}{tail}" if clock_face else None,
        hour == 24 or match["half"] == "midnight",
    )


def _close(match: re.Match[str]) -> int:
    """Return the end without a parenthesis that was not opened inside."""
    words = match.group()
    return match.end() - 1 if words.endswith(")") and "(" not in words else match.end()


def _language(words: str) -> str:
    if words.isdigit():
        return ""
    if any("а" <= letter <= "я" for letter in words):
        return "ru"
    if "uhr" in words or "ends" in words:
        return "de"
    if "heure" in words or " du " in words:
        return "fr"
    return "en" if any("a" <= letter <= "y" and letter != "h" for letter in words) else ""


def _named(source: Source, match: re.Match[str]) -> Clock:
    """Read noon and midnight, with a figure 12 before it left to the reader of figures."""
    noon = match["noon"] is not None
    language = "ru" if match.group()[0] == "п" else "en"
    when = "12:00:00" if noon else "00:00:00"
    words = source.text[match.start() : match.end()]
    return Clock(
        WrittenTime(match.start(), match.end(), words, when, "hour", None, language, next_day=not noon), strong=True
    )


def _spoken(source: Source, at: int) -> Clock | None:
    """Read "half past nine", "twenty to ten", «в половине десятого»: morning or evening unless the words say."""
    match = _SPOKEN.match(source.low, at)
    if match is None:
        return None
    begun, part = match["begun"], match["part"]
    hour = _HOURS[begun] - 1 if begun else _HOURS.get(match["hour"]) or int(match["hour"])
    minute = 30 if begun or part.startswith("half") else _MINUTES.get(match["minutes"], 15)
    if part and part.endswith(" to"):
        minute, hour = 60 - minute, hour - 1
    half = (match["half"] or "").replace(" ", "").replace("inthe", "in the ").replace("atnight", "at night")
    sure = _hour(hour % 12 or 12, half) if half and hour <= 12 else hour if hour <= 12 else None
    if sure is None:
        return None
    sure %= 24
    tail = f"{minute:02}:00"
    when, other = f"{sure:02}:{tail}", f"{(sure + 12) % 24:02}:{tail}"
    words = source.text[match.start() : match.end()]
    language = "ru" if begun else "en"
    time = WrittenTime(
        match.start(), match.end(), words, when, "minute", None, language, not half, None if half else other
    )
    return Clock(time, strong=bool(half) or match["minutes"] is None)


def stands_as_time(source: Source, clock: Clock) -> bool:
    """Say whether a time stands by its form or by its context: "at 2300", "received 0840", but "in 1949" is a year."""
    time = clock.time
    if clock.strong or source.whole:
        return True
    if not source.is_free(time.end):
        return False
    word = source.word_before(time.start)
    if word in STRONG_TIME_WORDS:
        return True
    return word in WEAK_TIME_WORDS and clock.figures not in YEARS_NOT_TIMES
