"""The store: what was read of each file, by the digest of its bytes, so that only what has changed is read again.

An SQLite file with the path, time and size of each file, the records by digest, and the entries of lists by mark. It is
a convenience: one that is damaged, of another version of the program, or cannot be written is as good as none.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b, file_digest
from importlib.resources import files
from pathlib import Path
from typing import Final

from edition.corpus.gathering import Stamp
from edition.corpus.reading import Fresh
from edition.corpus.records import Record, loads, unpacked

_PARTS: Final = ("edition.corpus", "tei.archives", "tei.authority")
"""The packages whose code decides what is read of a file: another version of any makes another store."""

_TABLES: Final = (
    "create table if not exists about (name text primary key, value text)",
    "create table if not exists files (path text primary key, time integer, size integer, digest blob)",
    "create table if not exists records (mark blob primary key, data blob)",
    "create table if not exists bodies (mark blob primary key, data blob)",
    "create table if not exists lots (mark blob primary key, data blob)",
    "create table if not exists entries (mark text primary key, data blob)",
)
_YOUNG: Final = 2_000_000_000
"""Nanoseconds in which a file may change again without a change of its time: its digest is asked for the next time."""


@dataclass(slots=True)
class Store:
    """What is remembered of the last time, and what this run adds; nothing is written before `save`.

    `files` are time, size and digest by path; `records` are the marks of those that there are: the digest of the file
    and that of what else decides how it is read. `used` and `seen` are what this run needs, all that is kept. Records
    are read one by one when they are asked for; most stand in lots, which are read at once.
    """

    path: Path | None = None
    files: dict[str, tuple[int, int, bytes]] = field(default_factory=dict)
    records: set[bytes] = field(default_factory=set)
    entries: dict[str, bytes] = field(default_factory=dict)
    seen: dict[str, tuple[int, int, bytes]] = field(default_factory=dict)
    used: set[bytes] = field(default_factory=set)
    lots: dict[bytes, bytes] = field(default_factory=dict)
    used_lots: set[bytes] = field(default_factory=set)
    new_records: dict[bytes, bytes] = field(default_factory=dict)
    new_bodies: dict[bytes, bytes] = field(default_factory=dict)
    new_lots: set[bytes] = field(default_factory=set)
    new_entries: set[str] = field(default_factory=set)
    kept: bool = False

    @classmethod
    def load(cls, path: Path | None) -> Store:
        """Read a store; what cannot be used is an empty one."""
        store = cls(path)
        if path is None or not path.is_file():
            return store
        with suppress(sqlite3.Error, ValueError, TypeError), closing(_opened(path)) as connection:
            if dict(connection.execute("select name, value from about")).get("version") != version():
                return store
            known = {each[0]: each[1:] for each in connection.execute("select path, time, size, digest from files")}
            records = {mark for (mark,) in connection.execute("select mark from records")}
            entries = dict(connection.execute("select mark, data from entries"))
            lots = dict(connection.execute("select mark, data from lots"))
            if _are_sound(known, entries, lots):
                store.files, store.records, store.entries, store.lots = known, records, entries, lots
                store.kept = True
        return store

    def find(self, name: str, stamp: Stamp | None, settings: bytes) -> bytes | None:
        """Return the mark of the record of a file as it is now, None where it must be read."""
        if stamp is None or not self.records:
            return None
        time_, size, digest = self.files.get(name, (0, 0, b""))
        if (time_, size) != stamp:
            digest = _digest(name)
        mark = digest + settings
        if mark not in self.records:
            return None
        self.seen[name] = (*stamp, digest)
        self.used.add(mark)
        return mark

    def put(self, name: str, stamp: Stamp | None, settings: bytes, fresh: Fresh) -> bytes:
        """Remember a file that was read; return the mark of its record."""
        for entry, data in fresh.entries:
            if self.entries.setdefault(entry, data) is data:
                self.new_entries.add(entry)
        mark = fresh.digest + settings
        if mark not in self.records:
            self.records.add(mark)
            self.new_records[mark], self.new_bodies[mark] = fresh.record, fresh.bodies
        self.used.add(mark)
        if stamp is not None:
            self.seen[name] = (*stamp, fresh.digest)
        return mark

    def record(self, marks: Collection[bytes]) -> dict[bytes, Record]:
        """Return records by their marks; raises KeyError for one that is lost, and what `unpacked` raises."""
        found = self._found("records", marks, self.new_records)
        return {mark: unpacked(found[mark]) for mark in marks}

    def bodies(self, marks: Collection[bytes]) -> dict[bytes, tuple[bytes, ...]]:
        """Return the bodies of documents by the marks of their records; raises KeyError for one that is lost."""
        found = self._found("bodies", marks, self.new_bodies)
        return {mark: loads(found[mark]) for mark in marks}

    def _found(self, table: str, marks: Collection[bytes], fresh: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
        found = {mark: fresh[mark] for mark in marks if mark in fresh}
        if self.path is not None and len(found) < len(marks):
            select = f"select mark, data from {table} where mark = ?"
            with suppress(sqlite3.Error), closing(_opened(self.path)) as connection:
                for mark in marks - found.keys():
                    found.update(connection.execute(select, (mark,)))
        return found

    def lot(self, mark: bytes) -> bytes | None:
        """Return the documents of a lot as they were built, None where they must be built."""
        if mark in self.lots:
            self.used_lots.add(mark)
        return self.lots.get(mark)

    def put_lot(self, mark: bytes, data: bytes) -> None:
        """Remember a lot of documents."""
        self.lots[mark] = data
        self.used_lots.add(mark)
        self.new_lots.add(mark)

    def save(self, entries: Collection[str]) -> None:
        """Write what this run knows, and drop what it did not use; where that cannot be, the next run is slower."""
        if self.path is None:
            return
        now = time.time_ns()
        seen = {name: (t if now - t > _YOUNG else -1, size, digest) for name, (t, size, digest) in self.seen.items()}
        fresh = self.new_bodies or self.new_entries or self.new_lots
        gone = len(self.used) < len(self.records) or len(self.used_lots) < len(self.lots)
        if self.kept and not fresh and not gone and seen == self.files:
            return
        with suppress(OSError, sqlite3.Error):
            if not self.kept:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.unlink(missing_ok=True)
            with closing(sqlite3.connect(self.path, timeout=5, isolation_level=None)) as connection:
                self._write(connection, seen, self.entries.keys() - set(entries))

    def _write(
        self, connection: sqlite3.Connection, seen: Mapping[str, tuple[int, int, bytes]], unused: Iterable[str]
    ) -> None:
        """Write all of it or nothing; a store need not wait for the disk."""
        connection.execute("pragma synchronous = off")
        connection.execute("begin immediate")
        for statement in () if self.kept else _TABLES:
            connection.execute(statement)
        many = connection.executemany
        many("insert or replace into about values (?, ?)", [("version", version())])
        many("delete from files where path = ?", [(name,) for name in self.files.keys() - seen.keys()])
        changed = [(name, *row) for name, row in seen.items() if self.files.get(name) != row]
        many("insert or replace into files values (?, ?, ?, ?)", changed)
        for mark in self.records - self.used:
            connection.execute("delete from records where mark = ?", (mark,))
            connection.execute("delete from bodies where mark = ?", (mark,))
        many("insert or replace into records values (?, ?)", self.new_records.items())
        many("insert or replace into bodies values (?, ?)", self.new_bodies.items())
        many("delete from lots where mark = ?", [(mark,) for mark in self.lots.keys() - self.used_lots])
        many("insert or replace into lots values (?, ?)", [(m, self.lots[m]) for m in self.new_lots])
        many("delete from entries where mark = ?", [(mark,) for mark in unused])
        many("insert or replace into entries values (?, ?)", [(m, self.entries[m]) for m in self.new_entries])
        connection.execute("commit")


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)


def _are_sound(
    known: Mapping[object, tuple[object, ...]], entries: Mapping[object, object], *others: Mapping[object, object]
) -> bool:
    """Say whether the tables hold what they should: SQLite keeps any value in any column."""
    sound = all(type(key) is bytes and type(data) is bytes for each in others for key, data in each.items())
    sound = sound and all(type(key) is str and type(data) is bytes for key, data in entries.items())
    return sound and all(tuple(map(type, row)) == (int, int, bytes) for row in known.values())


def _digest(name: str) -> bytes:
    """Return the digest of a file, empty where it cannot be read."""
    try:
        with Path(name).open("rb") as stream:
            return file_digest(stream, "sha256").digest()
    except (OSError, ValueError):
        return b""


@cache
def version() -> str:
    """Return a digest of the code that reads files: a store of other code is not used."""
    digest = blake2b(digest_size=16)
    for package in _PARTS:
        for file in sorted(files(package).iterdir(), key=lambda one: one.name):
            if file.name.endswith((".py", ".toml")):
                digest.update(file.read_bytes())
    return digest.hexdigest()
