"""What machines read in the head of a page: schema.org as JSON-LD, Dublin Core, Highwire's citation_ tags, OpenGraph.

Zotero's translator for embedded metadata takes the Highwire and Dublin Core tags, `bib.type` making it a letter, its
kind (DC.type) and the place in the archive (DC.coverage) included; search engines and harvesters take the JSON-LD.
Addresses stand only where the edition has told its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from edition.citing import chicago
from edition.citing.dating import Dating, iso
from edition.citing.source import Source, read_source
from edition.corpus.identifiers import identifier_url
from edition.corpus.model import Document, Entry, Kind, Name
from edition.site.frame import Meta
from edition.site.plan import Site

_CONTEXT: Final = "https://schema.org"
_TYPES: Final = {Kind.PERSON: "Person", Kind.ORGANISATION: "Organization", Kind.PLACE: "Place"}
_MEDIA: Final = {".xml": "application/tei+xml", ".txt": "text/plain"}
_LETTERS: Final = ("telegram", "letter")
_LONGEST: Final = 300
"""Characters of a description; search engines show about half of it."""

Thing = dict[str, object]


def telegram_metas(document: Document, site: Site, path: str) -> tuple[Meta, ...]:
    """Return the <meta> lines of a document's page; `path` is its file in the site."""
    source = read_source(document, site)
    lines = (
        *_highwire(source, site.canonical(path)),
        *_dublin_core(source),
        *_open_graph(source, site),
    )
    return tuple(Meta(name, value, name.startswith(("og:", "article:"))) for name, value in lines if value)


def telegram_json_ld(document: Document, site: Site, path: str) -> Thing:
    """Return a document as schema.org's Message and ArchiveComponent: from whom, to whom, when, where it is kept."""
    source, url = read_source(document, site), site.canonical(path)
    message = {
        "@context": _CONTEXT,
        "@type": ["Message", "ArchiveComponent"],
        "@id": url,
        "url": url,
        "identifier": document.id,
        "name": source.title,
        "genre": source.kind,
        "inLanguage": source.lang,
        "abstract": source.abstract,
        "sender": _things(document.senders, site),
        "recipient": _things(document.recipients, site),
        "author": [] if document.senders else _things(document.authors, site),
        "translator": [{"@type": "Person", "name": person.whole} for person in source.translators],
        **_when(source, document),
        "dateModified": source.version,
        "version": source.state,
        "license": source.licence,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else {},
        "isPartOf": _edition(site),
        **_kept(source),
        "mentions": [_entity(entry, site) for entry in _mentioned(document, site)],
        "workTranslation": _others(document, site),
        "encoding": _encodings(document, site),
    }
    return _filled(message)


def site_json_ld(site: Site) -> Thing:
    """Return the edition as a data set and collection, with the site that shows it and how it is searched."""
    settings, documents = site.settings, site.corpus.documents
    years = sorted({year for document in documents if (year := document.date.year)})
    home = site.canonical("index.html")
    collection = {
        **_edition(site),
        "@type": ["Dataset", "Collection"],
        "description": settings.description or settings.subtitle or settings.title,
        "creator": [{"@type": "Person", "name": editor} for editor in settings.editors],
        "publisher": {"@type": "Organization", "name": settings.publisher} if settings.publisher else {},
        "license": settings.licence_url or settings.licence,
        "datePublished": settings.date,
        "dateModified": max((document.version.date for document in documents), default=""),
        "inLanguage": sorted({document.lang for document in documents if document.lang}),
        "temporalCoverage": "/".join(dict.fromkeys([*years[:1], *years[-1:]])),
        "collectionSize": len(documents),
        "isAccessibleForFree": True,
    }
    page = {
        "@type": "WebSite",
        "name": settings.title,
        "url": home,
        "inLanguage": list(settings.languages),
        "potentialAction": _search(site) if settings.search and home else {},
    }
    return {"@context": _CONTEXT, "@graph": [_filled(collection), _filled(page)]}


def _highwire(source: Source, url: str) -> Iterator[tuple[str, str]]:
    yield "citation_title", source.title
    yield from (("citation_author", person.inverted) for person in source.senders)
    yield "citation_publication_date", _iso(source.dating).replace("-", "/")
    yield "citation_publisher", source.publisher
    yield "citation_language", source.lang
    yield "citation_abstract", source.abstract
    yield "citation_public_url", url


def _dublin_core(source: Source) -> Iterator[tuple[str, str]]:
    yield "DC.title", source.title
    yield from (("DC.creator", person.inverted) for person in source.senders)
    yield from (("DC.contributor", person.inverted) for person in source.translators)
    yield "DC.date", source.dating.edtf
    yield "DC.type", source.kind.capitalize()
    yield "bib.type", "Letter" if source.kind in _LETTERS else ""
    yield "DC.language", source.lang
    yield "DC.publisher", source.publisher
    yield "DC.identifier", source.url or source.ident
    yield "DC.description", source.abstract
    yield "DC.rights", source.licence
    yield from (("DC.source", kept.whole) for kept in source.kept)
    yield from (("DC.coverage", kept.whole) for kept in source.kept[:1])
    yield "DCTERMS.modified", source.version
    yield "DCTERMS.isPartOf", source.edition
    yield "DCTERMS.bibliographicCitation", "".join(run.text for run in chicago.cite(source))


def _open_graph(source: Source, site: Site) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", source.title
    yield "og:site_name", site.settings.title
    yield "og:description", _shortened(source.abstract)
    yield "og:url", source.url
    yield "article:modified_time", source.version


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"


def _iso(dating: Dating) -> str:
    """Return the earliest day, month or year that is known; a range has that of its beginning."""
    parts = dating.first or dating.last
    return iso(parts) if parts else ""


def _when(source: Source, document: Document) -> Thing:
    received = next(
        (date.when for action in document.envelope.of("received") for date in action.dates if date.when), ""
    )
    sent = "" if source.dating.ranged else document.date.when
    ranged = source.dating.edtf if source.dating.ranged else ""
    return {"dateSent": sent, "dateReceived": received, "dateCreated": _iso(source.dating), "temporalCoverage": ranged}


def _kept(source: Source) -> Thing:
    if not source.kept:
        return {}
    first = source.kept[0]
    place = {"@type": "Place", "name": first.settlement} if first.settlement else {}
    archive = {"@type": "ArchiveOrganization", "name": first.archive, "location": place}
    return {
        "holdingArchive": _filled(archive) if first.archive else {},
        "itemLocation": [kept.whole for kept in source.kept],
    }


def _things(names: Iterable[Name], site: Site) -> list[Thing]:
    """Return who or what is named, each once, with its own address and those of authority files."""
    found: dict[str, Thing] = {}
    for name in names:
        entry = site.corpus.entries.get((name.kind, name.key))
        plain: Thing = {"@type": _TYPES[name.kind], "name": name.text}
        found.setdefault(name.key or name.text, _entity(entry, site) if entry else plain)
    return list(found.values())


def _entity(entry: Entry, site: Site) -> Thing:
    same = [url for type_, value in entry.identifiers if (url := identifier_url(type_, value))]
    page = site.canonical(site.address(entry.kind.value, entry.key))
    return _filled({"@type": _TYPES[entry.kind], "@id": page, "name": entry.name, "url": page, "sameAs": same})


def _mentioned(document: Document, site: Site) -> Iterator[Entry]:
    for mention in document.mentions:
        entry = site.corpus.entries.get((mention.kind, mention.key))
        if entry is not None:
            yield entry


def _edition(site: Site) -> Thing:
    home = site.canonical("index.html")
    return _filled(
        {"@type": "Collection", "@id": f"{home}#edition" if home else "", "name": site.settings.title, "url": home}
    )


def _others(document: Document, site: Site) -> list[Thing]:
    return [
        _filled({"@type": "Message", "@id": site.canonical(site.address("telegram", ident)), "inLanguage": other.lang})
        for ident in site.corpus.translations.get(document.id, ())
        if (other := site.corpus.by_id.get(ident)) is not None
    ]


def _encodings(document: Document, site: Site) -> list[Thing]:
    return [
        {"@type": "MediaObject", "contentUrl": url, "encodingFormat": media}
        for suffix, media in _MEDIA.items()
        if (url := site.canonical(site.download(document.id, suffix)))
    ]


def _search(site: Site) -> Thing:
    target = f"{site.canonical(site.address('search'))}?q={{search_term_string}}"
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": target},
        "query-input": "required name=search_term_string",
    }


def _filled(thing: Mapping[str, object]) -> Thing:
    """Leave out what is empty."""
    return {name: value for name, value in thing.items() if value}
