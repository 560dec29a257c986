"""Letterheads and inside addresses: the bodies that write over a letter, and under its date the lines of the addressee.

"Ministry of Ice" stands over the address of a note; "A. Pashin, / Polar Institute, / Leningrad." under place and date
of a letter that has no "Dear": usage of offices in many countries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from tei.recognise.beneath import MAX_LABEL
from tei.recognise.head_rows import Row
from tei.recognise.naming import is_body
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, is_office
from tei.recognise.parts import Knowledge, Line, Part
from tei.recognise.service import classify
from tei.regexes import regex

VOCATIVE: Final = regex(
    r"(?:(?:my|our)\s+)?(?:(?:highly\s+|deeply\s+)?(?:dear(?:est)?|esteemed|respected|honou?red)|comrade|"
    r"(?:глубоко)?уважаем\w+|"
    r"дорог\w+)\b[^\n]*[,!:]$",
    re.IGNORECASE,
)
"""A salutation as letters open: the place over it is the writer's, that over "To Vetrov" the addressee's."""
_GREETING: Final = regex(
    rf"{VOCATIVE.pattern}|(?:Mr|Mrs|Sir|Madam|Excellency|Your Excellency|Gentlemen)\b[^\n]{{0,60}}[,!:]$",
    re.IGNORECASE,
)
_NAMED: Final = regex(
    r"(?:(?:His|Her)\s+Excellency\s+|The\s+(?:Right\s+)?Hon(?:ou?rable|\.)?\s+)?"
    r"(?:(?:Mr|Mrs|Miss|Dr|Sir|Lord|Prof|Amb|Hon|C|Lic|Don|Señor|Sr|Herr|M|Comrade|Cde|General|Colonel|Ambassador)\.?\s+)?"
    r"(?:[A-ZÀ-Þ]\.\s?){0,3}[A-ZÀ-Þ][\w’'-]+(?:\s(?:de|von|van|da|dos|[A-ZÀ-Þ][\w.’'-]*)){0,4}(?:,\s[A-Z.]{2,12})?,?"
)
_TOWN: Final = regex(r"(?P<town>[A-ZÀ-Þ][^\W\d_]+(?:[\s-][A-ZÀ-Þ][^\W\d_]+){0,2})(?:,\s?[^\W\d_][\w. ]{0,30})?[.,]?")
_CITIZEN: Final = regex(r"C\.\s+(?=\S)")
"""“Citizen”, as Mexican offices write before name and body."""
MAX_LINES: Final = 5
MAX_WIDTH: Final = 80
MAX_LETTERHEAD: Final = 4
MAX_OVER: Final = 10


def inside_address(paragraphs: Sequence[Paragraph], index: int, rows: Sequence[Row], known: Knowledge) -> list[Row]:
    """Return the lines of an address that begins here under the dateline, none where the text or "Dear …" begins."""
    over = rows[-1].line if rows else None
    if over is None or over.part is not Part.DATELINE:
        return []
    block = list(takewhile(_is_of_address, paragraphs[index : index + MAX_LINES + 1]))
    after = index + len(block)
    if not 1 < len(block) <= MAX_LINES or after >= len(paragraphs) or len(paragraphs[after].text) <= MAX_WIDTH:
        return []
    first, *rest = block
    if not (is_body(first.text) or _NAMED.fullmatch(first.text)):
        return []
    town = _TOWN.fullmatch(rest[-1].text)
    placed = town is not None and known.known_place(town["town"])
    if not (placed or any(is_body(row.text) or is_office(row.text) for row in rest)):
        return []
    citizen = _CITIZEN.match(first.text) if is_body(first.text) else None
    name = (citizen.end() if citizen else 0, len(first.text.rstrip(" ,.")))
    lines = [Line(Part.SALUTE, first, name), *(Line(Part.SALUTE, row) for row in rest)]
    if town and placed:
        lines[-1] = Line(Part.SALUTE, rest[-1], None, town.span("town"))
    return [Row("opener", line.paragraph, line=line) for line in lines]


def _is_of_address(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > MAX_WIDTH or text[-1:] in _STOPS or any(map(str.isdigit, text)) or text[:3].lower() == "to ":
        return False
    return is_capitalised(text) and _GREETING.match(text) is None and classify(text) is None


def office_there(paragraph: Paragraph, rows: Sequence[Row], known: Knowledge) -> Line | None:
    """Return the office at the place that the line over it addresses: "To KARSK" / "POLAR AMBASSADOR."."""
    over = rows[-1].line if rows else None
    text = paragraph.text.rstrip(" ,.:")
    if (
        over is None
        or over.part is not Part.SALUTE
        or len(text) > MAX_WIDTH
        or over.paragraph.text[:3].lower() != "to "
    ):
        return None
    if not known.known_place(over.paragraph.text[3:].rstrip(" ,.:")):
        return None
    office = is_office(text.title() if text.isupper() else text)
    return Line(Part.SALUTE, paragraph, (0, len(text))) if office else None


_STOPS: Final = frozenset(':!?;”"')


def letterhead(rows: Sequence[Row]) -> int:
    """Return how many lines stand over "Dear Comrade Pashin!": who writes, place and date, the addressee's office.

    A letter has them in any order; at least one of them is known for what it is.
    """
    opens = (i for i, row in enumerate(rows[:MAX_OVER]) if row.line and _GREETING.match(row.line.paragraph.text))
    dear = next(opens, 0)
    if all(row.line for row in rows[:dear]):
        return _under_bodies(rows)
    known = any(row.line is not None for row in rows[:dear])
    return dear if known and all(len(row.paragraph.text) <= MAX_LABEL for row in rows[:dear]) else 0


def _under_bodies(rows: Sequence[Row]) -> int:
    """Return how many lines stand over the address or date: names of bodies, file numbers, the form's own name."""
    labels = list(takewhile(lambda row: row.kind == "label", rows[: MAX_LETTERHEAD + 1]))
    if not 0 < len(labels) <= MAX_LETTERHEAD or len(labels) == len(rows):
        return 0
    opened = rows[len(labels) :]
    addressed = any(row.line and row.line.part is Part.SALUTE for row in opened)
    return len(labels) if addressed and all(_heads(row.paragraph.text) for row in labels) else 0


def _heads(text: str) -> bool:
    return (is_body(text) and is_capitalised(text)) or _FILED.fullmatch(text) is not None


_FILED: Final = regex(
    r"(?=[^\n]*\d)[A-Z\d][A-Z\d./() -]{2,24}|(?:AIR\s+LETTER|LETTERGRAM|AIRGRAM|LETTER|TELEGRAM|NOTE|CABLE)"
    r"(?:\s[\[(][^\[\]()\n]{3,30}[\])])?",
)
"""“X/442/17”, “LETTERGRAM [CORREOGRAMA]”."""
