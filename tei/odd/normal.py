"""Content models in normal form: the same language in fewer and flatter particles, the same for every writer.

A class without members, or a reference to nothing, cannot be satisfied and takes with it what depends on it; a choice
in a choice is one choice; what repeats inside something that repeats anyway stands there once, because libxml2 and the
Unique Particle Attribution of XML Schema both take `(a*|b)*` amiss and `(a|b)*` well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from tei.odd.membership import ModelClasses, expand_class, model_classes
from tei.odd.model import OddSchema
from tei.odd.particles import (
    ANY_NUMBER,
    ONCE,
    Alternate,
    ClassRef,
    Content,
    ElementRef,
    Empty,
    Expand,
    MacroRef,
    Nothing,
    Occurs,
    Pattern,
    Sequence,
    Text,
)
from tei.odd.words import Markup

MOST_UNORDERED: Final = 5
_OPEN: Final = Nothing()


@dataclass(frozen=True, slots=True)
class Normal:
    """Every content model of a schema in normal form: those of elements and macros by ident.

    `elements` and `macros` say where text may stand; `bare_elements` and `bare_macros` are the same without text, as
    XML Schema has them, where text either may stand everywhere (`mixed`) or nowhere.
    """

    classes: ModelClasses
    elements: Mapping[str, Content]
    macros: Mapping[str, Content]
    bare_elements: Mapping[str, Content]
    bare_macros: Mapping[str, Content]
    mixed: frozenset[str]


def normal_form(schema: OddSchema) -> Normal:
    """Bring every content model of a schema into normal form."""
    classes = model_classes(schema)
    full = _Normaliser(schema, classes, keep_text=True, macros={})
    bare = _Normaliser(schema, classes, keep_text=False, macros={})
    return Normal(
        classes,
        {key: full.normalise(spec.content) for key, spec in schema.elements.items()},
        {key: full.macro(key) for key in schema.macros},
        {key: bare.normalise(spec.content) for key, spec in schema.elements.items()},
        {key: bare.macro(key) for key in schema.macros},
        frozenset(key for key, spec in schema.elements.items() if has_text(full.normalise(spec.content), full.macros)),
    )


def has_text(content: Content, macros: Mapping[str, Content]) -> bool:
    """Say whether text may stand somewhere in a content model (in normal form)."""
    if isinstance(content, Sequence | Alternate):
        return any(has_text(item, macros) for item in content.items)
    if isinstance(content, MacroRef):
        return has_text(macros[content.key], macros)
    return isinstance(content, Text)


@dataclass(frozen=True, slots=True)
class _Normaliser:
    schema: OddSchema
    classes: ModelClasses
    keep_text: bool
    macros: dict[str, Content]
    nested: bool = False

    def macro(self, key: str) -> Content:
        if key not in self.macros:
            self.macros[key] = _OPEN  # what a macro inside itself amounts to
            self.macros[key] = self.normalise(self.schema.macros[key].content)
        return self.macros[key]

    def normalise(self, content: Content) -> Content:
        if content.occurs.most == 0:
            return Empty(location=content.location)
        found = self._particle(content)
        if found.occurs.least and found.occurs.most != 1 and self.nullable(replace(found, occurs=ONCE)):
            # What can be nothing can be nothing any number of times; validators count that wrongly.
            found = replace(found, occurs=Occurs(0, found.occurs.most))
        if isinstance(found, Nothing) and content.occurs.least == 0:
            return Empty(location=content.location)
        return found

    def nullable(self, content: Content) -> bool:
        """Say whether a content model in normal form allows nothing to stand there."""
        if content.occurs.least == 0 or isinstance(content, Empty | Text):
            return True
        if isinstance(content, Sequence):
            return all(map(self.nullable, content.items))
        if isinstance(content, Alternate):
            return any(map(self.nullable, content.items))
        return isinstance(content, MacroRef) and self.nullable(self.macro(content.key))

    def _particle(self, content: Content) -> Content:
        match content:
            case Text():
                return content if self.keep_text else Empty(location=content.location)
            case Sequence():
                return self._sequence(content)
            case Alternate():
                return self._alternate(content)
            case ClassRef():
                return self._class(content)
            case ElementRef() if content.key not in self.schema.elements:
                return Nothing(location=content.location)
            case MacroRef():
                return self._macro_ref(content)
            case Pattern():
                inner = replace(self, nested=True)
                items = (item if isinstance(item, Markup) else inner.normalise(item) for item in content.items)
                return replace(content, items=tuple(items))
            case _:
                return content

    def _class(self, content: ClassRef) -> Content:
        if not self.classes.elements.get(content.key):
            return Nothing(location=content.location)
        if content.expand is Expand.ALTERNATE and not content.include and not content.exclude:
            return content
        return self.normalise(expand_class(content, self.classes))

    def _macro_ref(self, content: MacroRef) -> Content:
        if content.key not in self.schema.macros:
            return Nothing(location=content.location)
        if self.nested and self.macros.get(content.key) is _OPEN:
            return content  # inside an element, a macro may stand inside itself
        inside = self.macro(content.key)
        return replace(inside, occurs=ONCE) if isinstance(inside, Empty | Nothing) else content

    def _sequence(self, content: Sequence) -> Content:
        if not content.ordered and len(content.items) > 1:
            return self.normalise(in_any_order(content))
        items: list[Content] = []
        for item in map(self.normalise, content.items):
            if isinstance(item, Nothing):
                return Nothing(location=content.location)
            if isinstance(item, Sequence) and item.occurs == ONCE:
                items.extend(item.items)
            elif not isinstance(item, Empty):
                items.append(item)
        if not items:
            return Empty(location=content.location)
        return _single(items[0], content) if len(items) == 1 else replace(content, items=tuple(items), ordered=True)

    def _alternate(self, content: Alternate) -> Content:
        repeats = content.occurs.most is None
        items: list[Content] = []
        least = content.occurs.least
        for item in map(self.normalise, content.items):
            if isinstance(item, Nothing):
                continue
            if isinstance(item, Empty) or (repeats and item.occurs.least == 0):
                least = 0
            items.extend(_spread(item, repeats))
        if not items:
            return Nothing(location=content.location) if least else Empty(location=content.location)
        outer = replace(content, items=tuple(items), occurs=Occurs(least, content.occurs.most))
        return _single(items[0], outer) if len(items) == 1 else outer


def _spread(item: Content, repeats: bool) -> tuple[Content, ...]:
    """Return what an item of a choice adds to it: a choice in a choice adds its own items."""
    if isinstance(item, Empty):
        return ()
    once = repeats and (item.occurs.least <= 1)
    item = replace(item, occurs=ONCE) if once else item
    return item.items if isinstance(item, Alternate) and item.occurs == ONCE else (item,)


def _single(item: Content, outer: Sequence | Alternate) -> Content:
    """Return the only item of a group in place of the group, where one pair of numbers can say how often."""
    occurs = item.occurs.within(outer.occurs)
    if occurs is None:
        return replace(outer, items=(item,))
    return replace(item, occurs=occurs)


def in_any_order(content: Sequence) -> Content:
    """Write a sequence whose order is free as a choice of orders that can be told apart from the left.

    What may stand there any number of times may stand between the others too (TEI's own processing and RELAX NG's
    `interleave` mean that), and text may anyway; from five others on there are too many orders to write out.
    """
    once = orders(content)
    if len(once) > MOST_UNORDERED:
        return Pattern("interleave", items=content.items, occurs=content.occurs, location=content.location)
    free = tuple(item for item in content.items if item not in once)
    return replace(_orders(once, free), occurs=content.occurs, location=content.location)


def orders(content: Sequence) -> tuple[Content, ...]:
    """Return the items of a sequence whose order matters though it is free: each comes once, or has to come."""
    return tuple(
        item
        for item in content.items
        if not isinstance(item, Text | Empty) and (item.occurs.most is not None or item.occurs.least)
    )


def _orders(items: tuple[Content, ...], free: tuple[Content, ...]) -> Alternate | Sequence:
    between = (Alternate(tuple(replace(item, occurs=ONCE) for item in free), occurs=ANY_NUMBER),) if free else ()
    if len(items) == 1 and not free and items[0].occurs.most is not None:
        return Sequence(items)
    if not items:
        return Sequence(between)
    branches: list[Content] = []
    for index, item in enumerate(items):
        rest = items[:index] + items[index + 1 :]
        more = (item,) if item.occurs.most is None else ()
        first = replace(item, occurs=ONCE) if more else _demanded(item)
        branches.append(
            Sequence((first, *(() if not rest and not free and not more else (_orders(rest, (*free, *more)),))))
        )
    if all(item.occurs.least == 0 for item in items):
        branches.append(Empty())
    chosen = Alternate(tuple(branches))
    return Sequence((*between, chosen)) if between else chosen


def _demanded(item: Content) -> Content:
    return replace(item, occurs=Occurs(max(1, item.occurs.least), item.occurs.most))
