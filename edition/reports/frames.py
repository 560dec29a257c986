"""The line of the source that a finding is about, with a caret under the place."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final

from edition.reports.plain import printable, width
from tei.errors import SourceError
from tei.findings import Location
from tei.xmlfile import read_bytes

Sources = Callable[[str], tuple[str, ...]]
"""Gives the lines of a file by its path; none where it cannot be had."""

_WIDEST: Final = 100


def source_lines(stdin: bytes = b"") -> Sources:
    """Return a reader of source lines that keeps the file it read last; `stdin` stands for the path `-`."""

    @lru_cache(maxsize=4)
    def lines(path: str) -> tuple[str, ...]:
        try:
            data = stdin if path == "-" else read_bytes(Path(path))
        except SourceError:
            return ()
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return tuple(data.decode(encoding, "replace").replace("\r\n", "\n").split("\n"))

    return lines


def frame(location: Location, sources: Sources) -> tuple[str, ...]:
    """Return the line of `location` and a caret under its column, none where there is no such line, or no text in it.

    A long line is cut to what is round the column.
    """
    lines = sources(location.path) if location.path and location.line else ()
    if not 0 < location.line <= len(lines):
        return ()
    line = lines[location.line - 1]
    column = max(location.column - 1, 0)
    left = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else len(line) - len(line.lstrip())
    left = min(left, column) if location.column else left
    if _is_no_text(line[left : left + _WIDEST]):
        return ()
    before, rest = printable(line[left:column]), printable(line[max(left, column) : left + _WIDEST])
    number = str(location.line)
    margin = " " * len(number)
    cut = "…" if left and len(line) > _WIDEST else ""
    shown = f"{cut}{before}{rest}{'…' if len(line) > left + _WIDEST else ''}".rstrip()
    if not location.column:
        return (f"{number} | {shown}",) if shown else ()
    return (f"{number} | {shown}", f"{margin} | {' ' * width(cut + before)}^")


def _is_no_text(part: str) -> bool:
    """Whether more than a sixth is what no letter stands for: a binary file, or one in another character set."""
    return 6 * sum(sign == "\ufffd" or (sign < " " and sign != "\t") for sign in part) > len(part)
