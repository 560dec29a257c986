"""Pages made and written, each by whichever process is free; what comes back is small: paths, digests, links."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from typing import Final, NamedTuple

from edition.build.links import links_of
from edition.site import kinds
from edition.site.bundles import BUNDLE
from edition.site.downloads import make_bundle
from edition.site.plan import File, Planned, Site
from edition.workers import spread
from tei.errors import TeiError
from tei.findings import Finding, Location, Rule, Severity

PAGE_FAILED = Rule(
    "SIT104",
    "page-not-made",
    Severity.ERROR,
    "A page could not be made: a template of the edition has a mistake, or the program met something in a document "
    "that it did not foresee. The page is left out, the others are made.",
    bad="{{ page.titel }}",
    good="{{ page.title }}",
)
RULES = (PAGE_FAILED,)

_WORTH_A_PROCESS: Final = 24
"""So many pages take about as long as starting a process."""
_OF_DOCUMENTS: Final = frozenset(("telegram", "context"))
_LARGE: Final = 1000
"""With so many documents the pages that list them all take that long each."""


class Written(NamedTuple):
    """A file that was written: its path in the site, the digest of its bytes, their number."""

    path: str
    digest: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its files, where it leads to inside the site, what could not be shown as it should."""

    path: str
    files: tuple[Written, ...] = ()
    links: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def render(site: Site, pages: Sequence[Planned], folder: Path, jobs: int, old: Path | None = None) -> Iterator[Made]:
    """Make pages, write their files into a folder, and yield what was made: pages in order, then bundles of files.

    A page that cannot be made is a finding. OSError is raised where a file cannot be written. What a bundle is made of
    is looked for in the folder, then in `old`, the site that stands.
    """
    folders = (folder, old) if old is not None else (folder,)
    for some in _stages(pages):
        processes = min(jobs, 1 + len(some) // (_WORTH_A_PROCESS if len(site.corpus.documents) < _LARGE else 2))
        for made in spread(_render, some, processes, _prepare, (site, folders)):
            yield replace(made, links=tuple(map(intern, made.links)))  # pages of a site lead to the same places


def _stages(pages: Sequence[Planned]) -> tuple[list[Planned], ...]:
    """Return the pages of documents, all others, and the bundles, in order.

    New processes make each of them: what the old ones had taken for ten thousand documents goes back.
    """
    others = [one for one in pages if one.kind != BUNDLE]
    last = max((place for place, one in enumerate(others, 1) if one.kind in _OF_DOCUMENTS), default=0)
    return others[:last], others[last:], [one for one in pages if one.kind == BUNDLE]


def write_file(folder: Path, file: File) -> Written:
    """Write a file of the site into a folder; folders are made as needed."""
    target = folder / file.path
    try:
        target.write_bytes(file.data)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
    return Written(file.path, digest(file.data), len(file.data))


def digest(data: bytes) -> bytes:
    """Return what tells one content from any other: 16 bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


_work: dict[str, tuple[Site, tuple[Path, ...]]] = {}


def _prepare(site: Site, folders: tuple[Path, ...]) -> None:
    _work["now"] = (site, folders)


def _render(planned: Planned) -> Made:
    site, folders = _work["now"]
    files: list[Written] = []
    links: set[str] = set()
    findings: list[Finding] = []
    for item in _items(site, planned, folders):
        if isinstance(item, Finding):
            findings.append(item)
        else:
            links.update(links_of(item.path, item.data, site.settings.url))
            files.append(write_file(folders[0], item))
    return Made(planned.path, tuple(files), tuple(sorted(links)), tuple(findings))


def _items(site: Site, planned: Planned, folders: tuple[Path, ...]) -> Iterator[File | Finding]:
    """Yield what a page is made of; what goes wrong is a finding."""
    try:
        if planned.kind == BUNDLE:
            yield make_bundle(site, planned, folders)
        else:
            yield from kinds.make(site, planned)
    except TeiError as error:
        yield from error.findings
    except Exception as error:  # one odd document must not keep ten thousand others from readers
        yield _failed(site, planned, error)


def _failed(site: Site, planned: Planned, error: Exception) -> Finding:
    """Return the finding for a page that failed, with the template or else the document that it failed on."""
    steps = traceback.extract_tb(error.__traceback__)
    template = next((step for step in reversed(steps) if step.filename.endswith(".j2")), None)
    cause = f"{type(error).__name__}: {error}"
    message = f"{planned.path} could not be made: {cause}"
    if template is not None or str(getattr(error, "filename", "")).endswith(".j2"):
        path = template.filename if template is not None else str(getattr(error, "filename", ""))
        line = (template.lineno if template is not None else getattr(error, "lineno", 0)) or 0
        return PAGE_FAILED.at(Location(path, line), message, "mend the template", page=planned.path, cause=cause)
    document = site.corpus.by_id.get(planned.subject)
    place = Location(str(document.path)) if document is not None else Location(planned.path)
    last = steps[-1] if steps else None
    where = f" ({Path(last.filename).name}:{last.lineno})" if last is not None else ""
    hint = f"report this to the makers of this program{where}"
    return PAGE_FAILED.at(place, message, hint, page=planned.path, cause=f"{cause}{where}")
