"""What pages of other documents, and registers, ask of a document: few plain values, quick to read for ten thousand.

A document that is there whole is asked itself; one that is remembered from the last run has its tie at hand, so that
how the documents of an edition hang together is known without any of them being made.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from edition.corpus.model import Action, Document, Holding, Kind, Name, Relation

Place = tuple[Kind, str]
Pair = tuple[tuple[str, Kind], tuple[str, Kind]]
Stray = tuple[tuple[tuple[Kind, str, str, str, bool], ...], tuple[tuple[Kind, str, tuple[str, ...]], ...]]


class Tie(NamedTuple):
    """What ties a document to others; each field is what the function of the same name below returns.

    No dataclass, for there are ten thousand.
    """

    parties: tuple[tuple[int, Kind, str], ...]
    mentioned: tuple[Place, ...]
    authors: tuple[Place, ...]
    pairs: tuple[Pair, ...]
    related: tuple[tuple[str, str], ...]
    lost: tuple[Relation, ...]
    stated: tuple[tuple[str, str], ...]
    senders: tuple[Place, ...]
    recipients: tuple[Place, ...]
    kept: tuple[tuple[str, tuple[tuple[str, str], ...], str, str, str], ...]
    keeper: tuple[Holding, ...]
    strays: Stray


def tie_of(document: Document, listed: Collection[Place]) -> Tie:
    """Return the tie of a document that is there whole; `listed` are the entries that lists have."""
    return Tie(
        parties_of(document),
        mentioned_in(document),
        authors_of(document),
        pairs_of(document),
        related_to(document),
        lost_to(document),
        stated_by(document),
        senders_of(document),
        recipients_of(document),
        kept_at(document),
        keeper_of(document),
        strays_of(document, listed),
    )


class Tied(Document):
    """A document that has its tie at hand."""

    __slots__ = ("tie",)

    tie: Tie


def parties_of(document: Document) -> tuple[tuple[int, Kind, str], ...]:
    """Return whom and what place the envelopes name, each with what it does there: 0 sends, 1 receives, 2 handles."""
    if isinstance(document, Tied):
        return document.tie.parties
    found: dict[tuple[int, Kind, str], None] = {}
    for envelope in document.envelopes:
        for action in envelope.actions:
            which = _PART.get(action.type, 2)
            for name in (*action.names, *action.places):
                if name.key:
                    found[which, name.kind, name.key] = None
    if not document.envelopes:
        found.update(dict.fromkeys((0, author.kind, author.key) for author in document.authors if author.key))
    return tuple(found)


_PART: Final = {"sent": 0, "received": 1}


def mentioned_in(document: Document) -> tuple[Place, ...]:
    """Return the entries that the text or the notes name."""
    if isinstance(document, Tied):
        return document.tie.mentioned
    return tuple([_place(mention.kind, mention.key) for mention in document.mentions])


def authors_of(document: Document) -> tuple[Place, ...]:
    """Return whom the title names as its authors; the key is empty where nothing says who that is."""
    return document.tie.authors if isinstance(document, Tied) else _places(document.authors)


def pairs_of(document: Document) -> tuple[Pair, ...]:
    """Return the pairs that a document went between, its own sender and first recipient first; none with itself."""
    if isinstance(document, Tied):
        return document.tie.pairs
    found: dict[Pair, None] = {}
    for envelope in document.envelopes:
        senders = _keyed(envelope.actions, "sent")
        recipients = _keyed(envelope.actions, "received")
        for sender in senders:
            for recipient in recipients:
                if sender != recipient:
                    found[(sender, recipient) if sender < recipient else (recipient, sender)] = None
    return tuple(found)


def _keyed(actions: tuple[Action, ...], type_: str) -> list[tuple[str, Kind]]:
    return [(name.key, name.kind) for action in actions if action.type == type_ for name in action.names if name.key]


def related_to(document: Document) -> tuple[tuple[str, str], ...]:
    """Return what the envelopes say of other documents: (relation, id), the id empty where the corpus has it not."""
    if isinstance(document, Tied):
        return document.tie.related
    return tuple([(one.relation, one.target) for envelope in document.envelopes for one in envelope.relations])


def lost_to(document: Document) -> tuple[Relation, ...]:
    """Return what the envelopes say of documents that the corpus does not hold."""
    if isinstance(document, Tied):
        return document.tie.lost
    return tuple([one for envelope in document.envelopes for one in envelope.relations if not one.target])


def stated_by(document: Document) -> tuple[tuple[str, str], ...]:
    """Return what the header says of other documents beside the envelopes: (relation, id)."""
    if isinstance(document, Tied):
        return document.tie.stated
    return tuple([(one.relation, one.target) for one in document.relations])


def senders_of(document: Document) -> tuple[Place, ...]:
    """Return who sent it; the key is empty where nothing says who that is."""
    return document.tie.senders if isinstance(document, Tied) else _places(document.senders)


def recipients_of(document: Document) -> tuple[Place, ...]:
    """Return whom it was sent to; the key is empty where nothing says who that is."""
    return document.tie.recipients if isinstance(document, Tied) else _places(document.recipients)


def _places(names: tuple[Name, ...]) -> tuple[Place, ...]:
    return tuple([_place(name.kind, name.key) for name in names])


@lru_cache(maxsize=8192)
def _place(kind: Kind, key: str) -> Place:
    """Return a kind and a key as one value for all documents: it is written once for many, and takes less memory."""
    return kind, key


def kept_at(document: Document) -> tuple[tuple[str, tuple[tuple[str, str], ...], str, str, str], ...]:
    """Return where it is kept: (repository, parts, leaves, key, citation)."""
    if isinstance(document, Tied):
        return document.tie.kept
    return tuple([(one.repository, one.parts, one.leaves, one.key, one.citation) for one in document.holdings])


def keeper_of(document: Document) -> tuple[Holding, ...]:
    """Return who keeps it, as holdings that say no more than that; most documents of an edition have the same."""
    if isinstance(document, Tied):
        return document.tie.keeper
    return tuple([_keeper(one.repository, one.name, one.settlement, one.country) for one in document.holdings])


@lru_cache(maxsize=1024)
def _keeper(repository: str, name: str, settlement: str, country: str) -> Holding:
    return Holding(repository, name, settlement=settlement, country=country)


def strays_of(document: Document, listed: Collection[Place]) -> Stray:
    """Return the names of envelope and title, and those of the text, whose entries no list has, with their forms."""
    if isinstance(document, Tied):
        return document.tie.strays
    named = [name for envelope in document.envelopes for action in envelope.actions for name in _all_names(action)]
    named += [name for name in document.authors if name.key]
    return (
        tuple(
            [
                (name.kind, name.key, name.text, name.lang, name.pseudonym)
                for name in named
                if name.key and (name.kind, name.key) not in listed
            ]
        ),
        tuple([(one.kind, one.key, one.forms) for one in document.mentions if (one.kind, one.key) not in listed]),
    )


def _all_names(action: Action) -> tuple[Name, ...]:
    return (*action.names, *action.places)
