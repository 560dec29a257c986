"""The record page of a digital archive or catalogue.

Two forms are common. Older pages cite the document with its title in quotation marks and then give the text (`cited`).
Newer ones give date, title, text, abstract, and the source under a heading such as "Document Information"; catalogues
label every line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from tei.recognise.datelines import dateline
from tei.recognise.furniture import MORE, Role
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import is_rule
from tei.recognise.layouts.cited import citation_of, is_requisite, read_cited
from tei.recognise.layouts.cut_summaries import is_cut_summary
from tei.recognise.layouts.fields import Field, longest_run, read_field
from tei.recognise.layouts.handed_over import of_conversation
from tei.recognise.layouts.matter import Matter, is_prose, sweep
from tei.recognise.layouts.notes_of_site import is_placeholder, is_release, is_site_talk, is_thanks
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, furnished, is_date_line
from tei.recognise.layouts.record_heads import (
    MAX_DATE,
    can_be_title,
    has_dated_title,
    has_thanked_title,
    is_form_label,
    over_thanks,
    start_of_text,
    tells,
    titled_over_archive,
    titled_over_fields,
)
from tei.recognise.layouts.record_letters import over_draft, parted
from tei.recognise.layouts.record_notes import is_called_note, is_note, strays_before, under_text
from tei.recognise.layouts.sources import is_source
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, salutation_name
from tei.recognise.service import classify
from tei.recognise.telling import names_party, tells_from_outside, tells_of
from tei.recognise.titles import MAX_TITLE, Title, read_title
from tei.regexes import regex

_STRONG: Final = (Field.TITLE, Field.ABSTRACT, Field.TEXT, Field.SOURCE, Field.RIGHTS)
_OF_COPIES: Final = frozenset((Field.SOURCE, Field.ABSTRACT, Field.SITE))
"""What the first page of a copy for print has over the text: citation, summary, contents."""
_BACK_ROLES: Final = (Role.RECORD_BEGINS, Role.RIGHTS, Role.CITATION)
_BACK_FIELDS: Final = (Field.SOURCE, Field.RIGHTS, Field.RECORD, Field.ABSTRACT, Field.SITE)
MAX_ABSTRACT: Final = 4
_POSTSCRIPT: Final = regex(r"(?:P\.?\s?){1,2}S\b\.?|Postscript\b|П\.?\s?С\.|З\.?\s?Ы\.", re.IGNORECASE)
MIN_LISTED: Final = 4
MAX_TABLED: Final = 4
"""A table of so many labelled rows makes a record page as surely as headings do."""
_AUTHOR: Final = regex(r"[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s[А-ЯЁ][а-яё-]+")
"""The author over the title of one of his works: «Сталин И.В.»."""
_OF_WORKS: Final = ("Transcri", "HTML", "Markup", "Mark-up", "Proofread", "Public Domain", "Online Version")
"""Labels of the web archives of somebody's works, which have a family of their own."""
MAX_OF_WORKS: Final = 20
LIKELY: Final = 0.98
MIN_TELLING: Final = 4
MAX_FIELDS: Final = 4
MAX_MENUS: Final = 0.15
"""Menus alone make no record: any page has them."""
MAX_TOP: Final = 8
MAX_TITLED: Final = 12


def score_record(page: Page) -> Score:
    """Score a page by its headings of citation, text and record, its labelled fields, and menus round them."""
    if page.edited:
        return Score(0.0, "a page of a wiki in parts")
    roles = [role for role in page.roles if role and role not in (Role.BLOG, Role.BLANK)]
    headings = {role for role in roles if role in (Role.CITATION, Role.TEXT_BEGINS, Role.RECORD_BEGINS)}
    labels = [read_field(paragraph.text) for paragraph in page.paragraphs]
    fields = {found.field for found in labels if found}
    strong = fields.intersection(_STRONG)
    opened = 0.35 * (not headings and citation_of(page) is not None)
    opened += 0.25 * (fields >= _OF_COPIES and any(row.text.startswith("Citation:") for row in page.paragraphs))
    run, runs = longest_run(labels)
    catalogued = run >= MIN_LISTED and runs == 1 and fields >= {Field.SOURCE, Field.DATE}
    listed = 0.5 * catalogued + 0.3 * (run >= MIN_LISTED and (len(strong) > 1 or fields >= {Field.SOURCE, Field.DATE}))
    listed = listed or 0.3 * (run == MIN_LISTED - 1 and fields >= {Field.SOURCE, Field.SITE})
    sourced = any(
        one and one.field is Field.SOURCE and one.alone and is_date_line(row.text)
        for row, one in zip(page.paragraphs[:-1], labels[1:], strict=True)
    )
    tabled = sum(labelled.tabled for labelled in labels if labelled)
    top = page.paragraphs[:MAX_TOP]
    thanked = 0.3 * (any(is_thanks(row.text) for row in top) and any(is_date_line(row.text) for row in top[:4]))
    titled = 0.75 * any(one(page) for one in _TITLED)
    value = (
        thanked
        + titled
        + 0.15 * min(tabled, MAX_TABLED) * (tabled > 1)
        + listed
        + opened
        + 0.35 * is_requisite(page)
        + 0.15 * sourced
        + 0.35 * len(headings)
        + 0.05 * len(roles)
        + 0.12 * len(strong)
        + 0.02 * len(fields)
    )
    if run >= MIN_LISTED and any(row.text.startswith(_OF_WORKS) for row in page.paragraphs[:MAX_OF_WORKS]):
        value = min(value, LIKELY)
    menus = 0.05 * len(roles) + 0.02 * len(fields)
    value = min(value, MAX_MENUS) if value <= menus else value
    names = ", ".join(sorted(role.value for role in headings)) or "no headings"
    return Score(min(1.0, value), f"{len(roles)} lines of web furniture; {names}; {len(fields)} labelled fields")


_TITLED: Final = (has_dated_title, has_thanked_title, titled_over_archive, titled_over_fields)
"""What makes a record page of a title and the lines round it, in the order of their cost."""


def read_record(page: Page) -> Regions:
    """Part a record page into its regions."""
    cited = citation_of(page)
    regions = read_cited(page, cited) if cited is not None else _read_labelled(page)
    regions = replace(regions, telegrams=tuple(_titled_once(one, page.capture.text) for one in regions.telegrams))
    decided: list[Paragraph] = []
    telegrams: list[Region] = []
    for one in regions.telegrams:
        handed, rest = of_conversation(one, page)
        if handed:
            telegrams += handed
            decided += (*rest, *(row for row in (one.title, one.site_date) if row), *one.abstract)
            continue
        above = over_draft(one)
        decided += one.body[:above]
        telegrams += parted(replace(one, body=one.body[above:]) if above else one)
    return replace(regions, telegrams=tuple(telegrams), context=(*regions.context, *decided))


def _read_labelled(page: Page) -> Regions:
    start, value = start_of_text(page)
    front = sweep(page, range(start))
    _settle_title(page, front)
    if value:
        front.furniture.append(page.paragraphs[start].at(0, value))
    end = _end_of_text(page, start, written=value > 0)
    while end > start + 1 and is_source(page.paragraphs[end - 1].text, page.repositories):
        end -= 1 + (end > start + 2 and page.paragraphs[end - 1].text[:1].islower())
    matter = sweep(page, range(end, len(page.paragraphs)), front)
    body = [row for row in page.paragraphs[start:end] if not is_release(row.text)]
    body, matter.furniture = _without_catalogue(body, matter.furniture)
    if body and (strays := strays_before(body)):
        matter.furniture += body[:strays]
        del body[:strays]
    if value and body:
        body[0] = body[0].at(value, len(body[0].text))
    if _is_entry(body, matter):
        return furnished("record", page, Region(()))
    if not matter.abstract:
        body, matter.abstract = _abstract_after(body, matter)
    notes = under_text(body)
    while notes > 1 and is_source(body[notes - 1].text, page.repositories):
        notes -= 1
        matter.sources.insert(0, body.pop(notes))
    while len(body) > 1 and is_rule(body[-1].text):
        matter.furniture.append(body.pop())
    body = _without_own_title(body, matter)
    _place_loose(page, matter, body)
    region = Region(
        tuple(body),
        matter.title,
        None,
        matter.date,
        tuple(matter.abstract),
        tuple(matter.sources),
        _source_start(matter),
        named=tuple(matter.named),
        silent=tuple(matter.silent),
    )
    return furnished("record", page, region, matter.furniture)


def _settle_title(page: Page, front: Matter) -> None:
    """Take the line over the thanks for the title, where a summary that reads like one stands over the date."""
    rows = page.paragraphs
    told = len(rows) > MIN_TELLING and front.title == rows[0] and tells(rows[0])
    if told and is_date_line(rows[1].text) and over_thanks(page, 2):
        front.loose = [rows[0], *(row for row in front.loose if row is not rows[2])]
        front.title = rows[2]


def _source_start(matter: Matter) -> int:
    """Return where the source begins in a citation of the page: "Citation: “Title,” date, Digital Archive, …"."""
    first = matter.sources[0] if matter.sources else None
    cited = _CITED.match(first.text) if first is not None else None
    return first.start + cited.end() if first is not None and cited is not None else 0


_CITED: Final = regex(
    r"(?:Citation:\s*)?[“\"][^”\"]{3,400}[”\"],?\s*[^“”\"]{0,60}?\d{4},\s*[^“”\"]{0,80}?(?:[Dd]igital\s)?[Aa]rchive,\s+(?=\S)"
)


def _without_own_title(body: list[Paragraph], matter: Matter) -> list[Paragraph]:
    """Leave out the title that the text repeats at its head: "Telegram from … to …," over its date."""
    if not body or matter.title is None or len(body) < MIN_TELLING:
        return body
    title = _folded(matter.title.text)
    again = [row for row in body[:MAX_TITLED] if _is_of_title(_folded(row.text), title)]
    matter.silent.extend(again)
    return [row for row in body if row not in again]


def _titled_once(region: Region, text: str) -> Region:
    """Leave out the line at the head of the text that says the title of the citation again, perhaps in other words."""
    if region.title_text is None or len(region.body) < 2:
        return region
    title = read_title(text[slice(*region.title_text)])
    first = region.body[0]
    if len(first.text) > MAX_TITLE or not (
        _is_of_title(_folded(first.text), _folded(title.text)) or _tells(first, title)
    ):
        return region
    return replace(region, body=region.body[1:], silent=(*region.silent, first))


def _tells(line: Paragraph, title: Title) -> bool:
    """Say whether a line names the same kind of document and the same two parties as the title."""
    parties = title.party("from"), title.party("to")
    if not all(parties) or not all(party in line.text for party in parties):
        return False
    again = read_title(line.text)
    return again.kind == title.kind is not None and (again.party("from"), again.party("to")) == parties


def _is_of_title(line: str, title: str) -> bool:
    """Say whether a line is the title again, perhaps with its date and the initials, or the heading that it quotes."""
    if line == title or (line.startswith(f"{title}. re: ") and len(line) <= len(title) + MAX_DATE):
        return True
    if line[:3] != title[:3] or len(line) > len(title) + MAX_DATE:
        return False
    words = iter(_WORD.findall(line))
    more = [word for own in _WORD.findall(title) for word in takewhile(own.__ne__, words)]
    more += words
    return 0 < len(more) <= MAX_MORE and more[-1].isdigit() and all(_OF_DATE.fullmatch(word) for word in more)


_WORD: Final = regex(r"\w+")
_OF_DATE: Final = regex(
    r"\d{1,4}|the|of|[a-z]|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
MAX_MORE: Final = 8


def _folded(text: str) -> str:
    return " ".join(text.lower().strip(" .,:;").translate(_QUOTES).split())


_QUOTES: Final = str.maketrans('‘’“”"', "'''''")


def _without_catalogue(body: list[Paragraph], furniture: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Leave out the catalogue's last fields, and the rule under them, where one that a form has too begins the text."""
    fields = [row for row in body[:MAX_FIELDS] if is_rule(row.text) or _is_of_catalogue(row.text)]
    if not fields or len(fields) == len(body) or not is_rule(fields[-1].text):
        return body, furniture
    return [row for row in body if row not in fields], [*furniture, *fields]


def _is_of_catalogue(text: str) -> bool:
    labelled = read_field(text)
    return labelled is not None and not labelled.alone and labelled.field is not Field.TEXT and classify(text) is None


def _is_entry(body: Sequence[Paragraph], matter: Matter) -> bool:
    """Say whether a page is a catalogue's entry without the text: a line says so, or all of it tells of them."""
    if any(is_placeholder(row.text) for row in body[-3:]):
        return not any(classify(row.text) for row in body) and len(body) <= MAX_ABSTRACT
    title = read_title(matter.title.text) if matter.title else Title("")
    return 0 < len(body) <= 2 and all(tells(row) for row in body) and tells_of(body[0].text, title)


def _place_loose(page: Page, matter: Matter, body: list[Paragraph]) -> None:
    """Give unexplained lines a place: a title where there is none yet, an abstract, else furniture of the page."""
    first = body[0].start if body else 0
    told = any(row.start > first and is_prose(row.text) and tells(row) for row in matter.loose)
    rows = page.paragraphs
    headed = next((row for row in matter.loose if row in rows and over_thanks(page, rows.index(row))), None)
    for paragraph in matter.loose:
        titled = can_be_title(paragraph.text, matter) or _REPORTED.match(paragraph.text) is not None
        titled = paragraph == headed if headed else titled
        if matter.title is None and paragraph.start < first and titled:
            matter.title = paragraph
        elif matter.title is not None and paragraph.end < matter.title.start and _AUTHOR.fullmatch(paragraph.text):
            matter.named.append(("from", (paragraph.start, paragraph.end)))
            matter.silent.append(paragraph)
        elif told and paragraph.end <= first:
            matter.furniture.append(paragraph)
        elif not matter.abstract and is_prose(paragraph.text) and not is_site_talk(paragraph.text):
            matter.abstract.append(paragraph)
        else:
            matter.furniture.append(paragraph)


def _end_of_text(page: Page, start: int, *, written: bool) -> int:
    """Return where the record of the page begins after the text, or the furniture at its end.

    `written` says that the first line holds text, whatever its label.
    """
    end = len(page.paragraphs)
    while end > start and (page.roles[end - 1] is not None or is_site_talk(page.paragraphs[end - 1].text)):
        end -= 1
    for index in range(start + written, end):
        text, role = page.paragraphs[index].text, page.roles[index]
        labelled = None if is_form_label(page, start, index) else read_field(text)
        if role is Role.RECORD_BEGINS or (role is Role.MENU and written and MORE.fullmatch(text)):
            return index
        if written and (role in _BACK_ROLES or (labelled and labelled.field in _BACK_FIELDS and not classify(text))):
            return index
        if written and index > start + 1 and is_notes_heading(text):
            return _after_notes(page, index)
        written = written or (role is None and classify(text) is None and labelled is None and not is_date_line(text))
    return end


def _after_notes(page: Page, heading: int) -> int:
    """Return where the notes end that stand under their heading with markers in brackets; else where it stands."""
    last = heading
    while last + 1 < len(page.paragraphs) and is_note(page.paragraphs[last + 1].text):
        last += 1
    return last + 1 if last > heading else heading


def _abstract_after(body: list[Paragraph], matter: Matter) -> tuple[list[Paragraph], list[Paragraph]]:
    """Take prose after the end of the telegram for the abstract: after its signature, date or service matter.

    Without such an end only a paragraph that speaks of the sender by the name in the title is taken.
    """
    first = len(body)
    title = read_title(matter.title.text) if matter.title else Title("")
    cut = first > 1 and is_cut_summary(body, title, ended=first > 2 and _ends_telegram(body[-2], body))
    first -= cut
    while first > 1 and len(body) - first < MAX_ABSTRACT and tells(body[first - 1]):
        if is_called_note(body[first - 1].text, body):
            break
        first -= 1
    if first == len(body):
        return body, []
    if _ends_telegram(body[first - 1], body) and any(map(_is_text, body[: first - 1])):
        return body[:first], body[first:]
    last = body[-1]
    if first < len(body) and (cut or names_party(last.text, title) or tells_from_outside(last.text)):
        return body[:-1], [last]
    return body, []


MIN_TEXT: Final = 9
_STOPS: Final = frozenset(".!?…:;,)]”\"’'»")


def _is_text(paragraph: Paragraph) -> bool:
    """Say whether a line before the end is text of the telegram, not its address or date."""
    text = paragraph.text
    words = len(text.split())
    short = words < MIN_TEXT and text[-1] not in _STOPS and text[0] != "["
    if words < MIN_TELLING or short or classify(text) is not None:
        return False
    return salutation_name(text, nobody) is None and dateline(text, None, nobody) is None


def _ends_telegram(paragraph: Paragraph, body: list[Paragraph]) -> bool:
    """Say whether a line is one that a telegram ends with: service matter, a date, brackets, a name, a formula."""
    text = paragraph.text
    if paragraph is body[0] or text[-1] == ":" or text.lstrip('"“').startswith(_ADDRESSES):
        return False
    if _POSTSCRIPT.match(text) or is_called_note(text, body) or _TYPIST.fullmatch(text):
        return True
    if text[-1] == "]" and text.count("]") > text.count("["):
        return True
    if classify(text) is not None or is_date_line(text) or is_closing(text) or (text[0] == "[" and text[-1] == "]"):
        return True
    words = text.rstrip(' .,”"').split()
    if words and words[0] in _OPENS_HEADING:
        return False
    return len(words) <= 8 and all(not word[:1].islower() or word in ("of", "the") for word in words)


_REPORTED: Final = regex(r"Report\s+(?:from|by)\s+[A-Z][^\n.]{3,60}?,\s+[‘'“]")


_TYPIST: Final = regex(r"[a-z]{2,3}(?:[/.][a-z]{2,3})?")
_ADDRESSES: Final = ("To ", "TO ", "[To", "[to", "Dear ", "For ", "FOR ")
_OPENS_HEADING: Final = frozenset(("About", "On", "Concerning", "Regarding", "In", "At", "From", "First", "Second"))
"""Words that a heading or a sentence of the text begins with, and no signature."""
RECORD: Final = Layout("record", score_record, read_record)
