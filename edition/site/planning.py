"""Digests of what pages show, cheap enough for ten thousand telegrams: when they are the same, so is the page.

A line of a list shows a document and the names of those who wrote and got it; the document's mark, with those names,
stands for the line. It says more than the line does: a page may be made again once too often, never once too seldom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from edition.corpus.model import Document, Entry, Kind
from edition.corpus.ties import recipients_of, senders_of
from edition.site.plan import Planned, Site


def in_each_language(site: Site, kind: str, subject: str, digest: str) -> Iterator[Planned]:
    """Yield a page once for each language of the interface, the first at the root of the site."""
    for lang in site.settings.languages:
        yield Planned(site.address(kind, subject, lang), kind, subject, lang, digest)


def digest_of(*values: object) -> str:
    """Return the digest of frozen values, by what `repr` shows of them: the same in every process."""
    return sha256(repr(values).encode()).hexdigest()


def digest_of_lines(site: Site, documents: Iterable[str], *values: object) -> str:
    """Return the digest of a list of documents (their ids), and of whatever else its page shows."""
    known = lines(site)
    made = sha256("\n".join([known.get(ident, ident) for ident in documents]).encode())
    made.update(repr(values).encode())
    return made.hexdigest()


@lru_cache(maxsize=1)
def lines(site: Site) -> Mapping[str, str]:
    """Return for the id of each document what changes whenever its line in a list does."""
    entries = site.corpus.entries
    return {
        document.id: f"{document.mark or document.digest} {_names(document, entries)}"
        for document in (*site.corpus.documents, *site.corpus.context)
    }


def _names(document: Document, entries: Mapping[tuple[Kind, str], Entry]) -> str:
    known = [entries.get(place) for place in (*senders_of(document), *recipients_of(document)) if place[1]]
    return "|".join([f"{entry.name} {entry.lang}" if entry else "" for entry in known])
