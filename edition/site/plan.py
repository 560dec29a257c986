"""What a page is before it is made, and the site that it belongs to: addresses, languages, and how pages link."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote

from edition.corpus.model import Corpus
from tei.findings import Finding

_FOLDERS: Final = {
    "telegram": "telegrams",
    "telegrams": "telegrams",
    "context": "sources",
    "person": "persons",
    "org": "organisations",
    "place": "places",
    "archive": "archives",
    "exchange": "exchanges",
    "year": "chronology",
}
"""The folder that the pages of a kind are in; its index.html is the register of that kind."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an edition says of its site: [edition] and [site] of edition.toml, with every default filled in.

    `url` is where the site will be, with a slash at the end, empty where not told: then there are no canonical links,
    and the feed has relative addresses. `id` is a short name that stays when titles and addresses change. `languages`
    are those of the interface, the first at the root of the site, each other in a folder of its name. `own` is the
    edition's folder of templates, messages, style sheets and XSLT that win over ours, None without one. `aliases` leads
    from an old id to the one that it has now. Addresses that pages lead to are of the web: any other, such as a script
    in the licence of a document, is dropped here, once for all pages.
    """

    title: str
    id: str = ""
    subtitle: str = ""
    description: str = ""
    publisher: str = ""
    place: str = ""
    date: str = ""
    licence: str = ""
    licence_url: str = ""
    url: str = ""
    languages: tuple[str, ...] = ("en",)
    own: Path | None = None
    aliases: tuple[tuple[str, str], ...] = ()
    search: bool = True
    editors: tuple[str, ...] = ()
    contact: str = ""
    repository_url: str = ""
    citation: str = ""

    def __post_init__(self) -> None:
        for name in ("licence_url", "repository_url", "url"):
            object.__setattr__(self, name, web_address(getattr(self, name)))


def web_address(text: str) -> str:
    """Return an address that a page may lead to, empty for any other than http and https."""
    return text if text.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is to be made: its file in the site, the kind that makes it, and of what (an id, a key, a year).

    `lang` is that of the interface. `digest` changes whenever anything changes that this page shows, so that a page
    whose digest is that of the last build need not be made again; templates and settings are not part of it.
    """

    path: str
    kind: str
    subject: str
    lang: str
    digest: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path in it, with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `href` is relative to the page that shows them, or an address on the web."""

    text: str
    href: str
    lang: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """The corpus with the settings of its site; every address is made here.

    A site is itself and no other (`eq=False`), so that what is derived from it can be remembered by it. `assets` is a
    digest of the style sheets and scripts, for their addresses: a browser that keeps them asks for new ones when they
    have changed.
    """

    corpus: Corpus
    settings: Settings
    assets: str = ""

    def address(self, kind: str, subject: str = "", lang: str = "") -> str:
        """Return the file of a page, as a path in the site: `telegrams/t1937-09-04-pashin-morozkin.html`.

        Without a subject that is the register of the kind, or the one page that there is of it: `search.html`.
        """
        folder = _FOLDERS.get(kind, "")
        if folder:
            path = f"{folder}/{subject or 'index'}.html"
        else:
            path = f"{subject or kind}.html" if kind != "home" else "index.html"
        return path if lang in ("", self.settings.languages[0]) else f"{lang}/{path}"

    def download(self, ident: str, suffix: str) -> str:
        """Return the file of a document in another form (`.xml`, `.txt`, `.ris` …): one for all languages."""
        return f"{_FOLDERS['telegram']}/{ident}{suffix}"

    def canonical(self, path: str) -> str:
        """Return the web address of a file of the site, empty where the settings do not tell the site's own."""
        shown = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
        return f"{self.settings.url}{quote(shown)}" if self.settings.url else ""


def relative(source: str, target: str) -> str:
    """Return the address of a file of the site as a page of it (`source`) writes it, percent-encoded."""
    target, mark, fragment = target.partition("#")
    folder, _, name = target.rpartition("/")
    path = _steps(posixpath.dirname(source), folder) + quote(name) if target else ""
    return path + mark + quote(fragment) if mark else path


@lru_cache(maxsize=4096)
def _steps(source: str, target: str) -> str:
    """Return the way from a folder to another with a slash at its end, empty where they are the same."""
    steps = posixpath.relpath(target or ".", source or ".")
    return "" if steps == "." else f"{quote(steps)}/"


class Kind(Protocol):
    """What a module of a kind of page offers."""

    def plan(self, site: Site) -> Iterator[Planned]:
        """Yield the pages of this kind, in order, for each language of the interface."""

    def make(self, site: Site, planned: Planned) -> Iterator[File | Finding]:
        """Yield the page and whatever files belong to it alone, and what could not be shown as it should."""
