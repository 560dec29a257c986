"""Writing a tree as bytes, the same way every time: UTF-8, two spaces for each level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from lxml import etree


def serialise(root: etree._Element) -> bytes:
    """Return the tree as an indented XML document that ends with a line break."""
    etree.indent(root, "  ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True).replace(b"'", b'"', 4) + b"\n"


def root_element(tag: str, attributes: Mapping[str, str], prefixes: Mapping[str | None, str]) -> etree._Element:
    """Return the root of a tree; the prefix None is the default namespace, of which the stubs of lxml do not know."""
    return etree.Element(tag, dict(attributes), nsmap=cast("Mapping[str, str]", prefixes))
