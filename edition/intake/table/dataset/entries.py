"""Entries of a data set as authority lists in TEI: the way back of `edition.corpus.lists`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from edition.corpus.model import Archive, Entry, Kind
from edition.intake.table.people import list_document
from edition.site.plan import File
from tei.encode import serialise
from tei.encode.markup import add
from tei.names import TEI_NS, XML_ID, tei
from tei.text import append_text

_NAMESPACES: Final[Any] = {None: TEI_NS}
_TAGS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.PERSON: ("person", "persName"),
    Kind.ORGANISATION: ("org", "orgName"),
    Kind.PLACE: ("place", "placeName"),
}
_FILES: Final = (
    (Kind.PERSON, "persons", "listPerson", "Persons"),
    (Kind.PLACE, "places", "listPlace", "Places"),
    (Kind.ORGANISATION, "organisations", "listOrg", "Organisations"),
)
_VARIANTS: Final = frozenset(
    ("variant", "pseudonym", "romanisation", "short", "full", "hidden", "abbreviation", "original", "former")
)
_OF_PERSONS: Final = frozenset(("title", "nickname"))
_BORN, _DIED = "* ", "† "


def lists_of(entries: Iterable[Entry], archives: Iterable[etree._Element]) -> Iterator[File]:
    """Yield the lists: one for each kind of which there is an entry, and one of archives."""
    by_kind: dict[Kind, list[etree._Element]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(element_of(entry))
    for kind, name, list_, title in _FILES:
        if kind in by_kind:
            yield _file(list_document(name, f"{title} of the data set", list_, by_kind[kind]), name)
    if found := list(archives):
        document = list_document("archives", "Archives of the data set", "listOrg", found)
        document.find(f"{tei('standOff')}/{tei('listOrg')}").set("type", "repository")  # type: ignore[union-attr] # just made
        yield _file(document, "archives")


def _file(document: etree._Element, name: str) -> File:
    return File(f"authority/{name}.xml", serialise(document))


def element_of(entry: Entry, *, brief: bool = False) -> etree._Element:
    """Return the element of an entry; `brief` is that of an excerpt, with the preferred name alone."""
    tag, name = _TAGS[entry.kind]
    made = etree.Element(tei(tag), {XML_ID: entry.key}, nsmap=_NAMESPACES)
    if entry.type and entry.kind is not Kind.PERSON:
        made.set("type", entry.type)
    _preferred(add(made, name, type="preferred", xml_lang=entry.lang), entry)
    if brief:
        return made
    known = _VARIANTS | (_OF_PERSONS if entry.kind is Kind.PERSON else frozenset())
    for variant in entry.variants:
        type_ = (variant.type if variant.type in known else "") or "variant"
        add(made, name, variant.text, type=type_, xml_lang=variant.lang)
    if entry.location and entry.kind is Kind.PLACE:
        add(add(made, "location"), "geo", entry.location)
    if entry.kind is Kind.PERSON:
        _span(made, entry.span)
    for note in entry.notes:
        add(made, "note", note)
    for type_, value in entry.identifiers:
        add(made, "idno", value, type=type_)
    return made


def _preferred(name: etree._Element, entry: Entry) -> None:
    """Write a name; of a person, surname and forenames are told apart where the list sorts by them."""
    surname, comma, given = entry.sort.partition(", ")
    if entry.kind is Kind.PERSON and comma and entry.name == f"{given} {surname}":
        add(name, "forename", given)
        append_text(name, " ")
        add(name, "surname", surname)
    else:
        name.text = entry.name


def _span(person: etree._Element, span: str) -> None:
    if span.startswith(_BORN):
        add(person, "birth", span.removeprefix(_BORN))
    elif span.startswith(_DIED):
        add(person, "death", span.removeprefix(_DIED))
    elif span:
        add(person, "floruit", span)


def archive_element(archive: Archive, parts: Sequence[tuple[str, str]] = ()) -> etree._Element:
    """Return the element of an archive, as lists of repositories have it.

    `parts` are the parts of its references from the whole to the file, each with the word that stands before it.
    """
    made = etree.Element(tei("org"), {XML_ID: archive.key}, nsmap=_NAMESPACES)
    add(made, "orgName", archive.name, type="preferred")
    if archive.abbreviation:
        add(made, "orgName", archive.abbreviation, type="abbreviation")
    for name in ("settlement", "country"):
        if value := getattr(archive, name):
            add(made, name, value)
    if parts:
        listed = add(add(made, "desc", type="reference-parts"), "list")
        for part, label in parts:
            add(add(listed, "item", n=part), "label", label)
    for note in archive.notes:
        add(made, "note", note)
    return made
