"""Telegrams as the Department of State typed what came in, kept in the papers of presidents: “TELEGRAM RECEIVED”.

“PAP   GRAY / OSLO / Dated June 10, 1938 / Rec'd 3:10 p. m. / Secretary of State, / Washington. / RUSH / 132, June 10, 6
p. m.”, the text, and under it the name that signs and the initials of a typist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.recognise.layouts.below_text import trailing_sources
from tei.recognise.layouts.frus_heads import is_file
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine, service_line
from tei.recognise.service import Service, classify
from tei.regexes import regex

_DATED: Final = regex(
    r"Dated:?\s+(?P<rest>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:1[89]|20)\d\d)\.?(?P<gap>\s*)(?P<received>Rec.*)?"
)
_RECEIVED: Final = regex(r"Rec(?:eived|[’']?d)\.?:?\s*(?P<rest>(?:[A-Z][a-z]{2,8}\.?\s)?\d[^\n]{0,40})")
_TO: Final = regex(
    r"(?:The\s)?Secretary of (?:State|War|the Navy),?(?P<gap>\s*)(?P<place>Washington[^\n]{0,10})?", re.IGNORECASE
)
_SEAT: Final = regex(
    r"(?:From:?\s+)?(?P<seat>[A-Z][A-Za-z.’'-]+(?:\s[A-Z][A-Za-z.’'-]+){0,2}(?:\svia\s[A-Z][A-Za-z]+)?)\.?"
)
_NUMBERED: Final = regex(
    r"(?:No\.\s?)?(?P<number>\d{1,5}),\s(?P<rest>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:\d{1,2}(?::\d\d)?\s?[ap]\.?\s?m\.?|noon|midnight))"
    r"\.?(?P<tail>\s*\((?:SECTION|Section|PART|Part)[^()]{1,20}\))?\.?"
)
_OTHER: Final = regex(
    r"[A-Z]{2,4}\s{1,60}(?:[A-Z][A-Za-z]{2,10}\s?){1,2}|[A-Z]{2,4}|TELEGRAM RECEIVED|"
    r"Telegram [Rr]eceived\.?|\(?SECTION\s[A-Z]+\)?"
)
_CLERK: Final = regex(r"[A-Z]{2,3}(?::[A-Z]{2,3})?")
_WORDY: Final = regex(r"[a-z]{3}[^\n]*[a-z]{3}")
MAX_HEAD: Final = 14
MIN_PROSE: Final = 6
"""Words of a sentence of the page over the form: “Today the Ambassador sent this telegram:”."""
MAX_LINE: Final = 80


def score_incoming(page: Page) -> Score:
    """Score a page by the lines of the form: dated, received, to the Secretary of State."""
    text = page.capture.text
    if "Dated" not in text or "Rec" not in text or _head(_parted(page)) is None:
        return Score(0.0, "no form of a telegram received")
    return Score(0.9, "a telegram as the Department typed what it received")


def _head(page: Page) -> tuple[int, int, int] | None:
    """Return the row of the date, that of the addressee, and the first of the form."""
    rows = page.paragraphs
    for at, row in enumerate(rows[:MAX_HEAD]):
        dated = _DATED.fullmatch(row.text) if len(row.text) <= MAX_LINE else None
        if dated is None:
            continue
        to = next((i for i in range(at + 1, min(at + 4, len(rows))) if _TO.fullmatch(rows[i].text)), None)
        received = dated["received"] or any(_RECEIVED.fullmatch(rows[i].text) for i in range(at + 1, to or at + 1))
        if to is not None and received:
            over = (i for i in reversed(range(at)) if page.roles[i] is not None or not _is_over(rows[i].text))
            return at, to, next(over, -1) + 1
    return None


def _parted(page: Page) -> Page:
    """Return a page whose rows of the form are parted where a copyist lost their ends: “10 AM.Secretary of State”."""
    if _GLUED.search(page.capture.text) is None:
        return page
    pairs = [
        (part, role)
        for row, role in zip(page.paragraphs, page.roles, strict=True)
        for part in (_unglued(row) if len(row.text) <= MAX_LINE else (row,))
    ]
    return replace(page, paragraphs=tuple(row for row, _ in pairs), roles=tuple(role for _, role in pairs))


def _unglued(row: Paragraph) -> Iterator[Paragraph]:
    at = 0
    for glued in _GLUED.finditer(row.text):
        yield row.at(at, glued.start())
        at = glued.start()
    yield row.at(at, len(row.text)) if at else row


_GLUED: Final = regex(r"(?<=[.\dM])(?=Secretary of State,)|(?<=Washington\.)(?=\d{1,5},\s[A-Z])")


def _is_over(text: str) -> bool:
    return len(text) <= MAX_LINE and any(one.fullmatch(text) for one in (_SEAT, _OTHER))


def read_incoming(page: Page) -> Regions:
    """Part a page into the telegram of the form and what the site adds."""
    page = _parted(page)
    rows, head = page.paragraphs, _head(page)
    if head is None:
        return Regions("incoming", (), (), rows)
    dated, to, first = head
    served: list[ServiceLine] = []
    at = first
    while at < min(to + MAX_HEAD, len(rows)):
        lines = tuple(_served(rows, at, dated, to))
        if not lines:
            break
        served += lines
        at += 1
    end = next((i for i in range(at, len(rows)) if page.roles[i] is not None), len(rows))
    sources = trailing_sources(rows[at:end], page.repositories)
    sources = sources or (rows[end - 1 : end] if end > at + 1 and is_file(rows[end - 1].text) else ())
    end -= len(sources)
    clerk = end > at + 1 and _CLERK.fullmatch(rows[end - 1].text) is not None
    body = (*(line.paragraph for line in served), *rows[at : end - clerk])
    silent = rows[end - 1 : end] if clerk else ()
    region = Region(body=body, served=tuple(served), kind="telegram", formal=True, silent=silent, sources=sources)
    left = (*rows[:first], *rows[end + len(sources) :])
    context = tuple(row for row in left if row.text[-1] in ".:!?" and len(row.text.split()) >= MIN_PROSE)
    return Regions("incoming", (region,), tuple(row for row in left if row not in context), context)


def _served(rows: Sequence[Paragraph], at: int, dated: int, to: int) -> Iterator[ServiceLine]:
    """Yield what a row of the form says, nothing for one that is text."""
    row = rows[at]
    if at == dated:
        match = _DATED.fullmatch(row.text)
        assert match is not None
        yield service_line(row.at(0, match.end("rest")), "other")
        if match["received"]:
            yield from _receipt(row.at(match.start("received"), len(row.text)))
    elif match := _TO.fullmatch(row.text) if at == to else None:
        place = (("place", *match.span("place")),) if match["place"] else ()
        yield service_line(row, "address", ("rest", 0, len(row.text[: match.start("gap")].rstrip(" ,"))), *place)
    elif match := _RECEIVED.fullmatch(row.text) if len(row.text) <= MAX_LINE else None:
        yield from _receipt(row)
    elif match := _NUMBERED.fullmatch(row.text) if row.text[:1] in "N0123456789" else None:
        yield service_line(row.at(0, match.end("number")), "number", ("number", *match.span("number")))
        rest = row.at(match.end("number"), len(row.text))
        shift = row.start - rest.start
        yield service_line(rest, "sent", ("rest", match.start("rest") + shift, match.end("rest") + shift))
    elif at == to + 1 and _SEAT.fullmatch(row.text.rstrip(" .,")):
        yield service_line(row, "address", ("place", 0, len(row.text.rstrip(" .,"))))
    elif at == dated - 1 and (match := _SEAT.fullmatch(row.text)):
        yield service_line(row, "other", ("place", *match.span("seat")))
    elif len(row.text) <= MAX_LINE and (at < dated or not _WORDY.search(row.text)):
        known = classify(row.text)
        haste = at > to and any(_NUMBERED.fullmatch(below.text) for below in rows[at + 1 : at + 3])
        if known or at < to or haste or _OTHER.fullmatch(row.text):
            yield ServiceLine(row, known or Service("precedence" if haste else "other"))


def _receipt(row: Paragraph) -> Iterator[ServiceLine]:
    match = _RECEIVED.fullmatch(row.text)
    yield service_line(row, "received", *((("rest", *match.span("rest")),) if match and find_dates(row.text) else ()))


INCOMING: Final = Layout("incoming", score_incoming, read_incoming)
"""Telegrams as an office typed what it received."""
