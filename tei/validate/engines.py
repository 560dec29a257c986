"""One engine for each language of schemas: a document in, findings out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.names import XML_ID
from tei.schematron import Schematron
from tei.validate.documents import Document
from tei.validate.explain import Explainer
from tei.validate.grammar import Grammar, NotExplainableError
from tei.validate.problems import DUPLICATE_ID, OTHER, SCHEMA_WRONG

_ABOUT_ID: Final = "Invalid attribute id "


class Engine(Protocol):
    """Checks documents against one compiled schema."""

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what is wrong, in any order."""


class RelaxNGEngine:
    """RELAX NG: libxml2 says yes or no, the explainer says why not."""

    def __init__(self, root: etree._Element, path: str, *, merged: bool = False) -> None:
        """Compile the grammar `root`; one that was merged from several files has no line numbers of one file."""
        try:
            self._judge = etree.RelaxNG(root)
        except etree.RelaxNGError as error:
            raise SchemaError(*_schema_findings(error, path, merged)) from error
        self._explainer = Explainer(Grammar(root))

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what is wrong with the document; with no words of our own, those of libxml2."""
        doubled = tuple(duplicate_ids(document))
        yield from doubled
        if self._judge.validate(document.tree):
            return
        raw = tuple(one for one in self._raw(document) if not (doubled and _ABOUT_ID in one.message))
        try:
            found = tuple(self._explainer.explain(document.tree, document.places))
        except NotExplainableError:
            found = ()
        yield from found or raw

    def _raw(self, document: Document) -> Iterator[Finding]:
        seen: set[tuple[int, str]] = set()
        for entry in self._judge.error_log:
            if (entry.line, entry.message) not in seen:
                seen.add((entry.line, entry.message))
                yield OTHER.at(Location(document.path, max(entry.line, 0)), f"not valid: {entry.message}")
        if not seen:
            yield OTHER.at(Location(document.path, 1), "not valid; the validating library does not say why")


class SchematronEngine:
    """Schematron: our own."""

    def __init__(self, rules: Schematron) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield the rules that are broken."""
        return iter(self._rules.findings(document.tree, document.path, document.places.element))


def duplicate_ids(document: Document) -> Iterator[Finding]:
    """Yield a finding for each @xml:id that is there already (W3C xml:id Version 1.0, section 4)."""
    seen: dict[str, etree._Element] = {}
    for node in document.tree.iter(etree.Element):
        ident = node.get(XML_ID)
        if ident is None:
            continue
        if ident in seen:
            before = document.places.element(seen[ident])
            message = f'the id "{ident}" is already used at line {before.line}'
            yield DUPLICATE_ID.at(document.places.element(node, XML_ID), message, "give one of them another id")
        seen.setdefault(ident, node)


def _schema_findings(error: etree.RelaxNGError, path: str, merged: bool) -> tuple[Finding, ...]:
    """Return what libxml2 says is wrong with a schema, each thing once."""
    found: dict[Finding, None] = {}
    for entry in error.error_log:
        place = Location(path, 0 if merged else max(entry.line, 0))
        found[SCHEMA_WRONG.at(place, f"the schema is wrong: {entry.message}", "mend the schema")] = None
    return tuple(found) or (SCHEMA_WRONG.at(Location(path), f"the schema is wrong: {error}", "mend the schema"),)
