"""How a message went: the stations of an envelope in the order of their moments, each with who, where and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from edition.corpus.model import Action, Envelope, Moment
from edition.site.plan import Planned, Site
from edition.site.rows import Party, party

_SPREAD: Final = ("forwarded", "redirected")
"""What branches off: copies, and messages sent on to somebody else."""

_STAMP: Final = 16
"""Characters of a date with hours and minutes: `1949-10-23T23:00`."""


@dataclass(frozen=True, slots=True)
class Span:
    """Time between two stations: days where only days are known, else hours and minutes."""

    days: int = 0
    hours: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Station:
    """A step on the way (correspAction): `type` and `subtype` are codes that the template has words for.

    `until` is the time until the next station, where both clocks can be compared.
    """

    type: str
    subtype: str
    names: tuple[Party, ...]
    places: tuple[Party, ...]
    dates: tuple[Moment, ...]
    notes: tuple[str, ...]
    until: Span | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """An envelope as the page shows it: stations in order, what branches off, notes; `part` is an enclosure's id."""

    part: str
    stations: tuple[Station, ...]
    branches: tuple[Station, ...]
    notes: tuple[str, ...]


def way_of(site: Site, planned: Planned, envelope: Envelope) -> Way:
    """Return the way of a message, its names with ways to their pages."""
    stations = [_station(site, planned, action) for action in _ordered(envelope.actions) if action.type not in _SPREAD]
    branches = [_station(site, planned, action) for action in envelope.actions if action.type in _SPREAD]
    return Way(envelope.part, tuple(_timed(stations)), tuple(branches), envelope.notes)


def _station(site: Site, planned: Planned, action: Action) -> Station:
    return Station(
        action.type,
        action.subtype,
        tuple(party(site, name, planned) for name in action.names),
        tuple(party(site, name, planned) for name in action.places),
        action.dates,
        action.notes,
    )


def _ordered(actions: tuple[Action, ...]) -> list[Action]:
    """Return the stations by their moments, those without one where the file has them; sending always comes first."""
    ordered: list[Action] = []
    for action in actions:
        place = len(ordered)
        if moment := _earliest(action):
            later = [
                number for number, other in enumerate(ordered) if _earliest(other) and _before(moment, _earliest(other))
            ]
            place = later[0] if later and action.type != "received" else place
        ordered.insert(place, action)
    return sorted(ordered, key=lambda action: action.type != "sent")


def _earliest(action: Action) -> str:
    return next((moment.earliest for moment in action.dates if moment.earliest), "")


def _before(one: str, other: str) -> bool:
    """Say whether a moment is surely before another: by the day, or by the clock where both have one."""
    if len(one) >= _STAMP and len(other) >= _STAMP:
        return one[:_STAMP] < other[:_STAMP]
    return one[:10] < other[:10]


def _timed(stations: list[Station]) -> Iterator[Station]:
    moments = [next((each.when for each in one.dates if each.when and not each.certainty), "") for one in stations]
    for station, moment, following in zip(stations, moments, [*moments[1:], ""], strict=True):
        yield replace(station, until=_between(moment, following))


def _between(first: str, last: str) -> Span | None:
    """Return the time between two moments that are written alike: both with a zone, both without, or both days."""
    if len(first) != len(last):
        first, last = (first[:10], last[:10]) if first[:10] != last[:10] else ("", "")
    try:
        if len(first) == len("1949-10-23"):
            days = (date.fromisoformat(last) - date.fromisoformat(first)).days
            return Span(days=days) if days > 0 else None
        seconds = (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()
    except (TypeError, ValueError):
        return None
    minutes = int(seconds // 60)
    return Span(minutes // 1440, minutes // 60 % 24, minutes % 60) if minutes > 0 else None
