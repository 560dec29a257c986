"""The lock of ids: which captured passage got which id, and what was written for it.

Ids are cited, so an id once given is kept whatever the recogniser learns later. The digest of what was written tells a
file that an editor has changed since, which is never written over.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

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

LOCK_NAME: Final = "tei.lock.json"
VERSION: Final = 1
_SUFFIXES: Final = "bcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document: source and passage, the digest of what was written (empty if never), the date of encoding."""

    id: str
    source: str
    passage: str
    order: int
    written: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that needs an id: the id it would like, the digest of its words, its place in the source from 0."""

    wanted: str
    digest: str
    order: int


class Lock:
    """The ids of one output folder. Mutable while a run gives ids; saved once at its end."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = {entry.id: entry for entry in entries}

    @classmethod
    def load(cls, folder: Path) -> Lock:
        """Read the lock of a folder; an absent one is empty. Raises SourceError when it is damaged."""
        path = folder / LOCK_NAME
        try:
            if not path.exists():
                return cls()
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(_entry(id_, fields) for id_, fields in data["documents"].items())
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            place = Location(str(path), getattr(error, "lineno", 1))
            reason = f"cannot be read: {error.strerror or error}" if isinstance(error, OSError) else "is damaged"
            message = f"the lock of ids {reason}"
            raise SourceError(
                BAD_LOCK.at(place, message, "restore it from version control, or delete it to give new ids")
            ) from None

    def bytes(self) -> bytes:
        """Return the lock as canonical JSON."""
        documents: dict[str, Any] = {}
        for id_, entry in sorted(self._entries.items()):
            fields = asdict(entry)
            del fields["id"]
            documents[id_] = fields
        data = {"version": VERSION, "documents": documents}
        return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

    def save(self, folder: Path) -> None:
        """Write the lock where it changed."""
        path = folder / LOCK_NAME
        data = self.bytes()
        if self._entries and not (path.exists() and path.read_bytes() == data):
            write_atomic(path, data)

    def get(self, id_: str) -> Entry | None:
        """Return the entry of an id."""
        return self._entries.get(id_)

    def put(self, entry: Entry) -> None:
        """Add or replace an entry."""
        self._entries[entry.id] = entry

    def assign(self, source: str, passages: Sequence[Passage], taken: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the passages of one source, in their order.

        A passage keeps the id that its words have. One whose words were corrected keeps the id of its place in the
        source, provided that the source has as many passages as before. Any other gets the id that it wants, with -b,
        -c … where that is another's. `taken` are the ids given in this run already.
        """
        given = set(taken)
        ids: dict[int, str] = {}
        known = [entry for entry in self._entries.values() if entry.source == source and entry.id not in given]
        for passage in passages:
            found = next((e.id for e in known if e.passage == passage.digest and e.id not in given), None)
            if found:
                ids[passage.order] = found
                given.add(found)
        if len(known) == len(passages):
            orders = {entry.order: entry.id for entry in known if entry.id not in given}
            for passage in passages:
                if passage.order not in ids and passage.order in orders:
                    ids[passage.order] = orders[passage.order]
                    given.add(orders[passage.order])
        for passage in passages:
            if passage.order not in ids:
                ids[passage.order] = self._free(passage.wanted, given)
                given.add(ids[passage.order])
        return tuple(ids[passage.order] for passage in passages)

    def _free(self, wanted: str, given: set[str]) -> str:
        if wanted not in self._entries and wanted not in given:
            return wanted
        number = 0
        while True:
            suffix = _SUFFIXES[number] if number < len(_SUFFIXES) else str(number + 2)
            candidate = f"{wanted}-{suffix}"
            if candidate not in self._entries and candidate not in given:
                return candidate
            number += 1


def _entry(id_: str, fields: Any) -> Entry:
    """Return the entry of an id; raises ValueError for an id that is no plain name, since ids become names of files."""
    if not re.fullmatch(r"[^\W\d][\w.-]*", id_):
        raise ValueError(id_)
    return Entry(id=id_, **fields)


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def passage_digest(text: str) -> str:
    """Return the digest of a passage's words, so that a change of white space alone changes nothing."""
    return digest(" ".join(text.split()).encode())
