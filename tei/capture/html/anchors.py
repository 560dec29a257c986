"""Links within a page: which leads to a note, which leads back, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tei.capture.html.tree import Element

_NOTE_NAME: Final = re.compile(
    r"_*(?:(?:foot|end)[-_ ]?notes?|notes?|fn|ftn|edn|ednt?|en|cite[-_]note|sd(?:foot|end)note|easy-footnote-bottom|"
    r"nt|sn|fnote|ftnt|n|f|marginalia|anm|примечание|сноска|прим)[-_:.\w]*?\d+\w{0,4}|mso-?\w+",
    re.IGNORECASE,
)
_NOTE_WORDS: Final = frozenset(
    ("doc-noteref", "noteref", "footnote", "footnote-ref", "footnoteref", "footnotecall", "fn-ref", "endnote-ref",
     "reference", "sdfootnoteanc", "sdendnoteanc", "easy-footnote", "footnote-reference", "annoref",
     "msofootnotereference", "msoendnotereference")
)  # fmt: skip
_BACK_WORDS: Final = frozenset(
    ("doc-backlink", "mw-cite-backlink", "cite-backlink", "footnote-backref", "reversefootnote", "footnote-back",
     "backref", "footnote-return", "easy-footnote-to-top", "footnote-backlink", "backlink", "footnotes-backlink",
     "fn-back")
)  # fmt: skip
_MARKER: Final = re.compile(
    r"[\[({]?\s*(?:(?:note|n|fn|прим|см\. прим)\.?\s*)?"
    r"(\d{1,4}|\*{1,4}|[†‡§¶]{1,3}|[ivxlc]{1,6}|[a-zа-я])\s*[])}]?[.:]?",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = 3
"""A link back leads to the marker itself, to what stands just round it, or to an anchor so few tags away."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """All places of a page that a link can lead to, and the links that lead to them, in order."""

    places: Mapping[str, Element]
    links: tuple[tuple[Element, Element], ...]

    def leading_to(self, place: Element) -> Iterator[Element]:
        """Yield the links that lead to a place or just beside it."""
        return (link for link, target in self.links if target is place)


def read_anchors(root: Element) -> Anchors:
    """Return the places of a page by name, and its links within itself with where they lead."""
    places: dict[str, Element] = {}
    elements = list(root.elements())
    for element in elements:
        for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if name:
                places.setdefault(name, element)
    links = []
    for element in elements:
        target = places.get(fragment(element))
        if target is not None and target is not element:
            links.append((element, target))
    return Anchors(places, tuple(links))


def fragment(element: Element) -> str:
    """Return the name after # in a link, empty where there is none; saved pages may write their address before it."""
    return element.get("href").partition("#")[2].strip() if element.tag == "a" else ""


def marker_of(link: Element) -> str:
    """Return the marker that a link shows (1, *, a) without its brackets, empty where its words are none."""
    match = _MARKER.fullmatch(link.text())
    return match[1] if match else ""


def leads_back(link: Element) -> bool:
    """Say whether a link is called a way back from a note."""
    return bool(link.words() & _BACK_WORDS)


def is_called_reference(link: Element) -> bool:
    """Say whether the page calls a link, or what stands tight round it, a reference to a note."""
    round_it = (link, *_tight(link))
    return any(element.words() & _NOTE_WORDS for element in round_it)


def is_raised(link: Element) -> bool:
    """Say whether a link is a superscript, or stands in brackets."""
    if any(element.tag == "sup" for element in (*link.elements(), *_tight(link))):
        return True
    return link.text()[:1] in "[({*†‡" and bool(link.text())


def names_note(link: Element) -> bool:
    """Say whether the name that a link leads to is one that notes have (fn1, _ftn2, cite_note-3)."""
    return _NOTE_NAME.fullmatch(fragment(link)) is not None


def is_letter(marker: str) -> bool:
    """Say whether a marker is letters, which a word or a list may as well be."""
    return _LETTERS.fullmatch(marker) is not None


def beside(place: Element, link: Element) -> bool:
    """Say whether a place is a link, stands tight round it, in it, or just before or after it in the same block."""
    if place is link or any(one is place for one in _tight(link)) or any(one is link for one in place.ancestors()):
        return True
    return abs(place.order - link.order) <= _NEAR and block_of(place) is block_of(link)


def block_of(element: Element) -> Element:
    """Return the block that an element is or stands in."""
    if element.is_block:
        return element
    return next((one for one in element.ancestors() if one.is_block), element)


def _tight(link: Element) -> Iterator[Element]:
    """Yield the inline elements round a link."""
    for element in link.ancestors():
        if element.is_block:
            return
        yield element
