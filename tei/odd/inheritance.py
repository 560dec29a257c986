"""Attributes: what an element or a class has of its own, what it inherits, and what it changes or leaves out.

A class is used whole (one reference to it) wherever that is true to the source; where an element changes or deletes
one of its attributes, or has one of them from another class already, the class is taken apart and the rest is used one
by one, since both RELAX NG and XML Schema refuse a second attribute of the same name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tei.odd.model import Attribute, AttributeItem, AttributeList, AttributeRef, ClassSpec, ElementSpec, Mode, OddSchema
from tei.odd.particles import Values


@dataclass(frozen=True, slots=True)
class WholeClass:
    """All attributes of a class."""

    key: str


@dataclass(frozen=True, slots=True)
class OneAttribute:
    """One attribute; `owner` is the class that defines it, empty where it is the element's own."""

    attribute: Attribute
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Either:
    """Attributes, or groups of them, that exclude each other."""

    items: tuple[Together, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Attributes that stand together as one alternative."""

    items: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Attributes that another grammar defines, under this name."""

    name: str


Use: TypeAlias = WholeClass | OneAttribute | Either | Together | Elsewhere


@dataclass(slots=True)
class Inheritance:
    """The attributes of every element and class of a schema, worked out once each."""

    schema: OddSchema
    _uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)

    def uses(self, spec: ElementSpec | ClassSpec) -> tuple[Use, ...]:
        """Return what the attributes of a specification are made of, inherited ones first."""
        if spec.ident not in self._uses:
            self._uses[spec.ident] = ()  # what a class inside itself amounts to
            self._uses[spec.ident] = tuple(self._work_out(spec))
        return self._uses[spec.ident]

    def attributes(self, spec: ElementSpec | ClassSpec) -> tuple[OneAttribute, ...]:
        """Return every attribute that a specification ends up with, each once, with the class it comes from."""
        return tuple(self._flat(self.uses(spec), spec.ident if isinstance(spec, ClassSpec) else ""))

    def inherited(self, spec: ElementSpec | ClassSpec) -> dict[str, OneAttribute]:
        """Return what the classes of a specification give it before it changes anything, by qualified name."""
        found: dict[str, OneAttribute] = {}
        for key in self._attribute_classes(spec):
            for use in self.attributes(self.schema.classes[key]):
                found.setdefault(use.attribute.qname, use)
        return found

    def _flat(self, uses: tuple[Use, ...], owner: str) -> Iterator[OneAttribute]:
        for use in uses:
            match use:
                case WholeClass(key):
                    yield from self.attributes(self.schema.classes[key])
                case OneAttribute():
                    yield replace(use, owner=use.owner or owner)
                case Either() | Together():
                    yield from self._flat(tuple(use.items), owner)

    def _attribute_classes(self, spec: ElementSpec | ClassSpec) -> tuple[str, ...]:
        keys = dict.fromkeys(membership.key for membership in spec.classes)
        return tuple(key for key in keys if key in self.schema.classes and not self.schema.classes[key].is_model)

    def _work_out(self, spec: ElementSpec | ClassSpec) -> Iterator[Use]:
        taken = {name for attribute in spec.attributes.attributes() for name in (attribute.qname, attribute.original)}
        taken |= {use.attribute.qname for use in self._referred(spec.attributes)}
        for key in self._attribute_classes(spec):
            yield from self._class(key, taken)
        yield from self._own(spec, spec.attributes)

    def _referred(self, attributes: AttributeList) -> Iterator[OneAttribute]:
        for item in attributes.items:
            if isinstance(item, AttributeList):
                yield from self._referred(item)
            elif isinstance(item, AttributeRef) and (use := self.find(item)) is not None:
                yield use

    def find(self, reference: AttributeRef) -> OneAttribute | None:
        """Return the attribute that an `attRef` means, None where there is none such."""
        spec = self.schema.classes.get(reference.class_key)
        if spec is None or spec.is_model:
            return None
        name = reference.name.rpartition(".attribute.")[2]
        names = {name, f"xml:{name.removeprefix('xml')}"} if name.startswith("xml") else {name}  # xml:id as xmlid
        return next((use for use in self.attributes(spec) if use.attribute.ident in names), None)

    def _class(self, key: str, taken: set[str]) -> Iterator[Use]:
        spec = self.schema.classes[key]
        names = {use.attribute.qname for use in self.attributes(spec)}
        if names and names.isdisjoint(taken):
            taken |= names
            yield WholeClass(key)
        elif names:
            for use in self.uses(spec):
                yield from self._part(use, key, taken)

    def _part(self, use: Use, owner: str, taken: set[str]) -> Iterator[Use]:
        """Yield what is left of a part of a class when the attributes that are taken already are left out."""
        match use:
            case WholeClass(key):
                yield from self._class(key, taken)
            case OneAttribute(attribute):
                if attribute.qname not in taken:
                    taken.add(attribute.qname)
                    yield replace(use, owner=use.owner or owner)
            case Together(items):
                yield Together(tuple(left for item in items for left in self._part(item, owner, taken)))
            case Either(items):
                yield self._choice(items, owner, taken)
            case Elsewhere():
                yield use

    def _choice(self, items: tuple[Together, ...], owner: str, taken: set[str]) -> Either:
        """Return what is left of a choice; an attribute may stand in several of its branches."""
        left: list[Together] = []
        met: set[str] = set()
        for item in items:
            here = set(taken)
            left.append(Together(tuple(part for inner in item.items for part in self._part(inner, owner, here))))
            met |= here
        taken |= met
        return Either(tuple(item for item in left if item.items))

    def _own(self, spec: ElementSpec | ClassSpec, attributes: AttributeList) -> Iterator[Use]:
        uses = (use for item in attributes.items for use in self._item(spec, item))
        if attributes.choice:
            branches = tuple(Together(tuple(self._item(spec, item))) for item in attributes.items)
            yield Either(tuple(branch for branch in branches if branch.items))
        else:
            yield from uses

    def _item(self, spec: ElementSpec | ClassSpec, item: AttributeItem) -> Iterator[Use]:
        if isinstance(item, AttributeList):
            yield from self._own(spec, item)
        elif isinstance(item, AttributeRef):
            if item.elsewhere:
                yield Elsewhere(item.name)
            elif (use := self.find(item)) is not None:
                yield use
        elif item.mode is not Mode.DELETE:
            before = self.inherited(spec).get(item.original) if item.mode is Mode.CHANGE else None
            yield OneAttribute(merged(item, before.attribute) if before else item)


def merged(change: Attribute, before: Attribute) -> Attribute:
    """Return an inherited attribute with what a definition of mode="change" says anew."""
    named = {one.ident for one in change.constraints}
    return replace(
        change,
        usage=change.usage or before.usage,
        datatype=change.datatype or before.datatype,
        values=_values(change.values, before.values),
        default=before.default if change.default is None else change.default,
        constraints=(*(one for one in before.constraints if one.ident not in named), *change.constraints),
        docs=change.docs.over(before.docs),
    )


def _values(change: Values | None, before: Values | None) -> Values | None:
    """Return a list of values; one of mode="change" says which of the former go, and adds to them."""
    if change is None or before is None or not change.changes:
        return change or before
    named = {*change.deleted, *(value.ident for value in change.items)}
    kept = tuple(value for value in before.items if value.ident not in named)
    kind = change.kind or before.kind
    return replace(
        change, items=(*kept, *change.items), closed=kind == "closed", kind=kind, changes=before.changes, deleted=()
    )
