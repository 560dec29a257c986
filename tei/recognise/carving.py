"""The regions of a page as the editor parts it: telegrams where they were decided, the rest where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tei.model import Footnote
from tei.recognise.layouts import Page, Region, Regions
from tei.recognise.layouts.plain import read_plain
from tei.recognise.notes import find_markers, note_of
from tei.recognise.paragraphs import Paragraph

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """A telegram as it was decided: its stretch of the page, and the region that was recognised there, if any."""

    start: int
    end: int
    region: Region | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the telegram begins or ends elsewhere than it was recognised to."""
        return self.region is None or extent_of(self.region) != (self.start, self.end)

    def within(self) -> list[Extent]:
        """Return the part of the stretch that lay in the recognised telegram."""
        first, last = extent_of(self.region) if self.region else (0, 0)
        span = max(first, self.start), min(last, self.end)
        return [span] if span[0] < span[1] else []

    def beyond(self) -> list[Extent]:
        """Return the parts of the stretch that lay before and behind the recognised telegram."""
        return list(_gaps((self.start, self.end), self.within()))


def extent_of(region: Region) -> Extent:
    """Return the stretch of a region's text."""
    return region.body[0].start, region.body[-1].end


def rows_of(page: Page) -> tuple[Paragraph, ...]:
    """Return all the lines of a page, those of notes included that the file itself keeps apart."""
    text = page.capture.text
    spans = ((note.lead, note.end) for note in page.notes)
    notes = (Paragraph(start, end, text[start:end]).at(0, end - start) for start, end in spans)
    apart = (row for row in notes if row.text and not _meets((row.start, row.end), _spans(page.paragraphs)))
    return tuple(sorted((*page.paragraphs, *apart), key=lambda row: row.start))


def _spans(rows: Iterable[Paragraph]) -> list[Extent]:
    return [(row.start, row.end) for row in rows]


def carve(page: Page, regions: Regions, cuts: Sequence[Cut], furniture: Sequence[Extent] = ()) -> Regions:
    """Return the regions with the telegrams that `cuts` say, in order, and no others; `furniture` is left out.

    Words that no telegram takes stay what they were, or become context: nothing is lost.
    """
    changed = [cut for cut in cuts if cut.is_changed]
    closed = sorted([*((cut.start, cut.end) for cut in changed), *furniture])
    notes = [note for note in regions.notes if _keeps(note, closed)]
    gone = [region for region in regions.telegrams if not any(cut.region is region for cut in cuts)]
    notes += [note for region in gone for note in region.notes if _keeps(note, closed)]
    within = [span for cut in changed for span in cut.within()]
    telegrams: list[Region] = []
    for index, cut in enumerate(cuts):
        again = cut.region is not None and any(cut.region is before.region for before in cuts[:index])
        own = Cut(cut.start, cut.end, _continued(cut.region)) if again and cut.region else cut
        made, notes = _region(page, regions, own, closed, notes)
        telegrams.append(made)
    left_out = [Paragraph(*span, page.capture.text[slice(*span)]) for span in furniture if span[0] < span[1]]
    about = [row for row in regions.furniture if row not in page.leaves]  # what parts the leaves is never text
    kept = replace(
        regions,
        telegrams=tuple(telegrams),
        furniture=(*_left(about, closed, within), *_outside(page.leaves, furniture), *left_out),
        context=tuple(_outside(regions.context, closed)),
        headings=tuple(row for row in regions.headings if _untouched(row, closed)),
        credits=tuple(_left(regions.credits, closed, within)),
        notes=tuple(sorted(notes, key=lambda note: note.lead)),
    )
    return replace(kept, context=tuple(sorted((*kept.context, *_rest(page, kept)), key=lambda row: row.start)))


def _left(rows: Iterable[Paragraph], closed: Sequence[Extent], within: Sequence[Extent]) -> Iterator[Paragraph]:
    """Yield what is left of rows that are no text; those in the midst of a telegram stay what they were."""
    for row in rows:
        inside = any(start <= row.start and row.end <= end for start, end in within)
        yield from (row,) if inside else _outside((row,), closed)


def _region(
    page: Page, regions: Regions, cut: Cut, closed: Sequence[Extent], notes: list[Footnote]
) -> tuple[Region, list[Footnote]]:
    """Return the region of a telegram, and the notes of the page that are not its own."""
    region, others = cut.region, [span for span in closed if span != (cut.start, cut.end)]
    if region is not None and not cut.is_changed:
        return _without(region, others), notes
    body = tuple(_body(page, regions, cut, region)) if region is not None else ()
    if region is None or not body:
        made = _new(page, cut)
    else:
        made = _without(_shortened(region, cut), [*others, *cut.beyond()])
        made = replace(made, body=body, notes=tuple(note for note in region.notes if _keeps(note, others)))
    pool = sorted({*notes, *made.notes}, key=lambda note: note.lead)
    marks = find_markers(page.capture.text, *extent_of(made), pool) if pool else ()
    marked = {note_of(mark) for mark in marks}
    own: dict[str, Footnote] = {}
    for note in pool:
        if note.key in marked or cut.start <= note.lead < cut.end:
            own.setdefault(note.key, note)
    kept = tuple(own.values())
    return replace(made, notes=kept), [note for note in pool if note not in kept]


def _continued(region: Region) -> Region:
    """Return a region for the second telegram that was found in it: what stands above the first is not said of it."""
    nothing: tuple[Paragraph, ...] = ()
    return replace(
        region,
        title=None,
        title_text=None,
        site_date=None,
        abstract=nothing,
        heading=None,
        announced=nothing,
        remarks=nothing,
        silent=nothing,
        notes=(),
        hung=(),
        frame=None,
        number_at=None,
        formal=False,
    )


def _new(page: Page, cut: Cut) -> Region:
    """Read a stretch of the page as if it stood by itself: a title above, a source below, stamps in its midst."""
    rows = tuple(_pieces(rows_of(page), [(cut.start, cut.end)]))
    read = read_plain(Page(page.capture, rows, (None,) * len(rows), page.repositories))
    if len(read.telegrams) != 1:
        return Region(rows)
    made = read.telegrams[0]
    first, last = extent_of(made)
    return replace(made, silent=(*made.silent, *(row for row in read.furniture if first <= row.start < last)))


def _body(page: Page, regions: Regions, cut: Cut, region: Region) -> Iterator[Paragraph]:
    """Yield the paragraphs of a stretch: those of the region as it read them, and what the editor adds.

    What stood in the midst of the telegram without being its text, such as a title under its number, stays that.
    """
    span = (cut.start, cut.end)
    own = list(_pieces(region.body, [span]))
    about = [one for one in held_by(region) if one not in (extent_of(region), region.frame)]
    about += _spans((*regions.furniture, *regions.credits))
    inside = [one for one in about if any(start <= one[0] and one[1] <= end for start, end in cut.within())]
    held = [*_spans(region.body), *((note.lead, note.end) for note in region.notes), *inside]
    yield from sorted((*own, *_pieces(_outside(rows_of(page), held), [span])), key=lambda row: row.start)


def _shortened(region: Region, cut: Cut) -> Region:
    """Return a region without what depends on where its text begins and ends."""
    at = region.number_at if region.number_at and cut.start <= region.number_at[0] < cut.end else None
    remarks = region.remarks if cut.end == extent_of(region)[1] else ()
    return replace(region, frame=None, number_at=at, remarks=remarks)


def _without(region: Region, taken: Sequence[Extent]) -> Region:
    """Return a region without the lines about it that others took."""

    def free(rows: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(row for row in rows if _untouched(row, taken))

    def one(row: Paragraph | None) -> Paragraph | None:
        return row if row and _untouched(row, taken) else None

    titled = region.title_text is None or not _meets(region.title_text, taken)
    return replace(
        region,
        title=one(region.title),
        title_text=region.title_text if titled else None,
        site_date=one(region.site_date),
        abstract=free(region.abstract),
        sources=free(region.sources),
        remarks=free(region.remarks),
        silent=free(region.silent),
        notes=tuple(note for note in region.notes if _keeps(note, taken)),
        hung=tuple(note for note in region.hung if _keeps(note, taken)),
    )


def _rest(page: Page, regions: Regions) -> Iterator[Paragraph]:
    """Yield the words of the page that nothing holds any more."""
    held = [span for region in regions.telegrams for span in held_by(region)]
    rows = (*regions.furniture, *regions.context, *regions.credits)
    held += [(row.start, row.end) for row in rows]
    held += [(note.lead, note.end) for note in regions.notes]
    yield from _outside(rows_of(page), sorted(held))


def held_by(region: Region) -> Iterator[Extent]:
    """Yield the stretches that a region holds: its text, what is said of it, its notes."""
    yield extent_of(region)
    if region.frame:
        yield region.frame
    rows = (region.title, region.site_date, *region.abstract, *region.sources, *region.remarks, *region.silent)
    yield from ((row.start, row.end) for row in rows if row)
    yield from ((note.lead, note.end) for note in (*region.notes, *region.hung))


def _meets(span: Extent, others: Iterable[Extent]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _untouched(row: Paragraph, taken: Sequence[Extent]) -> bool:
    return not _meets((row.start, row.end), taken)


def _keeps(note: Footnote, taken: Sequence[Extent]) -> bool:
    """Say whether a note stays one: nothing was taken from it but a telegram that it quotes."""
    meeting = [span for span in taken if _meets((note.lead, note.end), [span])]
    return all(note.start < start and end <= note.end for start, end in meeting)


def _outside(rows: Iterable[Paragraph], taken: Sequence[Extent]) -> Iterator[Paragraph]:
    """Yield what is left of rows outside some stretches."""
    ordered = sorted(taken)
    for row in rows:
        yield from _pieces((row,), _gaps((row.start, row.end), ordered))


def _gaps(span: Extent, taken: Sequence[Extent]) -> Iterator[Extent]:
    position = span[0]
    for start, end in taken:
        if start < span[1] and position < end:
            if position < start:
                yield position, start
            position = max(position, end)
    if position < span[1]:
        yield position, span[1]


def _pieces(rows: Iterable[Paragraph], spans: Iterable[Extent]) -> Iterator[Paragraph]:
    """Yield the parts of rows that lie in some stretches, without those that hold no word."""
    wanted = list(spans)
    for row in rows:
        for start, end in wanted:
            first, last = max(row.start, start), min(row.end, end)
            whole = (first, last) == (row.start, row.end)  # its last sign may be a marker, which is blank in its words
            piece = row if whole else row.at(first - row.start, last - row.start) if first < last else None
            if piece and piece.text:
                yield piece


def pieces_outside(span: Extent, taken: Sequence[Extent], text: str) -> list[Extent]:
    """Return what is left of a stretch outside others, white space at its ends and pieces without a word left out."""
    found = []
    for start, end in _gaps(span, sorted(taken)):
        words = text[start:end]
        if words.strip():
            found.append((start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return found
