"""States and transitions, made when a document first asks for them: then each step is one look-up.

A state is what may come next inside one element. Where several element patterns of one name may be meant, it holds
what may come next for each of them; which of them it was is seen when the element ends. What comes after the element
is not part of the state, so that states are few and those of one document serve the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tei.names import XML_NS
from tei.relaxng.derivatives import Derivatives
from tei.relaxng.naming import Simple
from tei.relaxng.normal import Normal
from tei.relaxng.patterns import Definition, Pattern, definition
from tei.relaxng.values import VALUE_KINDS, Value, Values

SKIP: Final = 0
"""Text may stand here and changes nothing: mixed content."""
NONE: Final = 1
"""No text but white space may stand here."""
TEXT: Final = 2
"""Text may stand here once, or between certain elements."""
VALUE: Final = 3
"""The text may be a value and has to be looked at as a whole."""

XML_ID: Final = f"{XML_NS}}}id"
_MAX_PLANS: Final = 500
_MAX_TRANSITIONS: Final = 5000
_NO_VALUES: Final[frozenset[Value]] = frozenset()

Check = tuple[int, set[str], Value]
"""Where among names and values the value stands, the values known to be right, what judges others."""


class State:
    """What may come next inside an element; one pattern for each element pattern that may be meant."""

    __slots__ = ("accept", "after_text", "mode", "opens", "parts", "values")

    def __init__(self, parts: tuple[Pattern, ...], builder: Derivatives) -> None:
        self.parts = parts
        self.opens: dict[str, Opened] = {}
        self.accept = sum(1 << index for index, part in enumerate(parts) if part.nullable)
        self.values: tuple[Value, ...] = tuple(dict.fromkeys(one for part in parts for one in next_values(part)))
        self.after_text: State | None = None
        after = [builder.after_text(part, _NO_VALUES) for part in parts]
        if self.values:
            self.mode = VALUE
        elif all(one is part for one, part in zip(after, parts, strict=True)):
            self.mode = SKIP
        else:
            self.mode = NONE if all(one is builder.refused for one in after) else TEXT


class Plan:
    """What is to be done for one sequence of attribute names: values to check, and the state after the start tag."""

    __slots__ = ("checks", "ids", "state")

    def __init__(self, state: State, checks: tuple[Check, ...], ids: tuple[int, ...]) -> None:
        self.state = state
        self.checks = checks
        self.ids = ids


class Opened:
    """An element that has opened in a state: its attributes, and where the state goes when it has ended."""

    __slots__ = ("bare", "definitions", "parts", "plans", "resume", "routes", "sets")

    def __init__(
        self, definitions: tuple[Definition, ...], parts: tuple[Pattern, ...], routes: tuple[Routes, ...]
    ) -> None:
        self.definitions = definitions
        self.parts = parts
        self.routes = routes
        self.bare: State | None = None
        self.plans: dict[tuple[str, ...], Plan | None] = {}
        self.resume: dict[int, State] = {}
        self.sets: dict[frozenset[str], tuple[State, dict[str, Value]] | None] = {}


Routes = tuple[tuple[int, Pattern], ...]
"""For one pattern of the parent: which content the element may have, and what follows if it has it."""


class Automaton:
    """All states of one schema that documents have asked for."""

    def __init__(self, schema: Normal) -> None:
        self.schema = schema
        self.builder = Derivatives()
        self.values = Values(schema.defines)
        self._states: dict[tuple[Pattern, ...], State] = {}
        self._defined: dict[str, Pattern] = {}
        self._elements: dict[int, Pattern] = {}
        self._contents: dict[Definition, Pattern] = {}
        self._opened: dict[tuple[Definition, ...], Opened] = {}
        self.builder.budget = BUDGET
        self.start = self.state((self.builder.close(self._pattern(schema.start)),))

    @property
    def size(self) -> int:
        """How much is kept: states and patterns."""
        return len(self._states) + len(self.builder)

    # patterns

    def element(self, number: int) -> Pattern:
        """Return the pattern of an element of the schema."""
        found = self._elements.get(number)
        if found is None:
            place, names, _, documentation = self.schema.elements[number]
            defined = definition(number, place, names, documentation)
            found = self._elements[number] = self.builder.element(defined)
        return found

    def content(self, element: Definition) -> Pattern:
        """Return the content of an element with its attributes."""
        found = self._contents.get(element)
        if found is None:
            found = self._contents[element] = self._pattern(self.schema.elements[element.number][2])
        return found

    def _pattern(self, form: Simple) -> Pattern:
        kind = form[0]
        if kind == "ref":
            return self._referred(form[2])
        if kind == "choice":
            return self._choice(form)
        if kind in ("group", "interleave"):
            parts = [self._pattern(part) for part in form[2]]
            return self.builder.group(parts) if kind == "group" else self.builder.interleave(parts)
        if kind == "oneOrMore":
            return self.builder.more(self._pattern(form[2]))
        return self._leaf(kind, form)

    def _referred(self, key: str) -> Pattern:
        found = self._defined.get(key)
        if found is None:
            found = self._defined[key] = self._pattern(self.schema.defines[key])
        return found

    def _leaf(self, kind: str, form: Simple) -> Pattern:
        if kind == "element":
            return self.element(form[1])
        if kind == "attribute":
            defined = definition(-1, form[1], form[2], form[4])
            return self.builder.attribute(defined, self.values.make(form[3]))
        if kind in VALUE_KINDS:
            return self._value(form)
        if kind == "text":
            return self.builder.text
        return self.builder.empty if kind == "empty" else self.builder.refused

    def _value(self, form: Simple) -> Pattern:
        """Return the pattern of a value; where every text is one, it is text, and need not be looked at."""
        value = self.values.make(form)
        return self.builder.text if value.always else self.builder.value(value)

    def _choice(self, form: Simple) -> Pattern:
        """Return a choice; values in it become one, so that they are tested together."""
        parts = []
        values = [part for part in form[2] if part[0] in VALUE_KINDS]
        if len(values) > 1:
            parts.append(self._value(("choice", form[1], tuple(values))))
            parts += [self._pattern(part) for part in form[2] if part[0] not in VALUE_KINDS]
        else:
            parts = [self._pattern(part) for part in form[2]]
        return self.builder.choice(parts)

    # states

    def state(self, parts: tuple[Pattern, ...]) -> State:
        """Return the state in which `parts` may come."""
        found = self._states.get(parts)
        if found is None:
            self.builder.spend(len(parts))
            found = self._states[parts] = State(parts, self.builder)
        return found

    def open(self, state: State, name: str) -> Opened | None:
        """Return the element `name` opened in `state`, None where it may not come."""
        definitions: dict[Definition, int] = {}
        routes = []
        for part in state.parts:
            route = []
            for element, after in self.builder.opening(part, name):
                if element.definition is not None:
                    route.append((definitions.setdefault(element.definition, len(definitions)), after))
            routes.append(tuple(route))
        if not definitions:
            return None
        opened = self._new_opened(tuple(definitions), tuple(routes))
        self._room(state.opens)
        state.opens[name] = opened
        return opened

    def _new_opened(self, definitions: tuple[Definition, ...], routes: tuple[Routes, ...]) -> Opened:
        """Return an element opened; attributes are the same wherever the same element patterns are meant."""
        opened = Opened(definitions, tuple([self.content(one) for one in definitions]), routes)
        same = self._opened.setdefault(definitions, opened)
        opened.plans, opened.sets = same.plans, same.sets
        return opened

    def opened_as(self, definitions: tuple[Definition, ...]) -> Opened:
        """Return an element opened as if it might come, where in fact it may not; nothing follows from its end."""
        return self._new_opened(definitions, ())

    def bare(self, opened: Opened) -> State | None:
        """Return the state after a start tag without attributes, None where attributes are missing."""
        parts = tuple([self.builder.close(part) for part in opened.parts])
        if all(part is self.builder.refused for part in parts):
            return None
        opened.bare = self.state(parts)
        return opened.bare

    def resume(self, opened: Opened, accepted: int) -> State | None:
        """Return the parent's state once an element has ended; `accepted` are the bits of the contents it had."""
        parts = tuple(
            [self.builder.choice([after for index, after in route if accepted >> index & 1]) for route in opened.routes]
        )
        if all(part is self.builder.refused for part in parts):
            return None
        state = opened.resume[accepted] = self.state(parts)
        return state

    def with_text(self, state: State, matched: frozenset[Value]) -> State | None:
        """Return the state after a text that is not white space, None where none may stand."""
        if state.after_text is not None:
            return state.after_text
        parts = tuple([self.builder.after_text(part, matched) for part in state.parts])
        if all(part is self.builder.refused for part in parts):
            return None
        after = self.state(parts)
        if not state.values:
            state.after_text = after
        return after

    def accepts_value(self, state: State, text: str, prefixes: Mapping[str, str]) -> int:
        """Return the bits of the contents that may end after `text`, the whole text of the element."""
        matched = frozenset(value for value in state.values if value.matches(text, prefixes))
        after = [self.builder.after_text(part, matched).nullable for part in state.parts]
        accepted = sum(1 << index for index, nullable in enumerate(after) if nullable)
        return accepted if text.strip(" \t\n\r") else accepted | state.accept

    # attributes

    def plan(self, opened: Opened, names: tuple[str, ...]) -> Plan | None:
        """Return the plan for attributes of these names; None where what is to be done depends on their values."""
        attributes = frozenset(names)
        if attributes not in opened.sets:
            if len(opened.sets) >= _MAX_PLANS:
                opened.sets.clear()
            opened.sets[attributes] = self._planned(opened, names)
        known = opened.sets[attributes]
        plan = None if known is None else _ordered(known[0], known[1], names)
        if len(opened.plans) >= _MAX_PLANS:
            opened.plans.clear()
        opened.plans[names] = plan
        return plan

    def _planned(self, opened: Opened, names: tuple[str, ...]) -> tuple[State, dict[str, Value]] | None:
        """Return the state after these attributes, in whichever order, and the value of each."""
        parts = opened.parts
        found: dict[str, Value] = {}
        for name in names:
            values = self.values_of(parts, name)
            if len(values) != 1 or values[0].contextual:
                return None
            found[name] = values[0]
            parts = self.after_attribute(parts, name, frozenset(values))
        parts = tuple([self.builder.close(part) for part in parts])
        if all(part is self.builder.refused for part in parts):
            return None
        return self.state(parts), found

    def values_of(self, parts: tuple[Pattern, ...], name: str) -> tuple[Value, ...]:
        """Return the values that an attribute of this name may have."""
        found: dict[Value, None] = {}
        for part in parts:
            _attribute_values(part, name, found)
        return tuple(found)

    def after_attribute(self, parts: tuple[Pattern, ...], name: str, matched: frozenset[Value]) -> tuple[Pattern, ...]:
        """Return what may follow an attribute, for each of `parts`."""
        return tuple([self.builder.after_attribute(part, name, matched) for part in parts])

    def walk(
        self, opened: Opened, attributes: list[str], prefixes: Mapping[str, str]
    ) -> tuple[State, tuple[str, ...]] | None:
        """Return the state after attributes whose values decide, and the names of ids; None where they are wrong."""
        parts = opened.parts
        ids = []
        for name, text in zip(attributes[::2], attributes[1::2], strict=True):
            matched = frozenset(one for one in self.values_of(parts, name) if one.matches(text, prefixes))
            parts = self.after_attribute(parts, name, matched)
            if name == XML_ID or any(one.is_id for one in matched):
                ids.append(name)
        parts = tuple([self.builder.close(part) for part in parts])
        if all(part is self.builder.refused for part in parts):
            return None
        return self.state(parts), tuple(ids)

    def _room(self, transitions: dict[str, Opened]) -> None:
        """Keep the transitions of a state with wildcards from growing without end."""
        if len(transitions) >= _MAX_TRANSITIONS:
            transitions.clear()


BUDGET: Final = 3_000_000
"""How many parts of patterns may be put together for one document: far more than any real schema asks for."""


def _ordered(state: State, values: Mapping[str, Value], names: tuple[str, ...]) -> Plan:
    """Return the plan for attributes that come in this order."""
    checks = [
        (2 * at + 1, values[name].known, values[name]) for at, name in enumerate(names) if not values[name].always
    ]
    ids = [2 * at + 1 for at, name in enumerate(names) if name == XML_ID or values[name].is_id]
    return Plan(state, tuple(checks), tuple(ids))


def next_values(pattern: Pattern) -> list[Value]:
    """Return the values that the text of an element may have, if it comes next."""
    if not pattern.valued:
        return []
    if pattern.value is not None:
        return [pattern.value]
    found = []
    for part in pattern.parts:
        found += next_values(part)
        if pattern.kind == "group" and not part.nullable:
            break
    return found


def _attribute_values(pattern: Pattern, name: str, found: dict[Value, None]) -> None:
    if pattern.attribute_names.take(name):
        if pattern.value is not None:
            found[pattern.value] = None
        for part in pattern.parts:
            _attribute_values(part, name, found)
