"""Load a corpus: gather its files, read what is not known from the last time, put it together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from pickle import UnpicklingError
from typing import Final

from edition.corpus.assembling import Found, assemble
from edition.corpus.gathering import Stamp, stamped_files
from edition.corpus.model import Archive, Corpus, Entry
from edition.corpus.reading import read_files
from edition.corpus.records import Head, Record, all_packed, all_unpacked, entry_from, finding_from
from edition.corpus.store import Store
from edition.register import repositories_of
from tei.archives import Repositories, builtin
from tei.authority import Authority, Kind
from tei.authority.reading import listed, read_entry
from tei.collecting import without_collection
from tei.errors import SourceError
from tei.findings import Finding
from tei.xmlfile import parse_file

_DAMAGED = (UnpicklingError, EOFError, ValueError, TypeError, IndexError, KeyError, AttributeError)
"""What a record raises that no run of this program has written."""


def load_corpus(
    paths: Iterable[Path], *, authority: Iterable[Path] = (), store: Path | None = None, jobs: int = 1
) -> tuple[Corpus, tuple[Finding, ...]]:
    """Read TEI files, and the XML files of folders, into a corpus; what cannot be read is a finding.

    `authority` are files or folders of lists, whose entries go before the excerpts that documents carry. `store` is a
    file that remembers what was read, so that only what has changed is read again; `jobs` how many processes read.
    The result does not depend on the order of the paths, on the store or on the jobs.
    """
    lists = stamped_files(authority)
    documents = {name: stamp for name, stamp in stamped_files(paths).items() if name not in lists}
    remembered = Store.load(store)
    with without_collection():
        try:
            return _Loading(remembered, jobs).corpus(lists, documents)
        except _DAMAGED:
            if not remembered.kept:
                raise
        return _Loading(Store(store), jobs).corpus(lists, documents)


_Known = tuple[str, bytes, Record]
"""A file, the mark of its record in the store, and its record."""

_RECORDS: Final = 250
"""Records that the store has in one piece beside each alone."""


class _Loading:
    """One run: what it takes from the store and what it reads."""

    def __init__(self, store: Store, jobs: int) -> None:
        self._store, self._jobs = store, jobs
        self._findings: list[Finding] = []
        self._entries: dict[str, Entry | Archive] = {}

    def corpus(
        self, lists: Mapping[str, Stamp | None], documents: Mapping[str, Stamp | None]
    ) -> tuple[Corpus, tuple[Finding, ...]]:
        """Return the corpus of documents, lists going before what documents say of their entries."""
        given = self._records(lists, b"", builtin)
        own = sorted(entry.mark for entry in self._entries_of(given) if isinstance(entry, Archive))
        settings = blake2b("\n".join(own).encode(), digest_size=8).digest() if own else b""
        found = self._records(documents, settings, lambda: _register(lists))
        corpus, more = assemble(
            [Found(name, mark, tuple(map(Head._make, record.heads))) for name, mark, record in found],
            self._entries_of(given),
            self._entries_of(found),
            self._store,
        )
        self._store.save(self._entries)
        return corpus, tuple(sorted((*self._findings, *more)))

    def _records(
        self, files: Mapping[str, Stamp | None], settings: bytes, register: Callable[[], Repositories]
    ) -> list[_Known]:
        """Return the record of each file that there is one of, in order; what is not known is read."""
        marks = {name: self._store.find(name, stamp, settings) for name, stamp in files.items()}
        if unknown := {Path(name): name for name, mark in marks.items() if mark is None}:
            for fresh in read_files(unknown, register(), self._jobs):
                if fresh.digest:
                    name = unknown[fresh.path]
                    marks[name] = self._store.put(name, files[name], settings, fresh)
                self._findings += fresh.findings
        named = [(name, mark) for name, mark in marks.items() if mark is not None]
        records: list[_Known] = []
        for start in range(0, len(named), _RECORDS):
            some = named[start : start + _RECORDS]
            known = self._in_one_piece([mark for _, mark in some])
            records += [(name, mark, record) for (name, mark), record in zip(some, known, strict=True)]
        for name, _, record in records:
            self._findings += [finding_from(row, name) for row in record.findings]
        return records

    def _in_one_piece(self, marks: Sequence[bytes]) -> Sequence[Record]:
        """Return the records of some files: as they stood beside each other the last time, else each for itself."""
        piece = blake2b(b"records\n" + b"\n".join(marks), digest_size=16).digest()
        data = self._store.lot(piece)
        if data is not None:
            return all_unpacked(data)
        known = self._store.record(set(marks))
        records = [known[mark] for mark in marks]
        if self._store.path is not None:
            self._store.put_lot(piece, all_packed(records))
        return records

    def _entries_of(self, records: Sequence[_Known]) -> list[Entry | Archive]:
        """Return the entries of files, each once, in the order of the files."""
        marks = dict.fromkeys(chain.from_iterable([record.entries for _, _, record in records]))
        return [self._entry(mark) for mark in marks]

    def _entry(self, mark: str) -> Entry | Archive:
        if mark not in self._entries:
            self._entries[mark] = entry_from(self._store.entries[mark])
        return self._entries[mark]


def _register(lists: Iterable[str]) -> Repositories:
    """Return the register of archives with those that the lists of the edition define."""
    found = []
    for path in map(Path, lists):
        try:
            root = parse_file(path).getroot()
        except SourceError:
            continue  # said when the list was read
        elements = (element for kind, element in listed(root) if kind is Kind.REPOSITORY)
        found += [read_entry(Kind.REPOSITORY, element, str(path)) for element in elements]
    return repositories_of(Authority(entry for entry in found if entry is not None))
