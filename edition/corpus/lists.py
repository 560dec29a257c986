"""Entries of authority lists, and of the excerpts that documents carry, as registers show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from lxml import etree

from edition.corpus.model import Archive, Entry, Kind, Variant
from edition.corpus.pointers import safe
from edition.corpus.wording import distinct, words
from tei.authority import Entry as Listed
from tei.authority import Kind as ListedKind
from tei.authority.reading import listed, read_entry
from tei.names import tei
from tei.xmlfile import parse_bytes

_KINDS: Final = {
    ListedKind.PERSON: Kind.PERSON,
    ListedKind.PLACE: Kind.PLACE,
    ListedKind.ORG: Kind.ORGANISATION,
}
_NOTES: Final = tuple(map(tei, ("note", "desc", "p", "occupation")))
_YEAR: Final = re.compile(r"(-?\d{4})-\d\d.*")
_HIDDEN: Final = frozenset(("inflected", "sort", "hidden"))
_REPOSITORY_NOTES: Final = tuple(map(tei, ("note", "desc", "p")))


def entries_of(root: etree._Element) -> Iterator[Entry | Archive]:
    """Yield the entries that a document lists, archives among them; one without an id or a name is left out.

    Most documents of an edition carry the same excerpts, so an element that was read before is not read again.
    """
    for kind, element in listed(root):
        read = _read(kind, etree.tostring(element, encoding="UTF-8", with_tail=False))
        if read is not None:
            yield read


@lru_cache(maxsize=4096)
def _read(kind: ListedKind, data: bytes) -> Entry | Archive | None:
    element = parse_bytes(data).getroot()
    entry = read_entry(kind, element, "")
    if entry is None:
        return None
    mark = blake2b(data, digest_size=8).hexdigest()
    return _archive(entry, element, mark) if kind is ListedKind.REPOSITORY else _entry(entry, element, mark)


def _entry(entry: Listed, element: etree._Element, mark: str) -> Entry:
    shown = (variant for variant in entry.variants[1:] if variant.type not in _HIDDEN and variant.form != entry.name)
    variants = dict.fromkeys(
        Variant(each.form, "" if each.type == "variant" else each.type, each.lang) for each in shown
    )
    geo = element.find(f".//{tei('geo')}")
    return Entry(
        key=safe(entry.id),
        kind=_KINDS[entry.kind],
        name=entry.name,
        lang=entry.variants[0].lang,
        variants=tuple(variants),
        type=entry.category,
        span=_span(entry, element),
        notes=_notes(element, _NOTES),
        identifiers=tuple(pair for pair in entry.idnos if pair[1]),
        location=" ".join(words(geo).replace(",", " ").split()),
        sort=entry.sort,
        mark=mark,
    )


def _span(entry: Listed, element: etree._Element) -> str:
    """Return the years of a life as they are written, of an organisation when it was there."""
    born = words(element.find(tei("birth"))) or _years(entry.born)
    died = words(element.find(tei("death"))) or _years(entry.died)
    if born or died:
        return f"{born}–{died}" if born and died else f"* {born}" if born else f"† {died}"
    floruit = words(element.find(tei("floruit"))) or _years(entry.floruit)
    if floruit:
        return floruit
    state = element.find(tei("date"))
    return words(state)


def _years(dates: str) -> str:
    """Return the years of one or two ISO dates; days are for those who look into the list."""
    return "–".join(dict.fromkeys(_YEAR.sub(r"\1", date) for date in dates.split("/")))


def _archive(entry: Listed, element: etree._Element, mark: str) -> Archive:
    names = [(each.get("type", ""), words(each)) for each in element.iterchildren(tei("orgName"), tei("name"))]
    abbreviation = next((text for type_, text in names if type_ == "abbreviation"), "")
    settlement, country = element.find(f".//{tei('settlement')}"), element.find(f".//{tei('country')}")
    name = entry.name if entry.name != abbreviation else next((v.form for v in entry.variants[1:]), entry.name)
    return Archive(
        safe(entry.id), name, abbreviation, words(settlement), words(country), _notes(element, _REPOSITORY_NOTES), mark
    )


def _notes(element: etree._Element, tags: tuple[str, ...]) -> tuple[str, ...]:
    return distinct(words(each) for each in element.iterchildren(*tags) if each.get("type") != "reference-parts")
