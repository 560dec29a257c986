"""Where the elements of an XML text begin and end, so that a document can be taken out and put back to the same bytes.

A parser gives values and forgets how they were written: quotes, line ends, order of attributes, white space in tags. So
a text that a parser has found to be well-formed is looked at here by its tags alone (XML 1.0, productions 15 to 44);
of a text that is not well-formed nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tei.names import TEI_NS

_ATTRIBUTES: Final = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_TOKEN: Final = re.compile(
    rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?([^\s?]+)(.*?)\?>|<(/?)([^\s/<>!?\"'=]++)({_ATTRIBUTES})>", re.DOTALL
)
_START_TAG: Final = re.compile(rf"<[^\s/<>!?\"'=]++{_ATTRIBUTES}>")
_NO_TAGS: Final = re.compile(r"(<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>)", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"([^\s=\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(slots=True)
class Element:
    """An element or, with `?` before its name, a processing instruction: places in the text, its parts not too deep.

    `inner` and `close` are where its content begins and ends, `attributes` the words of its tag after the name.
    """

    name: str
    attributes: str
    start: int
    inner: int
    close: int = 0
    end: int = 0
    parts: list[Element] = field(default_factory=list)

    def values(self) -> dict[str, str]:
        """Return the attributes as they are written, references in them not resolved."""
        return {name: one or other for name, one, other in _ATTRIBUTE.findall(self.attributes)}

    def elements(self) -> list[Element]:
        """Return the elements in it."""
        return [part for part in self.parts if part.name[0] != "?"]

    def named(self, name: str) -> list[Element]:
        """Return the elements in it that bear a name."""
        return [part for part in self.parts if part.name == name]


def scan(text: str, start: int = 0, depth: int = 1, until: str = "", leaves: Set[str] = frozenset()) -> Element | None:
    """Return the first element from `start` on with what is in it, `depth` levels deep; None where there is none.

    Where the root has a part named `until` (`*` for any), neither that nor what follows it is looked at. What is in
    `leaves` is leapt over where that is safe.
    """
    stack: list[Element] = []
    position = start
    while position >= 0:
        tokens = _TOKEN.finditer(text, position)
        position = -1
        for token in tokens:
            if token[4] is None:
                if token[1] and 0 < len(stack) <= depth:
                    stack[-1].parts.append(_instruction(token))
                continue
            if until and len(stack) == 1 and not token[3] and until in (token[4], "*") and _closes(text, stack[0]):
                return stack[0]
            made = _ended(token, stack) if token[3] else _begun(token, stack, depth)
            if not stack:
                return made
            if made.name in leaves and made is stack[-1] and _leaps(text, made):
                stack.pop()
                position = made.end
                break
    return None


def _ended(token: re.Match[str], stack: list[Element]) -> Element:
    made = stack.pop()
    made.close, made.end = token.start(), token.end()
    return made


def _begun(token: re.Match[str], stack: list[Element], depth: int) -> Element:
    made = Element(token[4], token[5], token.start(), token.end())
    if 0 < len(stack) <= depth:
        stack[-1].parts.append(made)
    if token[5].endswith("/"):
        made.close = made.end = token.end()
    else:
        stack.append(made)
    return made


def _leaps(text: str, element: Element) -> bool:
    """Give an element its end without looking for it tag by tag: nothing in it may look like its end, or begin anew."""
    tag = f"</{element.name}>"
    place = text.find(tag, element.inner)
    if place < 0 or _doubtful(element.name).search(text, element.inner, place):
        return False
    element.close, element.end = place, place + len(tag)
    return True


@cache
def _doubtful(name: str) -> re.Pattern[str]:
    return re.compile(rf"<[!?]|<{re.escape(name)}[\s/>]")


def _closes(text: str, root: Element) -> bool:
    """Give the root its end without looking for it tag by tag: nothing may stand after it."""
    tag = f"</{root.name}>"
    place = text.rfind(tag)
    root.close, root.end = place, place + len(tag)
    return place > 0 and not text[root.end :].strip()


def _instruction(token: re.Match[str]) -> Element:
    return Element(f"?{token[1]}", token[2].strip(), token.start(), token.end(), token.end(), token.end())


def is_tei(element: Element, *names: str) -> bool:
    """Say whether a root is one of these elements of TEI, whatever prefix it is written with."""
    prefix, _, local = element.name.rpartition(":")
    declared = element.values().get(f"xmlns:{prefix}" if prefix else "xmlns")
    return local in names and declared == TEI_NS


def change_values(text: str, values: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> str:
    """Return a text with what a pattern finds in attributes changed; words, comments and CDATA stay as they are."""

    def changed(found: re.Match[str]) -> str:
        place, piece = found.start(), found.string
        start = piece.rfind("<", 0, place)
        if start < 0:
            return found.group()
        if piece.find(">", start, place) < 0:
            return change(found)
        tag = _START_TAG.match(piece, start)  # the mark may stand in an attribute before
        return change(found) if tag is not None and tag.end() > place else found.group()

    pieces = _NO_TAGS.split(text)
    pieces[::2] = [values.sub(changed, piece) for piece in pieces[::2]]
    return "".join(pieces)
