"""Notes under a heading whose markers stand apart, «лорд Минто 2 отдал»: raised figures that a page lost.

A figure by itself says little. It is the marker where the note of its number speaks of the word before it, «2. Минто
(1845–1914) — вице-король», and the other figures of the run stand in order round the ones that are known so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from tei.model import Footnote
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

Extent = tuple[int, int]

_LEAD: Final = regex(r"(?P<n>\d{1,3})[.)]\s+(?=[А-ЯЁA-Z«“\"])")
_MARKER: Final = regex(r"(?<=[а-яё»”\")\]]) (?P<n>\d{1,3})(?=[\s,.;:!?»”)]|$)")
_COUNTED: Final = regex(r"(?:№|стр|с|ст|л|т|д|оп|ф|до|от|в|на|и|по|около|свыше|часов|числа|пункт\w{0,3}|г)\.?$", 2)
_BEHIND: Final = regex(
    r"\s(?:г\.|год|января|февраля|март|апреля|ма[яй]|ию[нл]я|августа|сентября|октября|ноября|декабря|"
    r"час|мин|дней|дня|человек|руб|дивиз|км|верст|тыс|млн|[а-яё]+(?:ов|ев|ий|ых)\b)"
)
_WORD: Final = regex(r"[^\W\d_]{3,}")
MIN_ALIKE: Final = 3
MIN_FIRST: Final = 5
"""So many letters has a common noun that its note repeats as its first word."""
MAX_BEFORE: Final = 40
MAX_TOLD: Final = 60


def spaced_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes under the last heading of notes, with the markers that stand apart; none without a marker."""
    if "омментари" not in text and "римечани" not in text:
        return ()
    at = next((i for i in reversed(range(1, len(paragraphs))) if is_notes_heading(paragraphs[i].text)), 0)
    notes = list(_listed(paragraphs[at + 1 :])) if at else []
    above = paragraphs[:at]
    marks = {note.n: mark for note in notes if (mark := _marker(text, above, note))}
    return (
        tuple(Footnote(n.n, n.lead, n.start, n.end, "", (marks[n.n],) if n.n in marks else ()) for n in notes)
        if marks
        else ()
    )


def _listed(rows: Sequence[Paragraph]) -> Iterator[Footnote]:
    """Yield the rows that count on from 1, each a note."""
    leads = ((row, _LEAD.match(row.text)) for row in rows)
    for count, (row, lead) in enumerate(takewhile(lambda pair: pair[1] is not None, leads), 1):
        if lead is None or lead["n"] != str(count):
            return
        yield Footnote(lead["n"], row.start, row.start + lead.end(), row.end)


def _marker(text: str, rows: Sequence[Paragraph], note: Footnote) -> Extent | None:
    """Return where the figure stands that is the note's marker: behind a word which the note speaks of first."""
    told = {word.lower()[:MIN_ALIKE] for word in _WORD.findall(text[note.start : note.start + MAX_TOLD])}
    head = _WORD.match(text, note.start)
    first = head[0].lower()[: max(MIN_FIRST, len(head[0]) - 2)] if head and len(head[0]) >= MIN_FIRST else ""
    for row in rows:
        for match in _MARKER.finditer(row.text) if f" {note.n}" in row.text else ():
            before = row.text[max(0, match.start() - MAX_BEFORE) : match.start()]
            words = _WORD.findall(before)[-2:]
            if match["n"] != note.n or _COUNTED.search(before) or _BEHIND.match(row.text, match.end()):
                continue
            if any(word[0].isupper() and word.lower()[:MIN_ALIKE] in told for word in words):
                return row.start + match.start() + 1, row.start + match.end()
            if first and words and words[-1].lower().startswith(first):
                return row.start + match.start() + 1, row.start + match.end()
    return None


def marked_apart(text: str, rows: Sequence[Paragraph], note: Footnote) -> Footnote:
    """Return a note in square brackets with its marker where that stands by itself behind a word, "To: VETROV 1".

    The figure ends its line or has a stop behind it, and stands so once only.
    """
    if not note.n.isdigit() or text[note.lead] != "[":
        return note
    places = [
        (row.start + match.start("n"), row.start + match.end())
        for row in rows
        if f" {note.n}" in row.text and row.end - row.start == len(row.text)
        for match in _APART.finditer(row.text)
        if match["n"] == note.n and not _COUNTED.search(f" {match['word']}") and match["word"].lower() not in _COUNTS
    ]
    return replace(note, marks=tuple(places)) if len(places) == 1 else note


_APART: Final = regex(r"(?P<word>[^\W\d_]{2,}|[)\]”\"]) (?P<n>\d{1,2})(?=$|[,;:.](?:\s|$))")
_COUNTS: Final = frozenset(
    ("no", "nr", "item", "point", "para", "page", "vol", "part", "article", "note", "copy", "chapter")
)
