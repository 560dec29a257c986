"""The page of the search: a form, facets to choose by, and results, all filled by search.js in the reader's browser.

What the script needs to say in the reader's language stands in the page as markup, hidden: names of kinds and of
languages, and the counts in the plural forms of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.plan import File, Planned, Site
from edition.site.planning import digest_of, in_each_language

_FACETS: Final = ("person", "org", "place", "year", "kind", "archive", "language")
_SAMPLES: Final = (1, 2, 3, 5, 0, 11, 100)
"""Numbers of which each language has one for each of its plural forms (CLDR)."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page: `prefix` is the folder of the language, empty for the first one; `kinds` and `languages` are codes."""

    frame: Frame
    prefix: str
    facets: tuple[str, ...]
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    samples: tuple[int, ...]


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page, unless the edition wants no search."""
    if site.settings.search:
        yield from in_each_language(site, "search", "", digest_of(_kinds(site), _languages(site)))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page."""
    page = SearchPage(
        frame=make_frame(site, planned, "", section="search"),
        prefix="" if planned.lang == site.settings.languages[0] else f"{planned.lang}/",
        facets=_FACETS,
        kinds=_kinds(site),
        languages=_languages(site),
        samples=_SAMPLES,
    )
    yield File(planned.path, fill("search.html.j2", page, planned.lang, site.settings.own))


def _kinds(site: Site) -> tuple[str, ...]:
    return tuple(sorted({document.kind for document in site.corpus.documents if document.kind}))


def _languages(site: Site) -> tuple[str, ...]:
    return tuple(sorted({document.lang for document in site.corpus.documents if document.lang}))
