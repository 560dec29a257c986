"""The lines at the head and the foot of a document: markings, numbers, place and date, receipt, greeting, signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.intake.frus import phrases
from edition.intake.frus.handling import is_classification, is_precedence
from edition.intake.frus.mixed import add_piece, insert_in_text, last_text, pieces, take_out
from edition.intake.frus.phrases import Room, fill, trimmed
from edition.intake.frus.plain import fold, has_words, plain_of
from edition.intake.frus.work import Work, rend_of
from tei.names import tei
from tei.regexes import regex

_LONGEST_SIGNATURE: Final = 100
_LINES: Final = frozenset(
    map(tei, ("seg", "dateline", "salute", "signed", "list", "p", "ab", "head", "table", "quote"))
)
_HOLDING: Final = {"list": tei("item"), "table": tei("row")}
_NUMBER: Final = regex(
    r"\W{0,3}(?P<label>No\.?|Nos\.|Number|Serial No\.|№|Circular No\.|Airgram|A[–-])\s*"
    r"(?P<n>\d[\w/–-]{0,11}|[A-Z]-?\d{1,5})[\].)\s]*"
)
"""The number of a despatch: "No. 112.]", "No. 63—D"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an opener or closer: its element, or the words and phrases between two, under a bare element."""

    type: str
    element: etree._Element


def lines_of(source: etree._Element) -> Iterator[Line]:
    """Yield the lines of an opener or closer in order; words that have no element of their own are lines too."""
    if source.tag in (tei("dateline"), tei("salute"), tei("signed")):
        yield Line(etree.QName(source).localname, source)
        return
    loose = etree.Element(tei("seg"))
    for piece in pieces(source):
        if isinstance(piece, str) or piece.tag not in _LINES:
            add_piece(loose, fold(piece) if isinstance(piece, str) else piece)
            continue
        yield from _loose(loose)
        loose = etree.Element(tei("seg"))
        yield Line(_type(piece), piece)
    yield from _loose(loose)


def _loose(loose: etree._Element) -> Iterator[Line]:
    while len(loose) and loose[0].tag == tei("lb") and not (loose.text or "").strip():
        take_out(loose[0])
    while len(loose) and loose[-1].tag == tei("lb") and not last_text(loose).strip():
        take_out(loose[-1])
    if has_words(loose) or next(loose.iter(tei("pb"), tei("note")), None) is not None:
        yield Line("seg", loose)


def _type(child: etree._Element) -> str:
    return etree.QName(child).localname


def number_of_line(text: str) -> str:
    """Return the number of a despatch that a line of an opener gives, "" for any other line."""
    found = _NUMBER.match(text)
    return found["n"] if found and any(map(str.isdigit, found["n"])) else ""


def line_type(text: str) -> str:
    """Return what kind of service matter a line is."""
    if _NUMBER.fullmatch(text):
        return "number"
    if is_classification(text):
        return "marking"
    if is_precedence(text):
        return "precedence"
    return "other"


def add_line(one: Line, target: etree._Element, work: Work, *, signature: bool = False) -> None:
    """Add a line as service matter; lists and tables stand for themselves, those without an item or row are words."""
    if one.type == "quote" or (one.type in _HOLDING and one.element.find(_HOLDING[one.type]) is not None):
        phrases.place(one.element, target, Room.BLOCKS, work)
        return
    text = plain_of(one.element).text
    if not text and next(one.element.iter(tei("pb"), tei("note")), None) is None:
        return
    made = etree.SubElement(target, tei("ab"))
    type_ = "signature" if signature and one.type in ("signed", "seg") else line_type(text)
    made.set("type", {"dateline": "sent", "salute": "address"}.get(one.type, type_))
    _filled(one, made, Room.LISTS, work)


def _filled(one: Line, made: etree._Element, room: Room, work: Work) -> None:
    fill(one.element, made, room, work)
    trimmed(made)
    if one.type == "seg":
        number_in(made, "dispatch")


def add_inside(one: Line, target: etree._Element, work: Work) -> None:
    """Add a line inside an opener or closer."""
    if one.type in ("list", "table", "quote"):
        phrases.fill(one.element, _segment(one, target), Room.PHRASES, work)
        return
    if one.type in ("dateline", "salute", "signed"):
        made = etree.SubElement(target, tei(one.type))
        rend = rend_of(one.element)
        if rend and rend != "right":
            made.set("rend", rend)
        _filled(one, made, Room.PHRASES, work)
        return
    _filled(one, _segment(one, target), Room.PHRASES, work)


def _segment(one: Line, target: etree._Element) -> etree._Element:
    if len(target):
        etree.SubElement(target, tei("lb"))
    signs = target.tag == tei("closer") and len(plain_of(one.element).text) < _LONGEST_SIGNATURE
    made = etree.SubElement(target, tei("signed" if signs else "seg"))
    rend = rend_of(one.element)
    if rend:
        made.set("rend", rend)
    return made


def number_in(made: etree._Element, type_: str) -> str:
    """Mark the number of a despatch in a line, and return it: "No. 112.]"."""
    text = made.text or ""
    found = _NUMBER.match(text)
    if found is None or not any(map(str.isdigit, found["n"])):
        return ""
    number = etree.Element(tei("num"), type=type_)
    number.text = found["n"]
    if number.text.isdigit():
        number.set("value", str(int(number.text)))
    else:
        number.set("n", number.text)
    insert_in_text(made, None, *found.span("n"), number)
    return number.text
