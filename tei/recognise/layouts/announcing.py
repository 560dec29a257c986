"""Lines of a page that hand over to a telegram: headings, labels of a diary, sentences that end "… telegraphed:"."""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.recognise.layouts.page import is_date_line
from tei.recognise.parties import is_closing, salutation_name
from tei.recognise.service import classify
from tei.recognise.titles import kind_of, looks_like_title, read_title

KIND: Final = (
    r"(?:telegramm?e?s?|cables?|cablegrams?|wires?|radiograms?|ciphergrams?|cipher messages?|telex|letters?|messages?|"
    r"dispatch(?:es)?|шифр(?:овк|ограмм|телеграмм)\w*|телеграмм\w*|радиограмм\w*|депеш\w*|письм\w*|电报|電報|来电|函)"
)
_STRONG: Final = re.compile(
    r"\b(?:telegramm?es?|telegrams?|cables?|cablegrams?|wires?|radiograms?|ciphergrams?|"
    r"шифр(?:овк|ограмм|телеграмм)\w*|телеграмм\w*|радиограмм\w*|депеш\w*)\b|电报|電報|来电|"
    r"\b(?:telegraphed|cabled|wired|radioed|телеграфировал\w*)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(rf"\b{KIND}\b|{KIND}(?=[:：])", re.IGNORECASE)
_HANDED: Final = re.compile(
    r"\b(?:telegraphed|cabled|wired|radioed|wrote|writes|sent|sends|received|replied|answered|responded|dispatched|"
    r"transmitted|sending|reads?|follows?|following|issues?|issued|says?|said|informed|reported|reply|answer|text|"
    r"телеграфировал\w*|написал\w*|отправил\w*|получил\w*|ответил\w*|следующ\w*|послал\w*)\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:telegraphed|cabled|wired|radioed|wrote|writes|sent|sends|received|replied|answered|responded|dispatched|"
    r"transmitted|reads?|follows|issues?|issued|says?|said|informed|reported|came|arrived|telegraphs|replies|answers|"
    r"телеграфировал\w*|написал\w*|отправил\w*|получил\w*|ответил\w*|послал\w*)\b",
    re.IGNORECASE,
)
_IMPERATIVE: Final = re.compile(
    r"(?:please\s+|kindly\s+)?(?:pass|convey|transmit|hand|deliver|give|forward|relay|communicate|send|tell|inform|"
    r"read|передайте|сообщите|вручите|перешлите)\b(?!\w)|^(?:i|we)\s+(?:am|are|request|ask|pass|send|transmit|beg)\b",
    re.IGNORECASE,
)
_DIARY: Final = re.compile(
    r"(?:from|extracts? from|excerpts? from|из)\s+(?:the\s+|his\s+|her\s+)?(?:(?P<owner>[^\n:]{2,60}?)(?:['’]s?)?\s+)?"
    r"(?:diar(?:y|ies)|journal|notebooks?|log-?book|дневник\w*|тетрад\w*)(?:\s+of\s+(?P<owner2>[^\n:]{2,60}?))?\s*[:.]?|"
    r"(?:the\s+)?(?:diary|journal)\s+(?:of|entry by)\s+(?P<owner3>[^\n:]{2,60}?)\s*[:.]?",
    re.IGNORECASE,
)
_ENUM: Final = re.compile(
    r"(?:(?:document|doc\.?|no\.?|nr\.?|№|telegram|letter|text|item|документ|文件)\s*(?:no\.?|№|#)?\s*)?"
    r"[\[(]?(?:\d{1,3}|[IVXL]{1,7})[\])]?\s*[.:)]?",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?:(?:document|doc\.?|no\.?|№|документ)\s*(?:no\.?|№)?\s*)?[\[(]?\d{1,3}[\])]?\s*[.:)–—-]?\s+(?=[A-ZÀ-ÞА-ЯЁ“«])",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"[\s*•·._=~—–\-#⁂◊❖]{3,}|\*|⁂")
_OWNED: Final = re.compile(
    rf"[A-ZÀ-ÞА-ЯЁ][\w.’' -]{{1,40}}?(?:['’]s|s['’])\s+(?:[\w-]+\s+){{0,4}}?(?:{KIND}|answer|reply|response)\s*[.:]?",
    re.IGNORECASE,
)
_BACK: Final = re.compile(r"\b(?:reply|replies|replied|answer(?:s|ed)?|response|responded|ответ\w*)\b", re.IGNORECASE)
_IBID: Final = re.compile(r"[(\[]?(?:source:\s*)?(?:ibid(?:em)?|idem|loc\. ?cit|там же|ebd|ebenda)\b", re.IGNORECASE)
_CLOCK: Final = re.compile(
    r"(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?:\s*(?:hours|hrs|h|[ap]\.?\s?m\.?))?|\d{4}\s*(?:hours|hrs)|\d{1,2}\s*[ap]\.?\s?m\.?)",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(
    r"[(\[]?\s*(?:(?:translator|editor|author|compiler|ed|trans|tr)s?['’]?s?\.?['’]?s?\s+)?(?:note|comment|remark)s?\s*"
    r"[:：.]|[(\[]\s*(?:translator|editor|author|compiler)s?['’]?s?\s+(?:note|comment|remark)|"
    r"(?:прим(?:ечание|\.)\s*(?:ред|пер|сост)?\w*\.?)\s*[:：]?",
    re.IGNORECASE,
)
_TERMINAL: Final = ".,;:!?…。：，；！？"
_SALUTED: Final = re.compile(
    r"(?:to|for)\s+[A-Z]|dear\b|my dear\b|(?:esteemed|respected)\b|com(?:rade|r)?\.?\s|cde\.?\s|tov\.?\s|т\.|тов",
    re.I,
)
_MARKS: Final = tuple("“„«\"'‘「")
_ADDRESSED: Final = re.compile(
    r".(?:(?i:to|for)\s+(?:(?i:the)\s+)?[A-Z][\w.’-]*(?:,?\s+[A-Z][\w.’-]*){0,4}[.:]\s+[A-Z]|(?:Comrade|Com\.|Dear)\s+[A-Z][^.!?\n]{1,50}[.!,:])"
)
_SENTENCES: Final = re.compile(r"[a-zа-яё]{3}\.\s+[A-ZÀ-ÞА-ЯЁ]")
MAX_ANNOUNCEMENT: Final = 90
"""Words of the longest sentence that hands over to a telegram."""
MIN_PROSE: Final = 20


def is_title(text: str) -> bool:
    """Say whether a line is the title of one telegram: a kind of document with a party, or who wrote to whom."""
    text = text.strip("[]")
    if len(text) <= 90 and _OWNED.fullmatch(text) and kind_of(text):
        return True
    if len(text) > 250 or is_remark(text) or classify(text) is not None or not looks_like_title(text):
        return False
    if text.endswith((":", "：")) and _TOLD.search(text):
        return False
    title = read_title(text)
    if title.party("from") or title.party("to"):
        return not (text.endswith(".") and len(text.split()) > 16) and not _saluted(text)
    return title.kind is not None and text[-1:] not in _TERMINAL and bool(find_dates(text))


def _saluted(text: str) -> bool:
    return _SALUTED.match(text) is not None and text[-1:] in ",:!"


def numbered(text: str) -> int:
    """Return where a heading begins behind its number, "3. Telegram, …", 0 where it has none."""
    match = _NUMBERED.match(text)
    return match.end() if match else 0


def is_enumeration(text: str) -> bool:
    """Say whether a line only counts documents: "Document 3", "No. 4", "II."."""
    return len(text) <= 20 and _ENUM.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Say whether a line only parts what stands round it: "* * *", a dash."""
    return len(text) <= 60 and _RULE.fullmatch(text) is not None


def is_remark(text: str) -> bool:
    """Say whether a paragraph is a note of translator or editor that says so itself."""
    return _REMARK.match(text) is not None


def diary_owner(text: str) -> tuple[int, int] | None:
    """Return the span of the owner's name when a line is the label of a diary; an empty span when it names nobody."""
    match = _DIARY.fullmatch(text) if len(text) <= 90 else None
    if match is None:
        return None
    name = next((name for name in ("owner", "owner2", "owner3") if match[name]), None)
    return match.span(name) if name else (0, 0)


def announces(text: str, following: str = "") -> bool:
    """Say whether a sentence hands over to a telegram that follows.

    It ends in a colon, or what follows opens a quotation with a salutation.
    """
    words = len(text.split())
    if not 2 <= words <= MAX_ANNOUNCEMENT or _IMPERATIVE.match(text) or classify(text) is not None:
        return False
    if following[:1] in _MARKS and (_ADDRESSED.match(following) or (_BACK.search(text) and not text.endswith("?"))):
        return True
    colon = text.rstrip("”\"’' ").endswith((":", "：", ":–", ":—"))
    if not colon and not (following[:1] in _MARKS and _SALUTED.match(following[1:])):
        return False
    last = text[max(0, len(text) - 400) :]
    return _STRONG.search(last) is not None or (_NAMED.search(last) is not None and _HANDED.search(last) is not None)


def is_day(text: str) -> bool:
    """Say whether a line under a title is its date; in brackets a few words may stand by it, "[3 May, before noon]"."""
    return is_date_line(text) or (text[:1] in "[(" and text[-1:] in "])" and len(text) <= 60 and _dated(text))


def hands_over(text: str) -> bool:
    """Say whether running text under a title hands over to its telegram: "On 5 June it sent this:"."""
    return (
        5 < len(text.split()) <= MAX_ANNOUNCEMENT
        and text.endswith((":", "："))
        and _TOLD.search(text) is not None
        and _IMPERATIVE.match(text) is None
    )


def is_clock(text: str) -> bool:
    """Say whether a line is a time of day and nothing else, as stands under a date."""
    return len(text) <= 20 and _CLOCK.fullmatch(text.strip("[]() .")) is not None


def is_ibid(text: str) -> bool:
    """Say whether a line cites what was cited before."""
    return len(text) <= 400 and _IBID.match(text) is not None


def is_strong(text: str) -> bool:
    """Say whether a sentence speaks of a telegram by that name, and not of some letter or message."""
    return _STRONG.search(text) is not None


def is_prose(text: str) -> bool:
    """Say whether a paragraph is running text."""
    return len(text.split()) >= MIN_PROSE


def is_heading(text: str) -> bool:
    """Say whether a line can be a heading: short, begun with a capital, without a stop, no line of a telegram."""
    bare = text.rstrip(" ”\"’'")
    if len(bare) > 140 or len(bare.split()) > 18 or (not bare[:1].isupper() and bare[:1] not in '“"‘«'):
        return False
    if bare[-1:] in ".,;!…" or (bare.endswith(":") and len(bare.split()) > 12):
        return False
    if _SENTENCES.search(bare):
        return False
    return not (is_date_line(text) or classify(text) or is_closing(text) or _SALUTED.match(text) or _dated(text))


def _dated(text: str) -> bool:
    found = find_dates(text)
    return bool(found) and len(text.split()) <= 6


def is_salutation(text: str) -> bool:
    """Say whether a line greets or addresses, whoever it is."""
    return len(text) <= 120 and salutation_name(text, _nobody) is not None


def _nobody(_: str) -> bool:
    return False
