"""Telegrams that an article quotes in its own sentences, each with the note or the brackets that give its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tei.model import Footnote
from tei.recognise.enveloped import envelopes_in, is_enveloped
from tei.recognise.layouts.belonging import Material, begins_with_reference, text_of
from tei.recognise.layouts.endnotes import Notes, markers
from tei.recognise.layouts.inset import opened_in, telegrams_in
from tei.recognise.layouts.noted_quotes import NoteAt, no_note
from tei.recognise.layouts.page import Page, Region
from tei.recognise.layouts.rows import Rows, year_above
from tei.recognise.layouts.sources import is_source
from tei.recognise.layouts.tabled import tabled_in
from tei.recognise.layouts.told_quotes import is_about_telegraphy
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_ASIDE: Final = regex(r"[”»“\"’']{0,2}[.,;]?\s*(?P<aside>\([^()\n]{8,240}\)|\[[^\[\]\n]{8,240}\])")
_TO_MARKER: Final = regex(r"[.,;:!?”»“\"’'\s\[(]{0,5}(?:(?<=\s)[a-zа-я][^.;:!?“”\"«»]{0,100}[.;][\[(]?)?")
"""What may stand between a text and the marker of its note: marks, and “, he wired to Lind.”."""
MAX_TOLD: Final = 400
MAX_BEFORE: Final = 2
MAX_OPENING: Final = 8
MAX_BEHIND: Final = 120
MIN_SEVERAL: Final = 2


def quoted_in(made: Material, context: Sequence[Paragraph]) -> Iterator[Region]:
    """Yield the telegrams that an article quotes whole in its own sentences."""
    openings = (opened_in(row, over) for over, row in pairwise(context))
    yield from (region for region in openings if region is not None)
    yield from tabled_in(context)
    wired = is_about_telegraphy(made.page.capture.text)
    notes = _Notes.of(made)
    for row, regions in _quoted_once(context, wired=wired, note_at=notes.told_at if notes.places else no_note):
        for region in regions:
            behind = max(part.end for part in region.body)
            told = notes.source_of(region, regions)
            at = made.rows.rows.index(row) if row in made.rows.rows else 0
            told_so_far = row.at(0, region.body[0].start - row.start)
            above = (*reversed(made.rows.rows[max(0, at - MAX_BEFORE) : at]), *year_above(made.rows.rows, at))
            before = (told_so_far, *above, made.rows.rows[0])
            cited = (told,) if told else _aside_behind(made, row, behind)
            yield replace(region, cited=cited, before=region.before or before)


def quotes_by_note(page: Page, rows: Rows, notes: Notes) -> bool:
    """Say whether a page quotes in its sentences what its notes say is a message."""
    places = markers(page.capture.text, rows.rows, notes.notes) if notes.notes else {}
    told_at = _Notes.of(Material(page, rows, (), notes, places)).told_at
    return bool(places) and any(next(telegrams_in(row, note_at=told_at), None) for row in rows.rows)


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of a page by the places of their markers, in order."""

    made: Material
    places: tuple[int, ...]
    noted: dict[int, Footnote]

    @classmethod
    def of(cls, made: Material) -> _Notes:
        noted = {place: note for note in made.notes.notes if (place := made.places.get(note.key, -1)) >= 0}
        return cls(made, tuple(sorted(noted)), noted)

    def after(self, place: int) -> int | None:
        """Return the next marker behind a place."""
        at = bisect_right(self.places, place)
        return self.places[at] if at < len(self.places) else None

    def behind(self, end: int) -> Footnote | None:
        """Return the note of a text that ends there: its marker stands right behind it, or behind “he wired.”."""
        place = self.after(end)
        if place is None or place - end > MAX_BEHIND:
            return None
        return self.noted[place] if _TO_MARKER.fullmatch(self.made.page.capture.text, end, place) else None

    def source_of(self, region: Region, regions: Sequence[Region]) -> Paragraph | None:
        """Return what its note says of a telegram; one note may tell of several in a row, of each in its turn."""
        end = max(part.end for part in region.body)
        place = self.after(end)
        if place is None:
            return None
        note, near = self.noted[place], self.behind(end) is not None
        whole = text_of(self.made, note)
        found = list(envelopes_in(whole.text)) if not note.is_comment else []
        if len(found) < MIN_SEVERAL:
            return whole if near and begins_with_reference(self.made, note, whole.text) else None
        last = self.places[self.places.index(place) - 1] if place != self.places[0] else 0
        sharing = [one for one in regions if last < one.body[0].start < place]
        if region not in sharing or len(sharing) != len(found):
            return None
        at = sharing.index(region)
        until = found[at + 1].start() if at + 1 < len(found) else len(whole.text)
        return whole.at(found[at].start(), until)

    def told_at(self, end: int) -> str:
        """Return the words of that note, empty where there is none."""
        note = self.behind(end)
        return text_of(self.made, note).text if note and not note.is_comment else ""


def _quoted_once(
    rows: Sequence[Paragraph], *, wired: bool, note_at: NoteAt
) -> Iterator[tuple[Paragraph, list[Region]]]:
    """Yield the paragraphs that quote telegrams; of one that comes twice, as summaries have it, the longer text."""
    over = ("", *(row.text[-MAX_TOLD:] for row in rows))
    pairs = zip(rows, over, strict=False)
    found = [(row, list(telegrams_in(row, above, wired=wired, note_at=note_at))) for row, above in pairs]
    longest: dict[tuple[str, ...], Region] = {}
    for _, regions in found:
        for region in regions:
            known = longest.setdefault(_opening(region), region)
            if len(region.body[0].text) > len(known.body[0].text):
                longest[_opening(region)] = region
    kept = set(map(id, longest.values()))
    yield from ((row, own) for row, regions in found if (own := [one for one in regions if id(one) in kept]))


def _opening(region: Region) -> tuple[str, ...]:
    return tuple(word.strip('.,;:!?”"’') for word in region.body[0].text.split()[:MAX_OPENING])


def _aside_behind(made: Material, row: Paragraph, end: int) -> tuple[Paragraph, ...]:
    """Return the brackets right behind a quoted telegram that say where it is kept."""
    match = _ASIDE.match(row.text, end - row.start)
    aside = row.at(*match.span("aside")) if match else None
    known = aside and (is_enveloped(aside.text[1:-1]) or is_source(aside.text, made.page.repositories))
    return (aside,) if aside and known else ()
