"""Directives of staffs, which went by wire: «ДИРЕКТИВА СТАВКИ № 001204 КОМАНДУЮЩЕМУ ФРОНТОМ О СКЛАДАХ».

The staff stands in the genitive, the number may stand between, whom it is for in the dative; the subject follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise import russian
from tei.regexes import regex

Party = tuple[str, tuple[int, int]]

_DIRECTIVE: Final = regex(
    r"(?:(?:боевое|частное|предварительное|устное|оперативн\w+)\s+)?(?:директив[аы]|приказани[ея]|распоряжени[ея]|"
    r"указани[ея]|запрос)\s+"
    r"(?P<from>(?:ставки|штаба|генерального\sштаба|генштаба|начальника|командующего|главнокомандующего|командования|"
    r"заместителя|представителя|военного\sсовета|верховного)(?:\s{1,2}[^\s№]+?){0,11}?)"
    r"(?:\s*№\s*(?P<number>[\w/-]*\d[\w/-]*))?\s+"
    rf"(?P<to>(?:{russian.DATIVE}|командующим|командирам|представителям|начальникам|ставке|войскам|в\sставку|в\sгенеральный\sштаб)"
    r"(?:\s{1,2}(?!(?:о|об|обо|на|по|с)\s)[^\s№]+){0,12}?)(?:\s*№\s*(?P<after>[\w/-]*\d[\w/-]*))?"
    r"(?:\s+(?:о|об|обо|на|по|с|для)\s[^\n]*)?",
    re.IGNORECASE,
)
_BEGINS: Final = ("дир", "при", "рас", "ука", "бое", "час", "пре", "опе", "зап", "уст")
MAX_DIRECTIVE: Final = 260


def read_directive(text: str) -> tuple[str, tuple[Party, ...]]:
    """Return the number of a directive that a line heads, and its parties; nothing where a line is no such heading."""
    if text.isascii() or not 20 < len(text) <= MAX_DIRECTIVE or text[:3].lower() not in _BEGINS or text[-1:] in ",:;!?":
        return "", ()
    match = _DIRECTIVE.fullmatch(text.replace("\n", " ").rstrip(" ."))
    if match is None or match["to"].lower().startswith("бюро"):
        return "", ()
    return match["number"] or match["after"] or "", tuple(_parties(match.span("from"), match.span("to")))


def _parties(sender: tuple[int, int], recipient: tuple[int, int]) -> Iterator[Party]:
    yield "from", sender
    yield "to", recipient
