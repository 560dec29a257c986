"""JSON and JSON Lines, an object at a time: an array of objects is never held as a whole (RFC 8259, jsonlines.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, TextIO

from edition.intake.table.charset import opened
from edition.intake.table.rows import Record, keys_of
from edition.intake.table.rules import BROKEN_TABLE
from tei.errors import SourceError
from tei.findings import Location

_PIECE: Final = 1 << 16
_LONGEST_LINE: Final = 1 << 20
_SPACE: Final = re.compile(r"[ \t\r\n\ufeff]*")
_HEAD: Final = 200
_DEEPEST: Final = 6
"""Keys inside keys that are looked through for the records."""


@dataclass(frozen=True, slots=True)
class Objects:
    """Where the objects of a file are: one a line, or in the array that the way `records` leads to."""

    path: Path
    charset: str
    lines: bool
    records: str
    columns: tuple[str, ...]

    def rows(self) -> Iterator[Record]:
        """Yield the objects. Raises SourceError where the JSON is none."""
        yield from _objects(self.path, self.charset, lines=self.lines, records=self.records)


def objects_of(path: Path, charset: str, records: str | None = None) -> Objects:
    """Return where the objects of a file are; without a way to them, the first array of objects is meant."""
    lines = records is None and _is_lines(path, charset)
    found = _way(path, charset) if records is None and not lines else records
    lines, way = lines or found is None, found or ""
    head = islice(_objects(path, charset, lines=lines, records=way), _HEAD)
    columns = tuple(dict.fromkeys(key for row in head for key in keys_of(row.value)))
    return Objects(path, charset, lines, way, columns)


def _is_lines(path: Path, charset: str) -> bool:
    """Say whether objects follow one another without an array round them, or the name of the file says so."""
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return True
    with opened(path, charset) as stream:
        first = stream.readline(_LONGEST_LINE).strip(" \t\r\n\ufeff")
        if not (first.startswith("{") and first.endswith("}")):
            return False
        return _Reading(stream, path).peek() == "{"


def _way(path: Path, charset: str) -> str | None:
    """Return the way to the records, None where the file is one record itself."""
    with opened(path, charset) as stream:
        reading = _Reading(stream, path)
        return "" if reading.peek() == "[" else _first_array(reading, "", 0)


def _first_array(reading: _Reading, way: str, depth: int) -> str | None:
    """Return the way to the first array whose first value is an object."""
    for key in reading.members():
        here = f"{way}.{key}" if way else key
        sign = reading.peek()
        if sign == "[" and reading.array_of_objects():
            return here
        if sign == "{" and depth < _DEEPEST:
            if (found := _first_array(reading, here, depth + 1)) is not None:
                return found
        elif sign != "[":
            reading.value()
    return None


def _objects(path: Path, charset: str, *, lines: bool, records: str) -> Iterator[Record]:
    with opened(path, charset) as stream:
        reading = _Reading(stream, path)
        if lines:
            values = reading.sequence()
        else:
            for step in records.split(".") if records else ():
                reading.enter(step)
            values = reading.array()
        for number, (line, value) in enumerate(values, 1):
            if not isinstance(value, dict):
                raise SourceError(reading.wrong(f"record {number} is no object", line))
            yield Record(number, line, value)


class _Reading:
    """A file of JSON while it is read: as much of it in memory as one value takes."""

    def __init__(self, stream: TextIO, path: Path) -> None:
        self._stream, self._path = stream, path
        self._text, self._at, self._line = "", 0, 1
        self._end = False
        self._decoder = json.JSONDecoder()

    def wrong(self, message: str, line: int = 0) -> Any:
        """Return the finding of what is no JSON."""
        hint = "check the file in a JSON validator, or export it again"
        return BROKEN_TABLE.at(Location(str(self._path), line or self._line), message, hint)

    def _more(self) -> bool:
        piece = self._stream.read(max(_PIECE, len(self._text) - self._at))
        self._line += self._text.count("\n", 0, self._at)
        self._text, self._at = self._text[self._at :] + piece, 0
        self._end = not piece
        return not self._end

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self._line + self._text.count("\n", 0, self._at)

    def peek(self) -> str:
        """Return the next sign that is no white space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, sign: str) -> bool:
        """Pass over a sign where it is the next."""
        if self.peek() != sign:
            return False
        self._at += 1
        return True

    def need(self, sign: str) -> None:
        """Pass over a sign that must come. Raises SourceError."""
        if not self.take(sign):
            found = self.peek()
            what = f"there is {found!r}" if found else "the file ends"
            raise SourceError(self.wrong(f"{what} where JSON wants {sign!r}", self.line))

    def value(self) -> Any:
        """Return the next value, whatever it is. Raises SourceError."""
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._more():
                    line = self._line + self._text.count("\n", 0, error.pos)
                    raise SourceError(self.wrong(f"this is no JSON: {error.msg}", line)) from None
                continue
            except RecursionError:
                raise SourceError(self.wrong("the values nest too deep", self.line)) from None
            if end < len(self._text) or not self._more():  # a number may go on in the next piece
                self._at = end
                return value

    def members(self) -> Iterator[str]:
        """Yield the keys of an object; who asks for the next has taken the value before."""
        self.need("{")
        while self.peek() != "}":
            key = self.value()
            self.need(":")
            yield str(key)
            if not self.take(","):
                break
        self.need("}")

    def array(self) -> Iterator[tuple[int, Any]]:
        """Yield the values of an array, each with its line."""
        self.need("[")
        while self.peek() not in ("]", ""):
            line = self.line
            yield line, self.value()
            if not self.take(","):
                break
        self.need("]")

    def sequence(self) -> Iterator[tuple[int, Any]]:
        """Yield values that follow one another, each with its line."""
        while self.peek():
            yield self.line, self.value()

    def array_of_objects(self) -> bool:
        """Say whether the next value is an array that begins with an object; it is passed over where it is none."""
        self.need("[")
        if self.peek() == "{":
            return True
        while self.peek() not in ("]", ""):
            self.value()
            if not self.take(","):
                break
        self.need("]")
        return False

    def enter(self, name: str) -> None:
        """Go to the value of a key, past all that stands before it. Raises SourceError where there is no such key."""
        for key in self.members():
            if key == name:
                return
            self.value()
        hint = "write the way to the array of records with dots"
        message = f"there is no key {name!r} where the mapping says that the records are"
        raise SourceError(BROKEN_TABLE.at(Location(str(self._path), self.line), message, hint))
