"""Text from documents and file names made safe to show: no control characters, no lone surrogates."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """Return `text` on one line, with what could steer a terminal or turn the direction of writing made visible.

    A document is anyone's; U+009B in it would start an escape sequence, U+202E turn the rest of the line round.
    """
    if text.isprintable():  # so with nearly all
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029":
        return f"\\u{ord(character):04x}"
    return character


def encodable(text: str) -> str:
    """Return `text` with lone surrogates, which file names that are not UTF-8 bring, written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: wide characters two, combining ones none."""
    return sum(0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF") for one in text)
