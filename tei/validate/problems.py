"""What can be wrong with a schema that no one language of schemas has found; see also tei.relaxng.problems."""

from __future__ import annotations

from typing import Final

from tei.findings import Rule, Severity

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
READ_IN_PIECES: Final = Rule(
    "VAL113",
    "read-in-pieces",
    Severity.WARNING,
    "The file is larger than what is held in memory, so that it was read in pieces through the RELAX NG grammar. Rules "
    "and XML Schema need the whole of it and were left out.",
)
RULES: Final = (UNKNOWN_KIND, EMBEDDED_RULES, READ_IN_PIECES)
