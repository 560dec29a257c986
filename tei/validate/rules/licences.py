"""TEL270: a document that does not say how it may be used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.names import tei
from tei.validate.rules.facts import Facts

RULE: Final = Rule(
    "TEL270",
    "licence-missing",
    Severity.INFO,
    "publicationStmt has no availability, so that nobody knows whether the text may be copied, quoted at length or "
    "harvested.",
    bad="<TEI><teiHeader><fileDesc><publicationStmt><publisher>Karsk</publisher></publicationStmt></fileDesc></teiHeader></TEI>",
    good="<TEI><teiHeader><fileDesc><publicationStmt><publisher>Karsk</publisher><availability>"
    '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>'
    "</publicationStmt></fileDesc></teiHeader></TEI>",
)
SAME: Final = frozenset({"availability-stated"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the publication statements of the document itself that have a publisher and no availability."""
    for statement in facts.named("publicationStmt"):
        above = [one.tag for one in statement.iterancestors()]
        if above[:2] != [tei("fileDesc"), tei("teiHeader")] or statement.find(tei("p")) is not None:
            continue
        if next(statement.iter(tei("availability"), tei("licence")), None) is None:
            hint = 'add <availability><licence target="…">…</licence></availability>'
            yield facts.found(RULE, statement, "nothing says under which licence this is published", hint)
