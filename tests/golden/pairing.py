"""Each telegram expected beside the one found for it, and their fields compared one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.golden.comparing import Count, count_values, fold
from tests.golden.encoded import Found, Values, words
from tests.golden.expectations import OR, Expected, flat, joined, questions
from tests.golden.pages import Page
from tests.golden.readings import READERS

TELEGRAMS = "(telegrams)"
CLAIMS = ("kind", "sender", "recipient", "sent")
"""What a telegram says that is none: found, and wrong."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One field of one telegram compared."""

    family: str
    source: str
    script: str
    file_kind: str
    telegram: int
    field: str
    expected: Values
    found: Values
    count: Count

    @property
    def missed(self) -> bool:
        return not self.count.expected == self.count.found == self.count.right


def pair(page: Page) -> list[Found | None]:
    """For each telegram expected the one found: by its first words, or in order where those are not told."""
    if any("starts_with" not in one for one in page.expected):
        return _in_order(page)
    texts = {found.id: fold(words(found.tree[-1])) for found in page.found}
    taken: set[str] = set()
    pairs: list[Found | None] = []
    for one in page.expected:
        openings = [*map(fold, joined(one["starts_with"]).split(OR))]
        holders = [f for f in page.found if f.id not in taken and any(one in texts[f.id] for one in openings)]
        best = max(holders, key=lambda f: _alike(f, one), default=None)
        taken |= {best.id} if best else set()
        pairs.append(best)
    return pairs


def _alike(found: Found, expected: Expected) -> int:
    asked = {key: expected[key] for key in ("starts_with", "sender", "recipient", "sent") if key in expected}
    return sum(count_values(key, list(flat(joined(value))), READERS[key](found)).right for key, value in asked.items())


def _in_order(page: Page) -> list[Found | None]:
    """Pair in order; where numbers differ, so that most senders, recipients and dates agree."""
    best: dict[tuple[int, int], tuple[int, list[Found | None]]] = {}
    for row in range(len(page.expected), -1, -1):
        for column in range(len(page.found), -1, -1):
            options: list[tuple[int, list[Found | None]]] = [(0, [None] * (len(page.expected) - row))]
            if row < len(page.expected):
                score, rest = best[row + 1, column]
                options.append((score, [None, *rest]))
            if column < len(page.found):
                options.append(best[row, column + 1])
            if row < len(page.expected) and column < len(page.found):
                score, rest = best[row + 1, column + 1]
                found = page.found[column]
                options.append((score + 1 + _alike(found, page.expected[row]), [found, *rest]))
            best[row, column] = max(options, key=lambda option: option[0])
    return best[0, 0][1]


def measure(page: Page) -> Iterator[Measure]:
    """Compare all that is asked of a page with what was read off it."""
    pairs = pair(page)
    blank = Measure(page.family, page.source, page.script, page.file_kind, 0, TELEGRAMS, (), (), Count())
    lost = tuple(str(number) for number, found in enumerate(pairs, 1) if found is None)
    extra = [found for found in page.found if found not in pairs]
    count = Count(len(pairs), len(page.found), len(pairs) - len(lost))
    yield replace(blank, expected=lost, found=tuple(found.id for found in extra), count=count)
    for found in extra:
        yield from _false(found, blank)
    for number, (expected, match) in enumerate(zip(page.expected, pairs, strict=True), 1):
        for field, value in questions(expected):
            asked = _place_to_document(field, value, pairs)
            values = _asked_only(READERS[field](match), value) if match else ()
            result = count_values(field, asked, values)
            yield replace(blank, telegram=number, field=field, expected=asked, found=values, count=result)


def _false(found: Found, blank: Measure) -> Iterator[Measure]:
    for field in CLAIMS:
        values = READERS[field](found)
        if values:
            yield replace(blank, field=field, found=values, count=Count(0, len(values), 0))


def _place_to_document(field: str, value: Any, pairs: Sequence[Found | None]) -> Values:
    """The items expected; an answer to an entry of the same list is one to the document found for it."""
    if field != "answers":
        return tuple(flat(value))
    named = []
    for one in value if isinstance(value, list) else [value] if value else []:
        target = pairs[one - 1] if isinstance(one, int) else None
        named.append(f"{target.id}.xml" if target else f"telegram {one}" if isinstance(one, int) else str(one))
    return tuple(named)


def _asked_only(found: Values, value: Any) -> Values:
    """Leave out parts of a reference or book that are not asked."""
    if not isinstance(value, Mapping):
        return found
    keys = {one.partition("=")[0] for one in flat(value)}
    return tuple(one for one in found if one.partition("=")[0] in keys)
