"""Checks of what is defined: attributes that fit what is inherited, datatypes that exist, words that explain."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from lxml import etree

from tei.findings import Finding, Location, Rule, Severity
from tei.names import XSD_NS
from tei.odd.datatypes import PRIMITIVES, ListOf, SimpleType, Union, attribute_type, is_simple, resolved, simple_type
from tei.odd.inheritance import Inheritance
from tei.odd.model import Attribute, AttributeItem, AttributeList, ClassSpec, DataSpec, ElementSpec, Mode, OddSchema
from tei.odd.particles import Content, DataRef, Empty, Sequence, Text, Values
from tei.odd.references import leaves

MISSING_DESCRIPTION = Rule(
    "ODD115",
    "missing-description",
    Severity.WARNING,
    "A specification or an attribute has neither gloss nor desc: messages and the guide say nothing about it.",
)
ATTRIBUTE_TWICE = Rule(
    "ODD131",
    "attribute-twice",
    Severity.ERROR,
    "One specification defines an attribute twice.",
)
NOTHING_TO_CHANGE = Rule(
    "ODD132",
    "nothing-to-change",
    Severity.ERROR,
    'An attribute is to be changed or deleted (mode="change", mode="delete") that no class of this element has.',
)
TWO_SOURCES = Rule(
    "ODD133",
    "attribute-from-two-classes",
    Severity.WARNING,
    "An element or class has an attribute from two classes that define it differently; only the first one counts.",
)
BAD_DATATYPE = Rule(
    "ODD134",
    "bad-datatype",
    Severity.ERROR,
    "A datatype that cannot be: a name that XML Schema does not know, a list of lists, elements in a value, a regular "
    "expression that is none, or that has the anchors ^ and $, which stand for themselves in XML Schema.",
    bad='<dataRef name="token" restriction="^[a-z]+$"/>',
    good='<dataRef name="token" restriction="[a-z]+"/>',
)
BAD_DEFAULT = Rule(
    "ODD135",
    "bad-default",
    Severity.ERROR,
    "The default value of an attribute is not a value that it can have, or the attribute has to be written anyway. In "
    "a customisation it is a warning, and there is no default.",
)
ONE_NAME_TWO_TYPES = Rule(
    "ODD136",
    "one-name-two-types",
    Severity.ERROR,
    "An attribute in a namespace (xml:lang) has different datatypes on different elements. XML Schema declares such an "
    "attribute once for all.",
)
_FACETS: Final = frozenset(
    {"pattern", "length", "minLength", "maxLength", "totalDigits", "fractionDigits"}
    | {"minInclusive", "minExclusive", "maxInclusive", "maxExclusive"}
)
"""The facets that RELAX NG knows too."""
RULES = (
    MISSING_DESCRIPTION,
    ATTRIBUTE_TWICE,
    NOTHING_TO_CHANGE,
    TWO_SOURCES,
    BAD_DATATYPE,
    BAD_DEFAULT,
    ONE_NAME_TWO_TYPES,
)


def check_attributes(schema: OddSchema) -> Iterator[Finding]:
    """Find attributes defined twice, or that change what is not there, or whose definitions disagree."""
    inheritance = Inheritance(schema)
    for spec in schema.holders():
        yield from _check_repeated(spec)
        inherited = inheritance.inherited(spec)
        own = {attribute.qname: attribute for attribute in spec.attributes.attributes()}
        for attribute in own.values():
            if attribute.mode in (Mode.CHANGE, Mode.DELETE) and attribute.original not in inherited:
                known = get_close_matches(attribute.ident, [use.attribute.ident for use in inherited.values()], n=1)
                hint = f'write "{known[0]}"' if known else "leave out @mode to add it, or add the class that has it"
                message = (
                    f'"{spec.ident}" inherits no attribute "{attribute.ident}" that could be {attribute.mode.value}d'
                )
                yield NOTHING_TO_CHANGE.at(attribute.location, message, hint)
        yield from _check_sources(schema, spec, inheritance, own)
    yield from _check_global_types(schema, inheritance)
    for attribute in (found for spec in schema.holders() for found in spec.attributes.attributes()):
        yield from _check_default(attribute)


def _check_repeated(spec: ElementSpec | ClassSpec) -> Iterator[Finding]:
    met: dict[str, Location] = {}
    for attribute in _together(spec.attributes):
        if attribute.qname in met:
            message = f'"{spec.ident}" defines "{attribute.ident}" twice, first at {met[attribute.qname]}'
            yield ATTRIBUTE_TWICE.at(attribute.location, message, "delete one of the two")
        met.setdefault(attribute.qname, attribute.location)


def _together(item: AttributeItem) -> Iterator[Attribute]:
    """Yield the attributes that can stand together; of alternatives, the first."""
    if isinstance(item, Attribute):
        yield item
    elif isinstance(item, AttributeList):
        for inner in item.items[:1] if item.choice else item.items:
            yield from _together(inner)


def _check_sources(
    schema: OddSchema, spec: ElementSpec | ClassSpec, inheritance: Inheritance, own: dict[str, Attribute]
) -> Iterator[Finding]:
    met: dict[str, tuple[str, Attribute]] = {}
    for membership in spec.classes:
        holder = schema.classes.get(membership.key)
        for use in inheritance.attributes(holder) if holder and not holder.is_model else ():
            name = use.attribute.qname
            first_owner, first = met.setdefault(name, (use.owner, use.attribute))
            if name not in own and first != use.attribute and first_owner != use.owner:
                message = (
                    f'"{spec.ident}" has "{use.attribute.ident}" from {first_owner} and, otherwise, from {use.owner}'
                )
                hint = f'define "{use.attribute.ident}" in {spec.ident} itself, to say which it is'
                yield TWO_SOURCES.at(membership.location, message, hint)


def _check_global_types(schema: OddSchema, inheritance: Inheritance) -> Iterator[Finding]:
    met: dict[str, tuple[SimpleType, Attribute]] = {}
    for spec in schema.elements.values():
        for use in inheritance.attributes(spec):
            attribute = use.attribute
            if attribute.namespace:
                found = resolved(attribute_type(attribute, schema), schema)
                known, first = met.setdefault(attribute.qname, (found, attribute))
                if found != known:
                    message = f'"{attribute.ident}" on "{spec.ident}" has another datatype than at {first.location}'
                    yield ONE_NAME_TWO_TYPES.at(attribute.location, message, "give it one datatype in both places")


def _check_default(attribute: Attribute) -> Iterator[Finding]:
    if attribute.default is None:
        return
    if attribute.required:
        message = f'"{attribute.ident}" has to be written, so its default "{attribute.default}" never counts'
        yield BAD_DEFAULT.at(attribute.location, message, 'delete defaultVal, or write usage="opt"')
    if attribute.values is not None and attribute.unlisted:
        allowed = ", ".join(value.ident for value in attribute.values.items)
        message = f'the default "{attribute.default}" of "{attribute.ident}" is not among its values: {allowed}'
        yield BAD_DEFAULT.at(attribute.location, message, "add the value, or take one of these")


def check_datatypes(schema: OddSchema) -> Iterator[Finding]:
    """Find datatypes that no schema language can write."""
    for spec in schema.specs():
        if isinstance(spec, ClassSpec):
            continue
        if isinstance(spec, DataSpec) or is_simple(spec.content, schema):
            yield from _check_value(schema, spec.content)
            yield from _check_lists(schema, simple_type(spec.content, schema), spec.location)
    for holder in schema.holders():
        for attribute in holder.attributes.attributes():
            if attribute.datatype is not None:
                yield from _check_value(schema, attribute.datatype.content)
                yield from _check_lists(schema, attribute_type(attribute, schema), attribute.location)
            if attribute.values is not None and attribute.values.closed and not attribute.values.items:
                message = f'the closed list of values of "{attribute.ident}" is empty'
                yield BAD_DATATYPE.at(attribute.values.location, message, "add a valItem for each value")


def _check_value(schema: OddSchema, content: Content) -> Iterator[Finding]:
    if isinstance(content, Sequence) and len(content.items) > 1:
        hint = "say how many there are with minOccurs and maxOccurs of one dataRef"
        yield BAD_DATATYPE.at(content.location, "a value cannot be a sequence of different things", hint)
    for leaf in leaves(content):
        if isinstance(leaf, DataRef):
            yield from _check_reference(leaf)
        elif not isinstance(leaf, Values | Text | Empty) and not is_simple(leaf, schema):
            yield BAD_DATATYPE.at(leaf.location, "a value is made of dataRef, valList or textNode", "use one of them")


def _check_reference(leaf: DataRef) -> Iterator[Finding]:
    if leaf.name and leaf.name not in PRIMITIVES:
        near = get_close_matches(leaf.name, sorted(PRIMITIVES), n=1)
        hint = f'write name="{near[0]}"' if near else "a dataSpec is named by @key"
        yield BAD_DATATYPE.at(leaf.location, f'XML Schema has no datatype "{leaf.name}"', hint)
        return
    pattern = leaf.restriction
    if pattern.startswith("^") or (pattern.endswith("$") and not pattern.endswith("\\$")):
        message = f'the regular expression "{pattern}" has anchors; it holds for the whole value anyway'
        yield BAD_DATATYPE.at(leaf.location, message, "take ^ and $ away")
    for name, value in (*leaf.facets, *((("pattern", pattern),) if pattern else ())):
        if not _facet_works(leaf.name or "token", name, value):
            message = f'the facet {name}="{value}" is wrong, or means nothing for {leaf.name or leaf.key}'
            yield BAD_DATATYPE.at(leaf.location, message, "see XML Schema Part 2 on regular expressions and facets")


def _facet_works(base: str, name: str, value: str) -> bool:
    """Try a facet in a schema of one type: the regular expressions of XML Schema are not those of Python."""
    if name not in _FACETS:
        return False
    root = etree.Element(f"{{{XSD_NS}}}schema", nsmap={"xs": XSD_NS})
    kind = etree.SubElement(root, f"{{{XSD_NS}}}simpleType", {"name": "probe"})
    restriction = etree.SubElement(kind, f"{{{XSD_NS}}}restriction", {"base": f"xs:{base}"})
    try:
        etree.SubElement(restriction, f"{{{XSD_NS}}}{name}", {"value": value})
        etree.XMLSchema(root)
    except (etree.XMLSchemaParseError, ValueError):
        return False
    return True


def _check_lists(schema: OddSchema, found: SimpleType, location: Location) -> Iterator[Finding]:
    if isinstance(found, ListOf) and _has_list(resolved(found.item, schema)):
        yield BAD_DATATYPE.at(location, "a list of lists: white space divides both", "let one of them occur once")


def _has_list(found: SimpleType) -> bool:
    if isinstance(found, Union):
        return any(_has_list(item) for item in found.items)
    return isinstance(found, ListOf)


def check_descriptions(schema: OddSchema) -> Iterator[Finding]:
    """Find what is not explained."""
    hint = "add <desc>, one sentence"
    for spec in schema.specs():
        if not spec.docs.summary(schema.lang):
            yield MISSING_DESCRIPTION.at(spec.location, f'"{spec.ident}" is not described', hint)
    for holder in schema.holders():
        for attribute in holder.attributes.attributes():
            if attribute.mode is Mode.ADD and not attribute.docs.summary(schema.lang):
                message = f'the attribute "{attribute.ident}" of "{holder.ident}" is not described'
                yield MISSING_DESCRIPTION.at(attribute.location, message, hint)
