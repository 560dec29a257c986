"""Who may read a telegram and how fast it goes, in the words of the Department of State."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tei.regexes import regex

_CLASSES: Final = (
    r"top secret|most secret|secret|strictly confidential|confidential|restricted|unclassified|(?:limited )?official "
    r"use only|personal and confidential|private and confidential|strictly private|private|plain|"
    r"no classification marking|not classified|eyes only"
)
_SPEEDS: Final = (
    r"us urgent|u\.? ?s\.? urgent|operational immediate|immediate|niact|flash|critic|priority|urgent|rush|routine|"
    r"emergency|night action|double priority|triple priority|most immediate"
)
_CAPTIONS: Final = (
    r"nodis|exdis|limdis|stadis|roger channel|eyes only|cherokee|sensitive|very limited distribution|limit(?:ed)? "
    r"distribution|no distribution|limdist|noforn|no foreign dissem|specat|via backchannel|marigold|"
    r"delto|nodis/\w+|exclusive(?:ly)? eyes only|outside the system|personal|verbatim text|presidential handling|"
    r"literally eyes only|for the secretary(?: only)?|secret sensitive"
)
_CLASS: Final = regex(rf"(?:{_CLASSES})", re.I)
_SPEED: Final = regex(rf"(?:{_SPEEDS})", re.I)
_CAPTION: Final = regex(rf"(?:{_CAPTIONS})", re.I)
_ANY: Final = rf"(?:{_CLASSES}|{_SPEEDS}|{_CAPTIONS})"
_LINE: Final = regex(rf"\W*(?:{_ANY})(?:[\s;,/—–-]+(?:{_ANY}))*\W*", re.I)
_SENTENCE: Final = regex(rf"(?:^|(?<=[.;)]\s)|(?<=[.;]))\s?(?P<words>(?:{_CLASSES})(?:;\s*[^.;]{{1,60}})*)\.", re.I)
_PARTS: Final = regex(r"[;/]|\s*[—–]\s*")


@dataclass(frozen=True, slots=True)
class Handling:
    """Classification, precedence and distribution captions as written, in order."""

    classification: tuple[str, ...] = ()
    precedence: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


def is_classification(text: str) -> bool:
    """Say whether a line says who may read the document, whatever else it says of its handling."""
    return _LINE.fullmatch(text) is not None and _CLASS.search(text) is not None


def is_precedence(text: str) -> bool:
    """Say whether a line says how fast a telegram goes."""
    return _LINE.fullmatch(text) is not None and _SPEED.search(text) is not None


def handling_of_lines(lines: list[str]) -> Handling:
    """Read the lines of an opener."""
    return _merged([text for text in lines if _LINE.fullmatch(text)])


def handling_of_source(text: str) -> Handling:
    """Read the sentence of a source note: "Secret; Niact."."""
    found = _SENTENCE.search(text)
    return _merged(_PARTS.split(found["words"])) if found else Handling()


def _merged(parts: list[str]) -> Handling:
    classes: dict[str, None] = {}
    speeds: dict[str, None] = {}
    captions: dict[str, None] = {}
    for part in parts:
        words = part.strip(" .,[]()")
        matched = False
        if _CAPTION.fullmatch(words) and not _CLASS.fullmatch(words):
            captions[words] = None
            continue
        for pattern, kept in ((_CLASS, classes), (_SPEED, speeds), (_CAPTION, captions)):
            for found in pattern.finditer(words):
                if pattern is _CAPTION and _CLASS.fullmatch(found.group()):
                    continue
                kept[found.group()] = None
                matched = True
        if not matched and words:
            captions[words] = None
    return Handling(tuple(classes), tuple(speeds), tuple(captions))
