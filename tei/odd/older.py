"""Content models of older ODDs, which are RELAX NG (TEI Guidelines before 3.0): patterns read as particles of pure ODD.

Names tell what a reference means: `macro.…` a macro, `model.…` a class (with a suffix, its members in sequence),
`data.…` and `teidata.…` a datatype, anything else an element, until it is known what has that name
(`tei.odd.meanings`). A pattern that pure ODD has no word for is kept, and RELAX NG alone can say it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tei.findings import Location
from tei.names import RNG_NS
from tei.odd.include import Node
from tei.odd.particles import (
    ANY_NUMBER,
    ONCE,
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
    Pattern,
    Sequence,
    Text,
    Value,
    Values,
)
from tei.odd.words import Markup

_REPEATED: Final = {"optional": OPTIONAL, "zeroOrMore": ANY_NUMBER, "oneOrMore": ONE_OR_MORE}
_EXPANSIONS: Final = {"alternation": Expand.ALTERNATE} | {way.value: way for way in Expand}
_FORMER: Final = "data."
"""What the names of TEI's datatypes began with before 3.0, when they became `teidata.…`."""
_NAME_CLASSES: Final = ("name", "anyName", "nsName")


def older_pattern(node: Node) -> Content:
    """Read a RELAX NG pattern."""
    name = _kind(node)
    if name in _REPEATED:
        inside = _inside(node)
        content = inside[0] if len(inside) == 1 else Sequence(inside, location=node.location)
        if content.occurs == ONCE:
            return replace(content, occurs=_REPEATED[name])
        return Sequence((content,), occurs=_REPEATED[name], location=node.location)
    if name in _GROUPS:
        return _GROUPS[name](_inside(node), node.location)
    if name in _LEAVES:
        return _LEAVES[name](node)
    return _kept(node)


def _kind(node: Node) -> str:
    return node.name.removeprefix(f"{{{RNG_NS}}}")


def _patterns(node: Node) -> tuple[Node, ...]:
    return tuple(child for child in node.children() if child.name.startswith(f"{{{RNG_NS}}}"))


def _inside(node: Node) -> tuple[Content, ...]:
    return tuple(older_pattern(child) for child in _patterns(node))


def _kept(node: Node) -> Pattern:
    """Keep a pattern, with the particles inside of it; a name class and a parameter are no particles."""
    kind, children = _kind(node), _patterns(node)
    items: list[Content | Markup] = []
    for child in children:
        named = kind in ("element", "attribute") and not items and "name" not in node.element.attrib
        markup = named or _kind(child) in (*_NAME_CLASSES, "param", "except")
        items.append(copied(child) if markup else older_pattern(child))
    return Pattern(kind, _attributes(node), tuple(items), location=node.location)


def copied(node: Node) -> Markup:
    """Return a part of a grammar as it is; a prefix in a name becomes a namespace, as prefixes may be others then."""
    inside = tuple(copied(child) for child in _patterns(node))
    words = str(node.element.text or "").strip()
    found = Markup(str(node.element.tag), _attributes(node), inside or ((words,) if words else ()), node.location)
    if _kind(node) != "name" or not (namespace := _namespace(node, words)):
        return found
    return replace(found, attributes=(("ns", namespace),), content=(words.partition(":")[2],))


def _attributes(node: Node) -> tuple[tuple[str, str], ...]:
    found = {str(name): str(value) for name, value in node.element.attrib.items() if not str(name).startswith("{")}
    if _kind(node) in ("element", "attribute") and (namespace := _namespace(node, found.get("name", ""))):
        found |= {"name": found["name"].partition(":")[2], "ns": namespace}
    return tuple(found.items())


def _namespace(node: Node, name: str) -> str:
    prefix, colon, _ = name.strip().partition(":")
    return str(node.element.nsmap.get(prefix, "")) if colon and prefix != "xml" else ""


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
    if name.startswith("att.") and (name.endswith(".attributes") or ".attribute." in name):
        return Pattern("ref", (("name", name),), location=place)
    return ElementRef(name, location=place)


def _data(node: Node) -> Content:
    if node.child(f"{{{RNG_NS}}}except") is not None:
        return _kept(node)
    params = [(child.get("name"), child.markup().text) for child in node.children(f"{{{RNG_NS}}}param")]
    pattern = next((value for name, value in params if name == "pattern"), "")
    facets = tuple((name, value) for name, value in params if name != "pattern")
    return DataRef("", node.get("type"), pattern, facets, location=node.location)


def _list(node: Node) -> Content:
    """Read a list of values: of one kind each, or kept as it is."""
    items = _inside(node)
    return _kept(node) if len(items) > 1 else Sequence(items, location=node.location)


def _interleave(items: tuple[Content, ...], place: Location) -> Content:
    """Read what may come in any order; what repeats freely, whatever comes between, is one choice that repeats."""
    if items and all(
        isinstance(item, Text) or (isinstance(item, ElementRef | ClassRef) and item.occurs == ANY_NUMBER)
        for item in items
    ):
        return Alternate(tuple(replace(item, occurs=ONCE) for item in items), occurs=ANY_NUMBER, location=place)
    return Sequence(items, ordered=False, location=place)


_GROUPS: Final[dict[str, Callable[[tuple[Content, ...], Location], Content]]] = {
    "group": lambda items, place: Sequence(items, location=place),
    "interleave": _interleave,
    "choice": lambda items, place: Alternate(items, location=place),
    "mixed": lambda items, place: _interleave((Text(location=place), *items), place),
}
_LEAVES: Final[dict[str, Callable[[Node], Content]]] = {
    "ref": _reference,
    "data": _data,
    "list": _list,
    "text": lambda node: Text(location=node.location),
    "empty": lambda node: Empty(location=node.location),
    "notAllowed": lambda node: Nothing(location=node.location),
    "value": lambda node: Values((Value(node.markup().text),), location=node.location),
}
