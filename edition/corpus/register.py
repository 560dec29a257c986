"""The entries of an edition: those of its lists, those of excerpts in documents, and those that only texts name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Archive, Document, Entry, Holding, Kind, Variant
from edition.corpus.pointers import key_of, slug_of
from edition.corpus.records import mark_of
from edition.corpus.ties import strays_of

_VARIANTS: Final = 12
"""Forms that an entry keeps of those that texts give it."""

_UNIDENTIFIED: Final = "-unidentified"
"""What ends the key of a name without pointer that is spelt like the key of an entry: it is not said to be that."""

Keyed = dict[tuple[Kind, str], Entry]


def merged(entries: Iterable[Entry]) -> Keyed:
    """Return the entries by kind and key: the first says what it says, later ones fill in what it leaves out."""
    first: Keyed = {}
    more: dict[tuple[Kind, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if first.setdefault((entry.kind, entry.key), entry).mark != entry.mark:
            more[entry.kind, entry.key].append(entry)
    for key, others in more.items():
        first[key] = _filled(first[key], others)
    return first


def _filled(entry: Entry, others: list[Entry]) -> Entry:
    known = {entry.name, *(variant.text for variant in entry.variants)}
    variants = [v for other in others for v in (Variant(other.name, "", other.lang), *other.variants)]
    added = {v.text: v for v in reversed(variants) if v.text not in known}
    types = {type_ for type_, _ in entry.identifiers}
    fresh = dict.fromkeys(pair for other in others for pair in other.identifiers if pair[0] not in types)
    changes: dict[str, Any] = {
        name: next((found for one in others if (found := getattr(one, name))), "")
        for name in ("type", "span", "location")
        if not getattr(entry, name)
    }
    if not entry.notes:
        changes["notes"] = next((one.notes for one in others if one.notes), ())
    made = replace(
        entry,
        variants=(*entry.variants, *(v for v in variants if added.pop(v.text, None) is v)),
        identifiers=(*entry.identifiers, *fresh),
        **changes,
    )
    return replace(made, mark=mark_of(replace(made, mark="")))


class Keys:
    """Settles pointers: which entry, of which kind, a name stands for."""

    __slots__ = ("_addresses", "_entries", "_kinds", "_settled")

    def __init__(self, entries: Mapping[tuple[Kind, str], Entry]) -> None:
        self._entries = entries
        self._kinds: dict[str, Kind] = {}
        self._addresses: dict[str, tuple[Kind, str]] = {}
        self._settled: dict[tuple[Kind | None, str, str], tuple[Kind, str] | None] = {}
        for kind, key in entries:
            self._kinds.setdefault(key, kind)
        for place, entry in entries.items():
            for type_, value in entry.identifiers:
                if url := identifier_url(type_, value):
                    self._addresses.setdefault(key_of(url), place)

    @property
    def context(self) -> str:
        """All that decides which entry a name stands for."""
        return repr((sorted(self._entries), sorted(self._kinds.items()), sorted(self._addresses.items())))

    def settle(self, kind: Kind | None, pointer: str, text: str = "") -> tuple[Kind, str] | None:
        """Return kind and key of a name; None for one that has neither pointer nor words, or is of no known kind."""
        asked = (kind, pointer, "" if pointer else text)
        if asked not in self._settled:
            self._settled[asked] = self._found(kind, pointer, text)
        return self._settled[asked]

    def _found(self, kind: Kind | None, pointer: str, text: str) -> tuple[Kind, str] | None:
        if not pointer:
            key = slug_of(text)
            if not key or kind is None:
                return None
            return (kind, key + _UNIDENTIFIED) if key in self._kinds else (kind, key)
        key = key_of(pointer)
        if not key:
            return None
        if kind is not None and (kind, key) in self._entries:
            return kind, key
        if key in self._kinds:
            return self._kinds[key], key
        if key in self._addresses:
            return self._addresses[key]
        return (kind, key) if kind is not None else None


def unlisted(documents: Iterable[Document], listed: Mapping[tuple[Kind, str], Entry]) -> Keyed:
    """Return entries for the keys that no list has, under the name that envelopes, else texts, give them most often."""
    forms: dict[tuple[Kind, str], tuple[Counter[Variant], Counter[str]]] = {}
    for document in documents:
        written, mentioned = strays_of(document, listed)
        for kind, key, text, lang, pseudonym in written:
            counts = forms.setdefault((kind, key), (Counter(), Counter()))[0]
            counts[Variant(text, "pseudonym" if pseudonym else "", lang)] += 1
        for kind, key, said in mentioned:
            forms.setdefault((kind, key), (Counter(), Counter()))[1].update(said)
    return {place: _unlisted(*place, *forms[place]) for place in sorted(forms)}


def _unlisted(kind: Kind, key: str, written: Counter[Variant], mentioned: Counter[str]) -> Entry:
    ranked = sorted(written, key=lambda v: (not v.text, v.type == "pseudonym", -written[v], v.text, v.lang))
    ranked += [Variant(text) for text in sorted(mentioned, key=lambda text: (-mentioned[text], text))]
    by_text: dict[str, Variant] = {}
    for variant in ranked:
        if variant.text:
            by_text.setdefault(variant.text, variant)
    names = list(by_text.values()) or [Variant(key)]
    entry = Entry(
        key, kind, names[0].text, names[0].lang, tuple(names[1 : _VARIANTS + 1]), sort=names[0].text, listed=False
    )
    return replace(entry, mark=mark_of(entry))


class Archives:
    """The archives of an edition: one that lists have, or that holdings name, under one key however it is written."""

    def __init__(self, listed: Iterable[Archive], kept: Iterable[tuple[str, str, str, str]]) -> None:
        """Take the archives of lists, and of all holdings repository, name, settlement and country, in order."""
        self._by_key: dict[str, Archive] = {}
        self._keys: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for archive in listed:
            key = self._keys.setdefault(archive.key.casefold(), archive.key)
            self._by_key.setdefault(key, archive)
            for name in (archive.name, archive.abbreviation):
                if name:
                    self._names.setdefault(slug_of(name), key)
        for row in dict.fromkeys(kept):
            self._add(*row)

    @property
    def context(self) -> str:
        """All that decides under which key a holding is."""
        return repr((sorted(self._keys.items()), sorted(self._names.items())))

    def _key(self, repository: str, name: str) -> str:
        return self._keys.get(repository.casefold()) or self._names.get(slug_of(name), "")

    def _add(self, repository: str, name: str, settlement: str, country: str) -> None:
        key = self._key(repository, name)
        if not key:
            key = self._keys.setdefault(repository.casefold(), repository)
            made = Archive(key, name or key, "", settlement, country)
            self._by_key[key] = replace(made, mark=mark_of(made))
        elif settlement and not self._by_key[key].settlement:
            known = self._by_key[key]
            made = replace(known, settlement=settlement, country=known.country or country, mark="")
            self._by_key[key] = replace(made, mark=mark_of(made))

    def settle(self, holding: Holding) -> Holding:
        """Return a holding under the key that its archive has here."""
        key = self._key(holding.repository, holding.name)
        return holding if holding.repository == key else replace(holding, repository=key)

    def all(self) -> dict[str, Archive]:
        """Return the archives by key, in order of their keys."""
        return {key: self._by_key[key] for key in sorted(self._by_key)}
