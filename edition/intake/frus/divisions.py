"""The divisions of a document: service matter before the message, the message, what was sent along.

TEI has an order for what a division holds (headings and openers; blocks; divisions; closers) and the volumes have none
that holds for all of them. Nothing is moved: what comes out of its turn gets a division, a postscript or a line of
service matter where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from lxml import etree

from edition.intake.frus import phrases
from edition.intake.frus.blocks import EDGES, figure, line, note, paragraph, quotation
from edition.intake.frus.handling import is_classification
from edition.intake.frus.mixed import add_piece, pieces
from edition.intake.frus.openers import Line, add_inside, add_line, lines_of
from edition.intake.frus.phrases import Room, fill_block
from edition.intake.frus.plain import ATTACHMENT, has_words, plain_of
from edition.intake.frus.structures import listing, table
from edition.intake.frus.work import Work
from tei.names import XML_ID, tei
from tei.regexes import regex

_DIV: Final = tei("div")
_OPENER: Final = tei("opener")
_CLOSER: Final = tei("closer")
_HEAD: Final = tei("head")
_POSTSCRIPT: Final = tei("postscript")
_GLOBALS: Final = frozenset(map(tei, ("pb", "lb", "note", "figure", "anchor", "milestone")))
_OPENERS: Final = frozenset(map(tei, ("opener", "dateline", "salute")))
_TOPS: Final = _OPENERS | frozenset(map(tei, ("head", "byline", "argument", "epigraph")))
_CLOSERS: Final = frozenset(map(tei, ("closer", "signed", "trailer")))
_DIVISIONS: Final = frozenset((_DIV, tei("floatingText"), ATTACHMENT))
_HELD: Final = (
    _TOPS
    | _CLOSERS
    | _DIVISIONS
    | frozenset(map(tei, ("p", "ab", "list", "quote", "table", "lg", "postscript", "cit", "sp")))
)
"""What stands among blocks; anything else is a phrase."""
_ENCLOSED: Final = regex(r"\[\s*(?:sub)?[ei]nclosures?\b[^\[\]]{0,80}\]", re.I)
_COMMON: Final = frozenset(map(tei, ("p", "ab", "list", "quote", "table")))


class Turn(IntEnum):
    """How far the order of a division has come."""

    TOP = 0
    BLOCK = 1
    DIVISION = 2
    BOTTOM = 3


@dataclass(slots=True)
class Division:
    """A division of ours while it is made.

    `inner` is where blocks go that come after divisions or closers, None while they go into the element itself.
    """

    element: etree._Element
    turn: Turn = Turn.TOP
    inner: etree._Element | None = None

    @property
    def current(self) -> etree._Element:
        """Where notes and page breaks go."""
        return self.element if self.inner is None else self.inner

    def for_block(self) -> etree._Element:
        """Return where a block goes: the division, a section after its divisions, a postscript after its closers."""
        if self.inner is None and self.turn <= Turn.BLOCK:
            self.turn = Turn.BLOCK
            return self.element
        if self.inner is None:
            after = self.turn is Turn.DIVISION
            self.inner = etree.SubElement(self.element, _DIV if after else _POSTSCRIPT)
            if after:
                self.inner.set("type", "section")
        return self.inner


def body_of(document: etree._Element, elsewhere: Container[etree._Element | None], work: Work) -> etree._Element:
    """Return the body of a document; what is in `elsewhere` (heading, source note) stands in the header."""
    body = etree.Element(tei("body"))
    preamble = etree.SubElement(body, _DIV, {"type": "preamble"})
    message = Division(etree.SubElement(body, _DIV, {"type": "message"}))
    children = [one for one in document if isinstance(one.tag, str) and one not in elsewhere]
    current: Division | None = message
    for one in _preamble(children, preamble, work):
        if isinstance(one, Line):
            _opening(one, message, work)
        elif one.tag == _POSTSCRIPT and (enclosures := _enclosures(one)):
            for each in enclosures:
                _made_division(each, body, "attachment", work)
            current = None
        elif one.tag in _DIVISIONS and (current is None or current.turn is Turn.BOTTOM):
            current = None if _made_division(one, body, "attachment", work) else current
        elif current is None and one.tag in _GLOBALS:
            _global(one, body, work)
        elif not is_empty(one) or one.tag in _GLOBALS:
            current = current or Division(etree.SubElement(body, _DIV, {"type": "section"}))
            _place(one, current, work)
    if not any(one.tag in _COMMON for one in preamble):
        for place, one in enumerate(list(preamble)):
            message.element.insert(place, one)
        body.remove(preamble)
    return body


def _enclosures(postscript: etree._Element) -> tuple[etree._Element, ...]:
    """Return the enclosures that a postscript is, each under its line in brackets: "[Enclosure 1]"; or none."""
    made: list[etree._Element] = []
    for child in postscript:
        if not isinstance(child.tag, str):
            continue
        if child.tag == tei("p") and _ENCLOSED.fullmatch(plain_of(child).text):
            made.append(etree.Element(ATTACHMENT))
        if not made:
            return ()
        made[-1].append(deepcopy(child))
    return tuple(made)


def _preamble(
    children: Sequence[etree._Element], preamble: etree._Element, work: Work
) -> Iterator[etree._Element | Line]:
    """Fill the preamble with what stands before the dateline, and yield all that comes after, openers as lines."""
    dated = text = False
    for child in children:
        text = text or child.tag not in (_OPENERS | _GLOBALS)
        if text or (dated and child.tag in _GLOBALS):
            yield child
        elif child.tag in _GLOBALS:
            _global(child, preamble, work)
        else:
            for one in lines_of(child):
                dated = dated or one.type in ("dateline", "salute")
                if dated:
                    yield one
                else:
                    add_line(one, preamble, work)


def _opening(one: Line, division: Division, work: Work) -> None:
    """Add a line to the opener at the head of a division."""
    last = division.element[-1] if len(division.element) else None
    if last is None or last.tag != _OPENER:
        last = etree.SubElement(division.element, _OPENER)
    add_inside(one, last, work)


def _global(child: etree._Element, target: etree._Element, work: Work) -> None:
    if child.tag == tei("note"):
        note(child, target, work)
    elif child.tag == tei("figure"):
        figure(child, target, work)
    else:
        phrases.place(child, target, Room.BLOCKS, work)


def _place(child: etree._Element, division: Division, work: Work) -> None:
    """Add a child of a division where its turn is; what comes out of turn changes its form and keeps its place."""
    if child.tag in _GLOBALS:
        _global(child, division.current, work)
    elif is_empty(child):
        return
    elif child.tag in _DIVISIONS:
        _division(child, division, work)
    elif child.tag in _CLOSERS:
        _closer(child, division, work)
    elif child.tag == _POSTSCRIPT:
        _postscript(child, division, work)
    elif child.tag in _TOPS and division.turn is Turn.TOP:
        _top(child, division, work)
    else:
        _block(child, division.for_block(), work)


def is_empty(element: etree._Element) -> bool:
    """Say whether an element has neither words nor a page break or picture."""
    return not has_words(element) and next(element.iter(tei("pb"), tei("figure")), None) is None


def _top(child: etree._Element, division: Division, work: Work) -> None:
    if child.tag in _OPENERS:
        for each in lines_of(child):
            _opening(each, division, work)
        return
    name = "head" if child.tag == _HEAD else "byline"
    fill_block(child, etree.SubElement(division.element, tei(name)), Room.PHRASES, work)


def _block(child: etree._Element, target: etree._Element, work: Work) -> None:
    """Add an element of the volume as a block among blocks."""
    if is_empty(child):
        return
    if child.tag == tei("list") and child.find(tei("item")) is not None:
        listing(child, target, Room.BLOCKS, work)
    elif child.tag == tei("table") and child.find(f"{tei('row')}/{tei('cell')}") is not None:
        table(child, target, Room.BLOCKS, work)
    elif child.tag == tei("quote"):
        quotation(child, target, Room.BLOCKS, work)
    elif child.tag == _HEAD:
        made = paragraph(child, target, work)
        if made.get("rend") != "inline":
            made.set("rend", f"{made.get('rend', '')} heading".strip())
    elif child.tag == tei("p") and is_classification(plain_of(child).text):
        line(child, target, "marking", work)
    elif child.tag in EDGES or child.tag in (tei("byline"), tei("trailer")):
        line(child, target, EDGES.get(child.tag, "other"), work)
    else:
        paragraph(child, target, work)


def _closer(child: etree._Element, division: Division, work: Work) -> None:
    """Add a closer, or lines where nothing stands before it, or where a postscript or section is open."""
    if division.inner is not None and division.inner.tag == _DIV:
        division.inner = None
    if division.inner is not None or division.turn is Turn.TOP:
        for each in lines_of(child):
            add_line(each, division.for_block(), work, signature=True)
        return
    if child.tag == tei("trailer"):
        fill_block(child, etree.SubElement(division.element, child.tag), Room.PHRASES, work)
    else:
        made = etree.SubElement(division.element, _CLOSER)
        for each in lines_of(child):
            add_inside(each, made, work)
    division.turn = Turn.BOTTOM


def _postscript(child: etree._Element, division: Division, work: Work) -> None:
    """Add a postscript; what only a division could hold is a line or a quotation in it."""
    if division.turn is Turn.TOP or division.inner is not None:
        _within(child, division.for_block(), work)
        return
    made = etree.SubElement(division.element, _POSTSCRIPT)
    _within(child, made, work)
    if any(one.tag in _COMMON for one in made):
        division.turn = Turn.BOTTOM
        return
    for one in list(made):  # page breaks alone
        division.element.append(one)
    division.element.remove(made)


def _within(source: etree._Element, target: etree._Element, work: Work) -> None:
    """Copy the content of a postscript, or of a division where none can stand."""
    for child in _elements(source):
        if child.tag in _GLOBALS:
            _global(child, target, work)
        elif child.tag in (_OPENER, _CLOSER):
            for each in lines_of(child):
                add_line(each, target, work, signature=child.tag == _CLOSER)
        elif child.tag in _DIVISIONS or child.tag == _POSTSCRIPT:
            made = etree.SubElement(target, tei("quote"))
            _within(child, made, work)
            if len(made) == 0:
                target.remove(made)
        else:
            _block(child, target, work)


def _elements(source: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element that holds blocks; words and phrases among them are a paragraph."""
    stray = etree.Element(tei("p"))
    for piece in pieces(source):
        held = not isinstance(piece, str) and (piece.tag in _HELD or (piece.tag in _GLOBALS and not has_words(stray)))
        if isinstance(piece, str) or not held:
            add_piece(stray, piece)
            continue
        if has_words(stray):
            yield stray
            stray = etree.Element(tei("p"))
        yield piece
    if has_words(stray):
        yield stray


def _division(child: etree._Element, division: Division, work: Work) -> None:
    """Add a division inside another, after its blocks; a quotation where a postscript is open."""
    if division.turn is Turn.BOTTOM:
        _within(child, division.for_block(), work)
        return
    division.inner = None
    if _made_division(child, division.element, "section" if child.tag == _DIV else "enclosed", work):
        division.turn = Turn.DIVISION


def _made_division(child: etree._Element, target: etree._Element, type_: str, work: Work) -> bool:
    """Add a division; one sent along after the signature of another stands behind it."""
    if not has_words(child):
        return False
    made = Division(etree.SubElement(target, _DIV, {"type": type_}))
    work.keep_id(child, made.element)
    if type_ != "section":
        ident = made.element.get(XML_ID) or work.fresh_id(f"enclosure-{len(work.enclosures) + 1}")
        made.element.set(XML_ID, ident)
        work.enclosures[ident] = child
    children = list(_elements(child))
    trailing = _trailing(children)
    for place, one in enumerate(children):
        if place >= trailing and made.turn is Turn.BOTTOM and made.inner is None:
            _made_division(one, target, "attachment", work)
        else:
            _place(one, made, work)
    return True


def _trailing(children: Sequence[etree._Element]) -> int:
    """Return from where on there are only divisions: what was sent along with something sent along."""
    place = len(children)
    while place and children[place - 1].tag in _DIVISIONS:
        place -= 1
    return place
