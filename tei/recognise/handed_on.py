"""Who sends a message that stands inside a telegram, to whom and on which day, by its own first and last words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.model import Block, Mention, Moment, Name
from tei.recognise.answers import moment_of
from tei.recognise.enclosure import passed_to
from tei.recognise.known import nobody
from tei.recognise.parties import inline_salutation, salutation_name, with_rank
from tei.recognise.signing import signature_name
from tei.recognise.witnesses import Material

_QUOTES: Final = " .,;:”\"»’'」』“«"
MAX_SIGNATURE: Final = 60


def signing(material: Material, block: Block) -> tuple[Name, ...]:
    """Return whom the last words of a quoted message, or a line of its closer, name."""
    start, signed = _last_words(material.text[block.start : block.end])
    known = signed and len(signed) <= MAX_SIGNATURE and material.known(signed)
    return tuple(material.names_in(signed, block.start + start)) if known else ()


def closing_lines(material: Material, block: Block) -> tuple[Block, ...]:
    """Return the lines that sign and date a message: those of its closer, or its last paragraphs in a quotation."""
    if block.children[-1].children:
        return block.children[-1].children
    lines: list[Block] = []
    for row in reversed(block.children[1:][-MAX_CLOSING:]):
        if row.element != "p" or row.attributes:
            break  # a point of the text
        words = material.text[row.start : row.end].strip(_QUOTES)
        found = find_dates(words, year=material.year)
        if len(found) == 1 and found[0].end == len(words) and _is_place(words[: found[0].start]):
            lines.append(replace(row, element="dateline"))
        elif 0 < len(words) <= MAX_SIGNATURE and (material.known(words) or (lines and _can_sign(words))):
            lines.append(replace(row, element="signed"))
        elif len(words.split()) > MAX_BETWEEN:
            break
    return tuple(reversed(lines)) if any(line.element == "signed" for line in lines) else ()


def _can_sign(words: str) -> bool:
    """Say whether a line over the day of a message can be the name of somebody in no list."""
    return len(words.split()) <= MAX_PLACE and signature_name(words, nobody, last=True) is not None


def _is_place(text: str) -> bool:
    """Say whether nothing stands before the day of a line, or a place and its comma, "Oslo, 3 May 1938"."""
    return not text or (text.rstrip()[-1:] == "," and text[0].isupper() and len(text.split()) < MAX_PLACE)


MAX_PLACE: Final = 4
MAX_CLOSING: Final = 6
MAX_BETWEEN: Final = 7
"""Words of a line of the closer that names no person: the body that signs, the place."""


def answered_inside(mentions: Sequence[Mention], block: Block | None) -> tuple[Mention, ...]:
    """Return the telegrams that a message handed on answers, among those of which the whole text speaks."""
    if block is None:
        return ()
    return tuple(one for one in mentions if block.outer_start <= one.evidence.start < block.end)


def day_in(material: Material, block: Block | None) -> Moment | None:
    """Return the day that stands under a quoted message."""
    found = find_dates(material.text[block.start : block.end], year=material.year) if block else ()
    return moment_of(found[0], block.start, "envelope") if block and found and found[0].when else None


def _last_words(text: str) -> tuple[int, str]:
    """Return the last sentence of a quoted message, or all of a line of its own, and where it begins."""
    words = text.rstrip(_QUOTES)
    stop = max(words.rfind(". "), words.rfind("! "), words.rfind("? "))
    return (stop + 2, words[stop + 2 :]) if stop >= 0 else (0, words)


def addressed_in(material: Material, block: Block) -> tuple[Name, ...]:
    """Return whom a quoted message addresses in its first words, "“To Tumanova. Keep the door dry. …”"."""
    text = material.text[block.start : block.end]
    lead = len(text) - len(text.lstrip(_QUOTES))
    found = inline_salutation(text[lead:], material.known)
    span = found[1] if found else salutation_name(text[lead:].rstrip(), material.known)
    if span is None:
        return ()
    first, end = span
    start = with_rank(text, lead + first)
    return tuple(material.names_in(text[start : lead + end], block.start + start))


def passed_in(material: Material, message: Sequence[Block]) -> tuple[Name, ...]:
    """Return for whom a message is, by the paragraph that hands it on."""
    span = passed_to(material.text, message)
    return tuple(material.names_in(material.text[slice(*span)], span[0])) if span else ()
