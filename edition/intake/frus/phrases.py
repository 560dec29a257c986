"""The running text of a volume in our encoding: words with what stands among them, element by element.

`Room` says how much an element of ours takes: phrases alone (a heading, a date), lists and quotations among words (a
paragraph), or blocks too (a note, an item, a cell). What does not fit loses its element and keeps its words.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final

from lxml import etree

from edition.intake.frus import brackets
from edition.intake.frus.dates import date_attributes
from edition.intake.frus.mixed import drop_blanks, last_text, pieces, set_last_text, text_behind, trim
from edition.intake.frus.parties import party_kind
from edition.intake.frus.plain import ATTACHMENT, fold, has_words, line_of, plain_of
from edition.intake.frus.work import Work, rend_of
from tei.names import XML_LANG, tei
from tei.regexes import regex
from tei.text import append_text


class Room(IntEnum):
    """What an element takes beside words and phrases."""

    PHRASES = 0
    LISTS = 1
    BLOCKS = 2


Handler = Callable[[etree._Element, etree._Element, Room, Work], int | None]

_BLOCKS: Final = frozenset(
    (
        *map(tei, ("p", "ab", "list", "quote", "table", "div", "closer", "opener", "lg", "postscript", "floatingText")),
        *map(
            tei, ("listBibl", "cit", "sp", "argument", "epigraph", "trailer", "address", "signed", "dateline", "salute")
        ),
        *map(tei, ("head", "item", "label", "row", "cell", "l", "byline", "addrLine")),
        ATTACHMENT,
    )
)
_NOTE: Final = tei("note")
_CLOSING: Final = regex(r"(?P<sign>[.,]?)\]")
_OURS: Final = frozenset(map(tei, ("p", "ab", "list", "quote", "table")))
"""Blocks of ours: space behind one means nothing."""


def fill(source: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Copy the content of an element of the volume into an element of ours, behind what stands there."""
    taken = 0
    for piece in pieces(source):
        if isinstance(piece, str):
            append_text(target, fold(piece)[taken:])
            taken = 0
        else:
            taken = place(piece, target, room, work) or 0


def place(child: etree._Element, target: etree._Element, room: Room, work: Work) -> int | None:
    """Copy one element; returns how many signs of the text behind it went into the copy, such as "]"."""
    return _HANDLERS.get(child.tag, _unknown)(child, target, room, work)


def fill_block(source: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Copy the content of a block, without space at its ends."""
    fill(source, target, room, work)
    trimmed(target)


def fill_blocks(source: etree._Element, target: etree._Element, work: Work) -> None:
    """Copy the content of an element that takes blocks and words: notes, items, cells, quotations."""
    fill(source, target, Room.BLOCKS, work)
    trimmed(target)
    drop_blanks(target, _OURS)


def trimmed(target: etree._Element) -> None:
    """Take the space off the ends of an element's content, and a line break at its end."""
    trim(target, tei("lb"))


def has_blocks(element: etree._Element) -> bool:
    """Say whether an element holds blocks, notes aside: then it cannot be a phrase."""
    return len(element) > 0 and any(
        child.tag in _BLOCKS or (child.tag != _NOTE and len(child) > 0 and has_blocks(child)) for child in element
    )


def _sub(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, tei(name))
    for key, value in attributes.items():
        if value:
            made.set(key.rstrip("_"), value)
    return made


def _unwrap(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Keep the words of an element without it."""
    fill(child, target, room, work)


def _parted(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Keep the words of a block that cannot stand here, on lines of their own."""
    if _has_words(target):
        _sub(target, "lb")
    fill(child, target, room, work)
    _sub(target, "lb")


def _has_words(target: etree._Element) -> bool:
    return bool((target.text or "").strip()) or len(target) > 0


def _unknown(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    work.unknown.setdefault(etree.QName(child).localname, line_of(child))
    _unwrap(child, target, room, work)


def _phrase(name: str, *kept: str) -> Handler:
    """Return what copies an element that is the same with us, with those of its attributes."""

    def copy(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
        if has_blocks(child) or not has_words(child):
            return _unwrap(child, target, room, work)
        made = _sub(target, name, rend=rend_of(child), **{key: child.get(key) or "" for key in kept})
        fill(child, made, Room.PHRASES, work)
        return None

    return copy


def _hi(child: etree._Element, target: etree._Element, room: Room, work: Work) -> int | None:
    if has_blocks(child):
        _unwrap(child, target, room, work)
        return None
    closing = _CLOSING.match(text_behind(child))
    if closing and last_text(target).endswith("[") and has_words(child):
        _bracketed(child, target, closing["sign"], work)
        return closing.end()
    made = _sub(target, "hi", rend=rend_of(child))
    fill(child, made, Room.PHRASES, work)
    return None


def _bracketed(child: etree._Element, target: etree._Element, sign: str, work: Work) -> None:
    """Encode what an editor of the volume put into square brackets, in italics: "[1 line not declassified]"."""
    set_last_text(target, last_text(target)[:-1])
    words = fold(child.text).strip(" ") if len(child) == 0 else ""
    said = brackets.read(words) if words else None
    if said is not None:
        _sub(_sub(target, "gap", **said), "desc").text = words + sign
    else:
        supplied = _sub(target, "supplied", reason="editorial")
        made = _sub(supplied, "hi", rend=rend_of(child))
        fill(child, made, Room.PHRASES, work)
        append_text(supplied, sign)


def _person(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    if has_blocks(child) or not has_words(child):
        return _unwrap(child, target, room, work)
    made = _sub(target, "persName", ref=work.refer(child.get("corresp") or ""), role=_role(child))
    fill(child, made, Room.PHRASES, work)
    return None


def _role(child: etree._Element) -> str:
    return {"from": "sender", "to": "recipient"}.get(child.get("type") or "", "")


def _gloss(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Encode a party of a heading, or an abbreviation that the volume's list of terms has."""
    text = plain_of(child).text
    if has_blocks(child) or not text:
        return _unwrap(child, target, room, work)
    role = _role(child)
    if role:
        made = _sub(target, "orgName" if party_kind(text) == "org" else "persName", role=role)
    else:
        ref = work.refer(child.get("target") or "")
        made = _sub(target, "orgName" if work.lists.is_body(ref) else "term", ref=ref)
    fill(child, made, Room.PHRASES, work)
    return None


def _name(name: str) -> Handler:
    def copy(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
        if has_blocks(child) or not has_words(child):
            return _unwrap(child, target, room, work)
        fill(child, _sub(target, name, ref=work.refer(child.get("corresp") or "")), Room.PHRASES, work)
        return None

    return copy


def _reference(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    if has_blocks(child):
        return _unwrap(child, target, room, work)
    written = " ".join((child.get("target") or "").split())
    found = work.pointers.lead(written, work.document)
    if written and found is None:
        work.loose.append((written, line_of(child)))
    made = _sub(target, "ref", type=found.type if found else "", target=found.target if found else "")
    fill(child, made, Room.PHRASES, work)
    return None


def _date(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    if has_blocks(child):
        return _unwrap(child, target, room, work)
    fill(child, _sub(target, "date", **date_attributes(child)), Room.PHRASES, work)
    return None


def _break(child: etree._Element, target: etree._Element, _room: Room, work: Work) -> None:
    page_break(child, target, work)


def page_break(child: etree._Element, target: etree._Element, work: Work) -> None:
    """Add a page break with its number, its id and the picture of the page."""
    facs = child.get("facs") or ""
    address = work.pointers.picture(facs) if facs else ""
    number = child.get("n") or ""
    if not number and not address:
        return
    work.keep_id(child, _sub(target, "pb", n=number, facs=address))


def _line(_child: etree._Element, target: etree._Element, _room: Room, _work: Work) -> None:
    _sub(target, "lb")


def _foreign(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    language = child.get(XML_LANG)
    if has_blocks(child) or not language:
        return _unwrap(child, target, room, work)
    made = _sub(target, "foreign", rend=rend_of(child))
    made.set(XML_LANG, language)
    fill(child, made, Room.PHRASES, work)
    return None


def _line_of_verse(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    fill(child, target, room, work)
    if child.getnext() is not None:
        _sub(target, "lb")


_HANDLERS: Final[dict[object, Handler]] = {
    **dict.fromkeys(_BLOCKS, _parted),
    tei("hi"): _hi,
    tei("persName"): _person,
    tei("gloss"): _gloss,
    tei("orgName"): _name("orgName"),
    tei("placeName"): _name("placeName"),
    tei("name"): _name("name"),
    tei("term"): _phrase("term"),
    tei("ref"): _reference,
    tei("date"): _date,
    tei("time"): _phrase("time"),
    tei("seg"): _phrase("seg"),
    tei("emph"): _phrase("emph"),
    tei("foreign"): _foreign,
    tei("title"): _phrase("title"),
    tei("num"): _phrase("num"),
    tei("measure"): _phrase("measure"),
    tei("q"): _phrase("q"),
    tei("sic"): _unwrap,
    tei("corr"): _unwrap,
    tei("abbr"): _phrase("abbr"),
    tei("unclear"): _phrase("unclear"),
    tei("add"): _phrase("add"),
    tei("del"): _phrase("del"),
    tei("pb"): _break,
    tei("lb"): _line,
    tei("l"): _line_of_verse,
    tei("addrLine"): _line_of_verse,
    tei("anchor"): _unwrap,
    tei("milestone"): _unwrap,
    tei("docAuthor"): _unwrap,
    tei("roleName"): _unwrap,
    tei("formula"): _unwrap,
}
"""What is done with each element; `blocks` adds those that hold blocks."""


def register(tag: str, handler: Handler) -> None:
    """Say what is done with an element in running text."""
    _HANDLERS[tag] = handler
