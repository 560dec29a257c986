"""An OAI-PMH static repository: one file from which a gateway answers harvesters, with Dublin Core and the TEI.

The source are the guidelines of the Open Archives Initiative for static repositories: one file, days as date stamps, no
sets, no deleted records; every item has a record in Dublin Core, and every prefix its list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from edition.corpus.model import Document
from edition.exchange.folding import decoded, ids_in, prefixed
from edition.exchange.naming import name_of
from edition.exchange.request import LEFT_OUT, Request
from edition.exchange.scanning import is_tei, scan
from edition.site.plan import File, Settings, Site
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import TEI_NS
from tei.xmlfile import read_bytes

SUFFIX: Final = ".xml"
_OAI: Final = "http://www.openarchives.org/OAI/2.0/"
_FORMATS: Final = (
    ("oai_dc", f"{_OAI}oai_dc.xsd", f"{_OAI}oai_dc/"),
    ("tei", "http://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd", TEI_NS),
)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_UNSEEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ALL_OF_IT: Final = "save it as UTF-8, with TEI as its root element"


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the one file, and what a gateway would refuse or could not be held."""
    settings = request.settings
    if not settings.url:
        yield request.lacks("the address of the site", 'write url = "https://…/" under [site]')
    if not _mail(settings):
        yield request.lacks("an address for mail", 'write contact = "name@example.org" under [site]')
    repository = _Repository(request)
    documents = [one for one in request.corpus.documents if one.body]
    undated = [one for one in documents if not repository.day(one)]
    if undated and not settings.date:
        yield request.lacks(f"the day when {undated[0].id} was last changed", "add a change with @when to revisionDesc")
    core = [repository.record(one, repository.dublin_core(one)) for one in documents]
    full = []
    for document in documents:
        words = repository.tei(document)
        if words:
            full.append(repository.record(document, words))
        else:
            place = Location(str(document.path))
            yield LEFT_OUT.at(place, f"the TEI of {document.id} is left out", _ALL_OF_IT)
    pieces = [repository.head(documents), *_listed("oai_dc", core), *_listed("tei", full), "</Repository>\n"]
    yield File("oai.xml", "".join(pieces).encode())


def _listed(prefix: str, records: list[str]) -> Iterator[str]:
    if records:
        yield f'<ListRecords metadataPrefix="{prefix}">\n'
        yield from records
        yield "</ListRecords>\n"


def _mail(settings: Settings) -> str:
    found = _MAIL.search(settings.contact)
    return found.group().removeprefix("mailto:") if found else ""


class _Repository:
    """The edition as a repository."""

    def __init__(self, request: Request) -> None:
        self._request, self._settings = request, request.settings
        self._site = Site(request.corpus, request.settings)
        self._host = urlsplit(request.settings.url).hostname or request.settings.id or "edition"
        self._ids: Counter[str] = Counter()
        for path in dict.fromkeys(one.path for one in request.corpus.documents):
            self._ids.update(ids_in(_element(path)))
        self._clashing = frozenset(ident for ident, number in self._ids.items() if number > 1)

    def day(self, document: Document) -> str:
        """Return the day of the last change, empty where none is told."""
        for date in (document.version.date, document.published):
            if found := _DAY.match(date):
                return found.group()
        return ""

    def _stamp(self, document: Document) -> str:
        """Return the day of the last change, else the first of the year of the edition: stamps are whole days."""
        if found := self.day(document):
            return found
        date = self._settings.date
        year = re.match(r"\d{4}", date)
        return date if _DAY.fullmatch(date) else f"{year.group() if year else '1970'}-01-01"

    def head(self, documents: list[Document]) -> str:
        """Return the repository up to its records."""
        earliest = min((self._stamp(one) for one in documents), default="1970-01-01")
        formats = "".join(
            f"<oai:metadataFormat><oai:metadataPrefix>{prefix}</oai:metadataPrefix><oai:schema>{schema}</oai:schema>"
            f"<oai:metadataNamespace>{namespace}</oai:metadataNamespace></oai:metadataFormat>\n"
            for prefix, schema, namespace in _FORMATS
        )
        return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Repository xmlns="{_OAI}static-repository" xmlns:oai="{_OAI}" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{_OAI}static-repository {_OAI}static-repository.xsd">
<Identify>
<oai:repositoryName>{escape(self._settings.title)}</oai:repositoryName>
<oai:baseURL>{escape(self._settings.url)}oai.xml</oai:baseURL>
<oai:protocolVersion>2.0</oai:protocolVersion>
<oai:adminEmail>{escape(_mail(self._settings) or "unknown@example.org")}</oai:adminEmail>
<oai:earliestDatestamp>{earliest}</oai:earliestDatestamp>
<oai:deletedRecord>no</oai:deletedRecord>
<oai:granularity>YYYY-MM-DD</oai:granularity>
</Identify>
<ListMetadataFormats>
{formats}</ListMetadataFormats>
"""

    def record(self, document: Document, metadata: str) -> str:
        """Return a record with its header."""
        return (
            f"<oai:record><oai:header><oai:identifier>oai:{self._host}:{quote(document.id)}</oai:identifier>"
            f"<oai:datestamp>{self._stamp(document)}</oai:datestamp></oai:header>\n"
            f"<oai:metadata>{metadata}</oai:metadata></oai:record>\n"
        )

    def dublin_core(self, document: Document) -> str:
        """Return a document in Dublin Core."""
        words = "".join(f"<dc:{name}>{_plain(value)}</dc:{name}>\n" for name, value in self._terms(document) if value)
        return (
            f'<oai_dc:dc xmlns:oai_dc="{_OAI}oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xsi:schemaLocation="{_OAI}oai_dc/ {_OAI}oai_dc.xsd">\n{words}</oai_dc:dc>'
        )

    def _terms(self, document: Document) -> Iterator[tuple[str, str]]:
        settings = self._settings
        yield "title", document.title
        yield from (("creator", name_of(self._request.corpus, name)) for name in document.senders)
        yield from (("contributor", name_of(self._request.corpus, one.name)) for one in document.responsible)
        entries = self._request.corpus.entries
        named = (entries.get((one.kind, one.key)) for one in document.mentions)
        yield from (("subject", entry.name) for entry in named if entry is not None)
        yield from (("description", one) for one in document.abstract)
        yield "publisher", document.publisher or settings.publisher
        yield "date", document.date.day
        yield "type", "Text"
        yield "type", document.kind
        yield "format", "application/tei+xml"
        yield "identifier", self._site.canonical(self._site.address("telegram", document.id)) or document.id
        yield from (("identifier", value) for _, value in document.identifiers if value != document.id)
        yield from (("source", one.citation) for one in document.holdings)
        yield "language", document.lang
        for one in (*document.envelope.relations, *document.relations):
            target = self._site.canonical(self._site.address("telegram", one.target)) if one.target else ""
            yield "relation", target or one.href or one.text
        yield "rights", document.licence_url or settings.licence_url or document.licence or settings.licence

    def tei(self, document: Document) -> str:
        """Return a document as TEI; ids that others have too get its name before them, since all stand in one file."""
        words = _element(document.path)
        if not words or document.part:
            return ""
        prefix = f"{re.sub(r'[^A-Za-z0-9.-]', '-', document.id)}."
        return prefixed(words, prefix if prefix[0].isalpha() else f"d-{prefix}", self._clashing)


def _element(path: Path) -> str:
    """Return the root element of a TEI file as it is written; empty where it is none, or cannot be read."""
    try:
        found = decoded(read_bytes(path))
    except SourceError:
        return ""
    root = scan(found[0], until="*") if found is not None else None
    return found[0][root.start : root.end] if found and root is not None and is_tei(root, "TEI") else ""


def _plain(value: str) -> str:
    return escape(_UNSEEN.sub("", " ".join(value.split())), quote=False)
