"""An exchange of telegrams under one heading that names both sides, as Soviet volumes print it.

«Обмен телеграммами между начальником станции П. А. Ветровым и директором А. Г. Пашиным. 7 ноября 1937 г.», and under
it each telegram with its number perhaps, whom it addresses by his office, and who signs. Where nobody signs, the other
of the two writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tei.dates import find_dates
from tei.recognise import russian
from tei.recognise.layouts.announcing import is_enumeration
from tei.recognise.layouts.below_text import trailing_sources
from tei.recognise.layouts.page import Page, Region, Regions, Score, is_date_line
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_HEADING: Final = regex(
    r"(?:Из\s+)?[Оо]бмен(?:а)?\s+(?P<kind>(?:[а-яё]+\s+)?(?:телеграмм|шифртелеграмм|радиограмм|письм|послани|нот)[а-яё]*)\s+между\s+"
    r"(?P<one>[А-ЯЁа-яё][^\n]{3,150}?)\s+и\s+(?P<other>[А-ЯЁа-яё][^\n]{3,150}?)"
    r"(?:\s+(?:о|об|по|в\sсвязи|относительно|с)\s[^\n]{3,160}?)?[.,]?\s*(?:(?P<date>\d{1,2}[^\n]{6,50}?)\.?)?"
)
_WORD: Final = regex(r"[А-ЯЁ][а-яё]{3,}")
_STEM: Final = 4
MAX_HEADING: Final = 420
MAX_ADDRESS: Final = 220


@dataclass(frozen=True, slots=True)
class _Exchange:
    """The heading of an exchange, with the rows that address a telegram each."""

    heading: int
    kind: str
    sides: tuple[tuple[int, int], tuple[int, int]]
    date: tuple[int, int] | None
    starts: tuple[int, ...]


def score_exchange(page: Page) -> Score:
    """Score a page by a heading that names both sides, with telegrams addressed to them under it."""
    found = _exchange(page)
    if found is None:
        return Score(0.0, "no heading of an exchange")
    return Score(0.96, f"an exchange of {len(found.starts)} telegrams under one heading")


def read_exchange(page: Page) -> Regions:
    """Part an exchange into its telegrams; what stands over the heading is context."""
    found = _exchange(page)
    rows = page.paragraphs
    if found is None:
        return Regions("papers", (), (), rows)
    ends = [*(_first(rows, start) for start in found.starts[1:]), _end(page)]
    regions = tuple(_region(page, found, start, end) for start, end in zip(found.starts, ends, strict=True))
    taken = set(range(_first(rows, found.starts[0]), ends[-1]))
    left = [i for i in range(len(rows)) if i not in taken]
    furniture = tuple(rows[i] for i in left if page.roles[i] is not None)
    context = tuple(rows[i] for i in left if page.roles[i] is None)
    return Regions("papers", regions, furniture, context, (rows[found.heading],))


def _exchange(page: Page) -> _Exchange | None:
    if "бмен" not in page.capture.text or " между " not in page.capture.text:
        return None
    rows = page.paragraphs
    at = next((i for i, row in enumerate(rows) if len(row.text) <= MAX_HEADING and "бмен" in row.text[:9]), None)
    match = _HEADING.fullmatch(rows[at].text) if at is not None else None
    if at is None or match is None:
        return None
    starts = tuple(i for i in range(at + 1, len(rows) - 1) if _addresses(rows[i].text))
    date = match.span("date") if match["date"] and find_dates(match["date"]) else None
    return _Exchange(at, match["kind"], (match.span("one"), match.span("other")), date, starts) if starts else None


def _addresses(text: str) -> bool:
    """Say whether a line is the office of an addressee in the dative, with his name perhaps."""
    return (
        len(text) <= MAX_ADDRESS
        and text[:1].isupper()
        and text[-1:] not in "!?"
        and _OFFICE.fullmatch(text) is not None
    )


_OFFICE: Final = regex(
    rf"(?:{russian.DATIVE})(?<=[уюм.])(?:,?\s[^\n.!?]*)?(?:\s(?:[А-ЯЁ]\.\s?){{1,2}}[А-ЯЁ][\w-]+)?(?:,?\s[А-ЯЁ][\w-]+)?[.,:]?",
    re.IGNORECASE,
)


def _first(rows: Sequence[Paragraph], start: int) -> int:
    """Return the first row of a telegram: a number over its address, and a date."""
    while start and (is_enumeration(rows[start - 1].text) or is_date_line(rows[start - 1].text)):
        start -= 1
    return start


def _end(page: Page) -> int:
    end = len(page.paragraphs)
    while end and page.roles[end - 1] is not None:
        end -= 1
    return end


def _region(page: Page, found: _Exchange, start: int, end: int) -> Region:
    rows = page.paragraphs
    heading = rows[found.heading]
    first = _first(rows, start)
    sources = trailing_sources(rows[start:end], page.repositories)
    body = tuple(row for row in rows[start:end] if row not in sources)
    over = rows[first:start]
    date = next((row for row in over if is_date_line(row.text)), None)
    if date is None and found.date is not None:
        date = heading.at(*found.date)
    named = tuple(_named(found, heading, rows[start], body))
    return Region(
        body=body,
        title=None,
        site_date=date,
        sources=sources,
        silent=tuple(row for row in over if row is not date),
        heading=heading,
        kind="telegram" if "грамм" in found.kind else "note" if found.kind.startswith("нот") else "letter",
        formal=True,
        named=named,
    )


MAX_SIGNED: Final = 60
_NAME: Final = regex(
    r"(?:товарищу|тов\.|т\.|господину|г-ну)\s+(?P<name>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?)[.,:]?$",
    re.IGNORECASE,
)


def _named(
    found: _Exchange, heading: Paragraph, address: Paragraph, body: Sequence[Paragraph]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield whom the address names at its end, and who of the two writes where nobody signs."""
    if name := _NAME.search(address.text):
        yield "to", (address.start + name.start("name"), address.start + name.end("name"))
    signed = len(body) > 1 and len(body[-1].text) <= MAX_SIGNED
    sender = None if signed else _other(heading.text, found, address.text)
    if sender:
        yield "from", (heading.start + sender[0], heading.start + sender[1])


def _other(heading: str, found: _Exchange, address: str) -> tuple[int, int] | None:
    """Return the side of the exchange that an address does not name: its words have the other's stems."""
    stems = {word[:_STEM].lower() for word in _WORD.findall(address)}
    shared = [
        sum(word[:_STEM].lower() in stems for word in _WORD.findall(heading[slice(*side)])) for side in found.sides
    ]
    if shared[0] == shared[1]:
        return None
    return found.sides[0] if shared[1] > shared[0] else found.sides[1]
