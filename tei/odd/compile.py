"""Everything that is generated from an ODD, under the names that it has in `schemas/generated`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tei.odd.guide import compile_guide
from tei.odd.model import OddSchema
from tei.odd.relaxng import compile_relaxng
from tei.odd.schematron import compile_schematron
from tei.odd.xsd import compile_xsd


def compile_all(schema: OddSchema, stem: str = "telegram", version: str = "", date: str = "") -> Mapping[str, bytes]:
    """Return every generated file by name; expects a schema without errors among its findings.

    `version` and `date` stand at the head of the guide, where they are given: nothing here reads a clock, so the same
    source gives the same bytes.
    """
    files = {f"{stem}.rng": compile_relaxng(schema), **(compile_xsd(schema, stem) if schema.xsd else {})}
    files[f"{stem}.sch"] = compile_schematron(schema)
    files["guide.html"] = compile_guide(schema, version, date)
    return MappingProxyType(files)
