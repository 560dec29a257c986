"""A table taken in: read once for its names and its faults, and again for its documents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

from edition.aside import IMPORTED, LISTS
from edition.intake.request import BROKEN, DOUBLE, LISTED, Order, Placed
from edition.intake.table.documents import Source, complete, document_of
from edition.intake.table.letter import TELLING_FIELDS, Desk, Letter, letter_of, meet
from edition.intake.table.mapping import Plan
from edition.intake.table.opening import Table
from edition.intake.table.paragraphs import clean
from edition.intake.table.people import People
from edition.intake.table.planning import MAPPING, choose
from edition.intake.table.recognising import recognised
from edition.intake.table.rows import Cells, Row
from edition.intake.table.rules import ALIKE, RAGGED, REPLACED
from edition.intake.table.telling import Telling
from edition.intake.table.textfiles import TextFiles
from edition.settings import job_of
from edition.site.plan import File
from tei.encode import document_id, serialise
from tei.findings import Finding, Location, Severity
from tei.model import Telegram
from tei.slugs import slug

_SUFFIXES: Final = "bcdefghijklmnopqrstuvwxyz"
_SHOWN: Final = 20
_UNSAFE: Final = re.compile(r"[^\w.-]+", re.ASCII)


def take_table(order: Order) -> Iterator[File | Finding]:
    """Yield what a table gives; raises SourceError where it cannot be read or its mapping is wrong."""
    chosen = choose(order)
    yield from chosen.findings
    yield File(MAPPING, chosen.text)
    if chosen.plan is not None:
        yield from _Taking(order, chosen.table, chosen.plan).take()


class _Taking:
    """One table while it is taken in."""

    def __init__(self, order: Order, table: Table, plan: Plan) -> None:
        self._order, self._table, self._plan = order, table, plan
        lists = (*order.config.authority, *_lists_of_imports(order))
        job, findings = job_of(replace(order.config, authority=lists), date="")
        self._findings = [finding for finding in findings if finding.severity is Severity.ERROR]
        self._settings = job.settings
        self._telling = Telling(order.path)
        people = People(job.settings.authority, order.prefix)
        self._desk = Desk(plan, people, job.settings.repositories, self._telling, order.lang)
        self._source = Source(order.path.name, _sha256(order.path), job.edition, job.settings.authority)
        self._texts = TextFiles(order.path.parent)
        self._given: set[str] = set()
        self._seen: set[bytes] = set()

    def take(self) -> Iterator[File | Finding]:
        """Yield lists, documents, findings."""
        yield from self._findings
        for row in self._table.rows.rows():
            if self._is_document(row):
                meet(row, self._desk)
        people = self._desk.people
        for name, others in islice(people.alike(), _SHOWN):
            hint = "where that is one person, write the name in one way"
            self._telling.table(ALIKE, f"“{name}” may be {' or '.join(f'“{one}”' for one in others[:4])}", hint)
        self._source = replace(self._source, authority=people.authority())
        yield from people.files()
        for row in self._table.rows.rows():
            yield from self._row(row)
            yield from self._telling.said()
        yield from self._telling.rest()

    def _is_document(self, row: Row) -> bool:
        return any(self._plan.one(name, row) for name in TELLING_FIELDS) and not (isinstance(row, Cells) and row.extra)

    def _row(self, row: Row) -> Iterator[File | Finding]:
        place = Location(str(self._order.path), row.line)
        if isinstance(row, Cells) and row.extra:
            message = f"row {row.number} has {len(row.cells)} cells, and the table {len(row.cells) - row.extra} columns"
            hint = "put a cell that holds the delimiter between quotation marks"
            yield BROKEN.at(place, f"{message}: it was not taken", hint)
            return
        if not self._is_document(row):
            yield LISTED.at(place, f"row {row.number} says neither who wrote nor when nor what")
            return
        if self._is_double(row):
            yield DOUBLE.at(place, f"row {row.number} says the same as a row before it; it was taken once")
            return
        if isinstance(row, Cells) and row.missing:
            self._telling.row(RAGGED, row, "", f"{row.missing} of {len(row.cells) + row.missing} cells are missing")
        yield from self._document(row, place)

    def _is_double(self, row: Row) -> bool:
        """Say whether a row was there before, word for word."""
        whole = row.cells if isinstance(row, Cells) else getattr(row, "value", None)
        mark = hashlib.blake2b(repr(whole).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        known = mark in self._seen
        self._seen.add(mark)
        return known

    def _document(self, row: Row, place: Location) -> Iterator[File | Finding]:
        text, wrong = self._text(row)
        if wrong:
            yield BROKEN.at(place, f"row {row.number}: {wrong[0]}; it was not taken", wrong[1])
            return
        text, replaced = clean(text)
        if replaced:
            self._telling.row(REPLACED, row, "text", f"{replaced} characters that XML cannot hold became �")
        letter = letter_of(row, self._desk, text)
        ident = self._ident(row, document_id(_bare(letter.telegram, self._order.prefix)))
        root = self._recognised(letter, row, ident) if self._plan.recognise and text.strip() else None
        if root is None:
            root = document_of(letter, row, self._plan, self._source, ident=ident)
        yield Placed(f"tei/{ident}.xml", serialise(root), str(self._order.path), row.line)

    def _recognised(self, letter: Letter, row: Row, ident: str) -> etree._Element | None:
        """Return the document as the recogniser reads the text, with what the table says besides."""
        settings = replace(self._settings, authority=self._source.authority)
        root, findings = recognised(letter, row, self._source, settings, ident=ident)
        for finding in findings:
            self._telling.found(finding, row)
        if root is not None:
            complete(root, letter, row, self._plan)
        return root

    def _text(self, row: Row) -> tuple[str, tuple[str, str] | None]:
        """Return the text of a row, and what is wrong with the file that it names, and the mend."""
        text = "\n\n".join(self._plan.all("text", row))
        if text.strip() or not (name := self._plan.one("text_file", row).strip()):
            return text, None
        return self._texts.read(name)

    def _ident(self, row: Row, made: str) -> str:
        """Return the id of a document: the one that the table gives, else one of date, sender and recipient."""
        own = " ".join(self._plan.one("id", row).split())
        if own.startswith(("http://", "https://")):
            own = own.rstrip("/").rpartition("/")[2]
        if own:
            plain = _UNSAFE.sub("-", own if own.isascii() else slug(own)).strip("-.")
            name = slug(self._order.name or self._order.path.stem)
            wanted = f"{self._order.prefix}{plain}"
            if not (wanted[:1].isalpha() or wanted[:1] == "_"):
                wanted = f"{name if name[0].isalpha() else f't{name}'}-{wanted}"
            self._given.add(wanted)
            return wanted
        wanted = f"{self._order.prefix}{made}"
        ident, number = wanted, 0
        while ident in self._given or ident in self._order.taken:
            suffix = _SUFFIXES[number] if number < len(_SUFFIXES) else str(number + 2)
            ident, number = f"{wanted}-{suffix}", number + 1
        self._given.add(ident)
        return ident


def _lists_of_imports(order: Order) -> Iterator[Path]:
    """Yield the lists of the edition's other imports: who wrote there may write here."""
    folder = order.config.imports
    if order.config.path is None or not folder.is_dir():
        return
    for one in sorted(folder.iterdir()):
        if one.name != order.name and (one / IMPORTED).is_file() and (one / LISTS).is_dir():
            yield one / LISTS


def _bare(telegram: Telegram, prefix: str) -> Telegram:
    """Return a telegram whose parties have ids without the prefix, which the id of the document has once."""
    if not prefix:
        return telegram
    envelope = telegram.envelopes[0]
    actions = tuple(
        replace(action, names=tuple(replace(name, ref=name.ref.removeprefix(prefix)) for name in action.names))
        for action in envelope.actions
    )
    return replace(telegram, envelopes=(replace(envelope, actions=actions),))


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
