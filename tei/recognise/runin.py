"""Openers and closers that run in with the text, as in "Karsk, 5 May. To Sabelnikov. The ice holds. Vetrov.".

What a typist sets on lines of its own may stand in one paragraph with the message. Each piece becomes a paragraph of
its own, a span of the same text, so that head and tail are read as if they stood on lines; only a paragraph that says
so itself is parted: by place and date, an address, a formula with a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tei.recognise.chinese_openings import opening_cuts
from tei.recognise.counting import is_sign
from tei.recognise.datelines import dateline
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, is_closing, salutation_name
from tei.recognise.parts import Knowledge, only_brackets
from tei.recognise.russian_closings import closing_cuts
from tei.recognise.service import classify
from tei.recognise.signatures import ranked_at
from tei.regexes import regex

MAX_LEAD: Final = 120
MAX_END: Final = 170
MAX_PIECES: Final = 4
MAX_HEAD: Final = 6
MAX_NAME_WORDS: Final = 3
_STOP: Final = regex(r"[.:!](?:\s*[–—-])?\s+(?=[A-ZÀ-ÞА-ЯЁ“\"(\[])|\s+[–—]\s+(?=[A-ZÀ-ÞА-ЯЁ“\"])|\n+")
_VOCATIVE: Final = regex(
    r"(?:(?:my\s+|our\s+)?(?:dear(?:est)?|esteemed|respected|honou?red)\s+(?:(?-i:[A-Z0])[\w.’'-]+\s*){1,4}|comrades|gentlemen|"
    r"friends|colleagues|dear\s+(?:sirs?|friends?|comrades?|colleagues?)|"
    r"(?:comrade|captain|professor|doctor)\s+(?-i:[A-Z])[\w.’'-]+|(?:дорог|уважаем)\w{2,3}\s+[^\n,.!]{2,40}|товарищи)"
    r"\s*[,!:]\s+",
    re.IGNORECASE,
)
_ADDRESSED: Final = regex(
    r"(?:to|for|pass to|кому|для)\s|(?:comrade|dear|com\.|cde\.|mr\.|captain|товарищу|тов\.)\s", re.IGNORECASE
)
_TO_COLON: Final = regex(r"(?P<words>(?:to|for|кому)\s+(?P<name>[^.,:;!?\n]{2,50})):\s+(?=[^\W\d_])", re.IGNORECASE)
_TO_NAME: Final = regex(
    r"To\s+(?:(?:Comrade|Com\.|Cde\.|Mr\.?|General|Colonel|Captain)\s+)?(?!The\b|A\b|This\b|My\b|All\b|(?:Cdes|Comrs?|Coms|Messrs|Prof|Capt|Lieut|Brig)\.)"
    r"[A-Z][\w’'-]{3,}(?:\s[A-Z][\w’'-]+)?[.!]\s+"
    r"(?=[A-Z“\"])"
)
"""“To Pashin. The ice …”: nothing but an address opens so."""
_YEAR: Final = regex(r"(?<!\d)(?:1[89]\d\d|20\d\d|[’']\d\d|\d{1,2}[./-][\dIVX]{1,4}[./-]\d\d)(?!\d)")
_RANK_CUT: Final = regex(
    r"(?:^|\s)(?:com(?:rs?|s)?|cdes?|tov|mrs?|messrs|dr|prof|gen|col|capt|lt|st|hon|rev|тт?|тов|г|гр|проф|ген)$",
    re.IGNORECASE,
)
"""A rank cut short before its stop: the name follows, "To Com. VETROV"."""
_INITIAL: Final = regex(
    r"(?:com|cde|comrade|mr|general|marshal|тов)\b\.?\s(?:[A-ZА-ЯЁ]\.\s?)?(?-i:[A-ZА-ЯЁ])$", re.IGNORECASE
)
"""Initials before the name, "Dear Cde. I. V. PELL"."""
_POSTSCRIPT: Final = regex(r"\s+(?=(?:P\.\s?)?P\.\s?S\.[\s:]|П\.\s?С\.[\s:])")
_TAPED: Final = regex(r"(?<=\s=)\s+(?P<name>[A-ZА-ЯЁ][\w.-]+(?:\s[A-ZА-ЯЁ][\w.-]+){0,2})\s*[+=]{0,3}$")
"""How a telegraph tape ends: "… TWICE = MOROZKIN +"."""

_LAST: Final = regex(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[A-ZÀ-ÞА-ЯЁ\d])")
_FORMULA: Final = regex(r"(?P<closing>[^,.;:!?\n]{4,70}),\s+(?P<names>[A-ZÀ-ÞА-ЯЁ][^!?;:\n]{1,100})\.?")


def unrolled(paragraphs: Sequence[Paragraph], known: Knowledge) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a telegram with what runs in with its first and last ones set apart."""
    if not paragraphs:
        return ()
    first = next((i for i, row in enumerate(paragraphs[:MAX_HEAD]) if not _is_of_head(row.text, known)), 0)
    opened = _opened(paragraphs[first], known, below=first > 0)
    *before, last = _over_day(_with_formula((*paragraphs[:first], *opened, *paragraphs[first + 1 :])), known)
    return (*before, *([last] if only_brackets(last.text) or _annotates(last.text) else _closed(last, known)))


def _over_day(rows: Sequence[Paragraph], known: Knowledge) -> Sequence[Paragraph]:
    """Part the name with its rank that ends a text in Russian over the lines of its place, day and number."""
    at = len(rows) - 1
    while at > 0 and len(rows) - at < MAX_FOOT and len(rows[at].text) <= MAX_SIGNED and _dates(rows[at].text, known):
        at -= 1
    cuts = closing_cuts(rows[at].text) if at < len(rows) - 1 else ()
    return (*rows[:at], *_at(rows[at], cuts), *rows[at + 1 :]) if cuts else rows


def _dates(text: str, known: Knowledge) -> bool:
    return classify(text, year=known.year) is not None or dateline(text, known.year, known.known_place) is not None


def _at(row: Paragraph, cuts: Sequence[int]) -> list[Paragraph]:
    return [row.at(start, end) for start, end in pairwise((0, *cuts, len(row.text)))]


def _with_formula(rows: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Part the formula that ends the text over a signature: “… the coal. I am, Sir, your obedient servant,”."""
    for at in range(len(rows) - 1, max(0, len(rows) - MAX_FOOT), -1):
        if len(rows[at].text) > MAX_SIGNED:
            break
        text = rows[at - 1].text
        if text[-1:] != ",":
            continue
        for stop in list(_LAST.finditer(text, max(0, len(text) - MAX_END)))[-2:]:
            if is_closing(text[stop.end() :]):
                cut = rows[at - 1].at(0, stop.start()), rows[at - 1].at(stop.end(), len(text))
                return (*rows[: at - 1], *cut, *rows[at:])
    return rows


MAX_FOOT: Final = 4
MAX_SIGNED: Final = 60


def _is_of_head(text: str, known: Knowledge) -> bool:
    """Say whether a line of the head stands by itself: service matter, place and date."""
    if not any(map(str.isalpha, text)) or classify(text, year=known.year) is not None or only_brackets(text):
        return True
    stopped = text[-1:] in ".!?" and text[-2:].lower() != "m." and not text[-2:-1].isdigit()
    if len(text) > MAX_LEAD or stopped or not any(map(str.isdigit, text)):
        return False
    return dateline(text, known.year, known.known_place) is not None


def _opened(paragraph: Paragraph, known: Knowledge, *, below: bool) -> list[Paragraph]:
    """Part place and date, address and salutation from the paragraph that they open; `below` a head of lines."""
    cuts = tuple(opening_cuts(paragraph.text)) if is_sign(paragraph.text[:1]) else ()
    if cuts:
        return _at(paragraph, cuts)
    pieces: list[Paragraph] = []
    rest = paragraph
    while len(pieces) < MAX_PIECES:
        end = _lead(rest, known, opened=below or bool(pieces))
        if not end or len(rest.text) - end < 8:
            break
        pieces.append(rest.at(0, end))
        rest = rest.at(end, len(rest.text))
    return [*pieces, rest]


def _lead(rest: Paragraph, known: Knowledge, *, opened: bool) -> int:
    """Return where the piece ends that a paragraph opens with, 0 where it opens with its text.

    A date by itself opens a sentence as well: it needs a place, a year or an address after it.
    """
    if addressed := _VOCATIVE.match(rest.text) or _TO_NAME.match(rest.text):
        return addressed.end()
    address = _TO_COLON.match(rest.text)
    if (
        address
        and salutation_name(address["words"], known.known_party)
        and (opened or known.known_party(address["name"]))
    ):
        return address.end()
    for stop in _STOP.finditer(rest.text, 0, MAX_LEAD):
        words = rest.text[: stop.start()]
        if words.isdigit() or (rest.text[stop.start()] == "." and (_RANK_CUT.search(words) or _INITIAL.search(words))):
            continue
        if rest.text[stop.start()] in ".!" and _is_set_before(words, known):
            return stop.end()
        if any(map(str.isdigit, words)) and (found := dateline(words, known.year, known.known_place)):
            if found[0] or _YEAR.search(words) or _ADDRESSED.match(rest.text, stop.end()):
                return stop.end()
        elif _is_addressed(words, known, opened=opened):
            return stop.end()
    return 0


_SET_BEFORE: Final = frozenset(("marking", "precedence", "number"))


def _is_set_before(words: str, known: Knowledge) -> bool:
    """Say whether words before a full stop are a marking or a number: "Strictly secret. The ice …"."""
    service = classify(words, year=known.year)
    return service is not None and service.type in _SET_BEFORE


def _is_addressed(words: str, known: Knowledge, *, opened: bool) -> bool:
    """Say whether words address somebody: as a wire does, or below a head with "To" or a rank."""
    if words.isupper() and is_wire_address(words, known):
        return True
    return opened and _ADDRESSED.match(words) is not None and salutation_name(words, known.known_party) is not None


def is_wire_address(words: str, known: Knowledge) -> bool:
    """Say whether words in capitals are the address of a wire, place and name: "KARSK VETROV", "KARSK, RADIO ROOM"."""
    place, _, rest = words.partition(", " if "," in words else " ")
    if not rest or len(rest.split()) > MAX_NAME_WORDS or any(map(str.isdigit, words)) or not known.known_place(place):
        return False
    return known.known_party(rest) or known.known_party(rest.split()[-1])


def _annotates(text: str) -> bool:
    """Say whether a last paragraph is what somebody wrote on the telegram: the date that ends it is his."""
    may_be = ":" in text and (text[-1:] in "\"”»'" or text[:1] == "[")
    found = classify(text) if may_be else None
    return found is not None and found.type == "annotation"


def _signed(paragraph: Paragraph, known: Knowledge) -> list[Paragraph]:
    """Part a known name that ends the text before a date or postscript, "… the cook. Vetrov. P.S. The dog too."."""
    stops = [*_LAST.finditer(paragraph.text, max(0, len(paragraph.text) - MAX_END))][-1:]
    for stop in stops:
        name = paragraph.text[stop.end() :].rstrip(" .,")
        if len(name.split()) <= MAX_NAME_WORDS and is_capitalised(name) and known.known_party(name):
            return [paragraph.at(0, stop.start()), paragraph.at(stop.end(), len(paragraph.text))]
    return _closed(paragraph, known)


def _closed(paragraph: Paragraph, known: Knowledge) -> list[Paragraph]:
    """Part postscript, date and a formula with names from the end of the paragraph that they close."""
    text = paragraph.text
    if len(text) < MAX_LEAD and any(map(str.isdigit, text)) and dateline(text, known.year, known.known_place):
        return [paragraph]
    taped = _TAPED.search(text, max(0, len(text) - MAX_END))
    if taped and taped.start("name"):
        return [paragraph.at(0, taped.start("name")), paragraph.at(taped.start("name"), len(text))]
    split = _POSTSCRIPT.search(text)
    if split and split.start():
        return [*_signed(paragraph.at(0, split.start()), known), paragraph.at(split.end(), len(text))]
    if cuts := closing_cuts(text):
        return _at(paragraph, cuts)
    if ranked := ranked_at(text):
        return [paragraph.at(0, ranked), paragraph.at(ranked, len(text))]
    stops = list(_LAST.finditer(text, max(0, len(text) - MAX_END)))
    for stop in reversed(stops[-2:]):
        words = text[stop.end() :]
        if any(map(str.isdigit, words)) and dateline(words, known.year, known.known_place):
            return [*_signed(paragraph.at(0, stop.start()), known), paragraph.at(stop.end(), len(text))]
    for stop in reversed(stops[-2:]):
        formula = _FORMULA.fullmatch(text, stop.end())
        if formula and is_closing(formula["closing"]) and is_capitalised(formula["names"].split(",")[0]):
            cut = formula.start("names")
            return [paragraph.at(0, stop.start()), paragraph.at(stop.end(), cut), paragraph.at(cut, len(text))]
    return [paragraph]
