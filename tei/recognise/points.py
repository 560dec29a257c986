"""Numbered and lettered points: paragraphs of a message in their order, with the numerals as the source writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tei.model import Attributes, Block
from tei.recognise.brackets import page_number
from tei.recognise.numerals import (
    Numeral,
    is_initial,
    read_bullet,
    read_decimal,
    read_letter,
    read_numeral,
    series_of,
)
from tei.recognise.paragraphs import Paragraph
from tei.values import value


@value()
class Item:
    """A paragraph with the numeral that opens it: `n` as counted, `numeral` as printed; `list_type` in a list."""

    paragraph: Paragraph
    n: str = ""
    numeral: Numeral | None = None
    list_type: str = ""

    @property
    def start(self) -> int:
        """Where the item's text begins in its paragraph: after the numeral, unless that cannot be parted from it."""
        return self.numeral.end if self.numeral and not self.numeral.inline else 0

    @property
    def leaf(self) -> str:
        """The page or leaf that the paragraph gives and nothing else, empty where it is text."""
        return page_number(self.paragraph.text)


def message_blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Return the blocks of a message: paragraphs, points and lists.

    Points of one paragraph each are `p[@n]`; as soon as one point has several blocks, all of them are
    `div[@type='point']`, since TEI lets no paragraph follow a division.
    """
    items = _numbered(paragraphs)
    first = next((i for i, item in enumerate(items) if item.n and not item.list_type), None)
    if first is None:
        return _with_lists(items)
    points = _grouped(items[first:])
    intro = _with_lists(items[:first])
    plain = all(sum(not item.leaf for item in point) == 1 for point in points[:-1])
    if plain and (sum(not item.leaf for item in points[-1]) == 1 or _ends_quotation(items[:first], points[-1])):
        return (*intro, *(_paragraph(item) for point in points for item in point))
    return (*intro, *(_division(point) for point in points))


def _ends_quotation(intro: Sequence[Item], last: Sequence[Item]) -> bool:
    """Say whether a quotation that begins over the points ends under the last: what stands between is no part of it."""
    under = [item for item in last[1:] if not item.leaf]
    if any(item.numeral for item in under) or not any(item.paragraph.text[:1] in '"“„' for item in intro):
        return False
    quoted = [item.paragraph.text for item in (*intro, last[0])]
    closed = any(text.rstrip(" .")[-1:] in '"”' for text in quoted)
    return not closed and any(item.paragraph.text.rstrip(" .")[-1:] in '"”' for item in under)


def _numbered(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Give each paragraph its numeral where they make a series: 1, 2, 3 …, or 1, 1, 1 as a browser prints them.

    Letters behind a browser's numbers ("1. a)", "2. b)") are the numbering that counts.
    """
    numerals = [read_numeral(paragraph.text) for paragraph in paragraphs]
    doubts = [n is not None and is_initial(p.text, n) for p, n in zip(paragraphs, numerals, strict=True)]
    second = [_letter_behind(p.text, n) for p, n in zip(paragraphs, numerals, strict=True)]
    opened = {i: letter for i, letter in enumerate(second) if letter and _opens_letters(numerals, second, i)}
    second = [None if i in opened else letter for i, letter in enumerate(second)]
    numerals = [None if letter else n for n, letter in zip(numerals, second, strict=True)]
    numbers = series_of(numerals, doubts)
    main = next((numerals[i] for i in numbers), None)
    items: list[Item] = []
    state = _Under()
    for index, paragraph in enumerate(paragraphs):
        if index in numbers:
            items += _opened(paragraph, numbers[index], numerals[index], opened.get(index))
            state = _Under(int(numbers[index]), letters=int(index in opened))
            continue
        item = second[index] or _sub_item(paragraph, numerals[index], main, state)
        items.append(replace(item, paragraph=paragraph) if item else Item(paragraph))
        state.count(items[-1])
    return items


@dataclass(slots=True)
class _Under:
    """What stands under a point so far: its number, how many letters, sub-numbers and decimals were counted.

    `bullet` is the sign of the item right above.
    """

    point: int = 0
    letters: int = 0
    numbers: int = 0
    decimals: int = 0
    bullet: str = ""

    def count(self, item: Item) -> None:
        self.bullet = item.numeral.printed if item.numeral and item.list_type == "bulleted" else ""
        if item.numeral is None:
            return
        if item.list_type == "lettered":
            self.letters = item.numeral.value
        elif item.numeral.style == "1.1":
            self.decimals += 1
        elif item.list_type == "numbered":
            self.numbers, self.letters = item.numeral.value, 0


def _letter_behind(text: str, numeral: Numeral | None) -> Item | None:
    """Read "2. b) …": a browser numbered a list that had letters of its own."""
    if numeral is None or numeral.style != "1." or numeral.inline:
        return None
    letter = read_letter(text[numeral.end :], numeral.value - 1) or read_letter(text[numeral.end :], 0)
    if letter is None or letter.inline or letter.printed[-1] not in ")/":
        return None
    both = Numeral("a", letter.value, f"{numeral.printed} {letter.printed}", numeral.end + letter.end)
    return Item(_NOWHERE, _bare(letter), both, "lettered")


def _opened(paragraph: Paragraph, n: str, numeral: Numeral | None, letter: Item | None) -> Sequence[Item]:
    """Return the item of a numbered paragraph; "2. a) …" is the numeral alone, with the first item of its list."""
    if letter is None or numeral is None or letter.numeral is None:
        return (Item(paragraph, n, numeral),)
    head = paragraph.at(0, numeral.end)
    rest = paragraph.at(numeral.end, len(paragraph.text))
    own = read_letter(rest.text, 0)
    return Item(head, n, numeral), Item(rest, letter.n, own, "lettered")


def _opens_letters(numerals: Sequence[Numeral | None], second: Sequence[Item | None], index: int) -> bool:
    """Say whether "2. a) …" is point 2 with its first letter: the page goes on with a bare "b)", or with point 3."""
    item, numeral = second[index], numerals[index]
    if item is None or item.numeral is None or numeral is None or numeral.value == 1 or item.numeral.value != 1:
        return False
    following = next((letter for letter in second[index + 1 :] if letter is not None), None)
    return following is None or following.numeral is None or following.numeral.value != 2


_NOWHERE = Paragraph(0, 0, "")


def _sub_item(paragraph: Paragraph, numeral: Numeral | None, main: Numeral | None, under: _Under) -> Item | None:
    """Read what stands under a point: a letter, a number in another style, a decimal, a bullet."""
    text = paragraph.text
    if numeral and main and numeral.style != main.style and numeral.value == under.numbers + 1:
        sure = numeral.style != "I." and (numeral.style != "i." or under.letters == 0)
        if sure and not (numeral.style == "(i)" and under.letters == 8):
            return Item(paragraph, _bare(numeral), numeral, "numbered")
    letter = read_letter(text, under.letters)
    if letter:
        return Item(paragraph, _bare(letter), letter, "lettered")
    decimal = read_decimal(text, under.point, under.decimals + 1) if under.point else None
    if decimal:
        return Item(paragraph, decimal.printed.rstrip("."), decimal, "numbered")
    bullet = read_bullet(text, under.bullet)
    return Item(paragraph, "", bullet, "bulleted") if bullet else None


def _bare(numeral: Numeral) -> str:
    """Return the figures or letters of a numeral without brackets and stops."""
    return re.sub(r"[^\w.]|\.$|^第", "", numeral.printed)


def _grouped(items: Sequence[Item]) -> list[list[Item]]:
    points: list[list[Item]] = []
    for item in items:
        if item.n and not item.list_type:
            points.append([])
        points[-1].append(item)
    return points


def _label(item: Item, default: str) -> Attributes:
    """Return the number and, where it is not printed in the usual form, how it is printed."""
    assert item.numeral is not None
    attributes: Attributes = (("n", item.n),) if item.n else ()
    if item.numeral.inline:
        return (*attributes, ("rend", "inline"))
    if item.numeral.printed == default:
        return attributes
    return (*attributes, ("rend", item.numeral.printed))


def _paragraph(item: Item) -> Block:
    text = item.paragraph
    if item.leaf:
        return Block("pb", text.end, text.end, (("n", item.leaf),), lead=text.start)
    if not item.n:
        return Block("p", text.start, text.end)
    return Block("p", text.start + item.start, text.end, _label(item, f"{item.n}."), lead=text.start)


def _division(point: Sequence[Item]) -> Block:
    head = point[0].paragraph
    first = Block("p", head.start + point[0].start, head.end)
    attributes = (("type", "point"), *_label(point[0], f"{point[0].n}."))
    children = (*((first,) if first.start < first.end else ()), *_with_lists(point[1:]))
    return Block("div", children[0].start, point[-1].paragraph.end, attributes, children, lead=head.start)


def _with_lists(items: Sequence[Item]) -> tuple[Block, ...]:
    """Gather runs of lettered paragraphs into lists; an unlettered paragraph ends a list."""
    blocks: list[Block] = []
    for type_, run in groupby(items, key=lambda item: item.list_type):
        if type_:
            blocks.append(_list(type_, list(run)))
        else:
            blocks.extend(map(_paragraph, run))
    return tuple(blocks)


def _list(type_: str, run: Sequence[Item]) -> Block:
    children = tuple(
        Block("item", i.paragraph.start + i.start, i.paragraph.end, _item_label(i), lead=i.paragraph.start) for i in run
    )
    return Block("list", run[0].paragraph.start, run[-1].paragraph.end, (("type", type_),), children)


def _item_label(item: Item) -> Attributes:
    return _label(item, f"({item.n})" if item.list_type == "lettered" else f"{item.n}.")
