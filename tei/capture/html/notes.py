"""Footnotes of a page: markers and notes found by the links between them, whatever made the page.

Word, WordPress, wikis, hand-made pages: all have a link from the marker to the note, and most one back. A note is what
the link leads to: an item, a paragraph, the paragraphs of a division, the rest of a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tei.capture.html.anchors import (
    Anchors,
    beside,
    block_of,
    is_called_reference,
    is_letter,
    is_raised,
    leads_back,
    marker_of,
    names_note,
    read_anchors,
)
from tei.capture.html.tree import Element

_OWN_NOTE: Final = frozenset(("li", "dd", "aside"))
_NOTE_BODY: Final = re.compile(r"mso-element:\s*(?:foot|end)note|^(?:s?d?foot|end)note|^(?:ftn|edn|fn)\d", re.IGNORECASE)
_NEVER: Final = frozenset(("body", "html", "main", "article", "#page", "table", "tbody", "ol", "ul", "dl"))
_HEADING: Final = re.compile(
    r"(?:(?:foot|end)?notes?|references|notes and references|примечани[ея]|сноски|注释|註釋|anmerkungen)\s*[:.]?", re.IGNORECASE
)
_MAX_NOTE: Final = 20_000
_FORWARD: Final = 4


@dataclass(slots=True, eq=False)
class NoteText:
    """A note: its id, its marker as printed, the nodes that make it up, what in them leads back."""

    id: str
    n: str
    nodes: list[Element | str]
    returns: set[Element] = field(default_factory=set)
    label: Element | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page in order, the links that refer to them, headings over them."""

    texts: tuple[NoteText, ...] = ()
    references: dict[Element, NoteText] = field(default_factory=dict)
    headings: dict[Element, NoteText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Found:
    """A link that refers to a note, and the place in the note that it leads to."""

    link: Element
    place: Element
    marker: str


def find_notes(root: Element) -> Notes:
    """Return the notes of a page; what the links do not show to be a note stays where it is."""
    anchors = read_anchors(root)
    by_place: dict[Element, list[_Found]] = defaultdict(list)
    for found in _references(anchors):
        by_place[found.place].append(found)
    places = sorted(by_place, key=lambda place: place.order)
    _part_blocks(places)
    texts: dict[Element, NoteText] = {}
    references: dict[Element, NoteText] = {}
    taken: set[Element] = set()
    for place in places:
        nodes = _extent(place, set(places))
        links = [found.link for found in by_place[place]]
        if not nodes or not _may_be_note(nodes, links, taken):
            continue
        taken |= {element for node in nodes if isinstance(node, Element) for element in node.elements()}
        text = NoteText(f"note-{len(texts) + 1}", by_place[place][0].marker, nodes)
        _mark_returns(text, links, anchors)
        texts[place] = text
        references |= dict.fromkeys(links, text)
    ordered = tuple(texts.values())
    _continue(ordered, taken)
    return Notes(ordered, references, dict(_headings(ordered)))


def _references(anchors: Anchors) -> Iterator[_Found]:
    backwards: dict[Element, list[Element]] = defaultdict(list)
    for link, place in anchors.links:
        backwards[block_of(link)].append(place)
    for link, place in anchors.links:
        marker = marker_of(link)
        if not marker or leads_back(link) or place.order < link.order or any(one is link for one in place.ancestors()):
            continue
        mutual = any(beside(back, link) for back in backwards.get(block_of(place), ()))
        mutual = mutual or any(beside(back, link) for back in _backs_in(place, anchors))
        called = is_called_reference(link) or (names_note(link) and (is_raised(link) or not is_letter(marker)))
        if mutual or called or (is_raised(link) and not is_letter(marker)):
            yield _Found(link, place, marker)


def _backs_in(place: Element, anchors: Anchors) -> Iterator[Element]:
    """Yield where the links inside a place lead, if it is no more than a note."""
    if place.tag in _NEVER:
        return
    inside = set(place.elements())
    yield from (target for link, target in anchors.links if link in inside)


def _part_blocks(places: list[Element]) -> None:
    """Part blocks that hold several notes, one after the other on lines of their own, into a block for each."""
    by_block: dict[Element, list[Element]] = defaultdict(list)
    for place in places:
        if not place.is_block:
            by_block[block_of(place)].append(place)
    for block, inside in by_block.items():
        if block.parent is not None and not _has_blocks(block) and (len(inside) > 1 or _words_before(block, inside[0])):
            _part(block, inside)


def _has_blocks(block: Element) -> bool:
    return any(element.is_block for element in block.elements() if element is not block)


def _words_before(block: Element, place: Element) -> bool:
    top = _child_with(block, place)
    before = block.children[: block.children.index(top)]
    last = before[-1] if before else ""
    broken = isinstance(last, Element) and last.tag == "br" or (isinstance(last, str) and not last.strip() and "br" in
                                                              {one.tag for one in before[-2:] if isinstance(one, Element)})  # fmt: skip
    return broken


def _part(block: Element, inside: list[Element]) -> None:
    tops = {_child_with(block, place) for place in inside}
    pieces: list[Element] = [Element(block.tag, block.attributes, block.parent, [], block.order)]
    for child in block.children:
        if child in tops:
            pieces.append(Element("p", {}, block.parent, [], block.order))
        pieces[-1].children.append(child)
        if isinstance(child, Element):
            child.parent = pieces[-1]
    parent = block.parent
    assert parent is not None
    at = parent.children.index(block)
    parent.children[at : at + 1] = [piece for piece in pieces if piece.children]


def _child_with(block: Element, place: Element) -> Element:
    """Return the child of a block that an element is or stands in."""
    child = place
    while child.parent is not None and child.parent is not block:
        child = child.parent
    return child


def _extent(place: Element, places: set[Element]) -> list[Element | str]:
    """Return the nodes that make up the note at a place."""
    block = block_of(place)
    if block.tag == "dt":
        return _definition(block)
    if block.tag == "td" and block.parent is not None and block.parent.tag == "tr":
        block = block.parent
    if not place.is_block and _has_blocks(block):
        return _following(block, place, places)
    return [_climbed(block, places)]


def _climbed(block: Element, places: set[Element]) -> Element:
    """Return the widest element round a block that is this note and no other."""
    widest = block
    for element in block.ancestors():
        own = element.tag in _OWN_NOTE or _NOTE_BODY.search(element.get("style")) or _NOTE_BODY.search(element.get("id"))
        if element.tag in _NEVER or sum(1 for one in element.elements() if one in places) > 1:
            break
        if own:
            widest = element
    return widest


def _definition(term: Element) -> list[Element | str]:
    assert term.parent is not None
    siblings = term.parent.children
    nodes: list[Element | str] = [term]
    for sibling in siblings[siblings.index(term) + 1 :]:
        if isinstance(sibling, Element) and sibling.tag == "dt":
            break
        nodes.append(sibling)
    return nodes


def _following(block: Element, place: Element, places: set[Element]) -> list[Element | str]:
    """Return what follows an anchor that stands between blocks: the words up to the next block, or that block."""
    top = _child_with(block, place)
    nodes: list[Element | str] = [top]
    for sibling in block.children[block.children.index(top) + 1 :]:
        if isinstance(sibling, Element) and any(one in places for one in sibling.elements()):
            break
        if isinstance(sibling, Element) and (sibling.is_block or _has_blocks(sibling)):
            if not any(isinstance(node, str) and node.strip() for node in nodes) and not top.text():
                nodes.append(sibling)
            break
        nodes.append(sibling)
    return nodes


def _may_be_note(nodes: list[Element | str], links: list[Element], taken: set[Element]) -> bool:
    elements = {element for node in nodes if isinstance(node, Element) for element in node.elements()}
    if elements & taken or elements & set(links) or any(element.tag in ("h1", "h2", "body") for element in elements):
        return False
    text = "".join(node if isinstance(node, str) else node.text() for node in nodes).strip()
    return 0 < len(text) <= _MAX_NOTE


def _mark_returns(note: NoteText, links: list[Element], anchors: Anchors) -> None:
    """Note which links in a note lead back: the one that shows its number is its label, others are furniture."""
    targets = dict(anchors.links)
    for node in note.nodes:
        for element in node.elements() if isinstance(node, Element) else ():
            back = element in targets and any(beside(targets[element], link) for link in links)
            if back and marker_of(element) == note.n and note.label is None:
                note.label = element
            elif back or leads_back(element):
                note.returns.add(element)


def _continue(notes: tuple[NoteText, ...], taken: set[Element]) -> None:
    """Give the blocks between two notes of one division to the note before them."""
    for note, after in zip(notes, notes[1:], strict=False):
        last, first = note.nodes[-1], after.nodes[0]
        if not isinstance(last, Element) or not isinstance(first, Element) or last.parent is not first.parent:
            continue
        siblings = last.parent.children if last.parent else []
        between = siblings[siblings.index(last) + 1 : siblings.index(first)]
        blocks = [one for one in between if isinstance(one, Element)]
        if len(blocks) <= _FORWARD and all(one.tag in ("p", "blockquote", "div") and one not in taken for one in blocks):
            note.nodes += between


def _headings(notes: tuple[NoteText, ...]) -> Iterator[tuple[Element, NoteText]]:
    """Yield the headings ("Notes") that stand just before a note, each with that note."""
    for note in notes:
        node = note.nodes[0]
        for _ in range(_FORWARD):
            if not isinstance(node, Element) or node.parent is None:
                break
            siblings = node.parent.children
            before = [one for one in siblings[: siblings.index(node)] if not isinstance(one, str) or one.strip()]
            while before and isinstance(before[-1], Element) and not before[-1].text():
                before.pop()
            if before:
                if isinstance(before[-1], Element) and _HEADING.fullmatch(before[-1].text()):
                    yield before[-1], note
                break
            node = node.parent
