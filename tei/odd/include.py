"""The source of an ODD as one tree, although it lies in several files: XInclude, resolved as it is walked.

The files are not merged: a `Node` knows the file that its element stands in, so every finding has the right file and
line. Only local, relative references are followed (XInclude 1.0, with a bare name or an XPath as `xpointer`); nothing
is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lxml import etree

from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import TEI_NS, XI_NS, XML_ID, local
from tei.odd.words import Markup
from tei.xmlfile import parse_file

INCLUDE_FAILED = Rule(
    "ODD101",
    "include-failed",
    Severity.ERROR,
    "A part of the schema's source that is named by xi:include is not there: the file is missing or not XML, the place "
    "in it has another name, or the reference leads out of the local files. The specifications in it are missed.",
    bad='<xi:include href="parts/haeder.odd"/>',
    good='<xi:include href="parts/header.odd"/>',
)
INCLUDE_LOOP = Rule(
    "ODD102",
    "include-loop",
    Severity.ERROR,
    "A part includes itself, directly or through others; there would be no end to it.",
)
RULES = (INCLUDE_FAILED, INCLUDE_LOOP)

_INCLUDE: Final = f"{{{XI_NS}}}include"
_POINTER: Final = re.compile(r"\b(?:xpointer|xpath1)\((.*)\)\s*$", re.DOTALL)
_PREFIX: Final = re.compile(r"\bxmlns\(\s*([^\s=()]+)\s*=\s*([^\s()]+)\s*\)")
_BY_ID: Final = re.compile(r"(?<![\w-])id\(\s*('[^']*'|\"[^\"]*\")\s*\)")
_FALLBACK: Final = f"{{{XI_NS}}}fallback"


def line_of(element: Any) -> int:
    """Return the line that an element starts on, 0 where it is not known; the stubs of lxml do not type it."""
    return int(element.sourceline or 0)


@dataclass(frozen=True, slots=True)
class Node:
    """An element with the file it stands in; its children are those of the whole ODD, includes resolved."""

    element: etree._Element
    path: str
    sources: Sources
    trail: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The local name in the TEI namespace, or the name in Clark notation outside it."""
        tag = str(self.element.tag)
        return local(tag) if tag.startswith(f"{{{TEI_NS}}}") else tag

    @property
    def location(self) -> Location:
        """Where the element starts."""
        return Location(self.path, line_of(self.element))

    def get(self, name: str, default: str = "") -> str:
        """Return the value of an attribute, white space collapsed."""
        return " ".join(str(self.element.get(name, default)).split())

    def tokens(self, name: str) -> tuple[str, ...]:
        """Return the words of an attribute."""
        return tuple(str(self.element.get(name, "")).split())

    def children(self, *names: str) -> Iterator[Node]:
        """Yield the child elements of these names (all, if none is given) in document order."""
        for child in self.element.iterchildren(etree.Element):
            found = (
                self.sources.included(self, child)
                if child.tag == _INCLUDE
                else (Node(child, self.path, self.sources, self.trail),)
            )
            yield from (node for node in found if not names or node.name in names)

    def child(self, name: str) -> Node | None:
        """Return the first child of that name."""
        return next(self.children(name), None)

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything inside it, in document order."""
        yield self
        for child in self.children():
            yield from child.walk()

    def markup(self) -> Markup:
        """Return the element with its mixed content as a value; comments and processing instructions are left out."""
        return _markup(self.element, self.path)

    def report(self, rule: Rule, message: str, hint: str = "") -> None:
        """Put a finding down for this element."""
        self.sources.findings.append(rule.at(self.location, message, hint))


@dataclass(slots=True)
class Sources:
    """The files of one ODD: each is parsed once; what is wrong with them is gathered in `findings`."""

    findings: list[Finding] = field(default_factory=list)
    _roots: dict[str, etree._Element | None] = field(default_factory=dict)

    def root(self, path: Path) -> Node:
        """Parse the main file; raises SourceError where it cannot be read."""
        root = parse_file(path).getroot()
        self._roots[str(path)] = root
        return Node(root, str(path), self, ((str(path), ""),))

    def document(self, path: str) -> Node | None:
        """Return the root of another file; None, with a finding, where it cannot be read."""
        root = self._parse(path)
        return None if root is None else Node(root, path, self, ((path, ""),))

    def included(self, where: Node, include: etree._Element) -> Iterator[Node]:
        """Yield what stands in place of an `xi:include`: one element of another file, or its fallback."""
        node = Node(include, where.path, self, where.trail)
        href, pointer = node.get("href"), node.get("xpointer")
        problem = _refusal(node, href)
        path = str(Path(where.path).parent / href) if href else where.path
        if not problem and (path, pointer) in where.trail:
            node.report(
                INCLUDE_LOOP, f"{href}{f'#{pointer}' * bool(pointer)} includes itself", "delete this xi:include"
            )
            return
        targets = () if problem else self._elements(path, pointer)
        if targets:
            yield from (Node(target, path, self, (*where.trail, (path, pointer))) for target in targets)
            return
        fallback = include.find(_FALLBACK)
        if fallback is not None:
            yield from Node(fallback, where.path, self, where.trail).children()
            return
        node.report(INCLUDE_FAILED, problem or self._reason(path, href, pointer), "check the path and the name")

    def _elements(self, path: str, pointer: str) -> tuple[etree._Element, ...]:
        """Return what an include stands for: a file, the element of an xml:id in it, or those that an XPath finds."""
        root = self._parse(path)
        if root is None or not pointer:
            return () if root is None else (root,)
        if (parts := _POINTER.search(pointer)) is None:
            named = (element for element in root.iter(etree.Element) if element.get(XML_ID) == pointer)
            return tuple(islice(named, 1))
        namespaces = dict(_PREFIX.findall(pointer[: parts.start()]))
        try:
            found = root.getroottree().xpath(_BY_ID.sub(r"//*[@xml:id=\1]", parts[1]), namespaces=namespaces)
        except etree.XPathError:
            return ()
        return tuple(one for one in found if isinstance(one, etree._Element)) if isinstance(found, list) else ()

    def _parse(self, path: str) -> etree._Element | None:
        if path not in self._roots:
            try:
                self._roots[path] = parse_file(Path(path)).getroot()
            except SourceError as error:
                self._roots[path] = None
                self.findings.extend(error.findings)
        return self._roots[path]

    def _reason(self, path: str, href: str, pointer: str) -> str:
        if self._roots.get(path) is None:
            return f"{href} cannot be read, so its specifications are missing"
        return f'no element of {href or "this file"} has xml:id="{pointer}"'


def _refusal(node: Node, href: str) -> str:
    """Say why an `xi:include` is not followed at all; empty where it is."""
    if node.get("parse", "xml") != "xml":
        return f'parse="{node.get("parse")}" is not supported here; only XML is included'
    if "://" in href or href.startswith(("/", "\\", "file:", "data:")):
        return f"{href} is not a local, relative path"
    return "" if href or node.get("xpointer") else "xi:include names neither a file (@href) nor a place (@xpointer)"


def _markup(element: etree._Element, path: str) -> Markup:
    content: list[str | Markup] = [element.text] if element.text else []
    for child in element:
        if isinstance(child.tag, str):
            content.append(_markup(child, path))
        if child.tail:
            content.append(child.tail)
    attributes = tuple((str(name), str(value)) for name, value in element.attrib.items())
    return Markup(str(element.tag), attributes, tuple(content), Location(path, line_of(element)))
