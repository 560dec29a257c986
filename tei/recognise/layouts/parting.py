"""A plain page of several telegrams: where each begins.

Nothing names them; they are parted by rules ("* * *"), by numbers counted from one, or by nothing but a new head:
place and date, address, service lines after the end of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tei.recognise import russian
from tei.recognise.cable import office_line
from tei.recognise.chinese_lines import is_whole_telegram
from tei.recognise.datelines import dateline
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import is_enumeration, is_rule
from tei.recognise.layouts.headings import title_in
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import salutation_name
from tei.recognise.parts import only_brackets
from tei.recognise.service import classify
from tei.recognise.signing import signature_name
from tei.regexes import regex

MAX_HEAD: Final = 12
MAX_HEAD_LINE: Final = 160
MAX_BETWEEN: Final = 1
MAX_ADDRESS: Final = 5
_DIGITS: Final = regex(r"\d{1,3}|[IVX]{1,5}")
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LOGGED: Final = regex(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\s*/\s*\d{1,2}[.:]\d{2}")
"""Day and hour as operators log them: "6.11 / 18.05"."""

_GOES_ON: Final = regex(r":\s+\S+\s+\S+\s+\S+")
_ENDS: Final = regex(r"[.!?…。！？][”\"’')\]」』]*$")
_DOCKET: Final = frozenset(
    ("copies", "distribution", "deciphered", "enciphered", "printed", "verified", "delivered", "copy")
)


@dataclass(frozen=True, slots=True)
class Part:
    """A telegram among the rows of a page, `start` to `end`, with the row that numbers it, -1 for none.

    `named` says that the word for a telegram stands over it and nothing else.
    """

    start: int
    end: int
    number: int = -1
    named: bool = False


def is_separator(text: str) -> bool:
    """Say whether a line only parts what is over it from what is under it."""
    return is_rule(text) or (text[-3:] == "---" and len(text) <= MAX_RULED and _RULED.fullmatch(text) is not None)


_RULED: Final = regex(r"\w{0,12}-{3,}\s[^\n]{3,60}\s-{3,}")
"""A heading between dashes: “----- The White Paper No. 66 -----”."""
MAX_RULED: Final = 90


def is_draft(text: str) -> bool:
    """Say whether a line heads the draft a letter is sent with, or what is enclosed: «ПРОЕКТ», "Draft telegram"."""
    return len(text) <= 40 and _DRAFT.fullmatch(text) is not None


_DRAFT: Final = regex(
    r"[\[(]?(?:проект(?:\s+(?:телеграммы|ответа|письма|шифр\w+|указаний|директив\w?))?|приложение(?:\s+(?:№\s*)?\d{1,2})?|"
    r"draft(?:\s+(?:of\s+(?:a\s+)?)?(?:telegram|reply|cable|letter|answer|message))?|"
    r"(?:enclosure|attachment|annex|appendix)(?:\s+(?:no\.?\s*)?(?:\d{1,2}|[A-Z]))?|"
    r"附\s?件[一二三\d]?|附[:：]?\s?电稿|[电電]\s?稿|entwurf|projet(?:\s+de\s+télégramme)?|anlage(?:\s+\d{1,2})?)[\])]?[.:：]?",
    re.IGNORECASE,
)


def parts_of(rows: Sequence[Paragraph]) -> tuple[Part, ...]:
    """Return the telegrams of a page in order, none where it holds one or none; rows between them are the page's."""
    counted = _counted(rows)
    cuts = {i for i, row in enumerate(rows) if is_separator(row.text) or (i and is_draft(row.text))} | set(counted)
    if cuts:
        parts = tuple(_between(rows, cuts, counted))
        if len(parts) > 1:
            return parts
    whole = [index for index, row in enumerate(rows) if not row.text.isascii() and is_whole_telegram(row.text)]
    if len(whole) > 1:
        return tuple(Part(index, index + 1) for index in whole)
    if kinds := list(_kinds(rows)):
        return tuple(Part(start, end, named=True) for start, end in pairwise((*kinds, len(rows))))
    starts = addressed_starts(rows) or list(_starts(rows))
    ends = [*starts[1:], len(rows)]
    return tuple(Part(start, end) for start, end in zip(starts, ends, strict=True)) if len(starts) > 1 else ()


def addressed_starts(rows: Sequence[Paragraph]) -> list[int]:
    """Return the rows at which the forms of a page begin that name both sides, “From: …” over “To: …”, if several do.

    What marks a form stands over it.
    """
    froms = [i for i, row in enumerate(rows[:-2]) if row.text[:1] in "Ff" and _FROM.fullmatch(row.text)]
    froms = [i for i in froms if any(_TO.fullmatch(row.text) for row in rows[i + 1 : i + 3])]
    if len(froms) < MIN_FORMS or not all(any(map(_is_text, rows[i + 2 : i + MAX_HEAD])) for i in froms):
        return []
    return [_over_form(rows, i) for i in froms]


def _over_form(rows: Sequence[Paragraph], start: int) -> int:
    """Return the first row over a form that marks or counts it: “[Secret]”, “M1312”, “Reissue”."""
    first = start
    while first and start - first < MAX_OVER:
        service = classify(rows[first - 1].text)
        counted = _CODE.fullmatch(rows[first - 1].text) is not None
        if not counted and (service is None or service.type not in ("marking", "precedence")):
            break
        first -= 1
    return first


_CODE: Final = regex(
    r"(?i:re-?issue)(?:\s?\(\w{2,6}\))?|[A-Z]{1,4}\s?\d{3,6}|x{3,}|(?i:date)\s?:\s[^\n]{4,40}|"
    r"(?i:intercept|message|telegram|document)\b[^\n.:]{0,40}\d"
)
MAX_OVER: Final = 3


_FROM: Final = regex(r"(?i:from)\s?:\s{1,20}[^\n]{2,60}")
_TO: Final = regex(r"(?i:to)\s?:\s{1,20}[^\n]{2,60}")
MIN_FORMS: Final = 2


def _kinds(rows: Sequence[Paragraph]) -> Iterator[int]:
    """Yield the rows over telegrams that nothing but the word parts, «Телеграмма», «Телеграмма № 15» over a text."""
    heads = [i for i, row in enumerate(rows[:-1]) if row.text[:1] in _KIND_BEGINS and _KIND_ALONE.fullmatch(row.text)]
    texts = [i for i in heads if any(map(_is_text, rows[i + 1 : i + 3]))]
    if len(texts) > 1 and len(texts) == len(heads):
        yield from heads


_KIND_ALONE: Final = regex(
    r"(?:Телеграмма|ТЕЛЕГРАММА|Шифртелеграмма|Радиограмма|Telegram|TELEGRAM)(?:\s(?:№|No\.)\s?\d{1,6})?\.?"
)
_KIND_BEGINS: Final = "ТШРT"


def _counted(rows: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the rows that count the telegrams of a page, "1.", "No. 2", "III": each is over a head."""
    found: list[int] = []
    for index, row in enumerate(rows[:-1]):
        match = _DIGITS.search(row.text) if len(row.text) <= 16 and is_enumeration(row.text) else None
        number = len(found) + 1
        if match and match.group() in (str(number), _ROMAN[number % len(_ROMAN)]) and _head_at(rows, index + 1):
            found.append(index)
    return tuple(found) if len(found) > 1 else ()


def _between(rows: Sequence[Paragraph], cuts: set[int], counted: Sequence[int]) -> Iterator[Part]:
    """Yield the stretches between cuts that have a head; one without goes on with the telegram before it."""
    edges = [-1, *sorted(cuts), len(rows)]
    part: Part | None = None
    for cut, end in pairwise(edges):
        if end <= cut + 1:
            continue
        start = next((i for i in range(cut + 1, min(cut + 4, end)) if _head_at(rows[:end], i)), None)
        if start is None and _drafted(rows, cut, end):
            start = cut + 1
        if start is None:
            part = Part(part.start, end, part.number) if part else None
            continue
        if part:
            yield part
        start = cut + 1 if cut >= 0 and is_draft(rows[cut].text) else start
        part = Part(start, end, cut if cut in counted else -1)
    if part:
        yield part


def _drafted(rows: Sequence[Paragraph], cut: int, end: int) -> bool:
    """Say whether a stretch without a head that anyone knows is a draft, or at the top the letter over one."""
    if cut < 0:
        return end < len(rows) and is_draft(rows[end].text)
    named = is_draft(rows[cut].text) and rows[cut].text.lower().startswith(_DRAFTS)
    return named and any(map(_is_text, rows[cut + 1 : min(cut + MAX_ADDRESS, end)]))


_DRAFTS: Final = ("проект", "draft", "entwurf", "projet", "电稿", "電稿", "附电稿", "附：电稿")


def _starts(rows: Sequence[Paragraph]) -> Iterator[int]:
    """Yield the rows at which a strong head begins: the first one, and each after the end of a text."""
    told, first, index = True, True, 0
    while index < len(rows):
        head = _head_at(rows, index) if told and (first or _ends_telegram(rows[index - 1])) else None
        if head is not None and (
            head.strong or (index and _is_next_letter(rows, index)) or russian.is_seat(rows[index].text)
        ):
            yield index
            told, first, index = False, False, head.end
            continue
        told = told or (_is_text(rows[index]) and len(rows[index].text.split()) > 2)
        index += 1


def _is_next_letter(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line with «Товарищу …» stands right under the signature of the paper before, «А. ВЕТРОВ»."""
    text, above = rows[index].text, rows[index - 1].text
    if not text.startswith(("Товарищу ", "ТОВАРИЩУ ", "Тов. ", "т. ")) or _SIGNED.fullmatch(above) is None:
        return False
    return russian.addressee(text, nobody, nobody) is not None


_SIGNED: Final = regex(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ]{3,}")


@dataclass(frozen=True, slots=True)
class _Head:
    """The rows of a head up to the text, and what they say."""

    end: int
    kinds: frozenset[str]
    served: int

    @property
    def strong(self) -> bool:
        """Whether the head by itself tells that a telegram begins here."""
        addressed = bool(self.kinds & {"to", "party"})
        return "title" in self.kinds or (addressed and len(self.kinds) > 1) or self.served > 2


def _head_at(rows: Sequence[Paragraph], start: int) -> _Head | None:
    """Return the head that begins at a row, None where there is none or no text follows it."""
    kinds: set[str] = set()
    served = loose = 0
    index = start
    while index < min(len(rows), start + MAX_HEAD):
        kind = _kind(rows[index])
        if not kind and index == start and _names_in_capitals(rows, index):
            kind = "to"
        if not kind:
            if index == start or loose >= MAX_BETWEEN or _is_text(rows[index]) or not _goes_on(rows, index + 1):
                break
            loose += 1
            kind = "to" * (kinds == {"date"} and rows[index].text.isupper() and rows[index - 1].text.isupper())
        kinds.add(kind)
        served += kind in ("service", "party")
        index += 1
    kinds.discard("")
    if not kinds or index >= len(rows) or not (_is_text(rows[index]) or (len(kinds) > 1 and _is_free(rows[index]))):
        return None
    return _Head(index, frozenset(kinds), served)


def _names_in_capitals(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a row is the address of a telegram in capitals, "KARSK, TUMANOVA", with its date under it."""
    text = rows[index].text
    if not text.isupper() or len(text.split()) > MAX_ADDRESS or text[-1:] in ".!?" or index + 1 >= len(rows):
        return False
    return rows[index + 1].text.isupper() and _kind(rows[index + 1]) == "date"


def _goes_on(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether after a line that nobody knows a head goes on, or its text begins."""
    return index < len(rows) and (bool(_kind(rows[index])) or _is_text(rows[index]))


def _kind(row: Paragraph) -> str:
    """Return what a row of a head is: title, date, address ("to"), service, party of a form; empty if none of these."""
    text = row.text.rstrip(" |/·•")
    if len(text) > MAX_HEAD_LINE:
        return ""
    service = classify(text)
    if service is not None and service.type not in _DOCKET:
        return "party" if service.type == "address" else "service"
    if title_in(row):
        return "title"
    if _LOGGED.fullmatch(text) or dateline(text, None, _capitals) is not None or office_line(text) is not None:
        return "date"
    if not text.isascii() and (russian.is_office(text) or russian.is_seat(text)):
        return "to"
    return "to" if salutation_name(text, nobody) and not _GOES_ON.search(text) else ""


def _is_text(row: Paragraph) -> bool:
    """Say whether a row is somebody's text: a sentence, or words in the manner of telegrams."""
    text = row.text
    if _kind(row) or only_brackets(text):
        return False
    return bool(_ENDS.search(text)) or len(text.split()) > 8 or " STOP" in text or " ТЧК" in text


def _is_free(row: Paragraph) -> bool:
    """Say whether a short row can be all there is of a text: it is no service matter and no brackets."""
    return classify(row.text) is None and not only_brackets(row.text)


def _ends_telegram(row: Paragraph) -> bool:
    """Say whether a telegram can end with a row: the end of a sentence, a signature, a date, a line of the docket."""
    text = row.text
    if text.endswith(("+", "=")) or _ENDS.search(text) or classify(text) is not None:
        return True
    if dateline(text, None, _capitals) is not None:
        return True
    return signature_name(text, nobody, last=True) is not None or only_brackets(text)


def _capitals(text: str) -> bool:
    """Take words in capitals before a date for a place, as telegraph offices write it."""
    return text.isupper() and len(text) > 3
