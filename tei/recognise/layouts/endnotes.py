"""Numbered notes at the end of a page that holds more than one telegram: which they are, and where each has its marker.

A note begins with its number in whatever form the page has ("3-", "6–", "[3]", "3)", "³", "*") and goes on to the next.
Numbered points of a telegram look the same; what makes a run of notes is a heading, or markers in the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tei.model import Footnote
from tei.recognise.notes import find_markers
from tei.recognise.paragraphs import Paragraph

_LEAD: Final = re.compile(
    r"\[(?P<bracket>\d{1,3}|\*{1,3})\]|\((?P<paren>\d{1,3})\)|/(?P<slash>\d{1,3})/|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|"
    r"(?P<star>\*{1,3}|†|‡)|(?:(?:foot|end)?note\s+)?(?P<plain>\d{1,3})(?:[.):/]|\s?[-–—:.]|(?=\s+\D))",
    re.IGNORECASE,
)
_AFTER_LEAD: Final = re.compile(r"[\s.:–—-]*")
_CLOCK: Final = re.compile(r"\s*(?:hours?|hrs?|[ap]\.\s?m\b|[ap]m\b|ч\b)|[.:]\d", re.IGNORECASE)
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HEADING: Final = re.compile(
    r"(?:(?:foot|end)?notes?(?: and references)?|references|notes? (?:to|on) the (?:text|article|documents|telegrams)|"
    r"примечани[ея]|сноски|anmerkungen|fu(?:ss|ß)noten|dipnotlar|notlar|注释|註釋)\s*[:.]?",
    re.IGNORECASE,
)
_BACK: Final = re.compile(r"\s*(?:↩\ufe0e?|↑|\^)\s*$")
_STARS: Final = ("*", "**", "***", "†", "‡")
MAX_CONTINUED: Final = 5
"""So many paragraphs without a number may follow a note and still belong to it."""
MIN_TEXT: Final = 8
MAX_TRIED: Final = 4
"""So many runs are looked at: to look for markers means to read the whole text before them."""
MIN_MARKED: Final = 0.5
"""Share of a run's notes that must have a marker in the text when no heading names the run."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page in order, the paragraphs they take (heading included), and the heading."""

    notes: tuple[Footnote, ...] = ()
    first: int = -1
    last: int = -1
    heading: Paragraph | None = None

    def within(self, index: int) -> bool:
        """Say whether the paragraph of that index is part of the notes."""
        return self.first <= index <= self.last

    def numbered(self, n: str) -> Footnote | None:
        """Return the note of that number."""
        return next((note for note in self.notes if note.n == n), None)


def read_endnotes(text: str, paragraphs: Sequence[Paragraph]) -> Notes:
    """Return the run of notes at the end of a page, none where there is none.

    Of several runs the one under a heading wins, else the longest, else the last.
    """
    leads = {i: lead for i, p in enumerate(paragraphs) if i and (lead := _lead(p)) is not None}
    headings = {i for i in range(1, len(paragraphs)) if is_notes_heading(paragraphs[i].text)}
    for chain in _candidates(leads, headings, len(paragraphs)):
        first = chain[0]
        headed = first - 1 in headings
        notes = _extended(paragraphs, leads, chain)
        if _is_at_end(paragraphs, chain) and _is_run(text, paragraphs[:first], notes, headed=headed):
            start = first - 1 if headed else first
            return Notes(notes, start, _end(paragraphs, chain), paragraphs[start] if headed else None)
    return Notes()


def _is_at_end(paragraphs: Sequence[Paragraph], chain: Sequence[int]) -> bool:
    """Say whether no more text follows a run than a list of books: points in the midst of a page are no notes."""
    following = paragraphs[_end(paragraphs, chain) + 1 :]
    return sum(len(row.text.split()) >= MIN_TEXT for row in following) <= len(chain)


def is_notes_heading(text: str) -> bool:
    """Say whether a line is the heading of notes."""
    return len(text) < 60 and _HEADING.fullmatch(text) is not None


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
    n = match[match.lastgroup].translate(_SUPERSCRIPTS)
    return Footnote(n, paragraph.start, paragraph.start + start, paragraph.end)


def _follows(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return 1 <= int(after) - int(before) <= 2
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
    notes = (
        Footnote(leads[i].n, leads[i].lead, leads[i].start, paragraphs[end].end)
        for i, end in zip(chain, ends, strict=True)
    )
    return tuple(notes)


def _end(paragraphs: Sequence[Paragraph], chain: Sequence[int]) -> int:
    """Return the index of the last paragraph of the last note: a list under it still belongs to it."""
    end = chain[-1]
    while end + 1 < len(paragraphs) and end - chain[-1] < MAX_CONTINUED and _continues(paragraphs[end + 1]):
        end += 1
    return end


def _continues(paragraph: Paragraph) -> bool:
    return paragraph.blank_before <= 1 and paragraph.text[:1] in "-–•·" and _LEAD.match(paragraph.text) is None


def _is_run(text: str, before: Sequence[Paragraph], notes: Sequence[Footnote], *, headed: bool) -> bool:
    numbers = {note.n for note in notes}
    if len(numbers) != len(notes):
        return False
    found = numbers & set(markers(text, before, notes))
    if headed:
        return bool(found) or len(notes) > 1
    return len(found) >= max(1.0, MIN_MARKED * len(numbers))


def markers(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> dict[str, int]:
    """Return, for each note that has a marker, the offset of the first one in the paragraphs."""
    places: dict[str, int] = {}
    for n, start in _markers(text, paragraphs, notes):
        places.setdefault(n, start)
    return places


def _markers(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> Iterator[tuple[str, int]]:
    for paragraph in paragraphs:
        for mark in find_markers(text, paragraph.start, paragraph.end, notes):
            yield dict(mark.attributes)["n"], mark.start


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
