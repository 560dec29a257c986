"""Who worked on the source: translators, contributors, editors, as pages credit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from tei.model import Credit, Evidence

_WORD: Final = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁİŞÇ][\w’'-]*\.?|(?:de|van|von|der|den|la|le|du|da|dos|bin|al|el)\b)"
_PERSON: Final = rf"{_WORD}(?:[  ]+{_WORD}){{0,4}}"
_PEOPLE: Final = rf"(?P<names>{_PERSON}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s+и\s+){_PERSON})*)"
_FOR: Final = r"(?:\s+(?:for|on behalf of)\s+[^,.;\n]{2,60}?)?"
_FROM: Final = r"(?:\s+(?:in)?to\s+\w+)?(?:\s+from\s+(?:the\s+)?(?P<language>[A-Z]\w+)(?:\s+original)?)?"

Role = Literal["translator", "contributor", "editor"]
_PATTERNS: Final[tuple[tuple[Role, str, re.Pattern[str]], ...]] = (
    ("translator", "translated by", re.compile(rf"(?i:\btranslat(?:ed|"
                                               rf"ion)){_FROM}{_FOR}\s*(?i:by\b)\s*:?\s*{_PEOPLE}")),
    ("translator", "translated by", re.compile(rf"(?i:\btranslators?)\s*:\s*{_PEOPLE}")),
    ("translator", "translated by", re.compile(rf"(?i:\b(?:перевод|перев[её]л[аи]?|"
                                               rf"пер\.))\s*(?:с\s+\w+\s*)?[:—–-]?\s*{_PEOPLE}")),
    ("contributor", "contributed by", re.compile(rf"(?i:\b(?:contributed|donated|obtained|provided|supplied|"
                                                 rf"submitted)){_FOR}\s*(?i:by\b)\s*:?\s*{_PEOPLE}")),
    ("contributor", "contributed by", re.compile(rf"(?i:\bcontributors?)\s*:\s*{_PEOPLE}")),
    ("editor", "edited by", re.compile(rf"(?i:\b(?:edited|annotated|introduced|compiled|"
                                       rf"prepared for publication)){_FOR}\s*(?i:by\b)\s*:?\s*{_PEOPLE}")),
)  # fmt: skip
_SPLIT: Final = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&|и)\s+")
_FROM_LANGUAGE: Final = re.compile(
    r"\btranslat(?:ed|ion)\s+(?:in)?(?:to\s+\w+\s+)?from\s+(?:the\s+)?(?P<language>[A-Z][a-z]+)\b(?!\s+[A-Z])"
)
_LANGUAGES: Final = {
    "russian": "ru", "chinese": "zh", "bulgarian": "bg", "german": "de", "french": "fr",
    "english": "en", "korean": "ko",
    "turkish": "tr", "polish": "pl", "hungarian": "hu", "czech": "cs", "romanian": "ro",
    "serbian": "sr", "spanish": "es",
    "portuguese": "pt", "japanese": "ja", "vietnamese": "vi", "mongolian": "mn", "albanian": "sq",
    "italian": "it",
    "ukrainian": "uk", "norwegian": "no", "swedish": "sv", "danish": "da", "finnish": "fi",
    "dutch": "nl", "arabic": "ar",
}  # fmt: skip


def find_credits(text: str, offset: int = 0) -> tuple[Credit, ...]:
    """Return the persons credited in a text, in order; `offset` is where the text stands in the capture."""
    found = sorted(_credits(text, offset), key=lambda credit: credit.evidence.start)
    unique: dict[tuple[str, str], Credit] = {}
    for credit in found:
        unique.setdefault((credit.role, credit.name), credit)
    return tuple(unique.values())


def _credits(text: str, offset: int) -> Iterator[Credit]:
    for role, resp, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            for name in _SPLIT.split(match["names"]):
                start = text.index(name, match.start("names"))
                evidence = Evidence("credits", offset + start, offset + start + len(name))
                yield Credit(role, _trimmed(name), resp, evidence)


def _trimmed(name: str) -> str:
    """Take off a full stop that ends the sentence, not one that ends an initial."""
    return name[:-1] if name.endswith(".") and len(name.split()[-1]) > 2 else name


def translated_from(text: str) -> str:
    """Return the language (BCP 47) that a text says it was translated from, empty where it does not say."""
    match = _FROM_LANGUAGE.search(text)
    return _LANGUAGES.get(match["language"].lower(), "") if match else ""
