"""What stands round the telegrams of a page, as a text of its own: headings, paragraphs, notes, references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.authority import Authority
from tei.model import Block, Body, Capture, Footnote, Mark, OwnedSpan, Owner, Telegram
from tei.recognise.features import with_looks
from tei.recognise.layouts.page import Region, Regions
from tei.recognise.marks import Reading, find_marks, with_notes
from tei.recognise.meanings import Marked
from tei.recognise.notes import find_markers, note_of
from tei.recognise.paragraphs import Paragraph
from tei.recognise.points import message_blocks
from tei.text import nest

Extent = tuple[int, int]
_SECTION: Final = (("type", "section"),)
_NOTES: Final = (("type", "notes"),)


def surroundings(
    capture: Capture,
    rows: Sequence[Paragraph],
    regions: Regions,
    told: tuple[Sequence[Extent], frozenset[int]],
    authority: Authority,
    marked: Marked | None = None,
) -> Body:
    """Return the text round the telegrams. `rows` are its paragraphs.

    `told` are the stretches that went into telegrams, and where telegrams begin. Each telegram leaves a reference
    behind, whose @n is where it began; the encoder puts its document's id there.
    """
    text = capture.text
    taken, _ = told
    if not rows and not regions.notes:
        return Body()
    frames = list(_frames(regions, taken, rows))
    paragraphs = _with_frames(text, rows, frames)
    loose = _without_marker(text, paragraphs, regions.notes)
    blocks = _sections(paragraphs, set(regions.headings), frames)
    if loose:
        notes = tuple(Block("p", note.lead, note.end) for note in loose)
        blocks = (*blocks, Block("div", notes[0].start, notes[-1].end, _NOTES, notes))
    kept = tuple(note for note in regions.notes if note not in loose)
    return Body(
        message=blocks, marks=_marks(capture, blocks, kept, told, authority, marked or Marked()), footnotes=kept
    )


def with_leftovers(body: Body, left: Sequence[OwnedSpan]) -> Body:
    """Return the context with a last section that keeps what no step took."""
    if not left:
        return body
    kept = tuple(Block("p", span.start, span.end) for span in left)
    section = Block("div", kept[0].start, kept[-1].end, _SECTION, kept)
    return replace(body, message=(*body.message, section))


def _frames(regions: Regions, taken: Sequence[Extent], rows: Sequence[Paragraph]) -> Iterator[Extent]:
    """Yield the stretch of the page that stands for each telegram: with its quotation marks where it has some.

    One that is quoted within a note or a paragraph leaves its reference there.
    """
    around = {region.body[0].start: region.frame for region in regions.telegrams if region.body and region.frame}
    holders = [(note.lead, note.end) for note in regions.notes]
    holders += [
        (row.start, row.end) for row in rows if any(row.start < start and end < row.end for start, end in taken)
    ]
    for start, end in taken:
        if not any(first <= start < last for first, last in holders):
            frame = around.get(start)
            yield (frame[0], max(frame[1], end)) if frame else (start, end)


def _with_frames(text: str, rows: Sequence[Paragraph], frames: Sequence[Extent]) -> list[Paragraph]:
    inside = [row for row in rows if not any(start <= row.start < end for start, end in frames)]
    framed = [Paragraph(start, end, text[start:end]) for start, end in frames]
    return sorted((*inside, *framed), key=lambda row: row.start)


def _without_marker(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
    """Return the notes that nothing in the text points to: they stand at its end."""
    if not notes:
        return ()
    found = {note_of(mark) for row in paragraphs for mark in find_markers(text, row.start, row.end, notes)}
    return tuple(note for note in notes if note.key not in found)


def _sections(paragraphs: Sequence[Paragraph], headings: set[Paragraph], frames: Sequence[Extent]) -> tuple[Block, ...]:
    """Gather the paragraphs under their headings; the first heading is that of the whole."""
    runs: list[tuple[Paragraph | None, list[Paragraph]]] = [(None, [])]
    for row in paragraphs:
        if row in headings:
            runs.append((row, []))
        else:
            runs[-1][1].append(row)
    blocks: list[Block] = list(_paragraphs(runs[0][1], frames))
    heads: list[Block] = []
    for at, (heading, rows) in enumerate(runs[1:]):
        assert heading is not None
        heads.append(Block("head", heading.start, heading.end))
        if not rows and at + 2 < len(runs) and not (at == 0 and not blocks):
            continue  # one heading over another: both stand over the same text
        children = (*heads, *_paragraphs(rows, frames))
        blocks.append(Block("div", children[0].start, children[-1].end, _SECTION, children))
        heads = []
    return tuple(blocks)


def _paragraphs(rows: Sequence[Paragraph], frames: Sequence[Extent]) -> tuple[Block, ...]:
    """Return paragraphs and lists; numbered points stay paragraphs, since a reference may follow them."""
    plain = tuple(Block("p", row.start, row.end) for row in rows)
    if any(row.start == start for row in rows for start, _ in frames):
        return plain
    blocks = message_blocks(rows)
    return plain if any(block.element == "div" for block in blocks) else blocks


def _marks(
    capture: Capture,
    blocks: Sequence[Block],
    notes: tuple[Footnote, ...],
    told: tuple[Sequence[Extent], frozenset[int]],
    authority: Authority,
    marked: Marked,
) -> tuple[Mark, ...]:
    taken, begun = told
    references = tuple(
        Mark(start, end, "ref", (("type", "telegram"), ("n", str(first))), end, end, Owner.CONTEXT)
        for start, end in taken
        if (first := max((one for one in begun if one <= start), default=None)) is not None
    )
    spans = [*_leaves(blocks), *((note.start, note.end) for note in notes)]
    leaves = tuple(piece for span in sorted(spans) for piece in without(span, taken))
    if not leaves:
        return references
    reading = Reading(capture.text, leaves, authority, None, "", "", capture.path, notes, marked.brackets)
    return with_looks(capture, with_notes(nest((*references, *find_marks(reading, marked.inside(leaves))))), leaves)


def stretches(text: str, region: Region, telegram: Telegram) -> Iterator[Extent]:
    """Yield the stretches of a page that went into a telegram: one, or its parts with the author's words between."""
    if not region.apart:
        yield telegram.start, telegram.end
        return
    start = end = region.body[0].start
    for part in region.body:
        if text[end : part.start].strip():
            yield start, end
            start = part.start
        end = part.end
    yield start, end


def _leaves(blocks: Sequence[Block]) -> Iterator[Extent]:
    for block in blocks:
        if block.children:
            yield from _leaves(block.children)
        else:
            yield block.start, block.end


def without(span: Extent, taken: Sequence[Extent]) -> Iterator[Extent]:
    """Yield what is left of a stretch when the telegrams are taken out of it."""
    position, last = span
    for start, end in sorted((start, end) for start, end in taken if start < last and position < end):
        if position < end:
            if position < start:
                yield position, start
            position = max(position, end)
    if position < last:
        yield position, last


def owned_context(
    rows: Sequence[Paragraph], regions: Regions, taken: Sequence[Extent], step: str
) -> Iterator[OwnedSpan]:
    """Yield what the page's own words and notes own: all of them but the telegrams in their midst."""
    stretches = [(row.start, row.end) for row in rows] + list(_frames(regions, taken, rows))
    for span in stretches:
        yield from (OwnedSpan(*piece, Owner.CONTEXT, step) for piece in without(span, taken))
    for note in regions.notes:
        inside = [extent for extent in taken if note.lead <= extent[0]]
        yield from (OwnedSpan(*piece, Owner.NOTE, step) for piece in without((note.lead, note.end), inside))
