"""Who corresponds with whom, drawn on a circle: readable with three names and with sixty, and always the same.

Those who write much to each other stand near each other: each name is put where the lines to those already placed are
shortest, then neighbours change places as long as that shortens lines. No chance is in it, so that the same letters
give the same drawing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from edition.corpus.model import Kind

_PASSES: Final = 12
_UPRIGHT: Final = 14
"""Up to so many names stand upright beside their dots; more of them stand out from the circle like rays."""
_LETTERS: Final = 26

Who = tuple[Kind, str]
"""Who stands at a dot: what the entry is found by."""
Weights = Mapping[tuple[Who, Who], int]
"""How many letters went (from, to)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands: its dot with its radius, where its words begin or end, and by how many degrees they turn.

    `label` is the name as far as there is room for it.
    """

    key: Who
    label: str
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str
    turn: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a dot to another that bends to the inside: `path` is that of SVG, `width` grows with the letters."""

    source: Who
    target: Who
    count: int
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots and lines round the point 0, 0; the strongest lines come last and so lie above the others.

    `box` is what is seen of the plane, as SVG's viewBox has it: left, top, width, height.
    """

    box: tuple[float, float, float, float]
    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]


def draw(weights: Weights, names: Mapping[Who, str]) -> Drawing:
    """Return the drawing for who wrote how often to whom: (from, to) → number, and what each is called."""
    total: dict[Who, int] = {}
    for (source, target), count in weights.items():
        total[source] = total.get(source, 0) + count
        total[target] = total.get(target, 0) + count
    order = arrange(weights, total)
    radius = 100.0 + 12 * len(order) if len(order) <= _UPRIGHT else max(230.0, len(order) * 5.4)
    most = max(total.values(), default=1)
    spots = {
        key: _spot(key, label(names[key]), place, len(order), radius, 3 + 9 * math.sqrt(total[key] / most))
        for place, key in enumerate(order)
    }
    strongest = max(weights.values(), default=1)
    lines = tuple(
        _line(spots[source], spots[target], count, strongest, radius)
        for (source, target), count in sorted(weights.items(), key=lambda found: (found[1], found[0]))
        if source != target
    )
    return Drawing(_box(spots.values()), tuple(spots.values()), lines)


def arrange(weights: Weights, total: Mapping[Who, int]) -> list[Who]:
    """Return the names in the order they stand in round the circle."""
    near: dict[Who, dict[Who, int]] = {key: {} for key in total}
    for (source, target), count in weights.items():
        near[source][target] = near[source].get(target, 0) + count
        near[target][source] = near[target].get(source, 0) + count
    order: list[Who] = []
    waiting = sorted(total, key=lambda key: (-total[key], key))
    while waiting:
        key = max(waiting, key=lambda one: sum(near[one].get(other, 0) for other in order))
        waiting.remove(key)
        order.insert(_best_place(order, near[key]), key)
    for _ in range(_PASSES):
        if not _swap_neighbours(order, near):
            break
    return order


def _best_place(order: Sequence[Who], near: Mapping[Who, int]) -> int:
    size = len(order) + 1
    placed = [(place, near[other]) for place, other in enumerate(order) if other in near]

    def cost(at: int) -> int:
        return sum(_apart(place + (place >= at), at, size) * count for place, count in placed)

    return min(range(size), key=lambda at: (cost(at), at))


def _swap_neighbours(order: list[Who], near: Mapping[Who, Mapping[Who, int]]) -> bool:
    size, swapped = len(order), False
    place = {key: at for at, key in enumerate(order)}
    for at in range(size - 1):
        one, other = order[at], order[at + 1]
        here = _cost(one, at, place, near, size) + _cost(other, at + 1, place, near, size)
        place[one], place[other] = at + 1, at
        if _cost(one, at + 1, place, near, size) + _cost(other, at, place, near, size) < here:
            order[at], order[at + 1] = other, one
            swapped = True
        else:
            place[one], place[other] = at, at + 1
    return swapped


def _cost(key: Who, at: int, place: Mapping[Who, int], near: Mapping[Who, Mapping[Who, int]], size: int) -> int:
    return sum(_apart(place[other], at, size) * count for other, count in near[key].items())


def _apart(one: int, other: int, size: int) -> int:
    """Return how many steps round the circle two places are from each other, the shorter way."""
    steps = abs(one - other)
    return min(steps, size - steps)


def _spot(key: Who, name: str, place: int, count: int, radius: float, dot: float) -> Spot:
    start = 180.0 if count == 2 else -90.0 if count <= _UPRIGHT else -90.0 + 180.0 / count
    angle = (start + 360.0 * place / count) % 360.0
    turn = math.radians(angle)
    out = radius + dot + 6
    left = 90 < angle < 270
    upright = count <= _UPRIGHT
    across = abs(math.cos(turn)) < 0.2 and upright
    return Spot(
        key,
        name,
        round(radius * math.cos(turn), 1),
        round(radius * math.sin(turn), 1),
        round(dot, 1),
        round(out * math.cos(turn), 1),
        round(out * math.sin(turn) + (8 * math.sin(turn) if across else 0), 1),
        "middle" if across else "end" if left else "start",
        0 if upright else round(angle - 180 if left else angle, 1),
    )


def _box(spots: Iterable[Spot]) -> tuple[float, float, float, float]:
    """Return what of the plane is to be seen so that no dot and no name is cut; names are measured by their letters."""
    xs, ys = [0.0], [0.0]
    for spot in spots:
        far = sum(13.0 if ord(letter) > 0x2E7F else 7.0 for letter in spot.label)
        before = {"start": 0.0, "middle": far / 2, "end": far}[spot.anchor]
        turn = math.radians(spot.turn)
        for reach in (-before, far - before):
            xs.append(spot.label_x + reach * math.cos(turn))
            ys.append(spot.label_y + reach * math.sin(turn))
        xs += (spot.x - spot.radius, spot.x + spot.radius)
        ys += (spot.y - spot.radius, spot.y + spot.radius)
    left, top = math.floor(min(xs)) - 8, math.floor(min(ys)) - 12
    return left, top, math.ceil(max(xs)) + 8 - left, math.ceil(max(ys)) + 12 - top


def _line(source: Spot, target: Spot, count: int, strongest: int, radius: float) -> Line:
    """Return the line of one direction; that of the other bends more, so that both are seen."""
    across = math.hypot(target.x - source.x, target.y - source.y)
    pull = 0.25 + 0.35 * across / (2 * radius)
    pull += 0.0 if (source.key, target.key) < (target.key, source.key) else 0.18
    half_x, half_y = (source.x + target.x) / 2, (source.y + target.y) / 2
    bend_x, bend_y = half_x * (1 - pull), half_y * (1 - pull)
    if math.hypot(half_x, half_y) < across / 8:  # straight through the middle: bend to one side
        bend_x, bend_y = half_x - 0.12 * (target.y - source.y), half_y + 0.12 * (target.x - source.x)
    start_x, start_y = _edge(source, bend_x, bend_y, 1)
    end_x, end_y = _edge(target, bend_x, bend_y, 6)
    path = f"M{start_x:.1f} {start_y:.1f}Q{bend_x:.1f} {bend_y:.1f} {end_x:.1f} {end_y:.1f}"
    return Line(source.key, target.key, count, path, round(1 + 5 * count / strongest, 1))


def _edge(spot: Spot, x: float, y: float, room: float) -> tuple[float, float]:
    """Return where a line to or from a point leaves the dot, with some room for the head of the arrow."""
    far = math.hypot(x - spot.x, y - spot.y) or 1.0
    away = (spot.radius + room) / far
    return spot.x + (x - spot.x) * away, spot.y + (y - spot.y) * away


def label(name: str) -> str:
    """Return a name as it stands in the drawing: short enough for the margin."""
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"
