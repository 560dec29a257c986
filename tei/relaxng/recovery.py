"""Why a document is not valid: a run that says what is wrong, steps over it, and goes on.

A child that is out of place is named and stepped over, as if it had been right or had not been there, so that each slip
gives one finding where it stands and none of those that follow from it. The run is fed with events, from expat or from
a tree, and keeps for each open element what has come so far in a few words, whatever its length.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tei.findings import Finding, Location
from tei.names import TEI_NS
from tei.relaxng.account import Account
from tei.relaxng.attribute_slips import AttributeSlips, StartTag
from tei.relaxng.automaton import NONE, SKIP, VALUE, XML_ID, Automaton, Opened
from tei.relaxng.catalog import Catalog
from tei.relaxng.content_slips import ContentSlips
from tei.relaxng.demands import all_elements, names
from tei.relaxng.frames import Frame
from tei.relaxng.patterns import Definition
from tei.relaxng.problems import DUPLICATE_ID, UNKNOWN_ELEMENT, WRONG_ROOT
from tei.relaxng.wording import either, element, habit, local, namespace, nearest

_BLANK: Final = " \t\n\r"
_MAX_TRAIL: Final = 1000
_OLD_ROOTS: Final = ("tei.2", "teicorpus.2")
_OLD: Final = "convert the file to TEI P5 first"


class Recovery:
    """One document on its way, with all that is wrong in it."""

    def __init__(self, automaton: Automaton, catalog: Catalog, account: Account) -> None:
        self.automaton = automaton
        self.catalog = catalog
        self.account = account
        self.attributes = AttributeSlips(automaton, catalog, account)
        self.content = ContentSlips(automaton, catalog, account)
        self.root_seen = False
        self._frames: list[Frame] = []
        self._closed = 0
        self._ids: dict[str, int] = {}

    # events

    def start(self, tag: StartTag) -> None:
        """Take a start tag."""
        if self._closed:
            self._closed += 1
            self._identify(tag)
            return
        frame = self._root(tag) if not self._frames else self._child(tag)
        if frame is None:
            self._closed = 1
        else:
            self._frames.append(frame)
        self._identify(tag)

    def text(self, text: str, place: Location, prefixes: Mapping[str, str]) -> None:
        """Take a text, all that stands between two tags; `place` is that of its first word."""
        if self._closed or not self._frames:
            return
        frame = self._frames[-1]
        if frame.state is None or frame.state.mode == SKIP:
            return
        if frame.state.mode == VALUE:
            frame.value += text
            frame.value_place = frame.value_place or place
        elif text.strip(_BLANK):
            self._words(frame, text, place, prefixes)

    @property
    def mode(self) -> int:
        """What a text would mean here: SKIP where it need not be looked at."""
        frame = self._frames[-1] if self._frames and not self._closed else None
        return SKIP if frame is None or frame.state is None else frame.state.mode

    def end(self, prefixes: Mapping[str, str]) -> None:
        """Take an end tag."""
        if self._closed:
            self._closed -= 1
            return
        frame = self._frames.pop()
        accepted = self.content.end(frame, prefixes)
        if self._frames:
            self._resume(self._frames[-1], frame, accepted)

    @property
    def innermost(self) -> Definition | None:
        """The definition of the element that is open, None where there is none."""
        opened = self._frames[-1].opened if self._frames else None
        return opened.definitions[0] if opened is not None else None

    @property
    def _outer(self) -> Frame | None:
        return self._frames[-1] if self._frames else None

    # elements

    def _root(self, tag: StartTag) -> Frame | None:
        self.root_seen = True
        start = self.automaton.start
        opened = start.opens.get(tag.name) or self.automaton.open(start, tag.name)
        if opened is None:
            self.account.add(self._wrong_root(tag))
            return None
        return self._opened(tag, opened)

    def _opened(self, tag: StartTag, opened: Opened) -> Frame:
        return Frame(tag, opened, self.attributes.state_after(tag, opened), self.automaton.content, self._outer)

    def _child(self, tag: StartTag) -> Frame | None:
        """Return the frame of a child, None where it stays closed."""
        parent = self._frames[-1]
        if parent.state is None:
            return self._inside_unknown(tag)
        self._value_before(parent, tag)
        opened = parent.state.opens.get(tag.name) or self.automaton.open(parent.state, tag.name)
        if opened is not None:
            parent.take(tag.name, _MAX_TRAIL)
            return self._opened(tag, opened)
        definitions = self.content.refused(parent, tag)
        if parent.taken is not None:
            opened, parent.taken = parent.taken, None
            return self._opened(tag, opened) if definitions else self._unknown(tag, opened)
        if definitions:
            return self._opened(tag, self.automaton.opened_as(definitions))
        return self._unknown(tag, None)

    def _unknown(self, tag: StartTag, opened: Opened | None) -> Frame | None:
        """Return the frame of an element that is not known; what is foreign to the schema stays closed."""
        if namespace(tag.name) not in self.catalog.namespaces and opened is None:
            return None
        return Frame(tag, opened, None, self.automaton.content, self._outer)

    def _inside_unknown(self, tag: StartTag) -> Frame | None:
        """Look at a child of an element that is not known itself."""
        known = self.catalog.by_name.get(tag.name, ())
        if known:
            return self._opened(tag, self.automaton.opened_as(known))
        if namespace(tag.name) not in self.catalog.namespaces:
            return None
        parent = self._frames[-1].tag.name
        same = self.catalog.namesakes.get(local(tag.name), "")
        if not (same and namespace(parent) == namespace(tag.name)):
            self.content.unknown(tag, self.catalog.suggestion(tag.name), "mend its parent first", parent)
        return Frame(tag, None, None, self.automaton.content, self._outer)

    def _resume(self, parent: Frame, child: Frame, accepted: int) -> None:
        """Go on in the parent once a child has ended."""
        if parent.state is None or child.opened is None or not child.opened.routes:
            return
        opened = child.opened
        every = (1 << len(opened.definitions)) - 1
        wanted = accepted or every
        after = opened.resume.get(wanted) or self.automaton.resume(opened, wanted)
        parent.state = after or self.automaton.resume(opened, every) or parent.state

    # text

    def _words(self, frame: Frame, text: str, place: Location, prefixes: Mapping[str, str]) -> None:
        state = frame.state
        after = None
        if state is not None and state.mode != NONE:
            matched = frozenset(one for one in state.values if one.matches(text, prefixes))
            after = self.automaton.with_text(state, matched)
        if after is not None:
            frame.state = after
        else:
            self.content.loose_text(frame, text, place)

    def _value_before(self, parent: Frame, tag: StartTag) -> None:
        """Settle a text that could have been a value, now that a child follows it."""
        text, place = parent.value, parent.value_place
        parent.value, parent.value_place = "", None
        if not text.strip(_BLANK) or place is None:
            return
        self._words(parent, text, place, tag.prefixes)

    # ids and roots

    def _identify(self, tag: StartTag) -> None:
        """Report an id that is there already (W3C xml:id Version 1.0, section 4; XML Schema part 2, ID)."""
        for at in range(0, len(tag.attributes), 2):
            name, written = tag.attributes[at], tag.attributes[at + 1]
            if name != XML_ID and not self.attributes.is_id(name):
                continue
            ident = written.strip(_BLANK)
            line = self._ids.get(ident)
            if line is None:
                self._ids[ident] = tag.place.line
            else:
                message = f'the id "{ident}" is already used at line {line}'
                self.account.add(DUPLICATE_ID.at(tag.place_of(name), message, "give one of them another id"))

    def _wrong_root(self, tag: StartTag) -> Finding:
        """Say why a document cannot start as this one does."""
        name = tag.name
        starts = names(all_elements(self.automaton.start.parts[0]))
        allowed = either(element(one) for one in starts) or "an element that the schema starts with"
        same = next((one for one in starts if local(one) == local(name)), "")
        if same:
            return self.content.wrong_namespace(tag, same, parent=None)
        if name in self.catalog.by_name:
            message = f"the document starts with {element(name)}, which the schema allows only inside others"
            return WRONG_ROOT.at(tag.place, message, f"start with {allowed}")
        if local(name).lower() in _OLD_ROOTS and TEI_NS in {namespace(one) for one in starts}:
            return UNKNOWN_ELEMENT.at(tag.place, f"the root element {element(name)} is that of TEI P4 or older", _OLD)
        near = nearest(name, starts) or habit(name, starts)
        hint = f"did you mean {element(near)}?" if near else f"start with {allowed}, or choose another schema"
        return UNKNOWN_ELEMENT.at(tag.place, f"the root element {element(name)} is not in the schema", hint)
