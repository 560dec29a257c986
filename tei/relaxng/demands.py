"""What a pattern asks for: what may come next, what has to, and in which order the schema names it."""

from __future__ import annotations

from collections.abc import Iterator

from tei.relaxng.patterns import ATTRIBUTE, CHOICE, ELEMENT, GROUP, NO_NAMES, REFUSED, Definition, Pattern

Demand = tuple[Definition, ...]
"""What meets one demand: any of these."""


def first_elements(pattern: Pattern) -> tuple[Definition, ...]:
    """Return the elements that may come next, in the order of the schema."""
    return tuple(dict.fromkeys(_first(pattern, ELEMENT)))


def all_elements(pattern: Pattern) -> tuple[Definition, ...]:
    """Return the elements that occur in the pattern, in the order of the schema."""
    return tuple(dict.fromkeys(_all(pattern, ELEMENT)))


def all_attributes(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the attributes that occur in the pattern, in the order of the schema."""
    return tuple(dict.fromkeys(_attributes(pattern)))


def names(found: tuple[Definition, ...]) -> tuple[str, ...]:
    """Return the names that `found` list, each once."""
    return tuple(dict.fromkeys(name for one in found for name in one.listed))


def needed(pattern: Pattern) -> tuple[Demand, ...]:
    """Return the elements that must still come: each entry is one demand, met by any of its elements."""
    if pattern.nullable or pattern.element_names is NO_NAMES:
        return ()
    if pattern.kind == ELEMENT:
        return ((pattern.definition,),) if pattern.definition is not None else ()
    if pattern.kind == CHOICE:
        return (first_elements(pattern),)
    return tuple(dict.fromkeys(demand for part in pattern.parts for demand in needed(part)))


def needed_attributes(pattern: Pattern) -> tuple[tuple[Pattern, ...], ...]:
    """Return the attributes that must be there: each entry is one demand, met by any of its attributes."""
    if pattern.attribute_names is NO_NAMES or (pattern.closed is not None and pattern.closed.kind != REFUSED):
        return ()
    if pattern.kind == ATTRIBUTE:
        return ((pattern,),)
    if pattern.kind == CHOICE:
        return (tuple(dict.fromkeys(one for part in pattern.parts for one in _first_attributes(part))),)
    return tuple(dict.fromkeys(demand for part in pattern.parts for demand in needed_attributes(part)))


def has_text(pattern: Pattern) -> bool:
    """Tell whether text or a value may stand anywhere in the pattern."""
    return pattern.textual or pattern.valued


def _first(pattern: Pattern, kind: str) -> Iterator[Definition]:
    if pattern.element_names is NO_NAMES:
        return
    if pattern.kind == kind and pattern.definition is not None:
        yield pattern.definition
    for part in pattern.parts:
        yield from _first(part, kind)
        if pattern.kind == GROUP and not part.nullable:
            return


def _all(pattern: Pattern, kind: str) -> Iterator[Definition]:
    if pattern.kind == kind and pattern.definition is not None:
        yield pattern.definition
    for part in pattern.parts:
        if part.element_names is not NO_NAMES:
            yield from _all(part, kind)


def _attributes(pattern: Pattern) -> Iterator[Pattern]:
    if pattern.kind == ATTRIBUTE:
        yield pattern
    for part in pattern.parts:
        if part.attribute_names is not NO_NAMES:
            yield from _attributes(part)


def _first_attributes(pattern: Pattern) -> Iterator[Pattern]:
    """Yield the attributes of which one would do for a part of a choice that is not met."""
    demands = needed_attributes(pattern)
    if demands:
        yield from demands[0]
