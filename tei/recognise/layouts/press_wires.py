"""Telegrams as Chinese newspapers print them: an agency's sentence that hands over, then address, text, name, day.

「【新华社八日讯】……致电……，表示祝贺。电文如下：」 stands over one telegram, or over several that are counted,
「（一）罗主席贺电沈明远阁下：」; the address may go on in the same line. The day closes it, with the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tei.recognise.chinese_lines import signature, signed_and_dated
from tei.recognise.chinese_names import is_personal
from tei.recognise.known import nobody
from tei.recognise.layouts.page import Page, Region, Regions, Score
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_AGENCY: Final = regex(
    r"\s*[【（(〔\[](?:[新中国國塔合路美法共][\u3400-\u9fff]{0,3}社|本[报報]|[\u3400-\u9fff]{2,6})"
    r"[\u3400-\u9fff\d、]{0,16}?[讯訊电電][】）)〕\]]"
)
"""How a piece of news begins: 「【新华社西宁三十日电】」, 「（本報訊）」."""
_GIVES: Final = regex(
    r"(?:[贺賀唁谢謝复復覆慰来來原该該全]?(?P<kind>[电電函信])(?:全|原)?文?|全文|原文)(?:全文)?(?:如下|如左|如次|为|為)[:：]\s*"
)
_WIRED: Final = regex(
    r"\s*(?P<from>[\u3400-\u9fff·]{2,20}?)(?:(?:[昨今]日|[\u3400-\u9fff\d]{1,4}日)|[于於][\u3400-\u9fff]{2,8}?)?"
    r"(?:特|分[别別])?[致发發][电電函]"
)
_OFFICE_BEFORE: Final = regex(
    r"[\u3400-\u9fff]{2,40}(?:主席(?![团團])|[总總]理|[总總][统統]|部[长長]|[书書][记記]|首相|委[员員][长長]|大使)"
    r"(?P<name>[\u3400-\u9fff·]{2,12}?)(?:先生|同志)?(?:[阁閣]下)?"
)
_BODY_BEFORE: Final = regex(
    r"[\u3400-\u9fff]{1,20}[局站所部院台社会會府司处處](?P<name>[\u3400-\u9fff]{2,3})"
    r"(?:[局站所部院社处處科]?[长長]|主任|主席)(?:先生|同志)?(?:[阁閣]下)?"
)
_QUOTES: Final = frozenset("“「『")
_UNQUOTES: Final = frozenset("”」』")
_COUNT: Final = regex(r"\s*(?P<count>[（(〔][一二三四五六七八九十][）)〕]|[一二三四五六七八九十]、)\s*(?P<rest>\S.*)")
_SENT: Final = regex(
    r"(?P<from>[\u3400-\u9fff·]{2,16}?)(?:致|[贺賀唁谢謝复復覆]?[电電]|[致来來]?函)(?P<to>[\u3400-\u9fff·、]{4,60}?)[:：]\s*"
)
_ADDRESS: Final = regex(
    r"\s*(?:(?P<to>[\u3400-\u9fff·、:：（）()]{3,60}?)|[“「『]?(?P<many>[\u3400-\u9fff·、,，]{3,200}?[鉴鑒]))[:：]\s*$"
)
_RUN_IN: Final = regex(r"(?P<to>[\u3400-\u9fff·、]{3,40}?)[:：]\s*$")
_DAY: Final = regex(
    r"\s*(?:[\u3400-\u9fff·]{2,30}?\s+)?[一二三四五六七八九〇零○\d]{4}年\s*[一二三四五六七八九十\d]{1,3}月\s*[一二三四五六七八九十廿卅\d]{1,3}日"
    r"(?:\s*[于於在]?[\u3400-\u9fff]{0,8})?\s*"
)
_YEAR: Final = regex(r"\s*[一二三四五六七八九〇零○\d]{4}年\s*")
_DAY_UNDER: Final = regex(
    r"\s*[一二三四五六七八九十\d]{1,3}月\s*[一二三四五六七八九十廿卅\d]{1,3}"
    r"日[\s於于]*[\u3400-\u9fff]{0,8}\s*"
)
_OTHER_CALENDAR: Final = regex(r"[（(][^（）()\n]{1,6}[历曆][^（）()\n]{2,16}[）)]")
"""The same day by another calendar, under it."""
MAX_PROSE: Final = 120
MAX_OTHERS: Final = 2


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a telegram begins: its row, whence in the row, and the span of who is addressed and of the title."""

    index: int
    to: tuple[int, int]
    text: int
    kind: str
    title: tuple[int, int] | None = None
    sender: tuple[int, int] | None = None  # on the page, not in the row
    lead: int = 0


def score_press(page: Page) -> Score:
    """Score a page by sentences that hand over and the addresses under them, with little else on the page."""
    text = page.capture.text
    nothing = Score(0.0, "no agency's sentence over an address")
    if "如下" not in text and "如左" not in text and "如次" not in text and "电为" not in text:
        return nothing
    starts = _starts(page)
    first = starts[0].index if starts else 0
    others = sum(len(row.text) > MAX_PROSE and not _GIVES.search(row.text) for row in page.paragraphs[:first])
    if not starts or others > MAX_OTHERS:
        return nothing
    return Score(0.97, f"{len(starts)} telegrams in a newspaper")


def read_press(page: Page) -> Regions:
    """Part a page of a newspaper into its telegrams; the news round them is context."""
    rows = page.paragraphs
    starts = _starts(page)
    regions: list[Region] = []
    taken: set[int] = set()
    parts: dict[int, int] = {}
    for start, end in pairwise((*starts, None)):
        if start is None:
            continue
        region, last = _region(page, start, end.index if end else len(rows))
        if region is not None:
            regions.append(region)
            taken.update(range(start.index + 1, last))
            parts[start.index] = start.lead
    left = [rows[i].at(0, parts[i]) if i in parts else rows[i] for i in range(len(rows)) if i not in taken]
    left = [row for row in left if row.text.strip()]
    roles = {row.start: role for row, role in zip(rows, page.roles, strict=True)}
    furniture = tuple(row for row in left if roles.get(row.start) is not None)
    return Regions("article", tuple(regions), furniture, tuple(row for row in left if row not in furniture))


def _starts(page: Page) -> tuple[_Start, ...]:
    if "press wires" not in page.worked_out:
        page.worked_out["press wires"] = tuple(_found(page.paragraphs))
    found: tuple[_Start, ...] = page.worked_out["press wires"]
    return found


def _found(rows: Sequence[Paragraph]) -> Iterator[_Start]:
    """Yield where telegrams begin: under or in the sentence that hands over, and at each that is counted after it."""
    kind, given, told = "", False, None
    for index, row in enumerate(rows):
        gives = _GIVES.search(row.text)
        if gives:
            given, kind, told = True, _kind(gives), _teller(rows, index, gives.start())
            named = _RUN_IN.match(row.text, gives.end())
            if named:
                yield _Start(index, named.span("to"), gives.end(), kind, sender=told, lead=gives.end())
                given = False
            continue
        if _AGENCY.match(row.text):
            given = False
        counted = _COUNT.fullmatch(row.text) if given else None
        if counted and (sent := _SENT.fullmatch(counted["rest"])):
            at = counted.start("rest")
            to, sender = sent.span("to"), sent.span("from")
            title = (at + sender[0], at + to[1])
            yield _Start(index, (at + to[0], at + to[1]), len(row.text), kind, title, _on_page(row, at, sender))
        elif given and (address := _ADDRESS.match(row.text)):
            span = address.span("to" if address["to"] else "many")
            yield _Start(index, span, len(row.text) - len(row.text.lstrip()), kind, sender=told)
            given = False
        elif not counted and given and len(row.text) > MAX_PROSE:
            given = False


def _teller(rows: Sequence[Paragraph], index: int, end: int) -> tuple[int, int] | None:
    """Return who wired by the sentence that hands over, 「沈明远於節前致電……，原電如下：」."""
    row = rows[index]
    agency = _AGENCY.match(row.text)
    match = _WIRED.match(row.text, agency.end() if agency else 0, end) if agency else None
    return (row.start + match.start("from"), row.start + match.end("from")) if match else None


def _on_page(row: Paragraph, at: int, span: tuple[int, int]) -> tuple[int, int]:
    return row.start + at + span[0], row.start + at + span[1]


def _kind(gives: re.Match[str]) -> str:
    return "letter" if gives["kind"] and gives["kind"] in "函信" else "telegram"


def _region(page: Page, start: _Start, end: int) -> tuple[Region | None, int]:
    rows = page.paragraphs
    row = rows[start.index]
    last, closing = _end(page, start.index + 1, end)
    address = () if start.title else (row.at(start.text, len(row.text)),)
    text = rows[start.index + 1 : last - len(closing)]
    if not text:
        return None, last
    dated = _with_year(page, text)
    quoted = row.text[start.text : start.text + 1] in _QUOTES
    body, marks = _unquoted([*address, *dated]) if quoted else ((*address, *dated), ())
    named = [("to", _person(row, start.to))]
    if start.sender and not _is_signed(text):
        named.append(("from", start.sender))
    silent = (row.at(0, start.title[0]), row.at(start.title[1], len(row.text))) if start.title else ()
    region = Region(
        body=body,
        title=row.at(*start.title) if start.title else None,
        silent=(*(part for part in silent if part.text.strip()), *marks, *closing),
        kind=start.kind,
        formal=True,
        named=tuple(named),
    )
    return region, last


def _end(page: Page, first: int, end: int) -> tuple[int, tuple[Paragraph, ...]]:
    """Return the row behind a telegram, and the line under it that gives its day by another calendar."""
    rows, last = page.paragraphs, first
    quoted = rows[first - 1].text.lstrip()[:1] in _QUOTES
    while last < end and page.roles[last] is None and not _AGENCY.match(rows[last].text):
        last += 1
        text = rows[last - 1].text
        if _YEAR.fullmatch(text) and last < end and _DAY_UNDER.fullmatch(rows[last].text):
            return last + 1, ()
        if (_DAY.fullmatch(text) and not quoted) or (quoted and text.rstrip()[-1:] in _UNQUOTES):
            break
    if last < end and _OTHER_CALENDAR.fullmatch(rows[last].text):
        return last + 1, (rows[last],)
    return last, ()


def _with_year(page: Page, text: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the rows of a text, the year and the day under it in one line."""
    if len(text) > 1 and _YEAR.fullmatch(text[-2].text) and _DAY_UNDER.fullmatch(text[-1].text):
        year, day = text[-2:]
        words = page.capture.text[year.start : day.end].replace("\n", " ")
        return [*text[:-2], Paragraph(year.start, day.end, words, year.blank_before)]
    return list(text)


def _unquoted(body: list[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return a telegram without the quotation marks round it, and these."""
    first, last = body[0], body[-1]
    closed = last.text.rstrip()[-1:] in _UNQUOTES
    edge = len(last.text.rstrip()) - 1 if closed else len(last.text)
    inner = (first.at(1, len(first.text)), *body[1:-1], last.at(0, edge))
    return inner, (first.at(0, 1), *((last.at(edge, len(last.text)),) if closed else ()))


def _person(row: Paragraph, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span of who is addressed: of the person alone where his office stands before his name."""
    match = _OFFICE_BEFORE.fullmatch(row.text, *span) or _BODY_BEFORE.fullmatch(row.text, *span)
    start = match.start("name") if match and is_personal(match["name"]) else span[0]
    return row.start + start, row.start + span[1]


def _is_signed(text: Sequence[Paragraph]) -> bool:
    """Say whether one of the last lines of a text is a signature."""
    return any(signature(row.text.strip(), nobody) or signed_and_dated(row.text.strip(), nobody) for row in text[-2:])
