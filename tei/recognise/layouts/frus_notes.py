"""Notes of a page of the Foreign Relations series: where they stand, and what the source note among them says.

On the web their numbers are often lost and an arrow is left behind each; in print they stand at the foot of the page.
The first note of a document of the later volumes gives file, classification, drafter and time of receipt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.model import Footnote
from tei.recognise.features import told_apart
from tei.recognise.layouts.endnotes import Notes, back_link, read_endnotes
from tei.recognise.layouts.page import Page
from tei.recognise.notes import find_markers
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

BACK: Final = "↩"
_LEAD: Final = regex(r"\[?(?P<n>\d{1,3}|\*{1,3}|†|‡|[a-z])[\].]?\s+(?=[^\W\d_]|[“\"(\[\d])")
_BULLET: Final = regex(r"[-–—•·▪*]\s+")
"""What a browser or a reader's view sets before each note of a list."""
_SOURCE: Final = regex(
    r"[Ss]ource\s*:\s*\S|(?:Department of State|National Archives|Library of Congress|"
    r"[A-Z]\w+ (?:Presidential )?Library),"
    r"\s+[^\n]*(?:Files?|Papers|RG|Record Group|Lot|Box|Library)\b[^\n]*[.;]"
)
_RECEIVED: Final = regex(
    r"(?<=[.;])\s*received(?:\s+(?:in\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,2}))?\s+(?:at|on)?\s*(?P<when>[^.;]*?\d[^;]*?)"
    r"(?=\.\s+[A-Z]|[.;]?\s*$|;)",
    re.IGNORECASE,
)
_HERE: Final = regex(r"\[(?:here|there) (?:follow|is|are)[^\[\]]*\]\.?", re.IGNORECASE)
_FILE_LEAD: Final = regex(r"\d{1,3}[\w.]*/\d")
_LABEL: Final = regex(r"\[?\s*(?:foot|end)?notes?\s*\]?\s*:?", re.IGNORECASE)
_SENTENCE: Final = regex(r"[A-ZÀ-Þ“\"‘(\[][^\n]*[.”\")\]]$")
MAX_SIGNATURE: Final = 6


def is_source_note(text: str) -> bool:
    """Say whether the text of a note says where the document is kept."""
    return _SOURCE.match(text) is not None


def source_over(rows: Sequence[Paragraph], title: int, end: int) -> int | None:
    """Return the row of a source note that stands under title, place and day, with the text below it.

    Pages that set each note under the paragraph that calls it have it there, with its marker or without.
    """
    for index in range(title + 1, min(title + 3, end - 1)):
        text = rows[index].text
        if (lead := _SOURCE_LEAD.match(text)) and is_source_note(text[lead.end() :]):
            note = _led(rows[index + 1])
            listed = any(is_source_note(_bare(row.text)) for row in rows[index + 1 : min(end, index + 4)])
            return None if listed or (note and note.n == str(int(lead["n"] or 1) + 1)) else index
        if len(text) > MAX_DATELINE or not any(map(str.isdigit, text)):
            return None
    return None


_SOURCE_LEAD: Final = regex(r"(?:[\[(/]?(?P<n>\d{1,3})[\])/.]?\s?)?(?=[Ss]ource\s?:)")
MAX_DATELINE: Final = 120


def is_notes_label(text: str) -> bool:
    """Say whether a line is the heading of the notes: "[Footnotes]"."""
    return len(text) <= 20 and _LABEL.fullmatch(text) is not None


def received_in(text: str) -> tuple[int, int] | None:
    """Return where a source note says when the telegram was received: "Received at 9:14 a.m."."""
    match = _RECEIVED.search(text)
    return match.span("when") if match else None


def notes_of(
    page: Page, floor: int, apparatus: Sequence[bool], stop: int | None = None
) -> tuple[tuple[Footnote, ...], int, int]:
    """Return the notes at the end of a page, or of a document on it, and the rows they take: by markers, arrows, place.

    `floor` is the first row that can be a note, `stop` the first of the next document, `apparatus` says of each row
    whether it is furniture.
    """
    text, end = page.capture.text, len(page.paragraphs) if stop is None else stop
    rows = [i for i in range(floor, end) if page.paragraphs[i].text.endswith(BACK)]
    alone = any(page.paragraphs[i].text == BACK for i in rows)
    if spread := _spread(page.paragraphs, floor, end) if alone else None:
        return spread
    rows = [i for i in rows if page.paragraphs[i].text != BACK]  # an arrow alone leads back from no note
    if rows and not any(_LEAD.match(page.paragraphs[i].text) for i in rows) and _follow(rows, apparatus):
        return tuple(_arrowed(text, page.paragraphs[i], str(n)) for n, i in enumerate(rows, 1)), rows[0], rows[-1]
    if under := _under_text(page, rows, floor, apparatus, end):
        return told_apart(_arrowed(text, page.paragraphs[i], "") for i in under), under[0], under[-1]
    label = next((i for i in range(floor, end) if is_notes_label(page.paragraphs[i].text)), None)
    if label is not None:
        listed = [i for i in range(label + 1, end) if not apparatus[i]]
        noted = [note for i in listed if (note := _led(page.paragraphs[i]))]
        if noted and len(noted) == len(listed):
            return tuple(_without_link(text, note) for note in noted), listed[0], listed[-1]
    found = read_endnotes(text, page.paragraphs) if stop is None else Notes()
    if found.notes and found.first >= floor and not _over_source(page.paragraphs[found.first : end]):
        notes = tuple(_without_link(text, note) for note in found.notes)
        return notes, found.first, found.last
    if rows and _follow(rows, apparatus):
        return tuple(_arrowed(text, page.paragraphs[i], str(n)) for n, i in enumerate(rows, 1)), rows[0], rows[-1]
    sourced = next((i for i in range(floor, end) if is_source_note(_bare(page.paragraphs[i].text))), None)
    if sourced is not None:
        listed = [i for i in range(sourced, end) if not apparatus[i]]
        return tuple(_arrowed(text, page.paragraphs[i], str(n)) for n, i in enumerate(listed, 1)), sourced, listed[-1]
    listed = list(_at_end(page, floor, apparatus, end))
    notes = tuple(note for i in listed if (note := _led(page.paragraphs[i])))
    return (notes, listed[0], listed[-1]) if notes else ((), -1, -1)


def _over_source(rows: Sequence[Paragraph]) -> bool:
    """Say whether a note on the source without a number stands under numbered rows: these are points of the text."""
    under = next((i for i, row in enumerate(rows) if i and _SOURCE_ALONE.match(row.text)), None)
    return under is not None and not any(is_source_note(_bare(row.text)) for row in rows[:under])


_SOURCE_ALONE: Final = regex(r"Source\s?:\s\S")


def _under_text(page: Page, rows: Sequence[int], floor: int, apparatus: Sequence[bool], end: int) -> Sequence[int]:
    """Return the rows of numbered notes that nobody can take for points: each has its arrow, or the first the source.

    The points of a telegram begin with the same numbers as the notes below it.
    """
    texts = page.paragraphs
    sourced = (i for i in range(floor, end) if ": " in texts[i].text[:14] and _is_sourced(texts[i].text))
    first = rows[0] if rows else next(sourced, end)
    listed = [i for i in range(first, end) if not apparatus[i]]
    return listed if all(_LEAD.match(texts[i].text) and (not rows or i in rows) for i in listed) else ()


def _is_sourced(text: str) -> bool:
    lead = _LEAD.match(text)
    return lead is not None and text.startswith("Source: ", lead.end())


def _spread(rows: Sequence[Paragraph], floor: int, end: int) -> tuple[tuple[Footnote, ...], int, int] | None:
    """Return notes of several paragraphs between a dash and an arrow, each of which stands in a row of its own."""
    arrows = [i for i in range(floor, end) if rows[i].text == BACK]
    dashes = [max((at for at in range(floor, i) if rows[at].text in "-–—•"), default=-1) for i in arrows]
    if not dashes or min(dashes) < 0 or any(last - first < 2 for first, last in zip(dashes, arrows, strict=True)):
        return None
    notes = (
        Footnote(str(n), rows[first].start, rows[first + 1].start, rows[last - 1].end)
        for n, (first, last) in enumerate(zip(dashes, arrows, strict=True), 1)
    )
    return tuple(notes), dashes[0], arrows[-1]


def _bare(text: str) -> str:
    """Return the text of a row without the dash or dot of a list before it."""
    return text[2:] if text[1:2] == " " and text[0] in "-–—•·▪*" else text


def listed_notes(page: Page, floor: int, apparatus: Sequence[bool]) -> tuple[tuple[Footnote, ...], int, int]:
    """Return the numbered rows at the end of a page, whatever stands above them: notes if their markers are found."""
    end = len(page.paragraphs)
    while end > floor and apparatus[end - 1]:
        end -= 1
    first = end
    while first > floor and _is_note(page.paragraphs[first - 1].text):
        first -= 1
    notes = tuple(note for i in range(first, end) if (note := _led(page.paragraphs[i])))
    return (notes, first, end - 1) if notes else ((), -1, -1)


def unnumbered_notes(
    page: Page, floor: int, apparatus: Sequence[bool], end: int, named: Collection[str]
) -> tuple[tuple[Footnote, ...], int, int]:
    """Return the sentences under a signature as notes: a browser's list loses its numbers when it is copied.

    They count only where the text above has markers, and no marker higher than there are notes. `named` are the words
    of the heading, in lower case, among which the signature is.
    """
    rows = [i for i in range(floor, end) if not apparatus[i]]
    signed = next((i for i in reversed(rows) if _signs(page.paragraphs[i].text, named)), None)
    listed = [i for i in rows if signed is not None and i > signed]
    if signed is None or not listed or not all(_SENTENCE.match(page.paragraphs[i].text) for i in listed):
        return (), -1, -1
    above = page.paragraphs[max(0, floor - 3)].start, page.paragraphs[signed].start
    numbers = [dict(mark.attributes)["n"] for mark in find_markers(page.capture.text, *above)]
    figures = [int(n) for n in numbers if n.isdigit()]
    if not figures or max(figures) - min(figures) >= len(listed):
        return (), -1, -1
    first = 1 if max(figures) <= len(listed) else min(figures)
    notes = (_arrowed(page.capture.text, page.paragraphs[i], str(n)) for n, i in enumerate(listed, first))
    return tuple(notes), listed[0], listed[-1]


def _signs(text: str, named: Collection[str]) -> bool:
    return len(text) <= 40 and len(words := text.split()) <= 4 and words[-1].strip("[].,").lower() in named


def _follow(rows: Sequence[int], apparatus: Sequence[bool]) -> bool:
    return all(all(apparatus[between] for between in range(one + 1, two)) for one, two in pairwise(rows))


def _led(row: Paragraph) -> Footnote | None:
    match = _LEAD.match(row.text)
    return Footnote(match["n"], row.start, row.start + match.end(), row.end) if match else None


def _at_end(page: Page, floor: int, apparatus: Sequence[bool], end: int) -> Iterator[int]:
    """Yield the rows at the end that begin with a number and stand under a signature."""
    while end > floor and (apparatus[end - 1] or _HERE.fullmatch(page.paragraphs[end - 1].text)):
        end -= 1
    first = end
    while first > floor and _is_note(page.paragraphs[first - 1].text):
        first -= 1
    above = page.paragraphs[first - 1].text if first else ""
    if first < end and len(above.split()) <= MAX_SIGNATURE and above[:1].isupper():
        yield from range(first, end)


def _is_note(text: str) -> bool:
    return _LEAD.match(text) is not None and _FILE_LEAD.match(text) is None


def _arrowed(text: str, row: Paragraph, n: str) -> Footnote:
    lead = _LEAD.match(row.text)
    bullet = None if lead else _BULLET.match(row.text)
    start = row.start + (lead.end() if lead else bullet.end() if bullet else 0)
    return _without_link(text, Footnote(lead["n"] if lead else n, row.start, start, row.end))


def _without_link(text: str, note: Footnote) -> Footnote:
    words = text[note.start : note.end]
    return Footnote(note.n, note.lead, note.start, note.start + back_link(words))


def link_of(text: str, note: Footnote) -> Paragraph | None:
    """Return the arrow behind a note that leads back to its marker."""
    at = text.find(BACK, note.end, note.end + 3)
    return Paragraph(at, at + 1, BACK) if at >= 0 else None
