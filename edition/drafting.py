"""One encoded document is checked and becomes a draft, which waits for its links; what is not valid is put aside.

What ties a document to others is known only after the last capture, so nothing is written among the documents here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from lxml import etree

from edition.aside import REJECTED
from edition.cards import Card, card_of
from edition.entry import Entry
from edition.exchanges import Links
from edition.lock import Lock
from edition.passages import digest
from edition.spool import NOWHERE, Drafts, Span
from tei.encode import serialise
from tei.errors import OutputError, SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import tei
from tei.validate.guard import Guard
from tei.values import value
from tei.xmlfile import parse_bytes

NOT_VALID = Rule(
    "ENC101",
    "encoded-but-not-valid",
    Severity.ERROR,
    "What was encoded is not valid, so it was put into rejected/ with its findings and not among the documents.",
)
RULES = (NOT_VALID,)


class Outcome(StrEnum):
    """What became of a document."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    LINKED = "linked anew"
    KEPT = "kept as edited"
    REJECTED = "rejected"
    FAILED = "not written"


@value()
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
        return Filed(self.outcome, self.path, self.findings, self.entry)

    def is_settled(self) -> bool:
        """Say whether there is nothing to wait for."""
        return self.write is None or self.write.done()


Writer = Callable[[Path, bytes], Future[None]]


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The output folder: its lock, the guard before it, where drafts wait, and how files are written there."""

    folder: Path
    lock: Lock
    guard: Guard
    writer: Writer
    drafts: Drafts

    def place(self, id_: str) -> Path:
        """Return where a document goes."""
        return self.folder / f"{id_}.xml"


@value()
class Draft:
    """A document that waits for its links: `entry` is what it will be, `present` the digest of what is in its place.

    `shown` is the card of what readers will see: of the file, where an editor has changed it. A rejected document waits
    for nothing: it is filed already.
    """

    entry: Entry
    shown: Card | None = None
    present: str = ""
    span: Span = NOWHERE
    findings: tuple[Finding, ...] = ()
    filed: Filed | None = None

    def rests(self, known: Entry | None, links: Links) -> bool:
        """Say whether the file in place is what this draft and these links give."""
        return (
            known is not None
            and self.present != ""
            and self.present == known.written
            and known.settled == self.entry.draft
            and known.links == links.digest()
        )


def make_draft(tree: etree._Element, entry: Entry, findings: Sequence[Finding], cabinet: Cabinet) -> Draft:
    """Check a document and let it wait. `findings` are what is known against it already; `entry.date` is today's.

    Raises OutputError when the disk takes no draft.
    """
    path, known = cabinet.place(entry.id), cabinet.lock.get(entry.id)
    present, there = present_in(path)
    edited = bool(known and known.written and present and known.written != present)
    card = card_of(tree)
    data, date, made = _dated_data(tree, entry.date, known, edited=edited)
    entry = replace(entry, card=card, date=date, draft=made)
    against: list[Finding] = []
    if not (known and known.settled == entry.draft and present):
        against = [*findings, *cabinet.guard.check(tree.getroottree())]
        against = [found if found.location.path else found.in_file(str(path)) for found in against]
        if any(finding.severity is Severity.ERROR for finding in against):
            return Draft(entry, filed=_reject(data, entry, against, cabinet))
    shown = (_card_in(there) if edited else None) or entry.card
    return Draft(entry, shown, present, cabinet.drafts.put(data), tuple(against))


def _dated_data(tree: etree._Element, date: str, known: Entry | None, *, edited: bool) -> tuple[bytes, str, str]:
    """Return a draft, its date and its digest; the date is that of the first encoding while it stays the same.

    So it is also where the draft is there to be compared.
    """
    if known and known.settled:
        data = _dated(tree, known.date)
        made = digest(data)
        if edited or made == known.settled:
            return data, known.date, made
    data = _dated(tree, date)
    return data, date, digest(data)


def _dated(tree: etree._Element, date: str) -> bytes:
    for change in tree.iter(tei("change")):
        change.set("when", date)
    return serialise(tree)


def _card_in(data: bytes) -> Card | None:
    """Return the card of a file as it stands; None where it is no XML."""
    with suppress(SourceError):
        return card_of(parse_bytes(data).getroot())
    return None


def present_in(path: Path) -> tuple[str, bytes]:
    """Return digest and bytes of what stands in a place, nothing where it is a folder or cannot be read."""
    if not os.access(path, os.F_OK):  # so with all that is new, and asked without an exception
        return "", b""
    try:
        data = path.read_bytes()
    except OSError:
        return "", b""
    return digest(data), data


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
    kept = replace(cabinet.lock.get(entry.id) or replace(entry, date="", draft=""), rejected=digest(data))
    return Filed(Outcome.REJECTED, path, (summary, *unique), kept, cabinet.writer(path, data))
