"""What stands in a title before the chain of its parties: part of a telegram, a translation, a decision that approves.

"Politburo decision with approved message from Pell to Lind" is the message from Pell to Lind, whoever approved it.
"""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.kinds import ANY_KIND
from tei.regexes import regex

OUT_OF: Final = regex(
    r"из\s+(?=(?:(?:ответн|секретн|шифрованн|срочн)\w+\s+)?(?:шифр|телеграмм|радио(?:теле)?грамм|письм|депеш|записк|"
    r"донесени)\w*\s)",
    re.IGNORECASE,
)
"""«Из телеграммы П. А. Ветрова А. Пашину»: a part of it is given."""
CONTINUED: Final = regex(
    r"(?:продолжени[ея]|окончани[ея]|начало|часть\s+\w+)\s+(?:(?:предыдущ|перв|той же)\w*\s+)?"
    r"(?=(?:шифр|телеграмм|радио(?:теле)?грамм|письм|депеш)\w*\s)|"
    r"(?:continuation|conclusion|beginning|(?:first|second|third|last) part)\s+of\s+(?:the\s+|a\s+)?(?:(?:previous|"
    r"same)\s+)?"
    r"(?=(?:cipher\w*\s+|coded\s+)?(?:telegram|cable|message|letter)\b)",
    re.IGNORECASE,
)
"""«Продолжение предыдущей телеграммы И. В. Сталина Мао Цзэдуну»: a telegram that came in parts."""
_TRANSLATED: Final = regex(
    r"(?:(?:an?|the)\s+)?(?:(?:unofficial|draft|russian|english|close)\s+)?(?:translation\s+of\s+(?:an?|the)|paraphrase\s+of(?:\s+(?:an?|the))?)\s+",
    re.I,
)
_BY_WAY: Final = regex(
    rf"(?:telephoned?\s+)?(?:{ANY_KIND})\s+(?:via|by)\s+[\w ]{{2,20}},\s+(?=[A-Z][^\n]*\sto\s)", re.IGNORECASE
)
"""“Telephone Message via VCh, Pell to Lind”."""
_APPROVED: Final = regex(
    r"(?:[^\n,.]{0,50}\s)?(?:decisions?|resolutions?|decrees?|protocols?|minutes)\b[^\n]{0,80}?\b"
    r"(?:with|approving|containing|and)\s+(?:(?:an?|the|attached|approved|draft|text\s+of(?:\s+the)?)\s+){0,4}"
    r"(?=(?:message|telegram|letter|reply|answer|instruction|cable)s?\s+(?:from|to)\s)",
    re.IGNORECASE,
)
_APPROVES: Final = (" with ", "pproving ", " containing ", " and ")


_AUTHORED: Final = regex(
    r"(?P<name>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|of|van|von)){1,4})(?::|\s[12]\d{7})\s+"
    rf"(?=(?:(?i:urgent|coded|open|secret)\s+)?(?:{ANY_KIND})\s+to\s+[A-Z])",
    re.IGNORECASE,
)
_OF_POST: Final = regex(
    r"(?P<name>(?:[A-Z][\w’'-]*\s){1,3}(?:Embassy|Legation|Mission|Consulate)\s(?:in|to|at)\s(?:the\s)?"
    r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}(?:\s\([^()\n]{2,40}\))?),\s"
    rf"(?=(?:(?i:urgent|ciphered|coded|open|top|secret)\s+){{0,3}}(?i:{ANY_KIND})(?:,|$|\s+to\s|\s+No))"
)
"""“Karsk Embassy in Orlan, Ciphered Telegram, 14 May 1938”: who sends stands before the kind."""
_POSTS: Final = ("Embassy", "Legation", "Mission", "Consulate")
_NO_AUTHOR: Final = regex(
    r"\b(?:documents?|sources?|archives?|letters?|telegrams?|cables?|text|title|subject|collections?|exhibit|appendix|annex|"
    r"enclosure|history|papers|works|page|chapter|item|series|part|file|correspondence|record|attachment)\b",
    re.IGNORECASE,
)


def author_before(text: str) -> re.Match[str] | None:
    """Return who wrote what a title names behind him, "Axel Pell: Letter to Ada Lind"; an embassy too."""
    if any(post in text[:60] for post in _POSTS) and (post := _OF_POST.match(text)):
        return post
    match = _AUTHORED.match(text) if " to " in text else None
    if match is None or not all(word[:1].isupper() or word.islower() for word in match["name"].split()):
        return None
    return None if _NO_AUTHOR.search(match["name"]) else match


def approved_at(text: str, start: int = 0) -> int:
    """Return where the message begins that a decision approves, "Decision … with approved message from …", else 0."""
    if not any(sign in text for sign in _APPROVES):
        return 0
    match = _APPROVED.match(text, start)
    return match.end() if match else 0


def behind_lead(text: str, start: int) -> int:
    """Return where the kind of document begins behind what a title says before it; `start` where it says nothing."""
    if " via " in text and (way := _BY_WAY.match(text, start)):
        start = way.end()
    match = OUT_OF.match(text, start) if text[start : start + 3] in ("Из ", "ИЗ ") else CONTINUED.match(text, start)
    if match is None and ("ranslation of " in text or "araphrase of " in text):
        match = _TRANSLATED.match(text, start)
    return match.end() if match else approved_at(text, start) or start


def sorts(text: str, end: int) -> bool:
    """Say whether the word for a kind, which ends there, only says of which sort something is, or what is asked about.

    “Cable Chess Matches”, “Telegram Bot API”, “Telegram - what is it?”.
    """
    return text[:1].islower() or text[-1:] == "?" or _COMPOUND.match(text, end) is not None


def to_anybody(text: str) -> bool:
    """Say whether a note is a remark to whoever reads it: “Note to users: …”."""
    return "ote" in text[:12] and _TO_ANYBODY.match(text) is not None


_COMPOUND: Final = regex(r"\s[A-Z][\w’'-]*:?(?:\s(?:[A-Z\d][\w’'.-]*|of|in|the|for|and|with|on|&))*$")
_TO_ANYBODY: Final = regex(
    r"(?:[A-Za-z]+\s)?[Nn]otes?\s(?:to|for)\s[^:\n]{0,40}?\b(?:readers?|users?|self|developers?|maintainers?|reviewers?|"
    r"translators?|contributors?|packagers?|implementers?|subscribers|players|teachers|students|parents|visitors)\b"
)
