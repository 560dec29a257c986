"""The lock of ids: which captured passage got which id, and what was written for it.

Ids are cited, so an id once given is kept whatever the recogniser learns later. The digest of what was written tells a
file that an editor has changed since, which is never written over. With each id goes what the edition's index needs to
know of the document, so that a run over one page need not read all other files again.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, Self

from edition.aside import LOCK_NAME
from edition.cards import Card, card_from
from edition.entry import Entry, Unlisted, checked, entry_of, row_of
from edition.passages import Passage, overlap
from edition.rows import Strips
from tei.errors import SourceError
from tei.files import write_atomic
from tei.findings import Location, Rule, Severity

BAD_LOCK = Rule(
    "ENC301",
    "lock-unreadable",
    Severity.ERROR,
    "The lock of ids cannot be read. Without it the same passage could get another id, and citations would break, so "
    "nothing is encoded until it is restored.",
)
RULES = (BAD_LOCK,)

VERSION: Final = 2
_SUFFIXES: Final = "bcdefghijklmnopqrstuvwxyz"
SAME_SOURCE: Final = 0.4
"""So much must a passage share with an earlier one of its source to be that passage with other bounds or words."""
OTHER_SOURCE: Final = 0.6


Orphans = Mapping[str, Sequence[str]]
"""Ids of entries whose source has gone, by its words, by the name of its file and by the id that they would like."""
Strip = bytes
"""A line of the file without comma and space round it; the lock has a method called bytes."""
_HEAD: Final = f'{{"version": {VERSION}, "documents": {{\n'.encode()
_TAIL: Final = b"}}\n"
_read: Final = json.JSONDecoder().raw_decode


class Lock:
    """The ids of one output folder. Mutable while a run gives ids; saved once at its end.

    What it says of a document lies on the disk, as the line that it has in the file; here are ids and sources only.
    """

    def __init__(self, entries: Iterable[Entry] = (), folder: Path | None = None) -> None:
        """Begin with some entries; `folder` takes what does not fit into memory."""
        self._strips = Strips(folder)
        self._numbers: dict[str, int] = {}
        self._by_source: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            self.put(entry)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the lock of a folder; an absent one is empty. Raises SourceError when it is damaged."""
        path = folder / LOCK_NAME
        try:
            if not path.exists():
                return cls(folder=folder if folder.is_dir() else None)
            lock = cls(folder=folder)
            if lock._take_lines(path):
                return lock
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls((entry_of(id_, fields_) for id_, fields_ in data["documents"].items()), folder)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            place = Location(str(path), getattr(error, "lineno", 1))
            reason = f"cannot be read: {error.strerror or error}" if isinstance(error, OSError) else "is damaged"
            message = f"the lock of ids {reason}"
            raise SourceError(
                BAD_LOCK.at(place, message, "restore it from version control, or delete it to give new ids")
            ) from None

    def _take_lines(self, path: Path) -> bool:
        """Take a file as `save` writes it, line by line; says whether it is one. If not, what was taken is no lock."""
        with path.open("rb") as file:
            if file.readline() != _HEAD:
                return False
            for line in file:
                if line == _TAIL:
                    return not file.read(1)
                strip = line.removesuffix(b"\n").removesuffix(b",").removeprefix(b" ")
                if line not in (b" %b,\n" % strip, b" %b\n" % strip):
                    return False
                try:
                    ((id_, row),) = json.loads(b"{%b}" % strip).items()
                except ValueError:
                    return False
                self._keep(id_, checked(id_, row)["source"], strip)
        return False

    def _lines(self) -> Iterator[Strip]:
        yield _HEAD
        last = len(self._numbers) - 1
        for place, id_ in enumerate(sorted(self._numbers)):
            yield b" %b%b" % (self._strips.get(self._numbers[id_]), b",\n" if place < last else b"\n")
        yield _TAIL

    def bytes(self) -> bytes:
        """Return the lock as canonical JSON, one line a document, so that versions are easily compared."""
        return b"".join(self._lines())

    def save(self, folder: Path) -> None:
        """Write the lock where it changed."""
        path = folder / LOCK_NAME
        if self._numbers and not (path.exists() and self._is_as(path)):
            write_atomic(path, self._lines())

    def _is_as(self, path: Path) -> bool:
        with path.open("rb") as file:
            return all(one == other for one, other in zip_longest(file, self._lines()))

    def branch(self) -> Lock:
        """Return a copy; what is put into one of the two is not in the other."""
        other = Lock.__new__(Lock)
        other._strips, other._numbers, other._by_source = self._strips, dict(self._numbers), dict(self._by_source)
        return other

    def get(self, id_: str) -> Entry | None:
        """Return the entry of an id."""
        number = self._numbers.get(id_)
        if number is None:
            return None
        (row,) = json.loads(b"{%b}" % self._strips.get(number)).values()
        return entry_of(id_, row)

    def put(self, entry: Entry) -> None:
        """Add or replace an entry."""
        known = self.get(entry.id)
        if known and known.source != entry.source:
            left = tuple(id_ for id_ in self._by_source[known.source] if id_ != entry.id)
            self._by_source[known.source] = left
        self._keep(entry.id, entry.source, f"{_json(entry.id)}: {_json(row_of(entry))}".encode())

    def _keep(self, id_: str, source: str, strip: Strip) -> None:
        ids = self._by_source.get(source, ())
        if id_ not in ids:
            self._by_source[source] = (*ids, id_)
        self._numbers[id_] = self._strips.put(strip)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._numbers

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries by id."""
        return (entry for id_ in sorted(self._numbers) if (entry := self.get(id_)))

    def of_source(self, source: str) -> tuple[Entry, ...]:
        """Return the entries of a source, by id."""
        return tuple(entry for id_ in sorted(self._by_source.get(source, ())) if (entry := self.get(id_)))

    def _text(self, id_: str, name: str) -> str:
        """Return a field that is a string, without reading the others."""
        start = b'"%b": "' % name.encode()
        _, found, rest = self._strips.get(self._numbers[id_]).partition(start)
        if not found:
            return ""
        plain = rest.partition(b'"')[0]
        value: str = plain.decode() if b"\\" not in plain else _read('"' + rest.decode())[0]
        return value

    def digests(self, id_: str) -> tuple[str, str] | None:
        """Return the digests of a file and of its links, None where there is no such document."""
        return (self._text(id_, "written"), self._text(id_, "links")) if id_ in self._numbers else None

    def card(self, id_: str) -> Card | None:
        """Return the card of a document, without reading the rest of what is known of it."""
        _, found, rest = self._strips.get(self._numbers[id_]).partition(b'"card": ')
        return card_from(_read(rest.decode())[0]) if found else None

    def whereabouts(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, source and path of each document, by id."""
        sources = {id_: source for source, ids in self._by_source.items() for id_ in ids}
        return ((id_, sources[id_], self._text(id_, "path")) for id_ in sorted(self._numbers))

    def unknown(self) -> Iterator[tuple[str, str, tuple[Unlisted, ...]]]:
        """Yield id, day and unknown names of each document that has some, by id."""
        for id_ in sorted(self._numbers):
            strip = self._strips.get(self._numbers[id_])
            _, found, rest = strip.partition(b'"unknown": ')
            if found:
                _, carded, card = strip.partition(b'"card": ')
                date = card_from(_read(card.decode())[0]).sent[:10] if carded else ""
                yield id_, date, tuple((kind, name, part) for kind, name, part in _read(rest.decode())[0])

    def orphans(self, folder: Path, sources: Collection[str]) -> Orphans:
        """Return the ids of the entries whose source is none of `sources` and is no longer where it was."""
        found: dict[str, list[str]] = defaultdict(list)
        for source in sorted(set(self._by_source) - set(sources)):
            for id_ in sorted(self._by_source[source]):
                path = self._text(id_, "path")
                if path and not os.path.exists(f"{folder}/{path}"):  # noqa: PTH110 # of ten thousand, paths are slow
                    for key in (self._text(id_, "passage"), _file_name(source), _unsuffixed(id_)):
                        found[key].append(id_)
        return found

    def assign(
        self, source: str, passages: Sequence[Passage], taken: Collection[str], orphans: Orphans | None = None
    ) -> tuple[str, ...]:
        """Return the ids of the passages of one source, in their order.

        A passage keeps the id that its words have, then the id of the passage of its source that it mostly overlaps.
        One whose words were mostly changed keeps the id of its place, provided that the source has as many passages as
        before and it is not quite another telegram. `orphans` lend their ids to a source that is new: it was renamed or
        moved. Any other gets the id that it wants, with -b, -c … where that is another's. `taken` are the ids given in
        this run already.
        """
        given = _Given(taken)
        known = [entry for entry in self.of_source(source) if entry.id not in taken]
        _by_words(passages, known, given)
        _by_overlap(passages, known, given, SAME_SOURCE)
        if len(known) == len(passages):
            _by_place(passages, known, given)
        if not known and orphans:
            keys = {key for p in passages for key in (p.digest, p.wanted)} | {_file_name(source)}
            lent = [
                entry
                for id_ in dict.fromkeys(id_ for key in sorted(keys) for id_ in orphans.get(key, ()))
                if (entry := self.get(id_)) and _akin(source, entry)
            ]
            _by_words(passages, lent, given)
            _by_overlap(passages, lent, given, OTHER_SOURCE)
        for passage in given.open(passages):
            given.give(passage, self._free(passage.wanted, given.all))
        return tuple(given.ids[passage.order] for passage in passages)

    def _free(self, wanted: str, given: Collection[str]) -> str:
        if wanted not in self._numbers and wanted not in given:
            return wanted
        number = 0
        while True:
            suffix = _SUFFIXES[number] if number < len(_SUFFIXES) else str(number + 2)
            candidate = f"{wanted}-{suffix}"
            if candidate not in self._numbers and candidate not in given:
                return candidate
            number += 1


class _Taken:
    """Ids given before, and those given now; asked without copying what was given before."""

    def __init__(self, before: Collection[str], now: Collection[str]) -> None:
        self._before, self._now = before, now

    def __contains__(self, id_: object) -> bool:
        return id_ in self._now or id_ in self._before

    def __iter__(self) -> Iterator[str]:
        yield from self._before
        yield from self._now

    def __len__(self) -> int:
        return len(self._before) + len(self._now)


class _Given:
    """The ids given to the passages of one source, by place."""

    def __init__(self, taken: Collection[str]) -> None:
        self.ids: dict[int, str] = {}
        self._now: set[str] = set()
        self.all: Collection[str] = _Taken(taken, self._now)

    def give(self, passage: Passage, id_: str) -> None:
        self.ids[passage.order] = id_
        self._now.add(id_)

    def open(self, passages: Iterable[Passage]) -> list[Passage]:
        return [passage for passage in passages if passage.order not in self.ids]


def _by_words(passages: Sequence[Passage], known: Sequence[Entry], given: _Given) -> None:
    for passage in passages:
        found = next((e.id for e in known if e.passage == passage.digest and e.id not in given.all), None)
        if found:
            given.give(passage, found)


def _by_overlap(passages: Sequence[Passage], known: Sequence[Entry], given: _Given, least: float) -> None:
    """Give ids by how much passages share with earlier ones, the surest pair first."""
    free = [entry for entry in known if entry.id not in given.all and entry.sketch]
    pairs = [
        (-shared, passage.order, entry.id, passage)
        for passage in given.open(passages)
        for entry in free
        if (shared := overlap(passage.sketch, entry.sketch)) >= least
    ]
    for _, order, id_, passage in sorted(pairs, key=lambda pair: pair[:3]):
        if order not in given.ids and id_ not in given.all:
            given.give(passage, id_)


def _by_place(passages: Sequence[Passage], known: Sequence[Entry], given: _Given) -> None:
    orders = {entry.order: entry for entry in known if entry.id not in given.all}
    for passage in given.open(passages):
        entry = orders.get(passage.order)
        if entry and _may_be(passage, entry):
            given.give(passage, entry.id)


def _may_be(passage: Passage, entry: Entry) -> bool:
    """Say whether a passage can be an earlier one with other words: they share some, or date and parties."""
    unknown = not passage.sketch or not entry.sketch
    return unknown or passage.wanted == _unsuffixed(entry.id) or overlap(passage.sketch, entry.sketch) > 0


def _file_name(source: str) -> str:
    return source.rpartition("/")[2]


def _akin(source: str, entry: Entry) -> bool:
    """Say whether an entry may lend its id: context documents to context documents, telegrams to telegrams."""
    return source.endswith("#context") == entry.source.endswith("#context")


def _unsuffixed(id_: str) -> str:
    return re.sub(r"-(?:[b-z]|\d+)$", "", id_)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
