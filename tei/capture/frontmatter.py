"""What an editor knows already, written in TOML at the head of a plain-text capture between two lines `+++`.

What the keys mean is for `tei.decisions` to say; here they are only read, and kept apart from the page.

The block is no text of the page. Its characters are replaced by spaces, line ends kept, so that every offset and line
number after it is that of the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

from tei.decisions.sheet import mend
from tei.errors import SourceError
from tei.findings import Location, Rule, Severity
from tei.model import Given, Scalar
from tei.regexes import regex

FRONT_MATTER = Rule(
    "CAP121",
    "front-matter",
    Severity.ERROR,
    "The block at the head of the capture is not TOML, or is not closed. What stands in it cannot be used, and none "
    "of it may become text of the telegram.",
    bad="+++\nsender = Vetrov\n+++",
    good='+++\nsender = "Vetrov"\n+++',
)
RULES = (FRONT_MATTER,)

_FENCES: Final = {"+++": "+++", "---toml": "---"}
_PLACE: Final = regex(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_ASSIGNS: Final = regex(r"\s*(?:#|\[|[\w.\"'-]+\s*=)")
_SCALARS: Final = (str, int, float, bool, date, time, datetime)
_VISIBLE: Final = regex(r"[^\n]")


def read_front_matter(text: str, path: str) -> tuple[Given, int]:
    """Return what the head of a capture says and where it ends, (), 0 where it has none.

    Raises SourceError (CAP121) with the line where the block is no TOML or has no end.
    """
    lines = text.split("\n")
    fence = _FENCES.get(lines[0].strip())
    if fence is None:
        return (), 0
    last = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == fence), None)
    if last is None:
        if lines[0].strip() == "+++" and not (len(lines) > 1 and _ASSIGNS.match(lines[1])):
            return (), 0
        message = f"the block that {lines[0].strip()!r} opens has no end"
        raise SourceError(FRONT_MATTER.at(Location(path, 1, 1), message, f"close it by a line {fence}"))
    end = sum(len(line) + 1 for line in lines[: last + 1]) - 1
    return _given(lines[1:last], path), end


def blank(text: str, end: int) -> str:
    """Return the text with its first `end` characters as spaces, line ends kept."""
    return _VISIBLE.sub(" ", text[:end]) + text[end:]


def _given(lines: list[str], path: str) -> Given:
    """Return what the lines of the block say; they begin on line 2 of the file."""
    try:
        return tuple(_flattened("", tomllib.loads("\n".join(lines))))
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(lines), 1)
        reason, hint = _PLACE.sub("", str(error)), mend(lines[line - 1] if 0 < line <= len(lines) else "")
    except RecursionError:
        line, column, reason, hint = 1, 1, "it nests too deep", mend("")
    raise SourceError(FRONT_MATTER.at(Location(path, line + 1, column), f"not TOML: {reason}", hint))


def _flattened(key: str, value: Any) -> Iterator[tuple[str, Scalar | tuple[Scalar, ...]]]:
    """Yield keys with dots and their values; a list of tables counts its entries from 0."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flattened(f"{key}.{name}" if key else name, inner)
    elif isinstance(value, list) and not all(isinstance(one, _SCALARS) for one in value):
        for index, inner in enumerate(value):
            yield from _flattened(f"{key}.{index}", inner)
    else:
        yield key, tuple(value) if isinstance(value, list) else value
