"""An envoy addressed in two lines, «СЕВЕРНАЯ ЗЕМЛЯ» over «СОВПОСОЛ», as the cipher offices of Moscow had it.

In English the same is "OSLO" over "SOVIET AMBASSADOR". The two are read as one line, place and office with a comma
or a dash between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_OFFICE: Final = regex(
    r"СОВ(?:ПОСОЛ|ПОСЛУ|ПОСОЛЬСТВО|ПОСОЛЬСТВУ|КОНСУЛ|КОНСУЛУ|ПОЛПРЕД|ПОЛПРЕДУ)[.,]?|ПОЛПРЕДУ[.,]?|ТОРГПРЕДУ[.,]?|"
    r"SOVIET (?:AMBASSADOR|EMBASSY|CONSUL(?:ATE)?|REPRESENTATIVE)(?:\s[-–—]\s[A-Z][A-Z-]+)?[.,]?"
)
_PLACE: Final = regex(r"[А-ЯЁ][А-ЯЁ-]{2,}(?:[\s-][А-ЯЁ]{2,}){0,2}[.,]?|[A-Z][A-Z-]{2,}(?:\s[A-Z]{2,}){0,2}[.,]?")
_SIGNS: Final = ("СОВПО", "СОВКОН", "ПОЛПРЕДУ", "ТОРГПРЕДУ", "\nSOVIET ")
MAX_PLACE: Final = 32
MIN_APART: Final = 2


def with_seats(text: str, rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the rows of a page, place and office of an envoy as one; most pages have no such lines."""
    if not any(map(text.__contains__, _SIGNS)):
        return iter(rows)
    return put_together(rows, _seat)


def _seat(place: Paragraph, office: Paragraph) -> Paragraph | None:
    if len(place.text) > MAX_PLACE or not (_PLACE.fullmatch(place.text) and _OFFICE.fullmatch(office.text)):
        return None
    apart = "–" if place.text.isascii() and office.start - place.end < MIN_APART else ","
    words = place.text.rstrip(".,") + apart
    return Paragraph(place.start, office.end, words.ljust(office.start - place.start) + office.text, place.blank_before)
