"""Places that stand alone in a line at the head of a telegram: where it went, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise import russian
from tei.recognise.beneath import MAX_LABEL
from tei.recognise.datelines import is_place
from tei.recognise.head_rows import Row
from tei.recognise.parts import Knowledge, Part
from tei.recognise.service import classify
from tei.regexes import regex

_PLACE_ALONE: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]+(?:[\s-][A-ZÀ-ÞА-ЯЁ][^\W\d_]+){0,2}")


def is_where_to(text: str, following: str, rows: Sequence[Row], known: Knowledge) -> bool:
    """Say whether a line under address and date is where both lead to: "To Vetrov" / "3 May 1938" / "Karsk"."""
    lines = [row.line for row in rows if row.line is not None]
    if len(text) > MAX_LABEL or not lines or len(lines) < len(rows) or len(following) < MAX_LABEL:
        return False
    last = lines[-1]
    dated = last.part is Part.DATELINE and last.place is None and any(line.part is Part.SALUTE for line in lines)
    place = text.rstrip(" ,.:")
    return (dated or last.part is Part.SALUTE) and (
        is_place(place, known.known_place) or (dated and _PLACE_ALONE.fullmatch(place) is not None)
    )


def is_where_from(text: str, following: str, known: Knowledge) -> bool:
    """Say whether a place stands alone over the line that says when the telegram was sent: "Oslo" / "Dispatched …".

    Or over an address that has its own, «Карск» / «Ленинград, т. Ветрову».
    """
    if len(text) > MAX_LABEL or not is_place(text.rstrip(" ,.:"), known.known_place):
        return False
    if not text.isascii() and (both := russian.addressee(following, known.known_party, known.known_place)) and both[0]:
        return True
    service = classify(following)
    return service is not None and service.type == "sent"
