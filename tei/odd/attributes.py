"""Reading attribute lists: `attList`, `attDef`, `attRef`."""

from __future__ import annotations

from typing import Final

from tei.names import XML_NS
from tei.odd.contents import BAD_VALUE, chosen, is_name, read_datatype, read_values, required
from tei.odd.documentation import read_constraints, read_documentation
from tei.odd.include import Node
from tei.odd.model import Attribute, AttributeItem, AttributeList, AttributeRef, Datatype, Mode, Usage
from tei.odd.particles import Values

_USAGES: Final[dict[str, Usage | None]] = {"mwa": Usage.RECOMMENDED, **{usage.value: usage for usage in Usage}}
"""TEI had "mandatory when applicable" until 2014."""


def read_attributes(spec: Node) -> AttributeList:
    """Read the `attList` of a specification; several of them count as one."""
    lists = tuple(_list(node) for node in spec.children("attList"))
    if len(lists) == 1:
        return lists[0]
    return AttributeList(lists, location=spec.location)


def _list(node: Node) -> AttributeList:
    choice = chosen(node, "org", {"group": False, "choice": True}, False)
    return AttributeList(tuple(_item(child) for child in _known(node)), choice, node.location)


def _known(node: Node) -> tuple[Node, ...]:
    for child in node.children():
        if child.name not in ("attDef", "attRef", "attList", "gloss", "desc"):
            child.report(BAD_VALUE, f"<{child.name}> means nothing in attList", "attDef, attRef and attList stand here")
    return tuple(node.children("attDef", "attRef", "attList"))


def _item(node: Node) -> AttributeItem:
    if node.name == "attList":
        return _list(node)
    if node.name == "attRef":
        return _reference(node)
    return _attribute(node)


def _reference(node: Node) -> AttributeRef:
    """Read a reference; older ODDs have the class in the name, as RELAX NG calls it: att.global.attribute.n."""
    name = required(node, "name")
    return AttributeRef(node.get("class") or name.rpartition(".attribute.")[0], name, node.location)


def _attribute(node: Node) -> Attribute:
    ident = required(node, "ident")
    name, namespace = _name(node, ident)
    if name and not is_name(name):
        node.report(BAD_VALUE, f'"{name}" is not a name that an attribute can have', "use letters and digits")
    default = node.child("defaultVal")
    return Attribute(
        ident=ident,
        name=name,
        namespace=namespace,
        mode=chosen(node, "mode", {mode.value: mode for mode in Mode}, Mode.ADD),
        usage=chosen(node, "usage", _USAGES, None),
        datatype=_datatype(node),
        values=_values(node),
        default=default.markup().text if default is not None else None,
        constraints=read_constraints(node),
        docs=read_documentation(node),
        location=node.location,
    )


def _name(node: Node, ident: str) -> tuple[str, str]:
    """Return the attribute's local name and namespace: `altIdent` before `ident`, and xml:… is in XML's own."""
    alternative = node.child("altIdent")
    name = alternative.markup().text if alternative is not None else ident
    if name.startswith("xml:"):
        return name.removeprefix("xml:"), XML_NS
    return name, node.get("ns")


def _datatype(node: Node) -> Datatype | None:
    datatype = node.child("datatype")
    return read_datatype(datatype) if datatype is not None else None


def _values(node: Node) -> Values | None:
    values = node.child("valList")
    return read_values(values) if values is not None else None
