"""Schemas that a document names: `xml-model` (W3C, Associating Schemas with XML documents 1.0) and XSD's hints.

And in the way of oXygen, from before there was a standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lxml import etree

from tei.errors import SchemaError, SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import OLD_SCH_NS, RNG_NS, SCH_NS, XSD_NS
from tei.patience import ENDLESS, Patience
from tei.validate.catalog import Catalog
from tei.validate.documents import Document
from tei.validate.facade import Kind, Validator
from tei.validate.places import line_of
from tei.xmlfile import NOT_FOUND

NOT_FETCHED = Rule(
    "LNT032",
    "schema-not-fetched",
    Severity.WARNING,
    "The document names a schema by an address on the network, and nothing is ever fetched. A catalog can say where a "
    "local copy is. Where no schema that it names can be had, that is an error: the document was not checked.",
    bad='<?xml-model href="https://example.org/house.rng"?>',
    good="tei validate letter.xml --catalog catalog.xml",
)
RULES = (NOT_FETCHED,)

_NAMED_BY: Final = "files name it as their schema: mend the address in them, or give the schema with --schema"
_PSEUDO: Final = re.compile(r"([\w.-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
_KINDS: Final = {RNG_NS: Kind.RELAXNG, SCH_NS: Kind.SCHEMATRON, OLD_SCH_NS: Kind.SCHEMATRON, XSD_NS: Kind.XSD}
_OXYGEN: Final = {"RNGSchema": Kind.RELAXNG, "SCHSchema": Kind.SCHEMATRON}
"""What the editor oXygen wrote before there was `xml-model`: `<?oxygen RNGSchema="house.rng" type="xml"?>`."""
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class Association:
    """The schemas of a document that can be had, and findings on those that cannot."""

    validators: tuple[Validator, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        """Whether the document names any schema, be it to be had or not."""
        return bool(self.validators or self.findings)


@dataclass(frozen=True, slots=True)
class _Named:
    """A schema as a document names it."""

    address: str
    kind: Kind | None
    phase: str
    location: Location


def associated(document: Document, catalog: Catalog | None = None, patience: Patience = ENDLESS) -> Association:
    """Return the schemas that a document names, found beside it or by a catalog, ready to use.

    One that takes longer than `patience` allows is a finding.
    """
    catalog = catalog or Catalog()
    base = Path(document.path) if document.path not in ("", "-") else None
    validators: dict[int, Validator] = {}
    findings: list[Finding] = []
    for named in (*_models(document), *_hints(document)):
        path = catalog.resolve(named.address, base)
        if path is None:
            message = f"the schema {named.address} is on the network and in no catalog, so it was not used"
            findings.append(NOT_FETCHED.at(named.location, message, "give --catalog, or the schema with --schema"))
            continue
        try:
            validator = Validator.load(path, kind=named.kind, phase=named.phase)
            validator.prepare(patience)
        except (SchemaError, SourceError) as error:
            findings.extend(
                replace(one, hint=_NAMED_BY) if one.rule == NOT_FOUND.code else one for one in error.findings
            )
        else:
            validators[id(validator)] = validator
    if not validators:  # what is not checked must not look like what is right
        findings = [replace(one, severity=Severity.ERROR) for one in findings]
    return Association(tuple(validators.values()), tuple(findings))


def _models(document: Document) -> Iterator[_Named]:
    """Yield what the instructions before the root say; alternatives to the main schema are passed over."""
    root = document.tree.getroot()
    for node in reversed(list(root.itersiblings(etree.ProcessingInstruction, preceding=True))):
        values = {name: _plain(value[1:-1]) for name, value in _PSEUDO.findall(node.text or "")}
        target = getattr(node, "target", "")
        if target == "oxygen":
            place = Location(document.path, line_of(node))
            yield from (_Named(values[name], kind, "", place) for name, kind in _OXYGEN.items() if values.get(name))
        if target != "xml-model":
            continue
        kind = _KINDS.get(values.get("schematypens", ""))
        if not values.get("href") or ("schematypens" in values and kind is None):
            continue
        yield _Named(values["href"], kind, values.get("phase", ""), Location(document.path, line_of(node)))


def _hints(document: Document) -> Iterator[_Named]:
    root = document.tree.getroot()
    pairs = root.get(f"{_XSI}schemaLocation", "").split()
    addresses = [*pairs[1::2], *root.get(f"{_XSI}noNamespaceSchemaLocation", "").split()]
    place = Location(document.path, line_of(root))
    yield from (_Named(address, Kind.XSD, "", place) for address in addresses)


def _plain(value: str) -> str:
    for entity, sign in _ENTITIES:
        value = value.replace(entity, sign)
    return value
