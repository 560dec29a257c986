"""Model classes: who their members are, and how a class is written so that nothing in it can be meant twice."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from tei.odd.model import OddSchema
from tei.odd.particles import (
    ANY_NUMBER,
    ONCE,
    ONE_OR_MORE,
    OPTIONAL,
    Alternate,
    ClassRef,
    Content,
    ElementRef,
    Expand,
    Occurs,
    Sequence,
)

Member: TypeAlias = ElementRef | ClassRef


@dataclass(frozen=True, slots=True)
class ModelClasses:
    """The model classes of a schema.

    `elements` gives for each class all elements in it, through whatever subclasses, each once; `shapes` gives its
    members as a choice would name them: a subclass whole where that is possible, its elements one by one where the
    class has some of them already (a choice that offers an element twice is not deterministic).
    """

    elements: MappingProxyType[str, tuple[str, ...]]
    shapes: MappingProxyType[str, tuple[Member, ...]]


def model_classes(schema: OddSchema) -> ModelClasses:
    """Find the members of every model class."""
    direct = _direct_members(schema)
    elements = {key: tuple(dict.fromkeys(_closure(key, direct, schema, ()))) for key in direct}
    shapes = {key: _shape(direct[key], elements, schema) for key in direct}
    return ModelClasses(MappingProxyType(elements), MappingProxyType(shapes))


def _direct_members(schema: OddSchema) -> dict[str, list[str]]:
    direct: dict[str, list[str]] = {key: [] for key, spec in schema.classes.items() if spec.is_model}
    for spec in schema.holders():
        for membership in spec.classes:
            if membership.key in direct and spec.ident not in direct[membership.key]:
                direct[membership.key].append(spec.ident)
    return direct


def _closure(key: str, direct: dict[str, list[str]], schema: OddSchema, trail: tuple[str, ...]) -> tuple[str, ...]:
    if key in trail:  # a cycle of classes: `checks` says so
        return ()
    found: list[str] = []
    for member in direct.get(key, ()):
        found.extend((member,) if member in schema.elements else _closure(member, direct, schema, (*trail, key)))
    return tuple(found)


def _shape(members: list[str], elements: dict[str, tuple[str, ...]], schema: OddSchema) -> tuple[Member, ...]:
    shape: list[Member] = []
    seen: set[str] = set()
    for member in members:
        inside = (member,) if member in schema.elements else elements.get(member, ())
        if seen.isdisjoint(inside) and inside:
            shape.append(ElementRef(member) if member in schema.elements else ClassRef(member))
        else:
            shape.extend(ElementRef(element) for element in inside if element not in seen)
        seen.update(inside)
    return tuple(shape)


_REPEATS: dict[Expand, Occurs] = {
    Expand.SEQUENCE: ONCE,
    Expand.SEQUENCE_OPTIONAL: OPTIONAL,
    Expand.SEQUENCE_REPEATABLE: ONE_OR_MORE,
    Expand.SEQUENCE_OPTIONAL_REPEATABLE: ANY_NUMBER,
}


def expand_class(reference: ClassRef, classes: ModelClasses) -> Content:
    """Write a narrowed or sequential class reference out as the elements that it stands for."""
    keys = _narrowed(reference, classes)
    if reference.expand is Expand.ALTERNATE:
        chosen = tuple(ElementRef(key, location=reference.location) for key in keys)
        return Alternate(chosen, occurs=reference.occurs, location=reference.location)
    occurs = _REPEATS[reference.expand]
    items = tuple(ElementRef(key, occurs=occurs, location=reference.location) for key in keys)
    return Sequence(items, occurs=reference.occurs, location=reference.location)


def _narrowed(reference: ClassRef, classes: ModelClasses) -> tuple[str, ...]:
    """Return the elements meant: those in @include, if it is there, without those in @except; both may name classes."""
    included = _spread(reference.include, classes)
    excluded = _spread(reference.exclude, classes)
    keys = classes.elements.get(reference.key, ())
    return tuple(key for key in keys if key not in excluded and (not reference.include or key in included))


def _spread(names: tuple[str, ...], classes: ModelClasses) -> frozenset[str]:
    return frozenset(element for name in names for element in classes.elements.get(name, (name,)))
