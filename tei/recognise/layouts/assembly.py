"""From the documents found on a page to its regions: each gets its sources and notes, the page keeps the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.model import Footnote
from tei.recognise.credits import find_credits
from tei.recognise.layouts.announcing import diary_owner, is_heading, is_prose, numbered
from tei.recognise.layouts.documents import Document
from tei.recognise.layouts.endnotes import Notes, markers, without_marker
from tei.recognise.layouts.inset import telegram_in
from tei.recognise.layouts.page import Page, Region, Regions
from tei.recognise.layouts.rows import Head, Rows, named_in
from tei.recognise.layouts.seams import parted
from tei.recognise.layouts.sources import is_source
from tei.recognise.notes import find_markers
from tei.recognise.paragraphs import Paragraph

_DIGITS: Final = re.compile(r"\d{1,3}")
_PART: Final = re.compile(
    r"\b(?:extract|excerpt|passage|fragment|selection|only part|part of (?:the|this)|in part|not (?:\w+ )?the entir\w+|"
    r"not (?:\w+ )?(?:in full|whole)|after (?:\w+ ){1,3}paragraphs?|only the (?:beginning|end)|отрывок|выдержк\w+)\b",
    re.IGNORECASE,
)
MAX_BEFORE: Final = 2


@dataclass(frozen=True, slots=True)
class Material:
    """What regions are put together from: rows and documents, the notes of the page and where their markers stand."""

    page: Page
    rows: Rows
    documents: tuple[Document, ...]
    notes: Notes
    places: dict[str, int]


def assemble(layout: str, page: Page, rows: Rows, documents: Sequence[Document], notes: Notes) -> Regions:
    """Return the regions of a page: one for each document, one for each telegram inside a note, the rest context."""
    places = markers(page.capture.text, rows.rows, notes.notes) if notes.notes else {}
    made = Material(page, rows, tuple(documents), notes, places)
    regions = tuple(_region(made, document) for document in documents)
    used = {note.lead for region in regions for note in (*region.notes, *region.hung)}
    used |= {source.start for region in regions for source in region.sources}
    left = tuple(note for note in notes.notes if note.lead not in used and note.start not in used)
    quoted = tuple(region for note in left if (region := telegram_in(page, note)))
    telegrams = (*regions, *quoted)
    shared = tuple(row for row in _context(made) if _is_credit(row))
    telegrams = tuple(replace(region, shared=shared) for region in telegrams)
    context = tuple(row for row in _context(made) if row not in shared)
    headings = tuple(_headings(made, context))
    furniture = (*_furniture(page, notes), *((notes.heading,) if notes.heading else ()))
    return Regions(layout, telegrams, furniture, context, headings, left, shared)


def is_page_furniture(page: Page, index: int) -> bool:
    """Say whether a paragraph is furniture of the page; in the midst of it, only what cannot be a heading."""
    return page.roles[index] is not None


def _furniture(page: Page, notes: Notes) -> tuple[Paragraph, ...]:
    pairs = enumerate(page.paragraphs)
    return tuple(p for i, p in pairs if is_page_furniture(page, i) and not notes.within(i))


def _context(made: Material) -> tuple[Paragraph, ...]:
    """Return the rows that no document took, those of its own announcement included."""
    taken: set[int] = set()
    for document in made.documents:
        head = document.head
        taken.update(range(head.body, document.end))
        taken.update(i for i in (head.title, head.date, head.clock, *head.labels) if i is not None)
    headings = {document.head.heading for document in made.documents}
    rows = zip(made.rows.rows, made.rows.bare, strict=True)
    pairs = ((index, bare if index in headings else row) for index, (row, bare) in enumerate(rows))
    return tuple(row for index, row in pairs if index not in taken)


def _is_credit(row: Paragraph) -> bool:
    """Say whether a line names who worked on the whole page."""
    return len(row.text) <= 160 and bool(find_credits(row.text)) and not is_prose(row.text)


def _headings(made: Material, context: Sequence[Paragraph]) -> Iterator[Paragraph]:
    announced = {made.rows.rows[i] for d in made.documents for i in d.head.announced}
    for row in context:
        words = without_marker(made.page.capture.text, row, made.notes.notes).text
        if row not in announced and is_heading(words) and diary_owner(words) is None and len(words.split()) > 1:
            yield row


def _region(made: Material, document: Document) -> Region:
    """Make the region of a document; a note of its heading, or at its end, that gives its source is its source."""
    rows, head = made.rows.rows, document.head
    title = rows[head.title] if head.title is not None else None
    heading = rows[head.heading] if head.heading is not None else None
    announced = tuple(rows[i] for i in head.announced)
    bare = made.rows.bare[head.title] if head.title is not None else None
    sources = [rows[i] for i in document.sources]
    cited: list[Paragraph] = []
    notes: list[Footnote] = []
    hung: list[Footnote] = []
    silent = [rows[i] for i in head.labels]
    silent += [tail for i in (head.title, head.heading) if i is not None and (tail := _tail(made, i))]
    for note, place in _notes_of(made, document):
        whole = _text_of(made, note)
        if _gives_source(made, document, note, place):
            sources.append(whole)
            silent += _around(made, document, note, place)
        elif any(row.start <= place < row.end for row in announced):
            cited.append(whole)
        elif _is_shown(made, document, place):
            notes.append(note)
        elif _hangs_on(made, document, place):
            hung.append(note)
            silent += _around(made, document, note, place)
    aside = document.quote.aside if document.quote else None
    if aside is not None and _is_reference(made, aside):
        cited.append(aside)
    if title is not None and bare is not None:
        bare, lead = _without_number(bare, rows, head.labels)
        silent += lead
    ordinal = _ordinal(made, document)
    frame = (rows[document.quote.first].start, rows[document.quote.last].end) if document.quote else None
    told = " ".join(paragraph.text for paragraph in (*announced, *cited, *sources, *((title,) if title else ())))
    named = named_in(made.rows, head)
    return Region(
        body=parted(document.body, named, quoted=document.quote is not None),
        title=bare,
        site_date=_date_of(made, head),
        sources=tuple(sources),
        heading=heading and without_marker(made.page.capture.text, heading, made.notes.notes),
        announced=announced,
        diary=_diary(made, head.first),
        cited=tuple(cited),
        notes=tuple(notes),
        hung=tuple(hung),
        remarks=tuple(rows[i] for i in document.remarks),
        silent=tuple(silent),
        frame=frame,
        ordinal=ordinal,
        extract=_PART.search(told) is not None,
        before=_before(made, document),
    )


def _tail(made: Material, index: int) -> Paragraph | None:
    """Return what stands behind the words of a heading: its note marker and a stop after it."""
    row, bare = made.rows.rows[index], made.rows.bare[index]
    rest = row.at(bare.end - row.start, len(row.text))
    return rest if rest.text else None


def _is_shown(made: Material, document: Document, place: int) -> bool:
    """Say whether a marker stands in what the telegram's document shows: its text, or a remark after it."""
    rows = (*document.body, *(made.rows.rows[i] for i in document.remarks))
    return any(row.start <= place < row.end for row in rows)


def _hangs_on(made: Material, document: Document, place: int) -> bool:
    """Say whether a marker stands in a line that says something of the telegram: its title, its date, its source."""
    head = document.head
    indexes = (head.title, head.date, head.clock, *document.sources)
    return any(made.rows.rows[i].start <= place < made.rows.rows[i].end for i in indexes if i is not None)


def _date_of(made: Material, head: Head) -> Paragraph | None:
    """Return the date line over a document, the time under it included."""
    if head.date is None:
        return None
    first = made.rows.rows[head.date]
    if head.clock is None:
        return first
    end = made.rows.rows[head.clock].end
    return Paragraph(first.start, end, made.page.capture.text[first.start : end], first.blank_before)


def _without_number(
    title: Paragraph, rows: Sequence[Paragraph], labels: Sequence[int]
) -> tuple[Paragraph, list[Paragraph]]:
    """Part "3. Telegram, …" into number and title."""
    at = numbered(title.text)
    if not at or (labels and title in rows):
        return title, []
    return title.at(at, len(title.text)), [title.at(0, at)]


def _before(made: Material, document: Document) -> tuple[Paragraph, ...]:
    """Return the page's own words before an announcement, the nearest first: they may tell the day of the telegram."""
    if not document.head.announced:
        return ()
    floor = max((d.end for d in made.documents if d.end <= document.head.first), default=0)
    return tuple(reversed(made.rows.rows[max(floor, document.head.first - MAX_BEFORE) : document.head.first]))


def _ordinal(made: Material, document: Document) -> str:
    """Return the number that the page gives a document among its own."""
    head = document.head
    label = made.rows.words(head.labels[0]) if head.labels else ""
    if not label and head.title is not None:
        words = made.rows.words(head.title)
        label = words[: numbered(words)]
    match = _DIGITS.search(label)
    return match.group() if match else ""


def _diary(made: Material, first: int) -> Paragraph | None:
    """Return the label of the diary that a document stands in, the nearest one at or before its beginning."""
    reach = made.rows.rows[: first + 1]
    return next((row for row in reversed(reach) if len(row.text) <= 90 and diary_owner(row.text) is not None), None)


def _notes_of(made: Material, document: Document) -> Iterator[tuple[Footnote, int]]:
    """Yield the notes whose first marker stands in a document, its title, heading, announcement or remarks."""
    rows, head = made.rows.rows, document.head
    spans = [(p.start, p.end) for p in document.body]
    if document.quote:
        spans.append((rows[document.quote.first].start, rows[document.quote.last].end))
    indexes = (head.title, head.heading, head.date, head.clock, *head.announced, *document.remarks, *document.sources)
    spans += [(rows[i].start, rows[i].end) for i in indexes if i is not None]
    for note in made.notes.notes:
        place = made.places.get(note.n, -1)
        if any(start <= place < end for start, end in spans):
            yield note, place


def _text_of(made: Material, note: Footnote) -> Paragraph:
    return Paragraph(note.start, note.end, made.page.capture.text[note.start : note.end])


def _is_reference(made: Material, paragraph: Paragraph) -> bool:
    return is_source(paragraph.text, made.page.repositories) or bool(_leading_reference(made, paragraph.text))


def _leading_reference(made: Material, text: str) -> bool:
    """Say whether a note begins with its reference and then says more of the same telegram."""
    stop = re.search(r"\d\.\s+[(A-ZА-ЯЁ]", text)
    return stop is not None and is_source(text[: stop.start() + 1], made.page.repositories)


def _gives_source(made: Material, document: Document, note: Footnote, place: int) -> bool:
    """Say whether a note gives the source of a telegram: it hangs on its heading or on its last words."""
    if not _is_reference(made, _text_of(made, note)):
        return False
    rows, head = made.rows.rows, document.head
    tops = [i for i in (head.title, head.heading, head.date) if i is not None]
    if any(rows[i].start <= place < rows[i].end for i in tops):
        return True
    if document.quote:
        return document.body[-1].end <= place < rows[document.quote.last].end
    last = document.body[-1]
    return last.start <= place < last.end and last.end - place <= len(note.n) + 4


def _around(made: Material, document: Document, note: Footnote, place: int) -> list[Paragraph]:
    """Return what is left of a note that went to the header: the number before it, and its marker.

    The marker of a heading is part of what stands behind the heading's words.
    """
    text = made.page.capture.text
    lead = Paragraph(note.lead, note.start, text[note.lead : note.start]).at(0, note.start - note.lead)
    tails = (_tail(made, i) for i in (document.head.title, document.head.heading) if i is not None)
    if any(tail and tail.start <= place < tail.end for tail in tails) or _hangs_on(made, document, place):
        return [lead]
    marker = next((m for m in find_markers(text, place, place + 8, made.notes.notes) if m.start == place), None)
    end = marker.end if marker else place + len(note.n)
    return [Paragraph(place, end, text[place:end]), lead]
