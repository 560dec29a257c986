"""What a layout works on and what it gives: paragraphs in, the regions of the page out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tei.archives import Repositories
from tei.dates import find_dates
from tei.model import Capture
from tei.recognise.furniture import Role, furniture_role
from tei.recognise.paragraphs import Paragraph

_BULLET: Final = re.compile(r"^[•◦▪‣·●*]\s+")
_DATE_FILLER: Final = re.compile(
    r"[\s,.;:()\[\]“”\"'–—-]*(?:date|document date|дата|日期)?[\s,.;:()\[\]–—-]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Page:
    """A capture with its paragraphs, each with the furniture role that it plays, if any."""

    capture: Capture
    paragraphs: tuple[Paragraph, ...]
    roles: tuple[Role | None, ...]
    repositories: Repositories

    def first(self, role: Role) -> int | None:
        """Return the index of the first paragraph in that role."""
        return next((index for index, found in enumerate(self.roles) if found is role), None)

    def last(self, role: Role) -> int | None:
        """Return the index of the last paragraph in that role."""
        return next((index for index in reversed(range(len(self.roles))) if self.roles[index] is role), None)


@dataclass(frozen=True, slots=True)
class Region:
    """What one telegram of a page is made of. `body` is the telegram; the rest says what the page says of it.

    `source_start` is where, in a citation of the page, the site's own name ends and the source begins.
    """

    body: tuple[Paragraph, ...]
    title: Paragraph | None = None
    title_text: tuple[int, int] | None = None
    site_date: Paragraph | None = None
    abstract: tuple[Paragraph, ...] = ()
    sources: tuple[Paragraph, ...] = ()
    source_start: int = 0
    site: str = ""


@dataclass(frozen=True, slots=True)
class Regions:
    """A page in regions: one for each telegram, what is furniture, and what stands round the telegrams as context."""

    layout: str
    telegrams: tuple[Region, ...] = ()
    furniture: tuple[Paragraph, ...] = ()
    context: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How well a layout fits a page, 0 to 1, and why, in words for the report."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A family of pages: its name, a detector, and a reader. A new family is one module and one line in LAYOUTS."""

    name: str
    score: Callable[[Page], Score]
    read: Callable[[Page], Regions] = field(repr=False)


def page_of(
    capture: Capture,
    paragraphs: tuple[Paragraph, ...],
    repositories: Repositories,
    extra: tuple[re.Pattern[str], ...] = (),
) -> Page:
    """Return a page; `repositories` are the archives known, `extra` the edition's own furniture patterns."""
    roles = tuple(furniture_role(_BULLET.sub("", paragraph.text), extra) for paragraph in paragraphs)
    return Page(capture, paragraphs, roles, repositories)


def is_date_line(text: str, *, year: int | None = None) -> bool:
    """Say whether a line is a date and nothing else."""
    if len(text) > 48 or (not any(map(str.isdigit, text)) and len(text) > 20):
        return False
    found = find_dates(text, year=year)
    if not found:
        return False
    rest = text[: found[0].start] + text[found[-1].end :]
    return len(found) == 1 and _DATE_FILLER.fullmatch(rest) is not None


def covers(paragraphs: tuple[Paragraph, ...], text: str) -> str:
    """Return the source text of a run of paragraphs."""
    return text[paragraphs[0].start : paragraphs[-1].end] if paragraphs else ""
