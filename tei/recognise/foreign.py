"""Words of the original left in a translation: transliterated Russian, pinyin, Cyrillic, Chinese.

In a bracket after a word stands the word of the original, or a word supplied for sense: they are told apart here.
Scripts decide where they differ; within Latin script, endings and letter groups that English does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tei.model import Mark
from tei.recognise.syllables import has_tones, in_syllables, looks_chinese
from tei.regexes import regex
from tei.text import words

_SCRIPTS: Final = (
    ("ja", regex(r"[\u3040-\u30ff]")),
    ("zh", regex(r"[\u3400-\u9fff]")),
    ("ko", regex(r"[\uac00-\ud7af]")),
    ("ru", regex(r"[\u0400-\u04ff]")),
)
_CYRILLIC_LANGUAGES: Final = frozenset(("bg", "uk", "sr", "mn", "mk", "be"))
_WORD: Final = regex(r"[^\W\d_]+(?:['’ʹ`′\"″-][^\W\d_]*)*")

_RUSSIAN_LETTERS: Final = regex(
    r"shch|zh(?!ou\b)|kh(?=[aeiouvlmnrst])|[bcdfghklmnprstvz](?:['’ʹ`′](?=$|[bcdfghkmnprtvzaeiou]{2,}|sk|n|k|i|ia|e)|"
    r"ʹ)|"
    r"ts(?:ia|iia|ii|ya)|i[yi]u?$|yi$|^vz|^vs(?=[aeiklt])|^mn[eo]|^ts[aeiou]|^dn[aei]|^kn[ia]z|^sd|^zd|^zn|^zl|^vl|"
    r"^vn|^vr|^mgn|^sv(?!elt)|^zv|^dv|^tv(?=[eiouy])|^kv(?!etch)|^vd|^vp|^vt|^vk|^gd|^kt|^tk|^shk|^shp|^shv|^zr|^chl|^hr",
    re.IGNORECASE,
)
_RUSSIAN_ENDING: Final = regex(
    r"[\w'’ʹ-]{2,}(?:[aeiouy]nie|[aeiou]niia|[^aeiou]enie|aniia|eniia|aniya|eniya|anii|enii|tsiia|tsiya|tsii|siia|skii|"
    r"skiy|skij|skogo|"
    r"skomu|skoe|skoye|skaia|skaya|skie|skikh|chest|stvo|stva|stvu|stvom|stvie|nost|ost['’ʹ]|[nvtkl]osti|[nv]aia|"
    r"[nv]aya|[nvkl]ogo|"
    r"iia|iya|yi|nyy|nyj|nykh|nikh|shchik|[bdlnrtv]chik|[aioue]vat['’ʹ]?|irovat['’ʹ]?|[aeiy]t['’ʹ]|ovka|[nv]noe|"
    r"l['’ʹ]noe|nyie|nyye|nye|"
    r"[td]el['’ʹ]|lsia|lsya|t['’ʹ]?sia|t['’ʹ]?sya|lis['’ʹ]|ovyi|ovoi|evoi|khoz|kolkhoz|sovkhoz|komissar|[sp]olkom|"
    r"obkom|gorkom|"
    r"raikom|revkom|voenkom|kh|izm|ov[sk]k\w+|ev[sk]k\w+|iata|yata|ushka|iuk|oi|(?:ch|nn|l['’ʹ]?|t|sh)no|uiu|aiu|"
    r"iaet|aiut|iat)",
    re.IGNORECASE,
)
_RUSSIAN_END: Final = regex(r"[b-df-hj-np-tvz]{1,3}[aeou](?:k|v)|[a-z]{2,}[b-df-hj-np-tvz][aeou](?:k|v)", re.IGNORECASE)
"""How short Russian words end, pak, znak, vek, ustav: English writes -ck or -ke, and no word of its own ends in -v."""

_ENGLISH_K: Final = frozenset(
    words(
        """
        yak flak kayak anorak trek amok wok kapok muzak teak kulak kodak lev rev gov luv derv guv kopek haiduk shtok
        mukluk chabuk volapuk tupek bok tok gok dak rok hok nudnik
        """
    )
)
_RUSSIAN_WORDS: Final = frozenset(
    words(
        """
        gensek vozhd khoziain khozyain glavnyi bolshevik bolsheviki rabota rabochii rabochie delo dela sovet
        sovety soviet partiia partiya partii narod naroda voina voiny mir mira mera mery pravda vopros
        voprosy otvet sviaz svyaz glavkom politruk kulak kulaki muzhik dacha verst versta versty pud pudy
        desiatina oblast raion rayon krai guberniia uezd ukaz prikaz predsedatel zamestitel nachalnik
        pomoshchnik sekretar upolnomochennyi predstavitel posol poslannik razvedka svodka spravka zapiska
        dokladnaia pisʹmo pismo pis'mo shifr shifrovka telegramma donesenie ustav programma plan-zadanie
        zadanie zadaniia opyt opyta oborona oborony nastuplenie napravlenie udar udary druzhba pomoshch
        soiuz soyuz granitsa doroga zheleznaia kaiuta kapitana kapitan stantsiia stantsiya barometr led
        ledokol sever severnyi poliarnyi zimovka zimovshchik sani sobaka sobaki baraban pechka ugol drova
        khleb soglasen soglasie soglasny prosim schitaem zadacha zadachi uklon uklonist samokritika
        narodovlastie chistka chistki kadry kadrov blok lager fronta tovarishch tovarishchi gospodin
        grazhdanin
        pri etom etogo etomu eto etot bylo bilo byla byli chto ili dlia dlya takzhe tozhe ochen nado nuzhno oni vsekh
        cherez tolko esli uzhe svoi svoego ikh kotoryi kotorye posle pered mezhdu protiv
        """
    )
)
_ENGLISH_WORDS: Final = frozenset(
    words(
        """
        the of and to in for with on at by from will would was were is are be been being not no or as that
        this these those which who whom whose what when where why how it its he him his she her they them
        their we us our you your all any some each every other such more most much many very too also then
        than there here have has had having do does did done can could may might must shall should into over
        under between about after before against during through without within process people party
        government army words word mood work meeting course question questions order comrade comrades one
        two three first second last new old same own both only still yet even just now almost foremost
        utmost inmost outermost uppermost compost outpost signpost frost boost ghost provost lamppost host
        cost post lost roost exhaust canoe genie zombie beanie meanie brownie selfie papaya logo imago
        embargo cargo virago indigo vertigo boutique unique antique beatnik sputnik picnic khaki sheikh
        maharajah shekel gonzo bolshoi rabbi taxi alumni magi radii nuclei foci stimuli loci genii skiing
        skier ski skis taxiing alibi nazi nazis safari tsunami salami broccoli bikini rani khan hajji
        mujahedin wahhabi zero zeal zone zinc zoo vibrato khedive ability vodka aria maria malaria mania
        militia inertia criteria media bacteria vladivostok tsar czar borscht troika glasnost perestroika
        polynya jay play stay way say day bay key grey obey survey money valley journey convey boy employ
        enjoy deploy destroy convoy envoy royal loyal voyage employee payroll annoy alloy ploy joy toy buoy
        viceroy cowboy ahoy decoy corduroy prism schism chrism heroism realism marxism communism socialism
        capitalism imperialism
        """
    )
)
_ENGLISH_ENDING: Final = regex(
    r"\w+(?:tion|tions|sion|sions|ing|ings|ment|ments|ness|able|ible|ably|ally|ful|less|ed|ly|ism|isms|ist|ists|ity|"
    r"ities|ous|"
    r"'s|’s|s['’]|n['’]t|ght|ck|wn|th|sh|ies|ier|iest|ward|wards|ship|hood|dom|ture|tive|sive|ence|ance|ency|ancy|"
    r"ence|hip|"
    r"ngs?|er|ers|or|ors|ors|al|als|ary|ery|ory|ish|est|ght|gh|ough|oi?ds|ays?|eys?|oys?|ows?|ew|aw|nts?|cts?|sts|"
    r"rds?|lds?|nds?|ss|lls?)",
    re.IGNORECASE,
)
_ENGLISH_ONLY: Final = frozenset(
    words(
        """
        the of and for with by from will would was were is are been this that which who it its he she they
        we you not or as at into their our your has had have
        """
    )
)
_PINYIN_OR_ENGLISH: Final = frozenset(
    words(
        """
        taxi a an are at be bane bang bin ban bun can cane chance change chin chose dare danger die dine do done
        due dung fan fang fare fee fen fin fine fun gain game gang gun gene go guan guide hang hen hung hide
        home hue hat huge he her here him i in into is issue it june king lane lang lie line ling long lung
        linen man mane mange me mean men mine ming more my name no none note nun nuance on one or our out
        over own pan pang pen pie pin pine pong pun province range ran rang rate rule run rung rune sang
        sane sense she shin shine shun sing singe so some song sue sun sung tan tang tea ten then there
        these tie time ting tin tine to tone tong too tongue tune under use wan wane wage wine woe women wo
        you your yin hundred sure guarantee genuine again begin began gauge engine machine maintain human
        pause cause because house arrange orange angle single changed dance finance lance fence hence juice
        suite guitar guinea penguin linguine tangerine bonanza banana panda mango tango sauna guana iguana
        piano piece niece guise mouse louse noise choice chaise longing among hangar ounce annoy enable
        license cache along semi menu median american mini anti mixing citizen woman audience alliance
        defiance reliance bounce renounce announce pronounce lounge sponge penance nuisance sheng sugar amen
        omen open oven
        """
    )
)
_DIACRITICS: Final = {
    "de": regex(r"[äöüß]", re.I), "fr": regex(r"[éèêëàâçîïôûœ]", re.I), "es": regex(r"[ñáéíóú¿¡]", re.I),
    "pl": regex(r"[ąćęłńśźż]", re.I), "cs": regex(r"[ěščřžýůťďň]", re.I),
    "ro": regex(r"[ăâîșşțţ]", re.I),
    "hu": regex(r"[őűáéíóöüú]", re.I), "tr": regex(r"[ığşçöüİ]", re.I), "pt": regex(r"[ãõçáéâê]", re.I),
    "it": regex(r"[àèéìòù]", re.I), "sq": regex(r"[ëç]", re.I), "sr": regex(r"[čćšžđ]", re.I),
}  # fmt: skip


MAX_FOREIGN: Final = 160
"""Characters of the longest phrase of the original in Latin letters; what is longer is the editor's own sentence."""


def foreign_language(text: str, *, assume: str = "ru") -> str:
    """Return the language tag (BCP 47) of a word of the original, empty where the words may well be English.

    `assume` is the language of the original where it is known: it decides between transliterations, and whose accents
    a word has.
    """
    for language, script in _SCRIPTS:
        if script.search(text):
            return assume if language == "ru" and assume in _CYRILLIC_LANGUAGES else language
    if len(text) > MAX_FOREIGN:
        return ""
    found = _WORD.findall(text)
    if not found or any(word[:1].isupper() for word in found):
        return ""
    if any(word.lower() in _ENGLISH_ONLY for word in found):
        return ""
    return _latin(found, assume)


_CYRILLIC_RUN: Final = r"(?<![^\W_])[\u0400-\u04ff]+(?:(?:[ \u00a0]|-)[\u0400-\u04ff]+)*(?![^\W_])"
_CHINESE_RUN: Final = r"[\u3400-\u9fff](?:[\u3400-\u9fff·，、]*[\u3400-\u9fff])?"
_RUNS: Final = {
    "latin": regex(f"{_CYRILLIC_RUN}|{_CHINESE_RUN}"),
    "cyrillic": regex(_CHINESE_RUN),
    "chinese": regex(_CYRILLIC_RUN),
}
_HINTS: Final = {
    "latin": regex(r"[\u0400-\u04ff\u3400-\u9fff]"),
    "cyrillic": regex(r"[\u3400-\u9fff]"),
    "chinese": regex(r"[\u0400-\u04ff]"),
}
"""One letter of another script: looking for it costs a fifth of looking for a run, and most paragraphs have none."""
MIN_CYRILLIC: Final = 4
_LEADS: Final = (*(bytes([lead]) for lead in range(0xD0, 0xD4)), *(bytes([lead]) for lead in range(0xE3, 0xEA)))
"""The first bytes of Cyrillic letters and Chinese signs in UTF-8: no others have one of them."""


def _may_be_foreign(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    return any(map(data.__contains__, _LEADS))


def foreign_runs(text: str, spans: Iterable[tuple[int, int]], language: str, original: str) -> Iterator[Mark]:
    """Yield a mark for each run of another script in a document: «припай» on an English page, 白石站 in a Russian one.

    What stands in square brackets is read there; a few Cyrillic letters are what a scanner makes of Latin ones.
    """
    script = _script_of(language)
    if script not in _RUNS:
        return
    hint, pattern, spans = _HINTS[script], _RUNS[script], tuple(spans)
    if script == "latin" and spans and not _may_be_foreign(text[min(spans)[0] : max(end for _, end in spans)]):
        return
    for start, end in spans:
        if hint.search(text, start, end) is None:
            continue
        for match in pattern.finditer(text, start, end):
            sign = "\u3400" <= match.group()[0] <= "\u9fff"
            if not (sign or len(match.group()) >= MIN_CYRILLIC) or _in_brackets(text, start, match.start()):
                continue
            tag = "zh" if sign else original if original in _CYRILLIC_LANGUAGES else "ru"
            yield Mark(*match.span(), "foreign", (("xml:lang", tag),))


def _script_of(language: str) -> str:
    tag = language.partition("-")[0]
    if tag in ("und", "ja", "ko", "el", "ar", "he", "ka", ""):
        return ""
    if tag == "zh":
        return "chinese"
    return "cyrillic" if tag in ("ru", *_CYRILLIC_LANGUAGES) and "Latn" not in language else "latin"


def _in_brackets(text: str, start: int, at: int) -> bool:
    return text.rfind("[", start, at) > text.rfind("]", start, at)


def _latin(found: list[str], assume: str) -> str:
    chinese = all(map(_is_pinyin, found))
    if chinese and (assume.startswith("zh") or any(map(has_tones, found))):
        return "zh-Latn"
    accents = _DIACRITICS.get(assume)
    if accents and any(map(accents.search, found)):
        return assume
    short = len(found) <= 2 and (assume == "ru" or assume in _CYRILLIC_LANGUAGES)
    if short and any(map(_ends_russian, found)) and not any(word.lower() in _ENGLISH_WORDS for word in found):
        return f"{assume}-Latn"
    if not assume.startswith("zh") and any(map(_is_russian, found)) and not all(map(_is_english, found)):
        return f"{assume}-Latn" if assume in _CYRILLIC_LANGUAGES else "ru-Latn"
    return ""


def _is_russian(word: str) -> bool:
    folded = word.lower()
    if folded in _RUSSIAN_WORDS:
        return True
    if folded in _ENGLISH_WORDS or len(word) < 4:
        return False
    if _RUSSIAN_LETTERS.search(word):
        return True
    return len(word) > 4 and _RUSSIAN_ENDING.fullmatch(word) is not None and not _is_english(word)


def _ends_russian(word: str) -> bool:
    return word.lower() not in _ENGLISH_K and _RUSSIAN_END.fullmatch(word) is not None


def _is_english(word: str) -> bool:
    return word.lower() in _ENGLISH_WORDS or _ENGLISH_ENDING.fullmatch(word) is not None


def _is_pinyin(word: str) -> bool:
    """Say whether a word is pinyin: it has tone marks, or is spelt as English words are not."""
    folded = word.lower()
    syllables = in_syllables(folded)
    if not syllables or (folded in _PINYIN_OR_ENGLISH and not has_tones(word)):
        return False
    return has_tones(word) or (len(word) > 3 and looks_chinese(folded) and 2 * syllables <= len(word) + 1)
