"""Archives that a source names behind the shelf mark: "Fond 7, opis 2, delo 4, Karsk State Archive, Oslo".

References are read from the archive's name on; where that stands last, the mark is read once more with the name before
it, by the forms that archive uses. Usage of translated collections, which cite from the file to the town.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.archives.reading import read_all
from tei.archives.readings import Reading
from tei.archives.repository import Mention, Repositories
from tei.archives.script import Canvas, canvas
from tei.regexes import regex

_BETWEEN: Final = regex(r"[\s,.;(]*(?:(?:in|at|from)\s+)?(?:the\s+)?")
_STEP: Final = regex(r"(?:^|[,.;:]\s+)(?=\S)")
_APART: Final = regex(r"(?<=\b[a-z]-)\s(?=\d)")
"""A space that came between label and number: "t- 1312"."""
_INNERMOST: Final = regex(
    r"(?:Box|Folder|File|Container)\W[^\n]*, (?!Box|Folder|File|Container|RG|Record|Entry)[A-Z][^,\d]+"
)
"""A mark that goes from the folder out to the collection, "Box 12, Folder 3, Drobot Papers"."""
_FIGURES: Final = regex(r"\d")
MAX_MARK: Final = 140
"""Characters of a shelf mark before the name of its archive."""


def named_behind(page: Canvas, found: Sequence[Reading], register: Repositories) -> list[Reading]:
    """Return what was read in a source, each mark without an archive with the one that is named behind it."""
    if found and all(one.reference.repository is not None for one in found):
        return _with_lead(page, found[0], register) if len(found) == 1 else list(found)
    mentions = [
        one
        for one in register.mentions(page.skeleton)
        if one.start > 0 and not any(other.start <= one.start < other.end for other in found)
    ]
    if mentions and not found:
        return [one for one in (_before(page, mentions[0], register),) if one]
    return [_joined(page, one, mentions, register) for one in found]


def _with_lead(page: Canvas, one: Reading, register: Repositories) -> list[Reading]:
    """Return a mark that was known by its look with what stands before it, where its archive is named behind it.

    "RG 59, 611.93/3-1250, box 2860, National Archives": the file number alone says whose it is.
    """
    if one.reference.cited_as or not one.start:
        return [one]
    key = one.reference.repository.key if one.reference.repository else ""
    for mention in register.mentions(page.skeleton):
        if mention.start >= one.end and any(each.key == key for each in mention.repositories):
            whole = _before(page, mention, register) if _BETWEEN.fullmatch(page.plain, one.end, mention.start) else None
            return [whole if whole and whole.start < one.start else one]
    return [one]


def _joined(page: Canvas, one: Reading, mentions: Sequence[Mention], register: Repositories) -> Reading:
    """Return a mark with the archive whose name follows it, as it was where none does."""
    behind = next((mention for mention in mentions if mention.start >= one.end), None)
    if one.reference.repository is not None or behind is None:
        return one
    if not _BETWEEN.fullmatch(page.plain, one.end, behind.start):
        return one
    return _read(page, one.start, one.end, behind, register) or one


def _before(page: Canvas, mention: Mention, register: Repositories) -> Reading | None:
    """Read the words before an archive's name as its shelf mark: the longest piece that is one from end to end."""
    first = max(0, mention.start - MAX_MARK)
    lead = page.plain[first : mention.start]
    end = first + len(lead.rstrip(" ,.;("))
    for step in _STEP.finditer(lead):
        start = first + step.end()
        if start < end and _FIGURES.search(page.plain, start, end):
            one = _read(page, start, end, mention, register)
            if one is not None:
                return one
    return None


def _read(page: Canvas, start: int, end: int, mention: Mention, register: Repositories) -> Reading | None:
    mark = _APART.sub("", page.written(start, end).rstrip(" .,;"))
    if _INNERMOST.fullmatch(mark):
        mark = ", ".join(reversed(mark.split(", ")))
    whole = f"{page.written(mention.start, mention.end)}, {mark}"
    found = read_all(canvas(whole), register, None, whole=False)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(whole)):
        return None
    reference = found[0].reference
    if reference.repository is None or not reference.parts:
        return None
    opened = "(" in page.plain[end : mention.start]
    last = mention.end + (opened and page.plain.startswith(")", mention.end))
    return Reading(start, last, replace(reference, written=page.written(start, last)), found[0].slips)
