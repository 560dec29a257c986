"""Finding aids in EAD3: for each archive the tree of its fonds and files, down to the edited pieces, each with a link.

An archive takes the component list (dsc) over into its own finding aid, or shows it beside. The source is the EAD3 tag
library of the Society of American Archivists; what the levels are called there is mapped from the parts of references.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from edition.corpus.model import Document
from edition.exchange.naming import name_of
from edition.exchange.request import Request, left_out
from edition.site.plan import File, Site
from edition.site.shelves import RUN, Piece, Shelf, archive_of, repositories
from tei.findings import Finding

SUFFIX: Final = ""
EAD_NS: Final = "http://ead3.archivists.org/schema/"
_NAMESPACES: Final[Any] = {None: EAD_NS}
_LEVELS: Final = {
    "fond": "fonds",
    "collection": "collection",
    "recordgroup": "recordgrp",
    "opis": "series",
    "series": "series",
    "subseries": "subseries",
    "delo": "file",
    "papka": "file",
    "folder": "file",
    "file": "file",
}


def export(request: Request) -> Iterator[File | Finding]:
    """Yield a finding aid for each archive, and the documents whose place nobody told."""
    if not request.settings.url:
        yield request.lacks("the address of the site", 'write url = "https://…/" under [site]')
    aid = _Aid(request)
    for key, tree in repositories(aid.site).items():
        yield File(f"{key}.xml", aid.written(key, tree))
    for document in request.corpus.documents:
        if not any(holding.repository for holding in document.holdings):
            yield left_out(document, "the document", "say in msIdentifier which archive keeps it")


class _Aid:
    """What every finding aid of the edition is made with."""

    def __init__(self, request: Request) -> None:
        self.site = Site(request.corpus, request.settings)
        self._settings = request.settings
        self._documents = request.corpus.by_id or {one.id: one for one in request.corpus.documents}

    def written(self, key: str, tree: Shelf) -> bytes:
        """Return the finding aid of an archive."""
        archive = archive_of(self.site, key)
        root = etree.Element(_ead("ead"), nsmap=_NAMESPACES)
        self._control(root, key, archive.name)
        described = _add(root, "archdesc", level="collection")
        did = _add(described, "did")
        name = _add(_add(did, "repository"), "corpname")
        _add(name, "part", archive.name)
        if place := ", ".join(filter(None, (archive.settlement, archive.country))):
            _add(_add(did[0], "address"), "addressline", place)
        _add(did, "unittitle", f"Documents of the {archive.name} in “{self._settings.title}”")
        self._parts(_add(described, "dsc", dsctype="combined"), tree)
        etree.indent(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"

    def _control(self, root: etree._Element, key: str, name: str) -> None:
        settings = self._settings
        control = _add(root, "control")
        _add(control, "recordid", f"{settings.id or 'edition'}-{key}")
        file = _add(control, "filedesc")
        _add(_add(file, "titlestmt"), "titleproper", f"{settings.title}: {name}")
        publication = _add(file, "publicationstmt")
        _add(publication, "publisher", settings.publisher or settings.title)
        if settings.date:
            _add(publication, "date", settings.date)
        _add(control, "maintenancestatus", value="derived")
        _add(_add(control, "maintenanceagency"), "agencyname", settings.publisher or settings.title)
        event = _add(_add(control, "maintenancehistory"), "maintenanceevent")
        _add(event, "eventtype", value="derived")
        _add(event, "eventdatetime", self._changed())
        _add(event, "agenttype", value="machine")
        _add(event, "agent", "tei-edition")

    def _changed(self) -> str:
        dates = [one.version.date or one.published for one in self.site.corpus.documents]
        return max(dates, default="") or self._settings.date or "undated"

    def _parts(self, parent: etree._Element, shelf: Shelf) -> None:
        for part in shelf.shelves:
            if part.type == RUN:  # no part of the archive, but of a page that shows it
                self._parts(parent, part)
                continue
            level = _LEVELS.get(part.type, "otherlevel")
            made = _add(parent, "c", level=level)
            if level == "otherlevel":
                made.set("otherlevel", part.type or "part")
            _add(_add(made, "did"), "unitid", part.value, label=part.type or "part")
            self._parts(made, part)
        for piece in shelf.pieces:
            self._piece(parent, piece, self._documents[piece.document])

    def _piece(self, parent: etree._Element, piece: Piece, document: Document) -> None:
        made = _add(_add(parent, "c", level="item"), "did")
        if piece.leaves:
            _add(made, "unitid", piece.leaves, label="leaves")
        _add(made, "unittitle", document.title)
        if document.date.text or document.date.earliest:
            date = _add(made, "unitdate", document.date.text or document.date.day)
            if normal := _normal(document):
                date.set("normal", normal)
        for name in document.senders:
            origin = _add(_add(made, "origination", label="sender"), "name")
            _add(origin, "part", name_of(self.site.corpus, name))
        path = self.site.address("telegram", document.id)
        address = self.site.canonical(path) or path
        _add(made, "dao", daotype="derived", href=address, linktitle=document.title)


def _normal(document: Document) -> str:
    """Return the date or its bounds as ISO 8601, without the hour; empty where it has no figures."""
    date = document.date
    if date.when:
        return date.when.partition("T")[0]
    bounds = [date.not_before.partition("T")[0], date.not_after.partition("T")[0]]
    return "/".join(bounds) if all(bounds) else bounds[0] or bounds[1]


def _ead(name: str) -> str:
    return f"{{{EAD_NS}}}{name}"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, _ead(name), attributes)
    made.text = text or None
    return made
