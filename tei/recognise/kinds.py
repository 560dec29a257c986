"""The words for kinds of document: telegram, letter, note, extract."""

from __future__ import annotations

import re
from typing import Final, Literal

from tei.regexes import regex

__all__ = ["ANY_KIND", "KINDS", "Kind", "kind_of", "may_name_kind"]

Kind = Literal["telegram", "letter", "note", "extract"]

_RUSSIAN: Final = (
    r"(?:(?:совершенно|строго|весьма|особо)\s)?(?:секретн|шифрованн|зашифрованн|кодированн|срочн|экстренн|циркулярн|личн|"
    r"доверительн|конфиденциальн|ответн|приветственн|поздравительн|благодарственн|правительственн|служебн|телеграфн|"
    r"открыт|частн|официальн|всеподданнейш)(?:ая|ой|ую|ые|ых|ое|ого)\s+"
)
"""What a heading in Russian says of a kind before its word, «Секретная телеграмма»."""
_WORDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "telegram",
        r"(?:(?:top secret|secret|coded|ciphered|deciphered|hand[- ]delivered|cipher|cypher|enciphered|encrypted|"
        r"encoded|urgent|immediate|circular|(?:dearg\s|gorm\s)?code|"
        r"personal|radio|cable|draft|joint|short|long|outgoing|incoming|special|(?:strictly\s)?confidential|(?:most|strictly|very)\ssecret)\s+){0,4}"
        r"(?:cable|telegram(?:me)?|cablegram|airgram|cyphergram|ciphergram|cryptogram|radiogram|"
        r"radio message|wire|telex|despatch|telephonogram|phonogram|телефонограмм\w*|"
        r"dispatch|ciphertel(?:egram)?|cyphertelegram|"
        r"(?:geheim|chiffre|funk|draht)?telegramm[ae]?|telegram(?:a|ă|ei|ele|u)|cablegrama|t[ée]l[ée]gramme|"
        r"d[ée]p[êe]che(?:\s+t[ée]l[ée]graphique)?|depesz[aęy]|depeš[aeu]|depeșă|brzojav\w{0,2}|(?:szif(?:er|r))?távirat\w{0,3}|"
        r"(?:chiffre)?fernschreiben|drahtbericht|"
        r"drahterla(?:ss|ß)|szyfrogram\w{0,2}|"
        rf"(?:{_RUSSIAN}){{0,2}}(?:шифр(?:о|о?теле|радио)?(?:грамм?|вк)\w*|телеграмм\w*|"
        r"(?:шифр\w*\s)?телеграм(?:а|и|у|і|ою|ата|е)|"
        r"телеграм(?=\s(?:посланик|министр|краљ|генерал|владе|председник|команд|конзул|од\s|из\s))|радио(?:теле)?грамм\w*|депеш\w*)|"
        r"암?호?\s?전[보문](?=[\s(（\]」』\d]|$)|(?:bức\s+)?điện(?:\s+(?:văn|tín))?(?=\s+(?:mật|khẩn|số|của|gửi|từ)\s)|"
        r"电报|電報|来电|去电|电|電)",
    ),
    (
        "extract",
        r"(?<!\()(?:extract|excerpt|fragment)s?(?:\s+(?:from|of))?(?:\s+an?|\s+the)?"
        r"(?:\s+(?:telegram|cable|letter))?|выписк\w+|отрывок",
    ),
    ("letter", r"(?:(?:personal|secret|draft|open|handwritten|hand[- ]delivered|joint|information|covering|cover|"
        r"circular|official|confidential|private|air(?:[ -]?mail)?)\s+){0,2}letter(?:gram)?|lettre|"
        rf"schreiben|scrisoare[a]?|lettera|carta|(?:{_RUSSIAN}){{0,2}}(?:письмо|письма|писем)|писмо(?:то)?|"
     r"листа?(?=\s(?:(?:[А-ЯІЇЄҐ]\.\s?){1,2}[А-ЯІЇЄҐ]|(?:секретаря|голови|начальника|наркома|члена|заступника|"
     r"уповноваженого|міністра|посла|командувача|консула|до|від)\s))|信|函"),
    ("note", r"note verbale|verbal note|(?:hand[- ]delivered\s+)?note|memorandum|memo|aide-m[ée]moire|записка|нота|"
        r"照会"),
    ("telegram", r"(?:(?:(?:oral|verbal|coded|ciphered|radio|telephoned?|high[- ]frequency|teletype|"
        r"urgent|top secret|most secret|strictly secret|secret|"
        r"personal|private|draft|"
                 r"confidential|special|joint|new year)(?:\s+and)?)\s+){0,3}(?:message|"
                 r"communication)|послание|сообщение"),
)  # fmt: skip
_APART: Final = r"(?<!(?-i:[^\W\u3400-\u9fff]))"
KINDS: Final = tuple((kind, regex(rf"{_APART}(?:{pattern})(?!\w)", re.IGNORECASE)) for kind, pattern in _WORDS)
_STEMS: Final = (
    (
        *("cable", "gram", "radio message", "wire", "telex", "despatch", "dispatch", "ciphertel"),
        *(
            "fernschreiben",
            "drahtbericht",
            "drahterla",
            "шифр",
            "радиограмм",
            "радиотелеграмм",
            "депеш",
            "телеграм",
            *("depes", "depeș", "depeš", "peche", "pêche", "brzojav", "távirat", "전보", "전문", "điện"),
            "电",
            "電",
        ),
    ),
    ("extract", "excerpt", "fragment", "выписк", "отрывок"),
    ("lett", "schreiben", "scriso", "carta", "лист", "письм", "писем", "писмо", "信", "函"),
    ("note", "memo", "moire", "записка", "нота", "照会"),
    ("message", "communication", "послание", "сообщение"),
)
"""For each kind the stems of which its words have one, case-folded: they are looked for in a tenth of the time."""
_ANY_STEM: Final = tuple(stem for stems in _STEMS for stem in stems)
ANY_KIND: Final = "|".join(f"(?:{pattern})" for _, pattern in _WORDS)


def may_name_kind(text: str) -> bool:
    """Say at a glance whether a text can name a kind of document at all."""
    low = text.casefold()
    return any(map(low.__contains__, _ANY_STEM))


def kind_of(text: str) -> Kind | None:
    """Return the kind of document that a text names first, None where it names none."""
    low = text.casefold()
    found = [
        (match.start(), rank, kind)
        for rank, (kind, pattern) in enumerate(KINDS)
        if any(map(low.__contains__, _STEMS[rank])) and (match := pattern.search(text))
    ]
    return min(found)[2] if found else None


def names_many(text: str) -> bool:
    """Say whether a title is that of a paper on telegrams or of a book of letters, «Телеграммы в истории почты»."""
    return _OF_MANY.match(text) is not None


_OF_MANY: Final = regex(
    r"письма\s|(?:телеграммы|шифровки|депеши|радиограммы)\s(?:в|и|как|на|из|о|об|при)\s", re.IGNORECASE
)
