"""From the documents found on a page to its regions: each gets its sources and notes, the page keeps the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.model import Footnote
from tei.recognise.credits import find_credits
from tei.recognise.defining import defined_parties, described_parties
from tei.recognise.enveloped import is_enveloped
from tei.recognise.intervals import days_later
from tei.recognise.kinds import kind_of
from tei.recognise.layouts.announcing import is_prose, is_salutation, is_strong, numbered
from tei.recognise.layouts.belonging import Material, belongings, text_of
from tei.recognise.layouts.captions import frame_of, parties_below
from tei.recognise.layouts.context_heads import context_headings
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.documents import Document
from tei.recognise.layouts.endnotes import Notes, markers, without_marker
from tei.recognise.layouts.inset import telegram_in
from tei.recognise.layouts.notes_of_site import is_crumbs
from tei.recognise.layouts.page import Page, Region, Regions, is_date_line
from tei.recognise.layouts.quoted_forms import is_quoted_form
from tei.recognise.layouts.quoting import quoted_in
from tei.recognise.layouts.rows import Head, Rows, is_personal, named_in, year_above
from tei.recognise.layouts.seams import parted
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.regexes import regex

_DIGITS: Final = regex(r"\d{1,3}")
_PART: Final = regex(
    r"\b(?:extract|excerpt|passage|fragment|selection|only part|part of (?:the|this)|in part|not (?:\w+ )?the entir\w+|"
    r"not (?:\w+ )?(?:in full|whole)|after (?:\w+ ){1,3}paragraphs?|only the (?:beginning|end)|отрывок|выдержк\w+)\b",
    re.IGNORECASE,
)
_OF_ALL: Final = regex(
    r"translated\s+(?:them|these|all|both)\b|\ball\b[^.]{0,80}\btranslat|\b(?:telegrams|letters|documents|papers|texts)\b[^.]{0,80}"
    r"\btranslat|\b(?:quoted|given|printed)\b[^.]{0,60}\btranslat|\btranslations?\s+(?:here\s+)?(?:are|throughout)\b",
    re.IGNORECASE,
)
MAX_TOLD: Final = 400
MAX_LABEL: Final = 90
"""Characters of the longest line that labels a diary."""
MAX_BEFORE: Final = 2
MAX_OVER: Final = 4
"""So many lines, the page's title among them, may stand before the sentence that defines a telegram."""
MAX_ABOVE: Final = 12
"""So many paragraphs above an answer the word for a telegram may stand."""
MAX_ENTRY: Final = 12
"""So many paragraphs above a telegram the date of its entry in a diary may stand."""


def assemble(layout: str, page: Page, rows: Rows, documents: Sequence[Document], notes: Notes) -> Regions:
    """Return the regions of a page: one for each document, one for each telegram inside a note, the rest context."""
    places = markers(page.capture.text, rows.rows, notes.notes) if notes.notes else {}
    made = Material(page, rows, tuple(documents), notes, places, tuple(_diaries(rows)))
    regions = tuple(_region(made, document) for document in documents)
    used = {note.lead for region in regions for note in (*region.notes, *region.hung)}
    used |= {source.start for region in regions for source in region.sources}
    left = tuple(note for note in notes.notes if note.lead not in used and note.start not in used)
    quoted = tuple(region for note in left if not note.is_comment and (region := _in_note(made, note)))
    inline = quoted_in(made, _context(made)) if layout == "article" else ()
    telegrams = tuple(sorted((*regions, *quoted, *inline), key=lambda region: region.body[0].start))
    telegrams = tuple(_as_letters(made, telegrams))
    shared = tuple(row for row in _context(made) if _is_credit(row))
    told = (*shared, *(row for row in _told(made) if row not in shared and _tells_translator(row)))
    telegrams = tuple(replace(region, shared=told) for region in telegrams)
    if telegrams and telegrams[0].announced and not telegrams[0].title and _may_be_defined(telegrams):
        telegrams = (_as_defined(made, telegrams[0]), *telegrams[1:])
    last = _source_of_all(made)
    if last is not None and not any(region.sources or region.cited for region in telegrams):
        telegrams = tuple(replace(region, cited=(last,)) for region in telegrams)
    context = tuple(row for row in _context(made) if row not in shared)
    headings = context_headings(made, context)
    furniture = (*_furniture(page, notes), *notes.headings)
    return Regions(layout, telegrams, furniture, context, headings, left, shared)


def _as_letters(made: Material, regions: Sequence[Region]) -> Iterator[Region]:
    """Yield the regions; on a page that speaks of letters over the first, and of no telegram, all are letters.

    Where it speaks of a letter, and of no telegram, what its notes say went from one to another is a letter.
    """
    text = made.page.capture.text
    spoken = bool(regions) and "etter" in text
    above = text[: (regions[0].title or regions[0].body[0]).start] if spoken else ""
    lettered = bool(above) and _LETTERS.search(above) is not None and _BY_WIRE.search(above) is None
    wireless = spoken and _BY_WIRE.search(text) is None
    for region in regions:
        first = (region.title or region.body[0]).start
        own = lettered and not region.announced and not _BY_WIRE.search(text[first : region.body[-1].end])
        noted = wireless and any(is_enveloped(row.text) for row in (*region.cited, *region.sources))
        yield replace(region, kind="letter") if not region.kind and (own or noted) else region


_IT_READ: Final = regex(
    r"\b(?:(?:version|text|wording)\b[^.:;]{0,60}|[Ii]t|[Tt]he\s(?:telegram|message|cable))\s(?:read|ran|reads|runs|was|is)\b[^.:;]{0,30}:$"
)
"""Of the telegram that a page is about it says: "The final version read:"."""


def _may_be_defined(regions: Sequence[Region]) -> bool:
    """Say whether the first telegram of a page is the one that the page is about."""
    return len(regions) == 1 or _IT_READ.search(regions[0].announced[-1].text) is not None


def _as_defined(made: Material, region: Region) -> Region:
    """Return the one telegram of a page with the parties that the first paragraph gives it."""
    over = [row for row in made.rows.rows if row.start < region.body[0].start]
    first = next((row for row in over[:MAX_OVER] if is_prose(row.text)), None)
    parties = defined_parties(first.text, first.start) if first else ()
    told = (described_parties(row.text, row.start) for row in reversed(over))
    parties = parties or next((named for named in told if named), ())
    wired = first is not None and is_strong(first.text[:MAX_TOLD]) and not region.kind
    if not parties:
        return region
    before = (*region.before, *([first] if first is not None else []))
    return replace(region, named=parties, kind="telegram" if wired else region.kind, before=before)


_BY_WIRE: Final = regex(r"telegra|\bcable|\bwire|cipher|radiogram|\bmessage", re.IGNORECASE)
_LETTERS: Final = regex(
    r"\b(?:following|two|three|four|five|six|these|exchange of|collected|selected) letters\b|"
    r"^[^\n.]{0,60}\bletters\b[^\n.]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)


def _in_note(made: Material, note: Footnote) -> Region | None:
    """Return the telegram that a note quotes whole; what the page says where it hangs may tell the year."""
    region = telegram_in(made.page, note)
    place = made.places.get(note.key, -1)
    if region is None or place < 0:
        return region
    hung_on = tuple(row for row in made.rows.rows if row.start <= place < row.end)
    return replace(region, before=region.before or hung_on)


def _source_of_all(made: Material) -> Paragraph | None:
    """Return the line at the end of a page that says where all its telegrams are from."""
    index = len(made.rows.rows) - 1
    taken = any(document.end > index for document in made.documents)
    return made.rows.rows[index] if index > 0 and not taken and made.rows.is_source(index) else None


def is_page_furniture(page: Page, index: int) -> bool:
    """Say whether a paragraph is furniture of the page; in the midst of it, only what cannot be a heading."""
    return page.roles[index] is not None or is_crumbs(page.paragraphs[index].text)


def _furniture(page: Page, notes: Notes) -> tuple[Paragraph, ...]:
    pairs = enumerate(page.paragraphs)
    return tuple(p for i, p in pairs if is_page_furniture(page, i) and not notes.within(i))


def _context(made: Material) -> tuple[Paragraph, ...]:
    """Return the rows that no document took, those of its own announcement included."""
    taken: set[int] = set()
    for document in made.documents:
        head = document.head
        taken.update(range(head.body, document.end))
        taken.update(i for i in (head.title, head.date, head.clock, *head.labels, *head.sourced) if i is not None)
    headings = {document.head.heading for document in made.documents}
    rows = zip(made.rows.rows, made.rows.bare, strict=True)
    pairs = ((index, bare if index in headings else row) for index, (row, bare) in enumerate(rows))
    return tuple(row for index, row in pairs if index not in taken)


def _is_credit(row: Paragraph) -> bool:
    """Say whether a line names who worked on the whole page."""
    return len(row.text) <= 160 and bool(find_credits(row.text)) and not is_prose(row.text)


def _told(made: Material) -> Iterator[Paragraph]:
    yield from _context(made)
    yield from (text_of(made, note) for note in made.notes.notes)


def _tells_translator(row: Paragraph) -> bool:
    """Say whether a sentence of the page names who translated all that is quoted: "…, who also translated them"."""
    if len(row.text) > MAX_TOLD or "ranslat" not in row.text or _OF_ALL.search(row.text) is None:
        return False
    return any(credit.role == "translator" for credit in find_credits(row.text))


def _region(made: Material, document: Document) -> Region:
    """Make the region of a document; a note of its heading, or at its end, that gives its source is its source."""
    rows, head = made.rows.rows, document.head
    title = rows[head.title] if head.title is not None else None
    heading = rows[head.heading] if head.heading is not None else None
    announced = tuple(rows[i] for i in head.announced)
    bare = made.rows.bare[head.title] if head.title is not None else None
    held = belongings(made, document)
    silent = [*(rows[i] for i in head.labels), *held.silent]
    below = head.title is not None and head.title > head.body
    if title is not None and bare is not None:
        bare, lead = _as_caption(bare) if below else _without_number(bare, rows, head.labels)
        silent += lead
    silent += _repeated_marks(made, document)
    ordinal = _ordinal(made, document)
    frame = (rows[document.quote.first].start, rows[document.quote.last].end) if document.quote else None
    told = " ".join(
        paragraph.text for paragraph in (*announced, *held.cited, *held.sources, *((title,) if title else ()))
    )
    named = named_in(made.rows, head)
    return Region(
        body=parted(held.body, named, quoted=document.quote is not None or _is_wired(made, document)),
        title=bare,
        site_date=_date_of(made, head),
        sources=held.sources,
        heading=heading and without_marker(made.page.capture.text, heading, made.notes.notes),
        announced=(*_day_of_entry(made, document), *announced),
        diary=_diary(made, head.first),
        cited=held.cited,
        notes=held.notes,
        hung=held.hung,
        antecedent=held.antecedent,
        remarks=tuple(rows[i] for i in document.remarks),
        silent=tuple(silent),
        frame=frame,
        ordinal=ordinal,
        extract=_PART.search(told) is not None,
        before=_before(made, document),
        formal=is_personal(bare.text) or bool(below and _named_below(bare))
        if bare is not None
        else document.quote is not None and is_quoted_form(made.rows, head),
        kind=(kind_of(bare.text) or "") if bare is not None and below else _kind_told(made, document),
        named=_named_below(bare) if bare is not None and below else (),
    )


def _as_caption(title: Paragraph) -> tuple[Paragraph, list[Paragraph]]:
    """Part the dash or “Source:” from a title that stands below its document."""
    at = frame_of(title.text)
    return (title.at(at, len(title.text)), [title.at(0, at)]) if at else (title, [])


def _named_below(title: Paragraph) -> tuple[tuple[str, tuple[int, int]], ...]:
    return tuple((role, (title.start + a, title.start + b)) for role, (a, b) in parties_below(title.text))


def _is_wired(made: Material, document: Document) -> bool:
    """Say whether one paragraph is all that a sentence hands over to as a telegram: a name at its end signs."""
    told = document.head.announced if document.head.title is None else ()
    said = made.rows.said(told[-1]) if told else ""
    return len(document.body) == 1 and (is_strong(said) or "message" in said)


def _kind_told(made: Material, document: Document) -> str:
    """Return "telegram" where a sentence hands over without the word, "He replied on 11 June:", and the page has it."""
    head, rows = document.head, made.rows
    if head.title is not None or not head.announced:
        return ""
    said = rows.said(head.announced[-1])
    if (
        is_strong(said)
        or kind_of(said)
        or any(is_closing(row.text) or is_salutation(row.text) for row in document.body)
    ):
        return ""
    near = (rows.words(at) for at in range(max(0, head.first - MAX_ABOVE), head.body + 1))
    return "telegram" if any(map(is_strong, near)) else ""


def _repeated_marks(made: Material, document: Document) -> list[Paragraph]:
    """Return the quotation marks between the paragraphs of a quotation, which printers set at the head of each."""
    if document.quote is None:
        return []
    rows = made.rows.rows[document.quote.first : document.quote.last + 1]
    begins = {inside.start: inside for inside in document.quote.inside}
    last = document.body[-1].end
    heads = [row.at(0, 1) for row in rows[1:] if row.start not in begins and row.start + 1 <= last]
    ends = {row.end: row for row in rows}
    inner = (p for p in document.quote.inside if p.end not in ends and p.end < last)
    holding = ((p, next(row for row in rows if row.start <= p.start < row.end)) for p in inner)
    return heads + [row.at(p.end - row.start, len(row.text)) for p, row in holding if row.end < last]


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
    above = made.rows.rows[max(floor, document.head.first - MAX_BEFORE) : document.head.first]
    if not above and days_later(made.rows.said(document.head.announced[-1])):
        last = next((d.head.announced for d in made.documents if d.end == floor), ())
        above = tuple(made.rows.rows[at] for at in last[-1:])
    return (*reversed(above), *year_above(made.rows.rows, document.head.first), *_years_of_leaves(made))


def _years_of_leaves(made: Material) -> tuple[Paragraph, ...]:
    """Return a running head that names a year, "THE SUMMER OF 1938 213", which may be that of what a book tells."""
    pairs = zip(made.page.paragraphs, made.page.roles, strict=True)
    return tuple(row for row, role in pairs if role is not None and row.text.isupper() and _YEAR.search(row.text))[:1]


_YEAR: Final = regex(r"\b(?:1[89]|20)\d\d\b")


def _ordinal(made: Material, document: Document) -> str:
    """Return the number that the page gives a document among its own."""
    head = document.head
    label = made.rows.words(head.labels[0]) if head.labels else ""
    if not label and head.title is not None:
        words = made.rows.words(head.title)
        label = words[: numbered(words)]
    match = _DIGITS.search(label)
    return match.group() if match else ""


def _day_of_entry(made: Material, document: Document) -> tuple[Paragraph, ...]:
    """Return the date over the diary entry that a second telegram of the same day stands in."""
    rows, head = made.rows.rows, document.head
    if not head.announced or any(is_date_line(rows[i].text) for i in head.announced) or not _diary(made, head.first):
        return ()
    dashed = rows[head.announced[-1]].text[:1] in "—–"  # one of several things noted under a day
    if not dashed and not any(other.end <= head.first for other in made.documents):
        return ()
    above = (row for row in reversed(rows[max(0, head.first - MAX_ENTRY) : head.first]) if is_date_line(row.text))
    return tuple(row for row in [next(above, None)] if row)


def _diaries(rows: Rows) -> Iterator[int]:
    for index, row in enumerate(rows.rows):
        if len(row.text) <= MAX_LABEL and diary_owner(row.text) is not None:
            yield index


def _diary(made: Material, first: int) -> Paragraph | None:
    """Return the label of the diary that a document stands in, the nearest one at or before its beginning."""
    before = bisect_right(made.diaries, first)
    return made.rows.rows[made.diaries[before - 1]] if before else None
