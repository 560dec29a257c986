"""A telegram by itself: perhaps headings, then the telegram, then perhaps lines that say where it is kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Final

from tei.archives import Repositories
from tei.dates import find_dates
from tei.model import FeatureKind
from tei.recognise import russian
from tei.recognise.cells import in_cells
from tei.recognise.counting import is_sign
from tei.recognise.furniture import Role, is_navigation
from tei.recognise.known import nobody
from tei.recognise.layouts.below_text import MAX_TAIL, notes_under, signed_apart, trailing_sources
from tei.recognise.layouts.edges import after_heading, author_of, end_of_document, is_counter, trim
from tei.recognise.layouts.form_below import from_form
from tei.recognise.layouts.headings import is_title, title_in
from tei.recognise.layouts.late_addresses import late_address
from tei.recognise.layouts.leaf_ends import end_of_letter, sheet_ends
from tei.recognise.layouts.matter import is_prose
from tei.recognise.layouts.notes_of_site import is_release
from tei.recognise.layouts.other_matter import are_paged, is_contents, opens_minutes
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.parting import Part, is_draft, is_separator, parts_of
from tei.recognise.layouts.registers import is_register
from tei.recognise.layouts.sources import is_source, references_over
from tei.recognise.layouts.stated import sources_in_head, stated_source
from tei.recognise.layouts.title_rows import (
    DOCUMENT_NUMBER,
    MAX_HEADS,
    MAX_TITLE,
    ON,
    late_seat,
    late_title,
    subject_and_day,
    title_at,
)
from tei.recognise.layouts.volume_neighbours import own_document
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.recognise.titles import dated_lead, read_title
from tei.regexes import regex

_PAGE_LINE: Final = regex(r"\[?[Pp]age \d{1,4}\]?|\d{1,2}, (?:1[89]|20)\d\d")
"""The number of a page and what is left of its running head."""
MAX_TITLES: Final = 3
"""A page with so many titles and little else is a list of documents, not one of them."""

_TITLE_STOP: Final = regex(r"[.:](?:\s*[–—-])?\s+(?=[A-ZÀ-ÞА-ЯЁ“\"«])|\s+[–—]\s+(?=[A-ZÀ-ÞА-ЯЁ“\"«])|\n+")


def score_plain(page: Page) -> Score:
    """Fit any page a little: this family is for everything that no other knows."""
    return Score(0.2, f"{len(page.paragraphs)} paragraphs and no form that another family knows")


def read_plain(page: Page) -> Regions:
    """Part a plain page: furniture at both ends, headings, the telegram or telegrams, their source."""
    start, end = trim(page)
    stamped = tuple(
        row
        for row, role in zip(page.paragraphs[start:end], page.roles[start:end], strict=True)
        if role is Role.BLANK or is_release(row.text) or is_navigation(row.text) or is_counter(row.text, role)
    )
    if "\nPAGE " in page.capture.text:
        stamped += tuple(sheet_ends(page.paragraphs[start:end]))
    rows = in_cells(tuple(row for row in page.paragraphs[start:end] if row not in stamped))
    furniture = (*page.paragraphs[:start], *page.paragraphs[end:], *stamped)
    rows, neighbours = own_document(page.capture.text, rows)
    if not rows or _is_list(rows) or is_register(page) or any(opens_minutes(row.text) for row in rows[:MAX_HEADS]):
        return Regions("plain", (), furniture, (*rows, *neighbours))
    whole, over, dots = from_form(rows, page.repositories)
    furniture, rows = (*furniture, *dots), after_heading(whole)
    above = whole[: len(whole) - len(rows)]
    furniture, above = (*furniture, *above[:1]), above[1:]
    rows = (*_titled(rows[0]), *rows[1:])
    headings = {feature.start for feature in page.capture.featured(FeatureKind.HEADING)}
    late = late_title(rows, page.repositories, headings) or late_seat(rows, page.repositories)
    rows, above = rows[late:], (*above, *rows[:late])
    if not late and is_sign(rows[0].text[:1]) and title_in(rows[title_at(rows, page.repositories)]) is None:
        late, ends = late_address(rows)
        rows, above, over = rows[late:ends], (*above, *rows[:late]), (*over, *rows[ends:])
    cut = min(end_of_document(rows, page.repositories), end_of_letter(rows), _remarks_at(rows, page.repositories))
    rows, beyond = rows[:cut], (*rows[cut:], *above, *over, *neighbours)
    parts = parts_of(rows)
    if parts:
        return _several(rows, parts, furniture, page.repositories, beyond)
    region = _region(rows, page.repositories)
    return Regions("plain", (region,) if region.body else (), furniture, (*(() if region.body else rows), *beyond))


def _remarks_at(rows: tuple[Paragraph, ...], repositories: Repositories) -> int:
    """Return where the editor speaks of the document under its source, «Примечание» over prose without a number."""
    heads = (i for i, row in enumerate(rows[1:-1], 1) if len(row.text) <= MAX_REMARK and is_notes_heading(row.text))
    for at in heads:
        below = rows[at + 1].text
        if below[0].isalpha() and is_prose(below) and is_source(rows[at - 1].text, repositories):
            return at
    return len(rows)


MAX_REMARK: Final = 16


def _titled(row: Paragraph) -> tuple[Paragraph, ...]:
    """Part a title from the text that goes on in its line: "Telegram from Vetrov to Pashin, 5 May 1938. The ice …"."""
    for stop in _TITLE_STOP.finditer(row.text, 12, MAX_TITLE):
        title = row.at(0, stop.start())
        if title_in(title) and read_title(title.text).kind and find_dates(title.text):
            return row.at(0, stop.end()), row.at(stop.end(), len(row.text))
    dated = _DATED_ADDRESS.fullmatch(row.text) if row.text[-1:] in "ада." and len(row.text) <= MAX_TITLE else None
    if dated and russian.addressee(dated["name"], nobody, nobody):
        return row.at(0, dated.start("date")), row.at(dated.start("date"), len(row.text))
    return (row,)


_DATED_ADDRESS: Final = regex(
    r"(?P<name>[А-ЯЁ][^\n\d.!?:;]{4,110}?)[,.]?\s+(?P<date>\d{1,2}\s+[а-я]{3,8}\s+(?:1[89]|20)\d\d\s*(?:г\.|года)\.?)"
)
"""How collected works head a telegram: «Председателю комитета Ветрову 2 декабря 1937 года»."""


def _is_own(text: str, repositories: Repositories) -> bool:
    """Say whether a line over the title is the telegram's: service matter, or place and date."""
    if classify(text) is not None:
        return True
    whole = any(len(found.when or "") >= len("1938-01-10") for found in find_dates(text))
    return whole and not is_date_line(text) and not is_source(text, repositories)


def _region(rows: tuple[Paragraph, ...], repositories: Repositories) -> Region:
    """Return what one telegram is made of: the lines over it, its text, the lines that say where it is kept."""
    above, title, site_date, head = _head(rows, repositories)
    over = tuple(
        row for row in rows[:head] if row not in above and row is not site_date and _is_own(row.text, repositories)
    )
    counted = tuple(
        row for row in over[:1] if title is not None and _is_counted(row, title, rows[head : head + MAX_HEADS])
    )
    over = tuple(row for row in over if row not in counted)
    rest = (*(row for row in over if title is None or row.end <= title.start), *rows[head:])
    stated = stated_source(rest, repositories) if title is not None else ()
    stated = stated or sources_in_head(rest, repositories)
    rest = tuple(row for row in rest if row not in stated)
    rest = (*rest[:-MAX_TAIL], *signed_apart(rest, repositories))
    noted = next((i for i, row in enumerate(rest) if i and is_notes_heading(row.text)), 0)
    below = trailing_sources(
        rest[:noted] if noted and is_source(rest[noted - 1].text, repositories) else rest, repositories
    )
    hung = notes_under(rest, below, repositories)
    again = tuple(row for row in rest[-1:] if len(rest) > 1 and any(row.text == over.text for over in above))
    body = tuple(
        row for row in rest if row not in below and row not in again and all(row.start != note.lead for note in hung)
    )
    paged = tuple(
        row for row in above if _PAGE_LINE.fullmatch(row.text) or is_date_line(row.text) or row.text.startswith(ON)
    )
    named = tuple(author_of(above)) if title is not None else ()
    above = tuple(row for row in above if row not in paged)
    silent = (*counted, *paged, *again)
    return Region(body, title, None, site_date, (), (*above, *stated, *below), silent=silent, hung=hung, named=named)


def _is_counted(row: Paragraph, title: Paragraph, below: tuple[Paragraph, ...]) -> bool:
    """Say whether a number over a title counts the document in its volume: the telegram has its own number below.

    A heading in Russian that begins with its date is that of a volume, whose number stands over it.
    """
    if _COUNT.fullmatch(row.text) is None:
        return False
    if row.text[0] == "№":
        return dated_lead(title.text) > 0
    return any((service := classify(line.text)) is not None and service.type == "number" for line in below)


_COUNT: Final = regex(r"(?:Nr|No|Nº|N°|№|Doc)\.?\s*\d{1,4}\.?")


def _several(
    rows: tuple[Paragraph, ...],
    parts: tuple[Part, ...],
    furniture: tuple[Paragraph, ...],
    repositories: Repositories,
    beyond: tuple[Paragraph, ...],
) -> Regions:
    """Return the regions of telegrams one after another; what stands between them is the page's.

    A source that stands once, after the last of them, is the source of them all.
    """
    regions = [_region(rows[part.start : part.end], repositories) for part in parts]
    regions = [
        replace(region, kind="telegram", formal=True) if part.named else region
        for region, part in zip(regions, parts, strict=True)
    ]
    drafts = [rows[part.start - 1] if part.start and is_draft(rows[part.start - 1].text) else None for part in parts]
    regions = [
        replace(region, heading=draft) if draft and region.title is None else region
        for region, draft in zip(regions, drafts, strict=True)
    ]
    shared = regions[-1].sources if not any(region.sources for region in regions[:-1]) else ()
    numbers = [rows[part.number] if part.number >= 0 else None for part in parts]
    made = tuple(
        replace(
            region,
            sources=region.sources or shared,
            silent=(*region.silent, *((number,) if number else ())),
            ordinal=_digits(number),
        )
        for region, number in zip(regions, numbers, strict=True)
        if region.body
    )
    taken = {row for part in parts for row in rows[part.start : part.end]} | {row for row in numbers if row}
    left = tuple(row for row in rows if row not in taken)
    rules = tuple(row for row in left if is_separator(row.text))
    context = (*(row for row in left if row not in rules), *beyond)
    return Regions("plain", made, (*furniture, *rules), context, context)


def _digits(number: Paragraph | None) -> str:
    return "".join(filter(str.isdigit, number.text)) if number else ""


def _is_list(rows: tuple[Paragraph, ...]) -> bool:
    """Say whether a page lists documents: several titles, and no prose between them or under the word «Содержание»."""
    at = next((i for i, row in enumerate(rows[:MAX_HEADS]) if is_contents(row.text)), -1)
    if at >= 0:
        if are_paged([row.text for row in rows[at + 1 :]]):
            return True
        listed = takewhile(lambda row: row.text[-1] not in ".:!?" and not is_date_line(row.text), rows[at + 1 :])
        return sum(is_title(row) for row in listed) > 1
    if any(is_prose(row.text) and not is_title(row) for row in rows):
        return False
    return sum(1 for row in rows if len(row.text) <= 160 and is_title(row)) >= MAX_TITLES


def _head(
    rows: tuple[Paragraph, ...], repositories: Repositories
) -> tuple[tuple[Paragraph, ...], Paragraph | None, Paragraph | None, int]:
    """Return what stands above the title, the title, a date line of the page, and where the telegram begins.

    A date above or right below a title is the page's; a date without a title is the telegram's own dateline.
    """
    at = title_at(rows, repositories)
    span = title_in(rows[at])
    if span is None or len(rows) == 1:
        numbered = len(rows) > 1 and DOCUMENT_NUMBER.fullmatch(rows[0].text) is not None
        numbered = numbered and rows[0].text[0] not in "№第"
        first = int(numbered) + references_over(rows[numbered:], repositories)
        first = first or _over_dateline(rows, repositories)
        return rows[:first], None, None, first
    title = rows[at].at(*span)
    date = next((row for row in rows[:at] if is_date_line(row.text)), None)
    above = [row for row in rows[:at] if row is not date and not _is_own(row.text, repositories)]
    if span[0]:
        above.append(rows[at].at(0, span[0]))
    head = at + 1
    if head < len(rows) - 1 and rows[head].text.endswith(_EDITORS) and _EDITED.fullmatch(rows[head].text):
        above.append(rows[head])
        head += 1
    if head < len(rows) - 2 and _SUBTITLE.fullmatch(rows[head].text) and is_date_line(rows[head + 1].text):
        above.append(rows[head])
        head += 1
    if date is None and head < len(rows) - 1 and is_date_line(rows[head].text):
        date, head = rows[head], head + 1
    elif date is None and head < len(rows) - 1 and (subject := subject_and_day(rows[head])):
        above.append(subject[0])
        date, head = subject[1], head + 1
    return tuple(above), title, date, head


_SUBTITLE: Final = regex(r"[—–―-]{1,2}\s?[^\s—–―-][^\n]{1,58}[^.!?。！？:：]")
"""What a telegram is on, in a line of its own under the title and over the day: 「——关于修堤问题」."""
_EDITORS: Final = ("编", "編", "编著", "編著", "整理", "辑", "輯")
_EDITED: Final = regex(r"[\u3400-\u9fff·、\s]{2,24}?(?:主|选|選|合)?(?:[编編]著?|整理|[辑輯])")
"""Who edited a volume, as a library's page says under each title, 「方景和主编」."""


def _over_dateline(rows: tuple[Paragraph, ...], repositories: Repositories) -> int:
    """Return how many rows over a text without a title are the page's: when it was put there, what it is taken from.

    The last date over the text is the text's own.
    """
    count = 0
    while count < min(MAX_TITLES, len(rows) - 1) and (
        is_date_line(rows[count].text) or is_source(rows[count].text, repositories)
    ):
        count += 1
    dates = [index for index in range(count) if is_date_line(rows[index].text)]
    return dates[-1] if dates else 0


PLAIN: Final = Layout("plain", score_plain, read_plain)
