"""The data set of `tei export dataset` read back: documents, envelopes, lists and texts, as far as tables hold them.

`package` is the description with its tables, `values` their rows as an edition has them; `entries` and `references`
make the lists, `header`, `body`, `marking` and `editorial` the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from edition.corpus.model import Archive, Document, Entry, Kind
from edition.intake.request import Order, Placed
from edition.intake.table.dataset.body import write_text
from edition.intake.table.dataset.editorial import Span, editorial_spans, is_telling
from edition.intake.table.dataset.entries import archive_element, element_of, lists_of
from edition.intake.table.dataset.header import write_header
from edition.intake.table.dataset.package import Package, Shelf, read_package
from edition.intake.table.dataset.prefixing import entry_with_prefix, with_prefix
from edition.intake.table.dataset.references import is_known, is_listed, reference_parts
from edition.intake.table.dataset.values import (
    LISTS,
    OF_DOCUMENTS,
    OF_ENTRIES,
    Text,
    document_of,
    entry_of,
    kind_of_list,
    texts_of,
)
from edition.site.plan import File
from tei.encode import serialise
from tei.encode.markup import add
from tei.findings import Finding
from tei.names import TEI_NS, XML_ID, XML_LANG, tei

_NAMESPACES: Final[Any] = {None: TEI_NS}
_LISTED: Final = (("listPerson", Kind.PERSON), ("listPlace", Kind.PLACE), ("listOrg", Kind.ORGANISATION))


def is_ours(package: Package) -> bool:
    """Say whether a package has the tables of our export."""
    return {"documents", "envelopes", "actions"} <= set(package.tables)


def take_dataset(order: Order) -> Iterator[File | Finding]:
    """Yield lists and documents of a data set. Raises SourceError where it cannot be read."""
    package = read_package(order.path)
    with Shelf() as shelf:
        for names, owner in ((OF_DOCUMENTS, "document"), (OF_ENTRIES, "entity")):
            for name in names:
                if name in package.tables:
                    shelf.put(package.tables[name], owner)
        if "tokens" in package.tables:
            shelf.put(package.tables["tokens"], "document", is_telling)
        own = (entry_with_prefix(entry, order.prefix) for entry in _entries(package, shelf))
        entries = {(entry.kind, entry.key): entry for entry in own}
        archives = {archive.key: archive for archive in _archives(package)}
        parts = reference_parts(package, archives)
        listed = [
            archive_element(archive, parts.get(key, ()))
            for key, archive in archives.items()
            if is_listed(key, archive.name) and not is_known(archive)
        ]
        yield from lists_of(entries.values(), listed)
        table = package.tables["documents"]
        for line, row in table.rows():
            document = document_of(row, shelf)
            texts = texts_of(shelf, document.id) if document.body else ()
            added = editorial_spans(shelf.of("tokens", document.id), texts, document.lang)
            root = _tree(with_prefix(document, order.prefix), texts, added, entries, archives)
            yield Placed(f"tei/{root.get(XML_ID)}.xml", serialise(root), str(table.path), line)


def _entries(package: Package, shelf: Shelf) -> Iterator[Entry]:
    """Yield the entries that lists had; one that only texts name has none to come back to."""
    for name in LISTS:
        if name in package.tables:
            for _, row in package.tables[name].rows():
                entry = entry_of(row, kind_of_list(name), shelf)
                if entry.listed:
                    yield entry


def _archives(package: Package) -> Iterator[Archive]:
    notes: dict[str, list[str]] = {}
    if "archive_notes" in package.tables:
        for _, row in package.tables["archive_notes"].rows():
            notes.setdefault(row["archive"], []).append(row["text"])
    if "archives" in package.tables:
        for _, row in package.tables["archives"].rows():
            place = row["settlement"], row["country"]
            yield Archive(row["key"], row["name"], row["abbreviation"], *place, tuple(notes.get(row["key"], ())))


def _tree(
    document: Document,
    texts: Sequence[Text],
    added: Iterable[Span],
    entries: Mapping[tuple[Kind, str], Entry],
    archives: Mapping[str, Archive],
) -> etree._Element:
    root = etree.Element(tei("TEI"), {XML_ID: document.id, XML_LANG: document.lang or "und"}, nsmap=_NAMESPACES)
    write_header(root, document)
    stand_off = add(root, "standOff")
    write_text(root, document, texts, added)
    _unlisted(root, entries)
    pointed = {ref[1:] for one in root.iter(etree.Element) if (ref := one.get("ref", "")).startswith("#")}
    for list_, kind in _LISTED:
        found = [entries[kind, key] for key in sorted(pointed) if (kind, key) in entries]
        if found:
            add(stand_off, list_).extend([element_of(entry, brief=True) for entry in found])
    if kept := [archives[key] for key in sorted(pointed) if key in archives]:
        add(stand_off, "listOrg", type="repository").extend(map(archive_element, kept))
    if not len(stand_off):
        root.remove(stand_off)
    return root


def _unlisted(root: etree._Element, entries: Mapping[tuple[Kind, str], Entry]) -> None:
    """Take the pointer off a name that no list knows: its words alone say who is meant."""
    listed = {key for _, key in entries}
    for name in root.iter(tei("persName"), tei("orgName"), tei("placeName")):
        ref = name.get("ref", "")
        if ref.startswith("#") and ref[1:] not in listed:
            del name.attrib["ref"]
