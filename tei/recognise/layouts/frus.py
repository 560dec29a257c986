"""Foreign Relations of the United States as one copies a page of it.

File number, "The Ambassador in China (…) to the Secretary of State", place and date, "[Received …]", the telegram with
its number as first words, a surname as signature, numbered footnotes. A page may hold a telegram, its answer, a letter,
and memoranda, which are no telegrams and stay with what stands round them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.model import Evidence, Footnote
from tei.recognise.known import nobody
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.frus_heads import (
    Heading,
    find_headings,
    is_counted,
    is_enclosure,
    is_file,
    is_label,
    is_page,
    is_written_at,
)
from tei.recognise.layouts.frus_leaves import NO_RUN, lent_notes
from tei.recognise.layouts.frus_notes import is_source_note, link_of
from tei.recognise.layouts.frus_openers import (
    MAX_CLOSED,
    NUMBER_CLOSED,
    is_cut,
    joined_offices,
    marked_receipt,
    opening_lines,
    own_number,
)
from tei.recognise.layouts.frus_page import Finds, end_of, find_parts, is_apparatus, is_footer, notes_under, own_notes
from tei.recognise.layouts.frus_quoted import quoted_in
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.sources import stands_with_fond
from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import salutation_name
from tei.recognise.parts import joined, only_brackets
from tei.recognise.series import is_series, with_document
from tei.regexes import regex

_TRACES: Final = tuple(
    (needle, regex(trace))
    for needle, trace in (
        ("foreign relations of the", r"foreign relations of the"),
        ("[received", r"\[received"),
        ("department of state", r"department of state"),
        ("↩", r"↩"),
        ("papers", r"papers(?<!\wpapers)\b"),
        ("file", r"file(?<!\wfile)s?\b"),
        ("lot ", r"lot (?<!\wlot )\d"),
        ("/", r"\d[a-z]?\s?/\s?[\d½]|\d\.[a-z\d]{1,8}\s[^\n/]{2,60}/\s?\d"),
        (
            " from the ",
            r"(?:\d\.\s|\n)(?:[a-z]+\s){0,3}(?:telegram|message|airgram)\sfrom\sthe\s"
            r"(?:embassy|legation|consul|mission|department|delegat|secretary|president|white)",
        ),
        ("house,", r"white house,\s"),
        ("mansion,", r"executive mansion,\s"),
        ("legation", r"legation(?: of [a-z ]{3,30})?,\s"),
        ("[telegram", r"\[telegram\."),
        ("cable", r"\[by cable"),
        ("]", r"\bno\.\s+\d{1,5}[^\]\n]{0,16}\]"),
        ("\nsir", r"(?:^|\n)[^\n]{2,60}\sto\s[^\n]{2,60}\n+\s*sir\s?[:.]\s"),
    )
)
"""What a page of the series has somewhere, in small letters, each after the characters without which it is not looked
for; the costliest last. An expression that begins with letters is found several times sooner than one with `\\b`."""
_RECEIVED: Final = regex(r"\[\s*received\b[^\]\n]{0,60}\]?\d{0,3}", re.IGNORECASE)
_LETTERS: Final = regex(
    r"(?:my dear|dear|sirs?|gentlemen|(?:your )?excellency|madam|mr\. (?:minister|ambassador|president|secretary))\b"
    r"[^.\n]{0,60}[:,.]?",
    re.IGNORECASE,
)
_INLINE: Final = regex(
    r"sir\.\s(?=[A-Z])|(?:sirs?|gentlemen|(?:your )?excellency|madam|my lord(?: \w+)?|"
    r"(?:my )?dear (?:[^.:\n]|(?<=\s[DM]r)\.|(?<=\sMrs)\.|(?<=\s[GC][eo][nl])\.){2,50}|"
    r"esteemed (?:mr\.|sir|comrade)[^:\n]{0,40})\s?:\s",
    re.IGNORECASE,
)
_NUMBERED: Final = regex(
    r"(?:\[?\d{1,4}\]?\.\s+)?(?:(?:[A-Z]\w+\s+){0,3}(?:Telegram|Airgram)|(?:Backchannel\s+)?Message)\b.{0,30}\b[Ff]rom\s.{3,120}"
    r"\s[Tt]o\s+the\s",
    re.DOTALL,
)
"""“211. Telegram From the Embassy in … to the Department of State”, the heading of the later volumes."""
_LOOSE_MARKER: Final = regex(r"(?<=[^\W\d_])\s*\[?\d{1,2}\]?$|(?<=\))\s*\[?\d{1,2}\]?$")
_INNER_MARKER: Final = regex(r"(?<=[^\W\d_]\))\d{1,3}(?=\s+to\s)")
"""The marker of a note behind the first of two parties, “The Minister in Norway (Pell)10 to the …”."""
_NOTE: Final = regex(r"(?:aide-m[ée]moire|note verbale|memorandum|note|verbal note)\.?", re.IGNORECASE)
_NUMERAL: Final = regex(r"\(?\d{1,2}[.)]|\([a-z]\)")
MAX_NUMERAL: Final = 4
MIN_EDITORS: Final = 60
MAX_FILED: Final = 4
MAX_TOP: Final = 3
"""A page whose heading stands so high under a file number is a page of the series."""
_AMERICAN: Final = ("United States", "Department of State", "Washington", "[Telegram", "cable")
"""On a page whose documents are counted “No. 12.” over who wrote to whom one of these stands; British volumes count so
too."""
_SIR: Final = ("Sir: ", "Sir : ", "Sir. ")
MAX_ABOVE: Final = 4
MAX_LED: Final = 14
"""So far from its first letter says a note with a number that it gives the source."""
HEAD: Final = 9
"""So many lines under a title are looked at for place, date and the like."""


def score_frus(page: Page) -> Score:
    """Score a page by its file numbers, its lines of parties with their offices, times of receipt and the series."""
    nothing = Score(0.0, "no office writes to another under a file number")
    if not _has_traces(page.capture.text) or stands_with_fond(page.paragraphs):
        return nothing
    counted = any(map(page.capture.text.__contains__, _AMERICAN)) and ".—(Received" not in page.capture.text
    texts = [row.text for row in page.paragraphs]
    series = any(is_series(text) for text in texts[:40])
    files = any(is_file(text) for text in texts)
    filed_ = (text for text in texts if "Files" in text or "Lot " in text or "Source: " in text[:MAX_LED])
    sourced = any(is_source_note(text.lstrip("0123456789[]. -•")) for text in filed_)
    sourced = sourced or any(is_source_note(page.capture.text[note.start : note.end]) for note in page.notes)
    received = any(_RECEIVED.fullmatch(text) for text in texts)
    old = sum("]" in text[:MAX_CLOSED] and NUMBER_CLOSED.match(text) is not None for text in texts)
    old += counted and sum("No. " in text[:4] and is_counted(page.paragraphs, i) for i, text in enumerate(texts))
    titled = any(("gram" in text or "Message " in text) and _NUMBERED.match(text) for text in texts)
    sir = next((i for i, text in enumerate(texts[:MAX_ABOVE]) if i and text.startswith(_SIR)), 0)
    first = sir or int(is_written_at(page.paragraphs, 1))
    headings = find_headings(page) if series or files or sourced or received or old or titled or first else ()
    if not headings:
        return nothing
    filed = sum(heading.file is not None for heading in headings)
    numbered = any(heading.offset and heading.told for heading in headings)
    value = 0.1 + 0.5 * bool(filed) + 0.25 * series + 0.3 * sourced + 0.15 * received + 0.1 * bool(filed and received)
    value += 0.05 * min(filed, MAX_FILED) + 0.2 * numbered + 0.75 * bool(old)
    opened = bool(first) and headings[0].title == first - 1
    value += 0.5 * opened
    value += 0.35 * (headings[0].file is not None and headings[0].file < headings[0].title <= MAX_TOP)
    value += 0.25 * (sum(heading.told and heading.file is not None for heading in headings) > 1)
    value += 0.36 * (numbered and sourced) + 0.5 * (titled and not numbered)
    value += 0.4 * (numbered and len(headings) > 1 and sum(text.startswith("Source: ") for text in texts) > 1)
    if not (filed or series or sourced or old or numbered or titled or opened) and not (
        received and any(heading.kind for heading in headings)
    ):
        return nothing
    reason = f"{len(headings)} headings, {filed} file numbers" + (", the series named" if series else "")
    return Score(min(1.0, value), reason)


def _has_traces(text: str) -> bool:
    low = text.lower()
    return any(needle in low and trace.search(low) is not None for needle, trace in _TRACES)


def read_frus(page: Page) -> Regions:
    """Part a page into its documents; labels and page numbers between them are metadata, menus are furniture."""
    found = find_parts(page)
    regions: list[Region] = []
    listed = len([i for i in range(len(found.headings)) if _is_entry(page, found, i)]) > 1
    taken = set(range(found.first_note, found.last_note + 1)) if found.notes and not listed else set()
    used: set[int] = set()
    for index, heading in enumerate(found.headings):
        end = end_of(page, found, index)
        inner, first, last = found.inner[index] if index < len(found.inner) else NO_RUN
        own = tuple(note for note in inner if note.lead not in used)
        lent = () if own else next((notes for notes, _, _ in found.inner[index:] if notes), ())
        entry = listed and _is_entry(page, found, index)
        region = _region(page, found, heading, end, own, lent) if heading.kind and not entry else None
        if region is not None:
            regions.append(region)
            taken.update(range(heading.first, end))
            taken.update(range(first, last + 1) if inner else ())
            used.update(note.lead for note in (*region.notes, *region.hung))
    if listed and not regions:
        return Regions("frus", (), (), page.paragraphs)
    every = (*found.notes, *(note for notes, _, _ in found.inner for note in notes))
    regions += [region for note in every if (region := quoted_in(page, note))]
    left = tuple(note for note in found.notes if note.lead not in used)
    rest = [(i, p) for i, p in enumerate(page.paragraphs) if i not in taken and p not in found.series]
    final = bool(found.headings) and bool(found.headings[-1].kind)
    last = max(taken, default=len(page.paragraphs)) if final else len(page.paragraphs)
    loose = [i for i, p in rest if is_apparatus(page, i) or (i > last and is_footer(p.text))]
    furniture = tuple(p for i, p in rest if i in loose)
    context = tuple(p for i, p in rest if i not in loose)
    back = tuple(arrow for note in every if (arrow := link_of(page.capture.text, note)))
    titles = tuple(page.paragraphs[heading.title] for heading in found.headings if not heading.kind)
    return Regions("frus", tuple(regions), (*furniture, *back), context, titles, left, found.series)


def _region(
    page: Page, found: Finds, heading: Heading, end: int, inner: tuple[Footnote, ...], lent: tuple[Footnote, ...]
) -> Region | None:
    text, rows, notes = page.capture.text, page.paragraphs, inner or lent or found.notes
    title, silent = _title(page, heading, notes)
    above = [rows[i] for i in range(heading.first, heading.title) if i != heading.file]
    cuts = [row for row in above if is_cut(row.text) is not None]
    silent += [row for row in above if (is_label(row.text) and not is_page(row.text)) or row in cuts]
    kept = [row for row in above if row not in found.series and row not in silent]
    under = [_leaf(page, i) for i in range(heading.title + 1, end) if i not in (heading.file, heading.source)]
    below = _unbulleted(under, silent)
    head, extract = _head(below[:HEAD], {note.n for note in notes}, silent)
    body = tuple(_with_numerals(text, _numbers_alone((*kept, *head, *below[HEAD:]))))
    over = rows[heading.first - 1 : heading.first] if heading.first else ()
    extract = extract or any(is_cut(row.text) for row in (*over, *cuts))
    cut = next((i for i in reversed(range(1, len(body))) if not _is_of_editors(body[i].text)), 0) + 1
    body, remarks = body[:cut], body[cut:]
    if all(is_source_note(row.text) for row in (*head, *below[HEAD:])):
        return None  # nothing, or an entry in the list of a chapter's documents
    own, hung = notes_under(page, body, inner) if inner else lent_notes(page, rows[heading.title], body, lent)
    if not (inner or own or hung):
        own, hung = own_notes(page, found, heading, body)
    sourced = tuple(
        Paragraph(n.start, n.end, text[n.start : n.end]) for n in hung if is_source_note(text[n.start : n.end])
    )
    kind = _kind(heading, body, enclosed=any(is_enclosure(row.text) for row in above))
    return Region(
        body=body,
        title=title,
        sources=tuple(rows[i] for i in (heading.file, heading.source) if i is not None),
        cited=sourced,
        shared=found.series[:1],
        notes=own,
        hung=hung,
        silent=tuple(part for part in silent if part.text),
        extract=extract,
        remarks=remarks,
        kind=kind,
        printed=with_document(found.volume, heading.number, Evidence("series", title.start, title.end)),
        number_at=own_number(body) if kind == "telegram" else None,
        formal=True,
    )


def _leaf(page: Page, index: int) -> Paragraph:
    """Return a row, the head of a leaf as its number: “204 FOREIGN RELATIONS, 1938, VOLUME II” is “Page 204”."""
    row = page.paragraphs[index]
    if not row.text.isupper() or not (row.text[0].isdigit() or row.text[-1].isdigit()):
        return row
    match = _LEAF.fullmatch(row.text)
    if match is None or not (page.roles[index] is not None or "FOREIGN RELATIONS, " in row.text):
        return row
    return Paragraph(row.start, row.end, f"Page {match['left'] or match['right']}", row.blank_before)


_LEAF: Final = regex(
    r"(?P<left>\d{1,4})\s+[A-Z][^\n]{5,70}|[A-Z][^\n]{5,70}?(?<!VOLUME)(?<!PART)\s+(?P<right>\d{1,4})(?<!\s1[89]\d\d)"
)


def _is_entry(page: Page, found: Finds, index: int) -> bool:
    """Say whether a heading is one of a list of documents: a sentence that sums the document up, and its source."""
    heading = found.headings[index]
    notes = found.inner[index][0] or (found.notes if heading is found.headings[-1] else ())
    if not heading.number or len(notes) != 1 or page.capture.text[notes[0].lead : notes[0].lead + 7] != "Source:":
        return False
    rows = page.paragraphs[heading.title + 1 : end_of(page, found, index)]
    return len(rows) == 1 and own_number(rows) is None


def _unbulleted(rows: list[Paragraph], silent: list[Paragraph]) -> list[Paragraph]:
    """Return rows without the dashes of a list whose numerals stand alone, “- 1.” over “- The stoves …”.

    So some programs copy the site's numbered points; each numeral and the paragraph under it have a dash.
    """
    numbered = {
        i: match["n"] for i, row in enumerate(rows) if row.text[0] == "-" and (match := _DASHED.fullmatch(row.text))
    }
    if not numbered or list(numbered.values()) != [str(n) for n in range(1, len(numbered) + 1)]:
        return rows
    made = list(rows)
    for i, row in enumerate(rows):
        if row.text.startswith("- ") and (i in numbered or i >= min(numbered)):
            made[i] = row.at(1, len(row.text))
            silent.append(row.at(0, 1))
    return made


_DASHED: Final = regex(r"-\s\(?(?P<n>\d{1,2})[.)]")


def _title(page: Page, heading: Heading, notes: Sequence[Footnote]) -> tuple[Paragraph, list[Paragraph]]:
    """Return the title of a document, and the number before it and the marker of a note behind it."""
    whole = page.paragraphs[heading.title]
    words = whole.at(heading.offset, len(whole.text))
    title = without_marker(page.capture.text, words, notes)
    loose = _LOOSE_MARKER.search(title.text)
    title = title.at(0, loose.start()) if loose else title
    inside = _INNER_MARKER.sub(lambda marker: " " * len(marker[0]), title.text) if ")" in title.text else title.text
    title = replace(title, text=inside.replace("\n", " "))
    return title, [whole.at(0, heading.offset), words.at(title.end - words.start, len(words.text))]


def _head(rows: Sequence[Paragraph], notes: set[str], silent: list[Paragraph]) -> tuple[tuple[Paragraph, ...], bool]:
    """Return the first lines under a title as the later steps are to read them, and whether one says "[Extract]"."""
    lines: list[Paragraph] = []
    extract = text = False
    for row in joined_offices(rows):
        cut = is_cut(row.text) if not text else None
        text = text or (len(row.text) > 100 and len(" ".join(row.text.split())) > 100)
        if cut is not None or (not text and is_label(row.text) and not is_page(row.text) and not _is_numeral(row.text)):
            silent.append(row)
            extract = extract or bool(cut)
        elif text:
            lines.append(row)
        elif receipt := marked_receipt(row):
            lines.append(receipt[0])
            silent.append(receipt[1])
        else:
            lines.extend(opening_lines(row, notes))
    return tuple(lines), extract


def _is_of_editors(text: str) -> bool:
    """Say whether a paragraph under the text is the editors', in brackets: “[For a study of stoves, see …]”."""
    return len(text) >= MIN_EDITORS and text[0] == "[" and only_brackets(text)


def _with_numerals(text: str, rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield rows, the numeral of a point together with its text: the site's lists come apart when they are copied."""

    def join(numeral: Paragraph, row: Paragraph) -> Paragraph | None:
        alone = len(numeral.text) <= MAX_NUMERAL and _NUMERAL.fullmatch(numeral.text) is not None
        near = alone and _goes_under(row.text) and text[numeral.end : row.start].strip() in ("", "-")
        return joined(numeral, row) if near else None

    return put_together(rows, join)


def _numbers_alone(rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield rows, the number of a telegram apart from the first point of its text, “4046. 1. Your boats …”."""
    counted = any(row.text.startswith("2. ") for row in rows)
    for row in rows:
        lead = _NUMBER_AND_POINT.match(row.text) if counted and row.text[:1].isdigit() else None
        if lead:
            yield row.at(0, lead.end())
        yield row.at(lead.end(), len(row.text)) if lead else row


_NUMBER_AND_POINT: Final = regex(r"\d{2,6}\. (?=1\. [A-Z“\"\[])")


def _goes_under(text: str) -> bool:
    """Say whether the text of a point begins so; the name of the volume is of the page."""
    return (text[:1].isalpha() or text[:1] in '“"[') and not is_series(text)


def _is_numeral(text: str) -> bool:
    """Say whether a line under a title numbers a despatch, "No. 112", "No. 112.]", or is a numeral, "1."."""
    return re.fullmatch(r"No\.\s*\d{1,5}\.?\s?\]?", text) is not None or _NUMERAL.fullmatch(text) is not None


def _kind(heading: Heading, body: Sequence[Paragraph], *, enclosed: bool) -> str:
    """Return what a document is: as title or file number say, else by its salutation, its number and its file.

    A file number that does not say "Telegram" stands over no telegram, unless the text opens with the number of one;
    what was sent along is a letter unless it says otherwise.
    """
    if heading.told:
        return heading.kind
    for row in body[:6]:
        if _NOTE.fullmatch(row.text):
            return "note"
        if _INLINE.match(row.text) or (_LETTERS.match(row.text) and _is_salutation(row.text)):
            return "letter"
        if row.text[-1:] == "]" and NUMBER_CLOSED.fullmatch(row.text):
            return "letter"
    unnumbered = heading.file is not None and bool(body) and own_number(tuple(body)) is None
    return "letter" if unnumbered or enclosed else "telegram"


def _is_salutation(text: str) -> bool:
    return salutation_name(text, nobody) is not None or _LETTERS.fullmatch(text) is not None


FRUS: Final = Layout("frus", score_frus, read_frus)
"""Pages of the Foreign Relations of the United States."""
