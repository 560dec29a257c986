"""A text of the free libraries, Wikisource in Chinese and Russian: title, author, day and print over it.

「维基文库，自由的图书馆」 and «Материал из Викитеки — свободной библиотеки» stand over the text, the author on a line
of his own, 「作者：方景和」 or 「雲河水利局局長 方景和」, «автор П. А. Ветров», the day or «Дата создания: …»;
a word on rights stands under it.
Only the title says whether it is a telegram or a letter; laws and speeches stand there in the same form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tei.dates import find_dates
from tei.model import Footnote
from tei.recognise.chinese_lines import addressee, inline_addressee, is_wire
from tei.recognise.chinese_names import is_office, is_personal
from tei.recognise.counting import is_sign
from tei.recognise.known import nobody
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.matter import is_prose
from tei.recognise.layouts.notes_of_site import is_release
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.sources import is_source
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title
from tei.regexes import regex

_SIGNS: Final = ("维基文库", "維基文庫", "Викитек", "wikisource", "Wikisource")
_OF_LIBRARY: Final = regex(r"(?:维基文库|維基文庫)[，,]?.{0,16}|Материал из Викитеки.{0,40}|From Wikisource\b.{0,40}")
_AUTHOR: Final = regex(r"(?:作者|автор)\s*[:：]?\s*(?P<name>[^\n：:。]{2,60})", 2)
_HELD: Final = regex(r"(?P<office>[\u3400-\u9fff、]{2,30})[ \u3000]+(?P<name>[\u3400-\u9fff·]{2,8})")
_MADE: Final = regex(
    r"(?:Дата (?:создания|написания)|Создано|Date)\s*:\s*(?P<date>[^\n]{4,60}?)(?=,?\s+опубл|\.\s+Источник|[.;]?$)"
)
_PRINTED: Final = regex(r"Источник:\s*\S[^\n]{5,300}$")
_RIGHTS: Final = regex(
    r"(?:本作品|此作品|本文|此文|這部作品|这部作品)[^\n]{0,40}(?:公有[领領]域|著作[权權]|版[权權]|[属屬][于於])|中[华華]民[国國]《著作[权權]法》|"
    r"(?:Это произведение|Данное произведение)\s|(?:This work|This text)\s[^\n]{0,60}public domain"
)
_TELEGRAM: Final = regex(
    r"(?:[电電][文报報稿]{0,1}|通[电電]|[电電][^\n。]{1,3}[则則件])(?:[（(][^（）()]{1,20}[）)])?$|^(?:通?[电電]|代[电電])(?=[告致复復覆呈请請贺賀唁辞辭谢謝斥])"
)
_LETTER: Final = regex(r"(?:函|[书書信])(?:[（(][^（）()]{1,20}[）)])?$|^(?:致|上|与|與|答)[^\n]{2,30}[书書]$")
MAX_TOP: Final = 12
MAX_HEAD: Final = 14
MAX_LINE: Final = 90


@dataclass(slots=True)
class _Top:
    """What stands over the text: rows of title, author, day, print; the rest is the library's."""

    first: int = 0
    title: Paragraph | None = None
    author: tuple[int, int] | None = None
    date: Paragraph | None = None
    sources: list[Paragraph] = field(default_factory=list)
    taken: list[Paragraph] = field(default_factory=list)
    labels: list[Paragraph] = field(default_factory=list)


def score_library(page: Page) -> Score:
    """Score a page by the library's own line over a title that names a telegram or letter."""
    nothing = Score(0.0, "no page of a free library")
    if not any(sign in page.capture.text for sign in _SIGNS):
        return nothing
    top = _top(page)
    if top is None or top.title is None or not _kind(top.title.text):
        return nothing
    body = page.paragraphs[top.first : _end(page, top.first)]
    if not body or sum(is_wire(row.text) for row in body) > 1:
        return nothing
    return Score(0.98, "a telegram or letter in a free library")


def read_library(page: Page) -> Regions:
    """Part such a page into its head, the text, and the rights under it."""
    top = _top(page)
    if top is None or top.title is None:
        return Regions("library", context=page.paragraphs)
    end = _end(page, top.first)
    body, notes = _with_notes(page.paragraphs[top.first : end])
    kept = (top.title, top.date, *top.sources, *top.taken)
    region = Region(
        body=body,
        title=top.title,
        site_date=top.date,
        sources=tuple(top.sources),
        kind=_kind(top.title.text),
        formal=True,
        named=(("from", top.author),) if top.author else (),
        silent=tuple(top.taken),
        hung=notes,
    )
    headings = (row for row in page.paragraphs[top.first : end] if row not in body and is_notes_heading(row.text))
    rest = (*page.paragraphs[: top.first], *headings, *page.paragraphs[end:])
    left = (row for row in rest if not any(_within(row, one) for one in kept))
    return Regions("library", (region,), (*left, *(label for label in top.labels if label.text)))


def _with_notes(rows: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Footnote, ...]]:
    """Part the text from the notes under their heading, each behind the arrow that leads back: «↑ Подана 26 мая»."""
    at = next((i for i, row in enumerate(rows) if i and is_notes_heading(row.text)), len(rows))
    below = rows[at + 1 :]
    if at and at == len(rows) - 1:  # a heading over no notes
        return rows[:at], ()
    if not below or not all(row.text.startswith("↑") for row in below):
        return rows, ()
    spans = ((row, row.start + len(row.text) - len(row.text.lstrip("↑ .0123456789"))) for row in below)
    return rows[:at], tuple(Footnote(str(n), row.start, at, row.end) for n, (row, at) in enumerate(spans, 1))


def _within(row: Paragraph, one: Paragraph | None) -> bool:
    return one is not None and row.start <= one.start and one.end <= row.end


def _kind(title: str) -> str:
    if title.startswith(("Enclosure ", "Inclosure ")):
        return ""  # it counts what is enclosed with another paper
    if is_sign(title[:1]):
        return "telegram" if _TELEGRAM.search(title) else "letter" if _LETTER.search(title) else ""
    return read_title(title).kind or ""


def _top(page: Page) -> _Top | None:
    rows = page.paragraphs
    at = next((i for i, row in enumerate(rows[:MAX_TOP]) if _OF_LIBRARY.fullmatch(row.text)), None)
    if at is None:
        return None
    top = _Top()
    lines = (row.at(0, len(row.text.partition("\n")[0])) for row in rows[: at + MAX_HEAD])
    named = [line for line in lines if len(line.text) <= MAX_LINE and _kind(line.text)]
    top.title = max(reversed(named), key=lambda line: _told(line.text), default=None)
    index = at + 1
    while index < min(at + MAX_HEAD, len(rows) - 1):
        if page.roles[index] is None and not _reads(top, rows[index], page):
            break
        index += 1
    top.first = index
    return top


def _told(title: str) -> int:
    """Say how much a title tells of the parties, and whether of the day; in Chinese its day says no more."""
    if is_sign(title[:1]):
        return len(read_title(title).parties) * MAX_LINE or len(title)
    dated = any(len(one.when or "") >= len("1938-03-05") for one in find_dates(title))
    return len(read_title(title).parties) * MAX_LINE + dated + 1


def _reads(top: _Top, row: Paragraph, page: Page) -> bool:
    """Read a row over the text; False where the text begins."""
    if is_release(row.text):
        return True
    text = row.text.rpartition("\n")[2] if row.text.count("\n") == 1 else row.text
    at = len(row.text) - len(text)
    if author := _AUTHOR.fullmatch(text):
        top.author = (row.start + at + author.start("name"), row.start + at + author.end("name"))
    elif (held := _HELD.fullmatch(text)) and is_office(held["office"]) and is_personal(held["name"]):
        top.author = (row.start + at + held.start("name"), row.start + at + held.end("name"))
    elif made := _MADE.match(text):
        _take_made(top, row, at + made.start("date"), at + made.end("date"))
    elif is_source(text, page.repositories):
        top.sources.append(row)
    elif top.title is not None and text == top.title.text:
        return True
    elif len(text) > MAX_LINE or _opens(text):
        return False
    elif top.date is None and is_sign(text[:1]) and find_dates(text):
        top.date = row
    else:
        return not _is_of_text(top, text)
    return True


def _is_of_text(top: _Top, text: str) -> bool:
    """Say whether a line is the text's: prose, place and day; all but a title where the library has said its say."""
    if is_sign(text[:1]):
        return is_prose(text)
    return is_prose(text) or is_place_and_day(text) or (bool(top.labels) and not _kind(text))


def _take_made(top: _Top, row: Paragraph, start: int, end: int) -> None:
    """Take the day of a row, the print behind it, and what is the library's own of the row."""
    printed = _PRINTED.search(row.text)
    top.date = row.at(start, end)
    top.sources += [row.at(printed.start(), len(row.text))] if printed else []
    top.labels += [row.at(0, start), row.at(end, printed.start() if printed else len(row.text))]


def _opens(text: str) -> bool:
    """Say whether a line begins the text: an address in Chinese, or a salutation."""
    return addressee(text, nobody) is not None or inline_addressee(text, nobody) is not None


def _end(page: Page, first: int) -> int:
    """Return where the text ends: at the library's word on rights, or at its menus."""
    rows: Sequence[Paragraph] = page.paragraphs
    for index in range(first + 1, len(rows)):
        if _RIGHTS.match(rows[index].text):
            return index
    end = len(rows)
    while end > first + 1 and page.roles[end - 1] is not None:
        end -= 1
    return end


LIBRARY: Final = Layout("library", score_library, read_library)
"""Telegrams and letters of the free libraries."""
