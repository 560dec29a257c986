"""Many values of one run in their order, on the disk once they are many, so that memory does not grow with them.

The file has no name and vanishes with its owner or with the process, however that ends. Nothing else ever reads it.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Generic, TypeVar, overload

from tei.errors import OutputError
from tei.files import CANNOT_WRITE
from tei.findings import Location

HELD: Final = 1 << 18
"""Bytes that are held in memory before a file is made."""
BLOCK: Final = 64
"""Values that are written and read at once."""
FIRST: Final = 16
"""So many blocks stay in memory: most runs have no more, and need not make their values anew."""
_Value = TypeVar("_Value")


class Strips:
    """Strips of bytes by number, in the order in which they were put."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with none; `folder` is where the file will be, the system's own for such files where it is None."""
        self._folder = folder
        self._file = tempfile.SpooledTemporaryFile(HELD, dir=str(folder) if folder else None)  # noqa: SIM115 # it lives as long as this
        self._ends = array("Q", [0])
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, data: bytes) -> int:
        """Keep a strip and return its number; raises OutputError when the disk is full."""
        end = self._ends[-1]
        try:
            self._file.seek(end)
            self._file.write(data)
        except OSError as error:
            message = f"nothing can be written here: {error.strerror or error}"
            place, hint = Location(str(self._folder or tempfile.gettempdir())), "free some space, or choose another"
            raise OutputError(CANNOT_WRITE.at(place, message, hint)) from error
        self._ends.append(end + len(data))
        return len(self) - 1

    def get(self, number: int) -> bytes:
        """Return a strip."""
        start = self._ends[number]
        self._file.seek(start)
        return self._file.read(self._ends[number + 1] - start)

    def __iter__(self) -> Iterator[bytes]:
        for number in range(len(self)):
            yield self.get(number)


class Rows(Sequence[_Value], Generic[_Value]):
    """A sequence of frozen values that can grow at its end; those on the disk are made anew when they are asked for.

    The first thousand stay in memory. Of the others the disk takes and gives a block at a time: together, values that
    share much are small and quickly made.
    """

    def __init__(self, folder: Path | None = None, values: Iterable[_Value] = ()) -> None:
        """Take the first values; for `folder` see Strips."""
        self._strips = Strips(folder)
        self._first: list[list[_Value]] = []
        self._last: list[_Value] = []
        self._read: tuple[int, list[_Value]] = (-1, [])
        self.extend(values)

    def append(self, value: _Value) -> None:
        """Add a value; raises OutputError when the disk is full."""
        self._last.append(value)
        if len(self._last) == BLOCK:
            if len(self._first) < FIRST:
                self._first.append(self._last)
            else:
                self._strips.put(pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL))
            self._last = []

    def extend(self, values: Iterable[_Value]) -> None:
        """Add values; raises OutputError when the disk is full."""
        for value in values:
            self.append(value)

    def __len__(self) -> int:
        return self._whole() * BLOCK + len(self._last)

    def _whole(self) -> int:
        """Return how many blocks are full."""
        return len(self._first) + len(self._strips)

    def __iter__(self) -> Iterator[_Value]:
        for number in range(self._whole() + 1):
            yield from self._block(number)

    def _block(self, number: int) -> list[_Value]:
        """Return a block; the one after those on the disk is still growing."""
        if number == self._whole():
            return self._last
        if number < len(self._first):
            return self._first[number]
        if self._read[0] != number:
            self._read = (number, pickle.loads(self._strips.get(number - len(self._first))))
        return self._read[1]

    @overload
    def __getitem__(self, place: int) -> _Value: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[_Value, ...]: ...
    def __getitem__(self, place: int | slice) -> _Value | tuple[_Value, ...]:
        places = range(len(self))[place]
        if isinstance(places, range):
            return tuple(self[number] for number in places)
        number, at = divmod(places, BLOCK)
        return self._block(number)[at]

    def __eq__(self, other: object) -> bool:
        """Compare with any rows or tuple, value by value."""
        if not isinstance(other, Rows | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"Rows({list(self[:8])!r}{' …' if len(self) > 8 else ''})"
