"""A printed series of diplomatic papers as one copies it: British, Australian, Canadian and others.

Numbered documents one after another, each with who writes to whom, form, number, place, date and times over its text,
its notes under it, and the file at its end in brackets. Memoranda and records among them are no telegrams.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tei.model import Footnote
from tei.recognise.furniture import Role, is_navigation
from tei.recognise.layouts.below_text import notes_under, trailing_sources
from tei.recognise.layouts.endnotes import markers
from tei.recognise.layouts.exchanges import read_exchange, score_exchange
from tei.recognise.layouts.frus_page import is_footer
from tei.recognise.layouts.other_matter import heads_other
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.papers_abroad import KINDS, has_trace, is_letter_of_form
from tei.recognise.layouts.papers_columns import is_of_film
from tei.recognise.layouts.papers_counts import counts, file_of, number_of
from tei.recognise.layouts.papers_heads import (
    Heading,
    find_headings,
    marker_at,
    receipt_at,
)
from tei.recognise.layouts.papers_openings import form_line, housed, parted_line
from tei.recognise.layouts.papers_russian import has_russian_trace, is_form_alone
from tei.recognise.notes import tied_where_round
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.signatures import labelled_signature
from tei.regexes import regex

_TRACE: Final = regex(
    r"\b(?:cablegram|telegram|telegraphic|tel|dispatch|despatch|letter|savingram|teletype)\b|\(no\. \d|\bd\. \d|"
    r"^(?:sent|received) on [a-z\d]|"
    r"^no\. ?\d{1,4}\.?\s*\n[^\n]{5,160}\sto\s|^no\. ?\d{1,4} {1,4}(?-i:[A-Z]{2,5}[ /][A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE: Final = regex(
    r"(?:\{(?P<brace>\d{1,3})\}|\((?P<round>\d{1,2})\)|\[(?P<square>\d{1,2})\]|(?P<plain>\d{1,2})[.)]?)\s*(?=\S)"
)
_FILE: Final = regex(r"\[[A-Z][A-Za-z .]{0,14}[:\s/][^\[\]\n]{2,90}\]\.?")
"""“[NAA: A4715, 12/3/8]”, “[FO 371/1]”: where the document is kept, at its end."""
_IN_LINE: Final = regex(
    r"^[ \t]*\(?[A-Z][a-zéêè]{4,12}\.?\s(?:[Nn][°ºr]\.?\s?)?\d{1,5}"
    r"(?:[ \t]{2,}[A-ZÀ-Þ]|\s[A-ZÀ-Þ][\w-]{2,20},\sden\s\d)",
    re.MULTILINE,
)
"""Form and number with place and date far behind them in one line: “Bericht 215          Severin, den 2. März 1938”."""
_REMARK: Final = regex(r"\(?(?:published|printed|sent|repeated|cf\.|see also)\b[^\n]{0,140}", re.IGNORECASE)
_EXTRACTS: Final = ("[Extract]", "[Extracts]", "(Extract)", "(Extracts)")
_EXTRACTS_OF_FORM: Final = ("(extract)", "(extracts)", "(Extract)", "(EXTRACT)")
_FILMED: Final = regex(r"^Frames? \d+[^\n]{0,20}, serial \d", re.MULTILINE)
"""“Frames 231609-231610, serial 485” over a title: notes count through such a volume."""
MAX_LINE: Final = 160
MAX_CUT: Final = 3
"""So many rows of a document that a page breaks off at its heading."""
MIN_ABROAD: Final = 2
"""One document in another language is read as any page of one telegram is, with the office that signs it."""


def score_papers(page: Page) -> Score:
    """Score a page by the headings of a series: parties with form, number, place and date under them."""
    nothing = Score(0.0, "no parties with form, number and date under them")
    text = page.capture.text
    if (exchange := score_exchange(page)).value:
        return exchange
    english = (" to " in text or " TO " in text or "ablegram" in text) and _TRACE.search(text) is not None
    russian = not english and has_russian_trace(text)
    if not english and not russian and not has_trace(text):
        return nothing
    headings = [heading for heading in find_headings(page.paragraphs) if heading.kind]
    if len(headings) > 1 and _FILMED.search(text):
        return Score(0.0, "several documents under the frames of a film, as a collection has them")
    counted = sum(bool(heading.ordinal) for heading in headings)
    wired = "\nTelegraphische" in text
    alone = (
        english
        or wired
        or any(page.paragraphs[h.title].text.startswith(KINDS) for h in headings)
        or (counted and (russian or _IN_LINE.search(text) is not None))
    )
    if len(headings) < (1 if alone else MIN_ABROAD):
        return nothing
    value = 0.45 + 0.15 * min(2, len(headings)) + 0.23 * bool(counted) + 0.1 * wired
    return Score(min(0.99, value), f"{len(headings)} documents of a printed series, {counted} numbered")


def read_papers(page: Page) -> Regions:
    """Part a page into its documents; what stands before the first is context, menus are furniture."""
    if score_exchange(page).value:
        return read_exchange(page)
    rows = page.paragraphs
    headings = find_headings(rows)
    ends = [*(heading.first for heading in headings[1:]), _end(page, headings[-1])] if headings else []
    ends = [_before_other(rows, heading, end) for heading, end in zip(headings, ends, strict=True)]
    if headings and headings[-1].ordinal:
        ends[-1] = _cut_off(page, headings[-1], ends[-1])
    regions: list[Region] = []
    taken: set[int] = set()
    shared = _shared_notes(page, headings, ends[-1]) if len(headings) > 1 else None
    for heading, end in zip(headings, ends, strict=True):
        region = _region(page, heading, max(end, heading.text), shared) if heading.kind else None
        if region is not None:
            regions.append(region)
            taken.update(range(heading.first, _closed(rows, heading.text, max(end, heading.text))))
    rest = [(i, row) for i, row in enumerate(rows) if i not in taken]
    furniture = tuple(row for i, row in rest if _is_furniture(page, i))
    context = tuple(row for i, row in rest if not _is_furniture(page, i))
    titles = tuple(rows[heading.title] for heading in headings if not heading.kind)
    return Regions("papers", tuple(regions), furniture, context, titles)


def _before_other(rows: Sequence[Paragraph], heading: Heading, end: int) -> int:
    """Return where a document ends before the next of the volume that is a memorandum or the like, and has a number."""
    for at in range(heading.text + 1, end - 1) if heading.ordinal else ():
        if number_of(rows[at].text) == int(heading.ordinal) + 1:
            title = at + 1 + is_of_film(rows[at + 1].text)
            return at if title < end and heads_other(rows[title].text) else end
    return end


def _cut_off(page: Page, last: Heading, end: int) -> int:
    """Return where the last document ends when the number of one more stands under it, cut off behind its heading."""
    following = next(
        (i for i in range(last.text + 1, end) if number_of(page.paragraphs[i].text) == int(last.ordinal) + 1), end
    )
    return following if end - following <= MAX_CUT else end


def _is_furniture(page: Page, index: int) -> bool:
    return page.roles[index] is not None or is_navigation(page.paragraphs[index].text)


def _is_menu(page: Page, index: int) -> bool:
    return page.roles[index] is Role.MENU


def _end(page: Page, last: Heading) -> int:
    """Return the index after the last row of the last document: menus under it and what goes with them are none."""
    below = (i for i in range(last.text + 1, len(page.paragraphs) - 1) if _is_menu(page, i) and _is_menu(page, i + 1))
    end = at = next(below, len(page.paragraphs))
    while at and ((menu := _is_furniture(page, at - 1)) or is_footer(page.paragraphs[at - 1].text)):
        at -= 1
        end = at if menu else end
    return end


def _region(page: Page, heading: Heading, end: int, shared: _Shared | None = None) -> Region | None:
    rows, under = page.paragraphs, heading.title + heading.lines
    title, receipt, beside = _title(rows[heading.title : under], heading.offset)
    extract = title is not None and title.text.endswith(_EXTRACTS)
    told = [row for row in rows[heading.first : heading.title] if not counts(row.text) and not is_of_film(row.text)]
    over = [row for row in rows[heading.first : heading.title] if row not in told]
    kept = tuple(row.at(*span) for row in over if (span := file_of(row.text)))
    silent = (*(row.at(0, (file_of(row.text) or (len(row.text),))[0]) for row in over), *beside)
    silent = tuple(part for part in silent if part.text)
    opening = [part for row in housed(rows[under : heading.text]) for part in parted_line(row)]
    opening = [*told, *receipt, *opening]
    silent = (*silent, *(gap for row in rows[under : heading.text] for gap in _gaps(row, opening) if gap.text))
    served = tuple(line for part in opening[:1] if (line := form_line(part)))
    silent = (*silent, *(part for part in opening if is_letter_of_form(part.text) or _is_form(part.text)))
    extract = extract or any(part.text[1:5] in ("Extr", "Ausz", "Estr") for part in opening if part in silent)
    extract = extract or any(part.text.endswith(_EXTRACTS_OF_FORM) for part in opening)
    opening = [part for part in opening if part not in silent]
    last = shared is not None and shared.first < end
    end = _closed(rows, heading.text, end)
    notes, first = ((), end) if last else _notes(page, heading, end)
    if shared is not None and not notes:
        notes, first = shared.notes, min(shared.first, end)
    if heading.text < first < end and is_notes_heading(rows[first - 1].text):
        first -= 1
        silent = (*silent, rows[first])
    sources = tuple(row for row in rows[heading.text : end] if _is_file(row.text))
    sources = sources or trailing_sources(rows[heading.text : first], page.repositories)
    starred = notes_under(rows[heading.text : first], sources, page.repositories)
    if rows[heading.first].text.endswith("*"):
        starred = tuple(_of_star(row) for row in rows[heading.text + 1 : first] if row.text[0] == "*")
    leads = {note.lead for note in starred}
    heads = {
        rows[i] for i in range(heading.text, first) if page.roles[i] is not None and any(map(str.isdigit, rows[i].text))
    }
    rules = tuple(row for row in rows[heading.text : first] if row in heads or not any(map(str.isalnum, row.text)))
    below = _below(rows, heading.text, first)
    left = (row for row in rows[heading.text : first] if row not in (*sources, *rules) and row.start not in leads)
    body = (*opening, *(row for row in left if row not in below))
    silent = (*silent, *rules, *(row for row in below if row not in rules))
    if (first == heading.text and not opening) or _is_elsewhere(rows[heading.text : end]):
        return None
    called = markers(page.capture.text, body, notes)
    notes = tuple(note for note in notes if note.key in called) if shared and notes is shared.notes else notes
    return Region(
        body=body,
        title=title,
        sources=(*kept, *sources),
        notes=tuple(note for note in notes if note.key in called),
        hung=(*(note for note in notes if note.key not in called), *starred),
        silent=silent,
        kind=heading.kind,
        number_at=heading.number,
        formal=title is not None,
        extract=extract,
        served=served,
    )


def _of_star(row: Paragraph) -> Footnote:
    """Return the note that a star at the number of the document calls: “No. 46*”, “* Drafted by another hand.”."""
    return Footnote("*", row.start, row.start + len(row.text) - len(row.text.lstrip("* ")), row.end)


def _is_form(text: str) -> bool:
    """Say whether a line has nothing but the form of what follows, «(Телеграмма).», “(Translation.)”."""
    return is_form_alone(text) or (text[:1] in "([T" and _MADE_FROM.fullmatch(text) is not None)


_MADE_FROM: Final = regex(
    r"Telegraphische[rs]?\s(?:Bericht|Erla(?:ß|ss)|Weisung)|"
    r"[(\[](?:Translation|Translated|Extract|Extrait|Auszug|Estratto|Copy|Paraphrase|Traduction|Copie|Übersetzung)"
    r"\.?[)\]]"
)


def _below(rows: Sequence[Paragraph], start: int, end: int) -> tuple[Paragraph, ...]:
    """Return the rows under a document that are no words of its own: clerks' minutes, where else it is printed."""
    at = next((i for i in range(start + 1, end) if _MINUTES.fullmatch(rows[i].text)), end)
    while at - 1 > start and _SEE.fullmatch(rows[at - 1].text):
        at -= 1
    return tuple(rows[at:end])


_MINUTES: Final = regex(r"MINUTES?\.?|Minutes?\.?|Minutes? by [A-Z][^\n]{2,60}\.")
_SEE: Final = regex(r"(?:Published in|Printed in|Cf\.|See also|Not printed)[^\n]{0,160}")


def _gaps(row: Paragraph, parts: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield what of a row none of the parts holds: the brackets round two of them, the “and” between."""
    at = row.start
    for part in sorted(parts, key=lambda part: part.start):
        if part.start < row.end and part.end > at:
            yield row.at(at - row.start, max(at, part.start) - row.start)
            at = part.end
    if at < row.end:
        yield row.at(at - row.start, len(row.text))


def _is_elsewhere(rows: Sequence[Paragraph]) -> bool:
    """Say whether a heading has nothing under it but where the document is printed: “(Printed in the White Book.)”."""
    return len(rows) == 1 and rows[0].text[0] == "(" and _REMARK.fullmatch(rows[0].text) is not None


def _title(
    lines: Sequence[Paragraph], offset: int
) -> tuple[Paragraph | None, tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the parties that a heading names, its receipt, and what stands beside them: a number, a full stop."""
    if not lines:
        return None, (), ()
    whole = _whole(lines)
    whole = replace(whole, text=whole.text.replace("\n", " "))
    if at := receipt_at(whole.text):
        bracket = whole.text.rindex("(")
        title = whole.at(offset, at)
        beside = (whole.at(0, offset), whole.at(title.end - whole.start, bracket))
        end = whole.text.rindex(")") + 1
        return title, (whole.at(bracket, end),), (*beside, whole.at(end, len(whole.text)))
    title = whole.at(offset, len(whole.text.rstrip(".*")))
    title = title.at(0, marker) if (marker := marker_at(title.text)) else title
    return title, (), (whole.at(0, offset), whole.at(title.end - whole.start, len(whole.text)))


def _closed(rows: Sequence[Paragraph], start: int, end: int) -> int:
    """Return where a document ends: behind “Signé:” where a heading of the page in capitals follows."""
    signed = next((i for i in reversed(range(start, end)) if labelled_signature(rows[i].text)), end)
    return signed + 1 if signed + 1 < end and rows[signed + 1].text.isupper() else end


def _whole(lines: Sequence[Paragraph]) -> Paragraph:
    """Return a title over several rows as one, with blanks for the ends of lines."""
    first, last = lines[0], lines[-1]
    between = (" " * (after.start - row.end) + after.text for row, after in pairwise(lines))
    return Paragraph(first.start, last.end, first.text + "".join(between), first.blank_before)


def _is_file(text: str) -> bool:
    return len(text) <= MAX_LINE and text[:1] == "[" and _FILE.fullmatch(text) is not None


def _notes(page: Page, heading: Heading, end: int) -> tuple[tuple[Footnote, ...], int]:
    """Return the notes under a document, and the first row that is theirs; `end` where there are none.

    They count from 1 without a gap, and nothing but files, remarks of the editors and their own further paragraphs
    stands among or under them.
    """
    rows, start = page.paragraphs, heading.text
    leads = {i: lead for i in range(start, end) if (lead := _lead(rows[i])) is not None}
    for first in reversed([i for i, lead in leads.items() if _begins(rows[i], lead)]):
        run = _run(leads, first, end)
        if not _ends(rows, run[-1], end):
            continue
        above = rows[heading.title : first]
        notes = tuple(_tied(page.capture.text, above, _whole_notes(rows, leads, run)))
        if 2 * len(markers(page.capture.text, above, notes)) >= len(notes):
            return notes, first
    return (), end


@dataclass(frozen=True, slots=True)
class _Shared:
    """The notes at the foot of a page, called by several of its documents, and the first row that is theirs."""

    notes: tuple[Footnote, ...]
    first: int


def _shared_notes(page: Page, headings: Sequence[Heading], end: int) -> _Shared | None:
    """Return the notes at the foot of a page that count through its documents, None where each has its own."""
    rows, start = page.paragraphs, headings[-1].text
    leads = {i: lead for i in range(start, end) if (lead := _lead(rows[i])) is not None}
    first = next((i for i in leads if _begins(rows[i], leads[i])), None)
    if first is None or not _ends(rows, (run := _run(leads, first, end))[-1], end):
        return None
    above = rows[headings[0].title : first]
    notes = tuple(_tied(page.capture.text, above, _whole_notes(rows, leads, run)))
    called = markers(page.capture.text, above, notes)
    early = [place for place in called.values() if place < rows[headings[-1].first].start]
    return _Shared(notes, first) if early and len(called) == len(notes) else None


def _tied(text: str, above: Sequence[Paragraph], notes: Sequence[Footnote]) -> Iterator[Footnote]:
    """Yield the notes, those in parentheses with the places of their markers, behind a figure too: “No. 9.(1)”."""
    for note in tied_where_round(text, above, notes):
        round_ = text[note.lead] == "("
        marker = f"({note.n})" if round_ else f"[{note.n}]"
        places = (
            (row.start + at, row.start + at + len(marker))
            for row in above
            if (at := row.text.find(marker, 1)) > 0 and not (round_ and row.text[at - 1].isspace())
        )
        loose = () if note.marks or text[note.lead] == "[" else tuple(places)[:1]
        yield replace(note, marks=loose) if loose else note


def _whole_notes(rows: Sequence[Paragraph], leads: dict[int, Footnote], run: Sequence[int]) -> list[Footnote]:
    """Return notes with their further paragraphs, up to the next of them."""
    ends = [*(after - 1 for after in run[1:]), run[-1]]
    return [replace(leads[i], end=rows[end].end) for i, end in zip(run, ends, strict=True)]


def _run(leads: dict[int, Footnote], first: int, end: int) -> list[int]:
    """Return the rows of notes 1, 2, 3 … from a row on, or from 211 on."""
    found = [first]
    for index in range(first + 1, end):
        if index in leads and int(leads[index].n) == int(leads[first].n) + len(found):
            found.append(index)
    return found


def _begins(row: Paragraph, lead: Footnote) -> bool:
    """Say whether a note can be the first of its run: notes in braces count through a volume, “{211} …”."""
    return lead.n == "1" or row.text[0] == "{"


def _ends(rows: Sequence[Paragraph], last: int, end: int) -> bool:
    """Say whether nothing but files and short remarks stands under the last note."""
    return all(_is_file(row.text) or _REMARK.fullmatch(row.text) for row in rows[last + 1 : end])


def _lead(row: Paragraph) -> Footnote | None:
    match = _NOTE.match(row.text)
    number = (match["brace"] or match["round"] or match["square"] or match["plain"]) if match else None
    return Footnote(number, row.start, row.start + match.end(), row.end) if match and number else None


PAPERS: Final = Layout("papers", score_papers, read_papers)
"""Numbered documents of a printed series."""
