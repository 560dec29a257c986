"""TEL307: an entry of an authority list that nothing points at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from edition.corpusrules.record import Record
from tei.findings import Finding, Rule, Severity

RULE: Final = Rule(
    "TEL307",
    "entry-unused",
    Severity.INFO,
    "An authority list has an entry that no document of the corpus points at: left over from a text that was taken "
    "out, or one whose name was never tied to it.",
    bad=(
        'a.xml: <TEI xml:id="lists"><standOff><person xml:id="orlin"/><person xml:id="lind"/></standOff></TEI>\n'
        'b.xml: <TEI><text><persName key="orlin">Orlin</persName></text></TEI>'
    ),
    good=(
        'a.xml: <TEI xml:id="lists"><standOff><person xml:id="orlin"/><person xml:id="lind"/></standOff></TEI>\n'
        'b.xml: <TEI><text><persName key="orlin">Orlin</persName> <persName key="lind">Lind</persName></text></TEI>'
    ),
)


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the unused entries of lists, where the corpus holds lists and documents that point at some."""
    used: set[str] = set()
    for record in records:
        used.update(record.used)
    texts = any(not record.entries for record in records)
    for record in records if texts else ():
        for entry, place in record.entries:
            if entry not in used:
                yield record.at(RULE, place, f'the entry "{entry}" is used nowhere', "tie a name to it, or take it out")
