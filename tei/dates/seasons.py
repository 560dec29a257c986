"""Seasons of a year: summer of 1949, летом 1949 г., winter of 1949–50, this spring."""

from __future__ import annotations

from typing import Final

from tei.dates.lexicon import SEASONS
from tei.dates.reading import Reading
from tei.dates.source import Source
from tei.dates.years import read_year
from tei.regexes import regex

_WORD: Final = regex(r"[^\W\d_]+")
_ENGLISH: Final = frozenset(("spring", "summer", "autumn", "fall", "winter"))


def read_season(source: Source, at: int) -> tuple[Reading, ...]:
    """Read "summer of 1949", "летом 1949 г.", and "this spring" where the year is known."""
    match = _WORD.match(source.low, at)
    season = SEASONS.get(match.group()) if match is not None else None
    if match is None or season is None:
        return ()
    word = match.group()
    language = "en" if word in _ENGLISH else "ru" if "а" <= word[0] <= "я" else ""
    reading = Reading(at, match.end(), part=season, language=language)
    year = read_year(source, match.end(), after_day=False)
    if year is not None and year.month_shift is None:
        return (_season_pair(source, year.complete(reading)),)
    shift = {"this": 0, "last": -1, "next": 1}.get(source.word_before(at))
    if shift is None or source.near is None:
        return ()
    start = source.words_before(at)[-1].start()
    return (reading._replace(start=start, year_shift=shift, certainty="relative"),)


_PAIR: Final = regex(r"[/–-](\d\d)(?!\d)")


def _season_pair(source: Source, reading: Reading) -> Reading:
    """Read "winter of 1949–50" to its end."""
    match = _PAIR.match(source.low, reading.end)
    return reading._replace(end=match.end(), next_year=True) if match is not None else reading
