"""Rules about other documents: `pattern/@documents` names files, and its rules are run on those (ISO/IEC 19757-3).

The expression is computed on the instance, and so are the variables of the schema and of the phase; their values are
put into the rules as literals. Files are sought beside the instance; nothing is fetched from the network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Protocol

from lxml import etree

from tei.errors import SourceError
from tei.schematron.expressions import variables
from tei.schematron.model import Failure, Let, Pattern, Schema, ValueOf
from tei.schematron.problems import BrokenOffError
from tei.schematron.scopes import Selection
from tei.xmlfile import parse_file

_ADDRESS: Final = re.compile(r"^(?!file:)[A-Za-z][A-Za-z0-9+.\-]+:")
Values = Mapping[str, Any]


class Program(Protocol):
    """Some patterns ready to run, and a way to compute what they need of the instance."""

    selection: Selection

    def run(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield the checks that fail in `tree`."""

    def outer(self, tree: etree._ElementTree) -> dict[str, Any]:
        """Return the variables of the schema and of the phase, as computed on `tree`."""

    def strings(self, expression: str, tree: etree._ElementTree, values: Values) -> tuple[str, ...]:
        """Return what an expression selects in `tree`, each item as a string."""


Compile = Callable[[Schema, Selection], Program]


class Joint:
    """A selection of patterns of which some are about other documents. Raises SchemaError as the engine does."""

    def __init__(self, schema: Schema, selection: Selection, compiled: Compile) -> None:
        self.selection = selection
        self._schema = schema
        self._compiled = compiled
        self._whole = compiled(schema, selection)  # finds whatever is wrong in any of them
        own = tuple(one for one in selection.patterns if not one.documents)
        self._own = compiled(schema, Selection(own, selection.phase)) if own else None

    def run(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield the checks that fail in the instance, then those in the documents that patterns name.

        Raises BrokenOffError where such a document cannot be had, and what the engine raises.
        """
        if self._own is not None:
            yield from self._own.run(tree)
        values = self._outer(tree)
        for pattern in self.selection.patterns:
            if pattern.documents:
                program = self._on_others(pattern, values)
                for address in self._addresses(pattern, tree, values):
                    yield from program.run(_read(address, tree))

    def _outer(self, tree: etree._ElementTree) -> dict[str, Any]:
        try:
            return self._whole.outer(tree)
        except etree.XPathError as error:
            raise BrokenOffError(str(error)) from error

    def _addresses(self, pattern: Pattern, tree: etree._ElementTree, values: Values) -> tuple[str, ...]:
        try:
            found = self._whole.strings(pattern.documents, tree, values)
        except etree.XPathError as error:
            raise BrokenOffError(str(error)) from error
        return tuple(dict.fromkeys(part for one in found for part in (one.strip(),) if part))

    def _on_others(self, pattern: Pattern, values: Values) -> Program:
        """Return the pattern ready to run on other documents, with the values that the instance gave."""
        used = _used(pattern)
        schema = replace(self._schema, lets=tuple(_fixed(one, values, used) for one in self._schema.lets))
        phase = self.selection.phase
        if phase is not None:
            phase = replace(phase, lets=tuple(_fixed(one, values, used) for one in phase.lets))
        return self._compiled(schema, Selection((pattern,), phase))


def _used(pattern: Pattern) -> frozenset[str]:
    expressions = [let.value or "" for let in pattern.lets]
    for rule in pattern.rules:
        expressions += [rule.context, *(let.value or "" for let in rule.lets)]
        for check in rule.checks:
            messages = (check.message, *(one.message for one in (*check.diagnostics, *check.properties)))
            expressions.append(check.test)
            expressions += [part.select for one in messages for part in one if isinstance(part, ValueOf)]
    return frozenset(name for one in expressions for name in variables(one))


def _fixed(let: Let, values: Values, used: frozenset[str]) -> Let:
    """Return a variable with its value as a literal; one that holds nodes cannot be, and must not be needed."""
    if let.value is None:
        return let
    literal = _literal(values.get(let.name))
    if literal is None and let.name in used:
        message = f"the variable ${let.name} holds nodes of the instance, which rules about other documents cannot use"
        raise BrokenOffError(message)
    return replace(let, value=literal or "''")


def _literal(value: Any) -> str | None:
    """Return a string, number or truth value as XPath writes it, None for anything else."""
    if isinstance(value, bool):
        return "true()" if value else "false()"
    if isinstance(value, (int, float)):
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, str) and "'" not in value:
        return f"'{value}'"
    return f'"{value}"' if isinstance(value, str) and '"' not in value else None


def _read(address: str, tree: etree._ElementTree) -> etree._ElementTree:
    if _ADDRESS.match(address):
        raise BrokenOffError(f"{address} is on the network, and nothing is fetched")
    base = Path(tree.docinfo.URL or "").parent
    try:
        return parse_file(base / address.removeprefix("file://").removeprefix("file:"))
    except SourceError as error:
        one = error.findings[0]
        raise BrokenOffError(f"the document {address} cannot be read: {one.message}") from error
