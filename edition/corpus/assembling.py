"""From what the files say to a corpus: ids without doubles, pointers settled, documents in order of time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from urllib.parse import unquote

from edition.corpus.building import Building, Targets
from edition.corpus.crossing import answers_of, exchanges_of, referred_of, uses_of
from edition.corpus.model import Archive, Corpus, Document, Entry, Kind
from edition.corpus.pointers import safe
from edition.corpus.records import Head
from edition.corpus.register import Archives, Keys, merged, unlisted
from edition.corpus.shelves import lots, read, written
from edition.corpus.store import Store
from edition.corpus.translations import translations_of
from tei.findings import Finding, Location, Rule, Severity

DOUBLED = Rule(
    "COR103",
    "id-taken",
    Severity.WARNING,
    "Two documents of the edition call themselves by the same id, so that a link could mean either. The first by path "
    "keeps it; the other is shown under the name of its file, or under the id with a number, until one is renamed.",
    bad='a.xml: <TEI xml:id="t1">…</TEI>\nb.xml: <TEI xml:id="t1">…</TEI>',
    good='a.xml: <TEI xml:id="t1">…</TEI>\nb.xml: <TEI xml:id="t2">…</TEI>',
)
RULES = (DOUBLED,)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of a file, under the path that it was given by; its bodies are in the store under `mark`."""

    path: Path
    mark: bytes
    parts: tuple[Head, ...]


Named = tuple[str, Path, Head, bytes, int]
"""Id, path, head of a document, and which of the bodies of a mark is its own."""


def assemble(
    files: Sequence[Found], given: Iterable[Entry | Archive], listed: Iterable[Entry | Archive], store: Store
) -> tuple[Corpus, tuple[Finding, ...]]:
    """Return the corpus of files in order of path; entries of the lists that were `given` go before any other."""
    everything = (*given, *listed)
    entries = merged(one for one in everything if isinstance(one, Entry))
    kept = (row for found in files for head in found.parts for row in head.kept)
    archives = Archives((one for one in everything if isinstance(one, Archive)), kept)
    ids, findings = _identified(files)
    every = [(found, number) for found in files for number in range(len(found.parts))]
    named = [
        (id_, found.path, found.parts[number], found.mark, number)
        for id_, (found, number) in zip(ids, every, strict=True)
    ]
    made = _documents(named, Keys(entries), archives, store)
    made.sort(key=attrgetter("order"))
    entries |= unlisted(made, entries)
    return _crossed(made, entries, archives), findings


def _documents(named: Sequence[Named], keys: Keys, archives: Archives, store: Store) -> list[Document]:
    """Return the documents in the order given: lots in which nothing has changed as they were, others built."""
    calls = "\n".join(f"{id_}\t{path}\t{head.id}\t{head.names}" for id_, path, head, _, _ in named)
    context = sha256("\n".join((keys.context, archives.context, calls)).encode("utf-8", "surrogatepass")).digest()
    paths = {str(path): path for _, path, _, _, _ in named}
    building = Building(keys, archives, _Addresses(named).within)
    made: list[Document] = []
    marks = [mark + f"{number} {id_} {path}".encode("utf-8", "surrogatepass") for id_, path, _, mark, number in named]
    for part, name in lots(marks, context):
        data = store.lot(name)
        if data is None:
            bodies = store.bodies({mark for _, _, _, mark, _ in named[part]})
            lot = [
                building.document(id_, path, head.digest, bodies[mark][number])
                for id_, path, head, mark, number in named[part]
            ]
            if store.path is not None:
                store.put_lot(name, written(lot))
            made += lot
        else:
            made += read(data, paths)
    return made


def _crossed(documents: list[Document], entries: Mapping[tuple[Kind, str], Entry], archives: Archives) -> Corpus:
    letters = tuple(document for document in documents if document.kind != "context")
    answers = answers_of(letters)
    exchanges, neighbours = exchanges_of(letters, answers)
    return Corpus(
        documents=letters,
        context=tuple(document for document in documents if document.kind == "context"),
        entries={place: entries[place] for place in sorted(entries)},
        archives=archives.all(),
        exchanges=exchanges,
        uses=uses_of(documents),
        answers=answers,
        neighbours=neighbours,
        translations=translations_of(letters),
        by_id={document.id: document for document in documents},
        referred=referred_of(documents),
    )


def _identified(files: Sequence[Found]) -> tuple[list[str], tuple[Finding, ...]]:
    """Give each document its id: its own, else one made of the file's name; a double gets another and a finding."""
    every = [(found, head) for found in files for head in found.parts]
    owners: dict[str, Path] = {}
    for found, head in every:
        if head.id:
            owners.setdefault(head.id, found.path)
    for found, head in every:
        owners.setdefault(head.id or _by_file(found, head), found.path)
    taken: set[str] = set()
    ids: list[str] = []
    findings: list[Finding] = []
    for found, head in every:
        wanted = head.id or _by_file(found, head)
        free = wanted not in taken and (bool(head.id) or owners[wanted] == found.path)
        id_ = wanted if free else _other(found, head, taken, owners)
        if head.id and not free:
            message = f'the id "{head.id}" is that of {owners[head.id]} too; this document is shown as "{id_}"'
            findings.append(DOUBLED.at(Location(str(found.path), 1), message, "rename one of the two"))
        taken.add(id_)
        ids.append(id_)
    return ids, tuple(findings)


def _by_file(found: Found, head: Head) -> str:
    """Return the id that the name of a file makes, with a number where the file holds several documents."""
    stem = safe(found.path.stem) or "document"
    return f"{stem}-{head.part}" if len(found.parts) > 1 else stem


def _other(found: Found, head: Head, taken: set[str], owners: Mapping[str, Path]) -> str:
    """Return the first id that no document has or will have: the file's name, else the own id with a number."""
    wanted = _by_file(found, head)
    if wanted not in taken and wanted not in owners:
        return wanted
    number = 2
    while (made := f"{head.id or wanted}-{number}") in taken or made in owners:
        number += 1
    return made


class _Addresses:
    """Every way in which files write where a document is, to its id."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._ids: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._named = named
        self._folders: dict[str, Targets] = {}
        for id_, path, head, _, _ in named:
            self._ids.setdefault(head.id or id_, id_)
            self._stems.setdefault(path.stem, id_)
            for name in head.names:
                self._ids.setdefault(name, id_)

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Ids by path, of a file with several documents the first."""
        found: dict[str, str] = {}
        for id_, path, _, _, _ in self._named:
            found.setdefault(str(path), id_)
            if ".." in path.parts:
                found.setdefault(os.path.normpath(path), id_)
        return found

    def within(self, folder: str) -> Targets:
        """Return what the pointers in files of a folder lead to."""
        if folder not in self._folders:
            self._folders[folder] = Targets(self.find, folder)
        return self._folders[folder]

    def find(self, target: str, folder: str) -> str:
        """Return the id of the document that a pointer in a file of `folder` leads to, empty where there is none."""
        place, _, fragment = target.partition("#")
        for known in (target, fragment, place):
            if known and (found := self._ids.get(known)):
                return found
        if not place:
            return ""
        file = unquote(place)
        stem = file.rstrip("/").rpartition("/")[2].removesuffix(".xml")
        near = self._paths.get(f"{folder}{file}", "")
        if not near and "/" in file and "://" not in file:
            near = self._paths.get(os.path.normpath(Path(folder, file)), "")
        return near or self._stems.get(stem, "") or self._ids.get(stem, "")
