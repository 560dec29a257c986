"""All pages that a map of the site lists: each in every language of the interface, with the day of its last change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edition.corpus.model import Corpus
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
    return tuple(_pages(site))


def _pages(site: Site) -> Iterator[Mapped]:
    corpus = site.corpus
    whole = _latest(corpus, (document.id for document in corpus.documents))
    yield from (_mapped(site, kind, "", whole) for kind in _ONCE)
    if site.settings.search:
        yield _mapped(site, "search", "", whole)
    if corpus.context:
        yield _mapped(site, "context", "", max(document.version.date for document in corpus.context))
    yield from (_mapped(site, "telegram", document.id, document.version.date) for document in corpus.documents)
    yield from (_mapped(site, "context", document.id, document.version.date) for document in corpus.context)
    for (kind, key), uses in corpus.uses.items():
        yield _mapped(site, kind.value, key, _latest(corpus, uses.all))
    yield from (_mapped(site, group, subject, changed) for group, subject, changed in _groups(corpus))
    for exchange in corpus.exchanges:
        yield _mapped(site, "exchange", exchange.key, _latest(corpus, exchange.documents))


def _groups(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield the years and the archives that have documents, each with the day of the last change among these."""
    found: dict[tuple[str, str], str] = {}
    for document in corpus.documents:
        groups = [("year", document.date.year), *(("archive", holding.repository) for holding in document.holdings)]
        for place in groups:
            found[place] = max(found.get(place, ""), document.version.date)
    yield from ((group, subject, found[group, subject]) for group, subject in sorted(found) if subject)


def _mapped(site: Site, kind: str, subject: str, changed: str) -> Mapped:
    return Mapped(tuple(site.address(kind, subject, lang) for lang in site.settings.languages), changed)


def _latest(corpus: Corpus, idents: Iterable[str]) -> str:
    return max((corpus.by_id[ident].version.date for ident in idents if ident in corpus.by_id), default="")
