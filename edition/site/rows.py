"""A document as a line of a list: when, from whom, to whom, where it is kept; every list of the site shows these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.corpus.model import Document, Entry, Exchange, Kind, Moment, Name
from edition.corpus.ties import senders_of
from edition.site.plan import Planned, Site, relative

_LINES: Final = 24576
"""So many lines are remembered in a process, at about a kilobyte each."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name in a list: the preferred one of its entry, else as written; `alias` is the pseudonym that was written."""

    text: str
    lang: str = ""
    href: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list. `title` is shown where sender or recipient is not known; `reference` is the first holding's.

    `bare` says that the edition has the envelope alone, not the text.
    """

    id: str
    href: str
    kind: str
    date: Moment
    number: str
    title: str
    title_lang: str
    senders: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reference: str
    lang: str
    summary: str = ""
    summary_lang: str = ""
    bare: bool = False


def rows(site: Site, planned: Planned, documents: Iterable[str]) -> tuple[Row, ...]:
    """Return the lines for documents by their ids, as a page shows them; ids that the corpus lacks are passed over."""
    known = site.corpus.by_id
    return tuple(row(site, planned, known[ident]) for ident in documents if ident in known)


def row(site: Site, planned: Planned, document: Document) -> Row:
    """Return a document as a line of a list on a page."""
    remembered = _remembered(site)
    key = (planned.path.rpartition("/")[0], planned.lang, document.id)
    if key not in remembered:
        if len(remembered) >= _LINES:
            remembered.clear()
        remembered[key] = _row(site, planned, document)
    return remembered[key]


@lru_cache(maxsize=1)
def _remembered(_site: Site) -> dict[tuple[str, str, str], Row]:
    """Return the lines made so far: pages of a folder share them, since the way from each of them is the same."""
    return {}


def _row(site: Site, planned: Planned, document: Document) -> Row:
    summary = document.abstract[0] if document.abstract else document.excerpt
    return Row(
        id=document.id,
        href=document_href(site, planned, document),
        kind=document.kind,
        date=document.date,
        number=document.number,
        title=document.title or document.id,
        title_lang=document.title_lang,
        senders=tuple(party(site, name) for name in document.senders),
        recipients=tuple(party(site, name) for name in document.recipients),
        reference=document.holdings[0].citation if document.holdings else "",
        lang=document.lang,
        summary=shorten(summary),
        summary_lang=(document.abstract_lang if document.abstract else "") or document.lang,
        bare=not document.body,
    )


def document_href(site: Site, planned: Planned, document: Document) -> str:
    """Return the way from a page to that of a document."""
    kind = "context" if document.kind == "context" else "telegram"
    return relative(planned.path, site.address(kind, document.id, planned.lang))


def party(site: Site, name: Name, planned: Planned | None = None) -> Party:
    """Return a name as lists show it, with the way to its entry where a page is given."""
    entry = site.corpus.entries.get((name.kind, name.key)) if name.key else None
    if entry is None:
        return Party(name.text, name.lang)
    alias = name.text if name.pseudonym and name.text.casefold() != entry.name.casefold() else ""
    return Party(entry.name, entry.lang, entry_href(site, planned, entry) if planned else "", alias)


def entry_href(site: Site, planned: Planned, entry: Entry) -> str:
    """Return the way from a page to that of a person, an organisation or a place."""
    return relative(planned.path, site.address(str(entry.kind), entry.key, planned.lang))


def side(site: Site, planned: Planned, who: tuple[Kind, str]) -> Party:
    """Return one side of an exchange with the way to its entry; one that has none is called by its key."""
    entry = site.corpus.entries.get(who)
    return Party(entry.name, entry.lang, entry_href(site, planned, entry)) if entry else Party(who[1])


def sides(exchange: Exchange) -> tuple[tuple[Kind, str], tuple[Kind, str]]:
    """Return what the entries of the two sides of an exchange are found by."""
    return (exchange.kinds[0], exchange.pair[0]), (exchange.kinds[1], exchange.pair[1])


def is_back(document: Document, exchange: Exchange) -> bool:
    """Say whether a document went from the second side of an exchange to the first."""
    senders = senders_of(document)
    first, second = sides(exchange)
    return second in senders and first not in senders


@lru_cache(maxsize=1)
def backs(site: Site) -> Mapping[str, tuple[bool, ...]]:
    """Return by the key of each exchange which of its documents went from the second side to the first."""
    by_id = site.corpus.by_id
    return {one.key: tuple(is_back(by_id[ident], one) for ident in one.documents) for one in site.corpus.exchanges}


def shorten(text: str, limit: int = 160) -> str:
    """Return the start of a text, cut between words (between signs where a script writes no spaces)."""
    if len(text) <= limit:
        return text
    start = text[:limit]
    cut = start.rfind(" ", limit // 2)
    return f"{start[:cut] if cut > 0 else start}…"
