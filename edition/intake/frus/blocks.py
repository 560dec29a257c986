"""Blocks of a volume in our encoding: paragraphs, quotations, notes, pictures; lists and tables are in `structures`."""

from __future__ import annotations

from typing import Final

from lxml import etree

from edition.intake.frus import phrases
from edition.intake.frus.mixed import drop_blank_end
from edition.intake.frus.phrases import Room, fill_block, fill_blocks, has_blocks
from edition.intake.frus.plain import ATTACHMENT, has_words, plain_of
from edition.intake.frus.work import Work, shown
from tei.names import tei
from tei.regexes import regex

_POINT: Final = regex(r"(?:“|\")?(?P<mark>\(?(?P<n>\d{1,2}|[a-z])\)|(?P<figure>\d{1,2})\.)\s+\S")
_P: Final = tei("p")
_NOTE: Final = tei("note")
_AT_EDGE: Final = frozenset(map(tei, ("opener", "closer", "signed", "dateline", "salute", "head", "byline", "trailer")))
_DIVISIONS: Final = frozenset((tei("div"), tei("floatingText"), tei("postscript"), ATTACHMENT))


def paragraph(source: etree._Element, target: etree._Element, work: Work) -> etree._Element:
    """Add a paragraph; one that begins with the numeral of a point says which."""
    made = etree.SubElement(target, _P)
    shown(source, made, work)
    fill_block(source, made, Room.LISTS, work)
    found = _POINT.match(made.text or "")
    if found:
        made.set("n", found["n"] or found["figure"])
        made.set("rend", "inline")
    return made


def line(source: etree._Element, target: etree._Element, type_: str, work: Work) -> etree._Element:
    """Add a line of service matter."""
    made = etree.SubElement(target, tei("ab"))
    made.set("type", type_)
    fill_block(source, made, Room.LISTS, work)
    return made


def quotation(source: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Add a quotation with its paragraphs; among phrases it is a phrase."""
    if room is Room.PHRASES:
        phrases.fill(source, target, room, work)
        return
    made = etree.SubElement(target, tei("quote"))
    shown(source, made, work)
    fill_blocks(source, made, work)


def note(source: etree._Element, target: etree._Element, work: Work) -> etree._Element | None:
    """Add a note where its marker stands; one without words is left out."""
    if not has_words(source):
        return None
    made = etree.SubElement(target, _NOTE)
    number = (source.get("n") or "").strip()
    if number:
        made.set("type", "footnote")
        made.set("n", number)
        made.set("place", "foot")
    else:
        made.set("type", "editor")
        made.set("rend", "none")
    work.keep_id(source, made)
    if number and made.get("{http://www.w3.org/XML/1998/namespace}id") is None:
        made.set("{http://www.w3.org/XML/1998/namespace}id", work.fresh_id(f"note-{_slug(number)}"))
    fill_blocks(source, made, work)
    return made


def _slug(number: str) -> str:
    return "".join(sign if sign.isalnum() else f"{ord(sign):x}" for sign in number)


def figure(source: etree._Element, target: etree._Element, work: Work) -> None:
    """Add a picture with its address, its heading and what is said of it."""
    made = etree.SubElement(target, tei("figure"))
    for child in source:
        if child.tag == tei("head") and len(made) == 0:
            fill_block(child, etree.SubElement(made, tei("head")), Room.PHRASES, work)
        elif child.tag == tei("graphic"):
            address = work.pointers.figure(child.get("url") or "")
            if address:
                etree.SubElement(made, tei("graphic")).set("url", address)
        elif child.tag == tei("figDesc"):
            etree.SubElement(made, tei("figDesc")).text = plain_of(child, notes=True).text
        elif isinstance(child.tag, str):
            paragraph(child, made, work)
    if made.find(tei("graphic")) is not None and made.find(tei("head")) is None and made.find(tei("figDesc")) is None:
        shown = [one.tag for one in made]
        described = etree.Element(tei("figDesc"))
        described.text = "A picture of the printed volume."
        made.insert(shown.index(tei("graphic")) + 1, described)
    if len(made) == 0:
        target.remove(made)


def _placed_note(child: etree._Element, target: etree._Element, _room: Room, work: Work) -> None:
    note(child, target, work)


def _placed_figure(child: etree._Element, target: etree._Element, _room: Room, work: Work) -> None:
    figure(child, target, work)


def _placed_paragraph(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    if room is Room.BLOCKS:
        drop_blank_end(target)
        paragraph(child, target, work)
        return
    _on_its_line(child, target, room, work)


def _on_its_line(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    if (target.text or "").strip() or len(target):
        etree.SubElement(target, tei("lb"))
    phrases.fill(child, target, room, work)
    etree.SubElement(target, tei("lb"))


def _placed_edge(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Copy an opener, a signature or a heading inside a note, an item or a quotation: a line of it.

    One without words is no line: what it holds, such as a page break, stands where it stood.
    """
    if room is Room.BLOCKS and not has_blocks(child) and has_words(child):
        drop_blank_end(target)
        line(child, target, EDGES.get(child.tag, "other"), work)
    elif room is Room.BLOCKS or (child.tag in _AT_EDGE and child.tag != tei("head") and not has_words(child)):
        phrases.fill(child, target, room, work)
    else:
        _on_its_line(child, target, room, work)


EDGES: Final[dict[object, str]] = {
    tei("opener"): "other",
    tei("dateline"): "sent",
    tei("closer"): "signature",
    tei("signed"): "signature",
    tei("salute"): "address",
    tei("head"): "subject",
}
"""What a line is that stood at the edge of something and has no edge where it goes."""


def _placed_division(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Copy a division or an enclosure inside a note, an item or a quotation: a quotation."""
    if room is Room.BLOCKS and has_words(child):
        drop_blank_end(target)
        made = etree.SubElement(target, tei("quote"))
        work.keep_id(child, made)
        fill_blocks(child, made, work)
        return
    _on_its_line(child, target, room, work)


def _placed_quotation(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    quotation(child, target, room, work)


phrases.register(_NOTE, _placed_note)
phrases.register(tei("figure"), _placed_figure)
phrases.register(_P, _placed_paragraph)
phrases.register(tei("ab"), _placed_paragraph)
phrases.register(tei("quote"), _placed_quotation)
for _tag in _AT_EDGE:
    phrases.register(_tag, _placed_edge)
for _tag in _DIVISIONS:
    phrases.register(_tag, _placed_division)
