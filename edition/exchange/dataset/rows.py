"""The rows of the data set, a document at a time, in the order of the columns of edition.exchange.dataset.schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Action, Corpus, Document, Entry, Holding, Kind, Moment, Name, Relation
from edition.exchange.dataset import schema
from edition.exchange.dataset.research import Part, read_parts
from edition.exchange.dataset.schema import Row, Table
from edition.exchange.days import first_day, last_day
from edition.exchange.request import Request
from edition.site.plan import Site
from tei.errors import SourceError
from tei.findings import Finding

Batch = tuple[Table, Sequence[Row]]
SPEAKS_OF = "speaks-of"
"""The relation of a reference in running text."""

_REGISTERS = {
    Kind.PERSON: schema.PERSONS,
    Kind.ORGANISATION: schema.ORGANISATIONS,
    Kind.PLACE: schema.PLACES,
}


def batches(request: Request) -> Iterator[Batch | Finding]:
    """Yield rows by table: entries and archives, then document by document, then exchanges."""
    corpus, site = request.corpus, Site(request.corpus, request.settings)
    for entry in corpus.entries.values():
        yield from _entry(entry)
    for archive in corpus.archives.values():
        row = (archive.key, archive.name, archive.abbreviation, archive.settlement, archive.country)
        yield schema.ARCHIVES, [row]
        yield schema.ARCHIVE_NOTES, [(archive.key, at, note) for at, note in enumerate(archive.notes)]
    for document in (*corpus.documents, *corpus.context):
        yield schema.DOCUMENTS, [_document(document, site)]
        yield from _envelopes(document, corpus)
        yield from _around(document, corpus)
        yield from _research(document)
    yield from _exchanges(corpus)


def _id(kind: Kind, key: str) -> str:
    return f"{kind}/{key}"


def _entry(entry: Entry) -> Iterator[Batch]:
    own = _id(entry.kind, entry.key)
    yield schema.ENTITIES, [(own, entry.kind, entry.key, entry.name)]
    row: Row = (own, entry.key, entry.name, entry.lang, entry.sort, entry.type, entry.span, entry.listed)
    if entry.kind is Kind.PLACE:
        row = (*row, entry.location, *_degrees(entry.location))
    yield _REGISTERS[entry.kind], [row]
    yield schema.VARIANTS, [(own, at, one.text, one.type, one.lang) for at, one in enumerate(entry.variants)]
    found = enumerate(entry.identifiers)
    yield schema.IDENTIFIERS, [(own, at, type_, value, identifier_url(type_, value)) for at, (type_, value) in found]
    yield schema.ENTITY_NOTES, [(own, at, note) for at, note in enumerate(entry.notes)]


def _degrees(location: str) -> tuple[str, str]:
    """Return latitude and longitude as they are written where both are numbers on the globe, else nothing."""
    parts = location.replace(",", " ").split()
    with suppress(ValueError):
        if len(parts) == 2 and abs(float(parts[0])) <= 90 and abs(float(parts[1])) <= 180:
            return parts[0], parts[1]
    return "", ""


def _document(one: Document, site: Site) -> Row:
    page = site.address("context" if one.kind == "context" else "telegram", one.id)
    return (
        *(one.id, one.kind, one.lang, one.title, one.title_lang, one.number, *_moment(one.date), one.words, one.body),
        *(one.excerpt, one.abstract_lang, one.original_lang, one.publisher, one.published, one.licence),
        *(one.licence_url, one.source, one.source_url, one.path.name, one.part, one.digest, site.canonical(page)),
    )


def _moment(date: Moment) -> Row:
    return (
        *(date.text, date.when, date.not_before, date.not_after, date.certainty, date.evidence),
        *(first_day(date), last_day(date)),
    )


def _name(name: Name, corpus: Corpus) -> Row:
    known = (name.kind, name.key) in corpus.entries
    return name.text, name.kind, _id(name.kind, name.key) if known else "", name.lang, name.pseudonym


def _envelopes(document: Document, corpus: Corpus) -> Iterator[Batch]:
    notes: list[tuple[int, str, int | None]] = []
    for number, envelope in enumerate(document.envelopes):
        yield schema.ENVELOPES, [(document.id, number, envelope.part)]
        rows = [(document.id, number, at, one.type, one.subtype) for at, one in enumerate(envelope.actions)]
        yield schema.ACTIONS, rows
        for at, action in enumerate(envelope.actions):
            yield from _action((document.id, number, at), action, corpus)
            notes += [(number, note, at) for note in action.notes]
        notes += [(number, note, None) for note in envelope.notes]
    yield schema.ENVELOPE_NOTES, [(document.id, at, *note) for at, note in enumerate(notes)]


def _action(own: Row, action: Action, corpus: Corpus) -> Iterator[Batch]:
    yield (
        schema.ACTION_NAMES,
        [
            (*own, role, at, *_name(name, corpus))
            for role, names in (("name", action.names), ("place", action.places))
            for at, name in enumerate(names)
        ],
    )
    yield schema.ACTION_DATES, [(*own, at, *_moment(date)) for at, date in enumerate(action.dates)]


def _around(document: Document, corpus: Corpus) -> Iterator[Batch]:
    """Yield what the header says beside the envelope, and what the text names and leads to."""
    own = document.id
    yield schema.REFERENCES, [(own, at, *row) for at, row in enumerate(_references(document, corpus))]
    for at, holding in enumerate(document.holdings):
        yield from _holding(own, at, holding, corpus)
    yield schema.CREDITS, [(own, at, *row) for at, row in enumerate(_credits(document, corpus))]
    yield schema.STATEMENTS, list(_statements(document))
    yield schema.VERSIONS, [(own, at, one.date, one.status, one.text) for at, one in enumerate(document.versions)]
    yield schema.DOCUMENT_IDENTIFIERS, [(own, at, *one) for at, one in enumerate(document.identifiers)]
    for at, one in enumerate(document.mentions):
        if (one.kind, one.key) in corpus.entries:
            yield schema.MENTIONS, [(own, at, one.kind, _id(one.kind, one.key), one.count)]
            yield schema.MENTION_FORMS, [(own, at, number, form) for number, form in enumerate(one.forms)]


def _references(document: Document, corpus: Corpus) -> Iterator[Row]:
    for number, envelope in enumerate(document.envelopes):
        yield from (_relation("envelope", number, one, corpus) for one in envelope.relations)
    yield from (_relation("header", None, one, corpus) for one in document.relations)
    for target in document.references:
        yield _relation("text", None, Relation(SPEAKS_OF, target), corpus)


def _relation(origin: str, envelope: int | None, one: Relation, corpus: Corpus) -> Row:
    target = one.target if one.target in corpus.by_id else ""
    return origin, envelope, one.relation, target, one.text, one.href, *_moment(one.date)


def _holding(own: str, at: int, one: Holding, corpus: Corpus) -> Iterator[Batch]:
    archive = one.repository if one.repository in corpus.archives else ""
    row = (own, at, archive, one.name, one.leaves, one.key, one.citation, one.settlement, one.country)
    yield schema.HOLDINGS, [row]
    yield schema.HOLDING_PARTS, [(own, at, number, *part) for number, part in enumerate(one.parts)]


def _credits(document: Document, corpus: Corpus) -> Iterator[Row]:
    for name in document.authors:
        yield "author", "author", *_name(name, corpus)
    for one in document.responsible:
        yield "responsible", one.role, *_name(one.name, corpus)


def _statements(document: Document) -> Iterator[Row]:
    fields: Iterable[tuple[str, tuple[str, ...]]] = (
        ("other_title", document.other_titles),
        ("abstract", document.abstract),
        ("printed", document.printed),
        ("principle", document.principles),
    )
    return ((document.id, field, at, text) for field, texts in fields for at, text in enumerate(texts))


def _research(document: Document) -> Iterator[Batch | Finding]:
    """Yield the text and its words; a file that cannot be read any more is a finding."""
    if not document.body:
        return
    try:
        for part in read_parts(document):
            yield schema.TEXTS, [_text(document.id, part)]
            yield schema.TOKENS, _tokens(document.id, part)
    except SourceError as error:
        yield from error.findings


def _text(own: str, part: Part) -> Row:
    place = part.place
    anchor = part.anchor if part.within else None
    named = (part.name, part.type, part.n, part.xml_id, place.path, part.within, anchor, place.lang)
    return own, *named, part.text


def _tokens(own: str, part: Part) -> list[Row]:
    name = part.name
    return [
        (own, name, at, start, end, text, form, added, place.lang, place.xml_id, place.path)
        for at, (start, end, text, form, added, place) in enumerate(part.words)
    ]


def _exchanges(corpus: Corpus) -> Iterator[Batch]:
    for one in corpus.exchanges:
        ends = (_id(kind, key) for kind, key in zip(one.kinds, one.pair, strict=True))
        yield schema.EXCHANGES, [(one.key, *ends, len(one.documents))]
        threads = {ident: number for number, thread in enumerate(one.threads) for ident in thread}
        rows = [(one.key, at, ident, threads.get(ident, at)) for at, ident in enumerate(one.documents)]
        yield schema.EXCHANGE_DOCUMENTS, rows
