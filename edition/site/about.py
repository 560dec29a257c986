"""What the edition is, by which principles it was made, on what terms it may be used, and how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from edition.corpus.model import Document
from edition.resources import schemas_dir
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.plan import File, Link, Planned, Settings, Site, relative, web_address
from edition.site.planning import digest_of, in_each_language
from tei import __version__

GUIDE: Final = "guide/schema.html"
"""The guide to the schema in the site: every element, attribute and rule, in English."""

_PROBED: Final = 3
_HEAD: Final = 16384

Counted = tuple[str, int]
"""Words, and how many documents they are of."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the documents say of how they were made, each thing once with how many say it, the most first.

    `responsible` are (role, names): the roles in the words of the files. `licences` are (words, address, documents).
    """

    principles: tuple[Counted, ...]
    statuses: tuple[Counted, ...]
    publishers: tuple[Counted, ...]
    languages: tuple[Counted, ...]
    originals: tuple[Counted, ...]
    licences: tuple[tuple[str, str, int], ...]
    responsible: tuple[tuple[str, tuple[Counted, ...]], ...]
    latest: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The page; `contact` is a link by mail or web where the edition gives one."""

    frame: Frame
    edition: Settings
    contact: Link | None
    count: int
    facts: Facts
    version: str
    downloads: str
    guide: str


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page, and the guide to the schema where the documents follow ours."""
    guide = _guide(site)
    shown = digest_of(facts_of(site), len(site.corpus.documents), __version__, guide is not None)
    yield from in_each_language(site, "about", "", shown)
    if guide is not None:
        yield Planned(GUIDE, "guide", "", site.settings.languages[0], sha256(guide.read_bytes()).hexdigest())


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page or the guide."""
    guide = _guide(site)
    if planned.kind == "guide" and guide is not None:
        yield File(planned.path, guide.read_bytes())
    else:
        yield File(planned.path, fill("about.html.j2", _page(site, planned), planned.lang, site.settings.own))


@lru_cache(maxsize=1)
def _guide(site: Site) -> Path | None:
    """Return the guide to the schema that `tei encode` follows, None where the documents were made by other means."""
    path = schemas_dir() / "generated" / "guide.html"
    ours = any(_is_ours(document.path) for document in site.corpus.documents[:_PROBED])
    return path if ours and path.is_file() else None


def _is_ours(path: Path) -> bool:
    """Say whether the header of a file names this program (encodingDesc/appInfo/application)."""
    try:
        with path.open("rb") as file:
            return b'ident="tei-edition"' in file.read(_HEAD)
    except OSError:
        return False


@lru_cache(maxsize=1)
def facts_of(site: Site) -> Facts:
    """Return what the documents of an edition say of how they were made."""
    alike = _alike(site.corpus.documents)
    licences: Counter[tuple[str, str]] = Counter()
    roles: dict[str, Counter[str]] = {}
    for one, count in alike:
        if one.licence or one.licence_url:
            licences[one.licence, one.licence_url] += count
        for role, name in dict.fromkeys((each.role, each.name.text) for each in one.responsible):
            roles.setdefault(role, Counter())[name] += count
    return Facts(
        principles=_counted((words, count) for one, count in alike for words in dict.fromkeys(one.principles)),
        statuses=_counted((one.version.status, count) for one, count in alike),
        publishers=_counted((one.publisher, count) for one, count in alike),
        languages=_counted((one.lang, count) for one, count in alike),
        originals=_counted((one.original_lang, count) for one, count in alike if one.original_lang != one.lang),
        licences=tuple((*one, count) for one, count in sorted(licences.items(), key=lambda one: (-one[1], one[0]))),
        responsible=tuple((role, _counted(names.items())) for role, names in roles.items()),
        latest=max((one.version.date for one, _ in alike), default=""),
    )


def _alike(documents: Iterable[Document]) -> tuple[tuple[Document, int], ...]:
    """Return a document for all that are alike in what is counted here, with how many those are, in their order.

    Values of several parts are told apart by their places in memory: documents that were read together share them, and
    more groups than need be give the same counts.
    """
    first: dict[tuple[object, ...], Document] = {}
    counts: Counter[tuple[object, ...]] = Counter()
    for one in documents:
        shared = (id(one.principles), id(one.versions), id(one.responsible))
        key = (*shared, one.publisher, one.lang, one.original_lang, one.licence, one.licence_url)
        first.setdefault(key, one)
        counts[key] += 1
    return tuple((one, counts[key]) for key, one in first.items())


def _counted(found: Iterable[Counted]) -> tuple[Counted, ...]:
    """Return words with how many documents say them, the most first."""
    sums: Counter[str] = Counter()
    for words, count in found:
        if words:
            sums[words] += count
    return tuple(sorted(sums.items(), key=lambda one: (-one[1], one[0])))


def _page(site: Site, planned: Planned) -> AboutPage:
    return AboutPage(
        frame=make_frame(site, planned, "", section="about"),
        edition=site.settings,
        contact=_contact(site.settings.contact),
        count=len(site.corpus.documents),
        facts=facts_of(site),
        version=__version__,
        downloads=relative(planned.path, site.address("downloads", lang=planned.lang)),
        guide=relative(planned.path, GUIDE) if _guide(site) is not None else "",
    )


def _contact(text: str) -> Link | None:
    if not text:
        return None
    if "@" in text and " " not in text and "/" not in text:
        return Link(text.removeprefix("mailto:"), f"mailto:{text.removeprefix('mailto:')}")
    return Link(text, web_address(text))
