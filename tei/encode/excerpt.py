"""The excerpt of the authority lists that goes into a document: what it points at, under the names met in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy
from functools import lru_cache
from typing import Final

from lxml import etree

from tei.authority import Authority, Entry, list_elements
from tei.names import XML_ID, tei
from tei.text import text_of

_NAMES: Final = frozenset(map(tei, ("persName", "placeName", "geogName", "orgName")))


class _Prepared:
    """Entries of one authority, each made ready once: its element without variants, and the variants by their words."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        self._ready: dict[str, tuple[etree._Element, tuple[tuple[int, str, etree._Element], ...]]] = {}

    def element(self, entry: Entry, met: Collection[str]) -> etree._Element:
        """Return an entry with its preferred name and those of its forms that are among `met`, case-folded."""
        if entry.id not in self._ready:
            self._ready[entry.id] = _prepare(entry)
        bare, variants = self._ready[entry.id]
        made = deepcopy(bare)
        added = 0
        for position, form, name in variants:
            if form in met:
                made.insert(position + added, deepcopy(name))
                added += 1
        return made


def _prepare(entry: Entry) -> tuple[etree._Element, tuple[tuple[int, str, etree._Element], ...]]:
    (listed,) = list_elements((entry,))
    element = listed[0]
    element.tail = None
    for parts in element.findall(tei("desc")):
        if parts.get("type") == "reference-parts":
            element.remove(parts)
    variants = []
    kept = ("preferred", "abbreviation") if str(entry.kind) == "repository" else ("preferred",)
    for name in element.findall("*"):
        if name.tag in _NAMES and name.get("type") not in kept:
            variants.append((element.index(name), text_of(name).casefold(), name))
            element.remove(name)
            name.tail = None
    return element, tuple(variants)


@lru_cache(maxsize=4)
def _prepared(authority: Authority) -> _Prepared:
    return _Prepared(authority)


def excerpt(authority: Authority, ids: Iterable[str], names: Iterable[str]) -> tuple[etree._Element, ...]:
    """Return lists of the entries with these ids, by kind, for `standOff`; `names` are the forms that the document has.

    An archive keeps its abbreviation, by which it is cited.

    The list itself has all the other forms of a name; a document that carried them all would be mostly list.
    """
    prepared, met = _prepared(authority), {" ".join(name.casefold().split()) for name in names}
    lists: dict[tuple[str, str], etree._Element] = {}
    for entry in authority.excerpt(ids):
        element = prepared.element(entry, met)
        kind = ("listOrg", "repository") if str(entry.kind) == "repository" else (_LISTS[element.tag], "")
        if kind not in lists:
            lists[kind] = etree.Element(tei(kind[0]), {"type": kind[1]} if kind[1] else {})
        lists[kind].append(element)
    return tuple(lists.values())


_LISTS: Final = {tei("person"): "listPerson", tei("place"): "listPlace", tei("org"): "listOrg"}


def ids_in(lists: Iterable[etree._Element]) -> set[str]:
    """Return the xml:ids of the entries of lists."""
    return {str(entry.get(XML_ID)) for one in lists for entry in one}
