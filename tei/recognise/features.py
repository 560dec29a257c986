"""What the structure of a saved page or Word file knows: its notes and comments, looks, changes, page breaks.

Plain text has none of this, so every step here costs nothing where a capture has no features.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from tei.model import Attributes, Block, Capture, Feature, FeatureKind, Footnote, Mark
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.text import nest

Extent = tuple[int, int]

_RENDS: Final = {"strike": "strikethrough"}
"""How a look is called in @rend where the feature has another word for it; the rest are called alike."""
_CHANGES: Final = {FeatureKind.INSERTION: "add", FeatureKind.DELETION: "del"}
_PAIRS: Final = {"[": "]", "(": ")", "/": "/"}
_STOPS: Final = ".:)]/"
_ATOMS: Final = frozenset(("gap", "expan", "note"))
"""Elements whose brackets stand for something of their own: no look begins or ends inside one."""
_SHARE: Final = 0.9
"""A look that so much of a text has is the page's habit of printing telegrams, not the telegram's own."""
MAX_MARKER: Final = 4


def known_notes(capture: Capture) -> tuple[Footnote, ...]:
    """Return the footnotes, endnotes and comments that the file itself ties to their markers.

    A note has in `marks` the spans of its markers, brackets round them included; a comment has the place behind the
    words that it is about.
    """
    if not capture.features:
        return ()
    places: dict[str, list[Extent]] = defaultdict(list)
    for feature in capture.features:
        if feature.kind is FeatureKind.REFERENCE:
            places[feature.value].append(_with_brackets(capture.text, feature))
        elif feature.kind is FeatureKind.COMMENT:
            places[feature.value].append((feature.end, feature.end))
    notes = (_note(capture.text, one, tuple(places[one.value])) for one in capture.featured(FeatureKind.NOTE))
    return told_apart(note for note in notes if note.start < note.end)


def _with_brackets(text: str, feature: Feature) -> Extent:
    start, end = feature.start, feature.end
    if start and text[end : end + 1] and _PAIRS.get(text[start - 1]) == text[end]:
        return start - 1, end + 1
    return start, end


def _note(text: str, feature: Feature, marks: tuple[Extent, ...]) -> Footnote:
    said = dict(feature.attributes)
    if said.get("type") == "comment":
        return Footnote("", feature.start, feature.start, feature.end, feature.value, marks, said.get("author", ""))
    n = said.get("n", "").strip("[]()/ .:")
    return Footnote(n, feature.start, _after_label(text, feature, n), feature.end, "", marks)


def _after_label(text: str, feature: Feature, n: str) -> int:
    """Return where the words of a note begin, behind the number that it opens with."""
    start = feature.start
    bracket = text[start : start + 1] in _PAIRS
    at = start + bracket
    if not n or not text.startswith(n, at):
        return start
    at += len(n)
    while at < feature.end and text[at] in _STOPS:
        at += 1
    if at < feature.end and not bracket and text[at].isalnum() and text[at - 1].isalnum():
        return start
    while at < feature.end and text[at].isspace():
        at += 1
    return at


def told_apart(notes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    """Give each note whose number comes again an id of its own: notes may be counted anew in each chapter."""
    counts: Counter[str] = Counter()
    made: list[Footnote] = []
    for note in notes:
        counts[note.n] += bool(note.n)
        again = counts[note.n] if not note.id else 1
        id_ = f"{note.key}.{again}" if again > 1 else note.id
        made.append(Footnote(note.n, note.lead, note.start, note.end, id_, note.marks, note.author))
    return tuple(made)


def without_notes(paragraphs: tuple[Paragraph, ...], notes: Sequence[Footnote]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that are no part of a note which the file knows."""
    if not notes:
        return paragraphs
    return tuple(p for p in paragraphs if not any(note.lead <= p.start < note.end for note in notes))


def over_notes(paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> list[Extent]:
    """Return the headings that stand right over the notes of a page: "Notes" is no part of its text."""
    leads = sorted(note.lead for note in notes)
    before = (max((p for p in paragraphs if p.end <= lead), key=lambda p: p.end, default=None) for lead in leads[:1])
    return [(p.start, p.end) for p in before if p and (is_notes_heading(p.text) or set(p.text) <= _RULE)]


_RULE: Final = frozenset("_—–-")


def raised(capture: Capture) -> Mapping[str, tuple[Extent, ...]]:
    """Return the short superscripts that can be markers of notes, by what they say: where each stands."""
    found: dict[str, list[Extent]] = defaultdict(list)
    for feature in capture.features:
        if feature.kind is FeatureKind.EMPHASIS and feature.value == "superscript":
            words = capture.text[feature.start : feature.end].strip("[]() ")
            if 0 < len(words) <= MAX_MARKER and not (words.isalpha() and len(words) > 1) and feature.start:
                found[words].append((feature.start, feature.end))
    return {words: tuple(spans) for words, spans in found.items()}


def page_breaks(capture: Capture, start: int, end: int) -> tuple[Block, ...]:
    """Return the page breaks that fall into a telegram; one before its first word belongs to the page round it."""
    if not capture.features:
        return ()
    breaks = (one for one in capture.features if one.kind is FeatureKind.PAGE_BREAK and start < one.start <= end)
    return tuple(Block("pb", one.start, one.start, _page(one), lead=one.start) for one in breaks)


def _page(feature: Feature) -> Attributes:
    n = dict(feature.attributes).get("n", "").strip()
    return (("n", n),) if n else ()


def with_looks(capture: Capture, marks: Sequence[Mark], leaves: Sequence[Extent]) -> tuple[Mark, ...]:
    """Add to the marks of a text what its file knows of the looks and changes of its words.

    `leaves` are the spans of the blocks. Looks never break a name or a bracket: they are parted where these begin and
    end, and a look that nearly all of the text has is left out.
    """
    if not capture.features or not leaves:
        return tuple(marks)
    spans = sorted(leaves)
    changes = list(_changes(capture, spans))
    looks = list(_looks(capture, spans))
    if not changes and not looks:
        return tuple(marks)
    parted = [piece for mark in (*changes, *looks) for piece in _parted(capture.text, mark, marks)]
    return nest((*marks, *parted))


def _changes(capture: Capture, leaves: Sequence[Extent]) -> Iterator[Mark]:
    for feature in capture.features:
        element = _CHANGES.get(feature.kind)
        if element and "unit" not in dict(feature.attributes):
            yield from (Mark(*piece, element) for piece in _within(capture.text, feature, leaves))


def _looks(capture: Capture, leaves: Sequence[Extent]) -> Iterator[Mark]:
    """Yield hi for each stretch, all its looks in one @rend; runs that white space alone parts are one."""
    stretches: dict[str, list[Extent]] = defaultdict(list)
    for feature in capture.features:
        if feature.kind is FeatureKind.EMPHASIS:
            for piece in _within(capture.text, feature, leaves):
                _add(capture.text, stretches[_RENDS.get(feature.value, feature.value)], piece)
    whole = sum(end - start for start, end in leaves)
    rends: dict[Extent, list[str]] = defaultdict(list)
    for rend, pieces in stretches.items():
        if sum(end - start for start, end in pieces) < _SHARE * whole:
            for piece in pieces:
                rends[piece].append(rend)
    yield from (Mark(*piece, "hi", (("rend", " ".join(words)),)) for piece, words in rends.items())


def _add(text: str, pieces: list[Extent], piece: Extent) -> None:
    if pieces and piece[0] >= pieces[-1][0]:
        between = text[pieces[-1][1] : piece[0]]
        if piece[0] <= pieces[-1][1] or (between.isspace() and "\n" not in between):
            pieces[-1] = (pieces[-1][0], max(piece[1], pieces[-1][1]))
            return
    pieces.append(piece)


def _within(text: str, feature: Feature, leaves: Sequence[Extent]) -> Iterator[Extent]:
    """Yield the stretches of a feature inside the blocks, without white space at their ends."""
    index = max(0, bisect_right(leaves, (feature.start, len(text))) - 1)
    while index < len(leaves) and leaves[index][0] < feature.end:
        yield from _trimmed(text, max(leaves[index][0], feature.start), min(leaves[index][1], feature.end))
        index += 1


def _trimmed(text: str, start: int, end: int) -> Iterator[Extent]:
    """Yield a stretch without white space at its ends, nothing where it has no words."""
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _parted(text: str, mark: Mark, others: Sequence[Mark]) -> Iterator[Mark]:
    """Yield a mark in pieces that cross none of the others; a piece inside what must stay whole is left out."""
    cuts = {mark.start, mark.end}
    silent: list[Extent] = []
    for other in others:
        if other.start >= mark.end:
            break
        if other.end <= mark.start or other.start == other.end:
            continue
        if (other.start, other.end) == (mark.start, mark.end) and _is_marker(other):
            return
        if other.element in _ATOMS and not (mark.start <= other.start and other.end <= mark.end):
            silent.append((other.start, other.end))
            cuts.update(_inside(mark, other.start, other.end))
        elif other.start < mark.start or mark.end < other.end:
            cuts.update(_inside(mark, other.start, other.end, *other.inner))
            silent += [(other.start, other.inner[0]), (other.inner[1], other.end)]
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        if not any(first <= start and end <= last for first, last in silent):
            yield from (Mark(*piece, mark.element, mark.attributes) for piece in _trimmed(text, start, end))


def _is_marker(mark: Mark) -> bool:
    return mark.element == "ref" and ("type", "note") in mark.attributes


def _inside(mark: Mark, *offsets: int) -> Iterator[int]:
    return (offset for offset in offsets if mark.start < offset < mark.end)
