"""Who may stand in whom, and who makes use of what: the cross references of the guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tei.odd.model import ClassSpec, DataSpec, ElementSpec, MacroSpec, OddSchema
from tei.odd.normal import Normal, normal_form
from tei.odd.particles import Alternate, AnyElement, ClassRef, Content, ElementRef, MacroRef, Pattern, Sequence
from tei.odd.references import contents, leaves


@dataclass(frozen=True, slots=True)
class Relations:
    """For each element those that it may contain and that may contain it; for each other specification its users."""

    contains: Mapping[str, tuple[str, ...]]
    contained_by: Mapping[str, tuple[str, ...]]
    used_by: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]
    mixed: frozenset[str]


def relate(schema: OddSchema) -> Relations:
    """Work the cross references of a schema out."""
    normal = normal_form(schema)
    contains = {key: _sorted(_inside(content, normal)) for key, content in normal.bare_elements.items()}
    holders: dict[str, list[str]] = {key: [] for key in schema.elements}
    for key, inside in contains.items():
        for child in inside:
            holders[child].append(key)
    return Relations(
        contains,
        {key: _sorted(found) for key, found in holders.items()},
        {key: _sorted(found) for key, found in _users(schema).items()},
        _members(schema),
        normal.mixed,
    )


def _sorted(names: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=lambda name: (name.lower(), name)))


def _inside(content: Content, normal: Normal) -> Iterator[str]:
    match content:
        case ElementRef(key):
            yield key
        case ClassRef(key):
            yield from normal.classes.elements[key]
        case MacroRef(key):
            yield from _inside(normal.bare_macros[key], normal)
        case Sequence(items) | Alternate(items):
            for item in items:
                yield from _inside(item, normal)
        case Pattern():
            for item in content.particles():
                yield from _inside(item, normal)
        case _:
            return


def _users(schema: OddSchema) -> dict[str, list[str]]:
    users: dict[str, list[str]] = {}
    for spec, content in contents(schema):
        for leaf in leaves(content):
            if not isinstance(leaf, ElementRef | AnyElement) and (key := getattr(leaf, "key", "")):
                users.setdefault(key, []).append(spec.ident)
    return users


def _members(schema: OddSchema) -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {key: [] for key in schema.classes}
    for spec in schema.holders():
        for membership in spec.classes:
            if membership.key in members:
                members[membership.key].append(spec.ident)
    return {key: _sorted(found) for key, found in members.items()}


def anchors(schema: OddSchema) -> dict[str, str]:
    """Return the anchor in the guide for the name of each specification."""
    return {spec.ident: f"{kind(spec)}-{spec.ident}" for spec in schema.specs()}


def kind(spec: ElementSpec | ClassSpec | MacroSpec | DataSpec) -> str:
    """Return what a specification is, as anchors say it."""
    names = {ElementSpec: "element", ClassSpec: "class", MacroSpec: "macro", DataSpec: "data"}
    return names[type(spec)]
