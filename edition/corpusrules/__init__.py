"""Rules that look at all documents of a corpus together, one module each: what no document can tell alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from types import ModuleType
from typing import Final

from edition.corpusrules import across, claimed, doubled, entries, keys, series, whereabouts
from edition.corpusrules.record import Record, record_of
from tei.findings import Finding

__all__ = ["MODULES", "RULES", "Record", "check_corpus", "record_of"]

MODULES: Final[tuple[ModuleType, ...]] = (doubled, across, series, whereabouts, claimed, entries, keys)
RULES: Final = (
    *(doubled.RULE, across.RULE, across.ANSWER, series.RULE),
    *(whereabouts.RULE, claimed.RULE, entries.RULE, keys.RULE),
)


def check_corpus(records: Sequence[Record], skip: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what the rules find in a corpus, but for those whose codes `skip` names (`*` for any letters)."""
    for module in MODULES:
        for finding in module.check(records):
            if not any(fnmatchcase(finding.rule, pattern) for pattern in skip):
                yield finding
