"""Patterns, each of which is made once: what may stand in an element.

Equal patterns of one builder are one object, so that what is known of a pattern can be kept with it. Sequences and
choices hold any number of parts, an element pattern stands for itself, without its content, and values are leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tei.relaxng.nameclasses import NameClass, listed, takes, wildcards
from tei.relaxng.values import Value

CHOICE: Final = "choice"
GROUP: Final = "group"
INTERLEAVE: Final = "interleave"
MORE: Final = "oneOrMore"
ELEMENT: Final = "element"
ATTRIBUTE: Final = "attribute"
VALUE: Final = "value"
TEXT: Final = "text"
EMPTY: Final = "empty"
REFUSED: Final = "notAllowed"


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """An element or attribute pattern of the schema: where it stands, which names it has, what is said of it."""

    number: int
    place: int
    names: NameClass
    documentation: str
    listed: tuple[str, ...]
    """The names, where they are listed; empty for a wildcard."""

    def takes(self, name: str) -> bool:
        """Tell whether this defines the name."""
        return name in self.listed or (not isinstance(self.names, str) and takes(self.names, name))


def definition(number: int, place: int, names: NameClass, documentation: str) -> Definition:
    """Return a definition."""
    return Definition(number, place, names, documentation, listed(names))


class TooManyPatternsError(Exception):
    """The schema can be matched in more ways than can be followed; `element` is the one whose content can."""

    def __init__(self, element: Definition | None = None) -> None:
        super().__init__()
        self.element = element


class Pattern:
    """A pattern; equal patterns of one builder are one object."""

    __slots__ = (
        "after_text",
        "attribute_names",
        "closed",
        "definition",
        "element_names",
        "index",
        "kind",
        "nullable",
        "openings",
        "parts",
        "textual",
        "value",
        "valued",
    )

    def __init__(
        self, kind: str, parts: tuple[Pattern, ...], definition: Definition | None = None, value: Value | None = None
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.definition = definition
        self.value = value
        self.openings: dict[str, Opening] = {}
        self.after_text: dict[frozenset[Value], Pattern] = {}
        self.index: dict[str, tuple[int, ...]] | None = None
        self.closed: Pattern | None = None
        self.nullable = kind in (EMPTY, TEXT)
        self.textual = kind == TEXT
        self.valued = kind == VALUE
        self.element_names: Names = NO_NAMES
        self.attribute_names: Names = NO_NAMES


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a pattern can take: those listed, and the wildcards."""

    listed: frozenset[str] = frozenset()
    wild: tuple[NameClass, ...] = ()

    def take(self, name: str) -> bool:
        """Tell whether `name` is one of these."""
        return name in self.listed or (bool(self.wild) and any(takes(one, name) for one in self.wild))


NO_NAMES: Final = Names()

Opening = tuple[tuple[Pattern, Pattern], ...]
"""Element patterns that take a name, each with what may follow the element."""


class Builder:
    """Makes patterns, each once; `budget` bounds how much may be put together until it is set again."""

    def __init__(self) -> None:
        self.empty = Pattern(EMPTY, ())
        self.refused = Pattern(REFUSED, ())
        self.text = Pattern(TEXT, ())
        self.budget = 0
        self._made: dict[tuple[object, ...], Pattern] = {}

    def __len__(self) -> int:
        return len(self._made)

    # making

    def element(self, defined: Definition) -> Pattern:
        """Return the pattern of an element."""
        names = Names(frozenset(defined.listed), wildcards(defined.names))
        return self._leaf((ELEMENT, defined), Pattern(ELEMENT, (), defined), element_names=names)

    def attribute(self, defined: Definition, value: Value) -> Pattern:
        """Return the pattern of an attribute."""
        names = Names(frozenset(defined.listed), wildcards(defined.names))
        return self._leaf((ATTRIBUTE, defined), Pattern(ATTRIBUTE, (), defined, value), attribute_names=names)

    def value(self, value: Value) -> Pattern:
        """Return the pattern of an element's text that is judged as a whole."""
        return self._leaf((VALUE, value), Pattern(VALUE, (), None, value))

    def _leaf(
        self,
        key: tuple[object, ...],
        pattern: Pattern,
        *,
        element_names: Names = NO_NAMES,
        attribute_names: Names = NO_NAMES,
    ) -> Pattern:
        made = self._made.setdefault(key, pattern)
        made.element_names = element_names
        made.attribute_names = attribute_names
        return made

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern of any of `parts`."""
        flat: dict[Pattern, None] = {}
        for part in parts:
            if part.kind == CHOICE:
                flat.update(dict.fromkeys(part.parts))
            elif part.kind != REFUSED:
                flat[part] = None
        if self.empty in flat and len(flat) > 1:
            del flat[self.empty]
            if not any(part.nullable for part in flat):
                flat[self.empty] = None
        if len(flat) < 2:
            return next(iter(flat), self.refused)
        return self._make(CHOICE, tuple(flat))

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern of all `parts` in their order."""
        return self._joined(GROUP, parts)

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern of all `parts`, mingled."""
        return self._joined(INTERLEAVE, parts)

    def _joined(self, kind: str, parts: Iterable[Pattern]) -> Pattern:
        flat: list[Pattern] = []
        for part in parts:
            if part.kind == kind:
                flat.extend(part.parts)
            elif part.kind == REFUSED:
                return part
            elif part.kind != EMPTY:
                flat.append(part)
        if kind == GROUP and len(flat) > 1:
            flat = [part for index, part in enumerate(flat) if not _swallowed(flat, index)]
        if len(flat) < 2:
            return flat[0] if flat else self.empty
        return self._make(kind, tuple(flat))

    def more(self, part: Pattern) -> Pattern:
        """Return the pattern of one or more of `part`."""
        if part.kind in (EMPTY, REFUSED, TEXT, MORE):
            return part
        return self._make(MORE, (part,))

    def optional(self, part: Pattern) -> Pattern:
        """Return the pattern of `part` or nothing."""
        return part if part.nullable else self.choice((part, self.empty))

    def _make(self, kind: str, parts: tuple[Pattern, ...]) -> Pattern:
        key = (kind, parts)
        self.spend(len(parts))
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._fresh(kind, parts)
        return found

    def spend(self, parts: int) -> None:
        """Take note that something of so many parts is made. Raises TooManyPatternsError where it is too much."""
        self.budget -= parts
        if self.budget < 0:
            raise TooManyPatternsError

    def _fresh(self, kind: str, parts: tuple[Pattern, ...]) -> Pattern:
        pattern = Pattern(kind, parts)
        any_or_all: Callable[[Iterable[bool]], bool] = all if kind in (GROUP, INTERLEAVE) else any
        pattern.nullable = any_or_all(part.nullable for part in parts)
        pattern.textual = any(part.textual for part in parts)
        pattern.valued = any(part.valued for part in parts)
        pattern.element_names = _united([part.element_names for part in parts])
        pattern.attribute_names = _united([part.attribute_names for part in parts])
        return pattern


def _united(names: list[Names]) -> Names:
    """Return all the names of the parts of a pattern."""
    some = [one for one in names if one is not NO_NAMES]
    if len(some) < 2:
        return some[0] if some else NO_NAMES
    wild = tuple(dict.fromkeys([one for each in some for one in each.wild]))
    return Names(frozenset().union(*[one.listed for one in some]), wild)


def _swallowed(parts: list[Pattern], index: int) -> bool:
    """Tell whether `text` in a sequence adds nothing, as what follows it begins with any amount of text.

    So the state of mixed content is the same before and after a text, and the text need not be looked at.
    """
    if parts[index].kind != TEXT or index + 1 == len(parts):
        return False
    return _begins_with_text(parts[index + 1])


def _begins_with_text(pattern: Pattern) -> bool:
    if pattern.kind == TEXT:
        return True
    if pattern.kind == MORE:
        inner = pattern.parts[0]
        return inner.kind == CHOICE and any(part.kind == TEXT for part in inner.parts)
    if pattern.kind == CHOICE and len(pattern.parts) == 2 and any(part.kind == EMPTY for part in pattern.parts):
        return any(part.kind == MORE and _begins_with_text(part) for part in pattern.parts)
    return False
