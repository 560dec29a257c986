"""Heads that repeat the parties of the one above them: “The Same to the Same.”, “Same to same.”, “The Same, Later.”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.recognise.layouts.announcing import numbered
from tei.recognise.layouts.page import Region, Regions
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title
from tei.regexes import regex

Named = tuple[tuple[str, tuple[int, int]], ...]
MAX_SAME: Final = 48
_SAME: Final = regex(
    r"(?:(?:from\s)?the\s)?same(?:,?\sto\s(?:the\s)?same(?:[.,]|,?\slater\.?|,?\s(?:the\s)?same\sday\.?)?|,?\slater\.?)",
    re.IGNORECASE,
)


def is_same(text: str) -> bool:
    """Say whether a row names the parties of the head above again, and no others."""
    return "ame" in text[:14] and len(text) <= MAX_SAME and _SAME.fullmatch(text[numbered(text) :]) is not None


def without_day(rows: Sequence[Paragraph], firsts: Iterable[int]) -> Iterator[int]:
    """Yield the rows that head a dispatch so, without a day under it, below one of the heads found.

    Where there are several, a row that names the two of one of them, either way, is one too: “Pell to Lind, June 3.”.
    """
    known = sorted(firsts)
    pairs = {_pair(rows[at].text) for at in known} - {_NO_PAIR} if len(known) > 1 else set()
    for at in range(known[0] + 1 if known else len(rows), len(rows) - 1):
        if at not in known and (is_same(rows[at].text) or _pair(rows[at].text) in pairs):
            yield at


def _pair(text: str) -> frozenset[str]:
    """Return the two whom a title names as its parties, nobody where it is no title or names others."""
    if " to " not in text or len(text) > MAX_TITLE or "\n" in text or text[-1:] in ":;,?!":
        return _NO_PAIR
    title = read_title(text[numbered(text) :])
    return _NO_PAIR if title.other else frozenset((title.party("from"), title.party("to"))) - {""}


_NO_PAIR: Final[frozenset[str]] = frozenset()
MAX_TITLE: Final = 90


def with_parties_above(regions: Regions) -> Regions:
    """Return the regions of a page, those whose heads repeat the parties with the names that stand further up."""
    if not any(region.title and is_same(region.title.text) for region in regions.telegrams):
        return regions
    return replace(regions, telegrams=tuple(_named(regions.telegrams)))


def _named(telegrams: Iterable[Region]) -> Iterator[Region]:
    above: Named = ()
    for region in telegrams:
        if region.title is None or not is_same(region.title.text):
            above = _parties(region.title) if region.title else ()
            yield region
        else:
            yield replace(region, title=None, silent=(*region.silent, region.title), named=above)


def _parties(row: Paragraph) -> Named:
    """Return where a head names who wrote and to whom, as spans of the page."""
    title = read_title(row.text)
    spans = ((role, title.span(role)) for role in ("from", "to"))
    return tuple((role, (span[0] + row.start, span[1] + row.start)) for role, span in spans if span)
