"""Service matter of telegraphy: numbers, markings, copies, times, who deciphered, printed and verified.

What the lines look like is in `forms`; here a line is told from prose that begins with the same words, "Received your
telegram …", "Printed forms are running out …".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tei.dates import WrittenDate, find_dates, parse_time
from tei.dates.chinese import number_in as chinese_number
from tei.recognise.counting import is_sign
from tei.recognise.form_leads import DISPATCH, FORMS_BY_LEAD, lead_of
from tei.recognise.form_rows import Form
from tei.recognise.form_words import FORM_WORDS, NUMBER_SIGN
from tei.recognise.listed_copies import COUNTED_COPIES, LISTED_COPY, LOOSELY_LISTED
from tei.regexes import regex
from tei.values import value

__all__ = ["NUMBER_SIGN", "Service", "classify", "listed_copy", "number_type", "numeric"]

_KIND_OF_NUMBER: Final = (
    ("incoming", regex(r"\b(?:inc?(?:oming)?\b|received\b|вх)|来电|來電|收文|收电|收電", re.IGNORECASE)),
    ("outgoing", regex(r"\b(?:out(?:g(?:oing)?)?\b|(?:sent|dispatched)\s*\(|исх)|去电|去電|发文|發文", re.IGNORECASE)),
    ("special", regex(r"\b(?:spec|spets|спец)", re.IGNORECASE)),
    ("issuing", regex(r"\b(?:issu|выпуск)", re.IGNORECASE)),
    ("register", regex(r"\b(?:magic\b|intercept|reg\b|regist|инв|file|дело)", re.IGNORECASE)),
    ("telegram", regex(FORM_WORDS, re.IGNORECASE)),
)
_SPACED: Final = regex(r"[^\W\d_](?: [^\W\d_])+(?:\s{2,}[^\W\d_](?: [^\W\d_])*)*[.:]?")
_LETTERS_APART: Final = regex(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_APART: Final = regex(r"\s{2,}")
_MISREAD: Final = regex(r"(?<![\w/-])([A-Z]+)([01])([A-Z]+)(?![\w/-])")
_BEFORE_LEAD: Final = ("(", "[", "-", "–")
_PARTS_CELLS: Final = " |·•;/\t"
MAX_SERVICE_WORDS: Final = 26
MAX_SERVICE: Final = 240
"""Characters of the longest service line; a longer paragraph is somebody's text."""

_SENTENCE: Final = regex(
    r"[a-zа-яё]{3}(?<!экз)(?<!тов)(?<!гор)(?<!зам)(?<!пом)(?<!ген)(?<!Cdes)(?<!cdes)(?<!omrs)(?<!omr)(?<!rof)(?<!apt)(?<!umb)[.!?]\s+[A-ZА-ЯЁ]"
)
_SENT_TO: Final = regex(
    r"(?<=[.;])\s+(?:(?:Cop(?:y|ies)\b|Sent\b|Distributed\b|Mailed\b|N(?:o\.|[º°])\s?\d)[^\n]*|[A-ZА-ЯЁ][\w’'-]+(?:,?\s[A-ZА-ЯЁ][\w’'-]+){0,3}\.?$)"
)
"""What may follow the number of copies in its line: to whom they went."""
_GOES_ON: Final = regex(r"^\d[\w/-]*\.\s+[А-ЯЁ]")
"""After «На № 61.» a sentence follows: it is the text that begins."""
_HANDLED: Final = frozenset(("received", "sent", "deciphered", "enciphered", "printed", "verified", "delivered"))
_WORDS: Final = regex(r"[^\W\d_]+")
_PROSE: Final = frozenset(
    _WORDS.findall(
        """your yours our my we i you he she they it us me have has had and that which this these were will would not
        but telegram telegrams cable cables letter letters message stop yesterday today tomorrow when what forms
        information news instructions report reports reply answer repeated pouched
        ваш ваша ваше вашу наш мы я вы он они это что и не но
        телеграмма телеграмму телеграммы письмо сообщение"""
    )
)
"""Words that a line about receiving, sending or printing has only when it is a sentence."""

_SMALL: Final = frozenset(
    _WORDS.findall(
        """at on in by from of the to for via through hrs hours hour min mins minutes minute am pm a m p o clock local
        time moscow noon midnight morning evening night h в час часа часов мин минут минуты ч г года из от по с ст числа
        утра вечера дня ночи время моск экз copies monday tuesday wednesday thursday friday saturday sunday"""
    )
)
_CLOCK: Final = regex(r"\b\d{1,2}[:.-][0-5]\d\b|\b\d{1,2}\s*(?:ч|час\w*|h|hrs?|hours?)\b|\b\d{4}\b")
_LIST: Final = regex(
    r"(?:(?>(?:and\s+|и\s+)?(?:(?:Comr?(?:ade)?s?|[Tt]ов|[тТ]т?|Cdes?|Mr)(?:\.\s*|\s+))?(?!(?:and|и)\s)[A-ZÀ-ÞА-ЯЁ\[][\w.’'\]-]*"
    r"(?:\s(?!(?:and|и)\s)[A-ZÀ-ÞА-ЯЁ(\[][\w.’')\]-]*){0,3}"
    r"\s*(?:[(–—-]\s*\d{1,2}\)?)?(?:[,;]\s*|\.?$|\s+(?=and\s|и\s)|(?<=\s)(?=and\s|и\s)))){3,30}",
    re.IGNORECASE,
)
"""Three names or more, each perhaps with the number of its copies: "Vetrov - 2, Tumanova - 1, Pashin"."""
_LOWER_START: Final = regex(
    r"(?:comr?s|comrades?|cdes?|to|the|file|addressee|т|тов|в|дело|для|адресат\w*|отдел\w*|секретар\w*|начальник\w*|"
    r"председател\w*|министр\w*|директор\w*|посл[уа]\w*|полпред\w*|командующ\w+|с\.\s?х)\b"
)
_BEFORE_NAME: Final = regex(
    r"(?:also|only|personally|again|to be (?:handed|passed|given|delivered)(?:\s+(?:on|over))?\s+to|to|for|the)\s+"
)
_WEAK_ROLES: Final = frozenset(("from", "via", "через", "из"))
_IN_NAMES: Final = frozenset(("of", "the", "and", "for", "at", "in", "и", "для", "via", "c/o"))
MAX_NAMES: Final = 8
MIN_LISTED: Final = 10
"""Commas in a line that may be a list of names, however long."""
_ROMAN_DAY: Final = regex(r"\d{1,2}\.\s?[IVX]{1,4}\.?\s?\d{2,4}")
"""“6. II. 1949” is a day and nobody's copy."""
_INITIALLED: Final = r"(?:[A-Z]\.\s?){1,2}[A-ZÀ-Þ][\w’'-]+"
_CHAIN: Final = regex(
    rf"{_INITIALLED}\s+to\s+{_INITIALLED}(?:,?\s+(?P<rest>\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}})(?:\s*\((?P<number>\d+/\w+)\))?|"
    r"\s+\(\d{3,4}\))"
)
"""Who cables to whom, in the first line of a form: "K.I. PELL to A.A. LIND 6 May 1938 (50/III)"."""
_SENT_OFF: Final = regex(
    r"(?P<place>[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){0,2}),?\s(?:dispatched|despatched|sent)\son\s(?P<rest>\d[^\n]{3,40}?)[,.;]?"
)
"""Whence and when, without a label: "Washington, dispatched on 10.24.1962 at 17:00"."""
MAX_SENT_OFF: Final = 60
_LABELLED: Final = regex(r"(?:\bby|[:：–—-])\s*$", re.IGNORECASE)
_NAMED: Final = regex(r"[\W_]*(?:\d{1,4}\s+)?(?:[A-ZÀ-ÞА-ЯЁ\u3400-\u9fff]|signature\b)")


@value()
class Service:
    """A paragraph of service matter: its type and the named parts of it as spans of the paragraph's own text."""

    type: str
    parts: tuple[tuple[str, int, int], ...] = ()

    def part(self, name: str) -> tuple[int, int] | None:
        """Return the span of a named part, None where the form has no such part."""
        for part, start, end in self.parts:
            if part == name:
                return start, end
        return None


@lru_cache(maxsize=4096)
def classify(text: str, *, year: int | None = None) -> Service | None:
    """Return what kind of service matter a paragraph is, None where it is none.

    A line may stand in parentheses or square brackets as a whole, "[Received 8 January, 11:35 a.m.]". What parts the
    cells of a form ("|", "·", ";") may stand at its end. Pages ask the same of a line many times: answers are kept.
    """
    if len(text) > MAX_SERVICE and (len(text) > 2 * MAX_SERVICE or text.count(", ") < MIN_LISTED):
        return None
    first, last = (1, len(text) - 1) if _enclosed(text) else (0, len(text))
    inner = text[first:last].strip().rstrip(_PARTS_CELLS)
    if "…" in inner[-8:]:
        inner = inner.rstrip(" .…")
    if inner[-1:] == "," and inner[:1] == "№":
        inner = inner[:-1]
    if inner[-2:] == " .":
        inner = inner[:-2].rstrip()
    if inner[-4:] == " and":
        inner = inner[:-4].rstrip(" ,")
    if inner[-1:] == "]" and "[" not in inner:
        inner = inner[:-1].rstrip()
    if is_spaced(inner):
        return _without_parts(classify(_closed_up(inner), year=year))
    words = _mended(inner.replace("\n", " "))
    if sent := _named_first(words):
        return Service("sent", _parts(sent, text.index(inner)))
    lead = lead_of(words) or (lead_of(words[1:]) if words[:1] in _BEFORE_LEAD else "")
    forms = FORMS_BY_LEAD.get(lead, ())
    counted = " cop" in inner or "экз" in inner
    if not (forms or counted) or (
        len(inner.split()) > MAX_SERVICE_WORDS and _count(inner) > MAX_SERVICE_WORDS and inner.count(", ") < MIN_LISTED
    ):
        return None
    shift = text.index(inner)
    found = _first_form((*forms, COUNTED_COPIES) if counted else forms, words, shift, year)
    return found or _dispatch(inner, shift) or _with_original(inner)


def _named_first(words: str) -> re.Match[str] | None:
    """Return what a line says that begins with a name and no label: who cables to whom, whence a telegram went."""
    if words[1:2] == "." and " to " in words:
        return _CHAIN.fullmatch(words)
    return _SENT_OFF.fullmatch(words) if " on " in words[:MAX_SENT_OFF] else None


def _with_original(inner: str) -> Service | None:
    """Return what a marking is behind which stands the word of the original, "Flash [molniia]"."""
    words, bracket, _ = inner.partition(" [") if inner[-1:] == "]" else ("", "", "")
    service = classify(words) if bracket and len(words) <= MAX_MARKED else None
    return service if service is not None and service.type in ("precedence", "marking") else None


MAX_MARKED: Final = 40


def _count(text: str) -> int:
    """Count the words of a line without its dashes and figures: a list of copies has many, "Beria - 1, Mikoyan - 1"."""
    return sum(1 for word in text.split() if any(map(str.isalpha, word)))


def is_spaced(text: str) -> bool:
    """Say whether words are set with spaces between their letters: "C I P H E R   T E L E G R A M"."""
    return text[1:2] == " " and text[3:4] in (" ", "") and _SPACED.fullmatch(text) is not None


def _closed_up(text: str) -> str:
    return _APART.sub(" ", _LETTERS_APART.sub("", text))


def _without_parts(service: Service | None) -> Service | None:
    """Return what letter-spaced words are, if nothing in them has to be found again."""
    return service if service is not None and not service.parts else None


def _mended(words: str) -> str:
    """Return words in capitals with the letters that scanners take for others put right: "MAKlNG", "T0P"."""
    if "l" in words and words.replace("l", "").isupper():
        words = words.replace("l", "I")
    if words.isupper() and not words.isalpha():
        words = _MISREAD.sub(lambda match: match[1] + ("O" if match[2] == "0" else "I") + match[3], words)
    return words


def _first_form(forms: tuple[Form, ...], words: str, shift: int, year: int | None) -> Service | None:
    for form in forms:
        match = form.pattern.fullmatch(words)
        if match and _credible(form.type, match, year):
            type_ = _timed(match) if form.type == "address" else form.type
            return Service(type_, _parts(match, shift))
    return None


def _timed(match: re.Match[str]) -> str:
    """Return what a label of parties is with a day behind it, «收電：二十七年六月九日», which no party has."""
    rest = match["rest"]
    if not (is_sign(match.string[:1]) and "日" in rest) or not find_dates(rest):
        return "address"
    return "received" if match.string[0] == "收" else "sent" if match.string[0] in "发發" else "address"


def _dispatch(inner: str, shift: int) -> Service | None:
    dispatch = DISPATCH.fullmatch(inner)
    if dispatch is None or not _names_someone(dispatch) or _is_dated_at(dispatch):
        return None
    marked = classify(dispatch["name"].strip(" .,"))
    return Service("number" if marked else "dispatch", _parts(dispatch, shift)[: 1 if marked else None])


def _is_dated_at(match: re.Match[str]) -> bool:
    """Say whether place and date stand far behind a number, "No. 302        TALLBY, April 17, 1941": no name signs."""
    if not match["date"]:
        return False
    gap = match.string[match.end("number") : match.start("name")]
    return ("   " in gap or "\t" in gap) and match.string[match.end("name")] == ","


def listed_copy(text: str, *, loose: bool = False) -> Service | None:
    """Return a line of a list of recipients under "Distribution:": "1 – Vetrov"; `loose` also takes "1 Vetrov"."""
    match = (LOOSELY_LISTED if loose else LISTED_COPY).fullmatch(text.rstrip(_PARTS_CELLS))
    if match and text[-1:].isdigit() and _ROMAN_DAY.fullmatch(text):
        return None
    return Service("distribution", _parts(match, 0)) if match and len(text.split()) <= 10 else None


def _enclosed(text: str) -> bool:
    return len(text) > 2 and text[0] + text[-1] in ("()", "[]") and text.count(text[0]) == 1


def _parts(match: re.Match[str], shift: int) -> tuple[tuple[str, int, int], ...]:
    groups = ((name, *match.span(name)) for name, value in match.groupdict().items() if value)
    return tuple((name, start + shift, end + shift) for name, start, end in groups)


_POSTS: Final = regex(r"(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s\d[\d/-]*(?:\s?[–—,;-]+\s?|$))+")
"""Posts with the numbers of their telegrams, "Oslo 64/67 – Karsk 12-14"."""


def _credible(type_: str, match: re.Match[str], year: int | None) -> bool:
    """Words like "received" open sentences too: service matter then gives a time, a person or stays very short."""
    if type_ in _HANDLED:
        return _is_handling(match, year)
    if type_ == "address":
        return _is_address(match)
    if type_ == "reference":
        goes_on = _GOES_ON.search(match["rest"]) is not None and ":" not in match.string[: match.start("rest")]
        return not goes_on and (any(map(str.isdigit, match["rest"])) or ":" in match.string)
    if type_ == "distribution":
        brief = len(match["rest"].split()) <= 12 or _LIST.fullmatch(match["rest"]) is not None
        brief = brief or _POSTS.fullmatch(match["rest"]) is not None or _are_recipients(match["rest"])
        return brief and not _SENTENCE.search(match.string) and _capital(match["rest"])
    return type_ != "copies" or not _SENTENCE.search(_SENT_TO.sub("", match.string))


def _are_recipients(text: str) -> bool:
    """Say whether commas part three or more who get copies: names, offices, "8th Department - 1", each of few words."""
    items = _COMMA.split(text.rstrip(" ."))
    return len(items) >= MIN_RECIPIENTS and all(
        len(item.split()) <= MAX_NAMES and (item[:1].isupper() or _RECIPIENT.match(item) is not None) for item in items
    )


_COMMA: Final = regex(r"[,;]\s*")
_RECIPIENT: Final = regex(r"[\[(«“\"][^\W\d_]|\d{1,2}(?:st|nd|rd|th|-[йя])\s|(?:to\s|the\s)*files?\b|в\s+дело")
MIN_RECIPIENTS: Final = 3


def _capital(text: str) -> bool:
    """Say whether a name can begin here: a capital, a sign of a script without them, or "file"."""
    bare = text.strip(" .,:;–—-«“\"'([")
    return not bare or not bare[0].islower() or _LOWER_START.match(bare) is not None


def _is_handling(match: re.Match[str], year: int | None) -> bool:
    """Ask that nothing but a time, names and the small words between them follow the verb."""
    rest = (match["rest"] or "").strip()
    if not rest:
        return len(match.string) < 30
    if _SENTENCE.search(rest):
        return False
    found = find_dates(rest, year=year)
    led = match.start("rest") > 0 and match.string[match.start("rest") - 1] not in ":：=| \u3000"
    if is_sign(match.string[:1]) and not found and led:
        return False
    words = _WORDS.findall(_without(rest, found).lower())
    if any(word in _PROSE for word in words):
        return False
    names = [word for word in words if word not in _SMALL]
    if found or parse_time(rest.strip(" .,")) is not None or _CLOCK.search(rest):
        return len(names) <= MAX_NAMES
    said = _LABELLED.search(match.string, 0, match.start("rest")) or _NAMED.match(rest)
    return said is not None and len(names) <= MAX_NAMES - 2 and not rest.endswith(("!", "?"))


def _without(text: str, found: tuple[WrittenDate, ...]) -> str:
    for date in reversed(found):
        text = text[: date.start] + " " + text[date.end :]
    return text


def _is_address(match: re.Match[str]) -> bool:
    """Trust a label with a colon; "from LENINGRAD" must be followed by a name and nothing else."""
    if any(sign in match.string for sign in ":：|"):
        return not _SENTENCE.search(match["rest"])
    if match.string[:9].lower() == "telegram " and _LIST.fullmatch(match["rest"]):
        return True
    if match["role"].lower() in _WEAK_ROLES and any(map(str.isdigit, match["rest"])):
        return False
    words = _BEFORE_NAME.sub("", match["rest"].lstrip("| ")).split()
    count = sum(word.lower() not in _IN_NAMES for word in words) if match.string.isupper() else len(words)
    return 0 < count <= 6 and all(not word[:1].islower() or word in _IN_NAMES for word in words)


def _names_someone(match: re.Match[str]) -> bool:
    name = match.group("name").strip(" .,")
    words = name.split()
    if len(words) > 4 or (words and words[0].lower() in _PROSE):
        return False
    return all(word[:1].isupper() or word[:1] in "[(" for word in words)


def number_type(text: str, *, docket: bool) -> str:
    """Return the kind of a number in service matter; a bare number after the message is the register's."""
    found = next((kind for kind, pattern in _KIND_OF_NUMBER if pattern.search(text)), None)
    return found or ("register" if docket else "telegram")


def numeric(number: str) -> str:
    """Return the digits of a number such as `36261/shs` or `Secto 12`, for TEI's numeric @value; "" without any."""
    match = re.match(r"[0-9]+", number)
    if match is None and number and not number.isascii() and (value := chinese_number(number)):
        return str(value)
    match = match or re.search(r"[0-9]+", number)
    return match.group() if match else ""
