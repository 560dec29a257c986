"""Canonical bytes: the same tree is always the same file, indented where white space means nothing.

Elements with text among their children are left as they are: an indent there would add words' worth of space.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from tei.names import tei

_INDENT: Final = "  "
_RUNNING: Final = frozenset(
    map(
        tei,
        [
            "p",
            "ab",
            "head",
            "item",
            "label",
            "note",
            "salute",
            "signed",
            "dateline",
            "desc",
            "ref",
            "cell",
            "title",
            "resp",
            "catDesc",
            "author",
            "editor",
        ],
    )
)
_BLOCKS: Final = frozenset(map(tei, ["p", "ab", "list", "table", "quote", "div", "figure"]))


def serialise(root: etree._Element) -> bytes:
    """Return a document as UTF-8 with an XML declaration, indented in element content only, ending in a newline."""
    _indent(root, list(root), 0)
    return canonical(root)


def canonical(root: etree._Element) -> bytes:
    """Return the bytes of a document that is laid out already."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True).replace(b"'", b'"', 4) + b"\n"


def lay_out(element: etree._Element) -> None:
    """Indent one element of a document that is laid out already, after its children have changed."""
    _indent(element, list(element), sum(1 for _ in element.iterancestors()))


def _indent(element: etree._Element, children: list[etree._Element], depth: int) -> None:
    """Indent an element; each property of lxml's is asked for once, since this goes over every document as a whole."""
    if not children or _is_running(element, children) or _is_mixed(element, children):
        return
    outer = "\n" + _INDENT * depth
    inner = outer + _INDENT
    element.text = inner
    last = children[-1]
    for child in children:
        if below := list(child):
            _indent(child, below, depth + 1)
        child.tail = outer if child is last else inner


def _is_running(element: etree._Element, children: list[etree._Element]) -> bool:
    """Say whether an element holds running text by its kind, even when all of it happens to be inside one child."""
    return element.tag in _RUNNING and _BLOCKS.isdisjoint([child.tag for child in children])


def _is_mixed(element: etree._Element, children: list[etree._Element]) -> bool:
    """Say whether white space counts here: there are words, or a space within a line such as between two names."""
    text = element.text
    if text and _counts(text):
        return True
    for child in children:  # no any(): this is asked of every element of every document
        text = child.tail
        if text and _counts(text):
            return True
    return False


def _counts(text: str) -> bool:
    return "\n" not in text or not text.isspace()
