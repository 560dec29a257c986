"""Content models of older ODDs, which are RELAX NG (TEI Guidelines before 3.0): patterns read as particles of pure ODD.

Names tell what a reference means: `macro.…` a macro, `model.…` a class (with a suffix, its members in sequence),
`data.…` and `teidata.…` a datatype, anything else an element.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from tei.findings import Location
from tei.names import RNG_NS
from tei.odd.include import Node
from tei.odd.particles import (
    ANY_NUMBER,
    ONE_OR_MORE,
    OPTIONAL,
    Alternate,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Empty,
    Expand,
    MacroRef,
    Nothing,
    Sequence,
    Text,
    Value,
    Values,
)

Refusal: TypeAlias = Callable[[Node], None]
_REPEATED: Final = {"optional": OPTIONAL, "zeroOrMore": ANY_NUMBER, "oneOrMore": ONE_OR_MORE}
_EXPANSIONS: Final = {"alternation": Expand.ALTERNATE} | {way.value: way for way in Expand}
_FORMER: Final = "data."
"""What the names of TEI's datatypes began with before 3.0, when they became `teidata.…`."""


def older_pattern(node: Node, refuse: Refusal) -> Content | None:
    """Read a RELAX NG pattern; what pure ODD has no word for is handed to `refuse`, and is None."""
    name = node.name.removeprefix(f"{{{RNG_NS}}}")
    if name in _REPEATED:
        return Sequence(_inside(node, refuse), occurs=_REPEATED[name], location=node.location)
    if name in _GROUPS:
        return _GROUPS[name](_inside(node, refuse), node.location)
    if name in _LEAVES:
        return _LEAVES[name](node)
    refuse(node)
    return None


def _inside(node: Node, refuse: Refusal) -> tuple[Content, ...]:
    patterns = (child for child in node.children() if child.name.startswith(f"{{{RNG_NS}}}"))
    return tuple(found for child in patterns if (found := older_pattern(child, refuse)) is not None)


def _reference(node: Node) -> Content:
    """Return what a `ref` means, by its name."""
    name, place = node.get("name"), node.location
    if name.startswith("macro."):
        return MacroRef(name, location=place)
    if name.startswith("model."):
        key, _, suffix = name.partition("_")
        return ClassRef(key, _EXPANSIONS.get(suffix, Expand.ALTERNATE), location=place)
    if name.startswith(("teidata.", _FORMER)):
        return DataRef(f"teidata.{name.partition('.')[2]}", location=place)
    return ElementRef(name, location=place)


def _data(node: Node) -> DataRef:
    params = [(child.get("name"), child.markup().text) for child in node.children(f"{{{RNG_NS}}}param")]
    pattern = next((value for name, value in params if name == "pattern"), "")
    facets = tuple((name, value) for name, value in params if name != "pattern")
    return DataRef("", node.get("type"), pattern, facets, location=node.location)


_GROUPS: Final[dict[str, Callable[[tuple[Content, ...], Location], Content]]] = {
    "group": lambda items, place: Sequence(items, location=place),
    "list": lambda items, place: Sequence(items, location=place),
    "interleave": lambda items, place: Sequence(items, ordered=False, location=place),
    "choice": lambda items, place: Alternate(items, location=place),
}
_LEAVES: Final[dict[str, Callable[[Node], Content]]] = {
    "ref": _reference,
    "data": _data,
    "text": lambda node: Text(location=node.location),
    "empty": lambda node: Empty(location=node.location),
    "notAllowed": lambda node: Nothing(location=node.location),
    "value": lambda node: Values((Value(node.markup().text),), location=node.location),
}
