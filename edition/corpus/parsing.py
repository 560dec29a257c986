"""One TEI file into what an edition knows of it, before the pointers of all files are settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from lxml import etree

from edition.corpus import headings
from edition.corpus.envelopes import envelope_of, envelopes_of
from edition.corpus.holdings import holdings_of
from edition.corpus.lists import entries_of
from edition.corpus.model import Archive, Document, Entry, Envelope, Moment
from edition.corpus.naming import Naming
from edition.corpus.pointers import Prefixes, safe
from edition.corpus.texts import Named, mentions_of, message_of, number_of, references_of
from edition.corpus.wording import count_words, excerpt_of, running_text, words
from tei.archives import Repositories
from tei.authority.reading import line_of
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.xmlfile import parse_bytes

NOT_TEI = Rule(
    "COR101",
    "no-document-in-file",
    Severity.WARNING,
    "The file is XML but not TEI: neither the root nor anything in it is a TEI element of the TEI namespace, so the "
    "edition has nothing to show of it and leaves it out. A TEI P4 file (TEI.2) must be converted to P5 first.",
    bad="<TEI.2><text>…</text></TEI.2>",
    good='<TEI xmlns="http://www.tei-c.org/ns/1.0">…</TEI>',
)
NOTHING_SAID = Rule(
    "COR102",
    "document-says-nothing",
    Severity.WARNING,
    "The document has neither words in its text, nor an envelope, nor entries of a list, so there is nothing to show.",
)
RULES = (NOT_TEI, NOTHING_SAID)

_TEI: Final = tei("TEI")
_LISTS: Final = tuple(map(tei, ("listPerson", "listPlace", "listOrg", "listBibl", "listNym", "listEvent")))
_PICTURES: Final = tuple(map(tei, ("graphic", "media", "gap", "pb", "formula", "notatedMusic")))


@dataclass(frozen=True, slots=True)
class Part:
    """A document as its file has it: names hold their pointers as keys, relations their targets as written.

    `document.id` is what it calls itself, empty where it does not; `named` are its mentions.
    """

    document: Document
    named: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What one file holds: documents, entries of lists, and what is wrong with it."""

    parts: tuple[Part, ...] = ()
    entries: tuple[Entry | Archive, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_bytes(data: bytes, path: Path, digest: str, register: Repositories) -> Read:
    """Read a file; what cannot be read is a finding."""
    try:
        root = parse_bytes(data, str(path)).getroot()
    except SourceError as error:
        return Read(findings=error.findings)
    roots = [root] if root.tag == _TEI else list(root.iter(_TEI))
    entries = tuple(dict.fromkeys(entries_of(root)))
    if not roots and not (entries and root.tag.startswith(_TEI[:-3])):
        return Read(findings=(_not_tei(root, Location(str(path), line_of(root))),))
    parts: list[Part] = []
    findings: list[Finding] = []
    several = len(roots) > 1
    for number, one in enumerate(roots, 1):
        found = _parts(one, path, register)
        if not found and not entries:
            place = Location(str(path), line_of(one))
            message = "there are no words in it, no envelope and no list"
            findings.append(NOTHING_SAID.at(place, message, "fill it, or remove it"))
        mark = sha256(etree.tostring(one, encoding="UTF-8", with_tail=False)).hexdigest() if several else digest
        parts += [
            Part(replace(part.document, digest=mark, part=part.document.part or (number if several else 0)), part.named)
            for part in found
        ]
    return Read(tuple(parts), entries, tuple(findings))


def _not_tei(root: etree._Element, place: Location) -> Finding:
    """Say what the file is instead, and what would make it TEI P5 where its root means to be that."""
    name = etree.QName(root)
    if name.localname in ("TEI.2", "teiCorpus.2"):
        return NOT_TEI.at(place, f"the root element is {name.localname}: this is TEI P4", "convert it to TEI P5")
    if name.localname in ("TEI", "teiCorpus"):
        hint = f'write <{name.localname} xmlns="{TEI_NS}">'
        return NOT_TEI.at(place, f"the root element {name.localname} is not in the namespace of TEI P5", hint)
    message = f"the root element is {name.localname}, and there is no TEI element in the file"
    return NOT_TEI.at(place, message, "leave it out")


def _parts(root: etree._Element, path: Path, register: Repositories) -> list[Part]:
    """Return the document of a TEI element, or the many that a list of envelopes stands for, or none for a list."""
    found = root.find(tei("teiHeader"))
    header = found if found is not None else etree.Element(tei("teiHeader"))
    text = root.find(tei("text"))
    if text is None:
        text = root.find(tei("sourceDoc"))
    naming = Naming(root, Prefixes(header))
    described = list(header.iter(tei("correspDesc")))
    if _is_list(text, described):
        return []
    part = _document(root, header, text, path, naming, register)
    if not part.document.body and not described and not part.document.holdings:
        return []
    if not part.document.body and len(described) > 1:
        return [_stub(part.document, each, number, naming) for number, each in enumerate(described, 1)]
    return [part]


def _is_list(text: etree._Element | None, described: list[etree._Element]) -> bool:
    """Say whether a file only lists persons, places, organisations or books: no document, but entries."""
    if described or text is None:
        return False
    lists = list(text.iter(*_LISTS))
    if not lists:
        return False
    inside = sum(len(words(each)) for each in lists if not any(up.tag in _LISTS for up in each.iterancestors()))
    return len(words(text)) - inside <= inside // 4


def _stub(document: Document, description: etree._Element, number: int, naming: Naming) -> Part:
    """Return the letter that one envelope of an index stands for (CMIF): an envelope, and where to read it."""
    envelope = envelope_of(description, naming)
    address = description.get("ref", "").strip()
    own = description.get(XML_ID) or description.get("key") or ""
    url = address if address.lower().startswith(("http://", "https://")) else ""
    dates = [date for action in envelope.of("sent") for date in action.dates]
    stub = replace(
        document,
        id=safe(own),
        part=number,
        title="",
        other_titles=(),
        envelopes=(replace(envelope, part=""),),
        date=_sent((envelope,), dates[0] if dates else Moment()),
        source_url=url,
        identifiers=(("uri", address),) if address else (),
        kind="letter",
    )
    return Part(stub)


def _document(
    root: etree._Element,
    header: etree._Element,
    text: etree._Element | None,
    path: Path,
    naming: Naming,
    register: Repositories,
) -> Part:
    titles = headings.titles_of(header)
    envelopes = envelopes_of(header, naming)
    abstract, abstract_lang = headings.abstract_of(header)
    publisher, published, licence, licence_url = headings.terms_of(header)
    source, source_url = headings.capture_of(header)
    running = running_text(text) if text is not None else ""
    document = Document(
        id=headings.identity_of(root, header),
        path=path,
        digest="",
        kind=headings.kind_of(root, header),
        lang=root.get(XML_LANG, "") or (text.get(XML_LANG, "") if text is not None else ""),
        title=titles[0][0] if titles else "",
        title_lang=titles[0][1] if titles else "",
        other_titles=tuple(title for title, _ in titles[1:]),
        date=_sent(envelopes, headings.written(header, text)),
        number=number_of(text) if text is not None else "",
        envelopes=envelopes,
        holdings=holdings_of(header, register),
        abstract=abstract,
        abstract_lang=abstract_lang,
        authors=headings.authors_of(header, naming),
        responsible=headings.responsible_of(header, naming),
        original_lang=headings.original_lang(header),
        printed=headings.printed_in(header),
        publisher=publisher,
        published=published,
        licence=licence,
        licence_url=licence_url,
        principles=headings.principles_of(header),
        versions=headings.versions_of(header),
        body=bool(running) or (text is not None and next(text.iter(*_PICTURES), None) is not None),
        words=count_words(running),
        excerpt=excerpt_of(message_of(text)) if running and text is not None else "",
        source=source,
        source_url=source_url,
        relations=headings.relations_of(root, header),
        references=references_of(text) if text is not None else (),
        identifiers=headings.identifiers_of(header),
    )
    return Part(document, mentions_of(text, naming) if text is not None else ())


def _sent(envelopes: tuple[Envelope, ...], otherwise: Moment) -> Moment:
    """Return the date of sending, else that of writing, else the day of receipt as the latest that is possible."""
    own = envelopes[:1]
    sent = [date for envelope in own for action in envelope.of("sent") for date in action.dates]
    if found := next((date for date in sent if date.earliest), None):
        return found
    if otherwise.earliest:
        return otherwise
    received = [date for envelope in own for action in envelope.of("received") for date in action.dates]
    if late := next((date for date in received if date.when or date.not_after), None):
        text = sent[0].text if sent else ""
        return Moment(text, not_after=late.when or late.not_after, certainty=late.certainty, evidence=late.evidence)
    return next(iter(sent), otherwise)
