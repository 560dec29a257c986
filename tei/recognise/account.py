"""The account of characters: every character of a capture is owned once, and what is owned by none is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.model import Block, Body, Capture, Mark, OwnedSpan, Owner
from tei.recognise.body import leaves
from tei.recognise.layouts import Region
from tei.recognise.marks import place_of
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

UNOWNED = Rule(
    "REC901",
    "unowned-characters",
    Severity.ERROR,
    "Some words of the capture ended nowhere: not in the telegram, its metadata, a note, the context or the furniture. "
    "This is a fault of the converter; the words are named so that nothing is lost unseen.",
)
OWNED_TWICE = Rule(
    "REC902",
    "owned-twice",
    Severity.ERROR,
    "Some words of the capture ended in two places. This is a fault of the converter.",
)
RULES = (UNOWNED, OWNED_TWICE)

_BLANKS: Final = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""All that Unicode calls white space."""
_VISIBLE: Final = regex(r"\S(?:.*\S)?", re.DOTALL)


def owned(region: Region, body: Body) -> Iterator[OwnedSpan]:
    """Yield what the parts of a telegram own: blocks their text, the page's lines on it metadata, notes, markers."""
    for name, paragraphs in (
        ("title", (region.title, region.site_date)),
        ("abstract", region.abstract),
        ("sources", region.sources),
    ):
        yield from (OwnedSpan(p.start, p.end, Owner.METADATA, name) for p in paragraphs if p)
    yield from (OwnedSpan(p.start, p.end, Owner.METADATA, "marks") for p in _outside(region.silent, body))
    for block in (*body.preamble, *body.message, *body.docket):
        yield from _owned_by(block)
    notes = (*body.footnotes, *region.hung)
    yield from (OwnedSpan(note.lead, note.end, Owner.NOTE, "notes") for note in notes)
    yield from (_silent(mark) for mark in body.marks if mark.owner is not Owner.TEXT)


def _outside(silent: Sequence[Paragraph], body: Body) -> Iterator[Paragraph]:
    """Yield what belongs to no part of a telegram; a bullet that became part of a paragraph is text all the same."""
    inside = tuple(leaves((*body.preamble, *body.message, *body.docket))) if silent else ()
    for row in silent:
        if not any(start < row.start and row.end < end for start, end in inside):
            yield row


def _owned_by(block: Block) -> Iterator[OwnedSpan]:
    """Yield what a block owns: leaves their text with the numeral before it, a division its own numeral."""
    if not block.children:
        owner = Owner.METADATA if block.element == "pb" else Owner.TEXT
        yield OwnedSpan(block.outer_start, block.end, owner, "body")
        return
    first = block.children[0]
    if block.outer_start < first.outer_start:
        yield OwnedSpan(block.outer_start, first.outer_start, Owner.TEXT, "body")
    for child in block.children:
        yield from _owned_by(child)


def _silent(mark: Mark) -> OwnedSpan:
    """Return what a marker or page break owns; only a marker without note is still to be seen in the text."""
    return OwnedSpan(mark.start, mark.end, mark.owner, "markers" if mark.element == "ref" else "marks")


def settle(spans: Iterable[OwnedSpan]) -> tuple[OwnedSpan, ...]:
    """Return the spans in order, a narrower one cut out of a wider one of another owner round it.

    A note marker inside the text is the marker's; an archival reference inside a context paragraph is metadata. Of
    owners of the same stretch the last counts.
    """
    settled: list[OwnedSpan] = []
    opened: list[OwnedSpan] = []
    position = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        position = _closed(opened, settled, span.start, position)
        if opened and position < span.start:
            settled.append(OwnedSpan(position, span.start, opened[-1].owner, opened[-1].step))
        position = max(position, span.start)
        opened.append(span)
    _closed(opened, settled, None, position)
    return tuple(settled)


def _closed(opened: list[OwnedSpan], settled: list[OwnedSpan], before: int | None, position: int) -> int:
    """Settle what is left of the spans that end before a place (None: of all); return up to where all is settled."""
    while opened and (before is None or opened[-1].end <= before):
        inner = opened.pop()
        if position < inner.end:
            settled.append(OwnedSpan(position, inner.end, inner.owner, inner.step))
            position = inner.end
    return position


def _visible(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the visible characters from first to last of a stretch, None where it has none, as nearly all."""
    return None if end <= start or text[start:end].isspace() else _VISIBLE.search(text, start, end)


def unowned(capture: Capture, spans: Iterable[OwnedSpan]) -> Iterator[Finding]:
    """Yield a finding for each run of visible characters without owner."""
    position = 0
    for span in (*spans, OwnedSpan(len(capture.text), len(capture.text), Owner.SPACE)):
        gap = _visible(capture.text, position, span.start)
        if gap:
            words = gap.group()[:60]
            yield UNOWNED.at(
                place_of(capture.text, gap.start(), capture.path),
                f"{words!r} was taken by no step; it is kept at the end of the context document",
                "report this page to the makers of this program",
            )
        if span.start < position:
            words = capture.text[span.start : span.start + 60]
            yield OWNED_TWICE.at(
                place_of(capture.text, span.start, capture.path), f"{words!r} is owned twice", "report this page"
            )
        position = max(position, span.end)


def leftovers(capture: Capture, spans: Iterable[OwnedSpan]) -> Iterator[OwnedSpan]:
    """Yield each run of visible characters without owner as a stretch of the context, so that it is not lost too."""
    position = 0
    for span in (*spans, OwnedSpan(len(capture.text), len(capture.text), Owner.SPACE)):
        gap = _visible(capture.text, position, span.start)
        if gap:
            yield OwnedSpan(gap.start(), gap.end(), Owner.CONTEXT, "leftovers")
        position = max(position, span.end)


def tally(capture: Capture, spans: Iterable[OwnedSpan]) -> dict[Owner, int]:
    """Count the characters of a capture by owner; white space is its own. The counts add up to the capture's length."""
    text = capture.text
    blanks = [sign for sign in _BLANKS if sign in text]  # two or three: to count them is quicker than to part words
    owned: dict[Owner, list[str]] = {owner: [] for owner in Owner}
    for span in spans:
        owned[span.owner].append(text[span.start : span.end])
    counts: dict[Owner, int] = {}
    for owner, pieces in owned.items():
        joined = "".join(pieces)
        counts[owner] = len(joined) - sum(map(joined.count, blanks))
    counts[Owner.SPACE] = sum(map(text.count, blanks))
    return counts
