"""The element of an entry for embedding in a document: what the list says, kept small."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from tei.authority.entries import Entry
from tei.authority.reading import PREFERRED, name_elements
from tei.names import TEI_NS, XML_ID, XML_LANG, tei

MAX_VARIANTS: Final = 6
MAX_NOTE: Final = 600
"""Characters of a description; a longer one stays in the list."""

_BULKY: Final = frozenset(
    map(
        tei,
        ("listBibl", "listEvent", "listRelation", "listPerson", "listOrg", "listPlace", "figure", "place", "person"),
    )
)
_DERIVED: Final = frozenset({"inflected", "short", "sort", "hidden", "title"})
_DEFAULT_NAMESPACE: Final[Any] = {None: TEI_NS}
_FIRST: Final = {"pseudonym": 0, "former": 1, "abbreviation": 2}
_POINTERS: Final = ("ref", "corresp", "sameAs", "resp", "source", "copyOf", "prev", "next", "ana", "facs", "decls")


def entry_element(entry: Entry) -> etree._Element:
    """Return a fresh copy of the entry's own element: preferred name, a few variants, dates, description, idno.

    Comments, long descriptions, lists inside the entry and most variants are left out, as are pointers to what the
    document does not hold. Cover names go first; of other languages one name each is kept. The result is valid where
    the entry was, in standOff.
    """
    if entry.markup is None:
        raise ValueError(f"the entry {entry.id} was not read from a file")
    copy = deepcopy(entry.markup.element)
    copy.tail = None
    etree.strip_tags(copy, etree.Comment, etree.ProcessingInstruction)
    names = name_elements(entry.kind, copy)
    for child in [*filter(_is_bulky, set(copy).difference(names)), *_names_to_drop(names)]:
        copy.remove(child)
    _drop_foreign_pointers(copy)
    _drop_indentation(copy)
    etree.cleanup_namespaces(copy)
    return copy


def list_elements(entries: Iterable[Entry]) -> tuple[etree._Element, ...]:
    """Return listPerson, listPlace, listOrg and listOrg[@type='repository'] for standOff, empty ones left out."""
    lists: dict[str, etree._Element] = {}
    places = {"person": "listPerson", "place": "listPlace", "org": "listOrg", "repository": "listOrg"}
    chosen = sorted(entries, key=lambda entry: (list(places).index(entry.kind), entry.id))
    for entry in chosen:
        if entry.kind not in lists:
            attributes = {"type": "repository"} if entry.kind == "repository" else {}
            lists[entry.kind] = etree.Element(tei(places[entry.kind]), attributes, nsmap=_DEFAULT_NAMESPACE)
        lists[entry.kind].append(entry_element(entry))
    return tuple(lists.values())


def _drop_indentation(element: etree._Element) -> None:
    """Drop the white space between the entry's children: the document has an indentation of its own."""
    if element.text and not element.text.strip():
        element.text = None
    for child in element:
        if child.tail and not child.tail.strip():
            child.tail = None


def _is_bulky(child: etree._Element) -> bool:
    return child.tag in _BULKY or len(str(child.xpath("string()"))) > MAX_NOTE


def _names_to_drop(names: list[etree._Element]) -> list[etree._Element]:
    """Keep the preferred name, the variants that tell a reader most, and one name in each other language."""
    preferred = next((name for name in names if name.get("type") in PREFERRED), names[0])
    others = [name for name in names if name is not preferred]
    useful = [name for name in others if name.get("type") not in _DERIVED and not name.get(XML_LANG)]
    useful.sort(key=lambda name: _FIRST.get(name.get("type") or "", len(_FIRST)))
    kept = useful[:MAX_VARIANTS]
    by_language: dict[str, etree._Element] = {}
    for name in others:
        if (lang := name.get(XML_LANG)) and name.get("type") not in _DERIVED | {"pseudonym"}:
            by_language.setdefault(lang, name)
    kept += by_language.values()
    return [name for name in others if name not in kept]


def _drop_foreign_pointers(element: etree._Element) -> None:
    """Drop pointers that would lead nowhere: "#id" outside of the element, and relative paths."""
    inside = {f"#{node.get(XML_ID)}" for node in element.iter() if node.get(XML_ID)}
    for node in element.iter(etree.Element):
        for name in _POINTERS:
            value = node.get(name)
            if value and not all(target in inside or ":" in target for target in value.split()):
                del node.attrib[name]
