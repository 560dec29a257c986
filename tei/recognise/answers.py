"""Other telegrams that a telegram speaks of: the one it answers, and those it mentions, by date or number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.dates import WrittenDate, find_dates
from tei.model import Basis, Certainty, Evidence, Mention, Moment
from tei.recognise.service import NUMBER_SIGN

_TELEGRAM: Final = (
    r"(?:telegrams?|telegrammes?|cables?|messages?|letters?|wires?|dispatch(?:es)?|note|"
    r"communication|ciphergram|inquiry|query|request)"
)
_REST: Final = r"(?P<rest>(?:[^.;\n]|(?<=No)\.|(?<=[Nn]r)\.|(?<=\d)\.(?=\d)){0,80})"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\byour\s+(?:\w+\s+){{0,3}}?{_TELEGRAM}\b{_REST}",
        rf"\b(?:in\s+)?(?:reply|answer|response|answering|replying)\s+to\s+(?:your|yours|the)\b(?:\s+{_TELEGRAM})?{_REST}",
        r"\byours\s+(?:of|dated|No\.)\s+(?P<rest>[^.;\n]{0,40})",
        rf"\b(?:urtel|reurtel|deptel|re\s+(?:your|deptel|embtel|urtel))\b{_REST}",
        r"\bваш(?:а|у|ей|е|его)?\s+(?:\w+\s+){0,2}?(?:телеграмм\w*|шифр\w+|письм\w*|запрос\w*)(?P<rest>[^.;\n]{0,60})",
        r"\b(?:в\s+ответ\s+на|отвечаю\s+на|на)\s+ваш\w*\s+(?:№|от|телеграмм\w*)(?P<rest>[^.;\n]{0,60})",
        r"(?:你|您|贵)(?:方)?(?P<rest>[^。;；\n]{0,20})(?:来电|电报|电|信)",
    )
)
_ABOUT: Final = re.compile(
    rf"\b(?:respond(?:s|ing)?|repl(?:y|ies|ying)|answer(?:s|ing)?|reacts?|writes?\s+back|in\s+(?:reply|response|answer))\s+(?:to\s+)?"
    rf"(?:[\w’']+\s+){{0,4}}?{_TELEGRAM}\b{_REST}",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(rf"(?:{NUMBER_SIGN}|\bdeptel|\bembtel|\burtel|№)\s*(?P<number>\d[\w/-]*)", re.IGNORECASE)
_NEAR: Final = 48
"""A date counts for the telegram spoken of when it follows within so many characters."""


def answers_in_text(text: str, start: int, end: int, *, year: int | None) -> Mention | None:
    """Return the telegram that a message says it answers, read from the first place that names one."""
    return next(_mentions(_PATTERNS, text, start, end, year, Basis.INTERNAL), None)


def answers_in_abstract(text: str, start: int, end: int, *, year: int | None) -> Mention | None:
    """Return the telegram answered as the source's abstract says it: external evidence, hence less sure."""
    return next(_mentions((_ABOUT,), text, start, end, year, Basis.EXTERNAL), None)


def _mentions(
    patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int, year: int | None, basis: Basis
) -> Iterator[Mention]:
    matches = sorted((m for pattern in patterns for m in pattern.finditer(text, start, end)), key=lambda m: m.start())
    for match in matches:
        rest = match["rest"]
        base = match.start("rest")
        dates = [found for found in find_dates(rest, year=year) if found.start < _NEAR]
        number = _NUMBER.search(rest)
        if dates or number:
            reach = max(base + dates[0].end if dates else 0, base + number.end() if number else 0)
            evidence = Evidence("answers", match.start(), reach, Certainty.MEDIUM, basis)
            moment = moment_of(dates[0], base, "answers", basis) if dates else None
            yield Mention("answers", text[match.start() : reach], moment, number["number"] if number else "", evidence)


def moment_of(found: WrittenDate, offset: int, step: str, basis: Basis = Basis.INTERNAL) -> Moment:
    """Return a written date as a moment of the envelope; `offset` is where its text stands in the capture."""
    sure = Certainty.MEDIUM if found.year_supplied or found.ambiguous or found.not_before else Certainty.HIGH
    evidence = Evidence(step, offset + found.start, offset + found.end, sure, basis)
    return Moment(found.text, found.when or "", found.not_before or "", found.not_after or "", evidence)
