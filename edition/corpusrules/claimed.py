"""TEL306: two documents that claim the same leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from edition.corpusrules.record import Record
from tei.findings import Finding, Rule, Severity

_EXAMPLE: Final = (
    '<TEI><msDesc><msIdentifier><repository>AKPI</repository><idno type="archival"><idno type="fond">7</idno></idno>'
    '</msIdentifier><msContents><msItem><locus from="{0}" to="{0}"/></msItem></msContents></msDesc></TEI>'
)
RULE: Final = Rule(
    "TEL306",
    "reference-claimed-twice",
    Severity.INFO,
    "Two documents have the same shelf mark to the leaf. A page can hold two telegrams; more often one of the two "
    "references was copied and not corrected, or the document is there twice.",
    bad=f"a.xml: {_EXAMPLE.format(11)}\nb.xml: {_EXAMPLE.format(11)}",
    good=f"a.xml: {_EXAMPLE.format(11)}\nb.xml: {_EXAMPLE.format(12)}",
)


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the documents whose leaves another has already."""
    first: dict[str, str] = {}
    for record in records:
        for mark, place in record.marks:
            other = first.setdefault(mark, record.path)
            if other != record.path:
                yield record.at(
                    RULE, place, f"{mark} is the reference of {other} too", "check both against the archive"
                )
