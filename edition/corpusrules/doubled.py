"""TEL301: two documents with one id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from edition.corpusrules.record import Record
from tei.findings import Finding, Rule, Severity

RULE: Final = Rule(
    "TEL301",
    "document-id-twice",
    Severity.ERROR,
    "Two files of the corpus call themselves by the same xml:id, so that no link and no citation can say which is "
    "meant.",
    bad=('a.xml: <TEI xml:id="t1"><text/></TEI>\nb.xml: <TEI xml:id="t1"><text/></TEI>'),
    good=('a.xml: <TEI xml:id="t1"><text/></TEI>\nb.xml: <TEI xml:id="t2"><text/></TEI>'),
)


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the documents whose id another file of the corpus has already."""
    first: dict[str, str] = {}
    for record in records:
        if record.id and record.id in first:
            message = f'the id "{record.id}" is that of {first[record.id]} too'
            yield record.at(RULE, (1, 0), message, "rename one of the two")
        first.setdefault(record.id, record.path)
