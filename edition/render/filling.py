"""Filling lines: words into lines of so many columns, wide characters counted as the two columns that they take.

Chinese, Japanese and Korean text has no spaces to break at; it may be broken between any two characters but for the
punctuation that must not begin or end a line (after UAX #14 and JIS X 4051, the common core of both).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile(r"( *)([^ ]+)")
_NARROW: Final = re.compile("[\x20-\x7e\xa1-\xac\xae-\u02ff\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u2116]*")
_NOTHING_WIDE: Final = re.compile("[\x20-\u10ff\u2000-\u22ff]*")
_NOT_FIRST: Final = frozenset("、。，．：；？！）］｝〕〉》」』】〙〗’”…·～%,.:;?!)]}")
_NOT_LAST: Final = frozenset("（［｛〔〈《「『【〘〖‘“([{")


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal: 2 for wide characters, 0 for combining ones, 1 for others."""
    return len(text) if text.isascii() or _is_narrow(text) else sum(map(_columns, text))


def _is_narrow(text: str) -> bool:
    """Say at little cost that every character of a text takes one column: Latin letters, with dashes and quotes."""
    return _NARROW.fullmatch(text) is not None


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if _is_wide(character) else 1


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


def fill(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a paragraph; `first` and `rest` open its first line and the others. Width 0 never breaks.

    Line ends in `text` are kept. A word longer than the line stands alone on one and is not cut.
    """
    lines: list[str] = []
    for number, part in enumerate(text.split("\n")):
        start = rest if number else first
        lines += _fill_line(part, width, start, rest) if width else [start + part]
    return [line.rstrip() for line in lines]


def _fill_line(text: str, width: int, first: str, rest: str) -> list[str]:
    if _is_narrow(text):
        return list(_cut(text.lstrip(" "), width, first, rest))
    lines: list[str] = []
    line, used, empty = first, columns(first), True
    for space, word in _pieces(text):
        size = columns(word)
        if not empty and used + len(space) + size > width:
            lines.append(line)
            line, used, empty = rest, columns(rest), True
        gap = "" if empty else space
        line, used, empty = line + gap + word, used + len(gap) + size, False
    return [*lines, line]


def _cut(text: str, width: int, first: str, rest: str) -> Iterator[str]:
    """Yield the lines of a text whose characters all take one column: what `_pieces` would do, many times as fast."""
    start, room = first, width - columns(first)
    while len(text) > room:
        end = text.rfind(" ", 0, max(room, 0) + 1)
        if end < 0:
            end = text.find(" ")
        if end < 0:
            break
        yield start + text[:end]
        text = text[end:].lstrip(" ")
        start, room = rest, width - columns(rest)
    yield start + text


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what must stay together, with the spaces before it."""
    for space, token in _TOKEN.findall(text):
        start, before = 0, space
        for end in _breaks(token):
            yield before, token[start:end]
            start, before = end, ""
        yield before, token[start:]


def _breaks(token: str) -> Iterator[int]:
    """Yield the places inside a token where a line may end."""
    if token.isascii() or _NOTHING_WIDE.fullmatch(token):
        return
    for place in range(1, len(token)):
        last, first = token[place - 1], token[place]
        if not (_is_wide(last) or _is_wide(first)) or not _columns(first):
            continue
        if last not in _NOT_LAST and first not in _NOT_FIRST:
            yield place
