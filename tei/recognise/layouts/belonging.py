"""What of a page belongs to one of its documents: notes in its text, those that give its source, those of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.archives import find
from tei.model import Footnote
from tei.recognise.enveloped import is_enveloped, repeated
from tei.recognise.layouts.announcing import tells
from tei.recognise.layouts.documents import Document
from tei.recognise.layouts.endnotes import Notes
from tei.recognise.layouts.other_matter import is_ibid
from tei.recognise.layouts.page import Page
from tei.recognise.layouts.rows import Rows
from tei.recognise.layouts.sources import is_source
from tei.recognise.notes import find_markers
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import last_sentence

MIN_REFERENCE: Final = 20
MAX_REFERENCE: Final = 160
MAX_IBID: Final = 6
"""So many notes may lie between "ibid." and the reference that it means."""
MAX_LEAD: Final = 3
"""A quotation mark or bracket may stand before a reference that begins a note."""


@dataclass(frozen=True, slots=True)
class Material:
    """What regions are put together from: rows and documents, the notes of the page and where their markers stand.

    `diaries` are the rows that label a diary, or the entries of one man's.
    """

    page: Page
    rows: Rows
    documents: tuple[Document, ...]
    notes: Notes
    places: dict[str, int]
    diaries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Belongings:
    """What a document has of the page besides its rows; the fields are those of `Region`."""

    body: tuple[Paragraph, ...]
    sources: tuple[Paragraph, ...]
    cited: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...]
    hung: tuple[Footnote, ...]
    silent: tuple[Paragraph, ...]
    antecedent: Paragraph | None = None


def belongings(made: Material, document: Document) -> Belongings:
    """Hand the notes of a page to a document: one of its heading, or at its end, may give its source."""
    rows, head = made.rows.rows, document.head
    sources = [made.rows.bare[i] for i in document.sources]
    cited: list[Paragraph] = []
    told: list[Paragraph] = []
    notes: list[Footnote] = []
    hung: list[Footnote] = []
    tails = (_tail(made, i) for i in (head.title, head.heading, *document.sources) if i is not None)
    silent = [tail for tail in tails if tail]
    body = document.body
    for note, place in _notes_of(made, document):
        whole = text_of(made, note)
        if _gives_source(made, document, note, place):
            sources.append(whole)
            silent += [*_around(made, document, note, place), *_stop_behind(body, place, len(note.n))]
            body = _without_end(body, place)
        elif any(rows[i].start <= place < rows[i].end for i in head.announced):
            cited += [whole] if any(_in_last_sentence(rows[i], place) for i in head.announced) else []
        elif place >= 0 and _is_shown(made, document, place):
            notes.append(note)
            told += [whole] if begins_with_reference(made, note, whole.text) else []
        else:
            hung.append(note)
            silent += _around(made, document, note, place) if place >= 0 else []
    if not sources and not cited:
        cited = told or _told_before(made, document)
    aside = document.quote.aside if document.quote else None
    cited += [aside] if aside is not None and _is_reference(made, aside) else []
    antecedent = next(
        (_note_before(made, told) for told in (*sources, *cited) if is_ibid(told.text) or repeated(told.text)), None
    )
    return Belongings(body, tuple(sources), tuple(cited), tuple(notes), tuple(hung), tuple(silent), antecedent)


def _note_before(made: Material, ibid: Paragraph) -> Paragraph | None:
    """Return the last note before one that says "ibid." with a reference of its own."""
    earlier = [note for note in made.notes.notes if note.start < ibid.start and not note.is_comment]
    if not any(note.start == ibid.start for note in made.notes.notes):
        return None
    texts = (text_of(made, note) for note in reversed(earlier[-MAX_IBID:]))
    own = (told for told in texts if not repeated(told.text))
    return next((told for told in own if find(told.text, repositories=made.page.repositories)), None)


def _notes_of(made: Material, document: Document) -> Iterator[tuple[Footnote, int]]:
    """Yield the notes whose first marker stands in a document, its title, heading, announcement or remarks."""
    rows, head = made.rows.rows, document.head
    spans = [(p.start, p.end) for p in document.body]
    if document.quote:
        spans.append((rows[document.quote.first].start, rows[document.quote.last].end))
    indexes = (head.title, head.heading, head.date, head.clock, *head.announced, *document.remarks, *document.sources)
    spans += [(rows[i].start, rows[i].end) for i in indexes if i is not None]
    for note in made.notes.notes:
        place = made.places.get(note.key, -1)
        if any(start <= place < end for start, end in spans) or (place < 0 and _below(made, document, note)):
            yield note, place


def _in_last_sentence(row: Paragraph, place: int) -> bool:
    """Say whether a marker stands in the sentence that hands over, and not at what the paragraph told before."""
    return place >= row.end - len(last_sentence(row.text))


def _below(made: Material, document: Document, note: Footnote) -> bool:
    """Say whether a note without marker stands right below a document."""
    rows = made.rows.rows
    following = rows[document.end].start if document.end < len(rows) else len(made.rows.text)
    return bool(made.notes.taken) and rows[document.end - 1].end <= note.lead < following


def _told_before(made: Material, document: Document) -> list[Paragraph]:
    """Return the note that gives a source to the sentence right before a document, "The answer took eight days.3"."""
    index = document.head.first - 1
    if index < 0 or any(d.end > index >= d.head.first for d in made.documents) or not tells(made.rows.said(index)):
        return []
    row = made.rows.rows[index]
    here = [note for note in made.notes.notes if row.start <= made.places.get(note.key, -1) < row.end]
    cited = [text_of(made, note) for note in here if begins_with_reference(made, note, text_of(made, note).text)]
    return cited[-1:]


def _gives_source(made: Material, document: Document, note: Footnote, place: int) -> bool:
    """Say whether a note gives the source of a telegram: it hangs on its heading or on its last words."""
    whole = text_of(made, note)
    if note.is_comment or not _is_reference(made, whole):
        return False
    rows, head = made.rows.rows, document.head
    if place < 0:
        return True
    tops = [i for i in (head.title, head.heading, head.date) if i is not None]
    if any(rows[i].start <= place < rows[i].end for i in tops):
        return True
    if document.quote:
        return document.body[-1].end <= place < rows[document.quote.last].end
    last = document.body[-1]
    return last.start <= place < last.end and last.end - place <= len(note.n) + 4


def _is_reference(made: Material, paragraph: Paragraph) -> bool:
    text = paragraph.text
    if is_ibid(text) or is_enveloped(text) or is_source(text, made.page.repositories):
        return True
    return bool(_leading_reference(made, text))


def _leading_reference(made: Material, text: str) -> bool:
    """Say whether a note begins with its reference and then says more of the same telegram."""
    stop = re.search(r"\d\.\s+[(A-ZА-ЯЁ]", text)
    return stop is not None and is_source(text[: stop.start() + 1], made.page.repositories)


def begins_with_reference(made: Material, note: Footnote, text: str) -> bool:
    """Say whether the first words of a note are an archival reference: it says where what it hangs on is kept."""
    if note.is_comment or is_ibid(text) or is_enveloped(text):
        return not note.is_comment
    stop = text.find(". ", MIN_REFERENCE)
    found = find(text[: MAX_REFERENCE if stop < 0 else MAX_REFERENCE + stop], repositories=made.page.repositories)
    return bool(found) and found[0].start <= MAX_LEAD


def text_of(made: Material, note: Footnote) -> Paragraph:
    """Return the words of a note, without its number."""
    return Paragraph(note.start, note.end, made.page.capture.text[note.start : note.end])


def _is_shown(made: Material, document: Document, place: int) -> bool:
    """Say whether a marker stands in what the telegram's document shows: its text, or a remark after it."""
    rows = (*document.body, *(made.rows.rows[i] for i in document.remarks))
    return any(row.start <= place < row.end for row in rows)


def _hangs_on(made: Material, document: Document, place: int) -> bool:
    """Say whether a marker stands in a line that says something of the telegram: its title, its date, its source."""
    head = document.head
    indexes = (head.title, head.date, head.clock, *document.sources)
    return any(made.rows.rows[i].start <= place < made.rows.rows[i].end for i in indexes if i is not None)


def _without_end(body: tuple[Paragraph, ...], place: int) -> tuple[Paragraph, ...]:
    """Return the text of a document without the marker at its end."""
    last = body[-1]
    if not last.start < place < last.end:
        return body
    return (*body[:-1], last.at(0, place - last.start))


def _stop_behind(body: tuple[Paragraph, ...], place: int, length: int) -> Iterator[Paragraph]:
    """Yield the stop that Russian books set behind the marker at the end of a text, «невозможно4.»."""
    last = body[-1]
    start = place + length - last.start
    if 0 < start < len(last.text) and not any(map(str.isalnum, last.text[start:])):
        yield last.at(start, len(last.text))


def _around(made: Material, document: Document, note: Footnote, place: int) -> list[Paragraph]:
    """Return what is left of a note that went to the header: the number before it, and its marker.

    The marker of a heading is part of what stands behind the heading's words.
    """
    text = made.page.capture.text
    lead = Paragraph(note.lead, note.start, text[note.lead : note.start]).at(0, note.start - note.lead)
    if place < 0:
        return [lead]
    tails = (_tail(made, i) for i in (document.head.title, document.head.heading) if i is not None)
    if any(tail and tail.start <= place < tail.end for tail in tails) or _hangs_on(made, document, place):
        return [lead]
    marker = next(
        (m for m in find_markers(text, max(0, place - 40), place + 8, made.notes.notes) if m.start == place), None
    )
    end = marker.end if marker else place + len(note.n)
    return [Paragraph(place, end, text[place:end]), lead]


def _tail(made: Material, index: int) -> Paragraph | None:
    """Return what stands behind the words of a heading: its note marker and a stop after it."""
    row, bare = made.rows.rows[index], made.rows.bare[index]
    rest = row.at(bare.end - row.start, len(row.text))
    return rest if rest.text else None
