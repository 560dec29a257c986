"""Service matter as blocks and marks: `ab` of a type, distribution lists, numbers, names and times inside them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import Final

from tei.authority import Authority
from tei.dates import WrittenDate
from tei.model import Attributes, Block, Mark, Name
from tei.recognise.hands import Hands
from tei.recognise.hours import time_mark, time_of
from tei.recognise.labels import role_of
from tei.recognise.parts import ServiceLine
from tei.recognise.service import Service, number_type, numeric
from tei.regexes import regex
from tei.values import value

_EXPANDED: Final = regex(r"[^\W\d_]*\s?\[[^\W\d_]+\][^\W\d_]*")
"""A name finished by the editor, S[abelnikov]: `expan` holds it, and nothing may stand between that and `ex`."""

_BRACKETED: Final = (
    ("letterhead", regex(r"\[(?:printed )?(?:letter-?\s?head|heading|бланк)", re.IGNORECASE)),
    ("stamp", regex(r"\[[^\]:]{0,20}(?:stamp|seal|штамп|печать|印)", re.IGNORECASE)),
)
_SPACE_BY_SIGN: Final = regex(r"\s+(?=[/–—-])|(?<=[/–—-])\s+|(?<=\d)\s+(?=\d)")
_UNNAMED: Final = regex(r"[\W\d]*(?:N|№|#)", re.IGNORECASE)
_NO_BLOCKS: Final = {"enciphered": "other"}
"""Types that an action of the envelope has, and an `ab` has not."""


@value()
class Entry:
    """What one service line says: its type, number, names and time, beside the marks that encode it."""

    line: ServiceLine
    type: str
    number: str = ""
    names: tuple[Name, ...] = ()
    via: tuple[Name, ...] = ()
    to: tuple[Name, ...] = ()
    date: WrittenDate | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def offset(self) -> int:
        """Where the line's text stands in the capture; the date's span counts from here."""
        return self.line.paragraph.start

    def said(self, part: str) -> str:
        """Return the words of a named part of the line, empty where it has none."""
        span = self.line.service.part(part) if self.line.service else None
        return self.line.paragraph.text[slice(*span)] if span else ""


def read_service(
    lines: Sequence[ServiceLine],
    authority: Authority,
    *,
    year: int | None,
    date: str,
    docket: bool,
    before: Sequence[Entry] = (),
    titled: bool = False,
) -> tuple[Entry, ...]:
    """Return what the service lines say, in order; a bare time is of the day of the dated line next to it.

    `before` are the lines at the head, for those after the message: a number without a word is that of a register, and
    under the text of a form, which has its number at the head, the sender's own. `titled`: the title has the number.
    """
    plain = "register" if docket else "telegram"
    first = "dispatch" if titled or any(_is_special(entry) or _is_numbered(entry) for entry in before) else "telegram"
    kinds = (first, *(plain for _ in lines[1:]))
    entries = [_entry(line, authority, year, date, kind) for line, kind in zip(lines, kinds, strict=False)]
    if any(_is_special(entry) for entry in entries):
        entries = [_issued(entry) for entry in entries]
    entries = [_placed(entry, after) for entry, after in zip_longest(entries, entries[1:])]
    return tuple(_dated(entries, index) for index in range(len(entries)))


def _placed(entry: Entry, after: Entry | None) -> Entry:
    """Take a name that nobody knows for a place where the line goes on, "From: Severin dispatched on 3.05.1938"."""
    name = entry.names[0] if len(entry.names) == 1 and entry.type == "address" else None
    if name is None or name.ref or name.kind != "person" or after is None or after.type != "sent":
        return entry
    if role_of(entry.said("role")) not in _ORIGINS or not after.line.paragraph.text[:1].islower():
        return entry
    marks = tuple(replace(mark, element="placeName") if mark.element == "persName" else mark for mark in entry.marks)
    return replace(entry, names=(replace(name, kind="place"),), marks=marks)


_ORIGINS: Final = ("from", "origin")


def _issued(entry: Entry) -> Entry:
    """Take the outgoing number beside a special one for what it is, the number under which the form was issued."""
    if entry.line.service is None:
        return entry
    marks = (
        replace(mark, attributes=(("type", "issuing"), *mark.attributes[1:]))
        if mark.element == "num" and mark.attributes[0] == ("type", "outgoing")
        else mark
        for mark in entry.marks
    )
    return replace(entry, marks=tuple(marks))


def _is_special(entry: Entry) -> bool:
    """Say whether a line gives the number by which a cipher department knows a telegram."""
    return any(
        mark.element == "num" and dict(mark.attributes)["type"] in ("special", "issuing") for mark in entry.marks
    )


def _is_numbered(entry: Entry) -> bool:
    """Say whether a line at the head gives the telegram its number: one under the signature is the sender's own."""
    return any(mark.element == "num" and ("type", "telegram") in mark.attributes for mark in entry.marks)


def _dated(entries: Sequence[Entry], index: int) -> Entry:
    """Give a line on handling that has a time and no day the day of the line before it, or of the one after it."""
    entry = entries[index]
    found = entry.date
    if entry.type not in ("received", "sent") or found is None or found.when or found.not_before or not found.time:
        return entry
    near = [*reversed(entries[:index]), *entries[index + 1 :]]
    days = (one.date.when[:10] for one in near if _tells_day(one, entry) and one.date and one.date.when)
    day = next((day for day in days if len(day) == 10 and day[0] != "-"), None)
    if day is None:
        return entry
    own = entry.said("day")
    day = f"{day[:8]}{int(own):02d}" if own and abs(int(own) - int(day[8:])) < 3 else day
    return replace(entry, date=replace(found, when=f"{day}T{found.time}", year_supplied=True))


def _tells_day(entry: Entry, of: Entry) -> bool:
    """Say whether a line tells the day of another: one of receipt or sending, for a receipt place and date too."""
    placed = entry.type == "other" and entry.line.service is not None and entry.line.service.part("date") is not None
    return entry.type in ("received", "sent") or (placed and of.type == "received")


def _entry(line: ServiceLine, authority: Authority, year: int | None, date: str, plain: str) -> Entry:
    """Read one line; `plain` is the kind of a number without a word."""
    service, text, base = line.service, line.paragraph.text, line.paragraph.start
    if service is None:
        type_ = next((name for name, pattern in _BRACKETED if pattern.match(text)), "annotation")
        return Entry(line, type_, marks=tuple(_bracket_numbers(text, base)))
    span = _number_span(service, text)
    number = text[slice(*span)] if span else ""
    marks: list[Mark] = []
    if span and service.type != "distribution":
        marks.append(_num(base, span, number, _kind_of_number(service, text, plain)))
    hands = Hands(line.paragraph, service, authority, date)
    names, via, to = tuple(hands.names()), tuple(hands.via()), tuple(hands.to())
    marks += [_name_mark(name) for name in (*names, *via, *to) if not _EXPANDED.fullmatch(name.text)]
    written = _turned(time_of(service, text, year), date)
    if written is not None:
        marks.append(time_mark(written, base))
    return Entry(line, service.type, number, names, via, to, written, tuple(marks))


def _turned(written: WrittenDate | None, date: str) -> WrittenDate | None:
    """Read day and month the other way round where that is the day of the page: "dispatched on 03.11" for 11 March.

    Translators of forms turn them, and the page says in words which day it was.
    """
    if written is None or written.when is None or len(date) < 10 or len(written.when) < 10:
        return written
    year, month, day = written.when[:4], written.when[5:7], written.when[8:10]
    if 0 < int(day) <= 12 and _far(written.when[:10], date) and _near(f"{year}-{day}-{month}", date):
        return replace(written, when=f"{year}-{day}-{month}{written.when[10:]}")
    if f"{year}-{day}-" != date[:8] or abs(int(month) - int(date[8:10])) > 1 or month == date[5:7]:
        return written
    return replace(written, when=f"{year}-{day}-{month}{written.when[10:]}")


def _days(one: str, other: str) -> int:
    """Return how many days lie between two dates, many where one of them is none."""
    try:
        return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)
    except ValueError:
        return MANY


def _far(one: str, other: str) -> bool:
    return 25 < _days(one, other) < MANY


def _near(one: str, other: str) -> bool:
    return _days(one, other) <= MAX_UNDERWAY


MANY: Final = 9999
MAX_UNDERWAY: Final = 10
"""Days between the page's date and what a form says of receipt and deciphering."""


def _number_span(service: Service, text: str) -> tuple[int, int] | None:
    """Return where the number of a line stands, without a full stop that ends the line or parts it from a name."""
    span = service.part("number") or service.part("copy")
    return (span[0], span[0] + len(text[slice(*span)].rstrip(".号號"))) if span else None


def _kind_of_number(service: Service, text: str, plain: str) -> str:
    if service.part("copy"):
        return "copy"
    if service.type == "dispatch":
        return "dispatch"
    if service.part("incoming"):
        return "incoming"
    if text[:1] == "#":
        return plain  # “#908 (To be handled in government code)”
    kind = number_type(text, docket=plain == "register")
    return plain if kind == "telegram" and _UNNAMED.match(text) else kind


def _num(base: int, span: tuple[int, int], number: str, kind: str) -> Mark:
    written = _SPACE_BY_SIGN.sub("", number)
    value = numeric(
        written.replace(".", "") if kind in ("incoming", "telegram") and _THOUSANDS.fullmatch(written) else written
    )
    attributes: Attributes = (("type", kind), ("value", value))
    if written != value:
        attributes = (*attributes, ("n", written))
    return Mark(base + span[0], base + span[1], "num", attributes)


_THOUSANDS: Final = regex(r"\d{1,3}\.\d{3}")
_BRACKET_NUMBER: Final = regex(
    r"\b(?P<kind>incoming|outgoing|outg|inc|in|out|вх(?:од)?|исх|рег|reg(?:ister(?:ed)?)?)\.?\s*(?:number\s*)?(?:N[º°o]\.?|"
    r"№|No\.?|#)?\s*(?P<number>\d[\w./-]*\w|\d)", re.IGNORECASE
)  # fmt: skip


def _bracket_numbers(text: str, base: int) -> Iterator[Mark]:
    """Mark the registration number that a stamp holds."""
    for match in _BRACKET_NUMBER.finditer(text):
        yield _num(base, match.span("number"), match["number"], number_type(match["kind"], docket=True))


def _name_mark(name: Name) -> Mark:
    element = {"person": "persName", "org": "orgName", "place": "placeName"}[name.kind]
    attributes: Attributes = (("type", "pseudonym"),) if name.pseudonym else ()
    if name.ref:
        attributes = (*attributes, ("ref", f"#{name.ref}"))
    return Mark(name.evidence.start, name.evidence.end, element, attributes)


def service_blocks(entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Return the blocks of a preamble or docket: one `ab` a line, one list for a run of numbered copies."""
    blocks: list[Block] = []
    for listed, run in groupby(entries, key=_is_item):
        if listed:
            blocks.append(_distribution(list(run)))
        else:
            blocks.extend(map(_block, run))
    return tuple(blocks)


def _is_item(entry: Entry) -> bool:
    """Say whether a line is one of a list of copies: it has a number, or is all name."""
    if entry.type != "distribution":
        return False
    rest = entry.line.service.part("rest") if entry.line.service else None
    return bool(entry.number) or rest == (0, len(entry.line.paragraph.text))


def _distribution(run: Sequence[Entry]) -> Block:
    items = []
    for place, entry in enumerate(run, 1):
        paragraph = entry.line.paragraph
        number = "".join(entry.number.split()) or str(place)  # a list without numbers is numbered by its order
        items.append(Block("item", paragraph.start, paragraph.end, (("n", number),)))
    return Block("list", items[0].start, items[-1].end, (("type", "distribution"),), tuple(items))


def _block(entry: Entry) -> Block:
    paragraph = entry.line.paragraph
    attributes: Attributes = () if entry.type == "letterhead" else (("type", _NO_BLOCKS.get(entry.type, entry.type)),)
    return Block("ab", paragraph.start, paragraph.end, attributes)


def own_number(preamble: Sequence[Entry], docket: Sequence[Entry]) -> str:
    """Return the number of the telegram itself, not that of a register or of its receipt; empty if no line has it."""
    numbered = [entry for entry in (*preamble, *docket[:1]) if entry.type in ("number", "dispatch") and entry.number]
    for kind in ("telegram", "outgoing"):
        for entry in numbered:
            if any(("type", kind) in mark.attributes for mark in entry.marks):
                return entry.number
    return ""
