"""The first page: what the edition is, how much it holds, how to cite it, what changed last, ways in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.corpus.model import Kind, Moment
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.metas import site_json_ld
from edition.site.parts import UNDATED, days, years
from edition.site.plan import File, Link, Planned, Settings, Site, relative
from edition.site.planning import digest_of_lines, in_each_language
from edition.site.rows import Party, document_href, side
from edition.site.shelves import archive_of, repositories
from edition.site.timescale import Bin, Scale, bin_of, main_span, months_in_bin, ordinal

_CHANGES: Final = 5
_NAMED: Final = 4
"""The most documents that a change names; of others it says how many they are."""
_CORRESPONDENTS: Final = 8
_ARCHIVES: Final = 8
_WIDTH: Final = 720
_HEIGHT: Final = 64
_FEWEST: Final = 3
"""With fewer months or years there is nothing to draw."""
_WIDEST: Final = 26


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the edition holds. `languages` are (code, documents), the most first."""

    documents: int
    context: int
    persons: int
    organisations: int
    places: int
    archives: int
    exchanges: int
    since: str
    until: str
    languages: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed on a day: documents of the same status and words, the first few with links."""

    date: str
    status: str
    text: str
    count: int
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar of the strip of years: a month, a year or years up to `until`."""

    x: float
    y: float
    width: float
    height: float
    href: str
    date: Moment
    until: str
    count: int


@dataclass(frozen=True, slots=True)
class Busy:
    """A correspondent among the most frequent: documents sent and received."""

    party: Party
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A repository with how many documents it keeps."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page. `strip` is empty where there is too little to draw; `all` are the ways to the rest by kind."""

    frame: Frame
    edition: Settings
    counts: Counts
    strip: tuple[Stretch, ...]
    width: int
    height: int
    busiest: tuple[Busy, ...]
    archives: tuple[Kept, ...]
    more_archives: int
    changes: tuple[Change, ...]
    all: dict[str, str]


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page; its digest is that of the numbers and names on it and of what harvesters are told."""
    names = [site.corpus.entries.get(who) for who, _, _ in _busiest(site)]
    kept = [(archive_of(site, key), count) for key, count in _kept(site)]
    shown = (_counts(site), _binned(site), _busiest(site), names, kept, _changes(site), site_json_ld(site))
    told = [ident for change in _changes(site) for ident in change[3]]
    yield from in_each_language(site, "home", "", digest_of_lines(site, told, *shown))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page."""
    yield File(planned.path, fill("home.html.j2", _page(site, planned), planned.lang, site.settings.own))


@lru_cache(maxsize=1)
def _counts(site: Site) -> Counts:
    corpus = site.corpus
    named = Counter(kind for (kind, key), uses in corpus.uses.items() if uses.all and (kind, key) in corpus.entries)
    known = sorted({year for year in years(site).values() if year != UNDATED})
    languages = Counter(document.lang for document in corpus.documents if document.lang)
    kinds = Counter(document.kind for document in corpus.documents)
    return Counts(
        len(corpus.documents),
        len(corpus.context),
        named[Kind.PERSON],
        named[Kind.ORGANISATION],
        named[Kind.PLACE],
        len(repositories(site)),
        len(corpus.exchanges),
        known[0] if known else "",
        known[-1] if known else "",
        tuple(sorted(languages.items(), key=lambda found: (-found[1], found[0]))),
        tuple(sorted(kinds.items(), key=lambda found: (-found[1], found[0]))),
    )


@lru_cache(maxsize=1)
def _busiest(site: Site) -> tuple[tuple[tuple[Kind, str], int, int], ...]:
    """Return those who sent and received most: (who, sent, received)."""
    found = [
        ((kind, key), len(uses.sent), len(uses.received))
        for (kind, key), uses in site.corpus.uses.items()
        if kind != Kind.PLACE and (uses.sent or uses.received) and (kind, key) in site.corpus.entries
    ]
    return tuple(sorted(found, key=lambda one: (-one[1] - one[2], one[0]))[:_CORRESPONDENTS])


@lru_cache(maxsize=1)
def _kept(site: Site) -> tuple[tuple[str, int], ...]:
    found = [(key, tree.count) for key, tree in repositories(site).items()]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


@lru_cache(maxsize=1)
def _changes(site: Site) -> tuple[tuple[str, str, str, tuple[str, ...], int], ...]:
    """Return the latest changes: (date, status, words, the first documents, how many they are)."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for document in site.corpus.documents:
        for version in document.versions:
            if version.date:
                found.setdefault((version.date, version.status, version.text), []).append(document.id)
    latest = sorted(found, reverse=True)[:_CHANGES]
    return tuple((*change, tuple(found[change][:_NAMED]), len(found[change])) for change in latest)


@lru_cache(maxsize=1)
def _binned(site: Site) -> tuple[tuple[Bin, int], ...]:
    """Return how many documents each month or year has: bars of one width, at most 240."""
    counted = Counter(days(site)[one.id] for one in site.corpus.documents if one.id in days(site))
    dated = [(day, iso, count) for iso, count in counted.items() if (day := ordinal(iso)) is not None]
    if not dated:
        return ()
    first, last = main_span(day for day, _, count in dated for _ in range(count))
    months = months_in_bin(first, last)
    found: Counter[Bin] = Counter()
    for day, iso, count in dated:
        if first <= day <= last:
            found[bin_of(day, months, iso)] += count
    return tuple(sorted(found.items(), key=lambda one: (one[0].first, one[0].iso)))


def _page(site: Site, planned: Planned) -> HomePage:
    settings = site.settings
    description = settings.description or settings.subtitle
    return HomePage(
        frame=make_frame(site, planned, settings.title, description=description, json_ld=(site_json_ld(site),)),
        edition=settings,
        counts=_counts(site),
        strip=_strip(site, planned),
        width=_WIDTH,
        height=_HEIGHT,
        busiest=tuple(Busy(side(site, planned, who), sent, received) for who, sent, received in _busiest(site)),
        archives=tuple(_archive(site, planned, key, count) for key, count in _kept(site)[:_ARCHIVES]),
        more_archives=max(0, len(_kept(site)) - _ARCHIVES),
        changes=tuple(_change(site, planned, *change) for change in _changes(site)),
        all={
            kind: relative(planned.path, site.address(kind, lang=planned.lang))
            for kind in ("telegrams", "year", "person", "org", "place", "archive", "exchange", "about", "downloads")
        },
    )


def _strip(site: Site, planned: Planned) -> tuple[Stretch, ...]:
    bins = _binned(site)
    if len(bins) < _FEWEST:
        return ()
    scale = Scale(bins[0][0].first, bins[-1][0].last + 1, 0, _WIDTH)
    most = max(count for _, count in bins)
    return tuple(_stretch(site, planned, span, count, most, scale) for span, count in bins)


def _stretch(site: Site, planned: Planned, span: Bin, count: int, most: int, scale: Scale) -> Stretch:
    x = scale.x(span.first)
    room = scale.x(span.last + 1) - x
    width = round(min(_WIDEST, max(1.5, room - 1.5)), 1)
    height = round(max(2.0, _HEIGHT * count / most), 1)
    href = relative(planned.path, site.address("year", "" if span.until else span.iso[:4], planned.lang))
    anchor = f"#m{int(span.iso[5:])}" if len(span.iso) > 4 else ""
    y = round(_HEIGHT - height, 1)
    return Stretch(
        round(x + (room - width) / 2, 1), y, width, height, href + anchor, Moment(when=span.iso), span.until, count
    )


def _archive(site: Site, planned: Planned, key: str, count: int) -> Kept:
    return Kept(archive_of(site, key).name, relative(planned.path, site.address("archive", key, planned.lang)), count)


def _change(
    site: Site, planned: Planned, date: str, status: str, text: str, documents: tuple[str, ...], count: int
) -> Change:
    found = [site.corpus.by_id[ident] for ident in documents]
    links = (Link(one.title or one.id, document_href(site, planned, one), one.title_lang) for one in found)
    return Change(date, status, text, count, tuple(links))
