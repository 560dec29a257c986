"""Service matter of telegraphy: numbers, markings, copies, times, who deciphered, printed and verified.

Each form is one row: the `ab` type it is encoded as and its look, in English, Russian and Chinese. A row must match
a whole paragraph, since the same words also occur in prose. Usage after Soviet cipher forms (шифртелеграмма), United
States and British cable forms as published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tei.dates import WrittenDate, find_dates, parse_time

NUMBER_SIGN: Final = r"(?:N[º°o]\.?|№|Nr\.?|No\.?|Num(?:ber)?\.?|#|номер|第)"
_NUMBER: Final = r"(?P<number>\d[\w./–—-]*(?:\s?[/-]\s?\w+)?)"
_PERSON: Final = r"(?P<name>[^\d\n\[\]]{2,60}?(?:\s*\[[^\]\n]{1,60}\])?)"
_TAIL: Final = r"(?P<rest>[^\n]*)"

_FORM_WORDS: Final = (
    r"(?:(?:in|out)(?:coming|going)\s+)?(?:top secret\s+|secret\s+|strictly secret\s+)?(?:(?:coded|cod(?:e)?|"
    r"cipher(?:ed)?|"
    r"encrypted|enciphered|special)\s+)?(?:cable|telegram(?:me)?|cablegram|radiogram|radio message|message|ciphergram|"
    r"despatch|dispatch|wire|telex|шифр(?:о?вка|о?телеграмма|радиограмма)|телеграмма|радиограмма|депеша|电报|電報|電|电)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of service matter: the type of its `ab`, its pattern, and whether it may open or close a message."""

    type: str
    pattern: re.Pattern[str]


def _forms(*rows: tuple[str, str]) -> tuple[Form, ...]:
    return tuple(Form(type_, re.compile(pattern, re.IGNORECASE)) for type_, pattern in rows)


FORMS: Final = _forms(
    ("number", rf"{_FORM_WORDS}\s*,?\s*{NUMBER_SIGN}\s*{_NUMBER}\s*\.?"),
    ("number", rf"(?:incoming|outgoing|in|out|вход(?:ящ(?:ий|ая))?|вх|исход(?:ящ(?:ий|ая))?|исх|register(?:ed)?|"
               rf"registry|"
               rf"special|issuing|serial|спец(?:иальн\w+)?|инв)\.?\s*(?:number\s*)?{NUMBER_SIGN}?\s*:?\s*{_NUMBER}"
               rf"(?:\s*(?:of|from|dated|от|,)\s*[^\n]{{3,30}})?\.?"),
    ("number", rf"{NUMBER_SIGN}\s*{_NUMBER}(?:\s+(?:of|от)\s+[^\n]{{3,25}})?\.?"),
    ("distribution", rf"(?:copy|copies|экз(?:емпляр)?\.?|коп(?:ия|ии)\.?|"
                     rf"份)\s*{NUMBER_SIGN}?\s*(?P<copy>\d+(?:\s*[-–,]\s*\d+)*)"
                     rf"\s*(?:[–—:-]|to\b|for\b|тов?\.|т\.|в\b|—)\s*{_TAIL}"),
    ("copy", rf"(?:copy|экз(?:емпляр)?\.?|копия)\s*{NUMBER_SIGN}?\s*(?P<copy>\d+)(?:\s+of\s+\d+(?:\s+copies)?)?\.?"),
    ("received", rf"(?:was\s+)?(?:received|rec['’]?d|arrived|принята?о?|получен[ао]?|поступил[ао]?|收到|"
                 rf"到达)(?!\w)(?:[^\w\n]|at\b|on\b|в\b){_TAIL}"),
    ("sent", rf"(?:was\s+)?(?:sent|transmitted|dispatched|despatched|handed in|отправлен[ао]?|передан[ао]?|发出|"
             rf"發出)(?!\w)"
             rf"(?:[^\w\n]|at\b|on\b|в\b){_TAIL}"),
    ("deciphered", rf"(?:deciphered|decoded|decrypted|расшифрова(?:л|ла|но|на)|译电)(?!\w)(?:\s+(?:by|on|at)\b|"
                   rf"\s*[:–—-]|\s){_TAIL}"),
    ("printed", rf"(?:printed|typed|отпечата(?:л|ла|но|на)|напечата(?:л|ла|но|на)|печатал[а]?)(?!\w)(?:\s+(?:by|on|"
                rf"at|in)\b|\s*[:–—-]|\s){_TAIL}"),
    ("verified", rf"(?:verified|checked|authenticated|correct|true copy|верно|проверил[а]?|сверил[а]?|"
                 rf"сверено)(?!\w)(?:\s+by\b|\s*[:–—-]|\s){_TAIL}"),
    ("verified", r"(?:verified|correct|true copy|верно)[.:]?"),
    ("delivered", rf"(?:delivered|handed over|вручен[ао]?|доставлен[ао]?)(?!\w)(?:\s+(?:by|to|at|on)\b|\s*[:–—-]|"
                  rf"\s){_TAIL}"),
    ("copies", r"(?:\w+|\d+)\s+cop(?:y|ies)\s+(?:were\s+|was\s+)?(?:printed|made|typed|prepared|issued|"
               r"distributed)\b[^\n]*"),
    ("copies", r"(?:printed|made|typed|prepared|issued)\s+(?:in\s+)?(?:\w+|\d+)\s+copies\b[^\n]*"),
    ("copies", r"(?:copies|distribution|distributed to|рассылка|разослано|отп(?:ечатано)?\.?\s+\d+\s+экз)\b[^\n]*"),
    ("marking", r"(?:(?:strictly|top|most|very)\s+)?(?:secret|"
                r"confidential)(?:\s*[-–—,./;]\s*(?:personal(?:ly)?(?:\s+only)?|"
                r"(?:very )?urgent|sensitive|nodis|exdis|limdis|eyes only|no distribution|priority|niact|"
                r"noforn))*[.!]?"),
    ("marking", r"(?:for\s+(?:your|his)\s+)?(?:eyes\s+only|personally\s+only|personal(?:\s+and\s+(?:secret|"
                r"confidential))?|"
                r"restricted|unclassified|official use only|limited official use|declassified|eyes only)[.!]?"),
    ("marking", r"(?:the\s+)?(?:making|taking)\s+(?:of\s+)?(?:any\s+)?copies\b[^\n]{0,40}(?:prohibited|forbidden)\.?|"
                r"(?:copying|duplication|reproduction)\b[^\n]{0,60}(?:prohibited|forbidden)\.?|not to be (?:copied|"
                r"duplicated)\.?|"
                r"(?:subject to|to be) return(?:ed)?\b[^\n]{0,60}"),
    ("marking", r"(?:сов(?:ершенно|\.)?\s*секретно|строго секретно|секретно|лично|особая папка|снятие копий[^\n]{0,30}|"
                r"подлежит возврату[^\n]{0,60}|绝密|絕密|机密|機密|秘密|亲启|親啟)[.!]?"),
    ("precedence", r"(?:us\s+)?(?:(?:most|very|extremely)\s+)?(?:urgent|flash|immediate|op immediate|"
                   r"operational immediate|priority|"
                   r"niact|routine|deferred|rush|out of turn|вне очереди|(?:весьма\s+)?срочн(?:о|ая)|молния|特急|急|"
                   r"万万火急|萬萬火急)"
                   r"(?:\s*[,.–—-]\s*(?:secret|urgent|top secret))?[.!]?"),
    ("subject", rf"(?:subject|subj|re|concerning|тема|содержание)\s*:\s*{_TAIL}"),
    ("reference", rf"(?:ref(?:erence)?s?|reftels?|reference telegrams?|на)\s*(?::|{NUMBER_SIGN})\s*{_TAIL}"),
    ("address", rf"(?P<role>from|to|via|for|sent by|received by|sender|addressee|recipient|destination|от кого|"
                rf"кому|куда|откуда|адрес|发报|收报)"
                rf"\s*:\s*{_TAIL}"),
    ("instruction", r"(?:telegraph|cable|report|wire|telegraph back)\s+(?:the\s+)?(?:fulfil?lment|execution|"
                    r"receipt|implementation)\b[^\n]{0,40}|"
                    r"(?:исполнение|получение)\s+телеграф\w+[^\n]{0,40}"),
    ("instruction", r"(?:please\s+)?(?:pass|hand|transmit|convey|"
                    r"deliver)\s+(?:the following\s+)?(?:on\s+)?to\s+[^\n.]{2,60}[:.]?"),
)  # fmt: skip

_DISPATCH: Final = re.compile(
    rf"{NUMBER_SIGN}\s*{_NUMBER}[.,;:]?\s+(?P<name>[^\W\d_][^\d\n]{{1,60}}?)(?:[,.]?\s+(?P<date>[^\n]*\d[^\n]*))?"
)
_KIND_OF_NUMBER: Final = (
    ("incoming", re.compile(r"\b(?:in(?:coming)?|вх)", re.IGNORECASE)),
    ("outgoing", re.compile(r"\b(?:out(?:going)?|исх)", re.IGNORECASE)),
    ("special", re.compile(r"\b(?:special|спец)", re.IGNORECASE)),
    ("issuing", re.compile(r"\bissuing", re.IGNORECASE)),
    ("register", re.compile(r"\b(?:regist|инв)", re.IGNORECASE)),
    ("telegram", re.compile(_FORM_WORDS, re.IGNORECASE)),
)
MAX_SERVICE_WORDS: Final = 26
_SENTENCE: Final = re.compile(r"[a-zа-я]{2}[.!?]\s+[A-ZА-Я]")


@dataclass(frozen=True, slots=True)
class Service:
    """A paragraph of service matter: its type and the named parts of it as spans of the paragraph's own text."""

    type: str
    parts: tuple[tuple[str, int, int], ...] = ()

    def part(self, name: str) -> tuple[int, int] | None:
        """Return the span of a named part, None where the form has no such part."""
        return next(((start, end) for part, start, end in self.parts if part == name), None)


def classify(text: str, *, year: int | None = None) -> Service | None:
    """Return what kind of service matter a paragraph is, None where it is none."""
    if len(text.split()) > MAX_SERVICE_WORDS:
        return None
    for form in FORMS:
        match = form.pattern.fullmatch(text)
        if match and _credible(form.type, match, year):
            return Service(form.type, _parts(match))
    dispatch = _DISPATCH.fullmatch(text)
    if dispatch and _names_someone(dispatch):
        return Service("dispatch", _parts(dispatch))
    return None


def _parts(match: re.Match[str]) -> tuple[tuple[str, int, int], ...]:
    return tuple((name, *match.span(name)) for name, value in match.groupdict().items() if value)


def _credible(type_: str, match: re.Match[str], year: int | None) -> bool:
    """Words like "received" open sentences too: service matter then gives a time, a person or stays very short."""
    if type_ not in ("received", "sent", "deciphered", "printed", "verified", "delivered"):
        return type_ != "copies" or not _SENTENCE.search(match.string)
    rest = (match.groupdict().get("rest") or "").strip()
    if _SENTENCE.search(rest):
        return False
    timed = bool(find_dates(rest, year=year)) or parse_time(rest.strip(" .,")) is not None
    if type_ in ("received", "sent"):
        return timed and len(rest.split()) <= 14
    return timed or len(rest.split()) <= 12


def _names_someone(match: re.Match[str]) -> bool:
    name = match.group("name").strip(" .,")
    return len(name.split()) <= 4 and all(word[:1].isupper() or word[:1] in "[(" for word in name.split())


def number_type(text: str, *, docket: bool) -> str:
    """Return the kind of a number in service matter; a bare number after the message is the register's."""
    found = next((kind for kind, pattern in _KIND_OF_NUMBER if pattern.search(text)), None)
    return found or ("register" if docket else "telegram")


def numeric(number: str) -> str:
    """Return the leading digits of a number such as `36261/shs`, for TEI's numeric @value."""
    match = re.match(r"\d+", number)
    return match.group() if match else ""


def times_in(text: str, year: int | None, anchor: str | None = None) -> tuple[WrittenDate, ...]:
    """Return the dates and times of a service line."""
    return find_dates(text, year=year, anchor=anchor) if anchor else find_dates(text, year=year)
