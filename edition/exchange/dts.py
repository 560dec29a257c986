"""Distributed Text Services 1.0 as files that any web server hands out: a DTS server of level 0 without a program.

The URI templates are of path-style parameters (RFC 6570, 3.2.7), so that every valid call is the name of a file:
`navigation/t1937-09-04/of;ref=message;down=1.json`. Ranges (start and end), which level 0 leaves out, are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from lxml import etree

from edition.corpus.model import Document
from edition.exchange.citetrees import Structure, Unit, structure_of, units_of
from edition.exchange.naming import name_of
from edition.exchange.request import Request, left_out
from edition.site.plan import File
from tei.errors import SourceError
from tei.findings import Finding
from tei.names import TEI_NS, XML_LANG, tei
from tei.xmlfile import parse_bytes, read_bytes

SUFFIX: Final = ""
DTS_NS: Final = "https://w3id.org/api/dts#"
_NAMESPACES: Final[Any] = {None: TEI_NS}
_CONTEXT: Final = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
_DEPTH: Final = 3
_TYPE: Final = "application/tei+xml"


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the entry point, the collection, and the endpoints of each document that has a text."""
    if not request.settings.url:
        yield request.lacks("the address of the site", 'write url = "https://…/" under [site]')
    service = _Service(request)
    members: list[dict[str, object]] = []
    taken: set[str] = set()
    for document in (*request.corpus.documents, *request.corpus.context):
        if not document.body or document.id in taken:
            continue
        taken.add(document.id)
        try:
            root = _root(document)
        except SourceError as error:
            yield from error.findings
            continue
        if root.find(f".//{tei('refsDecl')}") is not None:
            yield left_out(document, "its own way to be cited (refsDecl)")
        resource = service.resource(document, root)
        members.append(resource.described)
        yield from resource.files()
    yield from service.collection(members)


def _root(document: Document) -> etree._Element:
    """Return a copy of the TEI element of a document, alone. Raises SourceError."""
    root = parse_bytes(read_bytes(document.path), str(document.path)).getroot()
    roots = [root] if root.tag == tei("TEI") else list(root.iter(tei("TEI")))
    chosen = roots[max(document.part - 1, 0) if len(roots) > 1 else 0]
    if chosen is root:
        return root
    alone = deepcopy(chosen)
    alone.tail = None
    return alone


class _Service:
    """The endpoints: where they are, and what every answer says."""

    def __init__(self, request: Request) -> None:
        self._settings, self.corpus = request.settings, request.corpus
        self.base = f"{request.settings.url}dts/" if request.settings.url else ""
        self.id = request.settings.id or "edition"

    def resource(self, document: Document, root: etree._Element) -> _Resource:
        """Return the endpoints of a document."""
        structure = structure_of(root)
        units = tuple(units_of(root, structure)) if structure is not None else ()
        return _Resource(self, document, root, structure, units)

    def address(self, path: str) -> str:
        """Return the address of a file of the service."""
        return f"{self.base}{quote(path, safe='/;=')}"

    def collection(self, members: list[dict[str, object]]) -> Iterator[File]:
        """Yield the entry point and the one collection, by name and without."""
        entry = {
            **_CONTEXT,
            "@id": self.base or "./",
            "@type": "EntryPoint",
            "collection": f"{self.base}collection/of{{;id,nav}}.json",
            "navigation": f"{self.base}navigation/{{resource}}/of{{;ref,down}}.json",
            "document": f"{self.base}document/{{resource}}/text{{;ref}}.xml",
        }
        yield _json("index.json", entry)
        own = self.described(len(members))
        for name in ("", f";id={self.id}"):
            yield _json(f"collection/of{name}.json", {**_CONTEXT, **own, "member": members})
            yield _json(f"collection/of{name};nav=children.json", {**_CONTEXT, **own, "member": members})
            yield _json(f"collection/of{name};nav=parents.json", {**_CONTEXT, **own, "member": []})
        for member in members:
            ident = str(member["@id"])
            yield _json(f"collection/of;id={ident}.json", {**_CONTEXT, **member})
            yield _json(f"collection/of;id={ident};nav=children.json", {**_CONTEXT, **member, "member": []})
            yield _json(f"collection/of;id={ident};nav=parents.json", {**_CONTEXT, **member, "member": [own]})

    def described(self, children: int) -> dict[str, object]:
        """Return what is said of the collection."""
        made: dict[str, object] = {
            "@id": self.id,
            "@type": "Collection",
            "title": self._settings.title,
            "totalParents": 0,
            "totalChildren": children,
            "collection": f"{self.base}collection/of;id={quote(self.id)}{{;nav}}.json",
        }
        if self._settings.description:
            made["description"] = self._settings.description
        return made


@dataclass(frozen=True, slots=True)
class _Resource:
    """The endpoints of one document."""

    service: _Service
    document: Document
    root: etree._Element
    structure: Structure | None
    units: tuple[Unit, ...]

    @property
    def described(self) -> dict[str, object]:
        """What is said of the document in the collection and beside each part of it."""
        ident, base = quote(self.document.id), self.service.base
        trees = [] if self.structure is None else [{"@type": "CitationTree", "citeStructure": [self.structure.types()]}]
        return {
            "@id": self.document.id,
            "@type": "Resource",
            "title": self.document.title,
            "totalParents": 1,
            "totalChildren": 0,
            "collection": f"{base}collection/of;id={ident}{{;nav}}.json",
            "navigation": f"{base}navigation/{ident}/of{{;ref,down}}.json",
            "document": f"{base}document/{ident}/text{{;ref}}.xml",
            "download": self.service.address(f"document/{self.document.id}/text.xml"),
            "mediaTypes": [_TYPE],
            "citationTrees": trees,
            "dublinCore": self._terms(),
        }

    def _terms(self) -> dict[str, object]:
        document, corpus = self.document, self.service.corpus
        terms: dict[str, object] = {
            "creator": [name_of(corpus, name) for name in document.senders],
            "contributor": [name_of(corpus, one.name) for one in document.responsible],
            "date": [document.date.earliest] if document.date.earliest else [],
            "language": [document.lang] if document.lang else [],
            "license": [document.licence_url] if document.licence_url else [],
            "source": [one.citation for one in document.holdings if one.citation],
        }
        return {name: values for name, values in terms.items() if values}

    def files(self) -> Iterator[File]:
        """Yield the document whole and in parts, and what leads through it."""
        ident = self.document.id
        frame = _Frame(self.root)
        for unit in self.units:
            yield File(f"document/{ident}/text;ref={unit.ref}.xml", frame.around(unit))
        yield File(f"document/{ident}/text.xml", self._whole())
        words = {unit.ref: _words(_described(unit)) for unit in self.units}
        resource = _words(self.described)
        for query, asked, members in self._calls():
            path = f"navigation/{ident}/of{query}.json"
            head = {**_CONTEXT, "@type": "Navigation", "@id": self.service.address(path)}
            pieces = [_words(head)[:-1], f',\n"resource": {resource}']
            if asked is not None:
                pieces.append(f',\n"ref": {words[asked.ref]}')
            if members is not None:
                pieces.append(',\n"member": [' + ",\n".join([words[one.ref] for one in members]) + "]")
            yield File(path, "".join((*pieces, "}\n")).encode())

    def _calls(self) -> Iterator[tuple[str, Unit | None, list[Unit] | None]]:
        """Yield every call that navigation answers: the query, the unit that it is about, and the members."""
        for down in (*range(1, _DEPTH + 1), -1):
            yield f";down={down}", None, [unit for unit in self.units if down < 0 or unit.level <= down]
        for unit in self.units:
            yield f";ref={unit.ref}", unit, None
            yield f";ref={unit.ref};down=0", unit, [one for one in self.units if one.parent == unit.parent]
            under = self._under(unit)
            for down in (*range(1, max(_DEPTH - unit.level, 1) + 1), -1):
                yield (
                    f";ref={unit.ref};down={down}",
                    unit,
                    [one for one in under if down < 0 or one.level <= unit.level + down],
                )

    def _under(self, unit: Unit) -> list[Unit]:
        found = {unit.ref}
        for one in self.units:
            if one.parent in found:
                found.add(one.ref)
        return [one for one in self.units if one.ref in found]

    def _whole(self) -> bytes:
        """Return the document with how it can be cited in its header."""
        whole = deepcopy(self.root)
        for old in list(whole.iter(tei("refsDecl"))):
            holder = old.getparent()
            if holder is not None:
                etree.strip_elements(holder, tei("refsDecl"), with_tail=False)
        header = whole.find(tei("teiHeader"))
        if self.structure is not None and header is not None:
            encoding = header.find(tei("encodingDesc"))
            if encoding is None:
                encoding = etree.Element(tei("encodingDesc"))
                header.insert(1 if len(header) else 0, encoding)
            declared = etree.Element(tei("refsDecl"))
            declared.append(self.structure.element())
            encoding.insert(0, declared)
        return _written(whole)


def _described(unit: Unit) -> dict[str, object]:
    made: dict[str, object] = {"identifier": unit.ref, "@type": "CitableUnit", "level": unit.level}
    made |= {"parent": unit.parent or None, "citeType": unit.type}
    if unit.element.get("n") and unit.type != "paragraph":
        made["dublinCore"] = {"title": [str(unit.element.get("n"))]}
    return made


class _Frame:
    """A document without its text: a header, which says whose part a part is, and under what licence."""

    def __init__(self, root: etree._Element) -> None:
        self._lang = root.get(XML_LANG)
        self._start = len(etree.tostring(self._root(), encoding="UTF-8")) - 2  # what stands before "/>"
        made = self._root()
        header = etree.SubElement(made, tei("teiHeader"))
        description = root.find(f"{tei('teiHeader')}/{tei('fileDesc')}")
        if description is not None:
            header.append(deepcopy(description))
            header[0].tail = None
        self._before = _written(made).removesuffix(b"</TEI>\n")

    def _root(self) -> etree._Element:
        made = etree.Element(tei("TEI"), nsmap=_NAMESPACES)
        if self._lang:
            made.set(XML_LANG, self._lang)
        return made

    def around(self, unit: Unit) -> bytes:
        """Return a part in the elements that it stands in, which are otherwise empty, marked as what was asked for."""
        made = place = self._root()
        for holder in reversed([*unit.element.iterancestors()][:-1]):
            values = {str(key): str(value) for key, value in holder.attrib.items()}
            place = etree.SubElement(place, str(holder.tag), values)
        wrapper = etree.SubElement(place, f"{{{DTS_NS}}}wrapper", nsmap={"dts": DTS_NS})
        wrapper.append(deepcopy(unit.element))
        wrapper[0].tail = None
        return self._before + etree.tostring(made, encoding="UTF-8")[self._start + 1 :] + b"\n"


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _words(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json(path: str, value: object) -> File:
    return File(path, f"{_words(value)}\n".encode())
