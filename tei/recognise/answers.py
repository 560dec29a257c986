"""Other telegrams that a telegram speaks of: the one it answers, by date or number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tei.dates import WrittenDate, find_dates
from tei.model import Basis, Certainty, Evidence, Mention, Moment
from tei.recognise.service import NUMBER_SIGN

_TELEGRAM: Final = (
    r"(?:telegrams?|telegrammes?|tels?|cables?|cablegrams?|messages?|letters?|wires?|d[ei]spatch(?:es)?|notes?|"
    r"radiograms?|radios?|"
    r"communications?|ciphergrams?|cyphergrams?|ciphers?|ciphertels?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|"
    r"requests?|"
    r"questions?|airgrams?|repl(?:y|ies)|answers?|response)"
)
_REST: Final = (
    r"(?P<rest>(?:[^.;\n]|(?<=\bNo)\.|(?<=\b[Nn]r)\.|(?<=\d)\.(?=\d|\s?[mM])|(?<=[ap])\.(?=\s?m\b)|(?<=\bN)\.){0,90})"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FORMS: Final = (
    (("your",), rf"\byour\s+(?:[\w-]+\s+){{0,3}}?{_TELEGRAM}\b{_REST}"),
    (
        ("your",),
        rf"\byour\s+(?P<rest>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|"
        rf"{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?)(?:['’]s)?\s+(?:\w+\s+)?{_TELEGRAM}\b",
    ),
    (("your",), rf"\byour\s+(?={NUMBER_SIGN}\s*\d|\d{{1,6}}\b(?!\s*(?:{_MONTH}|[^\W\d]+s\b))){_REST}"),
    (
        ("your", "the "),
        rf"\b(?:reply|answer|response|answering|replying|responding|reference|refer(?:ring)?|"
        rf"with reference|pursuant|further)\s+"
        rf"(?:to\s+)?(?:your|yours|the\s+(?:department|embassy|legation|ministry)['’]s)\b(?:\s+{_TELEGRAM})?{_REST}",
    ),
    (
        ("repl", "answer", "respon"),
        rf"\b(?:reply|answer|response|answering|replying|"
        rf"responding)\s+to\s+the\s+(?:\w+\s+)?{_TELEGRAM}\b{_REST}",
    ),
    (("your",), rf"\byours\s+(?:of|dated|{NUMBER_SIGN})\s*{_REST}"),
    (
        ("tel", "urmsg"),
        rf"\b(?:re\s?)?(?:urtels?|deptels?|depcirtels?|depcirtel|embtels?|legtels?|contels?|circtels?|urcirtel|"
        rf"urmsg)\b{_REST}",
    ),
    (
        ("ваш",),
        r"\bваш(?:а|у|ей|е|его|ему|им|и|их)?\s+(?:\w+\s+){0,2}?(?:телеграмм\w*|шифр\w+|письм\w*|запрос\w*|депеш\w*|"
        r"радиограмм\w*|послани\w+|"
        r"сообщени\w+|ответ\w*|вопрос\w*)(?P<rest>[^.;\n]{0,60})",
    ),
    (("ваш",), r"\bваш\w{0,3}\s+(?P<rest>(?:№|N[º°o]?)\s*\d[^.;\n]{0,40})"),
    (("ваш",), r"\b(?:в\s+ответ\s+на|отвечаю\s+на|на)\s+ваш\w*\s+(?P<rest>(?:№|от)[^.;\n]{0,60})"),
    (("你", "您", "贵"), r"(?:你们?|您|贵)(?:方|处|馆)?(?P<rest>[^。;；\n，,]{0,24}?)(?:来电|来函|来信|电报|电|信|函)"),
    (
        ("月",),
        r"(?P<rest>[一二三四五六七八九十〇\d]{1,4}月[一二三四五六七八九十\d]{1,3}[日号])(?:来电|电|函)(?:均?悉|收到|已收)",
    ),
    (
        ("ihr",),
        r"\bihr(?:e[mns]?|es)?\s+(?:\w+\s+)?(?:telegramm\w*|schreiben\w*|brief\w*|note|depesche)(?P<rest>[^;\n]{0,60})",
    ),
    (
        ("votre", "vos "),
        r"\bvo(?:tre|s)\s+(?:t[ée]l[ée]grammes?|lettres?|messages?|d[ée]p[êe]ches?|notes?)(?P<rest>[^;\n]{0,60})",
    ),
)
_PATTERNS: Final = tuple((needles, re.compile(pattern, re.IGNORECASE)) for needles, pattern in _FORMS)
"""Each form with the words of which one stands in every text that has it: most texts are passed over for these."""
_ABOUT: Final = re.compile(
    rf"\b(?:respon(?:d(?:s|ed|ing)?|se)|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|react(?:s|ed|ing)?|writes?\s+back|"
    rf"in\s+(?:reply|response|answer))"
    rf"\s+(?:to\s+)?(?:(?!{_TELEGRAM}\b)[\w’'.-]+\s+){{0,6}}?{_TELEGRAM}\b{_REST}",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(rf"(?:{NUMBER_SIGN})\s*(?P<number>\d[\w/-]*)", re.IGNORECASE)
_BARE_NUMBER: Final = re.compile(
    rf"\s*(?P<number>\d{{1,6}}(?:/\w+)?)(?![\w:./-]|\s*(?:{_MONTH}|%|o['’]clock|[ap]\.\s?m)|,\d)", re.IGNORECASE
)
_LINK: Final = re.compile(
    r"(?:dated|of|from|sent|on|the|no|nr|number|your|by|with|under|today['’]?s?|day|dd|d|от|за|номер|vom|nr|du|le|no|"
    r"de|date|datum|"
    r"[\W_]|\d[\w/]*)*",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"(?:dated|\bof|\bfrom|\bот|\bvom|\bdu)\s*(?:the\s+)?$", re.IGNORECASE)
_BEFORE: Final = 60
_BEHIND: Final = 240
_NEAR: Final = 64
"""A date counts for the telegram spoken of when it follows within so many characters."""


def answers_in_text(text: str, start: int, end: int, *, year: int | None) -> Mention | None:
    """Return the telegram that a message says it answers, read from the first place that names one."""
    return next(_mentions(_PATTERNS, text, start, end, year, Basis.INTERNAL), None)


def answers_in_abstract(text: str, start: int, end: int, *, year: int | None) -> Mention | None:
    """Return the telegram answered as the source's abstract says it: external evidence, hence less sure."""
    return next(_mentions(((("",), _ABOUT),), text, start, end, year, Basis.EXTERNAL), None)


def _mentions(
    patterns: Iterable[tuple[tuple[str, ...], re.Pattern[str]]],
    text: str,
    start: int,
    end: int,
    year: int | None,
    basis: Basis,
) -> Iterator[Mention]:
    words = text[start:end].lower()
    found: dict[tuple[int, int], re.Match[str]] = {}
    for needles, pattern in patterns:
        for first, last in _stretches(words, needles):
            for match in pattern.finditer(text, start + first, min(start + last, end)):
                found.setdefault(match.span(), match)
    for _, match in sorted(found.items()):
        mention = _mention(text, match, year, basis)
        if mention:
            yield mention


def _stretches(words: str, needles: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the stretches round the needles: a form reaches at most so far before and behind the word that tells it."""
    places = sorted(place for needle in needles for place in _places(words, needle))
    first = last = -1
    for place in places:
        if first >= 0 and place - _BEFORE <= last:
            last = place + _BEHIND
            continue
        if first >= 0:
            yield first, last
        first, last = max(0, place - _BEFORE), place + _BEHIND
    if first >= 0:
        yield first, last


def _places(words: str, needle: str) -> Iterator[int]:
    if not needle:
        yield from range(0, len(words), _BEHIND)
        return
    place = words.find(needle)
    while place >= 0:
        yield place
        place = words.find(needle, place + len(needle))


def _mention(text: str, match: re.Match[str], year: int | None, basis: Basis) -> Mention | None:
    rest, base = match["rest"], match.start("rest")
    date = next((found for found in find_dates(rest, year=year) if _belongs(rest, found)), None)
    number = _BARE_NUMBER.match(rest) or _NUMBER.search(rest, 0, date.start if date else _NEAR)
    if date and not number:
        number = _NUMBER.match(rest, date.end + 1)
    if date is None and number is None:
        return None
    reach = match.end() if match.end("rest") < match.end() else 0
    reach = max(reach, base + date.end if date else 0, base + number.end() if number else 0)
    evidence = Evidence("answers", match.start(), reach, Certainty.MEDIUM, basis)
    moment = moment_of(date, base, "answers", basis) if date else None
    return Mention("answers", text[match.start() : reach], moment, number["number"] if number else "", evidence)


def _belongs(rest: str, found: WrittenDate) -> bool:
    """Say whether a date is the telegram's: only linking words stand between, or "dated", "of" right before it."""
    between = rest[: found.start]
    return found.start < _NEAR and (_LINK.fullmatch(between) is not None or _DATED.search(between) is not None)


def moment_of(found: WrittenDate, offset: int, step: str, basis: Basis = Basis.INTERNAL) -> Moment:
    """Return a written date as a moment of the envelope; `offset` is where its text stands in the capture."""
    sure = Certainty.MEDIUM if found.year_supplied or found.ambiguous or found.not_before else Certainty.HIGH
    evidence = Evidence(step, offset + found.start, offset + found.end, sure, basis)
    return Moment(found.text, found.when or "", found.not_before or "", found.not_after or "", evidence)
