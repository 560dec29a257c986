"""Regular expressions that the library's way of trying could take for ever over, followed all ways at once instead.

An expression that repeats what itself repeats or branches, such as `(a+)+`, can be tried in more ways than there are
seconds. Here a set of places in the expression moves over the value, one look-up for each character once the sets are
known (Ken Thompson, 1968), so that the time grows with the length of the value and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Test = Callable[[str], bool]
Part = str | Test

_COUNTED: Final = re.compile(r"\{(\d+)(,?)(\d*)\}")
MAX_PLACES: Final = 5000
_MAX_SETS: Final = 2000


class TooLargeError(Exception):
    """The expression, its counted repetitions written out, has too many places."""


def is_risky(parts: tuple[Part, ...]) -> bool:
    """Tell whether something is repeated that itself repeats or branches."""
    inner = [False]
    for index, part in enumerate(parts):
        if part == "(?:":
            inner.append(False)
        elif part == ")":
            branching = inner.pop()
            if branching and index + 1 < len(parts) and _repeats(parts[index + 1]):
                return True
            inner[-1] = inner[-1] or branching
        elif part == "|" or _repeats(part):
            inner[-1] = True
    return False


def _repeats(part: Part) -> bool:
    return isinstance(part, str) and (part in ("*", "+", "?") or (part.startswith("{") and len(part) > 1))


class Machine:
    """An expression as places and the ways between them."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        """Build the machine from the pieces of an expression. Raises TooLargeError."""
        self._tests: list[Test | None] = []
        self._ways: list[list[int]] = []
        self._parts = parts
        self._at = 0
        start = self._place()
        self._end = self._branches(start)
        self._start = self._closure([start])
        self._next: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def matches(self, value: str) -> bool:
        """Tell whether the expression matches the whole of `value`."""
        current = self._start
        for char in value:
            key = (current, char)
            found = self._next.get(key)
            if found is None:
                found = self._step(current, char)
            if not found:
                return False
            current = found
        return self._end in current

    def _step(self, current: frozenset[int], char: str) -> frozenset[int]:
        if len(self._next) > _MAX_SETS:
            self._next.clear()
        reached = []
        for place in current:
            test = self._tests[place]
            if test is not None and test(char):
                reached += self._ways[place]
        found = self._next[current, char] = self._closure(reached)
        return found

    def _closure(self, places: list[int]) -> frozenset[int]:
        seen = set(places)
        waiting = list(places)
        while waiting:
            place = waiting.pop()
            if self._tests[place] is None:
                fresh = [one for one in self._ways[place] if one not in seen]
                seen.update(fresh)
                waiting += fresh
        return frozenset(seen)

    # building: each part begins at a place and returns the place where it ends

    def _place(self, test: Test | None = None) -> int:
        if len(self._tests) >= MAX_PLACES:
            raise TooLargeError
        self._tests.append(test)
        self._ways.append([])
        return len(self._tests) - 1

    def _branches(self, start: int) -> int:
        end = self._place()
        while True:
            at = self._place()
            self._ways[start].append(at)
            while self._at < len(self._parts) and self._parts[self._at] not in ("|", ")"):
                at = self._repeated(at)
            self._ways[at].append(end)
            if self._at >= len(self._parts) or self._parts[self._at] == ")":
                return end
            self._at += 1

    def _repeated(self, start: int) -> int:
        begun = self._at
        end = self._atom(start)
        part = self._parts[self._at] if self._at < len(self._parts) else ""
        if not _repeats(part):
            return end
        resumed = self._at + 1
        least, most = _bounds(str(part))
        at = start if least else self._place()
        if not least:
            self._ways[start].append(at)
        end = self._times(begun, at, least, most)
        if not least:
            self._ways[at].append(end)
        self._at = resumed
        return end

    def _times(self, begun: int, at: int, least: int, most: int | None) -> int:
        """Write an atom out as often as it may come; `most` is None where there is no end to it."""
        final = self._place()
        last = at
        for number in range(max(least, 1 if most is None else most)):
            if number >= least:
                self._ways[at].append(final)
            last = at
            self._at = begun
            fresh = self._place()
            self._ways[at].append(fresh)
            at = self._atom(fresh)
        if most is None:
            self._ways[at].append(last)
        self._ways[at].append(final)
        return final

    def _atom(self, start: int) -> int:
        part = self._parts[self._at]
        self._at += 1
        if part == "(?:":
            end = self._branches(start)
            self._at += 1
            return end
        place = self._place(_literal(part) if isinstance(part, str) else part)
        self._ways[start].append(place)
        end = self._place()
        self._ways[place].append(end)
        return end


def _bounds(quantifier: str) -> tuple[int, int | None]:
    counted = _COUNTED.fullmatch(quantifier)
    if counted is None:
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[quantifier]
    least = int(counted[1])
    return least, (int(counted[3]) if counted[3] else None) if counted[2] else least


def _literal(part: str) -> Test:
    matches = re.compile(part, re.DOTALL).fullmatch
    return lambda char: matches(char) is not None
