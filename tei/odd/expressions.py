"""Checks of constraints: that each has something to hold for, and that its expressions are XPath 1.0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.names import SCH_NS
from tei.odd.model import OddSchema
from tei.odd.schematron import Placed, namespaces, placed_constraints
from tei.odd.words import Markup

NO_CONTEXT = Rule(
    "ODD140",
    "constraint-without-context",
    Severity.ERROR,
    "An assertion says nothing about which nodes it holds for: it stands neither in a rule nor in the specification of "
    "an element, an attribute, or a class with members; or the constraint holds no Schematron at all.",
)
BAD_XPATH = Rule(
    "ODD141",
    "bad-xpath",
    Severity.ERROR,
    "An expression is not XPath 1.0 as XSLT 1.0 allows it, so no rule of the schema could run.",
    bad="""<sch:assert test="matches(@n, '[0-9]+')">""",
    good="""<sch:assert test="number(@n) = @n">""",
)
RULES = (NO_CONTEXT, BAD_XPATH)

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


def check_constraints(schema: OddSchema) -> Iterator[Finding]:
    """Find constraints that cannot work."""
    placed = tuple(placed_constraints(schema))
    bound = {"xml", *(prefix for prefix, _ in namespaces(schema, placed))}
    for item in placed:
        parts = item.constraint.content
        if not parts or any(not part.tag.startswith(f"{{{SCH_NS}}}") for part in parts):
            message = f'the constraint "{item.constraint.ident}" holds something that is not Schematron'
            hint = "put sch:rule, sch:assert or sch:report into it"
            yield NO_CONTEXT.at(item.constraint.location, message if parts else f"{message}: nothing", hint)
        elif not item.context and any(part.name in ("assert", "report") for part in parts):
            message = f'nothing says which nodes the constraint "{item.constraint.ident}" holds for'
            yield NO_CONTEXT.at(item.constraint.location, message, 'put the assertion into <sch:rule context="…">')
        for part in parts:
            yield from _check_part(item, part, bound)


def _check_part(item: Placed, part: Markup, bound: set[str]) -> Iterator[Finding]:
    for name, value in part.attributes:
        if name in _EXPRESSIONS or (name == "context" and part.name == "rule"):
            problem = _problem(value, bound)
            if problem:
                message = (
                    f'the @{name} "{" ".join(value.split())}" of the constraint "{item.constraint.ident}" {problem}'
                )
                yield BAD_XPATH.at(part.location, message, "write it in XPath 1.0")
    if part.name == "rule" and not part.get("context") and part.get("abstract") != "true":
        yield NO_CONTEXT.at(part.location, f'a rule of "{item.constraint.ident}" has no @context', "add it")
    for inner in part.elements():
        yield from _check_part(item, inner, bound)


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
