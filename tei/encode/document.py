"""Whole documents: a telegram with header, excerpt of the authority lists and text; and what stands round it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from tei import __version__
from tei.archives import Repository
from tei.authority import Authority
from tei.dates import format_date
from tei.encode.body import hands_of, text_element
from tei.encode.correspondence import add_envelopes
from tei.encode.excerpt import excerpt, ids_in
from tei.encode.identifiers import called
from tei.encode.languages import language_name
from tei.encode.markup import add, element
from tei.encode.responsibility import mark_decisions, told
from tei.encode.source import add_source, repository_id
from tei.model import Capture, Holding, Telegram
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.text import normalise_space, text_of

KINDS: Final = {"telegram": "Telegram", "letter": "Letter", "note": "Note", "extract": "Extract"}
_NAMED: Final = tuple(map(tei, ("persName", "placeName", "orgName", "repository")))
_NAMESPACES: Final[Any] = {None: TEI_NS}


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition says of itself in every document; nothing here is invented where it is not given.

    `date` is the ISO date of encoding, an argument so that the same input gives the same bytes.
    """

    date: str
    title: str = ""
    publisher: str = ""
    place: str = ""
    published: str = ""
    licence: str = ""
    licence_url: str = ""


def telegram_document(
    telegram: Telegram,
    capture: Capture,
    *,
    id_: str,
    edition: Edition,
    authority: Authority,
    others: Mapping[int, str] | None = None,
) -> etree._Element:
    """Return the TEI document of one telegram; `id_` is its xml:id, from the lock of ids.

    `others` gives, for where each telegram of the page begins, the id of its document, for pointers among them.
    """
    root = etree.Element(tei("TEI"), {XML_ID: id_, XML_LANG: telegram.language}, nsmap=_NAMESPACES)
    text = text_element(telegram, capture.text)
    hands = hands_of(text)
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    _title_statement(description, telegram)
    publication(description, edition, id_)
    _notes(description, telegram, capture)
    add_source(description, telegram, capture, hands, authority)
    header.append(deepcopy(_encoding(telegram.kind, telegram.extract)))
    _profile(header, telegram, text, others or {})
    revision(header, edition, told(telegram.decided))
    if telegram.decided is not None:
        mark_decisions(header, telegram.decided)
    stand_off(root, text, header, authority, telegram.holdings)
    root.append(text)
    return root


def _title_statement(parent: etree._Element, telegram: Telegram) -> None:
    statement = add(parent, "titleStmt")
    add(statement, "title", main_title(telegram), type="main")
    if telegram.title:
        add(statement, "title", normalise_space(telegram.title), type="source")
    sender = telegram.party("sent")
    if sender and sender.kind != "place":  # a place that a telegram came from wrote nothing
        name = add(
            add(statement, "author"), "orgName" if sender.kind == "org" else "persName", sender.preferred or sender.text
        )
        if sender.ref:
            name.set("ref", f"#{sender.ref}")
    for credit in telegram.credits:
        if credit.role in ("translator", "editor"):
            add(add(statement, "editor", role=credit.role), "persName", credit.name)
    for credit in telegram.credits:
        if credit.role == "contributor":
            responsibility = add(statement, "respStmt")
            add(responsibility, "resp", credit.resp)
            add(responsibility, "persName", credit.name)


def main_title(telegram: Telegram) -> str:
    """Make the document's title from its envelope: "Telegram No. 417, A. to B., 30 August 1937"; the editor's first."""
    if telegram.decided and telegram.decided.title:
        return telegram.decided.title
    sender, recipient = telegram.party("sent"), telegram.party("received")
    kind = KINDS[telegram.kind]
    head = f"{kind} No. {telegram.number}" if telegram.number else kind
    parties = " to ".join(called(party) for party in (sender, recipient) if party)
    if recipient and not sender:
        parties = f"to {parties}"
    elif sender and not recipient:
        parties = f"from {parties}"
    day = telegram.sent.day if telegram.sent else ""
    date = format_date(day, "en") if day and not day.startswith("-") else "undated"
    return ", ".join(" ".join(part.split()) for part in (head, parties, date) if part)


def _notes(parent: etree._Element, telegram: Telegram, capture: Capture) -> None:
    """Add the notes of the page that hang on the telegram's title or source and not on a word of its text."""
    written = [note for note in telegram.notes if capture.text[note.start : note.end].strip()]
    if written:
        statement = add(parent, "notesStmt")
        for note in written:
            words = normalise_space(capture.text[note.start : note.end])
            words = f"{note.author}: {words}" if note.author else words
            add(statement, "note", words, type="comment" if note.is_comment else "footnote", n=note.n)


def publication(parent: etree._Element, edition: Edition, id_: str) -> None:
    """Add what the edition says of publisher, licence and date."""
    statement = deepcopy(_publication(edition))
    parent.append(statement)
    if edition.publisher:
        add(statement, "idno", id_, type="local")


@lru_cache(maxsize=4)  # of one edition; to copy an element costs a fifth of making it
def _publication(edition: Edition) -> etree._Element:
    statement = element("publicationStmt")
    if not edition.publisher:
        add(statement, "p", "Not published. No edition.toml named a publisher when this file was made.")
        return statement
    add(statement, "publisher", edition.publisher)
    if edition.place:
        add(statement, "pubPlace", edition.place)
    if edition.published:
        add(statement, "date", edition.published, when=edition.published)
    if edition.licence or edition.licence_url:
        availability = add(statement, "availability", status="free" if "zero" in edition.licence_url else "restricted")
        add(availability, "licence", edition.licence or edition.licence_url, target=edition.licence_url)
    return statement


@lru_cache(maxsize=2 * len(KINDS))
def _encoding(kind: str, extract: bool) -> etree._Element:
    """Return how documents of a kind were encoded; `extract` where the source gives only a part of them."""
    description = element("encodingDesc")
    if extract:
        add(add(description, "samplingDecl"), "p", "The source gives only a part of the document.")
    declaration = add(description, "editorialDecl")
    for name, words in _PRINCIPLES:
        add(add(declaration, name), "p", words)
    taxonomy = add(add(description, "classDecl"), "taxonomy", xml_id="document-kinds")
    category = add(taxonomy, "category", xml_id=f"kind-{kind}" if kind != "telegram" else "telegram")
    add(category, "catDesc", KINDS[kind])
    application = add(add(description, "appInfo"), "application", ident="tei-edition", version=__version__)
    add(application, "label", "tei-edition")
    return description


_PRINCIPLES: Final = (
    (
        "correction",
        "The text is that of the captured page, word for word. Slips that the source marks are kept and encoded as "
        "sic.",
    ),
    (
        "interpretation",
        "Names, dates, editorial brackets and the archival reference were recognised by rule. @cert and @evidence "
        "say how "
        "sure each reading is and what it rests on; @ref points at the excerpt of the authority lists in this file.",
    ),
)


def _profile(header: etree._Element, telegram: Telegram, text: etree._Element, others: Mapping[int, str]) -> None:
    profile = add(header, "profileDesc")
    if telegram.abstract:
        abstract = add(profile, "abstract")
        for paragraph in telegram.abstract.split("\n"):
            if paragraph.strip():
                add(abstract, "p", normalise_space(paragraph))
    usage = add(profile, "langUsage")
    foreign = {str(found.get(XML_LANG)) for found in text.iter(tei("foreign")) if found.get(XML_LANG)}
    first = dict.fromkeys(
        tag for tag in (telegram.language, telegram.original_language, telegram.translated_from) if tag
    )
    for tag in (*first, *sorted(foreign - set(first))):
        add(usage, "language", language_name(tag), ident=tag)
    kind = "telegram" if telegram.kind == "telegram" else f"kind-{telegram.kind}"
    add(add(profile, "textClass"), "catRef", target=f"#{kind}")
    add_envelopes(profile, telegram.envelopes, others)


def revision(header: etree._Element, edition: Edition, decided: str = "") -> None:
    """Add the first state of the document, with what the editor decided of it."""
    words = f"Encoded from the captured source.{decided}"
    add(add(header, "revisionDesc"), "change", words, when=edition.date, status="draft")


def stand_off(
    root: etree._Element,
    text: etree._Element,
    header: etree._Element,
    authority: Authority,
    holdings: Sequence[Holding],
) -> None:
    """Add the entries that the document points at, so that each @ref resolves inside the file."""
    named = [found for part in (header, text) for found in part.iter(*_NAMED)]
    ids = {ref[1:] for found in named if (ref := found.get("ref", "")).startswith("#")}
    lists = excerpt(authority, ids, map(text_of, named))
    found = (holding.reference.repository for holding in holdings)
    repositories = {repository_id(repository, authority): repository for repository in found if repository}
    missing = sorted(set(repositories) - ids_in(lists))
    if not lists and not missing:
        return
    made = add(root, "standOff")
    made.extend(lists)
    if missing:
        archives = next((one for one in lists if one.get("type") == "repository"), None)
        archives = add(made, "listOrg", type="repository") if archives is None else archives
        for id_ in missing:
            _repository(archives, id_, repositories[id_])


def _repository(parent: etree._Element, id_: str, repository: Repository) -> None:
    org = add(parent, "org", xml_id=id_)
    add(org, "orgName", repository.name, type="preferred")
    if repository.abbreviation and repository.abbreviation != repository.name:
        add(org, "orgName", repository.abbreviation, type="abbreviation")
