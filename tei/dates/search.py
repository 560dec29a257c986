"""Find and parse dates and times: the functions that the rest of the project calls.

One pass over the text stops at figures, months, seasons, noon and midnight; at each stop the readers are tried from the
most telling form to the barest. No reader looks further than a date can be long, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import ahocorasick

from tei.dates.bounds import read_bounds
from tei.dates.chinese import read_signs
from tei.dates.clock import NAMED_TIMES, Clock, read_clock, stands_as_time
from tei.dates.lexicon import DAY_WORDS, MONTHS, SEASONS
from tei.dates.model import Order, WrittenDate, WrittenTime
from tei.dates.moments import read_moments
from tei.dates.qualifiers import widen
from tei.dates.reading import Reading
from tei.dates.reckoning import earliest
from tei.dates.resolution import resolve
from tei.dates.source import Source, source
from tei.regexes import regex

_JOINERS: Final = frozenset((",", "and", ", and", "&", "и", ", и", "or", "–", "-"))
_NOT_BEFORE: Final = regex(
    r"(?:не (?:ранее|раньше)|(?:not|no) (?:before|earlier than)(?: the)?)\s+(?P<day>\d\d?)(?:st|nd|rd|"
    r"th)?\s*(?:[,;–—-]|и|and|but)?\s*$"
)
_LEAD: Final = regex(
    r"\s*(?:(?:on|of|from|dated|in|the|at|received|sent|от|в|на|le|du|am|den|el|vom)\s+){0,3}[\[(]?\s*", re.IGNORECASE
)
_TRAIL: Final = " \t\n\r ,;:])"
Anchor = WrittenDate | str | None


def _automaton(words: Iterable[str]) -> ahocorasick.Automaton:
    """Compile the words that are stops, so that all are found in one pass however many languages there are."""
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


_FIGURES: Final = regex(r"\d\d*+")  # one that begins with a set is searched for in a third of the time
_WORDS: Final = (*MONTHS, *SEASONS, *NAMED_TIMES)
_STOPS: Final = _automaton(_WORDS)
_STOPS_ANCHORED: Final = _automaton((*_WORDS, *DAY_WORDS))


def find_dates(
    text: str, *, year: int | None = None, order: Order | None = None, anchor: Anchor = None
) -> tuple[WrittenDate, ...]:
    """Return the dates in `text` in their order, none overlapping.

    `year` completes dates that lack theirs. `order` decides 10/11/50; without it the day comes first and the date is
    ambiguous. `anchor` (a full date) lends the nearest year, and the month to "on the 5th", "ultimo" and "today".
    """
    find = _find_again if len(text) <= _SHORT else _find
    return find(text, year, order, _anchor(anchor))


def _find(
    text: str, year: int | None, order: Order | None, anchor: tuple[int, int, int] | None
) -> tuple[WrittenDate, ...]:
    prepared = source(text, year, order, anchor)
    readings = _read_undated(text) if len(text) <= _SHORT and order is None and anchor is None else None
    return tuple(resolve(prepared, reading) for reading in (_read(prepared) if readings is None else readings))


def _read(prepared: Source) -> tuple[Reading, ...]:
    readings, _ = _scan(prepared)
    return tuple(_with_shared_years(prepared, _bounded(prepared, readings)))


_SHORT: Final = 200
_find_again: Final = lru_cache(maxsize=1024)(_find)
"""A short line is asked about several times while a page is read: is it a heading, a dateline, service matter?"""


class _YearAskedError(Exception):
    """A reader has to know near which year a text was written."""


class _Undated(Source):
    """A text of which nobody says when it was written."""

    __slots__ = ()

    @property
    def near(self) -> int | None:
        raise _YearAskedError


@lru_cache(maxsize=1024)
def _read_undated(text: str) -> tuple[Reading, ...] | None:
    """Return the readings of a short line that are the same in any year; None where a reader has to know the year.

    The questions about a line come with different years; hardly any date is read otherwise for it, only completed.
    """
    plain = source(text)
    try:
        return _read(_Undated(plain.text, plain.low))
    except _YearAskedError:
        return None


def parse_date(
    text: str, *, year: int | None = None, order: Order | None = None, anchor: Anchor = None
) -> WrittenDate | None:
    """Return the one date that the whole of `text` is, None where it is anything else.

    White space, a preposition ("on", "от"), brackets round it and a comma or colon after it are passed over. Needs no
    context: a bare year, a month in lower case and "23/10" are dates here.
    """
    prepared = source(text, year, order, _anchor(anchor), whole=True)
    readings, _ = _scan(prepared)
    if len(readings) != 1 or not _is_whole(text, readings[0].start, readings[0].end):
        return None
    return resolve(prepared, readings[0])


def find_times(text: str) -> tuple[WrittenTime, ...]:
    """Return the times of day in `text` in their order, those that belong to a date included.

    Four bare figures are a time after "at", "received" and the like and beside a date; a year is never one.
    """
    readings, times = _scan(source(text))
    ends = [end for reading in readings for end in (reading, reading.until) if end is not None]
    dated = {end.time for end in ends if end.time is not None}
    return tuple(sorted((*times, *dated), key=lambda time: time.start))


def parse_time(text: str) -> WrittenTime | None:
    """Return the one time of day that the whole of `text` is, None where it is anything else."""
    prepared = source(text, whole=True)
    lead = _LEAD.match(text)
    at = lead.end() if lead is not None else 0
    if at >= len(text):
        return None
    clock = read_clock(prepared, at)
    time = clock.time if clock is not None else next(iter(read_signs(prepared).times), None)
    return time if time is not None and _is_whole(text, time.start, time.end) else None


def _is_whole(text: str, start: int, end: int) -> bool:
    lead = _LEAD.fullmatch(text, 0, start)
    return lead is not None and not text[end:].strip(_TRAIL).strip(".")


def _anchor(anchor: Anchor) -> tuple[int, int, int] | None:
    if anchor is None:
        return None
    day = earliest(anchor)
    return (day.year, day.month, day.day) if day is not None else None


def _scan(prepared: Source) -> tuple[list[Reading], list[WrittenTime]]:
    """Return the readings and the times that belong to none of them."""
    signs = read_signs(prepared)
    readings: list[Reading] = [*signs.dates, *read_bounds(prepared)]
    times: list[WrittenTime] = list(signs.times)
    taken = [(date.start, date.end) for date in readings] + [(time.start, time.end) for time in signs.times]
    end = 0
    for at in _stops_in(prepared, taken):
        if at < end or not prepared.is_loose(at, end):
            continue
        if prepared.low.startswith("janeiro", at) and prepared.low.endswith("rio de ", 0, at):
            continue  # the city
        if prepared.low[at].isdecimal() and prepared.is_labelled(at):
            continue  # no date and no time for any reader, each of which would look at it first
        found = read_moments(prepared, at)
        if found:
            found = (widen(prepared, found[0], end), *found[1:])
            readings.extend(found)
            end = found[-1].end
            continue
        clock = _lone_clock(prepared, at)
        if clock is not None:
            times.append(clock.time)
            end = clock.time.end
    return _apart(readings) if taken else readings, times


def _bounded(prepared: Source, readings: list[Reading]) -> list[Reading]:
    """Make one range of "not before 5, not after 9 March 1938", where the first may be a bare day."""
    if not any(reading.certainty == "not-after" for reading in readings):
        return readings
    found: list[Reading] = []
    for reading in readings:
        first = found[-1] if found else None
        if reading.certainty == "not-after" and reading.until is None:
            bare = _NOT_BEFORE.search(prepared.low, max(0, reading.start - 40), reading.start)
            if bare is not None and reading.day is not None:
                last = reading._replace(certainty="certain")
                reading = last._replace(start=bare.start(), day=int(bare["day"]), until=last)
            elif first is not None and first.certainty == "not-before" and _meet(prepared, first, reading):
                found.pop()
                year = first.year or reading.year
                last = reading._replace(certainty="certain")
                reading = first._replace(end=reading.end, year=year, until=last, certainty="certain")
        found.append(reading)
    return found


def _meet(prepared: Source, first: Reading, second: Reading) -> bool:
    return prepared.low[first.end : second.start].strip(" \n,;–—-") in ("", "и", "and", "но", "but")


def _apart(readings: list[Reading]) -> list[Reading]:
    """Put readings of both scripts in order and leave out one that runs into the one before it ("May 12 月")."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda reading: reading.start):
        if not kept or kept[-1].end <= reading.start:
            kept.append(reading)
    return kept


def _stops_in(prepared: Source, taken: list[tuple[int, int]]) -> list[int]:
    """Return the places where a date may begin, outside of what is `taken`."""
    low = prepared.low
    stops = [stop.start() for stop in _FIGURES.finditer(low)]
    automaton = _STOPS if prepared.anchor is None else _STOPS_ANCHORED
    for last, length in automaton.iter(low):
        at = last - length + 1
        if not (at and low[at - 1].isalpha()) and not low[last + 1 : last + 2].isalpha():
            stops.append(at)
    return _outside(sorted(stops), sorted(taken)) if taken else sorted(stops)


def _outside(stops: list[int], taken: list[tuple[int, int]]) -> list[int]:
    """Return the stops that lie in none of the spans; both are in order."""
    free: list[int] = []
    spans = iter(taken)
    span = next(spans, None)
    for at in stops:
        while span is not None and span[1] <= at:
            span = next(spans, None)
        if span is None or at < span[0]:
            free.append(at)
    return free


def _lone_clock(prepared: Source, at: int) -> Clock | None:
    clock = read_clock(prepared, at)
    if clock is None or prepared.is_labelled(at, strict=False) or not stands_as_time(prepared, clock):
        return None
    return clock


def _with_shared_years(prepared: Source, readings: list[Reading]) -> list[Reading]:
    """Give a date without a year that of the next one in a list: "30 January and 8 February 1949"."""
    shared: list[Reading] = []
    following: Reading | None = None
    for reading in reversed(readings):
        if following is not None and following.year is not None and _lacks_year(reading):
            between = " ".join(prepared.low[reading.end : following.start].split())
            if between in _JOINERS:
                back = (reading.month or 0) > (following.month or 0)
                reading = reading._replace(year=following.year - back)
        shared.append(reading)
        following = reading
    return shared[::-1]


def _lacks_year(reading: Reading) -> bool:
    shifted = reading.year_shift is not None or reading.month_shift is not None or reading.day_shift is not None
    return reading.year is None and reading.month is not None and reading.until is None and not shifted
