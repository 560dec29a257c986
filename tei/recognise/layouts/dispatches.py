"""Dispatches one after another, each under place, day and address, as in somebody's writings or the records of a war.

“TELEGRAM TO MR. PELL. / TALLBY, March 7, 1938. 3 P.M. / HON. AXEL PELL, Severin: / The ice …”, “Tallby, le 7 mars 1938,
3h du soir / Au Ministre de la Mer, Severin”. A title may stand over such a head; the signature ends a dispatch, else
the next head does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.dates import find_dates
from tei.recognise.greetings import greets
from tei.recognise.kinds import kind_of
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import is_enumeration, numbered
from tei.recognise.layouts.dispatch_heads import (
    Over,
    addressed_block,
    addressed_over,
    came,
    can_be_addressed,
    day_and_address,
    has_hour,
    is_handling,
    is_over_next,
    is_post_lost,
    is_title_of_dispatch,
    names_parties,
    names_post,
    over_day,
    post_under,
    signature_apart,
    signs_for,
    states_source,
    wired_when,
)
from tei.recognise.layouts.office_wires import WireHead, number_apart, wire_head
from tei.recognise.layouts.other_matter import heads_other
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.same_parties import without_day
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, salutation_name
from tei.recognise.parts import ServiceLine, service_line
from tei.recognise.telling import speaks
from tei.regexes import regex

_YEAR: Final = regex(r"\b1[789]\d\d(?:\b|(?=\d{1,2}[.: ]))|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s['’]\d\d\b")
_PLACE: Final = regex(
    r"[\[(]?(?P<place>(?!(?:On|The|In|At|Received|Sent|Dated|Approved|Signed|Done|Given|Passed|From|To|No|Le|Am|Den|Telegram|Letter|Cable|Dispatch)\b)"
    r"[A-ZÀ-Þ][^\d\n:;!?()\[\]]{1,60}?)[\])]?(?:(?<![A-Z])\.)?,?\s*(?:(?:le|den|il|el)\s+)?\[?"
)
_BEHIND: Final = regex(
    r"\]?[\s.,]*(?:12 M\.\s*)?(?P<receipt>\((?:[Rr]ec(?:eived|[’']d)|(?P<sent>[Ss]ent))[^()\n]{3,40}\))?[\s.]*"
)
_ADDRESS: Final = regex(
    r"(?:To )?(?P<name>(?:(?:the|The) )?(?:[A-Z]\.)*[A-Z][\w’'-]*"
    r"(?:(?<!\w{6})\.)?(?:[ -](?:(?:of|the|and|in|de) )*(?:[A-Z]\.)*[A-Z][\w’'-]*(?:(?<!\w{6})\.)?){1,6})"
    r"(?:[,.:] (?P<place>[A-Z][\w.,’' -]{2,50}?))? ?:(?=\s|$)"
)
_LINE: Final = regex(r"(?:To )?(?P<name>[A-Z][^:\n,]{3,50}?)(?:, (?P<place>[A-Z][^:\n]{2,50}?))? ?:")
"""An address that is a line of its own may have any words, “Flag-officer Pell, Fort Tallby:”."""
_ABROAD: Final = regex(
    r"(?:[Aa]u|[ÀAà]|[Aa]ux|[Aa]l(?:la)?|An(?=\s(?:den|das|die|Herrn)))\s(?P<name>(?:l[’']|la\s|den\s|das\s|die\s)?"
    r"[\w’'À-ÿ-]+(?:\s[\w’'À-ÿ-]+){0,7}?)(?:[,.]\s(?P<place>[A-ZÀ-Þ][\w’' À-ÿ-]{2,40}))?[.,:]?"
)
_SIGNED: Final = regex(
    r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+(?:,\s[A-Z][\w’' .-]{2,40})?\.?|"
    r"(?!Comrade\s)[A-Z][a-z]+\s(?:[A-Z]\.\s?){1,2}[A-Z][\w’'-]+(?:,\s[A-Z][\w’' .-]{2,40})?\.?|"
    r"[A-Z][A-Z.’' -]{3,40}(?:,\s[A-Z][\w’' .-]{2,40})?\.?"
)
_INITIALLED: Final = regex(r"(?:[A-Z]\.\s?){1,3}[A-Z][A-Z’'-]{2,20}[.,]")
"""A name that signs the dispatch over a bare day, “A. G. PELL.”, and no office."""
_WIRED: Final = ("telegra", "dépêche", "dispatch", "despatch", "telegramm")
MAX_LINE: Final = 110
MIN_HEADS: Final = 2
MAX_ALONE: Final = 12
MAX_SIGNED: Final = 60
MAX_NUMBER: Final = 4


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a dispatch: its first row, the row of its day, the first row of its text, and what its lines say."""

    first: int
    day: int
    text: int
    served: tuple[ServiceLine, ...]
    rest: Paragraph | None
    clock: bool
    parties: bool = False
    addressed: bool = True
    printed: bool = False


def score_dispatches(page: Page) -> Score:
    """Score a page by heads of place, day and address under one another."""
    found = _heads(page)
    if found and all(head.printed for head in found):
        return Score(0.86, f"{len(found)} telegrams of a print, with form and day, from and to")
    if len(found) == 1 and not found[0].parties and _is_alone(page, found[0]):
        return Score(0.5, "a dispatch under place, day and address")
    if len(found) < MIN_HEADS:
        return Score(0.0, "no dispatches one after another")
    parties = sum(head.parties for head in found)
    whole = parties == len(found) and all(head.addressed for head in found)
    value = 0.5 if _are_counted(page, found) else 0.96 if whole else 0.88 if parties else 0.84
    return Score(value, f"{len(found)} dispatches one after another, each under place, day and address")


def _are_counted(page: Page, found: Sequence[_Head]) -> bool:
    """Say whether numbers stand over the dispatches, “Document 5”, as an edition has them that gives their archives."""
    over = (page.paragraphs[head.first - 1].text for head in found if head.first)
    return any(len(text) <= MAX_SIGNED and is_enumeration(text) for text in over)


def _is_alone(page: Page, head: _Head) -> bool:
    """Say whether a page is one dispatch, over which it says that it is a telegram, and which somebody signs."""
    rows = page.paragraphs
    over = rows[: head.first]
    if len(over) != 1 or len(over[0].text) > MAX_LINE or kind_of(over[0].text) != "telegram":
        return False
    return any(_signs(rows, i, len(rows), head) for i in range(head.text, min(len(rows), head.text + MAX_ALONE)))


def _heads(page: Page) -> tuple[_Head, ...]:
    """Return the heads of a page, found once for score and reading."""
    if "dispatches" not in page.worked_out:
        rows = page.paragraphs
        days = (i for i, row in enumerate(rows[:-1]) if len(row.text) <= 2 * MAX_LINE and _YEAR.search(row.text))
        found = [head for i in days if (head := _head(rows, i))]
        if "From" in page.capture.text:
            found += [_print_head(wire) for i in range(len(rows)) if (wire := wire_head(rows, i))]
        if not any(_is_addressed(head) or head.parties or head.first < head.day for head in found):
            found = []  # letters that nothing heads
        if any(head.parties for head in found):
            again = without_day(rows, [head.first for head in found])
            found += [_Head(at, at, at + 1, (), None, has_hour(rows[at].text), True, False) for at in again]
        page.worked_out["dispatches"] = tuple(sorted(found, key=lambda head: head.first))
    heads: tuple[_Head, ...] = page.worked_out["dispatches"]
    return heads


def _is_addressed(head: _Head) -> bool:
    """Say whether an address stands under the day that is no inside address of a letter, which ends with a stop."""
    return head.addressed and not (head.served and head.served[-1].paragraph.text.endswith("."))


def _print_head(wire: WireHead) -> _Head:
    """Return the head of a telegram in a government's print, which names form, day and both parties in lines."""
    return _Head(wire.first, wire.first, wire.text, wire.served, wire.rest, wire.wired, printed=True)


def _head(rows: Sequence[Paragraph], day: int) -> _Head | None:
    """Read a head whose place and day stand in a row, None where none does."""
    whole = rows[day]
    line, _, below = day_and_address(whole.text)
    dated = _dated(whole.at(0, len(line)))
    if dated is None or not dated[0].service:
        return None
    over = over_day(rows, day, is_title_of_dispatch, placed=dated[0].service.part("place") is not None)
    under = _under(rows, day, whole.at(len(line), len(whole.text)) if below else None)
    greeted = under is not None and under.text < len(rows) and greets(rows[under.text].text) > 0
    if under is None or not (
        under.address or greeted or (over and (_is_placed(over, dated) or _is_spoken(over, rows, under)))
    ):
        return None
    if under.rest is None and (under.text >= len(rows) or _is_cut(rows, under)):
        return None
    clock = has_hour(line) or (over is not None and has_hour(rows[over.title].text))
    if over is not None and (over.parties or over.rows or not under.address):
        return _titled(over, dated, under, clock=clock)
    office = _office(rows, day) if not dated[0].service.part("place") else None
    first = day - bool(office)
    titled = first > 0 and len(rows[first - 1].text) <= MAX_LINE and is_title_of_dispatch(rows[first - 1].text)
    signed = office is None and day > 0 and _INITIALLED.fullmatch(rows[day - 1].text)
    if not (office or signed or titled or dated[0].service.part("place")):
        return None
    served = (*((office,) if office else ()), *dated, *under.served)
    return _Head(first - titled, first, under.text, served, under.rest, clock, addressed=under.address)


def _is_cut(rows: Sequence[Paragraph], under: _Under) -> bool:
    """Say whether a page breaks off under place and day, before any address: “Ma”."""
    return not under.address and under.text + 1 == len(rows) and " " not in rows[under.text].text


def _is_placed(over: Over, dated: Sequence[ServiceLine]) -> bool:
    """Say whether place and day stand under a title, and not a day alone as over a description."""
    if dated[0].paragraph.text[:1] == "(":
        return True
    return any(line.service and line.service.part("place") for line in (*over.rows, *dated))


def _is_spoken(over: Over, rows: Sequence[Paragraph], under: _Under) -> bool:
    """Say whether under parties and a day without a place the text speaks for itself, and is no description."""
    told = over.parties or rows[over.title].text[:3] in _TO
    return told and under.text < len(rows) and speaks(rows[under.text].text)


_TO: Final = ("TO ", "To ")


@dataclass(frozen=True, slots=True)
class _Under:
    """What stands under the day: the rows of receipt and address, what of a row is text, and the row of the text."""

    served: tuple[ServiceLine, ...]
    address: bool
    rest: Paragraph | None
    text: int


def _under(rows: Sequence[Paragraph], day: int, below: Paragraph | None) -> _Under | None:
    """Read what stands under a day, `below` where it is in the same row."""
    if below is not None:
        addressed = _addressed(below)
        return _Under((addressed[0],), True, addressed[1], day + 1) if addressed else None
    at = day + 1
    receipts: list[ServiceLine] = []
    while at < len(rows) and len(receipts) < MIN_HEADS and (line := came(rows[at])):
        receipts.append(line)
        at += 1
    if at >= len(rows):
        return None
    if over := addressed_over(rows, at) or addressed_block(rows, at):
        return _Under((*receipts, over[0]), True, None, over[1])
    addressed = _addressed(rows[at])
    if addressed is None:
        return _Under(tuple(receipts), False, None, at)
    return _Under((*receipts, addressed[0]), True, addressed[1], at + 1)


def _titled(over: Over, dated: tuple[ServiceLine, ...], under: _Under, *, clock: bool) -> _Head:
    """Return a head under a title that names both parties."""
    served = (*over.rows, *dated, *under.served)
    clock = clock or len(dated) > 1 or len(under.served) > under.address
    top = over.title + (not over.address)
    addressed = under.address or over.address
    return _Head(over.title, top, under.text, served, under.rest, clock, over.parties, addressed)


def _office(rows: Sequence[Paragraph], day: int) -> ServiceLine | None:
    """Return the row over a day by itself that says where a dispatch was written: “War department, Tallby.”."""
    row = rows[day - 1] if day else None
    if row is None or len(row.text) > MAX_LINE or row.text[-1:] not in ".," or _PLACE.fullmatch(row.text) is None:
        return None
    if _INITIALLED.fullmatch(row.text) and not names_post(row.text):
        return None
    words = [word for word in row.text.split() if word[:1].isalpha()]
    if sum(word[:1].isupper() for word in words) * 2 < len(words) or is_title_of_dispatch(row.text):
        return None
    return service_line(row, "other", ("place", 0, len(row.text.rstrip(" .,"))))


def _dated(line: Paragraph) -> tuple[ServiceLine, ...] | None:
    """Return a line of place and day, and when the dispatch came, as service matter; None where a line is no such."""
    if len(line.text) > MAX_LINE or (not line.text[0].isupper() and line.text[0] not in "[("):
        return None
    if told := wired_when(line):
        return (told,)
    line = replace(line, text=_RUN_ON.sub(r",\1 ", _GLUED.sub(" ", line.text)))
    found = find_dates(line.text)
    place = _PLACE.fullmatch(line.text, 0, found[0].start) if found else None
    behind = _BEHIND.fullmatch(line.text, found[0].end) if found else None
    bare = bool(found) and not found[0].start
    if (place is None and not bare) or behind is None or not (found[0].when or "")[:4].isdigit():
        return None
    end = behind.start("receipt") if behind["receipt"] else len(line.text)
    seat = (("place", *place.span("place")),) if place and not bare else ()
    lines = [service_line(line.at(0, end), "sent", *seat, ("rest", found[0].start, found[0].end))]
    if behind["receipt"]:
        type_ = "sent" if behind["sent"] else "received"
        lines.append(service_line(line.at(end, len(line.text)), type_, ("rest", 0, len(behind["receipt"]))))
    return tuple(lines)


_GLUED: Final = regex(r"(?<=\b1[789]\d\d)\.(?=\d{1,2}(?:[.:]\d\d)?\s?[AP]\.?\s?M\b)")
_RUN_ON: Final = regex(r",\s(1[789]\d\d)(?=\d{1,2}(?:[.:]\d\d)?\s?[AaPp]\.?\s?[Mm]\b)")
"""A stop between year and hour without a blank, “March 7, 1938.3.15 P.M.”; a dash that a copy lost there."""


def _addressed(row: Paragraph) -> tuple[ServiceLine, Paragraph | None] | None:
    """Return the address that a row is, or opens with, and what of the row is text."""
    match = _ADDRESS.match(row.text)
    if match is None and len(row.text) <= MAX_LINE:
        match = _ABROAD.fullmatch(row.text) or _LINE.fullmatch(row.text)
    if match is None or match.end() > MAX_LINE or not can_be_addressed(match["name"]):
        return None
    place = (("place", *match.span("place")),) if match["place"] else ()
    line = service_line(row.at(0, match.end()), "address", ("rest", *match.span("name")), *place)
    rest = row.at(match.end(), len(row.text))
    return line, rest if rest.text else None


def read_dispatches(page: Page) -> Regions:
    """Part a page into its dispatches; what stands between a signature and the next head is the page's."""
    rows, heads = page.paragraphs, _heads(page)
    over = " ".join(row.text for row in rows[: heads[0].first if heads else 0]).lower()
    wired = any(word in over for word in _WIRED)
    text = page.capture.text.lower() if heads and (heads[0].parties or heads[0].first < heads[0].day) else ""
    posted = bool(text) and not any(word in text for word in _WIRED if "patch" not in word)
    told = any(kind_of(rows[head.first].text) == "telegram" for head in heads if head.first < head.day)
    regions: list[Region] = []
    taken: set[int] = set()
    for at, head in enumerate(heads):
        sent = posted or (told and rows[head.first].text[:3] in _TO)
        end = heads[at + 1].first if at + 1 < len(heads) else _end(page)
        end = _ended(rows, head, end)
        stop = next((i for i in range(head.text, end) if states_source(rows[i].text)), end)
        signed = next((_after(rows, i, stop) for i in range(head.text, stop) if _signs(rows, i, stop, head)), stop)
        after = range(signed, end)
        sources = tuple(rows[i] for i in after if states_source(rows[i].text))
        regions.append(_region(rows, head, signed, sources, wired=wired, posted=sent))
        taken.update(range(head.first, signed))
        taken.update(i for i in after if rows[i] in sources)
    left = [(row, role) for i, (row, role) in enumerate(zip(rows, page.roles, strict=True)) if i not in taken]
    furniture = tuple(row for row, role in left if role is not None)
    return Regions("dispatches", tuple(regions), furniture, tuple(row for row, role in left if role is None))


def _end(page: Page) -> int:
    end = len(page.paragraphs)
    while end and page.roles[end - 1] is not None:
        end -= 1
    return end


def _ended(rows: Sequence[Paragraph], head: _Head, end: int) -> int:
    """Return where a dispatch ends, before what stands over the next one; the page may break off under that head."""
    end = next((i for i in range(head.text + 1, end) if heads_other(rows[i].text)), end)
    lowest = max(head.text, end - MAX_NUMBER)
    end = next((i for i in range(end - 1, lowest, -1) if end == len(rows) and names_parties(rows[i].text)), end)
    while end - 1 > head.text:
        last = rows[end - 1].text
        if not (is_over_next(last) or (head.printed and len(last) <= MAX_NUMBER and last.isdecimal())):
            break
        end -= 1
    return end


def _after(rows: Sequence[Paragraph], index: int, end: int) -> int:
    """Return the row after a signature, and after the post under it."""
    return index + 1 + post_under(rows, index + 1, end)


def _signs(rows: Sequence[Paragraph], index: int, end: int, head: _Head) -> bool:
    """Say whether a row signs a dispatch: a name alone, no heading over the next one."""
    text = rows[index].text
    if len(text) > MAX_SIGNED or kind_of(text) is not None or (index + 1 < end and is_handling(text)):
        return False
    if text[-1:] == "," and (post_under(rows, index + 1, end) or is_post_lost(rows, index + 1, end)):
        text = text[:-1]
    if _SIGNED.fullmatch(text) is None and not (head.first < head.day and signs_for(text, rows[head.first].text)):
        return False
    return index + 1 == end or not is_closing(rows[index + 1].text)


def _region(
    rows: Sequence[Paragraph], head: _Head, end: int, sources: tuple[Paragraph, ...], *, wired: bool, posted: bool
) -> Region:
    """Return a dispatch; `wired` says that the page names telegrams over it, `posted` that it speaks of none at all."""
    title = rows[head.first] if head.first < head.day or not head.served else None
    lead = (numbered(title.text) if head.parties else title.text[:1] == "*") if title else 0
    over = title.at(0, lead) if title and lead else None
    title = title.at(lead, len(title.text.rstrip("."))) if title else None
    text = signature_apart((*((head.rest,) if head.rest else ()), *rows[head.text : end]))
    stop = (rows[head.first].at(title.end - rows[head.first].start, len(rows[head.first].text)),) if title else ()
    stop = (*((over,) if over else ()), *stop)
    named = kind_of(title.text) if title else None
    letter = bool(text) and salutation_name(re.split(r"(?<=:)\s", text[0].text)[0], nobody) is not None
    letter = letter or (bool(text) and greets(text[0].text) > 0)
    closed = any(is_closing(row.text) for row in text[-3:] if len(row.text) <= MAX_LINE)
    letter = letter or ((head.printed or posted) and not head.clock)
    text, numbered_ = number_apart(text) if head.printed else (text, ())
    number = head.served[0].service.part("number") if head.printed and head.served[0].service else None
    kind = named or ("letter" if letter or (closed and not (wired or head.clock)) else "telegram")
    return Region(
        body=(*(line.paragraph for line in head.served), *text),
        title=title,
        sources=sources,
        silent=tuple(row for row in (*stop, *numbered_) if row.text),
        number_at=(number[0] + head.served[0].paragraph.start, number[1] + head.served[0].paragraph.start)
        if number
        else None,
        served=head.served,
        kind=kind if kind in ("telegram", "letter") else "telegram",
        formal=True,
    )


DISPATCHES: Final = Layout("dispatches", score_dispatches, read_dispatches)
"""Dispatches of a war or of somebody's writings, one after another."""
