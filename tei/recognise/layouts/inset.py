"""Telegrams that a note of the page, or its running text, quotes whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.model import Footnote
from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import announces, is_title
from tei.recognise.layouts.offers import is_letter_offered, is_lot, parties_offered
from tei.recognise.layouts.page import Page, Region, is_date_line
from tei.recognise.layouts.quoted import PAIRS, Quotation, quotation
from tei.recognise.layouts.seams import parted
from tei.recognise.layouts.sources import is_source
from tei.recognise.layouts.told_quotes import (
    BEHIND_COMMA,
    BEHIND_STOP,
    has_replied,
    is_sent,
    may_lead,
    tells_of_letter,
    tells_of_wire,
)
from tei.recognise.layouts.voices import TOLD, voice
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import next_sentences
from tei.regexes import regex

_KIND_IN_ASIDE: Final = regex(
    r"\b(?:telegramm?e?|cable|radiogram|cipher(?:ed|gram)?|coded|wire|letter|телеграмм\w*|шифр\w*)\b", re.IGNORECASE
)
_ADDRESSED: Final = regex(r"[“„«\"'‘]?(?:to|for|к|для)\s+[A-ZÀ-ÞА-ЯЁ]", re.IGNORECASE)
_CLOSED: Final = regex(r"[”»“\"'’]\s*(?P<aside>\(.*\))\s*\.?\s*$", re.DOTALL)
_KIND_BEFORE: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|телеграфировал\w*|радировал\w*|telegram|telegramme|cables?|cablegram|wires?|radiogram|"
    r"telegraphs|radios|"
    r"ciphergram|телеграмм\w*|шифр(?:овк|ограмм|отелеграмм)\w*|радиограмм\w*|депеш\w*)\b|致电|電|电报|来电",
    re.IGNORECASE,
)
_ANSWERED: Final = regex(r"\b(?:answer|reply|response|ответ\w*)\b", re.IGNORECASE)
_CAME: Final = regex(
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse)\b(?:,\sdated\s|\s(?:came|arrived|went\sout|was\ssent|is\sdated|was\sdated)\b)[^:]*:(?:$|\s[“„«\"])|"
    r"^(?:Answer|Reply|Response)\sfrom\s[A-Z][^.:“”\"\n]{1,60}:(?:$|\s[“„«\"])"
)
"""An answer that came days later, or has a date, was sent and not spoken."""
_OWN_ANSWER: Final = regex(
    r"(?:[^“”\"]*[.!?”\"]\s)?[A-ZÀ-Þ][\w’' .-]{1,40}['’]s?\s(?:\w+\s){0,2}"
    r"(?:answer|reply|response|rejoinder)\b[^.:]{0,40}:"
)
"""“Thole’s response:” behind a telegram that the same paragraph gives."""
_ANSWERS: Final = regex(r"\b(?:answered|replied|responded|returned)\b[^.:;“”\"]{0,60}:$")
"""“The Treasury answered the next morning:” behind such a telegram."""
_ADDRESS: Final = regex(
    r"(?:To|For|TO|FOR)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\.\s+[A-Z]|[А-ЯЁ][а-яё]+(?:у|ю|ому|ой)\.\s+[А-ЯЁ]"
)
"""What a telegram opens with, "To Vetrov. …": an answer that opens so was sent by wire."""
_LED: Final = regex(r"[:：]\s*[“„«\"「‘]")
_LED_OR_TOLD: Final = regex(r"[:：]\s*[“„«\"「‘]|(?<=[.!?])\s+[“„«\"]")
_TOLD_AFTER: Final = regex(
    r",?[”»“\"],?\s+(?:it|the (?:telegram|wire|cable|message))\s+(?:ran|reads?|said|went)(?:\s+in\s+full)?[.,;]?|"
    r",?[”»“\"],?\s+(?:ran|reads?)\s+(?:the|his|her|its)\s+(?:telegram|wire|cable|message|text)"
)
"""“…”, it ran in full: the words that hand over stand behind the quotation."""
_ENDS: Final = regex(r"[”»“\"」’]\s?(?:\[?\d{1,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*{1,3})?\s?(?:[.;]|$|\s+[A-ZА-ЯЁ])")
MAX_LEAD: Final = 120
MIN_IN_NOTE: Final = 8
MIN_INLINE: Final = 4
"""Words of the shortest telegram that running text quotes whole."""
MAX_INLINE: Final = 4000
MAX_DAY: Final = 32


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


def telegrams_in(row: Paragraph) -> Iterator[Region]:
    """Yield the telegrams that running text quotes whole behind a sentence that hands over: "Vetrov wired: “…”"."""
    attributed = " it r" in row.text or " in full" in row.text
    offered = (" page" in row.text or " x " in row.text) and is_lot(row.text)
    flowing = may_lead(row.text)
    stopped = [
        one
        for one in BEHIND_STOP.finditer(row.text)
        if has_replied(row.text[max(0, one.start() - MAX_LEAD) : one.start() + 1])
    ]
    if not (":" in row.text or attributed or flowing or stopped):
        return
    told = flowing or stopped or " sent " in row.text or "essage" in row.text
    if not (told or _KIND_BEFORE.search(row.text) or _CAME.search(row.text)):
        return
    end = 0
    for match in sorted((*_leads(row.text, attributed=attributed, flowing=flowing), *stopped), key=re.Match.start):
        closed = _close_of(row.text, match.end())
        if match.start() < end or closed is None:
            continue
        if match.group()[0] not in ":：,." and not _TOLD_AFTER.match(row.text, closed):
            continue
        start = end if offered else _sentence_start(row.text, match.start(), end)
        lead, inside = row.at(start, match.start() + 1), row.at(match.end(), closed)
        answered = end and (_OWN_ANSWER.fullmatch(lead.text) or _ANSWERS.search(lead.text))
        kind = _said(lead.text, inside.text) or ("answer" if answered else "")
        kind = kind or ("letter" if offered and is_letter_offered(lead.text) else "")
        if not (kind and _is_whole(inside.text, row.text[closed:])) or _REMARKED.search(lead.text):
            continue
        end = closed + 1
        named = lead.at(0, len(lead.text) - 1)
        heading = named if is_title(named.text) else None
        region = Region(body=parted((inside,), (), quoted=True), announced=(lead,), heading=heading)
        if offered:
            region = replace(region, named=_offered_between(lead))
        if kind == "answer":
            region = replace(region, kind="telegram")
        yield replace(region, kind="letter", extract=True) if kind == "letter" else region


def _offered_between(lead: Paragraph) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return where a dealer's description names who signs and who is addressed, as spans of the page."""
    found = parties_offered(lead.text)
    return tuple((role, (lead.start + first, lead.start + last)) for role, (first, last) in found)


def opened_in(row: Paragraph, over: Paragraph) -> Region | None:
    """Return the telegram that a paragraph opens with in marks and closes before its end, handed over to above it."""
    if row.text[:1] not in PAIRS or not over.text.endswith((":", "：")):
        return None
    closed = _close_of(row.text, 1)
    if closed is None or not row.text[closed + 1 :].strip() or not announces(over.text, row.text):
        return None
    inside = row.at(1, closed)
    whole = count_words(inside.text) >= MIN_IN_NOTE and inside.text[-1:] in ".!?…"
    return Region(body=parted((inside,), (), quoted=True), announced=(over,)) if whole else None


def _leads(text: str, *, attributed: bool, flowing: bool) -> list[re.Match[str]]:
    """Return where quotations may open that a sentence hands over to, from left to right."""
    found = list((_LED_OR_TOLD if attributed else _LED).finditer(text))
    return sorted((*found, *BEHIND_COMMA.finditer(text)), key=re.Match.start) if flowing else found


def _said(lead: str, inside: str) -> str:
    """Return what a lead says of the quotation: "wire", "answer", "letter", nothing where it tells of none."""
    if has_replied(lead):
        return "answer" if voice(inside) >= TOLD else ""
    if lead[-1:] == ",":
        return "wire" if tells_of_wire(lead) else "letter" if tells_of_letter(lead, inside) else ""
    said = _KIND_BEFORE.search(lead) or (_ANSWERED.search(lead) and _ADDRESS.match(inside))
    said = said or (_CAME.search(lead) if count_words(inside) >= MIN_IN_NOTE else None)
    answer = "answer" if is_sent(lead, inside) else ""
    return "wire" if said else answer or ("letter" if tells_of_letter(lead, inside) else "")


_REMARKED: Final = regex(
    r"\b(?:has|had|bears|bore|carries|carried|with|contains|is)\s(?:(?:an?|the|his|[A-Z][\w’'.-]+)\s)?(?:\w+\s)?"
    r"(?:note|inscription|remark|resolution|annotation|stamp|postscript|notation|marginalia)\b[^:]*:$|"
    r"\b(?:резолюци[яией]|помет[аыку]{1,2}|пометк[аиу]|надпись|приписк[аиу])\b[^:]*:$"
)
"""What somebody wrote on a telegram is none: "The telegram has a note by Pashin: “Sent on Saturday.”"."""


def _close_of(text: str, start: int) -> int | None:
    """Return where the quotation closes that opens before an offset; quotations inside it close first."""
    mark = text[start - 1]
    if mark == "“" and "”" not in text[start : start + MAX_INLINE]:
        end = text.find('"', start, start + MAX_INLINE)
        return end if end > 0 else None
    depth = 1
    for index in range(start, min(len(text), start + MAX_INLINE)):
        sign = text[index]
        if sign in PAIRS[mark] and (sign != "’" or not text[index + 1 : index + 2].isalpha()):
            depth -= 1
        elif sign == mark and mark not in PAIRS[mark]:
            depth += 1
        if depth == 0:
            return index
    return None


def _sentence_start(text: str, colon: int, floor: int) -> int:
    stops = next_sentences(text, floor, colon)
    if len(stops) == 1 and stops[0] <= MAX_DAY and is_date_line(text[: stops[0]].rstrip(" .:")):
        return floor  # the day over an entry of a chronology
    return stops[-1] if stops else floor


def _is_whole(inside: str, following: str) -> bool:
    """Say whether quoted words are a text of their own and not a phrase: begun and ended as sentences are."""
    begins = inside[:1].isupper() or inside[:1].isdigit() or inside[:1] in "[…."
    ends = inside[-1:] in ".!?…]" or _ENDS.match(following) is not None or _TOLD_AFTER.match(following) is not None
    return count_words(inside) >= MIN_INLINE and begins and ends


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
