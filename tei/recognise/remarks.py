"""Brackets in which an editor speaks of the sheet or of the text: notes, annotations, stamps, letterheads.

The words that name the thing ("stamp:", "handwritten at the top:") are told from what it says, so that they can be kept
as a label. Words that ordinary prose uses too ("form", "seal", "resolution") count only with a colon or the like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tei.model import Attributes
from tei.regexes import regex

_LABEL: Final = regex(r"\s*[^:：\[\]\n]{2,80}?[:：](?!\d)")
_TRANSLATOR: Final = regex(
    r"trans(?:lator|lation|l)?s?['’]?s?\.?['’]?s?\s+(?:note|comment|remark)|notes? (?:by|of) (?:the )?translator|"
    r"(?:tn|trans\.?|transl\.?|translator)\s*[:：]|прим(?:ечание|\.)\s*(?:переводчика|перев\.?|пер\.?)|"
    r"译者?[注按]|譯者?[註注按]",
    re.IGNORECASE,
)
_EDITOR: Final = regex(
    r"ed(?:itor|itorial|s|\.)?s?['’]?s?\.?\s+(?:note|comment|remark)|notes? (?:by|of) (?:the )?editors?|"
    r"(?:foot)?notes?\s*[:：]|(?:ed|eds|editor|editors|archivist)\.?\s*[:：]|archivist['’]?s note|emphasis (?:added|in|"
    r"ours|mine)|italics (?:added|in)|(?:double-?\s?)?underlin(?:ed|ing) in (?:the )?(?:original|text|source|document)|"
    r"(?:crossed|struck) out\s*[:：]|"
    r"(?:corrected|changed|inserted|added|deleted)\s*(?:from|to|to read|by hand)?\s*[:：]|"
    r"in (?:the )?(?:english|russian|chinese|french|german|bulgarian|latin)(?: language)?(?: in (?:the )?(?:original|"
    r"text|source))?$|"
    r"(?:in|according to|as in) (?:the )?(?:original|source|document|text)(?:,| —| –|:|$)|signed$|sgd\.?$|/s/$|"
    r"прим(?:ечание|\.)\s*(?:редакции|ред\.?|редактора|сост\.?|составител\w+)|"
    r"编者[注按]|編者[註注按]",
    re.IGNORECASE,
)
_SIGNED_OFF: Final = regex(
    r"(?:\s-\s?|--\s?|[–—]\s?|[.;]\s+(?=(?-i:[a-z])+\.$)|\()"
    r"(?:(?P<translator>trans(?:l|lator|lator['’]s note)?|tr|перев|пер)|"
    r"eds?|editor|comp|compiler|ред|сост)\.?\)?$",
    re.IGNORECASE,
)
"""Who speaks, at the end of what he says: "the exchange went on for hours – trans.", "not found in the file – ed."."""
_SIGNS_OFF: Final = frozenset(".)sdrp") | frozenset("вдт")
_BY_HAND: Final = regex(
    r"(?:[\w'’.-]+\s+){0,3}?(?:hand-?\s?written|written by hand)\b|(?:an? )?(?:marginal(?:ia|\s+(?:note|remark|"
    r"comment))|annotat(?:ion|ed)\b)|"
    r"(?:double-?\s?)?underlined\b|initial(?:l?ed|s)\b(?!\s+(?:stage|phase|step)s?\b)|signed across\b|"
    r"in (?:the )?(?:left |right |top |bottom )?margin\b|"
    r"(?-i:[A-ZÀ-Þ])[\w.-]*(?:\s[\w.-]+){0,2}['’]s?\s+(?:instructions?|resolution|comments?|remarks?|note)\s+(?:on|over|at)\s[^:\n]{3,40}:|"
    r"рукописн|помет[аы]|пометк[аи]|на полях|от руки|подчеркнут|批注|批示|手写|手書",
    re.IGNORECASE,
)
_BY_HAND_LABELLED: Final = regex(
    r"(?:resolution|note|notation|inscription|remark|comment|written|pencil(?:l?ed)?|in (?:red |blue |"
    r"black )?(?:pencil|ink)|added|"
    r"at (?:the )?(?:top|bottom|head|foot)|on (?:the )?(?:back|verso|reverse|margin)|резолюция|вверху|внизу|"
    r"на обороте)\b",
    re.IGNORECASE,
)
_STAMP: Final = regex(
    r"(?:(?:rubber|round|square|rectangular|triangular|oval|registry|registration|date|receipt|blue|red|black|violet|"
    r"purple|an?|the|official|archive|archival)\s+){0,3}"
    r"(?:stamps?\b|stamped\b|seals?(?=\s*(?:[:.,;]|$)|\s+(?:of|in|reading|with|on)\b)|штамп\w*|печать\b|印章|(?:盖|"
    r"蓋)?章(?=[:：]))",
    re.IGNORECASE,
)
_LETTERHEAD: Final = regex(
    r"(?:(?:printed|official|on|the)\s+){0,2}"
    r"(?:letter-?\s?head(?:ing|ed paper)?s?\b|headed (?:note)?paper\b|heading(?=\s*[:：])|(?:printed|telegraph|"
    r"telegram|blank)?\s*form(?=\s*[:：])|"
    r"blank(?=\s*[:：])|бланк\w*|信头|信箋抬头)(?:\s+of\b(?:\s+the\b)?|\s*[:：])?",
    re.IGNORECASE,
)
_PLACE: Final = regex(
    r"\b(?P<top>top|head|above|вверху|сверху)\b|\b(?P<bottom>bottom|foot|below|внизу)\b|\b(?P<margin>margins?|"
    r"side|полях)\b|\b(?P<verso>verso|reverse|back|обороте)\b|\b(?:across|over|on) the (?P<inline>text|page)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """The element a remark becomes, its attributes, and the length of the label in front (0: none)."""

    element: str
    attributes: Attributes = ()
    label: int = 0


@lru_cache(maxsize=512)  # editors put the same few words into brackets
def read_remark(text: str) -> Remark | None:
    """Read the words between two brackets, None where they are no remark; they may begin with white space."""
    content = text.strip()
    label = _LABEL.match(text)
    named = content[: len(label.group().strip())] if label else content
    if _TRANSLATOR.match(content):
        return Remark("note", (("type", "translator"),), _length(text, label))
    if content[-1:] in _SIGNS_OFF and (signed := _SIGNED_OFF.search(content)):
        return Remark("note", (("type", "translator" if signed["translator"] else "editor"),))
    by_hand = _BY_HAND.match(named) or (label is not None and _BY_HAND_LABELLED.match(named))
    if by_hand and not _EDITOR.match(content):
        return Remark("note", (("type", "annotation"), *_place(named)), _length(text, label))
    if _STAMP.match(content):
        return Remark("stamp", (), _length(text, label or _after_space(_STAMP, text)))
    if _LETTERHEAD.match(content):
        found = _after_space(_LETTERHEAD, text)
        return Remark("fw", (("type", "letterhead"), ("place", "top")), _length(text, found))
    if _EDITOR.match(content):
        return Remark("note", (("type", "editor"),), _length(text, label))
    return None


def _after_space(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return pattern.match(text, len(text) - len(text.lstrip()))


def _length(text: str, label: re.Match[str] | None) -> int:
    """Return how much of the text is the label; a label with nothing after it is all that there is, hence none."""
    return label.end() if label and text[label.end() :].strip() else 0


def _place(words: str) -> Attributes:
    match = _PLACE.search(words)
    return (("place", match.lastgroup),) if match and match.lastgroup else ()
