"""A row of a table, whatever its file: its number, where it stands, and the values in its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


class Row(Protocol):
    """A row: `number` from 1 without the header, `line` that it begins in."""

    @property
    def number(self) -> int:
        """Its number, from 1."""

    @property
    def line(self) -> int:
        """The line of the file that it begins in, 0 where the file has none."""

    def values(self, column: str) -> tuple[str, ...]:
        """Return what stands in a column, empty values left out: several where several columns have the name."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a delimited file; `places` says for each name of a column which cells it means.

    `missing` and `extra` are how many cells it has too few, and how many that are not empty too many.
    """

    number: int
    line: int
    cells: Sequence[str]
    places: Mapping[str, tuple[int, ...]]
    missing: int = 0
    extra: int = 0

    def values(self, column: str) -> tuple[str, ...]:
        """Return the cells of a column that are not empty."""
        found = (self.cells[at] for at in self.places.get(column, ()) if at < len(self.cells))
        return tuple(cell for cell in found if cell.strip())


@dataclass(frozen=True, slots=True)
class Record:
    """An object of JSON; a column is the name of a key, or the way to it with dots."""

    number: int
    line: int
    value: Any

    def values(self, column: str) -> tuple[str, ...]:
        """Return what a key holds; of a list all values, through lists of objects as well."""
        return tuple(text for found in _followed(self.value, column) for text in _texts(found) if text.strip())


def _followed(value: Any, path: str) -> Iterator[Any]:
    """Yield what a way with dots leads to; a key that has dots itself goes before."""
    if isinstance(value, list):
        head, _, rest = path.partition(".")
        if head.isdecimal():
            if int(head) < len(value):
                yield from _followed(value[int(head)], rest) if rest else iter((value[int(head)],))
            return
        for one in value:
            yield from _followed(one, path)
    elif isinstance(value, dict):
        if path in value:
            yield value[path]
            return
        head, dot, rest = path.partition(".")
        while dot:
            if head in value:
                yield from _followed(value[head], rest)
                return
            more, dot, rest = rest.partition(".")
            head = f"{head}.{more}"


def _texts(value: Any) -> Iterator[str]:
    """Yield a value as texts; an object is none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, int | float):
        yield str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def keys_of(value: Any, prefix: str = "") -> Iterator[str]:
    """Yield the ways to all that an object holds, in its order, those in objects of lists once for all."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from keys_of(inner, f"{prefix}.{name}" if prefix else str(name))
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        yield from dict.fromkeys(key for one in value for key in keys_of(one, prefix))
    elif prefix:
        yield prefix
