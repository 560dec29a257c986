"""Mixed content of volumes and of the documents made of them: the only module here that knows of `.tail`.

`tei.text` states mixed content for text with marks; a volume is markup already, and goes over piece by piece.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from copy import copy

from lxml import etree

from tei.names import XML_ID
from tei.text import append_text


def pieces(element: etree._Element) -> Iterable[str | etree._Element]:
    """Return the content of an element in order: text as it stands, and elements without what stands behind them.

    Comments and processing instructions are passed over.
    """
    if len(element) == 0:  # as most are; no generator is made for them
        return (element.text,) if element.text else ()
    return _pieces(element)


def _pieces(element: etree._Element) -> Iterator[str | etree._Element]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def text_behind(element: etree._Element) -> str:
    """Return the text between an element and the next."""
    return element.tail or ""


def last_text(element: etree._Element) -> str:
    """Return the text at the end of an element's content."""
    return (element[-1].tail if len(element) else element.text) or ""


def set_last_text(element: etree._Element, text: str) -> None:
    """Replace the text at the end of an element's content."""
    if len(element):
        element[-1].tail = text or None
    else:
        element.text = text or None


def drop_blank_end(element: etree._Element) -> None:
    """Take away white space at the end of an element's content, where nothing else stands behind the last element."""
    if not last_text(element).strip():
        set_last_text(element, "")


def drop_blanks(element: etree._Element, tags: Container[object]) -> None:
    """Take away white space behind children of these names: behind a block it means nothing."""
    for child in element:
        if child.tag in tags and child.tail and not child.tail.strip():
            child.tail = None


def trim(element: etree._Element, line_break: str) -> None:
    """Take the space off the ends of an element's content, and a line break that nothing follows."""
    if element.text:
        element.text = element.text.lstrip(" ") or None
    set_last_text(element, last_text(element).rstrip(" "))
    if len(element) and not element[-1].tail and element[-1].tag == line_break:
        element.remove(element[-1])


def bare(element: etree._Element) -> etree._Element:
    """Return a copy of an element without what stands behind it."""
    made = copy(element)
    made.tail = None
    return made


def take_out(element: etree._Element) -> None:
    """Remove an element from its parent and leave the text behind it where it is."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def take_out_empty(root: etree._Element, tags: Iterable[str]) -> None:
    """Remove the elements of these names that hold nothing and that nothing points at; blanks stay where they are."""
    for element in reversed(tuple(root.iter(*tags))):
        if len(element) == 0 and XML_ID not in element.attrib and not (element.text or "").strip():
            element.tail = f"{element.text or ''}{element.tail or ''}" or None
            take_out(element)


def slots(element: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """Yield the stretches of text in an element's content, each with the child that it stands behind, None first."""
    if element.text:
        yield None, element.text
    for child in element:
        if child.tail:
            yield child, child.tail


def insert_in_text(
    parent: etree._Element, behind: etree._Element | None, start: int, end: int, made: etree._Element
) -> None:
    """Put an element in the place of `start` to `end` of the text that stands behind a child, or first of all."""
    text = (parent.text if behind is None else behind.tail) or ""
    made.tail = text[end:] or None
    if behind is None:
        parent.text = text[:start] or None
        parent.insert(0, made)
    else:
        behind.tail = text[:start] or None
        parent.insert(parent.index(behind) + 1, made)


def add_piece(target: etree._Element, piece: str | etree._Element) -> None:
    """Add text, or a copy of an element, at the end of an element's content."""
    if isinstance(piece, str):
        append_text(target, piece)
    else:
        target.append(bare(piece))
