"""What is left of a customised schema: references to what was left out go with it.

What demands an element that is not there cannot be had, so that a schema which only leaves things out accepts nothing
that its source refuses; where that would leave an element without any content that is valid, what the ODD deletes by
name is no longer demanded, as in TEI's own processing. A class that was not taken has no members and gives no
attributes; a datatype that is gone is any text. A reference to what the source has not either is a mistake, which the
checks find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from tei.findings import Finding, Rule, Severity
from tei.odd.inheritance import Inheritance
from tei.odd.model import (
    Attribute,
    AttributeRef,
    ClassSpec,
    DataSpec,
    ElementSpec,
    MacroSpec,
    Membership,
    Mode,
    OddSchema,
    Spec,
)
from tei.odd.normal import normal_form
from tei.odd.particles import (
    ANY_TEXT,
    Alternate,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Empty,
    MacroRef,
    Nothing,
    Sequence,
)

NOT_THERE = Rule(
    "ODD108",
    "nothing-to-customise",
    Severity.WARNING,
    "The ODD changes, includes or leaves out something that its source does not have, or that the schema has not taken "
    "from it, so this does nothing. TEI renames and removes elements and attributes from time to time.",
    bad='<moduleRef key="core" include="p dateRange"/>',
    good='<moduleRef key="core" include="p date"/>',
)
GONE_ALREADY = Rule(
    "ODD109",
    "deleted-already",
    Severity.INFO,
    "The ODD deletes something that is not in the schema anyway.",
    bad='<elementSpec ident="dateRange" mode="delete"/>',
)

_SpecT = TypeVar("_SpecT", bound=Spec)
_BodyT = TypeVar("_BodyT", ElementSpec, MacroSpec, DataSpec)
_HolderT = TypeVar("_HolderT", ElementSpec, ClassSpec)


def pruned(schema: OddSchema, known: Iterable[str], deleted: Iterable[str]) -> tuple[OddSchema, tuple[Finding, ...]]:
    """Return a schema without references to names in `known` that it does not have, and changes that change nothing.

    `deleted` are those of them that the ODD takes out by name.
    """
    here = {spec.ident for spec in schema.specs()}
    gone = _Gone(frozenset(known) - here)
    left = replace(
        schema,
        elements=_each(schema.elements, lambda spec: gone.body(gone.holder(spec))),
        classes=_each(schema.classes, gone.holder),
        macros=_each(schema.macros, gone.body),
        datatypes=_each(schema.datatypes, gone.body),
    )
    left = _relaxed(schema, left, _Gone(gone.names, frozenset(deleted) - here))
    settling = _Settling(left, Inheritance(left), [])
    settled = replace(
        left, elements=_each(left.elements, settling.holder), classes=_each(left.classes, settling.holder)
    )
    return settled, tuple(settling.findings)


def _each(specs: Mapping[str, _SpecT], change: Callable[[_SpecT], _SpecT]) -> Mapping[str, _SpecT]:
    return MappingProxyType({ident: change(spec) for ident, spec in specs.items()})


def _relaxed(schema: OddSchema, left: OddSchema, gone: _Gone) -> OddSchema:
    """Return the schema with what is deleted by name no longer demanded where nothing would be valid otherwise."""
    normal = normal_form(left)
    elements, macros = dict(left.elements), dict(left.macros)
    for key, content in normal.elements.items():
        if isinstance(content, Nothing):
            elements[key] = gone.body(gone.holder(schema.elements[key]))
    for key, content in normal.macros.items():
        if isinstance(content, Nothing):
            macros[key] = gone.body(schema.macros[key])
    return replace(left, elements=MappingProxyType(elements), macros=MappingProxyType(macros))


@dataclass(frozen=True, slots=True)
class _Gone:
    """The names of what was left out, and those among them that are not demanded any more."""

    names: frozenset[str]
    waived: frozenset[str] = frozenset()

    def body(self, spec: _BodyT) -> _BodyT:
        """Return a specification whose content model names nothing that was left out."""
        content = self._content(spec.content)
        return replace(spec, content=Empty(location=spec.content.location) if content is None else content)

    def holder(self, spec: _HolderT) -> _HolderT:
        """Return a specification without memberships in, and attributes of, classes that were left out."""
        classes: tuple[Membership, ...] = tuple(one for one in spec.classes if one.key not in self.names)
        return replace(spec, classes=classes, attributes=spec.attributes.each(self._attribute))

    def _attribute(self, attribute: Attribute | AttributeRef) -> Attribute | AttributeRef | None:
        if isinstance(attribute, AttributeRef):
            return None if attribute.class_key in self.names else attribute
        if attribute.datatype is None:
            return attribute
        content = self._content(attribute.datatype.content)
        return replace(
            attribute, datatype=replace(attribute.datatype, content=ANY_TEXT if content is None else content)
        )

    def _content(self, content: Content) -> Content | None:
        match content:
            case ElementRef(key) | ClassRef(key) | MacroRef(key) if key in self.names:
                return None if key in self.waived else Nothing(occurs=content.occurs, location=content.location)
            case ClassRef():
                return self._class(content)
            case DataRef(key) if key in self.names:
                return replace(ANY_TEXT, location=content.location)
            case Sequence(items) | Alternate(items):
                found = tuple(one for item in items if (one := self._content(item)) is not None)
                return replace(content, items=found) if found else None
            case _:
                return content

    def _class(self, content: ClassRef) -> ClassRef | Nothing:
        include = tuple(name for name in content.include if name not in self.names)
        exclude = tuple(name for name in content.exclude if name not in self.names)
        if content.include and not include:
            return Nothing(occurs=content.occurs, location=content.location)
        return replace(content, include=include, exclude=exclude)


@dataclass(frozen=True, slots=True)
class _Settling:
    """Changes and deletions of inherited attributes, where nothing is inherited; those of the ODD itself are told."""

    schema: OddSchema
    inheritance: Inheritance
    findings: list[Finding]

    def holder(self, spec: _HolderT) -> _HolderT:
        """Return a specification without changes that have nothing to change."""
        inherited = frozenset(self.inheritance.inherited(spec))
        return replace(spec, attributes=spec.attributes.each(partial(self._item, spec.ident, inherited)))

    def _item(
        self, owner: str, inherited: frozenset[str], item: Attribute | AttributeRef
    ) -> Attribute | AttributeRef | None:
        taken = item.location.path in self.schema.origins
        if isinstance(item, AttributeRef):
            return item if not taken or self.inheritance.find(item) is not None else None
        if item.mode not in (Mode.CHANGE, Mode.DELETE) or item.original in inherited:
            return item
        return None if taken else self._vain(owner, item)

    def _vain(self, owner: str, attribute: Attribute) -> Attribute | None:
        """Tell of a change or deletion of what is not there; what is to be changed is added, as it is said."""
        if attribute.mode is Mode.DELETE:
            message = f'the attribute "{attribute.ident}" of "{owner}" is deleted, and is not there'
            self.findings.append(GONE_ALREADY.at(attribute.location, message, "nothing need be done"))
            return None
        message = f'the attribute "{attribute.ident}" of "{owner}" is to be changed, and is not there'
        self.findings.append(NOT_THERE.at(attribute.location, message, "leave out @mode to add it, or take it out"))
        return replace(attribute, mode=Mode.ADD)
