"""Telegrams as books of wires print them, one heading and one day over each: of governors, of ministries.

「致雲河局（光緒二十年六月初一日申刻）」 or 「寄雲河局」 over 「（六月初三日辰刻）」,
「沈道來電（六月初四日到）」: under a date without its year the reign of the heading before goes on.
Who wrote is the author of the volume. The sign of the day may close the text: 「…請代奏。佳。」
Both sides may stand in the heading, 「總局致雲河站電」 over 「光緒二十年六月初一日」.
A ministry of the republic kept what came in and what went out, 「收雲河沈站長電」 and 「發雲河沈站長電」,
over 「（二十七年六月三日）」, and signed with name and day in the last sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.dates.lunar import read_lunar
from tei.dates.telegraph import read_telegraph_date
from tei.recognise.chinese_lines import given_name
from tei.recognise.chinese_names import is_personal, weight
from tei.recognise.chinese_titles import LEDGER
from tei.recognise.layouts.page import Page, Region, Regions, Score
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_REIGN: Final = r"(?:道光|咸[豐丰]|同治|光[緒绪]|宣[統统])(?:元|[一二三四五六七八九十廿卅\d]{1,3})年"
_DAY: Final = (
    rf"(?P<date>(?P<reign>{_REIGN})?(?P<day>(?:[閏闰]?[正一二三四五六七八九十冬臘腊\d]{{1,2}}月)"
    r"(?:初?[一二三四五六七八九十廿卅\d]{1,3})日?)"
)
_HOUR: Final = r"(?P<hour>[子丑寅卯辰巳午未申酉戌亥][刻時时])"
_WAY: Final = r"(?P<way>[發发]|到|[奉]?到|收到)?"
_DATE: Final = rf"[（(]{_DAY}{_HOUR}?){_WAY}[)）]"
_TO: Final = (
    r"[▼▲◎○●\s]*(?P<title>(?:(?P<by>[^。，,：:；;（）()\s]{1,12}?)(?=致[^。，,\s（(]{1,16}[電电]))?"
    r"(?P<sign>致|寄|覆|復|复|答|[電电]|上)(?P<to>[^。，,：:；;（）()\s]{2,24}?)[電电]?)"
)
_COME: Final = (
    r"[▼▲◎○●\s]*(?P<title2>(?P<from>[^。，,：:；;（）()\s]{1,14}?)[來来](?P<kind>[電电函])"
    r"(?:之?[一二三四五六七八九十])?)"
)
_LEDGER_DATE: Final = regex(
    r"[（(]?(?P<date>(?P<reign>(?:(?:中[華华])?民[國国])?(?:元|[一二三四五六七八九十\d]{1,3})年)?"
    r"(?P<day>[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十廿卅\d]{1,3}[日號号])"
    r"(?P<hour>[上下]午[^。（）()\n]{1,6})?)(?P<way>收?到|收|[發发])?[)）]?"
)
_HEAD: Final = regex(rf"(?:{_COME}|{_TO})\s*{_DATE}")
_HEAD_BARE: Final = regex(rf"(?:{_COME}|{_TO})[\s\u3000]+{_DAY}{_HOUR}?){_WAY}")
_ALONE: Final = regex(rf"(?:{_COME}|{_TO})")
_DATED: Final = regex(_DATE)
_BARE_DATE: Final = regex(rf"{_DAY}{_HOUR}?){_WAY}")
_ENDS_DATE: Final = tuple("刻時时到發发收")
"""A day with its double hour in a line of its own, or with what was done, needs no brackets: 「六月二十四日戌刻」."""
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
_CODE: Final = regex(r"(?<=[。！!？?』」”])(?P<code>[\u3400-\u9fff])(?P<count>[一二三四五])?[。.]?$")
"""The sign of the day, and which of that day's wires it was."""
_GIVEN: Final = regex(r"(?<=[。！!？?])(?P<name>[\u3400-\u9fff]{2})[。.]$")
MAX_HEAD: Final = 70
MAX_TOP: Final = 6
MAX_LEDGER: Final = 30


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading, with the row of its date and the match of both."""

    index: int
    dated: int
    title: re.Match[str]
    date: re.Match[str]
    ledger: bool = False

    @property
    def named(self) -> str:
        """The name of the group that holds the title."""
        return "title2" if not self.ledger and self.title["title2"] else "title"

    @property
    def party(self) -> str:
        """Whom the heading names: from whom a telegram came, or to whom one went."""
        return "from" if self.named == "title2" or (self.ledger and self.title["from"]) else "to"

    @property
    def came(self) -> bool:
        """Whether the date is that of receipt: a ledger dates what came in by the day on which it came."""
        return (self.date["way"] or "").endswith(("到", "收")) or (self.ledger and self.party == "from")


def score_reign(page: Page) -> Score:
    """Score a page by headings with addressee, day of the old calendar and double hour, or the reign."""
    text = page.capture.text
    found = tuple(_heads(page.paragraphs)) if "刻" in text or "年" in text else ()
    sure = [head for head in found if head.date["hour"] or head.date["reign"] or head.ledger]
    if not any(head.date["hour"] or head.date["reign"] for head in sure):
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
        whole = _HEAD.fullmatch(row.text) or (_HEAD_BARE.fullmatch(row.text) if "月" in row.text else None)
        if whole:
            yield _Head(index, index, whole, whole)
            continue
        below = rows[index + 1].text if index + 1 < len(rows) else ""
        if ledger := _ledger(index, row.text, below):
            yield ledger
            continue
        bare = _BARE_DATE.fullmatch(below) if below[-1:] in _ENDS_DATE and below[:1] not in "（(" else None
        if bare is None and below[:1] in _OF_EMPIRE and (both := _ALONE.fullmatch(row.text)) and both["by"]:
            bare = _BARE_DATE.fullmatch(below)
        title = _ALONE.fullmatch(row.text) if bare or below[:1] in ("（", "(") else None
        date = bare or (_DATED.match(below) if title else None)
        if title and date and (len(below) == date.end() or below[date.end()].isspace()):
            yield _Head(index, index + 1, title, date)


def _ledger(index: int, text: str, below: str) -> _Head | None:
    """Read a heading of a ledger of wires with the day in its own line or under it."""
    if len(text) > MAX_LEDGER + MAX_HEAD // 2 or text.lstrip("▼▲◎○●　 ")[:1] not in ("收", "發", "发"):
        return None
    title = LEDGER.match(text)
    if title is None or weight(title["from"] or title["to"]) < MIN_WEIGHT:
        return None
    rest = text[title.end() :]
    date = _LEDGER_DATE.fullmatch(text, title.end() + len(rest) - len(rest.lstrip())) if rest.strip() else None
    under = _LEDGER_DATE.fullmatch(below) if not rest.strip() else None
    if date is None and under is None:
        return None
    return _Head(index, index, title, date, True) if date else _Head(index, index + 1, title, under or title, True)


MIN_WEIGHT: Final = 2


def _region(page: Page, head: _Head, end: int, reign: str, author: tuple[int, int] | None) -> tuple[Region | None, int]:
    rows = page.paragraphs
    start = head.dated + 1
    run_in = rows[head.dated].at(head.date.end(), len(rows[head.dated].text))
    last = next((i for i in range(start, end) if page.roles[i] is not None or _ANY_HEAD.fullmatch(rows[i].text)), end)
    under = [part for row in (run_in, *rows[start:last]) if row.text.strip() for part in _with_source(row)]
    sourced = next((i for i, row in enumerate(under) if i and _SOURCE.match(row.text)), len(under))
    sources = tuple(under[sourced : sourced + 1])
    body = _with_sign(under[:sourced])
    if not body:
        return None, start
    body = _with_name(body) if head.ledger else body
    row, named, party = rows[head.index], head.named, head.party
    first, behind = head.title.span(party)
    parties = [(party, (row.start + first, row.start + behind))]
    if not head.ledger and head.title["by"]:
        parties.append(("from", (row.start + head.title.start("by"), row.start + head.title.end("by"))))
    elif party == "to" and author:
        parties.append(("from", author))
    came = head.came
    day = _day(reign + head.date["day"]) if reign else ""
    dated = rows[head.dated].at(*head.date.span("date"))
    cut = [rows[head.dated].at(head.date.start(), head.date.start("date")) if head.ledger else
           rows[head.dated].at(head.date.start("date") - 1, head.date.start("date")),
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
    if not words.startswith(_OF_EMPIRE):
        dates = find_dates(words)
        return dates[0].when or "" if dates else ""
    found = read_lunar(words, 0)
    if found is None or found.until is not None or found.day is None:
        return ""
    return f"{found.year}-{found.month:02}-{found.day:02}"


_OF_EMPIRE: Final = ("道", "咸", "同", "光", "宣")


def _with_name(body: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a text, name and day behind its end in lines of their own: 「…特達。明遠。六日。」."""
    row = body[-1]
    match = _NAMED.search(row.text, max(0, len(row.text) - MAX_LEDGER))
    if match is None or not (weight(match["name"]) or given_name(match["name"])):
        return tuple(body)
    cuts = (0, match.start(), match.start("day"), len(row.text))
    return (*body[:-1], *(_unstopped(row.at(a, b)) if a else row.at(a, b) for a, b in pairwise(cuts)))


def _unstopped(row: Paragraph) -> Paragraph:
    return replace(row, text=row.text.rstrip("。").ljust(len(row.text)))


_NAMED: Final = regex(
    r"(?<=[。！？」”])(?P<name>[\u3400-\u9fff]{1,6})[。，]?(?P<day>[初一二三四五六七八九十廿卅]{1,3}[日號号])[。]?(?:印[。]?)?$"
)


def _with_sign(body: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a text, the sign of the day behind its last sentence in a line of its own."""
    match = _CODE.search(body[-1].text) if body else None
    if match is None or match.start() == 0 or read_telegraph_date(match["code"]) is None:
        return tuple(body)
    row = body.pop()
    signed = _GIVEN.search(row.text, 0, match.start())
    at = signed.start("name") if signed and signed.start() and given_name(signed["name"]) else match.start()
    cuts = (0, *dict.fromkeys((at, match.start())), len(row.text))
    return (*body, *(row.at(a, b) for a, b in pairwise(cuts)))


def _author(above: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Return whose works a page is taken from, by the title of the volume, or by a line or a path that names him."""
    named = [(row, m) for row in above if (m := _VOLUME.search(row.text))]
    found = [(row, m) for row in above for m in _AUTHOR.finditer(row.text) if is_personal(m["name"])]
    named += [(row, m) for row, m in found if m.end("name") < len(row.text)]
    named += [(row, m) for row, m in found if row.text[:1] not in "-•·"]
    return next(((row.start + m.start("name"), row.start + m.end("name")) for row, m in named), None)
