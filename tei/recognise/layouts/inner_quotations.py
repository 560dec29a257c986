"""A telegram that hands on another in quotation marks: the name and day inside the marks do not end it.

“Comrade Vetrov: … Tumanova. 14 July” stands in the middle of what Pashin wires, whose name follows below.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.rows import Head, Rows

_OPEN: Final = "“「『«„"
_CLOSE: Final = "”」』»"
MAX_BEHIND: Final = 6
MAX_QUOTED: Final = 60


def inner_quotation(rows: Rows, head: Head, index: int) -> range:
    """Return the rows of a quotation that ends right before a row and begins inside the document; empty without one."""
    for last in range(index - 1, max(index - MAX_BEHIND, head.body), -1):
        if rows.words(last)[-1:] in _CLOSE and rows.words(last):
            first = _first(rows, head, last)
            return range(first, last + 1) if first >= 0 else range(0)
    return range(0)


def _first(rows: Rows, head: Head, last: int) -> int:
    """Return the row in which the marks open that close at the end of another, -1 where they open with the document."""
    depth = 0
    for at in range(last, max(head.body - 1, last - MAX_QUOTED), -1):
        words = rows.words(at)
        for place in range(len(words) - 1, -1, -1):
            depth += (words[place] in _CLOSE) - (words[place] in _OPEN)
            if depth == 0 and words[place] in _OPEN:
                return at if at < last and (at > head.body or place > 0) else -1
    return -1
