"""An envoy addressed in two lines, «СЕВЕРНАЯ ЗЕМЛЯ» over «СОВПОСОЛ», as the cipher offices of Moscow had it.

The two are read as one line, place and office with a comma between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_OFFICE: Final = regex(
    r"СОВ(?:ПОСОЛ|ПОСЛУ|ПОСОЛЬСТВО|ПОСОЛЬСТВУ|КОНСУЛ|КОНСУЛУ|ПОЛПРЕД|ПОЛПРЕДУ)[.,]?|ПОЛПРЕДУ[.,]?|ТОРГПРЕДУ[.,]?"
)
_PLACE: Final = regex(r"[А-ЯЁ][А-ЯЁ-]{2,}(?:[\s-][А-ЯЁ]{2,}){0,2}[.,]?")
MAX_PLACE: Final = 32


def with_seats(text: str, rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the rows of a page, place and office of an envoy as one; most pages have no such lines."""
    if "СОВПО" not in text and "СОВКОН" not in text and "ПОЛПРЕДУ" not in text and "ТОРГПРЕДУ" not in text:
        yield from rows
        return
    held: Paragraph | None = None
    for row in rows:
        if held is not None and _OFFICE.fullmatch(row.text):
            words = held.text.rstrip(".,") + ","
            yield Paragraph(held.start, row.end, words.ljust(row.start - held.start) + row.text, held.blank_before)
            held = None
            continue
        if held is not None:
            yield held
        held = row if len(row.text) <= MAX_PLACE and _PLACE.fullmatch(row.text) else None
        if held is None:
            yield row
    if held is not None:
        yield held
