"""Load a corpus: gather its files, read what is not known from the last time, put it together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from pickle import UnpicklingError

from edition.corpus.assembling import Found, assemble
from edition.corpus.gathering import files_of
from edition.corpus.model import Archive, Corpus, Entry
from edition.corpus.reading import read_files
from edition.corpus.records import Head, Record, entry_from, finding_from, unpacked
from edition.corpus.store import Store, stamp_of
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
    lists = files_of(authority)
    documents = tuple(path for path in files_of(paths) if path not in set(lists))
    remembered = Store.load(store)
    with without_collection():
        try:
            return _Loading(remembered, jobs).corpus(lists, documents)
        except _DAMAGED:
            if not remembered.kept:
                raise
        return _Loading(Store(store), jobs).corpus(lists, documents)


_Known = tuple[Path, bytes, Record]
"""A file, the mark of its record in the store, and its record."""


class _Loading:
    """One run: what it takes from the store and what it reads."""

    def __init__(self, store: Store, jobs: int) -> None:
        self._store, self._jobs = store, jobs
        self._findings: list[Finding] = []
        self._entries: dict[str, Entry | Archive] = {}

    def corpus(self, lists: Sequence[Path], documents: Sequence[Path]) -> tuple[Corpus, tuple[Finding, ...]]:
        """Return the corpus of documents, lists going before what documents say of their entries."""
        given = self._records(lists, b"", builtin)
        own = sorted(entry.mark for entry in self._entries_of(given) if isinstance(entry, Archive))
        settings = blake2b("\n".join(own).encode(), digest_size=8).digest() if own else b""
        found = self._records(documents, settings, lambda: _register(lists))
        corpus, more = assemble(
            [Found(path, mark, tuple([Head(*head) for head in record.heads])) for path, mark, record in found],
            self._entries_of(given),
            self._entries_of(found),
            self._store,
        )
        self._store.save(self._entries)
        return corpus, tuple(sorted((*self._findings, *more)))

    def _records(self, paths: Sequence[Path], settings: bytes, register: Callable[[], Repositories]) -> list[_Known]:
        """Return the record of each file that there is one of, in order; what is not known is read."""
        stamps = [stamp_of(path) for path in paths]
        marks = [self._store.find(str(path), stamp, settings) for path, stamp in zip(paths, stamps, strict=True)]
        if unknown := {path: at for at, path in enumerate(paths) if marks[at] is None}:
            for fresh in read_files(unknown, register(), self._jobs):
                if fresh.digest:
                    at = unknown[fresh.path]
                    marks[at] = self._store.put(str(fresh.path), stamps[at], settings, fresh)
                self._findings += fresh.findings
        records = [
            (path, mark, unpacked(self._store.records[mark]))
            for path, mark in zip(paths, marks, strict=True)
            if mark is not None
        ]
        for path, _, record in records:
            self._findings += [finding_from(row, str(path)) for row in record.findings]
        return records

    def _entries_of(self, records: Sequence[_Known]) -> list[Entry | Archive]:
        """Return the entries of files, each once, in the order of the files."""
        marks = dict.fromkeys([mark for _, _, record in records for mark in record.entries])
        return [self._entry(mark) for mark in marks]

    def _entry(self, mark: str) -> Entry | Archive:
        if mark not in self._entries:
            self._entries[mark] = entry_from(self._store.entries[mark])
        return self._entries[mark]


def _register(lists: Sequence[Path]) -> Repositories:
    """Return the register of archives with those that the lists of the edition define."""
    found = []
    for path in lists:
        try:
            root = parse_file(path).getroot()
        except SourceError:
            continue  # said when the list was read
        elements = (element for kind, element in listed(root) if kind is Kind.REPOSITORY)
        found += [read_entry(Kind.REPOSITORY, element, str(path)) for element in elements]
    return repositories_of(Authority(entry for entry in found if entry is not None))
