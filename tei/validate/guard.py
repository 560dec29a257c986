"""The guard before writing: a quick yes for a valid document, full findings for any other.

Our grammar exists as RELAX NG and as XML Schema that accept the same documents (shown by tests on drawn documents and
mutants). libxml2 checks the second several times faster, so it gives the quick yes; what it refuses is checked again by
the validators whose findings people read. Of the rules those run that make a document wrong; what is for an editor to
judge is found by checking the files.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.names import SCH_NS
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

    @cached_property
    def _errors(self) -> Validator:
        """The rules without the checks whose role is not error."""
        schema = parse_file(Path(self._rules.path))
        for check in list(schema.iter(f"{{{SCH_NS}}}assert", f"{{{SCH_NS}}}report")):
            if check.get("role", "error") != "error":
                check.getparent().remove(check)  # type: ignore[union-attr] # an assert always stands in a rule
        for rule in list(schema.iter(f"{{{SCH_NS}}}rule")):
            pattern = rule.getparent()
            if pattern is not None and rule is pattern[-1] and not _checks(rule):
                pattern.remove(rule)
        for pattern in list(schema.iter(f"{{{SCH_NS}}}pattern")):
            if not _checks(pattern):
                schema.getroot().remove(pattern)
        return Validator.load(etree.tostring(schema), path=self._rules.path)

    def check(self, tree: etree._ElementTree, path: str = "") -> tuple[Finding, ...]:
        """Return what is wrong with a document, in order of place; raises SchemaError where the schema is unusable."""
        validators = (self._errors,) if self._schema.validate(tree) else (self._grammar, self._errors)
        return check_document(tree, validators, path)


def _checks(element: etree._Element) -> bool:
    return next(element.iter(f"{{{SCH_NS}}}assert", f"{{{SCH_NS}}}report"), None) is not None
