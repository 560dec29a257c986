"""How a wire in Chinese opens in the line of its text: haste, town, addressee, code, 「特急。汉口。沈站长勋鉴：密。…」.

Each is a piece of its own, as forms have them on lines of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.recognise.chinese_names import Span, is_office, is_personal, is_respectful, is_surname, weight, without_office
from tei.recognise.known import Known
from tei.regexes import regex

_HAILED: Final = regex(
    r"(?P<haste>(?:(?:限[\u3400-\u9fff\d]{0,6}到|(?:十万|十萬|万万|萬萬|特|万|萬|加|火|紧|緊|至)?[火萬万]?急)[。.，,\s]+){0,2})"
    r"(?P<address>(?:(?P<place>[\u3400-\u9fff]{2,4})[。.]\s?)?(?P<name>[\u3400-\u9fff·、]{1,40}?)"
    r"(?:(?:[台臺均大钧鈞勋勳勛惠公]|(?<=[^之借殷可为為史龟龜]))[鉴鑒][:：]|(?<=[\u3400-\u9fff])[:：](?=\s*[极極绝絕]?密[。.])|(?<=[部局站司次总總院][长長])[:：]|(?<=[大公]使)[:：]))\s*"
    r"(?P<code>[\u3400-\u9fff○〇△×□]{0,2}密[。.])?(?=\s*[\u3400-\u9fff“「（(])"
)
_ALSO: Final = regex("[鉴鑒][:：]")
"""Another is addressed in the same line."""
HANDS_ON: Final = regex("[即速请請阅閱]?[转轉]")
"""Who is named before it is to hand the telegram on to whom is named behind it."""
MAX_OPENING: Final = 80
_HAILS: Final = (
    "鉴",
    "鑒",
    "：密。",
    "：极密。",
    "：極密。",
    "：绝密。",
    "：絕密。",
    ":密。",
    "长：",
    "长:",
    "長：",
    "長:",
    "使：",
    "使:",
)


def opening_cuts(text: str) -> Iterator[int]:
    """Yield where the pieces end with which a wire opens; none where only its address stands before the text."""
    hails = any(sign in text[:MAX_OPENING] for sign in _HAILS)
    match = _HAILED.match(text) if hails else None
    if match is None or not (match["haste"] or match["place"] or match["code"]):
        return
    if _ALSO.search(text, match.end("address"), match.end("address") + MAX_OPENING // 2):
        return
    for part in ("haste", "address", "code"):
        if match[part]:
            yield match.end(part)


def hailed(text: str) -> tuple[Span | None, Span] | None:
    """Return the spans of town (or None) and names of an address that stands alone: 「汉口。沈站长勋鉴：」."""
    match = _HAILED.match(f"{text}（") if text[-1:] in ":：" and text[-2:-1] in "鉴鑒" else None
    if match is None or match["haste"] or match.end("address") != len(text):
        return None
    return (match.span("place") if match["place"] else None), match.span("name")


def passes_on(text: str) -> bool:
    """Say whether a line names who is to hand on and for whom, both with their titles: 羅致平同志轉沈明遠同志."""
    pieces = HANDS_ON.split(text.rstrip(" :：，,"))
    return len(pieces) == 2 and all(weight(piece) > 1 for piece in pieces) and is_respectful(pieces[1])


def place_at(name: str, known_place: Known) -> int:
    """Return where a name begins behind the town that is written together with it, 重庆沈站长; 0 without one."""
    ends = (end for end in range(4, 1, -1) if end < len(name) and known_place(name[:end]))
    return next((end for end in ends if weight(name[end:]) and name[end] not in "转轉"), 0) or _before_holder(name)


def _before_holder(name: str) -> int:
    """Return where surname and office begin behind a town that no list has, 上灣沈長官; 0 where a full name stands."""
    held = len(name) > TOWN + 1 and is_surname(name[TOWN]) and is_office(name[TOWN + 1 :])
    return TOWN if held and not without_office(name[TOWN + 1 :]) and not is_personal(name[: TOWN + 1]) else 0


TOWN: Final = 2


def seated(text: str, known_place: Known) -> tuple[Span, Span] | None:
    """Return the spans of town and addressee in a line that holds both, a blank between them: 「雙岩　沈公使」."""
    match = _SEATED.fullmatch(text) if len(text) <= MAX_SEATED else None
    return (match.span("place"), match.span("name")) if match and known_place(match["place"]) else None


_SEATED: Final = regex(r"(?P<place>[\u3400-\u9fff]{2,4})[\u3000 ]{1,4}(?P<name>[\u3400-\u9fff]{1,6})")
MAX_SEATED: Final = 14
