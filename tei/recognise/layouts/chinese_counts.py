"""Lines in Chinese that only count: several telegrams under one title, documents of a volume over their headings."""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.announcing import is_salutation
from tei.regexes import regex

_NUMERAL: Final = regex(r"[一二三四五六七八九十]{1,2}[、.．]?|[（(〔][一二三四五六七八九十][）)〕]")
_COUNT: Final = regex(
    r"第\s?(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6})\s?(?:[号號]?文件|[号號件篇封])"
    r"(?:\s?[（(]?(?:绝密|絕密|机密|機密|秘密|密)[）)]?)?"
)


def is_chinese_numeral(text: str) -> bool:
    """Say whether a line is nothing but a Chinese numeral, as counts several telegrams under one title."""
    return len(text) <= 3 and _NUMERAL.fullmatch(text) is not None


def counts_title(text: str) -> bool:
    """Say whether a line in Chinese counts the document whose heading stands below it: 「第57號 絕密」."""
    return text[:1] == "第" and len(text) <= 14 and _COUNT.fullmatch(text) is not None


def is_counted(words: str, following: str) -> bool:
    """Say whether a line in Chinese counts what an article quotes, over its salutation: 「其一：1938年写于青岛」."""
    return words[:1] == "其" and _COUNTED.match(words) is not None and is_salutation(following)


_COUNTED: Final = regex(r"其[一二三四五六七八九十][:：、,，]?[^。\n]{0,30}$")
"""How an article counts what it quotes, 「其一：1938年3月5日写于青岛」."""
