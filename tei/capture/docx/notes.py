"""Footnotes, endnotes and comments of a Word document: their numbers, their ids, who wrote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from tei.capture.docx.names import attribute, child, children, number, value
from tei.capture.flat import Flat, Noted
from tei.capture.numerals import write_number
from tei.model import FeatureKind

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How notes are counted unless the document says otherwise (ISO 29500-1, 17.11.17 and 17.11.18)."""


@dataclass(slots=True, eq=False)
class NoteText:
    """A note or comment that the text refers to: its id, its number as shown, where it is told."""

    id: str
    n: str
    kind: str
    element: etree._Element


@dataclass(slots=True)
class Notes:
    """All notes of a document by kind and id, and those referred to so far, in order."""

    known: Mapping[str, Mapping[str, etree._Element]]
    counting: dict[str, etree._Element | None] = field(default_factory=dict)
    referred: dict[tuple[str, str], NoteText] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _open: dict[str, Noted] = field(default_factory=dict)

    def refer(self, kind: str, id_: str, *, own: bool = False) -> NoteText | None:
        """Return the note that a marker means, numbered if it is the first to mean it; None where it is not there."""
        element = self.known.get(kind, {}).get(id_)
        if element is None:
            self.lost.append(f"{kind} {id_}")
            return None
        found = self.referred.get((kind, id_))
        if found is None:
            group = "comment" if kind == "comment" else "note"
            count = sum(1 for other, _ in self.referred if (other == "comment") == (group == "comment")) + 1
            n = "" if own or kind == "comment" else self._number(kind)
            found = self.referred[kind, id_] = NoteText(f"{group}-{count}", n, kind, element)
        return found

    def _number(self, kind: str) -> str:
        said = self.counting.get(kind)
        self._counts[kind] += 1
        count = self._counts[kind] + number(value(said, "numStart"), 1) - 1
        return write_number(count, value(said, "numFmt") or _FORMS[kind])

    def end_section(self, section: etree._Element | None) -> None:
        """Count anew behind a section where its notes are counted by section."""
        for kind in _FORMS:
            own = child(section, f"{kind}Pr")
            said = own if value(own, "numRestart") else self.counting.get(kind)
            if value(said, "numRestart") == "eachSect":
                self._counts[kind] = 0

    def mark(self, noted: Noted, marker: str) -> None:
        """Give a note the marker that the text has for it instead of a number."""
        noted.attributes = (("n", marker),)
        for note in self.referred.values():
            if note.id == noted.value:
                note.n = marker

    def comment_range(self, flat: Flat, id_: str, *, begins: bool) -> None:
        """Begin or end the words that a comment is about."""
        if not begins:
            noted = self._open.pop(id_, None)
            if noted is not None:
                flat.end(noted, keep=True)
            return
        note = self.refer("comment", id_)
        if note is not None and id_ not in self._open:
            self._open[id_] = flat.begin(FeatureKind.COMMENT, note.id, *by(note.element))

    def comment_point(self, flat: Flat, id_: str) -> None:
        """Note a comment that is about no words in particular."""
        if ("comment", id_) not in self.referred:
            note = self.refer("comment", id_)
            if note is not None:
                flat.point_here(FeatureKind.COMMENT, note.id, *by(note.element))

    def end_ranges(self, flat: Flat) -> None:
        """End what comments were left open."""
        for id_ in tuple(self._open):
            self.comment_range(flat, id_, begins=False)

    def pending(self, kind: str, done: set[str]) -> NoteText | None:
        """Return the next note of a kind that was referred to and is not written yet; notes can refer to notes."""
        return next((note for note in self.referred.values() if note.kind == kind and note.id not in done), None)


def by(element: etree._Element) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return who wrote a comment, and when."""
    return ("author", attribute(element, "author")), ("date", attribute(element, "date"))


def notes_of(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    """Return the notes of a part by id, without the rules that separate them from the text."""
    return {attribute(one, "id"): one for one in children(root, kind) if attribute(one, "type") in ("", "normal")}
