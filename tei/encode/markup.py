"""Small makers of elements, so that the encoders read like the documents that they write."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lxml import etree

from tei.names import XML_NS, tei

_XML = f"{{{XML_NS}}}"


def element(name: str, text: str = "", **attributes: str) -> etree._Element:
    """Make a TEI element; attributes that are empty are left out, `xml_id` and `xml_lang` are in the xml namespace."""
    made = etree.Element(tei(name), attributes_of(attributes) if attributes else None)
    if text:
        made.text = text
    return made


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add a TEI element to a parent that has element content, and return it."""
    made = etree.SubElement(parent, tei(name), attributes_of(attributes) if attributes else None)
    if text:
        made.text = text
    return made


def attributes_of(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that have a value, `xml_…` in the xml namespace, without a trailing underscore."""
    return {_attribute(name): value for name, value in attributes.items() if value}


@cache  # as many as there are names in this package
def _attribute(name: str) -> str:
    return _XML + name[4:] if name.startswith("xml_") else name.rstrip("_")
