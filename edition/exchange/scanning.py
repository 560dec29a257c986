"""Where the elements of an XML text begin and end, so that a document can be taken out and put back to the same bytes.

A parser gives values and forgets how they were written: quotes, line ends, order of attributes, white space in tags. So
a text that a parser has found to be well-formed is looked at here by its tags alone (XML 1.0, productions 15 to 44);
of a text that is not well-formed nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tei.names import TEI_NS

_ATTRIBUTES: Final = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_TOKEN: Final = re.compile(
    rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?([^\s?]+)(.*?)\?>|<(/?)([^\s/<>!?\"'=]++)({_ATTRIBUTES})>", re.DOTALL
)
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


def scan(text: str, start: int = 0, depth: int = 1, until: str = "") -> Element | None:
    """Return the first element from `start` on with what is in it, `depth` levels deep; None where there is none.

    Where the root has a part named `until`, neither that nor what follows it is looked at.
    """
    stack: list[Element] = []
    for token in _TOKEN.finditer(text, start):
        name = token[4]
        if name is None:
            if token[1] and 0 < len(stack) <= depth:
                stack[-1].parts.append(_instruction(token))
        elif token[3]:
            made = stack.pop()
            made.close, made.end = token.start(), token.end()
            if not stack:
                return made
        else:
            if name == until and len(stack) == 1 and _closes(text, stack[0]):
                return stack[0]
            made = Element(name, token[5], token.start(), token.end())
            if stack and len(stack) <= depth:
                stack[-1].parts.append(made)
            if token[5].endswith("/"):
                made.close = made.end = token.end()
                if not stack:
                    return made
            else:
                stack.append(made)
    return None


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


def signed(signs: str) -> re.Pattern[str]:
    """Return what finds the start tags that may hold one of the signs, and what only looks like them."""
    ahead = rf"(?=[^<]*?(?:{signs}))"
    return re.compile(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<{ahead}[^\s/<>!?\"'=]++{_ATTRIBUTES}>", re.DOTALL)


def change_tags(text: str, tags: re.Pattern[str], change: Callable[[str], str]) -> str:
    """Return a text with start tags changed, `tags` being `signed`; comments and CDATA stay as they are."""

    def changed(token: re.Match[str]) -> str:
        tag = token.group()
        return tag if tag[1] in "!?" else change(tag)

    return tags.sub(changed, text)
