"""The syllables of Mandarin in pinyin, and whether a word can be read as a row of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tei.regexes import regex

_TONES: Final = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")
_FINALS_BY_INITIAL: Final = {
    "": "a o e ai ei ao ou an en ang er",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "y": "a e ao ou an ang i in ing ong u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
SYLLABLES: Final = frozenset(
    initial + final for initial, finals in _FINALS_BY_INITIAL.items() for final in finals.split()
)
_LONGEST: Final = 6
_JOINTS: Final = regex(r"['’ʼ-]")
_SPELLING: Final = regex(
    r"zh|q(?!u[oi])|x[iu]|c[aeiou](?:ng?)?[bcdfgjklmpqrstwxyz]|ng[bcdfghjlmnpqrstwxyz]|[aeiou]ng$|[gkdtnlrzcs]uo|"
    r"[bpmdtnljqxzhcsfgkrwy]ao|[dnljqxm]iu|[jqxnl]iang|iao|[ghkz]uang|[gkhdtzcsr]ui|[jqxy]u[en]|[bpmdtnljqx]ian|"
    r"[^aeiou][iu]$|[iau]n$"
)
_ENGLISH_SPELLING: Final = regex(
    r"[aeiouy][bcdfghjklmnpqrstwxz]es?$|[^aeo]ing$|[aeo](?:t|d|p|m|n|k|l|r|b|c|g|s|v|z|y|h)ing$|nge$|u[ie]d?e$|une?$|"
    r"[ae]ding$|th|ture$|ine$|ize$|"
    r"ance|ence|able"
)


@lru_cache(maxsize=4096)
def in_syllables(word: str) -> int:
    """Return in how few syllables of pinyin a word can be read, 0 where it cannot: "qixiangzhan" has three."""
    counts = [_fewest(piece) for piece in _JOINTS.split(word.lower().translate(_TONES)) if piece]
    return sum(counts) if counts and all(counts) else 0


def _fewest(word: str) -> int:
    if len(word) > 40:
        return 0
    best = [0] + [99] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if best[start] < 99 and word[start:end] in SYLLABLES:
                best[end] = min(best[end], best[start] + 1)
    return best[-1] if best[-1] < 99 else 0


def has_tones(word: str) -> bool:
    """Say whether a word bears the tone marks of pinyin."""
    return any(ord(letter) in _TONES for letter in word)


def looks_chinese(word: str) -> bool:
    """Say whether the spelling of a word in small letters is usual in pinyin and rare in English."""
    return _SPELLING.search(word) is not None and (
        "zh" in word or "x" in word or "uo" in word or _ENGLISH_SPELLING.search(word) is None
    )
