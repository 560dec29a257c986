"""Every kind of finding that an ODD can have, for `tei explain`."""

from __future__ import annotations

from typing import Final

from tei.findings import Rule
from tei.odd import (
    contents,
    customising,
    definitions,
    determinism,
    documentation,
    expressions,
    grammars,
    include,
    read,
    references,
    vocabulary,
)

RULES: Final[tuple[Rule, ...]] = tuple(
    sorted(
        (
            *include.RULES,
            *read.RULES,
            *vocabulary.RULES,
            *customising.RULES,
            *references.RULES,
            *contents.RULES,
            *determinism.RULES,
            *definitions.RULES,
            *documentation.RULES,
            *expressions.RULES,
            *grammars.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
