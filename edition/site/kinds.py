"""The kinds of page that a site has: each is a module, and the name of a kind leads to the module that makes it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from edition.site import (
    about,
    aliases,
    archives,
    chronology,
    downloads,
    exchanges,
    feeds,
    home,
    listing,
    network,
    notfound,
    registers,
    searchpage,
    sources,
    telegrams,
    timeline,
)
from edition.site.plan import File, Kind, Planned, Site
from tei.findings import Finding

MODULES: Final[tuple[Kind, ...]] = (
    *(home, telegrams, sources, listing, chronology, registers, archives, exchanges),
    *(timeline, network, about, downloads, searchpage, notfound, feeds, aliases),
)
KINDS: Final[Mapping[str, Kind]] = {
    "home": home,
    "telegram": telegrams,
    "context": sources,
    "telegrams": listing,
    "year": chronology,
    "person": registers,
    "org": registers,
    "place": registers,
    "archive": archives,
    "exchange": exchanges,
    "timeline": timeline,
    "network": network,
    "about": about,
    "downloads": downloads,
    "search": searchpage,
    "404": notfound,
    "download": downloads,
    "bundle": downloads,
    "guide": about,
    "feed": feeds,
    "alias": aliases,
}
"""The module for what `Planned.kind` says. A register's first page has the kind of its entries, and no subject."""


def plan(site: Site) -> Iterator[Planned]:
    """Yield every page of the site."""
    for module in MODULES:
        yield from module.plan(site)


def plan_again(site: Site, changed: Collection[str]) -> Iterator[Planned]:
    """Yield the pages that may be others when of all that is planned by only the files of some documents changed.

    These are given by id. Whatever else is planned by is the same: marks, ties, entries, settings. A page of any other
    kind shows of a document no more than its mark stands for, so that it stays.
    """
    yield from telegrams.plan_again(site, changed)
    yield from sources.plan(site)
    yield from about.plan(site)
    yield from downloads.plan(site)


def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
    """Yield the files of a planned page, and what could not be shown as it should."""
    yield from KINDS[planned.kind].make(site, planned)
