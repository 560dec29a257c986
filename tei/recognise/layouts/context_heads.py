"""Which lines of what stands round the telegrams are headings: no byline, no speaker, no comment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.layouts.announcing import is_heading
from tei.recognise.layouts.belonging import Material
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.notes_of_site import is_comments
from tei.recognise.layouts.part_headings import is_part_heading
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_BYLINE: Final = regex(
    r"(?:by|introduced(?: and \w+)? by|edited by|von|par|автор:?)\s+"
    r"[A-ZÀ-ÞА-ЯЁ][^\n]{2,60}",
    re.IGNORECASE,
)
_SPEAKER: Final = regex(r"(?P<who>[A-ZÀ-ÞА-ЯЁ][\w.’'-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]+)?):\s+\S")
MIN_SPEAKERS: Final = 2


def context_headings(made: Material, context: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the headings among the rows round the telegrams: as the file marks them, else by their form."""
    setting = made.rows.setting
    if setting.headings:
        return tuple(row for row in context if setting.level(row))
    announced = {made.rows.rows[i] for document in made.documents for i in document.head.announced}
    edited = made.page.edited
    end = next((at for at, row in enumerate(context) if is_comments(row.text)), len(context))
    speakers = sum(1 for row in context if ": " in row.text[:40] and _SPEAKER.match(row.text)) >= MIN_SPEAKERS
    found = [
        row
        for row in context[:end]
        if row not in announced
        and (row.end in edited or row.end + 1 in edited or _is_head(made, row))
        and not (speakers and _SPEAKER.match(row.text))
    ]
    return tuple(_with_content(made, context, found))


def _is_head(made: Material, row: Paragraph) -> bool:
    words = without_marker(made.page.capture.text, row, made.notes.notes).text
    if is_part_heading(words):
        return True
    if len(words.split()) < 2 or not is_heading(words) or _BYLINE.fullmatch(words):
        return False
    return diary_owner(words) is None


def _with_content(made: Material, context: Sequence[Paragraph], found: list[Paragraph]) -> list[Paragraph]:
    """Leave out the lines at the end of a page that stand over nothing: what a site lists there is no heading."""
    last = max((row.start for row in context if row not in found), default=-1)
    last = max((last, *(document.body[0].start for document in made.documents)))
    above = [row for row in found if row.start < last]
    return found[: len(above) + 1]
