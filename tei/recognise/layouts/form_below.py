"""A form under what a site has to say first: “From: …” and “To: …” open the telegram, whatever stands over them."""

from __future__ import annotations

import re
from typing import Final

from tei.archives import Repositories
from tei.recognise.kinds import kind_of
from tei.recognise.layouts.headings import is_title
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.regexes import regex

MAX_FORM: Final = 4


def from_form(
    rows: tuple[Paragraph, ...], repositories: Repositories
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the rows from a form on, “From: …” and “To: …”, what the site has over it, and the dots of its list.

    A title that names its kind of document stays; other words over the form are the site's, and the form knows better.
    """
    if named := _named_form(rows):
        return rows[named:], rows[:named], ()
    at = next((i for i, row in enumerate(rows[:MAX_FORM_AT]) if ":" in row.text[:8] and _is_form(rows, i)), 0)
    foreign = [i for i in range(at) if len(rows[i].text) > MIN_FOREIGN and classify(rows[i].text) is None]
    told = any(rows[i].text.endswith(".") or is_source(rows[i].text, repositories) for i in foreign)
    if not foreign or told or len(rows) < at + MAX_FORM:
        return rows, (), ()
    titles = [i for i in range(at) if is_title(rows[i]) and kind_of(rows[i].text)][-1:]
    kept = sorted({*titles, *range(foreign[-1] + 1, at)})
    dots = tuple(row.at(0, 1) for row in rows[at : at + MAX_FORM] if row.text[:1] in _DOTS)
    form = (row.at(1, len(row.text)) if row.text[:1] in _DOTS else row for row in rows[at : at + MAX_FORM])
    left = tuple(rows[i] for i in range(at) if i not in kept)
    return (*(rows[i] for i in kept), *form, *rows[at + MAX_FORM :]), left, dots


def _named_form(rows: tuple[Paragraph, ...]) -> int:
    """Return the row of a form's own name in capitals, «ТЕЛЕГРАММА», over capitals and under a site's words; else 0."""
    for at, row in enumerate(rows[2:MAX_FORM_AT], 2):
        below = rows[at + 1].text if at + 1 < len(rows) else ""
        if row.text.isupper() and len(row.text) <= MAX_NAME and _NAME.fullmatch(row.text) and below.isupper():
            copied = rows[at - 1].text.rstrip(".") in _COPIES
            over = rows[: at - copied]
            return len(over) if any(one.text.endswith((".", ":")) for one in over) else 0
    return 0


_NAME: Final = regex(
    r"(?:ТЕЛЕГРАММА|РАДИОГРАММА|ШИФРОВКА|МОЛНИЯ|TELEGRAM|CABLEGRAM|RADIOGRAM|TELEGRAMM|TÉLÉGRAMME)[.:]?"
)
_COPIES: Final = ("Копия", "КОПИЯ", "Copy", "COPY")
MAX_NAME: Final = 16


def _is_form(rows: tuple[Paragraph, ...], at: int) -> bool:
    """Say whether a form begins with a row: sender and addressee among its first lines, each under its label."""
    labels = [match["label"] for row in rows[at : at + MAX_FORM] if (match := _FORM_LINE.match(row.text))]
    return _FORM_LINE.match(rows[at].text) is not None and {"from", "to"} <= {label.lower() for label in labels}


_FORM_LINE: Final = regex(r"[•◦▪·-]?\s*(?P<label>from|to|sent|date|no)\.?\s?:\s*\S[^\n]{0,90}$", re.IGNORECASE)
_DOTS: Final = "•◦▪·"
MAX_FORM_AT: Final = 14
MIN_FOREIGN: Final = 60
