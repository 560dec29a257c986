"""The language of the text as given, and of the original that it was translated from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tei.model import Certainty, Credit, Holding, Printed
from tei.recognise.credits import translated_from
from tei.recognise.foreign import foreign_language

_SCRIPTS: Final = (
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
_BULGARIAN: Final = re.compile(
    r"\b(?:който|която|което|които|беше|няма|също|това|трябва|ще)\b|ъ(?=[бвгдзкмлнпрстфх])", re.IGNORECASE
)
_UKRAINIAN: Final = re.compile(r"[іїєґ]", re.IGNORECASE)
_STOP_WORDS: Final = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "that",
            "is",
            "was",
            "for",
            "with",
            "this",
            "have",
            "from",
            "are",
            "by",
            "not",
            "which",
            "it",
            "be",
            "on",
            "as",
            "has",
            "will",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "ist",
            "nicht",
            "mit",
            "von",
            "den",
            "dem",
            "ein",
            "eine",
            "für",
            "auf",
            "sich",
            "des",
            "zu",
            "werden",
            "wird",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "et",
            "des",
            "est",
            "une",
            "dans",
            "que",
            "pour",
            "pas",
            "sur",
            "par",
            "au",
            "du",
            "qui",
            "avec",
            "sont",
        ]
    ),
    "tr": frozenset(
        ["ve", "bir", "bu", "için", "ile", "olarak", "da", "de", "olan", "çok", "gibi", "daha", "ne", "kadar"]
    ),
    "es": frozenset(
        ["el", "la", "los", "las", "y", "de", "que", "en", "un", "una", "por", "con", "para", "del", "se", "no"]
    ),
    "it": frozenset(
        ["il", "lo", "gli", "e", "di", "che", "in", "un", "una", "per", "con", "del", "della", "non", "sono"]
    ),
    "pl": frozenset(["i", "w", "z", "na", "do", "nie", "się", "że", "jest", "przez", "dla", "oraz", "od", "po"]),
    "pt": frozenset(
        ["o", "a", "os", "as", "e", "de", "que", "em", "um", "uma", "por", "com", "para", "do", "da", "não"]
    ),
}
_PLACES: Final = {
    "zh": ("beijing", "peking", "beiping", "shanghai", "nanjing", "北京", "上海", "hong kong", "taipei"),
    "ru": ("moscow", "moskva", "москва", "м.", "leningrad", "st. petersburg", "saint petersburg", "л.", "novosibirsk"),
    "bg": ("sofia", "sofiia", "софия"),
    "de": ("berlin", "munich", "münchen", "frankfurt", "leipzig", "bonn", "stuttgart"),
    "ko": ("seoul", "pyongyang", "p'yongyang", "서울"),
}
_COUNTRIES: Final = {
    "RU": "ru", "CN": "zh", "US": "en", "GB": "en", "BG": "bg",
    "HU": "hu", "DE": "de", "PL": "pl", "CZ": "cs", "FR": "fr",
    "RO": "ro", "UA": "ru", "IE": "en", "IN": "en", "KR": "ko",
    "JP": "ja", "IT": "it", "BR": "pt", "AL": "sq",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 1500
"""So many characters tell a language as surely as a whole telegram does."""


def language_of(text: str) -> str:
    """Return the BCP 47 tag of a text's language: by script, then by the commonest small words; "und" where unsure."""
    text = text[:_SAMPLE]
    letters = sum(map(str.isalpha, text)) or 1
    for language, pattern in _SCRIPTS:
        if len(pattern.findall(text)) > 0.3 * letters:
            return _cyrillic(text) if language == "ru" else language
    found = Counter(_WORD.findall(text.lower()))
    scores = {language: sum(found[word] for word in known) for language, known in _STOP_WORDS.items()}
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] >= 2 or scores[best] > 0.1 * found.total() else "und"


def _cyrillic(text: str) -> str:
    if len(_UKRAINIAN.findall(text)) > 0.01 * len(text):
        return "uk"
    return "bg" if len(_BULGARIAN.findall(text)) > 0.004 * len(text) else "ru"


def original_language(
    sources: str, holdings: Sequence[Holding], printed: Iterable[Printed], people: Iterable[Credit], language: str
) -> tuple[str, Certainty]:
    """Return the language of the original and how sure that is; empty where nothing tells.

    Order of trust: what the source says ("translated from the Russian"), a printed original's place and title, the
    country of the archive. Without any sign of a translation the text is itself the original.
    """
    said = translated_from(sources)
    if said:
        return said, Certainty.HIGH
    for source in printed:
        if source.type != "translation" and (found := _printed_language(source)):
            return found, Certainty.MEDIUM
    for holding in holdings:
        repository = holding.reference.repository
        country = repository.country_code if repository else ""
        if country in _COUNTRIES:
            return _COUNTRIES[country], Certainty.MEDIUM
    translated = any(credit.role == "translator" for credit in people) or any(p.type == "translation" for p in printed)
    return ("", Certainty.LOW) if translated or language == "und" else (language, Certainty.LOW)


def _printed_language(source: Printed) -> str:
    for tag, places in _PLACES.items():
        if source.place.lower() in places:
            return tag
    return foreign_language(source.title).partition("-")[0]
