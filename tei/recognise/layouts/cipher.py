"""The ciphered form: department and markings, numbers, times, "To whom", "For whom", signature, copies.

All of it is the telegram's own, so that the whole page is its text: nothing on a form is a heading of the page. A page
may hold several forms, each begun by the same printed lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.archives import Repositories
from tei.recognise.cells import in_cells
from tei.recognise.furniture import Role
from tei.recognise.labels import role_of
from tei.recognise.layouts.headings import is_title
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.parting import is_separator
from tei.recognise.layouts.registers import is_register
from tei.recognise.layouts.sources import is_labelled_source, is_source, references_over, stands_with_fond
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import only_brackets
from tei.recognise.service import classify, number_type
from tei.recognise.titles import MAX_TITLE, dated_lead, read_title
from tei.regexes import regex

_OF_TYPE: Final = {
    "received": "times",
    "sent": "times",
    "deciphered": "handling",
    "enciphered": "handling",
    "printed": "handling",
    "verified": "handling",
    "copy": "copies",
    "copies": "copies",
    "distribution": "copies",
    "precedence": "precedence",
}
_OF_ROLE: Final = {"to": "to whom", "for": "for whom", "destination": "destination", "origin": "destination"}
_MEMO_ROLES: Final = frozenset(("to", "for", "action"))
"""Labels that every memorandum has too."""

_CIPHER: Final = regex(r"c[iy]pher|\bcoded|encod|encrypt|шифр", re.IGNORECASE)
_TELEGRAM: Final = regex(r"telegram|cable|радиограмм|телеграмм", re.IGNORECASE)
_DEPARTMENT: Final = regex(r"department|dept|отдел|section|управление", re.IGNORECASE)
_COPIES: Final = regex(r"\bcop[il]|копи", re.IGNORECASE)
_HEAD_SIGNS: Final = frozenset(("marking", "no copies", "form", "department", "special number", "copy"))
_OWN_SIGNS: Final = frozenset(
    ("no copies", "form", "special number", "issuing number", "to whom", "for whom", "fulfilment")
)
_WITH_OWN: Final = frozenset((*_OWN_SIGNS, "department", "handling", "copies"))
"""Signs that few other pages show: one of its own must be there, and another."""

_STOPS: Final = frozenset('.!?:;…”"’)]»。：')
MAX_LINE: Final = 260
MAX_LEAVES: Final = 4
MAX_UNDER: Final = 2
ENOUGH: Final = 4
"""A form shows at least so many of its signs."""

HEAD_ROWS: Final = 8
MAX_ABOVE: Final = 4
MIN_PROSE: Final = 12
"""Words of a paragraph that is somebody's text."""


def score_cipher(page: Page) -> Score:
    """Score a page by the lines of the form: numbers, times, parties, markings, copies."""
    if page.first(Role.RECORD_BEGINS) is not None or page.first(Role.CITATION) is not None:
        return Score(0.0, "the record page of an archive")
    found = sorted(set(filter(None, map(sign_of, _short_lines(page)))))
    if len(found) >= ENOUGH and _is_recorded(page):
        return Score(0.15, "a form under the date and the title of a record page")
    if len(found) < ENOUGH or not _OWN_SIGNS.intersection(found) or len(_WITH_OWN.intersection(found)) < 2:
        return Score(min(0.15, 0.05 * len(found)), f"{len(found)} signs of a ciphered form")
    if stands_with_fond(page.paragraphs) > 1:
        return Score(0.15, "forms that a collection gives, each with its source")
    if is_register(page):
        return Score(0.0, "a table of telegrams and no telegram")
    return Score(min(1.0, 0.3 + 0.1 * len(found)), "a ciphered form: " + ", ".join(found))


def _is_recorded(page: Page) -> bool:
    """Say whether a date and under it who wrote to whom stand over the form, as on a record page cut off at its end."""
    rows = [row.text for row, role in zip(page.paragraphs, page.roles, strict=True) if role is None][:HEAD_ROWS]
    dated = (below for date, below in pairwise(rows[:MAX_OVER]) if is_date_line(date))
    titles = (read_title(below) for below in dated if len(below) <= MAX_TITLE and classify(below) is None)
    return any(title.kind is not None and bool(title.party("from")) for title in titles)


MAX_OVER: Final = 4
"""Lines of the head of a record page: its summary, the date, the title."""


def _short_lines(page: Page) -> Iterator[str]:
    """Yield the lines of a page that can be a form's; cells of a line are looked at one by one."""
    yield from (cell.text for cell in in_cells(_own_rows(page)) if len(cell.text) <= MAX_LINE)


def _own_rows(page: Page) -> tuple[Paragraph, ...]:
    """Return the rows of a page that are no furniture; a line of the form with a bar in it is no menu."""
    pairs = zip(page.paragraphs, page.roles, strict=True)
    return tuple(row for row, role in pairs if role is None or (role is Role.MENU and sign_of(row.text)))


def _without_leaf(rows: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return rows without the number of a leaf that stands alone under the last of them."""
    return rows[:-1] if len(rows) > 1 and rows[-1].text.isdecimal() and len(rows[-1].text) <= MAX_LEAF else rows


MAX_LEAF: Final = 3


def sign_of(text: str) -> str:
    """Return which line of the form a line is, empty where it is none."""
    service = classify(text) if len(text) <= MAX_LINE else None
    if service is None:
        return ""
    if service.type == "marking":
        return "no copies" if _COPIES.search(text) else "marking"
    if service.type == "number":
        kind = number_type(text, docket=False)
        return f"{kind} number" if kind in ("special", "issuing", "outgoing", "incoming") else _form_in(text)
    if service.type == "address":
        span = service.part("role")
        words = text[slice(*span)].lower() if span else ""
        role = "" if words in _MEMO_ROLES else role_of(words)
        return _OF_ROLE.get(role, "party" if text.isupper() else "")
    if service.type == "other":
        return _form_in(text) or ("department" if _DEPARTMENT.search(text) else "")
    return "fulfilment" if service.type == "instruction" else _OF_TYPE.get(service.type, "")


def _form_in(text: str) -> str:
    """Return whether a line names a ciphered form, or a telegram as any form may."""
    return "form" if _CIPHER.search(text) else "telegram" if _TELEGRAM.search(text) else ""


def read_cipher(page: Page) -> Regions:
    """Part a page into its forms; lines that state the source stand after the last."""
    own = _without_leaf(_own_rows(page))
    rows = in_cells(own)
    furniture = [row for row in page.paragraphs if row not in own] + [row for row in rows if is_separator(row.text)]
    rows = tuple(row for row in rows if not is_separator(row.text))
    over = references_over(rows, page.repositories)
    above, rows = rows[:over], rows[over:]
    sources, last = _sources(rows, page.repositories)
    sources = (*above, *sources)
    kept = tuple(row for row in rows[:last] if row not in sources)
    title = next((row for row in kept[:MAX_ABOVE] if _heads_form(row)), None) or _titled(kept)
    of_site = kept[: kept.index(title)] if title is not None else ()
    kept = kept[len(of_site) + (title is not None) :]
    day = kept[0] if title is not None and len(kept) > 1 and is_date_line(kept[0].text) else None
    kept = kept[day is not None :]
    starts = _starts(kept, headed=title is not None)
    ends = [*starts[1:], len(kept)]
    regions = tuple(Region(body=kept[a:b], sources=sources) for a, b in zip(starts, ends, strict=True))
    if title is not None and regions:
        regions = (replace(regions[0], title=title, site_date=day), *regions[1:])
    around = (*of_site, *kept[: starts[0] if starts else len(kept)], *rows[last:])
    return Regions("cipher", regions, tuple(furniture), around)


def _heads_form(row: Paragraph) -> bool:
    """Say whether a line over a form is its heading: it gives the day and who sent it."""
    lead = dated_lead(row.text) if row.text[:1].isdigit() else 0
    return lead > 0 and bool(read_title(row.text).party("from"))


def _titled(rows: Sequence[Paragraph]) -> Paragraph | None:
    """Return the title that a volume or site has over the form, with both parties, its day or the form below it."""
    for index, row in enumerate(rows[:MAX_OF_SITE]):
        if sign_of(row.text):
            return None
        below = [under.text for under in rows[index + 1 : index + 1 + MAX_UNDER]]
        if is_title(row) and below and (is_date_line(below[0]) or any(map(sign_of, below))):
            title = read_title(row.text)
            return row if title.kind == "telegram" and title.party("from") and title.party("to") else None
    return None


MAX_OF_SITE: Final = 14
"""Lines that a site and its volume may have over a title."""


def _sources(rows: Sequence[Paragraph], repositories: Repositories) -> tuple[tuple[Paragraph, ...], int]:
    """Return the rows at the end that say where the form is kept, and where the page's own words under them begin."""
    found: list[Paragraph] = []
    last = len(rows)
    for index in reversed(range(len(rows))):
        text = rows[index].text
        if sign_of(text) or len(found) == MAX_LEAVES:
            break
        if is_source(text, repositories) or is_labelled_source(text):
            found.insert(0, rows[index])
            last = last if len(found) > 1 else index + 1
        elif found or len(rows) - index > MAX_UNDER or only_brackets(text):
            break
    return tuple(found), last


def _starts(rows: Sequence[Paragraph], *, headed: bool = False) -> list[int]:
    """Return the rows at which forms begin: one, unless after a text the lines of a form's head come again."""
    if not rows:
        return []
    signs = [sign_of(row.text) for row in rows]
    starts = [0 if headed else _first(rows, signs)]
    seen: set[str] = set()
    told = False
    for index, found in enumerate(signs):
        if told and found in seen and found in _HEAD_SIGNS and _is_head(signs[index : index + HEAD_ROWS]):
            starts.append(_up(rows, index))
            seen, told = set(), False
        seen.add(found)
        told = told or (not found and len(rows[index].text.split()) > MIN_PROSE and rows[index].text[-1] in _STOPS)
    return starts


def _is_head(signs: Sequence[str]) -> bool:
    """Say whether rows open a form: three signs of it before a text."""
    return len(set(signs) - {""}) >= 3


def _up(rows: Sequence[Paragraph], index: int) -> int:
    """Take what stands right above the head to its form: a stamp or letterhead in brackets, an office in capitals."""
    while index and _stands_over(rows[index - 1].text):
        index -= 1
    return index


def _stands_over(text: str) -> bool:
    if sign_of(text):
        return False
    return text.startswith("[") or (text.isupper() and 3 <= len(text.split()) <= 10 and not text.endswith("."))


def _first(rows: Sequence[Paragraph], signs: Sequence[str]) -> int:
    """Return where the first form begins: at the top, unless what stands there is prose and none of the form's."""
    head = next((i for i, sign in enumerate(signs) if sign and _is_head(signs[i : i + HEAD_ROWS])), 0)
    if any(not signs[i] and len(rows[i].text.split()) > MIN_PROSE for i in range(head)):
        return _up(rows, head)
    text = rows[0].text
    caption = not signs[0] and not text.startswith("[") and not text.isupper() and len(text.split()) > 3
    return int(caption and len(rows) > 1 and rows[1].blank_before > 0)


CIPHER: Final = Layout("cipher", score_cipher, read_cipher)
"""Ciphered forms."""
