"""The language of the text as given, and of the original that it was translated from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tei.model import Certainty, Credit, Holding, Printed
from tei.recognise.credits import language_stated, translated_from
from tei.recognise.foreign import foreign_language
from tei.regexes import regex
from tei.text import words

_KANA: Final = regex(r"[\u3040-\u30ff]")
_SCRIPTS: Final = (
    ("ko", regex(r"[\uac00-\ud7af]")),
    ("zh", regex(r"[\u3400-\u9fff]")),
    ("ru", regex(r"[\u0400-\u04ff]")),
    ("el", regex(r"[\u0370-\u03ff]")),
    ("ar", regex(r"[\u0600-\u06ff]")),
    ("he", regex(r"[\u0590-\u05ff]")),
    ("ka", regex(r"[\u10a0-\u10ff]")),
)
_OTHER_SCRIPT: Final = regex(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Any letter of the scripts above: most texts have none, and need not be counted through for each."""
_CYRILLIC: Final = (
    ("sr", regex(r"[јљњђћџ]", re.IGNORECASE)),
    ("mk", regex(r"[ѓќѕ]", re.IGNORECASE)),
    ("mn", regex(r"[өү]", re.IGNORECASE)),
    ("be", regex(r"ў", re.IGNORECASE)),
)
_OLD_RUSSIAN: Final = regex(r"[ѣѳѵ]|[бвгджзклмнпрстфхцчшщ]ъ\b", re.IGNORECASE)
_UKRAINIAN: Final = regex(r"[іїєґ]", re.IGNORECASE)
_RUSSIAN: Final = regex(
    r"[ыэё]|ь(?!о)|\b(?:что|это|как|был[аио]?|его|для|из|вы|мы|он[аи]?|во|же|только)\b", re.IGNORECASE
)
_BULGARIAN: Final = regex(
    r"\b(?:който|която|което|които|беше|няма|също|това|трябва|ще|се|са|съм|е|със|към|през|аз|вие|ние|тя|"
    r"вашата|вашето|нашата|нашия|бъде|има|още)\b|(?<=[бвгдзклмнпрстцчшщж])ъ(?=[бвгджзклмнпрстфхцчш])|[а-я]{3}(?:ът|ята)\b",
    re.IGNORECASE,
)
_STOP_WORDS: Final = {
    language: frozenset(words(known))
    for language, known in (
        ("en", "the and of to in that is was for with this have from are by not which it be on as has will your "
               "we our you "
               "an at were been his he they their please received i comrade mr secret telegram"),
        ("de",
           "der die das und ist nicht mit von den dem ein eine für auf sich des zu werden wird wir ich sie ihr an im"),
        ("fr",
           "le la les et des est une dans que pour pas sur par au du qui avec sont nous vous votre de un ce il en"),
        ("tr", "ve bir bu için ile olarak da de olan çok gibi daha ne kadar değil mi ben biz siz sizin"),
        ("es", "el la los las y de que en un una por con para del se no es su nos usted"),
        ("it", "il lo gli e di che in un una per con del della non sono la i le è dei"),
        ("pl", "i w z na do nie się że jest przez dla oraz od po o jak to są"),
        ("pt", "o a os as e de que em um uma por com para do da não é nos"),
        ("cs", "a v na se že je s z do to o jsou byl jako pro k ve"),
        ("hu", "a az és hogy nem is egy ez van volt meg el csak de"),
        ("ro", "și în de la cu pe nu este că din a pentru sunt să o un"),
        ("sr-Latn", "i u na je da se za od su sa ne što koji kao bi"),
        ("sq", "e të në dhe për me një që nga është ka si do"),
        ("vi", "và của là có không được cho trong với các một những"),
        ("nl", "de het een en van is niet dat op te met voor zijn aan"),
        ("sv", "och att det som en på är av för med den till inte har"),
        ("ru-Latn", "i v na s ne chto po k iz ot dlia dlya my vy eto kak no za o u ego vam nam vash vashu nash "
               "soobshchaem prosim"),
    )
}  # fmt: skip
_LANGUAGES_OF: Final = {
    word: tuple(language for language, known in _STOP_WORDS.items() if word in known)
    for word in frozenset().union(*_STOP_WORDS.values())
}
"""The languages in which a word is one of the commonest: a text has fewer words than there are to be asked for."""
_PLACES: Final = {
    "zh": ("beijing", "peking", "beiping", "shanghai", "nanjing", "北京", "上海", "tianjin", "xi'an", "wuhan",
           "chongqing"),
    "ru": ("moscow", "moskva", "москва", "м", "m", "leningrad", "ленинград", "st. petersburg",
           "saint petersburg", "spb", "спб", "л",
           "novosibirsk", "vladivostok", "petrograd", "пг"),
    "bg": ("sofia", "sofiia", "sofiya", "софия"),
    "de": ("berlin", "munich", "münchen", "frankfurt", "leipzig", "bonn", "stuttgart", "wien", "vienna", "hamburg"),
    "ko": ("seoul", "pyongyang", "p'yongyang", "서울", "평양"),
    "fr": ("paris",), "pl": ("warsaw", "warszawa"), "hu": ("budapest",), "cs": ("prague", "praha"),
           "sr": ("belgrade", "beograd"),
    "ro": ("bucharest", "bucurești"), "vi": ("hanoi", "hà nội"), "sq": ("tirana", "tiranë"), "tr": ("istanbul",
           "ankara"),
    "mn": ("ulaanbaatar", "ulan bator"), "it": ("rome", "roma", "milan", "milano"), "es": ("madrid", "havana",
           "la habana"),
}  # fmt: skip
_COUNTRIES: Final = {
    "RU": "ru", "CN": "zh", "US": "en", "GB": "en", "BG": "bg",
    "HU": "hu", "DE": "de", "PL": "pl", "CZ": "cs", "FR": "fr",
    "RO": "ro", "UA": "ru", "AZ": "ru", "IE": "en", "IN": "en", "KR": "ko",
    "JP": "ja", "IT": "it", "BR": "pt", "AL": "sq", "NL": "nl", "MX": "es", "RS": "sr",
}  # fmt: skip
_WORD: Final = regex(r"[^\W\d_]+")
_CITIES: Final = regex(r"\s*(?:[;/–&]|\band\b|\bи\b)\s*|\.\s*,\s*")
MIXED: Final = 0.3
"""A script counts for the language of a text when so much of its letters is in it: a few original words do not."""


_SAMPLE: Final = 1200
"""So many characters tell a language as surely as a whole telegram does."""


def language_of(text: str) -> str:
    """Return the BCP 47 tag of a text's language: by script, then by the commonest small words; "und" where unsure."""
    text = text[:_SAMPLE]
    if not text.isascii() and _OTHER_SCRIPT.search(text):
        letters = sum(map(str.isalpha, text)) or 1
        if len(_KANA.findall(text)) > 0.1 * letters:
            return "ja"
        for language, pattern in _SCRIPTS:
            if len(pattern.findall(text)) > MIXED * letters:
                return _cyrillic(text) if language == "ru" else language
    found = Counter(
        [word.lower() for word in _WORD.findall(text) if len(word) > 1 or word.islower() or word in "AIYOUÀ"]
    )
    scores = dict.fromkeys(_STOP_WORDS, 0)
    for word in found.keys() & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[word]:
            scores[language] += found[word]
    most = max(scores.values())
    rivals = [language for language, score in scores.items() if score == most]
    best = "en" if "en" in rivals else rivals[0]
    if most >= 2 or (len(rivals) == 1 and most > 0.1 * found.total()):
        return best
    return "und"


def _cyrillic(text: str) -> str:
    """Tell languages in Cyrillic apart by the letters that only one of them has, Bulgarian by its words and its ъ."""
    for language, pattern in _CYRILLIC:
        if len(pattern.findall(text)) > 0.01 * len(text):
            return language
    if len(_OLD_RUSSIAN.findall(text)) > 0.01 * len(text):
        return "ru"
    if len(_UKRAINIAN.findall(text)) > 0.01 * len(text):
        return "uk"
    return "bg" if len(_BULGARIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"


def original_language(
    sources: str,
    holdings: Sequence[Holding],
    printed: Iterable[Printed],
    people: Iterable[Credit],
    language: str,
    *,
    shared: str = "",
) -> tuple[str, Certainty]:
    """Return the language of the original and how sure that is; empty where nothing tells.

    `shared` is what the page says of all its translations: it may name a language between, so it counts last. Order of
    trust: what the source says ("translated from the Russian"), a printed original's place and title, the
    country of the archive. Without any sign of a translation the text is itself the original.
    """
    said = translated_from(sources) or language_stated(sources)
    if said:
        return said, Certainty.HIGH
    for source in printed:
        if source.type != "translation" and (found := _printed_language(source)):
            return found, Certainty.MEDIUM
    for holding in holdings:
        repository = holding.reference.repository
        country = repository.country_code if repository else ""
        if country == "UA" and language == "uk":
            return "uk", Certainty.MEDIUM  # its archives keep papers in both languages
        if country in _COUNTRIES:
            return _COUNTRIES[country], Certainty.MEDIUM
    if shared and (said := translated_from(shared)):
        return said, Certainty.MEDIUM
    translated = any(credit.role == "translator" for credit in people) or any(p.type == "translation" for p in printed)
    return ("", Certainty.LOW) if translated or language == "und" else (language, Certainty.LOW)


def _printed_language(source: Printed) -> str:
    """Return the language of a printed original, by where it was printed and by the words of its title."""
    for city in _CITIES.split(source.place.lower()):
        for tag, places in _PLACES.items():
            if city.strip(" .,") in places:
                return tag
    title = source.title.lower()
    found = foreign_language(title) or foreign_language(title, assume="zh")
    return found.partition("-")[0]
