"""What the elements of a schema may hold and which attributes they may have: section 3 of the specification.

One table says it; a node is checked when it is read, so that every message has the place of the slip in the schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category

from tei.relaxng.regexes import NCNAME
from tei.relaxng.syntax import Node

PATTERNS: Final = frozenset(
    {
        *("element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list"),
        *("mixed", "ref", "parentRef", "empty", "text", "value", "data", "notAllowed", "externalRef", "grammar"),
    }
)
NAME_CLASSES: Final = frozenset({"name", "anyName", "nsName", "choice"})
_COMMON: Final = frozenset({"ns", "datatypeLibrary", "xml:base"})
_ATTRIBUTES: Final = {
    "element": ("name",),
    "attribute": ("name",),
    "ref": ("name",),
    "parentRef": ("name",),
    "data": ("type",),
    "value": ("type",),
    "externalRef": ("href",),
    "include": ("href",),
    "start": ("combine",),
    "define": ("name", "combine"),
    "param": ("name",),
}
_DEMANDED: Final = {
    "ref": "name",
    "parentRef": "name",
    "data": "type",
    "externalRef": "href",
    "include": "href",
    "define": "name",
    "param": "name",
}
_SEVERAL: Final = frozenset({"group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"})
_EMPTY: Final = frozenset({"ref", "parentRef", "empty", "text", "notAllowed", "externalRef", "value", "param", "name"})
_TEXTUAL: Final = frozenset({"value", "param", "name"})
_COMPONENTS: Final = frozenset({"start", "define", "div"})
_ASCII_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?!$)(?:[^#%\[\]\s]|%[0-9A-Fa-f]{2})+")

Slip = tuple[int, str, str]
"""A place, what is wrong there, and the mend."""


@lru_cache(maxsize=4096)
def is_ncname(text: str) -> bool:
    """Tell whether `text` is a name without a colon.

    XML 1.0 up to its fourth edition, which RELAX NG rests on, lets no name begin with a combining mark.
    """
    if _ASCII_NAME.fullmatch(text):
        return True
    # Compiled only where it is needed: the classes of its letters take longer than a small schema does.
    return re.fullmatch(NCNAME, text) is not None and not category(text[0]).startswith("M")


def is_plain(node: Node) -> bool:
    """Tell at one glance that nothing is wrong with a node, as with nearly all; where not sure, say no."""
    allowed = _PLAIN.get(node.name)
    if allowed is None or node.text or node.foreign or not node.attributes.keys() <= allowed:
        return False
    if node.name in _SEVERAL or node.name == "define":
        return bool(node.children) and PATTERNS.issuperset([child.name for child in node.children])
    return not node.children and _DEMANDED.get(node.name, "") in ("", *node.attributes)


def slips(node: Node, *, plain: bool = True) -> Iterator[Slip]:
    """Yield what is wrong with one node: attributes, text, and which children it has; not what is inside them.

    `plain` is False where a choice stands for names.
    """
    allowed = _ATTRIBUTES.get(node.name, ())
    for name in node.attributes:
        if name not in allowed and name not in _COMMON:
            yield node.position, f"@{name} is not allowed on <{node.name}>", "take it out, or mend its name"
    demanded = _DEMANDED.get(node.name)
    if demanded is not None and demanded not in node.attributes:
        yield node.position, f"<{node.name}> lacks @{demanded}", f"add @{demanded}"
    yield from _words(node)
    yield from _library(node)
    if plain:
        yield from _children(node)


def _words(node: Node) -> Iterator[Slip]:
    if node.name not in _TEXTUAL and node.text and node.text.strip():
        words = " ".join(node.text.split())[:40]
        yield node.position, f'text "{words}" stands loose in <{node.name}>', "take it out"
    if node.foreign:
        yield node.position, f"<{node.name}> holds text only, and no element of another namespace", "take it out"


def _library(node: Node) -> Iterator[Slip]:
    library = node.attributes.get("datatypeLibrary")
    if library and not _ABSOLUTE.fullmatch(library):
        message = f'@datatypeLibrary is "{library}", which is no absolute address without a fragment'
        yield node.position, message, "write the address of a datatype library"


def _children(node: Node) -> Iterator[Slip]:
    names = [child.name for child in node.children]
    if node.name in _EMPTY:
        if names:
            yield node.children[0].position, f"<{node.name}> has to be empty, but holds <{names[0]}>", "take it out"
    elif node.name in _SEVERAL or node.name in ("define", "start"):
        yield from _patterns(node, node.children)
        if node.name == "start" and len(names) > 1:
            yield node.position, "<start> holds one pattern only", "put them into a <choice> or <group>"
    elif node.name in ("element", "attribute"):
        yield from _named(node)
    elif node.name in _CHECKS:
        yield from _CHECKS[node.name](node)
    else:
        yield node.position, f"<{node.name}> is not an element of RELAX NG", "mend its name"


def _patterns(node: Node, children: list[Node], *, least: int = 1) -> Iterator[Slip]:
    for child in children:
        if child.name not in PATTERNS:
            known = "is not allowed" if child.name in _KNOWN else "is not an element of RELAX NG and not allowed"
            yield child.position, f"<{child.name}> {known} in <{node.name}>", "only patterns stand here"
    if len(children) < least:
        yield node.position, f"<{node.name}> is empty; it needs a pattern", "add what it holds, or <empty/>"


def _named(node: Node) -> Iterator[Slip]:
    rest = node.children
    if "name" not in node.attributes:
        if not rest or rest[0].name not in NAME_CLASSES:
            yield node.position, f"<{node.name}> has no name", "add @name, or a name class as its first child"
        rest = rest[1:]
    yield from _patterns(node, rest, least=1 if node.name == "element" else 0)
    if node.name == "attribute" and len(rest) > 1:
        yield node.position, "<attribute> holds one pattern only", "put them into a <choice> or <group>"


def _data(node: Node) -> Iterator[Slip]:
    for index, child in enumerate(node.children):
        last = index == len(node.children) - 1
        if child.name != "param" and not (child.name == "except" and last):
            yield child.position, f"<{child.name}> is not allowed here in <data>", "first <param>, then one <except>"


def _except(node: Node) -> Iterator[Slip]:
    if not node.children:
        yield node.position, "<except> is empty", "add what is excepted"


def _wildcard(node: Node) -> Iterator[Slip]:
    if len(node.children) > 1 or any(child.name != "except" for child in node.children):
        yield node.position, f"<{node.name}> holds one <except> at most", "put the names into one <except>"


def _grammar(node: Node) -> Iterator[Slip]:
    for child in node.children:
        if child.name not in _COMPONENTS and not (child.name == "include" and node.name != "include"):
            yield child.position, f"<{child.name}> is not allowed in <{node.name}>", "put it into a <define>"


_CHECKS: Final = {
    "data": _data,
    "except": _except,
    "anyName": _wildcard,
    "nsName": _wildcard,
    "grammar": _grammar,
    "include": _grammar,
    "div": _grammar,
}
_KNOWN: Final = PATTERNS | NAME_CLASSES | _COMPONENTS | {"include", "param", "except"}
_PLAIN: Final = {
    **dict.fromkeys(("empty", "text", "notAllowed", *_SEVERAL), frozenset[str]()),
    **dict.fromkeys(("ref", "parentRef"), frozenset(("name",))),
    "define": frozenset(("name", "combine")),
}
