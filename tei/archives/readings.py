"""A reference read at one place of a text, and what all steps of one pass through the text share."""

from __future__ import annotations

from dataclasses import dataclass

from tei.archives.reference import ArchivalReference
from tei.archives.repository import Mention, Repositories
from tei.archives.script import Canvas


@dataclass(frozen=True, slots=True)
class Reading:
    """A reference and its place in the plain text, from the archive's name to the last leaf, and its oddities."""

    start: int
    end: int
    reference: ArchivalReference
    slips: tuple[tuple[str, int, int], ...] = ()
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What all steps of one pass share: the text, the archives and where their names stand, how generous to be."""

    page: Canvas
    register: Repositories
    mentions: tuple[Mention, ...]
    whole: bool = False
