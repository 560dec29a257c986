"""Where the parties of a title are: "Roshchin in Beijing", "Tarrant (Port Severin)", "To A. Pashin, Leningrad."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise.chains import Party
from tei.recognise.kinds import ANY_KIND
from tei.recognise.posts import at_city
from tei.regexes import regex

__all__ = ["registered", "with_place"]

_PLACE: Final = regex(r",\s+(?P<place>[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w’'-]+)?)$")
_REGISTERED: Final = regex(
    rf"\[?(?P<role>To|From)\s+(?P<party>[^\n;:\[\]]{{2,70}}?)(?:,\s+(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-Z][\w’'-]+)?))?"
    rf"[.,;]\s+(?i:{ANY_KIND})(?!\w)[.,;]\s"
)
"""How a letter-book heads its copies: "To A. Pashin, Leningrad. Telegram. 2 June 1938."."""
_LOGGED: Final = regex(
    r"(?P<role>To|From)\s+(?P<party>(?:the\s+)?[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:(?:of|at|in|"
    r"for)\s+(?:the\s+)?)?[A-ZÀ-Þ][\w.’'-]*){0,6}?)(?:,\s+(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-Z\d][\w’'-]*)?))?"
    r"[.,]?\s*(?:[—–-]{1,2}\s*)?(?:[Rr]ec(?:eived|[’']?d)?\.?,?\s+)?(?:on\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s|[./-])"
    r"(?:[A-Z][a-z]{2,8}|[IVX]{1,4}|\d{1,2})\b[^\n]{0,40}"
)
"""The same without the kind: "To Lieut. Marsh, Outpost 3. — 2 Feb. '98", "From Marsh. Rec'd 3 Feb., 11.15 a.m."."""
_POSTED: Final = regex(
    r"(?:the\s+)?(?:Sir|Lord|Lady|Viscount|Earl|Marquess|Marquis|Baron|Count|Prince|Mr|Mrs|Miss|Dr|General|Colonel|"
    r"Captain|"
    r"Admiral|Consul|Consul-General|M|Herr|Signor|Monsieur)\b\.?[^()]{1,60}?"
    r"(?P<seat>\s+\((?P<place>[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})\))"
)
"""How blue books say where an envoy is: "Sir H. Tarrant (Port Severin)". A cover name has no rank before it."""
_SEATED: Final = regex(r"\s(?:in|at|for|to)\s")
"""The post itself is named, "Consul in Aden (Trench)": what stands in parentheses is who holds it."""
_SEAT: Final = regex(r"(?<=\w)\s+(?:in|at)\s+(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)$")
_BODIES: Final = regex(
    r"embass|legation|mission|delegat|represent|consul|charg|attach|advis|station|correspond|resident|agent|"
    r"office|group|"
    r"counsel|officer|command|operator|secretar|governor|people|friends|comrades|\bthe\b",
    re.IGNORECASE,
)
_YEAR_AFTER: Final = regex(r",[^\n]{0,20}\d")
_OFFICES: Final = regex(
    r"head|chief|direct|deputy|secretar|minist|ambassador|envoy|chair|presid|premier|general|marshal|admiral|captain|"
    r"major|colonel|commiss|commander|consul|leader|member|institut|committee|bureau|department|academ|profess|"
    r"jr\b|sr\b|botschaft|gesandt|konsul|vertret|console|cónsul|embaj|ambassad|ministr|geschäftsträger|"
    r"началь|директор|заместит|секретар|министр|посол|председ|генерал|маршал|капитан|нарком",
    re.IGNORECASE,
)
_FROM_TO: Final = regex(
    r"From\s(?P<sender>[A-ZÀ-Þ][^.,:;\n]{2,60})(?:,\s[^.:;\n]{2,60})?,?\sto\s(?:the\s)?(?P<recipient>[A-ZÀ-Þ][^.,:;\n]{2,50})"
    r"(?:,\s[^.:;\n]{2,40})?\.\s+[^.\n]{0,24}\d[^.\n]{0,14}\.(?:\s+(?:No|Nr|№)\.?\s?\d{1,5}\.?)?"
)
"""How a quoted telegram is headed, "From Captain Pell, HMS Auk, to Admiralty. 11 May 1906. No. 9."."""


def registered(text: str) -> Iterator[Party]:
    """Yield the party that the head of a copy in a letter-book names."""
    led = text.startswith(("To ", "From ", "[To ", "[From "))
    match = (_REGISTERED.match(text) or _LOGGED.fullmatch(text)) if led else None
    if match is None and led and text[:1] == "F" and (both := _FROM_TO.fullmatch(text)):
        yield from (("from", both.span("sender")), ("to", both.span("recipient")))
        return
    if match is None:
        return
    yield match["role"].lower(), match.span("party")
    if match["place"] and match["role"] == "From":
        yield "place_from", match.span("place")


def _both_seated(text: str, parties: dict[str, tuple[int, int]]) -> dict[str, tuple[int, tuple[int, int]]]:
    """Return where both parties of a title are, as colonies write it: “The Director, Karsk, to the Head, Tarn.”."""
    found = {}
    for role in ("from", "to"):
        start, end = parties.get(role, (0, 0))
        place = _PLACE.search(text, start, end)
        if place is None or _OFFICES.search(place["place"]) or (role == "from" and text[end : end + 5] != ", to "):
            return {}
        found[role] = (place.start(), place.span("place"))
    return found


def with_place(text: str, parties: tuple[Party, ...]) -> Iterator[Party]:
    """Take the place off the last party where a date follows it: "Lindroos to Vetrov, Stockholm, 14 January 1938".

    A party is parted from where it is, "Roshchin in Beijing"; an ambassador's post is part of his office.
    """
    if ", to " in text and (seats := _both_seated(text, dict(parties))):
        for role, (start, end) in parties:
            yield role, (start, seats[role][0] if role in seats else end)
        yield from (("place_from" if role == "from" else "place_to", span) for role, (_, span) in seats.items())
        return
    for role, (start, end) in parties:
        if (seated := at_city(text, start, end)) and role in ("from", "to"):
            yield role, (start, seated[0])
            yield ("place_from" if role == "from" else "place_to"), seated[1]
            continue
        posted = _POSTED.fullmatch(text, start, end) if text[end - 1] == ")" else None
        posted = None if posted and _SEATED.search(text, start, posted.start("seat")) else posted
        if posted:
            yield role, (start, posted.start("seat"))
            if role == "from":
                yield "place_from", posted.span("place")
            continue
        seat = _SEAT.search(text, start, end) if role in ("from", "to") else None
        if seat and not _OFFICES.search(text, start, seat.start()) and not _BODIES.search(text, start, seat.start()):
            yield role, (start, seat.start())
            yield f"place_{role}", seat.span("place")
            continue
        named = role == "to" and "," in text[start:end] and not text.startswith("the ", start)
        place = _PLACE.search(text, start, end) if named else None
        if place is None or not _YEAR_AFTER.match(text, end) or _OFFICES.search(place["place"]):
            yield role, (start, end)
            continue
        yield role, (start, place.start())
        yield "place", place.span("place")
