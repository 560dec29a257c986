"""Look at every expression of a schema before libxslt does, so that what is wrong is named with its own line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.names import XML_NS, XSL_NS
from tei.schematron.expressions import prefixes, refused, variables
from tei.schematron.model import Let, Message, Rule, Schema, ValueOf
from tei.schematron.problems import BINDING, EXPRESSION, UNSUPPORTED, VARIABLE
from tei.schematron.scopes import Scope, Selection, scopes

_BINDINGS: Final = frozenset({"", "xslt", "xslt1", "xpath", "xpath1", "exslt"})


def check_schema(schema: Schema, selection: Selection) -> None:
    """Raise SchemaError with everything that cannot be run: binding, syntax, functions, prefixes, variables."""
    if schema.binding.strip().lower() not in _BINDINGS:
        message = (
            f'the query binding "{schema.binding}" is not supported; xslt, xslt2 and xslt3 are, and xpath, xpath2, …'
        )
        raise SchemaError(BINDING.at(schema.location, message, "write the rules in XPath, queryBinding xslt"))
    checker = _Checker({"xml": XML_NS, **schema.namespaces})
    whole, inner = scopes(schema, selection)
    for key in schema.keys:
        checker.names(key.match, key.location, Scope({}))
        checker.expression(key.use, key.location, Scope({}))
    checker.lets(schema.lets, whole)
    if selection.phase is not None:
        checker.lets(selection.phase.lets, whole)
    for pattern, scope in zip(selection.patterns, inner, strict=True):
        if pattern.documents:
            checker.expression(pattern.documents, pattern.location, whole)
        checker.lets(pattern.lets, scope)
        for rule in pattern.rules:
            checker.rule(rule, scope)
    if checker.problems:
        raise SchemaError(*sorted(checker.problems))


def wrong_contexts(schema: Schema, selection: Selection) -> tuple[Finding, ...]:
    """Return findings for the contexts that are no match patterns: libxslt says neither which nor where."""
    problems = []
    for pattern in selection.patterns:
        for rule in pattern.rules:
            sheet = etree.Element(f"{{{XSL_NS}}}stylesheet", nsmap=dict(schema.namespaces), version="1.0")
            etree.SubElement(sheet, f"{{{XSL_NS}}}template", match=rule.context)
            try:
                etree.XSLT(sheet)
            except etree.XSLTParseError as error:
                message = f"not a context: {rule.context} ({error}); it is a match pattern of XSLT 1.0"
                hint = "use child steps, //, attributes and predicates; no other axis, no .."
                problems.append(EXPRESSION.at(rule.location, message, hint))
    return tuple(problems)


class _Checker:
    """Gathers what is wrong with the expressions it is shown."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        self.namespaces = namespaces
        self.problems: list[Finding] = []

    def rule(self, rule: Rule, scope: Scope) -> None:
        self.expression(rule.context, rule.location, scope)
        for let in rule.lets:
            self.lets((let,), scope)
            scope = scope.inside((let,), "rule")
        for check in rule.checks:
            self.expression(check.test, check.location, scope)
            for message in (check.message, *(one.message for one in (*check.diagnostics, *check.properties))):
                self.message(message, scope)

    def lets(self, lets: Iterable[Let], scope: Scope) -> None:
        for let in lets:
            if let.value is not None:
                self.expression(let.value, let.location, scope)

    def message(self, message: Message, scope: Scope) -> None:
        for part in message:
            if isinstance(part, ValueOf):
                self.expression(part.select, part.location, scope)

    def expression(self, text: str, location: Location, scope: Scope) -> None:
        try:
            etree.XPath(text)
        except etree.XPathError as error:
            if not self.functions(text, location):
                self.syntax(text, location, str(error))
        else:
            self.names(text, location, scope)

    def syntax(self, text: str, location: Location, reason: str) -> None:
        message = f"not an XPath 1.0 expression: {' '.join(text.split())} ({reason.rstrip('.').lower()})"
        self.problems.append(EXPRESSION.at(location, message, "mend the expression"))

    def functions(self, text: str, location: Location) -> bool:
        """Report the functions of `text` that are not run; tell whether there were any."""
        names = refused(text, self.namespaces)
        for name in names:
            message = f"{name}() is not run here; the functions of XPath 1.0, current(), key() and EXSLT are"
            self.problems.append(UNSUPPORTED.at(location, message, "say it in XPath 1.0"))
        return bool(names)

    def names(self, text: str, location: Location, scope: Scope) -> None:
        """Report prefixes, functions and variables that are not known."""
        unknown = [prefix for prefix in dict.fromkeys(prefixes(text)) if prefix not in self.namespaces]
        for prefix in unknown:
            message = f'the prefix "{prefix}:" is not declared'
            self.problems.append(EXPRESSION.at(location, message, f'add <sch:ns prefix="{prefix}" uri="…"/>'))
        if not unknown:
            self.functions(text, location)
        for name in dict.fromkeys(variables(text)):
            if name not in scope.names:
                message = f"the variable ${name} is not defined here"
                self.problems.append(VARIABLE.at(location, message, f'add <sch:let name="{name}" value="…"/>'))
