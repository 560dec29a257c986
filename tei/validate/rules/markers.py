"""TEL251: a note marker that leads to no note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, words

RULE: Final = Rule(
    "TEL251",
    "marker-without-note",
    Severity.WARNING,
    "A marker stands in the text and leads to no note: the note was lost when the page was captured, or the pointer"
    " was forgotten.",
    bad='<p>the barometer<ref type="note" n="3">3</ref></p>',
    good='<p>the barometer<ref type="note" n="3" target="#n3">3</ref></p><note xml:id="n3" n="3">Repaired.</note>',
)
SAME: Final = frozenset({"note-marker-dangling", "marker-without-note"})
_TYPES: Final = frozenset({"note", "noteAnchor", "footnote", "endnote", "fn"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the references of a note's kind that have no target."""
    for element in facts.named("ref", "ptr"):
        if element.get("type") in _TYPES and not element.get("target"):
            shown = element.get("n") or words(element)
            yield facts.found(
                RULE, element, f"the marker {shown} has no note", "add the note, and @target to the marker"
            )
