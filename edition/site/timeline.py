"""The documents in time: a lane for each of the busiest exchanges, as a drawing and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.corpus.model import Exchange, Moment
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import days
from edition.site.plan import File, Planned, Site, relative
from edition.site.planning import digest_of, in_each_language
from edition.site.rows import Party, document_href, side, sides
from edition.site.timescale import Bin, Scale, Tick, bin_of, main_span, months_in_bin, ordinal

_LANES: Final = 12
_MOST_DOTS: Final = 150
"""With more documents than this a dot for each can no longer be told from the next: bars count them."""
_WIDTH: Final = 960
_MARGIN: Final = 14
_LABEL: Final = 22
_DOT: Final = 5.0
_BAR: Final = 34
_WIDEST: Final = 26
_GAP: Final = 14


@dataclass(frozen=True, slots=True)
class LaneData:
    """What a lane holds: the exchange it is of (empty for all others), and its documents with their days."""

    exchange: str
    documents: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot (one document) or a bar (`count` documents of a month, a year, or years to `until`), and what it leads to.

    `x` and `y` are the middle of a dot, the upper left corner of a bar, which is `width` wide and `height` high. What
    is too far from all else to be drawn is not `seen`.
    """

    x: float
    y: float
    href: str
    date: Moment
    until: str = ""
    count: int = 1
    width: float = 0
    height: float = 0
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of the drawing and a row of the table; without `first` it holds all other documents.

    `top` is where its words stand, `base` the line that its marks stand on.
    """

    first: Party | None
    second: Party | None
    href: str
    count: int
    top: float
    base: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The drawing, `width` by `height`, and the table; `drawn` is false where there is too little to draw.

    `undated` documents are in neither; those `outside` are in the table alone, being far from all others in time.
    """

    frame: Frame
    width: int
    height: float
    left: float
    right: float
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    bars: bool
    drawn: bool
    count: int
    undated: int
    outside: int


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page; its digest is that of what it draws."""
    names = [_sides(site, lane.exchange) for lane in _lanes(site)]
    dots = {ident for lane in _lanes(site) for _, ident in lane.documents}
    dates = [site.corpus.by_id[ident].date for ident in sorted(dots)] if len(dots) <= _MOST_DOTS else []
    digest = digest_of(_lanes(site), names, len(site.corpus.documents), dates)
    yield from in_each_language(site, "timeline", "", digest)


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page."""
    yield File(planned.path, fill("timeline.html.j2", _page(site, planned), planned.lang, site.settings.own))


@lru_cache(maxsize=1)
def _lanes(site: Site) -> tuple[LaneData, ...]:
    """Return the twelve busiest exchanges and, last, whatever is in none of them; documents without a date in none."""
    known = {iso: ordinal(iso) for iso in set(days(site).values())}
    dated = {one.id: day for one in site.corpus.documents if (day := known.get(days(site).get(one.id, ""))) is not None}
    busiest = sorted(site.corpus.exchanges, key=lambda one: (-len(one.documents), one.key))
    if len(busiest) > _LANES + 1:
        busiest = busiest[:_LANES]
    found = [LaneData(one.key, _placed(one.documents, dated)) for one in busiest]
    shown = {ident for lane in found for _, ident in lane.documents}
    others = _placed((ident for ident in dated if ident not in shown), dated)
    return tuple(lane for lane in (*found, LaneData("", others)) if lane.documents)


def _placed(documents: Iterable[str], dated: dict[str, int]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((dated[ident], ident) for ident in documents if ident in dated))


def _sides(site: Site, key: str) -> tuple[tuple[str, str], ...]:
    entries = map(site.corpus.entries.get, sides(_exchanges(site)[key]) if key else ())
    return tuple((entry.name, entry.lang) if entry else ("", "") for entry in entries)


@lru_cache(maxsize=1)
def _exchanges(site: Site) -> dict[str, Exchange]:
    return {exchange.key: exchange for exchange in site.corpus.exchanges}


def _page(site: Site, planned: Planned) -> TimelinePage:
    data = _lanes(site)
    drawn = [day for lane in data for day, _ in lane.documents]
    idents = {ident for lane in data for _, ident in lane.documents}
    bars = len(idents) > _MOST_DOTS
    first, last = main_span(drawn)
    months = months_in_bin(first, last) if bars else 1
    if bars:
        first, last = bin_of(first, months).first, bin_of(last, months).last
    scale = Scale(first, last, _MARGIN + _DOT, _WIDTH - _MARGIN - _DOT)
    lanes, height = _drawn(site, planned, data, scale, months if bars else 0)
    return TimelinePage(
        frame=make_frame(site, planned, "", section="timeline"),
        width=_WIDTH,
        height=round(height + 26, 1),
        left=_MARGIN,
        right=_WIDTH - _MARGIN,
        ticks=scale.ticks() if drawn else (),
        lanes=lanes,
        bars=bars,
        drawn=len(set(drawn)) > 2,
        count=len(idents),
        undated=len(site.corpus.documents) - len(idents),
        outside=len({ident for lane in data for day, ident in lane.documents if not first <= day <= last}),
    )


def _drawn(
    site: Site, planned: Planned, data: Sequence[LaneData], scale: Scale, months: int
) -> tuple[tuple[Lane, ...], float]:
    """Return the lanes one below the other, and how high they are in all."""
    scales = _scales(site, data, months) if months else {}
    top = 4.0
    found: list[Lane] = []
    for lane in data:
        if months:
            base = top + _LABEL + _BAR
            marks = tuple(_bars(site, planned, lane, scale, months, scales[lane.exchange], base))
        else:
            levels = _levels([scale.x(day) for day, _ in lane.documents])
            base = top + _LABEL + (max(levels) + 1) * 2 * _DOT
            marks = tuple(_dots(site, planned, lane, scale, levels, base))
        found.append(_lane(site, planned, lane, marks, top, base))
        top = base + _GAP
    return tuple(found), top


def _scales(site: Site, data: Sequence[LaneData], months: int) -> dict[str, int]:
    """Return what a full bar stands for in each lane: the same for all exchanges; all others have their own scale."""
    fullest = {lane.exchange: max(_binned(site, lane, months).values()) for lane in data}
    most = max((count for exchange, count in fullest.items() if exchange), default=1)
    return {exchange: most if exchange else max(most, count) for exchange, count in fullest.items()}


def _lane(site: Site, planned: Planned, lane: LaneData, marks: tuple[Mark, ...], top: float, base: float) -> Lane:
    if not lane.exchange:
        return Lane(None, None, "", len(lane.documents), top, round(base, 1), marks)
    first, second = (side(site, planned, who) for who in sides(_exchanges(site)[lane.exchange]))
    href = relative(planned.path, site.address("exchange", lane.exchange, planned.lang))
    return Lane(first, second, href, len(lane.documents), top, round(base, 1), marks)


def _levels(places: Sequence[float]) -> list[int]:
    """Return for dots from left to right how high each stands so that none covers another; six at the most."""
    free: list[float] = []
    found: list[int] = []
    for place in places:
        level = next((level for level, end in enumerate(free) if end <= place), len(free))
        if level == len(free):
            level = level if level < 6 else found[-1]
            free.extend([0.0] if level == len(free) else [])
        free[level] = place + 2 * _DOT
        found.append(level)
    return found


def _dots(
    site: Site, planned: Planned, lane: LaneData, scale: Scale, levels: Sequence[int], base: float
) -> Iterator[Mark]:
    for (day, ident), level in zip(lane.documents, levels, strict=True):
        document = site.corpus.by_id[ident]
        y = round(base - _DOT - level * 2 * _DOT, 1)
        href = document_href(site, planned, document)
        yield Mark(scale.x(day), y, href, document.date, seen=scale.first <= day <= scale.last)


def _binned(site: Site, lane: LaneData, months: int) -> Counter[Bin]:
    return Counter(bin_of(day, months, days(site)[ident]) for day, ident in lane.documents)


def _bars(
    site: Site, planned: Planned, lane: LaneData, scale: Scale, months: int, most: int, base: float
) -> Iterator[Mark]:
    for span, count in sorted(_binned(site, lane, months).items(), key=lambda found: (found[0].first, found[0].iso)):
        x = scale.x(span.first)
        width = round(min(_WIDEST, max(2.0, scale.x(span.last + 1) - x - 1)), 1)
        height = round(max(2.0, _BAR * count / most), 1)
        subject = "" if span.until else span.iso[:4]
        anchor = f"#m{int(span.iso[5:])}" if len(span.iso) > 4 else ""
        href = relative(planned.path, site.address("year", subject, planned.lang) + anchor)
        seen = scale.first <= span.first <= scale.last
        yield Mark(x, round(base - height, 1), href, Moment(when=span.iso), span.until, count, width, height, seen)
