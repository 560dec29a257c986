"""All checks of an ODD, in the order in which their findings make each other understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from tei.findings import Finding
from tei.odd.definitions import check_attributes, check_datatypes, check_descriptions
from tei.odd.determinism import check_attribute_choices, check_contents
from tei.odd.expressions import check_constraints
from tei.odd.model import OddSchema
from tei.odd.references import check_cycles, check_names, check_references, check_start, check_use

Check: TypeAlias = Callable[[OddSchema], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    check_references,
    check_cycles,
    check_names,
    check_start,
    check_use,
    check_contents,
    check_attribute_choices,
    check_attributes,
    check_datatypes,
    check_constraints,
    check_descriptions,
)


def check_schema(schema: OddSchema) -> Iterator[Finding]:
    """Run every check; a schema with errors among the findings must not be compiled."""
    for check in CHECKS:
        yield from check(schema)
