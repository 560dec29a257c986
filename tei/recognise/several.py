"""Telegrams spoken of in a row: "Your 457 and 458", "your telegrams of 5 and 6 May", "№ 457, 458 и 460".

The first of them is read by `answers`; here those that follow it in the same breath are read as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.model import Envelope, Mention
from tei.recognise.answers import MOST, moment_of
from tei.regexes import regex

_LINK: Final = r"\)?\s*(?:,\s*(?:and|и)?|;\s*(?:and)?|&|\band\b|\bи\b|\bet\b|\bund\b|、|和|及|[-–—])\s*"
_MORE: Final = regex(
    rf"{_LINK}(?:(?:your\s+)?(?:no|nos|nr|n)?\.?\s*[№º°]?s?\.?\s*)(?P<number>\d{{1,6}}(?:/\w+)?)"
    r"(?![\w:/%]|\.\d(?!\d?(?:\s|$))|,\d|\s*[ap]\.\s?m)",
    re.IGNORECASE,
)
_AGAIN: Final = regex(rf"{_LINK}(?:of|dated|from|от|vom|du)?\s*", re.IGNORECASE)
_COUNTED: Final = regex(r"[^\S\n]+(?P<word>[^\W\d_]+)")
_GOES_ON: Final = frozenset(
    re.findall(
        r"\w+",
        """
        received have has had were was are is of dated from sent on and come came arrived noted at hand both being
        concerning regarding about with under to in we i not yesterday today duly safely
        сообщаю сообщаем отвечаю отвечаем докладываю докладываем прошу просим
        получены получил получили от принял приняли и прибыли
        """,
    )
)
"""Words that may follow the number of a telegram; any other is what was counted: "Your 457 and 20 men"."""
_DAY: Final = regex(r"[、及和与與]\s*(?P<day>[一二三四五六七八九十廿卅〇0-9]{1,3}[日号號])")
_NEAR: Final = 40


def with_series(envelopes: tuple[Envelope, ...], text: str, year: int | None) -> tuple[Envelope, ...]:
    """Return envelopes that name all telegrams of a row, where they name the first."""
    if not any(one.mentions for one in envelopes):
        return envelopes
    return tuple(_with_row(one, text, year) if one.mentions else one for one in envelopes)


def _with_row(envelope: Envelope, text: str, year: int | None) -> Envelope:
    mentions: list[Mention] = []
    for mention in envelope.mentions:
        if not mentions or mention.evidence.start >= mentions[-1].evidence.end:
            mentions += (mention, *_series(mention, text, year))
    return replace(envelope, mentions=tuple(mentions[:MOST]))


def _series(first: Mention, text: str, year: int | None) -> list[Mention]:
    """Return the telegrams that are named right after one, in a row with it."""
    end = first.evidence.end
    more: list[Mention] = []
    if first.type != "answers" or not (first.number or first.moment) or text[end : end + 1] == ".":
        return more
    while len(more) < MOST and (following := _next(text, more[-1] if more else first, year)):
        more.append(following)
    return more


def _next(text: str, before: Mention, year: int | None) -> Mention | None:
    """Return the telegram that is named right after another, in the same way."""
    end = before.evidence.end
    if before.moment and before.moment.when.startswith("---") and (day := _DAY.match(text, end)):
        return _of_day(day, before)
    found = _MORE.match(text, end)
    dates = _dates(text, end, year)
    if found and before.number and not (dates and dates[0] <= found.start("number") < dates[1]):
        return _numbered(text, found, before, year)
    if dates is None or before.moment is None:
        return None
    start, stop = dates
    date = find_dates(text[start:stop], year=year)[0]
    evidence = replace(before.evidence, start=start, end=stop)
    return replace(
        before, text=text[start:stop], moment=moment_of(date, start, "series"), number="", evidence=evidence, target=-1
    )


def _of_day(found: re.Match[str], before: Mention) -> Mention | None:
    """Return a mention of a day alone after another, 十日、十二日电."""
    day = next(iter(find_dates(found["day"], year=None)), None)
    if day is None or before.moment is None:
        return None
    evidence = replace(before.evidence, start=found.start("day"), end=found.end())
    moment = replace(before.moment, text=found["day"], when=day.when or "", evidence=evidence)
    return replace(before, text=found["day"], moment=moment, number="", evidence=evidence, target=-1)


def _numbered(text: str, found: re.Match[str], before: Mention, year: int | None) -> Mention | None:
    end = found.end("number")
    counted = _COUNTED.match(text, end)
    if counted and counted["word"].lower() not in _GOES_ON:
        return None
    moment = None
    behind = text[end : end + _NEAR]
    date = next(iter(find_dates(behind, year=year)), None)
    if date and re.fullmatch(r"\s*,?\s*(?:of|dated|from|от|vom|du)?\s*", behind[: date.start], re.IGNORECASE):
        moment, end = moment_of(date, end, "series"), end + date.end
    start = found.start("number")
    evidence = replace(before.evidence, start=start, end=end)
    return replace(before, text=text[start:end], moment=moment, number=found["number"], evidence=evidence, target=-1)


def _dates(text: str, end: int, year: int | None) -> tuple[int, int] | None:
    """Return where the next date stands when only linking words part it from the one before."""
    link = _AGAIN.match(text, end)
    if link is None:
        return None
    found = next(iter(find_dates(text[link.end() : link.end() + _NEAR], year=year)), None)
    if found is None or found.start != 0 or not found.when or len(found.when) < len("1938-05-05"):
        return None
    return link.end(), link.end() + found.end
