"""Titles as digital archives make them: what is no part of a party, and replies that name the one they answer.

"State Department Cable 3088 to Embassy Oslo", "Telegram No. 162 from Karsk, Vetrov to Pashin", "Telegram from … to the
Polar Ministry, Ice in the Harbour", "Draft Reply to Vetrov's Telegram from Pashin via Lind". Read after the chain, which
parts a title at "from" and "to" only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise.chains import Party
from tei.recognise.kinds import ANY_KIND
from tei.recognise.service import NUMBER_SIGN
from tei.regexes import regex

_NUMBERED: Final = regex(
    rf"\s+(?:(?:{ANY_KIND})|airgram)\s+(?:{NUMBER_SIGN}\s*)?(?P<number>(?:[A-Z]{{1,2}}-)?\d[\w./-]*)$", re.IGNORECASE
)
_LOOSE_END: Final = regex(r",\s+[Rr]e$|\s+(?:sent|addressed|dispatched|cabled)$|\s+in\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?[’']s?\s+[Nn]ame$")
_FROM_PLACE: Final = regex(
    rf"{NUMBER_SIGN}\s*\d[\w./-]*,?\s+from\s+(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?),\s+(?P<name>[^,]+?)(?=,?\s+to\s)"
)
_BODY_AND_TOPIC: Final = regex(
    r"(?P<body>(?:the\s+)?[^,]{0,60}?\b(?:Ministry(?:\s+(?:of|for)\s+(?:[A-Z]\w+|and|the)(?:\s(?:[A-Z]\w+|and|the))*)?|MFA|"
    r"Foreign\s+Office|Department(?:\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)*)?|(?:Embassy|Legation)\s+in\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?))"
    r",\s+(?P<topic>(?!(?:Comrade|Cde|Minister|Deputy|Vice|Department|Directorate|Division|Section|Director|Attention|Mr|and|the|to)\b)"
    r"[A-Z][\w’'.-]+\s+[^,]{6,})"
)
_REPLY: Final = regex(
    rf"(?:(?:draft|proposed|suggested)\s+)?(?:reply|response|answer)\s+to\s+(?P<to>(?-i:[A-Z])[^,;]{{2,50}}?)[’']s?\s+"
    rf"(?:{ANY_KIND})\s+from\s+(?P<from>(?-i:[A-Z])[^,;]{{2,50}}?)(?:\s+via\s+(?P<via>(?-i:[A-Z])[^,;]{{2,40}}))?",
    re.IGNORECASE,
)
_JOURNAL: Final = regex(
    r"(?:(?:excerpts?|extracts?)\s+(?:from|of)\s+)?(?:from\s+)?(?:the\s+)?(?:[A-Z][\w.’'-]+\s+){0,3}?"
    r"(?:journal|diary|daybook)\s+of\b",
    re.IGNORECASE,
)
MIN_TOPIC: Final = 3


def archived(text: str, parties: tuple[Party, ...]) -> Iterator[Party]:
    """Yield the parties of a title without what is no part of them."""
    if not parties:
        reply = _REPLY.fullmatch(text) if "’s " in text or "'s " in text else None
        yield from ((role, reply.span(role)) for role in ("from", "to", "via") if reply and reply[role])
        return
    placed = _FROM_PLACE.search(text) if " from " in text and ", " in text else None
    for role, (start, end) in parties:
        if placed and role == "from" and (start, end) == (placed.start("place"), placed.end("name")):
            yield "from", placed.span("name")
            yield "place_from", placed.span("place")
            continue
        yield role, (start, _end(text, role, start, end))


def _end(text: str, role: str, start: int, end: int) -> int:
    """Return where a party ends: before the number of its telegram, a loose word, or the topic behind a body."""
    cut = _NUMBERED.search(text, start, end) if role == "from" and text[end - 1].isdigit() else None
    cut = cut or _LOOSE_END.search(text, start, end)
    if cut and cut.start() > start:
        return cut.start()
    topic = _BODY_AND_TOPIC.fullmatch(text, start, end) if role == "to" and ", " in text[start:end] else None
    if topic is not None and len(topic["topic"].split()) >= MIN_TOPIC:
        return topic.end("body")
    return end


def number_before(text: str, parties: tuple[Party, ...]) -> str:
    """Return the number that stands between sender and "to": "State Department Cable 3088 to Embassy Oslo"."""
    sender = next((span for role, span in parties if role == "from"), None)
    match = _NUMBERED.search(text, *sender) if sender and text[sender[1] - 1].isdigit() else None
    return match["number"] if match else ""


def is_journal(text: str) -> bool:
    """Say whether a title is of somebody's journal, "Journal of Ambassador Vetrov for 3 May 1938": no telegram."""
    return ("ournal" in text or "iary" in text or "aybook" in text) and _JOURNAL.match(text) is not None
