"""Lists of copies at the end of a form: who got them, numbered or not, each on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from tei.dates import find_dates
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import Service, classify, listed_copy
from tei.regexes import regex

MAX_LOOKED_AT: Final = 40
MAX_LISTED: Final = 80
MAX_DAY: Final = 30
MAX_HANDS: Final = 3
_HEADING: Final = regex(r"\bcop(?:y|ies)\s+(?:made|printed)|\bэкз", re.IGNORECASE)
_TURNED: Final = regex(r"(?P<rest>[^\W\d_][^\d\n]{2,60}?)\s*[–—-]\s*(?P<copy>\d{1,2}(?:\s?[-–,]\s?\d{1,2})*)\.?")
"""A line that has the numbers behind the name: "Comrade Patolin – 18"."""
_TO_FILE: Final = regex(r"(?:to\s+)?(?:the\s+)?files?|(?:в\s+)?(?:дело|дела|архив)", re.IGNORECASE)
_RANKED: Final = regex(
    r"(?:Mr|Mrs|Miss|Sir|Lord|Lady|Com|Cde|Comrade|General|Colonel|тов|т|товарищу?)\.?\s[A-ZÀ-ÞА-ЯЁ][^\d.!?:;\n]{1,50}[.,]?"
)


def listed_rows(paragraphs: Sequence[Paragraph]) -> dict[int, Service]:
    """Return the lines of distribution lists by their place: numbered in order under a count or a heading of copies.

    Under a bare heading, "Distribution:", names without numbers are listed too.
    """
    found: dict[int, Service] = {}
    for index in range(max(0, len(paragraphs) - MAX_LOOKED_AT), len(paragraphs)):
        head = None if index in found or len(paragraphs[index].text) > MAX_LISTED else classify(paragraphs[index].text)
        sent = head is not None and head.type == "sent" and paragraphs[index].text.endswith(":")
        if head is not None and (sent or head.type in ("copies", "distribution")):
            heads = sent or head.type == "copies" or head.part("rest") is None
            bare = heads and not any(map(str.isdigit, paragraphs[index].text))
            under = index + 1 + _is_day(paragraphs, index + 1)
            under += sum(1 for _ in takewhile(_is_printed, paragraphs[under : under + MAX_HANDS]))
            found |= _list_under(paragraphs, under, bare=bare and _HEADING.search(paragraphs[index].text) is None)
            if (head.part("rest") and not head.part("copy")) or (head.type == "copies" and not bare):
                found |= _ranked_under(paragraphs, index + 1)
    return found


def _is_printed(paragraph: Paragraph) -> bool:
    """Say whether a line between the number of copies and their list tells who printed them, and when."""
    service = classify(paragraph.text) if len(paragraph.text) <= MAX_LISTED else None
    return service is not None and service.type == "printed"


def _is_day(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a day stands between the number of copies and the list of them."""
    if index + 1 >= len(paragraphs) or len(paragraphs[index].text) > MAX_DAY:
        return False
    text = paragraphs[index].text.rstrip(" .")
    found = find_dates(text) if any(map(str.isdigit, text)) else ()
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def _ranked_under(paragraphs: Sequence[Paragraph], first: int) -> dict[int, Service]:
    """Return the lines under "Copies to: Mr. Dening", or under "5 copies", that go on: names with their rank."""
    last = first
    while last < len(paragraphs) and len(text := paragraphs[last].text) <= MAX_LISTED and _RANKED.fullmatch(text):
        last += 1
    return {i: Service("distribution", (("rest", 0, len(paragraphs[i].text)),)) for i in range(first, last)}


def _list_under(paragraphs: Sequence[Paragraph], first: int, *, bare: bool) -> dict[int, Service]:
    found: dict[int, Service] = {}
    expected = 1
    for index in range(first, len(paragraphs)):
        text = paragraphs[index].text
        item = listed_copy(text, loose=True) if len(text) <= MAX_LISTED else None
        if item is None and len(text) <= MAX_LISTED and (turned := _TURNED.fullmatch(text)):
            item = Service("distribution", (("copy", *turned.span("copy")), ("rest", *turned.span("rest"))))
        if item is None and (several := _several_copies(text, expected)):
            found[index], expected = several
            continue
        if item is None and bare and can_be_listed(text):
            item = Service("distribution", (("rest", 0, len(text)),))
        number = item.part("copy") if item else None
        figures = re.findall(r"\d+|[Il]$", text[slice(*number)]) if number else []
        if item is None or (figures and figures[0] not in (str(expected), "I", "l")):
            break
        last = int(figures[-1]) if figures and figures[-1].isdigit() else expected
        found[index], expected = item, last + 1
        bare = bare and number is None
    return found


def _several_copies(text: str, expected: int) -> tuple[Service, int] | None:
    """Return a line "Copies Nº 2-3 – to Vetrov" that goes on with a list, and the number that is to come after it."""
    service = classify(text) if len(text) <= MAX_LISTED else None
    span = service.part("copy") if service else None
    figures = re.findall(r"\d+", text[slice(*span)]) if span else []
    if service is None or len(figures) < 2 or int(figures[0]) != expected:
        return None
    return service, int(figures[-1]) + 1


_COUNTED: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*(?:\s[A-ZÀ-ÞА-ЯЁ][\w’'.-]*)?\s*[–—-]\s*\d{1,2}(?:[,;.]\s*|$)){1,8}")
"""Names with the number of copies that each gets: "Vetrov - 2, Pashin - 1,"."""


def can_be_listed(text: str) -> bool:
    """Say whether a line can be a name or office among those who get copies."""
    if any(map(str.isdigit, text)):
        return len(text) <= MAX_LISTED and _COUNTED.fullmatch(text) is not None
    return (
        len(text) <= MAX_LISTED
        and len(text.split()) <= 8
        and (text[:1].isupper() or _TO_FILE.fullmatch(text) is not None)
        and text[-1:] not in ":!?"
        and classify(text) is None
    )
