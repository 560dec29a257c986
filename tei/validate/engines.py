"""One engine for each language of schemas: a document in, findings out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tei.findings import Finding
from tei.patience import ENDLESS, Patience
from tei.validate.documents import Document

if TYPE_CHECKING:
    from tei.relaxng.schema import Schema
    from tei.schematron import Schematron


class Engine(Protocol):
    """Checks documents against one compiled schema."""

    def check(self, document: Document, patience: Patience = ENDLESS) -> Iterator[Finding]:
        """Yield what is wrong, in any order; what there is no `patience` for is given up, and a finding says so."""


class RelaxNGEngine:
    """RELAX NG: our own."""

    def __init__(self, data: bytes, path: str, cache: Path | None = None) -> None:
        """Take a schema as the bytes of its file, which findings call `path`. Raises SchemaError.

        In the folder `cache` its simple form is kept for the next run.
        """
        # Imported where it is used: the engine takes longer to load than the rest of a run that has no use for it.
        from tei.relaxng import load_schema

        self.schema: Schema = load_schema(path, data=data, cache=cache)

    def check(self, document: Document, patience: Patience = ENDLESS) -> Iterator[Finding]:  # noqa: ARG002 # counts steps
        """Yield what is wrong with the document, from its bytes where it has them."""
        if document.source is not None:
            return self.schema.validate_bytes(document.source, document.path)
        return self.schema.validate_tree(document.tree, document.path, places=document.places)


class SchematronEngine:
    """Schematron: our own."""

    def __init__(self, rules: Schematron) -> None:
        self.rules = rules

    def check(self, document: Document, patience: Patience = ENDLESS) -> Iterator[Finding]:
        """Yield the rules that are broken."""
        return iter(self.rules.findings(document.tree, document.path, document.places.element, patience))
