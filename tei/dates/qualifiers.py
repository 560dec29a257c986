"""What stands round a date and belongs to it: "ca.", "early", a day of the week, "night of", (O.S.), a time of day."""

from __future__ import annotations

from typing import Final, get_args

from tei.dates.clock import YEARS_NOT_TIMES, read_clock
from tei.dates.lexicon import BEFORE, LAST_BEFORE
from tei.dates.model import Certainty
from tei.dates.reading import Reading
from tei.dates.source import BLANK, GAP, Source
from tei.regexes import regex

_CERTAINTIES: Final = {name: name for name in get_args(Certainty)}
_MOST_BEFORE: Final = 3
_LONGEST_PHRASE: Final = 4
_STYLE: Final = regex(
    rf",?{BLANK}(?P<bracket>[(\[])?(?:(?P<old>o\.{BLANK}s\.|o\.?s\.?(?=[)\]])|old{GAP}style|(?:по{GAP})?ст\.{BLANK}ст\."
    rf"|(?:по{GAP})?старо(?:му|го){GAP}стил[юя])|(?:n\.{BLANK}s\.|n\.?s\.?(?=[)\]])|new{GAP}style|(?:по{GAP})?н(?:ов)?\.{BLANK}ст\."
    rf"|(?:по{GAP})?ново(?:му|го){GAP}стил[юя]))(?(bracket)[)\]])"
)
_QUESTION: Final = regex(rf"{BLANK}[(\[]\?[)\]]")
_TO_CLOCK: Final = regex(
    rf"(?:(?P<at>,?{GAP}(?:at|в|um|à|около|godz\.|or[ea]|a\slas){GAP}(?:about{GAP}|около{GAP})?)|(?P<dash>{BLANK}[–—-]{BLANK})|,{BLANK}|;{BLANK}|{BLANK}/{BLANK}(?=\d{{1,2}}:\d\d)|[^\S\n]{{1,12}}"
    r"|\.[^\S\n]{1,2}(?=12[^\S\n](?:m\.(?![^\S\n]\w)|noon\b|midnight\b)|\d{1,2}(?:[.:]\d\d)?[^\S\n]?[ap]\.?[^\S\n]?m\b))"
)


def widen(source: Source, reading: Reading, floor: int) -> Reading:
    """Take in the words before a date that belong to it, not reaching back over `floor`."""
    for _ in range(_MOST_BEFORE):
        wider = _widen_once(source, reading, floor)
        if wider is None:
            break
        reading = wider
    return reading


def _widen_once(source: Source, reading: Reading, floor: int) -> Reading | None:
    word = source.word_before(reading.start)
    if word.rstrip(".") not in LAST_BEFORE and source.low[reading.start - 1 : reading.start] != "-":
        return None
    words = source.words_before(reading.start, floor)
    if not words or source.low[words[-1].end() : reading.start].strip():
        return None
    for size in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(word.group() for word in words[-size:])
        known = BEFORE.get(phrase) or BEFORE.get(phrase.removesuffix(" the").rstrip(",."))
        if known is not None:
            return _qualified(reading, *known, words[-size].start())
    return None


def _qualified(reading: Reading, kind: str, value: str, start: int) -> Reading | None:
    """Return `reading` from `start` with what the phrase says, None where the phrase says nothing of such a date."""
    if kind == "part":
        vague = reading.day is None and reading.until is None and not reading.part and reading.span_years == 1
        return reading._replace(start=start, part=value) if vague else None
    if kind == "certainty":
        return reading._replace(start=start, certainty=_CERTAINTIES[value])
    if kind == "between":
        return reading._replace(start=start) if reading.until is not None else None
    if kind == "day":
        alone = reading.month is not None and reading.day is None and reading.until is None and not reading.part
        return reading._replace(start=start, day=int(value)) if alone else None
    if reading.day is None:
        return None
    if kind == "weekday":
        return reading._replace(start=start, weekday=int(value)) if reading.weekday is None else None
    night = reading._replace(start=start)
    if value == "to" and reading.until is None:
        return night._replace(part="night")
    return night


def lengthen(source: Source, reading: Reading) -> Reading:
    """Take in what follows a date: old style, a question mark, the time of day."""
    style = _STYLE.match(source.low, reading.end)
    if style is not None:
        old = style["old"] is not None
        reading = reading._replace(end=style.end(), old_style=old, calendar="julian" if old else reading.calendar)
    question = _QUESTION.match(source.low, reading.end)
    if question is not None:
        reading = reading._replace(end=question.end(), certainty="questioned")
    return with_clock_after(source, reading)


def with_clock_after(source: Source, reading: Reading) -> Reading:
    """Take in the time that follows a day: "23 October 1949, 23:00", "April 18—5 p. m.", "23 октября в 23 ч."."""
    between = _TO_CLOCK.match(source.low, reading.end) if reading.day is not None and reading.time is None else None
    clock = read_clock(source, between.end()) if between is not None else None
    if between is None or clock is None:
        return reading
    sure = clock.strong or (source.is_free(clock.time.end) and (between["at"] is not None or _is_face(clock.figures)))
    if not sure or (clock.figures and between["dash"] and _is_face(clock.figures) is False):
        return reading
    return reading._replace(end=clock.time.end, time=clock.time)


def _is_face(figures: int) -> bool:
    """Say whether the figures of a bare time cannot be a year; 0 stands for a time with a sign in it."""
    return figures not in YEARS_NOT_TIMES
