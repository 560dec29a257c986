"""A Schematron schema as values: what `read` makes and `compile` works on (ISO/IEC 19757-3).

Includes, extensions and abstract patterns are resolved before; what is left is flat: patterns hold rules, rules hold
checks. Every value that holds an expression knows the file and line it was written in, for messages about the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tei.findings import Finding, Location, Severity


@dataclass(frozen=True, slots=True)
class Let:
    """A variable: `value` is an expression, or None where `content` (the text of child elements) is the value."""

    name: str
    value: str | None
    content: str
    location: Location


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A piece of a message that is computed at the node: value-of, or name (an empty `select` is the node's name)."""

    select: str
    location: Location


Message = tuple[str | ValueOf, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic or property that a check refers to: its id, language (BCP 47, else empty) and text."""

    ident: str
    language: str
    message: Message


@dataclass(frozen=True, slots=True)
class Check:
    """One assert (`fails_when` False) or report (True): a test, what it says, and its diagnostics.

    `labels` are its role, flag and what else SVRL hands on, as pairs.
    """

    ident: str
    test: str
    fails_when: bool
    severity: Severity
    message: Message
    diagnostics: tuple[Remark, ...]
    see: str
    location: Location
    properties: tuple[Remark, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """The checks for the nodes that `context` matches; the first matching rule of a pattern takes the node."""

    context: str
    lets: tuple[Let, ...]
    checks: tuple[Check, ...]
    location: Location
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rules that are tried in order on every node, of the instance or of what `documents`, an expression, names.

    One with anything that is `unsupported` is not run.
    """

    ident: str
    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]
    location: Location
    documents: str = ""
    unsupported: tuple[Finding, ...] = ()

    @property
    def expressions(self) -> tuple[str, ...]:
        """Every expression of the pattern but `documents`."""
        found = [let.value or "" for let in self.lets]
        for rule in self.rules:
            found += [rule.context, *(let.value or "" for let in rule.lets)]
            for check in rule.checks:
                messages = (check.message, *(one.message for one in (*check.diagnostics, *check.properties)))
                found.append(check.test)
                found += [part.select for one in messages for part in one if isinstance(part, ValueOf)]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Phase:
    """A named choice of patterns, with variables of its own."""

    ident: str
    active: tuple[str, ...]
    lets: tuple[Let, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Key:
    """An index as XSLT 1.0 defines it (xsl:key), which the default query binding allows at the top of a schema."""

    name: str
    match: str
    use: str
    location: Location


@dataclass(frozen=True, slots=True)
class Schema:
    """A whole schema with everything resolved, in the order of the source."""

    binding: str
    namespaces: Mapping[str, str]
    lets: tuple[Let, ...]
    keys: tuple[Key, ...]
    patterns: tuple[Pattern, ...]
    phases: tuple[Phase, ...]
    default_phase: str
    location: Location
    unsupported: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that failed on a node: `node` is the element, or the parent of the attribute or text it was about.

    `remarks` are the texts of the check's diagnostics and, after them, of its properties.
    """

    check: Check
    rule: Rule
    pattern: Pattern
    node: etree._Element
    attribute: str
    message: str
    remarks: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> str:
        """The diagnostics in words, one after the other."""
        return " ".join(filter(None, self.remarks[: len(self.check.diagnostics)]))
