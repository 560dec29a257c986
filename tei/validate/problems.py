"""What checking a document against a schema can find, and what can be wrong with the schema itself."""

from __future__ import annotations

from typing import Final

from tei.findings import Rule, Severity
from tei.relaxng.problems import (
    ATTRIBUTE_MISSING,
    ATTRIBUTE_NOT_ALLOWED,
    BAD_VALUE,
    DUPLICATE_ID,
    INCOMPLETE,
    NOT_ALLOWED,
    OTHER,
    SCHEMA_WRONG,
    TEXT_NOT_ALLOWED,
    UNKNOWN_ELEMENT,
    WRONG_NAMESPACE,
    WRONG_ROOT,
)

__all__ = [
    "ATTRIBUTE_MISSING",
    "ATTRIBUTE_NOT_ALLOWED",
    "BAD_VALUE",
    "DUPLICATE_ID",
    "EMBEDDED_RULES",
    "INCOMPLETE",
    "NOT_ALLOWED",
    "OTHER",
    "RULES",
    "SCHEMA_WRONG",
    "TEXT_NOT_ALLOWED",
    "UNKNOWN_ELEMENT",
    "UNKNOWN_KIND",
    "WRONG_NAMESPACE",
    "WRONG_ROOT",
]

UNKNOWN_KIND: Final = Rule(
    "VAL001",
    "schema-kind-unknown",
    Severity.ERROR,
    "The schema is of no kind that is known here: RELAX NG (.rng), XML Schema (.xsd), Schematron (.sch) or TEI ODD "
    "(.odd). RELAX NG in the compact syntax (.rnc) is known too, with the package rnc2rng.",
)
EMBEDDED_RULES: Final = Rule(
    "VAL003",
    "embedded-rules-not-run",
    Severity.INFO,
    "Rules inside the grammar use what is not run here, such as a function that reads the clock. The other rules and "
    "the grammar itself are checked.",
)
RULES: Final = (
    UNKNOWN_KIND,
    SCHEMA_WRONG,
    EMBEDDED_RULES,
    NOT_ALLOWED,
    INCOMPLETE,
    ATTRIBUTE_NOT_ALLOWED,
    ATTRIBUTE_MISSING,
    BAD_VALUE,
    TEXT_NOT_ALLOWED,
    UNKNOWN_ELEMENT,
    DUPLICATE_ID,
    WRONG_NAMESPACE,
    WRONG_ROOT,
    OTHER,
)
