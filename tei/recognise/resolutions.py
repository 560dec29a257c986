"""A decision that stands over the telegram it approves: "Extract from protocol No. 84", "To adopt the attached draft".

What the party's office sent out is one sheet: to whom it goes, the point of the minutes, the decision, and below a line
that says so ("[Attachment to …]", "To p. 461 of protocol No. 84") the text of the telegram. The first is service
matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine
from tei.recognise.service import Service, classify
from tei.regexes import regex

MAX_ABOVE: Final = 8
"""Lines over the words that name the minutes."""
MAX_DECISION: Final = 14
"""Lines from there to the one under which the draft begins."""
_MINUTES: Final = regex(
    r"[^\n]{0,40}\b(?:extracts?|excerpts?|выписка)\b[^\n]{0,30}\b(?:protocol|minutes|протокола)\b|"
    r"(?:protocol|minutes)\s+(?:no\.?|№|#)\s?\d[^\n]{0,60}\b(?:meeting|session)\b|(?:resolution|decree)\s+of\s+the\s[^\n]{5,90}",
    re.IGNORECASE,
)
_DRAFT: Final = regex(
    r"[\[(]?(?:attachment|appendix|annex|supplement|приложение)\b(?![^\n]*\b(?:is|are|was|were)\b)[^\n]{0,120}|"
    r"(?:to|к)\s+(?:p(?:oint|ar(?:agraph)?)?\.?|item|п\.|пункту)\s?(?:\d|[IVX])[^\n]{0,80}|"
    r"[\[(]?(?:draft|проект)(?:\s+of\s+(?:the|an?))?\s+(?:telegram|reply|answer|letter|instruction|message|телеграммы)"
    r"[^\n.]{0,80}",
    re.IGNORECASE,
)
_ANSWERED: Final = regex(
    r"(?:\d{1,4}\.?\s+)?(?:(?:telegrams?|cables?)\s+(?:of|from)\s[^\n]{3,60}?\s)?(?P<rest>(?:No\.?|№|N[º°]|#)\s?\d[\w/-]*)\.?",
    re.IGNORECASE,
)
_REGISTER: Final = regex(r"\d{2,5}/[a-z]{1,4}\.?")
MAX_FORM: Final = 6
MAX_ADDRESS: Final = 3


def decided(paragraphs: Sequence[Paragraph]) -> tuple[ServiceLine, ...]:
    """Return the lines of the decision over a draft, the one included that says that the draft follows; else none.

    The number of the telegram that it answers is a reference.
    """
    rows = paragraphs[: MAX_ABOVE + MAX_DECISION]
    head = next((i for i, row in enumerate(rows[:MAX_ABOVE]) if _names_minutes(row.text)), -1)
    draft = next((i for i in range(head + 1, len(rows)) if _DRAFT.fullmatch(rows[i].text)), -1) if head >= 0 else -1
    if draft < 0 or draft + 2 > len(paragraphs):
        return ()
    decision = tuple(_line(row, below=i > head) for i, row in enumerate(rows[: draft + 1]))
    return (*decision, *_addressed(paragraphs[draft + 1 : -1]))


def _addressed(rows: Sequence[Paragraph]) -> tuple[ServiceLine, ...]:
    """Return the lines of the draft's form down to the number alone of the telegram that it answers, "1322/sh."."""
    last = next((i for i, row in enumerate(rows[:MAX_FORM]) if _REGISTER.fullmatch(row.text)), -1)
    if last < 0:
        return ()
    form = (ServiceLine(row, classify(row.text) or _whole("address", row)) for row in rows[:last])
    return (*form, ServiceLine(rows[last], _whole("reference", rows[last])))


def _whole(type_: str, row: Paragraph) -> Service:
    place = row.text.find("–") if type_ == "address" else -1
    named = (("rest", place + 1, len(row.text)),)
    return Service(type_, (("place", 0, place), *named) if place > 0 else named)


def _line(row: Paragraph, *, below: bool) -> ServiceLine:
    answered = _ANSWERED.fullmatch(row.text) if below else None
    if answered:
        return ServiceLine(row, Service("reference", (("rest", *answered.span("rest")),)))
    return ServiceLine(row, Service("decision"))


def stands_over_draft(lines: Sequence[str]) -> bool:
    """Say whether lines are those of a decision whose draft has not begun: none of them signs the document."""
    minutes = any(map(_names_minutes, lines[:MAX_ABOVE]))
    return minutes and len(lines) <= MAX_DECISION and not any(map(_DRAFT.fullmatch, lines[:-MAX_ADDRESS]))


def is_item(words: str, above: Sequence[str]) -> bool:
    """Say whether a line is a numbered point of minutes, "461. Telegram of Comrade Pell", by the lines over it."""
    return words[:1].isdigit() and any(_names_minutes(line) or _DECIDED.match(line) for line in above)


def _names_minutes(words: str) -> bool:
    return any(sign in words for sign in _SIGNS) and _MINUTES.match(words) is not None


_SIGNS: Final = ("rotocol", "inutes", "esolution", "ecree", "ROTOCOL", "INUTES", "ESOLUTION", "ротокол", "РОТОКОЛ")
_DECIDED: Final = regex(r"(?:decision|resolution|решение)\s+(?:of|dated|от)\s[^\n]{0,6}\d", re.IGNORECASE)
