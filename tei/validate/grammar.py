"""A RELAX NG schema in XML syntax as far as explaining needs it: elements, their content, attributes, documentation.

libxml2 decides whether a document is valid; this reading of the schema says why it is not, in words that name what is
allowed. RELAX NG specification, OASIS 2001, sections 3 and 4; nested grammars and externalRef are not followed, and
documents of such schemas get libxml2's own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lxml import etree

from tei.names import RNG_ANNOTATIONS_NS, RNG_NS, XML_NS, local
from tei.validate.patterns import Pattern, Patterns, items

_TAGS: Final = """element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref parentRef
    empty value text data notAllowed externalRef grammar"""
_PATTERN_TAGS: Final = frozenset(_TAGS.split())


class NotExplainableError(Exception):
    """The schema uses something that this reading does not follow."""


def rng(name: str) -> str:
    """Return `name` in the namespace of RELAX NG."""
    return f"{{{RNG_NS}}}{name}"


def tag(node: etree._Element) -> str:
    """Return the local name of a RELAX NG element, an empty string for anything else."""
    name = etree.QName(node) if isinstance(node.tag, str) else None
    return name.localname if name is not None and name.namespace == RNG_NS else ""


def patterns_in(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of `node` that are patterns."""
    return (child for child in node if tag(child) in _PATTERN_TAGS)


@dataclass(frozen=True, slots=True)
class NameClass:
    """Which Clark names are meant: a list, or all names outside some others, of one namespace or of any."""

    names: tuple[str, ...] = ()
    wild: tuple[tuple[str | None, NameClass], ...] = ()

    def takes(self, name: str) -> bool:
        """Tell whether `name` is one of these."""
        if name in self.names:
            return True
        namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
        return any(uri in (None, namespace) and not without.takes(name) for uri, without in self.wild)


def inherited(node: etree._Element, attribute: str) -> str:
    """Return `attribute` of the nearest ancestor or self that has it: how ns and datatypeLibrary are passed down."""
    owner: etree._Element | None = node
    while owner is not None:
        value = owner.get(attribute)
        if value is not None:
            return value
        owner = owner.getparent()
    return ""


def name_class(node: etree._Element) -> NameClass:
    """Return the name class of an element or attribute pattern."""
    written = node.get("name")
    if written is not None:
        default = (node.get("ns") or "") if tag(node) == "attribute" else inherited(node, "ns")
        return NameClass((_clark(node, written, default),))
    inner = next((child for child in node if tag(child) in ("name", "anyName", "nsName", "choice")), None)
    return NameClass() if inner is None else _inner_class(inner)


def _inner_class(node: etree._Element) -> NameClass:
    kind = tag(node)
    if kind == "name":
        return NameClass((_clark(node, (node.text or "").strip(), inherited(node, "ns")),))
    inner = [_inner_class(child) for child in node if tag(child)]
    if kind in ("choice", "except"):
        return NameClass(
            tuple(name for one in inner for name in one.names), tuple(wild for one in inner for wild in one.wild)
        )
    without = inner[0] if inner else NameClass()
    return NameClass(wild=((inherited(node, "ns") if kind == "nsName" else None, without),))


def _clark(node: etree._Element, written: str, default: str) -> str:
    prefix, colon, local = written.strip().rpartition(":")
    if colon:
        default = XML_NS if prefix == "xml" else node.nsmap.get(prefix, "")
    return f"{{{default}}}{local}" if default else local


@dataclass(frozen=True, eq=False)
class Definition:
    """An element or attribute pattern of the schema, with what explaining asks of it."""

    node: etree._Element
    name_class: NameClass
    build: Callable[[etree._Element, str], Pattern] = field(repr=False)

    def takes(self, symbol: str) -> bool:
        """Tell whether this defines the name `symbol`."""
        return self.name_class.takes(symbol)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that this defines; empty for a wildcard."""
        return self.name_class.names

    @cached_property
    def content(self) -> Pattern:
        """What may stand inside the element, attributes apart."""
        return self.build(self.node, "content")

    @cached_property
    def attributes(self) -> Pattern:
        """Which attributes the element may have."""
        return self.build(self.node, "attributes")

    @cached_property
    def documentation(self) -> str:
        """What the schema says that this is for, on one line."""
        found = self.node.find(f"{{{RNG_ANNOTATIONS_NS}}}documentation")
        return "" if found is None else " ".join("".join(str(piece) for piece in found.itertext()).split())


class Grammar:
    """The definitions of a schema whose includes are already merged: see `load`."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.patterns = Patterns()
        self._defines: dict[str, list[etree._Element]] = {}
        for node in root.iter(rng("define"), rng("start")):
            name = node.get("name", "") if tag(node) == "define" else ""
            self._defines.setdefault(name, []).append(node)
        self._definitions: dict[etree._Element, Definition] = {}
        self._built: dict[tuple[str, str], Pattern] = {}

    @cached_property
    def start(self) -> Pattern:
        """What a document may start with. Raises NotExplainableError, as does all that builds patterns."""
        if tag(self.root) != "grammar":
            return self._pattern(self.root, "content")
        return self._reference("", "content")

    @cached_property
    def elements(self) -> tuple[Definition, ...]:
        """All element definitions, in the order of the schema."""
        nodes = self.root.iter(rng("element"))
        return tuple(self.definition(node) for node in nodes)

    @cached_property
    def by_name(self) -> dict[str, tuple[Definition, ...]]:
        """The element definitions of each Clark name."""
        found: dict[str, tuple[Definition, ...]] = {}
        for one in self.elements:
            for name in one.names:
                found[name] = (*found.get(name, ()), one)
        return found

    @cached_property
    def namesakes(self) -> dict[str, str]:
        """The Clark name of each element by its local name."""
        return {local(name): name for name in reversed(tuple(self.by_name))}

    @cached_property
    def _namespaces(self) -> frozenset[str | None]:
        return frozenset(etree.QName(name).namespace for name in self.by_name)

    def is_foreign(self, node: etree._Element) -> bool:
        """Tell whether `node` is in a namespace of which the schema has no element."""
        return etree.QName(node).namespace not in self._namespaces

    @cached_property
    def attribute_use(self) -> Counter[str]:
        """How many elements may have each attribute: the fewer, the more it says of one of them."""
        return Counter(name for one in self.elements for item in items(one.attributes) for name in item.names)

    @cached_property
    def parents(self) -> dict[str, tuple[str, ...]]:
        """For each element name, the names of the elements that may hold it."""
        found: dict[str, dict[str, None]] = {}
        for parent in self.elements:
            for child in items(parent.content):
                for name in child.names:
                    found.setdefault(name, {}).update(dict.fromkeys(parent.names))
        return {name: tuple(holders) for name, holders in found.items()}

    def definition(self, node: etree._Element) -> Definition:
        """Return the definition that an element or attribute pattern is."""
        if node not in self._definitions:
            self._definitions[node] = Definition(node, name_class(node), self._inside)
        return self._definitions[node]

    def defines(self, name: str) -> list[etree._Element]:
        """Return the define elements of `name` (empty: the start elements)."""
        return self._defines.get(name, [])

    def _inside(self, node: etree._Element, want: str) -> Pattern:
        # The first pattern of an element with a name class as child is not its content: a choice of names.
        inner = [child for child in patterns_in(node) if not _is_name_class(child)]
        parts = [self._pattern(child, want) for child in inner]
        return self.patterns.interleave(parts) if want == "attributes" else self.patterns.group(parts)

    def _reference(self, name: str, want: str) -> Pattern:
        key = (name, want)
        if key not in self._built:
            nodes = self.defines(name)
            if not nodes:
                raise NotExplainableError(name)
            parts = [self._inside(node, want) for node in nodes]
            mingled = any(node.get("combine") == "interleave" for node in nodes)
            self._built[key] = self.patterns.interleave(parts) if mingled else self.patterns.choice(parts)
        return self._built[key]

    def _pattern(self, node: etree._Element, want: str) -> Pattern:
        kind = tag(node)
        if kind in ("element", "attribute"):
            wanted = (kind == "attribute") == (want == "attributes")
            return self.patterns.leaf(self.definition(node)) if wanted else self.patterns.empty
        if kind in ("text", "data", "value", "list"):
            return self.patterns.text if want == "content" else self.patterns.empty
        if kind in ("empty", "notAllowed"):
            return self.patterns.empty if kind == "empty" else self.patterns.refused
        if kind == "ref":
            return self._reference(node.get("name", "").strip(), want)
        return self._compound(node, kind, want)

    def _compound(self, node: etree._Element, kind: str, want: str) -> Pattern:
        build = self.patterns
        if kind == "choice":
            return build.choice([self._pattern(child, want) for child in patterns_in(node)])
        inner = self._inside(node, want)
        match kind:
            case "group":
                return inner
            case "optional":
                return build.optional(inner)
            case "oneOrMore":
                return build.more(inner)
            case "zeroOrMore":
                return build.optional(build.more(inner))
            case "mixed":
                return build.interleave((inner, build.text)) if want == "content" else inner
            case "interleave":
                return build.interleave([self._pattern(child, want) for child in patterns_in(node)])
        raise NotExplainableError(kind)


def _is_name_class(node: etree._Element) -> bool:
    """Tell whether a choice stands for names, as `<choice><name>a</name>…</choice>` does."""
    return tag(node) == "choice" and any(tag(child) in ("name", "anyName", "nsName") for child in node)
