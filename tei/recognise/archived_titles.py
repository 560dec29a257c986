"""Titles as digital archives make them: what is no part of a party, and replies that name the one they answer.

"State Department Cable 3088 to Embassy Oslo", "Telegram No. 162 from Karsk, Vetrov to Pashin", "Telegram from … to the
Polar Ministry, Ice in the Harbour", "Draft Reply to Vetrov's Telegram from Pashin via Lind". Read after the chain,
which parts a title at "from" and "to" only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise.chains import Party
from tei.recognise.kinds import ANY_KIND
from tei.recognise.posts import COUNTRY, NO_BODY
from tei.recognise.service import NUMBER_SIGN
from tei.regexes import regex

_NUMBERED: Final = regex(
    rf"\s+(?:(?:{ANY_KIND})|airgram)\s+(?:{NUMBER_SIGN}\s*)?(?P<number>(?:[A-Z]{{1,2}}-)?\d[\w./-]*)$", re.IGNORECASE
)
_LOOSE_END: Final = regex(
    r",\s+(?:D\.?\s?C\.?|[Rr]e|Cable|Cablegram|Telegram|Telegramme|Letter|Airgram)$|\s+(?:sent|addressed|dispatched|cabled)$|\s+in\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?[’']s?\s+[Nn]ame$|"
    r"\s+and\s+(?:the\s+)?(?:[Rr]eply|[Rr]esponse|[Aa]nswer)\s+(?:of|from|by)\b[^\n]*$"
)
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
    r"(?:(?:excerpts?|extracts?)\s+(?:from|of)\s+)?(?:from\s+)?(?:the\s+)?(?:(?-i:[A-Z])[\w.’'-]+\s+){0,3}?"
    r"(?:journal|diary|daybook)\s+of\b",
    re.IGNORECASE,
)
_POST: Final = (
    r"(?:ambassador|representative|official|envoy|consul|delegate|minister|attach[ée]|charg[ée]\s+d[’']affaires)"
)
_OFFICIAL: Final = regex(
    rf"(?:the\s+|an?\s+)?(?:[A-Za-z-]+\s+){{0,5}}?{_POST}\s(?:in\s+the\s+[A-Za-z]+\s+embassy\s+)?(?:in|to|at)\s+"
    rf"(?:(?-i:{COUNTRY})|(?:the\s+)?(?!Soviet\s+Union)(?-i:[A-Z])[\w-]+)\s+(?-i:{NO_BODY})"
    r"(?P<name>(?-i:(?:[A-Z]\.\s?){1,2}[A-Z][\w’'-]+|[A-Z][a-z’'-]+\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?))",
    re.IGNORECASE,
)
"""“the Albanian Ambassador in Iraq Ulvi Pell”: the name stands behind the office and its seat."""
_SEATED: Final = regex(
    rf"(?:the\s+)?(?:[A-Za-z]+\s+){{0,2}}?{_POST}\s+(?P<name>(?-i:[A-Z][\w.’'-]+\s[A-Z][\w’'-]+))\s+in\s+(?P<place>(?-i:[A-Z])[\w-]+)",
    re.IGNORECASE,
)
"""“Soviet Representative Aleksei Pell in Karsk”."""
_HOLDER: Final = regex(
    r"(?P<name>(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+|[A-Z][a-z][\w’'-]*(?:\s[A-Z][\w.’'-]*){1,2}),\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}?"
    r"(?i:first|second|third|minister|charg[ée]|counsell?or|ambassador|deputy|joint|head|director|chief|attach[ée]|acting|"
    r"secretary|chairman|premier|representative|consul)\b(?![^\n]*\band\s+[A-Z])[^\n]*"
)
"""“K. V. Pell, First Secretary (Pol)”: the office behind the name."""
_HEADED: Final = regex(
    r"(?:the\s+)?(?:deputy\s+|acting\s+|first\s+)*(?:head|chief|director|chairman|secretary|minister|manager)\s+(?:of|for)\s"
    r"[^\n]{4,120}?,\s+(?P<name>(?-i:(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+))",
    re.IGNORECASE,
)
"""“Head of the Ice Section of the Institute, K. V. Pell”: the name behind the office and a comma."""
_OFFICE_ADDED: Final = regex(
    r"\[[^\[\]\n]{0,50}\b(?:members?|ministers?|ambassadors?|secretar(?:y|ies)|directors?|chairm[ae]n|premier|president|heads?|"
    r"representatives?|envoys?|commanders?)\]\s+(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
"""“[Council Members] Comrade Pell”: an office that an editor added before the name."""
_PERSON_AND_TOPIC: Final = regex(
    r"(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}(?:\s[\[(][^\[\]()]{2,30}[\])])?),\s+"
    r"(?:[A-Z][\w’'-]*\s){1,4}(?:Proposals?|Plans?|Talks|Negotiations|Treaty|Situation|Question|Agreement|Crisis|"
    r"Relations|Assistance|Operations|Conference)"
)
"""“Mao Pell, Harbour Peace Proposal”: a topic in capitals behind the name."""
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
        end = _end(text, role, start, end)
        if text[start] == "[" and role in ("from", "to") and (added := _OFFICE_ADDED.match(text, start, end)):
            start = added.end()
        if role == "from" and (seated := _SEATED.fullmatch(text, start, end)):
            yield "from", seated.span("name")
            yield "place_from", seated.span("place")
            continue
        comma = role == "from" and ", " in text[start:end]
        if comma and (held := _HOLDER.fullmatch(text, start, end) or _HEADED.fullmatch(text, start, end)):
            yield "from", held.span("name")
            continue
        official = _OFFICIAL.fullmatch(text, start, end) if role == "from" else None
        yield role, official.span("name") if official else (start, end)


def _end(text: str, role: str, start: int, end: int) -> int:
    """Return where a party ends: before the number of its telegram, a loose word, or the topic behind a body."""
    cut = _NUMBERED.search(text, start, end) if role == "from" and text[end - 1].isdigit() else None
    cut = cut or _LOOSE_END.search(text, start, end)
    if cut and cut.start() > start:
        return cut.start()
    named = _PERSON_AND_TOPIC.fullmatch(text, start, end) if role == "to" and ", " in text[start:end] else None
    if named is not None:
        return named.end("name")
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
