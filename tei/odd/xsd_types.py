"""Datatypes and annotations in XML Schema."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tei.names import XML_LANG, XSD_NS
from tei.odd.datatypes import Enumeration, ListOf, Named, Primitive, SimpleType, Union
from tei.odd.particles import Occurs, Value
from tei.odd.words import Documentation


def add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """Add an element of XML Schema."""
    return etree.SubElement(parent, f"{{{XSD_NS}}}{tag}", attributes)


def annotate(parent: etree._Element, docs: Documentation, lang: str, fallback: str = "") -> None:
    """Put the gloss and the description first inside a declaration."""
    if words := docs.summary(lang) or fallback:
        annotation = etree.Element(f"{{{XSD_NS}}}annotation")
        parent.insert(0, annotation)
        documentation = add(annotation, "documentation")
        documentation.set(XML_LANG, lang)
        documentation.text = words


def type_name(found: SimpleType) -> str:
    """Return the name of a type that has one; empty for a type that has to be written out."""
    if isinstance(found, Named):
        return found.key
    if isinstance(found, Primitive) and not found.patterns and not found.facets:
        return f"xs:{found.name}"
    return ""


def set_type(node: etree._Element, attribute: str, found: SimpleType, lang: str) -> None:
    """Refer to a type by name in an attribute (type, base, itemType), or write it inside."""
    if name := type_name(found):
        node.set(attribute, name)
    else:
        write_type(add(node, "simpleType"), found, lang)


def write_type(node: etree._Element, found: SimpleType, lang: str) -> None:
    """Write a type into an `xs:simpleType`."""
    match found:
        case Primitive():
            _restriction(node, found, lang)
        case Enumeration(values):
            _enumeration(node, values, lang)
        case Union(items):
            _union(node, items, lang)
        case ListOf(item, occurs):
            _list(node, item, occurs, lang)
        case Named(key):
            add(node, "restriction", base=key)


def _restriction(node: etree._Element, found: Primitive, lang: str) -> None:
    """Restrict a primitive type; patterns of one step are alternatives in XML Schema, so each has a step of its own."""
    restriction = add(node, "restriction")
    if len(found.patterns) > 1:
        inner = replace(found, patterns=found.patterns[:-1])
        _restriction(add(restriction, "simpleType"), inner, lang)
        facets: tuple[tuple[str, str], ...] = (("pattern", found.patterns[-1]),)
    else:
        restriction.set("base", f"xs:{found.name}")
        facets = (*found.facets, *(("pattern", pattern) for pattern in found.patterns))
    for name, value in facets:
        add(restriction, name, value=value)


def _enumeration(node: etree._Element, values: tuple[Value, ...], lang: str) -> None:
    restriction = add(node, "restriction", base="xs:token")
    for value in values:
        annotate(add(restriction, "enumeration", value=value.ident), value.docs, lang)


def _union(node: etree._Element, items: tuple[SimpleType, ...], lang: str) -> None:
    union = add(node, "union")
    if named := [name for item in items if (name := type_name(item))]:
        union.set("memberTypes", " ".join(named))
    for item in items:
        if not type_name(item):
            write_type(add(union, "simpleType"), item, lang)


def _list(node: etree._Element, item: SimpleType, occurs: Occurs, lang: str) -> None:
    restriction = add(node, "restriction")
    set_type(add(add(restriction, "simpleType"), "list"), "itemType", item, lang)
    if occurs.least:
        add(restriction, "minLength", value=str(occurs.least))
    if occurs.most is not None:
        add(restriction, "maxLength", value=str(occurs.most))
