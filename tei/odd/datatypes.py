"""Datatypes: what `datatype` and `dataSpec` say, as types that RELAX NG and XML Schema can both write.

Both take their primitive types from XML Schema Part 2, so the same name means the same in either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from tei.odd.model import Attribute, Datatype, OddSchema
from tei.odd.particles import (
    ONCE,
    Alternate,
    Content,
    DataRef,
    Empty,
    MacroRef,
    Occurs,
    Pattern,
    Sequence,
    Value,
    Values,
)

TEXTUAL: Final = frozenset(
    {"ID", "IDREF", "IDREFS", "NCName", "NMTOKEN", "NMTOKENS", "Name", "language"}
    | {"normalizedString", "string", "token"}
)
"""The kinds of string among the datatypes of XML Schema; those that need a DTD (ENTITY, NOTATION) are left out."""
PRIMITIVES: Final = TEXTUAL | {
    *("QName", "anyURI", "base64Binary", "boolean", "byte", "date", "dateTime", "decimal", "double"),
    *("duration", "float", "gDay", "gMonth", "gMonthDay", "gYear", "gYearMonth", "hexBinary", "int", "integer"),
    *("long", "negativeInteger", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "short", "time"),
    *("unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort"),
}


@dataclass(frozen=True, slots=True)
class Primitive:
    """A datatype of XML Schema; the value matches every one of `patterns`, and every facet."""

    name: str
    patterns: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A datatype that a `dataSpec` gives a name."""

    key: str


@dataclass(frozen=True, slots=True)
class Enumeration:
    """One of these words."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """A value of any one of these types."""

    items: tuple[SimpleType, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A datatype that is written in RELAX NG, and that XML Schema has no way to say."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class ListOf:
    """Values of one type, divided by white space."""

    item: SimpleType
    occurs: Occurs


SimpleType: TypeAlias = Primitive | Named | Enumeration | Union | ListOf | Written

ANY_TEXT: Final = Primitive("string")


def attribute_type(attribute: Attribute, schema: OddSchema) -> SimpleType:
    """Return the type of an attribute: its closed list of values, if it has one, before its datatype."""
    datatype = attribute.datatype or Datatype()
    if attribute.values is not None and attribute.values.closed and attribute.values.items:
        datatype = replace(datatype, content=attribute.values)
    return _repeated(simple_type(datatype.content, schema), datatype.occurs)


def simple_type(content: Content, schema: OddSchema, trail: tuple[str, ...] = ()) -> SimpleType:
    """Return the type that the content of a `datatype` or `dataSpec` describes; `trail` are the macros it is in."""
    match content:
        case DataRef():
            return _repeated(_reference(content, schema), content.occurs)
        case Values(closed=True):
            return Enumeration(content.items)
        case Alternate(items=items) | Sequence(items=items):
            found = tuple(simple_type(item, schema, trail) for item in items)
            inner = found[0] if len(found) == 1 else Union(found)
            return _repeated(inner, content.occurs)
        case MacroRef(key=key) if key in schema.macros and key not in trail:
            return simple_type(schema.macros[key].content, schema, (*trail, key))
        case Empty():
            return Enumeration((Value(""),))
        case Pattern():
            return Written(content)
        case _:
            return ANY_TEXT


def _repeated(item: SimpleType, occurs: Occurs) -> SimpleType:
    return item if occurs == ONCE else ListOf(item, occurs)


def _reference(content: DataRef, schema: OddSchema) -> SimpleType:
    if content.name:
        return Primitive(content.name, (content.restriction,) if content.restriction else (), content.facets)
    if content.key not in schema.datatypes:  # `checks` says so
        return ANY_TEXT
    named = Named(content.key)
    if content.restriction:
        return restricted(named, content.restriction, schema)
    return named


def restricted(found: SimpleType, pattern: str, schema: OddSchema, trail: tuple[str, ...] = ()) -> SimpleType:
    """Return a type that matches a regular expression besides; names are resolved, since RELAX NG cannot narrow one."""
    match found:
        case Primitive():
            return replace(found, patterns=(*found.patterns, pattern))
        case Named(key) if key in schema.datatypes and key not in trail:
            return restricted(simple_type(schema.datatypes[key].content, schema), pattern, schema, (*trail, key))
        case Enumeration(values):
            words = "|".join(escaped(value.ident) for value in values)
            return Primitive("token", (words, pattern))
        case Union(items):
            return Union(tuple(restricted(item, pattern, schema, trail) for item in items))
        case _:
            return found


def resolved(found: SimpleType, schema: OddSchema, trail: tuple[str, ...] = ()) -> SimpleType:
    """Return the same type without names in it."""
    match found:
        case Named(key) if key in schema.datatypes and key not in trail:
            return resolved(simple_type(schema.datatypes[key].content, schema), schema, (*trail, key))
        case Named():
            return ANY_TEXT
        case Union(items):
            return Union(tuple(resolved(item, schema, trail) for item in items))
        case ListOf(item, occurs):
            return ListOf(resolved(item, schema, trail), occurs)
        case _:
            return found


def escaped(word: str) -> str:
    """Write a word as a regular expression of XML Schema that matches nothing else."""
    return "".join(f"\\{char}" if char in r"\|.?*+(){}[]-^" else char for char in word)


def has_pattern(content: Content) -> bool:
    """Say whether a pattern of RELAX NG that pure ODD has no word for stands in a content model."""
    if isinstance(content, Alternate | Sequence):
        return any(map(has_pattern, content.items))
    return isinstance(content, Pattern)


def is_simple(content: Content, schema: OddSchema, trail: tuple[str, ...] = ()) -> bool:
    """Say whether a content model is a value, not elements: data or a list of values stands in it."""
    match content:
        case DataRef() | Values():
            return True
        case Alternate(items=items) | Sequence(items=items):
            return not has_pattern(content) and any(is_simple(item, schema, trail) for item in items)
        case MacroRef(key=key) if key in schema.macros and key not in trail:
            return is_simple(schema.macros[key].content, schema, (*trail, key))
        case _:
            return False
