"""The attributes of one element against its patterns: misspelt, out of place, missing, or with a wrong value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tei.findings import Location
from tei.relaxng.account import Account
from tei.relaxng.automaton import Automaton, Opened, State
from tei.relaxng.catalog import Catalog
from tei.relaxng.demands import all_attributes, needed_attributes
from tei.relaxng.patterns import REFUSED, Pattern
from tei.relaxng.problems import ATTRIBUTE_MISSING, ATTRIBUTE_NOT_ALLOWED, BAD_VALUE
from tei.relaxng.shapes import shape_of
from tei.relaxng.values import Value
from tei.relaxng.wording import attribute, either, element, gloss, nearest, quoted

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance}"
_XLINK: Final = "http://www.w3.org/1999/xlink}"


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag: names and values of its attributes by turns, where it stands, and where each attribute does."""

    name: str
    attributes: list[str]
    place: Location
    prefixes: Mapping[str, str]
    place_of: Callable[[str], Location]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the attributes."""
        return tuple(self.attributes[::2])

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, None where it is not there."""
        return next(
            (self.attributes[at + 1] for at in range(0, len(self.attributes), 2) if self.attributes[at] == name), None
        )


@dataclass(slots=True)
class _Progress:
    """How far one start tag has been looked at."""

    tag: StartTag
    opened: Opened
    parts: tuple[Pattern, ...]
    meant: set[str] = field(default_factory=set)


class AttributeSlips:
    """Says what is wrong with the attributes of elements."""

    def __init__(self, automaton: Automaton, catalog: Catalog, account: Account) -> None:
        self.automaton = automaton
        self.catalog = catalog
        self.account = account
        self._ids: set[str] = set()

    def state_after(self, tag: StartTag, opened: Opened) -> State:
        """Return the state after a start tag, with a finding for all that is wrong with its attributes."""
        state = self._planned(tag, opened)
        if state is not None:
            return state
        walked = self.automaton.walk(opened, tag.attributes, tag.prefixes)
        if walked is not None:
            self._ids.update(walked[1])
            return walked[0]
        progress = _Progress(tag, opened, opened.parts)
        for at in range(0, len(tag.attributes), 2):
            self._attribute(progress, tag.attributes[at], tag.attributes[at + 1])
        return self._closed(progress)

    def _planned(self, tag: StartTag, opened: Opened) -> State | None:
        """Return the state after a start tag that is seen to be right at once."""
        if not tag.attributes:
            return opened.bare or self.automaton.bare(opened)
        names = tag.names
        plan = opened.plans.get(names)
        if plan is None or any(not value.matches(tag.attributes[at], tag.prefixes) for at, _, value in plan.checks):
            return None
        self._ids.update(names[at // 2] for at in plan.ids)
        return plan.state

    def is_id(self, name: str) -> bool:
        """Tell whether an attribute was met whose datatype is ID."""
        return name in self._ids

    def _attribute(self, progress: _Progress, name: str, text: str) -> None:
        values = self.automaton.values_of(progress.parts, name)
        if not values:
            self._refused(progress, name)
            return
        matched = frozenset(one for one in values if one.matches(text, progress.tag.prefixes))
        if not matched:
            self._value(progress, name, text, values)
        after = self.automaton.after_attribute(progress.parts, name, matched or frozenset(values))
        left = tuple([part for part in after if part.kind != REFUSED])
        if left:
            progress.parts = left

    def _allowed(self, progress: _Progress) -> tuple[str, ...]:
        patterns = [one for part in progress.opened.parts for one in all_attributes(part)]
        defined = [one.definition for one in patterns if one.definition is not None]
        return tuple(dict.fromkeys(name for one in defined for name in one.listed))

    def _refused(self, progress: _Progress, name: str) -> None:
        """Report an attribute that may not stand here."""
        tag = progress.tag
        place = tag.place_of(name)
        shown = element(tag.name)
        allowed = self._allowed(progress)
        if name in allowed or any(part.attribute_names.take(name) for part in progress.opened.parts):
            others = either((attribute(one) for one in tag.names if one != name and one in allowed), "and")
            message = f"{attribute(name)} is not allowed on {shown} together with {others}"
            self.account.add(ATTRIBUTE_NOT_ALLOWED.at(place, message, "keep one of them"))
            return
        if name.startswith(_XSI):
            message = f"{name.replace(_XSI, 'xsi:')} is not allowed on {shown}"
            hint = "take it out; an <?xml-model?> instruction names the schema of a TEI document"
            self.account.add(ATTRIBUTE_NOT_ALLOWED.at(place, message, hint))
            return
        near = nearest(name, [one for one in allowed if one not in tag.names])
        if near:
            progress.meant.add(near)
        hint = f"did you mean {attribute(near)}?" if near else self._instead(tag, name, allowed)
        self.account.add(ATTRIBUTE_NOT_ALLOWED.at(place, f"{attribute(name)} is not allowed on {shown}", hint))

    def _instead(self, tag: StartTag, name: str, allowed: tuple[str, ...]) -> str:
        """Return what could be written for an attribute that is like no other."""
        namesake = next((one for one in _NAMESAKES.get(name, ()) if one in allowed), "")
        if namesake:
            return f"did you mean {attribute(namesake)}?"
        if not allowed:
            return f"{element(tag.name)} has no attributes"
        use = self.catalog.attribute_use
        rarest = sorted(allowed, key=lambda one: use[one])
        return f"allowed: {either(attribute(one) for one in rarest)}"

    def _value(self, progress: _Progress, name: str, text: str, values: tuple[Value, ...]) -> None:
        tag = progress.tag
        shape = shape_of(values[0])
        shown = quoted(text)
        message = f"{attribute(name)} of {element(tag.name)} is {shown}; allowed: {shape.words()}"
        hint = shape.mend(text) or self._documented(progress, name) or "mend the value"
        self.account.add(BAD_VALUE.at(tag.place_of(name), message, hint))

    def _documented(self, progress: _Progress, name: str) -> str:
        for part in progress.opened.parts:
            for one in all_attributes(part):
                if one.definition is not None and one.definition.takes(name):
                    return gloss(one.definition.documentation)
        return ""

    def _closed(self, progress: _Progress) -> State:
        """Return the state after the start tag, with a finding for each attribute that is missing."""
        builder = self.automaton.builder
        closed = tuple([builder.close(part) for part in progress.parts])
        left = tuple([part for part in closed if part.kind != REFUSED])
        if left:
            return self.automaton.state(left)
        for demand in needed_attributes(progress.parts[0]):
            self._missing(progress, demand)
        return self.automaton.state(tuple([builder.content(part) for part in progress.parts]))

    def _missing(self, progress: _Progress, demand: tuple[Pattern, ...]) -> None:
        defined = [one.definition for one in demand if one.definition is not None]
        wanted = tuple(dict.fromkeys(name for one in defined for name in one.listed))
        if progress.meant & set(wanted):
            return
        options = either(attribute(name) for name in wanted) or "an attribute"
        about = gloss(defined[0].documentation) if len(defined) == 1 else ""
        hint = f"add {options}: {about}" if about else f"add {self._example(demand[0], wanted)}"
        tag = progress.tag
        self.account.add(ATTRIBUTE_MISSING.at(tag.place, f"{element(tag.name)} lacks {options}", hint))

    def _example(self, pattern: Pattern, wanted: tuple[str, ...]) -> str:
        """Return the attribute as it could be written, with what its value may be."""
        if not wanted or pattern.value is None:
            return "one"
        shape = shape_of(pattern.value)
        plain = not shape.listed and set(shape.types) <= {"string", "token"}
        return attribute(wanted[0]) if plain else f"{attribute(wanted[0])}, {shape.words()}"


_XML: Final = "http://www.w3.org/XML/1998/namespace}"
_NAMESAKES: Final = {
    "id": (f"{_XML}id",),
    "lang": (f"{_XML}lang",),
    "space": (f"{_XML}space",),
    "base": (f"{_XML}base",),
    "href": ("target", "url"),
    f"{_XLINK}href": ("target", "url"),
    "src": ("url",),
    "url": ("target", "facs"),
    "key": ("ref",),
    "class": ("type", "rend"),
    "style": ("rend",),
    "value": ("when",),
    "date": ("when",),
    "type": ("unit", "subtype"),
    "reg": ("key",),
}
"""Attributes of HTML, DocBook and earlier TEI → what they are called in TEI P5."""
