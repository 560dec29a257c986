"""Who worked on the source: translators, contributors, editors, as pages credit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final, Literal

from tei.model import Credit, Evidence
from tei.regexcache import compiled
from tei.regexes import regex

Role = Literal["translator", "contributor", "editor"]

_UPPER: Final = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚА-ЯЁІЇЄЂЈЉЊЋЏ"
_INITIAL: Final = rf"(?:[{_UPPER}]|Yu|Ya|Zh|Kh|Sh|Ch|Ts|Ju|Ge|Th|St|Jr|Dr|Юр|Ал)\.(?:-[{_UPPER}]\.)?"
_FULL: Final = rf"(?:[{_UPPER}]|\d(?=[A-Z][a-z]))[\w’'-]*"
_PARTICLE: Final = r"(?:de|van|von|der|den|la|le|du|da|dos|di|bin|ibn|al|el|ter|zu|af|y)(?!\w)"
_GAP: Final = r"[^\S\n]+"
_BEFORE: Final = rf"(?:{_INITIAL}[^\S\n]*|{_PARTICLE}{_GAP}){{0,4}}"
_BETWEEN: Final = rf"(?:{_GAP}{_PARTICLE}|[^\S\n]*{_INITIAL}(?=\s|,|$))*{_GAP}"
_PERSON: Final = rf"{_BEFORE}{_FULL}(?:{_BETWEEN}{_FULL}){{0,4}}(?:,? Jr\.)?"
_CHINESE: Final = r"[\u3400-\u9fff·]{2,6}"
_JOINT: Final = r"(?:,\s*(?:and\s+|и\s+|&\s*)?|\s+(?:and|&|и|with)\s+|、|;\s*)"
_NAMES: Final = regex(rf"(?P<people>(?:{_PERSON}|{_CHINESE})(?:{_JOINT}(?:{_PERSON}|{_CHINESE}))*)")
_BODY: Final = regex(
    rf"(?P<people>(?:the\s+)?{_FULL}(?:(?:{_GAP}|,{_GAP})(?:(?:of|for|and|on|"
    rf"in)\s+(?:the\s+)?)?{_FULL}){{1,10}}(?:\s+\([A-Z]{{2,8}}\))?)",
)
_SPLIT: Final = regex(r",(?!\s*Jr\b)\s*(?:and\s+|и\s+|&\s*)?|\s+(?:and|&|и|with)\s+|、|;\s*")
_BODY_WORD: Final = regex(
    r"\b(?:the|archives?|cent(?:er|re)|institute|university|program(?:me)?|project|library|academy|foundation|museum|"
    r"ministry|service|"
    r"committee|society|department|embassy|press|college|school|association|agency|bureau|office|institut|арх\w*|"
    r"институт\w*)\b",
    re.IGNORECASE,
)
_WORDS: Final = r"(?:[^\S\n]+(?!by\b)[\w.’'-]+){0,9}?"
_ENDS: Final = r"[^\S\n]+by(?![^\W_])[^\S\n]*:?\s*\|?\s*"
_FORMS: Final[tuple[tuple[Role, str, str, str], ...]] = (
    ("translator", "translated by", "translat", rf"(?:re)?translat(?:ed|ion){_WORDS}{_ENDS}"),
    (
        "translator",
        "translated by",
        "translat",
        r"(?:english\s+|russian\s+)?(?:translators?|translation(?:\s+credits?)?|"
        r"translated)\s*(?:\(s\))?\s*[:：|]\s*\|?\s*(?:by\s+)?",
    ),
    (
        "translator",
        "translated by",
        "trans tr. tr: tr",
        r"(?:trans|transl|tr)\.?\s+by\s*:?\s*|(?:trans|transl|tr)\.\s*:?\s*|(?:trans|"
        r"transl|tr):\s*",
    ),
    (
        "translator",
        "translated by",
        "пер",
        r"(?:переводчики?|перев[её]л[аи]?|перевод|пер\.)(?:\s+(?:с|со)\s+\w+\.?)?(?:\s+(?:на\s+\w+|яз(?:ыка|"
        r"\.)))?\s*[:—–-]?\s*",
    ),
    ("translator", "translated by", "译 譯", r"(?:译者|翻译|譯者|翻譯)\s*[:：]\s*"),
    (
        "contributor",
        "contributed by",
        "contribut donated obtained provided supplied submitted discovered available declassified courtesy "
        "предостав получен",
        rf"(?:contributed|donated|obtained|provided|supplied|submitted|discovered|made available|"
        rf"declassified){_WORDS}{_ENDS}|"
        r"contributors?\s*(?:\(s\))?\s*[:：]\s*|(?:by\s+)?courtesy\s+(?!calls?\b|visits?\b|copy\b)(?:of\s+)?:?\s*|(?:предоставлен[оа]?|"
        r"предоставил[аи]?|получен[оа]?)\s*[:—–-]?\s*",
    ),
    (
        "editor",
        "edited by",
        "edit annotat introduc compil prepared selected составител редактор публик подготовка",
        rf"(?:edited|annotated|introduced|compiled|prepared for publication|selected|introduction(?: and \w+)?|"
        rf"annotations?){_WORDS}{_ENDS}|"
        r"(?:editors?|compilers?|составител[ьи]|редактор\w?|публикатор\w?|подготовка (?:текста|публикации)|"
        r"публикация)\s*[:：—–]\s*",
    ),
    (
        "editor",
        "transcribed by",
        "transcri mark digiti proofread online",
        rf"(?:transcribed|transcription|marked up|html mark-?up|digiti[sz]ed|proofread){_WORDS}{_ENDS}|"
        r"(?:transcription|transcriber|html mark-?up|mark-?up|transcription/(?:html )?mark-?up|proofreading|"
        r"online version)\s*[:：]\s*",
    ),
)
"""The role, how TEI says it, and the pattern of its cues; before the pattern the stems of which a cue has one, in small
letters: looking for these costs a tenth of a search for the pattern."""
_CUES: Final = tuple(
    (role, resp, tuple(stems.split()), regex(rf"(?<![^\W_])(?:{pattern})", re.IGNORECASE))
    for role, resp, stems, pattern in _FORMS
)
_AFTER_NAME: Final = regex(
    rf"(?P<people>{_PERSON})\s*(?:,\s*|\()(?P<role>translator|trans\.|transl\.|tr\.|"
    rf"editor|contributor)s?\b\)?"
)
_AFTER_STEMS: Final = ("trans", "tr.", "editor", "contributor")
_AFTER_ROLE: Final = regex(r"[,(]\s*(?:trans|tr\.|editor|contributor)")
"""What every text has in which a role stands after a name; names are costly to look for."""
_TRANSLATED: Final = regex(
    r"translated\s+(?:them|it|these|the|this|that|all|both|most|every)\b|['’]s?\s+(?:own\s+|unpublished\s+)?translations?\b"
)
"""The same for the first of the sentences."""
_SIGN_ENDS: Final = r"(?=[。；，,;.\n）)]|$)"
_SENTENCES: Final[tuple[tuple[Role, str, str, str], ...]] = (
    (
        "translator",
        "translated by",
        "translat",
        rf"(?<![^\W_])(?P<people>{_PERSON})(?:,?\s+(?:who\s+)?(?:(?:has|had|have|was)\s+)?(?:also\s+)?(?:re)?translated\s+"
        r"(?:them|it|these|the|this|that|all|both|most|every)\b|['’]s?\s+(?:own\s+|unpublished\s+)?translations?\b)",
    ),
    (
        "translator",
        "translated by",
        "translation перевод",
        rf"(?:^|(?<=[.;]\s))(?:Translation|Перевод)\s+(?P<people>{_FULL}(?:{_GAP}{_INITIAL})*{_GAP}{_FULL})(?=\s*(?:[.,;\n]|$))",
    ),
    (
        "translator",
        "translated by",
        "english russian german french",
        rf"(?<![^\W_])(?:English|Russian|German|French)(?:\s+(?:version|text|translation))?\s+by\s+(?P<people>{_PERSON})",
    ),
    (
        "translator",
        "translated by",
        "译 譯",
        rf"(?<![\u3400-\u9fff])(?P<people>[\u3400-\u9fff·]{{2,4}}?)\s?[翻迻]?[译譯](?:{_SIGN_ENDS}|(?=[\s，,；;]+[\u3400-\u9fff·]{{2,4}}\s?校))",
    ),
    (
        "contributor",
        "contributed by",
        "提供",
        rf"(?<![\u3400-\u9fff])(?P<people>[\u3400-\u9fff·]{{2,8}})提供{_SIGN_ENDS}",
    ),
)
"""Credits in which the name stands before the word, or that only a whole sentence makes; rows as those of the cues."""


_NO_NAMES: Final = ("This", "That", "The ", "In ", "No ", "An ", "此", "本", "由", "中文", "英", "俄", "原")
"""Beginnings of words that are nobody's name."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern, re.MULTILINE)


_AFTER_ROLES: Final[dict[str, tuple[Role, str]]] = {
    "editor": ("editor", "edited by"),
    "contributor": ("contributor", "contributed by"),
}
_FROM_LANGUAGE: Final = regex(
    r"\b(?i:trans(?:lat(?:ed|ion)|l\.|\.)?|tr\.)\s*(?:[^\W\d_]+\s+){0,7}?from\s+(?:the\s+)?(?:original\s+)?"
    r"(?P<language>[A-Z][a-z]+)\b|(?i:перевод|пер\.)\s+(?:с|со)\s+(?P<russian>[а-я]{3,})"
)
_LANGUAGES: Final = {
    "russian": "ru", "chinese": "zh", "bulgarian": "bg", "german": "de", "french": "fr", "english": "en",
    "korean": "ko", "turkish": "tr", "polish": "pl", "hungarian": "hu", "czech": "cs", "romanian": "ro",
    "serbian": "sr", "spanish": "es", "portuguese": "pt", "japanese": "ja", "vietnamese": "vi", "mongolian": "mn",
    "albanian": "sq", "italian": "it", "ukrainian": "uk", "norwegian": "no", "swedish": "sv", "danish": "da",
    "finnish": "fi", "dutch": "nl", "arabic": "ar", "slovak": "sk", "croatian": "hr", "greek": "el", "hebrew": "he",
    "persian": "fa", "farsi": "fa", "latvian": "lv", "lithuanian": "lt", "estonian": "et", "macedonian": "mk",
    "slovene": "sl", "slovenian": "sl", "georgian": "ka",
}  # fmt: skip
_RUSSIAN_LANGUAGES: Final = (
    ("англ", "en"), ("нем", "de"), ("фр", "fr"), ("кит", "zh"), ("болг", "bg"), ("кор", "ko"), ("польск", "pl"),
    ("яп", "ja"), ("монг", "mn"), ("рус", "ru"), ("исп", "es"), ("итал", "it"), ("чеш", "cs"), ("венг", "hu"),
    ("рум", "ro"), ("швед", "sv"), ("норв", "no"), ("финск", "fi"), ("тур", "tr"),
)  # fmt: skip


def find_credits(text: str, offset: int = 0) -> tuple[Credit, ...]:
    """Return the persons credited in a text, in order; `offset` is where the text stands in the capture."""
    found = _credits_of(text)
    return tuple(_moved(credit, offset) for credit in found) if offset else found


def is_credit_line(text: str) -> bool:
    """Say whether a line does nothing but credit people, "Obtained by T. Renn and translated by I. Fairweather."."""
    if len(text) > MAX_CREDIT or not any(cue.match(text) for _, _, _, cue in _CUES):
        return False
    people = find_credits(text)
    return bool(people) and len(text) <= people[-1].evidence.end + MAX_BEHIND


MAX_CREDIT: Final = 200
MAX_BEHIND: Final = 30
"""Characters that may stand behind the last name: a full stop, "(CWIHP)", "from Russian"."""


@lru_cache(maxsize=512)  # while a page is read, one paragraph is asked about several times: may it be a source?
def _credits_of(text: str) -> tuple[Credit, ...]:
    found = sorted(_credits(text, 0), key=lambda credit: credit.evidence.start)
    unique: dict[tuple[str, str], Credit] = {}
    for credit in found:
        unique.setdefault((credit.role, credit.name), credit)
    return tuple(unique.values())


def _moved(credit: Credit, offset: int) -> Credit:
    evidence = credit.evidence
    return replace(credit, evidence=replace(evidence, start=evidence.start + offset, end=evidence.end + offset))


def _credits(text: str, offset: int) -> Iterator[Credit]:
    low = text.lower()
    for role, resp, stems, cue in _CUES:
        if not any(map(low.__contains__, stems)):
            continue
        for match in cue.finditer(text):
            if role == "editor" and _OF_PIECE.search(text, max(0, match.start() - MAX_PIECE), match.start()):
                continue
            body = _BODY.match(text, match.end())
            people = body if body and _is_body(body["people"]) else _NAMES.match(text, match.end())
            if people:
                whole = (people["people"],) if people is body else _bearers(_SPLIT.split(people["people"]))
                yield from _named(text, people.start("people"), whole, role, resp, offset)
    yield from _in_sentences(text, low, offset)
    if not any(map(text.__contains__, _AFTER_STEMS)) or _AFTER_ROLE.search(text) is None:
        return
    for match in _AFTER_NAME.finditer(text):
        role, resp = _AFTER_ROLES.get(match["role"], ("translator", "translated by"))
        yield from _named(text, match.start("people"), (match["people"],), role, resp, offset)


_OF_PIECE: Final = regex(r"\b(?:original|draft|copy|typescript|autograph),\s$", re.IGNORECASE)
MAX_PIECE: Final = 14
"""“Original, edited by A. Pell” tells of the sheet in the archive: who worked on it edited no source."""


def _is_body(words: str) -> bool:
    """Say whether a body is credited, and no person of one: "J. Boot, Karsk University"."""
    first, comma, _ = words.partition(",")
    person = comma and len(first.split()) > 1 and not _BODY_WORD.search(first)
    return not person and _BODY_WORD.search(words) is not None


def _bearers(names: list[str]) -> tuple[str, ...]:
    """Leave out the body that somebody belongs to, "J. Boot, Karsk University"."""
    people = tuple(name for name in names if not _BODY_WORD.search(name) or name.lower().startswith("the "))
    return people or tuple(names)


def _in_sentences(text: str, low: str, offset: int) -> Iterator[Credit]:
    for role, resp, stems, pattern in _SENTENCES:
        if not any(map(low.__contains__, stems.split())):
            continue
        if pattern is _SENTENCES[0][3] and _TRANSLATED.search(text) is None:
            continue
        for match in _compiled(pattern).finditer(text):
            name = match["people"]
            if not _BODY_WORD.search(name) and not name.startswith(_NO_NAMES):
                yield from _named(text, match.start("people"), (name,), role, resp, offset)


def _named(text: str, start: int, names: tuple[str, ...], role: Role, resp: str, offset: int) -> Iterator[Credit]:
    for name in names:
        at = text.index(name, start)
        start = at + len(name)
        bare = re.sub(r"^the\s+", "", _trimmed(name), flags=re.IGNORECASE)
        if bare:
            at = text.index(bare, at)
            yield Credit(role, bare, resp, Evidence("credits", offset + at, offset + at + len(bare)))


def _trimmed(name: str) -> str:
    """Take off a full stop that ends the sentence, not one that ends an initial or "Jr."."""
    name = name.strip()
    return name[:-1] if name.endswith(".") and len(name.split()[-1]) > 3 else name


def translated_from(text: str) -> str:
    """Return the language (BCP 47) that a text says it was translated from, empty where it does not say."""
    return _first_named(_FROM_LANGUAGE, text)


def _first_named(pattern: re.Pattern[str], text: str) -> str:
    """Return the first language known that a form names, in English or, by the stem of its adjective, in Russian."""
    for match in pattern.finditer(text):
        if match["language"]:
            found = _LANGUAGES.get(match["language"].lower(), "")
        else:
            found = next((tag for stem, tag in _RUSSIAN_LANGUAGES if match["russian"].startswith(stem)), "")
        if found:
            return found
    return ""


_ORIGINAL_LANGUAGE: Final = regex(r"\bOriginal Language\s*:\s*(?P<language>[A-Z][a-z]{3,10})(?!\w)")
"""A label of a record: "Original Language: Russian"."""
_LANGUAGE_STATED: Final = regex(
    r"(?:^|[.;,(]\s*|\b(?i:original|copy|draft|typescript|manuscript|text|written)\s+)[Ii]n\s+(?:the\s+)?(?P<language>[A-Z][a-z]{3,10})"
    r"(?:\s+language)?(?=\s*(?:[.;,)\n]|$))|"
    r"(?:^|[.;,(]\s*|\b(?i:подлинник|копия|текст|написано|автограф)\s+)(?i:на)\s+(?P<russian>[а-я]{2,12}?)(?:ом|\.)\s+яз(?:\.|ыке)(?=\s*(?:[.;,)\n]|$))",
    re.MULTILINE,
)
_TYPED_IN: Final = regex(r"(?P<language>[英俄德法日])文(?:打字|手写|手寫|原|抄)[稿件本]")
_BY_SIGN: Final = {"英": "en", "俄": "ru", "德": "de", "法": "fr", "日": "ja"}
"""How volumes in Chinese say it: 「英文打字稿，副本」."""


def language_stated(text: str) -> str:
    """Return the language (BCP 47) in which a source says that the document is: "In Swedish.", "Original in French".

    Empty where it does not say.
    """
    low = text.lower()
    if "文" in text and (typed := _TYPED_IN.search(text)):
        return _BY_SIGN[typed["language"]]
    if not any(map(low.__contains__, _LANGUAGES)) and not any(stem in low for stem, _ in _RUSSIAN_LANGUAGES):
        return ""
    labelled = _first_named(_ORIGINAL_LANGUAGE, text) if "riginal Language" in text else ""
    return labelled or _first_named(_LANGUAGE_STATED, text)
