"""The body of a telegram as blocks: opener, message, closer, postscript, with page breaks where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.model import Block
from tei.recognise.division import divide
from tei.recognise.enclosure import enclose
from tei.recognise.end_numbers import number_between_dashes
from tei.recognise.numbered_starts import NUMBERED
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Division, Knowledge, Line, Part
from tei.recognise.points import message_blocks
from tei.recognise.service import classify
from tei.regexes import regex

_PAGE_LINE: Final = regex(
    r"[-–—]\s*(?P<dashed>\d{1,3})\s*[-–—]|[\[(]?(?:page|p\.|стр\.|с\.)\s*(?P<page>\d{1,4})(?:\s+of\s+\d{1,4})?[\])]?|"
    r"第\s*(?P<chinese>\d{1,4})\s*页",
    re.IGNORECASE,
)
_LEADING_NUMBER: Final = regex(
    r"(?P<number>\d{1,5})(?:\.\s?(?:[–—-]{1,2}\s?|(?<=\s))(?=[A-ZА-ЯЁ(“\"])|[.．]?\u3000(?=[\u3400-\u9fff]))"
)


def without_page_numbers(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Block, ...]]:
    """Part lines that only count pages from the text: "- 2 -", "Page 3"; each becomes a page break."""
    kept: list[Paragraph] = []
    breaks: list[Block] = []
    for paragraph, below in zip(paragraphs, (*paragraphs[1:], None), strict=True):
        match = _PAGE_LINE.fullmatch(paragraph.text) if len(paragraph.text) < 16 else None
        if match is None or (match["dashed"] and below is not None and _numbers(paragraph.text, below.text)):
            kept.append(paragraph)
        else:
            number = match["dashed"] or match["page"] or match["chinese"]
            breaks.append(Block("pb", paragraph.end, paragraph.end, (("n", number),), lead=paragraph.start))
    return tuple(kept), tuple(breaks)


def _numbers(text: str, below: str) -> bool:
    """Say whether figures between dashes are the number of the telegram: the list of its readers begins below."""
    return number_between_dashes(text, classify(below)) is not None


def message(
    text: str, division: Division, breaks: Sequence[Block] = (), known: Knowledge | None = None
) -> tuple[Block, ...]:
    """Return the blocks of the message, quoted message and page breaks included.

    With what is `known`, a message that is handed on inside has its own opener and closer.
    """
    closing = (*_lines("closer", division.closer), *_postscript(division.postscript))
    middle = enclose(text, message_blocks(division.message))
    if known and middle and ("type", "enclosed") in middle[-1].attributes:
        middle = (*middle[:-1], _divided(middle[-1], division.message, known))
    middle = _instructed(middle, division.instruction)
    if closing and not middle:
        middle = (_nothing(closing[0].outer_start),)
    blocks = (*_lines("opener", division.opener), *middle, *closing)
    for break_ in breaks:
        blocks = tuple(_with_break(blocks, break_))
    return blocks


def _divided(block: Block, rows: Sequence[Paragraph], known: Knowledge) -> Block:
    """Return a message handed on with its salutation and signature set apart, the quotation marks left to them."""
    inside = [row for row in rows if block.outer_start <= row.start and row.end <= block.end]
    if len(inside) < MIN_ENCLOSED or inside[0].start != block.outer_start:
        return block
    bare = [
        inside[0].at(1, len(inside[0].text)),
        *inside[1:-1],
        inside[-1].at(0, len(inside[-1].text.rstrip(_CLOSING))),
    ]
    parts = divide(bare, known)
    if parts.preamble or parts.docket or parts.instruction or not parts.message or not (parts.opener or parts.closer):
        return block
    made = [*_lines("opener", parts.opener), *message_blocks(parts.message)]
    made += (*_lines("closer", parts.closer), *_postscript(parts.postscript))
    if made[0].lead >= 0:
        return block  # the quotation mark stands before the numeral of its first point
    return replace(block, children=(_begun(made[0], block.start), *made[1:-1], _ended(made[-1], block.end)))


def _begun(block: Block, start: int) -> Block:
    """Return a block that begins at a quotation mark before it, in its first line where it has lines."""
    children = (_begun(block.children[0], start), *block.children[1:]) if block.children else ()
    return replace(block, start=start, children=children)


def _ended(block: Block, end: int) -> Block:
    """Return a block that ends behind the closing quotation mark."""
    children = (*block.children[:-1], _ended(block.children[-1], end)) if block.children else ()
    return replace(block, end=end, children=children)


_CLOSING: Final = "”\"»’'」』 ."
MIN_ENCLOSED: Final = 2


def _instructed(blocks: Sequence[Block], instruction: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Add what the clerks are told; after points it stands in the last of them, for no text follows a division."""
    told = tuple(Block("ab", p.start, p.end, (("type", "instruction"),)) for p in instruction)
    if not told or not blocks or blocks[-1].element != "div":
        return (*blocks, *told)
    last = blocks[-1]
    if ("type", "enclosed") in last.attributes and all(one.element in _IN_QUOTE for one in last.children):
        kept = tuple(pair for pair in last.attributes if pair != ("type", "enclosed"))
        # a quotation holds no opener and no closer (TEI P5, quote): their lines are paragraphs
        rows = (one.children if one.element in ("opener", "closer") else (one,) for one in last.children)
        inside = tuple(replace(one, element="p") if one.element in _LINES else one for row in rows for one in row)
        return (*blocks[:-1], replace(last, element="quote", attributes=kept, children=inside), *told)
    return (*blocks[:-1], replace(last, end=told[-1].end, children=_instructed(last.children, instruction)))


_IN_QUOTE: Final = frozenset(("p", "list", "opener", "closer"))
_LINES: Final = frozenset(str(part) for part in Part)


def _nothing(offset: int) -> Block:
    """Return an empty paragraph: TEI has no closer in a division without text before it (TEI P5, ch. 4.1)."""
    return Block("p", offset, offset)


def _lines(element: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    if not lines:
        return ()
    children = tuple(Block(str(line.part), line.paragraph.start, line.paragraph.end) for line in lines)
    return (Block(element, children[0].start, children[-1].end, (), children),)


def _postscript(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    if not paragraphs:
        return ()
    children = tuple(block for one in message_blocks(paragraphs) for block in _undivided(one))
    return (Block("postscript", paragraphs[0].start, paragraphs[-1].end, (), children, children[0].lead),)


def _undivided(block: Block) -> tuple[Block, ...]:
    """Return a point of several paragraphs as these, the first with its numeral: a postscript holds no divisions."""
    if block.element != "div":
        return (block,)
    label = tuple(pair for pair in block.attributes if pair[0] != "type")
    first, *others = block.children
    if first.element == "p" and not first.attributes:
        return (replace(first, attributes=label, lead=block.outer_start), *others)
    return (Block("p", block.start, block.start, label, lead=block.outer_start), *block.children)


def _with_break(blocks: Sequence[Block], break_: Block) -> Iterator[Block]:
    """Put a page break before the block that it precedes, inside the structure that it stands in."""
    done = False
    for block in blocks:
        if not done and break_.start <= block.outer_start:
            yield break_
            done = True
        elif not done and block.children and break_.start < block.end:
            block = replace(block, children=tuple(_with_break(block.children, break_)))
            done = True
        yield block
    if not done:
        yield break_


def leaves(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the blocks that hold text."""
    for block in blocks:
        if block.children:
            yield from leaves(block.children)
        else:
            yield block.start, block.end


def leading_number(division: Division) -> tuple[int, int] | None:
    """Return where the telegram's number stands before its first words, as in American print: "17. My 15 …".

    A 1 begins a list of points, and so does a number that the next paragraph goes on from.
    """
    if not division.message:
        return None
    first, *others = division.message
    match = _LEADING_NUMBER.match(first.text) or NUMBERED.match(first.text)
    if match is None or int(match["number"]) < 2:
        return None
    following = str(int(match["number"]) + 1)
    if any(paragraph.text.startswith((f"{following}.", f"{following})")) for paragraph in others):
        return None
    return first.start, first.start + len(match["number"])
