"""A telegram's page, with its TEI, plain text and citations beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from lxml import etree
from markupsafe import Markup

from edition.citing import Citation, bibtex, citations, csl_json, ris
from edition.corpus.model import Document, Kind, Responsible, Version
from edition.corpus.ties import authors_of, mentioned_in, parties_of
from edition.render.fragment import Fragment
from edition.render.plaintext import DEFAULT_WIDTH, render_plain
from edition.site.conveyance import Way, way_of
from edition.site.filling import fill
from edition.site.frame import Alternate, Frame, make_frame
from edition.site.metas import telegram_json_ld, telegram_metas
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import in_each_language
from edition.site.reading import read_tree, text_of
from edition.site.rows import Party, document_href, entry_href, party, shorten
from edition.site.surroundings import Neighbours, Related, in_exchange, in_time, marks_round, related
from edition.site.whereabouts import Kept, holdings_of, places_kept
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
    yield from _planned(site, site.corpus.documents)


def plan_again(site: Site, changed: Iterable[str]) -> Iterator[Planned]:
    """Yield the pages that may be others when nothing has changed but the files of these documents, given by id.

    Those are their own pages, and those of the same pieces in other languages, which show their texts.
    """
    corpus = site.corpus
    found = dict.fromkeys(other for ident in changed for other in (ident, *corpus.translations.get(ident, ())))
    documents = [corpus.by_id[ident] for ident in found]
    yield from _planned(site, [document for document in documents if document.kind != "context"])


def _planned(site: Site, documents: Sequence[Document]) -> Iterator[Planned]:
    marks, by_id, others = _Marks(site), site.corpus.by_id, site.corpus.translations
    rounds = zip(documents, marks_round(site, documents), places_kept(site, documents), strict=True)
    for document, around, kept in rounds:
        named = [marks.of(document), *map(marks.of, map(by_id.__getitem__, others.get(document.id, ())))]
        shown = "\n".join((document.digest, document.mark, *named, kept, *around))
        digest = sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()
        yield from in_each_language(site, "telegram", document.id, digest)


class _Marks:
    """The marks of the entries that pages of documents show: the page of one stays while these do."""

    def __init__(self, site: Site) -> None:
        self._marks = {place: entry.mark for place, entry in site.corpus.entries.items()}
        self._responsible: dict[int, str] = {}

    def of(self, document: Document) -> str:
        """Return the marks of all whom the page of a document names, in the text or round it."""
        places = [(kind, key) for _, kind, key in parties_of(document)]
        places += (*mentioned_in(document), *authors_of(document))
        known = self._marks.get
        return "|".join([*[known(place, "") for place in places], self._of_the_responsible(document.responsible)])

    def _of_the_responsible(self, responsible: tuple[Responsible, ...]) -> str:
        """Most documents of an edition share this value; so its place in memory stands for it."""
        place = id(responsible)
        if place not in self._responsible:
            named = ((one.name.kind, one.name.key) for one in responsible)
            self._responsible[place] = "|".join(self._marks.get(place, "") for place in named)
        return self._responsible[place]


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
