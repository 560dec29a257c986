"""Names of an envelope or a title statement: what they are written with, what they point at, what kind they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from edition.corpus.model import Kind, Name
from edition.corpus.pointers import Prefixes, pointer_of
from edition.corpus.wording import words
from tei.names import XML_ID, XML_LANG, tei

_KINDS: Final = {
    **dict.fromkeys(map(tei, ("persName", "persona", "author", "editor")), Kind.PERSON),
    **dict.fromkeys(map(tei, ("orgName",)), Kind.ORGANISATION),
    **dict.fromkeys(
        map(tei, ("placeName", "settlement", "region", "country", "district", "bloc", "geogName", "address")),
        Kind.PLACE,
    ),
}
_OPEN: Final = (tei("rs"), tei("name"))
_TYPES: Final = {
    **dict.fromkeys(("person", "persons", "pers", "persname", "people", "personname", "author", "group"), Kind.PERSON),
    **dict.fromkeys(("org", "organisation", "organization", "institution", "orgname", "office"), Kind.ORGANISATION),
    **dict.fromkeys(("place", "places", "placename", "settlement", "city", "country", "geog"), Kind.PLACE),
}
"""What projects write into @type of rs and name."""

NAMES: Final = (*_KINDS, *_OPEN)
"""Every element that may be the name of an entry."""


def kind_of(element: etree._Element) -> Kind | None:
    """Return what an element names; None for a name or rs that says by its type that it is a work, a ship."""
    known = _KINDS.get(str(element.tag))
    if known is not None:
        return known
    stated = (element.get("type") or "").strip().lower()
    return _TYPES.get(stated) if stated else _from_pointer(pointer_of(element))


def _from_pointer(pointer: str) -> Kind:
    """Guess from the file that is pointed into (persons.xml#orlin, ../register/places.xml#karsk), else a person."""
    place = pointer.partition("#")[0].rpartition("/")[2].lower()
    if place.startswith(("place", "plc:", "geo", "ort")) or "geonames.org" in pointer:
        return Kind.PLACE
    return Kind.ORGANISATION if place.startswith(("org", "inst")) else Kind.PERSON


class Naming:
    """Reads the names of one document: knows its private prefixes and follows pointers to names inside it."""

    __slots__ = ("_ids", "_root", "expand")

    def __init__(self, root: etree._Element, prefixes: Prefixes) -> None:
        self._root = root
        self._ids: dict[str, etree._Element] | None = None
        self.expand = prefixes.expand

    def pointer(self, element: etree._Element) -> str:
        """Return what a name points at, followed where that is another name of the document."""
        pointer = self.expand(pointer_of(element))
        if element.get("sameAs") and (other := self.target(pointer)) is not None and other.tag in NAMES:
            return self.expand(pointer_of(other))
        return pointer

    def target(self, pointer: str) -> etree._Element | None:
        """Return the element of the document that a pointer leads to."""
        if not pointer.startswith("#"):
            return None
        if self._ids is None:
            self._ids = {id_: each for each in self._root.iter(etree.Element) if (id_ := each.get(XML_ID))}
        return self._ids.get(pointer[1:])

    def name(self, element: etree._Element, kind: Kind | None = None) -> Name:
        """Return a name; its key is the pointer as it stands, settled when all documents are known."""
        text = words(element)
        if not text and element.get("sameAs") and (other := self.target(self.expand(pointer_of(element)))) is not None:
            text = words(other)
        found = kind_of(element) or kind or Kind.PERSON
        pseudonym = element.get("type") == "pseudonym"
        return Name(text, found, self.pointer(element), element.get(XML_LANG, ""), pseudonym)

    def named(self, element: etree._Element) -> Name:
        """Return who an author, editor or the like is: the one name inside it, else itself."""
        inner = [child for child in element if child.tag in NAMES]
        return self.name(inner[0] if len(inner) == 1 and not pointer_of(element) else element)


def within(element: etree._Element, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """Yield the outermost descendants with one of these tags, notes left out."""
    for child in element.iterchildren(etree.Element):
        if child.tag in tags:
            yield child
        elif child.tag not in _ASIDE:
            yield from within(child, tags)


_ASIDE: Final = (tei("note"), tei("date"), tei("desc"), tei("affiliation"))
