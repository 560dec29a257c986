"""The registers of persons, organisations and places, and a page for each entry.

Every entry of the corpus has a page: what a list has and what a document names. So no link to one is ever dead, and an
entry of a list that no document names yet is seen to be there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Entry, Exchange, Kind, Uses, Variant
from edition.site.alphabet import letter_of, order_of
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import LIMIT, UNDATED, Part, cut_by_year, places, years
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of, digest_of_lines, in_each_language
from edition.site.rows import Party, Row, entry_href, rows, shorten, side, sides

_SECTIONS: Final = {Kind.PERSON: "persons", Kind.ORGANISATION: "organisations", Kind.PLACE: "places"}
_ROLES: Final = ("sent", "received", "handled", "mentioned")
_ON_A_PAGE: Final = 600
"""The most entries that one page of a register shows."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in its register, a person with the surname first; `counts` are of documents in the order of _ROLES."""

    name: str
    lang: str
    href: str
    span: str
    type: str
    note: str
    counts: tuple[int, int, int, int]
    total: int


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under a letter; `letter` may be `han` or `other`. `href` leads to it where it is on another page."""

    letter: str
    id: str
    count: int
    lines: tuple[EntryLine, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A register, or one letter of a long one (`current`); `kind` is person, org or place."""

    frame: Frame
    kind: str
    count: int
    unused: int
    letters: tuple[Letter, ...]
    current: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What an entry has to do with documents in one way: how many, and those that this page lists."""

    role: str
    count: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class YearUse:
    """A year of an entry with too many documents for a page: how many in each role, and the pages that list them."""

    year: str
    counts: tuple[int, int, int, int]
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Correspondent:
    """One that an entry exchanged letters with: how many each way, and the page of the exchange."""

    party: Party
    sent: int
    received: int
    exchange: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """What an authority file calls an entry; `href` is empty where its web address is not known."""

    type: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A person, organisation or place; `year` and `number` say which part of its documents this page lists."""

    frame: Frame
    kind: str
    entry: Entry
    variants: tuple[Variant, ...]
    identifiers: tuple[Identifier, ...]
    map: str
    total: int
    roles: tuple[Role, ...]
    years: tuple[YearUse, ...]
    correspondents: tuple[Correspondent, ...]
    year: str = ""
    part: bool = False
    number: int = 1
    of: int = 1


def plan(site: Site) -> Iterator[Planned]:
    """Yield the registers and the pages of their entries."""
    for kind in Kind:
        entries = _entries(site)[kind]
        yield from _plan_register(site, kind, entries)
        for entry in entries:
            yield from _plan_entry(site, kind, entry)


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield a register, a letter of one, an entry or a part of its documents."""
    kind = Kind(planned.kind)
    if not planned.subject or planned.subject.startswith("~"):
        data = fill("register.html.j2", _register(site, planned, kind), planned.lang, site.settings.own)
    else:
        data = fill("entry.html.j2", _entry(site, planned, kind), planned.lang, site.settings.own)
    yield File(planned.path, data)


@lru_cache(maxsize=1)
def _entries(site: Site) -> dict[Kind, tuple[Entry, ...]]:
    """Return the entries of each register by key."""
    found: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for entry in site.corpus.entries.values():
        found[entry.kind].append(entry)
    return {kind: tuple(sorted(entries, key=lambda entry: entry.key)) for kind, entries in found.items()}


def _uses(site: Site, entry: Entry) -> Uses:
    return site.corpus.uses.get((entry.kind, entry.key), Uses())


def _counts(uses: Uses) -> tuple[int, int, int, int]:
    return (len(uses.sent), len(uses.received), len(uses.handled), len(uses.mentioned))


def _plan_register(site: Site, kind: Kind, entries: Sequence[Entry]) -> Iterator[Planned]:
    shown = [(entry.mark or repr(entry), _counts(_uses(site, entry))) for entry in entries]
    digest = digest_of(shown)
    yield from in_each_language(site, str(kind), "", digest)
    if len(entries) > _ON_A_PAGE:
        for letter in sorted({_letter(entry) for entry in entries}):
            yield from in_each_language(site, str(kind), _letter_subject(letter), digest)


def _plan_entry(site: Site, kind: Kind, entry: Entry) -> Iterator[Planned]:
    uses = _uses(site, entry)
    parts = _parts(site, entry, uses)
    yield from in_each_language(site, str(kind), entry.key, digest_of_lines(site, uses.all, entry, _counts(uses)))
    for part in parts:
        digest = digest_of_lines(site, part.documents, entry.name, entry.lang, part.of)
        yield from in_each_language(site, str(kind), part.subject, digest)


def _parts(site: Site, entry: Entry, uses: Uses) -> tuple[Part, ...]:
    """Return the parts of an entry's documents by year, none where they stand on its page."""
    if sum(_counts(uses)) <= LIMIT:
        return ()
    order = places(site)
    return cut_by_year(site, sorted(uses.all, key=order.__getitem__), f"{entry.key}~", LIMIT // 2)


def _sort_name(entry: Entry) -> str:
    return entry.sort or entry.name


def _letter(entry: Entry) -> str:
    return letter_of(_sort_name(entry))


def _letter_subject(letter: str) -> str:
    return f"~{letter.lower()}"


def _register(site: Site, planned: Planned, kind: Kind) -> RegisterPage:
    entries = sorted(_entries(site)[kind], key=lambda entry: (order_of(_sort_name(entry), planned.lang), entry.key))
    whole = len(entries) <= _ON_A_PAGE
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(_letter(entry), []).append(entry)
    letters = []
    for letter, members in grouped.items():
        subject = _letter_subject(letter)
        shown = whole or subject == planned.subject
        lines = tuple(_line(site, planned, entry) for entry in members) if shown else ()
        href = "" if whole else _address(site, planned, kind, subject)
        letters.append(Letter(letter, f"letter-{letter.lower()}", len(members), lines, href))
    return RegisterPage(
        frame=make_frame(site, planned, "", section=_SECTIONS[kind]),
        kind=str(kind),
        count=len(entries),
        unused=sum(not _uses(site, entry).all for entry in entries),
        letters=tuple(letters),
        current=next((one.letter for one in letters if _letter_subject(one.letter) == planned.subject), ""),
    )


def _line(site: Site, planned: Planned, entry: Entry) -> EntryLine:
    uses = _uses(site, entry)
    return EntryLine(
        name=entry.sort if ", " in entry.sort else entry.name,
        lang=entry.lang,
        href=entry_href(site, planned, entry),
        span=entry.span,
        type=entry.type,
        note=shorten(entry.notes[0]) if entry.notes else "",
        counts=_counts(uses),
        total=len(uses.all),
    )


def _entry(site: Site, planned: Planned, kind: Kind) -> EntryPage:
    key, part_mark, _ = planned.subject.partition("~")
    entry = site.corpus.entries[kind, key]
    uses = _uses(site, entry)
    parts = _parts(site, entry, uses)
    part = next(part for part in parts if part.subject == planned.subject) if part_mark else None
    listed = frozenset(part.documents) if part else frozenset() if parts else frozenset(uses.all)
    return EntryPage(
        frame=_frame(site, planned, entry, part_mark),
        kind=str(kind),
        entry=entry,
        variants=tuple(variant for variant in entry.variants if variant.text != entry.name),
        identifiers=tuple(Identifier(*pair, identifier_url(*pair)) for pair in entry.identifiers),
        map=_map(entry),
        total=len(uses.all),
        roles=tuple(
            Role(role, len(idents), rows(site, planned, (ident for ident in idents if ident in listed)))
            for role in _ROLES
            if (idents := _of_part(getattr(uses, role), part))
        ),
        years=() if part else _years(site, planned, uses, parts),
        correspondents=() if part else _correspondents(site, planned, entry),
        year=part.year if part and part.year != UNDATED else "",
        part=part is not None,
        number=part.number if part else 1,
        of=part.of if part else 1,
    )


def _map(entry: Entry) -> str:
    """Return a map of where a place is, empty where its place is not two numbers that latitude and longitude can be."""
    found = re.fullmatch(r"(-?\d{1,2}(?:\.\d+)?)[,\s]\s*(-?\d{1,3}(?:\.\d+)?)", entry.location.strip())
    return f"https://www.openstreetmap.org/?mlat={found[1]}&mlon={found[2]}&zoom=6" if found else ""


def _frame(site: Site, planned: Planned, entry: Entry, part: str) -> Frame:
    trail = (Link(entry.name, entry_href(site, planned, entry), entry.lang),) if part else ()
    description = shorten(" ".join(entry.notes), 200)
    return make_frame(
        site,
        planned,
        entry.name,
        section=_SECTIONS[entry.kind],
        title_lang=entry.lang,
        description=description,
        trail=trail,
    )


def _of_part(idents: tuple[str, ...], part: Part | None) -> tuple[str, ...]:
    if part is None:
        return idents
    members = frozenset(part.documents)
    return tuple(ident for ident in idents if ident in members)


def _years(site: Site, planned: Planned, uses: Uses, parts: Sequence[Part]) -> tuple[YearUse, ...]:
    known = years(site)
    found = [Counter(known[ident] for ident in getattr(uses, role)) for role in _ROLES]
    return tuple(
        YearUse(
            "" if year == UNDATED else year,
            (found[0][year], found[1][year], found[2][year], found[3][year]),
            tuple(_part_link(site, planned, part) for part in group),
        )
        for year, group in groupby(parts, key=lambda part: part.year)
    )


def _part_link(site: Site, planned: Planned, part: Part) -> Link:
    words = "" if part.year == UNDATED else part.year
    href = _address(site, planned, Kind(planned.kind), part.subject)
    return Link(words + (f" ({part.number}/{part.of})" if part.of > 1 else ""), href)


@lru_cache(maxsize=1)
def _exchanges(site: Site) -> dict[tuple[Kind, str], tuple[Exchange, ...]]:
    """Return the exchanges that each entry takes part in."""
    found: dict[tuple[Kind, str], list[Exchange]] = {}
    for exchange in site.corpus.exchanges:
        for who in dict.fromkeys(sides(exchange)):
            found.setdefault(who, []).append(exchange)
    return {who: tuple(exchanges) for who, exchanges in found.items()}


def _correspondents(site: Site, planned: Planned, entry: Entry) -> tuple[Correspondent, ...]:
    """Return those that an entry exchanged letters with, the most frequent first."""
    me, mine = (entry.kind, entry.key), _uses(site, entry)
    sent, received = frozenset(mine.sent), frozenset(mine.received)
    found = []
    for exchange in _exchanges(site).get(me, ()):
        first, second = sides(exchange)
        found.append(
            Correspondent(
                side(site, planned, second if first == me else first),
                sum(ident in sent for ident in exchange.documents),
                sum(ident in received for ident in exchange.documents),
                relative(planned.path, site.address("exchange", exchange.key, planned.lang)),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.sent - one.received, one.party.text)))


def _address(site: Site, planned: Planned, kind: Kind, subject: str) -> str:
    return relative(planned.path, site.address(str(kind), subject, planned.lang))
