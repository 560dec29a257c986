"""A text and the same piece in another language side by side: block beside block where both have as many.

Sections (preamble, message, docket) are matched by their kind. A block of the page's own text gets the other's block
after it, in a pair that a style sheet sets in two columns, or shows without the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

_BREAKS: Final = ("pb", "milestone")
_SECTIONS: Final = ("preamble", "message", "docket")


def set_beside(own: etree._Element, others: Sequence[tuple[str, etree._Element]]) -> None:
    """Set other texts beside the blocks of one, each with its language tag; the elements of the others are used up."""
    for number, (lang, other) in enumerate(others, 1):
        for each in other.iter(etree.Element):
            each.attrib.pop("id", "")
        _pair(own, other, lang, number)


def _pair(own: etree._Element, other: etree._Element, lang: str, number: int) -> None:
    ours, theirs = _sections(own), _sections(other)
    for kind, section in ours.items():
        if kind in theirs:
            _pair_section(section, theirs.pop(kind), lang, number)
    last = list(ours.values())[-1]
    for section in theirs.values():
        last.append(_other([section], lang, number))


def _sections(root: etree._Element) -> dict[str, etree._Element]:
    """Return the sections of a text by kind; a text without any is all message."""
    found: dict[str, etree._Element] = {}
    for section in root.iter("section"):
        names = section.get("class", "").split()
        kind = next((name for name in _SECTIONS if name in names), "")
        if kind:
            found.setdefault(kind, section)
    return found or {"message": _inmost(root)}


def _inmost(root: etree._Element) -> etree._Element:
    """Return the element that holds the blocks: the one child of a body, and so on down."""
    while len(root) == 1 and root[0].tag in ("div", "section"):
        root = root[0]
    return root


def _pair_section(own: etree._Element, other: etree._Element, lang: str, number: int) -> None:
    ours, theirs = _blocks(own), _blocks(other)
    if len(ours) == len(theirs):
        for block, match in zip(ours, theirs, strict=True):
            _pair_of(block).append(_other([match], lang, number))
        return
    if not own.xpath("boolean(div[@class = 'pair whole'])"):
        whole = etree.Element("div", {"class": "pair whole"})
        etree.SubElement(whole, "div", {"class": "own"}).extend(list(own))
        own.append(whole)
    own[-1].append(_other(list(other), lang, number))


def _blocks(section: etree._Element) -> list[etree._Element]:
    return [each for each in section if each.get("class", "") not in _BREAKS]


def _pair_of(block: etree._Element) -> etree._Element:
    """Return the pair that a block is in; one is put round it where there is none."""
    if block.get("class") == "pair":
        return block
    pair = etree.Element("div", {"class": "pair"})
    block.addprevious(pair)
    pair.append(block)
    return pair


def _other(blocks: Sequence[etree._Element], lang: str, number: int) -> etree._Element:
    made = etree.Element("div", {"class": f"beside beside-{number}", **({"lang": lang} if lang else {})})
    made.extend(blocks)
    return made
