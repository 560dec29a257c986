"""A run over one volume: its documents, its lists, and the table of what is no telegram and no letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from lxml import etree

from edition.exchanges import Exchanges
from edition.intake.frus.answers import add_mentions, card_of, mentions_of
from edition.intake.frus.choosing import Choice
from edition.intake.frus.cutting import Broken, Opened, open_volume
from edition.intake.frus.documents import choice_of, facts_of, made_words, make_document, parts_of, source_words
from edition.intake.frus.findings import LOOSE_POINTER, NO_PARTIES, UNKNOWN_MARKUP, WORDS_LOST
from edition.intake.frus.headers import Facts, Source
from edition.intake.frus.listed import read_lists, whole
from edition.intake.frus.listing import Part, part_of, rest_of, summary, table_of
from edition.intake.frus.plain import line_of
from edition.intake.frus.pointing import Places, Pointers, places_of
from edition.intake.frus.volumes import SERIES, Volume, documents_of, read_volume
from edition.intake.frus.words import first_difference, words_of
from edition.intake.frus.work import Work
from edition.intake.request import LISTED, WRONG_FORM, Order, Placed
from edition.linking import linked
from edition.site.plan import File
from tei.encode.document import Edition
from tei.encode.markup import add
from tei.encode.serialise import serialise
from tei.errors import SourceError
from tei.findings import Finding
from tei.model import Mention
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.regexes import regex
from tei.xmlfile import read_bytes

_UNSAFE: Final = regex(r"[^\w.-]+")


def take(order: Order) -> Iterator[File | Finding]:
    """Yield the documents of a volume, its lists, and the table of what is no telegram and no letter.

    Raises SourceError where the file cannot be read, or is no volume of the series.
    """
    data = read_bytes(order.path)
    opened = open_volume(data, str(order.path))
    if opened.root.tag != tei("TEI") or not documents_of(opened.root):
        message = "this is no volume of Foreign Relations: no division of type document is in it"
        raise SourceError(WRONG_FORM.at(order.at(1), message, "leave out --as, or name another form"))
    yield from opened.findings
    volume = read_volume(opened.root, order.path.stem, sha256(data).hexdigest())
    volume = replace(volume, language=volume.language or order.lang or "en")
    yield from _Import(order, volume, opened).run()


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of the volume, and what it is."""

    key: str
    source: Source
    choice: Choice
    id: str = ""


@dataclass(slots=True)
class _Import:
    """One volume while it is imported."""

    order: Order
    volume: Volume
    opened: Opened
    parts: list[Part] = field(default_factory=list)
    unknown: dict[str, tuple[int, int]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    read: dict[etree._Element, tuple[Facts, tuple[Mention, ...]]] = field(default_factory=dict)

    def run(self) -> Iterator[File | Finding]:
        """Yield everything."""
        prefix = _prefix(self.order, self.volume)
        documents = tuple(self._documents(prefix))
        keys = {one.source.document: one.key for one in documents}
        places = places_of(self.volume.root, keys, self.opened.lost)
        self.parts += [_broken(one, self.volume, self.order.path.name) for one in self.opened.broken]
        lists = read_lists(self.volume.root, self.volume.id, prefix)
        files = {one.key: one.id for one in documents if one.choice.kind}
        pointers = Pointers(self.volume.id, files, places)
        self.pages = _pages(self.volume.root)
        edition = _edition(self.order)
        exchanges = self._exchanges(documents, places)
        for one in documents:
            if one.choice.kind:
                yield from self._taken(one, Work(lists, pointers, one.key), edition, exchanges)
            else:
                self._listed(one, places)
        for name, content in whole(lists).items():
            yield File(f"authority/{prefix}{name}.xml", _list_file(f"{prefix}{name}", name, content, self.volume))
        self.parts += rest_of(self.volume, keys, lists, self.order.path.name)
        yield from self._end()

    def _documents(self, prefix: str) -> Iterator[_Document]:
        """Yield the documents with their ids; that no two have the same sees the run of the import."""
        for place, element in enumerate(documents_of(self.volume.root), 1):
            key = _UNSAFE.sub("-", element.get(XML_ID) or f"n{element.get('n') or place}")
            source = parts_of(element)
            choice = choice_of(source)
            yield _Document(key, source, choice, f"{prefix}{key}" if choice.kind else "")

    def _exchanges(self, documents: Iterable[_Document], places: Places) -> Exchanges:
        """Read the envelopes of all documents, so that each can be tied to those that it answers and follows."""
        exchanges = Exchanges()
        for one in documents:
            if one.choice.kind:
                facts = facts_of(one.id, one.key, one.source, one.choice, self._pages_of(one, places))
                said = mentions_of(one.source, facts)
                self.read[one.source.document] = (facts, said)
                exchanges.add(one.id, card_of(facts, said))
        return exchanges

    def _taken(self, one: _Document, work: Work, edition: Edition, exchanges: Exchanges) -> Iterator[File | Finding]:
        """Yield a document of ours and what is to be said of it; none where a word would be lost."""
        element = one.source.document
        line = line_of(element)
        facts, said = self.read.pop(element)
        root = make_document(facts, self.volume, one.source, edition, work)
        add_mentions(root[0], said)
        wanted, made = source_words(one.source), made_words(root)
        lost = next(first_difference(wanted, made), None)
        if lost is not None:
            yield WORDS_LOST.at(
                self.order.at(line), f"{one.key}: {lost}", "report this volume to the makers of this program"
            )
            self.parts.append(part_of(element, "not imported", len(wanted), self.volume, self.order.path.name))
            return
        data = linked(serialise(root), exchanges.links(one.id))
        yield Placed(f"tei/{one.id}.xml", data, str(self.order.path), line)
        for name, at in work.unknown.items():
            first, number = self.unknown.get(name, (at, 0))
            self.unknown[name] = (first, number + 1)
        for pointer, at in work.loose:
            message = f"{pointer!r} is nowhere in the volume"
            yield LOOSE_POINTER.at(self.order.at(at), message, "correct the @target in the volume, or in the document")
        if facts.heading.sender is None or facts.heading.recipient is None:
            message = f"{one.id}: the heading is {facts.heading.words!r}"
            yield NO_PARTIES.at(self.order.at(line), message, "add the name to its correspAction")

    def _pages_of(self, one: _Document, places: Places) -> tuple[str, ...]:
        """Return the numbers of the pages that a document is on."""
        begun = places.begun.get(one.key, ())
        inside = [str(page.get("n")) for page in one.source.document.iter(tei("pb")) if page.get("n")]
        found = [self.pages.get(page, "") for page in begun] + inside
        return tuple(dict.fromkeys(number.strip("[]") for number in found if number))

    def _listed(self, one: _Document, places: Places) -> None:
        element = one.source.document
        page = next(iter(self._pages_of(one, places)), "")
        words = len(words_of([element]))
        self.parts.append(part_of(element, one.choice.reason, words, self.volume, self.order.path.name, page))

    def _end(self) -> Iterator[File | Finding]:
        if self.parts:
            self.parts.sort(key=lambda part: (part.line, part.id))
            yield File("listed.csv", table_of(self.parts))
            message = f"{len(self.parts)} parts of {self.volume.id} make no document: {summary(self.parts)}"
            yield LISTED.at(self.order.at(), message, "listed.csv names each with its place")
        for name, (line, number) in sorted(self.unknown.items()):
            message = f"{name} in {number} documents: the words were kept"
            yield UNKNOWN_MARKUP.at(self.order.at(line), message, "add to the documents what it means")


def _broken(one: Broken, volume: Volume, file: str) -> Part:
    return Part(file, one.line, one.id, "broken", "", "", "", 0, f"{volume.address}/{one.id}")


def _prefix(order: Order, volume: Volume) -> str:
    """Return what ids begin with: as asked, else the id of the volume."""
    return order.prefix or f"{volume.id}-"


def _edition(order: Order) -> Edition:
    config = order.config
    return Edition("", config.title, config.publisher, config.place, config.date, config.licence, config.licence_url)


def _pages(root: etree._Element) -> dict[str, str]:
    """Return the printed number of each page by its id."""
    return {str(one.get(XML_ID)): one.get("n") or "" for one in root.iter(tei("pb")) if one.get(XML_ID)}


def _list_file(id_: str, name: str, content: tuple[etree._Element, ...], volume: Volume) -> bytes:
    """Return an authority list of the volume as a file."""
    namespaces: Mapping[str | None, str] = {None: TEI_NS}
    root = etree.Element(tei("TEI"), {XML_ID: id_, XML_LANG: volume.language}, nsmap=dict(namespaces))  # type: ignore[arg-type] # lxml takes None for the default namespace
    description = add(add(root, "teiHeader"), "fileDesc")
    add(add(description, "titleStmt"), "title", f"{name.capitalize()} of {volume.title}", type="main")
    statement = add(description, "publicationStmt")
    add(statement, "publisher", volume.publisher or SERIES)
    add(statement, "idno", id_, type="local")
    add(statement, "idno", f"{volume.address}/{name}", type="url")
    bibl = add(add(description, "sourceDesc"), "bibl", type="printed")
    add(bibl, "title", volume.title, level="m")
    add(root, "standOff").extend(content)
    return serialise(root)
