"""From what the files say to a corpus: ids without doubles, pointers settled, documents in order of time."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from edition.corpus.building import Building, Targets
from edition.corpus.crossing import answers_of, exchanges_of, referred_of, uses_of
from edition.corpus.model import Archive, Corpus, Document, Entry, Kind
from edition.corpus.pointers import safe
from edition.corpus.records import Head
from edition.corpus.register import Archives, Keys, merged, unlisted
from edition.corpus.shelves import face_of, lots, read, written
from edition.corpus.store import Store
from edition.corpus.ties import Place
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


class Found(NamedTuple):
    """What was read of a file, under the name that it was given by; its bodies are in the store under `mark`."""

    name: str
    mark: bytes
    parts: tuple[Head, ...]


Named = tuple[str, str, Head, bytes, int]
"""Id, file, head of a document, and which of the bodies of a mark is its own."""


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
        (id_, found.name, found.parts[number], found.mark, number)
        for id_, (found, number) in zip(ids, every, strict=True)
    ]
    made, faces = _documents(named, Keys(entries), archives, store, entries)
    made.sort(key=lambda one: (not (since := one.date.earliest), since, one.id))
    entries |= unlisted(made, entries)
    corpus = _crossed(made, entries, archives)
    return replace(corpus, face=_face(corpus, faces)) if faces else corpus, findings


def _documents(
    named: Sequence[Named], keys: Keys, archives: Archives, store: Store, listed: Collection[Place]
) -> tuple[list[Document], list[bytes]]:
    """Return the documents in the order given, and the faces of their lots where there is a store.

    Lots in which nothing has changed are as they were, others are built.
    """
    calls = "\n".join([f"{id_}\t{name}\t{head.id}\t{head.names}" for id_, name, head, _, _ in named])
    context = sha256("\n".join((keys.context, archives.context, calls)).encode("utf-8", "surrogatepass")).digest()
    building = Building(keys, archives, _Addresses(named).within)
    made: list[Document] = []
    faces: list[bytes] = []
    marks = [mark + f"{number} {id_} {name}".encode("utf-8", "surrogatepass") for id_, name, _, mark, number in named]
    for part, lot in lots(marks, context):
        data = store.lot(lot)
        if data is None:
            built = _built(named[part], building, store)
            made += built
            if store.path is not None:
                data = written(built, listed)
                store.put_lot(lot, data)
        else:
            made += read(data, [name for _, name, _, _, _ in named[part]])
        faces += [face_of(data)] if data is not None else []
    return made, faces


def _built(named: Sequence[Named], building: Building, store: Store) -> list[Document]:
    bodies = store.bodies({mark for _, _, _, mark, _ in named})
    return [
        building.document(id_, Path(name), head.digest, bodies[mark][number]) for id_, name, head, mark, number in named
    ]


def _face(corpus: Corpus, faces: Iterable[bytes]) -> str:
    """Return the face of a corpus: how documents hang together follows from the faces of all lots."""
    entries = [f"{kind.value} {key} {entry.mark or repr(entry)}" for (kind, key), entry in corpus.entries.items()]
    archives = [f"{key} {archive.mark or repr(archive)}" for key, archive in corpus.archives.items()]
    whole = sha256(b"".join(faces))
    whole.update("\n".join((*entries, "", *archives)).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


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
    owners: dict[str, str] = {}
    for found, head in every:
        if head.id:
            owners.setdefault(head.id, found.name)
    for found, head in every:
        owners.setdefault(head.id or _by_file(found, head), found.name)
    taken: set[str] = set()
    ids: list[str] = []
    findings: list[Finding] = []
    for found, head in every:
        wanted = head.id or _by_file(found, head)
        free = wanted not in taken and (bool(head.id) or owners[wanted] == found.name)
        id_ = wanted if free else _other(found, head, taken, owners)
        if head.id and not free:
            message = f'the id "{head.id}" is that of {owners[head.id]} too; this document is shown as "{id_}"'
            findings.append(DOUBLED.at(Location(found.name, 1), message, "rename one of the two"))
        taken.add(id_)
        ids.append(id_)
    return ids, tuple(findings)


def _by_file(found: Found, head: Head) -> str:
    """Return the id that the name of a file makes, with a number where the file holds several documents."""
    stem = safe(stem_of(found.name)) or "document"
    return f"{stem}-{head.part}" if len(found.parts) > 1 else stem


def _other(found: Found, head: Head, taken: set[str], owners: Mapping[str, str]) -> str:
    """Return the first id that no document has or will have: the file's name, else the own id with a number."""
    wanted = _by_file(found, head)
    if wanted not in taken and wanted not in owners:
        return wanted
    number = 2
    while (made := f"{head.id or wanted}-{number}") in taken or made in owners:
        number += 1
    return made


def stem_of(name: str) -> str:
    """Return what `PurePath.stem` is of the name of a file, without a path being made of it."""
    last = name.rpartition(os.sep)[2]
    dot = last.rfind(".")
    return last[:dot] if 0 < dot < len(last) - 1 else last


class _Addresses:
    """Every way in which files write where a document is, to its id; found out when the first pointer is settled."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._named = named
        self._folders: dict[str, Targets] = {}

    @cached_property
    def _ids(self) -> dict[str, str]:
        """Ids by what documents call themselves, and by what else they go by."""
        found: dict[str, str] = {}
        for id_, _, head, _, _ in self._named:
            found.setdefault(head.id or id_, id_)
            for name in head.names:
                found.setdefault(name, id_)
        return found

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Ids by the names of files without folder and ending."""
        found: dict[str, str] = {}
        for id_, name, _, _, _ in self._named:
            found.setdefault(stem_of(name), id_)
        return found

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Ids by path, of a file with several documents the first."""
        found: dict[str, str] = {}
        for id_, name, _, _, _ in self._named:
            found.setdefault(name, id_)
            if ".." in name:
                found.setdefault(os.path.normpath(name), id_)
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
