"""What a careful editor reads off a capture: the expectation beside it, flattened to what is asked and counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Expected = dict[str, Any]
OR = " || "
NOT_ENCODED = frozenset((
    "in_footnote", "message_date", "form_date", "document_form", "issuing_office", "notes_without_marker",
    "source_language_is_inferred",
))  # fmt: skip
"""What an editor knows and the encoding has no place of its own for: left out of the count."""
NOT_COUNTED = frozenset(("dangling_note_marker", "note_citing_enclosure"))
"""Remarks of the expectations on the real captures, in words."""


def questions(expected: Expected) -> Iterator[tuple[str, Any]]:
    """The fields that are asked of a telegram, those of an enclosed message under its name.

    Where several answers are right they are joined by `OR`. A sender is written in heading or form and under the text:
    either will do.
    """
    for key, value in expected.items():
        if key == "enclosed_message":
            yield from ((f"{key}.{inner}", joined(answer)) for inner, answer in (value or {"sender": None}).items())
        elif key == "sender_as_written" and expected.get("signed"):
            yield key, OR.join((joined(value), joined(expected["signed"])))
        elif key not in NOT_ENCODED | NOT_COUNTED:
            yield key, joined(value)


def joined(value: Any) -> Any:
    """An expectation with several right answers as one string, any other as it is."""
    return OR.join(value["any"]) if isinstance(value, Mapping) and "any" in value else value


def flat(value: Any) -> Iterator[str]:
    """The items that are counted of an expectation."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "parts":
                yield from flat(inner)
            elif key == "leaves":
                yield from (f"leaves={a}" if a == b else f"leaves={a}–{b}" for a, b in inner)
            else:
                yield from (f"{'editors' if key == 'editor' else key}={one}" for one in flat(inner))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            numbered = f"{number} " if number > 1 and isinstance(inner, Mapping) else ""
            yield from (f"{numbered}{one}" for one in flat(inner))
    elif value not in (None, 0, False):
        yield str(value).lower() if value is True else str(value)
