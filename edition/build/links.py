"""The links of a page and the places in it: what a reader can follow, and where a link can lead to.

Pages are ours, so that tags are found by a pattern: ten times as quick as a parser, and exact for what our templates
and lxml write, where `<` and `>` stand for markup alone.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from html import unescape
from typing import Final
from urllib.parse import unquote, urlsplit

_VALUE: Final = rb"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
_NAMED: Final = re.compile(rb"\s(?:(?P<link>href|src|action|poster)|id)" + _VALUE)
_SITEMAP: Final = re.compile(rb"<loc>([^<]*)</loc>")
_STYLE: Final = re.compile(rb"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def links_of(path: str, data: bytes, url: str = "") -> tuple[str, ...]:
    """Return where a file of the site leads to inside the site: `path` or `path#place`, each once, sorted.

    `url` is the address of the site, so that a link with its whole address is known as one inside it. A link of a page
    to a place of its own is left out where the place is there.
    """
    if not path.endswith((".html", ".xml", ".css")):
        return ()
    hrefs, places = _hrefs(path, data)
    found = {resolve(path, href, url) for href in hrefs}
    inside = {f"{path}#{place}" for place in places} if path.endswith(".html") else set()
    return tuple(sorted(found - inside - {"", path}))


def places_of(data: bytes) -> set[str]:
    """Return the ids of a page: what the part of a link behind `#` can name."""
    return _named(data)[1]


def _hrefs(path: str, data: bytes) -> tuple[set[str], set[str]]:
    """Return what a file leads to as it says it, and the places in it."""
    if path.endswith(".css"):
        return {match[1].decode("utf-8", "replace") for match in _STYLE.finditer(data)}, set()
    if not path.endswith(".xml"):
        return _named(data)
    if b"http://www.tei-c.org/ns/1.0" in data[:2000]:
        return set(), set()  # a document for download: what it points at is its own matter
    listed = {unescape(match[1].decode("utf-8", "replace")) for match in _SITEMAP.finditer(data)}
    hrefs, places = _named(data)
    return hrefs | listed, places


def _named(data: bytes) -> tuple[set[str], set[str]]:
    """Return the links and the ids of a page: attributes that stand in a tag, which the nearest angle bracket tells."""
    links: set[bytes] = set()
    ids: set[bytes] = set()
    for match in _NAMED.finditer(data):
        tag = data.rfind(b"<", 0, match.start())
        if tag < data.rfind(b">", 0, match.start()) or not data[tag + 1 : tag + 2].isalpha():
            continue
        (links if match["link"] else ids).add(match[2] or match[3] or match[4] or b"")
    return {_text(value) for value in links}, {_text(value) for value in ids}


def _text(value: bytes) -> str:
    return unescape(value.decode("utf-8", "replace"))


def resolve(path: str, href: str, url: str = "") -> str:
    """Return the file of the site that a link of the file `path` means, empty where it leads off the site.

    A link from the root of the host (`/…`) means a file only where `url` says what the root of the site is; without it,
    and outside of it, the result is a path that no site has, since such a link breaks when the site is moved.
    """
    href = href.strip()
    root = urlsplit(url).path
    if url and href.startswith(url):
        base, href = "", href[len(url) :]
    elif root and href.startswith(root) and not href.startswith("//"):
        base, href = "", href[len(root) :]
    elif _SCHEME.match(href) or href.startswith("//"):
        return ""
    else:
        base = path
    shown, _, place = href.partition("#")
    target = _joined(base, unquote(shown.partition("?")[0]))
    place = unquote(place)
    return f"{target}#{place}" if place and not place.startswith(":~:") else target


def _joined(base: str, target: str) -> str:
    """Return a path of the site; a folder means its index.html."""
    return _within(posixpath.dirname(base), target) if target else base or "index.html"


@lru_cache(maxsize=8192)
def _within(folder: str, target: str) -> str:
    """Return what a target means in a folder; the pages of a folder lead to the same places."""
    if target.startswith("/"):
        return target
    joined = posixpath.normpath(posixpath.join(folder, target))
    if joined == ".":
        return "index.html"
    return f"{joined}/index.html" if target.endswith(("/", "/.", "/..")) or target in (".", "..") else joined
