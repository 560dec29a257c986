"""Telegrams that running text in Chinese quotes in its line: 「方景和复电说：“水位已退，……。”」.

The clause before the marks says that somebody wired, and no more than that he said so: what he “pointed out” or
“demanded” is a passage that the author chose. The words in marks are sentences, and nothing of theirs goes on behind.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import is_sign
from tei.recognise.layouts.inline_quotes import Quote
from tei.regexes import regex

_WIRED: Final = regex(
    r"(?:(?:[致复復覆回通急密去]|(?=[电電][告复復覆示\u3400-\u9fff]{0,10}[:：]))[电電](?![台臺报報话話影灯燈码碼线線机機文力])|"
    r"(?:打|拍|[发發])(?:了|出|来|來)?(?:一?[封份个個通])?[电電][报報]?|[电電][报報](?=给|給))"
    r"(?P<to>(?!\S{0,20}(?:指出|指示|强调|強調|认为|認為|要求|提出|表示|批[评評]|建[议議]|[里裡内內上]|中(?!央)))[\u3400-\u9fff·、]{0,16}?)[，,]?\s?"
    r"(?:说道?|說道?|称|稱|云|谓|謂|曰|道|告以|(?:全文|原文)?如下)?[:：]"
)
_OF_TEXT: Final = regex(
    r"(?:[电電]文|[复復覆回来來原去][电電](?:全文|原文)?)(?:如下|为|為|是|说|說|称|稱|云|曰|谓|謂)?[:：]"
)
"""What names the words themselves: 「电文如下：“……”」, 「原电云：“……”」."""
_ENTRY: Final = regex(r"(?:[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号號]|△)[ \u3000]")
"""How the entry of a chronicle begins, which sums up and quotes by phrases: 「1月10日　复电沈明远：“……”」."""
_CLAUSE: Final = "。！？；!?;”」"
_STOPS: Final = "。！？!?…"
_PASSAGES: Final = ("……", "…")
MIN_SIGNS: Final = 16
MAX_CLAUSE: Final = 90


def may_tell_in_chinese(text: str) -> bool:
    """Ask in few steps whether a paragraph in Chinese can quote a telegram in its line."""
    return ("电" in text or "電" in text) and any(mark in text for mark in ("：“", ":“", "：「", ":「"))


def is_told_in_chinese(quote: Quote) -> bool:
    """Say whether words in marks are a telegram by the clause before them."""
    inside = quote.inside
    if not is_sign(inside[:1]) or len(inside) < MIN_SIGNS or inside[-1:] not in _STOPS or inside.startswith(_PASSAGES):
        return False
    if (quote.behind[:1] in "，,的等之" and quote.behind[:1]) or _ENTRY.match(quote.row.text):
        return False
    clause = quote.row.text[start_of_clause(quote) : quote.opened - 1].rstrip()[-MAX_CLAUSE:]
    match = next((one for pattern in (_WIRED, _OF_TEXT) for one in pattern.finditer(clause)), None)
    return match is not None and match.end() == len(clause)


def start_of_clause(quote: Quote) -> int:
    """Return where the sentence begins that hands over to words in marks."""
    start = max(quote.row.text.rfind(stop, 0, quote.opened - 1) for stop in _CLAUSE) + 1
    marker = _MARKER.match(quote.row.text, start)
    return marker.end() if marker else start


_MARKER: Final = regex(r"[\[［〔【（(]\d{1,3}[\]］〕】）)]|[①-⑳]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
