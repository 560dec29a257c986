"""The golden captures encoded once for all tests that ask what was read off them, whichever process they run in."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import etree

from tests.golden.pages import Page, golden_job, golden_page


class Shelf:
    """A folder of pages that the processes of one run share; what none has encoded yet is encoded when it is asked for.

    Two processes that ask for one page at the same time both encode it: that is seldom, and no harm.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.job = cache(golden_job)
        self.page = cache(self._page)
        folder.mkdir(parents=True, exist_ok=True)

    def _page(self, path: Path) -> Page:
        kept = self.folder / f"{path.stem}.page"
        if kept.is_file():
            return _unpacked(kept.read_bytes())
        page = golden_page(path, self.job())
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_bytes(_packed(page))
        beside.replace(kept)
        return page


def _packed(page: Page) -> bytes:
    trees = [etree.tostring(found.tree, with_tail=False) for found in page.found]
    bare = tuple(replace(found, tree=None) for found in page.found)
    return pickle.dumps((replace(page, found=bare), trees))


def _unpacked(data: bytes) -> Page:
    page, trees = pickle.loads(data)
    whole = (replace(found, tree=etree.fromstring(tree)) for found, tree in zip(page.found, trees, strict=True))
    made: Page = replace(page, found=tuple(whole))
    return made
