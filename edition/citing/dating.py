"""The date of a document as a citation needs it: year, month and day, a range, or words; and whether it is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from edition.corpus.model import Moment
from tei.regexes import regex

_DAY: Final = regex(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Dating:
    """A date: `first` and `last` are (year, month, day) as far as known, `last` empty unless there is a range.

    A bound that is not known is empty: "not after 1938" has only `last`. `doubtful` is what TEI calls low certainty or
    conjecture; `words` the date as written, which is all there is where the other two are empty.
    """

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    doubtful: bool = False
    ranged: bool = False
    words: str = ""

    @property
    def known(self) -> bool:
        """Whether there is a date at all that can be computed with."""
        return bool(self.first or self.last)

    @property
    def years(self) -> tuple[int, ...]:
        """The first and the last year, one of them where they are the same or there is but one."""
        return tuple(dict.fromkeys(part[0] for part in (self.first, self.last) if part))

    @property
    def edtf(self) -> str:
        """The date as ISO 8601-2 (EDTF) writes it: 1937-08-30, 1937?, 1937-08/1938-01, ../1938; empty without one."""
        if not self.known:
            return ""
        mark = "?" if self.doubtful else ""
        first, last = (f"{iso(part)}{mark}" if part else ".." for part in (self.first, self.last))
        return f"{first}/{last}" if self.ranged else first


def read_dating(moment: Moment) -> Dating:
    """Read the date of a document; a date without a year is words alone, as nothing can be computed with it."""
    doubtful = moment.certainty == "low" or moment.evidence == "conjecture"
    words = " ".join(moment.text.split())
    if moment.when:
        return Dating(_parts(moment.when), doubtful=doubtful, words=words)
    first, last = _parts(moment.not_before), _parts(moment.not_after)
    if first == last:
        return Dating(first, doubtful=doubtful, words=words)
    return Dating(first, last, doubtful, ranged=True, words=words)


def iso(parts: tuple[int, ...]) -> str:
    """Write year, month and day as ISO 8601."""
    year, *rest = parts
    return "-".join([f"{year:05d}" if year < 0 else f"{year:04d}", *(f"{part:02d}" for part in rest)])


def _parts(date: str) -> tuple[int, ...]:
    found = _DAY.match(date)
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    lasting = (part <= most for part, most in zip(parts[1:], (12, 31), strict=False))
    return parts if all(lasting) and 0 not in parts[1:] else parts[:1]
