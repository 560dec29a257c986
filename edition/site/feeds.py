"""The feed of what changed (Atom, RFC 4287), the map of the site (sitemaps.org) and the word to robots.

Times are those of the corpus: the dates of the documents' last changes, at midnight, as no hour is told. Without an
address of the site there is no map, and the entries of the feed are known by names instead of addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from edition.corpus.model import Document
from edition.site.plan import File, Planned, Site
from edition.site.surveying import Mapped, changes, survey, surveyed

_ATOM: Final = "http://www.w3.org/2005/Atom"
_MAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_LATEST: Final = 50
"""Entries of the feed."""
_MOST: Final = 50_000
"""Addresses that one file of a map may have (sitemaps.org); with their languages they stay below its 50 MB as well."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_BEGINNING: Final = "1970-01-01"
_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

FEED: Final = "feed.xml"
MAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"


def plan(site: Site) -> Iterator[Planned]:
    """Yield feed, map and word to robots, once for all languages of the interface."""
    lang = site.settings.languages[0]
    days = changes(site)
    shown = [f"{one.id} {one.mark or one.digest} {days[one.id]}" for one in latest(site)]
    yield Planned(FEED, "feed", "feed", lang, sha256("\n".join(shown).encode()).hexdigest())
    if site.settings.url:
        whole = sha256("\n".join(map("\t".join, surveyed(site))).encode())
        yield Planned(MAP, "feed", "map", lang, whole.hexdigest())
    yield Planned(ROBOTS, "feed", "robots", lang, "")


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the files of one of them; a large map is several files and one that lists them."""
    if planned.subject == "feed":
        yield File(planned.path, _feed(site))
    elif planned.subject == "map":
        yield from _maps(site)
    else:
        yield File(planned.path, _robots(site))


def latest(site: Site, most: int = _LATEST) -> tuple[Document, ...]:
    """Return the documents that changed last, the newest first; those without a dated change are left out."""
    days = changes(site)
    good = {day for day in set(days.values()) if _DAY.match(day)}
    dated = [document for document in site.corpus.documents if days[document.id] in good]
    return tuple(sorted(dated, key=lambda document: days[document.id], reverse=True)[:most])


def _feed(site: Site) -> bytes:
    settings, found = site.settings, latest(site)
    home, own = site.canonical("index.html"), site.canonical(FEED)
    feed = etree.Element(f"{{{_ATOM}}}feed", {_XML_LANG: settings.languages[0]}, nsmap=_plain(_ATOM))
    _say(feed, "id", home or _urn(settings.id or settings.title))
    _say(feed, "title", settings.title)
    _say(feed, "subtitle", settings.subtitle)
    _say(feed, "updated", _moment(found[0].version.date if found else settings.date))
    author = _add(feed, "author")
    _say(author, "name", settings.publisher or "; ".join(settings.editors) or settings.title)
    _say(feed, "rights", " ".join(filter(None, [settings.licence, settings.licence_url])))
    _add(feed, "link", rel="alternate", type="text/html", href=home or "index.html")
    _add(feed, "link", rel="self", type="application/atom+xml", href=own or FEED)
    for document in found:
        _entry(feed, document, site)
    return etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(feed: etree._Element, document: Document, site: Site) -> None:
    path = site.address("telegram", document.id)
    entry = _add(feed, "entry")
    _say(entry, "id", site.canonical(path) or _urn(f"{site.settings.id or site.settings.title}/{document.id}"))
    _say(entry, "title", document.title or document.id, document.title_lang)
    _say(entry, "updated", _moment(document.version.date))
    for name in dict.fromkeys(name.text for name in document.senders):
        _say(_add(entry, "author"), "name", name)
    _add(entry, "link", rel="alternate", type="text/html", href=site.canonical(path) or path)
    if document.kind:
        _add(entry, "category", term=document.kind)
    if document.abstract:
        _say(entry, "summary", " ".join(document.abstract), document.abstract_lang)
    else:
        _say(entry, "summary", document.excerpt, document.lang)


def _maps(site: Site) -> Iterator[File]:
    found = survey(site)
    most = max(1, _MOST // len(site.settings.languages))
    parts = [found[at : at + most] for at in range(0, len(found), most)]
    if len(parts) <= 1:
        yield File(MAP, _map(site, found))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield File(name, _map(site, part))
    root = etree.Element(f"{{{_MAP}}}sitemapindex", nsmap=_plain(_MAP))
    for name in names:
        etree.SubElement(etree.SubElement(root, f"{{{_MAP}}}sitemap"), f"{{{_MAP}}}loc").text = site.canonical(name)
    yield File(MAP, etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _map(site: Site, found: Iterable[Mapped]) -> bytes:
    root = etree.Element(f"{{{_MAP}}}urlset", nsmap=_plain(_MAP) | {"xhtml": _XHTML})
    for mapped in found:
        for path in mapped.paths:
            url = etree.SubElement(root, f"{{{_MAP}}}url")
            etree.SubElement(url, f"{{{_MAP}}}loc").text = site.canonical(path)
            if _DAY.match(mapped.changed):
                etree.SubElement(url, f"{{{_MAP}}}lastmod").text = mapped.changed[:10]
            for lang, other in zip(site.settings.languages, mapped.paths, strict=True):
                if len(mapped.paths) > 1:
                    link = etree.SubElement(url, f"{{{_XHTML}}}link", rel="alternate", hreflang=lang)
                    link.set("href", site.canonical(other))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _robots(site: Site) -> bytes:
    place = site.canonical(MAP)
    return ("User-agent: *\nAllow: /\n" + (f"\nSitemap: {place}\n" if place else "")).encode()


def _moment(date: str) -> str:
    """Return the beginning of a day as RFC 3339 has it; of 1970 where no day is known, as a feed must have a time."""
    found = _DAY.match(date)
    return f"{found[0] if found else _BEGINNING}T00:00:00Z"


def _urn(name: str) -> str:
    """Return a name that stays the same for the same edition and document (RFC 4122, version 5)."""
    return uuid5(NAMESPACE_URL, name).urn


def _plain(namespace: str) -> dict[Any, str]:
    """Return the map that makes a namespace the one without prefix; the stubs of lxml know no None as a prefix."""
    return {None: namespace}


def _say(parent: etree._Element, name: str, text: str, lang: str = "") -> None:
    if text:
        made = _add(parent, name)
        made.text = _NOT_XML.sub("", text)
        if lang:
            made.set(_XML_LANG, lang)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
