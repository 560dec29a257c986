"""Titles in further languages, by the little words that part both sides: "Depesza posła … do …", «Телеграма от … до …».

Polish, Romanian, Bulgarian, Ukrainian, Serbian, Spanish, Italian, Vietnamese, Korean and Japanese headings stand in one
table: a row says what leads to the sender and what to the recipient. Another language is another row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.regexes import regex

Span = tuple[int, int]

_CAPITAL: Final = "(?-i:[A-ZÀ-ÞĀ-ŽȘȚА-ЯЁІЇЄҐЂЈЉЊЋЏ])"
_HOW: Final = (
    r"(?:szyfrow|tajn|piln|okóln|iskrow|cifrat|cifrad|descifrat|secret|urgent|circular|шифрован|таємн|термінов|"
    r"секретн|спешн|поверлив|шифров|šifrovan|strogo|строго|khẩn|mật)\w{0,4}"
)
_LED: Final = rf"\s*(?:{_HOW}\s+){{0,2}}(?:(?:N[ro]|№|бр|ч|số)\.?\s*\d[\w/-]*,?\s+)?"
"""What stands between the word for a telegram and its parties: how it went, its number."""
OFFICES: Final = (
    r"(?:minist(?:r|er)|ambasad|ambassad|ambasciat|embajad|pos(?:eł|ł)|poslan|konsul|c[oó]nsul|consol|gener|prez[iy]d|"
    r"pre[sș][ie]d|predsed|premier|prim-|rząd|guvern|govern|gobern|gobiern|vlad|kralj|regel|marsza|mare[sș]al|maršal|"
    r"szef|[sș]ef|jefe|c[aă]pit|kapit|kierown|naczeln|dyrekt|direct|direkt|comand|komand|secret|sekret|legați|legación|legazion|placów|charg|însărcinat|incaric|encarg|"
    r"міністр|посл|посол|консул|генерал|прези|голов|уряд|директор|кап[иі]тан|комісар|нарком|секретар|команд|отаман|представник|"
    r"министър|министр|пълномощ|пратени|посланик|председ|начальник|началник|управител|крал|краљ|влад|đồng chí|anh)\w*"
)
"""Offices in small letters, by their stems: whom a title names need not have a name."""
_DATIVE: Final = (
    r"(?:(?:міністр|посл|голов|генерал|прези\w+|комісар|нарком|секретар|командир|командувач|отаман|начальник|директор|консул|капітан|"
    r"представник)(?:ові|еві|у|ю|і)|министру|председнику|посланику|генералу|конзулу|краљу|влади|команданту|"
    r"ministru|predsedniku|poslaniku|ambasadoru|generalu|konzulu|kralju|vladi|komandantu|maršalu)(?!\w)"
)
_NAME_IN_DATIVE: Final = (
    rf"(?:{_CAPITAL}[\w’'.-]*\s+){{0,2}}{_CAPITAL}[\w’'-]+(?:ові|еві|ну|ку|ру|лу|ту|ћу|ću)(?=\s*(?:$|[,.(\d]))"
)
"""Offices and names in the dative, of languages that part the two sides by their cases alone."""
AFTER_KIND: Final = (
    rf"{_HOW}(?:\s|$)|(?:a|al|ale|către|din|trimisă|adresată|od|do|на|до|від|за|gửi|của|từ)\s|{OFFICES}\s"
)
"""How a title goes on behind the word for a telegram in these languages."""
_SENDER: Final = rf"(?P<sender>(?:{_CAPITAL}|{OFFICES}(?!\w))[^;:\n]{{1,110}}?)"
_RECIPIENT: Final = rf"(?P<recipient>(?:{_CAPITAL}|{OFFICES}(?!\w))[^;:(\n]{{1,90}})"
_SIGNS: Final = r"[^\s「」『』、。；，,;:]"
_ROWS: Final = tuple(
    (sign, regex(pattern, re.IGNORECASE))
    for sign, pattern in (
        ("către", rf"{_LED}(?:a\s+lui\s+|al?\s+|ale\s+|de\s+la\s+|din\s+partea\s+|trimisă\s+de\s+)?{_SENDER},?\s+"
                  rf"(?:adresată\s+)?către\s+{_RECIPIENT}"),
        ("trimis", rf"{_LED}trimisă\s+(?P<recipient>[^;:\n]{{2,90}}?)\s+de\s+(?:către\s+)?{_SENDER}(?=,?\s+din\s|$)"),
        (" do ", rf"{_LED}(?:od\s+)?{_SENDER},?\s+do\s+{_RECIPIENT}"),
        (" до ", rf"{_LED}(?:от\s+|на\s+|від\s+|од\s+)?{_SENDER},?\s+до\s+{_RECIPIENT}"),
        ("у", rf"{_LED}(?:від\s+|од\s+)?{_SENDER},?\s+(?={_DATIVE}|{_NAME_IN_DATIVE}){_RECIPIENT}"),
        ("u", rf"{_LED}(?:od\s+)?{_SENDER},?\s+(?={_DATIVE}|{_NAME_IN_DATIVE}){_RECIPIENT}"),
        ("ові", rf"{_LED}(?:від\s+)?{_SENDER},?\s+(?={_DATIVE}|{_NAME_IN_DATIVE}){_RECIPIENT}"),
        (" al", rf"{_LED}(?:dell?[’']?(?:la)?|di|dal|da|de)\s*{_SENDER},?\s+"
                rf"(?:all[’']|al(?:la)?\s+|a\s+la\s+){_RECIPIENT}"),
        ("gửi", rf"{_LED}(?:(?:của|từ)\s+{_SENDER}\s+)?gửi\s+(?:cho\s+)?{_RECIPIENT}"),
        (" từ ", rf"{_LED}\s*từ\s+{_SENDER}(?=,?\s+(?:ngày\s+)?\d|$)"),
    )
)  # fmt: skip
_ABOUT: Final = regex(
    r",?\s+(?:o(?=\s[a-zà-ž])|w\s+sprawie|z\s+prośbą|dotyczący|referito\w+\s+la|referitor\s+la|privind|cu\s+privire|despre|"
    r"про|за(?=\s[а-я])|щодо|стосовно|относно|во\s+врска|povodom|поводом|o\s+tome|circa|riguardo|sobre|acerca|về)\s",
    re.IGNORECASE,
)
"""Where a title goes on with what the telegram is about."""
_DATED: Final = regex(
    r",?\s+(?:(?:din|z(?:\s+dnia)?|от|від|од|od|del?|ngày|la)\s+)?\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?(?:,?\s+(?:del?\s+)?"
    r"(?:1[89]|20)\d\d)?[^\n]{0,30}$",
    re.IGNORECASE,
)
_POSTPOSED: Final = (
    ("에게", regex(
        rf"(?P<sender>{_SIGNS}{{1,12}}(?:\s{_SIGNS}{{1,10}}){{0,4}}?)[이가]\s+(?P<recipient>{_SIGNS}{{1,12}}(?:\s{_SIGNS}{{1,10}}){{0,4}}?)에게\s*"
        r"(?:보낸|보내는|전한|띄운)\s*(?:[가-힣]{1,6}\s)?[가-힣]{0,6}(?:전보|전문|편지|서한|서신)"
    )),
    *((word, regex(
        rf"(?P<sender>{_SIGNS}{{2,24}}?){word}(?P<recipient>{_SIGNS}{{2,24}}?)(?:への|へ|宛ての?|宛の?)"
        rf"{_SIGNS}{{0,8}}?(?:電報?|書簡|公電|親電)(?:第\S{{1,8}}号)?"
    )) for word in ("から", "より")),
)  # fmt: skip
"""Languages that set the little word behind the name, and the kind at the end."""


def read_little_words(text: str, start: int, end: int, lead: int) -> Iterator[tuple[str, Span]]:
    """Yield the parties of a title in one of these languages; `lead` is where the word for the kind ends."""
    low = text.lower()
    for sign, pattern in _ROWS if lead > start else ():
        match = pattern.match(text, lead, end) if sign in low else None
        if match is None:
            continue
        for role, group in (("from", "sender"), ("to", "recipient")):
            if match.groupdict().get(group):
                yield role, _bearer(text, match.start(group), _cut(text, *match.span(group)))
        return


_BEFORE: Final = regex(r"[◇◆○●□■▲△\s]*(?:第\S{1,8}[号號]\s*|[（(]\d{1,3}[）)]\s?)?")
"""What stands before such a title: a sign of a list, the number of the telegram."""


MAX_POSTPOSED: Final = 120
"""Korean and Japanese write much in few signs: what is longer is a paragraph."""


def read_postposed(text: str) -> tuple[tuple[str, Span], ...]:
    """Return the parties of a title in Korean or Japanese, 「外相から大使への緊急電」; empty if it is none."""
    for sign, pattern in _POSTPOSED:
        before = _BEFORE.match(text) if sign in text and len(text) <= MAX_POSTPOSED else None
        match = pattern.match(text, before.end()) if before else None
        if match:
            return tuple((role, match.span(group)) for role, group in (("from", "sender"), ("to", "recipient")))
    return ()


def _cut(text: str, start: int, end: int) -> int:
    """Return where a party ends before what the telegram is about, and before its day."""
    for pattern in (_ABOUT, _DATED):
        if match := pattern.search(text, start, end):
            end = match.start()
    return start + len(text[start:end].rstrip(" .,–—-"))


_OFFICE_AND_NAME: Final = regex(rf"{OFFICES}(?!\w)[^,]*,\s+(?P<name>{_CAPITAL}[^,]+)$", re.IGNORECASE)


def _bearer(text: str, start: int, end: int) -> Span:
    """Return the name that stands behind an office and a comma, «ministrului României la Karsk, Gurescu»; else all."""
    match = _OFFICE_AND_NAME.match(text[:end], start)
    return match.span("name") if match else (start, end)
