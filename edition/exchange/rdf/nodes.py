"""The edition as things and what is said of them, in the words of schema.org and of CIDOC CRM 7.1.

A letter is a schema:Message and a crm:E73 information object; each piece of paper that carries it a
schema:ArchiveComponent and a crm:E22 object; what its envelope tells (sending, receiving, deciphering) crm:E7
activities with a time-span. Persons, organisations, places and archives are of both vocabularies.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Action, Archive, Document, Entry, Holding, Kind, Moment, Name
from edition.exchange.days import first_day, last_day
from edition.exchange.rdf.naming import Addresses
from edition.exchange.rdf.terms import Iri, Literal, Node, iri, moment, words

_CLASSES = {
    Kind.PERSON: ("schema:Person", "crm:E21_Person"),
    Kind.ORGANISATION: ("schema:Organization", "crm:E74_Group"),
    Kind.PLACE: ("schema:Place", "crm:E53_Place"),
}
_LETTER = ("schema:Message", "crm:E73_Information_Object")
_ARTICLE = ("schema:Article", "crm:E73_Information_Object")


def nodes_of(addresses: Addresses) -> Iterator[Node]:
    """Yield the edition, its entries and archives, and each document with what belongs to it."""
    corpus = addresses.corpus
    yield _edition(addresses)
    for entry in corpus.entries.values():
        yield _entry(entry, addresses)
    for archive in corpus.archives.values():
        yield _archive(archive, addresses)
    types: dict[Iri, str] = {}
    for document in (*corpus.documents, *corpus.context):
        yield _document(document, addresses)
        for number, holding in enumerate(document.holdings):
            yield from _holding(document, number, holding, addresses)
        yield from _activities(document, addresses, types)
    for address, label in types.items():
        yield Node(address, ("crm:E55_Type",)).say("rdfs:label", words(label))


def _edition(addresses: Addresses) -> Node:
    settings = addresses.settings
    made = Node(addresses.edition(), ("schema:Collection", "crm:E73_Information_Object"))
    made.tell("schema:name", [settings.title]).tell("schema:description", [settings.description])
    made.tell("schema:editor", settings.editors).tell("schema:publisher", [settings.publisher])
    made.say("schema:url", iri(settings.url) if settings.url else None)
    made.say("schema:license", iri(settings.licence_url) if settings.licence_url else words(settings.licence))
    return made.say("schema:datePublished", moment(settings.date) if settings.date else None)


def _entry(entry: Entry, addresses: Addresses) -> Node:
    made = Node(addresses.entry(entry.kind, entry.key), _CLASSES[entry.kind])
    made.say("schema:name", words(entry.name, entry.lang)).say("rdfs:label", words(entry.name, entry.lang))
    made.say("schema:alternateName", *(words(one.text, one.lang) for one in entry.variants))
    made.tell("schema:description", [*entry.notes, entry.span]).tell("schema:identifier", [entry.key])
    for type_, value in entry.identifiers:
        url = identifier_url(type_, value)
        made.say("schema:sameAs" if url else "schema:identifier", iri(url) if url else words(f"{type_}:{value}"))
    if entry.kind is Kind.PLACE and (degrees := entry.location.replace(",", " ").split())[1:]:
        made.tell("schema:latitude", degrees[:1]).tell("schema:longitude", degrees[1:2])
    return made


def _archive(archive: Archive, addresses: Addresses) -> Node:
    made = Node(addresses.archive(archive.key), ("schema:ArchiveOrganization", "crm:E74_Group"))
    made.tell("schema:name", [archive.name]).tell("rdfs:label", [archive.name])
    made.tell("schema:alternateName", [archive.abbreviation]).tell("schema:description", archive.notes)
    return made.tell("schema:location", [", ".join(filter(None, (archive.settlement, archive.country)))])


def _document(one: Document, addresses: Addresses) -> Node:
    made = Node(addresses.document(one), _ARTICLE if one.kind == "context" else _LETTER)
    made.say("schema:name", words(one.title, one.title_lang)).say("rdfs:label", words(one.title, one.title_lang))
    made.tell("schema:identifier", [one.id, *(f"{type_}:{value}" for type_, value in one.identifiers)])
    made.tell("schema:genre", [one.kind]).tell("schema:inLanguage", [one.lang])
    made.tell("schema:abstract", one.abstract, one.abstract_lang)
    made.say("schema:wordCount", Literal(str(one.words), type="xsd:integer") if one.body else None)
    made.say("schema:url", addresses.page(one)).say("schema:isPartOf", addresses.edition())
    made.say("schema:license", iri(one.licence_url) if one.licence_url else words(one.licence))
    made.say("schema:translator", *(_who(one_.name, addresses) for one_ in one.responsible if _translates(one_.role)))
    made.say("schema:author", *(_who(name, addresses) for name in (*one.authors, *one.senders)))
    _sent(made, one, addresses)
    _related(made, one, addresses)
    for mention in one.mentions:
        if (mention.kind, mention.key) in addresses.corpus.entries:
            named = addresses.entry(mention.kind, mention.key)
            made.say("schema:mentions", named).say("crm:P67_refers_to", named)
    return made


def _translates(role: str) -> bool:
    return "translat" in role.lower()


def _sent(made: Node, one: Document, addresses: Addresses) -> None:
    envelope = one.envelope
    made.say("schema:sender", *(_who(name, addresses) for name in envelope.names("sent")))
    made.say("schema:recipient", *(_who(name, addresses) for name in envelope.names("received")))
    for predicate, type_ in (("schema:dateSent", "sent"), ("schema:dateReceived", "received")):
        dates = (date.when for action in envelope.of(type_) for date in action.dates)
        made.say(predicate, *(moment(when) for when in dates if when))
    made.say("schema:dateCreated", moment(one.date.when) if one.date.when else words(one.date.text))
    made.say("schema:locationCreated", *(_who(name, addresses) for a in envelope.of("sent") for name in a.places))


def _who(name: Name, addresses: Addresses) -> Iri | Literal:
    """Return whom a name stands for; the name as words where nothing says who it is."""
    return addresses.name(name) or words(name.text, name.lang)


def _related(made: Node, one: Document, addresses: Addresses) -> None:
    relations = [relation for envelope in one.envelopes for relation in envelope.relations]
    for relation in (*relations, *one.relations):
        other = addresses.corpus.by_id.get(relation.target)
        value = addresses.document(other) if other else iri(relation.href) if relation.href else words(relation.text)
        translated = relation.relation == "original" and isinstance(value, Iri)
        made.say("schema:translationOfWork" if translated else "schema:citation", value)
        made.say("crm:P67_refers_to", value if isinstance(value, Iri) else None)
    for target in one.references:
        if other := addresses.corpus.by_id.get(target):
            made.say("schema:citation", addresses.document(other)).say("crm:P67_refers_to", addresses.document(other))


def _holding(document: Document, number: int, one: Holding, addresses: Addresses) -> Iterator[Node]:
    """Yield the piece of paper and its shelf mark."""
    letter = addresses.document(document)
    shelfmark = addresses.document(document, f"shelfmark-{number}")
    made = Node(
        addresses.document(document, f"item-{number}"), ("schema:ArchiveComponent", "crm:E22_Human-Made_Object")
    )
    keeper = addresses.archive(one.repository) if one.repository in addresses.corpus.archives else words(one.name)
    made.tell("rdfs:label", [one.citation]).tell("schema:name", [one.citation]).tell("schema:identifier", [one.key])
    made.say("schema:holdingArchive", keeper)
    made.say("crm:P50_has_current_keeper", keeper if isinstance(keeper, Iri) else None)
    made.say("crm:P48_has_preferred_identifier", shelfmark)
    yield made.say("crm:P128_carries", letter).say("schema:mainEntity", letter)
    sign = Node(shelfmark, ("crm:E42_Identifier",)).tell("crm:P190_has_symbolic_content", [one.key or one.citation])
    parts = [f"{type_} {value}" for type_, value in one.parts]
    yield sign.tell("rdfs:label", [", ".join([*parts, *filter(None, [one.leaves])]) or one.citation])


def _activities(document: Document, addresses: Addresses, types: dict[Iri, str]) -> Iterator[Node]:
    for number, envelope in enumerate(document.envelopes):
        for at, action in enumerate(envelope.actions):
            type_ = addresses.type_(action.type, action.subtype)
            types.setdefault(type_, " ".join(filter(None, (action.type, action.subtype))))
            yield from _activity(document, f"action-{number}-{at}", action, type_, addresses)


def _activity(document: Document, fragment: str, action: Action, type_: Iri, addresses: Addresses) -> Iterator[Node]:
    made = Node(addresses.document(document, fragment), ("crm:E7_Activity",)).say("crm:P2_has_type", type_)
    made.say("crm:P16_used_specific_object", addresses.document(document))
    for name in action.names:
        who = addresses.name(name)
        made.say("crm:P14_carried_out_by", who).say("crm:P3_has_note", None if who else words(name.text, name.lang))
    made.say("crm:P7_took_place_at", *(addresses.name(place) for place in action.places))
    made.tell("crm:P3_has_note", action.notes)
    spans = [addresses.document(document, f"{fragment}-date-{at}") for at, _ in enumerate(action.dates)]
    yield made.say("crm:P4_has_time-span", *spans)
    for address, date in zip(spans, action.dates, strict=True):
        yield _span(address, date)


def _span(address: Iri, date: Moment) -> Node:
    """Return a time-span: to the moment where it is known, else from the first day to the last."""
    exact = moment(date.when) if "T" in date.when else None
    made = Node(address, ("crm:E52_Time-Span",)).tell("rdfs:label", [date.text or date.earliest])
    for predicate, day in (
        ("crm:P82a_begin_of_the_begin", first_day(date)),
        ("crm:P82b_end_of_the_end", last_day(date)),
    ):
        made.say(predicate, exact or (Literal(day, type="xsd:date") if day else None))
    return made
