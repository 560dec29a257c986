"""Long lists in parts, so that a page stays light: by year, and years of many documents in numbered runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final

from edition.corpus.model import Document
from edition.site.plan import Site

LIMIT: Final = 400
"""The most documents that one page lists; at some 600 bytes a line a page stays below 300 kB."""

UNDATED: Final = "undated"
"""What stands in an address for the year of documents that no year is known of."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list: `subject` is what its address says, `number` 1 … of `of` where a year has several parts."""

    subject: str
    year: str
    documents: tuple[str, ...]
    number: int = 1
    of: int = 1


@lru_cache(maxsize=1)
def days(site: Site) -> Mapping[str, str]:
    """Return the day, month or year of each document that has one, by its id."""
    return {one.id: day for one in (*site.corpus.documents, *site.corpus.context) if (day := one.date.day)}


@lru_cache(maxsize=1)
def years(site: Site) -> Mapping[str, str]:
    """Return the year of each document by its id, `undated` where none is known."""
    return {one.id: one.date.year or UNDATED for one in (*site.corpus.documents, *site.corpus.context)}


def by_year(site: Site, documents: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return ids of documents by year, in the order they come in; `undated` holds those without one."""
    known = years(site)
    found: dict[str, list[str]] = defaultdict(list)
    for ident in documents:
        if ident in known:
            found[known[ident]].append(ident)
    return {year: tuple(idents) for year, idents in found.items()}


def cut_by_year(site: Site, documents: Iterable[str], prefix: str, limit: int = LIMIT) -> tuple[Part, ...]:
    """Return a list in parts of at most `limit` documents, each of one year, addressed as `prefix1949`, `prefix1949-2`.

    A prefix ends with `~`, which no key and no id has, or with `/`: so no part can be taken for another page.
    """
    return tuple(
        part
        for year, idents in by_year(site, documents).items()
        for part in cut(idents, year, f"{prefix}{year}", limit)
    )


def cut(documents: Sequence[str], year: str, subject: str, limit: int = LIMIT) -> tuple[Part, ...]:
    """Return the documents of a year, or of any other run, in numbered parts of at most `limit`."""
    starts = range(0, len(documents), limit)
    return tuple(
        Part(
            subject if number == 1 else f"{subject}-{number}",
            year,
            tuple(documents[start : start + limit]),
            number,
            len(starts),
        )
        for number, start in enumerate(starts, 1)
    )


@lru_cache(maxsize=1)
def places(site: Site) -> Mapping[str, int]:
    """Return for the id of each document how many come before it in time."""
    everything = sorted((*site.corpus.documents, *site.corpus.context), key=attrgetter("order"))
    return {document.id: place for place, document in enumerate(everything)}


def all_ids(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the ids of documents, in order."""
    return tuple(document.id for document in documents)
