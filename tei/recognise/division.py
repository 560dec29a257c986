"""The parts of a telegram: service matter before it, opener, message, closer, service matter after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tei.dates import find_dates
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import Known, dateline, is_closing, salutation_name, signature_name
from tei.recognise.service import Service, classify

_ONLY_BRACKETS: Final = re.compile(r"(?:\[[^\[\]]*(?:\[+[^\[\]]*\]+[^\[\]]*)*\][.,;]?\s*)+")
_SIGNATURE_WORD: Final = re.compile(r"signature|signed|подпись", re.IGNORECASE)
_NAME_DATE: Final = re.compile(r"(?P<name>[^\d\n,.]{2,60}?)[,.]?\s+(?P<date>\d[^\n]*|[A-Z][a-z]+ \d[^\n]*)")
MAX_CLOSER: Final = 5


class Part(StrEnum):
    """What a line of opener or closer is; named after the TEI element that holds it."""

    DATELINE = "dateline"
    SALUTE = "salute"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an opener or closer, and where the name or date that it gives stands in it."""

    part: Part
    paragraph: Paragraph
    name: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A paragraph of service matter; `service` is None for one that consists of editorial brackets alone."""

    paragraph: Paragraph
    service: Service | None


@dataclass(frozen=True, slots=True)
class Division:
    """A telegram in its parts, each in the order of the source."""

    preamble: tuple[ServiceLine, ...]
    opener: tuple[Line, ...]
    message: tuple[Paragraph, ...]
    closer: tuple[Line, ...]
    docket: tuple[ServiceLine, ...]

    def names(self, part: Part, *, opener: bool) -> tuple[Line, ...]:
        """Return the lines of one kind in the opener or in the closer."""
        return tuple(line for line in (self.opener if opener else self.closer) if line.part is part)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known before the text is read: the year, and who and what is known by name."""

    year: int | None
    known_party: Known
    known_place: Known


def divide(paragraphs: Sequence[Paragraph], knowledge: Knowledge) -> Division:
    """Part the paragraphs of a telegram."""
    start, preamble, opener = _head(paragraphs, knowledge)
    end, docket = _docket(paragraphs, start, knowledge)
    first_of_closer, closer = _closer(paragraphs, start, end, knowledge)
    return Division(
        tuple(preamble), tuple(opener), tuple(paragraphs[start:first_of_closer]), tuple(closer), tuple(docket)
    )


def only_brackets(text: str) -> bool:
    """Say whether a paragraph consists of editorial brackets and nothing else."""
    return text.startswith("[") and text.endswith(("]", "].", "],")) and _ONLY_BRACKETS.fullmatch(text) is not None


def _head(paragraphs: Sequence[Paragraph], known: Knowledge) -> tuple[int, list[ServiceLine], list[Line]]:
    preamble: list[ServiceLine] = []
    opener: list[Line] = []
    index = 0
    for index, paragraph in enumerate(paragraphs):
        line = _opener_line(paragraph, known)
        service = classify(paragraph.text, year=known.year)
        if line is not None and (service is None or service.type == "instruction"):
            opener.append(line)
        elif service is not None or (only_brackets(paragraph.text) and not opener):
            if opener:
                preamble += [ServiceLine(earlier.paragraph, Service("address")) for earlier in opener]
                opener = []
            preamble.append(ServiceLine(paragraph, service))
        else:
            return index, preamble, opener
    return len(paragraphs), preamble, opener


def _opener_line(paragraph: Paragraph, known: Knowledge) -> Line | None:
    text = paragraph.text
    name = salutation_name(text, known.known_party)
    if name is not None:
        return Line(Part.SALUTE, paragraph, name)
    found = dateline(text, known.year, known.known_place)
    return Line(Part.DATELINE, paragraph, found[1]) if found else None


def _docket(paragraphs: Sequence[Paragraph], start: int, known: Knowledge) -> tuple[int, list[ServiceLine]]:
    end = len(paragraphs)
    docket: list[ServiceLine] = []
    while end > start:
        text = paragraphs[end - 1].text
        service = classify(text, year=known.year)
        bracketed = only_brackets(text) and not _SIGNATURE_WORD.search(text)
        if service is None and not bracketed:
            break
        end -= 1
        docket.insert(0, ServiceLine(paragraphs[end], service))
    return end, docket


def _closer(paragraphs: Sequence[Paragraph], start: int, end: int, known: Knowledge) -> tuple[int, list[Line]]:
    closer: list[Line] = []
    first = end
    while first > start and end - first < MAX_CLOSER:
        lines = _closer_lines(paragraphs[first - 1], known, signed=any(line.part is Part.SIGNED for line in closer))
        if not lines:
            break
        first -= 1
        closer[:0] = lines
    return first, closer


def _closer_lines(paragraph: Paragraph, known: Knowledge, *, signed: bool) -> list[Line]:
    text = paragraph.text
    found = dateline(text, known.year, known.known_place)
    if found:
        return [Line(Part.DATELINE, paragraph, found[1])]
    if is_closing(text, signed=signed):
        return [Line(Part.SALUTE, paragraph)]
    both = _NAME_DATE.fullmatch(text)
    if both and signature_name(both["name"], known.known_party, last=True) and _is_date(both["date"], known.year):
        split = both.start("date")
        name, date = paragraph.at(0, split), paragraph.at(split, len(text))
        return [
            Line(Part.SIGNED, name, (0, len(name.text.rstrip(" ,.")))),
            Line(Part.DATELINE, date, (0, len(date.text))),
        ]
    name_span = signature_name(text, known.known_party, last=not signed)
    return [Line(Part.SIGNED, paragraph, name_span)] if name_span else []


def _is_date(text: str, year: int | None) -> bool:
    found = find_dates(text, year=year)
    return bool(found) and found[0].start == 0 and not text[found[-1].end :].strip(" .,”\"’'»)г")
