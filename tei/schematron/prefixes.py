"""Contexts that can match nothing in TEI: `context="persName"` asks for an element without a namespace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.findings import Finding
from tei.names import TEI_NS
from tei.schematron.contexts import targets
from tei.schematron.model import Schema
from tei.schematron.problems import NO_PREFIX

_OWN: Final = "Q{"
"""How XPath 3 writes the namespace into the name itself."""


def without_prefix(schema: Schema) -> Iterator[Finding]:
    """Yield a finding for each rule of a schema for TEI whose context names an element without a prefix.

    A schema is for TEI where it binds a prefix to TEI's namespace: one that binds none may be for other documents.
    """
    prefix = next((prefix for prefix, uri in schema.namespaces.items() if uri == TEI_NS and prefix), None)
    for rule in (rule for pattern in schema.patterns for rule in pattern.rules if prefix and _OWN not in rule.context):
        bare = [one.name for one in targets(rule.context) if one.kind == "element" and one.name.isidentifier()]
        if bare:
            message = f'the context "{rule.context}" matches no element of TEI: {bare[0]} has no prefix'
            yield NO_PREFIX.at(rule.location, message, f"write {prefix}:{bare[0]}")
