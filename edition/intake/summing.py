"""A long report made short: of many findings of one kind a few, and how many more there are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from edition.intake.request import LISTED
from tei.findings import Finding, Severity

_FEW: Final = 5


def with_few_listed(findings: Sequence[Finding], where: str) -> list[Finding]:
    """Return findings with one for all that was not taken, where it is much; `where` names the list that has each."""
    found = [one for one in findings if one.rule == LISTED.code]
    if len(found) <= _FEW:
        return list(findings)
    message = f"{found[0].message}; {len(found) - 1} more were not taken"
    others = [one for one in findings if one.rule != LISTED.code]
    return [*others, LISTED.at(found[0].location, message, f"each stands in {where}")]


def noted(found: Mapping[str, Sequence[Finding]]) -> Iterator[Finding]:
    """Yield what rules say of documents that were taken all the same: no error here, and of each rule a little."""
    for every in found.values():
        shown = every if len(every) <= _FEW else every[:1]
        more = len(every) - len(shown)
        words = f" ({more} more like this: tei validate names them)" if more else ""
        for one in shown:
            yield replace(one, severity=min(one.severity, Severity.WARNING), message=f"{one.message}{words}")


def listing_of(findings: Iterable[Finding], names: Mapping[str, str]) -> tuple[bytes, int]:
    """Return a table of what was not taken, and its number of rows; `names` are those of sources in `original/`.

    Where a source lay on the machine of whom imported it says nothing to others.
    """
    rows = [
        (names.get(one.location.path, one.location.path), one.location.line, one.message)
        for one in findings
        if one.rule == LISTED.code
    ]
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows((("file", "line", "what"), *rows))
    return stream.getvalue().encode(), len(rows)


def rows_in(listing: bytes) -> int:
    """Return how many rows a table has below its head."""
    rows = csv.reader(io.StringIO(listing.decode("utf-8-sig")))
    return max(sum(1 for row in rows if row) - 1, 0)
