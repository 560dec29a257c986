"""A telegram's page, with its TEI, plain text and citations beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree
from markupsafe import Markup

from edition.citing import Citation, bibtex, citations, csl_json, ris
from edition.corpus.model import Document, Kind, Version
from edition.render.fragment import Fragment
from edition.render.plaintext import DEFAULT_WIDTH, render_plain
from edition.site.conveyance import Way, way_of
from edition.site.filling import fill
from edition.site.frame import Alternate, Frame, make_frame
from edition.site.metas import telegram_json_ld, telegram_metas
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of, in_each_language
from edition.site.reading import read_tree, text_of
from edition.site.rows import Party, document_href, entry_href, party, shorten
from edition.site.surroundings import Neighbours, Related, in_exchange, in_time, marks_round, related
from edition.site.whereabouts import Kept, holdings_of
from tei.findings import Finding

_OTHERS: Final = 2
"""The most texts in other languages that a page sets beside its own."""

_FORMS: Final = (
    ("tei", ".xml", "application/tei+xml"),
    ("text", ".txt", "text/plain"),
    ("csl", ".csl.json", "application/vnd.citationstyles.csl+json"),
    ("ris", ".ris", "application/x-research-info-systems"),
    ("bibtex", ".bib", "application/x-bibtex"),
)


@dataclass(frozen=True, slots=True)
class Download:
    """A document in another form; `form` is a code that the template has words for."""

    form: str
    href: str
    type: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The entries of a kind that the text names, each with how often."""

    kind: str
    entries: tuple[tuple[Party, int], ...]


@dataclass(frozen=True, slots=True)
class TelegramPage:
    """What the page of a document is given. `others` are the languages that stand beside the text, with their pages."""

    frame: Frame
    document: Document
    responsible: tuple[tuple[str, Party], ...]
    authors: tuple[Party, ...]
    ways: tuple[Way, ...]
    kept: tuple[Kept, ...]
    text: Markup
    notes: Markup
    legend: Markup
    others: tuple[Link, ...]
    mentioned: tuple[Mentioned, ...]
    exchange: Neighbours
    time: Neighbours
    related: tuple[Related, ...]
    downloads: tuple[Download, ...]
    citations: tuple[Citation, ...]
    versions: tuple[Version, ...]
    permalink: str


def plan(site: Site) -> Iterator[Planned]:
    """Yield the pages of all documents but those that are articles."""
    marks = {place: entry.mark for place, entry in site.corpus.entries.items()}
    for document in site.corpus.documents:
        named = [marks.get((mention.kind, mention.key), "") for mention in document.mentions]
        named += [marks.get((name.kind, name.key), "") for name in (*document.senders, *document.recipients)]
        digest = digest_of(document.digest, document.mark, *named, *marks_round(site, document))
        yield from in_each_language(site, "telegram", document.id, digest)


def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
    """Yield the page of a document, its other forms once for all languages, and what could not be shown as it is."""
    document = site.corpus.by_id[planned.subject]
    tree = read_tree(document) if document.body else None
    others = _others(site, document)
    text = text_of(site, planned, document, tree, others) if tree is not None else Fragment("", "", "", "")
    page = telegram_page(site, planned, document, text)
    yield File(planned.path, fill("telegram.html.j2", page, planned.lang, site.settings.own))
    if planned.lang == site.settings.languages[0]:
        yield from text.findings
        yield from _forms(site, document, tree)


def _forms(site: Site, document: Document, tree: etree._ElementTree | None) -> Iterator[File]:
    """Yield the document in its other forms: the bytes of its file as they are."""
    if tree is not None:
        data = (
            etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
            if document.part
            else document.path.read_bytes()
        )
        plain = render_plain(tree, width=DEFAULT_WIDTH, notes=True, header=True, own=site.settings.own)[0]
        yield File(site.download(document.id, ".xml"), data)
        yield File(site.download(document.id, ".txt"), plain.encode())
    yield File(site.download(document.id, ".csl.json"), csl_json([document], site))
    yield File(site.download(document.id, ".ris"), ris([document], site))
    yield File(site.download(document.id, ".bib"), bibtex([document], site))


def telegram_page(site: Site, planned: Planned, document: Document, text: Fragment) -> TelegramPage:
    """Return what the page of a document shows."""
    downloads = _downloads(site, planned, document)
    others = _others(site, document) if text.text else ()
    return TelegramPage(
        frame=_frame(site, planned, document, downloads),
        document=document,
        responsible=tuple((one.role, party(site, one.name, planned)) for one in document.responsible),
        authors=() if document.senders else tuple(party(site, name, planned) for name in document.authors),
        ways=tuple(way_of(site, planned, envelope) for envelope in document.envelopes if envelope.actions),
        kept=holdings_of(site, planned, document),
        text=Markup(text.text),
        notes=Markup(text.notes),
        legend=Markup(text.legend),
        others=tuple(Link(other.lang, document_href(site, planned, other), other.lang) for other in others),
        mentioned=tuple(_mentioned(site, planned, document)),
        exchange=in_exchange(site, planned, document),
        time=in_time(site, planned, document),
        related=related(site, planned, document),
        downloads=downloads,
        citations=citations(document, site, planned.lang),
        versions=tuple(sorted(document.versions, key=lambda version: version.date, reverse=True)),
        permalink=site.canonical(site.address("telegram", document.id)),
    )


def _frame(site: Site, planned: Planned, document: Document, downloads: tuple[Download, ...]) -> Frame:
    year = document.date.year
    trail = (Link(year, relative(planned.path, site.address("year", year, planned.lang))),) if year else ()
    return make_frame(
        site,
        planned,
        document.title or document.id,
        section="telegrams",
        description=shorten(document.abstract[0] if document.abstract else document.excerpt, 300),
        title_lang=document.title_lang,
        metas=telegram_metas(document, site, planned.path),
        alternates=tuple(Alternate(one.href, type=one.type) for one in downloads),
        json_ld=(telegram_json_ld(document, site, planned.path),),
        trail=trail,
    )


def _downloads(site: Site, planned: Planned, document: Document) -> tuple[Download, ...]:
    forms = _FORMS if document.body else _FORMS[2:]
    return tuple(
        Download(form, relative(planned.path, site.download(document.id, suffix)), media)
        for form, suffix, media in forms
    )


def _others(site: Site, document: Document) -> tuple[Document, ...]:
    """Return the same piece in other languages, where it has a text there."""
    found = (site.corpus.by_id[ident] for ident in site.corpus.translations.get(document.id, ()))
    return tuple(other for other in found if other.body)[:_OTHERS]


def _mentioned(site: Site, planned: Planned, document: Document) -> Iterator[Mentioned]:
    for kind in Kind:
        found = [
            (Party(entry.name, entry.lang, entry_href(site, planned, entry)), mention.count)
            for mention in document.mentions
            if mention.kind is kind and (entry := site.corpus.entries.get((kind, mention.key))) is not None
        ]
        if found:
            yield Mentioned(str(kind), tuple(sorted(found, key=lambda pair: pair[0].text.casefold())))
