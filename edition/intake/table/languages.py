"""What tables write for a language: codes of two or three letters, names in several languages."""

from __future__ import annotations

from typing import Final

from tei.regexes import regex
from tei.slugs import romanised

_TAG: Final = regex(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NAMES: Final = {
    "en": "eng english английский англ englisch anglais 英文 英语",
    "ru": "rus russian русский рус russisch russe 俄文 俄语",
    "zh": "chi zho chinese китайский кит chinesisch chinois 中文 汉语",
    "de": "ger deu german немецкий нем deutsch allemand 德文 德语",
    "fr": "fre fra french французский фр franzosisch francais 法文 法语",
    "es": "spa spanish испанский spanisch espagnol",
    "it": "ita italian итальянский italienisch italien",
    "pl": "pol polish польский polnisch polonais",
    "cs": "cze ces czech чешский tschechisch tcheque",
    "hu": "hun hungarian венгерский ungarisch hongrois",
    "ja": "jpn japanese японский japanisch japonais 日文 日语",
    "ko": "kor korean корейский koreanisch coreen 朝文 朝鲜语",
    "uk": "ukr ukrainian украинский ukrainisch ukrainien",
    "bg": "bul bulgarian болгарский bulgarisch bulgare",
    "ro": "rum ron romanian румынский rumanisch roumain",
    "la": "lat latin латинский latein",
    "tr": "tur turkish турецкий turkisch turc",
    "sr": "srp serbian сербский serbisch serbe",
    "sv": "swe swedish шведский schwedisch suedois",
    "fi": "fin finnish финский finnisch finnois",
    "mn": "mon mongolian монгольский mongolisch mongol",
    "pt": "por portuguese португальский portugiesisch portugais",
    "nl": "dut nld dutch нидерландский niederlandisch neerlandais",
    "el": "gre ell greek греческий griechisch grec",
    "ar": "ara arabic арабский arabisch arabe",
    "vi": "vie vietnamese вьетнамский vietnamesisch vietnamien",
}
_CODES: Final = {romanised(name): code for code, names in _NAMES.items() for name in names.split()}


def language_code(words: str) -> str:
    """Return the code (BCP 47) of a language, empty for what is none."""
    plain = words.strip().strip(".")
    if found := _CODES.get(romanised(plain)):
        return found
    return plain if _TAG.fullmatch(plain) else ""
