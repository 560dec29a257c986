"""Rules about other documents: `pattern/@documents` names files, and its rules are run on those (ISO/IEC 19757-3).

The expression is computed on the instance, and so are the variables of the schema and of the phase; the rules are given
their values, nodes of the instance among them. Files are sought beside the instance; nothing is fetched from the
network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Protocol

from lxml import etree

from tei.errors import SourceError
from tei.schematron.model import Failure, Pattern, Schema
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

    def give(self, values: Values) -> None:
        """Let the variables of the schema and of the phase have these values from now on. Raises BrokenOffError."""

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
        program = self._compiled(self._schema, Selection((pattern,), self.selection.phase))
        program.give(values)
        return program


def _read(address: str, tree: etree._ElementTree) -> etree._ElementTree:
    if _ADDRESS.match(address):
        raise BrokenOffError(f"{address} is on the network, and nothing is fetched")
    base = Path(tree.docinfo.URL or "").parent
    try:
        return parse_file(base / address.removeprefix("file://").removeprefix("file:"))
    except SourceError as error:
        one = error.findings[0]
        raise BrokenOffError(f"the document {address} cannot be read: {one.message}") from error
