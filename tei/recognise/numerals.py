"""Numerals and letters that open points, in all the forms that typists use, and the series that they make.

One numeral alone proves little: "I. Orlov reports" is an initial, "17. Re your 34" the number of a message. A series
proves itself; what does not fit into it stays text. The number is always the one that is printed, except where a
browser printed "1." before every item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.regexes import regex
from tei.values import value

_NUMERAL: Final = regex(
    r"(?P<numeral>\((?P<paren>\d{1,2})\)[.,]?|\[(?P<square>\d{1,2})\]|(?P<dot>\d{1,2})(?P<gap>[^\S\n]?)[.．](?:[-–—]|"
    r"\))?(?![\d.])|"
    r"(?P<half>\d{1,2})[^\S\n]?[)）](?!\w\d)|(?P<slash>\d{1,2})/(?!\d)|(?P<comma>\d{1,2})[、,](?=[\u3400-\u9fff])|"
    r"(?P<ideo>\d{1,2})、|"
    r"(?P<roman>[IVXL]{1,6})\.?\)|(?P<romandot>[IVXL]{1,6})[.](?![\w.])|\((?P<romanparen>[IVXL]{1,6}|[ivxl]{1,6})\)|"
    r"(?P<smallroman>[ivxl]{1,6})[.)](?![\w.])|"
    r"(?P<chinese>[一二三四五六七八九十]{1,3})[、．.]|第(?P<ordinal>[一二三四五六七八九十]{1,3})[、，,：:]|"
    r"[（(]?(?P<stem>[甲乙丙丁戊己庚辛壬癸])[）)、．.]|"
    r"[（(](?P<wide>[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})[）)]、?)(?P<space>\s*)(?=\S)"
)
_QUOTE: Final = regex(r"[“\"«„‘'「『]\s?")
_LETTER: Final = regex(
    r"(?P<numeral>\((?P<paren>[a-zа-яA-ZА-Я])\)|(?P<plain>[a-zа-яA-ZА-Я])[^\S\n]?[)/](?!\w\w?[/)])|"
    r"(?P<dot>[a-zа-яA-ZА-Я])\.(?![\w.]))"
    r"(?P<space>\s*)(?=\S)"
)
_BULLET: Final = regex(r"(?P<numeral>[•◦▪‣·●○■□*–—-])\s+(?=\S*\w)")
_DECIMAL: Final = regex(r"(?P<numeral>(?P<major>\d{1,2})\.(?P<minor>\d{1,2})\.?)\s+(?=\S)")
_MONTH: Final = regex(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
    r"\b\.?(?:,?\s+\d{4}|,|\s*$)",
    re.IGNORECASE,
)
_INITIAL: Final = regex(r"[A-ZА-ЯЁ]\.\s?")
_SURNAME: Final = regex(r"[A-ZА-ЯЁ][\w’'-]+\s+(?:[a-zа-яё]|\()|[A-ZА-ЯЁ][\w’'-]+,?$")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_CHINESE: Final = {character: value for value, character in enumerate("一二三四五六七八九", 1)}
_ROMAN: Final = (("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_ALPHABETS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "абвгдежзийклмнопрстуфхцчшщъюя",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
)
MAX_JUMP: Final = 3
"""A series may leave out a number or two (a point was cut); a greater jump means that the figures are no numeral."""


@value()
class Numeral:
    """A numeral at the head of a paragraph: how it is written, what it counts, where the text after it begins.

    `inline` says that the numeral cannot be parted from the text without changing its words: nothing stands between
    them, a quotation mark stands before it, or it is printed in an unusual way.
    """

    style: str
    value: int
    printed: str
    end: int
    inline: bool = False


def read_numeral(text: str) -> Numeral | None:
    """Read the numeral that may open a point, None where there is none."""
    quote = _QUOTE.match(text)
    match = _NUMERAL.match(text, quote.end() if quote else 0)
    if match is None or match.lastgroup is None:
        return _in_words(text, quote.end() if quote else 0)
    style, written = next((name, found) for name, found in match.groupdict().items() if found and name in _STYLES)
    value = _value(style, written)
    if not value or (style in ("dot", "half") and _MONTH.match(text, match.end())):
        return None
    if not match["space"] and style in ("half", "slash", "dot") and not _begins_sentence(text[match.end()]):
        return None
    inline = bool(quote) or not match["space"] or bool(match["gap"])
    return Numeral(_STYLES[style], value, " ".join(match["numeral"].split()), match.end(), inline)


def _in_words(text: str, start: int) -> Numeral | None:
    """Read "First." and "Second:" as the words that open points, which stay in the text."""
    if text[start : start + 2] not in _WORDS_BEGIN or (match := _WORD.match(text, start)) is None:
        return None
    return Numeral("first", _WORDS[match["word"].lower()], match["word"], match.end(), inline=True)


_WORDS: Final = {
    word: value
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "firstly secondly thirdly fourthly fifthly",
        "one two three four five six seven eight nine ten",
        "первое второе третье четвертое пятое шестое седьмое восьмое девятое десятое",
        "первое второе третье четвёртое пятое",
    )
    for value, word in enumerate(words.split(), 1)
}
_WORD: Final = regex(rf"(?P<word>{'|'.join(_WORDS)})(?:[.:,]\s|\s?[–—-]\s)(?=\s*\S)", re.IGNORECASE)
_WORDS_BEGIN: Final = frozenset(one for word in _WORDS for one in (word[:2].capitalize(), word[:2].upper()))

_STYLES: Final = {
    "paren": "(1)", "square": "[1]", "dot": "1.", "half": "1)", "slash": "1/", "comma": "1、", "ideo": "1、",
    "roman": "I)",
    "romandot": "I.", "romanparen": "(i)", "smallroman": "i.", "chinese": "一、", "ordinal": "第一", "wide": "（一）",
    "stem": "（甲）",
}  # fmt: skip


def _begins_sentence(character: str) -> bool:
    return character.isupper() or character in '“"«[(' or "\u3400" <= character <= "\u9fff"


def _value(style: str, written: str) -> int:
    if written.isdecimal():
        return int(written)
    if style == "stem":
        return _STEMS.index(written) + 1
    return _roman(written.upper()) if "roman" in style else _chinese(written)


def _roman(text: str) -> int:
    """Return the value of a Roman numeral in its canonical form, 0 for letters that are none."""
    rest, value = text, 0
    for letters, worth in _ROMAN:
        most = 3 if letters in ("X", "I") else 1
        for _ in range(most):
            if rest.startswith(letters):
                rest, value = rest[len(letters) :], value + worth
    return value if not rest else 0


def _chinese(text: str) -> int:
    tens, mark, ones = text.partition("十")
    return (_CHINESE.get(tens, 1) * 10 if mark else 0) + _CHINESE.get(ones if mark else text, 0)


def is_initial(text: str, numeral: Numeral) -> bool:
    """Say whether a Roman numeral may as well be the initial of a name: "I. V. Orlov", "V. Zimin writes"."""
    rest = text[numeral.end :]
    return numeral.style == "I." and len(numeral.printed) == 2 and bool(_INITIAL.match(rest) or _SURNAME.match(rest))


def series_of(numerals: Sequence[Numeral | None], initial: Sequence[bool]) -> dict[int, str]:
    """Return which paragraphs open a point and with what number; `initial` are those that may be a name's initial.

    The series is in one style, that of the first numeral that counts one, or else of the first two in a row.
    """
    style = _style(numerals, initial)
    if not style:
        return {}
    members = [(i, n) for i, n in enumerate(numerals) if n and n.style == style]
    if len(members) > 1 and all(n.value == 1 for _, n in members):
        return {i: str(count) for count, (i, _) in enumerate(members, 1)}
    numbers: dict[int, str] = {}
    last = 0
    for i, n in members:
        first = not numbers and (n.value == 1 or _next_follows(members, i) or len(members) == 1)
        if first or n.value == 1 or (numbers and last <= n.value <= last + MAX_JUMP):
            numbers[i], last = str(n.value), n.value
    return numbers


def _style(numerals: Sequence[Numeral | None], initial: Sequence[bool]) -> str:
    found = [(n, doubt) for n, doubt in zip(numerals, initial, strict=True) if n]
    for n, doubt in found:
        if (
            n.value == 1
            and (_is_digit(n) or _has(numerals, n.style, 2))
            and not (doubt and not _has(numerals, n.style, 2))
        ):
            return n.style
    if series := next((n.style for n, doubt in found if not doubt and _has(numerals, n.style, n.value + 1)), ""):
        return series
    alone = [n for n, _ in found]
    second = len(alone) == 1 and numerals[0] is None and alone[0].value == SECOND and alone[0].style in _SURE
    return alone[0].style if second else ""


SECOND: Final = 2
_SURE: Final = ("1.", "1)", "(1)")
"""A lone "2." below other text goes on from a point that lost its numeral, or never had it."""


def _is_digit(numeral: Numeral) -> bool:
    return numeral.style in ("(1)", "1.", "1)", "1、", "一、", "（一）", "1/")


def _has(numerals: Sequence[Numeral | None], style: str, value: int) -> bool:
    return any(n and n.style == style and n.value == value for n in numerals)


def _next_follows(members: Sequence[tuple[int, Numeral]], index: int) -> bool:
    value = next(n.value for i, n in members if i == index)
    after = next((n.value for i, n in members if i > index), 0)
    return after == value + 1


def read_letter(text: str, expected: int) -> Numeral | None:
    """Read the letter that opens an item: the one `expected` (0 for a), or the one after; a small one, or a capital."""
    match = _LETTER.match(text)
    if match is None or (match["dot"] and not match["space"]):
        return None
    letter = match["paren"] or match["plain"] or match["dot"]
    if match["dot"] and letter.isupper() and (_INITIAL.match(text, match.end()) or _SURNAME.match(text, match.end())):
        return None
    places = {alphabet.find(letter) for alphabet in _ALPHABETS} - {-1}
    if not places & {expected, expected + 1 if expected else 0}:
        return None
    inline = not match["space"] or " " in match["numeral"]
    return Numeral("a", min(places & {expected, expected + 1}) + 1, match["numeral"], match.end(), inline)


def read_decimal(text: str, point: int, expected: int) -> Numeral | None:
    """Read "2.1." as the first of the points under point 2; `expected` is the number that comes next."""
    match = _DECIMAL.match(text)
    if match is None or (int(match["major"]), int(match["minor"])) != (point, expected):
        return None
    return Numeral("1.1", expected, match["numeral"], match.end())


def read_bullet(text: str, above: str = "") -> Numeral | None:
    """Read the sign that opens an item of a list without numbers, glued to its word under `above`, the same sign."""
    match = _BULLET.match(text)
    if match is None and above and text[:1] == above and text[1:2].isupper():
        return Numeral("•", 0, above, 1, inline=True)
    return Numeral("•", 0, match["numeral"], match.end()) if match else None
