"""Telegrams as a government's own prints have them: form and day, “From—…”, “To—…”, then the text.

“Telegram P., No. 61-C., dated (and received) the 4th May 1911. / From—The Resident at Tarn, / To—The Secretary to the
Government of the Ice, Karsk.”: each on a line, a number of the print over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine, joined, service_line
from tei.regexes import regex

_FORM: Final = regex(
    r"(?P<kind>Telegram|Letter|Despatch|Dispatch|Memorandum)(?:,?\s(?:P|R|C|S|X|Q|[Ee]n clair|[Cc]ode|[Cc]ipher)\b\.?)?"
    r"(?:,?\s(?:No|Nos)\.?\s?(?P<number>\d[\w./-]{0,14}))?[.,]?\s(?:dated?|received)\b[^\n]{4,70}"
)
_FROM: Final = regex(r"(?P<role>From)\s?(?:[—–:-]{1,2}\s?|\s)(?P<name>[A-Z“][^\n]{3,140}?)[.,;]?")
_TO: Final = regex(r"To\s?(?:[—–:-]{1,2}\s?|\s)(?P<name>[A-Z“][^\n]{3,160}?)[.,;]?")
_SEAT: Final = regex(r",\s(?P<seat>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)$")
_REPEATED: Final = regex(r"\((?:Addressed|Repeated|Sent)\s(?:to|by)\s[^()\n]{3,120}\)\.?")
MAX_FORM: Final = 120
MAX_PARTY: Final = 180
MAX_ROWS: Final = 2
MAX_LINES: Final = 4
_NEXT: Final = regex(r"\n(?=To\b|\()")


@dataclass(frozen=True, slots=True)
class WireHead:
    """The head of such a print: its first row, the first row of its text, its lines, and whether it is a telegram.

    `rest` is what of a row of the head is text already.
    """

    first: int
    text: int
    served: tuple[ServiceLine, ...]
    rest: Paragraph | None
    wired: bool


def wire_head(rows: Sequence[Paragraph], index: int) -> WireHead | None:
    """Read the head that begins at a row, None where none does."""
    row = rows[index]
    match = _FORM.fullmatch(row.text) if len(row.text) <= MAX_FORM else None
    dates = find_dates(row.text) if match else ()
    if match is None or match["kind"] == "Memorandum" or not dates or not (dates[-1].when or "-").startswith("1"):
        return None
    lines = tuple(_lines(rows, index + 1))
    sender, at = _party(lines, 0, _FROM)
    recipient, at = _party(lines, at, _TO) if sender else (None, 0)
    if sender is None or recipient is None:
        return None
    number = (("number", *match.span("number")),) if match["number"] else ()
    form = service_line(row, "sent", ("rest", dates[-1].start, dates[-1].end), *number)
    served = [form, sender, recipient]
    if at < len(lines) and _REPEATED.fullmatch(lines[at].text):
        served.append(service_line(lines[at], "other"))
        at += 1
    last = served[-1].paragraph
    text = next((i for i in range(index + 1, len(rows)) if rows[i].start >= last.end), len(rows))
    rest = rows[text - 1].at(last.end - rows[text - 1].start, len(rows[text - 1].text))
    if text >= len(rows) and not rest.text:
        return None
    return WireHead(index, text, tuple(served), rest if rest.text else None, match["kind"] == "Telegram")


def _lines(rows: Sequence[Paragraph], index: int) -> Iterator[Paragraph]:
    """Yield the rows of a head, one that runs on to the addressee parted."""
    for row in rows[index : index + MAX_LINES]:
        cuts = [match.end() for match in _NEXT.finditer(row.text)] if "\n" in row.text else []
        yield from (row.at(*span) for span in pairwise((0, *cuts, len(row.text))))


def _party(lines: Sequence[Paragraph], index: int, pattern: re.Pattern[str]) -> tuple[ServiceLine | None, int]:
    """Read who sends or receives, over two rows where the first breaks off, and return the row behind."""
    if index >= len(lines):
        return None, index
    whole = lines[index]
    for at in range(index + 1, min(index + 1 + MAX_ROWS, len(lines) + 1)):
        text = whole.text.replace("\n", " ")
        match = pattern.fullmatch(text) if len(text) <= MAX_PARTY else None
        if match is None:
            return None, index
        if text[-1:] in ".,;:" or at == index + MAX_ROWS or at == len(lines):
            return _line(whole, match), at
        whole = joined(whole, lines[at])
    return None, index


def _line(row: Paragraph, match: re.Match[str]) -> ServiceLine:
    """Return the line of a party, its seat apart where one stands at its end."""
    start, end = match.span("name")
    seat = _SEAT.search(match.string, start, end)
    parts = [("rest", start, seat.start() if seat else end)]
    parts += [("place", *seat.span("seat"))] if seat else []
    parts += [("role", *match.span("role"))] if "role" in match.groupdict() else []
    return service_line(row, "address", *parts)


def number_apart(rows: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part the number of the next print from the last row of a text, under which it stood."""
    match = _NUMBER_UNDER.search(rows[-1].text) if rows else None
    if match is None:
        return tuple(rows), ()
    last = rows[-1]
    return (*rows[:-1], last.at(0, match.start())), (last.at(match.start("n"), len(last.text)),)


_NUMBER_UNDER: Final = regex(r"(?<=[.!?])\s*\n(?P<n>\d{1,3})$")
