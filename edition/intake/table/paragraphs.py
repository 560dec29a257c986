"""The text of a cell as paragraphs, kept to the last character; the lines of a paragraph stay lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.capture.flat import LINE_END, NOT_XML
from tei.encode.markup import add, element
from tei.text import append_text

_BLANK: Final = re.compile(r"\n(?:[^\S\n]*\n)+")
_NUMBER: Final = r"(?<![\w/.-]){}(?![\w/-]|\.\d)"


def clean(text: str) -> tuple[str, int]:
    """Return a text as XML can hold it, with one kind of line end, and how many characters had to be replaced."""
    plain = LINE_END.sub("\n", text)
    return NOT_XML.subn("\ufffd", plain)


def paragraphs_of(text: str, parted: str = "blank") -> Iterator[str]:
    """Yield the paragraphs of a text: parted by blank lines, by each line end, or by nothing."""
    pieces = _BLANK.split(text) if parted == "blank" else text.split("\n") if parted == "lines" else [text]
    for piece in pieces:
        if (words := piece.strip("\n")) and words.strip():
            yield words


def put_text(message: etree._Element, text: str, *, parted: str = "blank", number: str = "") -> bool:
    """Put a text into a message; say whether the number of the telegram was found and marked in it.

    A line end inside a paragraph is kept, with `lb` behind it.
    """
    for child in list(message):
        message.remove(child)
    marked = False
    for words in paragraphs_of(text, parted):
        found = None if marked or not number else re.search(_NUMBER.format(re.escape(number)), words[:_NEAR])
        if len(message) > _FIRST:
            found = None
        paragraph = add(message, "p")
        if found is not None and not marked:
            marked = True
            _put_lines(paragraph, words[: found.start()])
            add(paragraph, "num", number, type="telegram", value=number if number.isdecimal() else "", n=number)
            _put_lines(paragraph, words[found.end() :])
        else:
            _put_lines(paragraph, words)
    if not len(message):
        message.append(element("p"))
    return marked


_NEAR: Final = 300
_FIRST: Final = 3
"""The number of a telegram stands at its head: in one of so many first paragraphs, not far in it."""


def _put_lines(paragraph: etree._Element, words: str) -> None:
    for at, line in enumerate(words.split("\n")):
        if at:
            append_text(paragraph, "\n")
            add(paragraph, "lb")
        append_text(paragraph, line)
