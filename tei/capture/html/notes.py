"""Footnotes of a page: markers and notes found by the links between them, whatever made the page.

Word, WordPress, wikis, hand-made pages: all have a link from the marker to the note, and most one back. A note is what
the link leads to: an item, a paragraph, the paragraphs of a division, the rest of a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
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
_NOTE_BODY: Final = re.compile(
    r"mso-element:\s*(?:foot|end)note|^(?:s?d?foot|end)note|^(?:ftn|edn|fn)\d", re.IGNORECASE
)
_NEVER: Final = frozenset(("body", "html", "main", "article", "#page", "table", "tbody", "ol", "ul", "dl"))
_INLINE_NOTE: Final = re.compile(r"(?:foot|side)[-_]?note", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"(?:(?:foot|end)?notes?|references|notes and references|примечани[ея]|сноски|[注註]\s?[释釋]|anmerkungen|"
    r"fu(?:ss|ß)noten|notes de bas de page|notes de fin|przypisy)\s*[:.]?",
    re.IGNORECASE,
)
_MAX_NOTE: Final = 20_000
_FORWARD: Final = 4
_NEAR_NOTE: Final = 6
"""A link back stands in its note at most so many elements deep."""


@dataclass(slots=True, eq=False)
class NoteText:
    """A note: its id, its marker as printed, the nodes that make it up, what in them leads back."""

    id: str
    n: str
    nodes: list[Element | str]
    returns: set[Element] = field(default_factory=set)
    label: Element | None = None
    inside: bool = False
    """It stands in the line of its marker."""


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
    _move_out(places)
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
        text = NoteText("", by_place[place][0].marker, nodes)
        _mark_returns(text, links, anchors)
        texts[place] = text
        references |= dict.fromkeys(links, text)
    for marker, text in _behind_markers(root, taken, references):
        texts[marker] = text
        references[marker] = text
    ordered = tuple(texts[place] for place in sorted(texts, key=lambda place: place.order))
    for number, text in enumerate(ordered, 1):
        text.id = f"note-{number}"
    _continue(ordered, taken, references)
    return Notes(ordered, references, dict(_headings(ordered)))


def _behind_markers(
    root: Element, taken: set[Element], references: Mapping[Element, NoteText]
) -> Iterator[tuple[Element, NoteText]]:
    """Yield notes that stand right behind their raised markers, each with its marker: a page shows them on a click."""
    for element in root.elements():
        if element.is_block or element.parent is None or not any(map(_INLINE_NOTE.search, element.words())):
            continue
        siblings = element.parent.children
        before = [one for one in siblings[: siblings.index(element)] if not isinstance(one, str) or one.strip()]
        marker = before[-1] if before else None
        if not isinstance(marker, Element) or not is_raised(marker) or marker in references or element in taken:
            continue
        number = marker_of(marker)
        if number and not marker_of(element) and _may_be_note([element], [marker], taken):
            yield marker, NoteText("", number, [element], inside=True)


def _references(anchors: Anchors) -> Iterator[_Found]:
    backwards: dict[Element, list[Element]] = defaultdict(list)
    for link, place in anchors.links:
        for element in (link, *islice(link.ancestors(), _NEAR_NOTE)):
            if element.tag not in _NEVER:
                backwards[element].append(place)
    for link, place in anchors.links:
        marker = marker_of(link)
        if not marker or leads_back(link) or place.order < link.order or any(one is link for one in place.ancestors()):
            continue
        backs = (*backwards.get(place, ()), *backwards.get(block_of(place), ()))
        called = is_called_reference(link) or (names_note(link) and (is_raised(link) or not is_letter(marker)))
        if called or (is_raised(link) and not is_letter(marker)) or any(beside(back, link) for back in backs):
            yield _Found(link, place, marker)


def _move_out(places: list[Element]) -> None:
    """Move an anchor that ends a paragraph behind it: its tag was never closed, and the note is what comes next."""
    for place in places:
        block = block_of(place)
        if place.parent is not block or block.parent is None or place.text() or not block.text() or block.tag != "p":
            continue
        after = block.children[block.children.index(place) + 1 :]
        if all(isinstance(one, str) and not one.strip() for one in after):
            block.children.remove(place)
            place.parent = block.parent
            block.parent.children.insert(block.parent.children.index(block) + 1, place)


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
    """Say whether a place begins a line of a block, with other lines before it."""
    top = _child_with(block, place)
    before = block.children[: block.children.index(top)]
    while before and isinstance(before[-1], str) and not before[-1].strip():
        before.pop()
    return bool(before) and isinstance(before[-1], Element) and before[-1].tag == "br"


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
    row = block.parent
    if block.tag == "td" and row is not None and row.tag == "tr" and not _has_blocks(block):
        block = row
    elif not place.is_block and _has_blocks(block):
        return _following(block, place, places)
    return [_climbed(block, places)]


def _climbed(block: Element, places: set[Element]) -> Element:
    """Return the widest element round a block that is this note and no other."""
    widest = block
    for element in block.ancestors():
        inside = (one for one in element.elements() if one in places)
        if element.tag in _NEVER or len(tuple(islice(inside, 2))) > 1:
            break
        if element.tag in _OWN_NOTE or any(_NOTE_BODY.search(element.get(name)) for name in ("style", "id")):
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
            label = not top.text() or marker_of(top)
            if label and not any(isinstance(node, str) and node.strip() for node in nodes):
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
                note.returns.add(_in_brackets(element))


def _in_brackets(link: Element) -> Element:
    """Return a link that leads back, or what stands round it with the brackets that enclose it."""
    parent = link.parent
    if parent is None or parent.is_block or parent.text().strip("[]() ") != link.text().strip():
        return link
    return parent


def _continue(notes: tuple[NoteText, ...], taken: set[Element], references: Mapping[Element, NoteText]) -> None:
    """Give the blocks between two notes of one division to the note before them.

    Where the marker of the second comes behind the first note, they are another text: its notes stand below each.
    """
    latest = {note: link.order for link, note in sorted(references.items(), key=lambda pair: pair[0].order)}
    for note, after in pairwise(notes):
        last, first = note.nodes[-1], after.nodes[0]
        if not isinstance(last, Element) or not isinstance(first, Element) or last.parent is not first.parent:
            continue
        if last.parent is None or latest[after] > last.order:
            continue
        siblings = last.parent.children
        between = siblings[siblings.index(last) + 1 : siblings.index(first)]
        blocks = [one for one in between if isinstance(one, Element)]
        if len(blocks) <= _FORWARD and all(
            one.tag in ("p", "blockquote", "div") and one not in taken for one in blocks
        ):
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
