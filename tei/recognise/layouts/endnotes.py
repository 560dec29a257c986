"""Numbered notes at the end of a page that holds more than one telegram: which they are, and where each has its marker.

A note begins with its number in whatever form the page has ("3-", "6–", "[3]", "3)", "³", "*") and goes on to the next.
Numbered points of a telegram look the same; what makes a run of notes is a heading, or markers in the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.model import Footnote
from tei.recognise.features import told_apart
from tei.recognise.layouts.pagenotes import FIRST, ROMAN, Run, find_counted_on, find_runs, with_roman
from tei.recognise.notes import SUPERSCRIPTS, find_markers, note_of
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LEAD: Final = regex(
    r"\[(?P<bracket>\d{1,3}|\*{1,3})\]|[(（](?P<paren>\d{1,3})[)）]|/(?P<slash>\d{1,3})/|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|"
    r"[〔［【{](?P<wide>\d{1,3})[〕］】}]|(?P<circled>[①-⑳])|"
    r"(?P<star>\*{1,3}|†|‡)|(?P<roman>(?-i:[ivxl]{1,6}))(?:[.):]|(?=\s+(?-i:[A-ZÀ-ÞА-ЯЁ“«])))|(?:(?:foot|end)?note\s+)?(?P<plain>\d{1,3})(?:[.):/]|\s?[-–—:.]|(?=\s+\D))",
    re.IGNORECASE,
)
_AFTER_LEAD: Final = regex(r"[\s.:：．–—-]*(?:[\^↑]\s*(?:(?:[a-z]|\d\.\d)\s+){0,8})?")
_ARROWED: Final = regex(r"[\^↑]\s*(?:Jump up to:?\s*)?(?:(?:[a-z]|\d\.\d)\s+){0,8}(?=\S)")
"""How a note of a wiki begins that lost its number: "^ a b Pell 2003, p. 4"."""
_CLOCK: Final = regex(r"\s*(?:hours?|hrs?|[ap]\.\s?m\b|[ap]m\b|ч\b)|[.:]\d", re.IGNORECASE)
_BACK: Final = regex(r"\s*(?:↩\ufe0e?|↑|\^)\s*$")
_STARS: Final = ("*", "**", "***", "†", "‡")
_NOTHING: Final[Mapping[str, tuple[tuple[int, int], ...]]] = {}
MAX_CONTINUED: Final = 5
"""So many paragraphs without a number may follow a note and still belong to it."""
MIN_TEXT: Final = 8
MAX_TRIED: Final = 4
"""So many runs are looked at: to look for markers means to read the whole text before them."""
MIN_MARKED: Final = 0.5
"""Share of a run's notes that must have a marker in the text when no heading names the run."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page in order, the paragraphs they take (heading included), and what is furniture among these.

    `headings` are the headings over notes, and the numbers of leaves under them.
    `taken` are the paragraphs of notes that stand in the midst of the page, below what they belong to.
    """

    notes: tuple[Footnote, ...] = ()
    first: int = -1
    last: int = -1
    headings: tuple[Paragraph, ...] = ()
    taken: frozenset[int] = frozenset()

    def within(self, index: int) -> bool:
        """Say whether the paragraph of that index is part of the notes."""
        return self.first <= index <= self.last or index in self.taken

    def numbered(self, n: str) -> Footnote | None:
        """Return the note of that number."""
        return next((note for note in self.notes if note.n == n), None)


def read_endnotes(
    text: str, paragraphs: Sequence[Paragraph], raised: Mapping[str, tuple[tuple[int, int], ...]] = _NOTHING
) -> Notes:
    """Return the run of notes at the end of a page, or the runs below its parts; none where there is none.

    Of several runs at the end the one under a heading wins, else the longest, else the last. `raised` are the
    superscripts that the file knows.
    """
    leads = {i: lead for i, p in enumerate(paragraphs) if i and (lead := _lead(p)) is not None}
    if "\n^" in text or "\n↑" in text:
        leads.update(_arrowed(paragraphs))
    if not leads:
        return Notes()
    runs = find_runs(text, paragraphs, leads, raised) if _begin_again(leads) else ()
    runs = runs if len(runs) > 1 else find_counted_on(text, paragraphs, leads, raised) or runs
    if len(runs) > 1:
        return _of_runs(runs, paragraphs)
    if any(lead.n == "i" for lead in leads.values()):
        leads = with_roman(text, paragraphs, leads)
    if raised:
        leads = {i: replace(lead, marks=_before(raised.get(lead.n, ()), lead)) for i, lead in leads.items()}
    headings = {i for i in range(1, len(paragraphs)) if is_notes_heading(paragraphs[i].text)}
    for chain in _candidates(leads, headings, len(paragraphs)):
        first = chain[0]
        headed = first - 1 in headings
        notes = _extended(paragraphs, leads, chain)
        if _is_at_end(paragraphs, chain) and _is_run(text, paragraphs[:first], notes, headed=headed):
            start = first - 1 if headed else first
            return Notes(notes, start, _end(paragraphs, chain), (paragraphs[start],) if headed else ())
    runs = runs or find_runs(text, paragraphs, _signed(leads), raised)
    return _of_runs(runs, paragraphs) if runs else Notes()


def _begin_again(leads: Mapping[int, Footnote]) -> bool:
    """Say whether notes can begin anew: a first number or sign comes twice."""
    firsts = [lead.n for lead in leads.values() if lead.n in FIRST]
    return len(firsts) > 1


def _signed(leads: Mapping[int, Footnote]) -> dict[int, Footnote]:
    """Return the notes under signs, which no point of a text begins with."""
    return {index: lead for index, lead in leads.items() if not lead.n.isalnum()}


def _before(spans: Sequence[tuple[int, int]], lead: Footnote) -> tuple[tuple[int, int], ...]:
    return tuple(span for span in spans if span[1] <= lead.lead)


def _of_runs(runs: Sequence[Run], paragraphs: Sequence[Paragraph]) -> Notes:
    notes = told_apart(note for run in runs for note in run.notes)
    taken = frozenset(index for run in runs for index in range(run.first, run.last + 1))
    headings = tuple(paragraphs[run.first] for run in runs if paragraphs[run.first].start < run.notes[0].lead)
    leaves = (paragraphs[run.last] for run in runs if paragraphs[run.last].start >= run.notes[-1].end)
    return Notes(notes, headings=(*headings, *leaves), taken=taken)


def _is_at_end(paragraphs: Sequence[Paragraph], chain: Sequence[int]) -> bool:
    """Say whether no more text follows a run than a list of books: points in the midst of a page are no notes."""
    following = paragraphs[_end(paragraphs, chain) + 1 :]
    return sum(len(row.text.split()) >= MIN_TEXT for row in following) <= len(chain)


def _candidates(leads: Mapping[int, Footnote], headings: Collection[int], count: int) -> list[list[int]]:
    """Return the runs that can be notes, those under a heading first, then the longer and the later before others."""
    taken: set[int] = set()
    chains: list[list[int]] = []
    for first in leads:
        if first not in taken or first - 1 in headings:
            chains.append(_chain(leads, first, count))
            taken.update(chains[-1])
    chains.sort(key=lambda chain: (chain[0] - 1 in headings, len(chain), chain[0]), reverse=True)
    return chains[:MAX_TRIED]


def _lead(paragraph: Paragraph) -> Footnote | None:
    match = _LEAD.match(paragraph.text)
    if match is None or match.lastgroup is None or _CLOCK.match(paragraph.text, match.end()):
        return None
    end = _AFTER_LEAD.match(paragraph.text, match.end())
    start = end.end() if end else match.end()
    if start >= len(paragraph.text) or (match.lastgroup == "plain" and paragraph.text[start].islower()):
        return None
    n = match[match.lastgroup].translate(SUPERSCRIPTS)
    return Footnote(n, paragraph.start, paragraph.start + start, paragraph.end)


def _arrowed(paragraphs: Sequence[Paragraph]) -> dict[int, Footnote]:
    """Return the notes of a wiki that begin with the arrow back to their marker, numbered: they stand in its order."""
    made: dict[int, Footnote] = {}
    count = 0
    for index, row in enumerate(paragraphs):
        match = _ARROWED.match(row.text) if row.text[:1] in "^↑" else None
        count = count + 1 if match else 0
        if match:
            made[index] = Footnote(str(count), row.start, row.start + match.end(), row.end)
    return made


def _follows(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return 1 <= int(after) - int(before) <= 2
    if before in ROMAN and after in ROMAN:
        return ROMAN.index(after) == ROMAN.index(before) + 1
    return before in _STARS and (after in _STARS)


def _chain(leads: Mapping[int, Footnote], first: int, count: int) -> list[int]:
    """Return the indexes of the notes from the first one on: numbers that rise, other paragraphs between them."""
    chain = [first]
    for index in range(first + 1, count):
        if index - chain[-1] > MAX_CONTINUED + 1:
            break
        if index in leads and _follows(leads[chain[-1]].n, leads[index].n):
            chain.append(index)
    return chain


def _extended(
    paragraphs: Sequence[Paragraph], leads: Mapping[int, Footnote], chain: Sequence[int]
) -> tuple[Footnote, ...]:
    """Return the notes of a chain, each to the end of its last paragraph, a link back to the text left out."""
    ends = [index - 1 for index in chain[1:]] + [_end(paragraphs, chain)]
    return tuple(replace(leads[i], end=paragraphs[end].end) for i, end in zip(chain, ends, strict=True))


def _end(paragraphs: Sequence[Paragraph], chain: Sequence[int]) -> int:
    """Return the index of the last paragraph of the last note: a list under it still belongs to it."""
    end = chain[-1]
    while end + 1 < len(paragraphs) and end - chain[-1] < MAX_CONTINUED and _continues(paragraphs[end + 1]):
        end += 1
    return end


def _continues(paragraph: Paragraph) -> bool:
    return paragraph.blank_before <= 1 and paragraph.text[:1] in "-–•·" and _LEAD.match(paragraph.text) is None


def _is_run(text: str, before: Sequence[Paragraph], notes: Sequence[Footnote], *, headed: bool) -> bool:
    numbers = {note.key for note in notes}
    if len(numbers) != len(notes):
        return False
    found = numbers & set(markers(text, before, notes))
    if headed:
        return bool(found) or len(notes) > 1
    return len(found) >= max(1.0, MIN_MARKED * len(numbers))


def markers(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> dict[str, int]:
    """Return, for each note that has a marker, by its key, the offset of the first one in the paragraphs."""
    places: dict[str, int] = {}
    for paragraph in paragraphs:
        for mark in find_markers(text, paragraph.start, paragraph.end, notes):
            places.setdefault(note_of(mark), mark.start)
    return places


def without_marker(text: str, paragraph: Paragraph, notes: Sequence[Footnote]) -> Paragraph:
    """Return a heading without the note marker at its end: "Vetrov’s first telegram3"."""
    found = list(find_markers(text, paragraph.start, paragraph.end, notes)) if notes else []
    rest = text[found[-1].end : paragraph.end] if found else "x"
    if not found or rest.strip(" :.)”\"’'"):
        return paragraph
    return paragraph.at(0, found[-1].start - paragraph.start)


def back_link(text: str) -> int:
    """Return where, in the text of a note, the arrow that leads back to its marker begins; its length without one."""
    match = _BACK.search(text[-8:])
    return len(text) if match is None else len(text) - 8 + match.start() if len(text) > 8 else match.start()
