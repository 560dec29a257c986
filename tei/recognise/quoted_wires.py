"""Telegrams that a despatch quotes whole, each after a sentence that hands over to it, and goes on behind them.

"I confirm the following telegram:" / place and date / "(Received …)" / "Secretary of State, Washington:" / text /
"Pell.": each is a `quote` with an envelope of its own, since TEI lets nothing but divisions follow a division.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.authority import Authority
from tei.dates import find_dates
from tei.model import Action, Block, Envelope, Moment, Name
from tei.recognise.answers import moment_of
from tei.recognise.datelines import dateline
from tei.recognise.naming import name_of
from tei.regexes import regex

_LEADS: Final = regex(
    r"\b(?:telegrams?|cables?|cablegrams?|dispatch|despatch|message|wire|телеграмм\w*|депеш\w*)\b[^\n]{0,200}[:：]\s*$",
    re.IGNORECASE,
)
_RECEIVED: Final = regex(r"[(\[]\s*rec(?:eived|['’]?d)\b\.?\s*(?P<when>[^)\]]{3,50})[)\]]", re.IGNORECASE)
_ADDRESS: Final = regex(r"(?P<name>[A-ZÀ-ÞА-ЯЁ][^:\n]{2,80}?)(?:,\s+(?P<place>[A-ZÀ-ÞА-ЯЁ][\w.’' -]{2,30}))?:")
_SIGNED: Final = regex(r"(?P<name>(?:[A-ZÀ-ÞА-ЯЁ][\w.’'-]*\s?){1,4}?)(?:,\s+[A-Z][\w .]{2,40})?[.]?")
MAX_LEAD_BEHIND: Final = 400
MAX_LINE: Final = 90
MAX_TEXT: Final = 12


@dataclass(frozen=True, slots=True)
class _Wire:
    """A telegram among the blocks of a message: the first block, the one after the last, and what its lines are."""

    start: int
    end: int
    date: int = -1
    received: int = -1
    address: int = -1


def with_wires(text: str, blocks: Sequence[Block], year: int | None) -> tuple[Block, ...]:
    """Return the blocks of a message with the telegrams that it quotes whole as quotations."""
    found = tuple(_wires(text, blocks, year))
    if not found or found[-1].end == len(blocks) == found[0].end:
        return tuple(blocks)
    made: list[Block] = []
    at = 0
    for n, wire in enumerate(found, 1):
        made += blocks[at : wire.start]
        inside = tuple(blocks[wire.start : wire.end])
        made.append(Block("quote", inside[0].start, inside[-1].end, (("xml:id", f"quoted-telegram-{n}"),), inside))
        at = wire.end
    return (*made, *blocks[at:])


def _wires(text: str, blocks: Sequence[Block], year: int | None) -> Iterator[_Wire]:
    index = 1
    while index < len(blocks):
        wire = _wire(text, blocks, index, year) if _hands_over(text, blocks[index - 1]) else None
        if wire is None:
            index += 1
            continue
        yield wire
        index = wire.end + 1


def _hands_over(text: str, block: Block) -> bool:
    words = text[max(block.start, block.end - MAX_LEAD_BEHIND) : block.end]
    return block.element == "p" and not block.children and words[-1:] in ":：" and _LEADS.search(words) is not None


def _words(text: str, blocks: Sequence[Block], index: int) -> str:
    block = blocks[index] if index < len(blocks) else None
    return text[block.start : block.end] if block is not None and block.element == "p" and not block.children else ""


def _wire(text: str, blocks: Sequence[Block], start: int, year: int | None) -> _Wire | None:
    date = received = address = -1
    at = start
    while at < start + 4 and (words := _words(text, blocks, at)) and len(words) <= MAX_LINE:
        if date < 0 and dateline(words, year, _any) is not None and _LEADS.search(words) is None:
            date = at
        elif received < 0 and _RECEIVED.fullmatch(words):
            received = at
        elif address < 0 and _ADDRESS.fullmatch(words):
            address = at
        else:
            break
        at += 1
    if date < 0 or address < 0:
        return None
    for last in range(at + 1, min(at + MAX_TEXT, len(blocks))):
        words = _words(text, blocks, last)
        if not words:
            return None
        if len(words) <= MAX_LINE // 2 and _SIGNED.fullmatch(words) and len(words.split()) <= 5:
            return _Wire(start, last + 1, date, received, address)
    return None


def _any(_: str) -> bool:
    return True


def wire_envelopes(
    text: str, blocks: Sequence[Block], authority: Authority, year: int | None, date: str
) -> Iterator[Envelope]:
    """Yield the envelope of each quoted telegram: signature, place and date, receipt, address."""
    quotes = (b for b in blocks if dict(b.attributes).get("xml:id", "").startswith("quoted-telegram-"))
    for n, quote in enumerate(quotes, 1):
        wire = _wire(text, quote.children, 0, year)
        if wire is not None:
            actions = tuple(_actions(text, quote.children, wire, authority, year, date))
            yield Envelope(f"quoted-envelope-{n}", f"quoted-telegram-{n}", actions)


def _actions(
    text: str, blocks: Sequence[Block], wire: _Wire, authority: Authority, year: int | None, date: str
) -> Iterator[Action]:
    signed = blocks[wire.end - 1]
    match = _SIGNED.fullmatch(text[signed.start : signed.end])
    assert match is not None
    sender = name_of(match["name"].strip(" ."), signed.start, authority, date)
    place, moment = _dated(text, blocks[wire.date], authority, year)
    yield Action("sent", names=(sender,), place=place, moment=moment)
    block = blocks[wire.address]
    addressed = _ADDRESS.fullmatch(text[block.start : block.end])
    assert addressed is not None
    recipient = name_of(addressed["name"], block.start, authority, date)
    seat = _place(addressed["place"] or "", block.start + max(addressed.start("place"), 0), authority)
    received = None
    if wire.received >= 0:
        row = blocks[wire.received]
        found = find_dates(text[row.start : row.end], year=int((moment.day or "0")[:4]) if moment else year)
        received = moment_of(found[0], row.start, "quoted") if found else None
    yield Action("received", names=(recipient,), place=seat, moment=received)


def _dated(text: str, block: Block, authority: Authority, year: int | None) -> tuple[Name | None, Moment | None]:
    words = text[block.start : block.end]
    spans = dateline(words, year, _any)
    found = find_dates(words, year=year)
    moment = moment_of(found[0], block.start, "quoted") if found else None
    span = spans[0] if spans else None
    return (_place(words[slice(*span)], block.start + span[0], authority) if span else None), moment


def _place(text: str, start: int, authority: Authority) -> Name | None:
    if not text:
        return None
    name = name_of(text, start, authority, "")
    return name if name.kind == "place" else replace(name, kind="place", ref="", preferred=text)
