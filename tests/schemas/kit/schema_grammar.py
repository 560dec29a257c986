"""Read a RELAX NG grammar as one content model and one attribute pattern for each element name.

That is enough for both schemas compared here, ours and tei_all: each gives an element one declaration, wherever it
stands. A pattern is a nested tuple; `derive` takes it one symbol further (Brzozowski's derivatives), which is all that
drawing words, comparing languages and looking for ambiguity need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

Pattern = tuple[Any, ...]

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEXT = "#text"
ANY = "#any"
EMPTY: Pattern = ("empty",)
NOTHING: Pattern = ("nothing",)
ESCAPE = "%[0-9A-Fa-f]{2}"
"""What only the pattern for addresses has in it."""


@dataclass(frozen=True, slots=True)
class Element:
    """What the grammar says of an element: `content` over element names and TEXT, `attributes` over attribute names."""

    name: str
    content: Pattern
    attributes: Pattern
    data: dict[str, Pattern]
    required: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The elements of a grammar by name, and the names of those that may be the root."""

    elements: dict[str, Element]
    start: tuple[str, ...]


def group(*parts: Pattern) -> Pattern:
    """Return the sequence of `parts`, without the empty ones."""
    flat: list[Pattern] = []
    for part in parts:
        if part == NOTHING:
            return NOTHING
        flat.extend(part[1] if part[0] == "group" else () if part == EMPTY else (part,))
    return EMPTY if not flat else flat[0] if len(flat) == 1 else ("group", tuple(flat))


def choice(*parts: Pattern) -> Pattern:
    """Return the alternation of `parts`, each once."""
    flat: dict[Pattern, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part[1] if part[0] == "choice" else () if part == NOTHING else (part,)))
    return NOTHING if not flat else next(iter(flat)) if len(flat) == 1 else ("choice", tuple(flat))


def repeat(part: Pattern) -> Pattern:
    """Return `part` once or more."""
    return part if part in (EMPTY, NOTHING) or part[0] == "repeat" else ("repeat", part)


def optional(part: Pattern) -> Pattern:
    """Return `part` or nothing."""
    return part if nullable(part) else choice(part, EMPTY)


OCCURRENCE: dict[str, Callable[[Pattern], Pattern]] = {
    "group": lambda part: part,
    "optional": lambda part: optional(part),
    "zeroOrMore": lambda part: optional(repeat(part)),
    "oneOrMore": repeat,
}


@cache
def nullable(pattern: Pattern) -> bool:
    """Say whether the empty word matches."""
    match pattern:
        case ("empty",):
            return True
        case ("leaf", name):
            return bool(name == TEXT)
        case ("group", parts):
            return all(map(nullable, parts))
        case ("choice", parts):
            return any(map(nullable, parts))
        case ("repeat", part):
            return nullable(part)
    return False


@cache
def first(pattern: Pattern) -> tuple[str, ...]:
    """Return the symbols with which a word can begin, in the order of the pattern."""
    return tuple(dict.fromkeys(_first(pattern)))


def _first(pattern: Pattern) -> Iterator[str]:
    match pattern:
        case ("leaf", name):
            yield name
        case ("group", parts):
            for part in parts:
                yield from first(part)
                if not nullable(part):
                    return
        case ("choice", parts):
            for part in parts:
                yield from first(part)
        case ("repeat", part):
            yield from first(part)


@cache
def derive(pattern: Pattern, symbol: str) -> Pattern:
    """Return what may follow once `symbol` was read."""
    match pattern:
        case ("leaf", name):
            return (pattern if name == TEXT else EMPTY) if name == symbol else NOTHING
        case ("choice", parts):
            return choice(*(derive(part, symbol) for part in parts))
        case ("repeat", part):
            return group(derive(part, symbol), optional(pattern))
        case ("group", parts):
            head, rest = parts[0], group(*parts[1:])
            after = group(derive(head, symbol), rest)
            return choice(after, derive(rest, symbol)) if nullable(head) else after
    return NOTHING


def leaves(pattern: Pattern) -> tuple[str, ...]:
    """Return every symbol of a pattern, each once."""
    match pattern:
        case ("leaf", name):
            return (name,)
        case ("group" | "choice", parts):
            return tuple(dict.fromkeys(name for part in parts for name in leaves(part)))
        case ("repeat", part):
            return leaves(part)
    return ()


def is_pointer(data: Pattern) -> bool:
    """Say whether a value, or each of a list, is a pointer: anyURI, or a string with the pattern for addresses."""
    match data:
        case ("list", ("many", part)):
            return is_pointer(part)
        case ("data", "anyURI", _):
            return True
        case ("data", "string", facets):
            return any(ESCAPE in pattern for _, pattern in facets)
    return False


def read_grammar(path: Path) -> Grammar:
    """Read a grammar in RELAX NG's XML syntax that uses neither interleave nor nested grammars."""
    return _Reader(etree.parse(path).getroot()).grammar()


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.defines = {define.get("name"): define for define in root.iter(f"{RNG}define")}

    def grammar(self) -> Grammar:
        found = {node.get("name"): self.element(node) for node in self.root.iter(f"{RNG}element") if node.get("name")}
        starts = self.all_of(self.root.find(f"{RNG}start"), attributes=False)
        return Grammar(found, leaves(starts))

    def element(self, node: etree._Element) -> Element:
        attributes = self.all_of(node, attributes=True)
        data: dict[str, Pattern] = {}
        self.attribute_data(node, data)
        required = frozenset(name for name in data if not nullable(_without(attributes, name)))
        return Element(node.get("name") or "", self.all_of(node, attributes=False), attributes, data, required)

    def all_of(self, node: etree._Element, *, attributes: bool) -> Pattern:
        return group(*(self.pattern(child, attributes) for child in _children(node)))

    def pattern(self, node: etree._Element, attributes: bool) -> Pattern:
        """Return the pattern of `node` over element names, or with `attributes` over attribute names."""
        match node.tag.removeprefix(RNG):
            case "ref":
                return self.all_of(self.defines[node.get("name")], attributes=attributes)
            case "choice":
                return choice(*(self.pattern(child, attributes) for child in _children(node)))
            case "group" | "optional" | "zeroOrMore" | "oneOrMore" as kind:
                return OCCURRENCE[kind](self.all_of(node, attributes=attributes))
            case "notAllowed":
                return NOTHING
            case "attribute":
                return ("leaf", node.get("name") or ANY) if attributes else EMPTY
            case "element":
                return EMPTY if attributes else ("leaf", node.get("name") or ANY)
            case "text" | "data" | "list" | "value" if not attributes:
                return ("leaf", TEXT)
        return EMPTY

    def attribute_data(self, node: etree._Element, into: dict[str, Pattern]) -> None:
        for child in _children(node):
            match child.tag.removeprefix(RNG):
                case "attribute":
                    into[child.get("name") or ANY] = self.datum(child)
                case "ref":
                    define = self.defines[child.get("name")]
                    if not any(inner.tag == f"{RNG}element" for inner in define):
                        self.attribute_data(define, into)
                case "element":
                    continue
                case _:
                    self.attribute_data(child, into)

    def datum(self, node: etree._Element) -> Pattern:
        """Return the pattern of an attribute value: value, data, list, oneOf, many."""
        return _one([part for child in _children(node) for part in self.data(child)])

    def data(self, node: etree._Element) -> list[Pattern]:
        match node.tag.removeprefix(RNG):
            case "ref":
                return [part for child in _children(self.defines[node.get("name")]) for part in self.data(child)]
            case "data":
                facets = tuple((param.get("name"), param.text) for param in _children(node))
                return [("data", node.get("type"), facets)]
            case "value":
                return [("value", node.text or "")]
            case "choice":
                return [("oneOf", tuple(part for child in _children(node) for part in self.data(child)))]
            case "list":
                return [("list", self.datum(node))]
            case "oneOrMore" | "zeroOrMore":
                return [("many", self.datum(node))]
            case "text":
                return [("data", "string", ())]
            case "optional":
                return [("oneOf", (("value", ""), self.datum(node)))]
        return []


def _one(parts: list[Pattern]) -> Pattern:
    if not parts:
        return ("data", "string", ())
    return parts[0] if len(parts) == 1 else ("tuple", tuple(parts))


def _without(pattern: Pattern, name: str) -> Pattern:
    """Return a pattern nullable exactly where `pattern` can do without the attribute `name`, all others present."""
    match pattern:
        case ("leaf", found):
            return NOTHING if found == name else EMPTY
        case ("group", parts):
            return group(*(_without(part, name) for part in parts))
        case ("choice", parts):
            return choice(*(_without(part, name) for part in parts))
        case ("repeat", part):
            return _without(part, name)
    return pattern


def _children(node: etree._Element | None) -> list[etree._Element]:
    return [] if node is None else [child for child in node if isinstance(child.tag, str) and child.tag.startswith(RNG)]
