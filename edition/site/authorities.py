"""The entries of an edition as one TEI file: persons, places and organisations as a list that others can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from edition.corpus.model import Entry, Kind
from edition.site.plan import Site
from tei.names import TEI_NS, XML_ID, XML_LANG, tei

_LISTS: Final = {
    Kind.PERSON: ("listPerson", "person", "persName"),
    Kind.PLACE: ("listPlace", "place", "placeName"),
    Kind.ORGANISATION: ("listOrg", "org", "orgName"),
}


def authority_file(site: Site) -> bytes:
    """Return the listed entries as TEI: a header, and a standOff with a list for each kind, by key."""
    # Imported where it is used: the compiler of ODDs behind it takes longer to load than a list to write.
    from tei.odd.xmltext import root_element

    root = root_element(tei("TEI"), {}, {None: TEI_NS})
    _header(root, site)
    stand_off = etree.SubElement(root, tei("standOff"))
    for kind in _LISTS:
        entries = sorted(_listed(site, kind), key=lambda entry: entry.key)
        if entries:
            parent = etree.SubElement(stand_off, tei(_LISTS[kind][0]))
            for entry in entries:
                _entry(parent, entry)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _listed(site: Site, kind: Kind) -> Iterator[Entry]:
    return (entry for entry in site.corpus.entries.values() if entry.kind == kind and entry.listed)


def _header(root: etree._Element, site: Site) -> None:
    settings = site.settings
    header = etree.SubElement(root, tei("teiHeader"))
    description = etree.SubElement(header, tei("fileDesc"))
    statement = etree.SubElement(description, tei("titleStmt"))
    _text(statement, "title", settings.title)
    published = etree.SubElement(description, tei("publicationStmt"))
    if settings.publisher:
        _text(published, "publisher", settings.publisher)
        if settings.licence:
            terms = etree.SubElement(published, tei("availability"))
            licence = _text(terms, "licence", settings.licence)
            if settings.licence_url:
                licence.set("target", settings.licence_url)
    else:
        _text(published, "p", settings.licence or settings.title)
    source = etree.SubElement(description, tei("sourceDesc"))
    _text(source, "p", settings.url or settings.title)


def _entry(parent: etree._Element, entry: Entry) -> None:
    _, tag, name_tag = _LISTS[entry.kind]
    element = etree.SubElement(parent, tei(tag))
    identifier = "n" if entry.key[:1].isdecimal() or entry.key[:1] in "-." else ""
    element.set(XML_ID, f"{identifier}{entry.key}")
    if entry.type and entry.kind != Kind.PERSON:
        element.set("type", "-".join(entry.type.split()))
    _name(element, name_tag, entry.name, "preferred", entry.lang)
    for variant in entry.variants:
        if variant.text != entry.name:
            _name(element, name_tag, variant.text, variant.type or "variant", variant.lang)
    if entry.location:
        _text(etree.SubElement(element, tei("location")), "geo", entry.location)
    for note in entry.notes:
        _text(element, "note", note)
    for type_, value in entry.identifiers:
        identified = _text(element, "idno", value)
        if type_:
            identified.set("type", "-".join(type_.split()))


def _name(parent: etree._Element, tag: str, text: str, type_: str, lang: str) -> None:
    element = _text(parent, tag, text)
    element.set("type", "-".join(type_.split()))
    if lang:
        element.set(XML_LANG, lang)


def _text(parent: etree._Element, tag: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, tei(tag))
    element.text = text
    return element
