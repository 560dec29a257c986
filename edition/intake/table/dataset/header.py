"""The header of a document of a data set: what `edition.corpus` reads out of one, written again."""

from __future__ import annotations

from typing import Final

from lxml import etree

from edition.corpus.model import Action, Document, Envelope, Holding, Kind, Moment, Name, Relation
from edition.intake.table.dataset.references import is_listed
from tei import __version__
from tei.encode.languages import language_name
from tei.encode.markup import add
from tei.regexes import regex
from tei.slugs import slug
from tei.text import append_text

_NAMES: Final = {Kind.PERSON: "persName", Kind.ORGANISATION: "orgName", Kind.PLACE: "placeName"}
_EDITORS: Final = frozenset(("editor", "translator", "transcriber", "annotator", "compiler", "contributor"))
_TYPES: Final = frozenset(("sent", "received", "transmitted", "forwarded", "redirected"))
_SUBTYPES: Final = frozenset(
    ("via", "enciphered", "deciphered", "printed", "verified", "registered", "delivered", "copy")
)
_RELATIONS: Final = frozenset(("answers", "prev", "next", "mentions"))
_STATES: Final = frozenset(("draft", "checked", "approved"))
_SHELFMARK: Final = "shelfmark"
"""The type of a shelf mark in one piece, of which a file says no type."""
_ISO: Final = regex(r"-?\d{4,}(?:-\d\d(?:-\d\d(?:T\S+)?)?)?")


def write_header(root: etree._Element, document: Document) -> None:
    """Add the header of a document."""
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    _titles(add(description, "titleStmt"), document)
    _publication(add(description, "publicationStmt"), document)
    _source(add(description, "sourceDesc"), document)
    _encoding(header, document)
    _profile(add(header, "profileDesc"), document)
    if document.versions:
        revision = add(header, "revisionDesc")
        for one in document.versions:
            when = one.date if _ISO.fullmatch(one.date) else ""
            add(revision, "change", one.text, when=when, status=one.status if one.status in _STATES else "")


def _titles(statement: etree._Element, document: Document) -> None:
    own = document.title_lang if document.title_lang != document.lang else ""
    add(statement, "title", document.title or document.id, type="main", xml_lang=own)
    for title in document.other_titles:
        add(statement, "title", title, type="source")
    for author in document.authors:
        name(add(statement, "author"), author)
    for one in document.responsible:
        if one.role in _EDITORS:
            name(add(statement, "editor", role=one.role), one.name)
    for one in document.responsible:
        if one.role not in _EDITORS:
            made = add(statement, "respStmt")
            add(made, "resp", one.role or "responsible")
            name(made, one.name)


def name(parent: etree._Element, one: Name) -> etree._Element:
    """Add a name with the entry that it leads to."""
    pointer = f"#{one.key}" if one.key else ""
    cover = "pseudonym" if one.pseudonym else ""
    return add(parent, _NAMES[one.kind], one.text, type=cover, ref=pointer, xml_lang=one.lang)


def _publication(statement: etree._Element, document: Document) -> None:
    if not document.publisher:
        add(statement, "p", "Not published. The data set that this file was made of names no publisher.")
        return
    add(statement, "publisher", document.publisher)
    if document.published:
        when = document.published if _ISO.fullmatch(document.published) else ""
        add(statement, "date", document.published, when=when)
    if document.licence or document.licence_url:
        free = "free" if "zero" in document.licence_url else "restricted"
        availability = add(statement, "availability", status=free)
        add(availability, "licence", document.licence or document.licence_url, target=document.licence_url)
    for type_, value in document.identifiers:
        add(statement, "idno", document.id if type_ == "local" else value, type=type_)


def _source(parent: etree._Element, document: Document) -> None:
    if document.holdings or document.original_lang:
        _manuscript(parent, document)
    told = [one.text for one in document.relations if one.relation in ("original", "translation")]
    for one in document.relations:
        if one.relation in ("original", "translation"):
            _related(add(parent, "bibl", type=one.relation), one)
    for words in document.printed:
        if words not in told:
            add(parent, "bibl", words, type="printed")
    if document.source or document.source_url or not len(parent):
        capture = add(parent, "bibl", type="capture")
        add(capture, "title", document.source or "data set")
        if document.source_url:
            add(capture, "ref", document.source_url, target=document.source_url)


def _related(bibl: etree._Element, one: Relation) -> None:
    target = f"{one.target}.xml" if one.target else one.href
    add(bibl, "ref", one.text or target, type="document", target=target)


def _manuscript(parent: etree._Element, document: Document) -> None:
    manuscript = add(parent, "msDesc")
    identifier = add(manuscript, "msIdentifier")
    first, *others = document.holdings or (None,)
    if first is None:
        add(identifier, "msName", "original, place of keeping not stated")
    else:
        _holding(identifier, first, whole=True)
    for other in others:
        if other is not None:
            _holding(add(identifier, "altIdentifier"), other, whole=True)
    if document.original_lang:
        item = add(add(manuscript, "msContents"), "msItem")
        add(item, "textLang", language_name(document.original_lang), mainLang=document.original_lang)


def _holding(identifier: etree._Element, holding: Holding, *, whole: bool) -> None:
    for part in ("country", "settlement"):
        if whole and (words := getattr(holding, part)):
            add(identifier, part, words)
    if holding.name:
        ref = f"#{holding.repository}" if is_listed(holding.repository, holding.name) else ""
        add(identifier, "repository", holding.name, ref=ref)
    apart = bool(holding.name) and "collection:" not in holding.key
    parts = [part for part in holding.parts if part[0] != "collection" or not apart]
    for type_, value in holding.parts:
        if type_ == "collection" and apart:
            add(identifier, "collection", value)
    if any(type_ == _SHELFMARK for type_, _ in parts):
        for type_, value in (*parts, *([("listy", holding.leaves)] if holding.leaves else ())):
            add(identifier, "idno", value, type=type_ if type_ != _SHELFMARK else "")
    elif parts or holding.leaves:
        number = add(identifier, "idno", type="archival")
        for type_, value in (*parts, *([("listy", holding.leaves)] if holding.leaves else ())):
            add(number, "idno", value, type=type_)


def _encoding(header: etree._Element, document: Document) -> None:
    encoding = add(header, "encodingDesc")
    if document.principles:
        declaration = add(encoding, "editorialDecl")
        for words in document.principles:
            add(declaration, "p", words)
    if document.kind and document.kind != "context":
        taxonomy = add(add(encoding, "classDecl"), "taxonomy", xml_id="document-kinds")
        category = add(taxonomy, "category", xml_id=category_of(document.kind))
        add(category, "catDesc", document.kind.capitalize())
    application = add(add(encoding, "appInfo"), "application", ident="tei-edition", version=__version__)
    add(application, "label", "tei-edition")


def category_of(kind: str) -> str:
    """Return the id of the category of a kind."""
    return "telegram" if kind == "telegram" else f"kind-{slug(kind)}"


def _profile(profile: etree._Element, document: Document) -> None:
    sent = [date for action in document.envelope.of("sent", "received") for date in action.dates]
    if document.date != Moment() and not any(_says(one, document.date) for one in sent):
        moment(add(profile, "creation"), document.date)
    if document.abstract:
        abstract = add(profile, "abstract")
        lang = document.abstract_lang if document.abstract_lang != document.lang else ""
        for words in document.abstract:
            add(abstract, "p", words, xml_lang=lang)
    usage = add(profile, "langUsage")
    for tag in dict.fromkeys(filter(None, (document.lang or "und", document.original_lang))):
        add(usage, "language", language_name(tag), ident=tag)
    if document.kind and document.kind != "context":
        add(add(profile, "textClass"), "catRef", target=f"#{category_of(document.kind)}")
    for number, envelope in enumerate(document.envelopes):
        _envelope(profile, envelope, number)


def _says(one: Moment, date: Moment) -> bool:
    return one == date or date.not_after in (one.when, one.not_after)


def _envelope(profile: etree._Element, envelope: Envelope, number: int) -> None:
    id_ = "telegram-envelope" if not number else f"message-envelope-{number}"
    made = add(profile, "correspDesc", xml_id=id_, corresp=f"#{envelope.part}" if envelope.part else "")
    if not any(action.type == "sent" for action in envelope.actions):
        add(add(made, "correspAction", type="sent"), "note", "Neither sender nor date is stated.")
    for action in envelope.actions:
        _action(made, action)
    for note in envelope.notes:
        add(made, "note", note)
    if envelope.relations:
        context = add(made, "correspContext")
        for one in envelope.relations:
            _mention(context, one)


def _action(description: etree._Element, action: Action) -> None:
    type_ = action.type if action.type in _TYPES else "transmitted"
    subtype = action.subtype if action.subtype in _SUBTYPES else ""
    made = add(description, "correspAction", type=type_, subtype=subtype)
    for one in (*action.names, *action.places):
        name(made, one)
    for date in action.dates:
        moment(made, date)
    for note in action.notes:
        add(made, "note", note)


def moment(parent: etree._Element, date: Moment) -> etree._Element:
    """Add a date."""
    bounds = {"when": date.when, "notBefore": date.not_before, "notAfter": date.not_after}
    return add(parent, "date", date.text, **bounds, cert=date.certainty, evidence=date.evidence)


def _mention(context: etree._Element, one: Relation) -> None:
    target = f"{one.target}.xml" if one.target else one.href
    ref = add(context, "ref", type=one.relation if one.relation in _RELATIONS else "document", target=target)
    before, found, after = one.text.partition(one.date.text) if one.date.text else (one.text, "", "")
    append_text(ref, before)
    if one.date != Moment():
        moment(ref, one.date)
    append_text(ref, after if found else "")
