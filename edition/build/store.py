"""What the last build made, kept beside the site: which page was made of what, its files, where it leads to.

An SQLite database, since of sixty thousand pages a build needs only what has to do with those that changed. It is of
one state of the site, whose name stands in the site's own marker too: when the two differ, nothing here is believed.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from edition.build.holding import Filed, Files, total_of
from edition.build.rendering import Made
from tei.findings import Finding, Location, Severity

_FORMAT: Final = "3"
_TABLES: Final = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (path TEXT PRIMARY KEY, mark TEXT NOT NULL, links BLOB NOT NULL, findings TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, page TEXT NOT NULL, digest BLOB NOT NULL, size INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX filed ON files (page);
CREATE TABLE targets (id INTEGER PRIMARY KEY, target TEXT NOT NULL UNIQUE);
CREATE TABLE prints (document TEXT PRIMARY KEY, digest TEXT NOT NULL, print TEXT NOT NULL) WITHOUT ROWID;
"""


Prints = Mapping[str, tuple[str, str]]
"""For the id of each document the digest of its file, and the fingerprint of its text."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the site that stands: its state's name, the mark of each page, its files.

    `searched` is the mark of what the search index was made of, `dead` what links lead to that is not there. `prints`
    are the digests of the documents by id, with the fingerprint of the text of each; `planned` says what the pages were
    planned by, but for these digests.
    """

    state: str = ""
    searched: str = ""
    dead: tuple[str, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    prints: Prints = field(default_factory=dict)
    planned: str = ""


class Store:
    """The database; closed when the build ends."""

    def __init__(self, path: Path) -> None:
        """Open it; one that is damaged or of another version is an empty one."""
        self._path = path
        self._base = self._opened()
        self._told: Prints = {}

    def _opened(self) -> sqlite3.Connection:
        try:
            base = self._connected()
            if base.execute("SELECT value FROM about WHERE name = 'format'").fetchone() == (_FORMAT,):
                return base
            base.close()
        except sqlite3.DatabaseError:
            pass
        for name in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            name.unlink(missing_ok=True)
        base = self._connected()
        base.executescript(_TABLES)
        base.execute("INSERT INTO about VALUES ('format', ?)", (_FORMAT,))
        base.commit()
        return base

    def _connected(self) -> sqlite3.Connection:
        # One build at a time has the folder, so that a thread of `tei serve` may go on where another began.
        base = sqlite3.connect(self._path, check_same_thread=False)
        # A killed process harms nothing; after a power failure the database may be damaged, and is made anew then.
        base.execute("PRAGMA synchronous = OFF")
        return base

    def close(self) -> None:
        """Let the file go."""
        self._base.close()

    def known(self) -> Known:
        """Return what it knows."""
        about = dict(self._base.execute("SELECT name, value FROM about"))
        rows = self._base.execute("SELECT document, digest, print FROM prints")
        self._told = {document: (digest, print_) for document, digest, print_ in rows}
        state = about.get("state", "")
        return Known(
            state,
            about.get("searched", ""),
            tuple(json.loads(about.get("dead", "[]"))),
            dict(self._base.execute("SELECT path, mark FROM pages")),
            Files(self, total_of(state)),
            self._told,
            about.get("planned", ""),
        )

    def file(self, path: str) -> Filed | None:
        """Return a file, None where there is none of this path."""
        row = self._base.execute("SELECT page, digest, size FROM files WHERE path = ?", (path,)).fetchone()
        return Filed(*row) if row is not None else None

    def files_of(self, pages: Iterable[str]) -> dict[str, Filed]:
        """Return the files of pages by their paths."""
        select = "SELECT path, page, digest, size FROM files WHERE page = ?"
        rows = (row for page in pages for row in self._base.execute(select, (page,)))
        return {row[0]: Filed(*row[1:]) for row in rows}

    def all_files(self) -> Iterator[tuple[str, Filed]]:
        """Yield all files with their paths."""
        for row in self._base.execute("SELECT path, page, digest, size FROM files"):
            yield row[0], Filed(*row[1:])

    def findings(self, but: Iterable[str] = ()) -> Iterator[Finding]:
        """Yield what was found when the pages were made, leaving out some pages."""
        skipped = set(but)
        for path, rows in self._base.execute("SELECT path, findings FROM pages WHERE findings <> '' ORDER BY path"):
            if path not in skipped:
                yield from map(_finding, json.loads(rows))

    def places_wanted(self, path: str) -> Iterator[str]:
        """Yield the places in a page, `path#place`, that some page led to once."""
        found = self._base.execute(
            "SELECT target FROM targets WHERE target >= ? AND target < ?", (f"{path}#", f"{path}$")
        )
        yield from (target for (target,) in found)

    def leading_to(self, targets: Iterable[str], but: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
        """Yield each page that leads to one of some targets, with the target, leaving out some pages."""
        numbers = {}
        for target in targets:
            row = self._base.execute("SELECT id FROM targets WHERE target = ?", (target,)).fetchone()
            if row is not None:
                numbers[row[0]] = target
        if not numbers:
            return
        skipped = set(but)
        for path, blob in self._base.execute("SELECT path, links FROM pages ORDER BY path"):
            links = array("I", blob)
            if path not in skipped and not numbers.keys().isdisjoint(links):
                yield from ((path, numbers[number]) for number in links if number in numbers)

    def forget_all(self) -> None:
        """Begin anew; nothing is lost until `commit`."""
        for table in ("pages", "files", "targets", "prints"):
            self._base.execute(f"DELETE FROM {table}")
        self._told = {}

    def forget(self, pages: Iterable[str]) -> None:
        """Forget pages and their files."""
        rows = [(page,) for page in pages]
        self._base.executemany("DELETE FROM pages WHERE path = ?", rows)

    def drop_files(self, paths: Iterable[str]) -> None:
        """Forget files."""
        self._base.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])

    def drop_pages_files(self, page: str) -> None:
        """Forget the files of a page."""
        self._base.execute("DELETE FROM files WHERE page = ?", (page,))

    def put(self, mark: str, made: Made) -> None:
        """Take a page that was made, with the mark that says of what."""
        self._base.execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)",
            (made.path, mark, self._numbers(made.links).tobytes(), _rows(made.findings)),
        )
        self._base.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            [(file.path, made.path, file.digest, file.size) for file in made.files],
        )

    def _numbers(self, targets: Iterable[str]) -> array[int]:
        """Return the numbers of targets; one that is new gets the next."""
        found = array("I")
        for target in targets:
            row = self._base.execute("SELECT id FROM targets WHERE target = ?", (target,)).fetchone()
            if row is None:
                row = (self._base.execute("INSERT INTO targets (target) VALUES (?)", (target,)).lastrowid,)
            found.append(row[0])
        return found

    def commit(self, state: str, searched: str, dead: Iterable[str], prints: Prints, planned: str = "") -> None:
        """Make all that was put, dropped and forgotten last, as what is known of a state of the site."""
        told = self._told
        gone = [(ident,) for ident in told if ident not in prints]
        self._base.executemany("DELETE FROM prints WHERE document = ?", gone)
        fresh = [(ident, *pair) for ident, pair in prints.items() if told.get(ident) != pair]
        self._base.executemany("INSERT OR REPLACE INTO prints VALUES (?, ?, ?)", fresh)
        rows = [("state", state), ("searched", searched), ("dead", json.dumps(sorted(dead))), ("planned", planned)]
        self._base.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", rows)
        self._base.commit()


def _rows(findings: Iterable[Finding]) -> str:
    rows: list[list[Any]] = []
    for one in findings:
        place = one.location
        found = [one.rule, int(one.severity), one.message, place.path, place.line, place.column, one.hint, one.data]
        rows.append(found)
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def _finding(row: list[Any]) -> Finding:
    rule, severity, message, path, line, column, hint, data = row
    pairs = tuple((name, value) for name, value in data)
    return Finding(rule, Severity(severity), message, Location(path, line, column), hint, pairs)
