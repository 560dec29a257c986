"""The quick yes: a document runs through the automaton as expat reads it, and the first slip ends the run.

Most documents of a corpus are valid, so this says nothing of what is wrong; `tei.relaxng.recovery` runs over the others
again and does. The two functions at the heart of it are written for speed: every look-up that can be done once is.
"""

from __future__ import annotations

import pyexpat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, Final

from tei.names import XML_NS
from tei.relaxng.automaton import NONE, SKIP, VALUE, Automaton, Opened, State
from tei.relaxng.patterns import TooManyPatternsError

CHUNK: Final = 1 << 16
MAX_DEPTH: Final = 250
MAX_TEXT: Final = 1 << 24
"""The longest text that is judged as one value, in characters."""

_BLANK: Final = " \t\n\r"
_BLANKS: Final = frozenset(
    [" ", *["\n" * lines + indent * depth for lines in (1, 2) for indent in (" ", "\t") for depth in range(41)]]
)
"""The white space that stands between most tags."""


class NotValidError(Exception):
    """The document is not valid, or has to be looked at more closely."""


def accepts(automaton: Automaton, chunks: Iterable[bytes]) -> bool:
    """Tell whether a document, given in pieces, is well-formed and valid; memory does not grow with it.

    Raises TooManyPatternsError with the element whose content the schema can match in too many ways.
    """
    run = _Run(automaton)
    parser = run.parser()
    try:
        for piece in growing(parser, chunks):
            parser.Parse(piece, False)
            run.hold_back()
        parser.Parse(b"", True)
    except (NotValidError, pyexpat.ExpatError, LookupError, ValueError):
        # KeyError among them: a transition that is neither known nor possible.
        return False
    except TooManyPatternsError:
        raise TooManyPatternsError(run.stack[-1].definitions[0] if run.stack else None) from None
    return run.done()


class TooLongError(NotValidError):
    """A single tag, value or comment is longer than can be held."""


def growing(parser: Any, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of a document, put together where a tag goes over many: expat begins each tag anew."""
    held: list[bytes] = []
    size = fed = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        waiting = fed - max(parser.CurrentByteIndex, 0) if fed else 0
        if waiting + size > MAX_TEXT:
            raise TooLongError
        if size >= waiting:
            yield held[0] if len(held) == 1 else b"".join(held)
            held.clear()
            fed += size
            size = 0
    if held:
        yield b"".join(held)


class _Run:
    """One document on its way through the automaton."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self.pieces: list[str] = []
        self.prefixes = Prefixes()
        self.stack: list[Opened] = []
        self.state: Callable[[], State]

    def parser(self) -> Any:
        """Return the parser whose events drive the run."""
        parser: Any = pyexpat.ParserCreate(None, "}")
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.buffer_size = 1 << 14
        parser.StartElementHandler, parser.EndElementHandler, self.state = self._handlers()
        parser.CharacterDataHandler = self.pieces.append
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartNamespaceDeclHandler = self.prefixes.start
        parser.EndNamespaceDeclHandler = self.prefixes.end
        return parser

    def done(self) -> bool:
        """Tell whether the document has come to an end that is allowed."""
        return self.state().accept == 1

    def hold_back(self) -> None:
        """Between two pieces of the document: let no text grow without bounds."""
        pieces = self.pieces
        if len(pieces) < 16:
            return
        mode = self.state().mode
        if mode == SKIP:
            pieces.clear()
        elif all(not piece.strip(_BLANK) for piece in pieces):
            pieces[:] = [" "] if mode != VALUE else pieces
        elif mode == NONE:
            raise NotValidError
        elif mode != VALUE:
            pieces[:] = ["x"]
        if sum(map(len, pieces)) > MAX_TEXT:
            raise NotValidError

    # Two closures over what they share take half the time of methods; so they stand together in one long function.
    def _handlers(  # noqa: C901 # as said above
        self,
    ) -> tuple[Callable[..., None], Callable[..., None], Callable[[], State]]:
        automaton = self.automaton
        pieces = self.pieces
        prefixes = self.prefixes.now
        state = automaton.start
        stack = self.stack
        push = stack.append
        pop = stack.pop
        ids: set[str] = set()
        clear = pieces.clear
        blanks = _BLANKS

        def start(name: str, attributes: list[str]) -> None:
            nonlocal state
            if pieces:
                if state.mode and (pieces[0] not in blanks or len(pieces) > 1):
                    state = _with_text(automaton, state, pieces, prefixes)
                clear()
            opened = state.opens.get(name) or _open(automaton, state, name)
            push(opened)
            if len(stack) > MAX_DEPTH:
                raise NotValidError
            if not attributes:
                state = opened.bare or _bare(automaton, opened)
                return
            names = tuple(attributes[::2])
            plan = opened.plans.get(names) or _plan(automaton, opened, names)
            if plan is None:
                state = _walk(automaton, opened, attributes, prefixes, ids)
                return
            for index, known, value in plan.checks:
                text = attributes[index]
                if text not in known and not value.matches(text, prefixes):
                    raise NotValidError
            if plan.ids:
                _identify(plan.ids, attributes, ids)
            state = plan.state

        def end(_: str) -> None:
            nonlocal state
            accepted = state.accept
            if state.mode == VALUE:
                accepted = automaton.accepts_value(state, "".join(pieces), prefixes)
                clear()
            elif pieces:
                if state.mode and (pieces[0] not in blanks or len(pieces) > 1):
                    accepted = _with_text(automaton, state, pieces, prefixes).accept
                clear()
            opened = pop()
            state = opened.resume.get(accepted) or _resume(automaton, opened, accepted)

        return start, end, lambda: state


class Prefixes:
    """The namespaces declared where the document is being read."""

    __slots__ = ("_before", "now")

    def __init__(self) -> None:
        self.now: dict[str, str] = {"xml": XML_NS}
        self._before: list[tuple[str, str | None]] = []

    def start(self, prefix: str | None, uri: str | None) -> None:
        """Take a declaration."""
        key = prefix or ""
        self._before.append((key, self.now.get(key)))
        self.now[key] = uri or ""

    def end(self, _: str | None) -> None:
        """Take back the last declaration."""
        key, before = self._before.pop()
        if before is None:
            del self.now[key]
        else:
            self.now[key] = before


def _refuse(*_: object) -> None:
    raise NotValidError


def _open(automaton: Automaton, state: State, name: str) -> Opened:
    opened = automaton.open(state, name)
    if opened is None:
        raise NotValidError
    return opened


def _bare(automaton: Automaton, opened: Opened) -> State:
    state = automaton.bare(opened)
    if state is None:
        raise NotValidError
    return state


def _plan(automaton: Automaton, opened: Opened, names: tuple[str, ...]) -> Any:
    return None if names in opened.plans else automaton.plan(opened, names)


def _walk(
    automaton: Automaton, opened: Opened, attributes: list[str], prefixes: dict[str, str], ids: set[str]
) -> State:
    walked = automaton.walk(opened, attributes, prefixes)
    if walked is None:
        raise NotValidError
    state, names = walked
    for name, text in zip(attributes[::2], attributes[1::2], strict=True):
        if name in names:
            _add_id(text, ids)
    return state


def _identify(where: tuple[int, ...], attributes: list[str], ids: set[str]) -> None:
    for index in where:
        _add_id(attributes[index], ids)


def _add_id(text: str, ids: set[str]) -> None:
    ident = text.strip(_BLANK)
    if ident in ids:
        raise NotValidError
    ids.add(ident)


def _with_text(automaton: Automaton, state: State, pieces: list[str], prefixes: dict[str, str]) -> State:
    """Return the state after a text that is not only white space."""
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if not text.strip(_BLANK):
        return state
    matched = frozenset(value for value in state.values if value.matches(text, prefixes))
    after = automaton.with_text(state, matched)
    if after is None:
        raise NotValidError
    return after


def _resume(automaton: Automaton, opened: Opened, accepted: int) -> State:
    state = automaton.resume(opened, accepted) if accepted else None
    if state is None:
        raise NotValidError
    return state


def chunks_of(data: bytes) -> Iterable[bytes]:
    """Yield a document in memory in pieces."""
    if len(data) <= CHUNK:
        return (data,)
    return (data[at : at + CHUNK] for at in range(0, len(data), CHUNK))


def root_of(data: bytes) -> int | None:
    """Return where in the beginning of a document the tag of its root starts, None where that is not to be seen."""
    found: list[int] = []
    parser: Any = pyexpat.ParserCreate()
    parser.StartElementHandler = lambda *_: found.append(parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = _refuse
    with suppress(NotValidError, pyexpat.ExpatError, LookupError, ValueError):  # what follows is for others to judge
        parser.Parse(data, False)
    return found[0] if found else None
