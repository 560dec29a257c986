"""Addresses without a word that says so: of cables in capitals, and a ministry alone over the text.

Telegraph offices print the address under their own line, "VETROV POLAR INST LENINGRAD="; forms of ministries name the
ministry that is to read them in a line by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.head_rows import Row
from tei.recognise.parts import Knowledge, Part
from tei.regexes import regex

_MINISTRY: Final = regex(
    r"(?:The\s+)?(?:(?:Ministry|Department|Secretariat|Minister|Secretary)\s+(?:of|for)\s+(?:Foreign|External)\s+"
    r"(?:Affairs|Relations)|(?:State\s+)?(?:Secretariat\s+(?:of|for)\s+)?(?:Foreign|External)\s+(?:Ministry|Office|Affairs))",
    re.IGNORECASE,
)
_NUMBERED: Final = regex(r"\d{1,5}\s?[.)]?\s?[.–—-]")
MIN_ROWS: Final = 2
"""Lines of a form over an address without a label."""


def is_cable_address(text: str, following: str, rows: Sequence[Row]) -> bool:
    """Say whether a line in capitals between the line of a telegraph office and a text in capitals is its address."""
    words = text.split()
    if not rows:
        return _is_over_wire(text, words, following)
    if _is_under_date(words, following, rows):
        return text.isupper()
    if not (rows and rows[-1].paragraph.text.isupper() and _is_of_office(rows[-1])):
        return False
    plain = "STOP" not in words and text[-1:] not in ".!?" and following.isupper()
    return text.isupper() and len(words) <= 7 and (text.endswith("=") or plain)


def goes_on_taped(text: str, rows: Sequence[Row]) -> bool:
    """Say whether a line goes on with the address of a tape, each of whose lines ends so: "HOTEL WENDELL="."""
    above = rows[-1].line if rows else None
    taped = above is not None and above.part is Part.SALUTE and above.paragraph.text.endswith("=")
    return taped and text.isupper() and text.endswith("=") and len(text.split()) <= 7


def last_known(text: str, known: Knowledge, *, first: bool = False) -> tuple[int, int]:
    """Return the name at the end of a cable address that the lists know, the whole line where they know none.

    `first`: of several names the first, "MOROZKIN POLYNYA", behind which he is to be found.
    """
    end = len(text.rstrip(" .,:="))
    words = [match.start() for match in re.finditer(r"\S+", text[:end])]
    ends = [match.end() for match in re.finditer(r"\S+", text[:end])]
    windows = (
        (a, b)
        for width in range(len(words), 0, -1)
        for a, b in [*zip(words, ends[width - 1 :], strict=False)][:: 1 if first else -1]
    )
    return next(
        ((a, b) for a, b in windows if known.known_party(text[a:b]) and not known.known_place(text[a:b])), (0, end)
    )


def _is_of_office(row: Row) -> bool:
    """Say whether a row is the line of a telegraph office, or place and date as it writes them."""
    if row.line is not None:
        return row.line.part is Part.DATELINE
    return row.service is not None and bool(row.service.part("clock") or row.service.part("stamp"))


def _is_under_date(words: Sequence[str], following: str, rows: Sequence[Row]) -> bool:
    """Say whether a few words stand between place and date of a form and the number of the telegram, "104. - …"."""
    dated = bool(rows) and rows[-1].line is not None and rows[-1].line.part is Part.DATELINE
    return dated and len(rows) > 1 and len(words) <= MAX_WORDS and _NUMBERED.match(following) is not None


MAX_WORDS: Final = 4


def _is_over_wire(text: str, words: Sequence[str], following: str) -> bool:
    """Say whether two words or a few more in capitals stand right over a text in capitals with its stops."""
    plain = text.isupper() and text[-1:].isalpha() and 1 < len(words) <= MAX_WORDS and "STOP" not in words
    return plain and " STOP" in following and following.isupper()


def is_ministry_alone(text: str, following: str, rows: Sequence[Row]) -> bool:
    """Say whether a ministry stands alone between the lines of a form and the text: it is to read the telegram."""
    if len(rows) < MIN_ROWS or _MINISTRY.fullmatch(text.rstrip(" ,.:")) is None or len(following) <= len(text):
        return False
    lined = all(
        row.kind == "service" or row.line is not None or row.paragraph.text.isdecimal() for row in rows[-MIN_ROWS:]
    )
    return lined and not any(row.line is not None and row.line.part is Part.SALUTE for row in rows)
