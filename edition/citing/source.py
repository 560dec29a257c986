"""What a document is cited by, gathered once for all styles and formats: plain values, whatever TEI they came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from edition.citing.dating import Dating, read_dating
from edition.citing.people import Person, read_people
from edition.citing.publication import Publication
from edition.corpus.model import Corpus, Document, Holding
from tei.archives import ArchivalReference, Repository, builtin, format_reference, unknown
from tei.archives.leaves import read_leaves
from tei.archives.script import canvas

_DIGEST: Final = 12
"""How many hexadecimal digits of a digest stand in a citation: enough to tell a version from every other."""

_RUSSIAN: Final = frozenset(
    ("fond", "subfond", "name", "opis", "delo", "papka", "portsiia", "karton", "kniga", "tom", "chast")
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a piece is kept: the archive's name and town, the place in it, and both in the words of a footnote.

    `gost` is the whole in the notation of ГОСТ Р 7.0.5–2008, section 9.
    """

    archive: str
    settlement: str = ""
    location: str = ""
    whole: str = ""
    gost: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document of an edition as a thing to be cited; what is not known is empty.

    `edition` to `url` are the edition's; `published` is its year; `version` the ISO date of the document's last change
    and `digest` the first digits of the SHA-256 of its file.
    """

    ident: str
    kind: str
    title: str
    senders: tuple[Person, ...]
    recipients: tuple[Person, ...]
    translators: tuple[Person, ...]
    editors: tuple[str, ...]
    dating: Dating
    lang: str
    original_lang: str
    number: str
    abstract: str
    kept: tuple[Kept, ...]
    edition: str
    publisher: str
    place: str
    published: str
    licence: str
    url: str
    version: str
    digest: str

    @property
    def state(self) -> str:
        """The version in one line: 2026-11-22, sha256:0123456789ab."""
        return ", ".join(filter(None, [self.version, f"sha256:{self.digest}" if self.digest else ""]))


class _Asked:
    """A document in an edition, equal to itself alone, so that no field of either is looked at to tell."""

    __slots__ = ("document", "publication")

    def __init__(self, document: Document, publication: Publication) -> None:
        self.document, self.publication = document, publication

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, _Asked) and self.document is other.document
        return same and isinstance(other, _Asked) and self.publication is other.publication

    def __hash__(self) -> int:
        return id(self.document)


def read_source(document: Document, publication: Publication) -> Source:
    """Gather what a document is cited by; the last few are remembered, for a page asks seven times for its own."""
    return _read(_Asked(document, publication))


@lru_cache(maxsize=4)
def _read(asked: _Asked) -> Source:
    document, publication = asked.document, asked.publication
    settings, entries = publication.settings, publication.corpus.entries
    translators = tuple(one.name for one in document.responsible if "translat" in one.role.lower())
    page = publication.address("context" if document.kind == "context" else "telegram", document.id)
    return Source(
        ident=document.id,
        kind=document.kind or "document",
        title=_even(document.title) or document.id,
        senders=read_people(document.senders or document.authors, entries),
        recipients=read_people(document.recipients, entries),
        translators=read_people(translators, entries),
        editors=settings.editors,
        dating=read_dating(document.date),
        lang=document.lang,
        original_lang=document.original_lang,
        number=document.number,
        abstract=" ".join(map(_even, document.abstract)),
        kept=tuple(_kept(holding, _abbreviation(holding, publication.corpus)) for holding in document.holdings),
        edition=_even(settings.title),
        publisher=_even(settings.publisher or document.publisher),
        place=_even(settings.place),
        published=(settings.date or document.published)[:4],
        licence=document.licence_url or document.licence,
        url=publication.canonical(page),
        version=document.version.date,
        digest=document.digest[:_DIGEST],
    )


def _abbreviation(holding: Holding, corpus: Corpus) -> str:
    entry = corpus.archives.get(holding.repository)
    return entry.abbreviation if entry else ""


@lru_cache(maxsize=64)
def _kept(holding: Holding, abbreviation: str) -> Kept:
    """Write where a piece is kept; remembered, as each format of a document asks for it again."""
    repository = _repository(holding, abbreviation)
    found = read_leaves(canvas(holding.leaves), 0) if holding.leaves else None
    parts, leaves = holding.parts, found.ranges if found else ()
    unit = repository.unit if repository else "leaf"
    reference = ArchivalReference(repository, parts, leaves, unit)
    location = format_reference(ArchivalReference(None, parts, leaves, unit)) if parts or leaves else ""
    whole = _even(holding.citation) or format_reference(reference)
    return Kept(
        archive=_even(holding.name) or (repository.name if repository else ""),
        settlement=holding.settlement,
        location=location or whole,
        whole=whole.rstrip("."),
        gost=(format_reference(reference, "gost") if _is_russian(parts, repository) else whole).rstrip("."),
    )


def _is_russian(parts: tuple[tuple[str, str], ...], repository: Repository | None) -> bool:
    """Tell whether a reference has the parts that the Russian standard has words for."""
    kept_so = repository is not None and repository.known and repository.family == "fond"
    return kept_so or (bool(parts) and all(name in _RUSSIAN for name, _ in parts))


def _repository(holding: Holding, abbreviation: str) -> Repository | None:
    """Return the archive as references write it: as the register knows it, else by its entry, else by its name."""
    known = builtin().get(holding.repository) or builtin().get(holding.repository.lower())
    if known or not (holding.name or holding.repository):
        return known
    return builtin().named(abbreviation or holding.name) or unknown(holding.name or holding.repository, abbreviation)


def _even(text: str) -> str:
    return " ".join(text.split())
