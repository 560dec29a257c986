"""Tracked changes: counted, refused while undecided, accepted, rejected, or kept both ways.

Unresolved changes are two texts in one. Which of them the edition is of, only an editor can say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from lxml import etree

from tei.capture.docx.names import attribute, child, descendants, name_of
from tei.errors import SourceError
from tei.findings import Location, Rule, Severity

TRACKED = Rule(
    "CAP113",
    "tracked-changes",
    Severity.ERROR,
    "The document has tracked changes that nobody has accepted or rejected: it holds two texts in one. Say which is "
    "meant, or keep both as additions and deletions.",
    bad="tei encode letter.docx",
    good="tei encode letter.docx --changes accept",
)
RULES = (TRACKED,)

ADDED: Final = frozenset(("ins", "moveTo", "cellIns"))
REMOVED: Final = frozenset(("del", "moveFrom", "cellDel"))
_KINDS: Final = {
    "ins": "insertion",
    "cellIns": "insertion",
    "del": "deletion",
    "cellDel": "deletion",
    "moveFrom": "move",
    "moveTo": "",
}


class Changes(StrEnum):
    """What becomes of tracked changes; the values of --changes."""

    ACCEPT = "accept"
    REJECT = "reject"
    ENCODE = "encode"

    def shows(self, name: str) -> bool:
        """Say whether what an element of this name marks is part of the text."""
        if self is Changes.ENCODE:
            return True
        return name not in (REMOVED if self is Changes.ACCEPT else ADDED)

    def ends(self, mark: etree._Element | None) -> bool:
        """Say whether a paragraph ends where it does, given the properties of its mark (w:pPr/w:rPr)."""
        return all(self.shows(name_of(one)) for one in (mark if mark is not None else ()))


def refuse_undecided(parts: Iterable[etree._Element], path: str) -> None:
    """Raise SourceError (CAP113) with how many changes there are and by whom, if there are any."""
    counts: Counter[str] = Counter()
    people: dict[str, None] = {}
    for part in parts:
        for change in descendants(part, *_KINDS):
            if attribute(change, "id") or attribute(change, "author"):
                counts[_KINDS[name_of(change)]] += 1
                people.setdefault(attribute(change, "author") or "someone unnamed")
    del counts[""]
    if people:
        counted = ", ".join(f"{number} {kind}{'s' if number > 1 else ''}" for kind, number in counts.items())
        names = list(people)
        by = ", ".join(names[:4]) + (f" and {len(names) - 4} others" if len(names) > 4 else "")
        message = f"unresolved tracked changes: {counted or 'moves'}, by {by}"
        hint = "say what is meant: --changes accept, reject or encode (keep both)"
        raise SourceError(TRACKED.at(Location(path), message, hint, authors=tuple(names), **dict(counts)))


def properties(element: etree._Element | None, name: str, changes: Changes) -> etree._Element | None:
    """Return the properties (rPr, pPr) of an element; where changes are rejected, those of before a change of form."""
    found = child(element, name)
    if changes is Changes.REJECT:
        before = child(found, f"{name}Change", name)
        return before if before is not None else found
    return found
