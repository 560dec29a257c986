"""The package document of an e-book: what it is, its files, their order (EPUB 3.3, 5; EPUB Accessibility 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from edition.book.front import FrontPage, is_day, modified
from edition.book.volume import is_tag, plain, web_link
from tei.names import XML_LANG

_OPF: Final = "http://www.idpf.org/2007/opf"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_NAMESPACES: Final[Any] = {None: _OPF, "dc": _DC}
_XHTML: Final = "application/xhtml+xml"
_ROLES: Final = {"translator": "trl", "translated by": "trl", "editor": "edt", "edited by": "edt", "contributor": "ctb"}
_FEATURES: Final = ("structuralNavigation", "tableOfContents", "readingOrder", "index", "displayTransformability")


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the e-book; `spine` says that it is read in its turn."""

    name: str
    media: str = _XHTML
    properties: str = ""
    spine: bool = True

    @property
    def id(self) -> str:
        """What the package knows it by."""
        return self.name.replace(".", "-")


def package(page: FrontPage, items: Iterable[Item], *, leaves: bool) -> bytes:
    """Return the package document; `leaves` says that there is a list of the leaves of the archives."""
    root = etree.Element(_opf("package"), nsmap=_NAMESPACES)
    root.set("version", "3.0")
    root.set("unique-identifier", "edition")
    root.set(XML_LANG, page.book.lang)
    _describe(etree.SubElement(root, _opf("metadata")), page, leaves=leaves)
    listed = tuple(items)
    manifest = etree.SubElement(root, _opf("manifest"))
    for item in listed:
        made = etree.SubElement(manifest, _opf("item"), {"id": item.id, "href": item.name, "media-type": item.media})
        if item.properties:
            made.set("properties", item.properties)
    spine = etree.SubElement(root, _opf("spine"))
    for item in listed:
        if item.spine:
            etree.SubElement(spine, _opf("itemref"), idref=item.id)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _describe(metadata: etree._Element, page: FrontPage, *, leaves: bool) -> None:
    settings = page.settings
    _core(metadata, "identifier", page.identifier, id="edition")
    title = _core(metadata, "title", settings.title, id="title")
    _meta(metadata, "title-type", "main", title)
    if settings.subtitle:
        _meta(metadata, "title-type", "subtitle", _core(metadata, "title", settings.subtitle, id="subtitle"))
    for lang in _languages(page):
        _core(metadata, "language", lang)
    _people(metadata, page)
    _core(metadata, "publisher", settings.publisher)
    _core(metadata, "date", settings.date if is_day(settings.date) else "")
    _core(metadata, "description", settings.description)
    _core(metadata, "rights", " ".join(dict.fromkeys(filter(None, (settings.licence, settings.licence_url)))))
    _core(metadata, "source", settings.url)
    _core(metadata, "type", "Document")
    _meta(metadata, "dcterms:modified", modified(page.book))
    if licence := web_link(settings.licence_url):
        etree.SubElement(metadata, _opf("link"), rel="dcterms:license", href=licence)
    _access(metadata, leaves=leaves)


def _people(metadata: etree._Element, page: FrontPage) -> None:
    """Name the editors as who made the book, and whom the documents name for their part as contributors."""
    for number, name in enumerate(page.settings.editors, 1):
        _role(metadata, _core(metadata, "creator", name, id=f"creator-{number}"), "edt")
    people = dict.fromkeys(
        (_ROLES.get(role.lower(), "ctb"), name)
        for role, names in page.facts.responsible
        for name, _ in names
        if name not in page.settings.editors
    )
    for number, (role, name) in enumerate(people, 1):
        _role(metadata, _core(metadata, "contributor", name, id=f"contributor-{number}"), role)


def _role(metadata: etree._Element, named: etree._Element | None, role: str) -> None:
    if (made := _meta(metadata, "role", role, named)) is not None:
        made.set("scheme", "marc:relators")


def _languages(page: FrontPage) -> Iterator[str]:
    yield from dict.fromkeys((page.book.lang, *(code for code, _ in page.facts.languages if is_tag(code))))


def _access(metadata: etree._Element, *, leaves: bool) -> None:
    """Say what readers can rely on: all of it is text, in order, with headings and registers."""
    _meta(metadata, "schema:accessMode", "textual")
    _meta(metadata, "schema:accessModeSufficient", "textual")
    for feature in (*_FEATURES, *(("pageBreakMarkers", "pageNavigation") if leaves else ())):
        _meta(metadata, "schema:accessibilityFeature", feature)
    _meta(metadata, "schema:accessibilityHazard", "none")
    _meta(
        metadata,
        "schema:accessibilitySummary",
        "All content is text with headings, a table of contents, linked registers and linked notes.",
    )
    if leaves:
        _meta(metadata, "pageBreakSource", "The leaves of the archival files that the documents are kept in")


def _core(metadata: etree._Element, name: str, text: str, **attributes: str) -> etree._Element | None:
    """Add an element of Dublin Core, none where there is nothing to say."""
    words = " ".join(plain(text).split())
    if not words:
        return None
    made = etree.SubElement(metadata, f"{{{_DC}}}{name}", attributes)
    made.text = words
    return made


def _meta(
    metadata: etree._Element, name: str, text: str, refined: etree._Element | str | None = ""
) -> etree._Element | None:
    if refined is None:
        return None
    made = etree.SubElement(metadata, _opf("meta"), property=name)
    made.text = text
    if not isinstance(refined, str):
        made.set("refines", f"#{refined.get('id')}")
    return made


def _opf(name: str) -> str:
    return f"{{{_OPF}}}{name}"
