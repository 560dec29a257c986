"""Checks that everything an ODD refers to is there, makes no circle, and is of use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from tei.findings import Finding, Location, Rule, Severity
from tei.odd.inheritance import Inheritance
from tei.odd.membership import model_classes
from tei.odd.model import (
    AnySpec,
    Attribute,
    AttributeItem,
    AttributeList,
    AttributeRef,
    ClassSpec,
    DataSpec,
    ElementSpec,
    MacroSpec,
    OddSchema,
    Spec,
)
from tei.odd.particles import Alternate, ClassRef, Content, DataRef, ElementRef, MacroRef, Pattern, Sequence

UNKNOWN_REFERENCE = Rule(
    "ODD111",
    "unknown-reference",
    Severity.ERROR,
    "Something names an element, class, macro or datatype for which there is no specification of that kind. In a "
    "customisation it is a warning, and the reference is left out, as in TEI's own processing.",
    bad='<memberOf key="model.plike"/>',
    good='<memberOf key="model.pLike"/>',
)
CYCLE = Rule(
    "ODD112",
    "cycle",
    Severity.ERROR,
    "A class is a member of itself, or a macro or datatype is made of itself, directly or through others.",
)
DUPLICATE = Rule(
    "ODD110",
    "duplicate-ident",
    Severity.ERROR,
    "Two specifications have one name, so a reference to it could mean either; the second is left out.",
)
MISSING_START = Rule(
    "ODD113",
    "missing-start",
    Severity.ERROR,
    "schemaSpec/@start names the elements that a document can begin with; without one of them no document is valid.",
    bad='<schemaSpec ident="telegram" start="tei">',
    good='<schemaSpec ident="telegram" start="TEI">',
)
EMPTY_CLASS = Rule(
    "ODD114",
    "empty-class",
    Severity.WARNING,
    "A content model offers the members of a class that has none; where they are demanded, nothing can be valid.",
)
UNUSED = Rule(
    "ODD116",
    "unused",
    Severity.WARNING,
    "A specification that no document can ever make use of: nothing refers to it on any way from the start elements.",
)
Members: TypeAlias = Mapping[str, tuple[str, ...]]
RULES = (DUPLICATE, UNKNOWN_REFERENCE, CYCLE, MISSING_START, EMPTY_CLASS, UNUSED)


def leaves(content: Content) -> Iterator[Content]:
    """Yield every particle of a content model that is not a group; a pattern of RELAX NG counts as one."""
    if isinstance(content, Sequence | Alternate | Pattern):
        for item in content.particles() if isinstance(content, Pattern) else content.items:
            yield from leaves(item)
    else:
        yield content


def patterns(content: Content) -> Iterator[str]:
    """Yield the kinds of the patterns of RELAX NG in a content model."""
    if isinstance(content, Pattern):
        yield content.kind
    elif isinstance(content, Sequence | Alternate):
        for item in content.items:
            yield from patterns(item)


def contents(schema: OddSchema) -> Iterator[tuple[Spec, Content]]:
    """Yield every content model and datatype of a schema with the specification it belongs to."""
    for spec in schema.specs():
        for content in contents_of(spec):
            yield spec, content


def contents_of(spec: AnySpec) -> Iterator[Content]:
    """Yield the content model of a specification and the datatypes of its attributes."""
    if isinstance(spec, ClassSpec | ElementSpec):
        for attribute in spec.attributes.attributes():
            if attribute.datatype is not None:
                yield attribute.datatype.content
    if not isinstance(spec, ClassSpec):
        yield spec.content


def lacks_datatypes(schema: OddSchema) -> bool:
    """Say whether a schema refers to a datatype or a macro that it does not specify."""
    here = {*schema.macros, *schema.datatypes}
    used = (leaf for _, content in contents(schema) for leaf in leaves(content))
    return any(isinstance(leaf, DataRef | MacroRef) and leaf.key and leaf.key not in here for leaf in used)


def names_referred_to(schema: OddSchema) -> frozenset[str]:
    """Return every name that a schema refers to."""
    used = (leaf for _, content in contents(schema) for leaf in leaves(content))
    found = {leaf.key for leaf in used if isinstance(leaf, ElementRef | ClassRef | MacroRef | DataRef)}
    for spec in schema.holders():
        found |= {membership.key for membership in spec.classes}
        found |= {reference.class_key for reference in _attribute_references(spec.attributes)}
    return frozenset(found - {""})


def check_references(schema: OddSchema) -> Iterator[Finding]:
    """Find every reference to something that is not specified."""
    members = model_classes(schema).elements
    for spec, content in contents(schema):
        for leaf in leaves(content):
            yield from _check_leaf(schema, members, spec, leaf)
    inheritance = Inheritance(schema)
    for spec in schema.holders():
        for membership in spec.classes:
            if membership.key not in schema.classes:
                yield _unknown("class", membership.key, schema.classes, membership.location, spec)
        for reference in _attribute_references(spec.attributes):
            if reference.elsewhere:
                continue
            if reference.class_key not in schema.classes:
                yield _unknown("class", reference.class_key, schema.classes, reference.location, spec)
            elif inheritance.find(reference) is None:
                known = {use.attribute.ident: 0 for use in inheritance.attributes(schema.classes[reference.class_key])}
                yield _unknown(f"attribute of {reference.class_key}", reference.name, known, reference.location, spec)


def _attribute_references(item: AttributeItem) -> Iterator[AttributeRef]:
    if isinstance(item, AttributeRef):
        yield item
    elif isinstance(item, AttributeList):
        for inner in item.items:
            yield from _attribute_references(inner)


def _check_leaf(schema: OddSchema, members: Members, spec: Spec, leaf: Content) -> Iterator[Finding]:
    match leaf:
        case ElementRef(key):
            if key not in schema.elements:
                yield _unknown("element", key, schema.elements, leaf.location, spec)
        case ClassRef(key):
            yield from _check_class_reference(members, spec, leaf)
        case MacroRef(key):
            if key not in schema.macros:
                yield _unknown("macro", key, schema.macros, leaf.location, spec)
        case DataRef(key):
            if key and key not in schema.datatypes:
                yield _unknown("datatype", key, schema.datatypes, leaf.location, spec)


def _check_class_reference(members: Members, spec: Spec, leaf: ClassRef) -> Iterator[Finding]:
    if leaf.key not in members:
        yield _unknown("model class", leaf.key, members, leaf.location, spec)
        return
    if not members[leaf.key]:
        message = f'"{leaf.key}", offered in "{spec.ident}", has no members'
        yield EMPTY_CLASS.at(leaf.location, message, "delete the classRef, or make elements members of the class")
    for name in (*leaf.include, *leaf.exclude):
        inside = name in members[leaf.key] or (name in members and set(members[name]) <= set(members[leaf.key]))
        if not inside:
            yield _unknown(f"member of {leaf.key}", name, dict.fromkeys(members[leaf.key]), leaf.location, spec)


def _unknown(kind: str, key: str, known: Mapping[str, object], location: Location, spec: Spec) -> Finding:
    near = get_close_matches(key, list(known), n=1)
    hint = f'write "{near[0]}"' if near else f"specify it, or delete the reference; it is used by {spec.ident}"
    message = f'there is no {kind} "{key}", which "{spec.ident}" refers to'
    return UNKNOWN_REFERENCE.at(location, message, hint, name=key)


def check_cycles(schema: OddSchema) -> Iterator[Finding]:
    """Find classes, macros and datatypes that contain themselves; each circle is told once, at its first member."""
    graph: dict[str, tuple[str, ...]] = {}
    for spec in schema.specs():
        if isinstance(spec, ClassSpec):
            graph[spec.ident] = tuple(membership.key for membership in spec.classes)
        elif isinstance(spec, MacroSpec | DataSpec):
            found = (leaf.key for leaf in _bare_leaves(spec.content) if isinstance(leaf, MacroRef | DataRef))
            graph[spec.ident] = tuple(found)
    told: set[str] = set()
    for ident in graph:
        trail = _circle(ident, graph)
        if trail and told.isdisjoint(trail):
            told.update(trail)
            spec = next(spec for spec in schema.specs() if spec.ident == ident)
            way = " → ".join((*trail, ident))
            yield CYCLE.at(spec.location, f'"{ident}" contains itself: {way}', "take one of these steps out")


def _bare_leaves(content: Content) -> Iterator[Content]:
    """Yield the particles that stand in no element of RELAX NG: what is inside one may be what it is inside of."""
    if isinstance(content, Sequence | Alternate):
        for item in content.items:
            yield from _bare_leaves(item)
    elif not isinstance(content, Pattern):
        yield content


def _circle(start: str, graph: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest way from a node back to itself; empty where there is none."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while waiting:
        trail = waiting.pop(0)
        for key in graph.get(trail[-1], ()):
            if key == start:
                return trail
            if key not in seen and key in graph:
                seen.add(key)
                waiting.append((*trail, key))
    return ()


def check_names(schema: OddSchema) -> Iterator[Finding]:
    """Find elements that have one name in documents, though their specifications are called differently."""
    met: dict[str, ElementSpec] = {}
    for spec in schema.elements.values():
        if (first := met.setdefault(spec.qname, spec)) is not spec:
            message = f'"{spec.ident}" is called <{spec.name}>, as "{first.ident}" is at {first.location}'
            yield DUPLICATE.at(spec.location, message, "give one of them another altIdent")


def check_start(schema: OddSchema) -> Iterator[Finding]:
    """Find start elements that are not specified."""
    for key in schema.start:
        if key not in schema.elements:
            near = get_close_matches(key, list(schema.elements), n=1)
            hint = f'write start="{near[0]}"' if near else "specify the element"
            yield MISSING_START.at(schema.location, f'the start element "{key}" is not specified', hint)


def check_use(schema: OddSchema) -> Iterator[Finding]:
    """Find what nothing makes use of."""
    used = _reached(schema)
    for spec in schema.specs():
        if spec.ident not in used:
            why = "no document can hold it" if isinstance(spec, ElementSpec) else "nothing makes use of it"
            yield UNUSED.at(spec.location, f'"{spec.ident}": {why}', "refer to it where it belongs, or delete it")


def _reached(schema: OddSchema) -> set[str]:
    """Return the names of everything that is met on a way from the start elements through content and classes."""
    members = model_classes(schema).elements
    specs = {spec.ident: spec for spec in schema.specs()}
    waiting = [key for key in schema.start if key in specs]
    reached = set(waiting)
    while waiting:
        for key in _steps(schema, specs[waiting.pop()], members):
            if key not in reached and key in specs:
                reached.add(key)
                waiting.append(key)
    return reached


def _steps(schema: OddSchema, spec: ElementSpec | ClassSpec | MacroSpec | DataSpec, members: Members) -> Iterator[str]:
    if isinstance(spec, ElementSpec | ClassSpec):
        yield from (
            membership.key
            for membership in spec.classes
            if membership.key in schema.classes and not schema.classes[membership.key].is_model
        )
        yield from (reference.class_key for reference in _attribute_references(spec.attributes))
        for attribute in spec.attributes.attributes():
            yield from _keys_of(attribute)
    if isinstance(spec, ClassSpec) and spec.is_model:
        yield from members[spec.ident]
        yield from (
            other.ident
            for other in schema.classes.values()
            if other.is_model and any(membership.key == spec.ident for membership in other.classes)
        )
    if not isinstance(spec, ClassSpec):
        yield from (leaf.key for leaf in leaves(spec.content) if isinstance(leaf, ElementRef | MacroRef | DataRef))
        for leaf in leaves(spec.content):
            if isinstance(leaf, ClassRef):
                yield from (leaf.key, *leaf.include)


def _keys_of(attribute: Attribute) -> Iterator[str]:
    if attribute.datatype is not None:
        yield from (leaf.key for leaf in leaves(attribute.datatype.content) if isinstance(leaf, DataRef))
