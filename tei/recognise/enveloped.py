"""Notes of scholars that say first who wrote to whom: "Penrith to Foreign Office, No. 41, 4 November 1931, ibid."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.regexes import regex

_WORD: Final = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁİ](?:\.(?:[A-ZÀ-ÞА-ЯЁ]\.)*|[\w-]*[^\W\d_](?:['’](?!s\b)\w+)?))"
_NUMBER: Final = (
    r"(?:(?:[Nn]o\.?|[Nn]r\.?|№|nº|n°)\s?|(?<=[Tt]el\.\s)|(?<=[Tt]elegram\s)|(?<=[Cc]able\s)|(?<=patch\s))"
    r"(?P<number>\d[\w/-]*)(?=[,\s])"
)
_KIND: Final = (
    r"(?i:(?:private|personal|secret|cipher(?:ed)?|coded)?\s?"
    r"(?:tel|telegram|telegr|telno|cable|wire|letter|minute|des?patch|dispatch|"
    r"t[ée]l[ée]gramm?e?s?|lettre|schreiben|brief|drahtbericht)\b\.?)"
)
_BY: Final = (
    r"(?:(?:private|personal|secret|draft|undated|unsent)\s)?(?:letter|telegram|cable|cablegram|wire|note|d[ie]spatch)"
)
_SMALL: Final = r"(?:(?:de|von|van|of|for|in|at)\s(?:the\s)?)?"
_ASIDE: Final = r"(?:\([^()]{2,30}\),?\s+)?"
_ENVELOPE: Final = regex(
    rf"(?:(?:{_BY}|(?-i:Telegram|Cable|Letter|Despatch|Dispatch|Tel\.))(?:,|\sfrom|:)\s(?:the\s)?)?"
    rf"(?<![\w’'])(?P<sender>{_WORD}(?:\s{_SMALL}{_WORD}){{0,3}})"
    rf"(?:\s\([^()]{{2,30}}\))?(?:,\s+{_BY},?)?\s+(?:to|an|à)\s+(?:(?:the|das|die|den)\s+)?"
    rf"(?P<recipient>{_WORD}(?:\s{_SMALL}{_WORD}){{0,3}})(?:\s\([^()]{{2,30}}\))?(?:\sand\sothers)?,\s+"
    rf"(?:{_KIND},?\s+)?(?:[A-Z]{{1,4}}/\d[\w/-]{{0,12}},\s+)?(?:{_NUMBER},?\s+)?(?:{_KIND},?\s+)?{_ASIDE}(?:(?:of|dated)\s+)?"
    r"(?P<date>\[?\d{1,2}\.?\s+[A-Za-z][a-zäéûô]{2,8}\.?,?\s+\[?\d{4}\]?|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4})"
)
_TO: Final = (" to ", " an ", " à ")
_RUSSIAN: Final = regex(
    r"(?P<sender>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][\w-]+)\s[—–]\s(?P<recipient>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][\w-]+)[.,]\s+"
    r"(?:(?:№|No\.?)\s?(?P<number>\d[\w/-]*)[.,]\s+)?(?P<date>\d{1,2}\s[а-я]{3,8}\s\d{4})"
)
_CHINESE: Final = regex(
    r"《(?P<sender>[^《》致\n]{2,12}?)致(?P<recipient>[^《》\n]{2,12}?)的?(?P<kind>[电電函信])[报報文稿]?》[，,]?\s?"
    r"[（(]?(?P<date>(?:民[国國])?[\d一二三四五六七八九十○〇]{2,4}年[^）)，。；\n]{3,12}?[日号號])[）)]?(?P<number>)"
)
"""「《周恩来致毛泽东电》（1938年3月10日）」 in a note."""
_IBID: Final = regex(r"\bibid(?:em)?\b\.?", re.IGNORECASE)
_OWN_NUMBER: Final = regex(
    r"(?:['’]s|\b[Hh]is|\b[Hh]er|^|[.:]\s|\bsent|\bfollowing|\b[Ii]n)\s?(?:(?:urgent|coded|secret|ciphered|long|short)\s)?"
    r"(?:[Tt]elegram|[Cc]able|[Cc]ablegram|[Dd]ispatch|[Dd]espatch|[Mm]essage)\s"
    r"(?:[Nn]o\.?|[Nn]r\.?|№)\s?(?P<number>\d[\w/-]*)"
)
_ANSWERS: Final = regex(r"\b(?:repl|answer|respon|receipt|reference)\w*\b[^.:]{0,24}$")


def envelope_in(text: str) -> re.Match[str] | None:
    """Return the words that say who wrote to whom and when: groups `sender`, `recipient`, `number` and `date`."""
    if any(word in text for word in _TO):
        return _ENVELOPE.search(text)
    if "致" in text:
        return _CHINESE.search(text)
    return _RUSSIAN.search(text) if " — " in text or " – " in text else None


def envelopes_in(text: str) -> Iterator[re.Match[str]]:
    """Yield all that a note says so, as one that gives the sources of a whole paragraph."""
    at = 0
    while match := (_ENVELOPE if any(word in text for word in _TO) else _RUSSIAN).search(text, at):
        yield match
        at = match.end()


def envelope_of(text: str) -> re.Match[str] | None:
    """Return those words where a note begins with them, perhaps behind the number of the file that it cites."""
    if "致" in text[:MAX_TITLED]:
        return _CHINESE.match(text)
    if not any(word in text[:MAX_CITED] for word in _TO):
        return _RUSSIAN.match(text) if " — " in text[:60] or " – " in text[:60] else None
    match = _ENVELOPE.search(text, 0, MAX_CITED + MAX_SAID)
    return match if match and (not match.start() or _FILED.fullmatch(text, 0, match.start())) else None


def is_enveloped(text: str) -> bool:
    """Say whether a note begins so: it is the source of what it hangs on."""
    return envelope_of(text) is not None


def is_attribution(text: str) -> bool:
    """Say whether a line under a quotation says so: “— Lord Pell, telegram to Sir Axel Lind, 9 May 1888”."""
    return text[:1] in ("—", "–") and is_enveloped(text.lstrip("—– "))


def names_kind(text: str) -> str:
    """Return what a note that says who wrote to whom calls it, "telegram" or "letter", empty where it does not."""
    match = envelope_of(text)
    said = match.group() if match else ""
    return "telegram" if _BY_WIRE.search(said) else "letter" if _BY_POST.search(said) else ""


_FILED: Final = regex(
    r"(?!(?:See|Cf|Quoted|Cited|As|In)\b)(?:(?:[A-Z]\.){2,3}\s?)?[A-Z\d][^.;:()“”\"]{0,40}\d[^.;:()“”\"]{0,40}[,:]\s"
)
MAX_TITLED: Final = 16
MAX_CITED: Final = 90
"""So many letters of a note at most stand before and in the words that say who wrote to whom."""
MAX_SAID: Final = 120
_BY_WIRE: Final = regex(r"\b(?:tel|t[ée]l[ée]gramm?e?|telegr|telno|cable|wire)\b", re.IGNORECASE)
_BY_POST: Final = regex(r"\b(?:letter|lettre|schreiben|brief)\b", re.IGNORECASE)


def repeated(text: str) -> re.Match[str] | None:
    """Return the "ibid." of such a note, which stands behind the envelope."""
    envelope = _ENVELOPE.match(text) if "bid" in text and " to " in text[:90] else None
    return _IBID.search(text, envelope.end()) if envelope else None


def number_told(text: str) -> str:
    """Return the telegram's own number that a sentence handing over says: "Whitcombe's telegram No. 34"; else empty."""
    match = _OWN_NUMBER.search(text) if any(map(str.isdigit, text)) else None
    return match["number"] if match and not _ANSWERS.search(text, 0, match.start()) else ""
