"""What stands round a document: its neighbours in its exchange and in time, what it answers, what speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.corpus.model import Document, Exchange, Moment, Relation
from edition.corpus.ties import related_to, stated_by
from edition.site.plan import Planned, Site, relative
from edition.site.planning import lines
from edition.site.rows import Row, row

_UNDATED: Final = Moment()


@dataclass(frozen=True, slots=True)
class Related:
    """Another document and what it is to this one (`relation` is a code); without a row, words and a date are all."""

    relation: str
    row: Row | None = None
    text: str = ""
    date: Moment = _UNDATED
    href: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The documents before and after one, and the way to the list that they are of."""

    before: Row | None
    after: Row | None
    href: str

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return self.before is not None or self.after is not None


def in_exchange(site: Site, planned: Planned, document: Document) -> Neighbours:
    """Return the letters before and after one between the same two."""
    before, after = site.corpus.neighbours.get(document.id, ("", ""))
    exchange = _exchanges(site).get(document.id)
    href = relative(planned.path, site.address("exchange", exchange.key, planned.lang)) if exchange else ""
    return Neighbours(_row(site, planned, before), _row(site, planned, after), href)


def in_time(site: Site, planned: Planned, document: Document) -> Neighbours:
    """Return the documents before and after one in the whole edition."""
    before, after = times(site).get(document.id, ("", ""))
    href = relative(planned.path, site.address("year", document.date.year, planned.lang)) if document.date.year else ""
    return Neighbours(_row(site, planned, before), _row(site, planned, after), href)


@lru_cache(maxsize=1)
def times(site: Site) -> dict[str, tuple[str, str]]:
    """Return for each document the ids of those before and after it in time."""
    ids = ["", *(document.id for document in site.corpus.documents), ""]
    return {ident: (ids[place], ids[place + 2]) for place, ident in enumerate(ids[1:-1])}


@lru_cache(maxsize=1)
def _exchanges(site: Site) -> dict[str, Exchange]:
    """Return for each document the exchange that it is of, the largest where it is of several."""
    ordered = sorted(site.corpus.exchanges, key=lambda exchange: len(exchange.documents))
    return {ident: exchange for exchange in ordered for ident in exchange.documents}


def related(site: Site, planned: Planned, document: Document) -> tuple[Related, ...]:
    """Return what a document answers, what answers it, its other languages, the articles that it was taken from."""
    found = dict.fromkeys(_related(site, planned, document))
    return tuple(each for each in found if each.row is None or each.row.id != document.id)


def _related(site: Site, planned: Planned, document: Document) -> Iterator[Related]:
    corpus = site.corpus
    stated = [*(relation for envelope in document.envelopes for relation in envelope.relations), *document.relations]
    others = set(corpus.translations.get(document.id, ()))
    for relation in stated:
        if relation.relation not in ("prev", "next") and relation.target not in others:
            yield _stated(site, planned, relation)
    for kind, idents in (
        ("reply", corpus.answers.get(document.id, ())),
        ("language", corpus.translations.get(document.id, ())),
        ("article", corpus.referred.get(document.id, ())),
    ):
        for ident in idents:
            if (found := _row(site, planned, ident)) is not None:
                yield Related(kind, found)


def _stated(site: Site, planned: Planned, relation: Relation) -> Related:
    found = _row(site, planned, relation.target)
    if found is not None:
        return Related(relation.relation, found)
    return Related(relation.relation, None, relation.text, relation.date, relation.href)


def _row(site: Site, planned: Planned, ident: str) -> Row | None:
    document = site.corpus.by_id.get(ident)
    return row(site, planned, document) if document is not None else None


def marks_round(site: Site, documents: Iterable[Document]) -> Iterator[list[str]]:
    """Yield for each document the lines of all that its page shows: while these are the same, it stays.

    Of the same piece in other languages a page may show the text too: their digests go in, and where their text leads.
    """
    corpus = site.corpus
    known, exchanges = lines(site), _exchanges(site)
    in_order = times(site)
    for document in documents:
        ident = document.id
        idents = [*corpus.neighbours.get(ident, ()), *in_order.get(ident, ())]
        for others in (corpus.answers, corpus.referred):
            idents += others.get(ident, ())
        idents += document.references
        idents += [target for _, target in (*related_to(document), *stated_by(document))]
        found = [exchanges[ident].key if ident in exchanges else ""]
        found += [f"{other} {known[other]}" for other in idents if other in known]
        beside = [corpus.by_id[other] for other in corpus.translations.get(ident, ())]
        found += [f"{other.digest} {' '.join(other.references)}" for other in beside]
        yield found
