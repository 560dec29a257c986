"""TEL308: a name with a key that no authority list of the corpus has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from edition.corpusrules.record import Record
from tei.findings import Finding, Rule, Severity

RULE: Final = Rule(
    "TEL308",
    "entry-missing",
    Severity.WARNING,
    "A name has a @key that is the id of no entry of the corpus: misspelt, or its entry was never written. Looked at "
    "only where the lists of the corpus have most of the keys, for the keys of others are theirs to judge.",
    bad=(
        'a.xml: <TEI xml:id="lists"><standOff><person xml:id="orlin"/><person xml:id="lind"/></standOff></TEI>\n'
        'b.xml: <TEI><text><persName key="orlin">O</persName> <rs key="lind">L</rs> <rs key="linb">B</rs></text></TEI>'
    ),
    good=(
        'a.xml: <TEI xml:id="lists"><standOff><person xml:id="orlin"/><person xml:id="lind"/></standOff></TEI>\n'
        'b.xml: <TEI><text><persName key="orlin">O</persName> <rs key="lind">L</rs></text></TEI>'
    ),
)


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the keys without an entry, each where it stands first in a document."""
    entries = {entry for record in records for entry, _ in record.entries}
    if not entries:
        return
    kinds = {key: key in entries or any(key in record.ids for record in records) for key in _keys(records)}
    if sum(kinds.values()) * 2 <= len(kinds):
        return
    for record in records:
        for key, place in record.keys:
            if not kinds[key]:
                yield record.at(
                    RULE, place, f'the key "{key}" has no entry in any list', "correct it, or add the entry"
                )


def _keys(records: Sequence[Record]) -> Iterator[str]:
    yield from dict.fromkeys(key for record in records for key, _ in record.keys)
