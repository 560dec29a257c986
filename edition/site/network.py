"""Who corresponds with whom, as a drawing and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.site.circle import Drawing, Who, draw
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import LIMIT
from edition.site.plan import File, Planned, Site, relative
from edition.site.planning import digest_of, in_each_language
from edition.site.rows import Party, backs, side, sides

_MOST: Final = 60
"""The most names that a drawing shows."""
_FEWEST: Final = 3
"""With fewer names there is nothing that a drawing would show better than the table."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name of the drawing; `label` is the name as far as there is room for it."""

    party: Party
    label: str
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str
    turn: float
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class Edge:
    """So many documents from one to another: a line of the drawing that leads to their exchange."""

    source: Party
    target: Party
    count: int
    href: str
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Direction:
    """A row of the table: so many documents from one to another."""

    source: Party
    target: Party
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The drawing, seen through `box` (left, top, width, height), and the table.

    `shown` of `count` correspondents are in the drawing; `more` directions are only among the exchanges.
    """

    frame: Frame
    drawn: bool
    box: tuple[float, float, float, float]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directions: tuple[Direction, ...]
    shown: int
    count: int
    more: int
    exchanges: str


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page; its digest is that of what it draws."""
    data = _directions(site)
    keys = dict.fromkeys(who for source, target, _, _ in data for who in (source, target))
    names = [(entry.name, entry.lang) if (entry := site.corpus.entries.get(who)) else "" for who in keys]
    yield from in_each_language(site, "network", "", digest_of(data, names))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page."""
    yield File(planned.path, fill("network.html.j2", _page(site, planned), planned.lang, site.settings.own))


@lru_cache(maxsize=1)
def _directions(site: Site) -> tuple[tuple[Who, Who, int, str], ...]:
    """Return (from, to, how many, key of the exchange), the most first."""
    found: Counter[tuple[Who, Who, str]] = Counter()
    for exchange in site.corpus.exchanges:
        first, second = sides(exchange)
        back = sum(backs(site)[exchange.key])
        found[first, second, exchange.key] = len(exchange.documents) - back
        found[second, first, exchange.key] += back
    found = +found
    ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return tuple((source, target, count, key) for (source, target, key), count in ordered)


@lru_cache(maxsize=1)
def _drawing(site: Site) -> Drawing:
    """Return the drawing of the sixty who sent and received most."""
    total: Counter[Who] = Counter()
    for source, target, count, _ in _directions(site):
        total[source] += count
        total[target] += count
    busiest = {key for key, _ in sorted(total.items(), key=lambda one: (-one[1], one[0]))[:_MOST]}
    weights = {
        (source, target): count
        for source, target, count, _ in _directions(site)
        if source in busiest and target in busiest
    }
    entries = site.corpus.entries
    return draw(weights, {who: entries[who].name if who in entries else who[1] for who in busiest})


def _page(site: Site, planned: Planned) -> NetworkPage:
    data = _directions(site)
    sent, received = _totals(site)
    parties = {who: side(site, planned, who) for who in dict.fromkeys((*sent, *received))}
    hrefs = {(source, target): _exchange(site, planned, key) for source, target, _, key in data}
    drawn = len(parties) >= _FEWEST
    drawing = _drawing(site) if drawn else Drawing((0, 0, 0, 0), (), ())
    return NetworkPage(
        frame=make_frame(site, planned, "", section="network"),
        drawn=drawn,
        box=drawing.box,
        nodes=tuple(
            Node(
                parties[spot.key],
                spot.label,
                *(spot.x, spot.y, spot.radius, spot.label_x, spot.label_y, spot.anchor, spot.turn),
                sent=sent[spot.key],
                received=received[spot.key],
            )
            for spot in drawing.spots
        ),
        edges=tuple(
            Edge(
                parties[one.source], parties[one.target], one.count, hrefs[one.source, one.target], one.path, one.width
            )
            for one in drawing.lines
        ),
        directions=tuple(
            Direction(parties[source], parties[target], count, hrefs[source, target])
            for source, target, count, _ in data[:LIMIT]
        ),
        shown=len(drawing.spots),
        count=len(parties),
        more=max(0, len(data) - LIMIT),
        exchanges=relative(planned.path, site.address("exchange", lang=planned.lang)),
    )


def _totals(site: Site) -> tuple[Counter[Who], Counter[Who]]:
    sent: Counter[Who] = Counter()
    received: Counter[Who] = Counter()
    for source, target, count, _ in _directions(site):
        sent[source] += count
        received[target] += count
    return sent, received


def _exchange(site: Site, planned: Planned, key: str) -> str:
    return relative(planned.path, site.address("exchange", key, planned.lang))
