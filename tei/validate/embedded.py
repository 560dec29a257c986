"""Rules inside a grammar: TEI's schemas carry Schematron within their RELAX NG, as ISO/IEC 19757-3 (annex F) allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.errors import SchemaError
from tei.findings import Finding
from tei.schematron import Schematron, read_schema
from tei.schematron.model import Pattern, Schema
from tei.validate.problems import EMBEDDED_RULES

_BINDINGS: Final = ("xslt", "xslt3")
"""Rules in a grammar do not say in which XPath they are: 1.0 where all of them are, else 3.1, which reads 2.0 too."""

_HINT: Final = "write them without, or check them elsewhere"


def embedded_rules(data: bytes, path: str, today: str = "") -> tuple[Schematron | None, tuple[Finding, ...]]:
    """Return the rules of a grammar, ready to run, and a note for each pattern that cannot be run, with the reason.

    None where there is none that can. `today` is what current-date() gives. Raises SchemaError where the rules break
    the form of Schematron.
    """
    schema = read_schema(data, path, whole=False)
    foreign = tuple(
        EMBEDDED_RULES.at(one.location, f"{one.message}; rules that use it are not run", _HINT)
        for one in schema.unsupported
    )
    for binding in () if any(pattern.unsupported for pattern in schema.patterns) else _BINDINGS:
        try:
            return Schematron(replace(schema, binding=binding), today=today), foreign
        except SchemaError:
            continue
    schema = replace(schema, binding=_BINDINGS[-1])
    refused = {pattern: tuple(_refusals(schema, pattern, today)) for pattern in schema.patterns}
    kept = tuple(pattern for pattern in schema.patterns if not refused[pattern])
    notes = (*foreign, *(note for notes in refused.values() for note in notes))
    return (Schematron(replace(schema, patterns=kept), today=today) if kept else None), notes


def _refusals(schema: Schema, pattern: Pattern, today: str) -> Iterator[Finding]:
    if errors := pattern.unsupported or _errors(replace(schema, patterns=(pattern,)), today):
        name = f'"{pattern.ident}"' if pattern.ident else f"of line {pattern.location.line}"
        reasons = "; ".join(dict.fromkeys(one.message for one in errors))
        message = f"the rules {name} inside the grammar are not run: {reasons}"
        yield EMBEDDED_RULES.at(pattern.location, message, _HINT)


def _errors(schema: Schema, today: str) -> tuple[Finding, ...]:
    try:
        Schematron(schema, today=today)
    except SchemaError as error:
        return error.findings
    return ()
