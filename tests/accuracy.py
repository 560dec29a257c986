"""How much the converter reads off the golden captures, field by field: expected, found, right, precision, recall.

Run it with `make accuracy`, or `python -m tests.accuracy [--misses] [--only WORD]`. It encodes every page and
compares it with `NAME.expected.json` beside it (tests/golden/captures/README.md says what the fields mean); real
captures that lie beside the checkout are counted as a family of their own. A key that is missing is not asked. `null`
and 0 expect nothing, so that whatever is found there lowers the precision.

A list counts by its items, a reference or a book by its parts, everything else as one. A telegram that was not found
counts in the recall of each of its fields; one that is none, in the precision of what it says of itself.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tests.golden.comparing import Count
from tests.golden.pages import golden_captures, golden_job, golden_page, seed_pages
from tests.golden.pairing import TELEGRAMS, Measure, measure
from tests.golden.readings import READERS

Key = Callable[[Measure], str]
GROUPS: dict[str, Key] = {
    "family": lambda one: one.family,
    "script": lambda one: one.script,
    "file": lambda one: one.file_kind,
}


def measures() -> list[Measure]:
    """All comparisons of all pages, those of the real captures last."""
    job = golden_job()
    pages = [*(golden_page(path, job) for path in golden_captures()), *seed_pages()]
    return [one for page in pages for one in measure(page)]


def sums(found: Iterable[Measure], key: Key) -> dict[str, Count]:
    """Counts by a key, in the order in which keys come."""
    counted: dict[str, Count] = {}
    for one in found:
        counted[key(one)] = counted.get(key(one), Count()) + one.count
    return counted


def table(title: str, rows: Mapping[str, Count]) -> Iterator[str]:
    """The lines of a table."""
    yield f"{title:<40}{'expected':>9}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}"
    for name, count in rows.items():
        shares = f"{count.precision:>11.2f}{count.recall:>8.2f}"
        yield f"{name:<40}{count.expected:>9}{count.found:>7}{count.right:>7}{shares}"
    yield ""


def report(found: Sequence[Measure], misses: bool) -> Iterator[str]:
    """The lines of the report."""
    fields = [one for one in found if one.field != TELEGRAMS]
    telegrams = [one for one in found if one.field == TELEGRAMS]
    by_field = sums(found, lambda one: one.field)
    yield from table("field", {name: by_field[name] for name in (*READERS, TELEGRAMS) if name in by_field})
    for counted, name in ((fields, "fields"), (telegrams, "telegrams")):
        for group, key in GROUPS.items():
            totals = _totals(counted) if group == "family" else {}
            yield from table(f"{group}: {name}", sums(counted, key) | totals)
    yield from map(_told, filter(lambda one: misses and one.missed, found))


def _totals(found: Sequence[Measure]) -> dict[str, Count]:
    """The sums; the real captures apart, since the converter was made with them in view."""
    golden = (one.count for one in found if one.family != "seeds")
    return {"all golden": sum(golden, Count()), "all": sum((one.count for one in found), Count())}


def _told(one: Measure) -> str:
    place = f"{one.family}/{one.source}" + (f" #{one.telegram}" if one.telegram else "")
    return f"{place}: {one.field}: expected {_said(one.expected)}, found {_said(one.found)}"


def _said(values: Sequence[str]) -> str:
    left = Counter(values)
    return "; ".join(repr(value[:90]) for value in left.elements()) or "nothing"


def main() -> None:
    """Print the tables. Low figures are no failure: tests/test_golden.py holds the line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--misses", action="store_true", help="list each miss with its file")
    parser.add_argument("--only", default="", metavar="WORD", help="pages whose folder or name has this word")
    options = parser.parse_args()
    found = [one for one in measures() if options.only in f"{one.family}/{one.source}"]
    for line in report(found, options.misses):
        print(line)


if __name__ == "__main__":
    main()
