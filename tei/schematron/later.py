"""Rules in XPath 2.0 and 3.1 (query bindings xslt2, xpath2, xslt3, xpath3, xpath31), run by elementpath.

The contexts are match patterns of XSLT; a pattern's nodes are selected once, and the first rule that has a node keeps
it (ISO/IEC 19757-3, annexes H and I). XPath is elementpath's; XSLT is not run, so its functions are refused by name,
but for current(), which is the node of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.names import XML_NS, XSD_NS
from tei.schematron.contexts import node_set
from tei.schematron.expressions import CURRENT, functions, prefixes, tokens, variables, with_current
from tei.schematron.model import Check, Failure, Let, Message, Pattern, Rule, Schema
from tei.schematron.problems import EXPRESSION, UNSUPPORTED, VARIABLE, BrokenOffError
from tei.schematron.scopes import Scope, Selection, scopes
from tei.schematron.selecting import Nodes

BINDINGS: Final = {
    "xpath2": "2.0",
    **dict.fromkeys(("xslt2", "xslt3", "xpath3", "xpath31", "xquery3", "xquery31"), "3.1"),
}
"""XPath 3.1 reads 2.0 too. Schemas for xslt2 are written for Saxon, which gives them the functions of 3.1."""
_FUNCTIONS_NS: Final = "http://www.w3.org/2005/xpath-functions"
_BUILT_IN: Final = {
    "xml": XML_NS,
    "xs": XSD_NS,
    "fn": _FUNCTIONS_NS,
    "math": f"{_FUNCTIONS_NS}/math",
    "map": f"{_FUNCTIONS_NS}/map",
    "array": f"{_FUNCTIONS_NS}/array",
}
_NAMES: Final = """doc doc-available collection uri-collection unparsed-text unparsed-text-lines json-doc
    unparsed-text-available environment-variable available-environment-variables current-date current-dateTime
    current-time implicit-timezone random-number-generator transform load-xquery-module put key document system-property
    regex-group current-group current-grouping-key accumulator-before accumulator-after"""
_CLOSED: Final = frozenset(_NAMES.split())
"""Functions that open other documents, read the clock or the environment, or belong to XSLT."""

_OTHERWISE: Final = dict.fromkeys(
    ("doc", "document", "doc-available", "collection"), "rules about other files: pattern/@documents names them"
)
_DATE: Final = frozenset({"current-date"})

Values = dict[str, Any]


class LaterProgram:
    """The selected patterns of a schema, every expression parsed. Raises SchemaError with all that cannot be run."""

    def __init__(self, schema: Schema, selection: Selection, today: str = "") -> None:
        self.selection = selection
        self.closed = _CLOSED - _DATE if today else _CLOSED
        self._now = datetime.fromisoformat(today).replace(tzinfo=UTC) if today else None
        self._schema = schema
        self._namespaces = {**_BUILT_IN, **schema.namespaces}
        self._parser = _parser(BINDINGS[schema.binding.strip().lower()], self._namespaces)
        self._parsed: dict[str, Any] = {}
        self._given: Values | None = None
        problems = list(_Review(self, schema).all())
        if problems:
            raise SchemaError(*sorted(dict.fromkeys(problems)))

    def parse(self, expression: str) -> Any:
        """Return an expression ready to run; raises what elementpath raises."""
        if expression not in self._parsed:
            self._parsed[expression] = self._parser.parse(with_current(expression))
        return self._parsed[expression]

    def run(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield the checks that fail. Raises BrokenOffError where an expression cannot be evaluated on `tree`."""
        from elementpath import ElementPathError, get_node_tree

        try:
            root = get_node_tree(tree)
            values = self._outer(root) if self._given is None else self._given
            others: Values = {}
            for pattern in self.selection.patterns:
                others |= self._values(pattern.lets, root, root, {**others, **values})
            values = {**others, **values}  # those of other patterns are seen where nothing hides them: see scopes
            nodes = Nodes(root, tree, self._namespaces)
            for pattern in self.selection.patterns:
                yield from self._pattern(pattern, nodes, root, self._values(pattern.lets, root, root, values))
        except (ElementPathError, ValueError, TypeError, ArithmeticError, RecursionError) as error:
            raise BrokenOffError(str(error)) from error

    def outer(self, tree: etree._ElementTree) -> Values:
        """Return the variables of the schema and of the phase, as computed on `tree`. Raises BrokenOffError."""
        from elementpath import ElementPathError, get_node_tree

        try:
            return self._outer(get_node_tree(tree))
        except (ElementPathError, ValueError, TypeError, ArithmeticError, RecursionError) as error:
            raise BrokenOffError(str(error)) from error

    def _outer(self, root: Any) -> Values:
        phase = self.selection.phase
        values = self._values(self._schema.lets, root, root, {})
        return self._values(phase.lets if phase else (), root, root, values)

    def give(self, values: Mapping[str, Any]) -> None:
        """Let the variables of the schema and of the phase have these values, whatever document is looked at."""
        self._given = dict(values)

    def strings(self, expression: str, tree: etree._ElementTree, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what an expression selects in `tree`, each item as a string. Raises BrokenOffError."""
        from elementpath import ElementPathError, get_node_tree

        root = get_node_tree(tree)
        token = self.parse(expression)
        try:
            return tuple(token.string_value(one) for one in token.select(self._context(root, root, dict(values))))
        except (ElementPathError, ValueError, TypeError, ArithmeticError, RecursionError) as error:
            raise BrokenOffError(str(error)) from error

    def _values(self, lets: Iterable[Let], root: Any, item: Any, values: Values) -> Values:
        values = dict(values)
        for let in lets:
            found = let.content if let.value is None else self._evaluate(let.value, root, item, values)
            values[let.name] = found
        return values

    def _evaluate(self, expression: str, root: Any, item: Any, values: Values) -> Any:
        return self.parse(expression).evaluate(self._context(root, item, values))

    def _context(self, root: Any, item: Any, values: Values) -> Any:
        from elementpath import XPathContext

        return XPathContext(root, item=item, variables={**values, CURRENT: item}, current_dt=self._now)

    def _pattern(self, pattern: Pattern, nodes: Nodes, root: Any, values: Values) -> Iterator[Failure]:
        taken: set[int] = set()

        def select(expression: str, item: Any) -> Iterator[Any]:
            yield from self.parse(expression).select(self._context(root, item, values))

        for rule in pattern.rules:
            for node in list(nodes.of(rule.context, select)):
                if id(node) in taken:
                    continue
                taken.add(id(node))
                yield from self._rule(pattern, rule, root, node, values)

    def _rule(self, pattern: Pattern, rule: Rule, root: Any, node: Any, values: Values) -> Iterator[Failure]:
        inner = self._values(rule.lets, root, node, values)
        for check in rule.checks:
            token = self.parse(check.test)
            holds = token.boolean_value(list(token.select(self._context(root, node, inner))))
            if holds is check.fails_when:
                element, attribute = _place(node, root)
                message = " ".join(self._text(check.message, root, node, inner).split())
                remarks = (one.message for one in (*check.diagnostics, *check.properties))
                said = tuple(" ".join(self._text(one, root, node, inner).split()) for one in remarks)
                yield Failure(check, rule, pattern, element, attribute, message, said)

    def _text(self, message: Message, root: Any, node: Any, values: Values) -> str:
        return "".join(
            part if isinstance(part, str) else self._string(part.select, root, node, values) for part in message
        )

    def _string(self, expression: str, root: Any, node: Any, values: Values) -> str:
        token = self.parse(expression)
        found = token.select(self._context(root, node, values))
        return " ".join(token.string_value(one) for one in found)


class _Review:
    """Looks at every expression before one is run, so that what is wrong is named with its own line."""

    def __init__(self, program: LaterProgram, schema: Schema) -> None:
        self._program, self._schema = program, schema
        self._known = {*_BUILT_IN, *schema.namespaces}

    def all(self) -> Iterator[Finding]:
        schema, selection = self._schema, self._program.selection
        whole, inner = scopes(schema, selection)
        for key in schema.keys:
            yield UNSUPPORTED.at(key.location, "xsl:key is XSLT, which is not run with this query binding", "use //")
        yield from self._lets(schema.lets, whole)
        yield from self._lets(selection.phase.lets if selection.phase else (), whole)
        for pattern, scope in zip(selection.patterns, inner, strict=True):
            if pattern.documents:
                yield from self._one(pattern.documents, pattern.location, whole)
            yield from self._lets(pattern.lets, scope)
            for rule in pattern.rules:
                yield from self._rule(rule, scope)

    def _rule(self, rule: Rule, scope: Scope) -> Iterator[Finding]:
        yield from self._one(node_set(rule.context), rule.location, scope)
        for let in rule.lets:
            yield from self._lets((let,), scope)
            scope = scope.inside((let,), "rule")
        for check in rule.checks:
            yield from self._one(check.test, check.location, scope)
            yield from self._messages(check, scope)

    def _messages(self, check: Check, scope: Scope) -> Iterator[Finding]:
        for message in (check.message, *(one.message for one in (*check.diagnostics, *check.properties))):
            for part in message:
                if not isinstance(part, str):
                    yield from self._one(part.select, part.location, scope)

    def _lets(self, lets: Iterable[Let], scope: Scope) -> Iterator[Finding]:
        for let in lets:
            if let.value is not None:
                yield from self._one(let.value, let.location, scope)

    def _one(self, expression: str, place: Location, scope: Scope) -> Iterator[Finding]:
        from elementpath import ElementPathError

        closed = [name for name in dict.fromkeys(functions(expression)) if _local(name) in self._program.closed]
        for name in closed:
            message = f"{name}() is not run here: it is XSLT's, opens other documents or reads the clock"
            yield UNSUPPORTED.at(place, message, _OTHERWISE.get(_local(name), "say it without"))
        for prefix in dict.fromkeys(prefixes(expression)):
            if prefix not in self._known and not closed:
                message = f'the prefix "{prefix}:" is not declared'
                yield EXPRESSION.at(place, message, f'add <sch:ns prefix="{prefix}" uri="…"/>')
                return
        yield from self._unbound(expression, place, scope)
        try:
            self._program.parse(expression)
        except ElementPathError as error:
            if not closed:
                yield _refusal(error, expression, place)

    def _unbound(self, expression: str, place: Location, scope: Scope) -> Iterator[Finding]:
        own = _bound(expression)
        for name in dict.fromkeys(variables(expression)):
            if name not in scope.names and name not in own:
                message = f"the variable ${name} is not defined here"
                yield VARIABLE.at(place, message, f'add <sch:let name="{name}" value="…"/>')


def _refusal(error: Exception, expression: str, place: Location) -> Finding:
    words = str(error).partition("] ")[2] or str(error)
    if "XPST0017" in str(error):
        return UNSUPPORTED.at(place, f"{words}, in: {' '.join(expression.split())}", "use a function of XPath")
    message = f"not an XPath expression: {' '.join(expression.split())} ({words})"
    return EXPRESSION.at(place, message, "mend the expression")


def _parser(version: str, namespaces: Mapping[str, str]) -> Any:
    from elementpath import XPath2Parser
    from elementpath.xpath31 import XPath31Parser

    return (XPath2Parser if version == "2.0" else XPath31Parser)(namespaces=dict(namespaces))


def _local(name: str) -> str:
    return name.rpartition(":")[2] if name.startswith("fn:") else name


def _bound(expression: str) -> frozenset[str]:
    """Return the variables that an expression binds itself: by for, some, every, let, and as arguments of functions."""
    solid = [token for token in tokens(expression) if token.kind != "space"]
    before = {"for", "some", "every", "let", ",", "("}
    return frozenset(
        token.text for index, token in enumerate(solid) if token.kind == "variable" and solid[index - 1].text in before
    )


def _place(node: Any, root: Any) -> tuple[etree._Element, str]:
    """Return the element that a node is or belongs to, and the name of the attribute where it is one."""
    from elementpath import AttributeNode, DocumentNode, ElementNode

    attribute = str(node.name) if isinstance(node, AttributeNode) else ""
    while node is not None and not isinstance(node, (ElementNode, DocumentNode)):
        node = node.parent
    found: Any = (root if node is None else node).value
    return (found.getroot() if isinstance(found, etree._ElementTree) else found), attribute
