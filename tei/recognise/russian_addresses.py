"""Addresses of Russian telegrams over lines of their own: an office in the dative, what goes on of it, others under it.

«НАЧАЛЬНИКУ СТАНЦИИ» / «ПОЛЯРНОГО ИНСТИТУТА», «Командующему 2-м отрядом» / «генералу Ветрову» / «Члену совета Пашину».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.dates import find_dates
from tei.recognise import russian
from tei.recognise.datelines import is_place
from tei.recognise.head_rows import Row
from tei.recognise.neighbours import adjoins
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Knowledge, Line, Part, joined
from tei.recognise.service import classify
from tei.regexes import regex

MAX_LINE: Final = 110
MAX_LINES: Final = 6
MAX_GONE_ON: Final = 2
MAX_WORDS: Final = 14
MIN_TEXT: Final = 6


def address_rows(paragraphs: Sequence[Paragraph], index: int, rows: Sequence[Row], known: Knowledge) -> list[Row]:
    """Return the rows of an address that begins at a line, none where a line by itself is read as any other is."""
    seat = _is_seat(paragraphs, index, known)
    if not _is_office(paragraphs[index + seat].text) or any(row.line and row.line.part is Part.SALUTE for row in rows):
        return []
    found: list[Row] = []
    at = index + seat
    while at < min(index + MAX_LINES, len(paragraphs) - 1) and _is_office(paragraphs[at].text):
        row = _row(paragraphs, at, known)
        found.append(row)
        at += row.width
    alone = len(found) == 1 and found[0].width == 1
    if seat and found:
        found[0] = _seated(paragraphs[index], found[0])
    return found if at < len(paragraphs) and not (alone and not _may_open(paragraphs[at].text)) else []


def _is_seat(paragraphs: Sequence[Paragraph], index: int, known: Knowledge) -> bool:
    """Say whether a line is the place where those are who are addressed below it."""
    text = paragraphs[index].text
    if len(text) > MAX_SEAT or text.isascii() or index + 2 >= len(paragraphs) or not text[:1].isupper():
        return False
    below = paragraphs[index + 1]
    near = adjoins(paragraphs[index], below) and _is_office(below.text)
    return near and is_place(text.rstrip(" ,.:"), known.known_place)


MAX_SEAT: Final = 30


def _seated(seat: Paragraph, row: Row) -> Row:
    """Return the row of the first addressee with the line of his place over it."""
    whole, shift = joined(seat, row.paragraph), row.paragraph.start - seat.start
    name = row.line.name if row.line and row.line.name else (0, 0)
    place = (0, len(seat.text.rstrip(" ,.:")))
    line = Line(Part.SALUTE, whole, (name[0] + shift, name[1] + shift), place)
    return Row("opener", whole, line=line, width=row.width + 1)


def _row(paragraphs: Sequence[Paragraph], at: int, known: Knowledge) -> Row:
    """Return the row of one addressee, with the lines on which his office goes on or his name stands."""
    whole, width = paragraphs[at], 1
    name: tuple[int, int] | None = None
    while width <= MAX_GONE_ON and at + width < len(paragraphs) - 1:
        below = paragraphs[at + width]
        held = _holder(below.text, known) if below.blank_before == 0 else None
        if not adjoins(whole, below):
            break
        if held is None and not _goes_on(whole.text, below) and not _WHEREVER.fullmatch(below.text):
            break
        if held is not None:
            name = (below.start - whole.start + held[0], below.start - whole.start + held[1])
        whole, width = joined(whole, below), width + 1
        if held is not None:
            break
    both = russian.addressee(whole.text, known.known_party, known.known_place) if width == 1 else None
    name = name or (both[1] if both else (0, len(whole.text.rstrip(" ,.:"))))
    return Row("opener", whole, line=Line(Part.SALUTE, whole, name), width=width)


_WHEREVER: Final = regex(r"(?:[Пп]о|[Вв])\s(?:месту|месте)\s(?:его\s)?нахождени[яюи][.,:]?")
"""«По месту нахождения»: the addressee is to be found first."""


def _is_office(text: str) -> bool:
    """Say whether a line is an office in the dative and what says which, and no sentence."""
    if not 6 < len(text) <= MAX_LINE or text.isascii() or text[-1:] in "!?;…" or not text[:1].isupper():
        return False
    if (
        text.lower().startswith(_RANKS)
        or len(text.split()) > MAX_WORDS
        or _OFFICE.fullmatch(text) is None
        or _SAYS.search(text)
    ):
        return False
    return not find_dates(text)


_RANKS: Final = ("товарищ", "тов.", "т.", "тт.")
"""Before a name and no office: such a line is read as any address is."""
_OFFICE: Final = regex(
    rf"(?:(?:всем|[ву]сім)\s)?{russian.DATIVE}(?<=[уюиУЮИмМ])(?!\w)(?:,?\s[^\n!?;:]{{1,100}})?[.,:]?", re.IGNORECASE
)
_SAYS: Final = regex(
    r"[а-яё]{3,}(?:ите|йте|ете|шу|аем|яем|ем)(?![а-яё])|\s(?:не|что|чтобы|это|я|мы|вы)\s|"
    r"(?<=[а-яё]{4})\.\s+[А-ЯЁ][а-яё]{3}",
    re.IGNORECASE,
)
"""What shows that a line speaks, «Начальнику сообщите, что …»."""


def _holder(text: str, known: Knowledge) -> tuple[int, int] | None:
    """Return the name where a line is whoever holds the office over it, «генералу Ветрову», «П. А. ВЕТРОВУ»."""
    match = _NAMED.fullmatch(text)
    if match:
        return match.span("name")
    both = russian.addressee(text, known.known_party, known.known_place) if len(text) <= MAX_LINE else None
    return both[1] if both and both[0] is None and "," not in text and not _is_office(text) else None


_NAMED: Final = regex(
    r"(?:(?:товарищу|тов\.|т\.|господину|г-ну|генералу|адмиралу|полковнику|маршалу|комбригу|комдиву|комкору|командарму)\s)?"
    r"(?P<name>(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][А-ЯЁа-яё-]+(?:у|ю|ому|ой|У|Ю|ОМУ|ОЙ))[.,:]?",
    re.IGNORECASE,
)


def is_surname_alone(text: str) -> bool:
    """Say whether a line is a name in the dative and nothing else, as a wire opens: «Ветрову.», «Михаилу.»."""
    return len(text) <= MAX_SEAT and not text.isascii() and _SURNAME.fullmatch(text) is not None


_SURNAME: Final = regex(
    r"(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё]*(?:[вн]|[сц]к)(?:(?<=[оеё]в|[иы]н)у|(?<=[сц]к)ому)[.,:]?|"
    r"[А-ЯЁ][а-яё]{2,}(?:[иа]лу|(?<!т)[аое]ну|[оиу]ру|ису|асу)[.:]"
)


def _goes_on(above: str, below: Paragraph) -> bool:
    """Say whether an office goes on in the line below it: both in capitals, or a line in small letters."""
    text = below.text
    if above[-1:] in ".,:" or len(text) > MAX_LINE or text[-1:] in ".!?:;" or any(map(str.isdigit, text)):
        return False
    if _is_office(text) or classify(text) is not None:
        return False
    return (above.isupper() and text.isupper()) or (text[:1].islower() and below.blank_before == 0)


def _may_open(text: str) -> bool:
    """Say whether a line can stand under an office alone: day, service matter, or a sentence."""
    if classify(text) is not None or find_dates(text[:MAX_LINE]):
        return True
    return len(text.split()) >= MIN_TEXT or text[-1:] in ".!?"
