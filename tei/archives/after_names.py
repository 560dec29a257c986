"""Read what stands behind the name of an archive whose parts stand between commas: American, British, German ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from tei.archives.archive_names import cited
from tei.archives.readings import Reader, Reading
from tei.archives.reference import ArchivalReference
from tei.archives.repository import Mention, Repository
from tei.archives.script import Canvas
from tei.archives.segments import HOLDINGS, Segments, read_segments
from tei.regexes import regex

_NUMBER_NEAR: Final = regex(r"[^\d\n]{0,200}\d")
_GOES_ON: Final = regex(r"[/:][^\W\d_]")
"""A call number that begins with an archive's initials: "IOR/L/PS"."""
_KEPT: Final = regex(r"(?:[\"”』」]?藏(?:[档檔]案)?(?![\u4e00-\u9fff])|[\"”』」]?藏|/)")
"""What a Chinese note has behind the name, 「“国史馆”藏」: that it lies there."""
_LOOSE: Final = frozenset({"number", "volume", "document", "item"})
"""Parts that say nothing where an archive's shelf marks are known by their look: "Cable No. 12" is no reference."""

_ANYBODYS: Final = frozenset({"box", "folder"})
"""Parts that archives of all countries have: they do not tell one from another of its name."""


def read_after_name(reader: Reader, mention: Mention) -> Reading | None:
    """Read segments behind the name of an archive; of archives that share the name, the one whose segments fit."""
    best: tuple[tuple[int, int], Reading] | None = None
    plain = reader.page.plain
    if not (
        reader.whole or _NUMBER_NEAR.match(plain, mention.end) or HOLDINGS.search(plain, mention.end, mention.end + 200)
    ):
        return None
    for repository in mention.repositories:
        if repository.family == "fond":
            continue
        place = _after_names(reader, mention, repository)
        kept = _KEPT.match(plain, place)
        place = kept.end() if kept else place
        behind = plain.find(")", mention.end, place)
        named = behind + 1 if behind > 0 else mention.end
        cited_as = cited(reader.page, mention.start, named)
        found = read_segments(reader.page, place, repository, whole=reader.whole)
        reading = _reading(reader.page, mention.start, found, repository, cited_as)
        if reading and (best is None or _fitting(found, repository) > best[0]):
            best = _fitting(found, repository), reading
    return best[1] if best else None


def segment_reading(reader: Reader, start: int, repository: Repository) -> Reading | None:
    """Read segments that are known by their look, without the archive's name before them."""
    found = read_segments(reader.page, start, repository, whole=reader.whole)
    return _reading(reader.page, start, found, repository, "")


def _fitting(found: Segments, repository: Repository) -> tuple[int, int]:
    """Return how many parts are in the archive's own forms, and how many there are, to tell archives of one name."""
    forms = " ".join(repository.templates)
    own = sum(
        (f"{{{name}}}" in forms or name in repository.parts)
        and name not in _ANYBODYS
        and not (found.is_bare and name == repository.first)
        for name, _ in found.parts
    )
    return own, len(found.parts)


def _after_names(reader: Reader, mention: Mention, repository: Repository) -> int:
    """Step over the archive's place and its abbreviation in parentheses to where the segments begin."""
    place = mention.end
    between = re.compile(rf"(?:,? ?{re.escape(repository.settlement) or '(?!)'}(?!\w))?[,:]? ?[(\[]?$")
    at = bisect_right(reader.mentions, mention.start, key=lambda each: each.start)
    for further in reader.mentions[at : at + 4]:
        if repository in further.repositories:
            if not between.match(reader.page.plain[place : further.start]):
                break
            if _GOES_ON.match(reader.page.plain, further.end):
                break
            place = further.end
            if reader.page.plain[place : place + 1] in (")", "]"):
                place += 1
    return place


def _reading(page: Canvas, start: int, found: Segments, repository: Repository, cited_as: str) -> Reading | None:
    """Return what was read of segments as a reading, None where it says nothing."""
    own = "".join(repository.templates)
    loose = all(name in _LOOSE and f"{{{name}}}" not in own for name, _ in found.parts)
    if not found.parts or (repository.alone and loose):
        return None
    end = found.end
    if page.plain[start:end].count("(") > page.plain[start:end].count(")") and page.plain.startswith(")", end):
        end += 1
    return Reading(start, end, segment_reference(page, repository, found, cited_as, start, end))


def segment_reference(
    page: Canvas, repository: Repository | None, found: Segments, cited_as: str, start: int, end: int
) -> ArchivalReference:
    """Return what was read from segments as a reference."""
    return ArchivalReference(
        repository,
        tuple(found.parts),
        found.leaves,
        found.unit,
        form=found.form,
        classification=found.classification,
        cited_as=cited_as,
        written=page.written(start, end),
    )
