"""Telegrams and letters of somebody's works in Chinese: pages and volumes of libraries on the web.

Two manners of print. One sets title, date in brackets, address, text and signature on lines of their own, under
them what it is printed from, 「根据手稿刊印。」, and notes of which the first says what the document is,
「这是方景和为水利局起草的给陆文舟的电报。」; copies of it may run all of this together. The other heads
a document by addressee, subject and day, 「致陸文舟告水位電（註一） 民國二十七年一月三日」, and signs in the
last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.dates.telegraph import TELEGRAPH_DATE
from tei.model import Footnote
from tei.recognise.chinese_lines import addressee, inline_addressee, is_wire
from tei.recognise.chinese_names import is_personal
from tei.recognise.chinese_rows import BULLETS
from tei.recognise.chinese_titles import (
    looks_chinese_title,
    names_subject,
    read_chinese_title,
)
from tei.recognise.known import nobody
from tei.recognise.layouts.chinese_counts import is_chinese_numeral
from tei.recognise.layouts.chinese_heads import Head, find_heads
from tei.recognise.layouts.endnotes import markers, without_marker
from tei.recognise.layouts.page import Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.quoted import unquoted
from tei.recognise.layouts.reign_wires import read_reign, score_reign
from tei.recognise.layouts.works_addressed import MIN_ROWS, SIGNS, addressed_wires
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_PRINTED: Final = regex(r"[（(〔]?(?:根据|根據|据|據)[^。；;，\n]{2,50}?[刊排编編]印[。.]?[）)〕]?")
_RUN_IN: Final = regex(r"(?<=[。！？!?」”）)\s])\s*(?=(?:根据|根據)[^。；;，\n]{2,50}?[刊排编編]印)")
_SIGNED: Final = regex(
    rf"(?<=[。！？!?」”])\s+(?P<name>[\u3400-\u9fff]{{1,12}}(?:\s[\u3400-\u9fff]{{2,4}}){{0,2}}(?:\s+{TELEGRAPH_DATE})?)$"
)
_HEADING: Final = regex(r"\s*(?P<heading>[注註]\s?[释釋解][:：]?)(?=\s*(?:[〔\[［]\d|$))")
_NOTED: Final = regex(r"(?<=\s)(?=[〔［\[]\d{1,2}[〕］\]])")
_NOTED_BEHIND: Final = regex(r"(?<=[。.]\s)(?=[〔［]\d{1,2}[〕］])")
_TOLD: Final = regex(
    r"(?:[〔［\[]\d{1,2}[〕］\]]|[①-⑳])?\s*(?:这|這|本篇|本文|本[电電件]|此)?[是为為](?P<who>[^，。：:]{2,24}?)"
    r"(?:(?:以(?P<name>[^，。]{2,24}?)名义|[代为為](?P<body>[^，。]{2,24}?))(?:起草|草拟|草擬|拟写|擬寫|写|寫|发出|發出)?的?)?"
    r"(?:发|發|写|寫|起草|复|復)?(?:给|給|致)(?P<to>[^，。；;]{2,90}?)(?:的|之)(?:一封|一份|复|復|急|绝密|絕密|公开)?"
    r"(?P<kind>电报|電報|电文|電文|电|電|指示电|信函|信|函)(?=[。，；;（(]|$)"
)
_MARK: Final = regex(r"[（(〔\[][註注]\s?[一二三四五六七八九十\d]{1,2}[）)〕\]]")
_NAMED: Final = regex(r"[电電]|函|[信書书]$")
_LEAD: Final = regex(r"(?:[〔\[［(（](?P<n>\d{1,2})[〕\]］)）]|(?P<ring>[①-⑳]))\s*(?=\S)")
_LETTERS: Final = ("信", "函")
_ENDED: Final = regex(
    r"(?<=[。！？!?])(?P<name>(?:弟|愚弟|職|职)?(?P<bare>[\u3400-\u9fff]{2,4}?)(?:謹|谨|敬|手)?[啟启上叩]?)[。、]?"
    r"(?P<date>[（(]?(?:[〇零○一二三四五六七八九十廿卅元\d、年月初正]{1,14}[日號号]?|[初廿一二三四五六七八九十]{2,3})"
    r"(?:[於于](?P<place>[\u3400-\u9fff]{2,6}))?[）)]?)?[。]?$"
)
_ENDS_PERSON: Final = frozenset("余容祈盼望希特此即又再謹谨時时")
"""Signs that are surnames too and begin what is said last: “more is to follow”."""
_WORKS: Final = regex(
    r"[《「]?(?P<name>[\u3400-\u9fff]{2,4}?)(?:先生)?(?:全集|文集|[選选]集|文稿|函[電电]集?|[電电]稿|[書书]信集|手札)(?:第[一二三四五六七八九十\d]{1,3}[卷冊册])?[》」]?"
)
_VOLUME: Final = regex(
    r"國父全集|第[一二三四五六七八九十\d]{1,3}[冊册]|\d{1,4}(?:-\d{1,4})?|函電|函电|[-\d/]{4,12}|檢索詞出現頁次"
)
"""What a data base of such a volume sets between the documents: its name, the book, the pages, the day in figures."""
MAX_TITLE: Final = 60
MAX_ABOVE: Final = 4
MAX_VOLUME: Final = 20
MIN_SIGNED: Final = 2
"""Rows of the shortest text whose last one may sign."""
MAX_CONTINUED: Final = 2
MAX_MARK: Final = 9
MAX_SIGNED: Final = 50
MAX_PROSE: Final = 60


def score_chinese(page: Page) -> Score:
    """Score a page by lines that say what a document is printed from, or by headings with subject and day."""
    nothing = Score(0.0, "no document of somebody's works in Chinese")
    text = page.capture.text
    if ("刻" in text or "年" in text) and (reign := score_reign(page)).value:
        return reign
    if "年" in text and "：" in text and (found := addressed_wires(page.paragraphs)) and not _is_titled(page):
        return Score(min(0.9, 0.5 + 0.2 * len(found)), f"{len(found)} telegrams by subject, day and address")
    if "印" not in text and "民" not in text:
        return nothing
    heads = find_heads(page.paragraphs) if "函" in text or "電" in text or "电" in text or "書" in text else ()
    if heads and not _has_other_titles(page.paragraphs, heads):
        return Score(min(0.97, 0.85 + 0.04 * len(heads)), f"{len(heads)} headings of a volume of works in Chinese")
    if _is_titled(page):
        return nothing  # other families part a page by titles that name the parties
    if any(is_chinese_numeral(one.text) and addressee(two.text, nobody) for one, two in pairwise(page.paragraphs)):
        return nothing  # nor does this one part several under one title
    documents = tuple(_documents(page)) if "刊印" in text or "排印" in text or "编印" in text else ()
    if not documents:
        wires = _wires(page)
        return Score(0.8, f"{len(wires)} telegrams in a paragraph each") if wires else nothing
    return Score(min(0.97, 0.8 + 0.05 * len(documents)), f"{len(documents)} documents with what they are printed from")


def _has_other_titles(rows: Sequence[Paragraph], heads: Sequence[Head]) -> bool:
    """Say whether titles that name both parties stand over a day of their own, outside the headings of this manner."""
    known = {head.index for head in heads}
    over = (row for i, (row, below) in enumerate(pairwise(rows)) if i not in known and is_date_line(below.text))
    return any(len(row.text) <= MAX_TITLE and len(read_chinese_title(row.text).parties) > 1 for row in over)


def _is_titled(page: Page) -> bool:
    titles = sum(len(row.text) <= MAX_TITLE and looks_chinese_title(row.text) for row in page.paragraphs)
    return titles > _is_framed(page)


def _is_framed(page: Page) -> bool:
    """Say whether a site sets its own lines between the one title and the text: whose page it is, who edits it."""
    return sum(role is not None for role in page.roles) > MAX_CONTINUED


def read_chinese(page: Page) -> Regions:
    """Part a page of such works into its documents; what stands between and round them is the page's."""
    if score_reign(page).value:
        return read_reign(page)
    heads = find_heads(page.paragraphs)
    found = tuple(_headed(page, heads)) if heads else tuple(_documents(page)) or tuple(_addressed(page))
    found = found or tuple(_wired(page))
    taken = {(row.start, row.end) for _, rows in found for row in rows}
    rows = page.paragraphs if heads else _rows(page)
    roles = {(row.start, row.end) for row, role in zip(page.paragraphs, page.roles, strict=True) if role is not None}
    left = [row for row in rows if (row.start, row.end) not in taken]
    furniture = tuple(row for row in left if (row.start, row.end) in roles or (heads and _is_of_volume(row.text)))
    context = tuple(row for row in left if row not in furniture)
    return Regions("works", tuple(region for region, _ in found), furniture, context)


def _rows(page: Page) -> tuple[Paragraph, ...]:
    """Return the rows of a page, what a copy ran together in lines of its own: signature, imprint, notes."""
    if "chinese rows" not in page.worked_out:
        page.worked_out["chinese rows"] = tuple(part for row in page.paragraphs for part in _parted(row))
    rows: tuple[Paragraph, ...] = page.worked_out["chinese rows"]
    return rows


def _parted(row: Paragraph) -> Iterator[Paragraph]:
    run_in = _RUN_IN.search(row.text, 1) if "印" in row.text else None
    if run_in:
        above = row.at(0, run_in.start())
        signed = _SIGNED.search(above.text, max(0, len(above.text) - MAX_SIGNED))
        yield above.at(0, signed.start() if signed else len(above.text))
        if signed:
            yield above.at(signed.start("name"), len(above.text))
        row = row.at(run_in.end(), len(row.text))
    printed = _PRINTED.match(row.text) if row.text[:1] in "根据據（(〔" else None
    if printed and printed.end() < len(row.text):
        yield row.at(0, printed.end())
        row = row.at(printed.end(), len(row.text))
    heading = _HEADING.match(row.text)
    if heading and heading.end() < len(row.text):
        yield row.at(0, heading.end("heading"))
        row = row.at(heading.end(), len(row.text))
    noted = _NOTED if row.text[:1] in "〔［[" else _NOTED_BEHIND
    cuts = [match.start() for match in noted.finditer(row.text)]
    for start, end in pairwise((0, *cuts, len(row.text))):
        yield row.at(start, end)


def _documents(page: Page) -> Iterator[tuple[Region, tuple[Paragraph, ...]]]:
    """Yield the documents over the lines of imprints, each with the rows that it takes."""
    rows = _rows(page)
    roles = {(row.start, row.end) for row, role in zip(page.paragraphs, page.roles, strict=True) if role is not None}
    imprints = [i for i, row in enumerate(rows) if _PRINTED.fullmatch(row.text)]
    floor = 0
    for imprint, following in pairwise((*imprints, len(rows))):
        inside = [i for i in range(floor, imprint) if (rows[i].start, rows[i].end) not in roles]
        notes, floor = _notes(rows, imprint, following)
        made = _document(page, rows, inside, imprint, notes)
        if made is not None:
            yield made[0], (*made[1], *rows[imprint:floor])


def _notes(rows: Sequence[Paragraph], imprint: int, following: int) -> tuple[tuple[Footnote, ...], int]:
    """Return the notes under an imprint, and the row behind the last of them; a note may go on in a row or two."""
    first = imprint + 1
    first += first < following and is_notes_heading(rows[first].text)
    notes: list[Footnote] = []
    last = first
    for at in range(first, following):
        lead = _LEAD.match(rows[at].text)
        if lead and (number := number_of_note(lead)) == str(len(notes) + 1):
            if notes and last < at:
                notes[-1] = replace(notes[-1], end=rows[at - 1].end)
            row = rows[at]
            notes.append(Footnote(number, row.start, row.start + lead.end(), row.end))
            last = at + 1
        elif at - last >= MAX_CONTINUED:
            break
    return tuple(notes), last if notes else imprint + 1


def number_of_note(lead: re.Match[str]) -> str:
    """Return the number of a note in figures, 〔3〕 or ③."""
    return lead["n"] or str(ord(lead["ring"]) - ord("①") + 1)


def _document(
    page: Page, rows: Sequence[Paragraph], inside: Sequence[int], imprint: int, notes: tuple[Footnote, ...]
) -> tuple[Region, tuple[Paragraph, ...]] | None:
    text = page.capture.text
    told = next((m for note in notes if (m := _TOLD.match(text, note.start, note.end))), None)
    start = next((at for at, i in enumerate(inside) if _addresses(rows[i].text)), None)
    if start is None or start > MAX_ABOVE or (told is None and not _is_wired(rows, inside, start)):
        return None
    above = [rows[i] for i in inside[:start]]
    date = next((row for row in above if is_date_line(row.text)), None)
    titles = [row for row in above if row is not date and len(row.text) <= MAX_TITLE]
    title = titles[-1] if titles and titles[-1].text[-1:] not in "。：:" else None
    body = tuple(rows[i] for i in inside[start:])
    bare = without_marker(text, title, notes) if title else None
    silent = (title.at(bare.end - title.start, len(title.text)),) if title and bare and bare != title else ()
    places = markers(text, body, notes) if notes else {}
    heading = tuple(row for row in rows[imprint + 1 : imprint + 2] if notes and row.end <= notes[0].lead)
    kind = "letter" if told and told["kind"].startswith(_LETTERS) else "telegram" if told else ""
    region = Region(
        body=body,
        title=bare,
        site_date=date,
        sources=(rows[imprint],),
        notes=tuple(note for note in notes if note.key in places),
        hung=tuple(note for note in notes if note.key not in places),
        silent=(*silent, *heading),
        kind=kind,
        formal=True,
    )
    taken = (*body, *((title,) if title else ()), *((date,) if date else ()))
    return region, taken


def _addressed(page: Page) -> Iterator[tuple[Region, tuple[Paragraph, ...]]]:
    """Yield the telegrams under title, day and address."""
    rows, text = _rows(page), page.capture.text
    author = _author(page.paragraphs)
    wires = addressed_wires(rows)
    for (first, end), (following, _) in pairwise((*wires, (len(rows), 0))):
        notes, floor = _notes(rows, end - 1, following)
        body = rows[first + MIN_ROWS - 1 : end]
        places = markers(text, body, notes) if notes else {}
        region = Region(
            body=body,
            title=rows[first],
            site_date=rows[first + 1],
            notes=tuple(note for note in notes if note.key in places),
            hung=tuple(note for note in notes if note.key not in places),
            silent=rows[end : end + 1] if notes else (),
            kind="telegram",
            named=(("from", author),) if author else (),
            formal=True,
        )
        yield region, (*rows[first:end], *rows[end : floor if notes else end])


def _wires(page: Page) -> tuple[int, ...]:
    """Return the rows that are a telegram each, of a page that holds little else but notes."""
    rows = _rows(page)
    if "鉴" not in page.capture.text and "鑒" not in page.capture.text:
        return ()
    long = (
        i for i, row in enumerate(rows) if len(row.text) > MAX_SIGNED // 2 or (i and rows[i - 1].text[0] in BULLETS)
    )
    found = tuple(i for i in long if is_wire(rows[i].text))
    others = [row for i, row in enumerate(rows) if i not in found and not _LEAD.match(row.text)]
    return found if sum(len(row.text) > MAX_PROSE for row in others) <= 1 else ()


def _wired(page: Page) -> Iterator[tuple[Region, tuple[Paragraph, ...]]]:
    """Yield the telegrams of a paragraph each, with the title and the day over them, source and notes under them."""
    rows, text = _rows(page), page.capture.text
    wires = _wires(page)
    floor = 0
    for at, end in pairwise((*wires, len(rows))):
        above = [row for row in rows[max(floor, at - MAX_ABOVE) : at] if len(row.text) <= MAX_TITLE]
        date = next((row for row in reversed(above) if is_date_line(row.text)), None)
        title = next((row for row in reversed(above) if row is not date and _NAMED.search(row.text)), None)
        first = at + 1
        while first < end and (_is_cited(rows[first].text) or not any(map(str.isalnum, rows[first].text))):
            first += 1
        notes, floor = _notes(rows, first - 1, end)
        body, quotes = unquoted(rows[at])
        places = markers(text, body, notes) if notes else {}
        sources = tuple(row for row in rows[at + 1 : first] if _is_cited(row.text))
        region = Region(
            body=body,
            title=title.at(title.text[0] in BULLETS, len(title.text)) if title else None,
            site_date=date,
            sources=sources,
            notes=tuple(note for note in notes if note.key in places),
            hung=tuple(note for note in notes if note.key not in places),
            silent=(
                *quotes,
                *((title.at(0, 1),) if title and title.text[0] in BULLETS else ()),
                *(row for row in rows[at + 1 : first] if row not in sources),
            ),
            kind="telegram",
            formal=True,
        )
        yield region, (rows[at], *rows[at + 1 : floor], *(row for row in (title, date) if row))


def _is_cited(text: str) -> bool:
    """Say whether a line in brackets names the paper or book that a telegram is printed in: 「（《極光報》第5卷）」."""
    return len(text) <= MAX_TITLE and "《" in text and text[:1] in "（([〔录據据选選原"


def _addresses(text: str) -> bool:
    """Say whether a line addresses somebody, or opens with an address."""
    return addressee(text, nobody) is not None or inline_addressee(text, nobody) is not None


def _is_wired(rows: Sequence[Paragraph], inside: Sequence[int], start: int) -> bool:
    """Say whether a document that no note tells of is one of ours: by its title, or by a day told in signs."""
    titled = any(names_subject(rows[i].text) or read_chinese_title(rows[i].text).kind for i in inside[:start])
    return titled or any(SIGNS.search(rows[i].text) for i in inside[-2:] if len(rows[i].text) <= MAX_SIGNED)


def _headed(page: Page, heads: Sequence[Head]) -> Iterator[tuple[Region, tuple[Paragraph, ...]]]:
    rows = page.paragraphs
    author = _author(rows)
    titles: set[str] = set()
    for head, end in zip(heads, (*(head.index for head in heads[1:]), len(rows)), strict=True):
        row, dated = rows[head.index], rows[head.dated]
        first = head.dated + 1
        if (title := row.text[slice(*head.title)]) in titles and dated is not row:
            continue  # the data base shows a page a second time
        titles.add(title)
        last = first
        while last < end and page.roles[last] is None and not _is_of_volume(rows[last].text):
            last += 1
        alone = tuple(row for row in rows[first:last] if len(row.text) < MAX_MARK and _MARK.fullmatch(row.text))
        body = _with_signature([row for row in rows[first:last] if row not in alone])
        if not body:
            continue
        marks = (
            row.at(head.title[1], head.date[0] if dated is row else len(row.text)),
            dated.at(0 if dated is not row else head.date[1], head.date[0] if dated is not row else head.date[1]),
            dated.at(head.date[1], len(dated.text)),
        )
        to = (row.start + head.to[0], row.start + head.to[1])
        region = Region(
            body=body,
            title=row.at(*head.title),
            site_date=dated.at(*head.date),
            silent=(*alone, *(part for part in marks if part.text)),
            kind=head.kind,
            formal=True,
            named=(
                *((("to", to),) if to[0] < to[1] else ()),
                *((("from", author),) if author and len(body) < MIN_SIGNED else ()),
            ),
        )
        yield region, (*rows[head.index : first], *rows[first:last])


def _is_of_volume(text: str) -> bool:
    return len(text) <= MAX_VOLUME and (_VOLUME.fullmatch(text) is not None or _WORKS.fullmatch(text) is not None)


def _author(rows: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Return whose works a page is taken from, by the title of the volume in a line of its own: 「陸文舟函電集」."""
    match, row = next(
        ((m, row) for row in rows if len(row.text) <= MAX_VOLUME and (m := _WORKS.fullmatch(row.text))), (None, None)
    )
    return (row.start + match.start("name"), row.start + match.end("name")) if match and row else None


def _with_signature(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a text, signature and date of its last sentence in lines of their own.

    The stops behind them are read as blanks.
    """
    body = list(rows)
    match = _ENDED.search(body[-1].text, max(0, len(body[-1].text) - MAX_SIGNED)) if body else None
    if match is None or not is_personal(match["bare"]) or match["bare"][0] in _ENDS_PERSON:
        return tuple(body)
    last = body.pop()
    dated = match.start("date") if match["date"] else len(last.text)
    cuts = (match.start(), dated, len(last.text))
    parts = (last.at(0, match.start()), *(_unstopped(last.at(start, end)) for start, end in pairwise(cuts)))
    return (*body, *(part for part in parts if part.text))


def _unstopped(row: Paragraph) -> Paragraph:
    return replace(row, text=row.text.rstrip("。、").ljust(len(row.text))) if row.text[-1:] in "。、" else row
