"""A TOML file with the line of each of its keys: `tomllib` says what was written, not where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tei.decisions.rules import NOT_TOML
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.regexes import regex

Key = tuple[str | int, ...]
"""The way to a value: names of keys, and numbers from 0 for the entries of lists."""

_PLACE: Final = regex(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_CURLY: Final = regex(r"[“”„«»‘’]")
MAX_STATEMENT: Final = 200
"""Lines of the longest value that is looked for; a longer one is said to begin where its table does."""

MAX_DEPTH: Final = 8
"""Keys in keys that are told apart by their places; what means something here has three."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an editor wrote in one place: `data` as TOML gives it, `path` its file.

    `head` says that it is the block at the head of a capture. `prefix` is the table of the file that it is a part of.
    """

    path: str
    data: Mapping[str, Any]
    places: Mapping[Key, Location] = field(default_factory=dict, repr=False)
    head: bool = False
    prefix: Key = ()

    def place(self, *key: str | int) -> Location:
        """Return where a key stands, that of the table round it where it has no line of its own."""
        whole = (*self.prefix, *key)
        for length in range(len(whole), 0, -1):
            if whole[:length] in self.places:
                return self.places[whole[:length]]
        return Location(self.path, 1, 1)

    def inside(self, name: str) -> Sheet:
        """Return the part of the sheet that is in one of its tables."""
        return Sheet(self.path, self.data[name], self.places, self.head, (*self.prefix, name))

    def without(self, names: frozenset[str]) -> Sheet:
        """Return the sheet without some of its keys."""
        kept = {key: value for key, value in self.data.items() if key not in names}
        return Sheet(self.path, kept, self.places, self.head, self.prefix)


def read_sheet(text: str, path: str, *, first_line: int = 1, head: bool = False) -> Sheet:
    """Read TOML whose first line is line `first_line` of a file; raises SourceError (DEC101) where it is none."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(_not_toml(text, str(error), path, first_line)) from None
    return Sheet(path, data, dict(_places(text.split("\n"), path, first_line)), head)


def _not_toml(text: str, said: str, path: str, first_line: int) -> Finding:
    lines = text.rstrip("\n").split("\n")
    place = _PLACE.search(said)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(lines), 1)
    reason = _PLACE.sub("", said) or "it nests too deep"
    hint = mend(lines[line - 1] if line <= len(lines) else "")
    return NOT_TOML.at(Location(path, first_line + line - 1, column), f"not TOML: {reason}", hint)


def mend(line: str) -> str:
    """Return what is to be done with a line that is no TOML."""
    if _CURLY.search(line) and '"' not in line:
        return 'put the value between straight quotation marks: sender = "Vetrov"'
    if re.match(r"\s*[\w-]+\s*:", line):
        return 'write = between key and value, not a colon: sender = "Vetrov"'
    return 'write a key and its value on each line: sender = "Vetrov"'


def _places(lines: list[str], path: str, first_line: int) -> Iterator[tuple[Key, Location]]:
    """Yield where each key stands; the lines are those of a file that is known to be TOML."""
    table: Key = ()
    counts: dict[Key, int] = {}
    at = 0
    while at < len(lines):
        words = lines[at].strip()
        place = Location(path, first_line + at, lines[at].find(words) + 1)
        length = 1
        if words.startswith("["):
            table = _header(words, counts)
            yield table, place
        elif words and not words.startswith("#"):
            values, length = _statement(lines, at)
            yield from ((table + key, place) for key in _keys(values))
        at += length


def _header(words: str, counts: dict[Key, int]) -> Key:
    """Return the way to the table that a header opens; each entry of a list of tables is counted."""
    try:
        node: Any = tomllib.loads(words)
    except tomllib.TOMLDecodeError:  # a line of a longer value than is looked for
        return ()
    key: Key = ()
    while isinstance(node, dict) and node:
        ((name, node),) = node.items()
        key = (*key, name)
        if isinstance(node, list):
            counts[key] = counts.get(key, -1) + 1
            node = node[0]
            key = (*key, counts[key])
        elif key in counts:
            key = (*key, counts[key])
    return key


def _statement(lines: list[str], at: int) -> tuple[Mapping[str, Any], int]:
    """Return what a statement that begins at a line says, and how many lines it has."""
    for length in range(1, min(len(lines) - at, MAX_STATEMENT) + 1):
        try:
            return tomllib.loads("\n".join(lines[at : at + length])), length
        except tomllib.TOMLDecodeError:
            continue
    return {}, 1


def _keys(value: Any, key: Key = ()) -> Iterator[Key]:
    """Yield the ways to all that a value holds."""
    if key:
        yield key
    if len(key) > MAX_DEPTH:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _keys(inner, (*key, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _keys(inner, (*key, index))
