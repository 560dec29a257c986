"""The words of elements, as registers, lists and titles show them; the pages themselves are rendered by XSLT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tei.names import XML_LANG, tei

EXCERPT: Final = 300
"""Characters of an excerpt, cut at the end of a word."""

_STRING: Final = etree.XPath("string()")
_NODES: Final = etree.XPath("node()")
_CHOICE: Final = tei("choice")
_PREFERRED: Final = (tei("expan"), tei("corr"), tei("reg"))
NOTES: Final = frozenset(map(tei, ("note", "noteGrp")))
BLOCKS: Final = frozenset(
    tei(name)
    for name in (
        *("p", "ab", "div", "item", "label", "l", "lg", "list", "quote", "table", "row", "cell", "head", "lb", "cb"),
        *("pb", "dateline", "salute", "signed", "opener", "closer", "byline", "bibl", "u", "sp", "speaker", "stage"),
    )
)
SILENT: Final = frozenset(map(tei, ("del", "figure", "fw", "index", "listPerson", "listPlace", "listOrg")))
_ASIDE: Final = frozenset(map(tei, ("opener", "closer", "head", "trailer", "stamp", "postscript", "signed", "address")))
_SIGN: Final = r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]"
_SIGNS: Final = re.compile(_SIGN)
BRACKETED: Final = {tei("supplied"): ("[", "]"), tei("ex"): ("[", "]"), tei("gap"): ("[", "]")}
_SERVICE: Final = "service matter"
_SERVICES: Final = ("preamble", "docket")


def words(element: etree._Element | None) -> str:
    """Return the words of an element in one line, of a choice the reading that the editor made, without notes."""
    if element is None:
        return ""
    if len(element) == 0:
        return " ".join((element.text or "").split())
    if any(child.tag in _TELLING for child in element.iter(*_TELLING)):
        return " ".join("".join(_plain(element)).split())
    return " ".join(str(_STRING(element)).split())


_TELLING: Final = (_CHOICE, *NOTES)


def _plain(element: etree._Element) -> Iterator[str]:
    for node in _nodes(element):
        if isinstance(node, str):
            yield node
        elif node.tag == _CHOICE:
            yield from _plain(chosen(node))
        elif node.tag not in NOTES:
            yield from _plain(node)


def chosen(choice: etree._Element) -> etree._Element:
    """Return the reading of a choice that a reader gets: expanded, corrected, regular; else the first."""
    found = next((child for child in choice if child.tag in _PREFERRED), None)
    return found if found is not None else next(iter(choice.iterchildren(etree.Element)), choice)


def _nodes(element: etree._Element) -> list[str | etree._Element]:
    """Return the texts and elements of an element in order, without comments and processing instructions."""
    found = _NODES(element)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, str) or (etree.iselement(each) and isinstance(each.tag, str))]


def language(element: etree._Element | None) -> str:
    """Return the language that holds for an element, empty where none is declared."""
    while element is not None:
        if lang := element.get(XML_LANG):
            return lang
        element = element.getparent()
    return ""


def count_words(text: str) -> int:
    """Return how many words a text has; each Chinese sign counts as one, as word processors have it."""
    signs = len(_SIGNS.findall(text))
    return signs + len((_SIGNS.sub(" ", text) if signs else text).split())


def running_text(element: etree._Element) -> str:
    """Return the words of a text without its notes, in the order of reading, blocks parted by a space."""
    return " ".join("".join(_running(element, NOTES | SILENT)).split())


def excerpt_of(message: etree._Element) -> str:
    """Return the beginning of a message, without notes, opening, closing and service matter, cut at a word."""
    pieces: list[str] = []
    length = 0
    for piece in _running(message, NOTES | SILENT | _ASIDE | {_SERVICE}):
        pieces.append(piece)
        length += len(piece)
        if length > EXCERPT * 3:
            break
    return cut(" ".join("".join(pieces).split()))


def cut(text: str, length: int = EXCERPT) -> str:
    """Return a text cut at the end of a word, with an ellipsis where something is left out."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    at = head.rfind(" ")
    return (head[:at] if at > length // 2 else head).rstrip(" ,;:([—–-") + "…"


def _running(element: etree._Element, silent: frozenset[str]) -> Iterator[str]:
    for node in _nodes(element):
        if isinstance(node, str):
            yield node
            continue
        tag = str(node.tag)
        if tag in silent or (tag == _DIV and node.get("type") in _SERVICES and _SERVICE in silent):
            if tag not in NOTES:
                yield " "
        elif tag == _CHOICE:
            yield from _running(chosen(node), silent)
        elif tag in BLOCKS:
            yield "" if node.get("break") == "no" else " "
            yield from _running(node, silent)
            yield "" if node.get("break") == "no" else " "
        else:
            yield from _inline(node, silent)


_DIV: Final = tei("div")


def _inline(node: etree._Element, silent: frozenset[str]) -> Iterator[str]:
    """Yield what stands inside a line; what an editor added or lost is between brackets, as pages print it."""
    before, after = BRACKETED.get(str(node.tag), ("", ""))
    if node.get("rend") == "none" or (node.tag == tei("gap") and not len(node)):
        before, after = ("[…]", "") if node.tag == tei("gap") else ("", "")
    yield before
    yield from _running(node, silent)
    yield after


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts each once, in order, without empty ones."""
    return tuple(dict.fromkeys(text for text in texts if text))
