"""One line of a closer: a closing formula with names, a signature, place and date, name and date in either order."""

from __future__ import annotations

from typing import Final

from tei.dates import find_dates
from tei.dates.telegraph import read_telegraph_date
from tei.recognise.chinese_lines import signed_and_dated
from tei.recognise.closing_names import closing_and_names
from tei.recognise.counting import is_sign
from tei.recognise.datelines import dateline, is_place
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.recognise.parts import Knowledge, Line, Part
from tei.recognise.russian_closings import number_at
from tei.recognise.signatures import (
    after_office,
    labelled_signature,
    numbered,
    russian_office,
    shortened_office,
)
from tei.recognise.signing import signature_name
from tei.regexes import regex

MAX_LISTED: Final = 80
_NAME_DATE: Final = regex(r"(?P<name>[^\d\n,.]{2,60}?)[,.]?\s+(?P<date>\d[^\n]*|[A-Z][a-z]+ \d[^\n]*)")


_DATE_NAME: Final = regex(r"(?P<date>\d[^\n]{3,24}?\d(?:\s*(?:г|года)\b\.?)?)[,.]?\s+(?P<name>[^\W\d_][^\d\n,]{1,60})")
"""Date and signature on one line, in the order of typed forms: "19.V.38  VETROV"."""
_MONTH_NAME: Final = regex(r"(?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})\s{2,}(?P<name>[^\W\d_][^\d\n,]{1,60})")
"""The same in columns, the month first: “June 15, 1938        A. Vetrov”."""


_INITIALS: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ]\.\s?){2,3}")
"""The first of two who sign by their initials, "G. D." over "M. M."."""
MAX_INITIALS: Final = 10


def _initials(text: str) -> tuple[int, int] | None:
    return (0, len(text)) if len(text) <= MAX_INITIALS and _INITIALS.fullmatch(text) else None


def closer_lines(paragraph: Paragraph, known: Knowledge, *, signed: bool) -> list[Line]:
    """Return the lines of a closer that a paragraph holds, none where it is text. `signed`: a signature follows."""
    text = paragraph.text.rstrip(" +=")
    found = dateline(text, known.year, known.known_place) or _day_and_number(text)
    if found:
        return [Line(Part.DATELINE, paragraph, found[1], found[0])]
    if signed and is_place(text.rstrip(" .,"), known.known_place):
        return [Line(Part.DATELINE, paragraph, None, (0, len(text.rstrip(" .,"))))]
    if name := labelled_signature(text) or after_office(text, known) or shortened_office(text):
        return [Line(Part.SIGNED, paragraph, name)]
    split = closing_and_names(text, known.known_party)
    if split is not None:
        names = paragraph.at(split, len(text))
        formula = Line(Part.SALUTE, paragraph.at(0, split))
        return [formula, Line(Part.SIGNED, names, (0, len(names.text.rstrip(" ,."))))]
    if is_closing(text, signed=signed):
        return [Line(Part.SALUTE, paragraph)]
    at = signed_and_dated(text, known.known_party) if is_sign(text[:1]) else None
    if at is not None and dateline(text[at:], known.year, known.known_place):
        return _name_and_date(paragraph, at)
    if is_sign(text[:1]) and read_telegraph_date(text.strip(" \u3000。.")) and not known.known_party(text):
        return [Line(Part.DATELINE, paragraph, (0, len(text)))]
    both = _NAME_DATE.fullmatch(text) if len(text) <= 120 else None
    if both and signature_name(both["name"], known.known_party, last=True) and _is_date(both["date"], known.year):
        return _name_and_date(paragraph, both.start("date"))
    order = _DATE_NAME if text[:1].isdigit() else _MONTH_NAME
    turned = order.fullmatch(text) if "  " in text or text[:1].isdigit() else None
    turned = turned if turned and len(" ".join(text.split())) <= MAX_LISTED else None
    if turned and signature_name(turned["name"], known.known_party, last=True) and _is_date(turned["date"], known.year):
        return _date_and_name(paragraph, turned.start("name"))
    name_span = signature_name(text, known.known_party, last=not signed) or numbered(text, known, signed=signed)
    name_span = name_span or (_initials(text) if signed else russian_office(text))
    return [Line(Part.SIGNED, paragraph, name_span)] if name_span and any(map(str.isalpha, text)) else []


def _day_and_number(text: str) -> tuple[None, tuple[int, int]] | None:
    """Return the day of a line that has the number of the wire behind it, «3 марта 1917 г. 1872.»."""
    wired = number_at(text)
    return (None, wired[1]) if wired and wired[2] else None


def _name_and_date(paragraph: Paragraph, at: int) -> list[Line]:
    """Part a line of signature and date where the date begins."""
    name, date = paragraph.at(0, at), paragraph.at(at, len(paragraph.text))
    return [
        Line(Part.SIGNED, name, (0, len(name.text.rstrip(" ,.，")))),
        Line(Part.DATELINE, date, (0, len(date.text))),
    ]


def _date_and_name(paragraph: Paragraph, at: int) -> list[Line]:
    """Part a line of date and signature where the name begins."""
    date, name = paragraph.at(0, at), paragraph.at(at, len(paragraph.text))
    return [
        Line(Part.DATELINE, date, (0, len(date.text.rstrip(" ,.")))),
        Line(Part.SIGNED, name, (0, len(name.text.rstrip(" ,.")))),
    ]


def _is_date(text: str, year: int | None) -> bool:
    found = find_dates(text, year=year)
    return bool(found) and found[0].start == 0 and not text[found[-1].end :].strip(" .,”\"’'»)г")
