"""What of a document can be cited: its divisions, their numbered points and paragraphs, and the paragraphs of points.

The same is said in TEI (citeStructure, 3.11.4 and 16.2.5.4), so that any tool finds the same units, and computed here.
A reference is `message.2-1`: the first paragraph of point 2 of the message; it stays the same while the text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei.names import tei

_PLAIN: Final = re.compile(r"[A-Za-z0-9]+")
_BETWEEN: Final = frozenset(map(tei, ("pb", "lb", "cb", "gb", "milestone", "anchor", "note", "fw")))
_POINTS: Final = "*[self::p or self::div][@n]"
_PARAGRAPHS: Final = "*[self::p or self::ab][not(@n)]"
_BLOCKS: Final = "*[self::p or self::ab]"
POSITION: Final = "position()"
_TYPE: Final = "@type"
_NUMBER: Final = "string(@n)"
"""The words of the attribute: where units of several kinds stand side by side, tools put the bare value together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a document that can be cited; `type` is what TEI calls the unit, `parent` empty at the first level."""

    ref: str
    type: str
    level: int
    parent: str
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Structure:
    """A level of citation as citeStructure has it: which elements (XPath), and what of each is its reference."""

    unit: str
    match: str
    use: str
    delim: str = ""
    parts: tuple[Structure, ...] = ()

    def element(self) -> etree._Element:
        """Return the citeStructure."""
        made = etree.Element(tei("citeStructure"), unit=self.unit, match=self.match, use=self.use)
        if self.delim:
            made.set("delim", self.delim)
        made.extend(part.element() for part in self.parts)
        return made

    def types(self) -> dict[str, object]:
        """Return the types of units, as a description of the document lists them."""
        made: dict[str, object] = {"@type": "CiteStructure", "citeType": self.unit}
        if self.parts:
            made["citeStructure"] = [part.types() for part in self.parts]
        return made


def structure_of(root: etree._Element) -> Structure | None:
    """Return how a document can be cited; None where it has no body."""
    body = root.find(f"{tei('text')}/{tei('body')}")
    if body is None:
        return None
    children = [one for one in body.iterchildren(tei("*")) if one.tag not in _BETWEEN]
    divided = bool(children) and all(one.tag == tei("div") for one in children)
    holders = children if divided else [body]
    blocks = _blocks(holders)
    if not divided:
        return Structure("body", "/TEI/text/body", POSITION, "", blocks)
    use = _TYPE if _names(children, "type") else POSITION
    return Structure("division", "/TEI/text/body/div", use, "", blocks)


def _blocks(holders: list[etree._Element]) -> tuple[Structure, ...]:
    points = [[one for one in holder if _is_point(one)] for holder in holders]
    use = _NUMBER if all(_names(one, "n") for one in points if one) else POSITION
    inner = Structure("paragraph", _BLOCKS, POSITION, "-")
    return (Structure("point", _POINTS, use, ".", (inner,)), Structure("paragraph", _PARAGRAPHS, POSITION, "-"))


def _names(elements: list[etree._Element], attribute: str) -> bool:
    """Say whether an attribute names each of these elements alone, in plain letters and figures."""
    values = [one.get(attribute) or "" for one in elements]
    return len(set(values)) == len(values) and all(_PLAIN.fullmatch(value) for value in values)


def units_of(root: etree._Element, structure: Structure) -> Iterator[Unit]:
    """Yield the units in the order of the document."""
    path = structure.match.removeprefix("/TEI/").replace("/", "/{*}")
    found = root.findall(f"{{*}}{path}")
    for number, element in enumerate(found, 1):
        unit = Unit(_reference(structure, element, number), structure.unit, 1, "", element)
        yield unit
        yield from _parts(unit, structure)


def _parts(unit: Unit, structure: Structure) -> Iterator[Unit]:
    numbers = [0] * len(structure.parts)
    for child in unit.element:
        for index, part in enumerate(structure.parts):
            if _matches(child, part):
                numbers[index] += 1
                ref = f"{unit.ref}{part.delim}{_reference(part, child, numbers[index])}"
                inner = Unit(ref, part.unit, unit.level + 1, unit.ref, child)
                yield inner
                yield from _parts(inner, part)


def _matches(element: etree._Element, structure: Structure) -> bool:
    if structure.match == _POINTS:
        return _is_point(element)
    return element.tag in (tei("p"), tei("ab")) and (structure.match == _BLOCKS or element.get("n") is None)


def _is_point(element: etree._Element) -> bool:
    return element.tag in (tei("p"), tei("div")) and element.get("n") is not None


def _reference(structure: Structure, element: etree._Element, number: int) -> str:
    if structure.use == POSITION:
        return str(number)
    return str(element.get("type" if structure.use == _TYPE else "n"))
