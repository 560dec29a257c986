"""RELAX NG: a schema is loaded once, and documents are checked against it as they are read.

    from tei.relaxng import load_schema

    schema = load_schema("tei_all.rng")
    for finding in schema.validate_file("letter.xml"): …

RELAX NG 1.0 (OASIS, 3 December 2001; ISO/IEC 19757-2) in full, by derivatives of patterns (James Clark, 2001), with the
datatypes of XML Schema. Messages name what was found, what is allowed, and how to mend it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei.relaxng.problems import RULES

if TYPE_CHECKING:
    from tei.relaxng.schema import Schema, load_schema

__all__ = ["RULES", "Schema", "load_schema"]


def __getattr__(name: str) -> Any:
    """Load the engine when it is first asked for: the rules alone are wanted by much that never validates."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tei.relaxng import schema

    return getattr(schema, name)
