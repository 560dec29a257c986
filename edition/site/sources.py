"""The pages of articles and introductions that telegrams were taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from edition.corpus.model import Document, Kind
from edition.corpus.ties import authors_of, mentioned_in
from edition.render.fragment import Fragment
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import all_ids
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of_lines, in_each_language
from edition.site.reading import read_tree, text_of
from edition.site.rows import Party, Row, party, rows, shorten
from tei.findings import Finding


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What the page of an article is given; `taken` are the documents of the edition that were taken out of it."""

    frame: Frame
    document: Document
    authors: tuple[Party, ...]
    responsible: tuple[tuple[str, Party], ...]
    text: Markup
    notes: Markup
    legend: Markup
    taken: tuple[Row, ...]
    download: str
    articles: str
    others: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The list of all articles."""

    frame: Frame
    rows: tuple[Row, ...]


def plan(site: Site) -> Iterator[Planned]:
    """Yield the list of articles, where there are any, and the page of each."""
    articles = all_ids(site.corpus.context)
    if articles:
        yield from in_each_language(site, "context", "", digest_of_lines(site, articles))
    for document in site.corpus.context:
        named = [(place, entry.mark) for place in _named(document) if (entry := site.corpus.entries.get(place))]
        digest = digest_of_lines(site, document.references, document.digest, document.mark, named)
        yield from in_each_language(site, "context", document.id, digest)


def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
    """Yield the page of an article, once for all languages its TEI, and what could not be shown as it should."""
    if not planned.subject:
        listed = SourcesPage(make_frame(site, planned, ""), rows(site, planned, all_ids(site.corpus.context)))
        yield File(planned.path, fill("sources.html.j2", listed, planned.lang, site.settings.own))
        return
    document = site.corpus.by_id[planned.subject]
    tree = read_tree(document)
    text = text_of(site, planned, document, tree)
    yield File(
        planned.path, fill("source.html.j2", _page(site, planned, document, text), planned.lang, site.settings.own)
    )
    if planned.lang == site.settings.languages[0]:
        yield from text.findings
        yield File(_download(site, document), document.path.read_bytes())


def _named(document: Document) -> Iterator[tuple[Kind, str]]:
    yield from mentioned_in(document)
    yield from authors_of(document)
    yield from ((one.name.kind, one.name.key) for one in document.responsible)


def _download(site: Site, document: Document) -> str:
    return site.address("context", document.id).removesuffix(".html") + ".xml"


def _page(site: Site, planned: Planned, document: Document, text: Fragment) -> SourcePage:
    return SourcePage(
        frame=make_frame(
            site,
            planned,
            document.title or document.id,
            description=shorten(document.abstract[0] if document.abstract else document.excerpt, 300),
            title_lang=document.title_lang,
        ),
        document=document,
        authors=tuple(party(site, name, planned) for name in document.authors),
        responsible=tuple((one.role, party(site, one.name, planned)) for one in document.responsible),
        text=Markup(text.text),
        notes=Markup(text.notes),
        legend=Markup(text.legend),
        taken=rows(site, planned, document.references),
        articles=relative(planned.path, site.address("context", lang=planned.lang)),
        download=relative(planned.path, _download(site, document)),
    )
