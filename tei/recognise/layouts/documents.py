"""The documents of a page that holds several: where each begins, where it ends, and what the page says of it.

A document begins under a title, under a sentence that hands over to it, or under a bare number; in a collection also
where a salutation follows the source of the one before. It ends at its source, at the next one's beginning, at the
closing quotation mark, or where the page's own words go on after its signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tei.archives import Repositories
from tei.model import Footnote
from tei.recognise.layouts.announcing import (
    announces,
    diary_owner,
    hands_over,
    is_clock,
    is_day,
    is_enumeration,
    is_heading,
    is_ibid,
    is_prose,
    is_remark,
    is_rule,
    is_salutation,
    is_title,
    numbered,
)
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import Quotation, opens, quotation
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, is_office, signature_name
from tei.recognise.service import classify

MAX_HEAD: Final = 5
MIN_QUOTED: Final = 8
"""Words of the shortest quotation that is taken for a telegram."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The paragraphs among which documents are looked for, without notes and furniture."""

    text: str
    rows: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...]
    repositories: Repositories
    bare: tuple[Paragraph, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, text: str, rows: Sequence[Paragraph], notes: Sequence[Footnote], archives: Repositories) -> Rows:
        """Prepare rows: short ones are looked at without the note marker at their end."""
        bare = (without_marker(text, row, notes) if notes and len(row.text) < 300 else row for row in rows)
        return cls(text, tuple(rows), tuple(notes), archives, tuple(bare))

    def words(self, index: int) -> str:
        """Return the words of a row without a note marker at their end; empty past the last."""
        return self.bare[index].text if index < len(self.bare) else ""

    def said(self, index: int) -> str:
        """Return the words of a row with the colon that stands behind its note marker."""
        words = self.words(index)
        ends = index < len(self.rows) and self.rows[index].text.endswith((":", "："))
        return f"{words}:" if ends and not words.endswith((":", "：")) else words

    def is_source(self, index: int) -> bool:
        """Say whether a row states a source."""
        text = self.rows[index].text
        return is_ibid(text) or is_source(text, self.repositories)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a document, as indexes of rows: it begins at `first`, the document's text at `body`."""

    first: int
    body: int
    title: int | None = None
    heading: int | None = None
    date: int | None = None
    clock: int | None = None
    announced: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the page: its head, its text, and what follows it; `end` is the first row after all that."""

    head: Head
    body: tuple[Paragraph, ...]
    end: int
    sources: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    quote: Quotation | None = None


def find_documents(rows: Rows, *, unnamed: bool = False) -> tuple[Document, ...]:
    """Return the documents of a page in order. `unnamed`: they may also begin without a title, after a source."""
    found: list[Document] = []
    index = 0
    while index < len(rows.rows):
        head = head_at(rows, index, found) or (_unnamed_at(rows, index, found) if unnamed else None)
        document = _document(rows, head) if head else None
        if document is None:
            index += 1
            continue
        found.append(document)
        index = document.end
    return tuple(found)


def head_at(rows: Rows, index: int, found: Sequence[Document] = ()) -> Head | None:
    """Return the head of a document that begins at a row, None where none begins."""
    first = _floor(found)
    if _is_title_row(rows, index):
        return _titled(rows, index)
    if announces(rows.said(index), rows.words(index + 1)) and not _is_title_row(rows, index + 1):
        return _announced(rows, index, first)
    if is_enumeration(rows.words(index)):
        return _enumerated(rows, index)
    return None


def _floor(found: Sequence[Document]) -> int:
    return found[-1].end if found else 0


def _is_title_row(rows: Rows, index: int) -> bool:
    words = rows.words(index)
    return is_title(words[numbered(words) :]) and not opens(words)


def _titled(rows: Rows, index: int) -> Head | None:
    """Read a title and what belongs to it: a number before, a date and a title of the editor's below."""
    if _is_title_row(rows, index + 1) and not is_prose(rows.words(index + 1)):
        return None
    title: int = index
    heading = date = clock = None
    at = index + 1
    while at < min(index + MAX_HEAD, len(rows.rows) - 1):
        if date is None and is_day(rows.words(at)):
            date = at
        elif clock is None and date == at - 1 and is_clock(rows.words(at)):
            clock = at
        elif heading is None and not _hands_over(rows, at) and _is_subtitle(rows, index, at):
            title, heading = at, index
        else:
            break
        at += 1
    labels = (index - 1,) if index and is_enumeration(rows.words(index - 1)) else ()
    told = (at,) if _hands_over(rows, at) else ()
    return Head(labels[0] if labels else index, at + len(told), title, heading, date, clock, told, labels)


def _hands_over(rows: Rows, index: int) -> bool:
    """Say whether running text under a heading still hands over to the telegram: "On 5 June it sent this:"."""
    words = rows.said(index)
    return hands_over(words) and not is_salutation(words)


def _is_subtitle(rows: Rows, title: int, index: int) -> bool:
    words = rows.words(index)
    addressed = words.partition("(")[0].split()
    if addressed and all(_names(word) <= _names(rows.words(title)) for word in addressed):
        return False
    return len(words.split()) >= 3 and is_heading(words) and not is_salutation(words) and not is_remark(words)


def _announced(rows: Rows, index: int, floor: int) -> Head:
    """Read a sentence that hands over, with the label of a diary and the date that stand before it."""
    first = index
    while first > floor and index - first < MAX_HEAD and _is_lead(rows.words(first - 1)):
        first -= 1
    return Head(first, index + 1, announced=tuple(range(first, index + 1)), quoted=opens(rows.words(index + 1)))


def _is_lead(words: str) -> bool:
    return is_date_line(words) or diary_owner(words) is not None


def _enumerated(rows: Rows, index: int) -> Head | None:
    """Read a bare number over a document: a title of its own may follow, then a salutation, service matter or text."""
    if _is_title_row(rows, index + 1):
        return _titled(rows, index + 1)
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
    starts = at < len(rows.rows) and (is_salutation(rows.words(at)) or classify(rows.words(at)) is not None)
    return Head(index, at, title, None, date, None, (), (index,)) if starts or (title is not None and date) else None


def _unnamed_at(rows: Rows, index: int, found: Sequence[Document]) -> Head | None:
    """Begin a document without title where nothing but a date stands between its salutation and what was before."""
    words = rows.words(index)
    if not (is_salutation(words) or classify(words) is not None):
        return None
    first = index
    while first > _floor(found) and is_date_line(rows.words(first - 1)):
        first -= 1
    after_source = first == 0 or rows.is_source(first - 1) or is_rule(rows.words(first - 1))
    dated = index - 1 if first < index else None
    return Head(first, index, date=dated) if after_source or first < index else None


def _document(rows: Rows, head: Head) -> Document | None:
    if head.body >= len(rows.rows):
        return None
    return _quoted(rows, head) if opens(rows.words(head.body)) else _open(rows, head)


def _quoted(rows: Rows, head: Head) -> Document | None:
    """Return a document in quotation marks; marks that never close are no marks round a document."""
    quote = quotation(rows.rows, head.body)
    if quote is None or sum(len(p.text.split()) for p in quote.inside) < MIN_QUOTED:
        return None if head.quoted else _open(rows, head)
    end, sources, remarks = _after(rows, quote.last + 1)
    return Document(head, quote.inside, end, sources, remarks, quote)


def _open(rows: Rows, head: Head) -> Document | None:
    index = head.body
    while index < len(rows.rows) and not _ends_before(rows, head, index):
        index += 1
    body = rows.rows[head.body : index]
    if sum(len(p.text.split()) for p in body) < MIN_QUOTED // 2:
        return None
    end, sources, remarks = _after(rows, index)
    return Document(head, body, end, sources, remarks)


def _after(rows: Rows, index: int) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Return the first row after the sources and remarks that follow a document, and which rows these are."""
    sources: list[int] = []
    remarks: list[int] = []
    while index < len(rows.rows):
        if rows.is_source(index):
            sources.append(index)
        elif is_remark(rows.words(index)) and not is_title_or_lead(rows, index):
            remarks.append(index)
        else:
            break
        index += 1
    return index, tuple(sources), tuple(remarks)


def is_title_or_lead(rows: Rows, index: int) -> bool:
    """Say whether a row opens something new: a title, a number, the label of a diary."""
    words = rows.words(index)
    return _is_title_row(rows, index) or is_enumeration(words) or diary_owner(words) is not None


def _ends_before(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a document has ended when this row is reached."""
    words = rows.words(index)
    if index == head.body:
        return False
    if is_title_or_lead(rows, index) or is_rule(words) or rows.is_source(index):
        return True
    closed = _closed(rows, head, index)
    if is_remark(words):
        return closed
    if closed and not _belongs_to_end(rows, head, index):
        return True
    if is_heading(words) and not _is_signature(rows, head, index):
        return _before_argument(rows, index) and index - head.body >= 1 and not is_salutation(words)
    return closed and announces(rows.said(index), rows.words(index + 1))


def _before_argument(rows: Rows, index: int) -> bool:
    """Say whether a heading is followed by running text or by another document, as a section's heading is."""
    following = rows.words(index + 1)
    return is_prose(following) or _is_title_row(rows, index + 1)


def _closed(rows: Rows, head: Head, index: int) -> bool:
    """Say whether signature or final date stand before a row; what stands before any text is an opener's."""
    start = _first_text(rows, head, index)
    return any(_closes(rows, head, at) for at in range(max(start + 1, index - 4), index))


def _first_text(rows: Rows, head: Head, limit: int) -> int:
    for index in range(head.body, limit):
        if len(rows.words(index).split()) >= MIN_QUOTED and classify(rows.words(index)) is None:
            return index
    return limit


def _closes(rows: Rows, head: Head, index: int) -> bool:
    return is_date_line(rows.words(index)) or _is_signature(rows, head, index)


def _belongs_to_end(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row after signature or date is still the telegram's: more of the same, an office, a docket."""
    words = rows.words(index)
    if words[:2].upper() in ("PS", "P.") or words.startswith("["):
        return True
    return bool(
        _closes(rows, head, index)
        or is_closing(words)
        or is_office(words)
        or classify(words)
        or _short(words, rows, index)
    )


def _short(words: str, rows: Rows, index: int) -> bool:
    """Say whether a row is a line such as a second signature: a few words, and no running text after it."""
    return len(words.split()) <= 4 and not is_prose(rows.words(index + 1)) and not is_title_or_lead(rows, index + 1)


def _is_signature(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row signs: a name of the heading, a name under a closing formula or over a date, a last line."""
    words = rows.words(index).rstrip(" .,")
    if not 0 < len(words.split()) <= 6 or words[-1:] in "?!:;":
        return False
    if signature_name(words, _nobody, last=True) is None:
        return False
    above = rows.words(index - 1) if index > head.body else ""
    below = rows.words(index + 1)
    if is_closing(above) or is_date_line(below) or not below or is_office(below):
        return True
    return bool(_names(words) & named_in(rows, head)) or rows.is_source(index + 1) or is_title_or_lead(rows, index + 1)


def _names(words: str) -> set[str]:
    return {word.strip(".,()[]“”\"'’").lower().removesuffix("’s").removesuffix("'s") for word in words.split()} - {""}


def named_in(rows: Rows, head: Head) -> set[str]:
    """Return the words of names, in lower case, in what the page says right over a document."""
    indexes = [i for i in (head.title, head.heading, *head.announced) if i is not None]
    words = (word for i in indexes for word in rows.words(i).split() if word[:1].isupper() and len(word) > 2)
    return _names(" ".join(words))


def _nobody(_: str) -> bool:
    return False
