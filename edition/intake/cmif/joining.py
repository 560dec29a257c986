"""Who is who: a name of a list of letters is joined with an entry of the edition, else becomes an entry of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Corpus, Entry, Kind
from edition.corpus.pointers import key_of, safe, slug_of
from edition.intake.cmif.reading import Named
from edition.intake.identifying import URL, identifier_of


@dataclass(frozen=True, slots=True)
class Joined:
    """An entry that a list of letters speaks of: its id, its name, other forms of it, its identifiers.

    `known` says that the edition has it, `by_name` that only its name says so.
    """

    id: str
    kind: Kind
    name: str
    forms: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    known: bool = False
    by_name: bool = False


def natural(name: str, kind: Kind) -> str:
    """Return the name of a person as it is read: "Vetrov, Pavel" is Pavel Vetrov."""
    surname, comma, rest = name.partition(", ")
    return f"{rest} {surname}" if kind is Kind.PERSON and comma and "," not in rest and rest else name


class Joining:
    """The entries that names of a list stand for; those that the edition does not have are gathered in `made`."""

    def __init__(self, corpus: Corpus | None, prefix: str = "") -> None:
        """Take what the edition has; `prefix` begins the ids of entries that are new."""
        self._prefix = prefix
        self._by_address: dict[str, Entry] = {}
        self._by_name: dict[tuple[Kind, frozenset[str]], set[str]] = defaultdict(set)
        self._entries: dict[tuple[Kind, str], Entry] = {}
        self._taken: dict[str, Kind] = {}
        for (kind, key), entry in corpus.entries.items() if corpus is not None else ():
            self._taken.setdefault(key, kind)
            if entry.listed:
                self._add(entry)
        self._met: dict[Named, Joined | None] = {}
        self._own: dict[str, str] = {}
        self.made: dict[str, Joined] = {}
        self.named: dict[str, Joined] = {}
        """Entries of the edition that names were joined with."""

    def _add(self, entry: Entry) -> None:
        self._entries[entry.kind, entry.key] = entry
        for type_, value in entry.identifiers:
            if url := identifier_url(type_, value):
                self._by_address.setdefault(_address(url), entry)
        for form in (entry.name, *(one.text for one in entry.variants if one.type != "pseudonym")):
            if words := _words(form):
                self._by_name[entry.kind, words].add(entry.key)

    def find(self, named: Named) -> Joined | None:
        """Return the entry of a name; None for one without an identifier that the edition does not know."""
        if named not in self._met:
            self._met[named] = self._find(named)
        joined = self._met[named]
        return joined if joined is None or joined.known else self.made[joined.id]

    def _find(self, named: Named) -> Joined | None:
        identifiers = tuple(dict.fromkeys(identifier_of(one) for one in named.addresses))
        for address in named.addresses:
            if (entry := self._by_address.get(_address(address))) is not None:
                return self._known(entry, by_name=False)
        entry = self._namesake(named, identifiers)
        if entry is not None:
            return self._known(entry, by_name=True)
        return self._new(named, identifiers) if identifiers else None

    def _known(self, entry: Entry, *, by_name: bool) -> Joined:
        joined = Joined(entry.key, entry.kind, entry.name, (), entry.identifiers, known=True, by_name=by_name)
        before = self.named.setdefault(entry.key, joined)
        if before.by_name and not by_name:
            self.named[entry.key] = joined
        return joined

    def _namesake(self, named: Named, identifiers: tuple[tuple[str, str], ...]) -> Entry | None:
        """Return the one entry that bears just this name, and no other identifier of the same authority file."""
        words = _words(named.text)
        keys = self._by_name.get((named.kind, words), set())
        if len(keys) != 1 or (named.kind is Kind.PERSON and len(words) < 2):
            return None
        entry = self._entries[named.kind, next(iter(keys))]
        types = {type_ for type_, _ in identifiers}
        return None if any(type_ in types for type_, _ in entry.identifiers) else entry

    def _new(self, named: Named, identifiers: tuple[tuple[str, str], ...]) -> Joined:
        """Return the entry of a name that the edition does not know, with what this name adds to it."""
        addresses = [_address(one) for one in named.addresses]
        ident = next((self._own[one] for one in addresses if one in self._own), "") or self._id(named, identifiers[0])
        self._own |= {one: ident for one in addresses if one not in self._own}
        name = natural(named.text, named.kind)
        joined = self.made.get(ident) or Joined(ident, named.kind, name)
        forms = (*joined.forms, name) if name not in (joined.name, *joined.forms) else joined.forms
        more = tuple(one for one in identifiers if one not in joined.identifiers)
        joined = self.made[ident] = replace(joined, forms=forms, identifiers=(*joined.identifiers, *more))
        return joined

    def _id(self, named: Named, identifier: tuple[str, str]) -> str:
        """Return an id that is made of the identifier, so that it is the same in every import."""
        type_, value = identifier
        made = safe(f"{self._prefix}{key_of(value) if type_ == URL else f'{type_}-{value}'}")
        made = made if made[:1].isalpha() or made[:1] == "_" else f"id-{made}"
        free = self._taken.setdefault(made, named.kind) is named.kind
        return made if free else f"{made}-{named.kind.value}"


def _address(url: str) -> str:
    """Return an address in the one form of its authority file."""
    type_, value = identifier_of(url)
    return key_of(identifier_url(type_, value) or url)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in slug_of(name.replace(".", " ")).split("-") if word)
