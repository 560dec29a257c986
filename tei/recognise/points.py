"""Numbered and lettered points: paragraphs of a message in their order, with the numerals as the source writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tei.model import Attributes, Block
from tei.recognise.brackets import page_number
from tei.recognise.paragraphs import Paragraph

_NUMERAL: Final = re.compile(
    r"(?P<numeral>\((?P<paren>\d{1,2})\)|(?P<plain>\d{1,2})\s?[.)](?!\d)|(?P<roman>[IVX]{1,5})[.)]|(?P<chinese>[一二三四五六七八九十]{1,3})[、．.]"
    r"|（(?P<wide>[一二三四五六七八九十\d]{1,3})）)(?:\s+|(?<=[、．）])\s*)(?=\S)"
)
_LETTER: Final = re.compile(r"(?P<numeral>\((?P<paren>[a-zа-я])\)|(?P<plain>[a-zа-я])\s?[).](?![\w.]))\s+(?=\S)")
_BULLET: Final = re.compile(r"(?P<numeral>[•◦▪‣·●*–—-])\s+(?=\S)")
_CHINESE: Final = {character: value for value, character in enumerate("一二三四五六七八九", 1)}
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_ALPHABETS: Final = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрст")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with the numeral that opens it: `n` as counted, `numeral` as printed, the text's start after it."""

    paragraph: Paragraph
    n: str = ""
    numeral: str = ""
    start: int = 0
    lettered: bool = False


def message_blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Return the blocks of a message: paragraphs, points and lists.

    Points of one paragraph each are `p[@n]`; as soon as one point has several blocks, all of them are
    `div[@type='point']`, since TEI lets no paragraph follow a division.
    """
    items = _numbered(paragraphs)
    first = next((i for i, item in enumerate(items) if item.n and not item.lettered), None)
    if first is None:
        return _with_lists(items)
    points = _grouped(items[first:])
    intro = _with_lists(items[:first])
    if all(len(point) == 1 for point in points):
        return (*intro, *(_paragraph(point[0]) for point in points))
    return (*intro, *(_division(point) for point in points))


def _numbered(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Give each paragraph its numeral where they make a series: 1, 2, 3 …, or 1, 1, 1 as a browser prints them."""
    numerals = [_numeral(paragraph) for paragraph in paragraphs]
    values = [value for _, value in numerals if value]
    alone = len(values) == 1 and any(match and match["roman"] for match, _ in numerals)
    series = [] if alone else _series(values)
    items: list[Item] = []
    count = 0
    letters = 0
    for paragraph, (match, value) in zip(paragraphs, numerals, strict=True):
        if match and value and series and count < len(series) and value == values[count]:
            items.append(Item(paragraph, str(series[count]), match["numeral"], match.end()))
            count, letters = count + 1, 0
            continue
        letter = _letter(paragraph, letters) or _bullet(paragraph)
        if letter:
            letters += letter.lettered
            items.append(letter)
        else:
            items.append(Item(paragraph))
    return items


def _numeral(paragraph: Paragraph) -> tuple[re.Match[str] | None, int]:
    match = _NUMERAL.match(paragraph.text)
    if not match:
        return None, 0
    digits = match["paren"] or match["plain"]
    if digits:
        return match, int(digits)
    if match["roman"]:
        return match, _roman(match["roman"])
    return match, _chinese(match["chinese"] or match["wide"])


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _chinese(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, mark, ones = text.partition("十")
    return (_CHINESE.get(tens, 1) * 10 if mark else 0) + _CHINESE.get(ones if mark else text, 0)


def _series(values: Sequence[int]) -> list[int]:
    """Return the numbers that the numerals stand for, empty where they make no series that begins at 1."""
    if not values or values[0] != 1:
        return []
    if len(values) > 1 and all(value == 1 for value in values):
        return list(range(1, len(values) + 1))
    rising = [value for before, value in zip([0, *values], values, strict=False) if before < value <= before + 2]
    return list(values) if len(rising) == len(values) else []


def _bullet(paragraph: Paragraph) -> Item | None:
    match = _BULLET.match(paragraph.text)
    return Item(paragraph, "", match["numeral"], match.end()) if match else None


def _letter(paragraph: Paragraph, expected: int) -> Item | None:
    match = _LETTER.match(paragraph.text)
    if not match:
        return None
    letter = match["paren"] or match["plain"]
    if not any(expected < len(letters) and letters[expected] == letter for letters in _ALPHABETS):
        return None
    return Item(paragraph, letter, match["numeral"], match.end(), lettered=True)


def _grouped(items: Sequence[Item]) -> list[list[Item]]:
    points: list[list[Item]] = []
    for item in items:
        if item.n and not item.lettered:
            points.append([])
        points[-1].append(item)
    return points


def _label(item: Item, default: str) -> Attributes:
    attributes: Attributes = (("n", item.n),)
    if item.numeral == default:
        return attributes
    return (*attributes, ("rend", "".join(item.numeral.split())))


def _paragraph(item: Item) -> Block:
    text = item.paragraph
    leaf = page_number(text.text)
    if leaf:
        return Block("pb", text.end, text.end, (("n", leaf),), lead=text.start)
    if not item.n:
        return Block("p", text.start, text.end)
    return Block("p", text.start + item.start, text.end, _label(item, f"{item.n}."), lead=text.start)


def _division(point: Sequence[Item]) -> Block:
    head = point[0].paragraph
    first = Block("p", head.start + point[0].start, head.end)
    attributes = (("type", "point"), *_label(point[0], f"{point[0].n}."))
    children = (first, *_with_lists(point[1:]))
    return Block("div", first.start, point[-1].paragraph.end, attributes, children, lead=head.start)


def _with_lists(items: Sequence[Item]) -> tuple[Block, ...]:
    """Gather runs of lettered paragraphs into lists; an unlettered paragraph ends a list."""
    blocks: list[Block] = []
    for type_, run in groupby(items, key=_list_type):
        if type_:
            blocks.append(_list(type_, list(run)))
        else:
            blocks.extend(map(_paragraph, run))
    return tuple(blocks)


def _list_type(item: Item) -> str:
    if item.lettered:
        return "lettered"
    return "bulleted" if item.numeral and not item.n else ""


def _list(type_: str, run: Sequence[Item]) -> Block:
    children = tuple(
        Block("item", i.paragraph.start + i.start, i.paragraph.end, _item_label(i), lead=i.paragraph.start) for i in run
    )
    return Block("list", run[0].paragraph.start, run[-1].paragraph.end, (("type", type_),), children)


def _item_label(item: Item) -> Attributes:
    return _label(item, f"({item.n})") if item.n else (("rend", item.numeral),)
