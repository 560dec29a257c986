"""The guard before writing: a quick yes for a valid document, full findings for any other.

Our grammar exists as RELAX NG and as XML Schema that accept the same documents (shown by tests on drawn documents and
mutants). libxml2 checks the second several times faster, so it gives the quick yes; what it refuses is checked again by
the validators whose findings people read. Of the rules those run that make a document wrong; what is for an editor to
judge is found by checking the files.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.names import SCH_NS
from tei.relaxng.problems import SCHEMA_WRONG
from tei.validate.facade import Validator, check_document
from tei.validate.narrowing import narrow
from tei.xmlfile import parse_file

_ROOT: Final = "TEI"


class Guard:
    """Checks documents that a program made: the grammar by its quick form, then its rules."""

    def __init__(self, xsd: Path, grammar: Validator, rules: Validator, names: Collection[str] = ()) -> None:
        """Take the same grammar twice, as the path of an XML Schema and as a validator, and the rules beside it.

        `names` are the elements that most documents are made of. Where they are given, documents of these alone are
        checked against a schema of these alone, which is compiled in a fifth of the time.
        """
        self._names = names
        self._path = xsd
        self._grammar = grammar
        self._rules = rules

    @cached_property
    def _narrow(self) -> etree.XMLSchema:
        return self._compiled(self._names)

    @cached_property
    def _whole(self) -> etree.XMLSchema:
        return self._compiled(())

    def _compiled(self, names: Collection[str]) -> etree.XMLSchema:
        schema = parse_file(self._path)
        if names:
            narrow(schema.getroot(), _ROOT, names)
        try:
            return etree.XMLSchema(schema)
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
        valid = (bool(self._names) and self._narrow.validate(tree)) or self._whole.validate(tree)
        validators = (self._errors,) if valid else (self._grammar, self._errors)
        return check_document(tree, validators, path)


def _checks(element: etree._Element) -> bool:
    return next(element.iter(f"{{{SCH_NS}}}assert", f"{{{SCH_NS}}}report"), None) is not None
