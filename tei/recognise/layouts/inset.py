"""Telegrams that a note of the page, or its running text, quotes whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.model import Footnote
from tei.recognise.counting import count_words, is_sign
from tei.recognise.layouts.announcing import announces, is_strong, is_title
from tei.recognise.layouts.inline_quotes import Quote, close_of, next_quote
from tei.recognise.layouts.noted_quotes import NoteAt, may_cite, no_note, note_behind, noted_of
from tei.recognise.layouts.offers import is_letter_offered, is_lot, parties_offered
from tei.recognise.layouts.page import Page, Region
from tei.recognise.layouts.quoted import PAIRS, Quotation, quotation
from tei.recognise.layouts.running_wires import may_run, running_in
from tei.recognise.layouts.seams import parted
from tei.recognise.layouts.sources import is_source
from tei.recognise.layouts.told_chinese import start_of_clause
from tei.recognise.layouts.told_quotes import Told, may_tell, told_of
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import dated_lead, read_title
from tei.regexes import regex

_KIND_IN_ASIDE: Final = regex(
    r"\b(?:telegramm?e?|cable|radiogram|cipher(?:ed|gram)?|coded|wire|letter|телеграмм\w*|шифр\w*)\b", re.IGNORECASE
)
_ADDRESSED: Final = regex(r"[“„«\"'‘]?(?:to|for|к|для)\s+[A-ZÀ-ÞА-ЯЁ]", re.IGNORECASE)
_CLOSED: Final = regex(r"[”»“\"'’]\s*(?P<aside>\(.*\))\s*\.?\s*$", re.DOTALL)
_SIGNED: Final = regex(
    r"[.,;]?\s*\(?(?:[Ss]igned|SIGNED)[,:.]?\s+(?P<name>(?:[A-Z][\w’'-]*|[A-Z]\.)(?:\s(?:[A-Z][\w’'-]+|[A-Z]\.)){0,3})(?=[.)]|$)"
)
"""“…” Signed, Pell."""
MIN_IN_NOTE: Final = 8


def telegram_in(page: Page, note: Footnote) -> Region | None:
    """Return the telegram that a note quotes whole: said to be one right before the quotation, or right behind it."""
    text = page.capture.text[note.start : note.end]
    whole = Paragraph(note.start, note.end, text)
    quote = _opened(whole) or _unopened(whole)
    if quote is None or quote.aside is None or sum(count_words(p.text) for p in quote.inside) < MIN_IN_NOTE:
        return _led_in(page, whole)
    if not _KIND_IN_ASIDE.search(quote.aside.text):
        return _led_in(page, whole)
    return Region(body=parted(quote.inside, (), quoted=True), announced=(quote.aside,), cited=(quote.aside,))


def _led_in(page: Page, note: Paragraph) -> Region | None:
    """Return a telegram behind a lead that names it, "Telegram from Vetrov of 14 November: “…”", its source behind."""
    region = next(telegrams_in(note), None)
    if region is None:
        return None
    last = max(row.end for row in region.body)
    rest = note.at(min(last + 1 - note.start, len(note.text)), len(note.text))
    return replace(region, cited=(rest,)) if is_source(rest.text.lstrip("”»“\"’'. "), page.repositories) else region


def telegrams_in(
    row: Paragraph, above: str = "", *, wired: bool = False, note_at: NoteAt = no_note
) -> Iterator[Region]:
    """Yield the telegrams that running text quotes whole where a sentence hands over to them: "Vetrov wired: “…”".

    `above` is what the page says in the paragraph before it; `wired`: it is about telegraphy; `note_at` gives the note
    whose marker stands behind a closing mark.
    """
    offered = (" page" in row.text or " x " in row.text) and is_lot(row.text)
    told = offered or note_at is not no_note or may_cite(row.text) or may_tell(row.text, above, wired=wired)
    found = list(_in_marks(row, above, wired=wired, offered=offered, note_at=note_at)) if told else []
    yield from found
    if not found and may_run(row.text) and (ran := running_in(row, above)):
        lead, text = ran
        yield Region(body=parted((text,), (), quoted=True), announced=(lead,), kind="telegram")


def _in_marks(row: Paragraph, above: str, *, wired: bool, offered: bool, note_at: NoteAt) -> Iterator[Region]:
    """Yield the telegrams of a paragraph that stand in marks; in what a dealer offers, letters that he quotes too."""
    at = end = 0
    while quote := next_quote(row, at, end):
        at = quote.opened
        before = row.text[end : quote.start] if quote.start > end else above if not end else ""
        quote = replace(quote, start=end) if offered else quote
        told = told_of(quote, before, answered=end > 0, wired=wired)
        if told is None and (note := note_at(row.start + quote.closed) or note_behind(quote)):
            told = noted_of(quote, note, answered=end > 0, wired=wired)
        if told is None and offered and is_letter_offered(quote.lead):
            told = Told("letter")
        if told is None:
            continue
        quote = replace(quote, start=start_of_clause(quote)) if is_sign(quote.inside[:1]) else quote
        pieces, end = _pieces(quote, told)
        at = end
        lead, tail = row.at(quote.start, quote.opened - 1), row.at(quote.closed + 1, quote.closed + 1 + told.behind)
        named = lead.at(0, len(lead.text) - 1)
        heading = named if is_title(named.text) else None
        announced = tail if is_strong(tail.text) else lead if lead.text else tail
        around = _words(f"{above} {row.text[: quote.opened]}") if quote.inside.isupper() else ()
        region = Region(body=parted(pieces, around, quoted=True), announced=(announced,), heading=heading)
        if told.kind == "answer" or (told.kind == "wire" and not is_strong(announced.text)):
            region = replace(region, kind="telegram")
        region = replace(region, apart=len(pieces) > 1, named=_offered_between(lead) if offered else _of_entry(named))
        yield replace(region, kind="letter", extract=True) if told.kind == "letter" else region


def _words(text: str) -> frozenset[str]:
    """Return the words of what a page says before a text, in small letters, among which its signature is looked for."""
    return frozenset(word.strip(".,()[]“”\"'’:;").lower() for word in text.split())


def _pieces(quote: Quote, told: Told) -> tuple[tuple[Paragraph, ...], int]:
    """Return the parts of a telegram that "he wired" stands between, and where the last of them ends."""
    pieces, end = [quote.row.at(quote.opened, quote.closed)], quote.closed + 1
    signed = _SIGNED.match(quote.behind)
    if signed and not told.behind:
        start = quote.closed + 1 + signed.start("name")
        pieces.append(quote.row.at(start, quote.closed + 1 + signed.end("name")))
        end = start + len(signed["name"])
    at = end + told.behind
    while told.behind and (more := next_quote(quote.row, at, at)) and not quote.row.text[at : more.opened - 1].strip():
        pieces.append(quote.row.at(more.opened, more.closed))
        at = end = more.closed + 1
    return tuple(pieces), max(end, at)


def _of_entry(lead: Paragraph) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return the parties that the head of an entry in a chronology names behind its day."""
    parties = read_title(lead.text).parties if dated_lead(lead.text) else ()
    return tuple((role, (lead.start + first, lead.start + last)) for role, (first, last) in parties)


def _offered_between(lead: Paragraph) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return where a dealer's description names who signs and who is addressed, as spans of the page."""
    found = parties_offered(lead.text)
    return tuple((role, (lead.start + first, lead.start + last)) for role, (first, last) in found)


def opened_in(row: Paragraph, over: Paragraph) -> Region | None:
    """Return the telegram that a paragraph opens with in marks and closes before its end, handed over to above it."""
    if row.text[:1] not in PAIRS or not over.text.endswith((":", "：")):
        return None
    closed = close_of(row.text, 1)
    if closed is None or not row.text[closed + 1 :].strip() or not announces(over.text, row.text):
        return None
    inside = row.at(1, closed)
    whole = count_words(inside.text) >= MIN_IN_NOTE and inside.text[-1:] in ".!?…"
    return Region(body=parted((inside,), (), quoted=True), announced=(over,)) if whole else None


def _opened(note: Paragraph) -> Quotation | None:
    """Return the quotation that a note opens, at its beginning or after a first sentence."""
    for match in re.finditer(r"(?:^|(?<=[.:]\s))[“„«\"]", note.text):
        quote = quotation((note,), 0, match.start())
        if quote and quote.aside:
            return quote
    return None


def _unopened(note: Paragraph) -> Quotation | None:
    """Return a quotation that lost its opening mark: the note begins with an address."""
    if not _ADDRESSED.match(note.text):
        return None
    closed = _CLOSED.search(note.text)
    if closed is None:
        return None
    inside = note.at(0, closed.start())
    return Quotation(0, 0, (inside,), note.at(closed.start("aside"), closed.end("aside")))
