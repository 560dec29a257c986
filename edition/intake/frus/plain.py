"""Mixed content of a volume as plain text with the places of its elements, white space folded, notes left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from lxml import etree

from edition.intake.frus.mixed import pieces
from tei.names import tei
from tei.regexes import regex
from tei.text import text_of

FRUS_NS: Final = "http://history.state.gov/frus/ns/1.0"
ATTACHMENT: Final = f"{{{FRUS_NS}}}attachment"
NOTE: Final = tei("note")
LB: Final = tei("lb")
_SPACE: Final = regex(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """An element of a text and its place in the plain text."""

    start: int
    end: int
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text, and the elements in it in document order."""

    text: str
    pieces: tuple[Piece, ...]

    def of(self, *tags: str) -> Iterator[Piece]:
        """Yield the elements with these tags."""
        return (piece for piece in self.pieces if piece.element.tag in tags)


def has_words(element: etree._Element) -> bool:
    """Say whether an element has any words, those of its notes included."""
    return bool(text_of(element).strip())


def line_of(element: etree._Element) -> int:
    """Return the line of an element in the volume, 0 where it has none."""
    return cast("int | None", element.sourceline) or 0


def fold(text: str | None) -> str:
    """Return text with every run of white space as one space; a no-break space is a sign and stays."""
    if not text:
        return ""
    return _SPACE.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


def plain_of(element: etree._Element, *, notes: bool = False) -> Plain:
    """Return the text of an element, `notes` and all where asked for, without space at its ends."""
    gathered = _Gatherer(notes=notes)
    gathered.take(element)
    text = gathered.text.rstrip()
    pieces = tuple(Piece(s, min(e, len(text)), one) for s, e, one in gathered.pieces if s <= len(text))
    return Plain(text, pieces)


class _Gatherer:
    """Text while it grows: no space at its beginning, none after another."""

    def __init__(self, *, notes: bool) -> None:
        self.text = ""
        self.pieces: list[tuple[int, int, etree._Element]] = []
        self._notes = notes

    def _add(self, text: str | None) -> None:
        folded = fold(text)
        if folded and (not self.text or self.text[-1] == " "):
            folded = folded.lstrip(" ")
        self.text += folded

    def take(self, element: etree._Element) -> None:
        for piece in pieces(element):
            if isinstance(piece, str):
                self._add(piece)
            elif self._notes or piece.tag != NOTE:
                self._child(piece)

    def _child(self, child: etree._Element) -> None:
        if child.tag in _PARTING:
            self._add(" ")
        start, place = len(self.text), len(self.pieces)
        self.pieces.append((start, start, child))
        self.take(child)
        self.pieces[place] = (start, len(self.text), child)
        if child.tag in _PARTING:
            self._add(" ")


_PARTING: Final = frozenset(
    (
        *map(tei, ("lb", "p", "head", "seg", "opener", "closer", "dateline", "signed", "list", "item", "label", "row")),
        *map(tei, ("cell", "quote", "table", "div", "postscript", "salute", "lg", "l")),
        ATTACHMENT,
    )
)
"""Elements at whose edges words are parted."""
