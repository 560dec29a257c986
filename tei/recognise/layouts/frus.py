"""Foreign Relations of the United States as one copies a page of it.

File number, "The Ambassador in China (…) to the Secretary of State", place and date, "[Received …]", the telegram with
its number as first words, a surname as signature, numbered footnotes. A page may hold a telegram and its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tei.model import Footnote
from tei.recognise.layouts.endnotes import back_link, markers, read_endnotes, without_marker
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title

_FILE: Final = re.compile(
    r"(?:(?P<number>\d{1,4}[A-Za-z]?\.?\d*(?:[./]\d+)*\s*/\s*[\d–—-]+[\d–—/ -]*|[A-Z][\w ]{2,40}\b(?:Files|Papers|"
    r"Lot \d[\w -]*)"
    r"[^:\n]{0,80}))\s*:?\s*(?P<kind>telegram|circular telegram|airgram|despatch|instruction|"
    r"letter)?\s*(?:\(paraphrase\))?\.?",
    re.IGNORECASE,
)
_PARTIES: Final = re.compile(
    r"(?:\d{1,4}\.\s+)?(?:(?:circular\s+)?(?:telegram|airgram|despatch|letter)\s+from\s+)?(?:the|mr\.|general|president)\s+"
    r"[^.;\n]{3,110}?\s+to\s+(?:the\s+|president\s+|all\s+|mr\.\s+|general\s+|certain\s+)[^;\n]{3,110}",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"\b(?:secretary of state|department of state|ambassador|minister|consul|charg[ée]|embassy|legation|consulate|"
    r"mission|representative|political adviser|high commissioner)\b",
    re.IGNORECASE,
)
_SERIES: Final = re.compile(r"[^\n]{0,80}\bforeign relations of the united states\b[^\n]{0,200}", re.IGNORECASE)
_RECEIVED: Final = re.compile(r"\[\s*received\b[^\]\n]{0,60}\]?", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"\[?\s*(?:document|page|no\.|doc\.)\s*\d{1,4}\s*\]?|(?:\[\s*document \d+\s*\]\s*){1,2}|\d{1,4}\.?", re.I
)
_EXTRACT: Final = re.compile(r"[\[(]?\s*(?:extracts?|paraphrase)\s*[\])]?", re.IGNORECASE)
_BACK: Final = "↩"
_LEAD: Final = re.compile(r"\[?(?P<n>\d{1,3}|\*{1,3}|[a-z])[\].]?\s+(?=[A-Z“\"(])")
_MENU: Final = re.compile(
    r"skip to (?:main )?content|home|historical documents|department history|guide to countries|about us|"
    r"more resources|"
    r"persons|sources|abbreviations(?: & terms)?|contents|preface|contact us.*|office of the historian.*|"
    r"(?:\[?(?:previous|next) (?:document|page)\]?\s*)+|home\s*[›>».].{0,200}|foreign service institute.*",
    re.IGNORECASE,
)
MAX_BETWEEN: Final = 4
"""So many lines may stand between the file number and the line of the parties: labels, series, "[Extract]"."""
MAX_SIGNATURE: Final = 6


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a document begins: the first of its lines, its file number, and the line of its parties."""

    first: int
    file: int | None
    title: int


def score_frus(page: Page) -> Score:
    """Score a page by its file numbers, its lines of parties with their offices, times of receipt and the series."""
    starts = _starts(page)
    if not starts:
        return Score(0.0, "no office writes to another under a file number")
    texts = [paragraph.text for paragraph in page.paragraphs]
    series = any(_SERIES.fullmatch(text) for text in texts[:40])
    received = any(_RECEIVED.fullmatch(text) for text in texts)
    files = sum(start.file is not None for start in starts)
    value = 0.5 * bool(files) + 0.25 * series + 0.15 * received + 0.1
    reason = f"{len(starts)} lines of parties, {files} file numbers" + (", the series named" if series else "")
    return Score(min(1.0, value + 0.1 * bool(files and received)) if files or series else 0.0, reason)


def read_frus(page: Page) -> Regions:
    """Part a page into its documents; labels and page numbers between them are metadata, menus are furniture."""
    starts = _starts(page)
    notes, first_note, last_note = _notes(page, starts)
    stop = first_note if first_note >= 0 else len(page.paragraphs)
    ends = [start.first for start in starts[1:]] + [stop]
    regions: list[Region] = []
    taken: set[int] = set(range(first_note, last_note + 1)) if notes else set()
    series = (
        next((p for p in page.paragraphs[: starts[0].first] if _SERIES.fullmatch(p.text)), None) if starts else None
    )
    text = page.capture.text
    for start, end in zip(starts, ends, strict=True):
        body_end = _end_of(page, start, max(end, start.title + 1))
        region = _region(page, start, body_end, notes, last=start is starts[-1])
        regions.append(replace(region, shared=(series,)) if series else region)
        taken.update(range(start.first, body_end))
    used = {note.lead for region in regions for note in (*region.notes, *region.hung)}
    left = tuple(note for note in notes if note.lead not in used)
    rest = [(i, p) for i, p in enumerate(page.paragraphs) if i not in taken and p is not series]
    furniture = tuple(p for i, p in rest if page.roles[i] is not None or _is_apparatus(p.text))
    context = tuple(p for _, p in rest if p not in furniture)
    back = tuple(link for note in notes if (link := _link(text, note)))
    return Regions("frus", tuple(regions), (*furniture, *back), context, (), left, (series,) if series else ())


def _is_apparatus(text: str) -> bool:
    return len(text) <= 200 and (_MENU.fullmatch(text) is not None or _LABEL.fullmatch(text) is not None)


def _link(text: str, note: Footnote) -> Paragraph | None:
    """Return the arrow behind a note that leads back to its marker."""
    at = text.find(_BACK, note.end, note.end + 3)
    return Paragraph(at, at + 1, _BACK) if at >= 0 else None


def _starts(page: Page) -> tuple[_Start, ...]:
    """Return where the documents of a page begin: at a line of parties, with the file number and labels above it."""
    found: list[_Start] = []
    floor = 0
    for index, paragraph in enumerate(page.paragraphs):
        if not _is_parties(paragraph.text):
            continue
        above = range(index - 1, max(floor, index - 1 - MAX_BETWEEN) - 1, -1)
        file = next((i for i in above if _is_file(page.paragraphs[i].text)), None)
        if file is None:  # the file number may stand below, in later volumes in the source note
            below = range(index + 1, min(index + 3, len(page.paragraphs)))
            file = next((i for i in below if _is_file(page.paragraphs[i].text)), None)
        first = min(index, file) if file is not None else index
        while first > floor and _LABEL.fullmatch(page.paragraphs[first - 1].text):
            first -= 1
        found.append(_Start(first, file, index))
        floor = index + 1
    return tuple(found)


def _is_parties(text: str) -> bool:
    if len(text) > 240 or _OFFICE.search(text) is None or _PARTIES.match(text) is None:
        return False
    title = read_title(text.rstrip("0123456789[]* "))
    return bool(title.party("from") and title.party("to")) and len(text.split()) <= 34 and not text.endswith(":")


def _is_file(text: str) -> bool:
    return len(text) <= 120 and _FILE.fullmatch(text) is not None and any(map(str.isdigit, text))


def _end_of(page: Page, start: _Start, end: int) -> int:
    """Return where a document ends: labels and menus that follow it are not its own."""
    while end > start.title + 1 and (_is_apparatus(page.paragraphs[end - 1].text) or page.roles[end - 1] is not None):
        end -= 1
    return end


def _region(page: Page, start: _Start, end: int, notes: Sequence[Footnote], *, last: bool) -> Region:
    text = page.capture.text
    rows = page.paragraphs
    title = without_marker(text, rows[start.title], notes)
    tail = rows[start.title].at(title.end - rows[start.title].start, len(rows[start.title].text))
    above = [i for i in range(start.first, start.title) if i != start.file]
    silent = [rows[i] for i in above if _LABEL.fullmatch(rows[i].text)]
    kept = [rows[i] for i in above if not _LABEL.fullmatch(rows[i].text)]
    below = [rows[i] for i in range(start.title + 1, end) if i != start.file]
    extract = [row for row in below[:4] if _EXTRACT.fullmatch(row.text)]
    silent += extract
    silent += [row for row in below[:4] if _LABEL.fullmatch(row.text)]
    body = (*kept, *(row for row in below if row not in silent))
    places = markers(text, body, notes) if notes else {}
    titled = markers(text, [rows[start.title]], notes) if notes else {}
    own = tuple(note for note in notes if note.n in places)
    hung = tuple(n for n in notes if n.n in titled and n.n not in places)
    if last:
        hung += tuple(
            n for n in notes if n.n not in places and n.n not in titled and not _elsewhere(page, start, n, notes)
        )
    return Region(
        body=body,
        title=title,
        sources=(rows[start.file],) if start.file is not None else (),
        notes=own,
        hung=hung,
        silent=(*silent, *((tail,) if tail.text else ())),
        extract=bool(extract),
    )


def _elsewhere(page: Page, start: _Start, note: Footnote, notes: Sequence[Footnote]) -> bool:
    return note.n in markers(page.capture.text, page.paragraphs[: start.first], notes)


def _notes(page: Page, starts: Sequence[_Start]) -> tuple[tuple[Footnote, ...], int, int]:
    """Return the footnotes of the page and where they stand: by markers, by the arrows behind them, or at the end."""
    text = page.capture.text
    if not starts:
        return (), -1, -1
    found = read_endnotes(text, page.paragraphs)
    if found.notes and found.first > starts[-1].title:
        notes = tuple(_without_link(text, note) for note in found.notes)
        return notes, found.first, found.last
    rows = [i for i in range(starts[-1].title + 2, len(page.paragraphs)) if page.paragraphs[i].text.endswith(_BACK)]
    numbered = list(_at_end(page, starts[-1].title + 2)) if not rows else []
    if rows and all(after - before == 1 for before, after in pairwise(rows)):
        notes = tuple(_arrowed(text, page.paragraphs[i], str(n)) for n, i in enumerate(rows, 1))
        return notes, rows[0], rows[-1]
    if numbered:
        leads = [(i, _LEAD.match(page.paragraphs[i].text)) for i in numbered]
        notes = tuple(
            Footnote(m["n"], page.paragraphs[i].start, page.paragraphs[i].start + m.end(), page.paragraphs[i].end)
            for i, m in leads
            if m
        )
        return notes, numbered[0], numbered[-1]
    return (), -1, -1


def _at_end(page: Page, floor: int) -> Iterator[int]:
    """Yield the rows at the end that begin with a number and stand under a signature."""
    end = len(page.paragraphs)
    while end > floor and (page.roles[end - 1] is not None or _is_apparatus(page.paragraphs[end - 1].text)):
        end -= 1
    first = end
    while first > floor and _LEAD.match(page.paragraphs[first - 1].text):
        first -= 1
    above = page.paragraphs[first - 1].text
    if first < end and len(above.split()) <= MAX_SIGNATURE and above[:1].isupper():
        yield from range(first, end)


def _arrowed(text: str, row: Paragraph, n: str) -> Footnote:
    lead = _LEAD.match(row.text)
    start = row.start + (lead.end() if lead else 0)
    return _without_link(text, Footnote(lead["n"] if lead else n, row.start, start, row.end))


def _without_link(text: str, note: Footnote) -> Footnote:
    words = text[note.start : note.end]
    return Footnote(note.n, note.lead, note.start, note.start + back_link(words))


FRUS: Final = Layout("frus", score_frus, read_frus)
"""Pages of the Foreign Relations of the United States."""
