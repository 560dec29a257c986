"""Telegrams and letters of somebody's works in Russian: pages and volumes of libraries on the web.

«Письмо А. И. Пашину 6 марта 1938 года» over the text, the signature, then the book and the shelf mark on lines of their
own, «Письма с Карска. 1937–1938. С. 46.» and «АКПИ. Ф. 7. Оп. 2. Д. 5. Л. 4.», and under them perhaps the editors'
comment. Such a heading names only the addressee: who writes is the author of the volume, or signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.layouts.page import Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.sources import is_source
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title
from tei.regexes import regex

_HEAD: Final = regex(
    r"(?:Из\s+|Проект\s+)?(?:[А-ЯЁа-яё]+\s+)?(?i:письм[оа]|телеграмм[аы]|записк[аи]|шифр(?:о?телеграмм|овк|ограмм)[аи]|"
    r"радиограмм[аы]|послани[ея]|ответ|разговор)\s+(?=[А-ЯЁ«\"]|в\s|по\s|на\s|председател|народн|секретар|команд|редакци|член)"
)
_IMPRINT: Final = regex(
    r"(?!.*\?)[«\"“]?[А-ЯЁ][^\n]{3,200}?[.,]\s(?:С|Стр|с|стр)\.\s?\d{1,4}(?:\s?[–—-]\s?\d{1,4})?[.)]?|"
    r"(?:Правда|Известия|Красная звезда|Большевик|Пролетарская революция)[.,]?\s[^\n]{0,40}(?:1[89]|20)\d\d[^\n]{0,12}"
)
"""“Большая переписка. 1912–1927. С. 46.”: the book and its page, in a line of its own."""
_AUTHOR: Final = regex(
    r"(?:Автор(?:\s+книги)?:\s*)?(?P<name>[А-ЯЁ][а-яё-]+\s(?:[А-ЯЁ]\.\s?){1,2}|(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё-]+)"
)
_WRITTEN_BY: Final = regex(
    r"Автор(?:\s+книги)?:\s*(?P<name>[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё.-]+){0,2})(?:\s*\([^()]*\))?"
)
_SOURCE: Final = regex(r"(?:Источник|Печатается по|Публикуется по|Опубликовано)\s*:?")
_SIGNED: Final = regex(r"(?:(?:Ваш|Твой|Преданный Вам|С ком\w*\.? приветом)[,.]?\s+)?(?:[А-ЯЁ][\w.-]*[\s,]*){1,4}\.?")
_SAME_DAY: Final = regex(r"\b(?:[Вв]\sтот\sже\sдень|[Тт]ого\sже\s(?:дня|числа))\b")
_COUNT: Final = regex(r"(?:№\s?)?\d{1,4}\.?")
MAX_HEAD: Final = 170
MAX_LINE: Final = 220
MAX_OVER: Final = 60
MAX_TOP: Final = 40
MAX_SOURCED: Final = 4
"""So many short lines may hold the source that stands under a title, one word under the other."""


def score_russian(page: Page) -> Score:
    """Score a page by headings that name an addressee, with the book and its page under the text."""
    nothing = Score(0.0, "no heading that names an addressee over a text with its book")
    text = page.capture.text
    if "С. " not in text and "Стр. " not in text and "с. " not in text:
        return nothing
    heads = heads_of(page.paragraphs)
    if not heads:
        return nothing
    ends = [*heads[1:], len(page.paragraphs)]
    sourced = sum(_imprint(page, head, end) < end for head, end in zip(heads, ends, strict=True))
    sourced = sourced or any(_imprinted(page, at) for at in range(heads[0]))
    if not sourced:
        return nothing
    return Score(
        min(0.97, 0.85 + 0.04 * sourced), f"{len(heads)} headings of somebody's works, {sourced} with their book"
    )


def heads_of(rows: Sequence[Paragraph]) -> list[int]:
    """Return the rows of headings, «Телеграмма А. И. Пашину»: they name the kind, an addressee and no sender."""
    return [i for i, row in enumerate(rows) if _is_head(row.text) and not _goes_on(rows, i)]


def _is_head(text: str) -> bool:
    if len(text) > MAX_HEAD or text[-1:] in ",;:!?" or _HEAD.match(text) is None:
        return False
    title = read_title(text)
    return title.kind is not None and bool(title.party("to")) and not title.party("from")


def _goes_on(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a heading stands in a list of them, as in a table of contents."""
    return any(0 <= at < len(rows) and _is_head(rows[at].text) for at in (index - 1, index + 1))


def read_russian(page: Page) -> Regions:
    """Part a page of such works into its documents; what stands between and round them is the page's."""
    rows = page.paragraphs
    heads = heads_of(rows)
    ends = [*heads[1:], len(rows)]
    author = _author(rows[: heads[0]])
    regions: list[Region] = []
    taken: set[int] = set()
    for head, end in zip(heads, ends, strict=True):
        first = _counted(rows, head)
        region, last = _document(page, head, end - _is_counted(rows, end), author)
        if region.body:
            regions.append(region)
            taken.update(range(first, last))
            regions += _answers(rows[last:end], region)
    furniture = tuple(row for i, row in enumerate(rows) if i not in taken and page.roles[i] is not None)
    left = tuple(row for i, row in enumerate(rows) if i not in taken and page.roles[i] is None)
    return Regions("works", tuple(regions), furniture, left)


def _answers(rows: Sequence[Paragraph], region: Region) -> Iterator[Region]:
    """Yield the telegrams that the editors' comment quotes whole: «В тот же день Пашин ответил телеграммой: «…»»."""
    over = ""
    for row in rows:
        if is_notes_heading(over):
            for one in telegrams_in(row, wired=True):
                same = any(_SAME_DAY.search(lead.text) for lead in one.announced)
                day = (region.site_date,) if region.site_date and same else ()
                yield replace(one, before=(region.title or row,), announced=(*day, *one.announced))
        over = over if is_notes_heading(over) else row.text


def _counted(rows: Sequence[Paragraph], head: int) -> int:
    return head - 1 if _is_counted(rows, head) else head


def _is_counted(rows: Sequence[Paragraph], head: int) -> bool:
    """Say whether the number of a document in its volume stands over its heading."""
    return 0 < head < len(rows) and _COUNT.fullmatch(rows[head - 1].text) is not None


def _document(page: Page, head: int, end: int, author: Paragraph | None) -> tuple[Region, int]:
    rows = page.paragraphs
    title = rows[head]
    date = head + 1 if head + 1 < end and is_date_line(rows[head + 1].text) else None
    sourced = tuple(_sourced(rows, head + 1 + (date is not None), end))
    start = head + 1 + (date is not None) + len(sourced)
    imprint = _imprint(page, head, end)
    stop = max(start, _with_lines_above(rows, imprint, start))
    last = max(stop, _after(page, imprint, end))
    number = (rows[head - 1],) if _is_counted(rows, head) else ()
    dated = next((found for found in find_dates(title.text) if len(found.when or "") == len("1938-03-06")), None)
    region = Region(
        body=rows[start:stop],
        title=title,
        site_date=rows[date] if date is not None else title.at(dated.start, dated.end) if dated else None,
        sources=(*sourced, *rows[stop:last]),
        silent=number,
        formal=True,
        named=(("from", (author.start, author.end)),) if author is not None and not is_signed(rows[start:stop]) else (),
    )
    return region, last


def _sourced(rows: Sequence[Paragraph], first: int, end: int) -> Iterator[Paragraph]:
    """Yield the lines under a title that say where the document is printed, from «Источник:» to the page of a book."""
    if first >= end or _SOURCE.match(rows[first].text) is None:
        return
    reach = range(first, min(first + 1 + MAX_SOURCED, end))
    last = next((i for i in reach if _IMPRINT.fullmatch(rows[i].text) or rows[i].text.endswith((". С.", "с."))), None)
    last = (
        last if last is not None else next((i for i in reach if regex(r"[^\n]*\bС\.\s?\d").match(rows[i].text)), None)
    )
    yield from rows[first : last + 1] if last is not None else rows[first : first + 1]


def _imprint(page: Page, head: int, end: int) -> int:
    """Return the row of the first line under a text that gives its book or its archive, `end` where there is none."""
    rows = page.paragraphs
    start = head + 1 + (head + 1 < end and is_date_line(rows[head + 1].text))
    start += len(tuple(_sourced(rows, start, end)))
    return next((i for i in range(start + 1, end) if _imprinted(page, i)), end)


def _imprinted(page: Page, at: int) -> int:
    """Count the rows from here that cite one book or archive: one, two where a copyist broke the line, or none."""
    text = page.paragraphs[at].text
    if len(text) > MAX_LINE:
        return 0
    if _IMPRINT.fullmatch(text) or is_source(text, page.repositories):
        return 1
    below = page.paragraphs[at + 1].text if at + 1 < len(page.paragraphs) else ""
    broken = below[:1].islower() and len(below) <= MAX_LINE and text[-1] not in ".!?…:"
    return 2 if broken and _IMPRINT.fullmatch(f"{text} {below}") else 0


def _with_lines_above(rows: Sequence[Paragraph], imprint: int, start: int) -> int:
    """Return where the lines of a book begin that goes over several: «Большая книга.» over «Письма. 1938. С. 4.»."""
    at = imprint
    while at - 1 > start and at < len(rows) and _is_of_book(rows[at - 1].text) and imprint - at < 2:
        at -= 1
    return at


def _is_of_book(text: str) -> bool:
    """Say whether a line is part of a book's title: a few words with a stop, no signature and no date."""
    if len(text) > MAX_OVER or text[-1:] != "." or is_date_line(text) or _SIGNED.fullmatch(text):
        return False
    return len(text.split()) > 1 and text[:1].isupper() and not any(map(str.isdigit, text)) and "!" not in text


def _after(page: Page, imprint: int, end: int) -> int:
    """Return the row after the last line of book and archive."""
    at = imprint
    while at < end and (count := _imprinted(page, at)):
        at += count
    return min(at, end)


def is_signed(body: Sequence[Paragraph]) -> bool:
    """Say whether a name stands among the last lines of a text: then it says who writes."""
    return any(len(row.text) <= MAX_OVER and _SIGNED.fullmatch(row.text) for row in body[-3:])


def _author(above: Sequence[Paragraph]) -> Paragraph | None:
    """Return the name of the author of a volume, as the head of its page has it."""
    for row in reversed(above[-MAX_TOP:]):
        match = _WRITTEN_BY.fullmatch(row.text) or _AUTHOR.fullmatch(row.text)
        if match and len(row.text) <= MAX_OVER:
            return row.at(*match.span("name"))
    return None
