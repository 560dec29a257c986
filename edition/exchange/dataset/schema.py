"""What the tables of the data set hold: columns with types, keys, and where they lead (Frictionless Table Schema 1.0).

Nothing is packed into a cell: what a document has several of is a table of its own, so that all of it can be read back.
A column that `leads` to another ("documents.id") is a foreign key, empty where there is nothing to lead to. Order
stands in `position`, counted from 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Row = tuple[str | int | bool | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `type` is that of Table Schema; one of a primary key, or that is always told, is `required`."""

    name: str
    description: str
    type: str = "string"
    leads: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, its primary key, and a foreign key of several columns (columns, table, columns there).

    `lines` says whether it is written as JSON Lines too; the largest is not.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[str, tuple[str, ...]] = ("", ())
    lines: bool = True


def _id(name: str, description: str, leads: str = "") -> Column:
    return Column(name, description, leads=leads, required=True)


def _number(name: str, description: str) -> Column:
    return Column(name, description, "integer", required=True)


_DOCUMENT: Final = _id("document", "id of the document", "documents.id")
_POSITION: Final = _number("position", "place in the order of the file, from 0")
_ENVELOPE: Final = _number("envelope", "number of the envelope, 0 for the document's own")
_ACTION: Final = _number("action", "number of the action in its envelope, from 0")
_KIND: Final = _id("kind", "person, org or place")
_ENTITY: Final = _id("entity", "id of the entry, kind and key: person/vetrov", "entities.id")
_NAME: Final = (
    Column("text", "the name as it is written"),
    _KIND,
    Column("entity", "id of the entry, empty where nothing says who it is", leads="entities.id"),
    Column("lang", "language of the name (BCP 47)"),
    Column("pseudonym", "whether it is a cover name", "boolean", required=True),
)
_DATE: Final = (
    Column("date_text", "the date in words"),
    Column("date_when", "the date, ISO 8601, as exact as it is known: 1938, 1938-05, 1938-05-02T21:00:00+03:00"),
    Column("date_not_before", "the earliest that is possible, ISO 8601"),
    Column("date_not_after", "the latest that is possible, ISO 8601"),
    Column("date_certainty", "high, medium, low (TEI @cert)"),
    Column("date_evidence", "internal, external, conjecture (TEI @evidence)"),
    Column("first_day", "the first day that is possible", "date"),
    Column("last_day", "the last day that is possible", "date"),
)

DOCUMENTS: Final = Table(
    "documents",
    "telegrams and letters in order of time, then the articles that they were taken from (kind context)",
    (
        _id("id", "id of the document (xml:id)"),
        Column("kind", "telegram, letter, note, extract, context …"),
        Column("lang", "language of the text (BCP 47)"),
        Column("title", "main title"),
        Column("title_lang", "language of the title"),
        Column("number", "number of the telegram as it is written"),
        *_DATE,
        Column("words", "words of the text without its notes", "integer", required=True),
        Column("has_text", "false for an envelope alone", "boolean", required=True),
        Column("excerpt", "beginning of the message"),
        Column("abstract_lang", "language of the abstract"),
        Column("original_lang", "language of the original where the text is a translation"),
        Column("publisher", "who publishes the file"),
        Column("published", "when it was published, ISO 8601"),
        Column("licence", "name of the licence"),
        Column("licence_url", "address of the licence"),
        Column("source", "where the text was captured"),
        Column("source_url", "address of that source"),
        Column("file", "name of the TEI file"),
        Column("part", "number of the document in a file that holds several, else 0", "integer", required=True),
        Column("digest", "SHA-256 of the file"),
        Column("url", "address of the page of the document"),
    ),
    ("id",),
)
ENTITIES: Final = Table(
    "entities",
    "every person, organisation and place with its kind: what names and mentions lead to",
    (_id("id", "kind and key: person/vetrov"), _KIND, _id("key", "key in the authority lists"), Column("name", "name")),
    ("id",),
)
_ENTRY: Final = (
    _id("id", "kind and key", "entities.id"),
    _id("key", "key in the authority lists"),
    Column("name", "preferred name"),
    Column("lang", "language of the name"),
    Column("sort", "the name as lists sort it"),
    Column("type", "what kind of person, organisation or place"),
    Column("span", "life, flourishing or time of existence in words"),
    Column("listed", "whether an authority list has it", "boolean", required=True),
)
_PLACE: Final = (
    Column("location", "latitude and longitude as written"),
    Column("latitude", "degrees north", "number"),
    Column("longitude", "degrees east", "number"),
)
PERSONS: Final = Table("persons", "persons", _ENTRY, ("id",))
ORGANISATIONS: Final = Table("organisations", "institutions and offices", _ENTRY, ("id",))
PLACES: Final = Table("places", "places", (*_ENTRY, *_PLACE), ("id",))
VARIANTS: Final = Table(
    "variants",
    "other forms of the names of entries",
    (_ENTITY, _POSITION, Column("text", "the form"), Column("type", "pseudonym …"), Column("lang", "its language")),
    ("entity", "position"),
)
IDENTIFIERS: Final = Table(
    "identifiers",
    "identifiers of entries in authority files",
    (
        *(_ENTITY, _POSITION, Column("type", "authority file: viaf, gnd, wikidata, geonames …")),
        *(Column("value", "identifier"), Column("url", "its address on the web")),
    ),
    ("entity", "position"),
)
ENTITY_NOTES: Final = Table(
    "entity_notes", "descriptions of entries", (_ENTITY, _POSITION, Column("text", "note")), ("entity", "position")
)
ARCHIVES: Final = Table(
    "archives",
    "repositories",
    (
        *(_id("key", "key of the archive"), Column("name", "name"), Column("abbreviation", "abbreviation")),
        *(Column("settlement", "town"), Column("country", "country")),
    ),
    ("key",),
)
ARCHIVE_NOTES: Final = Table(
    "archive_notes",
    "descriptions of archives",
    (_id("archive", "key of the archive", "archives.key"), _POSITION, Column("text", "note")),
    ("archive", "position"),
)
ENVELOPES: Final = Table(
    "envelopes",
    "envelopes: the document's own, and those of messages inside it",
    (_DOCUMENT, _ENVELOPE, Column("part", "xml:id of the part of the text that it belongs to")),
    ("document", "envelope"),
)
_OF_ACTION: Final = ("actions", ("document", "envelope", "action"))
ACTIONS: Final = Table(
    "actions",
    "what was done: sent, received, transmitted, forwarded",
    (_DOCUMENT, _ENVELOPE, _ACTION, Column("type", "sent …"), Column("subtype", "via, deciphered, copy …")),
    ("document", "envelope", "action"),
    ("envelopes", ("document", "envelope")),
)
ACTION_NAMES: Final = Table(
    "action_names",
    "who did it and where",
    (_DOCUMENT, _ENVELOPE, _ACTION, _id("role", "name or place"), _POSITION, *_NAME),
    ("document", "envelope", "action", "role", "position"),
    _OF_ACTION,
)
ACTION_DATES: Final = Table(
    "action_dates",
    "when it was done",
    (_DOCUMENT, _ENVELOPE, _ACTION, _POSITION, *_DATE),
    ("document", "envelope", "action", "position"),
    _OF_ACTION,
)
ENVELOPE_NOTES: Final = Table(
    "envelope_notes",
    "notes of envelopes and of actions",
    (
        *(_DOCUMENT, _POSITION, _ENVELOPE, Column("text", "note")),
        Column("action", "number of the action, empty for a note of the envelope", "integer"),
    ),
    ("document", "position"),
    ("envelopes", ("document", "envelope")),
)
REFERENCES: Final = Table(
    "references",
    "other documents that a document answers, follows, translates or speaks of",
    (
        *(_DOCUMENT, _POSITION, _id("origin", "envelope, header, or text for a reference in running text")),
        Column("envelope", "number of the envelope that says so", "integer"),
        Column("relation", "answers, prev, next, reply, original, translation …; speaks-of in running text"),
        Column("target", "id of that document, empty where the edition does not hold it", leads="documents.id"),
        *(Column("text", "its words"), Column("href", "address on the web"), *_DATE),
    ),
    ("document", "position"),
)
HOLDINGS: Final = Table(
    "holdings",
    "where a piece is kept",
    (
        *(_DOCUMENT, _POSITION, Column("repository", "key of the archive", leads="archives.key")),
        *(Column("name", "archive as written"), Column("leaves", "leaves"), Column("key", "key of the reference")),
        *(Column("citation", "reference in words"), Column("settlement", "town"), Column("country", "country")),
    ),
    ("document", "position"),
)
HOLDING_PARTS: Final = Table(
    "holding_parts",
    "fond, opis, delo and such, from the largest to the smallest",
    (
        *(_DOCUMENT, _number("holding", "position of the holding"), _POSITION),
        *(Column("type", "fond, opis, papka, delo …"), Column("value", "number or name")),
    ),
    ("document", "holding", "position"),
)
CREDITS: Final = Table(
    "credits",
    "authors of the header, translators, editors, contributors",
    (
        *(_DOCUMENT, _POSITION, _id("origin", "author or responsible")),
        *(Column("role", "translator, editor … in the words of the file"), *_NAME),
    ),
    ("document", "position"),
)
STATEMENTS: Final = Table(
    "statements",
    "what a document says in words of its own",
    (_DOCUMENT, _id("field", "other_title, abstract, printed, principle"), _POSITION, Column("text", "words")),
    ("document", "field", "position"),
)
VERSIONS: Final = Table(
    "versions",
    "changes of state",
    (_DOCUMENT, _POSITION, Column("date", "ISO 8601"), Column("status", "draft …"), Column("text", "what was done")),
    ("document", "position"),
)
DOCUMENT_IDENTIFIERS: Final = Table(
    "document_identifiers",
    "identifiers of the publication",
    (_DOCUMENT, _POSITION, Column("type", "local, doi, uri …"), Column("value", "identifier")),
    ("document", "position"),
)
MENTIONS: Final = Table(
    "mentions",
    "entries that the text or its notes name, in the order in which each comes first",
    (_DOCUMENT, _POSITION, _KIND, _ENTITY, _number("count", "how often")),
    ("document", "position"),
)
MENTION_FORMS: Final = Table(
    "mention_forms",
    "the forms in which a text names an entry, each once",
    (_DOCUMENT, _number("mention", "position of the mention"), _POSITION, Column("text", "form")),
    ("document", "mention", "position"),
)
EXCHANGES: Final = Table(
    "exchanges",
    "the letters between two",
    (
        *(_id("key", "key of the exchange"), _id("one", "id of an entry", "entities.id")),
        *(_id("other", "id of the other entry", "entities.id"), _number("documents", "how many there are")),
    ),
    ("key",),
)
EXCHANGE_DOCUMENTS: Final = Table(
    "exchange_documents",
    "the documents of an exchange in order of time",
    (
        *(_id("exchange", "key of the exchange", "exchanges.key"), _POSITION, _DOCUMENT),
        _number("thread", "those that answer one another have the same number, from 0"),
    ),
    ("exchange", "position"),
)
TEXTS: Final = Table(
    "texts",
    "research text: the body of a document without its notes, and each note for itself",
    (
        *(_DOCUMENT, _id("part", "body, note-1, note-2 …"), Column("type", "type of the note")),
        *(Column("n", "number or marker of the note"), Column("xml_id", "xml:id of the element")),
        Column("path", "XPath of the element from TEI; tei is the prefix of the TEI namespace"),
        Column("within", "part that the note stands in"),
        Column("anchor", "offset in that part where it stands", "integer"),
        *(Column("lang", "language (BCP 47)"), Column("text", "text: words parted by a space, blocks by a line end")),
    ),
    ("document", "part"),
)
TOKENS: Final = Table(
    "tokens",
    "every word of the research text and where it stands in the TEI",
    (
        *(_DOCUMENT, _id("part", "part of the text"), _number("number", "number in the part, from 0")),
        *(_number("start", "offset of its first character, from 0"), _number("end", "offset after its last")),
        *(Column("word", "text[start:end]"), Column("form", "the word without editorial brackets, for counting")),
        Column("added", "why the editor put it there (reason of supplied, gap); empty for a word of the source"),
        *(Column("lang", "language (BCP 47)"), Column("xml_id", "xml:id of the nearest element that has one")),
        Column("path", "XPath of the element that it begins in, from TEI"),
    ),
    ("document", "part", "number"),
    ("texts", ("document", "part")),
    lines=False,
)

TABLES: Final = (
    *(DOCUMENTS, ENTITIES, PERSONS, ORGANISATIONS, PLACES, VARIANTS, IDENTIFIERS, ENTITY_NOTES, ARCHIVES),
    ARCHIVE_NOTES,
    *(ENVELOPES, ACTIONS, ACTION_NAMES, ACTION_DATES, ENVELOPE_NOTES, REFERENCES, HOLDINGS, HOLDING_PARTS),
    *(CREDITS, STATEMENTS, VERSIONS, DOCUMENT_IDENTIFIERS, MENTIONS, MENTION_FORMS),
    *(EXCHANGES, EXCHANGE_DOCUMENTS, TEXTS, TOKENS),
)
