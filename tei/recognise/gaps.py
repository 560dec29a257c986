"""Brackets that say what is not there: words left out, unreadable, undeciphered, kept secret, damaged.

"[two words illegible]" is a gap, "[the missing ship]" is not: words that also occur in ordinary prose count only where
everything else in the bracket belongs to the language of editors.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tei.model import Attributes
from tei.regexes import regex
from tei.text import words

MAX_GAP_WORDS: Final = 24
"""A bracket with more words than this tells something; it does not only say that something is missing."""

_DOTS: Final = regex(r"[.…·‥*_—–\s-]{2,60}|[…—–_]")
_STRONG: Final = (
    ("illegible", r"illegible|unreadable|not (?:legible|readable)|in-?decipherable|un-?decipherable|unintelligible|"
                  r"неразборчив|нрзб|нечитаем|字迹不清|字迹模糊|无法辨认"),
    ("undeciphered", r"undeciphered|not deciphered|undecoded|not decoded|garbled?(?: (?:text|group|passage))?|garbles|"
                     r"groups? (?:missing|unrecovered|unreadable|corrupt|mutilated|lost)|unrecover(?:ed|able)|"
                     r"undecypherable|не расшифрован"),
    ("undeclassified", r"not declassified|redacted|sanitized|excised|security deletion|still classified"),
    ("omitted", r"omitted|omission|ellipsis|left out|not (?:printed|translated|reproduced|transcribed)|"
                r"here follows?|опущен|пропуск|пропущен|从略|以下略|略去|原文略|省略"),
    ("cut", r"crossed out|struck (?:out|through)|вычеркн|зачеркн"),
)  # fmt: skip
_WEAK: Final = (
    ("undeclassified", r"declassified|classified"),
    ("damage", r"torn|damaged?|burn(?:t|ed)|hole|stain(?:ed)?|faded|cut off|оторван\w*|поврежд\w*|утрачен\w*|残缺"),
    ("cut", r"cut|deleted|excision|deletion"),
    ("illegible", r"unclear|not clear|missing|blank|lacuna|gap|отсутству\w*|缺|不清"),
    ("omitted", r"not included|略|signatures?|подпис[ьи]|签名|signature block"),
)  # fmt: skip
_BEGINS: Final = r"(?<!(?-i:[^\W\u3400-\u9fff]))(?<!-)"
_ENDS: Final = r"(?!(?-i:[^\W\u3400-\u9fff])|-(?!-))"
_FIND_STRONG: Final = tuple((reason, regex(rf"{_BEGINS}(?:{words})", re.IGNORECASE)) for reason, words in _STRONG)
_FIND_WEAK: Final = tuple((reason, regex(rf"{_BEGINS}(?:{words}){_ENDS}", re.IGNORECASE)) for reason, words in _WEAK)
_PROSE: Final = regex(
    r"(?:that|which|who|whom|what|was|were|is|are|had|has|have|been|be|to|will|would|for|on|by|from|of|and|or|but|"
    r"they|he|she|it|we|i|you|this|these|those|as|because|when|where|with)\b",
    re.IGNORECASE,
)
_EDITORS_WORDS: Final = frozenset(
    words(
        """
        a an the one two three four five six seven eight nine ten several some few many more less than about
        approximately word words line lines letter letters character characters sentence sentences paragraph
        paragraphs page pages group groups sheet leaf leaves passage passages part parts portion portions
        section sections text signature signatures name names number numbers date place title heading
        initial initials note ed eds editor here in at of by to from end top bottom corner edge margin left right upper
        lower source original document copy typescript manuscript telegram is are was been and or half rest
        remainder following preceding first last next almost entirely partly completely due water paper
        handwritten stamp not clear off out block up remaining entire whole fully слово слова слов строка
        строки строк страница страницы страниц лист листа подпись подписи угол часть текста текст документа
        в на одно два три край без 一 二 三 四 五 六 七 八 九 十 数 几 两 字 行 页 段 下 文 以 原 电 此 处 有
        """
    )
)
_WORD: Final = regex(r"[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[^\W\d_])+")
_COUNTS: Final = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "одно": "1", "одна": "1", "два": "2", "две": "2", "три": "3", "half": "0.5",
    "一": "1", "二": "2", "两": "2", "三": "3", "四": "4",
    "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10",
}  # fmt: skip
_UNIT: Final = regex(
    r"(?<![\w.-])(?P<count>\d+(?:\.\d+)?[½¼¾]?|½|¼|¾|an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"half|одн[оа]|дв[ае]|три)[\s-]+"
    r"(?:(?!than\b|or\b)[a-z]+\s+){0,2}?(?P<unit>words?|lines?|letters?|characters?|sentences?|paragraphs?|pages?|"
    r"(?:code )?groups?|leaf|leaves|sheets?|слов[оа]?|строк[аи]?|страниц[аы]?|лист[а]?)(?!\w)|"
    r"(?P<cjk>\d+|[一二两三四五六七八九十])\s?(?P<measure>[字行页頁段])",
    re.IGNORECASE,
)
_VAGUE: Final = regex(
    r"(?P<extent>several|some|a few|few|many|(?:more|less|at least|not more|about|approximately)\b[^,;]*?)\s+"
    r"(?:(?:[a-z]+\s+)?(?:words?|lines?|letters?|characters?|sentences?|paragraphs?|pages?|groups?))\b",
    re.IGNORECASE,
)
_UNIT_NAMES: Final = {
    "character": "char", "слов": "word", "слово": "word", "слова": "word", "строк": "line",
    "строка": "line", "строки": "line", "страниц": "page", "страница": "page", "страницы": "page", "лист": "leaf",
    "листа": "leaf", "leave": "leaf", "sheet": "leaf", "code group": "group", "字": "char", "行": "line", "页": "page",
    "頁": "page", "段": "paragraph",
}  # fmt: skip
_FRACTIONS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}


@lru_cache(maxsize=512)  # editors put the same few words into brackets
def gap_attributes(content: str) -> Attributes | None:
    """Return the attributes of the gap that a bracket's words describe, None where they describe none."""
    if _DOTS.fullmatch(content):
        return (("reason", "omitted"),)
    if len(content) > 300 or len(content.split()) > MAX_GAP_WORDS:
        return None
    reason = _strong(content) or _weak(content)
    return (("reason", reason), *_quantity(content)) if reason else None


def _strong(content: str) -> str:
    if _PROSE.match(content):
        return ""
    return next((reason for reason, pattern in _FIND_STRONG if pattern.search(content)), "")


def _weak(content: str) -> str:
    for reason, pattern in _FIND_WEAK:
        rest, count = pattern.subn(" ", content)
        if count and all(word in _EDITORS_WORDS for word in _WORD.findall(rest.lower())):
            return reason
    return ""


def _quantity(content: str) -> Attributes:
    """Read "two words", "1½ lines"; a vague measure, "less than 1 line", is an extent, since TEI counts exactly."""
    match = _UNIT.search(content)
    vague = _VAGUE.search(content)
    if vague:
        unit = vague.group().split()[-1].lower()
        return ("unit", _unit(unit)), ("extent", " ".join(vague.group().split()))
    if match is None:
        return ()
    if match["cjk"]:
        return ("unit", _UNIT_NAMES[match["measure"]]), ("quantity", _COUNTS.get(match["cjk"], match["cjk"]))
    return ("unit", _unit(match["unit"].lower())), ("quantity", _count(match["count"].lower()))


def _unit(word: str) -> str:
    singular = word if word in _UNIT_NAMES else word.removesuffix("s")
    return _UNIT_NAMES.get(singular, singular)


def _count(word: str) -> str:
    fraction = _FRACTIONS.get(word[-1:], "")
    return f"{word[:-1] or '0'}{fraction}" if fraction else _COUNTS.get(word, word)
