"""The list of all documents in order of time; in parts by year when they are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import LIMIT, Part, all_ids, by_year, cut_by_year
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of, digest_of_lines, in_each_language
from edition.site.rows import Row, rows


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of a year: `year` is empty where none is known; `rows` is empty where another page lists them."""

    year: str
    count: int
    rows: tuple[Row, ...] = ()
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingPage:
    """All documents by year, or those of one year (`year`, part `number` of `of`) with the ways to the others."""

    frame: Frame
    count: int
    groups: tuple[Group, ...]
    year: str = ""
    undated: bool = False
    number: int = 1
    of: int = 1
    before: Link | None = None
    after: Link | None = None


def plan(site: Site) -> Iterator[Planned]:
    """Yield the list, and a part for each year where it is long."""
    found = _parts(site)
    documents = all_ids(site.corpus.documents)
    if found:
        counts = [(part.subject, len(part.documents)) for part in found]
        yield from in_each_language(site, "telegrams", "", digest_of(counts))
    else:
        yield from in_each_language(site, "telegrams", "", digest_of_lines(site, documents))
    for part in found:
        around = [(other.subject, other.of) for other in found]
        yield from in_each_language(site, "telegrams", part.subject, digest_of_lines(site, part.documents, around))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the list, or a part of it."""
    page = _part(site, planned) if planned.subject else _whole(site, planned)
    yield File(planned.path, fill("telegrams.html.j2", page, planned.lang, site.settings.own))


@lru_cache(maxsize=1)
def _parts(site: Site) -> tuple[Part, ...]:
    """Return the parts of the list, none where it stands on one page."""
    documents = all_ids(site.corpus.documents)
    return cut_by_year(site, documents, "~") if len(documents) > LIMIT else ()


def _whole(site: Site, planned: Planned) -> ListingPage:
    years = by_year(site, all_ids(site.corpus.documents))
    parts = _parts(site)
    return ListingPage(
        frame=make_frame(site, planned, "", section="telegrams"),
        count=len(site.corpus.documents),
        groups=tuple(
            Group(
                _shown(year),
                len(idents),
                () if parts else rows(site, planned, idents),
                tuple(_link(site, planned, part) for part in parts if part.year == year),
            )
            for year, idents in years.items()
        ),
    )


def _part(site: Site, planned: Planned) -> ListingPage:
    parts = _parts(site)
    place = next(place for place, part in enumerate(parts) if part.subject == planned.subject)
    part = parts[place]
    return ListingPage(
        frame=make_frame(site, planned, "", section="telegrams"),
        count=len(part.documents),
        groups=(Group(_shown(part.year), len(part.documents), rows(site, planned, part.documents)),),
        year=_shown(part.year),
        undated=not _shown(part.year),
        number=part.number,
        of=part.of,
        before=_link(site, planned, parts[place - 1]) if place else None,
        after=_link(site, planned, parts[place + 1]) if place + 1 < len(parts) else None,
    )


def _link(site: Site, planned: Planned, part: Part) -> Link:
    words = _shown(part.year) + (f" ({part.number}/{part.of})" if part.of > 1 else "")
    return Link(words, relative(planned.path, site.address("telegrams", part.subject, planned.lang)))


def _shown(year: str) -> str:
    return year if year[-1:].isdigit() else ""
