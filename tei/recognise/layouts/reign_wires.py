"""Telegrams of the last decades of the empire as the works of governors print them, dated by reign and double hour.

「致雲河局（光緒二十年六月初一日申刻）」 or 「寄雲河局」 over 「（六月初三日辰刻）」,
「沈道來電（六月初四日到）」: under a date without its year the reign of the heading before goes on.
Who wrote is the author of the volume. The sign of the day may close the text: 「…請代奏。佳。」
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tei.dates.lunar import read_lunar
from tei.dates.telegraph import read_telegraph_date
from tei.recognise.chinese_names import is_personal
from tei.recognise.layouts.page import Page, Region, Regions, Score
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_REIGN: Final = r"(?:道光|咸[豐丰]|同治|光[緒绪]|宣[統统])(?:元|[一二三四五六七八九十廿卅\d]{1,3})年"
_DATE: Final = (
    rf"[（(](?P<date>(?P<reign>{_REIGN})?(?P<day>(?:[閏闰]?[正一二三四五六七八九十冬臘腊\d]{{1,2}}月)"
    rf"(?:初?[一二三四五六七八九十廿卅\d]{{1,3}})日?)"
    r"(?P<hour>[子丑寅卯辰巳午未申酉戌亥][刻時时])?)(?P<way>[發发]|到|[奉]?到|收到)?[)）]"
)
_TO: Final = r"[▼▲◎○●\s]*(?P<title>(?P<sign>致|寄|覆|復|复|答|[電电]|上)(?P<to>[^。，,：:；;（）()\s]{2,24}?)[電电]?)"
_COME: Final = r"[▼▲◎○●\s]*(?P<title2>(?P<from>[^。，,：:；;（）()\s]{1,14}?)[來来](?P<kind>[電电函]))"
_HEAD: Final = regex(rf"(?:{_COME}|{_TO})\s*{_DATE}")
_ALONE: Final = regex(rf"(?:{_COME}|{_TO})")
_DATED: Final = regex(_DATE)
_ANY_HEAD: Final = regex(rf"[^。，,：:；;（）()\n]{{2,36}}\s*{_DATE}")
"""A heading of any paper of the volume, 「請修電桿摺（六月十五日）」: it ends the text before it."""
_AUTHOR: Final = regex(
    r"(?:^|[>》\s\-·])(?P<name>[\u3400-\u9fff]{2,4})(?=\s*(?:$|[>|]|(?:[選选全文]集|[電电]稿|奏稿)))"
)
_VOLUME: Final = regex(r"(?P<name>[\u3400-\u9fff]{1,2}文?[\u3400-\u9fff]公)(?=(?:[選选全文]集|[電电]稿|奏稿|全[書书]))")
"""「方文靖公選集」: by the name that was given him after death."""
_SOURCES: Final = r"\s*(?:以上)?(?:見|见|原載|原载|錄自|录自|據|据)《[^\n]{2,60}"
_SOURCE: Final = regex(rf"[—–-]{{0,2}}{_SOURCES}")
_SOURCE_BEHIND: Final = regex(rf"\s[—–-]{{1,2}}{_SOURCES}$")
MAX_SOURCE: Final = 70
_CODE: Final = regex(r"(?<=[。！!』」”])(?P<code>[\u3400-\u9fff])[。.]?$")
MAX_HEAD: Final = 70
MAX_TOP: Final = 6


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading, with the row of its date and the match of both."""

    index: int
    dated: int
    title: re.Match[str]
    date: re.Match[str]


def score_reign(page: Page) -> Score:
    """Score a page by headings with addressee, day of the old calendar and double hour, or the reign."""
    text = page.capture.text
    found = tuple(_heads(page.paragraphs)) if "刻" in text or "年" in text else ()
    sure = [head for head in found if head.date["hour"] or head.date["reign"]]
    if not sure:
        return Score(0.0, "no heading dated by reign or double hour")
    return Score(min(0.97, 0.88 + 0.03 * len(sure)), f"{len(sure)} telegrams dated by reign or double hour")


def read_reign(page: Page) -> Regions:
    """Part such a page into its telegrams; papers of other kinds, menus and what is left over stay the page's."""
    rows = page.paragraphs
    heads = tuple(_heads(rows))
    author = _author(rows[: min(MAX_TOP, heads[0].index)])
    regions: list[Region] = []
    taken: set[int] = set()
    reign = ""
    for at, head in enumerate(heads):
        reign = head.date["reign"] or reign
        end = heads[at + 1].index if at + 1 < len(heads) else len(rows)
        region, last = _region(page, head, end, reign, author)
        if region is not None:
            regions.append(region)
            taken.update(range(head.index, last))
    left = [i for i in range(len(rows)) if i not in taken]
    furniture = tuple(rows[i] for i in left if page.roles[i] is not None)
    return Regions("works", tuple(regions), furniture, tuple(rows[i] for i in left if page.roles[i] is None))


def _heads(rows: Sequence[Paragraph]) -> Iterator[_Head]:
    for index, row in enumerate(rows):
        if len(row.text) > MAX_HEAD:
            run_in = _HEAD.match(row.text) if "刻" in row.text[:MAX_HEAD] else None
            if run_in and (run_in["hour"] or run_in["reign"]) and row.text[run_in.end()].isspace():
                yield _Head(index, index, run_in, run_in)
            continue
        whole = _HEAD.fullmatch(row.text)
        if whole:
            yield _Head(index, index, whole, whole)
            continue
        below = rows[index + 1].text if index + 1 < len(rows) else ""
        title = _ALONE.fullmatch(row.text) if below[:1] in ("（", "(") else None
        date = _DATED.match(below) if title else None
        if title and date and (len(below) == date.end() or below[date.end()].isspace()):
            yield _Head(index, index + 1, title, date)


def _region(page: Page, head: _Head, end: int, reign: str, author: tuple[int, int] | None) -> tuple[Region | None, int]:
    rows = page.paragraphs
    start = head.dated + 1
    run_in = rows[head.dated].at(head.date.end(), len(rows[head.dated].text))
    last = next((i for i in range(start, end) if page.roles[i] is not None or _ANY_HEAD.fullmatch(rows[i].text)), end)
    under = [part for row in (run_in, *rows[start:last]) if row.text.strip() for part in _with_source(row)]
    sources = tuple(row for row in under if _SOURCE.match(row.text))
    body = _with_sign([row for row in under if row not in sources])
    if not body:
        return None, start
    row, named = rows[head.index], "title2" if head.title["title2"] else "title"
    party = "from" if named == "title2" else "to"
    first, behind = head.title.span(party)
    parties = [(party, (row.start + first, row.start + behind))]
    if party == "to" and author:
        parties.append(("from", author))
    came = (head.date["way"] or "").endswith("到")
    day = _day(reign + head.date["day"]) if reign else ""
    dated = rows[head.dated].at(*head.date.span("date"))
    cut = [rows[head.dated].at(head.date.start("date") - 1, head.date.start("date")),
           rows[head.dated].at(head.date.end("date"), head.date.end())]  # fmt: skip
    lead = row.at(0, head.title.start(named))
    region = Region(
        body=body,
        title=row.at(*head.title.span(named)),
        site_date=dated if day and not came else None,
        sources=sources,
        silent=(*(part for part in (lead, *cut) if part.text.strip()), *(() if day and not came else (dated,))),
        kind="letter" if party == "from" and head.title["kind"] == "函" else "telegram",
        formal=True,
        named=tuple(parties),
        day="" if came else day,
        came=(day, (dated.start, dated.end)) if day and came else None,
    )
    return region, last


def _with_source(row: Paragraph) -> Iterator[Paragraph]:
    """Yield a row of the text and what it is taken from, which a copy ran on: 「…請代奏。 ——見《全集》」."""
    match = _SOURCE_BEHIND.search(row.text) if "《" in row.text[-MAX_SOURCE:] else None
    if match:
        yield row.at(0, match.start())
        yield row.at(match.start(), len(row.text))
    else:
        yield row


def _day(words: str) -> str:
    """Return the day of ours that a day of a reign is, empty where it may be one of two or is none."""
    found = read_lunar(words, 0)
    if found is None or found.until is not None or found.day is None:
        return ""
    return f"{found.year}-{found.month:02}-{found.day:02}"


def _with_sign(body: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a text, the sign of the day behind its last sentence in a line of its own."""
    match = _CODE.search(body[-1].text) if body else None
    if match is None or match.start() == 0 or read_telegraph_date(match["code"]) is None:
        return tuple(body)
    row = body.pop()
    return (*body, row.at(0, match.start()), row.at(match.start(), len(row.text)))


def _author(above: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Return whose works a page is taken from, by a line or a path over the headings that names him."""
    named = [(row, m) for row in above for m in _AUTHOR.finditer(row.text) if is_personal(m["name"])]
    named += [(row, m) for row in above if (m := _VOLUME.search(row.text))]
    return next(((row.start + m.start("name"), row.start + m.end("name")) for row, m in named), None)
