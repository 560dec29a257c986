"""A page reads alike however it was copied: habits of browsers cost nothing, those of printers and scanners little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest

from edition.encoding import Job
from tei.capture import capture_file
from tests.golden import ways
from tests.golden.expectations import Expected
from tests.golden.pages import Page, charset_of, encode_page, golden_captures, golden_job
from tests.golden.pairing import measure

PageOf = Callable[[Path], Page]

PAGES = [path for path in golden_captures() if path.suffix == ".txt"]
HABITUAL = PAGES[::2]
"""Every second page: enough to see a habit that matters."""
SAMPLE = [path for path in PAGES if crc32(path.name.encode()) % 12 == 4]
"""Pages of every family, which stay the same when others come: enough to see what a way of copying costs."""

WAYS: tuple[tuple[str, ways.Way, float], ...] = (
    ("wrapped-at-72", ways.wrapped(72), 0.04),
    ("wrapped-at-60", ways.wrapped(60), 0.06),
    ("divided-at-line-ends", ways.hyphenated, 0.11),
    ("quoted-in-a-mail", ways.quoted_in_a_mail, 0.03),
    ("blank-lines-lost", ways.blank_lines_lost, 0.01),
    ("blank-lines-everywhere", ways.blank_lines_everywhere, 0.02),
    ("leaf-numbers-in-sentences", ways.leaves("{}", within=True), 0.04),
    ("leaf-numbers-between-paragraphs", ways.leaves("{}", within=False), 0.07),
    ("sheets-of-a-browser", ways.leaves("https://example.org/karsk {}/19\n11/3/26, 4:15 PM Karsk", within=False), 0.02),
    ("running-heads", ways.leaves("{}\n\nTHE YEARS OF THE STATION", within=True), 0.04),
    ("numbered-lines", ways.numbered_lines, 0.08),
    ("every-fifth-line-numbered", ways.every_fifth_line_numbered, 0.04),
    ("justified", ways.justified, 0),
    ("typed", ways.typed, 0.02),
    ("misread", ways.misread, 0.05),
    ("set-in-type", ways.set_in_type, 0),
    ("labels-over-values", ways.labels_over_values, 0.08),
)
"""Each way of copying, and what share of the values that are right on the pages may be lost by it."""


@cache
def _job() -> Job:
    return golden_job()


def _right(page: Page) -> Counter[tuple[int, str]]:
    """How many values of each field of each telegram are right."""
    assert (page.invalid, page.words_differ) == ((), ())
    return Counter({(one.telegram, one.field): one.count.right for one in measure(page)})


def _copy(path: Path, way: ways.Way, folder: Path) -> Path | None:
    """Write the copy of a page into a folder, nothing where it is the page itself."""
    text = capture_file(path, charset=charset_of(path)).text
    copied = way(text)
    if copied == text:
        return None
    copy = folder / f"{path.name.partition('.')[0]}.txt"
    copy.write_text(copied, encoding="utf-8", newline="")
    return copy


@pytest.mark.parametrize("path", HABITUAL, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_habits_of_browsers_make_no_difference(path: Path, tmp_path: Path, page_of: PageOf) -> None:
    copy = _copy(path, ways.other_browser, tmp_path)
    before = page_of(path)
    assert copy is not None
    assert not _right(before) - _right(encode_page(copy, before.family, before.expected, _job()))


@pytest.mark.parametrize(("way", "share"), [pytest.param(way, share, id=name) for name, way, share in WAYS])
def test_a_way_of_copying_costs_little(way: ways.Way, share: float, tmp_path: Path, page_of: PageOf) -> None:
    lost = of = 0
    for path in SAMPLE:
        copy = _copy(path, way, tmp_path)
        if copy is None:
            continue
        before = page_of(path)
        right = _right(before)
        expected = _as_copied(before, way)
        lost += (right - _right(encode_page(copy, before.family, expected, _job()))).total()
        of += right.total()
    assert lost <= share * of


def _as_copied(page: Page, way: ways.Way) -> Iterator[Expected]:
    """Expect the words of a telegram as the copy has them, where it misreads single signs."""
    for one in page.expected:
        words = {key: way(one[key]) for key in ("starts_with", "ends_with") if isinstance(one.get(key), str)}
        yield {**one, **words} if way is ways.misread else one
