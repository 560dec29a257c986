"""What the reading of a schema hands down, and the names in it: sections 4.2 to 4.10 and 4.16 of the specification."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from tei.errors import SchemaError
from tei.findings import Finding
from tei.relaxng.nameclasses import NameClass
from tei.relaxng.problems import SCHEMA_WRONG
from tei.relaxng.shape import is_ncname, is_plain, slips
from tei.relaxng.sources import NotAFileError, Sources
from tei.relaxng.syntax import Node, place

Simple = tuple[Any, ...]
"""A pattern in simple form: see `tei.relaxng.simplify`."""

MAX_FINDINGS: Final = 50
REFUSED: Final[Simple] = ("notAllowed", 0)
_XMLNS: Final = "http://www.w3.org/2000/xmlns"
_PASSED_DOWN: Final = frozenset({"ns", "datatypeLibrary", "xml:base"})


class Scope(NamedTuple):
    """What is passed down from ancestors."""

    ns: str
    library: str
    base: str
    grammar: GrammarScope | None


@dataclass(eq=False, slots=True)
class GrammarScope:
    """One grammar element with all it includes: what is defined in it, each with its way of combining."""

    number: int
    parent: GrammarScope | None
    place: int
    defines: dict[str, list[tuple[str, Simple, int]]] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """Return the name that a definition goes by in the whole schema; the start has the empty name."""
        return f"{self.number}:{name}" if self.number else name


class Naming:
    """Reads names, and gathers what is wrong."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.files: list[str] = []
        self.findings: list[Finding] = []

    def wrong(self, number: int, message: str, hint: str = "mend the schema") -> Simple:
        """Note a finding; return what the reading goes on with."""
        self.findings.append(SCHEMA_WRONG.at(place(number, self.files), f"the schema is wrong: {message}", hint))
        if len(self.findings) >= MAX_FINDINGS:
            raise SchemaError(*self.findings)
        return REFUSED

    def check(self, node: Node, *, plain: bool = True) -> None:
        """Note what is wrong with one node by itself."""
        if not (plain and is_plain(node)):
            for slip in slips(node, plain=plain):
                self.wrong(*slip)

    def scope(self, node: Node, scope: Scope) -> Scope:
        """Return what `node` passes down (sections 4.3, 4.5 and 4.9)."""
        attributes = node.attributes
        if not attributes.keys() & _PASSED_DOWN:
            return scope
        base = scope.base
        if "xml:base" in attributes:
            base = self._rebased(node, base)
        return Scope(
            attributes.get("ns", scope.ns), attributes.get("datatypeLibrary", scope.library), base, scope.grammar
        )

    def _rebased(self, node: Node, base: str) -> str:
        written = node.attributes["xml:base"]
        try:
            # A base that ends with a slash is a folder: what is relative to it stands inside.
            return self.sources.locate(written, base) + ("/" if written.endswith("/") else "")
        except NotAFileError:
            return written

    # names

    def _ncname(self, node: Node, attribute: str) -> str:
        name = node.attributes.get(attribute, "").strip()
        if not is_ncname(name):
            self.wrong(node.position, f'@{attribute} of <{node.name}> is "{name}", which is no name')
        return name

    def _name_class_of(self, node: Node, scope: Scope) -> tuple[NameClass, list[Node]]:
        """Return the names of an element or attribute, and what is left of its children (section 4.8)."""
        written = node.attributes.get("name")
        if written is None:
            return self._name_class(node.children[0], scope, ""), node.children[1:]
        default = scope.ns if node.name == "element" else node.attributes.get("ns", "")
        return self._name(written, default, node), node.children

    def _name(self, written: str, default: str, node: Node) -> str:
        prefix, colon, name = written.strip().rpartition(":")
        if not is_ncname(name) or (colon and not is_ncname(prefix)):
            self.wrong(node.position, f'"{written}" is no name')
        if colon and prefix not in node.prefixes:
            self.wrong(node.position, f'the prefix of "{written}" is not declared', f"declare xmlns:{prefix}")
        namespace = node.prefixes.get(prefix, "") if colon else default
        return f"{namespace}}}{name}" if namespace else name

    def _name_class(self, node: Node, scope: Scope, within: str) -> NameClass:
        """Return a name class; `within` is the wildcard whose exception it stands in."""
        self.check(node, plain=node.name != "choice")
        inner = self.scope(node, scope)
        match node.name:
            case "name":
                return self._name(node.text, inner.ns, node)
            case "choice":
                if not node.children:
                    self.wrong(node.position, "<choice> is empty", "add the names")
                return ("choice", tuple([self._name_class(child, inner, within) for child in node.children]))
            case "anyName" | "nsName":
                if within and not (within == "anyName" and node.name == "nsName"):
                    self.wrong(node.position, f"<{node.name}> stands in the <except> of <{within}>", "name the names")
                return self._wildcard(node, inner)
        self.wrong(node.position, f"<{node.name}> is no name class", "use <name>, <anyName>, <nsName> or <choice>")
        return ("choice", ())

    def _wildcard(self, node: Node, scope: Scope) -> NameClass:
        excepted: NameClass | None = None
        for child in node.children:
            self.check(child)
            inner = self.scope(child, scope)
            excepted = ("choice", tuple([self._name_class(one, inner, node.name) for one in child.children]))
        return ("any", excepted) if node.name == "anyName" else ("ns", scope.ns, excepted)

    def _not_xmlns(self, names: NameClass, number: int) -> None:
        """Refuse an attribute that would be a namespace declaration (section 4.16)."""
        if isinstance(names, str):
            namespace = names.rpartition("}")[0]
            if names == "xmlns" or namespace == _XMLNS:
                self.wrong(number, "an attribute pattern cannot stand for xmlns", "leave it out; it is no attribute")
        elif names[0] == "ns":
            if names[1] == _XMLNS:
                self.wrong(number, "an attribute pattern cannot stand for xmlns", "leave it out; it is no attribute")
            self._not_xmlns(names[2] or "", number)
        elif names[0] == "any":
            self._not_xmlns(names[1] or "", number)
        else:
            for one in names[1]:
                self._not_xmlns(one, number)
