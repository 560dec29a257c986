"""Signatures with an office or a number in the same line: "Head of the station P. Vetrov", "Moravec 212"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, is_office
from tei.recognise.parts import Knowledge, joined
from tei.recognise.russian_closings import number_at
from tei.recognise.russian_offices import read_office
from tei.recognise.signing import signature_name
from tei.regexes import regex

_LABELLED: Final = regex(
    r"[(\[]?(?i:signé|signed|sgd|s|gez|gezeichnet|firmado|firmato|f\.\s?to|подп|подписал|подписали|подписано|подпись)[.:]?\s?[)\]:][.:]?\s+"
    r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w.’'-]*(?:\s(?:(?:de|du|von|d[’'])\s?)?[A-ZÀ-ÞА-ЯЁ][\w.’'-]*){0,4}?)(?<!\w\w\.)[.,]?"
)
"""“(Signé) Pernoud.”, “Signé: PERNOUD.”, “[gez.] Wangern”: what printers set before the name at the end."""
_OF_HOLDER: Final = regex(
    r"(?i:(?:soviet\s+)?ambassador|minister|charg[ée]\s+d[’']affaires(?:\s+a\.\s?i\.|\s+ad\s+interim)?|"
    r"consul(?:[- ]general)?|head\s+of\s+(?:the\s+)?(?:mission|department|legation))\s?:\s+"
    r"(?P<name>(?:[A-ZÀ-Þ]\.\s?){1,2}[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})\.?"
)
"""“Ambassador: T. Lind”, as forms of ministries have the name at the end."""
_LABEL_BEGINS: Final = tuple("([sSgGfFПпAaMmCcHh")
MAX_LINE: Final = 80
MAX_NAME_WORDS: Final = 3
MAX_OFFICE_WORDS: Final = 5
_PREPOSITIONS: Final = frozenset(
    ("of", "for", "in", "at", "to", "on", "and", "the", "в", "во", "на", "по", "о", "и", "к", "от", "из")
)
_INSTRUCTED: Final = regex(
    r"(?:at|on|by|upon)\s+(?:the\s+)?(?:instructions?|behalf|orders?|direction)\s+of\s+(?:the\s+)?[A-Z]"
)
_NAME_NUMBER: Final = regex(r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+)?)\s+(?:No\.?\s*)?\d{1,4}")
"""A signature with the number of the telegram behind it, as Czech forms have it."""


def labelled_signature(text: str) -> tuple[int, int] | None:
    """Return the span of the name behind the printer's word for a signature, “(Signé) Pernoud.”, None without it."""
    if text[:1] not in _LABEL_BEGINS or len(text) > MAX_LINE:
        return None
    match = _LABELLED.fullmatch(text) or _OF_HOLDER.fullmatch(text)
    return match.span("name") if match else None


def is_small_office(text: str) -> bool:
    """Say whether a line gives an office in small letters, "head of department", under a name, or for whom he signs."""
    if _INSTRUCTED.match(text) and len(text) <= 2 * MAX_LINE and text[-1:] not in ".!?;:":
        return True
    return (
        text[:1].islower()
        and len(text) <= MAX_LINE
        and text[-1:] not in ".!?;:"
        and is_office(text[:1].upper() + text[1:])
    )


def russian_office(text: str) -> tuple[int, int] | None:
    """Return the span of an office that signs without a name, as printed volumes have it: «Поверенный в делах»."""
    if text.isascii() or not text[:1].isupper() or len(text.split()) > MAX_OFFICE_WORDS or text[-1:] in ".!?:;,":
        return None
    office = read_office(text, _nowhere)
    begins = office is not None and not office.name and office.role.lower() == text.lower()
    return (0, len(text)) if begins else None


def shortened_office(text: str) -> tuple[int, int] | None:
    """Return the name behind an office in the short words of the civil war, «Командарм 5 Ветров», «Член РВС Пашин»."""
    match = _SHORTENED.fullmatch(text) if len(text) <= MAX_LINE and not text.isascii() else None
    return match.span("name") if match else None


_SHORTENED: Final = regex(
    r"(?:Вр(?:ио|ид)\s|И\.\s?о\.\s)?(?:(?:Командарм|Ком(?:фронта?|вост|юж|зап|сев|див|бриг|кор)|Главком|Наштарм|Наштафронта?|Наштаверх|"
    r"Нач(?:див|штаба|оперод)|Военком|Пред(?:сов|ревво|губ|рев|чека)|Нарком(?!ат))[а-яё]*|(?:Член|Секретарь|Председатель)(?=\s[А-ЯЁ]{2,6}[\s(]))"
    r"(?:\s(?:\d{1,3}(?:-й)?|[А-ЯЁ]{2,6}(?:\(б\))?|армии|фронта|дивизии))*\s"
    r"(?P<name>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s\([А-ЯЁ][а-яё]+\))?)\.?"
)


def _nowhere(_: str) -> bool:
    return False


def numbered(text: str, known: Knowledge, *, signed: bool) -> tuple[int, int] | None:
    """Return the name of a signature with the number of the telegram at it, "Moravec 212", «1872. Ветров.»."""
    if (wired := number_at(text)) and not wired[2]:
        return wired[1]
    text = text.rstrip(".")
    match = _NAME_NUMBER.fullmatch(text) if text[-1:].isdigit() and len(text) <= MAX_LINE and not signed else None
    return match.span("name") if match and signature_name(match["name"], known.known_party, last=True) else None


def after_office(text: str, known: Knowledge) -> tuple[int, int] | None:
    """Return the name at the end of a line that begins with the office, "Head of the station P. Vetrov"."""
    if len(text) > MAX_LINE or not text[:1].isupper() or text[-1:] in ":;?!":
        return None
    end = len(text.rstrip(" .,"))
    starts = [match.end() for match in re.finditer(r"\s+", text[:end])][-3:]
    for start in starts:
        if not text[start].isupper() or not is_office(text[:start].rstrip(" ,")):
            continue
        if known.known_party(text[start:end]) or _set_apart(text, start, end):
            return start, end
    return None


def _set_apart(text: str, start: int, end: int) -> bool:
    """Say whether the name of a signature stands apart from the office: by a gap, capitals, or its capital alone."""
    name = text[start:end]
    gap = text[start - 2 : start].isspace()
    between = text[:start].split()[1:]
    alone = bool(between) and all(word[:1].islower() for word in between) and between[-1].lower() not in _PREPOSITIONS
    if alone and name[:1].isupper() and name[1:].islower() and len(name) > 3 and text[:1].isupper():
        return True
    return len(name.split()) <= MAX_NAME_WORDS and (gap or (name.isupper() and len(name) > 3 and not text.isupper()))


def ranked_at(text: str) -> int:
    """Return where a name with its rank begins that ends a text, "… A. B. Pell, Maj. Gen."; 0 where none does."""
    if "," not in text[-MAX_RANKED:]:
        return 0
    match = _RANKED.search(text, max(0, len(text) - MAX_RANKED))
    return match.start("name") if match else 0


_RANKED: Final = regex(
    r"(?<=[^\W\d_]{2}[.!?])\s+(?P<name>(?:(?:[A-Z]\.\s?){1,3}|[A-Z][a-z]+\s(?:[A-Z]\.\s)?)[A-Z][\w’'-]+,\s"
    r"(?:Lt|Lieut|Lieutenant|Maj|Major|Brig|Brigadier|Rear|Vice|Col|Colonel|Gen|General|Capt|Captain|Adm|Admiral|"
    r"Comdr|Commander|Secretary|Governor|Minister|Consul|Ambassador|Inspector|"
    r"Superintendent|Director|Engineer|Chairman)\b[\w .’'-]{0,30})$"
)
"""A name with a rank or office that ends a quoted telegram: "… by noon. A. B. Pell, Maj. Gen."."""
MAX_RANKED: Final = 70


def over_offices(
    paragraphs: Sequence[Paragraph], index: int, known: Knowledge, *, last: bool
) -> tuple[int, Paragraph, tuple[int, int]] | None:
    """Return a name over two offices or more, each on a line of its own: its row, all of them as one, its span."""
    first = index
    while first > 0 and index - first < MAX_OFFICES and is_office(paragraphs[first].text):
        first -= 1
    name = paragraphs[first].text
    if index - first < 2 or is_office(name) or is_closing(name) or len(name) > MAX_SIGNER:
        return None
    span = signature_name(name, known.known_party, last=last)
    return (first, reduce(joined, paragraphs[first : index + 1]), span) if span else None


MAX_OFFICES: Final = 3
MAX_SIGNER: Final = 60
