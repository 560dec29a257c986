"""The register of our rules, and how a document is put through them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from types import ModuleType
from typing import Final

from tei.findings import Finding
from tei.validate.documents import Document
from tei.validate.rules import (
    bounds,
    dates,
    empties,
    envelopes,
    identities,
    languages,
    licences,
    markers,
    notes,
    placeholders,
    pointers,
    received,
    references,
    shelfmarks,
    slips,
    written,
    zones,
)
from tei.validate.rules.facts import Facts

MODULES: Final[tuple[ModuleType, ...]] = (
    *(pointers, dates, bounds, received, written, zones, envelopes, identities),
    *(references, shelfmarks, placeholders, notes, markers, languages, licences, empties, slips),
)
RULES: Final = tuple(module.RULE for module in MODULES)


def check_rules(document: Document, known: Collection[Finding] = (), skip: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what the rules find in a TEI document, but for those whose codes `skip` names (`*` for any letters).

    `known` is what schemas have found already: what they said of the same place is not said again.
    """
    facts = Facts(document)
    if not any(True for _ in facts.named("TEI", "teiCorpus", "teiHeader", "text")):
        return
    said = {(finding.rule, finding.location.line) for finding in known}
    for module in MODULES:
        if any(fnmatchcase(module.RULE.code, pattern) for pattern in skip):
            continue
        for finding in module.check(facts):
            if not any((code, finding.location.line) in said for code in module.SAME):
                yield finding
