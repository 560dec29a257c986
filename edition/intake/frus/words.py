"""The proof that no word was lost or moved: the words of a document in the volume, and those of ours, in one order.

The order is that of the volume, but for what goes to the header: the source note, the heading, the heading's notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from edition.intake.frus.mixed import pieces
from edition.intake.frus.plain import ATTACHMENT
from tei.names import tei

_PARTING: Final = frozenset(
    (
        *map(
            tei, ("p", "ab", "item", "label", "head", "salute", "signed", "dateline", "div", "list", "opener", "closer")
        ),
        *map(tei, ("lb", "cell", "row", "table", "quote", "postscript", "seg", "lg", "l", "figure", "byline")),
        *map(tei, ("trailer", "argument", "epigraph", "floatingText", "body", "addrLine", "figDesc", "graphic")),
        ATTACHMENT,
    )
)
_HOLDING: Final = frozenset(map(tei, ("signed", "salute", "dateline", "byline", "closer", "opener", "trailer", "note")))
"""What is left out where it holds no word, and then parts none."""
_SILENT: Final = frozenset((tei("figDesc"),))
_BRACKETED: Final = frozenset((tei("gap"), tei("supplied")))


def words_of(
    elements: Iterable[etree._Element], skipped: Iterable[etree._Element] = (), *, ours: bool = False
) -> list[str]:
    """Return the words of elements of a volume in order, or of ours, whose brackets and numerals are words too."""
    gathered: list[str] = []
    left_out = frozenset(skipped)
    for element in elements:
        gathered.append(" ")
        _gather(element, gathered, left_out, ours=ours)
        gathered.append(" ")
    return "".join(gathered).split()


def _gather(element: etree._Element, gathered: list[str], skipped: frozenset[etree._Element], *, ours: bool) -> None:
    tag = element.tag
    parting = _has_words(element) if tag in _HOLDING else tag in _PARTING
    if parting:
        gathered.append(" ")
        numeral = _numeral(element) if ours else ""
        if numeral:
            gathered.append(f"{numeral} ")
    bracketed = ours and tag in _BRACKETED
    if bracketed:
        gathered.append("[")
    for piece in pieces(element):
        if isinstance(piece, str):
            gathered.append(piece)
        elif piece not in skipped and piece.tag not in _SILENT:
            _gather(piece, gathered, skipped, ours=ours)
    if bracketed:
        gathered.append("]")
    if parting:
        gathered.append(" ")


def _has_words(note: etree._Element) -> bool:
    return any(text.strip() for text in note.itertext())


def _numeral(element: etree._Element) -> str:
    """Return the numeral of an item of ours, as it is printed."""
    if element.tag != tei("item"):
        return ""
    rend, number = element.get("rend"), element.get("n")
    if rend is not None or number is None:
        return rend or ""
    parent = element.getparent()
    return f"({number})" if parent is not None and parent.get("type") == "lettered" else f"{number}."


def first_difference(source: list[str], made: list[str]) -> Iterator[str]:
    """Yield what the two have at the first place where they differ; nothing where they are the same."""
    if source == made:
        return
    pairs = zip(source, made, strict=False)
    at = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(source), len(made)))
    here = slice(max(0, at - 3), at + 5)
    yield f"the volume has {' '.join(source[here])!r}, the document {' '.join(made[here])!r}"
