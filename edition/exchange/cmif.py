"""Correspondence Metadata Interchange Format 1.1, as correspSearch harvests it: who wrote to whom, when and where.

The format knows letters that were sent and received, with one date each and no time. What a telegram's envelope says
beyond that (offices that passed it on, copies, further dates, hours, cover names) is left out and told. The source is
the description of the format by the TEI special interest group on correspondence.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from edition.corpus.identifiers import preferred_url
from edition.corpus.model import Action, Corpus, Document, Kind, Moment, Name
from edition.exchange.request import NO_IDENTIFIER, REFUSED, Request, left_out
from edition.site.plan import File, Settings, Site
from tei.findings import Finding, Location
from tei.names import TEI_NS, XML_ID, tei

SUFFIX: Final = ".xml"
_TAGS: Final = {Kind.PERSON: "persName", Kind.ORGANISATION: "orgName", Kind.PLACE: "placeName"}
_FILES: Final = {
    Kind.PERSON: ("gnd", "viaf", "wikidata", "lc", "bnf"),
    Kind.ORGANISATION: ("gnd", "viaf", "wikidata", "lc"),
    Kind.PLACE: ("geonames", "wikidata", "getty-tgn"),
}
"""The authority files that correspSearch joins by, the most usual first."""
_UNKNOWN: Final = "Unknown"
_NAMESPACES: Final[Any] = {None: TEI_NS}


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the one file, and what it does not hold; stubs, whose letters are elsewhere, are not ours to offer."""
    yield from _preflight(request)
    documents = [one for one in request.corpus.documents if one.envelopes and one.body]
    root = etree.Element(tei("TEI"), nsmap=_NAMESPACES)
    header = etree.SubElement(root, tei("teiHeader"))
    source = _source_id(request.settings)
    _file_description(header, request, source)
    profile = etree.SubElement(header, tei("profileDesc"))
    told: set[str] = set()
    for document in documents:
        for finding in _describe(profile, document, request, source):
            if finding.rule != NO_IDENTIFIER.code or finding.message not in told:
                told.add(finding.message)
                yield finding
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    etree.SubElement(body, tei("p"))
    etree.indent(root)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
    yield File("cmif.xml", data)


def _preflight(request: Request) -> Iterator[Finding]:
    settings = request.settings
    if not settings.url:
        yield request.lacks("the address of the site", 'write url = "https://…/" under [site]')
    if not settings.licence_url:
        yield request.lacks("the licence with its address", 'write licence = { name = "CC BY 4.0", url = "https://…" }')
    if not settings.publisher:
        yield request.lacks("the publisher", 'write publisher = "…" under [edition]')
    if not _dated(request):
        yield request.lacks("the date", 'write date = "2026" under [edition]')
    if not settings.editors:
        yield request.lacks("an editor", 'write editors = ["Given name Surname"] under [site]')


def _file_description(header: etree._Element, request: Request, source: str) -> None:
    settings = request.settings
    file = etree.SubElement(header, tei("fileDesc"))
    titles = etree.SubElement(file, tei("titleStmt"))
    _add(titles, "title", settings.title)
    for editor in settings.editors or (settings.publisher or _UNKNOWN,):
        _add(titles, "editor", editor)
    publication = etree.SubElement(file, tei("publicationStmt"))
    publisher = etree.SubElement(publication, tei("publisher"))
    if settings.url:
        _add(publisher, "ref", settings.publisher or settings.title, target=settings.url)
    else:
        publisher.text = settings.publisher or settings.title
    _add(publication, "idno", f"{settings.url}cmif.xml", type="url")
    _add(publication, "date", **_dated(request))
    licence = etree.SubElement(publication, tei("availability"))
    _add(licence, "licence", settings.licence, target=settings.licence_url or "#")
    described = etree.SubElement(file, tei("sourceDesc"))
    bibl = _add(described, "bibl", settings.citation or settings.title, type="online" if settings.url else "print")
    bibl.set(XML_ID, source)


def _dated(request: Request) -> dict[str, str]:
    """Return the date of the last change, else that of the edition: the clock has no say in what is written."""
    latest = max((one.version.date or one.published for one in request.corpus.documents), default="")
    when = latest or request.settings.date
    return {"when": when} if when else {}


def _source_id(settings: Settings) -> str:
    """Return a name-based UUID (RFC 9562, version 5) of the edition: the same in every export of it."""
    return f"uuid-{uuid.uuid5(uuid.NAMESPACE_URL, settings.url or settings.title)}"


def _describe(profile: etree._Element, document: Document, request: Request, source: str) -> Iterator[Finding]:
    made = etree.SubElement(profile, tei("correspDesc"))
    site = Site(request.corpus, request.settings)
    if address := site.canonical(site.address("telegram", document.id)):
        made.set("ref", address)
    else:
        made.set("key", document.id)
    made.set("source", f"#{source}")
    for type_ in ("sent", "received"):
        yield from _action(made, type_, document, request)
    yield from _losses(document)


def _action(made: etree._Element, type_: str, document: Document, request: Request) -> Iterator[Finding]:
    actions = document.envelope.of(type_)
    action = etree.SubElement(made, tei("correspAction"), type=type_)
    names = [name for one in actions for name in one.names]
    if not names:
        _add(action, "persName", _UNKNOWN)
        told = "the sender" if type_ == "sent" else "the recipient"
        yield REFUSED.at(
            Location(str(document.path)), f"{told} of {document.id} is not told", "name one in correspDesc"
        )
    places = [place for one in actions for place in one.places]
    for name in (*names, *places[:1]):
        yield from _name(action, name, document, request.corpus)
    if len(places) > 1:
        yield left_out(document, f"the second place of {type_}")
    yield from _date(action, type_, actions, document)


def _name(action: etree._Element, name: Name, document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Add a name: a cover name gives way to the name of who bore it, since the format joins persons."""
    entry = corpus.entries.get((name.kind, name.key))
    words = entry.name if entry is not None and entry.listed else name.text
    made = _add(action, _TAGS[name.kind], words)
    url = preferred_url(entry.identifiers, _FILES[name.kind]) if entry is not None else ""
    if url:
        made.set("ref", url)
    else:
        hint = "add an idno to the entry of the authority list"
        yield NO_IDENTIFIER.at(Location(str(document.path)), f"{words} has no identifier of an authority file", hint)
    if name.pseudonym:
        yield left_out(document, f"the cover name {name.text}")


def _date(action: etree._Element, type_: str, actions: tuple[Action, ...], document: Document) -> Iterator[Finding]:
    dates = [date for one in actions for date in one.dates if date.earliest]
    if not dates:
        if type_ == "sent":
            yield REFUSED.at(Location(str(document.path)), f"the date of {document.id} is not told", "give its bounds")
        return
    date = dates[0]
    bounds = {"when": date.when, "notBefore": date.not_before, "notAfter": date.not_after}
    _add(action, "date", **{name: value.partition("T")[0] for name, value in bounds.items() if value})
    if _has_time(date):
        yield left_out(document, f"the time of day when it was {type_}")
    if len(dates) > 1:
        yield left_out(document, f"the second date of {type_}")


def _has_time(date: Moment) -> bool:
    return any("T" in value for value in (date.when, date.not_before, date.not_after))


def _losses(document: Document) -> Iterator[Finding]:
    """Say what the envelopes hold beyond sending and receiving."""
    for action in document.envelope.actions:
        if action.type not in ("sent", "received"):
            what = " ".join(filter(None, (action.type, action.subtype)))
            named = ", ".join(name.text for name in action.names)
            yield left_out(document, f"“{what}”" + (f" ({named})" if named else ""))
    if document.envelope.relations:
        yield left_out(document, "what it answers and its neighbours")
    if len(document.envelopes) > 1:
        yield left_out(document, "the message inside it")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, tei(name), attributes)
    made.text = text or None
    return made
