"""Notes marked by a letter and a stroke, "x/" or "xx/", as typists of ministries mark them.

The note stands under the text, often under a rule: "x/ Pseudonym of P. A. Vetrov.".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.model import Footnote
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LEAD: Final = regex(r"(?P<n>[xXхХ]{1,3}|\*{1,3})[/)]\s*(?=[A-ZÀ-ÞА-ЯЁ“\"«(\[])")
_MARKER: Final = regex(r"(?<=[\w.,;:”\"»)\]])\s?(?P<whole>(?P<n>[xXхХ]{1,3}|\*{1,3})[/)])(?![\w/])")


def crossed_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes of a page that are marked so, each with the span of its marker; none without a marker."""
    if not any(map(text.__contains__, ("x/", "х/", "X/", "Х/", "*/", "x)", "х)", "*)"))):
        return ()
    return tuple(_notes(paragraphs))


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[Footnote]:
    open_: dict[str, tuple[int, int]] = {}
    for paragraph in paragraphs:
        lead = _LEAD.match(paragraph.text)
        mark = open_.pop(_sign(lead["n"]), None) if lead else None
        if lead and mark:
            n = _sign(lead["n"])
            yield Footnote(n, paragraph.start, paragraph.start + lead.end(), paragraph.end, "", (mark,))
            continue
        for marker in _MARKER.finditer(paragraph.text):
            start, end = marker.span("whole")
            open_.setdefault(_sign(marker["n"]), (paragraph.start + start, paragraph.start + end))


def _sign(n: str) -> str:
    return n.lower().replace("х", "x")
