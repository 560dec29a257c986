"""Printed sources as citations give them: editors or authors, title, volume, place, publisher, year, pages.

Anchored on the imprint, "(Place: Publisher, year), pages" or "Place, year, pp. pages", and read outwards from it; what
stands before it is parted into people and title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tei.model import Certainty, Evidence, Printed

_YEAR: Final = r"(?P<year>1[5-9]\d\d|20\d\d)(?:[-–/](?:\d{2}|\d{4}))?"
_PAGE: Final = r"\d+[a-z]?(?:\s*[-–—]\s*\d+[a-z]?)?"
_PAGES: Final = rf"(?:,?\s*(?:pp?\.|pages?|с\.|С\.|стр\.|s\.|S\.|第)?\s*(?P<pages>{_PAGE}(?:,\s*{_PAGE})*)(?:页|頁)?)?"
_IMPRINT: Final = re.compile(
    rf"\(\s*(?P<place>[^():;,\d]{{2,50}}?)\s*:\s*(?P<publisher>[^()]{{2,90}}?),\s*{_YEAR}\s*\)(?:{_PAGES})|"
    rf"(?<=[,.])\s*(?P<place2>[^\W\d_][^\W\d_.-]*(?:[ -][^\W\d_]+)?)\s*(?::\s*(?P<publisher2>[^,()]{{2,90}}?))?,\s*"
    rf"{_YEAR.replace('<year>', '<year2>')}{_PAGES.replace('<pages>', '<pages2>')}"
)
_CUE: Final = re.compile(
    r"(?P<reprint>\b(?:re-?printed|republished|also (?:published|printed)|published|printed|cited|"
    r"reproduced)\s+in\s*:?\s*)|"
    r"(?P<translation>\btranslation\s+(?:from|in|published in|taken from)\s*:?\s*|\btranslated\s+in\s*:?\s*|"
    r"\btranslation:\s*)|"
    r"(?P<printed>\b(?:source|from)\s*:\s*)",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r";\s*|(?<=[\w)\]]{2})\.\s+(?=[A-ZА-ЯЁ])")
_EDITED: Final = re.compile(
    r",?\s*\(?\s*\b(?:eds?|editors?|comp|comps|ред|сост|hrsg|主编|编)\b\.?\s*\)?\s*,?", re.IGNORECASE
)
_VOLUME: Final = re.compile(
    r",?\s*(?:vol(?:ume)?s?|t(?:om(?:e)?)?|т(?:ом)?|bd|band|第)\.?\s*(?P<volume>\d+|[IVXLC]+|[一二三四五六七八九十]+)(?:卷|册)?(?!\w)",
    re.IGNORECASE,
)
_BOOK: Final = re.compile(
    r",?\s*(?:book|bk|kn(?:iga)?|кн(?:ига)?|part|pt|ch(?:ast)?|ч(?:асть)?)\.?\s*(?P<book>\d+|[IVXLC]+)(?!\w)",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s+(?:and|&|и|und|et)\s+")
_PERSON: Final = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w.’'-]*\s+){1,3}[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w’'-]+|[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w’'-]+(?:,?\s+[A-ZА-ЯЁ]\.)+"
)
_COLON_AUTHOR: Final = re.compile(
    r"(?P<author>(?:[A-ZА-ЯЁ]\.\s*)*[A-ZА-ЯЁ][\w’'-]+(?:\s[A-ZА-ЯЁ][\w’'-]+)?):\s+(?P<title>.+)"
)
_IN_PARENTHESES: Final = re.compile(r"^(?P<title>.*?)\s*\((?P<translated>[^()]+)\)\s*$")
_QUOTES: Final = "“”\"'‘’«» "
_LEAD: Final = re.compile(r"^[\s,.;:(]+")
Type = Literal["printed", "reprint", "translation"]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a citation that holds one imprint: its span, what introduces it, and the imprint's match."""

    start: int
    end: int
    type: Type
    imprint: re.Match[str]


def find_printed(text: str, offset: int = 0, *, archived: bool = False) -> tuple[Printed, ...]:
    """Return the printed sources that a citation names, in order.

    `archived` says that the citation gives the archive as well: what is printed is then a reprint, not the source.
    """
    return tuple(_read(text, piece, offset, archived) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[_Piece]:
    last = 0
    for match in _IMPRINT.finditer(text):
        cue = None
        for cue in _CUE.finditer(text, last, match.start()):  # noqa: B007 - the last cue before the imprint counts
            pass
        start = cue.end() if cue else _start(text, last, match.start())
        if not text[start : match.start()].strip(_QUOTES + ",.(;"):
            continue
        kind: Type = cue.lastgroup if cue and cue.lastgroup else "printed"  # type: ignore[assignment] # named groups
        yield _Piece(start, match.end(), kind, match)
        last = match.end()


def _start(text: str, last: int, imprint: int) -> int:
    """Without an introducing word, a citation begins after the last stop that ends a sentence or another citation."""
    start = last
    for match in _BREAK.finditer(text, last, imprint):
        start = match.end()
    return start


def _group(match: re.Match[str], name: str) -> str:
    found = match.group(name) or match.group(f"{name}2")
    return str(found).strip() if found else ""


def _read(text: str, piece: _Piece, offset: int, archived: bool) -> Printed:
    head = text[piece.start : piece.imprint.start()]
    lead = _LEAD.match(head)
    start = piece.start + (lead.end() if lead else 0)
    head = text[start : piece.imprint.start()].strip(" ,(")
    people, rest, edited = _people(head)
    volume, book, title, volume_title = _title(rest)
    inside = _IN_PARENTHESES.match(title)
    type_: Type = "reprint" if archived and piece.type == "printed" else piece.type
    return Printed(
        type=type_,
        text=text[start : piece.end].strip(),
        authors=() if edited else people,
        editors=people if edited else (),
        title=(inside["title"] if inside else title).strip(_QUOTES),
        title_translated=inside["translated"].strip(_QUOTES) if inside else "",
        volume=volume,
        book=book,
        volume_title=volume_title,
        place=_group(piece.imprint, "place"),
        publisher=_group(piece.imprint, "publisher"),
        year=_group(piece.imprint, "year"),
        pages=page_ranges(_group(piece.imprint, "pages")),
        evidence=Evidence(
            "printed", offset + start, offset + piece.end, Certainty.HIGH if people else Certainty.MEDIUM
        ),
    )


def _people(head: str) -> tuple[tuple[str, ...], str, bool]:
    """Part the people from the title: an "eds." ends them, else an "and", else the first name alone."""
    edited = _EDITED.search(head)
    if edited and edited.start() and "(" not in head[: edited.start()]:
        return _names(head[: edited.start()]), head[edited.end() :].strip(" ,"), True
    colon = _COLON_AUTHOR.fullmatch(head)
    if colon:
        return (colon["author"],), colon["title"], False
    chunks = head.split(", ")
    last = next((i for i, chunk in enumerate(chunks[:6]) if _AND.search(chunk) and _all_people(chunk)), None)
    if last is not None and all(map(_PERSON.fullmatch, chunks[:last])) and len(chunks) > last + 1:
        return _names(", ".join(chunks[: last + 1])), ", ".join(chunks[last + 1 :]), last > 0 or len(chunks) > 2
    if len(chunks) > 1 and _PERSON.fullmatch(chunks[0]) and not _VOLUME.match(chunks[1]):
        return (chunks[0],), ", ".join(chunks[1:]), False
    return (), head, False


def _all_people(chunk: str) -> bool:
    return all(_PERSON.fullmatch(name.strip()) for name in _AND.split(chunk))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for part in text.split(", ") for name in _AND.split(part) if name.strip(" ,"))


def _title(rest: str) -> tuple[str, str, str, str]:
    """Return volume, book, title and what stands after the volume number (the volume's own title or period)."""
    volume, book = _VOLUME.search(rest), _BOOK.search(rest)
    marks = sorted((match for match in (volume, book) if match), key=lambda match: match.start())
    if not marks:
        return "", "", rest.strip(" ,"), ""
    title = rest[: marks[0].start()].strip(" ,")
    after = rest[marks[-1].end() :].strip(" ,:")
    return volume["volume"] if volume else "", book["book"] if book else "", title, after


def page_ranges(text: str) -> tuple[tuple[str, str], ...]:
    """Return page ranges as pairs; a shortened last page ("295–96") is written out."""
    return tuple(_page_range(part) for part in re.split(r",\s*", text) if part)


def _page_range(part: str) -> tuple[str, str]:
    first, _, last = (piece.strip() for piece in re.sub(r"\s*[-–—]\s*", "-", part).partition("-"))
    last = last or first
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last
