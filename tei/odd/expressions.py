"""Checks of constraints: that each has something to hold for, and that its expressions are XPath.

The rules of a self-contained ODD are XPath 1.0, which every Schematron processor runs; those that come from TEI are
XPath 2.0 or 3.1, and then all of the schema's may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.names import SCH_NS, XSL_NS
from tei.odd.model import OddSchema
from tei.odd.schematron import Placed, namespaces, placed_constraints
from tei.odd.words import Markup
from tei.schematron.expressions import with_current

NO_CONTEXT = Rule(
    "ODD140",
    "constraint-without-context",
    Severity.ERROR,
    "An assertion says nothing about which nodes it holds for: it stands neither in a rule nor in the specification of "
    "an element, an attribute, or a class with members; or the constraint holds no Schematron at all. In a "
    "customisation it is a warning.",
)
BAD_XPATH = Rule(
    "ODD141",
    "bad-xpath",
    Severity.ERROR,
    "An expression is not XPath 1.0 as XSLT 1.0 allows it (2.0 or 3.1, where the schema takes rules from another that "
    "has those), so no rule of the schema could run. In a customisation it is a warning: what only XSLT can run is "
    "written for others and not run here, and a rule with a prefix that nobody binds is left out.",
    bad="""<sch:assert test="matches(@n, '[0-9]+')">""",
    good="""<sch:assert test="number(@n) = @n">""",
)
RULES = (NO_CONTEXT, BAD_XPATH)

_OF_XSLT: Final = re.compile(
    r"unknown function '(key|document|generate-id|format-number|system-property|unparsed-text)'"
)
Bound: TypeAlias = tuple[tuple[str, str], ...]
_EXPRESSIONS: Final = {"test", "select", "value", "path"}
_LITERAL: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_CALL: Final = re.compile(r"(?<![\w:$@.-])([A-Za-z][\w.-]*)\s*\(")
_PREFIX: Final = re.compile(r"(?<![\w:.-])([A-Za-z_][\w.-]*):(?=[A-Za-z_*])")
_FUNCTIONS: Final = frozenset(
    {
        *("last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat"),
        *("starts-with", "contains", "substring-before", "substring-after", "substring", "string-length"),
        *("normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number", "sum", "floor"),
        *("ceiling", "round", "document", "key", "format-number", "current", "unparsed-entity-uri"),
        *("generate-id", "system-property", "element-available", "function-available", "node", "text", "comment"),
        "processing-instruction",
    }
)


LATER: Final = {"xslt2": "2.0", "xslt3": "3.1"}
"""Query bindings after XPath 1.0, as Schematron names them, and their versions of XPath."""


def binding(schema: OddSchema) -> str:
    """Return the earliest query binding in which every expression of the schema can be read."""
    placed = tuple(placed_constraints(schema))
    bound = namespaces(schema, placed)
    found = [value for item in placed for part in item.constraint.content for _, value in _expressions(part)]
    if not any(_problem(value, {"xml", *dict(bound)}) for value in found):
        return "xslt"
    return next((name for name in LATER if not any(_later_problem(value, name, bound) for value in found)), "xslt3")


def check_constraints(schema: OddSchema) -> Iterator[Finding]:
    """Find constraints that cannot work."""
    placed = tuple(placed_constraints(schema))
    bound = namespaces(schema, placed)
    for item in placed:
        parts = item.constraint.content
        if not parts or any(not part.tag.startswith((f"{{{SCH_NS}}}", f"{{{XSL_NS}}}")) for part in parts):
            message = f'the constraint "{item.constraint.ident}" holds something that is not Schematron'
            hint = "put sch:rule, sch:assert or sch:report into it"
            yield NO_CONTEXT.at(item.constraint.location, message if parts else f"{message}: nothing", hint)
        elif not item.context and any(part.name in ("assert", "report") for part in parts):
            message = f'nothing says which nodes the constraint "{item.constraint.ident}" holds for'
            yield NO_CONTEXT.at(item.constraint.location, message, 'put the assertion into <sch:rule context="…">')
        for part in parts:
            yield from _check_part(item, part, schema.binding, bound)


def _expressions(part: Markup) -> Iterator[tuple[str, str]]:
    """Yield the names and values of attributes that are XPath, inner elements included."""
    yield from _own_expressions(part)
    for inner in part.elements():
        yield from _expressions(inner)


def _own_expressions(part: Markup) -> Iterator[tuple[str, str]]:
    for name, value in part.attributes:
        if name in _EXPRESSIONS or (name == "context" and part.name == "rule"):
            yield name, value


def _check_part(item: Placed, part: Markup, language: str, bound: Bound) -> Iterator[Finding]:
    for name, value in _own_expressions(part):
        later = language in LATER
        problem = _later_problem(value, language, bound) if later else _problem(value, {"xml", *dict(bound)})
        if problem:
            message = f'the @{name} "{" ".join(value.split())}" of the constraint "{item.constraint.ident}" {problem}'
            yield BAD_XPATH.at(part.location, message, f"write it in XPath {LATER.get(language, '1.0')}")
    if part.name == "rule" and not part.get("context") and part.get("abstract") != "true":
        yield NO_CONTEXT.at(part.location, f'a rule of "{item.constraint.ident}" has no @context', "add it")
    for inner in part.elements():
        yield from _check_part(item, inner, language, bound)


def _later_problem(expression: str, language: str, bound: Bound) -> str:
    """Say what is wrong with an expression in a later XPath; empty where nothing is."""
    from elementpath import ElementPathError, XPath2Parser
    from elementpath.xpath31 import XPath31Parser

    parser = (XPath2Parser if LATER[language] == "2.0" else XPath31Parser)(namespaces=dict(bound))
    try:
        parser.parse(with_current(expression))
    except ElementPathError as error:
        if unknown := _OF_XSLT.search(str(error)):
            return f"calls {unknown[1]}(), which only XSLT has"
        return f"is not XPath {LATER[language]}: {error}"
    return ""


def _problem(expression: str, bound: set[str]) -> str:
    """Say what is wrong with an expression; empty where nothing is."""
    try:
        etree.XPath(expression)
    except etree.XPathSyntaxError as error:
        return f"is not XPath 1.0: {error}"
    plain = _LITERAL.sub("''", expression)
    for name in _CALL.findall(plain):
        if name not in _FUNCTIONS and name not in ("and", "or", "div", "mod"):
            return f"calls {name}(), which XPath 1.0 does not have"
    for prefix in _PREFIX.findall(plain.replace("::", " ")):
        if prefix not in bound:
            return f'uses the prefix "{prefix}", which is bound to no namespace'
    return ""
