"""The division of a telegram: service matter, opener, message, closer, postscript, service matter after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.chinese_lines import signed_inline
from tei.recognise.datelines import dateline
from tei.recognise.heads import read_head
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, is_closing
from tei.recognise.parts import Division, Knowledge, Line, Part, ServiceLine, only_brackets
from tei.recognise.runin import unrolled
from tei.recognise.tails import read_tail
from tei.regexes import regex

__all__ = ["Division", "Knowledge", "Line", "Part", "ServiceLine", "divide", "only_brackets"]

MAX_FORMULA: Final = 12
_MARKERS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LAST_WORDS: Final = regex(r"(?:\bSTOP|[.!?])\s+(?P<name>[^\s.!?,]{3,30}(?:\s[^\s.!?,]{3,30})?)[.”\"]*$")


def divide(paragraphs: Sequence[Paragraph], knowledge: Knowledge) -> Division:
    """Part the paragraphs of a telegram: its end first, so that a short message is never taken for a heading."""
    paragraphs = unrolled(paragraphs, knowledge)
    tail = read_tail(paragraphs, knowledge)
    head = read_head(paragraphs[: tail.start], knowledge)
    message, closer = head.message, tail.closer
    if message and not any(line.part is Part.SIGNED for line in closer):
        message, signature = _signed_inline(message, knowledge)
        closer = (*signature, *closer)
    return Division(head.preamble, head.opener, message, closer, tail.docket, tail.postscript, tail.instruction)


def _signed_inline(message: tuple[Paragraph, ...], known: Knowledge) -> tuple[tuple[Paragraph, ...], tuple[Line, ...]]:
    """Part a known name from the end of the last paragraph, where it stands after a full stop or STOP."""
    last = message[-1]
    chinese = signed_inline(last.text.rstrip(_MARKERS), known.known_party) if not last.text.isascii() else None
    if chinese is not None:
        at, (first, end) = chinese
        return (*message[:-1], last.at(0, at)), _signature_and_date(last, at, first, end, known)
    if last.text[-1:] in '”"' and "“" not in last.text[:-1] and any(row.text[:1] in '“"' for row in message[1:-1]):
        return message, ()  # the signature of the message that this one hands on
    match = _LAST_WORDS.search(last.text, max(0, len(last.text) - 80))
    if match is None or not is_capitalised(match["name"]):
        return message, ()
    if not (known.known_party(match["name"]) or _behind_formula(last.text, match) or _ends_wire(last.text, match)):
        return message, ()
    start = match.start("name")
    signature = last.at(start, len(last.text))
    return (*message[:-1], last.at(0, start)), (Line(Part.SIGNED, signature, (0, len(match["name"]))),)


def _ends_wire(text: str, match: re.Match[str]) -> bool:
    """Say whether one word without a stop ends a text in capitals, "THE BOAT IS MINE. KERR"."""
    name, before = match["name"], text[max(0, match.start() - 2) : match.start() + 1]
    if before[-1:] == "." and not before[:-1].isalpha():
        return False  # “P. O. TALLBY” ends an address
    return text.isupper() and text.endswith(name) and name.isalpha() and name not in _NO_NAMES


_NO_NAMES: Final = frozenset(
    ("STOP", "ENDS", "END", "LOVE", "REGARDS", "URGENT", "REPLY", "WIRE", "CABLE", "ADVISE", "ТЧК")
)


def _behind_formula(text: str, match: re.Match[str]) -> bool:
    """Say whether the sentence before a name is a closing formula: "… Accept my respects. Yuan Chi."."""
    before = text[: match.start() + 1].rstrip(".!?")
    said = before[max(before.rfind(". "), before.rfind("! "), before.rfind("? ")) + 1 :].strip()
    return 1 < len(said.split()) <= MAX_FORMULA and not any(map(str.isdigit, said)) and is_closing(said)


def _signature_and_date(last: Paragraph, at: int, first: int, end: int, known: Knowledge) -> tuple[Line, ...]:
    """Part the date from the signature that it follows in one paragraph: "…沈明远。五月二十日。"."""
    stop = end + (last.text[end : end + 1] == "。")
    date = last.at(stop, len(last.text))
    if date.text and dateline(date.text, known.year, known.known_place):
        signed = last.at(at, stop)
        return Line(Part.SIGNED, signed, (first - at, end - at)), Line(Part.DATELINE, date, (0, len(date.text)))
    return (Line(Part.SIGNED, last.at(at, len(last.text)), (first - at, end - at)),)
