"""Greetings of letters, by whatever name: “My ever dear husband,”, “Dear Father”, “Sir,—I have …”, “COLONEL: I …”."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

MAX_GREETING: Final = 90
MAX_ALONE: Final = 3
"""Words of the longest greeting without a stop: “Dear Abby Column Archive” is none."""
_LEAD: Final = (
    r"(?:(?:my|our|ever|own|very|most|much|and|kind|good|loved|loving|respected|honou?red|beloved|revered)\s+){0,4}"
)
_GREETING: Final = regex(
    rf"(?=[A-Z“\"])[“\"]?(?:(?i:hello|hi)(?:,?\s(?:my\s)?(?:dear|friends?|comrades?)\b(?:\sfriends?,?)?|\s[A-Z][\w.’'-]*)(?:\s[A-Z][\w.’'-]*){{0,3}}(?=[,!])|(?i:{_LEAD}(?:dear(?:est)?|beloved|darling|respected|honou?red|esteemed|worthy))\b"
    r"(?:[\s,]+(?:and|of|the|in|all|my|at|home|[a-z]+ed|[a-z]{3,14}|[A-Z][\w.’'-]*)){0,6}?|"
    r"(?i:(?:reverend\s+|honou?red\s+)?(?:sirs?|gentlemen|madam|my\s+lord(?:s|\s+[a-z]+)?|(?:your\s+)?excellency|"
    r"may\s+it\s+please\s+your\s+[a-z]+))(?:\s[A-Z][\w.’'-]*)?|"
    r"(?i:general|colonel|captain|major|lieutenant|commodore|admiral|governor)(?=\s?:\s))"
    r"(?:(?P<stop>\s?(?:[,:;]\s?[—–-]{0,2}|[—–-]{1,2}|[.!](?=$)))(?=\s|$|(?<=[—–-])[A-Z“\"])|$)"
)
_CHINESE: Final = regex(r"(?:[亲親][爱愛]|敬[爱愛]|尊敬)的[\u3400-\u9fff·]{1,10}[:：!！]")
"""「亲爱的孩子：」"""
_FIRST: Final = frozenset('DMSGBEHRYOVKAWCL“"')
_SIR: Final = regex(r"(?:reverend\s+|honou?red\s+)?(?:sirs?|gentlemen|madam|my\s+lords?|your|may)\b", re.IGNORECASE)
_HAILED: Final = regex(r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2})[\s,:;.!—–-]*$")
"""Forename and patronymic of one who is hailed, “Hello, dear Anton Sergeevich!”."""
_NAME: Final = regex(r"(?P<name>[^\s,:;.!—–-]+)[\s,:;.!—–-]*$")


def greets(text: str) -> int:
    """Return where the greeting ends that a row is or opens with, 0 where it greets nobody."""
    if text[:1] not in _FIRST:
        return len(text) if text[:1] in "亲親敬尊" and _CHINESE.fullmatch(text) else 0
    match = _GREETING.match(text, 0, MAX_GREETING)
    if match is None:
        return 0
    if match.end() == len(text):
        return match.end() if match["stop"] or len(text.split()) <= MAX_ALONE + (text[:2].lower() == "my") else 0
    return match.end() if match["stop"] else 0


def greeted_name(text: str) -> tuple[int, int] | None:
    """Return the word by which a line greets, “husband”, None where it is more than a greeting, or says “Sir”."""
    if not text or greets(text) < len(text) or _SIR.match(text):
        return None
    name = _HAILED.search(text, len("Hi ")) if text.startswith(("Hello", "Hi")) else None
    name = name or _NAME.search(text)
    return name.span("name") if name else None
