"""TEL250: notes whose numbers skip, repeat or run backwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.names import tei
from tei.validate.rules.facts import Facts

RULE: Final = Rule(
    "TEL250",
    "note-numbering",
    Severity.WARNING,
    "Notes of one text are numbered one after the other. A number that is missing, or comes twice, is mostly a note"
    " that was lost or given twice on the way. A new division or text may begin again.",
    bad='<text><body><p>a<note n="1">x</note> b<note n="3">y</note></p></body></text>',
    good='<text><body><p>a<note n="1">x</note> b<note n="2">y</note></p></body></text>',
)
SAME: Final = frozenset[str]()
_OUTSIDE: Final = tuple(map(tei, ("note", "quote", "floatingText")))


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the notes whose number does not follow the one before in the same text."""
    for text in facts.named("text"):
        if text.get("type") == "context":  # its telegrams have their notes with them
            continue
        before = 0
        for note in text.iter(tei("note")):
            number = note.get("n", "")
            if not number.isascii() or not number.isdigit() or _is_inner(note, text):
                continue
            now = int(number)
            if before and now not in (before + 1, 1, 0):
                yield facts.found(RULE, note, _message(before, now), "look for what was lost, or number anew", "n")
            before = now


def _is_inner(note: etree._Element, text: etree._Element) -> bool:
    for above in note.iterancestors():
        if above is text:
            return False
        if above.tag in _OUTSIDE or above.tag == tei("text"):
            return True
    return True


def _message(before: int, now: int) -> str:
    if now == before:
        return f"note {now} is there twice"
    if now > before:
        missing = ", ".join(map(str, range(before + 1, min(now, before + 6))))
        return f"note {now} follows note {before}: {missing} {'is' if now == before + 2 else 'are'} missing"
    return f"note {now} comes after note {before}"
