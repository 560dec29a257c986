"""Words that an editor supplied: who or what is meant, a word for the sense, the word of the original, a conjecture."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.foreign import foreign_language
from tei.regexes import regex
from tei.text import words
from tei.values import value

_LANGUAGES: Final = {
    "russian": "ru", "rus.": "ru", "russ.": "ru", "chinese": "zh", "chin.": "zh", "bulgarian": "bg", "german": "de",
    "ger.": "de", "french": "fr", "fr.": "fr", "korean": "ko", "english": "en", "polish": "pl", "czech": "cs",
    "hungarian": "hu", "romanian": "ro", "spanish": "es", "italian": "it", "latin": "la", "turkish": "tr",
    "japanese": "ja", "serbian": "sr", "mongolian": "mn", "vietnamese": "vi", "albanian": "sq", "ukrainian": "uk",
}  # fmt: skip
_LANGUAGE_NAMES: Final = "|".join(map(re.escape, _LANGUAGES))
_ORIGINAL: Final = regex(
    rf"\s*(?:(?:in\s+)?(?P<language>{_LANGUAGE_NAMES})(?:\s+(?:original|text|word|term))?\s*[:,]?|"
    r"(?:in (?:the )?)?original(?:ly)?(?: (?:word|text|term))?\s*:|orig\.\s*:?)\s+(?=\S)",
    re.IGNORECASE,
)
_LITERALLY: Final = regex(r"lit(?:erally|\.)[\s:,]|translation:|trans(?:lates|lated) as\b|meaning[\s:,]", re.IGNORECASE)
_EXPLAINS: Final = regex(
    r"(?:today['’]?s?|now|modern|present[- ]day|currently|formerly|also|alias|a\.\s?k\.\s?a\.|i\.\s?e\.|that is|viz\.|"
    r"namely|known as|called|real name|born|ныне|то есть|т\.\s?е\.|сейчас|бывш\w*|今|即)(?!\w)",
    re.IGNORECASE,
)
_EDITORIAL: Final = regex(
    r"\d|recte\b|read:|correctly\b|should (?:be|read)\b|see\b|cf\.|no date|n\.\s?d\.|undated|date (?:unknown|"
    r"not given)|"
    r"attach(?:ment|ed)\b|enclos(?:ure|ed)\b|untitled|copy$|end of\b|beginning of\b|без даты|下同",
    re.IGNORECASE,
)
_DOUBT: Final = regex(
    r"\?+|[^.!?;]{1,40}\(?\?\)?|(?:probably|possibly|perhaps|presumably|apparently|вероятно|возможно)\b.*", re.I | re.S
)
_QUESTION: Final = regex(r"(?:is|are|was|were|do|does|did|will|would|can|could|what|why|who|how|when|where)\b", re.I)
_FUNCTION_WORD: Final = regex(r"(?:of|in|for|from|to|at|by|with|on|and|or|the|a|an|that|which)\b")
_LAST_WORD: Final = regex(r"[\w’'-]+$")
_CAPITAL_AFTER: Final = regex(r"\s+[A-ZÀ-ÞА-ЯЁ]")
_POINTING: Final = regex(
    r"\b(?:(?:the|this|that|these|those|our|your|my|his|her|their|its|said|above)\s+[\w’'-]+|he|him|his|she|her|they|"
    r"them|their|we|us|"
    r"you|it|this|these|those|there|here|latter|former)$",
    re.IGNORECASE,
)
_SMALL_WORDS: Final = frozenset(
    words(
        """
        a an the of in on at to for from by with and or but not no as if when while after before since until
        that which who this these those it he she they we you i is are was were be been has have had will
        would shall should can could may might must do does did so then there here also both all any some
        about into over under between during against through comrade comrades com cde mr mrs dr general
        marshal ambassador minister chairman president secretary premier please я в на с и о к у по за от до
        не но из для
        """
    )
)
_SUPPLIED_WORDS: Final = _SMALL_WORDS | frozenset(
    words(
        """
        think know see believe hope say said want go went come came above below now only even such other
        more most too very yet still one two new old first second last same own their his her our your its
        my me him them us what where why how because than though being having made make take taken give
        given sent received
        """
    )
)


@value()
class Supplied:
    """Why words were supplied (@reason), and where among them, in which language, the word of the original begins."""

    reason: str
    language: str = ""
    foreign_from: int = 0


def is_supplied_word(word: str) -> bool:
    """Say whether a small word can only have been supplied for the sense: "I [think]" is no name of a person."""
    return word.lower() in _SUPPLIED_WORDS


def supplied_as(before: str, inside: str, after: str, *, original: str, double: bool = False) -> Supplied:
    """Tell why the words `inside` a bracket were supplied, from what stands before and after it."""
    named = _ORIGINAL.match(inside)
    if named and not double:
        rest = inside[named.end() :]
        language = foreign_language(rest, assume=original) or _LANGUAGES.get((named["language"] or "").lower(), "")
        return Supplied("original", language, named.end())
    content = inside.strip()
    language = foreign_language(content, assume=original)
    if language and not _is_own_script(language, before, after):
        return Supplied("original", language)
    return Supplied(_reason(before, content, after, double=double))


def _is_own_script(language: str, before: str, after: str) -> bool:
    """Say whether the text round a bracket is in that language itself, so that nothing is translated."""
    return "-" not in language and language == foreign_language(f"{before} {after}".lower())


def _reason(before: str, content: str, after: str, *, double: bool) -> str:
    if double:
        return "editorial"
    if _DOUBT.fullmatch(content) and (content.startswith("?") or not _QUESTION.match(content)):
        return "conjecture"
    if _LITERALLY.match(content):
        return "translation"
    if _EXPLAINS.match(content):
        return "identification"
    if _EDITORIAL.match(content):
        return "editorial"
    return "identification" if _identifies(before, content, after) else "sense"


def _identifies(before: str, content: str, after: str) -> bool:
    """Tell who or what a word before is: a name after a capitalised word, or after "he", "the city", "our chief"."""
    if not any(piece[:1].isupper() for piece in content.replace("-", " ").split()):
        return False
    line = before.rpartition("\n")[2].rstrip()
    word = _LAST_WORD.search(line)
    if word is None:
        return False
    last = word.group()
    if last[:1].isupper() and last.lower() not in _SMALL_WORDS:
        return content[:1].isupper() or _FUNCTION_WORD.match(content) is not None
    return content[:1].isupper() and _POINTING.search(line) is not None and not _CAPITAL_AFTER.match(after)
