"""Lines of a form that a copyist broke: a list of copies that goes on below, a label whose time stands under it.

"Copies: Vetrov (2), Tumanova," / "Pashin, Kashin." is one list and no signature; "From Karsk Sent 26.5.38 Received" /
"26.5. 16:05" are three lines of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import joined
from tei.regexes import regex

_LISTED: Final = regex(
    r"(?i:(?:\d{1,2}\s+)?(?:cop(?:y|ies)|distribution|distributed|(?:telegram\s+)?sent\s+to|cc|mailed\s+to|circulated|"
    r"копии|рассылка|разослано|экз)\b)[^\n]{0,180},"
)
_NAMES: Final = regex(
    r"(?:(?:and\s+|и\s+)?(?:\d{1,2}(?:st|nd|rd|th)\s+(?=[DSO]))?(?:Com(?:rades?|rs?|s)?\.?\s+|Cdes?\.?\s+|тов\.\s*|тт?\.\s*)?[A-ZÀ-ÞА-ЯЁ][\w.’'-]*"
    r"(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]*){0,2}(?:\s+of\s+(?:the\s+)?[\w ]{1,24})?(?:\s*[(–—-]\s*\d{1,2}\)?)?(?:,\s*|"
    r"\s+(?=and\s|и\s)|[.;]?$))+"
)
_OPEN: Final = regex(
    r"[^\n]{0,80}(?<![Nn]ot )\b"
    r"(?:[Rr]eceived|[Ss]ent|[Dd]eciphered|[Pp]rinted|[Dd]elivered|[Aa]rrived|[Tt]ransmitted|[Rr]egistered|"
    r"[Пп]олучен[ао]|[Пп]оступил[ао]?(?:\s+для\s+расшифров\w+)?|[Оо]тправлен[ао]|[Рр]асшифрован[ао])(?:\s+(?:at|on|in\s+[A-Z]\w+))?\s*[:.]?"
)
_TIME: Final = regex(
    r"(?:\d{1,2}[./-](?:\d{1,2}|[IVXѴХ]{1,4})|\d{1,2}[:.]\d\d|\d{4}\b|(?:[12]?\d|3[01])\s+[^\W\d_]{3,9})[^\n]{0,50}"
)
_OFFICE_ABOVE: Final = regex(r"[A-Z]{4,} (?:OF|FOR|AND|THE)$|\b(?:STAFF|MINISTRY|COMMITTEE|SOVIET|FOREIGN|ARMED)$")
_OFFICE_BELOW: Final = regex(r"(?:THE )?[A-Z]{4,}(?: (?:OF|FOR|AND|THE|[A-Z]{3,}))*")
"""An office in capitals that a column broke: “MAIN ADMINISTRATION OF” / “THE GENERAL STAFF OF THE SOVIET” / “ARMY”."""
_OFFICE_GOES_ON: Final = regex(r"(?:of|for|and)\s(?:the\s)?[A-Z][^\n.!?;:]{2,70},?", re.IGNORECASE)
"""An addressee's office that goes on below: "To the Deputy Minister" / "of Foreign Affairs of the USSR,"."""
_DAY_LAST: Final = regex(r"\b(?:Sent|Received|Dispatched)\s+(?:on\s+)?\d{1,2}\.\d{1,2}\.\d{2,4}$")
_CLOCK_FIRST: Final = regex(r"\d{1,2}[:.]\d\d(?=$|\s+(?:Received|Sent|Dispatched)\s)")
"""“From Oslo Sent 17.7.52” / “18:45 Received 17.7 20:50”."""
_HOURS: Final = regex(r"\d{1,2}\s+(?:hours?|hrs?\.?|час\w*)\s+\d{1,2}$")
_RUN_ON: Final = regex(
    r"\s+(?=(?:Sent|Received|Deciphered|Printed|Arrived|Transmitted|Отправлена|Получена|Расшифрована)\s*:?\s+(?:at\s+|on\s+)?\d)|"
    r"(?:(?<=\d)|(?<=\d\.))\s+(?=\d{1,2}\s+(?:hours?|hrs?|час\w*)\.?\s+\d{1,2}\s+мин|\d{1,2}\s+(?:hours?|hrs?)\.?\s+\d{1,2}\s+min)|"
    r"(?<=\d,)\s+(?=received\s+(?:on|at)\s+\d)|"
    r"(?<=\d\.)\s+(?=(?:\d{1,2}|[A-Z][a-z]{2,8})\scop(?:y|ies)\s(?:printed|made|typed)\b)|"
    r"(?<=,)\s+(?=(?:checked|verified)\s+by\s+[A-Z])"
)
_LED: Final = regex(r"(?:…|\.{2,})[.…]*\s*(?=(?:dispatched|despatched|sent|received|transmitted)\b)", re.IGNORECASE)
"""Dots that lead from one entry of a form to the next: "From…Oslo…dispatched on 3.05.…received on 4.05."."""
_FORM: Final = regex(r"(?:From|To|Sent|Received|Deciphered|Decoded|Typed|Printed|Из|Откуда|Отправлена|Получена)\b")
_PLACED: Final = regex(
    r"[A-ZÀ-ÞА-ЯЁ][\w-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w-]+)?,\s\d{1,2}\s[^\W\d_]{3,9}\s\d{4}(?:\s?г\.)?"
    r"(?:[\s,–—-]{1,3}\d{1,2}[.:]\d\d)?[.;]?\s+(?=(?:Sent|Received|Arrived|Отправлена|Получена)\s\d)|"
    r"[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){0,2},?\s(?:dispatched|despatched|sent)\son\s\d"
)
"""“Karsk, 3 May 1938 – 15.20 Received 3 May 1938 – 18.00”: place and date of the telegram, and when it came."""
_SIDE_BY_SIDE: Final = regex(
    r"(?<=[A-ZА-Я]{3})\s?(?=(?:Sent|Received|Transmitted|Dispatched)\s(?:at\s)?\d{1,2}[:.]\d)|"
    r"(?<=[A-ZА-Я]{3})\s+(?=(?:Only\s+)?[Bb]y\s+(?:c[iy]phered|coded|special|telegraph|radio|wire)\b)"
)
"""Two columns of a form whose space was lost: "SOVIET AMBASSADORSent 03:15", "OSLO Only by ciphered telegraph"."""
MAX_COLUMNS: Final = 70
MAX_LINE: Final = 190
MAX_PARTED: Final = 190
MAX_JOINED: Final = 3


def mended(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a telegram with the broken lines of its form put together, and run-on ones parted."""
    return tuple(part for whole in put_together(paragraphs, _joined, MAX_JOINED) for part in _parted(whole))


def _joined(above: Paragraph, below: Paragraph) -> Paragraph | None:
    goes_on = _goes_on(above.text, below.text) or _is_below(above.text, below)
    return _together(above, below) if goes_on else None


def _goes_on(above: str, below: str) -> bool:
    if len(above) > MAX_LINE or len(below) > MAX_LINE:
        return False
    if above.isupper() and below.isupper() and len(above) <= MAX_BROKEN:
        return _OFFICE_ABOVE.search(above) is not None and _OFFICE_BELOW.fullmatch(below) is not None
    if above[-1:] == "," and _LISTED.fullmatch(above):
        return _NAMES.fullmatch(below) is not None
    if _DAY_LAST.search(above) and _CLOCK_FIRST.match(below):
        return True
    if above[:3] in ("To ", "TO ") and below[:4].lower() in ("of t", "of f", "for ", "and "):
        return len(above) <= MAX_BROKEN and above[-1:].isalpha() and _OFFICE_GOES_ON.fullmatch(below) is not None
    if above[-1:].isdecimal() and _HOURS.search(above):
        return below[:3].lower() in ("min", "мин")
    return below[:1].isdigit() and _OPEN.fullmatch(above) is not None and _TIME.fullmatch(below) is not None


def _is_below(above: str, paragraph: Paragraph) -> bool:
    """Say whether a line goes on with the one right over it: "Copy Nº 2" / "to Cde. Pell", "[Stamp:]" / "“No 108”"."""
    if len(above) > MAX_BROKEN or len(paragraph.text) > MAX_LINE:
        return False
    if above[:1] == "[":
        stamped = _STAMPED.fullmatch(above) if above.endswith(":]") else None
        return stamped is not None and (paragraph.text[:1] in '“"' or _is_remark(stamped, paragraph.text))
    text = paragraph.text
    if paragraph.blank_before:
        return False
    if above[:5] == "Dear ":
        return _DEAR.fullmatch(above) is not None and _NAME.fullmatch(text) is not None
    if text[:3] == "to ":
        return _COPY.fullmatch(above) is not None and _TO_COMRADE.match(text) is not None
    return text[:3] in ("at ", "on ") and text[3:4].isdigit() and _BY.fullmatch(above) is not None


_DEAR: Final = regex(r"Dear\s+(?:Cde|Com|Comrade|Mr|General|Marshal|Chairman|President)\.?")
_NAME: Final = regex(r"(?:[A-Z]\.\s?){0,2}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}[,!:]?")
_COPY: Final = regex(r"[Cc]opy\s+N[º°o]\.?\s?\d{1,2}")
_TO_COMRADE: Final = regex(r"to\s+(?:Cdes?|Comr?|Comrades?)\b")
_BY: Final = regex(r"(?:Deciphered|Typed|Printed|Verified|Enciphered)\s+by\s[^\n\d]{2,40}")
_STAMPED: Final = regex(
    r"\[(?:stamp|seal|in pencil|(?:handwritten|marginal)(?P<noted>\s(?:text|notes?|remarks?|resolution))?)"
    r"[^\[\]\n]{0,30}:\]",
    re.IGNORECASE,
)
_ADDRESSES: Final = regex(r"(?:Dear|To|Comrades?|Cdes?|Com)\b")


def _is_remark(stamped: re.Match[str], text: str) -> bool:
    """Say whether a line under "[Handwritten text:]" is what was written: what is addressed is the telegram itself."""
    return bool(stamped["noted"]) and len(text) <= MAX_NOTED and _ADDRESSES.match(text) is None


MAX_NOTED: Final = 160
"""A remark under its label is a line or two; what is longer is a text of its own."""
MAX_BROKEN: Final = 60


def _together(above: Paragraph, below: Paragraph) -> Paragraph:
    whole = joined(above, below)
    return Paragraph(whole.start, whole.end, whole.text.replace("\n", " "), whole.blank_before)


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Part "From Karsk Sent 26.5.38 Received 26.5. 16:05" where a new label with its time begins."""
    text = paragraph.text
    if len(text) <= MAX_COLUMNS and text[:3].isupper() and (beside := _SIDE_BY_SIDE.search(text)):
        yield paragraph.at(0, beside.start())
        yield paragraph.at(beside.end(), len(text))
        return
    if len(text) > MAX_PARTED or (_FORM.match(text) is None and _PLACED.match(text) is None):
        yield paragraph
        return
    start = 0
    led = text[:4].lower() == "from" and text[4:].lstrip()[:1] in "….:" and (".." in text or "…" in text)
    for match in (_LED if led else _RUN_ON).finditer(text):
        yield paragraph.at(start, match.end() if led else match.start())
        start = match.end()
    yield paragraph.at(start, len(text)) if start else paragraph
