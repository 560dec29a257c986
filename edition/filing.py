"""One encoded document is checked and filed: among the documents, or in rejected/ with its findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from lxml import etree

from edition.lock import Entry, Lock, digest
from tei.encode import serialise
from tei.errors import OutputError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import tei
from tei.validate.guard import Guard
from tei.xmlfile import parse_bytes

NOT_VALID = Rule(
    "ENC101",
    "encoded-but-not-valid",
    Severity.ERROR,
    "What was encoded is not valid, so it was put into rejected/ with its findings and not among the documents.",
)
EDITED = Rule(
    "ENC201",
    "edited-by-hand",
    Severity.WARNING,
    "The file has been changed since it was written. It belongs to its editor now and is never written over.",
)
PLACE_TAKEN = Rule(
    "ENC202",
    "place-taken",
    Severity.ERROR,
    "A file of that name stands there which this program did not write. It is never written over.",
)
RULES = (NOT_VALID, EDITED, PLACE_TAKEN)

REJECTED: Final = "rejected"


class Outcome(StrEnum):
    """What became of a document."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept as edited"
    REJECTED = "rejected"
    FAILED = "not written"


@dataclass(frozen=True, slots=True)
class Filed:
    """A document's outcome, where it is, and what there is to say of it. `write` is under way where it is not None."""

    outcome: Outcome
    path: Path
    findings: tuple[Finding, ...] = ()
    entry: Entry | None = None
    write: Future[None] | None = None

    def settled(self) -> Filed:
        """Wait for the write; a failed one becomes a finding and leaves the lock as it was."""
        if self.write is None:
            return self
        try:
            self.write.result()
        except OutputError as error:
            return replace(
                self, outcome=Outcome.FAILED, findings=(*self.findings, *error.findings), entry=None, write=None
            )
        return replace(self, write=None)


Writer = Callable[[Path, bytes], Future[None]]


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The output folder: its lock, the guard before it, and how files are written there."""

    folder: Path
    lock: Lock
    guard: Guard
    writer: Writer


def file_document(tree: etree._Element, entry: Entry, findings: Sequence[Finding], cabinet: Cabinet) -> Filed:
    """Check a document and file it. `findings` are what is known against it already; `entry.date` is today's."""
    path = cabinet.folder / f"{entry.id}.xml"
    known = cabinet.lock.get(entry.id)
    if known and known.written:
        earlier = _dated(tree, known.date)
        if digest(earlier) == known.written and path.is_file():
            return _as_before(path, known, entry)
    data = _dated(tree, entry.date)
    against = [*findings, *cabinet.guard.check(tree.getroottree())]
    against = [found if found.location.path else found.in_file(str(path)) for found in against]
    if any(finding.severity is Severity.ERROR for finding in against):
        return _reject(data, entry, against, cabinet)
    place = _taken(path, tree, entry, known)
    if place is not None:
        return replace(place, findings=(*place.findings, *against))
    written = replace(entry, written=digest(data))
    return Filed(Outcome.WRITTEN, path, tuple(against), written, cabinet.writer(path, data))


def _dated(tree: etree._Element, date: str) -> bytes:
    for change in tree.iter(tei("change")):
        change.set("when", date)
    return serialise(tree)


def _as_before(path: Path, known: Entry, entry: Entry) -> Filed:
    """Leave a file whose source still gives what was written, whether or not an editor has changed it since."""
    unchanged = _present(path) == known.written
    now = replace(known, source=entry.source, passage=entry.passage, order=entry.order)
    return Filed(Outcome.UNCHANGED if unchanged else Outcome.KEPT, path, () if unchanged else (_edited(path),), now)


def _edited(path: Path) -> Finding:
    message = "changed by hand since it was encoded; left as it is"
    return EDITED.at(Location(str(path)), message, "to encode it anew, move the file away first")


def _present(path: Path) -> str:
    """Return the digest of what stands in a place, nothing where it is a folder or cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _taken(path: Path, tree: etree._Element, entry: Entry, known: Entry | None) -> Filed | None:
    """Return what to say when the place holds something that must not be written over, None when it is free.

    A file that the lock does not know is ours when it is this document, be it with the date of another day: a run that
    was killed before it saved the lock has left it.
    """
    if not path.exists():
        return None
    present = _present(path)
    if present and known and present == known.written:
        return None
    date = _date_in(path) if present else ""
    if date and present == digest(_dated(tree, date)):
        return Filed(Outcome.UNCHANGED, path, (), replace(entry, written=present, date=date))
    if present and known and known.written:
        return Filed(Outcome.KEPT, path, (_edited(path),), known)
    finding = PLACE_TAKEN.at(
        Location(str(path)), "something that was not written by tei encode stands here", "move it away"
    )
    return Filed(Outcome.FAILED, path, (finding,))


def _date_in(path: Path) -> str:
    """Return the date at which a file says that it was encoded."""
    found = re.search(rb'<change when="([\d-]+)"', path.read_bytes())
    return found[1].decode() if found else ""


def _reject(data: bytes, entry: Entry, findings: Sequence[Finding], cabinet: Cabinet) -> Filed:
    """Put the document and its findings aside; lines are those of the file as it stands in rejected/."""
    path = cabinet.folder / REJECTED / f"{entry.id}.xml"
    tree = parse_bytes(data, str(path))
    again = cabinet.guard.check(tree, str(path))
    placed = [found.in_file(str(path)) if not found.location.path else found for found in (*findings, *again)]
    unique = tuple(sorted({(f.rule, f.message): f for f in placed}.values()))
    lines = "".join(f"{f.location}: {f.severity.label}: {f.rule} {f.message}\n  {f.hint}\n" for f in unique)
    summary = NOT_VALID.at(
        Location(str(path)), "not valid, put aside", f"read {path.with_suffix('.txt').name} beside it"
    )
    cabinet.writer(path.with_suffix(".txt"), lines.encode())
    kept = cabinet.lock.get(entry.id) or replace(entry, date="")
    return Filed(Outcome.REJECTED, path, (summary, *unique), kept, cabinet.writer(path, data))
