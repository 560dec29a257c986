"""The children of one element against its content model: what is out of place, what is missing, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tei.findings import Finding
from tei.names import local
from tei.validate.grammar import Definition, Grammar
from tei.validate.patterns import TEXT, Item, Pattern, first, items, needed
from tei.validate.places import Places
from tei.validate.problems import INCOMPLETE, NOT_ALLOWED, TEXT_NOT_ALLOWED, UNKNOWN_ELEMENT, WRONG_NAMESPACE
from tei.validate.wording import either, element, habit, is_slip, nearest

Candidates = tuple[Definition, ...]


def definitions(found: Iterable[Item], name: str) -> Candidates:
    """Return the definitions among `found` that take `name`."""
    return tuple(one for one in found if isinstance(one, Definition) and one.takes(name))


def names(found: Iterable[Item]) -> tuple[str, ...]:
    """Return the names that `found` define, each once."""
    return tuple(dict.fromkeys(name for one in found for name in one.names))


def wrong_namespace(node: etree._Element, right: str, places: Places) -> Finding:
    """Return the finding for an element whose name is `right` but for the namespace."""
    namespace = etree.QName(node).namespace
    found = f'in the namespace "{namespace}"' if namespace else "in no namespace"
    wanted = etree.QName(right).namespace or ""
    message = f'{element(right)} stands {found}; the schema wants "{wanted}"'
    hint = f'write xmlns="{wanted}" on the root element' if node.getparent() is None else "take away the xmlns here"
    return WRONG_NAMESPACE.at(places.element(node), message, hint)


def suggestion(grammar: Grammar, name: str) -> str:
    """Return the element of the schema, wherever it belongs, that an unknown one is likely meant to be."""
    return habit(name, grammar.by_name) or nearest(name, grammar.by_name)


def unknown_element(child: etree._Element, meant: str, otherwise: str, places: Places) -> Finding:
    """Return the finding for an element that the schema does not have; `otherwise` is the hint without a guess."""
    parent = child.getparent()
    namespace = etree.QName(child).namespace
    shown = parent is not None and namespace != etree.QName(parent).namespace
    foreign = f' (namespace "{namespace or "none"}")' if shown else ""
    hint = f"did you mean {element(meant)}?" if meant else otherwise
    message = f"{element(str(child.tag))}{foreign} is not an element of the schema"
    return UNKNOWN_ELEMENT.at(places.element(child), message, hint)


class ContentCheck:
    """Moves through the children of one element, keeping what may come next, and steps over what may not."""

    def __init__(self, grammar: Grammar, node: etree._Element, definition: Definition, places: Places) -> None:
        self.grammar = grammar
        self.node = node
        self.definition = definition
        self.places = places
        self.findings: list[Finding] = []
        self.children: list[tuple[etree._Element, Candidates]] = []
        self._state = definition.content
        self._before: list[tuple[str, Pattern]] = []  # each child taken, with the state before it
        self._early: dict[str, Finding] = {}  # what was missed before a child, and may come too late
        self._unknown = False
        self._text_seen = False

    def run(self) -> None:
        """Check all children and the end."""
        self._words(self.node.text, None)
        for child in self.node:
            if isinstance(child.tag, str):
                self._child(child)
            self._words(child.tail, child)
        self.findings.extend(self._early.values())
        self._end()

    def _words(self, text: str | None, before: etree._Element | None) -> None:
        if not text or not text.strip():
            return
        after = self.grammar.patterns.after(self._state, TEXT)
        if after is not self.grammar.patterns.refused:
            self._state = after
        elif not self._text_seen and not self._mixed_later():
            self._text_seen = True
            words = " ".join(text.split())
            shown = words if len(words) <= 40 else words[:39] + "…"
            holds = "holds only elements" if items(self.definition.content) else "has to be empty"
            message = f'text "{shown}" stands loose in {element(str(self.node.tag))}, which {holds}'
            hint = f"put it into {self._homes() or 'an element that holds text'}"
            self.findings.append(TEXT_NOT_ALLOWED.at(self.places.text(self.node, before), message, hint))

    def _mixed_later(self) -> bool:
        """Tell whether an unknown child, which may have been meant to let text in, has been stepped over."""
        return self._unknown and TEXT in _kinds(self.definition.content)

    def _homes(self) -> str:
        """Return the children of this element that hold text, the likeliest first."""
        able = [one for one in items(self.definition.content) if isinstance(one, Definition) and one.names]
        holders = [one.names[0] for one in able if TEXT in _kinds(one.content)]
        preferred = [one for one in holders if local(one) in ("p", "ab", "head", "item")] or holders
        return either(element(one) for one in preferred[:3])

    def _child(self, child: etree._Element) -> None:
        name = str(child.tag)
        after = self.grammar.patterns.after(self._state, name)
        if after is self.grammar.patterns.refused:
            self._refused(child, name)
        else:
            self._take(child, name, after)

    def _take(self, child: etree._Element, name: str, after: Pattern) -> None:
        self._before.append((name, self._state))
        self.children.append((child, definitions(first(self._state), name)))
        self._state = after

    def _refused(self, child: etree._Element, name: str) -> None:
        """Say what is wrong with a child that may not come, and go on as if it had been right, or not there."""
        if name not in self.grammar.by_name:
            self._not_in_schema(child, name)
            return
        self.children.append((child, self.grammar.by_name[name]))
        if name in self._early:
            self._too_late(child, name)
        elif not definitions(items(self.definition.content), name):
            self._elsewhere(child, name)
        elif not self._skipped(child, name):
            self._misplaced(child, name)

    def _not_in_schema(self, child: etree._Element, name: str) -> None:
        same = self.grammar.namesakes.get(local(name), "")
        if same:
            # A namespace declared on the parent is one slip, not one for each child that inherits it.
            if etree.QName(child).namespace != etree.QName(self.node).namespace:
                self.findings.append(wrong_namespace(child, same, self.places))
            self._instead(child, same)
            return
        meant = self._meant(child, name)
        self.findings.append(unknown_element(child, meant, self._allowed_here(), self.places))
        self._instead(child, meant)

    def _meant(self, child: etree._Element, name: str) -> str:
        """Return the element that an unknown one is likely meant to be, first of all one that may come here."""
        if self.grammar.is_foreign(child):
            return ""
        inside = names(items(self.definition.content))
        near = habit(name, inside) or nearest(name, names(first(self._state))) or nearest(name, inside)
        return near or suggestion(self.grammar, name)

    def _instead(self, child: etree._Element, name: str) -> None:
        """Go on as if `child` were called `name`, where that may come here."""
        after = self.grammar.patterns.after(self._state, name) if name else self.grammar.patterns.refused
        known = self.grammar.by_name.get(name, ()) if name and is_slip(str(child.tag), name) else ()
        if after is self.grammar.patterns.refused:
            self._unknown = True
        else:
            self._before.append((name, self._state))
            known = definitions(first(self._state), name) if known else ()
            self._state = after
        self.children.append((child, known))

    def _allowed_here(self) -> str:
        allowed = either(element(one) for one in names(first(self._state)))
        return f"allowed here: {allowed}" if allowed else "nothing more is allowed here"

    def _elsewhere(self, child: etree._Element, name: str) -> None:
        """Report a child that this parent never holds."""
        content = names(items(self.definition.content))
        allowed = f"; it holds {either(element(one) for one in content)}" if content else ", which holds no elements"
        message = (
            f"{element(name)} is not allowed in {element(str(self.node.tag))}{allowed if len(content) < 9 else ''}"
        )
        holders = self.grammar.parents.get(name, ())
        between = [one for one in holders if one in content and one != name]
        if between and len(content) < 40:
            hint = f"put it into {either(element(one) for one in between[:3])}"
        else:
            hint = f"{element(name)} belongs in {either(element(one) for one in holders)}" if holders else "take it out"
        self.findings.append(NOT_ALLOWED.at(self.places.element(child), message, hint))

    def _too_late(self, child: etree._Element, name: str) -> None:
        """Report a child that was missed before: it is there, but after what it should precede."""
        missed = self._early.pop(name)
        follower = dict(missed.data).get("before", "")
        message = f"{element(name)} comes too late in {element(str(self.node.tag))}"
        hint = f"move it before {element(str(follower))}"
        self.findings.append(NOT_ALLOWED.at(self.places.element(child), message, hint))

    def _skipped(self, child: etree._Element, name: str) -> bool:
        """Report what has to come before `child` and did not; tell whether that is what is wrong."""
        build = self.grammar.patterns
        for demand in needed(self._state):
            for wanted in names(demand):
                after = build.after(build.after(self._state, wanted), name)
                if after is build.refused:
                    continue
                parent = element(str(self.node.tag))
                options = _options(demand)
                message = f"{parent} needs {options} before {element(name)}"
                hint = self._documented(demand, f"add {options}")
                place = self.places.element(child)
                self._early[wanted] = INCOMPLETE.at(place, message, hint, before=name)
                self.children.pop()
                self._state = build.after(self._state, wanted)
                self._take(child, name, after)
                return True
        return False

    def _misplaced(self, child: etree._Element, name: str) -> None:
        """Report a child that this parent holds, but not after what has come."""
        build = self.grammar.patterns
        parent = element(str(self.node.tag))
        earlier = [taken for taken, state in self._before if build.after(state, name) is not build.refused]
        if name in earlier and earlier[-1] == name:
            message = f"{element(name)} occurs once too often in {parent}"
            hint = "take out one of them"
        elif earlier:
            message = f"{element(name)} comes too late in {parent}"
            hint = f"move it before {element(earlier[-1])}"
        else:
            message = f"{element(name)} is not allowed at this place in {parent}"
            hint = self._allowed_here()
        self.findings.append(NOT_ALLOWED.at(self.places.element(child), message, hint))

    def _end(self) -> None:
        """Report what is still missing; not where an unknown child may have been meant for it."""
        if self._unknown:
            return
        demands = needed(self._state)
        if not demands:
            return
        parent = element(str(self.node.tag))
        options = either((_options(demand) for demand in demands), "and")
        empty = "is not complete; it" if len(self.node) or (self.node.text or "").strip() else "is empty; it"
        hint = self._documented(demands[0], f"add {_options(demands[0])}")
        self.findings.append(INCOMPLETE.at(self.places.element(self.node), f"{parent} {empty} needs {options}", hint))

    def _documented(self, demand: tuple[Item, ...], hint: str) -> str:
        """Add to `hint` what the schema says of the one element that is wanted."""
        if len(demand) == 1 and isinstance(demand[0], Definition) and demand[0].documentation:
            return f"{hint}: {demand[0].documentation}"
        return hint


def _options(demand: tuple[Item, ...]) -> str:
    """Return the elements that meet a demand; a wildcard has no name to give."""
    return either(element(one) for one in names(demand)) or "an element"


def _kinds(pattern: Pattern) -> Iterator[str]:
    """Yield TEXT where text may stand anywhere in the pattern."""
    if pattern.kind == "text":
        yield TEXT
    for part in pattern.parts:
        yield from _kinds(part)
