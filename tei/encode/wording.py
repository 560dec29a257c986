"""The words that a document of ours stands for, brackets and numerals written again: the inverse of the encoder.

It is what the encoder's result is compared with the source by, telegram by telegram; it knows the conventions of our
own documents only. For any other document, and for people, there is the plain-text rendering.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from tei.names import tei
from tei.text import running_words

_BRACKETED: Final = frozenset(("supplied", "gap", "stamp", "fw", "ex"))
_NOTES: Final = frozenset(("annotation", "translator", "editor"))
_BLOCKS: Final = frozenset(
    (
        "p",
        "ab",
        "item",
        "head",
        "salute",
        "signed",
        "dateline",
        "div",
        "list",
        "opener",
        "closer",
        "lb",
        "pb",
        "cell",
        "row",
    )
)
_SHOWN: Final[dict[object, str]] = {tei(name): name for name in (*_BRACKETED, *_BLOCKS, "note", "sic")}
"""The elements that are more than their text, by their tags."""
_BRACKETS: Final = {
    "double-brackets": ("[[", "]]"),
    "parentheses": ("(", ")"),
    "angle-brackets": ("<", ">"),
    "none": ("", ""),
}


def source_words(text: etree._Element) -> list[str]:
    """Return the words of a `text` element in the order of the source, as `tei.text.running_words` parts them."""
    return running_words(wording(text))


def wording(text: etree._Element) -> str:
    """Return the words of a `text` element as they stand, with white space between them."""
    pieces: list[str] = []
    _gather(text, pieces)
    return "".join(pieces)


def _gather(element: etree._Element, pieces: list[str]) -> None:
    name = _SHOWN.get(element.tag)
    if name is None:
        _gather_inside(element, pieces)
    elif name != "note" or element.get("type") not in ("footnote", "comment"):
        before, after = _around(name, element)
        pieces.append(before)
        _gather_inside(element, pieces)
        pieces.append(after)


def _gather_inside(element: etree._Element, pieces: list[str]) -> None:
    if text := element.text:
        pieces.append(text)
    for child in element:
        _gather(child, pieces)
        if tail := child.tail:
            pieces.append(tail)


def _around(name: str, element: etree._Element) -> tuple[str, str]:
    if name in _BRACKETED or (name == "note" and element.get("type") in _NOTES):
        return _brackets(element)
    if name == "sic":
        opening, closing = _brackets(element)
        space = "" if "glued" in element.get("rend", "").split() else " "
        return "", f"{space}{opening}{element.get('n', 'sic')}{closing}"
    if name in _BLOCKS:
        return f" {_numeral(name, element)} ", " "
    return "", ""


def _brackets(element: etree._Element) -> tuple[str, str]:
    rend = element.get("rend", "").split()
    return next((pair for token, pair in _BRACKETS.items() if token in rend), ("[", "]"))


def _numeral(name: str, element: etree._Element) -> str:
    """Return the numeral of a point or item as printed: @rend where it is given, else the usual form of @n."""
    rend, number = element.get("rend", ""), element.get("n", "")
    if rend == "inline":
        return ""
    if name == "item" and element.getparent() is not None and _list_type(element) == "distribution":
        return ""
    if name in ("p", "item", "div") and (rend or number):
        return rend or (f"({number})" if name == "item" and _list_type(element) == "lettered" else f"{number}.")
    return ""


def _list_type(item: etree._Element) -> str:
    parent = item.getparent()
    return parent.get("type", "") if parent is not None and parent.tag == tei("list") else ""
