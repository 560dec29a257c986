"""Lists and tables of a volume in our encoding: numerals as numbers, and nothing between items but items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from edition.intake.frus import phrases
from edition.intake.frus.phrases import Room, fill_block, fill_blocks
from edition.intake.frus.plain import has_words, plain_of
from edition.intake.frus.work import Work, rend_of, shown
from tei.names import tei
from tei.regexes import regex
from tei.text import append_text

_LABEL: Final = regex(r"(?P<mark>[\[(]?(?P<n>\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,6})(?P<end>[.)\]]?[.)]?))")
_BULLET: Final = regex(r"[•·▪●○–—*-]")
_ITEM: Final = tei("item")
_LABELS: Final = tei("label")
_PB: Final = tei("pb")
_NOTE: Final = tei("note")
_TYPES: Final = {"bulleted": "bulleted", "bullet": "bulleted", "simple": "simple", "gloss": "gloss"}


def table(source: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Add a table; one without cells, or among phrases, is its words."""
    rows = [row for row in source.findall(tei("row")) if row.find(tei("cell")) is not None]
    if room is Room.PHRASES or not rows:
        phrases.fill(source, target, Room.PHRASES, work)
        return
    made = etree.SubElement(target, tei("table"))
    shown(source, made, work)
    for child in source:
        if child.tag == tei("row") and child in rows:
            _row(child, made, work)
        elif isinstance(child.tag, str):
            _in_structure(child, made, tei("head"), tei("row"), work)


def _row(source: etree._Element, target: etree._Element, work: Work) -> None:
    row = etree.SubElement(target, tei("row"))
    _decorated(source, row)
    for child in source:
        if child.tag == tei("cell"):
            cell = etree.SubElement(row, tei("cell"))
            _decorated(child, cell)
            rend = rend_of(child)
            if rend:
                cell.set("rend", rend)
            fill_blocks(child, cell, work)
        elif isinstance(child.tag, str):
            within = row[-1] if len(row) else etree.SubElement(row, tei("cell"))
            phrases.place(child, within, Room.BLOCKS, work)


def _decorated(source: etree._Element, made: etree._Element) -> None:
    for key in ("rows", "cols"):
        value = source.get(key) or ""
        if value.isdigit():
            made.set(key, value)
    if source.get("role") in ("label", "data"):
        made.set("role", str(source.get("role")))


def _in_structure(child: etree._Element, made: etree._Element, head: str, inner: str, work: Work) -> None:
    """Copy what stands in a list or table beside its items: a heading, a page break, a note."""
    if child.tag == head and not any(one.tag == inner for one in made):
        fill_block(child, etree.SubElement(made, tei("head")), Room.PHRASES, work)
    elif child.tag in (_PB, tei("lb"), _NOTE):
        phrases.place(child, made, Room.BLOCKS, work)
    elif len(made) and made[-1].tag == inner:
        last = made[-1][-1] if inner == tei("row") and len(made[-1]) else made[-1]
        append_text(last, " ")
        phrases.place(child, last, Room.BLOCKS, work)
    else:
        phrases.place(child, _holder(made, inner), Room.BLOCKS, work)


def _holder(made: etree._Element, inner: str) -> etree._Element:
    new = etree.SubElement(made, inner)
    return etree.SubElement(new, tei("cell")) if inner == tei("row") else new


def listing(source: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    """Add a list: with numerals or letters as labels a numbered or lettered one, else as the volume has it."""
    children = [child for child in source if isinstance(child.tag, str)]
    if room is Room.PHRASES or not any(child.tag == _ITEM for child in children):
        phrases.fill(source, target, Room.PHRASES if room is Room.PHRASES else room, work)
        return
    made = etree.SubElement(target, tei("list"))
    work.keep_id(source, made)
    labels = [child for child in children if child.tag == _LABELS]
    read = [_read_label(label) for label in labels]
    filled = any(has_words(child) for child in children if child.tag == _ITEM)
    if labels and filled and all(read) and _paired(children):
        _pointed(children, made, [one for one in read if one], work)
        return
    if labels and _paired(children):
        made.set("type", "gloss")
        _glossed(children, made, work)
        return
    type_ = _TYPES.get(source.get("type") or "", "")
    if type_ and type_ != "gloss":
        made.set("type", type_)
    _items(children, made, work)


def _paired(children: Sequence[etree._Element]) -> bool:
    """Say whether each item has its label and each label its item."""
    kinds = [child.tag for child in children if child.tag in (_LABELS, _ITEM)]
    return len(kinds) % 2 == 0 and all((kind == _LABELS) == (place % 2 == 0) for place, kind in enumerate(kinds))


def _read_label(label: etree._Element) -> tuple[str, str] | None:
    """Return the number or letter of a label and the label as printed; None where it is anything more."""
    if next(label.iter(_NOTE, _PB), None) is not None:
        return None
    text = plain_of(label).text
    if _BULLET.fullmatch(text):
        return "", text
    found = _LABEL.fullmatch(text)
    return (found["n"], found["mark"]) if found else None


def _pointed(
    children: Sequence[etree._Element], made: etree._Element, labels: Sequence[tuple[str, str]], work: Work
) -> None:
    """Add items under their numerals."""
    lettered = all(n and not n.isdigit() for n, _ in labels)
    bulleted = all(not n for n, _ in labels)
    made.set("type", "bulleted" if bulleted else "lettered" if lettered else "numbered")
    waiting = list(labels)
    for child in children:
        if child.tag == _ITEM:
            item = etree.SubElement(made, _ITEM)
            number, mark = waiting.pop(0)
            _numbered(item, number, mark, lettered=lettered)
            work.keep_id(child, item)
            fill_blocks(child, item, work)
        elif child.tag != _LABELS:
            _in_structure(child, made, tei("head"), _ITEM, work)


def _numbered(item: etree._Element, number: str, mark: str, *, lettered: bool) -> None:
    """Say the number of an item, and how it is printed where that is not as usual."""
    if number:
        item.set("n", number)
    usual = f"({number})" if lettered else f"{number}."
    if mark != usual or not number:
        item.set("rend", mark)


def _glossed(children: Sequence[etree._Element], made: etree._Element, work: Work) -> None:
    """Add labels and items as they stand; what stands between a label and its item goes into the item."""
    held: list[etree._Element] = []
    for child in children:
        if child.tag == _LABELS:
            fill_block(child, etree.SubElement(made, _LABELS), Room.PHRASES, work)
        elif child.tag == _ITEM:
            item = etree.SubElement(made, _ITEM)
            for one in held:
                phrases.place(one, item, Room.BLOCKS, work)
            held = []
            work.keep_id(child, item)
            fill_blocks(child, item, work)
        elif len(made) and made[-1].tag == _LABELS:
            held.append(child)
        else:
            _in_structure(child, made, tei("head"), _ITEM, work)


def _items(children: Sequence[etree._Element], made: etree._Element, work: Work) -> None:
    """Add items; a label goes into the item that follows it, or into one of its own."""
    label: etree._Element | None = None
    for child in children:
        if child.tag == _LABELS:
            if label is not None:
                _labelled(etree.SubElement(made, _ITEM), label, work)
            label = child
        elif child.tag == _ITEM:
            item = etree.SubElement(made, _ITEM)
            if label is not None:
                _labelled(item, label, work)
                append_text(item, " ")
                label = None
            work.keep_id(child, item)
            fill_blocks(child, item, work)
        else:
            if label is not None:
                _labelled(etree.SubElement(made, _ITEM), label, work)
                label = None
            _in_structure(child, made, tei("head"), _ITEM, work)
    if label is not None:
        _labelled(etree.SubElement(made, _ITEM), label, work)


def _labelled(item: etree._Element, label: etree._Element, work: Work) -> None:
    fill_block(label, etree.SubElement(item, _LABELS), Room.PHRASES, work)


def _placed_table(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    table(child, target, room, work)


def _placed_list(child: etree._Element, target: etree._Element, room: Room, work: Work) -> None:
    listing(child, target, room, work)


phrases.register(tei("list"), _placed_list)
phrases.register(tei("table"), _placed_table)
