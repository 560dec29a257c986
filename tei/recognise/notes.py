"""Note markers in the text: superscripts lost to plain text and glued to a word, or set in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.findings import Finding, Location, Rule, Severity
from tei.model import Footnote, Mark, Owner
from tei.recognise.paragraphs import Paragraph

MARKER_WITHOUT_NOTE = Rule(
    "REC301",
    "note-marker-without-note",
    Severity.WARNING,
    "The text has a note marker, but the capture has no note of that number: the notes were not copied with the "
    "page. The "
    "marker is kept as a reference, so that the note can be added.",
    bad="the new barometer3",
    good="the new barometer3 … 3 Sent by sledge in March.",
)
RULES = (MARKER_WITHOUT_NOTE,)

_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FIGURES: Final = re.compile(r"(?P<bracket>\[\d{1,3}\])|(?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<figures>\d+)")
_GLUED_BEFORE: Final = re.compile(r"[^\W\d_]{3}$")
_GLUED_AFTER: Final = re.compile(r"(?![\w%°/:.,-]*\d|\w)")
_STOP_BEFORE: Final = re.compile(r"[^\W\d_]{2}[.,;:!?”’\"')]$")
_STOP_AFTER: Final = re.compile(r"\s+[A-ZА-ЯЁ“\"]|\s*$", re.MULTILINE)
_NOTE: Final = re.compile(
    r"(?:\[(?P<bracket>\d{1,3})\]|(?P<plain>\d{1,3})(?:[.)/]|\s?[-–—])?|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))\s*(?=[^\W\d]|[“\"‘'«(\[])"
)
_UNITS: Final = frozenset(["km", "cm", "mm", "dm", "sq", "kg", "hp", "mph", "kmh", "mio", "tons"])
_ABBREVIATION: Final = re.compile(
    r"(?:^|\W)(?:no|nos|vol|vols|op|ch|art|para|pp?|fig|sec|cap|doc|docs|st|ed|eds|col|gen|tel|ref|enc|annex|item|box|"
    r"l|ll|f|d|u\.s|u\.k|оп|ст|гл|стр|рис|см|т|д|л|ф)[.,;:!?”’\"')]$",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+$")


def find_footnotes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes that stand together at the end of a telegram: numbered, and each with its marker in the text.

    A run of numbered paragraphs without markers before it is no run of notes: points are numbered too.
    """
    notes: list[Footnote] = []
    for paragraph in reversed(paragraphs):
        match = _NOTE.match(paragraph.text)
        if match is None:
            break
        start = paragraph.start + match.end()
        notes.insert(0, Footnote(_number(match), paragraph.start, start, paragraph.end))
    while notes:
        before = paragraphs[: len(paragraphs) - len(notes)]
        markers = {n for p in before for n in _numbers(text, p)}
        if len(before) > 1 and all(note.n in markers for note in notes):
            return tuple(notes)
        notes.pop(0)
    return ()


def _number(match: re.Match[str]) -> str:
    return (match["bracket"] or match["plain"] or match["raised"]).translate(_SUPERSCRIPTS)


def _numbers(text: str, paragraph: Paragraph) -> Iterator[str]:
    for mark in find_markers(text, paragraph.start, paragraph.end):
        yield dict(mark.attributes)["n"]


def find_markers(text: str, start: int, end: int, footnotes: Sequence[Footnote] = ()) -> Iterator[Mark]:
    """Yield a mark for each note marker of a span: a note where its text is known, else a reference to none.

    The marker's characters belong to the note, not to the text.
    """
    known = {note.n for note in footnotes}
    seen: set[str] = set()
    for match in _FIGURES.finditer(text, start, end):
        if not _is_marker(text, match, start):
            continue
        number = match.group().strip("[]").translate(_SUPERSCRIPTS)
        if number in known and number not in seen:
            seen.add(number)
            attributes = (("type", "footnote"), ("n", number), ("place", "foot"), ("xml:id", f"note-{number}"))
            yield Mark(match.start(), match.end(), "note", attributes, match.start(), match.start(), Owner.NOTE)
        else:
            yield Mark(match.start(), match.end(), "ref", (("type", "note"), ("n", number)), owner=Owner.NOTE)


def _is_marker(text: str, match: re.Match[str], start: int) -> bool:
    """Say whether figures are a marker: glued to a word, set after its stop, raised, or in brackets after a word."""
    before = text[max(start, match.start() - 24) : match.start()]
    if match.lastgroup == "superscript":
        return True
    if match.lastgroup == "bracket":
        return before[-1:].strip() != "" and not text[match.end() : match.end() + 1].isalnum()
    if match.group().startswith("0") or len(match.group()) > 3:
        return False
    if _GLUED_BEFORE.search(before):
        return _GLUED_AFTER.match(text, match.end()) is not None and not _is_unit_or_code(before)
    return (
        len(match.group()) < 3
        and _STOP_BEFORE.search(before) is not None
        and _STOP_AFTER.match(text, match.end()) is not None
        and not _ABBREVIATION.search(before)
    )


def _is_unit_or_code(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    return word is None or word.group().isupper() or word.group().lower() in _UNITS


def dangling(text: str, marks: tuple[Mark, ...], path: str) -> tuple[Finding, ...]:
    """Return a finding for each marker, since the capture has no notes to them."""
    findings = []
    for mark in marks:
        number = dict(mark.attributes)["n"]
        line = text.count("\n", 0, mark.start) + 1
        place = Location(path, line, mark.start - text.rfind("\n", 0, mark.start))
        before = text[max(0, mark.start - 30) : mark.start].split("\n")[-1].split()
        message = f"note marker {number} after {before[-1] if before else 'the text'!r} has no note"
        findings.append(
            MARKER_WITHOUT_NOTE.at(place, message, f"capture the page with its notes, or add note {number} to the TEI")
        )
    return tuple(findings)
