"""The search index, made of the pages of the new site; left as it is when nothing that is searched has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from edition.build.planning import Plan
from edition.build.rendering import Made, Written, digest
from edition.build.trees import sizes
from edition.site.plan import Site
from tei.findings import Finding

FOLDER: Final = "pagefind"
"""The folder of the site that the index is in; nothing else is."""
PAGE: Final = ":search"
"""What the files of the index belong to, as if that were a page."""
_SEARCHED: Final = frozenset({"telegram", "context", "person", "org", "place"})


def search_mark(site: Site, plan: Plan) -> str:
    """Return a digest of all that is searched, empty where the site has no search."""
    if not site.settings.search:
        return ""
    whole = hashlib.blake2b(digest_size=16)
    for page in plan.pages:
        if page.kind in _SEARCHED:
            whole.update(f"{page.path}\0{plan.marks[page.path]}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def make_index(folder: Path, site: Site) -> tuple[Finding, ...]:
    """Write the search index of the pages in a folder."""
    # Imported where it is used: a build without a search needs none of it.
    from edition.searching import index_site

    return index_site(folder, site)


def index_files(folder: Path) -> Made:
    """Return the files of the index as if they were a page's."""
    return Made(PAGE, tuple(_files(folder)))


def _files(folder: Path) -> Iterator[Written]:
    found: Mapping[str, int] = sizes(folder / FOLDER) if (folder / FOLDER).is_dir() else {}
    for path in sorted(found):
        yield Written(f"{FOLDER}/{path}", digest((folder / FOLDER / path).read_bytes()), found[path])
