"""Names of WordprocessingML without their namespace, transitional and strict alike (ISO 29500-1 and -4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

W: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONSHIPS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_OTHERS: Final = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_OFF: Final = frozenset(("0", "false", "off", "none"))


def name_of(element: etree._Element) -> str:
    """Return an element's name: "p" for w:p, "mc:Choice", "m:t"; "?" for what is of another vocabulary."""
    if not isinstance(element.tag, str):
        return "?"
    namespace, _, name = element.tag.rpartition("}")
    namespace = namespace[1:]
    return name if namespace in W else f"{_OTHERS[namespace]}{name}" if namespace in _OTHERS else "?"


def attribute(element: etree._Element | None, name: str, *, relationship: bool = False) -> str:
    """Return an attribute of the vocabulary, empty where it or the element is not there."""
    if element is None:
        return ""
    namespaces = _RELATIONSHIPS if relationship else W
    values = (element.get(f"{{{namespace}}}{name}") for namespace in namespaces)
    return next((value for value in values if value is not None), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return what one comes to by the first child of each name, None where the way ends."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names."""
    if element is not None:
        yield from (one for one in element if name_of(one) in names)


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these names, at any depth, in order."""
    yield from (one for one in element.iter(etree.Element) if name_of(one) in names)


def value(element: etree._Element | None, *path: str) -> str:
    """Return the w:val of what one comes to, empty where there is none."""
    return attribute(child(element, *path), "val")


def switch(element: etree._Element | None, name: str) -> bool | None:
    """Return a property that is on, off, or not said (ISO 29500-1, 17.17.4); None for the last."""
    found = child(element, name)
    return None if found is None else attribute(found, "val").lower() not in _OFF


def number(text: str, default: int = 0) -> int:
    """Return a whole number as an attribute gives it, the default where it is none or beyond reason."""
    digits = text.strip()
    fits = digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit() and len(digits) < 10
    return int(digits) if fits else default
