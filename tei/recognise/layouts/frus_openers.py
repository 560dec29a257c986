"""The lines between the heading of a document of the series and its text: place and date, receipt, number, haste.

Place and date come with brackets ("[Washington,] March 5"), with copying spaces ("Oslo , April 18 , 1949") and with
markers of notes in them ("March 55, 1938", "19492—6 p. m."). Such lines are given to the later steps with blanks for
what does not belong to them; their offsets stay those of the capture.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.regexes import regex

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_CAN_DATE: Final = regex(rf"(?:{_MONTH}\s+\d|\d\s+{_MONTH})", re.IGNORECASE)
_DAY: Final = regex(rf"(?<![^\W\d_]){_MONTH}\s+(?P<day>\d{{1,2}}?)(?P<n>\d{{1,3}})(?=\s*[,.—–-]|\s*$)", re.IGNORECASE)
_YEAR: Final = regex(r"(?<!\d)(?:1[789]\d\d|20\d\d)(?P<n>\d{1,3}|[a-z]|\*{1,3}|†)(?=\s*[,.—–-]|\s*$)")
_AFTER_TIME: Final = regex(
    r"(?:[ap]\.?\s?m\.?|noon|midnight|[\])])\s?(?P<n>\[?\d{1,3}\]?|\*{1,3}|†)\s*$", re.IGNORECASE
)
_AFTER_PLACE: Final = regex(rf"(?<=,)(?P<n>\d{{1,3}})(?=\]?\s+(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d))", re.IGNORECASE)
"""The marker of a note glued to the comma behind the place: “Oslo,2 23 August 1944.”."""
_END: Final = regex(r"(?<=[.,\])])(?P<n>\d{1,3})\s*$")
_RECEIVED: Final = regex(r"[\[(]?\s*received\b[^\])\n]{0,70}[\])]?", re.IGNORECASE)
_MARKED_RECEIPT: Final = regex(r"(?P<line>\[\s*received\b[^\]\n]{0,70}\])\s?\[?(?:\d{1,3}|\*{1,3})\]?", re.IGNORECASE)
_EXTRACT: Final = regex(
    r"[\[(]?\s*(?P<cut>extracts?|excerpts?)?(?:paraphrase|translation|substance|telegram|circular telegram|"
    r"telegram[\s—–-]+paraphrase|copy|transmitted copy|by (?:cable|telegraph)(?: telegram)?)?\s*\.?\s*[\])]?\.?\s*",
    re.IGNORECASE,
)
_NUMBER: Final = regex(
    r"(?:(?:[Tt]elegram|[Nn]o\.?)\s+)?(?P<number>(?:(?:(?!\w{0,6}tel\b)[A-Z][a-z]{3,7}|"
    r"[A-Z]{1,5})[\s–-]?)?\d{1,6})\s?\."
    r"\]?(?:\d{1,2})?(?=\s+(?:1\.\s+)?[A-Z“\"(\[]|\s*$)"
)
NUMBER_CLOSED: Final = regex(
    r"(?P<whole>\[?(?:No|Nr)\.?\s+\d{1,5}[A-Za-z]?\.?(?:,\s(?:duplicate|confidential|secret|extract|copy))?\.?\s?\])\s*"
)
"""“No. 212.]”, “[No. 6, duplicate.]”: how old volumes number a despatch, before place and date."""
_TERMS: Final = (
    r"(?:strictly )?(?:top )?secret|(?:strictly )?confidential|restricted|unclassified|(?:limited )?official use only|"
    r"(?:triple |double |us |operational |op )?priority|niact|(?:us |most |very )?urgent|plain|rush|flash|"
    r"(?:operational )?immediate|routine|deferred|eyes only|nodis|exdis|limdis|noforn|no distribution"
)
_TERM: Final = regex(rf"(?:{_TERMS})(?![\w])", re.IGNORECASE)
_MARKED: Final = regex(
    rf"(?:(?:{_TERMS})(?:\s*[;/—–-]\s*|\s{{2,}}|\s(?={_TERMS})|\s*$|\s(?=[A-Z][a-z]+,\s)))+", re.IGNORECASE
)
_OFFICE: Final = regex(
    r"(?:(?:the\s+)?[A-Z][\w.]*\s+){0,4}?(?:legation|embassy|consulate(?:[- ]general)?|department o[fr] state|"
    r"foreign office|mission|"
    r"white house|agency|ministry)(?:\s+of\s+[^\n,.]{3,40}|\s+for\s+[^\n,.]{3,40})?"
    r"(?:[,.]\s+(?P<seat>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)(?=,$))?\s*[,.]?",
    re.IGNORECASE,
)
_KEPT_BACK: Final = regex(r"\[[^\[\]\n]{0,30}not declassified\],\s+")
"""A place that is kept secret."""
_OF_OFFICE: Final = regex(r"(?:in|of|at|to|near)\s+[^\n,\d]{3,40},")
"""What an office is of, on a line of its own: “Legation of the United States” / “in Central America,”."""
_SEAT: Final = regex(
    r"(?:the\s+)?(?:[A-Z][\w.]*\s+){0,4}?(?:legation|embassy|consulate(?:[- ]general)?|department o[fr] state|"
    r"foreign office|agency)(?:\s+(?:of|for)\s+[^\n,.]{3,40})?,\s+(?=[A-Z][^\n,\d]{2,30},\s[^\n]*\b\d{4}\b)",
    re.IGNORECASE,
)
"""The office before place and date in one line: “Department of State, Washington, May 3, 1870.”"""
_SAID: Final = regex(
    r"(?=[^\n]*\b(?:personal|(?:most |top )?secret|private|former naval person|president|prime minister|colonel|"
    r"premier|marshal)\b)[^\n]{0,100}?(?:\b(?:Number|No\.|Nr\.)\s?|#\s?)(?P<number>\d{1,5})(?=[\s.,:;]|$)",
    re.IGNORECASE,
)
"""How heads of government head their messages: “Personal and secret for the President. No. 9.”"""
_IS_YEAR: Final = regex(r"1[6-9]\d\d|20\d\d")
_UNDATED: Final = regex(r"[^.\n]{0,60}\bundated\b[\s.,\]]*", re.IGNORECASE)
_BRACKETS: Final = str.maketrans("[]", "  ")
_SENTENCE: Final = regex(r"[a-z]{4}[.!?]\s+[A-Z]")
_DATE_AND_SIR: Final = regex(r"(?P<date>[A-Z][a-z]+ \d{1,2}, 1[89]\d\d\.)\s+(?=S(?:IR|ir)\s?[:.,])")
"""Date and salutation that a copyist put in one line: “December 28, 1861. SIR: …”."""
MAX_CLOSED: Final = 28
MAX_DATE_LINE: Final = 110
MAX_LINE: Final = 150
MAX_ABOVE: Final = 9


def is_cut(text: str) -> bool | None:
    """Say of a label such as "[Extract]" or "[Paraphrase]" whether it means that only a part is given; None if none."""
    match = _EXTRACT.fullmatch(text) if 0 < len(text) <= 40 and text.strip("[]() .") else None
    return None if match is None else match["cut"] is not None


def marked_receipt(row: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """Part "[Received …]2" from its marker, None where a line is no such."""
    match = _MARKED_RECEIPT.fullmatch(row.text) if len(row.text) <= MAX_LINE else None
    return _parts(row, match.end("line")) if match else None


def opening_lines(row: Paragraph, notes: Collection[str]) -> Iterator[Paragraph]:
    """Yield a line under the heading, parted where "[Received …]" stands behind the date, read without its markers."""
    if len(row.text) > MAX_LINE:
        yield row
        return
    row = replace(row, text=row.text.replace("\n", " "))
    marked = _MARKED.match(row.text)
    if marked and (marked.end() < len(row.text) or classify(row.text) is None):
        yield from (row.at(*term.span()) for term in _TERM.finditer(row.text, 0, marked.end()))
        row = row.at(marked.end(), len(row.text))
        if not row.text:
            return
    received = _RECEIVED.search(row.text)
    if received and received.start() and received.group().startswith(("[", "(")):
        yield from (_plain(part, notes) for part in _parts(row, received.start()))
    elif received and received.start() == 0 and received.end() < len(row.text):
        yield from (_plain(part, notes) for part in _parts(row, received.end()) if part.text)
    else:
        yield _plain(row, notes)


def joined_offices(rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield lines, one that names the office, "American Legation,", together with the place and date under it."""
    return put_together(_numbers_apart(rows), _office, 2)


def _office(held: Paragraph, row: Paragraph) -> Paragraph | None:
    office = _OFFICE.fullmatch(held.text) if len(row.text) <= MAX_LINE else None
    if office and row.text[-1:] == "," and _OF_OFFICE.fullmatch(row.text):
        return replace(held, end=row.end, text=f"{held.text} {row.text}")
    if office is None or _CAN_DATE.search(row.text) is None:
        return None
    kept = held.text[office.start("seat") :] if office["seat"] else ""
    blank = len(held.text) - len(kept) - 1 if kept else row.start - held.start - 1
    text = "(" + " " * blank + kept + " " * (row.start - held.end if kept else 0) + row.text
    return Paragraph(held.start, row.end, text, held.blank_before)


def _numbers_apart(rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield lines, "No. 212.] Legation of the United States," as two."""
    for row in rows:
        closed = NUMBER_CLOSED.match(row.text) if "]" in row.text[:MAX_CLOSED] else None
        if closed and closed.end() < len(row.text):
            yield row.at(0, closed.end("whole"))
            row = row.at(closed.end(), len(row.text))
        greeted = _DATE_AND_SIR.match(row.text) if "S" in row.text[12:28] else None
        if greeted:
            yield row.at(0, greeted.end("date"))
            row = row.at(greeted.end("date"), len(row.text))
        yield row


def _parts(row: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    return row.at(0, at), row.at(at, len(row.text))


def _plain(row: Paragraph, notes: Collection[str]) -> Paragraph:
    """Return a line of place and date with blanks for markers, commas before blanks and brackets round the place."""
    text = row.text
    if "ndated" in text and _UNDATED.fullmatch(text):
        bare = text.rstrip(".")
        return Paragraph(row.start, row.end, bare + "–" * (len(text) - len(bare)), row.blank_before)
    if _RECEIVED.match(text) is None and not _is_date_line(text):
        return row
    seat = _SEAT.match(text) or (_KEPT_BACK.match(text) if text[0] == "[" else None)
    if seat:
        text = "(" + " " * (seat.end() - 1) + text[seat.end() :]
    for start, end in _markers(text, notes):
        text = text[:start] + " " * (end - start) + text[end:]
    received = _RECEIVED.match(text)
    if received is None and "[" in text:
        text = text.translate(_BRACKETS)
    text = re.sub(r"(?<=\d)(?P<gap>\s+),", lambda gap: f"{gap['gap']} ", text)
    text = re.sub(r"(?<=[^\W\d_])(?P<gap>\s+),", lambda gap: f",{gap['gap']}", text)
    return Paragraph(row.start, row.end, _edged(text), row.blank_before)


def _edged(text: str) -> str:
    """Return a line whose ends are no blanks, which later steps would cut off; these signs mean nothing there."""
    first = "(" if text[:1].isspace() else text[:1]
    last = "." if text[-1:].isspace() else text[-1:]
    return f"{first}{text[1:-1]}{last}" if len(text) > 1 else text


def _is_date_line(text: str) -> bool:
    """Say whether a line can be one of place and date: short, no sentence, no number and first words."""
    if len(text) > MAX_DATE_LINE or _CAN_DATE.search(text) is None or _SENTENCE.search(text):
        return False
    return _NUMBER.match(text) is None


def _markers(text: str, notes: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where a line of place and date has a marker: behind place, year or time, or glued to the day."""
    for pattern in (_AFTER_PLACE, _YEAR, _AFTER_TIME, _END):
        match = pattern.search(text)
        if match:
            yield match.span("n")
    for day in _DAY.finditer(text):
        figures = day["day"] + day["n"]
        at = _part_of_day(figures, notes)
        if at:
            yield day.start("day") + at, day.end("n")


def _part_of_day(figures: str, notes: Collection[str]) -> int:
    """Return how many figures of "55", "1412" are the day, 0 where all are: by the notes, else by the calendar."""
    if (
        len(figures) < 2
        or _IS_YEAR.fullmatch(figures)
        or (len(figures) == 2 and int(figures) <= 31)
        or len(figures) > 4
    ):
        return 0
    fitting = [at for at in (2, 1) if at < len(figures) and 1 <= int(figures[:at]) <= 31 and figures[at] != "0"]
    return next((at for at in fitting if figures[at:] in notes), fitting[0] if fitting else 0)


def own_number(rows: tuple[Paragraph, ...]) -> tuple[int, int] | None:
    """Return where the number of the telegram opens its text, "417. Re Deptel 203", "Secto 12.", "1. Your 3."; or None.

    A number that the next paragraph goes on from is that of a point.
    """
    for at, row in enumerate(rows[:MAX_ABOVE]):
        match = _NUMBER.match(row.text) or (_SAID.match(row.text) if len(row.text) <= MAX_LINE else None)
        if match is None and len(row.text) <= MAX_LINE:
            continue
        if match is None or (match["number"].isdigit() and _counts(int(match["number"]), rows, at)):
            return None
        return row.start + match.start("number"), row.start + match.end("number")
    return None


def _counts(number: int, rows: tuple[Paragraph, ...], at: int) -> bool:
    """Say whether a number is one of a series of points: the next comes after it."""
    return any(row.text.startswith((f"{number + 1}.", f"{number + 1})")) for row in rows[at + 1 :])
