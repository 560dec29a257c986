"""The new site put in the place of the old one, in one step, when all that it consists of is there."""

from __future__ import annotations

from dataclasses import dataclass

from edition.build import search
from edition.build.holding import Filed, Files
from edition.build.making import Change, Work
from edition.build.rendering import Made, Written
from edition.build.store import Prints
from edition.build.trees import clear
from tei.findings import Finding


@dataclass(frozen=True, slots=True)
class Index:
    """Whether the search index is to be made anew, and the mark of what it is made of then."""

    renew: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What the next build is to know: what the index is made of, which links are dead, the prints of the documents."""

    index: Index
    dead: frozenset[str]
    prints: Prints


def place(work: Work, change: Change, notes: Notes) -> tuple[Finding, ...]:
    """Put the new site in the place of the old one; what was found on the way is returned.

    The store is of the new site a moment before that stands: when the process is killed then, the next build sees that
    the tree beside is the one that the store knows, and puts it in its place.
    """
    shop, known = work.shop, work.known
    tree = shop.fresh if work.whole else shop.spare
    _fill(work, change, notes.index.renew)
    findings: tuple[Finding, ...] = ()
    files, index = change.files, None
    if notes.index.renew:
        clear(tree / search.FOLDER)
        findings = search.make_index(tree, work.site)
        index = search.index_files(tree)
        new = {path: Filed(search.PAGE, digest, size) for path, digest, size in index.files}
        files = files.changed(files.of({search.PAGE}), new)
    state = files.state
    folders = _folders(work, change, files, index.files if index is not None else ())
    _remember(work, change, index)
    same = state == known.state
    if not same:
        shop.mark(tree, state)
    shop.store.commit(state, notes.index.mark, notes.dead, notes.prints, work.plan.basis)
    if not same:
        shop.swap(tree)
    shop.tidy(work.whole and not same, folders)
    return findings


def _fill(work: Work, change: Change, renew: bool) -> None:
    """Bring together the tree that is to be the site: what was made, and what stays."""
    if work.whole:
        made = {file.path for page in change.made for file in page.files}
        left = {search.PAGE} if renew else set()
        work.shop.keep(path for path, filed in change.files.items() if path not in made and filed.page not in left)
    elif change.written or change.removed or renew:
        work.shop.apply(change.written, change.removed, (f"{search.FOLDER}/",) if renew else ())


def _remember(work: Work, change: Change, index: Made | None) -> None:
    """Tell the store what was made and what is gone; it knows it for good when the new site is whole."""
    store, known = work.shop.store, work.known
    if known.state:
        store.forget(work.plan.gone)
        store.drop_files(change.removed)
    else:
        store.forget_all()
    for page in change.made:
        store.put(work.plan.marks.get(page.path, ""), page)
    if index is not None:
        store.drop_pages_files(search.PAGE)
        store.put("", index)


def _folders(work: Work, change: Change, files: Files, index: tuple[Written, ...]) -> set[str]:
    """Return the folders that the site consists of; of one that is changed those it had stay, though one be empty."""
    had = () if work.whole else work.shop.folders()
    if not had:
        return {path.rpartition("/")[0] for path in files}
    return {*had, *(path.rpartition("/")[0] for path in (*change.written, *(file.path for file in index)))}
