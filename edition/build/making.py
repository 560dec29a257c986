"""The pages that are to be made, made beside the site that stands, and what was found on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from edition.build import search, verifying
from edition.build.holding import Filed, Files
from edition.build.links import links_of
from edition.build.planning import Plan, twice
from edition.build.rendering import Made, render, write_file
from edition.build.store import Known
from edition.build.workshop import Workshop
from edition.site.plan import File, Site
from tei.findings import Finding

SHARED: Final = ":assets"
"""What the files that all pages share belong to, as if that were a page."""


@dataclass(frozen=True, slots=True)
class Work:
    """A build under way: where, of what, what stands, the folder that pages are made in, how many processes make them.

    The folder is that of the new site whole (`whole`), or of what changes in it.
    """

    shop: Workshop
    site: Site
    plan: Plan
    known: Known
    folder: Path
    jobs: int

    @property
    def whole(self) -> bool:
        """Say whether the site is made as a new tree, rather than changed in its spare."""
        return self.folder == self.shop.fresh


@dataclass(frozen=True, slots=True)
class Change:
    """What is new: pages made, files written, files that are no longer, all files of the new site."""

    made: tuple[Made, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    files: Files


def make_pages(work: Work, shared: tuple[File, ...], on_page: Callable[[], None] | None = None) -> Change:
    """Make what is to be made; a file whose bytes are those of before counts as not written.

    `shared` are the files that all pages share; `on_page` is called after each page.
    """
    links = {link for file in shared for link in links_of(file.path, file.data, work.site.settings.url)}
    made = [Made(SHARED, tuple(write_file(work.folder, file) for file in shared), tuple(sorted(links)))]
    for page in render(work.site, work.plan.todo, work.folder, work.jobs, work.shop.output):
        made.append(page)
        if on_page is not None:
            on_page()
    return _change(work, tuple(made))


def _change(work: Work, made: tuple[Made, ...]) -> Change:
    known = work.known.files
    before = known.of(replaced(work, made) | (set() if work.site.settings.search else {search.PAGE}))
    new: dict[str, Filed] = {}
    written = []
    for page in made:
        for path, digest, size in page.files:
            owner = known.get(path) if work.known.state else None
            if owner is None or path in before:
                new.setdefault(path, Filed(page.path, digest, size))
            if owner is None or owner.digest != digest:
                written.append(path)
    removed = tuple(path for path in before if path not in new)
    return Change(made, tuple(written), removed, known.changed(before, new))


def replaced(work: Work, made: Iterable[Made]) -> set[str]:
    """Return the pages of the last build that are no longer as they were: made again, or gone."""
    return {page.path for page in made} | set(work.plan.gone)


def found_in(work: Work, change: Change) -> Iterator[Finding]:
    """Yield what was found in pages, those made before included, and the links that lead nowhere."""
    store, known = work.shop.store, work.known
    again = replaced(work, change.made)
    for page in change.made:
        yield from page.findings
        yield from twice(page, change.files)
    if known.state:
        yield from store.findings(but=again)
    before = verifying.Before(store, again, (*change.removed, *known.dead)) if known.state else None
    yield from verifying.dead_links(change.made, change.files, before, _reader(work))


def _reader(work: Work) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        made = work.folder / path
        return (made if made.is_file() else work.shop.output / path).read_bytes()

    return read
