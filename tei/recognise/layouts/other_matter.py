"""Lines that head or are what no telegram is: tables of contents, minutes, a citation of what was cited before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.titles import read_title
from tei.regexes import regex

_CONTENTS: Final = regex(
    r"(?:table of )?contents|list of (?:the )?(?:documents|telegrams|letters)|index(?: of documents)?|оглавление|"
    r"содержание|(?:перечень|список) документов|目\s*[录錄次]|inhalt(?:sverzeichnis)?|sommaire|table des mati[èe]res",
    re.IGNORECASE,
)
_MINUTES: Final = regex(
    r"(?:record|memorandum|minutes|transcript(?!\sof\s(?:the\s)?(?:correspondence|letters?|telegrams?|\d+\smessages))|stenogram|"
    r"protocol|summary|notes|запись|протокол|стенограмма)\b",
    re.I,
)
_IBID: Final = regex(
    r"《[^》\n]{2,60}》[^\n]{0,24}[，,]\s?同[上前][，,、]|"
    r"[^\n]{4,120}?[.,;]\s(?:там же|ibid)[.,]{1,2}\s(?:pp?\.\s?\d|(?:ф|оп|д|л|f|op|d|l)l?\.)|"
    r"[(\[]?(?:source:\s*)?(?:ibid(?:em)?|idem|loc\. ?cit|там же|ebd|ebenda)\b|[（(〔]?同[上前](?:[，,、引）)]|$)",
    re.IGNORECASE,
)


def opens_minutes(text: str) -> bool:
    """Say whether a line is the heading of minutes or of the record of a conversation, which are no telegram."""
    return len(text) <= 60 and _MINUTES.match(text) is not None and read_title(text).other


def heads_other(text: str) -> bool:
    """Say whether a line heads a paper that is no telegram, or the next piece of a reader: “Memorandum by Mr. Pell.”.

    “SOURCE 4: “What I saw”, a newspaper” ends what stands over it, whatever it is.
    """
    return 8 < len(text) <= MAX_OTHER and text[0] in _OTHERS and _OTHER.match(text) is not None


MAX_OTHER: Final = 140
_OTHERS: Final = frozenset("MNDJSPIERCAT")
_OTHER: Final = regex(
    r"(?:SOURCE|Source|DOCUMENT|Document|EXHIBIT|Exhibit|ITEM|Item)\s(?:\d{1,3}|[A-Z])\s?[:.–—-]\s\S|"
    r"(?:Memorand(?:um|a)|MEMORANDUM|Minutes?|Aide[- ]m[ée]moire|Note [Vv]erbale|Diary|Journal|Proclamation|Speech|"
    r"Statement|Declaration|Extracts?(?=\sfrom)|Communiqu[ée]|Circular|Resolution|Record|Report|Articles?|Entry)\s"
    r"(?:entry\s)?(?:by|of|from|communicated|handed|presented|drawn\sup|laid|respecting)\s(?:(?:by|to|the|an?|in|on)\s)*[A-Z]"
    r"(?:[^\n.;?!]|(?<=\b[A-Z])\.|(?<=[Mm]r)\.|(?<=Mrs)\.|(?<=Dr)\.)*[.:]?$"
)


def stands_elsewhere(text: str) -> bool:
    """Say whether a sentence hands over to words of another paper: an appeal, a book, a memorandum that goes on."""
    return (not text.isascii() and _ELSEWHERE.search(text) is not None) or _IN_A_BOOK.search(text) is not None


_ELSEWHERE: Final = regex(
    r"\sв\s(?:(?:сво|ег|эт|тогдашн|перв|последн)\w{1,4}\s)?(?:воззвании|обращении|приказе|статье|речи|докладе|книге|дневнике|резолюции|"
    r"заявлении|мемуарах|воспоминаниях|листовке|постановлении)(?![^:]*(?:телегр|шифров|радиогр|депеш))[^:]{0,80}:[–—]?$",
    re.IGNORECASE,
)
"""What a sentence hands over to stands in another paper, «Получив телеграмму, он пишет в воззвании:»."""


_IN_A_BOOK: Final = regex(
    r"\b(?:memorandum|article|book|memoirs?|diary|pamphlet|author|chronicle|newspaper|historian|chapter|writer)s?\s"
    r"(?:goes\son|went\son|continues|continued|adds|added|concludes|concluded|comments|remarks)(?:\s[^:]{1,30})?:$",
    re.IGNORECASE,
)
"""What a book says behind a telegram that it spoke of: "After the telegram the memorandum goes on:"."""


def is_contents(text: str) -> bool:
    """Say whether a line is the heading of a table of contents."""
    if len(text) > MAX_CONTENTS:
        return False
    return _CONTENTS.fullmatch(text) is not None or (text[-1:] in "录錄次" and _OF_VOLUME.fullmatch(text) is not None)


MAX_CONTENTS: Final = 40
_OF_VOLUME: Final = regex(r"《[^《》\n]{2,30}》[^\n，。：]{0,8}目[录錄次]")
"""「《…文选》第四卷目录」."""


def are_paged(texts: Sequence[str]) -> bool:
    """Say whether most lines end with the number of a page, as entries under the word for contents do."""
    entries = [line for text in texts for line in text.split("\n")]
    return MIN_ENTRIES <= len(entries) <= 2 * sum(_PAGED.search(entry) is not None for entry in entries)


MIN_ENTRIES: Final = 3
_PAGED: Final = regex(r"[（(]\d{1,4}[）)]$|[.…·]\s?\d{1,4}$")


def is_ibid(text: str) -> bool:
    """Say whether a line cites what was cited before."""
    return len(text) <= 400 and _IBID.match(text) is not None
