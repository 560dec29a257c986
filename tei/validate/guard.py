"""The guard before writing: a quick yes for a valid document, full findings for any other.

Our grammar exists as RELAX NG and as XML Schema that accept the same documents (shown by tests on drawn documents and
mutants). libxml2 checks the second several times faster, so it gives the quick yes; what it refuses is checked again by
the validators whose findings people read. Rules run on every document.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.validate.facade import Validator, check_document
from tei.validate.problems import SCHEMA_WRONG
from tei.xmlfile import parse_file


class Guard:
    """Checks documents that a program made: the grammar by its quick form, then its rules."""

    def __init__(self, xsd: Path, grammar: Validator, rules: Validator) -> None:
        """Take the same grammar twice, as the path of an XML Schema and as a validator, and the rules beside it."""
        self._path = xsd
        self._grammar = grammar
        self._rules = rules

    @cached_property
    def _schema(self) -> etree.XMLSchema:
        try:
            return etree.XMLSchema(parse_file(self._path))
        except etree.XMLSchemaParseError as error:
            place = Location(str(self._path))
            raise SchemaError(
                SCHEMA_WRONG.at(place, f"cannot be compiled: {error}", "compile the ODD again")
            ) from error

    def check(self, tree: etree._ElementTree, path: str = "") -> tuple[Finding, ...]:
        """Return what is wrong with a document, in order of place; raises SchemaError where the schema is unusable."""
        validators = (self._rules,) if self._schema.validate(tree) else (self._grammar, self._rules)
        return check_document(tree, validators, path)
