"""What an edition knows of its documents: frozen values, so that pages, exports and worker processes share them.

A `Corpus` is documents in order of time, the entries of the authority lists, and how they hang together. Everything is
read from TEI and tolerant of any project's: what a file does not say is an empty string or an empty tuple.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What a name names, and so which register it is in; equal to the plain string, and found by it in a mapping."""

    PERSON = "person"
    ORGANISATION = "org"
    PLACE = "place"

    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it is written and as ISO 8601, with a time and offset where known (TEI att.datable).

    Either `when`, or one or both of the bounds, or only the words. `certainty` and `evidence` are those of TEI.
    """

    text: str = ""
    when: str = ""
    not_before: str = ""
    not_after: str = ""
    certainty: str = ""
    evidence: str = ""

    @property
    def earliest(self) -> str:
        """The first moment that is possible, as ISO 8601, empty where none is known: what documents are sorted by."""
        return self.when or self.not_before or self.not_after

    @property
    def day(self) -> str:
        """The earliest day, month or year, without the time."""
        return self.earliest.partition("T")[0]

    @property
    def year(self) -> str:
        """The earliest year, empty where none is known."""
        return self.day[:5] if self.day.startswith("-") else self.day[:4]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in an envelope or a title statement; `key` is that of its entry, empty where nothing says who it is.

    A pseudonym is shown as written, and found under the person that `key` names.
    """

    text: str
    kind: Kind
    key: str = ""
    lang: str = ""
    pseudonym: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """One correspAction (TEI 2.4.6): `type` sent, received, transmitted, and `subtype` via, deciphered, copy.

    The words are those of the file; the earlier proposals for correspDesc (sender, addressee …) are sent and received.
    """

    type: str
    subtype: str = ""
    names: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    dates: tuple[Moment, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document that this one speaks of: `relation` answers, prev, next, reply, original, translation and such.

    `target` is the id of the document, empty where the corpus does not hold it; then `text` and `date` are all there
    is, and `href` the web address that the file gives, empty without one.
    """

    relation: str
    target: str = ""
    text: str = ""
    date: Moment = Moment()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One correspDesc: the first is the document's own, others are those of messages inside it (`part` is the id)."""

    actions: tuple[Action, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()
    part: str = ""

    def of(self, *types: str) -> tuple[Action, ...]:
        """Return the actions of these types, in order."""
        return tuple(action for action in self.actions if action.type in types)

    def names(self, *types: str) -> tuple[Name, ...]:
        """Return the names of the actions of these types, in order."""
        return tuple(name for action in self.of(*types) for name in action.names)


@dataclass(frozen=True, slots=True)
class Holding:
    """Where a piece is kept. `parts` are (type, value) from the largest to the smallest: fond, opis, delo.

    `repository` is the key of the archive's entry or, without one, a slug of its name; `key` is the reference's own key
    (`rgaspi/558/11/330/95-96`), the same however it is written; `citation` the whole in words, ready to be cited.
    `parts` leave out the leaves.
    """

    repository: str
    name: str
    parts: tuple[tuple[str, str], ...] = ()
    leaves: str = ""
    key: str = ""
    citation: str = ""
    settlement: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Responsible:
    """Someone who worked on the document: `role` translator, editor, contributor …, in the words of the file."""

    role: str
    name: Name


@dataclass(frozen=True, slots=True)
class Version:
    """A change of state (revisionDesc): ISO date, status (draft, checked, approved …), what was done."""

    date: str = ""
    status: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that the text or the notes name, how often, and in which forms, each once in order."""

    kind: Kind
    key: str
    count: int = 1
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One TEI document as the edition knows it.

    `path` is the file, `digest` the SHA-256 of its bytes in hex; `kind` telegram, letter, note, extract and such, or
    context for an article that telegrams were taken from. `title` is the main title, else made of the envelope, never
    empty; `other_titles` are those after it. `date` is that of sending, else of writing, else the bound that the
    receipt sets. `mentions` are what the text and its notes name, the header left out. `body` says whether there is
    any text: a stub has an envelope alone. `excerpt` is the start of the message, some 300 characters, for lists and
    feeds. `relations` are what the header says beside the envelope: the original, a translation. `references` are the
    ids of the documents of the corpus that the text leads to, `identifiers` the (type, value) pairs of the publication,
    such as a DOI, `part` the element of the file that holds the document where it holds several: its number from 1.
    `mark` is a short digest of all that other pages show of it.
    """

    id: str
    path: Path
    digest: str
    kind: str = ""
    lang: str = ""
    title: str = ""
    title_lang: str = ""
    other_titles: tuple[str, ...] = ()
    date: Moment = Moment()
    number: str = ""
    envelopes: tuple[Envelope, ...] = ()
    holdings: tuple[Holding, ...] = ()
    abstract: tuple[str, ...] = ()
    abstract_lang: str = ""
    authors: tuple[Name, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    original_lang: str = ""
    printed: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    licence: str = ""
    licence_url: str = ""
    principles: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    mentions: tuple[Mention, ...] = ()
    body: bool = True
    words: int = 0
    excerpt: str = ""
    source: str = ""
    source_url: str = ""
    relations: tuple[Relation, ...] = ()
    references: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    part: int = 0
    mark: str = ""

    @property
    def envelope(self) -> Envelope:
        """The document's own envelope, an empty one where it has none."""
        return self.envelopes[0] if self.envelopes else Envelope()

    @property
    def senders(self) -> tuple[Name, ...]:
        """Who sent it."""
        return self.envelope.names("sent")

    @property
    def recipients(self) -> tuple[Name, ...]:
        """Whom it was sent to."""
        return self.envelope.names("received")

    @property
    def order(self) -> tuple[bool, str, str]:
        """By date, the undated last, then by id."""
        return (not self.date.earliest, self.date.earliest, self.id)

    @property
    def version(self) -> Version:
        """The last change of state, an empty one where none is told."""
        return max(self.versions, key=lambda version: version.date, default=Version())


@dataclass(frozen=True, slots=True)
class Variant:
    """Another form of a name: `type` pseudonym, romanisation, abbreviation, title and such, empty where not told."""

    text: str
    type: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, place or organisation of the authority lists; one that no list has bears the name that texts give it.

    `listed` says that a list has it. `span` is its life, flourishing or time of existence in words, `location` a pair
    "latitude longitude" in degrees, `identifiers` are (type, value) such as ("viaf", "…"), `sort` is what to sort by.
    `mark` is a short digest of all of it.
    """

    key: str
    kind: Kind
    name: str
    lang: str = ""
    variants: tuple[Variant, ...] = ()
    type: str = ""
    span: str = ""
    notes: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    location: str = ""
    sort: str = ""
    listed: bool = True
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Archive:
    """A repository that keeps documents: its entry's words, and where it is; `mark` is a short digest of all of it."""

    key: str
    name: str
    abbreviation: str = ""
    settlement: str = ""
    country: str = ""
    notes: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The letters between two: `pair` are their keys in order of the alphabet, `documents` ids in order of time.

    `kinds` says of each of the pair whether it is a person or an organisation. `threads` groups the ids that answer one
    another, each in order of time, one that answers nothing alone; `missing` are the documents spoken of that the
    corpus does not hold, with the id of the one that speaks of it.
    """

    key: str
    pair: tuple[str, str]
    documents: tuple[str, ...]
    threads: tuple[tuple[str, ...], ...]
    missing: tuple[tuple[str, Relation], ...] = ()
    kinds: tuple[Kind, Kind] = (Kind.PERSON, Kind.PERSON)


@dataclass(frozen=True, slots=True)
class Uses:
    """The documents (ids in order of time) that an entry has to do with, by what it does in them.

    `handled` are those that it forwarded, deciphered, got a copy of, or that went through it; `mentioned` those whose
    text names it, without those that it sent or received.
    """

    sent: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    handled: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Each document once."""
        return tuple(dict.fromkeys((*self.sent, *self.received, *self.handled, *self.mentioned)))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in order of time, entries by (kind, key), and how they hang together.

    `context` holds the articles and introductions that telegrams were taken from. `uses` says for each entry where it
    occurs; for a place `sent` and `received` are the documents sent from and to it. `answers` gives for an id the ids
    that answer it; `neighbours` the ids before and after it in its exchange, empty where there is none; `translations`
    the ids of the same piece in other languages. `referred` gives for an id the documents whose text leads to it: the
    article that a telegram was taken from. `face` is a digest of all of it but for what only a document's own page
    shows: its text, and the digest of its file; empty where nobody asked for it.
    """

    documents: tuple[Document, ...] = ()
    context: tuple[Document, ...] = ()
    entries: Mapping[tuple[Kind, str], Entry] = field(default_factory=dict)
    archives: Mapping[str, Archive] = field(default_factory=dict)
    exchanges: tuple[Exchange, ...] = ()
    uses: Mapping[tuple[Kind, str], Uses] = field(default_factory=dict)
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_id: Mapping[str, Document] = field(default_factory=dict)
    referred: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    face: str = field(default="", compare=False)
