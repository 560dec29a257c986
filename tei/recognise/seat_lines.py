"""An envoy addressed in two lines, «СЕВЕРНАЯ ЗЕМЛЯ» over «СОВПОСОЛ», as the cipher offices of Moscow had it.

The two are read as one line, place and office with a comma between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tei.recognise.paragraphs import Paragraph, put_together
from tei.regexes import regex

_OFFICE: Final = regex(
    r"СОВ(?:ПОСОЛ|ПОСЛУ|ПОСОЛЬСТВО|ПОСОЛЬСТВУ|КОНСУЛ|КОНСУЛУ|ПОЛПРЕД|ПОЛПРЕДУ)[.,]?|ПОЛПРЕДУ[.,]?|ТОРГПРЕДУ[.,]?"
)
_PLACE: Final = regex(r"[А-ЯЁ][А-ЯЁ-]{2,}(?:[\s-][А-ЯЁ]{2,}){0,2}[.,]?")
MAX_PLACE: Final = 32


def with_seats(text: str, rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the rows of a page, place and office of an envoy as one; most pages have no such lines."""
    if "СОВПО" not in text and "СОВКОН" not in text and "ПОЛПРЕДУ" not in text and "ТОРГПРЕДУ" not in text:
        return iter(rows)
    return put_together(rows, _seat)


def _seat(place: Paragraph, office: Paragraph) -> Paragraph | None:
    if len(place.text) > MAX_PLACE or not (_PLACE.fullmatch(place.text) and _OFFICE.fullmatch(office.text)):
        return None
    words = place.text.rstrip(".,") + ","
    return Paragraph(place.start, office.end, words.ljust(office.start - place.start) + office.text, place.blank_before)
