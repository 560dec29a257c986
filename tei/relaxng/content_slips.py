"""The children and the text of one element: what is out of place, what is missing, and what was meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tei.findings import Finding, Location
from tei.names import XI_NS
from tei.relaxng.account import Account
from tei.relaxng.attribute_slips import StartTag
from tei.relaxng.automaton import VALUE, Automaton, Opened, State
from tei.relaxng.catalog import Catalog
from tei.relaxng.demands import Demand, all_elements, first_elements, has_text, names, needed
from tei.relaxng.frames import Frame
from tei.relaxng.patterns import NO_NAMES, REFUSED, Definition, Pattern
from tei.relaxng.problems import (
    BAD_VALUE,
    INCOMPLETE,
    NOT_ALLOWED,
    TEXT_NOT_ALLOWED,
    UNKNOWN_ELEMENT,
    WRONG_NAMESPACE,
)
from tei.relaxng.shapes import shape_of
from tei.relaxng.wording import (
    LISTED,
    by_likeness,
    either,
    element,
    gloss,
    habit,
    is_slip,
    local,
    longer,
    namespace,
    nearest,
    quoted,
)

_BLANK: Final = " \t\n\r"
_MAX_TRAIL: Final = 1000
_MAX_SKIPPED: Final = 4
"""How many elements that have to come first may be missing before a child is rather taken for misplaced."""
_RESOLVE: Final = "put what it includes in its place before validating"
_NOT_HERE: Final = "take it out, or put it where the schema allows other vocabularies"
_HOMES: Final = (("p", "ab", "head", "item"), ("quote", "def", "orth", "label", "desc"))
"""Elements that loose words mostly belong in, and those that they do where there is none of these."""


class ContentSlips:
    """Says what is wrong with the content of elements, and where the run goes on."""

    def __init__(self, automaton: Automaton, catalog: Catalog, account: Account) -> None:
        self.automaton = automaton
        self.catalog = catalog
        self.account = account

    # what the automaton says

    def open(self, state: State | None, name: str) -> Opened | None:
        """Return `name` opened in a state, None where it may not come."""
        return None if state is None else state.opens.get(name) or self.automaton.open(state, name)

    def after(self, state: State | None, name: str) -> State | None:
        """Return the state after an element `name` that is as it should be, None where it may not come."""
        opened = self.open(state, name)
        if opened is None:
            return None
        every = (1 << len(opened.definitions)) - 1
        return opened.resume.get(every) or self.automaton.resume(opened, every)

    def first(self, state: State | None) -> tuple[str, ...]:
        """Return the names that may come next, those that have to come before all others."""
        if state is None:
            return ()
        wanted = [name for demand in self.demands(state) for name in names(demand)]
        found = [name for part in state.parts for name in names(first_elements(part))]
        return tuple(dict.fromkeys((*(name for name in wanted if name in found), *found)))

    def demands(self, state: State) -> tuple[Demand, ...]:
        """Return what must still come."""
        parts = [part for part in state.parts if part.kind != REFUSED]
        if not parts or any(part.nullable for part in parts):
            return ()
        return needed(parts[0])

    def inside(self, frame: Frame) -> tuple[str, ...]:
        """Return the names that the element may hold, in the order of the schema."""
        return tuple(dict.fromkeys(name for part in frame.content for name in names(all_elements(part))))

    def holds(self, frame: Frame, name: str) -> bool:
        """Tell whether the element may hold `name`, wherever."""
        return any(part.element_names.take(name) for part in frame.content)

    # text

    def loose_text(self, frame: Frame, text: str, place: Location) -> None:
        """Report words where only elements may stand, once for each element."""
        if frame.loose or (frame.unknown and any(has_text(part) for part in frame.content)):
            return
        frame.loose = True
        words = " ".join(text[:400].split())
        shown = words if len(words) <= 40 else words[:39] + "…"
        holds = (
            "holds only elements"
            if any(part.element_names is not NO_NAMES for part in frame.content)
            else "has to be empty"
        )
        if any(has_text(part) for part in frame.content):
            holds = "holds no text at this place"
        message = f'text "{shown}" stands loose in {element(frame.name)}, which {holds}'
        hint = f"put it into {self._homes(frame) or 'an element that holds text'}"
        self.account.add(TEXT_NOT_ALLOWED.at(place, message, hint))

    def _homes(self, frame: Frame) -> str:
        """Return the children of this element that hold text, the likeliest first."""
        able = [one for part in frame.content for one in all_elements(part) if one.listed]
        holders = [one.listed[0] for one in able if has_text(self.automaton.builder.content(self._content(one)))]
        likely = ([one for one in holders if local(one) in homes] for homes in _HOMES)
        preferred = next((some for some in likely if some), holders)
        return either(element(one) for one in dict.fromkeys(preferred[:3]))

    def _content(self, definition: Definition) -> Pattern:
        return self.automaton.content(definition)

    # children

    def refused(self, frame: Frame, tag: StartTag) -> tuple[Definition, ...]:
        """Say what is wrong with a child that may not come; return what its inside is to be checked against.

        Where the run goes on as if the child had been right, `frame.taken` says as what.
        """
        frame.children = True
        name = tag.name
        known = self.catalog.by_name.get(name, ())
        if not known:
            return self._not_in_schema(frame, tag)
        if name in frame.early:
            self._too_late(frame, tag)
        elif not self.holds(frame, name):
            self._elsewhere(frame, tag)
        elif not self._skipped(frame, tag):
            self._misplaced(frame, tag)
        return known

    def _not_in_schema(self, frame: Frame, tag: StartTag) -> tuple[Definition, ...]:
        name = tag.name
        same = self.catalog.namesakes.get(local(name), "")
        if same:
            # A namespace declared on the parent is one slip, not one for each child that inherits it.
            if namespace(name) != namespace(frame.name):
                self.account.add(self.wrong_namespace(tag, same, frame.name))
            return self._instead(frame, tag, same)
        meant = self._meant(frame, name)
        self.unknown(tag, meant, self.allowed_here(frame, name), frame.name)
        return self._instead(frame, tag, meant)

    def wrong_namespace(self, tag: StartTag, right: str, parent: str | None) -> Finding:
        """Return the finding for an element whose name is `right` but for the namespace."""
        found = f'in the namespace "{namespace(tag.name)}"' if namespace(tag.name) else "in no namespace"
        wanted = namespace(right)
        message = f'{element(right)} stands {found}; the schema wants "{wanted}"'
        hint = f'write xmlns="{wanted}" on the root element' if parent is None else "take away the xmlns here"
        return WRONG_NAMESPACE.at(tag.place, message, hint)

    def unknown(self, tag: StartTag, meant: str, otherwise: str, parent: str) -> None:
        """Report an element that the schema does not have; `otherwise` is the hint without a guess."""
        space = namespace(tag.name)
        if space not in self.catalog.namespaces and not meant:
            otherwise = _RESOLVE if space == XI_NS else _NOT_HERE if "more)" in otherwise else otherwise
        foreign = f' (namespace "{space or "none"}")' if space != namespace(parent) else ""
        hint = f"did you mean {element(meant)}?" if meant else otherwise
        message = f"{element(tag.name)}{foreign} is not an element of the schema"
        self.account.add(UNKNOWN_ELEMENT.at(tag.place, message, hint))

    def _meant(self, frame: Frame, name: str) -> str:
        """Return the element that an unknown one is likely meant to be, first of all one that may come here."""
        if namespace(name) not in self.catalog.namespaces:
            return ""
        inside = self.inside(frame)
        near = habit(name, inside) or nearest(name, self.first(frame.state)) or nearest(name, inside)
        near = near or longer(name, inside)
        return near or self.catalog.suggestion(name)

    def _instead(self, frame: Frame, tag: StartTag, name: str) -> tuple[Definition, ...]:
        """Go on as if the child were called `name`, where that may come here."""
        known = self.catalog.by_name.get(name, ()) if name and is_slip(tag.name, name) else ()
        opened = self.open(frame.state, name) if name else None
        if opened is None:
            frame.unknown = True
            return known
        frame.take(name, _MAX_TRAIL)
        frame.taken = opened
        return opened.definitions if known else ()

    def allowed_here(self, frame: Frame, name: str) -> str:
        """Return what may come next, as a phrase."""
        demanded = [one for demand in self.demands(frame.state) for one in names(demand)] if frame.state else []
        options = self.first(frame.state)
        rest = tuple(one for one in options if one not in demanded)
        allowed = either(element(one) for one in (*demanded, *by_likeness(name, rest)))
        return f"allowed here: {allowed}" if allowed else "nothing more is allowed here"

    def _elsewhere(self, frame: Frame, tag: StartTag) -> None:
        """Report a child that this parent never holds."""
        name = tag.name
        content = self.inside(frame)
        short = f"; it holds {either(element(one) for one in content)}" if content else ", which holds no elements"
        message = f"{element(name)} is not allowed in {element(frame.name)}{short if len(content) < 9 else ''}"
        holders = self.catalog.parents.get(name, ())
        between = [one for one in holders if one in content and one != name]
        meant = longer(name, content)
        if meant:
            hint = f"did you mean {element(meant)}?"
        elif between and len(content) < 40:
            hint = f"put it into {either(element(one) for one in between[:3])}"
        elif holders:
            hint = self._home(frame, name, holders)
        else:
            hint = "take it out"
        if not frame.trail:
            frame.stray = True
        self.account.add(NOT_ALLOWED.at(tag.place, message, hint))

    def _home(self, frame: Frame, name: str, holders: tuple[str, ...]) -> str:
        """Return where a child belongs: in an element that is open here, where that can be told, or in which others."""
        outer = frame.outer
        while outer is not None and len(holders) > LISTED:
            if outer.name in holders and outer.name != name:
                return f"end {element(frame.name)} before it: {element(name)} belongs in {element(outer.name)}"
            outer = outer.outer
        return f"{element(name)} belongs in {either(element(one) for one in by_likeness(frame.name, holders))}"

    def _too_late(self, frame: Frame, tag: StartTag) -> None:
        """Report a child that was missed before: it is there, but after what it should precede."""
        missed = frame.early.pop(tag.name)
        follower = str(dict(missed.data).get("before", ""))
        message = f"{element(tag.name)} comes too late in {element(frame.name)}"
        self.account.add(NOT_ALLOWED.at(tag.place, message, f"move it before {element(follower)}"))

    def _skipped(self, frame: Frame, tag: StartTag) -> bool:
        """Report what has to come before a child and did not; tell whether that is what is wrong."""
        missed = self._way(frame.state, tag.name)
        between = frame.state
        for demand, wanted in missed:
            options = _options(demand)
            message = f"{element(frame.name)} needs {options} before {element(tag.name)}"
            hint = _documented(demand, _add(demand))
            frame.early[wanted] = INCOMPLETE.at(tag.place, message, hint, before=local(tag.name))
            between = self.after(between, wanted)
        if not missed:
            return False
        frame.state = between
        frame.take(tag.name, _MAX_TRAIL)
        frame.taken = self.open(between, tag.name)
        return True

    def _way(self, state: State | None, name: str) -> tuple[tuple[Demand, str], ...]:
        """Return what has to come in `state` before `name` may, each with the element to take for it; () if no way."""
        steps: list[tuple[Demand, str]] = []
        while state is not None and len(steps) < _MAX_SKIPPED:
            options = [(demand, wanted) for demand in self.demands(state) for wanted in names(demand)]
            last = next((one for one in options if self.open(self.after(state, one[1]), name) is not None), None)
            if last is not None:
                return (*steps, last)
            step = next((one for one in options if self.after(state, one[1]) is not None), None)
            if step is None:
                return ()
            steps.append(step)
            state = self.after(state, step[1])
        return ()

    def _misplaced(self, frame: Frame, tag: StartTag) -> None:
        """Report a child that this parent holds, but not after what has come."""
        name, parent = tag.name, element(frame.name)
        before = [order for order, (_, state) in enumerate(frame.trail) if self.open(state, name) is not None]
        earlier = [frame.trail[order][0] for order in before]
        if earlier and earlier[-1] == name:
            message = f"{element(name)} occurs once too often in {parent}"
            hint = "take out one of them"
        elif earlier and not self._may_move(frame, name, before[-1]):
            message = f"{element(name)} is not allowed beside {element(earlier[-1])} in {parent}"
            hint = f"keep one of the two: {parent} holds {element(name)} or {element(earlier[-1])}"
        elif earlier:
            message = f"{element(name)} comes too late in {parent}"
            hint = f"move it before {element(earlier[-1])}"
        else:
            message = f"{element(name)} is not allowed at this place in {parent}"
            hint = self.allowed_here(frame, name)
            frame.stray = frame.stray or not frame.trail
        self.account.add(NOT_ALLOWED.at(tag.place, message, hint))

    def _may_move(self, frame: Frame, name: str, order: int) -> bool:
        """Tell whether what has come from a place of the trail on could follow `name` there."""
        state = self.after(frame.trail[order][1], name)
        for taken, _ in frame.trail[order : order + _MAX_SKIPPED]:
            state = self.after(state, taken)
        return state is not None

    # the end

    def end(self, frame: Frame, prefixes: Mapping[str, str]) -> int:
        """Report what is still missing; return the bits of the contents that the element has."""
        for finding in frame.early.values():
            self.account.add(finding)
        state = frame.state
        if state is None or frame.unknown:
            return 0
        valued = state.mode == VALUE
        accepted = self.automaton.accepts_value(state, frame.value, prefixes) if valued else state.accept
        if not accepted and not frame.loose and not (frame.stray and not frame.trail):
            self._incomplete(frame, state)
        return accepted

    def _incomplete(self, frame: Frame, state: State) -> None:
        demands = self.demands(state)
        if state.values and (frame.value.strip(_BLANK) or not demands):
            self._wrong_value(frame, state)
            return
        name = element(frame.name)
        missing = either((_options(demand) for demand in demands), "and") or "more"
        filled = frame.children or frame.loose
        message = f"{name} {'is not complete; it' if filled else 'is empty; it'} needs {missing}"
        hint = _documented(demands[0], _add(demands[0])) if demands else "complete it"
        self.account.add(INCOMPLETE.at(frame.tag.place, message, hint))

    def _wrong_value(self, frame: Frame, state: State) -> None:
        text = frame.value.strip(_BLANK)
        shape = shape_of(state.values[0])
        message = f"{element(frame.name)} holds {quoted(text)}; allowed: {shape.words()}"
        self.account.add(BAD_VALUE.at(frame.tag.place, message, shape.mend(text) or "mend the value"))


def _options(demand: Demand) -> str:
    """Return the elements that meet a demand; a wildcard has no name to give."""
    return either(element(one) for one in names(demand)) or "an element"


def _add(demand: Demand) -> str:
    """Return what to add; a long list stands in the message and is not said twice."""
    return f"add {_options(demand)}" if len(names(demand)) <= LISTED else "add the one of these that is meant"


def _documented(demand: Demand, hint: str) -> str:
    """Add to `hint` what the schema says of the one element that is wanted."""
    if len(demand) == 1 and demand[0].documentation:
        return f"{hint}: {gloss(demand[0].documentation)}"
    return hint
