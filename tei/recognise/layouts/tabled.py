"""Telegrams in a table of a page, a row for each: “Time | From | To | Text” as museums and newspapers set them.

A copy of the page has the cells of a row in one line, parted by tabs or bars. The head of the table says which of them
is the text; it must also say who sent it, or to whom it went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.dates import find_dates
from tei.recognise.counting import count_words
from tei.recognise.layouts.page import Region
from tei.recognise.paragraphs import Paragraph

_ROLES: Final = {
    **dict.fromkeys(("from", "sender", "sent by", "origin", "from whom"), "from"),
    **dict.fromkeys(("to", "recipient", "addressee", "sent to", "to whom", "addressed to"), "to"),
    **dict.fromkeys(
        ("text", "message", "telegram", "wording", "content", "contents", "transcript", "transcription"), "text"
    ),
    **dict.fromkeys(("date", "day", "sent", "date sent", "time", "date and time"), "day"),
}
_SIGNS: Final = ("\t", "|")
MIN_WORDS: Final = 3
MAX_HEAD: Final = 80


def heads_table(text: str) -> bool:
    """Say whether a line is the head of such a table."""
    return bool(_columns(text))


def tabled_in(rows: Sequence[Paragraph]) -> Iterator[Region]:
    """Yield the telegrams of the tables among the rows of a page."""
    head: Paragraph | None = None
    for row in rows:
        if heads_table(row.text):
            head = row
            continue
        cells = _cells(row) if head else []
        if head is None or len(cells) != len(_cells(head)):
            head = None
            continue
        columns = _columns(head.text)
        if count_words(cells[columns["text"]].text) >= MIN_WORDS:
            yield _region(cells, columns, head)


def _columns(text: str) -> dict[str, int]:
    """Return which cell is what, where a line heads a table of telegrams, else nothing."""
    sign = next((sign for sign in _SIGNS if sign in text[:MAX_HEAD]), None)
    if sign is None or len(text) > MAX_HEAD:
        return {}
    names = [cell.strip().lower() for cell in text.strip(sign).split(sign)]
    found = {_ROLES[name]: at for at, name in enumerate(names) if name in _ROLES}
    return found if "text" in found and ("from" in found or "to" in found) else {}


def _cells(row: Paragraph) -> list[Paragraph]:
    """Return the cells of a row, as its head parts them."""
    sign = next((sign for sign in _SIGNS if sign in row.text), None)
    if sign is None:
        return []
    cells: list[Paragraph] = []
    start = 0
    text = row.text.rstrip(sign)
    start = len(text) - len(text.lstrip(sign))
    for piece in text[start:].split(sign):
        lead = len(piece) - len(piece.lstrip())
        cells.append(row.at(start + lead, start + len(piece.rstrip())))
        start += len(piece) + 1
    return cells


def _region(cells: Sequence[Paragraph], columns: dict[str, int], head: Paragraph) -> Region:
    parties = ((role, cells[columns[role]]) for role in ("from", "to") if role in columns)
    named = tuple((role, (cell.start, cell.end)) for role, cell in parties if cell.text)
    day = cells[columns["day"]] if "day" in columns else None
    told = day if day is not None and find_dates(day.text) else head
    return Region(body=(cells[columns["text"]],), named=named, announced=(told,), kind="telegram", apart=True)
