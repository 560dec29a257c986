"""Service matter as blocks and marks: `ab` of a type, distribution lists, numbers, names and times inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from tei.authority import Authority
from tei.dates import WrittenDate, find_dates, parse_time
from tei.model import Attributes, Block, Mark, Name
from tei.recognise.marks import date_mark
from tei.recognise.naming import name_of, split_names
from tei.recognise.parts import ServiceLine
from tei.recognise.service import Service, number_type, numeric

_BY_NAME: Final = re.compile(
    r"[\s.:–—-]*(?P<name>(?:[A-ZА-ЯЁ\u3400-\u9fff][\w.’'-]*|\[[^\]\n]+\])(?:\s+(?:[A-ZА-ЯЁ][\w.’'-]*|\[[^\]\n]+\]))*)"
    r"(?=\s+(?:at|on|в|at about)\b|\s*[,;–—-]\s|\s*,?\s+\d|[\s.]*$)"
)
_EXPANDED: Final = re.compile(r"[^\W\d_]*\s?\[[^\W\d_]+\][^\W\d_]*")
"""A name finished by the editor, S[abelnikov]: `expan` holds it, and nothing may stand between that and `ex`."""

_CLOCK_AT_END: Final = re.compile(r"(?:^|\s)(?P<time>\d{4}|\d{1,2}[:.]\d\d)\.?$")
_NOT_A_NAME: Final = re.compile(
    r"(?:(?:the|a|an|on|at|by|in|from|special|file|duty|shift|chief)\b|(?:to\s+)?(?:the\s+)?file\b|в\s+дело|дело\b|"
    r"(?:see|as)\s|(?:the\s+)?addressee|адресат|archive|архив)",
    re.IGNORECASE,
)
_BY_WORD: Final = re.compile(
    r"(?:\bby|принял[а]?|передал[а]?|сдал[а]?|accepted|transmitted\s*:|译电员?)[\s:.]*$", re.IGNORECASE
)
_BRACKETED: Final = (
    ("letterhead", re.compile(r"\[(?:printed )?(?:letter-?\s?head|heading|бланк)", re.IGNORECASE)),
    ("stamp", re.compile(r"\[[^\]:]{0,20}(?:stamp|seal|штамп|печать|印)", re.IGNORECASE)),
)
_TIMED: Final = frozenset(
    ("received", "sent", "deciphered", "printed", "verified", "delivered", "dispatch", "number", "other")
)
_NAMELESS: Final = frozenset(("number", "subject", "reference", "copies", "copy", "other", "marking", "precedence"))
_OF_PLACES: Final = frozenset(("destination", "origin", "откуда", "из", "куда", "место назначения", "发往"))
_WHOLE: Final = frozenset(("dispatch", "address", "signature"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one service line says: its type, number, names and time, beside the marks that encode it."""

    line: ServiceLine
    type: str
    number: str = ""
    names: tuple[Name, ...] = ()
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
    lines: Sequence[ServiceLine], authority: Authority, *, year: int | None, date: str, docket: bool
) -> tuple[Entry, ...]:
    """Return what the service lines say, in order."""
    return tuple(_entry(line, authority, year, date, docket and index > 0) for index, line in enumerate(lines))


def _entry(line: ServiceLine, authority: Authority, year: int | None, date: str, registered: bool) -> Entry:
    """Read one line; `registered` says that a number without a word is that of a register."""
    service, text, base = line.service, line.paragraph.text, line.paragraph.start
    if service is None:
        type_ = next((name for name, pattern in _BRACKETED if pattern.match(text)), "annotation")
        return Entry(line, type_, marks=tuple(_bracket_numbers(text, base)))
    span = _number_span(service, text)
    number = text[slice(*span)] if span else ""
    marks: list[Mark] = []
    if span and service.type != "distribution":
        marks.append(_num(base, span, number, _kind_of_number(service, text, registered)))
    names = tuple(_names(line, service, authority, date))
    marks += [_name_mark(name) for name in names if not _EXPANDED.fullmatch(name.text)]
    written = _time(text, service.type, year)
    if written is not None:
        marks.append(_date(written, base))
    return Entry(line, service.type, number, names, written, tuple(marks))


def _number_span(service: Service, text: str) -> tuple[int, int] | None:
    """Return where the number of a line stands, without a full stop that ends the line or parts it from a name."""
    span = service.part("number") or service.part("copy")
    return (span[0], span[0] + len(text[slice(*span)].rstrip("."))) if span else None


def _kind_of_number(service: Service, text: str, registered: bool) -> str:
    if service.part("copy"):
        return "copy"
    return "dispatch" if service.type == "dispatch" else number_type(text, docket=registered)


def _num(base: int, span: tuple[int, int], number: str, kind: str) -> Mark:
    value = numeric(number)
    attributes: Attributes = (("type", kind), ("value", value))
    if number != value:
        attributes = (*attributes, ("n", "".join(number.split())))
    return Mark(base + span[0], base + span[1], "num", attributes)


_BRACKET_NUMBER: Final = re.compile(
    r"\b(?P<kind>incoming|outgoing|inc|in|out|вх(?:од)?|исх|рег|reg(?:ister(?:ed)?)?)\.?\s*(?:number\s*)?(?:N[º°o]\.?|"
    r"№|No\.?|#)\s*(?P<number>\d[\w./-]*\w|\d)", re.IGNORECASE
)  # fmt: skip


def _bracket_numbers(text: str, base: int) -> Iterator[Mark]:
    """Mark the registration number that a stamp holds."""
    for match in _BRACKET_NUMBER.finditer(text):
        yield _num(base, match.span("number"), match["number"], number_type(match["kind"], docket=True))


def _names(line: ServiceLine, service: Service, authority: Authority, date: str) -> Iterator[Name]:
    """Yield the names of a line: of a list or address all, of a line about handling the one who did it."""
    span = service.part("name") or service.part("rest")
    if span is None or service.type in _NAMELESS:
        return
    text, base = line.paragraph.text, line.paragraph.start
    part = text[slice(*span)]
    if service.type in _WHOLE or service.type == "distribution":
        role = service.part("role")
        place = role is not None and text[slice(*role)].lower() in _OF_PLACES
        yield from (_placed(name) if place else name for name in _listed(part, base + span[0], authority, date))
        return
    pattern = _BY_NAME.match(part)
    if pattern is None or not _is_name(pattern["name"]):
        return
    start = base + span[0] + pattern.start("name")
    name = name_of(pattern["name"].rstrip(" .,;"), start, authority, date, step="service")
    if service.type in ("received", "sent") and not name.ref and not _BY_WORD.search(text, 0, span[0]):
        return
    yield name


def _placed(name: Name) -> Name:
    """Take a name nobody knows for a place after a word such as "Destination"."""
    return name if name.ref else replace(name, kind="place")


def _listed(part: str, start: int, authority: Authority, date: str) -> Iterator[Name]:
    def known(name: str) -> bool:
        return bool(authority.resolve(name, kinds=("person", "org", "place"), date=date or None).entries)

    bare = part.strip(' .,;:–—-«»“”"')
    start += part.index(bare)
    for first, last in split_names(bare, known):
        name = bare[first:last].strip(" .,;")
        if _is_name(name) and len(name) <= 100:
            yield name_of(name, start + first + bare[first:last].index(name), authority, date, step="service")


def _is_name(name: str) -> bool:
    return bool(name) and not _NOT_A_NAME.match(name) and not name.startswith("[") and not find_dates(name)


def _name_mark(name: Name) -> Mark:
    element = {"person": "persName", "org": "orgName", "place": "placeName"}[name.kind]
    attributes: Attributes = (("type", "pseudonym"),) if name.pseudonym else ()
    if name.ref:
        attributes = (*attributes, ("ref", f"#{name.ref}"))
    return Mark(name.evidence.start, name.evidence.end, element, attributes)


def _time(text: str, type_: str, year: int | None) -> WrittenDate | None:
    if type_ not in _TIMED:
        return None
    found = find_dates(text, year=year)
    dated = next((date for date in found if date.time), found[0] if found else None)
    if dated is not None or type_ in ("number", "other"):
        return dated
    clock = _CLOCK_AT_END.search(text)
    time = parse_time(clock["time"]) if clock else None
    if clock is None or time is None:
        return None
    start, end = clock.span("time")
    return WrittenDate(start, end, clock["time"], "minute", None, time=time.when, time_span=(start, end))


def _date(found: WrittenDate, base: int) -> Mark:
    if found.when is None and found.time and not found.not_before:
        return Mark(base + found.start, base + found.end, "time", (("when", found.time),))
    return date_mark(found, base)


def service_blocks(entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Return the blocks of a preamble or docket: one `ab` a line, one list for a run of numbered copies."""
    blocks: list[Block] = []
    for listed, run in groupby(entries, key=lambda entry: entry.type == "distribution" and bool(entry.number)):
        if listed:
            blocks.append(_distribution(list(run)))
        else:
            blocks.extend(map(_block, run))
    return tuple(blocks)


def _distribution(run: Sequence[Entry]) -> Block:
    items = []
    for entry in run:
        paragraph = entry.line.paragraph
        items.append(Block("item", paragraph.start, paragraph.end, (("n", "".join(entry.number.split())),)))
    return Block("list", items[0].start, items[-1].end, (("type", "distribution"),), tuple(items))


def _block(entry: Entry) -> Block:
    paragraph = entry.line.paragraph
    attributes: Attributes = () if entry.type == "letterhead" else (("type", entry.type),)
    return Block("ab", paragraph.start, paragraph.end, attributes)


def own_number(preamble: Sequence[Entry], docket: Sequence[Entry]) -> str:
    """Return the number of the telegram itself, not that of a register or of its receipt; empty if no line has it."""
    numbered = [entry for entry in (*preamble, *docket[:1]) if entry.type in ("number", "dispatch") and entry.number]
    for kind in ("telegram", "outgoing"):
        for entry in numbered:
            if any(("type", kind) in mark.attributes for mark in entry.marks):
                return entry.number
    return ""
