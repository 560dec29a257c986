"""Patterns of content, and how one symbol after another moves through them: by derivatives (Brzozowski, Clark).

A pattern says what may come; `Patterns.after` gives the pattern of what may come next once a symbol has come. The
builder interns: equal patterns are one object, so that derivatives can be kept by identity. Only names count here:
what an element contains, or what an attribute's value is, is asked one level down.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Final, Protocol

TEXT: Final = "#text"


class Item(Protocol):
    """What a leaf stands for: it knows which symbols (Clark names) it takes, and which it can name."""

    def takes(self, symbol: str) -> bool:
        """Tell whether the symbol is one of this item."""

    @property
    def names(self) -> tuple[str, ...]:
        """The symbols that can be listed; empty for a wildcard."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One pattern: `kind` is empty, refused, text, leaf, choice, group, interleave or more (one or more)."""

    kind: str
    parts: tuple[Pattern, ...] = ()
    item: Item | None = None
    nullable: bool = False


class Patterns:
    """Builds patterns and takes their derivatives."""

    def __init__(self) -> None:
        self._interned: dict[Hashable, Pattern] = {}
        self._after: dict[tuple[Pattern, str], Pattern] = {}
        self.empty = Pattern("empty", nullable=True)
        self.refused = Pattern("refused")
        self.text = Pattern("text", nullable=True)

    def leaf(self, item: Item) -> Pattern:
        """Return the pattern of one `item`."""
        return self._interned.setdefault(("leaf", id(item)), Pattern("leaf", item=item))

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern of any one of `parts`."""
        flat: dict[Pattern, None] = {}
        for part in parts:
            for one in part.parts if part.kind == "choice" else (part,):
                if one is not self.refused:
                    flat[one] = None
        if self.empty in flat and any(one.nullable for one in flat if one is not self.empty):
            del flat[self.empty]
        if len(flat) < 2:
            return next(iter(flat), self.refused)
        return self._intern("choice", tuple(flat), any(one.nullable for one in flat))

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern of all `parts` in their order."""
        return self._fold("group", parts)

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern of all `parts` in any order, mingled."""
        return self._fold("interleave", parts)

    def more(self, part: Pattern) -> Pattern:
        """Return the pattern of one or more of `part`."""
        if part.kind in ("empty", "refused", "text", "more"):
            return part
        return self._intern("more", (part,), part.nullable)

    def optional(self, part: Pattern) -> Pattern:
        """Return the pattern of `part` or nothing."""
        return self.choice((part, self.empty))

    def _fold(self, kind: str, parts: Iterable[Pattern]) -> Pattern:
        return reduce(lambda after, before: self._pair(kind, before, after), reversed(tuple(parts)), self.empty)

    def _pair(self, kind: str, left: Pattern, right: Pattern) -> Pattern:
        if self.refused in (left, right):
            return self.refused
        if self.empty in (left, right):
            return right if left is self.empty else left
        return self._intern(kind, (left, right), left.nullable and right.nullable)

    def _intern(self, kind: str, parts: tuple[Pattern, ...], nullable: bool) -> Pattern:
        return self._interned.setdefault((kind, parts), Pattern(kind, parts, nullable=nullable))

    def after(self, pattern: Pattern, symbol: str) -> Pattern:
        """Return what may follow once `symbol` has come; `refused` where it may not come."""
        key = (pattern, symbol)
        if key not in self._after:
            self._after[key] = self._derive(pattern, symbol)
        return self._after[key]

    def _derive(self, pattern: Pattern, symbol: str) -> Pattern:
        match pattern.kind:
            case "text":
                return pattern if symbol == TEXT else self.refused
            case "leaf":
                taken = pattern.item is not None and symbol != TEXT and pattern.item.takes(symbol)
                return self.empty if taken else self.refused
            case "choice":
                return self.choice(self.after(part, symbol) for part in pattern.parts)
            case "group":
                return self._after_group(pattern, symbol)
            case "interleave":
                left, right = pattern.parts
                return self.choice(
                    (
                        self._pair("interleave", self.after(left, symbol), right),
                        self._pair("interleave", left, self.after(right, symbol)),
                    )
                )
            case "more":
                return self._pair("group", self.after(pattern.parts[0], symbol), self.optional(pattern))
        return self.refused

    def _after_group(self, pattern: Pattern, symbol: str) -> Pattern:
        left, right = pattern.parts
        first = self._pair("group", self.after(left, symbol), right)
        return self.choice((first, self.after(right, symbol))) if left.nullable else first


def first(pattern: Pattern) -> tuple[Item, ...]:
    """Return the items that may come next, in the order of the schema."""
    return tuple(dict.fromkeys(_first(pattern)))


def _first(pattern: Pattern) -> Iterator[Item]:
    if pattern.item is not None:
        yield pattern.item
    for part in pattern.parts:
        yield from _first(part)
        if pattern.kind == "group" and not part.nullable:
            return


def items(pattern: Pattern) -> tuple[Item, ...]:
    """Return all items that occur in `pattern`, in the order of the schema."""
    return tuple(dict.fromkeys(_items(pattern)))


def _items(pattern: Pattern) -> Iterator[Item]:
    if pattern.item is not None:
        yield pattern.item
    for part in pattern.parts:
        yield from _items(part)


def needed(pattern: Pattern) -> tuple[tuple[Item, ...], ...]:
    """Return what must still come: each entry is one demand, met by any of its items."""
    if pattern.nullable:
        return ()
    if pattern.item is not None:
        return ((pattern.item,),)
    if pattern.kind == "choice":
        return (tuple(dict.fromkeys(one for part in pattern.parts for one in first(part))),)
    return tuple(dict.fromkeys(demand for part in pattern.parts for demand in needed(part)))
