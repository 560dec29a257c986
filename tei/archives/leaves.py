"""Leaves of a file: one leaf, a range, a list of both, as archivists and footnotes write them.

A leaf has a number, at times a letter (a leaf put in after the numbering: 1a), and two sides; "80 ob.", "80 об." and
"80v" are the back of leaf 80. Leading zeros are a habit of scanning projects and are not part of the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tei.archives.script import Canvas, pattern, to_cyrillic, to_latin
from tei.regexes import regex

ELISION: Final = 60
"""The longest range that a shortened last number ("193–4", "211–12") is believed to mean."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf (or page): its number, the letter after it, its side.

    The letter is Latin and lower case, "" for none; Cyrillic в stays, as v means verso.
    """

    number: int
    suffix: str = ""
    verso: bool = False

    def __str__(self) -> str:
        return f"{self.number}{self.suffix}{'v' if self.verso else ''}"

    @property
    def _order(self) -> tuple[int, str, bool]:
        return self.number, self.suffix, self.verso

    def __lt__(self, other: Leaf) -> bool:
        return self._order < other._order

    def __le__(self, other: Leaf) -> bool:
        return self._order <= other._order


@dataclass(frozen=True, slots=True)
class LeafRange:
    """Leaves from `first` to `last`, both included; the same leaf twice for a single one."""

    first: Leaf
    last: Leaf

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    def __contains__(self, other: object) -> bool:
        return isinstance(other, LeafRange) and self.first <= other.first and other.last <= self.last

    @property
    def is_backwards(self) -> bool:
        """Whether the last leaf stands before the first: a slip of the source."""
        return self.last < self.first

    @property
    def sheets(self) -> set[tuple[int, str]]:
        """The physical leaves of the range; both sides of a leaf are one."""
        ends = {(self.first.number, self.first.suffix), (self.last.number, self.last.suffix)}
        between = range(self.first.number + 1, self.last.number)
        return ends | {(number, "") for number in between[:100_000]}


def single(number: int, suffix: str = "", *, verso: bool = False) -> LeafRange:
    """Return the range that is one leaf."""
    leaf = Leaf(number, suffix, verso)
    return LeafRange(leaf, leaf)


def write_leaves(ranges: Iterable[LeafRange]) -> str:
    """Write ranges in their normal form, "5, 49–51, 80v", as `idno[@type='listy']` has it."""
    return ", ".join(str(each) for each in ranges)


def count_leaves(ranges: Iterable[LeafRange]) -> int:
    """Count the leaves named: 49–51 are three; a leaf and its own back are one; one named twice counts once."""
    sheets: set[tuple[int, str]] = set()
    for each in ranges:
        sheets |= each.sheets
    return len(sheets)


@dataclass(frozen=True, slots=True)
class LeafList:
    """Leaves read at one place of a text, where reading ended, which were written with zeros or shortened."""

    ranges: tuple[LeafRange, ...]
    end: int
    zeros: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()


_VERSO: Final = r"(?:oborot|оборот|rev|ob|об|о6|0б|06(?=\.(?!\d))|зв|zv|адв|adv|verso|recto|v|r)(?![^\W\d_])\.?"
_LEAF: Final = regex(
    pattern(
        rf"(?P<number>\d{{1,6}}|l\d{{1,5}})(?!\d)"
        rf"(?P<suffix>(?!{_VERSO}|ff?(?![^\W_])|[页頁张張号號])[^\W\d_](?=об|ob|зв|zv|[vr](?!\w)|[\W\d]|$)"
        r"|-[abcdаб](?!\w)| [абв](?=[.,;)]|$))?"
        rf"(?: ?(?P<open>\()?(?P<side>{_VERSO})(?(open)\))|ff?(?![^\W_])\.?)?"
    )
)
_BOTH_SIDES: Final = regex(
    pattern(
        r" ?(?P<open>\()?(?:(?:,|и|i|с|s|with) ?(?:об|ob)(?![^\W\d_])\.?|(?:и|i|с|s|with|and|&) (?:its |the )?"
        r"(?:обор(?:от)?(?:ом|е)?|oborot(?:om|e)?|reverse|verso|back)(?![^\W\d_])\.?)(?(open)\))"
    )
)
_DASH: Final = regex(pattern(r" ?(?:-{1,2}|\.\.\.?|до|to) ?\n?(?:(?:listy?|листы?|ll?|лл?)\.? ?)?(?=\d)"))
_NEXT: Final = regex(
    pattern(
        r"[页頁张張]? ?(?:[,;、] ?\n? ?第?(?:(?:and|и|i|und|et|ve) )?|(?:and|и|i|&|und|et|ve)(?= )) ?"
        r"(?P<label>(?:(?:л{1,2}|l{1,2}|fols?|ff|bl|pp?|стр|с)\.? ?|(?:листы?|listy?|leaf|leaves) )(?=\d))?(?=\d)"
    )
)
_WORD: Final = regex(r" {0,2}([^\W\d_]+)")
_DATE_LIKE: Final = regex(r" ?[/:]\d|\.\d|[^\W\d_]|%|°")
_MAY_FOLLOW: Final = frozenset(pattern("and и i und et ve ob об v r verso recto до to с s").split())


def read_leaves(page: Canvas, position: int) -> LeafList | None:
    """Read the leaves that are written from `position` on, None where no number stands there."""
    first = _read_range(page, position)
    if first is None:
        return None
    found = [first]
    while following := _read_next(page, found[-1]):
        found.append(following)
    ranges = tuple(each.ranges[0] for each in found)
    zeros = tuple(text for each in found for text in each.zeros)
    return LeafList(ranges, found[-1].end, zeros, tuple(text for each in found for text in each.elided))


def _read_next(page: Canvas, before: LeafList) -> LeafList | None:
    """Read one more range after a comma or "and"; a number that belongs to a date or to other words is none."""
    joint = _NEXT.match(page.skeleton, before.end)
    if joint is None:
        return None
    following = _read_range(page, joint.end())
    if following is None or (not joint["label"] and not _stands_alone(page, before, following)):
        return None
    return following


def _stands_alone(page: Canvas, before: LeafList, following: LeafList) -> bool:
    """Tell a further leaf from the day of a date, a year, or a number of something else."""
    if _DATE_LIKE.match(page.skeleton, following.end):
        return False
    ended = page.skeleton[following.end - 1 : following.end] == "."  # of "ob.": a sentence may begin after it
    word = None if ended else _WORD.match(page.skeleton, following.end)
    if word and word[1] not in _MAY_FOLLOW:
        return False
    number, last = following.ranges[0].first.number, before.ranges[-1].last.number
    return not (1700 <= number <= 2099 and last < number - 300)


def _read_range(page: Canvas, position: int) -> LeafList | None:
    first = _LEAF.match(page.skeleton, position)
    if first is None:
        return None
    leaf, end = _leaf(page, first), first.end()
    both = _BOTH_SIDES.match(page.skeleton, end)
    if both and not leaf.verso:
        return LeafList((LeafRange(leaf, Leaf(leaf.number, leaf.suffix, True)),), both.end(), _zeros(first))
    dash = _DASH.match(page.skeleton, end)
    last = _LEAF.match(page.skeleton, dash.end()) if dash else None
    if last is None:
        return LeafList((LeafRange(leaf, leaf),), end, _zeros(first))
    meant = _completed(leaf, _seen(leaf, _leaf(page, last)), last["number"])
    end = last.end()
    if not meant.verso and (both := _BOTH_SIDES.match(page.skeleton, end)):
        meant, end = Leaf(meant.number, meant.suffix, True), both.end()
    short = meant.number != _number(last)
    elided = (page.plain[position : last.end()],) if short else ()
    return LeafList((LeafRange(leaf, meant),), end, _zeros(first) + _zeros(last), elided)


def _leaf(page: Canvas, match: re.Match[str]) -> Leaf:
    side = match["side"] or ""
    suffix = page.plain[match.start("suffix") : match.end("suffix")].lstrip("- ") if match["suffix"] else ""
    return Leaf(_number(match), normal_suffix(suffix), bool(side) and side.rstrip(".") not in ("r", "recto"))


def _number(match: re.Match[str]) -> int:
    """Return the number of a leaf, whose first figure may have been read as a letter: "l5" is 15."""
    return int(match["number"].replace("l", "1"))


def _seen(first: Leaf, last: Leaf) -> Leaf:
    """Return the last leaf of a range; "41–450b" is what optical character recognition makes of 41–45 ob."""
    ends = last.suffix in ("b", "б") and last.number % 10 == 0 and not last.verso
    if ends and first.number <= last.number // 10 and last.number > 3 * first.number:
        return Leaf(last.number // 10, "", True)
    return last


def normal_suffix(letter: str) -> str:
    """Return the letter of a leaf in one form for both alphabets: Latin and lower case where that is not ambiguous."""
    lowered = letter.lower()
    latin = to_latin(lowered)
    return (
        latin
        if len(latin) == 1 and latin not in "vr" and to_cyrillic(latin) in (lowered, to_cyrillic(lowered))
        else lowered
    )


def _zeros(match: re.Match[str]) -> tuple[str, ...]:
    return (match["number"],) if match["number"].startswith("0") and len(match["number"]) > 1 else ()


def _completed(first: Leaf, last: Leaf, written: str) -> Leaf:
    """Complete a shortened last number from the first (193–4 is 193–194), when the range stays short."""
    if last.number >= first.number or written.startswith("0"):
        return last
    whole = str(first.number)
    number = int(whole[: -len(written)] + written) if len(written) < len(whole) else 0
    return Leaf(number, last.suffix, last.verso) if 0 < number - first.number <= ELISION else last
