"""What a schema has as a whole, asked only when something is wrong: which elements, in which parents, with what."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from tei.relaxng.automaton import Automaton
from tei.relaxng.patterns import Definition
from tei.relaxng.wording import habit, local, namespace, nearest


class Catalog:
    """The elements of one schema."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._suggestions: dict[str, str] = {}

    @cached_property
    def elements(self) -> tuple[Definition, ...]:
        """All element patterns, in the order in which they are met."""
        found = [self._automaton.element(number).definition for number in range(len(self._automaton.schema.elements))]
        return tuple([one for one in found if one is not None])

    @cached_property
    def by_name(self) -> dict[str, tuple[Definition, ...]]:
        """The element patterns of each name."""
        found: dict[str, tuple[Definition, ...]] = {}
        for one in self.elements:
            for name in one.listed:
                found[name] = (*found.get(name, ()), one)
        return found

    @cached_property
    def namesakes(self) -> dict[str, str]:
        """The full name of each element by its local name."""
        return {local(name): name for name in reversed(tuple(self.by_name))}

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """The namespaces of which the schema has elements."""
        return frozenset(namespace(name) for name in self.by_name)

    @cached_property
    def attribute_use(self) -> Counter[str]:
        """How many elements may have each attribute: the fewer, the more it says of one of them."""
        return Counter(name for one in self.elements for name in self._automaton.content(one).attribute_names.listed)

    @cached_property
    def parents(self) -> dict[str, tuple[str, ...]]:
        """For each element name, the names of the elements that may hold it."""
        found: dict[str, dict[str, None]] = {}
        for parent in self.elements:
            for name in self._automaton.content(parent).element_names.listed:
                found.setdefault(name, {}).update(dict.fromkeys(parent.listed))
        return {name: tuple(holders) for name, holders in found.items()}

    def suggestion(self, name: str) -> str:
        """Return the element of the schema, wherever it belongs, that an unknown one is likely meant to be."""
        found = self._suggestions.get(name)
        if found is None:
            found = self._suggestions[name] = habit(name, self.by_name) or nearest(name, self.by_name)
        return found
