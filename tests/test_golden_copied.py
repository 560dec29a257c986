"""A page reads alike however it was copied: line ends, no-break spaces, blank lines, indents and trailing spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from edition.encoding import Job
from tei.capture import capture_file
from tests.golden.pages import Page, charset_of, encode_page, golden_captures, golden_job
from tests.golden.pairing import measure

PAGES = [path for path in golden_captures() if path.suffix == ".txt"][::2]
"""Every second page: enough to see a habit that matters."""


@cache
def _job() -> Job:
    return golden_job()


def _copied(text: str) -> str:
    """The page as another browser and another editor give it."""
    text = re.sub(r"(?<=\d) (?=[^\W\d])|(?<=[A-ZА-Я]\.) ", "\u00a0", text)
    indented = "".join(f"  {line}  \n" if line.strip() else "\n" for line in text.splitlines())
    return indented.replace("\n\n", "\n\n\n").replace("\n", "\r\n")


def _right(page: Page) -> Counter[tuple[int, str]]:
    """How many values of each field of each telegram are right."""
    assert (page.invalid, page.words_differ) == ((), ())
    return Counter({(one.telegram, one.field): one.count.right for one in measure(page)})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_habits_of_copying_make_no_difference(path: Path, tmp_path: Path, page_of: Callable[[Path], Page]) -> None:
    copy = tmp_path / f"{path.name.partition('.')[0]}.txt"
    copy.write_text(_copied(capture_file(path, charset=charset_of(path)).text), encoding="utf-8", newline="")
    before = page_of(path)
    lost = _right(before) - _right(encode_page(copy, before.family, before.expected, _job()))
    assert not lost
