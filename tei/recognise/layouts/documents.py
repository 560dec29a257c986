"""The documents of a page that holds several: where each begins, where it ends, and what the page says of it.

A document begins under a title, under a sentence that hands over to it, or under a bare number; in a collection also
where a salutation follows the source of the one before. It ends at its source, at the next one's beginning, at the
closing quotation mark, or where the page's own words go on after its signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.dates import find_dates
from tei.recognise import russian
from tei.recognise.chinese_titles import read_chinese_title
from tei.recognise.counting import count_words, is_sign
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import (
    announces,
    hands_over,
    is_dated_call,
    is_enumeration,
    is_heading,
    is_prose,
    is_remark,
    is_salutation,
    is_strong,
    numbered,
    tells,
)
from tei.recognise.layouts.answered import letter_at
from tei.recognise.layouts.captions import captioned_at, is_of_other_quotation
from tei.recognise.layouts.chinese_counts import counts_title, is_chinese_numeral, is_counted
from tei.recognise.layouts.covering import end_of
from tei.recognise.layouts.day_lines import is_clock, is_day, is_place_and_day
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.endings import is_number_over_count, is_one_paragraph, is_title_or_lead
from tei.recognise.layouts.form_heads import opens_as_form
from tei.recognise.layouts.formulas import formula_at
from tei.recognise.layouts.framed_quotes import framed
from tei.recognise.layouts.given_later import given_at
from tei.recognise.layouts.handing import continues, gives_a_word, handed_at, is_caption, tells_of_else, wired_at
from tei.recognise.layouts.offers import is_lot
from tei.recognise.layouts.other_matter import is_contents
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import Quotation, opens, quotation, reads_only
from tei.recognise.layouts.rows import Head, Rows, is_day_over, is_title_row, names_of, runs_on_for
from tei.recognise.layouts.sourced_heads import (
    is_described,
    is_kind_over_quotation,
    is_line_of_page,
    is_marking_over,
    is_source_over,
)
from tei.recognise.layouts.sources import is_described as is_described_piece
from tei.recognise.layouts.told_quotes import is_interrupted
from tei.recognise.layouts.unnamed_heads import another_at, opens_document, unnamed_at
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify

MAX_HEAD: Final = 5
MIN_QUOTED: Final = 8
MIN_WIRED: Final = 5
MIN_CAPTIONED: Final = 3
"""Words of the shortest quotation that is taken for a telegram, where the sentence before or a title below says so."""
MIN_ALIKE: Final = 20
MAX_LIST: Final = 60


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the page: its head, its text, and what follows it; `end` is the first row after all that."""

    head: Head
    body: tuple[Paragraph, ...]
    end: int
    sources: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    quote: Quotation | None = None


Read = dict[Head, Document | None]
"""The documents that were read under their heads, None where a head has no text under it."""


def find_documents(rows: Rows, read: Read, *, unnamed: bool = False) -> tuple[Document, ...]:
    """Return the documents of a page in order. `unnamed`: they may also begin without a title, after a source.

    `read` remembers what stands under a head, for a page that is asked in both ways.
    """
    found: list[Document] = []
    index = 0
    while index < len(rows.rows):
        head = captioned_at(rows, index) or given_at(rows, index) or head_at(rows, index, found)
        head = head or formula_at(rows, index)
        head = head or (unnamed_at(rows, index, _floor(found)) if unnamed else None)
        if head is None and found and found[-1].end == index:
            head = another_at(rows, index, found[0].head.announced, found[-1].head.announced)
        if head is not None and head not in read:
            read[head] = _document(rows, head)
        document = read[head] if head is not None else None
        if document is None:
            index += 1
            continue
        found.append(document)
        index = document.end
    return tuple(found)


def head_at(rows: Rows, index: int, found: Sequence[Document] = ()) -> Head | None:
    """Return the head of a document that begins at a row, None where none begins."""
    first = _floor(found)
    if is_title_row(rows, index):
        return _titled(rows, index, first) if not is_of_other_quotation(rows, index) else None
    if is_day_over(rows, index):
        titled = _titled(rows, index + 1, index + 1)
        return replace(titled, first=index, date=titled.date or index) if titled else None
    for over in (0, 1):
        if is_kind_over_quotation(rows.words(index + over), rows.words(index + over + 1)):
            told = (index,) if over and announces(rows.said(index)) else ()
            return Head(index + over - len(told), index + over + 1, title=index + over, announced=told, quoted=True)
    if _is_announcement(rows, index, first) and not is_title_row(rows, index + 1):
        return _announced(rows, index, first)
    if is_enumeration(rows.words(index)):
        return _enumerated(rows, index)
    if is_counted(rows.words(index), rows.words(index + 1)):
        return Head(index, index + 1, date=index if find_dates(rows.words(index)) else None, labels=())
    if found and is_chinese_numeral(rows.words(index)) and is_salutation(rows.words(index + 1)):
        return Head(index, index + 1, labels=(index,))
    if opens_as_form(rows, index):
        return Head(index, index)
    return handed_at(rows, index, first) or wired_at(rows, index, first) or letter_at(rows, index, first)


def _is_announcement(rows: Rows, index: int, floor: int) -> bool:
    """Say whether a row hands over to what follows; what stands set off needs no colon before it."""
    said = rows.said(index)
    if tells_of_else(said) or is_caption(rows.words(index + 1)) or (floor and continues(said)):
        return False
    if announces(said, rows.words(index + 1), rows.words(index + 2)):
        return True
    return rows.set_off(index + 1, loose=True) > 0 and rows.set_off(index, loose=True) < 0 and tells(said)


def _floor(found: Sequence[Document]) -> int:
    return found[-1].end if found else 0


def _titled(rows: Rows, index: int, floor: int = 0) -> Head | None:
    """Read a title and what belongs to it: a number before, a date and a title of the editor's below."""
    if (is_title_row(rows, index + 1) and not is_prose(rows.words(index + 1))) or _is_listed(rows, index):
        return None
    if any(rows.words(at) and _alike(rows.words(at), rows.words(index)) for at in range(index + 1, index + MAX_HEAD)):
        return None
    title: int = index
    heading = date = clock = None
    sourced: tuple[int, ...] = ()
    served: tuple[int, ...] = ()
    runs_on = runs_on_for(rows, index)
    at = index + 1 + runs_on
    while at < min(index + MAX_HEAD, len(rows.rows) - 1) and not _entry_that_hands_over(rows, at):
        if date is None and is_day(rows.words(at)):
            date = at
        elif clock is None and date == at - 1 and is_clock(rows.words(at)):
            clock = at
        elif is_source_over(rows, at, title=index):
            sourced = (*sourced, at)
        elif is_marking_over(rows, at):
            served = (*served, at)
        elif heading is None and not _hands_over(rows, at) and _is_subtitle(rows, index, at):
            title, heading = (index, at) if _names_both(rows.words(index)) else (at, index)
        else:
            break
        at += 1
    over = rows.words(index - 1) if index else ""
    of_title = is_enumeration(over) and not is_number_over_count(over, rows.words(index))
    labels = (index - 1,) if of_title or counts_title(over) else ()
    counted = (at,) if is_chinese_numeral(rows.words(at)) and is_salutation(rows.words(at + 1)) else ()
    at += len(counted)
    told = _entry_that_hands_over(rows, at) or ((at,) if _hands_over(rows, at) else ())
    lead = (index - 1,) if index > floor and not labels and _leads_to_title(rows.said(index - 1)) else ()
    first = (*labels, *lead, index)[0]
    labels = (*labels, *range(index + 1, index + 1 + runs_on), *counted)
    return Head(
        first, at + len(told), title, heading, date, clock, (*lead, *told), labels, served=served, sourced=sourced
    )


def _alike(words: str, title: str) -> bool:
    """Say whether a title comes again a little further down: the first is then the name of the page."""
    return len(words) > MIN_ALIKE and words[numbered(words) :].casefold() == title[numbered(title) :].casefold()


def _is_listed(rows: Rows, index: int) -> bool:
    """Say whether a title ends a list of titles, as a table of contents is, and stands over no text."""
    if index == 0 or not is_title_row(rows, index - 1):
        return False
    if any(_alike(rows.words(index), rows.words(at)) for at in range(max(0, index - MAX_LIST), index)):
        return False  # the list has it already: here is the document itself
    return index > 1 and (is_title_row(rows, index - 2) or is_contents(rows.words(index - 2)))


def _leads_to_title(said: str) -> bool:
    """Say whether a sentence hands over to a document that has a title of its own: "He answered on the same day:"."""
    return said.endswith((":", "：")) and (announces(said) or hands_over(said))


def _hands_over(rows: Rows, index: int) -> bool:
    """Say whether running text under a heading still hands over to the telegram: "On 5 June it sent this:"."""
    words = rows.said(index)
    return hands_over(words) and not is_salutation(words)


def _is_subtitle(rows: Rows, title: int, index: int) -> bool:
    words = rows.words(index)
    if ((last := rows.rows[index].text[-1:]) in ".!?" and words[-1:] != ".") or (last in ":：" and is_sign(words[:1])):
        return False
    addressed = words.partition("(")[0].split()
    if addressed and all(names_of(word) <= names_of(rows.words(title)) for word in addressed):
        return False
    if not words.isascii() and russian.addressee(words, nobody, nobody):
        return False
    if count_words(words) < 3 or not is_heading(words) or is_salutation(rows.said(index)) or is_remark(words):
        return False
    if "   " in words and all(classify(cell) for cell in words.split("   ") if cell.strip()):
        return False  # "From BEIJING      Received 12:15 3 October 1950"
    return _begins(rows.words(index + 1))


def _names_both(words: str) -> bool:
    """Say whether a title in Chinese names both parties: what stands under it tells its subject."""
    found = read_chinese_title(words).parties if is_sign(words[:1]) else ()
    return {"from", "to"} <= {role for role, _ in found}


def _begins(words: str) -> bool:
    """Say whether a line can stand under a title: an opener, a line of service, text; no signature."""
    opener = is_salutation(words) or is_day(words) or classify(words) is not None or words.startswith("[")
    return opener or count_words(words) >= MIN_QUOTED


def _announced(rows: Rows, index: int, floor: int) -> Head:
    """Read a sentence that hands over, with the label of a diary and the date that stand before it."""
    first = index
    while first > floor and index - first < MAX_HEAD and _is_lead(rows.words(first - 1)):
        first -= 1
    last = index + reads_only(rows.said(index + 1))
    return Head(first, last + 1, announced=tuple(range(first, last + 1)), quoted=opens(rows.words(last + 1)))


def _is_lead(words: str) -> bool:
    return is_date_line(words) or diary_owner(words) is not None


def _entry_that_hands_over(rows: Rows, at: int) -> tuple[int, ...]:
    """Return the rows of an entry under a title, the label of the diary, its day, the sentence that hands over."""
    if diary_owner(rows.words(at)) is None:
        return ()
    last = next((i for i in range(at + 1, at + MAX_HEAD) if not _is_lead(rows.words(i))), at)
    return tuple(range(at, last + 1)) if _hands_over(rows, last) else ()


def _enumerated(rows: Rows, index: int) -> Head | None:
    """Read a bare number over a document: a title of its own may follow, then a salutation, service matter or text."""
    if is_title_row(rows, index + 1):
        return _titled(rows, index + 1)
    if is_title_row(rows, index + 2) and _is_receipt(rows.words(index + 1)):
        titled = _titled(rows, index + 2)
        return replace(titled, first=index, labels=(index, *titled.labels), served=(index + 1,)) if titled else None
    title = date = None
    at = index + 1
    while at < min(index + MAX_HEAD, len(rows.rows) - 1):
        words = rows.words(at)
        if date is None and is_date_line(words):
            date = at
        elif title is None and is_heading(words) and not is_salutation(words) and len(words.split()) >= 2:
            title = at
        else:
            break
        at += 1
    starts = at < len(rows.rows) and opens_document(rows.words(at))
    return Head(index, at, title, None, date, None, (), (index,)) if starts or (title is not None and date) else None


def _is_receipt(words: str) -> bool:
    """Say whether a line between number and title says when the document came or went: «Получено 20 мая 1938 года»."""
    service = classify(words)
    return service is not None and service.type in ("received", "sent")


def _document(rows: Rows, head: Head) -> Document | None:
    if head.body >= len(rows.rows):
        return None
    found = _under(rows, head)
    return replace(found, sources=(*head.sourced, *found.sources)) if found and head.sourced else found


def _under(rows: Rows, head: Head) -> Document | None:
    """Return the document under a head: set off by the page, in quotation marks, or open to its end."""
    last = rows.set_off(head.body, loose=head.title is None and bool(head.announced))
    if last > head.body or (last == head.body and not is_dated_call(rows.words(last), rows.words(last + 1))):
        return _set_off(rows, head)
    quoted = opens(rows.words(head.body)) or (opens(rows.words(head.body + 1)) and framed(rows, head) is not None)
    return _quoted(rows, head) if quoted else _open(rows, head)


def _set_off(rows: Rows, head: Head) -> Document | None:
    """Return a document that the page sets off from the rest; a line after it in the same form may give its source."""
    last = rows.set_off(head.body, loose=head.title is None)
    if opens(rows.words(head.body)) and quotation(rows.rows, head.body) is not None:
        return _quoted(rows, head)
    inside = range(head.body, last + 1)
    first_source = next((i for i in inside if i > head.body and all(map(rows.is_source, range(i, last + 1)))), last + 1)
    body = rows.rows[head.body : first_source]
    if sum(count_words(p.text) for p in body) < MIN_QUOTED // 2:
        return None
    end, sources, remarks = _after(rows, first_source)
    return Document(head, body, max(end, last + 1), sources, remarks)


def _quoted(rows: Rows, head: Head) -> Document | None:
    """Return a document in quotation marks; marks that never close are no marks round a document."""
    quote = (
        (framed(rows, head) or quotation(rows.rows, head.body)) if not is_interrupted(rows.rows[head.body]) else None
    )
    least = MIN_WIRED if head.quoted and head.announced and is_strong(rows.said(head.announced[-1])) else MIN_QUOTED
    least = MIN_CAPTIONED if head.title is not None and head.title > head.body else least
    if quote is None or sum(count_words(p.text) for p in quote.inside) < least:
        return None if head.quoted else _open(rows, head)
    below = head.title if head.title is not None and head.title > quote.last else quote.last
    end, sources, remarks = _after(rows, below + 1)
    return Document(head, quote.inside, end, sources, remarks, quote)


def _open(rows: Rows, head: Head) -> Document | None:
    index = head.body + 1 if is_one_paragraph(rows, head) else end_of(rows, head)
    if all(rows.is_source(at) or _is_day(rows.words(at)) for at in range(head.body, index)):
        return None  # an entry in a list of documents, which has its day and its source and no text
    if head.title is not None and (is_described(rows, head, index) or is_line_of_page(rows, head, index)):
        return None
    if head.title is not None and is_lot(rows.words(head.body)):
        return None
    body = (*(rows.rows[i] for i in head.served), *rows.rows[head.body : index])
    end, sources, remarks = _after(rows, index)
    between = _is_dated(rows, head) and (bool(sources) or _is_between(rows, index, body))
    brief = between or gives_a_word(rows, head, body)
    if sum(count_words(p.text) for p in body) < (1 if brief else MIN_QUOTED // 2):
        return None
    return Document(head, body, end, sources, remarks)


def _is_day(words: str) -> bool:
    return is_day(words) or is_place_and_day(words)


def _is_between(rows: Rows, index: int, body: Sequence[Paragraph]) -> bool:
    """Say whether a few words are sentences between their own title and the next one, no page number in a list."""
    ended = bool(body) and body[-1].text.rstrip("”\"’')]")[-1:] in (".", "!", "?")
    return ended and index < len(rows.rows) and is_title_row(rows, index) and any(map(str.isalpha, body[0].text))


def _is_dated(rows: Rows, head: Head) -> bool:
    """Say whether a title names a document with its date: its text may be one word, "Leave."."""
    return head.title is not None and (head.date is not None or bool(find_dates(rows.words(head.title))))


def _remarks(words: str) -> bool:
    """Say whether a row is a remark on the document: "Notes:" by itself heads the notes of the page."""
    return is_remark(words) and not is_notes_heading(words)


def _after(rows: Rows, index: int) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Return the first row after the sources and remarks that follow a document, and which rows these are."""
    sources: list[int] = []
    remarks: list[int] = []
    while index < len(rows.rows):
        if rows.is_source(index) or (sources and is_described_piece(rows.rows[index].text)):
            sources.append(index)
        elif _remarks(rows.words(index)) and not is_title_or_lead(rows, index):
            remarks.append(index)
        else:
            break
        index += 1
    return index, tuple(sources), tuple(remarks)
