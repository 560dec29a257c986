"""What stands under the text of a plain page: its sources, notes with a star, a signature that a copyist moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tei.archives import Repositories, find
from tei.model import Footnote
from tei.recognise.layouts.sources import goes_on_with_note, is_described, is_footed, is_labelled_source, is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import only_brackets
from tei.recognise.service import classify
from tei.regexes import regex

MAX_TAIL: Final = 6
MIN_MOVED, MAX_SIGNATURE = 4, 4
_RAISED: Final = "¹²³⁴⁵⁶⁷⁸⁹"


def signed_apart(rows: Sequence[Paragraph], repositories: Repositories) -> tuple[Paragraph, ...]:
    """Part the signature from the reference that stands in its line at the end: "Vetrov AKPI, f. 7, op. 2, d. 5"."""
    return tuple(part for row in rows[-MAX_TAIL:] for part in _signed_apart(row, repositories))


def _signed_apart(row: Paragraph, repositories: Repositories) -> tuple[Paragraph, ...]:
    match = _SIGNED_AND_KEPT.match(row.text) if len(row.text) <= MAX_REFERENCE else None
    if match is None or _OF_SOURCES.search(match["name"]):
        return (row,)
    found = find(row.text, repositories=repositories)
    if not found or found[0].reference.repository is None or found[0].start != match.end():
        return (row,)
    return row.at(0, len(match.group().rstrip())), row.at(match.end(), len(row.text))


_SIGNED_AND_KEPT: Final = regex(
    r"(?P<name>(?:[A-ZА-ЯЁ]\.\s?){0,2}[A-ZА-ЯЁ][\w’'-]{2,}(?:\s[A-ZА-ЯЁ][\w’'-]+)?)[.,;]?\s+"
    r"(?=[A-Za-zА-Яа-яЁё ]{3,24}[,.]?\s[FfФф](?:ond)?\.)"
)
_OF_SOURCES: Final = regex(
    r"archiv|fonds?\b|sources?|cop(?:y|ies)|original|reference|state|museum|library|архив|фонд|источник|копия|подлинник|автограф|музей|"
    r"отпуск|государств|российск|центральн|russian|central",
    re.IGNORECASE,
)
"""Words before a reference that say what is kept, and where: nobody signs so."""
MAX_REFERENCE: Final = 140


def trailing_sources(rows: Sequence[Paragraph], repositories: Repositories) -> tuple[Paragraph, ...]:
    """Return the source lines at the end; editors' notes may stand among them and under them, and stay with the text.

    Those are in brackets, or begin with a marker or a raised figure. What is kept may be described under the reference.
    """
    sources: list[Paragraph] = []
    described: list[Paragraph] = []
    looked = 0
    for above, row in reversed(list(pairwise(rows))):
        if is_footed(row.text, repositories) or goes_on_with_note(above.text, row.text):
            continue
        if is_source(row.text, repositories) or is_labelled_source(row.text):
            sources[:0] = [row, *described]
            described = []
        elif is_described(row.text):
            described.insert(0, row)
        elif not (
            only_brackets(row.text)
            or row.text[0] in _RAISED
            or _FOOT_NOTE.match(row.text)
            or _is_annotation(row.text)
            or _is_signature_below(row, rows, repositories)
        ):
            break
        looked += 1
        if looked == MAX_TAIL:
            break
    return tuple(sources)


def notes_under(
    rows: Sequence[Paragraph], sources: Sequence[Paragraph], repositories: Repositories
) -> tuple[Footnote, ...]:
    """Return the notes under the sources with a star that the text does not have: they are on the whole document."""
    first = next((index for index, row in enumerate(rows) if row in sources), len(rows))
    starred = [row for row in rows[first:] if row.text[0] in _STARS and is_footed(row.text, repositories)]
    if not starred or any(row.text[-1] in _STARS or _STARRED.search(row.text) for row in rows[:first]):
        return ()
    return tuple(
        Footnote(row.text[0], row.start, row.start + len(row.text) - len(row.text.lstrip("*†‡ ")), row.end)
        for row in starred
    )


_STARS: Final = "*†‡"
_FOOT_NOTE: Final = regex(r"\d{1,2}\s[А-ЯЁ][а-яё]")
"""How Russian volumes begin a note at the foot, without a stop behind its number."""
_STARRED: Final = regex(r"\w[.,;:!?”\"]?[*†‡]")


def _is_annotation(text: str) -> bool:
    """Say whether a line under the source tells what was written on the sheet, «Помета: «В дело»»."""
    return ":" in text[:MAX_LABEL] and (service := classify(text)) is not None and service.type == "annotation"


MAX_LABEL: Final = 60


def _is_signature_below(row: Paragraph, rows: Sequence[Paragraph], repositories: Repositories) -> bool:
    """Say whether a few words end the page under two lines of its sources: the signature, which a copyist moved."""
    if row is not rows[-1] or len(rows) < MIN_MOVED or len(row.text.split()) > MAX_SIGNATURE:
        return False
    return all(is_source(above.text, repositories) for above in rows[-3:-1])
