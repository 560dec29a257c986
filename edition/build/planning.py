"""What is to be made, what stays, and what goes: the plan of a build, set against what stands."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from edition.build.holding import Filed
from edition.build.marks import page_mark
from edition.build.rendering import Made
from edition.build.store import Known, Prints
from edition.site import kinds
from edition.site.plan import Planned, Site
from tei.findings import Finding, Location, Rule, Severity

SAME_PLACE = Rule(
    "SIT106",
    "two-pages-one-file",
    Severity.ERROR,
    "Two pages would be written to one file, most often because two documents have the same id. The first is made, the "
    "other is left out.",
)
RULES = (SAME_PLACE,)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build is to do: the pages looked at in order, the mark of each by its path, those to be made now.

    `gone` are those of the last build that are no longer, `count` is how many pages the site will have. `basis` says
    what all was planned by but for the files themselves, empty where the next build is to plan all of it again.
    """

    pages: tuple[Planned, ...]
    marks: Mapping[str, str]
    todo: tuple[Planned, ...]
    gone: tuple[str, ...]
    findings: tuple[Finding, ...]
    count: int
    basis: str


def plan_build(site: Site, mark: str, known: Known, prints: Prints, every: bool = True) -> Plan:
    """Plan the pages of a site; a page is made when it was not, or was made of something else.

    Where nothing has changed since the last build but the files of some documents, in a way that no other page shows,
    only the pages that these may change are looked at, unless `every` page is asked for.
    """
    basis = _basis(site, mark)
    if not every and basis and basis == known.planned and prints.keys() == known.prints.keys():
        changed = [ident for ident, (digest, _) in prints.items() if known.prints[ident][0] != digest]
        return _again(site, mark, known, changed)
    pages: dict[str, Planned] = {}
    findings: list[Finding] = []
    for page in kinds.plan(site):
        if page.path in pages:
            findings.append(_same_place(page, pages[page.path], site))
        else:
            pages[page.path] = page
    marks = {path: page_mark(mark, page) for path, page in pages.items()}
    todo = tuple(page for path, page in pages.items() if known.pages.get(path) != marks[path])
    gone = tuple(path for path in known.pages if path not in pages and not path.startswith(":"))
    return Plan(tuple(pages.values()), marks, todo, gone, tuple(findings), len(pages), "" if findings else basis)


def _basis(site: Site, mark: str) -> str:
    """Return a digest of what pages are planned by but for the files of documents, empty where that is not known."""
    if not site.corpus.face:
        return ""
    whole = f"{mark}\0{site.corpus.face}\0{site.settings.aliases!r}"
    return hashlib.blake2b(whole.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _again(site: Site, mark: str, known: Known, changed: Collection[str]) -> Plan:
    pages = tuple(kinds.plan_again(site, changed))
    marks = {page.path: page_mark(mark, page) for page in pages}
    todo = tuple(page for page in pages if known.pages.get(page.path) != marks[page.path])
    count = sum(not path.startswith(":") for path in known.pages)
    return Plan(pages, marks, todo, (), (), count, known.planned)


def twice(made: Made, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """Yield a finding for each file of a page that another page wrote as well; `files` are all of the site."""
    for path, _, _ in made.files:
        owner = files[path].page
        if owner != made.path:
            message = f"{made.path} and {owner} both write {path}"
            yield SAME_PLACE.at(Location(made.path), message, "report this to the makers of this program")


def _same_place(page: Planned, first: Planned, site: Site) -> Finding:
    document = site.corpus.by_id.get(page.subject)
    place = Location(str(document.path)) if document is not None else Location(page.path)
    message = f"two pages would be {page.path}: {first.kind} {first.subject} and {page.kind} {page.subject}"
    return SAME_PLACE.at(place, message, "give one of them another xml:id", page=page.path)
