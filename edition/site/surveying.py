"""All pages that a map of the site lists: each in every language of the interface, with the day of its last change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.corpus.model import Corpus
from edition.corpus.ties import kept_at
from edition.site.plan import Site

_ONCE: Final = (
    *("home", "telegram", "year", "person", "org", "place", "archive", "exchange"),
    *("timeline", "network", "about", "downloads"),
)
"""Kinds of which there is one page without a subject: the registers and the pages that are alone of their kind."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A page: its path in each language of the interface, in their order, and the ISO date of its last change."""

    paths: tuple[str, ...]
    changed: str = ""


def survey(site: Site) -> tuple[Mapped, ...]:
    """Return the pages of the site in the order of its menu; a page that lists documents changes when they do."""
    return tuple(_mapped(site, *page) for page in surveyed(site))


def surveyed(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield the same pages as (kind, subject, day of the last change)."""
    corpus = site.corpus
    days = changes(site)
    whole = max((days[document.id] for document in corpus.documents), default="")
    yield from ((kind, "", whole) for kind in _ONCE)
    if site.settings.search:
        yield "search", "", whole
    if corpus.context:
        yield "context", "", max(days[document.id] for document in corpus.context)
    yield from (("telegram", document.id, days[document.id]) for document in corpus.documents)
    yield from (("context", document.id, days[document.id]) for document in corpus.context)
    for (kind, key), uses in corpus.uses.items():
        parts = (uses.sent, uses.received, uses.handled, uses.mentioned)
        yield kind.value, key, max([_latest(days, idents) for idents in parts])
    yield from _groups(corpus, days)
    for exchange in corpus.exchanges:
        yield "exchange", exchange.key, _latest(days, exchange.documents)


@lru_cache(maxsize=1)
def changes(site: Site) -> Mapping[str, str]:
    """Return the day of the last change of each document by its id; most of an edition have the same changes."""
    known: dict[int, str] = {}  # by the place in memory of a value that the documents share
    found: dict[str, str] = {}
    for document in (*site.corpus.documents, *site.corpus.context):
        place = id(document.versions)
        if place not in known:
            known[place] = document.version.date
        found[document.id] = known[place]
    return found


def _groups(corpus: Corpus, days: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the years and the archives that have documents, each with the day of the last change among these."""
    found: dict[tuple[str, str], str] = {}
    for document in corpus.documents:
        day = days[document.id]
        for place in (("year", document.date.year), *[("archive", kept[0]) for kept in kept_at(document)]):
            if day >= found.get(place, ""):
                found[place] = day
    yield from ((group, subject, found[group, subject]) for group, subject in sorted(found) if subject)


def _mapped(site: Site, kind: str, subject: str, changed: str) -> Mapped:
    return Mapped(tuple(site.address(kind, subject, lang) for lang in site.settings.languages), changed)


def _latest(days: Mapping[str, str], idents: Iterable[str]) -> str:
    return max([days[ident] for ident in idents if ident in days], default="")
