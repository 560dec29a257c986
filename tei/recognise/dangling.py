"""Note markers without a note: kept as references, and reported."""

from __future__ import annotations

from tei.findings import Finding, Location, Rule, Severity
from tei.model import Mark

MARKER_WITHOUT_NOTE = Rule(
    "REC301",
    "note-marker-without-note",
    Severity.WARNING,
    "The text has a note marker, but the capture has no note of that number: the notes were not copied with the "
    "page. The marker is kept as a reference, so that the note can be added.",
    bad="the new barometer3",
    good="the new barometer3 … 3 Sent by sledge in March.",
)
RULES = (MARKER_WITHOUT_NOTE,)


def dangling(text: str, marks: tuple[Mark, ...], path: str) -> tuple[Finding, ...]:
    """Return a finding for each marker that points to no note."""
    findings = []
    for mark in marks:
        attributes = dict(mark.attributes)
        if "target" in attributes:
            continue
        number = attributes["n"]
        line = text.count("\n", 0, mark.start) + 1
        place = Location(path, line, mark.start - text.rfind("\n", 0, mark.start))
        before = text[max(0, mark.start - 30) : mark.start].split("\n")[-1].split()
        message = f"note marker {number} after {before[-1] if before else 'the text'!r} has no note"
        hint = f"capture the page with its notes, or add note {number} to the TEI"
        findings.append(MARKER_WITHOUT_NOTE.at(place, message, hint))
    return tuple(findings)
