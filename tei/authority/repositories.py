"""Repositories that an edition defines in its lists, as plain mappings for the register of `tei.archives`.

A repository is an `org` in `listOrg[@type='repository']`; its xml:id is the key of the archive. The parts of its
references (box, folder, file) stand in `desc[@type='reference-parts']/list/item`, one item per part from the whole to
the file: `@n` is the type of the part, each `label` one way to write it.
"""

from __future__ import annotations

from typing import Final, TypedDict

from lxml import etree

from tei.authority.entries import Entry, Kind
from tei.authority.reading import words
from tei.names import NAMESPACES, tei

_PARTS: Final = etree.XPath("tei:desc[@type='reference-parts']/tei:list/tei:item", namespaces=NAMESPACES)
_COUNTRY: Final = etree.XPath(
    "tei:country | tei:placeName/tei:country | tei:location/tei:country", namespaces=NAMESPACES
)
_SETTLEMENT: Final = etree.XPath(
    "tei:settlement | tei:placeName/tei:settlement | tei:location/tei:settlement", namespaces=NAMESPACES
)


class PartMapping(TypedDict):
    """One part of an archive's references: its type (`box`) and the ways to write it (`Box`, `b.`)."""

    type: str
    labels: list[str]


class RepositoryMapping(TypedDict):
    """A repository as plain values; `key` is the xml:id of its entry, `country` an ISO 3166 code or a name."""

    key: str
    names: list[str]
    abbreviations: list[str]
    country: str
    settlement: str
    parts: list[PartMapping]


def repository_mapping(entry: Entry) -> RepositoryMapping:
    """Return a repository as a plain mapping, the preferred name first; ValueError for an entry of another kind."""
    if entry.kind is not Kind.REPOSITORY or entry.markup is None:
        raise ValueError(f"{entry.id} is not a repository read from a list")
    element = entry.markup.element
    country = _first(_COUNTRY, element)
    settlement = _first(_SETTLEMENT, element)
    return RepositoryMapping(
        key=entry.id,
        names=[variant.form for variant in entry.variants if variant.type != "abbreviation"],
        abbreviations=[variant.form for variant in entry.variants if variant.type == "abbreviation"],
        country="" if country is None else country.get("key") or words(country),
        settlement="" if settlement is None else words(settlement),
        parts=[PartMapping(type=item.get("n") or "", labels=_labels(item)) for item in part_items(element)],
    )


def part_items(element: etree._Element) -> list[etree._Element]:
    """Return the items that describe the parts of a repository's references."""
    return _elements(_PARTS, element)


def _labels(item: etree._Element) -> list[str]:
    """Return the ways to write a part; the item's own words where it has no label."""
    labels = [words(label) for label in item.iterchildren(tei("label"))] or [words(item)]
    return [label for label in labels if label]


def _first(path: etree.XPath, element: etree._Element) -> etree._Element | None:
    return next(iter(_elements(path, element)), None)


def _elements(path: etree.XPath, element: etree._Element) -> list[etree._Element]:
    found = path(element)
    return [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []
