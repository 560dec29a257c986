"""Values of attributes changed in the text of an XML file, with every other character left as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Change = Callable[[str, str], str]
"""Takes the name and the value of an attribute as they are written, and returns the value that it is to have."""

_ASIDE: Final = re.compile(r"(<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>)", re.DOTALL)
_TAG: Final = re.compile(r"<[^\s/<>!?\"'=]++(?:\s++[^\s<>=\"'/]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))++")
_ATTRIBUTE: Final = re.compile(r"(\s([^\s<>=\"'/]+)\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')")


def change_attributes(text: str, change: Change) -> str:
    """Return a text with the values of attributes changed; comments, CDATA and instructions are not looked into."""

    def attribute(found: re.Match[str]) -> str:
        quote = '"' if found[3] is not None else "'"
        value = found[3] if found[3] is not None else found[4]
        made = change(found[2], value)
        return found.group() if made == value else f"{found[1]}{quote}{made}{quote}"

    def tag(found: re.Match[str]) -> str:
        return _ATTRIBUTE.sub(attribute, found.group())

    pieces = _ASIDE.split(text)
    pieces[::2] = [_TAG.sub(tag, piece) for piece in pieces[::2]]
    return "".join(pieces)
