"""The compact syntax of RELAX NG, by way of the XML syntax: the package `rnc2rng` translates it, where installed."""

from __future__ import annotations

from importlib import import_module

from tei.errors import SchemaError
from tei.findings import Location
from tei.relaxng.problems import COMPACT_SYNTAX


def from_compact(data: bytes, path: str) -> bytes:
    """Return a schema of the compact syntax in XML syntax, made by the package rnc2rng.

    Raises SchemaError where the package is not installed or cannot read it.
    """
    place = Location(path)
    try:
        rnc2rng = import_module("rnc2rng")
    except ImportError:
        message = "a schema in the compact syntax needs the package rnc2rng, which is not installed"
        hint = "pip install rnc2rng, or convert the schema to .rng"
        raise SchemaError(COMPACT_SYNTAX.at(place, message, hint)) from None
    try:
        return str(rnc2rng.dumps(rnc2rng.loads(data.decode("utf-8-sig")))).encode()
    except Exception as error:  # its parser raises what its parts raise
        message = f"the compact syntax cannot be read: {' '.join(str(error).split())[:200]}"
        raise SchemaError(COMPACT_SYNTAX.at(place, message, "mend the schema, or convert it with trang")) from None
