"""The header of an imported document: title, who is responsible, source, encoding, kind, handling."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from edition.intake.frus import blocks, phrases
from edition.intake.frus.choosing import Choice
from edition.intake.frus.envelopes import Sent, add_enclosed, add_envelope
from edition.intake.frus.handling import Handling
from edition.intake.frus.mixed import bare, take_out
from edition.intake.frus.parties import Heading
from edition.intake.frus.phrases import Room, fill_blocks, trimmed
from edition.intake.frus.plain import NOTE, has_words, plain_of
from edition.intake.frus.sourcenotes import Provenance
from edition.intake.frus.volumes import SERIES, Volume
from edition.intake.frus.work import Work, party_ref
from tei import __version__
from tei.archives import Repository
from tei.authority import Authority
from tei.dates import format_date
from tei.encode.document import KINDS, Edition, publication
from tei.encode.languages import language_name
from tei.encode.markup import add, element
from tei.encode.source import repository_id

NOBODY: Final = Authority()
_CORRECTION: Final = (
    "The text is that of the volume, word for word, with the volume's own markup as far as this encoding has it: names "
    "and terms that its lists have, notes, page breaks, points, quotations, italics and small capitals."
)
_INTERPRETATION: Final = (
    "Sender, recipient, dates, number, handling and archival reference were read by rule from heading, opener, "
    "dateline and source note. Words that the editors of the volume put into brackets in italics are encoded as "
    "supplied or gap."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read of a document before its header is made."""

    id: str
    key: str
    choice: Choice
    heading: Heading
    number: str
    sent: Sent
    provenance: Provenance
    handling: Handling
    pages: tuple[str, ...]


def header_of(facts: Facts, volume: Volume, source: Source, edition: Edition, work: Work) -> etree._Element:
    """Return the header of a document."""
    header = element("teiHeader")
    description = add(header, "fileDesc")
    _titles(description, facts, volume, source, work)
    _publication(description, facts, volume, edition)
    _notes(description, source, work)
    _sources(description, facts, volume, source, work)
    header.append(deepcopy(_encoding(facts.choice.kind)))
    _profile(header, facts, source, volume.language, work)
    change = add(header, "revisionDesc")
    words = f"The state of {volume.id} from which this was imported."
    add(change, "change", words, when=volume.changed, status="draft")
    return header


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the volume the parts of a document are that go into the header."""

    document: etree._Element
    head: etree._Element | None
    note: etree._Element | None
    hung: tuple[etree._Element, ...]
    """Notes of the heading."""


def main_title(facts: Facts) -> str:
    """Make the title of a document from its envelope: "Telegram No. 14, A. to B., 2 March 1938"."""
    kind = facts.choice.form.capitalize() if facts.choice.form else KINDS[facts.choice.kind]
    first = f"{kind} No. {facts.number}" if facts.number else kind
    sender, recipient = facts.heading.sender, facts.heading.recipient
    parties = " to ".join(one.text for one in (sender, recipient) if one)
    if recipient and not sender:
        parties = f"to {parties}"
    elif sender and not recipient:
        parties = f"from {parties}"
    day = facts.sent.day
    date = format_date(day, "en") if day else "undated"
    return ", ".join(part for part in (first, parties, date) if part)


def _titles(parent: etree._Element, facts: Facts, volume: Volume, source: Source, work: Work) -> None:
    statement = add(parent, "titleStmt")
    add(statement, "title", main_title(facts), type="main")
    if source.head is not None and plain_of(source.head).text:
        title = add(statement, "title", type="source")
        phrases.fill(_without_notes(source.head), title, Room.PHRASES, work)
        trimmed(title)
    sender = facts.heading.sender
    if sender is not None:
        ref = party_ref(sender, work)
        add(add(statement, "author"), "orgName" if sender.kind == "org" else "persName", sender.text, ref=ref)
    for _, name in volume.editors:
        add(add(statement, "editor", role="editor"), "persName", name)
    for each in facts.provenance.works:
        responsibility = add(statement, "respStmt")
        add(responsibility, "resp", each.what)
        for name, keys in each.names:
            add(responsibility, "persName", name, ref=work.refer(keys))


def _without_notes(head: etree._Element) -> etree._Element:
    """Return a heading without its notes, which stand in `notesStmt`."""
    if next(head.iter(NOTE), None) is None:
        return head
    made = bare(head)
    for one in list(made.iter(NOTE)):
        take_out(one)
    return made


def _publication(parent: etree._Element, facts: Facts, volume: Volume, edition: Edition) -> None:
    """Say who publishes: the edition where it says so, else who published the volume."""
    if edition.publisher:
        publication(parent, edition, facts.id)
        add(parent[-1], "idno", f"{volume.address}/{facts.key}", type="url")
        return
    statement = add(parent, "publicationStmt")
    add(statement, "publisher", volume.publisher or SERIES)
    if volume.place:
        add(statement, "pubPlace", volume.place)
    if volume.year:
        add(statement, "date", volume.year, when=volume.year)
    add(statement, "idno", facts.id, type="local")
    add(statement, "idno", f"{volume.address}/{facts.key}", type="url")


def _notes(parent: etree._Element, source: Source, work: Work) -> None:
    if not source.hung:
        return
    statement = add(parent, "notesStmt")
    for one in source.hung:
        blocks.note(one, statement, work)
    if len(statement) == 0:
        parent.remove(statement)


def _sources(parent: etree._Element, facts: Facts, volume: Volume, source: Source, work: Work) -> None:
    description = add(parent, "sourceDesc")
    _manuscript(description, facts)
    _printed(description, facts, volume, source)
    bibl = add(description, "bibl", type="capture")
    add(bibl, "title", volume.title)
    add(bibl, "ref", f"{volume.address}/{facts.key}", target=f"{volume.address}/{facts.key}")
    if source.note is not None:
        note = add(bibl, "note", type="citation", n=(source.note.get("n") or "").strip())
        work.keep_id(source.note, note)
        fill_blocks(source.note, note, work)
        if not has_words(note):
            bibl.remove(note)
    add(bibl, "idno", f"{volume.id}/{facts.key}", type="frus")
    add(bibl, "idno", volume.sha256, type="sha256")


def _manuscript(parent: etree._Element, facts: Facts) -> None:
    """Add the archival reference, as far as the source note gives one."""
    reference, written = facts.provenance.reference, facts.provenance.written
    description = add(parent, "msDesc")
    identifier = add(description, "msIdentifier")
    repository = reference.repository if reference else None
    if repository is not None:
        _repository(identifier, repository)
    if reference is not None and (reference.idnos or reference.written):
        number = add(identifier, "idno", type="archival")
        for type_, value in reference.idnos:
            add(number, "idno", value, type=type_)
        if len(number) == 0:
            number.text = reference.written
    elif repository is None:
        add(identifier, "msName", written or "original, place of keeping not stated")
    form = facts.choice.form if facts.choice.form and " " not in facts.choice.form else facts.choice.kind
    add(add(description, "physDesc"), "objectDesc", form=form.rstrip("s"))


def _repository(identifier: etree._Element, repository: Repository) -> None:
    if repository.country_code:
        add(identifier, "country", repository.country, key=repository.country_code)
    if repository.settlement:
        add(identifier, "settlement", repository.settlement)
    add(identifier, "repository", repository.name, ref=f"#{repository_id(repository, NOBODY)}")


def _printed(parent: etree._Element, facts: Facts, volume: Volume, source: Source) -> None:
    bibl = add(parent, "bibl", type="printed")
    for _, name in volume.editors:
        add(bibl, "editor", name)
    title = volume.title.removesuffix(volume.number).rstrip(" ,") if volume.number else volume.title
    add(bibl, "title", title, level="m")
    if volume.number:
        add(bibl, "biblScope", volume.number.removeprefix("Volume "), unit="volume")
    if volume.place:
        add(bibl, "pubPlace", volume.place)
    if volume.publisher:
        add(bibl, "publisher", volume.publisher)
    if volume.year:
        add(bibl, "date", volume.year, when=volume.year)
    number = facts.heading.number or source.document.get("n") or ""
    if number:
        add(bibl, "citedRange", number, unit="document")
    if facts.pages:
        first, last = facts.pages[0], facts.pages[-1]
        add(bibl, "citedRange", first if first == last else f"{first}–{last}", unit="page", **_bounds(first, last))


def _bounds(first: str, last: str) -> dict[str, str]:
    return {"from_": first, "to": last} if first and last and " " not in first + last else {}


@lru_cache(maxsize=8)
def _encoding(kind: str) -> etree._Element:
    description = element("encodingDesc")
    declaration = add(description, "editorialDecl")
    add(add(declaration, "correction"), "p", _CORRECTION)
    add(add(declaration, "interpretation"), "p", _INTERPRETATION)
    classes = add(description, "classDecl")
    taxonomy = add(classes, "taxonomy", xml_id="document-kinds")
    category = add(taxonomy, "category", xml_id="telegram" if kind == "telegram" else f"kind-{kind}")
    add(category, "catDesc", KINDS[kind])
    handling = add(classes, "taxonomy", xml_id="handling")
    for ident, words in _HANDLING:
        add(add(handling, "category", xml_id=ident), "catDesc", words)
    application = add(add(description, "appInfo"), "application", ident="tei-edition", version=__version__)
    add(application, "label", "tei-edition")
    return description


_HANDLING: Final = (
    ("classification", "Who may read the document, in its own words"),
    ("precedence", "How fast the document is to go, in its own words"),
    ("distribution", "To whom the document may be handed on, in its own words"),
)


def _profile(header: etree._Element, facts: Facts, source: Source, language: str, work: Work) -> None:
    profile = add(header, "profileDesc")
    add(add(profile, "langUsage"), "language", language_name(language), ident=language)
    classes = add(profile, "textClass")
    kind = facts.choice.kind
    add(classes, "catRef", target="#telegram" if kind == "telegram" else f"#kind-{kind}")
    handling = facts.handling
    for scheme, values in zip(
        ("classification", "precedence", "distribution"),
        (handling.classification, handling.precedence, handling.captions),
        strict=True,
    ):
        for value in values:
            add(classes, "classCode", value, scheme=f"#{scheme}")
    hung = [plain_of(one).text for one in source.hung]
    add_envelope(profile, facts.heading, facts.sent, facts.provenance, hung, work)
    for ident, enclosed in work.enclosures.items():
        add_enclosed(profile, ident, enclosed, work)
