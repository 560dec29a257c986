"""Which documents of a volume are telegrams and letters, by their headings, and what the others are.

After the usage of the series: to about 1951 a heading names the parties alone ("The Minister in Norland (Drobot) to
the Secretary of State") and the file number says "Telegram"; later it begins with the form ("Telegram From … to …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tei.regexes import regex

NUMBER: Final = regex(
    r"\s*(?:\[(?P<bracket>\d{1,4}[a-z]?)\]\.?|(?P<no>No\.\s*)?(?P<n>\d{1,4}[a-z]?)(?(no)\.?|\.))\s+(?=\S)"
)
"""The number of a document before its heading: "35. Telegram From …", "No. 7. Mr. Drobot to Mr. Hull.", "No. 7 The"."""

_WORDS: Final = (
    r"(?:(?:draft|joint|circular|circulars|combined|personal|private|special|secret|urgent|unnumbered|paraphrase|copy|"
    r"extracts?|excerpts?|translation|translated|identic|confidential|informal|handwritten|backchannel|telegraphic|"
    r"unsent|undated|open|oral|verbal|official|of|from|an?|the|text|certain|state[–-]defense|department|state)\s+){0,5}?"
)
_FORMS: Final = (
    (
        "telegram",
        r"(?:telegrams?|cablegrams?|cables?|radiograms?|telex|teletype message|wire|backchannel messages?|messages?|"
        r"circular telegrams?)",
    ),
    ("letter", r"(?:letters?|despatch|despatches|dispatch|dispatches|instructions?|airgrams?|circulars?)"),
    ("note", r"(?:notes? verbale|notes?|aide[- ]m[ée]moire)"),
)
_FORM: Final = tuple(
    (
        kind,
        regex(
            rf"{_WORDS}(?P<form>{form})(?P<rest>\s*(?:\d{{1,6}}\b|[A-Z]+[–-]\d+\b)?\s*(?:[,.:(]|\b(?:from|to|no|of)\b).*)",
            re.I | re.S,
        ),
    )
    for kind, form in _FORMS
)
_OTHER: Final = regex(
    r"(?:\W*(?:the|an?|draft|joint|unsigned|undated|circular|top|secret|confidential|informal|personal|extracts?|"
    r"excerpts?|from|special|national|revised|united states|american|british|security|study|action|information|"
    r"briefing|scope|policy|staff|working|presidential|intelligence|current|background|position|talking|decision|"
    r"summary|editorial|\d{1,4}(?:st|d|nd|rd|th))\b\W*){0,6}"
    r"(?P<form>memorand(?:um|a)|minutes|notes (?:on|of|for|by)|records?|reports?|summary|papers?|statement|address|"
    r"speech|essay|estimate|agreement|treaty|convention|protocol|proclamation|resolution|communiqu[ée]|declaration|"
    r"press release|announcement|directive|order|diary|journal|conversation|transcript|telephone|proceedings|study|"
    r"agenda|table|list|article|interview|remarks|toast|decision|plan|text|act|annex|appendix|chronology|chart|draft|"
    r"proposal|aide[- ]m[ée]moire|questions?|points|outline|note|annual message|editorial)\b",
    re.I,
)
_FROM: Final = regex(r"\bfrom\b", re.I)
_TO: Final = regex(r"\bto\b", re.I)
_BOTH: Final = regex(r".{2,}?\s+to\s+(?=[^\W\d_]).{2,}", re.I | re.S)
_TO_CONGRESS: Final = regex(r"\bto (?:the )?(?:congress|senate|house of representatives)\b", re.I)
_NO_PARTY: Final = regex(
    r"(?:report|address|appendix|addendum|introduction|guide|supplement|reply|answer)\s+to\b", re.I
)
_IS_TELEGRAM: Final = regex(r"\b(?:telegram|cablegram|cable|radiogram|telegraphic|tel\.|paraphrase)\b", re.I)
_IS_NOTE: Final = regex(r"\W*(?:pro )?(?:memorandum|memoranda|aide[- ]m[ée]moire|note verbale|verbal note)\W*", re.I)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a document is: `kind` of ours, the word of the heading (`form`); or, with no kind, why it is not taken."""

    kind: str = ""
    form: str = ""
    reason: str = ""


def without_number(head: str) -> str:
    """Return a heading without the number of the document before it."""
    found = NUMBER.match(head)
    return head[found.end() :] if found else head


def form_end(words: str) -> int:
    """Return where the form of a document ends in its heading, "Telegram" in "Telegram From …"; 0 without any."""
    return next((found.end("form") for _, pattern in _FORM if (found := pattern.match(words))), 0)


def choose(head: str, subtype: str, marks: str, start: str, *, roles: bool) -> Choice:
    """Tell what a document is by its heading.

    `marks` is what the file number and the openers say, `start` the first lines of its text, and `roles` whether the
    markup of the heading names sender and recipient.
    """
    words = without_number(head).strip(" .[]")
    if subtype == "editorial-note" or words.lower().startswith("editorial note"):
        return Choice(reason="editorial note")
    if subtype and subtype != "historical-document":
        return Choice(reason=subtype.replace("-", " ").replace("_", " "))
    if not words:
        return Choice(reason="no heading")
    told = _told(words)
    if told is not None:
        return told
    other = _OTHER.match(words)
    if other:
        return Choice(reason=" ".join(other["form"].lower().split()))
    if not (roles or _BOTH.fullmatch(words)) or _NO_PARTY.match(words):
        return Choice(reason="no sender and recipient")
    if _IS_TELEGRAM.search(marks):
        return Choice("telegram")
    return Choice("note" if _IS_NOTE.match(start) else "letter")


def _told(words: str) -> Choice | None:
    """Return what a heading says that begins with the form of the document, None where it does not."""
    for kind, pattern in _FORM:
        found = pattern.match(words)
        if found is None:
            continue
        rest = found["rest"]
        if _TO_CONGRESS.search(rest):
            return Choice(reason=f"{found['form'].lower()} to Congress")
        sent, received = _FROM.search(rest), _TO.search(rest)
        if (sent or received) and (kind != "note" or (sent and received)):
            return Choice(kind, " ".join(found["form"].lower().split()))
    return None
