"""One flat text with features over it: what the captures of every structured form are written into.

White space follows the reader's eye: runs of it are one space, blocks are parted by a blank line, a break is one line
end; nothing stands before the first word or after the last. A feature begins at its first visible character and ends
after its last, so that separators belong to none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from tei.model import Attributes, Feature, FeatureKind

LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
NOT_XML: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, joiners of words, marks of direction: programs put them anywhere, and nobody sees them."""
_UNCLEAN: Final = re.compile("|".join(one.pattern for one in (LINE_END, NOT_XML, INVISIBLE)))
_SPACE: Final = re.compile("[ \t\n]+")


def readable(text: str) -> str:
    """Return text as XML can hold it: one kind of line end, NFC, letters for ligatures, nothing invisible."""
    return unicodedata.normalize("NFC", _parted(_cleaned(text)))


def _cleaned(text: str) -> str:
    # So with most: what can be printed is clean, and one pass over the rest tells as much as three.
    if text.replace("\n", "").isprintable() or _UNCLEAN.search(text) is None:
        return text
    return NOT_XML.sub("\ufffd", INVISIBLE.sub("", LINE_END.sub("\n", text)))


def _parted(text: str) -> str:
    """Return a text whose ligatures are letters again, as PDF readers leave them: “conﬁdential”."""
    if text.isascii() or not any(map(text.__contains__, _LIGATURES)):
        return text
    return text.translate(_LETTERS)


_LIGATURES: Final = "ﬀﬁﬂﬃﬄﬅﬆ"
_LETTERS: Final = str.maketrans(dict(zip(_LIGATURES, ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))


@dataclass(slots=True)
class Noted:
    """A feature while it is written: its start is known with its first visible character."""

    kind: FeatureKind
    value: str
    attributes: Attributes
    start: int = -1
    end: int = -1
    empty: bool = False
    dropped: bool = False


class Flat:
    """A text that grows by what a reader sees, and the features noted on the way."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._features: list[Noted] = []
        self._waiting: list[Noted] = []
        self._lines = 0
        self._space = False
        self._in_row = 0
        self._held = False
        self._cell_begins = False

    def write(self, text: str) -> None:
        """Add text of the flow: runs of white space become one space, none at the edges of a block or line."""
        position = 0
        text = _cleaned(text)
        for gap in _SPACE.finditer(text):
            self._put(text[position : gap.start()])
            self._space = not self._cell_begins
            position = gap.end()
        self._put(text[position:])

    def write_exactly(self, text: str) -> None:
        """Add text whose spaces and tabs are to stand; its line ends are breaks."""
        for index, line in enumerate(_cleaned(text).split("\n")):
            if index:
                self.line()
            self._put(line)

    def line(self) -> None:
        """Break the line."""
        self._lines += not self._held
        self._space = self._space and self._held

    def block(self) -> None:
        """Part what comes from what was: by a blank line, inside a row of a table by a line end."""
        if not self._held:
            self._lines = max(self._lines, 1 if self._in_row else 2)
            self._space = False

    def hold(self) -> None:
        """Keep what comes next on this line, whatever block it begins: it follows a numeral or begins a cell."""
        self._held = True

    def release(self) -> None:
        """Let blocks part again, after `hold` that no text followed."""
        self._held = False

    def numeral(self, text: str) -> None:
        """Write the numeral or bullet of an item, with its text to follow on the same line."""
        with self.feature(FeatureKind.NUMERAL, text):
            self.write_exactly(text)
        self._space = True
        self.hold()

    def _put(self, text: str) -> None:
        if text:
            self._held = self._cell_begins = False
            self._part()
            self._append(text)

    def _part(self) -> None:
        """Write the separator that is due, and let what waits begin behind it."""
        if self._length and self._lines:
            self._append("\n" * self._lines)
        elif self._length and self._space:
            self._append(" ")
        self._lines, self._space = 0, False
        self._begin_waiting()

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _begin_waiting(self) -> None:
        for feature in self._waiting:
            feature.start = feature.end = self._length
        self._waiting.clear()

    @contextmanager
    def feature(self, kind: FeatureKind, value: str = "", *attributes: tuple[str, str]) -> Iterator[None]:
        """Note a feature over what is written inside; one over nothing visible is forgotten."""
        noted = self.begin(kind, value, *attributes)
        yield
        self.end(noted)

    def begin(self, kind: FeatureKind, value: str = "", *attributes: tuple[str, str]) -> Noted:
        """Begin a feature that need not end where the writing of one element does."""
        noted = Noted(kind, value, tuple(pair for pair in attributes if pair[1]))
        self._features.append(noted)
        self._waiting.append(noted)
        return noted

    def end(self, noted: Noted, *, keep: bool = False) -> None:
        """End a feature; `keep` has one that holds nothing stand where it is (an empty cell)."""
        if 0 <= noted.start < self._length:
            noted.end = self._length
        elif keep:
            noted.empty = True
        else:
            noted.dropped = True

    def point(self, kind: FeatureKind, value: str = "", *attributes: tuple[str, str]) -> None:
        """Note a feature without extent before what is written next."""
        self.end(self.begin(kind, value, *attributes), keep=True)

    def point_here(self, kind: FeatureKind, value: str = "", *attributes: tuple[str, str]) -> None:
        """Note a feature without extent after what was written last."""
        self._features.append(
            Noted(kind, value, tuple(pair for pair in attributes if pair[1]), self._length, self._length, True)
        )

    @contextmanager
    def row(self, *attributes: tuple[str, str]) -> Iterator[None]:
        """Write a row of a table, its cells each in `cell`; a row without a word is forgotten."""
        lines = self._lines = max(self._lines, 1)
        mark, length, self._space = len(self._features), self._length, False
        waiting = tuple(self._waiting)
        noted = self.begin(FeatureKind.ROW, "", *attributes)
        self._in_row += 1
        yield
        self._in_row -= 1
        if "".join(self._since(length)).strip("| \n"):
            self._begin_waiting()
            self.end(noted)
            self._lines = max(self._lines, 1)
        else:
            self._withdraw(mark, length, waiting)
            self._lines = lines

    @contextmanager
    def cell(self, column: int, *attributes: tuple[str, str]) -> Iterator[None]:
        """Write a cell of a row, parted from the one before; an empty cell is kept, so that columns can be counted."""
        if column > 1:
            self._separate()
        noted = self.begin(FeatureKind.CELL, str(column), *attributes)
        due = self._lines
        self._held = self._cell_begins = True
        yield
        self._held = self._cell_begins = False
        self._lines, self._space = due if noted.start < 0 else 0, False
        self.end(noted, keep=True)

    def _separate(self) -> None:
        due = self._lines
        self._space = False
        self._part()
        self._append("| " if due else " | ")

    def _since(self, length: int) -> Iterator[str]:
        position = self._length
        for piece in reversed(self._pieces):
            if position <= length:
                return
            position -= len(piece)
            yield piece

    def _withdraw(self, mark: int, length: int, waiting: Sequence[Noted]) -> None:
        """Take back what was written since; what waited before it for a first word waits on."""
        while self._length > length:
            self._length -= len(self._pieces.pop())
        for noted in self._features[mark:]:
            noted.dropped = True
        for noted in waiting:
            noted.start = noted.end = -1
        self._waiting[:] = waiting

    def finish(self) -> tuple[str, tuple[Feature, ...]]:
        """Return the text in NFC and its features in order."""
        self._begin_waiting()
        text = "".join(self._pieces)
        kept = (one for one in self._features if not one.dropped and (one.empty or one.start < one.end))
        text, found = _composed(
            text, [Feature(one.start, one.end, one.kind, one.value, one.attributes) for one in kept]
        )
        return text, tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _composed(text: str, features: list[Feature]) -> tuple[str, list[Feature]]:
    """Return the text in NFC with its features where their characters went."""
    if unicodedata.is_normalized("NFC", text):
        return text, features
    starts, moved, pieces, length = [0], [0], [], 0
    for cluster in _clusters(text):
        composed = unicodedata.normalize("NFC", cluster)
        pieces.append(composed)
        length += len(composed)
        starts.append(starts[-1] + len(cluster))
        moved.append(length)

    def place(offset: int) -> int:
        return moved[bisect_left(starts, offset)]

    return "".join(pieces), [replace(one, start=place(one.start), end=place(one.end)) for one in features]


def _clusters(text: str) -> Iterator[str]:
    """Yield pieces that compose each for itself."""
    cluster = ""
    for character in text:
        if cluster and not unicodedata.combining(character) and _apart(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def _apart(cluster: str, character: str) -> bool:
    if character < "\u0300":
        return True
    whole = unicodedata.normalize("NFC", cluster + character)
    return whole == unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
