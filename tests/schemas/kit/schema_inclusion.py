"""Compare grammars as languages: is every content model of one a part of that of the other, and is it unambiguous?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from schema_grammar import (
    EMPTY,
    NOTHING,
    TEXT,
    Element,
    Grammar,
    Pattern,
    choice,
    derive,
    first,
    group,
    is_pointer,
    nullable,
)

DIGITS = (("pattern", "[0-9]+"),)


def word_outside(inner: Pattern, outer: Pattern) -> tuple[str, ...] | None:
    """Return the shortest word that `inner` accepts and `outer` does not, None where there is none."""
    seen = {(inner, outer)}
    queue: deque[tuple[Pattern, Pattern, tuple[str, ...]]] = deque([(inner, outer, ())])
    while queue:
        left, right, word = queue.popleft()
        if nullable(left) and not nullable(right):
            return word
        for symbol in first(left):
            pair = (derive(left, symbol), derive(right, symbol))
            if pair not in seen:
                seen.add(pair)
                queue.append((*pair, (*word, symbol)))
    return None


def ambiguity(pattern: Pattern) -> str | None:
    """Return a symbol that two particles of a content model compete for, None where the model is deterministic.

    XML Schema (Unique Particle Attribution) refuses such a model; the test is Glushkov's: number the particles, and
    no two with the same name may come first, or follow the same particle.
    """
    numbered, _ = _number(pattern, 0)
    pending, seen = [first(numbered)], set()
    while pending:
        symbols = pending.pop()
        names = [symbol.rpartition("@")[0] for symbol in symbols]
        doubled = next((name for name in names if names.count(name) > 1 and name != TEXT), None)
        if doubled:
            return doubled
        for symbol in symbols:
            if symbol not in seen:
                seen.add(symbol)
                pending.append(_follow(numbered, symbol))
    return None


def _number(pattern: Pattern, start: int) -> tuple[Pattern, int]:
    match pattern:
        case ("leaf", name):
            return ("leaf", f"{name}@{start}"), start + 1
        case ("group" | "choice" as kind, parts):
            numbered = []
            for part in parts:
                inner, start = _number(part, start)
                numbered.append(inner)
            return (kind, tuple(numbered)), start
        case ("repeat", part):
            inner, start = _number(part, start)
            return ("repeat", inner), start
    return pattern, start


def _follow(pattern: Pattern, symbol: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_following(pattern, symbol)))


def _following(pattern: Pattern, symbol: str) -> Iterator[str]:
    match pattern:
        case ("choice", parts):
            for part in parts:
                yield from _following(part, symbol)
        case ("repeat", part):
            yield from _following(part, symbol)
            if symbol in _last(part):
                yield from first(part)
        case ("group", parts):
            for place, part in enumerate(parts):
                yield from _following(part, symbol)
                if symbol in _last(part):
                    yield from first(group(*parts[place + 1 :]))


def _last(pattern: Pattern) -> tuple[str, ...]:
    match pattern:
        case ("leaf", name):
            return (name,)
        case ("choice", parts):
            return tuple(name for part in parts for name in _last(part))
        case ("repeat", part):
            return _last(part)
        case ("group", parts):
            found: list[str] = []
            for part in reversed(parts):
                found.extend(_last(part))
                if not nullable(part):
                    break
            return tuple(found)
    return ()


def attributes_outside(inner: Element, outer: Element) -> tuple[str, ...] | None:
    """Return a set of attributes that `inner` allows and `outer` does not, None where there is none.

    Tried are the required ones alone, each with one more, and all together: an "either this or that" of the outer
    pattern shows in all together, a "this only with that" in each alone, and patterns say nothing else.
    """
    others = tuple(name for name in inner.data if name not in inner.required)
    for chosen in ((), *((name,) for name in others), others):
        names = (*inner.required, *chosen)
        if _accepts(inner.attributes, names) and not _accepts(outer.attributes, names):
            return names
    return None


def _accepts(pattern: Pattern, names: tuple[str, ...]) -> bool:
    for name in names:
        pattern = _take(pattern, name)
    return nullable(pattern)


def _take(pattern: Pattern, name: str) -> Pattern:
    """Return what attributes may follow once `name` was read: their order does not matter."""
    match pattern:
        case ("leaf", found):
            return EMPTY if found == name else NOTHING
        case ("choice", parts):
            return choice(*(_take(part, name) for part in parts))
        case ("repeat", part):
            return group(_take(part, name), choice(pattern, EMPTY))
        case ("group", parts):
            return choice(
                *(group(*parts[:place], _take(part, name), *parts[place + 1 :]) for place, part in enumerate(parts))
            )
    return NOTHING


def values_outside(inner: Pattern, outer: Pattern) -> tuple[str, ...]:
    """Return what a value of `inner` may be and a value of `outer` may not, as far as the types tell."""
    if is_pointer(inner) and is_pointer(outer):
        return ()
    wide = set(_types(outer))
    open_list = any(kind == "data" and name in ("token", "string") for kind, name, _ in wide)
    missing = []
    for kind, name, facets in _types(inner):
        name = "nonNegativeInteger" if facets == DIGITS else name
        narrower = {(kind, name, facets), ("data", name, ()), ("data", "string", ())} & wide
        if not narrower and not (kind == "value" and open_list):
            missing.append(name)
    return tuple(missing)


def _types(pattern: Pattern) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    match pattern:
        case ("value", value):
            yield ("value", value, ())
        case ("data", name, facets):
            yield ("data", name, facets)
        case ("oneOf" | "tuple", parts):
            for part in parts:
                yield from _types(part)
        case ("list" | "many", part):
            yield from _types(part)


def compare(inner: Grammar, outer: Grammar) -> list[str]:
    """Return one line for each way in which `inner` accepts what `outer` refuses."""
    lines = []
    for name, element in inner.elements.items():
        wide = outer.elements.get(name)
        if wide is None:
            lines.append(f"{name}: no such element")
            continue
        word = word_outside(element.content, wide.content)
        if word is not None:
            lines.append(f"{name}: content {' '.join(word) or '(empty)'}")
        names = attributes_outside(element, wide)
        if names is not None:
            lines.append(f"{name}: attributes {' '.join(names)}")
        lines.extend(_compare_values(element, wide))
    return lines


def _compare_values(inner: Element, outer: Element) -> Iterator[str]:
    for attribute, data in inner.data.items():
        values = values_outside(data, outer.data[attribute]) if attribute in outer.data else ()
        if values:
            yield f"{inner.name}/@{attribute}: {' '.join(values)}"
        if _is_list(data) and attribute in outer.data and not _is_list(outer.data[attribute]):
            yield f"{inner.name}/@{attribute}: several values"


def _is_list(data: Pattern) -> bool:
    return data[0] == "list"
