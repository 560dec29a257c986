"""Small makers of elements, so that the encoders read like the documents that they write."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lxml import etree

from tei.names import XML_NS, tei

_XML = f"{{{XML_NS}}}"


def element(name: str, text: str = "", **attributes: str) -> etree._Element:
    """Make a TEI element; attributes that are empty are left out, `xml_id` and `xml_lang` are in the xml namespace."""
    return _given(etree.Element(tei(name)), text, attributes)


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add a TEI element to a parent that has element content, and return it."""
    return _given(etree.SubElement(parent, tei(name)), text, attributes)


def _given(made: etree._Element, text: str, attributes: Mapping[str, str]) -> etree._Element:
    """Give a new element its text and the attributes that have a value; lxml takes them sooner one by one."""
    if text:
        made.text = text
    for name, value in attributes.items():
        if value:
            made.set(_attribute(name), value)
    return made


@cache  # as many as there are names in this package
def _attribute(name: str) -> str:
    """Return the name of an attribute: `xml_…` is in the xml namespace, a trailing underscore is left out."""
    return _XML + name[4:] if name.startswith("xml_") else name.rstrip("_")
