"""The parts of a telegram as values: lines of opener and closer, lines of service matter, the division of the whole."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tei.recognise.known import Known
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import Service
from tei.regexes import regex
from tei.values import value

_ONLY_BRACKETS: Final = regex(r"(?:\[[^\[\]]*(?:\[+[^\[\]]*\]+[^\[\]]*)*\][.,;]?\s*)+")


class Part(StrEnum):
    """What a line of opener or closer is; named after the TEI element that holds it."""

    DATELINE = "dateline"
    SALUTE = "salute"
    SIGNED = "signed"


@value()
class Line:
    """A line of an opener or closer, and where the name or date that it gives stands in it."""

    part: Part
    paragraph: Paragraph
    name: tuple[int, int] | None = None
    place: tuple[int, int] | None = None

    @property
    def as_service(self) -> ServiceLine:
        """The line as service matter, where it stands among such."""
        spans = {"date" if self.part is Part.DATELINE else "name": self.name, "place": self.place}
        type_ = {Part.SALUTE: "address" if self.name else "other", Part.SIGNED: "signature"}.get(self.part, "other")
        return ServiceLine(self.paragraph, Service(type_, tuple((key, *span) for key, span in spans.items() if span)))


@value()
class ServiceLine:
    """A paragraph of service matter; `service` is None for one that consists of editorial brackets alone."""

    paragraph: Paragraph
    service: Service | None


@value()
class Division:
    """A telegram in its parts, each in the order of the source."""

    preamble: tuple[ServiceLine, ...]
    opener: tuple[Line, ...]
    message: tuple[Paragraph, ...]
    closer: tuple[Line, ...]
    docket: tuple[ServiceLine, ...]
    postscript: tuple[Paragraph, ...] = ()
    instruction: tuple[Paragraph, ...] = ()
    """What stands between message and signature and is told to the clerks: "Telegraph the fulfilment."."""

    def names(self, part: Part, *, opener: bool) -> tuple[Line, ...]:
        """Return the lines of one kind in the opener or in the closer."""
        return tuple(line for line in (self.opener if opener else self.closer) if line.part is part)


@value()
class Knowledge:
    """What is known before the text is read: the year, who and what is known by name, the heading in the title.

    The heading that the title quotes is folded as names are, empty where it quotes none.
    """

    year: int | None
    known_party: Known
    known_place: Known
    heading: str = ""


def service_line(row: Paragraph, type_: str, *parts: tuple[str, int, int]) -> ServiceLine:
    """Return a line that a layout has read as service matter itself, with the spans of its parts."""
    return ServiceLine(row, Service(type_, parts))


def only_brackets(text: str) -> bool:
    """Say whether a paragraph consists of editorial brackets and nothing else."""
    return text.startswith("[") and text.endswith(("]", "].", "],")) and _ONLY_BRACKETS.fullmatch(text) is not None


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Return two neighbouring lines as one, a line end between them: place and date, name and office."""
    gap = "\n" * (1 if second.blank_before == 0 else 2)
    width = second.start - first.end
    text = first.text + (gap + " " * (width - len(gap)) if width >= len(gap) else " " * width) + second.text
    return Paragraph(first.start, second.end, text, first.blank_before)


def shifted(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    """Return a span of the second of two joined lines as one of the whole."""
    return (span[0] + by, span[1] + by) if span else None
