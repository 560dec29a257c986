"""Notes that the file itself ties to their markers, for the families of pages that hold one telegram."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tei.archives import Repositories
from tei.dates import find_dates
from tei.model import Footnote
from tei.recognise.layouts.frus_notes import is_source_note
from tei.recognise.layouts.page import Page, Region, Regions, is_date_line
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph


def with_notes(regions: Regions, page: Page) -> Regions:
    """Give each note that the file knows to the telegram in which its marker stands, unless the family did so.

    A note of the title, the abstract or the source hangs on the telegram; one whose marker stands in no telegram is a
    note of the page's own words.
    """
    if not page.notes:
        return regions
    left = [note for note in page.notes if note.lead not in _taken(regions)]
    telegrams = list(regions.telegrams)
    loose: list[Footnote] = []
    for note in left:
        at = next((i for i, region in enumerate(telegrams) if _stands_in(note, _words_of(region))), None)
        if at is None:
            loose.append(note)
        elif _stands_in(note, telegrams[at].body):
            body = tuple(_unmarked(row, note) for row in telegrams[at].body)
            telegrams[at] = replace(telegrams[at], body=body, notes=(*telegrams[at].notes, note))
        else:
            telegrams[at] = _hung(telegrams[at], note, page.capture.text, page.repositories)
    return replace(regions, telegrams=tuple(telegrams), notes=(*regions.notes, *loose))


def without_other_heads(regions: Regions) -> Regions:
    """Take from each text what is title or number of another document, or a note that hangs on one.

    A heading right over the next has no text.
    """
    heads = {row.start: at for at, one in enumerate(regions.telegrams) for row in (one.title, *one.silent) if row}
    heads |= {note.lead: -1 for one in regions.telegrams for note in one.hung}
    telegrams = list(regions.telegrams)
    for at, region in enumerate(telegrams):
        body = tuple(row for row in region.body if heads.get(row.start, at) == at)
        if len(body) < len(region.body):
            telegrams[at] = replace(region, body=body)
    return replace(regions, telegrams=tuple(telegrams)) if telegrams != list(regions.telegrams) else regions


def _unmarked(row: Paragraph, note: Footnote) -> Paragraph:
    """Return a line of nothing but a date with a blank for the marker at its end; other rows as they are."""
    marked = next((start for start, end in note.marks if end == row.end and row.start < start < end), None)
    if marked is None or row.end - row.start != len(row.text):
        return row
    words = row.text[: marked - row.start]
    return replace(row, text=words.ljust(len(row.text), ".")) if is_date_line(words) or _is_dated(words) else row


def _is_dated(words: str) -> bool:
    """Say whether a line is a few words that end in a date: «Не ранее 26 декабря 1932 г.»."""
    found = find_dates(words) if len(words) <= MAX_DATED else ()
    return (
        bool(found) and not words[found[-1].end :].strip(" .)") and len(words[: found[0].start].split()) <= MAX_BEFORE
    )


MAX_DATED: Final = 60
MAX_BEFORE: Final = 4


def _taken(regions: Regions) -> set[int]:
    notes = [note for region in regions.telegrams for note in (*region.notes, *region.hung)]
    sources = [source for region in regions.telegrams for source in (*region.sources, *region.silent, *region.cited)]
    return {note.lead for note in (*notes, *regions.notes)} | {source.start for source in sources}


def _words_of(region: Region) -> Iterator[Paragraph]:
    lines = (region.title, region.site_date, *region.abstract, *region.sources, *region.remarks, *region.silent)
    yield from region.body
    yield from (line for line in lines if line)


def _stands_in(note: Footnote, rows: Iterable[Paragraph]) -> bool:
    return any(row.start <= start <= row.end and end <= row.end for row in rows for start, end in note.marks)


def _hung(region: Region, note: Footnote, text: str, repositories: Repositories) -> Region:
    """Hang a note on a telegram, for its source too; its marker at the end of the title is no word of the title."""
    title, silent = region.title, list(region.silent)
    for start, end in note.marks:
        if title and start < end == title.end:
            silent.append(title.at(start - title.start, len(title.text)))
            title = title.at(0, start - title.start)
    hung = replace(region, title=title, silent=tuple(silent), hung=(*region.hung, note))
    words = text[note.start : note.end]
    cites = is_source_note(words) or is_source(words, repositories)
    return replace(hung, cited=(*region.cited, Paragraph(note.start, note.end, words))) if cites else hung
