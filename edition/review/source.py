"""A capture as lines of segments: who owns each run of characters, and which fields were read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei.model import OwnedSpan, Owner


@dataclass(frozen=True, slots=True)
class Reach:
    """The characters of the capture that the field with this key was read from."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of one line that have one owner and serve the same fields; `begins` are those that start here."""

    text: str
    owner: Owner
    step: str
    serves: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The owner as the name of a class."""
        return self.owner.name.lower()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the capture by its number, from 1."""

    number: int
    segments: tuple[Segment, ...]


def source_lines(text: str, spans: Sequence[OwnedSpan], reaches: Sequence[Reach]) -> tuple[Line, ...]:
    """Cut a capture at its lines, at its owners and where fields begin and end; all characters but line ends return."""
    ordered = sorted(spans)
    lines: list[Line] = []
    begun: set[str] = set()
    start = first = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        while first < len(ordered) and ordered[first].end <= start:
            first += 1
        here = [span for span in _until(ordered, first, end) if span.end > start]
        within = [reach for reach in reaches if reach.start < end and reach.end > start]
        lines.append(Line(number, tuple(_segments(text, (start, end), here, within, begun))))
        start = end + 1
    return tuple(lines)


def _until(spans: Sequence[OwnedSpan], first: int, end: int) -> Iterator[OwnedSpan]:
    for index in range(first, len(spans)):
        if spans[index].start >= end:
            return
        yield spans[index]


def _segments(
    text: str, line: tuple[int, int], spans: Sequence[OwnedSpan], reaches: Sequence[Reach], begun: set[str]
) -> Iterator[Segment]:
    """Yield the segments of a line; `begun` are the fields whose beginning has been shown."""
    places = set(line)
    ends = [place for span in spans for place in (span.start, span.end)]
    ends += [place for reach in reaches for place in (reach.start, reach.end)]
    places.update(place for place in ends if line[0] < place < line[1])
    for left, right in pairwise(sorted(places)):
        span = next((span for span in spans if span.start <= left < span.end), None)
        serves = tuple(reach.key for reach in reaches if reach.start <= left < reach.end)
        begins = tuple(key for key in serves if key not in begun)
        begun.update(begins)
        owner = span.owner if span is not None else Owner.SPACE
        yield Segment(text[left:right], owner, span.step if span is not None else "", serves, begins)
