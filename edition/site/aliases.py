"""A page at each address that a document or an entry once had: it leads on to where that is now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from edition.corpus.model import Kind
from edition.site.filling import fill
from edition.site.plan import File, Link, Planned, Site, relative


@dataclass(frozen=True, slots=True)
class AliasPage:
    """What alias.html.j2 is given: the old id, where the page is now, and that address in full where it is known."""

    lang: str
    root: str
    assets: str
    site_title: str
    old: str
    target: Link
    canonical: str


def plan(site: Site) -> Iterator[Planned]:
    """Yield a page for each old id and language; an id that something has now is no old one."""
    taken = {*site.corpus.by_id, *(key for _, key in site.corpus.entries)}
    for old, new in site.settings.aliases:
        found = _kind_of(site, new)
        if found is None or old in taken:
            continue
        digest = hashlib.sha256(repr((old, new, _title(site, found, new))).encode()).hexdigest()
        for lang in site.settings.languages:
            yield Planned(site.address(found, old, lang), "alias", old, lang, digest)


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page that leads on."""
    new = dict(site.settings.aliases)[planned.subject]
    kind = _kind_of(site, new) or "telegram"
    target = site.address(kind, new, planned.lang)
    page = AliasPage(
        planned.lang,
        "../" * planned.path.count("/"),
        site.assets,
        site.settings.title,
        planned.subject,
        Link(_title(site, kind, new), relative(planned.path, target)),
        site.canonical(target),
    )
    yield File(planned.path, fill("alias.html.j2", page, planned.lang, site.settings.own))


def _kind_of(site: Site, ident: str) -> str | None:
    """Return the kind of page that an id has, None where nothing has the id."""
    document = site.corpus.by_id.get(ident)
    if document is not None:
        return "context" if document.kind == "context" else "telegram"
    return next((str(kind) for kind in Kind if (kind, ident) in site.corpus.entries), None)


def _title(site: Site, kind: str, ident: str) -> str:
    document = site.corpus.by_id.get(ident)
    if document is not None:
        return document.title or ident
    return site.corpus.entries[Kind(kind), ident].name
