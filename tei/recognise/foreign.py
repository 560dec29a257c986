"""Words of the original left in a translation: transliterated Russian, pinyin, Cyrillic, Chinese.

In a bracket after a word stands the word of the original, or a word supplied for sense: they are told apart here.
Scripts decide where they differ; within Latin script, endings and letter groups that English does not have.
"""

from __future__ import annotations

import re
from typing import Final

_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_KOREAN: Final = re.compile(r"[\uac00-\ud7af]")
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʹ`][^\W\d_]*)*")

_RUSSIAN_ENDING: Final = re.compile(
    r"\w{2,}(?:nie|nii|niia|niya|tsiia|tsiya|tsii|skii|skiy|skij|skogo|skaia|skaya|skoe|stvo|stva|ost['’]?|osti|"
    r"aia|aya|oie|ogo|iia|iya|nyi|nyy|nyj|nykh|nikh|nik|niki|shchik|chik|ovat['’]|evat['’]|irovat['’]|at['’]|it['’]|et['’]|"
    r"iain|ienie|enie|anie|enko|ovka|yvat['’]|zhd\w+|lsia|lis['’]|ovyi|evoi|noi|naia|noe|nyie|nye|tel['’]|teli|khoz\w*|kom)",
    re.IGNORECASE,
)
_RUSSIAN_LETTERS: Final = re.compile(
    r"shch|zh|kh(?=[aeiouvlmnrst])|(?<=[bcdfghklmnprstvz])['’](?=\W|$|[bcdfghkmnprtvz])|tsia|iu\b", re.I
)
_ENGLISH_ENDING: Final = re.compile(
    r"\w+(?:tion|ing|ment|ness|able|ible|ally|ful|less|ed|ly|ism|ist|ity|ous|'s|’s)", re.I
)

_INITIALS: Final = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINALS: Final = (
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|"
    r"a|e|i|o|u|ü)"
)
_PINYIN: Final = re.compile(rf"(?:{_INITIALS}{_FINALS}['’-]?)+", re.IGNORECASE)
_ENGLISH_LIKE_PINYIN: Final = frozenset(
    [
        "a",
        "an",
        "are",
        "at",
        "be",
        "been",
        "chance",
        "change",
        "chin",
        "cue",
        "danger",
        "dare",
        "die",
        "do",
        "done",
        "due",
        "due",
        "fan",
        "fare",
        "fee",
        "fine",
        "fire",
        "gain",
        "game",
        "gene",
        "go",
        "gun",
        "han",
        "he",
        "her",
        "here",
        "hide",
        "him",
        "home",
        "hue",
        "i",
        "in",
        "into",
        "is",
        "issue",
        "it",
        "its",
        "june",
        "lane",
        "lie",
        "line",
        "long",
        "man",
        "me",
        "mean",
        "men",
        "mine",
        "more",
        "my",
        "name",
        "no",
        "none",
        "note",
        "now",
        "nuance",
        "on",
        "one",
        "or",
        "our",
        "out",
        "over",
        "own",
        "pan",
        "pie",
        "pin",
        "pine",
        "province",
        "range",
        "rate",
        "rule",
        "run",
        "sang",
        "sane",
        "she",
        "sing",
        "so",
        "some",
        "song",
        "sue",
        "sun",
        "tan",
        "ten",
        "then",
        "there",
        "these",
        "tie",
        "time",
        "to",
        "tone",
        "too",
        "tune",
        "under",
        "use",
        "wage",
        "wane",
        "was",
        "we",
        "were",
        "wine",
        "woe",
        "women",
        "you",
        "your",
        "hundred",
        "sure",
        "more",
        "guarantee",
        "lie",
        "genuine",
        "again",
    ]
)


def foreign_language(text: str, *, assume: str = "ru") -> str:
    """Return the language tag (BCP 47) of a word of the original, empty where the words may well be English.

    `assume` is the language of the original where it is known: "ru" or "zh"; it decides between transliterations.
    """
    if _CYRILLIC.search(text):
        return "ru"
    if _JAPANESE.search(text):
        return "ja"
    if _CHINESE.search(text):
        return "zh"
    if _KOREAN.search(text):
        return "ko"
    found = _WORD.findall(text)
    if not found or any(word[:1].isupper() for word in found):
        return ""
    if any(map(_is_russian, found)) and not all(map(_is_english, found)):
        return "ru-Latn"
    if assume.startswith("zh") and all(map(_is_pinyin, found)):
        return "zh-Latn"
    return ""


def _is_russian(word: str) -> bool:
    if _is_english(word):
        return False
    return bool(_RUSSIAN_LETTERS.search(word)) or (len(word) > 4 and bool(_RUSSIAN_ENDING.fullmatch(word)))


def _is_english(word: str) -> bool:
    return word.lower() in _ENGLISH_LIKE_PINYIN or bool(_ENGLISH_ENDING.fullmatch(word))


def _is_pinyin(word: str) -> bool:
    return word.lower() not in _ENGLISH_LIKE_PINYIN and len(word) > 3 and bool(_PINYIN.fullmatch(word))
