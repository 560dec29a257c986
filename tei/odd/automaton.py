"""The automaton of a content model (Glushkov's): which particle can come first, and which after which.

Positions are the leaves of the content model written out: classes as their elements, macros as what they stand for,
counted repetitions as often as they may be. A leaf that is written more than once only because it is counted keeps its
identity (`origin`), since XML Schema counts one particle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tei.findings import Location
from tei.odd.normal import Normal
from tei.odd.particles import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    ElementRef,
    Empty,
    MacroRef,
    Nothing,
    Pattern,
    Sequence,
    Text,
)

START: Final = -1
TEXT: Final = "#text"
ANY: Final = "#any"
_WRITTEN_OUT: Final = 8


@dataclass(frozen=True, slots=True)
class Leaf:
    """A place in a content model: what may stand there, which particle it is, and where the ODD says so."""

    symbol: str
    origin: int
    location: Location
    said: str


@dataclass(frozen=True, slots=True)
class _Part:
    nullable: bool
    first: frozenset[int]
    last: frozenset[int]


@dataclass(slots=True)
class Automaton:
    """Leaves, and for each the sets of leaves that may follow it; position START stands before everything."""

    normal: Normal
    macros: Mapping[str, Content]
    leaves: list[Leaf] = field(default_factory=list)
    sets: list[frozenset[int]] = field(default_factory=list)
    followers: dict[int, set[int]] = field(default_factory=dict)
    accepting: frozenset[int] = frozenset()
    _origins: int = 0

    def following(self, position: int) -> frozenset[int]:
        """Return the leaves that may come directly after a position."""
        return frozenset().union(*(self.sets[number] for number in self.followers.get(position, ())))

    def _leaf(self, symbol: str, said: Content, via: str) -> _Part:
        self._origins += 1
        self.leaves.append(Leaf(symbol, self._origins, said.location, via))
        here = frozenset((len(self.leaves) - 1,))
        return _Part(symbol == TEXT, here, here)

    def _follow(self, before: frozenset[int], after: frozenset[int]) -> None:
        if not before or not after:
            return
        self.sets.append(after)
        for position in before:
            self.followers.setdefault(position, set()).add(len(self.sets) - 1)

    def _build(self, content: Content) -> _Part:
        if content.occurs == ONCE:
            return self._once(content)
        return self._repeated(content)

    def _repeated(self, content: Content) -> _Part:
        once = replace(content, occurs=ONCE)
        most = content.occurs.most
        if most is None and content.occurs.least <= 1:
            part = self._once(once)
            self._follow(part.last, part.first)
            return replace(part, nullable=part.nullable or content.occurs.least == 0)
        copies = min(most if most is not None else content.occurs.least, _WRITTEN_OUT)
        least = content.occurs.least if content.occurs.least < copies else copies - (most != content.occurs.least)
        least = copies if most is None else least
        parts, first_origin = [], self._origins
        for number in range(copies):
            self._origins = first_origin  # each copy numbers its particles alike: it is the same one, met again
            part = self._once(once)
            parts.append(part if number < least else replace(part, nullable=True))
        joined = self._joined(parts)
        if most is None:
            self._follow(parts[-1].last, parts[-1].first)
        return joined

    def _once(self, content: Content) -> _Part:
        match content:
            case ElementRef(key):
                return self._leaf(key, content, f'elementRef key="{key}"')
            case ClassRef(key):
                via = f'classRef key="{key}"'
                return _either([self._leaf(name, content, via) for name in self.normal.classes.elements[key]])
            case MacroRef(key):
                return self._build(self.macros[key])
            case AnyElement():
                return self._leaf(ANY, content, "anyElement")
            case Text():
                return self._leaf(TEXT, content, "textNode")
            case Pattern(kind):
                return self._leaf(f"rng:{kind} {len(self.leaves)}", content, f"rng:{kind}")
            case Alternate(items):
                return _either([self._build(item) for item in items])
            case Sequence(items):
                return self._joined([self._build(item) for item in items])
            case _:
                return _Part(isinstance(content, Empty), frozenset(), frozenset())

    def _joined(self, parts: list[_Part]) -> _Part:
        nullable, first, last = True, frozenset[int](), frozenset[int]()
        for part in parts:
            self._follow(last, part.first)
            first = first | part.first if nullable else first
            last = last | part.last if part.nullable else part.last
            nullable = nullable and part.nullable
        return _Part(nullable, first, last)


def _either(parts: list[_Part]) -> _Part:
    return _Part(
        any(part.nullable for part in parts),
        frozenset().union(*(part.first for part in parts)),
        frozenset().union(*(part.last for part in parts)),
    )


def build_automaton(content: Content, normal: Normal, macros: Mapping[str, Content]) -> Automaton:
    """Build the automaton of a content model in normal form; `macros` are of the same form (with text or bare)."""
    automaton = Automaton(normal, macros)
    if isinstance(content, Nothing):
        return automaton
    part = automaton._build(content)
    automaton._follow(frozenset((START,)), part.first)
    automaton.accepting = part.last | (frozenset((START,)) if part.nullable else frozenset())
    return automaton


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two particles that the next element could belong to, and what stands before it (START where nothing does)."""

    symbol: str
    one: Leaf
    other: Leaf
    after: str


def conflicts(automaton: Automaton) -> Iterator[Conflict]:
    """Yield each pair of particles that makes a content model ambiguous (XML Schema 1.0, 3.8.6), once."""
    seen: set[frozenset[int]] = set()
    told: set[tuple[str, int, int]] = set()
    for position in (START, *range(len(automaton.leaves))):
        key = frozenset(automaton.followers.get(position, ()))
        if key in seen:
            continue
        seen.add(key)
        after = "" if position == START else automaton.leaves[position].symbol
        for symbol, one, other in _clashes(automaton, automaton.following(position)):
            if (pair := (symbol, one.origin, other.origin)) not in told:
                told.add(pair)
                yield Conflict(symbol, one, other, after)


def _clashes(automaton: Automaton, positions: frozenset[int]) -> Iterator[tuple[str, Leaf, Leaf]]:
    first: dict[str, Leaf] = {}
    for position in sorted(positions):
        leaf = automaton.leaves[position]
        other = first.setdefault(leaf.symbol, leaf)
        if other.origin != leaf.origin:
            yield leaf.symbol, other, leaf


def unclear_count(automaton: Automaton) -> Leaf | None:
    """Return a particle that can come next as more than one of its counted repetitions, None where there is none.

    The particle is clear, so XML Schema takes the model; but how often the group round it has been met is not, as when
    something that may be empty is counted, and validators keep one count only.
    """
    for key in dict.fromkeys(frozenset(sets) for sets in automaton.followers.values()):
        met: set[tuple[str, int]] = set()
        for position in sorted(frozenset().union(*(automaton.sets[number] for number in key))):
            leaf = automaton.leaves[position]
            if (leaf.symbol, leaf.origin) in met:
                return leaf
            met.add((leaf.symbol, leaf.origin))
    return None


def text_is_free(automaton: Automaton, most_states: int = 2000) -> bool:
    """Say whether text may stand at every place or makes no difference: whether "mixed" says all there is to say.

    Follows two readings of every sequence of elements side by side, one that never meets text and one that meets some
    in every gap; they must agree on what comes next all the way.
    """
    state = (frozenset((START,)), frozenset((START,)))
    waiting, seen = [state], {state}
    while waiting and len(seen) < most_states:
        without, with_text = waiting.pop()
        plain = _next(automaton, without)
        after_text = _text(automaton, with_text)
        between = _next(automaton, after_text)
        if plain.keys() != between.keys() or _accepts(automaton, without) != _accepts(automaton, after_text):
            return False
        for symbol, reached in plain.items():
            state = (reached, between[symbol])
            if state not in seen:
                seen.add(state)
                waiting.append(state)
    return True


def _accepts(automaton: Automaton, positions: frozenset[int]) -> bool:
    return not positions.isdisjoint(automaton.accepting)


def _text(automaton: Automaton, positions: frozenset[int]) -> frozenset[int]:
    """Return where text leads: to any textNode that may come next; one that was just passed takes more text too."""
    reached = frozenset().union(*(automaton.following(position) for position in positions))
    leaves = automaton.leaves
    return frozenset(position for position in reached if leaves[position].symbol == TEXT) | frozenset(
        position for position in positions if position != START and leaves[position].symbol == TEXT
    )


def _next(automaton: Automaton, positions: frozenset[int]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for position in positions:
        for follower in automaton.following(position):
            symbol = automaton.leaves[follower].symbol
            if symbol != TEXT:
                found.setdefault(symbol, set()).add(follower)
    return {symbol: frozenset(reached) for symbol, reached in found.items()}
