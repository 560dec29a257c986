"""A message quoted inside the one that hands it on: "Pass to Mao Zedong: “…”".

It stands as a division of its own at the end of the outer text. Where the outer text goes on after it, it is a `quote`,
since TEI lets nothing but divisions follow a division.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.model import Attributes, Block
from tei.regexes import regex

_HANDING_ON: Final = regex(
    r"\b(?:pass|convey|transmit|hand|deliver|give|forward|relay|communicate|send|read|text|following|follows|"
    r"telegram|message|letter|reply|передай\w*|передаю|вручи\w*|сообщи\w*|следующ\w*|телеграмм\w*|письм\w*|ответ\w*|докладыва\w*)\b|"
    r"答[复復]|[复復覆][电電]|转告|转交|转|如下",
    re.IGNORECASE,
)
_ADDRESS: Final = regex(r"(?:To|For|Dear|Comrade|Captain|Товарищу|Для)\s+[A-ZА-ЯЁ][^.:!,\n]{1,50}[.:!,]")
_PAIRS: Final = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’", "'": "'", "「": "」", "『": "』"}
_LEAVES: Final = frozenset(("p", "list", "div"))
_SAY_TO: Final = regex(
    r"\b(?:to|for)\s+(?:Cde\.\s+|Com\.\s+|Comr\.\s+)?(?P<name>(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,4})|"
    r"(?i:передай\w*|вручи\w*|сообщи\w*|для)\s+(?P<name2>[А-ЯЁ][\w.-]*(?:\s+[А-ЯЁ][\w.-]*)*)|"
    r"(?i:pass|give|hand|tell|read)\s+(?:(?:Comrade|Cde\.|Com\.)\s+)?"
    r"(?P<name4>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})\s+the\s+following\b|"
    r"转(?:告|交)?(?P<name3>[\u3400-\u9fff·]{2,10}?)(?:同志)?[:：]"
)
_VOCATIVE: Final = regex(r"(?:Comrade|Cde\.|Com\.|Dear)\s+[A-Z][^.:!,\n]{1,50}[!:]\s*")
MAX_ORDER: Final = 10
MIN_MESSAGE: Final = 3
MAX_NAME: Final = 4
ENCLOSED_ID: Final = "enclosed-text"


def enclose(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Set a quoted message apart when a paragraph that hands it on stands before it, opened and closed by a quote mark.

    The first one only: a telegram that hands on several is left as it stands, with its quotation marks.
    """
    for index, block in enumerate(blocks):
        if text[block.outer_start] not in _PAIRS:
            continue
        if index and not _hands_on(text, blocks[index - 1], to=_addresses(text, block)):
            continue
        end = _closing(text, blocks, index)
        if end is None or (index == 0 and not _is_signed(text, blocks[:end])):
            continue
        inside = tuple(blocks[index:end])
        if end == len(blocks):
            return (*blocks[:index], _wrapped("div", _with_closer(text, inside), (("type", "enclosed"),)))
        if all(block.element in ("p", "list") for block in inside):
            return (*blocks[:index], _wrapped("quote", inside, ()), *blocks[end:])
    return tuple(blocks)


def _with_closer(text: str, inside: tuple[Block, ...]) -> tuple[Block, ...]:
    """Set name and day at the end of a quoted message apart, "MAO ZEDONG" / "13.6.51”", in one line or in two."""
    under = inside[-1].children if inside[-1].element == "div" else ()
    moved = 1 + (len(under) > MIN_MESSAGE - 1 and _DAY.fullmatch(_bare(text, under[-1])) is not None)
    if len(under) > moved:
        point = replace(inside[-1], end=under[-moved - 1].end, children=under[:-moved])
        made = _with_closer(text, (*inside[:-1], point, *under[-moved:]))
        return made if made[-1].element == "closer" else inside
    rows = list(inside)
    day = rows.pop() if len(rows) > MIN_MESSAGE and _DAY.fullmatch(_bare(text, rows[-1])) else None
    name = rows[-1]
    both = _NAME_DAY.match(text, name.start, name.end) if day is None else None
    if name.element != "p" or len(rows) < MIN_MESSAGE or not (both or _is_name(_bare(text, name))):
        return inside
    alone = day is None and both is None
    if alone and not _bare(text, name).isupper():
        return inside
    lines: tuple[Block, ...]
    if alone:
        lines = (Block("signed", name.outer_start, name.end),)
    elif both:
        lines = (Block("signed", name.outer_start, both.end("name")), Block("dateline", both.start("day"), name.end))
    else:
        assert day is not None
        lines = (Block("signed", name.outer_start, name.end), Block("dateline", day.outer_start, day.end))
    return (*rows[:-1], Block("closer", lines[0].start, lines[-1].end, (), lines))


def _bare(text: str, block: Block) -> str:
    return (
        text[block.outer_start : block.end].strip("\"”»’' .") if block.element == "p" and not block.attributes else ""
    )


def _is_name(words: str) -> bool:
    parts = words.split()
    return 0 < len(parts) <= MAX_NAME and all(part[:1].isupper() and part[-1:].isalpha() for part in parts)


_DAY_WRITTEN: Final = (
    r"\d{1,2}[./]\s?(?:\d{1,2}|[IVX]{1,4})[./]\s?(?:19)?\d\d|\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?|"
    r"\d{1,2}\s[а-я]{3,8}(?:\s\d{4}(?:\sг)?)?"
)
_DAY: Final = regex(_DAY_WRITTEN)
_NAME_DAY: Final = regex(
    rf"(?P<name>[A-ZА-ЯЁ][\w’'-]+(?:\s[A-ZА-ЯЁ][\w’'-]*){{0,3}})[,.]?\s+(?P<day>{_DAY_WRITTEN})\.?[\"”»’']+\.?$"
)


def _is_signed(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether a quotation at the very head is a message: it addresses somebody and ends with a name on its own."""
    if len(blocks) < MIN_MESSAGE:
        return False
    first, last = blocks[0], text[blocks[-1].start : blocks[-1].end].strip("\"”»’' .")
    address = text[first.outer_start : first.end].rstrip()
    return address[-1:] in ("!", ":", ",") and len(last.split()) <= MAX_NAME and last[:1].isupper()


def _wrapped(element: str, inside: tuple[Block, ...], attributes: Attributes) -> Block:
    first, last = inside[0], inside[-1]
    return Block(element, first.start, last.end, (*attributes, ("xml:id", ENCLOSED_ID)), inside, first.lead)


def _closing(text: str, blocks: Sequence[Block], index: int) -> int | None:
    """Return the index after the block that closes what this one opens, None where none does."""
    closing = _PAIRS[text[blocks[index].outer_start]]
    for after in range(index, len(blocks)):
        if blocks[after].element not in _LEAVES:
            return None
        words = text[blocks[after].start : blocks[after].end].rstrip(" .")
        if words[-1:] in closing and (after > index or len(words) > 1):
            return after + 1
    return None


def _hands_on(text: str, block: Block, *, to: bool = False) -> bool:
    """Say whether a paragraph hands on what follows; without a colon, only what addresses somebody (`to`)."""
    words = text[block.start : block.end]
    words = _LEAF.sub("", words) if words[-1:] == "]" else words
    if (
        not block.children
        and len(words) <= MAX_ORDERED
        and (_ORDERED.fullmatch(words.rstrip()) or _FOLLOWS.fullmatch(words.rstrip()))
    ):
        return True
    ends = words.rstrip().endswith((":", "：")) or (to and words.rstrip().endswith((".", "!")))
    ends = ends or ("text of " in words and _TEXT_GIVEN.search(words) is not None)
    return ends and bool(_HANDING_ON.search(words)) and not block.children


_ORDERED: Final = regex(
    r"(?:[Pp]lease\s+|[Tt]o\s+(?:be\s+)?|[Ff]or\s+)?(?i:pass(?:ed)?|transmit(?:ted)?|transmission|convey(?:ed)?|hand(?:ed)?|deliver(?:ed|y)?|"
    r"relay(?:ed)?|forward(?:ed)?)\s+(?:on\s+)?to\s+[^\n.:;!?]{2,60}(?:(?<=\b[Cc]om|[Cc]de|omr)\.[^\n.:;!?]{2,60})?[.!]|"
    r"(?:Для\sпередачи|Передайте|Вручите)\s(?:тов\.\s|т\.\s)?[А-ЯЁ][^\n.:;!?]{2,60}[.!]"
)
"""“To transmit to Comrade VETROV.”: an order with a stop, under which stands what is to be handed on."""
_FOLLOWS: Final = regex(
    r"(?:[Pp]lease\s+)?(?i:pass|convey|transmit|hand|deliver|give|relay|communicate|read)\s[^\n.:;!?]{0,60}?"
    r"\bthe\s+following\s+(?:oral\s+)?(?:message|text|answer|reply|telegram|letter)\b[^\n:;!?]*\."
)
"""“Pass Vetrov the following message orally. Put it in writing if he asks.”: so do sentences with a stop."""
MAX_ORDERED: Final = 120
_TEXT_GIVEN: Final = regex(
    r"\b(?:transmit|forward|convey|give|pass on|communicate|cite|send|report|wire|cable)(?:ting|ing)?\s+"
    r"(?:(?:you|below|herewith|here)\s+){0,2}(?:the\s+)?(?:(?:full|complete)\s+)?text of "
    r"(?:the|a|an|his|their|this)\s+(?:following\s+)?(?:letter|telegram|message|reply|answer)",
    re.IGNORECASE,
)
"""“I transmit the text of a letter from Pell to Lind.”: no colon hands it over."""
_LEAF: Final = regex(r"\[Page \w{1,6}\]$")
"""A leaf of the print that begins between the words that hand on and the message."""


def hands_on(words: str) -> bool:
    """Say whether a paragraph can hand on what is quoted under it: it speaks of a message and ends with a stop."""
    return words.rstrip()[-1:] in (":", "：", ".", "!") and _HANDING_ON.search(words) is not None


def _addresses(text: str, block: Block) -> bool:
    return _ADDRESS.match(text, block.outer_start + 1, block.end) is not None


def enclosed_in(blocks: Sequence[Block]) -> Block | None:
    """Return the message that `enclose` set apart, None where there is none."""
    return next((block for block in blocks if ("xml:id", ENCLOSED_ID) in block.attributes), None)


def _passes_on(text: str, block: Block, after: Block) -> bool:
    """Say whether a paragraph hands on the next one: it is quoted, or addresses somebody, "Comrade Vetrov!"."""
    if text[after.outer_start] in _PAIRS:
        return _hands_on(text, block)
    words = text[block.start : block.end]
    if block.children or len(words.split()) > MAX_ORDER or _HANDING_ON.search(words) is None:
        return False
    return after.element == "p" and _VOCATIVE.fullmatch(text, after.start, after.end) is not None


def passed_to(text: str, blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return where the paragraph before a quoted message names the one whom it is for."""
    pairs = pairwise(blocks)
    before = next((b for b, after in pairs if _passes_on(text, b, after)), None)
    if before is None:
        return None
    match = _SAY_TO.search(text, before.start, before.end)
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    return start, start + len(text[start:end].rstrip(" ,.:"))
