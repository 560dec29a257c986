"""What an ODD changes in specifications that stand elsewhere: `mode="change"` (TEI Guidelines 23.3.1 and 23.3.2).

What a change says takes the place of what was said; what it does not say stays. Attributes, constraints and values are
changed one by one, by their names and their own `@mode`; classes as a whole, unless `classes/@mode` is "change".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tei.odd.attributes import read_attributes
from tei.odd.contents import chosen, read_content
from tei.odd.documentation import read_constraints, read_documentation
from tei.odd.include import Node
from tei.odd.inheritance import merged
from tei.odd.model import (
    AnySpec,
    Attribute,
    AttributeList,
    AttributeRef,
    ClassSpec,
    Constraint,
    DataSpec,
    ElementSpec,
    MacroSpec,
    Membership,
    Mode,
    Spec,
)
from tei.odd.pruning import GONE_ALREADY
from tei.odd.specs import element_name, read_memberships

_SpecT = TypeVar("_SpecT", bound=Spec)
_HolderT = TypeVar("_HolderT", ElementSpec, ClassSpec)


def changed(spec: AnySpec, node: Node) -> AnySpec:
    """Return a specification with what a node of mode="change" says of it; the nodes report what is wrong in them."""
    if isinstance(spec, ElementSpec):
        name = element_name(node) if node.child("altIdent") is not None else spec.name
        spec = _changed_holder(replace(spec, name=name, namespace=node.get("ns", spec.namespace)), node)
    elif isinstance(spec, ClassSpec):
        spec = _changed_holder(spec, node)
    if not isinstance(spec, ClassSpec) and (content := node.child("content")) is not None:
        spec = _with_content(spec, content, node)
    return _documented(spec, node)


def _with_content(
    spec: ElementSpec | MacroSpec | DataSpec, content: Node, node: Node
) -> ElementSpec | MacroSpec | DataSpec:
    return replace(spec, content=read_content(content, node))


def _documented(spec: _SpecT, node: Node) -> _SpecT:
    return replace(
        spec,
        docs=read_documentation(node).over(spec.docs),
        constraints=_constraints(spec.constraints, node),
        # What is wrong with it from now on is mended here.
        location=node.location,
    )


def _constraints(before: tuple[Constraint, ...], node: Node) -> tuple[Constraint, ...]:
    """Return the constraints that are left, and the new ones; one that is named again is the new one.

    One that is changed without saying anything else than its description stays.
    """
    left = before
    for spec in node.children("constraintSpec"):
        ident, mode = spec.get("ident"), spec.get("mode")
        named = {one for one in left if ident in (one.ident, re.sub(r"-\d+$", "", one.ident))}
        if mode == "delete" and not named:
            spec.report(GONE_ALREADY, f'the constraint "{ident}" is deleted, and is not there', "nothing need be done")
        if mode != "change" or spec.child("constraint") is not None:
            left = tuple(one for one in left if one not in named)
    return (*left, *read_constraints(node))


def _changed_holder(spec: _HolderT, node: Node) -> _HolderT:
    return replace(
        spec, classes=_classes(spec.classes, node), attributes=_attributes(spec.attributes, read_attributes(node))
    )


def _classes(before: tuple[Membership, ...], node: Node) -> tuple[Membership, ...]:
    classes = node.child("classes")
    if classes is None:
        return before
    given = read_memberships(node)
    if not chosen(classes, "mode", {"change": True, "replace": False}, False):
        return given
    named = {member.get("key") for member in classes.children("memberOf")}
    return (*(one for one in before if one.key not in named), *given)


def _attributes(before: AttributeList, changes: AttributeList) -> AttributeList:
    """Return attributes changed one by one, where they stand; what is new comes after them."""
    edits = _Edits({change.ident: change for change in changes.attributes()})
    kept, new = before.each(edits.applied), changes.each(edits.fresh)
    if not new.items:
        return kept
    if kept.choice or new.choice:  # what excludes each other stays by itself
        return AttributeList((kept, new), location=before.location)
    return replace(kept, items=(*kept.items, *new.items))


@dataclass(slots=True)
class _Edits:
    """Changes of attributes by name, and those that have found what they change."""

    changes: dict[str, Attribute]
    done: set[str] = field(default_factory=set)

    def applied(self, item: Attribute | AttributeRef) -> Attribute | AttributeRef:
        """Return an attribute as it is after the change."""
        if not isinstance(item, Attribute) or item.ident not in self.changes:
            return item
        change = self.changes[item.ident]
        self.done.add(item.ident)
        if change.mode is Mode.CHANGE:
            # A renamed attribute keeps its new name if only the change before this one gave it.
            name = change.name if change.name != change.ident else item.name
            return replace(merged(change, item), mode=item.mode, name=name, namespace=item.namespace)
        if change.mode is Mode.DELETE:
            # Hides an attribute of that name from a class, too; found here, it is no mistake that there is none.
            return replace(change, location=item.location)
        return replace(change, mode=Mode.ADD)

    def fresh(self, item: Attribute | AttributeRef) -> Attribute | AttributeRef | None:
        """Return what is new; None for what was applied already."""
        if isinstance(item, Attribute) and item.ident in self.done:
            return None
        return replace(item, mode=Mode.ADD) if isinstance(item, Attribute) and item.mode is Mode.REPLACE else item
