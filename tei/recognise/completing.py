"""What other places tell of a telegram whose envelope is there: its number, its cover name, when it came."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tei.model import Action, Basis, Certainty, Envelope, Evidence, Mark, Moment
from tei.recognise import answers
from tei.recognise.body import leading_number
from tei.recognise.division import Division
from tei.recognise.docketing import Entry, own_number
from tei.recognise.filed import received_by
from tei.recognise.layouts import Region
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Part
from tei.recognise.russian_closings import number_at
from tei.recognise.service import numeric
from tei.regexes import regex

__all__ = ["despatched", "number_of", "received_as_told", "under_cover", "with_months"]


def with_months(envelopes: tuple[Envelope, ...]) -> tuple[Envelope, ...]:
    """Complete the telegrams answered that are named by their day alone."""
    sent = envelopes[0].action("sent")
    moment = sent.moment if sent else None
    return tuple(
        replace(one, mentions=tuple(answers.completed(mention, moment) for mention in one.mentions))
        for one in envelopes
    )


def under_cover(envelopes: tuple[Envelope, ...], span: tuple[int, int] | None, text: str) -> tuple[Envelope, ...]:
    """Add the cover name that a remark on the telegram gives to the sender's own."""
    sent = envelopes[0].action("sent") if span else None
    if span is None or sent is None or not sent.names or any(name.pseudonym for name in sent.names):
        return envelopes
    evidence = Evidence("notices", *span, Certainty.HIGH, Basis.EXTERNAL)
    name = replace(sent.names[0], text=text[slice(*span)], pseudonym=True, evidence=evidence)
    actions = (replace(sent, names=(*sent.names, name)) if a is sent else a for a in envelopes[0].actions)
    return (replace(envelopes[0], actions=tuple(actions)), *envelopes[1:])


def despatched(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Read the number of what went by mail as that of a despatch: it is no telegram's."""

    def read(mark: Mark) -> Mark:
        telegram = mark.element == "num" and ("type", "telegram") in mark.attributes
        rest = tuple(pair for pair in mark.attributes if pair[0] != "type")
        return replace(mark, attributes=(("type", "dispatch"), *rest)) if telegram else mark

    return tuple(replace(entry, marks=tuple(map(read, entry.marks))) for entry in entries)


def received_as_told(
    envelopes: tuple[Envelope, ...], region: Region, year: int | None, text: str
) -> tuple[Envelope, ...]:
    """Give the time of receipt that a note on the source tells, where the telegram itself has none."""
    outer = envelopes[0]
    sent, received = outer.action("sent"), outer.action("received")
    if (
        not (region.cited or region.sources or region.hung or region.came)
        or not region.formal
        or (received and received.moment)
    ):
        return envelopes
    hung = (Paragraph(note.start, note.end, text[note.start : note.end]) for note in region.hung)
    moment = _came(region, text) or received_by(
        (*region.cited, *region.sources, *hung), sent.moment if sent else None, year
    )
    if moment is None:
        return envelopes
    actions = tuple(replace(a, moment=moment) if a is received else a for a in outer.actions)
    actions = actions if received else (*actions, Action("received", moment=moment))
    return (replace(outer, actions=actions), *envelopes[1:])


def _came(region: Region, text: str) -> Moment | None:
    """Return when a telegram came, as the layout has read it off its heading."""
    if region.came is None:
        return None
    day, span = region.came
    return Moment(text[slice(*span)], day, evidence=Evidence("layouts", *span, basis=Basis.EXTERNAL))


def _signed_number(division: Division) -> str:
    """Return the number behind the name of a signature, "Moravec 212"."""
    signed = division.names(Part.SIGNED, opener=False)
    match = _NAME_NUMBER.fullmatch(signed[-1].paragraph.text) if signed else None
    return match["number"] if match else ""


def _closing_number(division: Division) -> tuple[int, int] | None:
    """Return where the number stands in a line of the closer, «3 марта 1917 г. 1872.», «1872. Ветров.»."""
    for line in division.closer:
        if line.part is not Part.SALUTE and (wired := number_at(line.paragraph.text)):
            return line.paragraph.start + wired[0][0], line.paragraph.start + wired[0][1]
    return None


_NAME_NUMBER: Final = regex(r"[A-ZÀ-Þ][\w’'-]+\s(?P<number>\d{2,4})\.?")


def number_of(
    text: str,
    division: Division,
    preamble: tuple[Entry, ...],
    docket: tuple[Entry, ...],
    titled: str,
    at: tuple[int, int] | None = None,
) -> tuple[str, tuple[Mark, ...]]:
    """Return the telegram's number, from title, service matter or the head of the text, and marks for the last.

    `at` is where the layout found it.
    """
    known = titled or own_number(preamble, docket) or _signed_number(division)
    span = at or ((leading_number(division) or _closing_number(division)) if not known else None)
    if span is None:
        return known, ()
    number = text[slice(*span)]
    value = number[len(number.rstrip("0123456789")) :] or numeric(number) or number
    named = (("n", number),) if number != value else ()
    rows = (*division.message, *(line.paragraph for line in division.closer))
    inside = any(row.start <= span[0] < row.end for row in rows)
    mark = Mark(*span, "num", (("type", "telegram"), ("value", value), *named))
    return (number if at else known or number), (mark,) if inside else ()
