"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.plan import File, Link, Planned, Site
from edition.site.planning import digest_of, in_each_language


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page that a server shows for any address without a page."""

    frame: Frame
    count: int


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page in each language; servers show that of the first."""
    yield from in_each_language(site, "404", "", digest_of(len(site.corpus.documents)))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page."""
    page = NotFoundPage(_rooted(site, make_frame(site, planned, "")), len(site.corpus.documents))
    yield File(planned.path, fill("notfound.html.j2", page, planned.lang, site.settings.own))


def _rooted(site: Site, frame: Frame) -> Frame:
    """Return a frame whose ways begin at the root of the server, since no one knows from where they will be gone.

    Where the address of the site is not told, they are relative: right for what is missing beside the page itself.
    """
    if not site.settings.url:
        return frame
    root = urlsplit(site.settings.url).path or "/"
    folder = f"{root}{frame.path.rpartition('/')[0]}/" if "/" in frame.path else root

    def rooted(href: str) -> str:
        return _absolute(folder, href) if href else href

    return replace(
        frame,
        root=root,
        sections=tuple(replace(one, href=rooted(one.href)) for one in frame.sections),
        languages=tuple(Link(one.text, rooted(one.href), one.lang) for one in frame.languages),
        home=rooted(frame.home),
        search_page=rooted(frame.search_page),
        downloads=rooted(frame.downloads),
        canonical="",
    )


def _absolute(folder: str, href: str) -> str:
    """Return a relative address seen from a folder of the server as one that begins with a slash."""
    steps = folder.strip("/").split("/") if folder.strip("/") else []
    while href.startswith("../"):
        href, steps = href[3:], steps[:-1]
    return "/" + "/".join([*steps, href])
