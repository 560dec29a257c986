"""From the tree of a schema to its simple form: sections 4.2 to 4.18 of the specification.

The simple form is made of plain tuples, so that it can be kept in a file and read back in a few milliseconds:

    ("element", place, name class, pattern, documentation)   ("attribute", place, name class, pattern, documentation)
    ("group" | "choice" | "interleave", place, (pattern, …))  ("oneOrMore" | "list", place, pattern)
    ("ref", place, key)                                       ("text" | "empty" | "notAllowed", place)
    ("data", place, library, type, ((param, value), …), excepted pattern or None)
    ("value", place, library, type, text, namespace, ((prefix, namespace), …), documentation)

A name class is a name, ("any", excepted or None), ("ns", namespace, excepted or None) or ("choice", (name class, …)).
A name is `namespace}local`, as expat gives it, or `local` alone. A place is a number: see `tei.relaxng.syntax`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tei.errors import SchemaError, SourceError
from tei.relaxng.compact import from_compact
from tei.relaxng.datatypes import QNAMES, DatatypeError, Params, check
from tei.relaxng.naming import MAX_FINDINGS, REFUSED, GrammarScope, Naming, Scope, Simple
from tei.relaxng.shape import is_plain
from tei.relaxng.sources import NotAFileError, Sources
from tei.relaxng.syntax import Node, read_nodes

MAX_FILES: Final = 500
_EMPTY: Final[Simple] = ("empty", 0)


@dataclass(frozen=True, slots=True)
class SimpleSchema:
    """A schema in simple form: the pattern of documents, the definitions that references name, the files it is from."""

    start: Simple
    defines: dict[str, Simple]
    files: tuple[str, ...]


def simplify(data: bytes, path: str, sources: Sources) -> SimpleSchema:
    """Return the simple form of a schema. Raises SchemaError with all that is wrong with its parts."""
    return Simplifier(sources).run(data, path)


class Simplifier(Naming):
    """Reads a schema and what it includes."""

    def __init__(self, sources: Sources) -> None:
        super().__init__(sources)
        self._grammars: list[GrammarScope] = []
        self._open: list[str] = []
        self._references: list[tuple[GrammarScope, str, int]] = []
        self._datatypes: set[tuple[str, str, Params]] = set()

    def run(self, data: bytes, path: str) -> SimpleSchema:
        """Return the simple form of the schema whose first file is given."""
        self.files.append(path)
        self._open.append(path)
        root = read_nodes(data, path, 0)
        start = self.pattern(root, Scope("", "", path, None))
        defines = self._combined()
        if self.findings:
            raise SchemaError(*self.findings[:MAX_FINDINGS])
        return SimpleSchema(start, defines, tuple(self.files))

    # patterns

    def pattern(self, node: Node, scope: Scope) -> Simple:
        """Return the simple form of a pattern."""
        if not is_plain(node):
            before = len(self.findings)
            self.check(node)
            if len(self.findings) > before:
                return REFUSED
        convert = _CONVERT.get(node.name)
        if convert is None:
            return self.wrong(node.position, f"<{node.name}> is no pattern", "start the schema with <grammar>")
        return convert(self, node, self.scope(node, scope) if node.attributes else scope)

    def patterns(self, nodes: list[Node], scope: Scope, number: int, kind: str = "group") -> Simple:
        """Return one pattern for several (section 4.12)."""
        if len(nodes) == 1:
            return self.pattern(nodes[0], scope)
        return (kind, number, tuple([self.pattern(node, scope) for node in nodes]))

    def _group(self, node: Node, scope: Scope) -> Simple:
        return self.patterns(node.children, scope, node.position, node.name)

    def _mixed(self, node: Node, scope: Scope) -> Simple:
        inner = self.patterns(node.children, scope, node.position)
        return ("interleave", node.position, (inner, ("text", node.position)))

    def _optional(self, node: Node, scope: Scope) -> Simple:
        return ("choice", node.position, (self.patterns(node.children, scope, node.position), _EMPTY))

    def _one_or_more(self, node: Node, scope: Scope) -> Simple:
        return ("oneOrMore", node.position, self.patterns(node.children, scope, node.position))

    def _zero_or_more(self, node: Node, scope: Scope) -> Simple:
        return ("choice", node.position, (self._one_or_more(node, scope), _EMPTY))

    def _list(self, node: Node, scope: Scope) -> Simple:
        return ("list", node.position, self.patterns(node.children, scope, node.position))

    def _leaf(self, node: Node, _: Scope) -> Simple:
        return (node.name, node.position)

    def _element(self, node: Node, scope: Scope) -> Simple:
        names, rest = self._name_class_of(node, scope)
        content = self.patterns(rest, scope, node.position) if rest else _EMPTY
        return ("element", node.position, names, content, tidy(node.doc))

    def _attribute(self, node: Node, scope: Scope) -> Simple:
        names, rest = self._name_class_of(node, scope)
        self._not_xmlns(names, node.position)
        content = self.pattern(rest[0], scope) if rest else ("text", node.position)
        return ("attribute", node.position, names, content, tidy(node.doc))

    def _data(self, node: Node, scope: Scope) -> Simple:
        params: list[tuple[str, str]] = []
        excepted: Simple | None = None
        for child in node.children:
            self.check(child)
            if child.name == "param":
                params.append((child.attributes.get("name", "").strip(), child.text))
            else:
                inner = self.scope(child, scope)
                excepted = self.patterns(child.children, inner, child.position, "choice") if child.children else None
        type_ = self._ncname(node, "type")
        self._datatype(node, scope.library, type_, tuple(params))
        return ("data", node.position, scope.library, type_, tuple(params), excepted)

    def _value(self, node: Node, scope: Scope) -> Simple:
        type_ = self._ncname(node, "type") if "type" in node.attributes else "token"
        library = scope.library if "type" in node.attributes else ""
        prefixes = tuple(sorted(node.prefixes.items())) if type_ in QNAMES else ()
        self._datatype(node, library, type_)
        return ("value", node.position, library, type_, node.text, scope.ns, prefixes, tidy(node.doc))

    def _datatype(self, node: Node, library: str, name: str, params: Params = ()) -> None:
        """Note where there is no such datatype (section 4.16); most are asked for again and again."""
        key = (library, name, params)
        if key in self._datatypes:
            return
        try:
            check(library, name, params)
        except DatatypeError as error:
            self.wrong(node.position, str(error), "mend the name of the type, the library or the parameter")
        else:
            self._datatypes.add(key)

    def _ref(self, node: Node, scope: Scope) -> Simple:
        name = self._ncname(node, "name")
        grammar = scope.grammar if node.name == "ref" else scope.grammar and scope.grammar.parent
        if grammar is None:
            return self.wrong(node.position, f'<{node.name} name="{name}"> stands outside of a grammar', "take it out")
        self._references.append((grammar, name, node.position))
        return ("ref", node.position, grammar.key(name))

    def _external(self, node: Node, scope: Scope) -> Simple:
        found = self._fetch(node, scope)
        if found is None:
            return REFUSED
        root, path = found
        self._open.append(path)
        try:
            return self.pattern(root, Scope(scope.ns, "", path, scope.grammar))
        finally:
            self._open.pop()

    def _grammar(self, node: Node, scope: Scope) -> Simple:
        grammar = GrammarScope(len(self._grammars), scope.grammar, node.position)
        self._grammars.append(grammar)
        self._components(node, scope._replace(grammar=grammar), grammar.defines)
        if "" not in grammar.defines:
            return self.wrong(node.position, "the grammar has no <start>", "add <start> with the root element")
        return ("ref", node.position, grammar.key(""))

    # grammars

    def _components(self, node: Node, scope: Scope, found: dict[str, list[tuple[str, Simple, int]]]) -> None:
        """Gather what a grammar, div or include defines (section 4.11)."""
        for child in node.children:
            before = len(self.findings)
            self.check(child)
            if len(self.findings) > before and child.name not in ("div", "include"):
                continue
            inner = self.scope(child, scope)
            if child.name == "div":
                self._components(child, inner, found)
            elif child.name == "include":
                self._include(child, inner, found)
            elif child.name in ("start", "define"):
                name = self._ncname(child, "name") if child.name == "define" else ""
                combine = self._combine(child)
                pattern = self.patterns(child.children, inner, child.position)
                found.setdefault(name, []).append((combine, documented(pattern, tidy(child.doc)), child.position))

    def _combine(self, node: Node) -> str:
        combine = node.attributes.get("combine", "").strip()
        if "combine" in node.attributes and combine not in ("choice", "interleave"):
            self.wrong(node.position, f'@combine is "{combine}"', 'write "choice" or "interleave"')
        return combine

    def _include(self, node: Node, scope: Scope, found: dict[str, list[tuple[str, Simple, int]]]) -> None:
        """Take in another grammar, without what the include overrides (section 4.7)."""
        own: dict[str, list[tuple[str, Simple, int]]] = {}
        self._components(node, scope, own)
        fetched = self._fetch(node, scope)
        if fetched is None:
            return
        root, path = fetched
        if root.name != "grammar":
            self.wrong(node.position, f"the included file starts with <{root.name}>", "include a file with <grammar>")
            return
        self.check(root)
        self._open.append(path)
        theirs: dict[str, list[tuple[str, Simple, int]]] = {}
        try:
            self._components(root, self.scope(root, Scope(scope.ns, "", path, scope.grammar)), theirs)
        finally:
            self._open.pop()
        for name, definitions in own.items():
            if name not in theirs:
                what = f'<define name="{name}">' if name else "<start>"
                self.wrong(definitions[0][2], f"{what} overrides nothing in the included file", "put it outside")
            theirs[name] = definitions
        for name, definitions in theirs.items():
            found.setdefault(name, []).extend(definitions)

    def _fetch(self, node: Node, scope: Scope) -> tuple[Node, str] | None:
        """Return the root of another file of the schema; None, with a finding, where it cannot be had."""
        href = node.attributes.get("href", "").strip()
        if "#" in href:
            self.wrong(node.position, f'@href is "{href}"', "take out the # and what follows it")
            return None
        try:
            path = self.sources.locate(href, scope.base)
        except NotAFileError:
            message = f'"{href}" is not the path of a file; addresses on the network are not followed'
            self.wrong(node.position, message, "put a copy beside the schema, or name it in a catalog")
            return None
        if path in self._open:
            self.wrong(node.position, f'"{href}" includes itself', "take out one of the includes")
            return None
        if len(self.files) >= MAX_FILES:
            self.wrong(node.position, f"the schema is made of more than {MAX_FILES} files", "merge some of them")
            raise SchemaError(*self.findings)
        return self._read(node, href, path)

    def _read(self, node: Node, href: str, path: str) -> tuple[Node, str] | None:
        self.files.append(path)
        try:
            data = self.sources.read(path)
            if path.lower().endswith(".rnc"):
                data = from_compact(data, path)
            return read_nodes(data, path, len(self.files) - 1), path
        except SourceError as error:
            hint = "check @href; it is relative to the file that holds it"
            self.wrong(node.position, f'"{href}" cannot be included: {error}', hint)
        except SchemaError as error:
            self.findings.extend(error.findings)
        return None

    def _combined(self) -> dict[str, Simple]:
        """Return all definitions, those of one name combined (section 4.17), and check that references have one."""
        combined = {
            grammar.key(name): self._combine_all(name, definitions)
            for grammar in self._grammars
            for name, definitions in grammar.defines.items()
        }
        for grammar, name, number in self._references:
            if name not in grammar.defines:
                self.wrong(number, f'there is no <define name="{name}"> in the grammar', "define it, or mend the name")
        return combined

    def _combine_all(self, name: str, definitions: list[tuple[str, Simple, int]]) -> Simple:
        if len(definitions) == 1:
            return definitions[0][1]
        what = f'<define name="{name}">' if name else "<start>"
        plain = [number for combine, _, number in definitions if not combine]
        if len(plain) > 1:
            return self.wrong(plain[1], f"there is a second {what} without @combine", "say how they are combined")
        ways = {combine for combine, *_ in definitions if combine}
        if len(ways) > 1:
            return self.wrong(definitions[-1][2], f"{what} is combined in two ways", "use one value of @combine")
        return (ways.pop(), definitions[0][2], tuple([pattern for _, pattern, _ in definitions]))


_CONVERT: Final[dict[str, Callable[[Simplifier, Node, Scope], Simple]]] = {
    "element": Simplifier._element,
    "attribute": Simplifier._attribute,
    **dict.fromkeys(("group", "choice", "interleave"), Simplifier._group),
    "mixed": Simplifier._mixed,
    "optional": Simplifier._optional,
    "zeroOrMore": Simplifier._zero_or_more,
    "oneOrMore": Simplifier._one_or_more,
    "list": Simplifier._list,
    **dict.fromkeys(("text", "empty", "notAllowed"), Simplifier._leaf),
    "data": Simplifier._data,
    "value": Simplifier._value,
    **dict.fromkeys(("ref", "parentRef"), Simplifier._ref),
    "externalRef": Simplifier._external,
    "grammar": Simplifier._grammar,
}


def tidy(text: str) -> str:
    """Return documentation on one line."""
    return " ".join(text.split()) if text else ""


def documented(pattern: Simple, documentation: str) -> Simple:
    """Return the pattern of a define; its documentation is that of its element, where that has none of its own."""
    if documentation and pattern[0] == "element" and not pattern[4]:
        return (*pattern[:4], documentation)
    return pattern
