"""Values found against values expected: how they are counted, and which difference is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from tests.golden.expectations import OR


@dataclass(frozen=True, slots=True)
class Count:
    """How many values of a field were expected, found, and right."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.expected + other.expected, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def fold(text: str) -> str:
    """A text as it is compared: without regard to case, white space, quotation marks and full stops at its ends.

    Nor do the dash or comma after a closing formula, the space before a bracket, the article before a name, and the
    figures left out of a page number ("295–96") make a difference.
    """
    plain = text.translate(str.maketrans("’‘“”«»", '\'\'""""')).casefold()
    plain = re.sub(r"\s+\[", "[", " ".join(plain.split()).strip("\"'. ,;:|–—-。，：、！；")).removeprefix("the ")
    return _SHORT_RANGE.sub(lambda pages: f"{pages[1]}–{pages[1][: len(pages[1]) - len(pages[2])]}{pages[2]}", plain)


_SHORT_RANGE = re.compile(r"(?<=pages=)(\d{3,})–(\d{1,2})$")


def _after_gap(text: str) -> str:
    """A text without the mark of a gap at its beginning."""
    return re.sub(r"^\[[^]]*\]\s*", "", text).removeprefix("the ")


Match = Callable[[str, str], bool]
"""Whether what was found is what was expected, both folded."""
MATCHES: dict[str, Match] = {
    "starts_with": lambda found, expected: expected in (found[: len(expected)], _after_gap(found)[: len(expected)]),
    "abstract_starts": str.startswith,
    "ends_with": str.endswith,
    "distribution": str.endswith,
    "heading": lambda found, expected: found == re.sub(r"\d+$", "", expected),
    "enclosed_message.starts_with": str.startswith,
    "enclosed_message.ends_with": str.endswith,
    "language": lambda found, expected: found.partition("-")[0] == expected,
    "marking": lambda found, expected: expected in found,
    "answers": lambda found, expected: f"|{expected}|" in found,
}


def count_values(field: str, expected: Sequence[str], found: Sequence[str]) -> Count:
    """Compare item by item; each that was found answers one expectation, save where one line holds several.

    Where an item holds `OR`, either part will do.
    """
    match = MATCHES.get(field, str.__eq__)
    left = [one.split(OR) if field == "answers" else [*map(fold, one.split(OR))] for one in found]
    right = 0
    for options in ([*map(fold, one.split(OR))] for one in expected):
        hit = next((one for one in left if any(match(a, b) for a, b in product(one, options))), None)
        right += hit is not None
        if hit is not None and field != "marking":
            left.remove(hit)
    return Count(len(expected), max(len(found), right), right)
