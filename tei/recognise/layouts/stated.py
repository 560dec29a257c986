"""The source that a page states between the title and the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.archives import Repositories
from tei.recognise.layouts.edges import is_source_label
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex


def stated_source(rows: Sequence[Paragraph], repositories: Repositories) -> tuple[Paragraph, ...]:
    """Return the source that stands by its label between a title and the text: "[Source: People's Daily, …]"."""
    if len(rows) > MIN_STATED and len(rows[0].text) <= MAX_IMPRINT and _IMPRINT.fullmatch(rows[0].text):
        return (rows[0],)
    if len(rows) < MIN_STATED or not (is_source_label(rows[0].text) or rows[0].text.startswith(_ARCHIVE)):
        return ()
    return (rows[0],) if is_source(rows[0].text, repositories) else ()


_ARCHIVE: Final = ("Archive: ", "Архив: ")
MIN_STATED: Final = 2
MAX_IMPRINT: Final = 90
_IMPRINT: Final = regex(
    r"(?:The\s)?[“\"«]?[A-Z\d][^.;:!?\n]{2,50}\b(?:Publishing House|Publishers|Publications|Press|Verlag)\b"
    r"[^.;:!?\n]{0,30}?(?:1[89]|20)\d\d\.?"
)
"""The imprint of the pamphlet that a letter is taken from, under its title: "“North” Publishing House Oslo, 1978"."""
