"""Heads of letters in the flow of a line: who wrote to whom, place and day, and the text without a break behind them.

“Mr. Pell to Captain Lind. Karsk, April 8, 1938.” in one row, “No. 6.—Tarn. Mr. Pell to Captain Lind. (Telegram sent
7 p.m., 26th July, 1938.) The ice …”, and whole volumes whose lines a site ran together. Each part is a row again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tei.regexes import regex

_RANK: Final = (
    r"(?:[Tt]he\s)?(?:Sir|Lord|Lady|Viscount|Earl|Marquess|Marquis|Duke|Duchess|Baron|Count|Prince(?:ss)?|Queen|King|"
    r"Emperor|Empress|Mr|Mrs|Messrs|Dr|General|Colonel|Captain|Commander|Admiral|Governor(?:-General)?|High|Acting|"
    r"Consul(?:-General)?|President|Secretary|Ambassador|Minister|Foreign|Viceroy|Same|M|Herr|Officer)\b\.?"
)
_WORD: Final = r"(?:of|the|de|von|van|at|in|for|and|&|(?:[A-Z]\.){1,3}|[A-Z][\w’'-]*)"
_PARTY: Final = rf"{_RANK}(?:,?\s{_WORD}){{0,8}}?"
_PARTIES: Final = (
    rf"{_PARTY}\sto\s{_PARTY}(?<![ ]Mr)(?<![ ]Dr)(?<!Mrs)(?<!Gen)(?<!Col)(?<!Hon)(?<!Capt)(?<![ .][A-Z])\."
)
_SURNAMES: Final = r"[A-Z][a-z]{2,14}\sto\s[A-Z][a-z]{2,14}\."
_DAY: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?),?\s1[789]\d\d"
)
_HOUR: Final = r"(?:,\s\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m)?"
_PLACE: Final = r"(?:[A-Z][\w’'.-]*(?:,?\s(?:of|on|the|[A-Z][\w’'.-]*)){0,5},\s)"
_RUN: Final = regex(
    rf"(?:^|(?<=[.!?”\"\])]\s))(?P<over>P{{1,2}}\.\s\d{{1,3}}(?:[–-]\d{{1,3}})?\.\s)?(?P<parties>{_PARTIES}|{_SURNAMES})\s"
    r"(?P<form>[\[(]?(?:Telegraphic|Telegram|Cipher|Draft|Copy)\.?[\])]?\.?\s)?"
    rf"(?P<day>{_PLACE}{_DAY}{_HOUR}\.?)(?:\s|$)"
)
_LAID: Final = regex(
    rf"No\.\s\w{{1,4}}\.\s?[—–-]\s{{0,2}}[A-Z][\w’' -]{{2,40}}\.\s(?P<parties>{_PARTIES})\s"
    r"(?P<day>\((?:Extract\sfrom\s)?[Tt]elegram\s(?:sent|received|despatched)\s[^()\n]{4,30}\d{4}\.?\))\s"
    r"(?P<answer>\[Answer(?:ed\sby|s|ing)\s[^\[\]\n]{2,40}\]\s)?"
)
_ASIDE: Final = regex(r"(?:(?<=\s)|^)\[(?:Footnote\s\d{1,3}|Page\s?heading):[^\[\]]{3,900}\](?=\s|$)")
"""What a transcriber set off between letters: a note of the volume, and what stood over its page."""
_DAY_BEFORE: Final = regex(rf"(?P<day>{_DAY}\.?)\s?[–—-]\s(?=[A-Z“\"])")
"""The day before a text, with a dash, under an address: “March 4, 1938 - The ice …”."""
MIN_ROW: Final = 24


def parts_of_flow(text: str, above: str) -> tuple[int, ...]:
    """Return where the rows of a line began that holds such heads, none where it holds none.

    `above` is the line over it: under an address a day before the text is a row as well.
    """
    if len(text) < MIN_ROW:
        return ()
    if above[:3] == "To " and above[-1] in ",:" and (day := _DAY_BEFORE.match(text)):
        return day.end("day"), day.end()
    if " to " not in text:
        return ()
    if text[:3] == "No." and (laid := _LAID.match(text)):
        return (*(laid.start(name) for name in ("parties", "day", "answer") if laid[name]), laid.end())
    found = tuple(_RUN.finditer(text)) if ", " in text else ()
    cuts = {cut for match in found for cut in _cuts(match)}
    if cuts and "[" in text:
        cuts |= {cut for aside in _ASIDE.finditer(text) for cut in aside.span()}
    inner = sorted(cut for cut in cuts if 0 < cut < len(text))
    return tuple(cut for cut, after in pairwise((*inner, len(text))) if not text[cut:after].isspace())


def _cuts(match: re.Match[str]) -> Iterator[int]:
    """Yield where the parts of a head begin, and where its text does."""
    yield match.start()
    yield from (match.start(name) for name in ("parties", "form", "day") if match[name])
    yield match.end()
