"""What is remembered of each piece while letters are imported, and the ids and names that it gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from edition.aside import CANDIDATES
from edition.corpus.lists import entries_of
from edition.corpus.model import Entry
from edition.corpus.pointers import safe, slug_of
from edition.intake.identifying import URL, settled
from edition.intake.letters.pieces import Piece, Sort
from edition.passages import digest
from tei.names import XML_ID
from tei.xmlfile import parse_bytes

_SUFFIXES: Final = "bcdefghijklmnopqrstuvwxyz"
_WORD: Final = 3
"""Letters of a word by which two names can be of the same person."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person, place or organisation of a list, as far as it takes to say whether another is the same."""

    kind: str
    words: frozenset[str]
    identifiers: frozenset[tuple[str, str]]

    def is_same(self, other: Person) -> bool:
        """Say whether two entries with the same id can be of the same: by identifiers, else by a word of the names."""
        if self.kind != other.kind:
            return False
        if self.identifiers & other.identifiers:
            return True
        types = {type_ for type_, _ in self.identifiers} & {type_ for type_, _ in other.identifiers}
        if types - {URL}:
            return False
        return bool(self.words & other.words)


def person_of(entry: Entry) -> Person:
    """Return what an entry is known by."""
    names = (entry.name, *(variant.text for variant in entry.variants))
    words = {word for name in names for word in slug_of(name).split("-")}
    long = frozenset(word for word in words if len(word) >= _WORD)
    identifiers = frozenset(settled(*one) for one in entry.identifiers)
    return Person(entry.kind.value, long or frozenset(words), identifiers)


@dataclass(slots=True)
class Known:
    """A piece without its bytes. `ids` are those that it has, `entries` the ones that a list in it gives.

    `doubled` are ids that several elements of it have. `place` is where it goes, `renames` the ids that it gets in the
    place of its own; `twin` says that its bytes came before, so that it is not written again.
    """

    sort: Sort
    name: str
    root: str
    ids: frozenset[str]
    entries: dict[str, Person]
    digest: str
    doubled: tuple[str, ...] = ()
    place: str = ""
    renames: dict[str, str] = field(default_factory=dict)
    twin: bool = False


def known_of(piece: Piece) -> Known:
    """Return what is to be remembered of a piece."""
    root = parse_bytes(piece.data).getroot()
    counted = Counter(ident for one in root.iter(etree.Element) if (ident := one.get(XML_ID)))
    ids = frozenset(counted)
    listed = {one.key: person_of(one) for one in entries_of(root) if isinstance(one, Entry)}
    entries = {ident: listed[safe(ident)] for ident in sorted(ids) if safe(ident) in listed}
    doubled = tuple(sorted(ident for ident, number in counted.items() if number > 1))
    return Known(piece.sort, piece.name, root.get(XML_ID, ""), ids, entries, digest(piece.data), doubled)


@dataclass(frozen=True, slots=True)
class Clash:
    """An id that had to change: of a document, or of an entry of a list."""

    piece: Known
    old: str
    new: str
    document: bool


class Register:
    """Gives names and ids: those that are taken stay with whom they are of."""

    def __init__(self, name: str, prefix: str, taken: Collection[str], entries: dict[str, list[Person]]) -> None:
        """Take the name of the import, the prefix that ids are to have, and ids and entries of the edition."""
        self._name, self._prefix = name, prefix
        self._ids = {one.casefold() for one in taken}
        self._files = {Sort.LETTER: set(self._ids), Sort.LIST: {CANDIDATES.removesuffix(".xml")}}
        self._entries: dict[str, list[tuple[Person, str]]] = {
            ident: [(person, ident) for person in persons] for ident, persons in entries.items()
        }
        self._digests: dict[str, Known] = {}

    def place(self, piece: Known) -> Iterator[Clash]:
        """Give a piece its place and its ids; yields those that had to change because they are of others."""
        if (before := self._digests.get(piece.digest)) is not None:
            piece.place, piece.renames, piece.twin = before.place, before.renames, True
            return
        self._digests[piece.digest] = piece
        yield from self._document(piece)
        for old, person in piece.entries.items():
            yield from self._entry(piece, old, person)

    def _document(self, piece: Known) -> Iterator[Clash]:
        stem = self._prefix * (piece.sort is Sort.LETTER) + (safe(piece.name) or "document")
        wanted = ident = f"{self._prefix}{piece.root}" if piece.root else stem
        if piece.sort is Sort.LETTER:
            if wanted.casefold() in self._ids and piece.root and stem == _start(stem):
                ident = stem  # which stays, whatever comes before it another time
            ident = free_id(ident if ident.casefold() not in self._ids else wanted, self._ids)
            self._ids.add(ident.casefold())
            if ident != wanted:
                yield Clash(piece, wanted, ident, document=True)
            stem = stem if piece.root else ident
        if piece.root and ident != piece.root:
            piece.renames[piece.root] = ident
        files = self._files[piece.sort]
        if stem.casefold() in files:
            stem = free_id(safe(ident) if piece.root else stem, files)
        files.add(stem.casefold())
        piece.place = f"{piece.sort.value}/{stem}.xml"

    def _entry(self, piece: Known, old: str, person: Person) -> Iterator[Clash]:
        wanted = f"{self._prefix}{old}"
        for other, given in self._entries.get(wanted, ()):
            if other.is_same(person):
                if given != old:
                    piece.renames[old] = given
                return
        given = wanted
        if wanted in self._entries:
            stem = piece.place.rpartition("/")[2].removesuffix(".xml")
            names = (f"{_start(self._name)}-{old}", f"{_start(stem)}-{old}")
            given = next((name for name in names if name not in self._entries), "")
            given = given or free_id(names[-1], {name.casefold() for name in self._entries})
            yield Clash(piece, old, given, document=False)
            self._entries[given] = [(person, given)]
        if given != old:
            piece.renames[old] = given
        self._entries.setdefault(wanted, []).append((person, given))


def _start(name: str) -> str:
    """Return a name that an xml:id can begin with."""
    return name if name[:1].isalpha() or name[:1] == "_" else f"i-{name}"


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id, with -b, -c … where it is taken; `taken` are in lower case, for the sake of file systems."""
    made, number = wanted, 0
    while made.casefold() in taken:
        made = f"{wanted}-{_SUFFIXES[number] if number < len(_SUFFIXES) else number + 2}"
        number += 1
    return made
