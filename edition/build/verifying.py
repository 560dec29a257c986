"""Every link inside the site leads to a file, and to a place in it: looked at is only what can have changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from edition.build.links import places_of
from edition.build.rendering import Made
from edition.build.search import FOLDER
from edition.build.store import Store
from tei.findings import Finding, Location, Rule, Severity

DEAD_LINK = Rule(
    "SIT105",
    "dead-link",
    Severity.ERROR,
    "A page of the site leads to a page, or to a place in one, that the site does not have. Most often a template of "
    "the edition's own names a file that is not there.",
    bad='<a href="abuot.html">About</a>',
    good='<a href="about.html">About</a>',
)
RULES = (DEAD_LINK,)

_SHOWN: Final = 5
"""So many pages are named for one target; a link of the menu that is dead is dead on all of them."""

_LATER: Final = f"{FOLDER}/"
"""Made when the links are known to be good: it reads the pages."""

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Before:
    """The pages of the last build: those of `store` but for the `replaced`, which are made now or gone.

    `doubtful` are the files that the site had and will not have, and what was not there though links led to it.
    """

    store: Store
    replaced: Collection[str]
    doubtful: Collection[str]


def dead_links(made: Collection[Made], files: Collection[str], before: Before | None, read: Read) -> Iterator[Finding]:
    """Yield a finding for each link to nowhere.

    `made` are the pages made now, `files` all that the site will have; `before` is None where nothing was made before.
    `read` gives the bytes of a file of the new site. A link in a page made before is found dead when what it led to
    went away, now or then.
    """
    leading: dict[str, list[str]] = {}
    for page in made:
        for target in page.links:
            leading.setdefault(target, []).append(page.path)
    if before is None:
        bad = set(_dead(leading, files, read))
    else:
        fresh = {file.path for page in made for file in page.files if file.path.endswith(".html")}
        wanted = {target for path in (*fresh, *before.doubtful) for target in before.store.places_wanted(path)}
        bad = set(_dead({*leading, *wanted, *before.doubtful}, files, read))
        for path, target in before.store.leading_to(bad, but=before.replaced):
            leading.setdefault(target, []).append(path)
    yield from _findings({target: sorted(leading[target]) for target in sorted(bad) if target in leading})


def dead_targets(findings: Iterable[Finding]) -> frozenset[str]:
    """Return what is not there though links lead to it."""
    return frozenset(str(dict(one.data)["target"]) for one in findings if one.rule == DEAD_LINK.code)


def _dead(targets: Iterable[str], files: Collection[str], read: Read) -> Iterator[str]:
    """Yield the targets that are not there; each page that places are looked for in is read once."""
    places: dict[str, list[str]] = {}
    for target in targets:
        path, _, place = target.partition("#")
        if path.startswith(_LATER):
            continue
        if path not in files:
            yield target
        elif place and path.endswith(".html"):
            places.setdefault(path, []).append(place)
    for path, wanted in places.items():
        there = places_of(read(path))
        yield from (f"{path}#{place}" for place in wanted if place not in there)


def _findings(dead: Mapping[str, list[str]]) -> Iterator[Finding]:
    for target, pages in dead.items():
        path, _, place = target.partition("#")
        what = f"the place #{place} of {path}" if place else path
        more = f" (and {len(pages) - _SHOWN} pages more)" if len(pages) > _SHOWN else ""
        for number, page in enumerate(pages[:_SHOWN]):
            words = f"leads to {what}, which is not there{more if number == 0 else ''}"
            hint = "correct the template or the pointer that the link is made of"
            yield DEAD_LINK.at(Location(page), words, hint, page=page, target=target)
