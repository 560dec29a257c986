"""How likely a reading of bytes is as somebody's text: the price of its characters in nats, by script.

One file of bytes can be read in many character sets; the right reading has the commonest letters. Prices are rounded
negative logarithms of letter frequencies (Russian by count of large corpora, Chinese, Japanese and Korean by the level
that the national standard gives a character), so readings with one and with two bytes a letter can be compared.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Final

_RUSSIAN: Final = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174, 170, 165, 159, 144,
         121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4),
        strict=True,
    )
)  # fmt: skip
"""Frequencies of Russian letters, in ten-thousandths."""

_SLAVIC: Final = dict.fromkeys("іїєґўјљњћђџѓќѕ", 12)
_NEVER_AFTER: Final = re.compile(r"(?:^|[аеёиоуыэюяъь])[ъь]|[аеёиоуыэюя]{4}|^ы|[бвгджзклмнпрстфхцчшщ]{6}|йй|[жш]ы")
_VOWEL: Final = re.compile("[аеёиоуыэюяіїє]")
_WESTERN: Final = dict(zip("éèàçüöäßñóíáêôîâûøåæœúëïãõìòùý", range(28, 58), strict=True))
_EASTERN: Final = dict(zip("łąęóśćżźńšáíčřžýěůőűéúțșăâîťďňůđ", range(40, 72), strict=True))
_QUOTES: Final = frozenset("«»“”„‘’…–—№°§\u00a0·•")
_WIDE: Final = frozenset("，。、：；！？「」『』（）《》〈〉〔〕【】“”‘’…—－·○〇\u3000")
_HANS: Final = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学"
    "如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将"
    "两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教东四北南五六七八九"
    "电复收发请告部长将报站同志"
)
_HANT: Final = (
    "這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機業關點將兩"
    "間問應戰頭體見產話給門東電復請報從總統閣下貴"
)
_HANGUL: Final = (
    "이다는에의을하고가를지한로은자기도사리어나인서해대시그아수일라스보정있여"
    "주전상들부것게만으제원장구안공성과조신유국동화선비금당"
)
_FREE: Final = 2.6
"""The price of an ASCII character: it is the same in nearly every reading, and so weighs little."""
_STRANGE: Final = 11.0
_WORD: Final = re.compile(r"[^\W\d_]+")
_ALPHABET: Final = "A-Za-z\u00c0-\u052f"
_MISPLACED: Final = (
    (re.compile(f"[\u3400-\u9fff\uac00-\ud7a3][{_ALPHABET}]|[{_ALPHABET}][\u3400-\u9fff\uac00-\ud7a3]"), 2.0),
    (re.compile(f"(?:^|[ (\u00a0])[”»’…][{_ALPHABET}]|[{_ALPHABET}][“«„№§]", re.MULTILINE), 3.0),
    (re.compile(r"[ \n]\u00a0|\u00a0[ \n]|^\u00a0|[^\W\d]\u00a0[.,;:]"), 2.0),
    (
        re.compile(
            r"(?<![\w.])[^\Wа-яА-ЯёЁІіA-Za-z\d_\u1100-\uffff](?![\w.])|(?<![\w.])[б-жйл-нпрт-юБ-ЖЙЛ-НПРТ-Ю](?![\w.)])"
        ),
        2.5,
    ),
)
"""What costs extra: scripts mixed letter by letter, quotation marks the wrong way round, spaces doubled by a no-break
space, letters that no word consists of."""


@cache
def _national(codec: str, leads: tuple[int, int]) -> frozenset[str]:
    """Return the characters whose first byte lies in a range of a two-byte set: its commoner level."""
    found = set()
    for lead in range(leads[0], leads[1] + 1):
        for trail in range(0x40, 0xFF):
            character = bytes((lead, trail)).decode(codec, "ignore")
            if len(character) == 1:
                found.add(character)
    return frozenset(found)


def _common_han() -> tuple[frozenset[str], ...]:
    return _national("gb2312", (0xB0, 0xD7)), _national("big5", (0xA4, 0xC6)), _national("shift_jis", (0x88, 0x97))


@cache
def _prices() -> Mapping[str, float]:
    """Return what each single character costs; what is not listed is priced by its block."""
    prices = {letter: -math.log(count / 10_000) for letter, count in (_SLAVIC | _RUSSIAN).items()}
    for table in (_EASTERN, _WESTERN):
        prices |= {letter: rank / 10 + 0.5 for letter, rank in table.items()}
    for level in _common_han():
        prices |= {character: 9.4 for character in level if "\u4e00" <= character <= "\u9fff"}
    prices |= dict.fromkeys(_national("euc_kr", (0xB0, 0xC8)), 8.6)
    prices |= {character: 4.8 + rank / 80 for rank, character in enumerate(_HANS)}
    prices |= {character: 5.8 + rank / 80 for rank, character in enumerate(_HANT)}
    prices |= {character: 4.2 + rank / 60 for rank, character in enumerate(_HANGUL)}
    prices |= dict.fromkeys(_WIDE, 4.6)
    return prices | dict.fromkeys(_QUOTES, 4.4)


def price(text: str) -> float:
    """Return the price of a reading in nats; lower is likelier. Only readings of the same bytes can be compared."""
    return sum(map(_price, text)) + sum(map(_price_of_word, _WORD.findall(text))) + _price_of_places(text)


def strange(text: str) -> float:
    """Return the price of a reading for each byte beyond ASCII, about 3 to 5 where it is a text and above where not."""
    foreign = [character for character in text if character > "\x7f"]
    size = sum(2 if character >= "\u1100" else 1 for character in foreign)
    words = (word for word in _WORD.findall(text) if not word.isascii())
    total = sum(map(_price, foreign)) + sum(map(_price_of_word, words)) + _price_of_places(text)
    return total / size if size else 0.0


def _price(character: str) -> float:
    if character < "\x80":
        return _FREE if character >= " " or character in "\t\r\n" else _STRANGE
    known = _prices().get(character.lower())
    return _price_by_block(character) if known is None else known


def _price_by_block(character: str) -> float:
    if "\u3041" <= character <= "\u3093":
        return 4.2
    if "\u30a1" <= character <= "\u30fc":
        return 5.2
    if "\u3400" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3":
        return 12.5
    category = unicodedata.category(character)
    if category in {"Cc", "Cn", "Co", "Cs"} or "\uff61" <= character <= "\uff9f":
        return _STRANGE + 3
    return 8.0 if category[0] == "L" and character < "\u0250" else _STRANGE


def _price_of_word(word: str) -> float:
    """Return what a word costs by its shape: capitals inside it, letters of two alphabets, what no Russian word has."""
    if word.isascii() or word[0] >= "\u1100":
        return 0.0
    scripts = {character < "\u0250" for character in word if character.isalpha()}
    cost = 6.0 * (len(scripts) - 1)
    tail = word[1:]
    if tail and not (tail.islower() or word.isupper()):
        rises = sum(1 for one, other in pairwise(word) if one.islower() and other.isupper())
        cost += 1.5 + 2.5 * min(4, rises)
    lower = word.lower()
    if "\u0400" <= lower[-1] <= "\u052f":
        cost += 3.0 * sum(1 for _ in _NEVER_AFTER.finditer(lower))
        cost += 2.0 if len(word) > 3 and not _VOWEL.search(lower) else 0.0
    return cost


def _price_of_places(text: str) -> float:
    """Return what it costs that signs stand where nobody sets them, or that scripts change from letter to letter."""
    return sum(cost * sum(1 for _ in pattern.finditer(text)) for pattern, cost in _MISPLACED)
