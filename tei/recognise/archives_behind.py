"""Archives that a source names behind the shelf mark: "Fond 7, opis 2, delo 4, Karsk State Archive, Oslo".

References are read from the archive's name on; where that stands last, the mark is read once more with the name before
it, by the forms that archive uses. Usage of translated collections, which cite from the file to the town.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.archives import Found, Repositories, find
from tei.archives.repository import Mention
from tei.archives.script import canvas
from tei.regexes import regex

_BETWEEN: Final = regex(r"[\s,.;(]*(?:(?:in|at|from)\s+)?(?:the\s+)?")
_STEP: Final = regex(r"(?:^|[,.;:]\s+)(?=\S)")
_APART: Final = regex(r"(?<=\b[a-z]-)\s(?=\d)")
"""A space that came between label and number: "t- 1312"."""
_FIGURES: Final = regex(r"\d")
MAX_MARK: Final = 140
"""Characters of a shelf mark before the name of its archive."""


def named_behind(text: str, found: Sequence[Found], repositories: Repositories) -> tuple[Found, ...]:
    """Return what was found in a source, each mark without an archive with the one that is named behind it."""
    if found and all(hit.reference.repository is not None for hit in found):
        return tuple(found)
    mentions = [one for one in repositories.mentions(canvas(text).skeleton) if one.start > 0]
    if not mentions:
        return tuple(found)
    if not found:
        hit = _before(text, mentions[0], repositories)
        return (hit,) if hit else ()
    return tuple(_joined(text, hit, mentions, repositories) for hit in found)


def _joined(text: str, hit: Found, mentions: Sequence[Mention], repositories: Repositories) -> Found:
    """Return a mark with the archive whose name follows it, as it was where none does."""
    if hit.reference.repository is not None:
        return hit
    behind = next((one for one in mentions if one.start >= hit.end), None)
    if behind is None or not _BETWEEN.fullmatch(text[hit.end : behind.start]):
        return hit
    again = _read(text, hit.start, hit.end, behind, repositories)
    return again or hit


def _before(text: str, mention: Mention, repositories: Repositories) -> Found | None:
    """Read the words before an archive's name as its shelf mark: the longest piece that is one from end to end."""
    lead = text[max(0, mention.start - MAX_MARK) : mention.start]
    first = mention.start - len(lead)
    end = first + len(lead.rstrip(" ,.;("))
    for step in _STEP.finditer(lead):
        start = first + step.end()
        if start < end and _FIGURES.search(text, start, end):
            hit = _read(text, start, end, mention, repositories)
            if hit is not None:
                return hit
    return None


def _read(text: str, start: int, end: int, mention: Mention, repositories: Repositories) -> Found | None:
    name, mark = text[mention.start : mention.end], _APART.sub("", text[start:end].rstrip(" .,;"))
    found = find(f"{name}, {mark}", repositories=repositories)
    if len(found) != 1 or found[0].reference.repository is None or not found[0].reference.parts:
        return None
    if found[0].start or found[0].end < len(f"{name}, {mark}"):
        return None
    return Found(start, mention.end, replace(found[0].reference, written=text[start : mention.end]))
