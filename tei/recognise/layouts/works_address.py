"""The address that a volume of works prints between the heading of a telegram and its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise.known import nobody
from tei.recognise.layouts.page import is_date_line
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import salutation_name
from tei.recognise.parts import ServiceLine
from tei.recognise.service import Service, classify
from tei.regexes import regex

MIN_FULL: Final = 46
"""Characters of a line that was full: the next goes on with it, whatever it begins with."""
MAX_ADDRESS: Final = 4
MAX_SEAT: Final = 90
_SEAT: Final = regex(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*| (?:of|the|for|and|in|at))*, [A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?")


def addressed(rows: Sequence[Paragraph], first: int, end: int) -> tuple[tuple[ServiceLine, ...], int]:
    """Return the lines of address between a heading and its text, and the row where the text begins.

    They are short and without a stop, “Pell, Commissar of Oslo Station”, “Oslo”, with a full line of text under them;
    a salutation is none of them.
    """
    at = first
    if at < end and _goes_on(rows, first, end):
        at += 1
    elif at < end and salutation_name(rows[at].text, nobody):
        return (), first
    while at < min(first + MAX_ADDRESS, end) and _is_address(rows[at].text):
        at += 1
    text = at + (at < end and at > first + 1 and is_date_line(rows[at].text))
    if at == first or text >= end or len(rows[text].text) < MIN_FULL or not any(map(_is_new, rows[first:at])):
        return (), first
    return tuple(ServiceLine(row, classify(row.text) or Service("address")) for row in rows[first:at]), at


def _goes_on(rows: Sequence[Paragraph], first: int, end: int) -> bool:
    """Say whether a name with a comma is the first line of an address: “Pell,” over “Commissar, Oslo Station”."""
    return rows[first].text[-1] == "," and first + 1 < end and _is_seat(rows[first + 1].text)


def _is_seat(text: str) -> bool:
    """Say whether a line names an office and its place."""
    return len(text) <= MAX_SEAT and _SEAT.fullmatch(text) is not None


def _is_address(text: str) -> bool:
    if is_date_line(text):
        return False
    if _is_seat(text):
        return True
    return len(text) < MIN_FULL and text[:1].isupper() and text[-1] not in ".!?:;" and text[-1] != ","


def _is_new(row: Paragraph) -> bool:
    """Say whether no other step knows a line for what it is."""
    return classify(row.text) is None and salutation_name(row.text, nobody) is None
