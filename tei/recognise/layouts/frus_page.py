"""What stands where on a page of the Foreign Relations series: documents, their ends, notes, the volume, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.model import Footnote, Printed
from tei.recognise.layouts.endnotes import markers
from tei.recognise.layouts.frus_heads import Heading, find_headings, is_enclosure, is_label
from tei.recognise.layouts.frus_leaves import Run, foot_of_leaf
from tei.recognise.layouts.frus_notes import (
    is_notes_label,
    is_source_note,
    listed_notes,
    notes_of,
    source_over,
    unnumbered_notes,
)
from tei.recognise.layouts.frus_numbers import counted_anew
from tei.recognise.layouts.page import Page
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.recognise.series import is_series, read_series, with_document
from tei.regexes import regex

_MENU: Final = regex(
    r"skip to (?:main )?content|home|historical documents|department history|guide to countries|about us|"
    r"more resources|persons|people|topics|sources|previous|next|abbreviations(?: (?:&|and) terms)?|contents|preface|"
    r"contact us.*|"
    r"office of the historian.*|(?:[«‹<←]?\s*\[?(?:previous|next) (?:document|page)\]?\s*[»›>→|]?\s*)+|"
    r"home\s*[›>».].{0,200}|foreign service institute.*|united states department of state|"
    r"(?:in this volume|volume (?:list|contents)|other volumes.{0,60}|note on .{0,60}|about the .{0,40}series|"
    r"list of (?:persons|sources|abbreviations|documents)|download(?: .{0,20})?|ebook|cite this(?: resource)?|"
    r"share this page|follow us|[a-z]+@state\.gov)",
    re.IGNORECASE,
)
_RULE: Final = regex(r"[\W_]{3,}")
_UPPER: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OFFICES: Final = frozenset(
    ("state", "secretary", "ambassador", "minister", "department", "embassy", "consul", "mission")
)
MAX_FOOTER: Final = 6
MIN_CHAPTER: Final = 5
MAX_SIGNED: Final = 4
MAX_OVER: Final = 8
MAX_SHORT: Final = 90


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found on a page: its documents, its notes, and the volume it names.

    `inner` are, for each document, the notes that stand between it and the next: the last has the page's.
    """

    headings: tuple[Heading, ...]
    notes: tuple[Footnote, ...]
    first_note: int
    last_note: int
    inner: tuple[tuple[tuple[Footnote, ...], int, int], ...]
    series: tuple[Paragraph, ...]
    volume: Printed | None


def find_parts(page: Page) -> Finds:
    """Find the documents of a page, its notes, and the volume that it names above or below them."""
    headings = _with_sources(page.paragraphs, find_headings(page))
    apparatus = [is_apparatus(page, index) for index in range(len(page.paragraphs))]
    notes, first, last = notes_of(page, headings[-1].floor, apparatus) if headings else ((), -1, -1)
    if headings and not notes:
        signers = _named(page, headings[-1]) - _OFFICES
        notes, first, last = unnumbered_notes(page, headings[-1].floor, apparatus, len(page.paragraphs), signers)
    if headings and not notes:
        notes, first, last = listed_notes(page, headings[-1].floor, apparatus)
        titled = is_called_in(page.paragraphs[headings[-1].title].text, notes)
        notes = counted_anew(page, notes, headings[-1].first, first) or (notes if titled else ())
    elif headings:
        notes = counted_anew(page, notes, headings[-1].first, first) or notes
    ends = [heading.first for heading in headings[1:]]
    inner = _inner_notes(page, headings, apparatus, ends)
    top = headings[0].title if headings else 0
    between = (row for h in headings[1:] for row in page.paragraphs[max(top, h.first - 2) : h.first])
    named = (*page.paragraphs[:top], *between, *page.paragraphs[max(top, len(page.paragraphs) - 8) :])
    series = tuple(row for row in named if is_series(row.text))
    volumes = [volume for row in series if (volume := read_series(row.text, row.start))]
    best = max(volumes, key=lambda volume: (bool(volume.volume), len(volume.text)), default=None)
    documents = [volume.document for volume in volumes if volume.document]
    if best and documents and not best.document and sum(bool(h.kind) for h in headings) <= 1:
        best = with_document(best, documents[0], best.evidence)[0]
    return Finds(headings, notes, first, last, (*inner, ((), -1, -1)), series, best)


def _with_sources(rows: Sequence[Paragraph], headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the headings with the rows of the notes on their sources that stand over the texts."""
    ends = (*(heading.first for heading in headings[1:]), len(rows))
    found = ((heading, source_over(rows, heading.title, end)) for heading, end in zip(headings, ends, strict=False))
    return tuple(heading if at is None else replace(heading, source=at) for heading, at in found)


def _inner_notes(
    page: Page, headings: Sequence[Heading], apparatus: Sequence[bool], ends: Sequence[int]
) -> tuple[Run, ...]:
    """Return the notes between each document and the next, with the numbers of their markers."""
    runs: list[Run] = []
    since = headings[0].first if headings else 0
    for heading, end in zip(headings, ends, strict=False):
        notes, first, last = foot_of_leaf(page, heading.floor, end, apparatus, since)
        if not notes:
            notes, first, last = notes_of(page, heading.floor, apparatus, end)
            notes = (counted_anew(page, notes, heading.first, first) or notes) if notes else ()
        runs.append((notes, first, last))
        since = last + 1 if notes else since
    return tuple(runs)


def is_called_in(title: str, notes: Sequence[Footnote]) -> bool:
    """Say whether a heading ends with the marker of the one note of a page."""
    return len(notes) == 1 and re.search(rf"(?:[^\W\d_]|[)\]])\s?{notes[0].n}$", title) is not None


def is_apparatus(page: Page, index: int) -> bool:
    """Say whether a row is a menu, a label or a rule of the page, and no part of a document."""
    text = page.paragraphs[index].text
    if page.roles[index] is not None or _RULE.fullmatch(text):
        return True
    if is_notes_label(text):
        return True
    return len(text) <= 200 and (_MENU.fullmatch(text) is not None or (is_label(text) and not is_enclosure(text)))


def end_of(page: Page, found: Finds, index: int) -> int:
    """Return where a document ends: labels and menus that follow it are not its own."""
    start = found.headings[index].title + 1
    if index + 1 < len(found.headings):
        own, first_note, _ = found.inner[index]
        end = first_note if own else found.headings[index + 1].first
    else:
        end = found.first_note if found.notes else len(page.paragraphs)
    end = max(end, start)
    while end > start and (is_apparatus(page, end - 1) or _heads_next(page, found, index, end - 1)):
        end -= 1
    end = _closed_before(page, found.headings[index], start, end)
    return _signed_before(page, found.headings[index], start, end)


def _closed_before(page: Page, heading: Heading, start: int, end: int) -> int:
    """Return where a letter ends that its writer closes and signs, and under which something sent along has a heading.

    “I have, etc., / Pell. / Text of the agreement.”: the enclosure has neither a bracket nor parties of its own.
    """
    rows = page.paragraphs
    named = _named(page, heading) - _OFFICES
    for at in range(start + 2, end - 2):
        signs = rows[at].text.split()
        if len(signs) > MAX_SIGNED or signs[-1].strip("[].,").lower() not in named:
            continue
        over = rows[at + 1].text
        headed = len(over.split()) <= MAX_OVER and over[-1] in "." and over[0].isalpha() and "," not in over
        if headed and is_closing(rows[at - 1].text) and len(rows[at + 2].text) > MAX_SHORT:
            return at + 1
    return end


def _heads_next(page: Page, found: Finds, index: int, at: int) -> bool:
    """Say whether a row between two documents names the volume again, or in capitals what the next ones are about."""
    row = page.paragraphs[at]
    if row in found.series:
        return True
    return (
        index + 1 < len(found.headings)
        and row.text.isupper()
        and len(row.text.split()) >= MIN_CHAPTER
        and row.text[-1] not in ",;:"
    )


def _signed_before(page: Page, heading: Heading, start: int, end: int) -> int:
    """Return where a document ends that goes on behind its signature with nothing but short lines of the site."""
    named = _named(page, heading)
    for at in range(end - 1, max(start, end - MAX_FOOTER) - 1, -1):
        text = page.paragraphs[at].text
        if at < end - 1 and len(text.split()) <= 4 and text.split()[-1].strip("[].,").lower() in named - _OFFICES:
            return at + 1
        if not is_footer(text):
            break
    return end


def _named(page: Page, heading: Heading) -> set[str]:
    """Return the words of a heading that begin with a capital, bare and in small letters."""
    words = page.paragraphs[heading.title].text.split()
    return {word.strip("()[].,’'").lower() for word in words if word[:1] in "(" + _UPPER}


def is_footer(text: str) -> bool:
    """Say whether a row can be one of a site's footer: a few words, no sentence, no figures, or a name of its index."""
    if len(text.split()) > MAX_ENTRY or any(map(str.isdigit, text)):
        return False
    return text[-1:] not in ".,:;!?)]" or _INDEXED.fullmatch(text) is not None


_INDEXED: Final = regex(r"[A-Z][\w’'-]+, (?:[A-Z][\w’'-]* ?){0,2}[A-Z](?:[\w’'-]*|\.)")
MAX_ENTRY: Final = 8


def own_notes(
    page: Page, found: Finds, heading: Heading, body: Sequence[Paragraph]
) -> tuple[tuple[Footnote, ...], tuple[Footnote, ...]]:
    """Return the notes whose markers stand in the text of a document, and those that hang on its heading.

    A note on the source, or one whose number stands loose in the text, is the last document's; other notes without
    marker stay with the page.
    """
    text, notes = page.capture.text, found.notes
    if not notes:
        return (), ()
    places = markers(text, body, notes)
    heads = [page.paragraphs[heading.title], *([page.paragraphs[heading.file]] if heading.file is not None else [])]
    titled = markers(text, heads, notes)
    own = tuple(note for note in notes if note.key in places)
    hung = tuple(note for note in notes if note.key in titled and note.key not in places)
    if heading is not [one for one in found.headings if one.kind][-1]:
        return own, hung
    elsewhere = {*places, *titled, *markers(text, page.paragraphs[: heading.first], notes)}
    loose = (note for note in notes if note.key not in elsewhere and _is_called(page, found, heading, note))
    return own, (*hung, *loose)


def _is_called(page: Page, found: Finds, heading: Heading, note: Footnote) -> bool:
    """Say whether a note without a sure marker belongs here: it gives the source, or its number stands in the text."""
    text = page.capture.text
    if is_source_note(text[note.start : note.end]):
        others = (page.paragraphs[one.title].text for one in found.headings if one is not heading)
        return not any(other.endswith(note.n) for other in others)
    start, end = page.paragraphs[heading.first].start, page.paragraphs[found.first_note].start
    return (
        re.search(rf"(?<![^\W_]){re.escape(note.n)}(?![^\W_])|(?<=[.,;:)\]”]){re.escape(note.n)}\s", text[start:end])
        is not None
    )


def notes_under(
    page: Page, body: Sequence[Paragraph], notes: tuple[Footnote, ...]
) -> tuple[tuple[Footnote, ...], tuple[Footnote, ...]]:
    """Return the notes that stand under a document itself: those called in its text, and all others of them."""
    places = markers(page.capture.text, body, notes)
    return tuple(n for n in notes if n.key in places), tuple(n for n in notes if n.key not in places)
