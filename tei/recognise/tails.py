"""The end of a telegram: closing formula, signature, place and date, postscript, and service matter after them.

Read backwards from the last line. The first line of service matter after the message opens the docket; what stands
between it and the message is the closer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.recognise.chinese_lines import is_broken_signature
from tei.recognise.closers import closer_lines
from tei.recognise.datelines import dateline, is_place
from tei.recognise.distributions import listed_rows
from tei.recognise.enclosure import hands_on
from tei.recognise.enclosures import BY_HAND, enclosed_rows, noted_over_lines, remark_of
from tei.recognise.end_numbers import day_of_number, is_clearance, number_between_dashes, of_clerks
from tei.recognise.foot_lines import addressee_at
from tei.recognise.neighbours import adjoins
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, is_office
from tei.recognise.parts import Knowledge, Line, Part, ServiceLine, joined, only_brackets, shifted
from tei.recognise.russian_closings import number_at
from tei.recognise.service import Service, classify, listed_copy
from tei.recognise.signatures import is_small_office, over_offices
from tei.recognise.signing import signature_name
from tei.regexes import regex
from tei.values import value

_QUOTE_BEGINS: Final = tuple('"“„«')
_QUOTE_ENDS: Final = tuple('"”“»')
MAX_TAIL: Final = 40
MAX_CLOSER: Final = 6
_SIGNATURE_WORD: Final = regex(r"signature|signed|подпись", re.IGNORECASE)
_POSTSCRIPT: Final = regex(r"(?=[PpПпЗз又])(?i:(?:P\.?\s?)?P\.?\s?S\b\.?|Postscript\b|П\.?\s?С\.|З\.?\s?Ы\.|又及)")
_SOFT: Final = frozenset(("instruction", "reference", "subject", "precedence", "marking", "address"))
"""Service matter that may also stand between message and signature: "Telegraph the fulfilment." belongs to the text."""
_REPEATED: Final = regex(r"(?:sent|repeated|repeat|passed|pouched)\b[^\n]*\.$", re.IGNORECASE)
_NAME_SUPPLIED: Final = regex(
    r"[\[(](?P<name>(?:[A-ZÀ-Þ]\.\s?){0,2}[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){0,2})[\])][.,]?"
)
"""A signature that an editor supplied, "[Byrnes]", or that a typist set for the hand, "(A. Pell)"."""
_NAME_IN_RUSSIAN: Final = regex(
    r"\[(?P<name>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?<=ов|ев|ин|ын|ко|ук|юк|ий|ич|ян|ец|дт|ер))\][.,]?"
)
_FOR_OFFICE: Final = regex(
    r"(?:for|on behalf of|by (?:order|direction|instruction) of|p\.\s?p\.|за|im auftrag(?:e)?|i\.\s?[av]\.|pour|par "
    r"ordre)"
    r"(?:\s+(?:the\s+|le\s+|la\s+|des?\s+)?[A-ZÀ-ÞА-ЯЁ][^\n.!?;]{2,60})?\s*[:,]?",
    re.IGNORECASE,
)
"""What stands over the signature of somebody who signs for another: "For the Minister:"."""
_CLERK: Final = ("Spravka:", "Справка:", "Spravka ", "СПРАВКА:")
"""What a clerk adds under a telegram: of which it speaks, with whom it was spoken of."""
_ORDERED: Final = regex(r"(?:by|for|по)\s", re.IGNORECASE)
"""“By order of the Director: …”, a signature that is a line of the form."""
_FULFILMENT: Final = regex(r"(?:telegraph|cable|wire)\s+(?:the\s+)?[feri]|(?:об?\s+)?исполнени", re.IGNORECASE)
_HOUR: Final = regex(r"[012]?\d[:.-][0-5]\d")
_TOWN: Final = ("г. ", "гор")
"""How a town stands under the date of a Russian telegram: it may be where it goes, «г. Сочи»."""
_ENDS_SENTENCE: Final = regex(r"[^\W\d_]{3}[.!?…:;,]+$")


@value()
class Tail:
    """Where the tail begins among the paragraphs, and its parts."""

    start: int
    closer: tuple[Line, ...] = ()
    postscript: tuple[Paragraph, ...] = ()
    docket: tuple[ServiceLine, ...] = ()
    instruction: tuple[Paragraph, ...] = ()


@value()
class _Row:
    """A paragraph or two of the tail: lines of a closer, or service matter (None for brackets alone)."""

    start: int
    paragraph: Paragraph
    lines: tuple[Line, ...] = ()
    service: Service | None = None
    listed: bool = False

    @property
    def signs(self) -> bool:
        return any(line.part is Part.SIGNED for line in self.lines)


def read_tail(paragraphs: Sequence[Paragraph], known: Knowledge) -> Tail:
    """Part what stands after the message from it."""
    postscript = _postscript(paragraphs, known)
    if postscript is None:
        return _settled(_rows(paragraphs, known), len(paragraphs))
    first, last = postscript
    while (first - 1) in enclosed_rows(paragraphs[:first]):
        first -= 1
    before = _settled(_rows(paragraphs[:first], known), first)
    if not before.closer or before.docket:
        return _settled(_rows(paragraphs, known), len(paragraphs))
    rows = _rows(paragraphs[last:], known)
    last += rows[0].start if rows else len(paragraphs) - last
    docket = tuple(line for row in rows for line in _as_service(row))
    return replace(before, postscript=tuple(paragraphs[first:last]), docket=docket)


def _postscript(paragraphs: Sequence[Paragraph], known: Knowledge) -> tuple[int, int] | None:
    """Return first and last of the paragraphs after a "P.S.", up to service matter."""
    first = next((i for i in range(1, len(paragraphs)) if _POSTSCRIPT.match(paragraphs[i].text)), None)
    if first is None:
        return None
    last = first + 1
    while last < len(paragraphs) and _goes_on(paragraphs, last, known):
        last += 1
    return first, last


def _goes_on(paragraphs: Sequence[Paragraph], index: int, known: Knowledge) -> bool:
    """Say whether a postscript goes on: with text that is no service matter, signature or date, or with another one."""
    text = paragraphs[index].text
    goes_on = not only_brackets(text) and _row_of(paragraphs, index, known, ()) is None
    return goes_on or _POSTSCRIPT.match(text) is not None


def _rows(paragraphs: Sequence[Paragraph], known: Knowledge) -> list[_Row]:
    rows: list[_Row] = []
    end = len(paragraphs)
    listed, enclosed = listed_rows(paragraphs), enclosed_rows(paragraphs)
    while end > 0 and len(rows) < MAX_TAIL:
        copy = listed.get(end - 1)
        if noted := noted_over_lines(paragraphs[:end]):
            row: _Row | None = _Row(*noted, service=Service("annotation"))
        elif copy:
            row = _Row(end - 1, paragraphs[end - 1], service=copy, listed=True)
        elif end - 1 in enclosed:
            row = _Row(end - 1, paragraphs[end - 1], service=Service("other"))
        else:
            row = _row_of(paragraphs, end - 1, known, rows)
        if row is None or (row.lines and sum(bool(other.lines) for other in rows) >= MAX_CLOSER):
            break
        rows.insert(0, row)
        end = row.start
    return _without_loose_lists(rows)


def _row_of(paragraphs: Sequence[Paragraph], index: int, known: Knowledge, below: Sequence[_Row]) -> _Row | None:
    paragraph = paragraphs[index]
    text = paragraph.text
    if len(text) > 250 or (below and _ends_quotation(paragraphs, index, below)):
        return None
    if text[:8] in _CLERK:
        return _Row(index, paragraph, service=Service("annotation"))
    service = _service_at(paragraphs, index, known, below)
    if service is not None and (service.type != "signature" or _ORDERED.match(text)):
        return _Row(index, paragraph, service=service)
    if foot := addressee_at(paragraphs, index):
        return _Row(foot[0], foot[1], service=Service("address", (("rest", *foot[2]),)))
    amid = (bool(below) and below[0].service is not None) or (index > 0 and is_clearance(paragraphs[index - 1].text))
    if of_clerks(text, over_service=amid):
        return _Row(index, paragraph, service=Service("other"))
    name = (_NAME_SUPPLIED.fullmatch(text) or _NAME_IN_RUSSIAN.fullmatch(text)) if text[:1] in "[(" else None
    if name and (name.re is _NAME_IN_RUSSIAN or known.known_party(name["name"])):
        return _Row(index, paragraph, (Line(Part.SIGNED, paragraph, name.span("name")),))
    if only_brackets(text) and (" follows" in text or BY_HAND.match(text) or not _SIGNATURE_WORD.search(text)):
        return None if below and below[0].lines else _Row(index, paragraph)
    if noted := _remark_or_copy(index, paragraph):
        return noted
    row = _closer_row(paragraphs, index, known, below)
    if row is not None:
        return row
    return (
        _Row(index, paragraph, service=Service("other")) if _between_service(paragraphs, index, known, below) else None
    )


def _service_at(paragraphs: Sequence[Paragraph], index: int, known: Knowledge, below: Sequence[_Row]) -> Service | None:
    """Return what a line is as service matter; «№ 12 Ветров» is a name and the number of his wire."""
    text = paragraphs[index].text
    service = classify(text, year=known.year) or number_between_dashes(text, below[0].service if below else None)
    service = service or (day_of_number(text, paragraphs[index - 1].text) if index else None)
    return None if service is not None and service.type == "dispatch" and number_at(text) else service


def _remark_or_copy(index: int, paragraph: Paragraph) -> _Row | None:
    """Read a remark in brackets, "[Stamp: …]", or a name of the list of copies."""
    if remark := remark_of(paragraph.text):
        return _Row(index, paragraph, service=remark)
    listed = listed_copy(paragraph.text)
    return _Row(index, paragraph, service=listed, listed=True) if listed is not None else None


def _ends_quotation(paragraphs: Sequence[Paragraph], index: int, below: Sequence[_Row]) -> bool:
    """Say whether a line closes a quotation that a paragraph above it opened: it is no closer.

    It stands over the signature, or over service matter in a telegram that hands a message on with its signature.
    """
    text = paragraphs[index].text.rstrip(" .")
    if text[-1:] not in _QUOTE_ENDS or any(sign in text[:-1] for sign in _QUOTE_BEGINS):
        return False
    opened = next((at for at in range(index) if paragraphs[at].text[:1] in _QUOTE_BEGINS), index)
    if opened == index or any(row.signs for row in below):
        return opened < index
    lines = (line for row in below for line in row.lines)
    return opened > 0 and all(line.part is Part.DATELINE for line in lines) and hands_on(paragraphs[opened - 1].text)


def _between_service(paragraphs: Sequence[Paragraph], index: int, known: Knowledge, below: Sequence[_Row]) -> bool:
    """Say whether a short unknown line stands between two lines of service matter."""
    text = paragraphs[index].text
    if not below or below[0].service is None or index == 0 or len(text) > 60 or _ENDS_SENTENCE.search(text):
        return False
    if text.isdecimal():
        return True
    return len(text.split()) <= 8 and classify(paragraphs[index - 1].text, year=known.year) is not None


def _closer_row(paragraphs: Sequence[Paragraph], index: int, known: Knowledge, below: Sequence[_Row]) -> _Row | None:
    paragraph = paragraphs[index]
    above = paragraphs[index - 1] if index else None
    signed = any(row.signs and not any(one.service for one in below[:at]) for at, row in enumerate(below))
    if over := over_offices(paragraphs, index, known, last=not any(row.signs for row in below)):
        return _Row(over[0], over[1], (Line(Part.SIGNED, *over[1:]),))
    if (
        above is not None
        and adjoins(above, paragraph)
        and (row := _two_lines(above, paragraph, known, index - 1, signed=signed))
    ):
        return row
    lines = closer_lines(paragraph, known, signed=signed)
    if not lines and below and below[0].lines[:1] and _HOUR.fullmatch(paragraph.text):
        lines = [Line(Part.DATELINE, paragraph)]
    if signed and not lines and _FOR_OFFICE.fullmatch(paragraph.text):
        lines = [Line(Part.SIGNED, paragraph)]
    if lines and (_is_all_text(paragraphs, index, lines, known) or _runs_on(paragraphs, index, lines, known)):
        return None
    return _Row(index, paragraph, tuple(lines)) if lines else None


def _is_all_text(paragraphs: Sequence[Paragraph], index: int, lines: Sequence[Line], known: Knowledge) -> bool:
    """Say whether what looks like an unknown signature is all the text there is: "Wait." under place and date."""
    text = paragraphs[index].text
    if lines[0].part is not Part.SIGNED or text[-1:] not in ".!?" or len(text.split()) > 2:
        return False
    above = (row.text for row in paragraphs[:index])
    told = any(len(row.split()) > 8 or (len(row.split()) > 2 and row[-1:] in ".!?") for row in above)
    return not told and not known.known_party(text.rstrip(" .!?"))


def _runs_on(paragraphs: Sequence[Paragraph], index: int, lines: Sequence[Line], known: Knowledge) -> bool:
    """Say whether the last word of a text in capitals, or of a date, went to a line of its own: it signs nothing."""
    text = paragraphs[index].text
    if lines[0].part is not Part.SIGNED or text[-1:] != "." or " " in text or index == 0:
        return False
    above = paragraphs[index - 1].text
    if above[-1:] in ".!?…":
        return False
    if text.lower() in _MONTHS:
        return above.rstrip("thsndr")[-1:].isdigit()
    full = text.isupper() and above.isupper() and len(above) >= MIN_FULL and not known.known_party(text.rstrip("."))
    return full and len(above) + len(text) >= max(len(row.text) for row in paragraphs[:index] if row.text.isupper())


_MONTHS: Final = frozenset(
    f"{month}." for month in ("january", "february", "march", "april", "may", "june", "july", "august", "september",
                              "october", "november", "december")
)  # fmt: skip
MIN_FULL: Final = 50
MAX_INDENT: Final = 90


def _two_lines(above: Paragraph, below: Paragraph, known: Knowledge, index: int, *, signed: bool) -> _Row | None:
    """Read place and date, or name and office in either order, from two lines that belong together.

    Lines between which something of the page was taken out do not.
    """
    if below.start - above.end > MAX_INDENT:
        return None
    shift = below.start - above.start
    whole = joined(above, below)
    found = dateline(below.text, known.year, known.known_place)
    if found and found[0] is None and _HOUR.fullmatch(above.text):
        return _Row(index, whole, (Line(Part.DATELINE, whole, shifted(found[1], shift)),))
    if below.text[:3] in _TOWN and (dated := dateline(above.text, known.year, known.known_place)):
        return _Row(index, whole, (Line(Part.DATELINE, whole, dated[1]),))
    place = above.text.rstrip(" ,.:")
    if found and found[0] is None and is_place(place, known.known_place) and len(place.split()) <= 4:
        return _Row(index, whole, (Line(Part.DATELINE, whole, shifted(found[1], shift), (0, len(place))),))
    if (
        (is_office(below.text) or is_small_office(below.text))
        and len(above.text) <= 60
        and classify(above.text) is None
    ):
        name = signature_name(above.text, known.known_party, last=not signed)
        if name and not is_closing(above.text):
            return _Row(index, whole, (Line(Part.SIGNED, whole, name),))
    if not above.text.isascii() and is_broken_signature(above.text.strip(), below.text.strip()):
        return _Row(index, whole, (Line(Part.SIGNED, whole, (0, len(whole.text))),))
    if is_office(above.text) and not above.text.endswith(".") and len(above.text.split()) <= 12:
        name = signature_name(below.text, known.known_party, last=not signed)
        if name and not is_office(below.text):
            return _Row(index, whole, (Line(Part.SIGNED, whole, shifted(name, shift)),))
    return None


def _without_loose_lists(rows: list[_Row]) -> list[_Row]:
    """Keep "1 – Vetrov" only under "Distribution:"; elsewhere it is a point of the message and ends the tail."""
    for index in reversed(range(len(rows))):
        if not rows[index].listed:
            continue
        head = next((row for row in reversed(rows[:index]) if not (row.listed or _is_between(row))), None)
        listing = head is not None and head.paragraph.text.rstrip().endswith(":")
        kinds = ("copies", "distribution", "sent") if listing else ("copies", "distribution")
        if head is None or head.service is None or head.service.type not in kinds:
            return rows[index + 1 :]
    return rows


def _is_between(row: _Row) -> bool:
    dated = bool(row.lines) and all(line.part is Part.DATELINE for line in row.lines)
    return dated or (row.service is not None and row.service.type == "printed")


def _settled(rows: Sequence[_Row], end: int) -> Tail:
    """Part the rows into instruction, closer and docket."""
    whole = rows
    rows = _without_head(rows) if rows and rows[0].start == 0 else _without_text(rows)
    ordered = _instruction(whole[: len(whole) - len(rows)]) if rows and rows[0].lines else ()
    start = (ordered or rows)[0].start if ordered or rows else end
    first = next((i for i, row in enumerate(rows) if not row.lines), len(rows))
    closer = tuple(line for row in rows[:first] for line in row.lines)
    docket = tuple(line for row in rows[first:] for line in _as_service(row))
    return Tail(start, closer, (), docket, tuple(row.paragraph for row in ordered))


def _instruction(dropped: Sequence[_Row]) -> Sequence[_Row]:
    """Return the rows right over the signature that tell the clerks what to do: "Telegraph the fulfilment."."""
    first = len(dropped)
    while first and _FULFILMENT.match(dropped[first - 1].paragraph.text):
        first -= 1
    return dropped[first:]


def _as_service(row: _Row) -> Sequence[ServiceLine]:
    return [line.as_service for line in row.lines] if row.lines else [ServiceLine(row.paragraph, row.service)]


def _without_text(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Leave to the message what stands before its signature though it looks like service matter."""
    signature = next((i for i, row in enumerate(rows) if row.signs), 0)
    drop = 0
    while drop < signature and rows[drop].service is not None and _is_said(rows[drop]):
        drop += 1
    return rows[drop:]


def _is_said(row: _Row) -> bool:
    """Say whether a line over the signature is the writer's own: "Repeated to Moscow." is, a list of copies is not."""
    own = row.service is not None and row.service.type == "distribution" and row.paragraph.text[:1] not in "[("
    return _is_soft(row.service) or (own and not row.listed and _REPEATED.match(row.paragraph.text) is not None)


def _is_soft(service: Service | None) -> bool:
    return service is not None and service.type in _SOFT


def _without_head(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Leave to the head what is service matter or date before anything else, in a telegram that has no message."""
    signature = next((i for i, row in enumerate(rows) if row.signs), len(rows))
    return rows[signature:]
