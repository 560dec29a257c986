"""The rows of a head, and where its service matter ends among them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final, Literal

from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Line, ServiceLine
from tei.recognise.service import Service
from tei.values import value

MAX_LABELS: Final = 2
"""So many lines that nobody knows may stand between lines of service matter."""


@value()
class Row:
    """A line of the head: what it is, and how many paragraphs it takes."""

    kind: Literal["service", "opener", "bracket", "label"]
    paragraph: Paragraph
    service: Service | None = None
    line: Line | None = None
    width: int = 1

    @property
    def as_service(self) -> ServiceLine:
        """The row as a line of the preamble."""
        if self.line is not None:
            return self.line.as_service
        return ServiceLine(self.paragraph, Service("other") if self.kind == "label" else self.service)


def end_of_service(rows: Sequence[Row], *, whole: bool) -> int:
    """Return how many rows are service matter: all up to the last line of it that can be reached.

    Lines that nobody knows are passed over on the way, a few at a time, when a message is left after them; `whole` says
    that the rows are all there is.
    """
    for index in reversed(range(len(rows))):
        if rows[index].kind == "service" and _reachable(rows, index, whole=whole):
            return with_brackets(rows, index + 1)
    return with_brackets(rows, 0)


def with_brackets(rows: Sequence[Row], cut: int) -> int:
    """Return where the brackets end that stand from here on."""
    while cut < len(rows) and rows[cut].kind == "bracket":
        cut += 1
    return cut


def _reachable(rows: Sequence[Row], index: int, *, whole: bool) -> bool:
    before, after = rows[:index], rows[index + 1 :]
    runs = [len(list(run)) for kind, run in groupby(before, key=lambda row: row.kind) if kind == "label"]
    last = rows[index].service
    if last is not None and last.type == "annotation" and _is_read_by(before):
        return True
    if not runs:
        return True
    left = not whole or any(row.kind == "label" for row in after)
    if left and not after and not whole and _is_solid(rows):
        return sum(runs) <= MAX_SCRAWLED
    return left and max(runs) <= MAX_LABELS and 2 * sum(runs) <= len(rows)


def _is_read_by(rows: Sequence[Row]) -> bool:
    """Say whether nothing but names stands below who is addressed and who sends: those who are to read it as well."""
    names = [row for row in rows if row.kind == "label"]
    above = rows[: len(rows) - len(names)]
    short = all(len(row.paragraph.text) <= MAX_READER and row.paragraph.text[:1].isupper() for row in names)
    return short and bool(above) and above[-1].service is not None and above[-1].service.type == "address"


MAX_READER: Final = 24


def _is_solid(rows: Sequence[Row]) -> bool:
    """Say whether two lines that only forms have end the head, "Special no. 2005" / "HIGHEST PRIORITY".

    What is over them may be jumbled then: figures and scrawls of a form that was read by a scanner.
    """
    last = [row.service.type for row in rows[-2:] if row.service]
    short = all(len(row.paragraph.text) <= MAX_SCRAWL for row in rows)
    return len(last) == 2 and short and _OF_FORM.issuperset(last) and last[0] != last[1]


_OF_FORM: Final = frozenset(("number", "marking", "precedence", "copy", "received", "sent"))
MAX_SCRAWLED: Final = 8
MAX_SCRAWL: Final = 60


def is_between_posts(rows: Sequence[Row]) -> bool:
    """Say whether rows hold "From Moscow to Foreign Office" and nobody under it: it is the envoy who comes next."""
    named = [row for row in rows if row.line is not None or (row.service and row.service.type in _NAMING)]
    return len(named) == 1 and named[0].service is not None and named[0].service.part("to") is not None


_NAMING: Final = ("address", "signature")
