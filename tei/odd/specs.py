"""Reading specifications: `elementSpec`, `classSpec`, `macroSpec` and `dataSpec`, each as a value."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar

from tei.odd.attributes import read_attributes
from tei.odd.contents import BAD_VALUE, chosen, is_name, missing_content, read_content, required
from tei.odd.documentation import read_constraints, read_documentation
from tei.odd.include import Node
from tei.odd.model import AnySpec, ClassSpec, DataSpec, ElementSpec, MacroSpec, Membership, Spec
from tei.odd.particles import Content, Empty

SPECS: Final = ("elementSpec", "classSpec", "macroSpec", "dataSpec")
_SpecT = TypeVar("_SpecT", bound=Spec)


def read_spec(node: Node, namespace: str) -> AnySpec:
    """Read one of the four kinds (`SPECS`); `namespace` is that of elements which do not say another."""
    match node.name:
        case "elementSpec":
            return _documented(_element(node, namespace), node)
        case "classSpec":
            return _documented(_class(node), node)
        case "macroSpec":
            return _documented(MacroSpec(ident=node.get("ident"), content=_content(node)), node)
        case _:
            return _documented(DataSpec(ident=node.get("ident"), content=_content(node)), node)


def element_name(node: Node) -> str:
    """Return what an element is called in documents: `altIdent`, else `ident`."""
    alternative = node.child("altIdent")
    if alternative is None:
        return node.get("ident")
    name = alternative.markup().text
    if not is_name(name):
        alternative.report(BAD_VALUE, f'"{name}" is not a name that an element can have', "use letters and digits")
    return name


def read_memberships(node: Node) -> tuple[Membership, ...]:
    """Read the classes that a specification is in; what it is taken out of is not among them."""
    return tuple(
        Membership(required(member, "key"), member.location)
        for classes in node.children("classes")
        for member in classes.children("memberOf")
        if member.get("mode") != "delete"
    )


def _element(node: Node, namespace: str) -> ElementSpec:
    return ElementSpec(
        ident=node.get("ident"),
        name=element_name(node),
        namespace=node.get("ns", namespace),
        classes=read_memberships(node),
        content=_content(node),
        attributes=read_attributes(node),
    )


def _class(node: Node) -> ClassSpec:
    kind = chosen(node, "type", {"model": True, "atts": False}, node.get("ident").startswith("model."))
    return ClassSpec(
        ident=node.get("ident"), is_model=kind, classes=read_memberships(node), attributes=read_attributes(node)
    )


def _documented(spec: _SpecT, node: Node) -> _SpecT:
    return replace(
        spec,
        module=node.get("module"),
        docs=read_documentation(node),
        constraints=read_constraints(node),
        location=node.location,
    )


def _content(node: Node) -> Content:
    content = node.child("content")
    if content is None:
        missing_content(node, node)
        return Empty(location=node.location)
    return read_content(content, node)
