"""The correspondence as a network: who wrote to whom, one edge for each document and pair.

Nodes are the correspondents of the authority lists, and those without an entry by their name as written; edges lead
from sender to recipient. Copies and mentions are no edges. What graphml and gexf write comes from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Corpus, Document, Envelope, Moment, Name
from edition.exchange.days import first_day, last_day
from edition.site.plan import Site

NAMELESS: Final = "~"
"""What stands before the name of someone without an entry, in an id: no key begins with it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A correspondent: `id` is kind and key; `url` the first address in an authority file, and who wrote how much."""

    id: str
    key: str
    name: str
    kind: str
    listed: bool
    identifiers: str
    url: str
    sent: int
    received: int
    mentioned: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A document from one to another: ISO dates as written in it, first and last day that are possible, if known."""

    id: str
    source: str
    target: str
    document: str
    kind: str
    title: str
    lang: str
    date: str
    first: str
    last: str
    words: int
    url: str


@dataclass(slots=True)
class _Counts:
    name: Name
    sent: dict[str, None] = field(default_factory=dict)
    received: dict[str, None] = field(default_factory=dict)


def nodes_of(corpus: Corpus) -> Iterator[Node]:
    """Yield who sent or received anything, in order of their ids."""
    found: dict[str, _Counts] = {}
    for document in corpus.documents:
        for envelope in document.envelopes:
            for sender in envelope.names("sent"):
                found.setdefault(_id(sender), _Counts(sender)).sent[document.id] = None
            for recipient in envelope.names("received"):
                found.setdefault(_id(recipient), _Counts(recipient)).received[document.id] = None
    for ident in sorted(found):
        yield _node(ident, found[ident], corpus)


def _node(ident: str, counts: _Counts, corpus: Corpus) -> Node:
    name = counts.name
    entry = corpus.entries.get((name.kind, name.key)) if name.key else None
    uses = corpus.uses.get((name.kind, name.key)) if name.key else None
    identifiers = entry.identifiers if entry else ()
    return Node(
        id=ident,
        key=name.key,
        name=entry.name if entry else name.text,
        kind=str(name.kind),
        listed=bool(entry and entry.listed),
        identifiers=" ".join(f"{type_}:{''.join(value.split())}" for type_, value in identifiers),
        url=next((url for type_, value in identifiers if (url := identifier_url(type_, value))), ""),
        sent=len(counts.sent),
        received=len(counts.received),
        mentioned=len(uses.mentioned) if uses else 0,
    )


def _id(name: Name) -> str:
    return f"{name.kind}/{name.key}" if name.key else f"{name.kind}/{NAMELESS}{' '.join(name.text.split())}"


def edges_of(site: Site) -> Iterator[Edge]:
    """Yield the edges in order of time: one for each document, sender and recipient; a message inside is its own."""
    for document in site.corpus.documents:
        url = site.canonical(site.address("telegram", document.id))
        number = 0
        for envelope in document.envelopes:
            for pair in _pairs(envelope):
                number += 1
                yield _edge(f"{document.id}/{number}", pair, document, _sent(envelope, document), url)


def _pairs(envelope: Envelope) -> Iterator[tuple[str, str]]:
    senders = dict.fromkeys(map(_id, envelope.names("sent")))
    recipients = dict.fromkeys(map(_id, envelope.names("received")))
    return ((sender, recipient) for sender in senders for recipient in recipients)


def _sent(envelope: Envelope, document: Document) -> Moment:
    """Return when what is in an envelope was sent; the document's own date where that is not told."""
    dates = (date for action in envelope.of("sent") for date in action.dates)
    own = envelope is document.envelope
    return document.date if own else next((date for date in dates if date.earliest), document.date)


def _edge(ident: str, pair: tuple[str, str], document: Document, date: Moment, url: str) -> Edge:
    return Edge(
        id=ident,
        source=pair[0],
        target=pair[1],
        document=document.id,
        kind=document.kind,
        title=document.title,
        lang=document.lang,
        date=date.when or ("/".join((date.not_before, date.not_after)) if date.earliest else ""),
        first=first_day(date),
        last=last_day(date),
        words=document.words,
        url=url,
    )


def is_lone(document: Document) -> bool:
    """Say whether no edge stands for a document: it has no sender or no recipient that is named."""
    return not any(True for envelope in document.envelopes for _ in _pairs(envelope))
