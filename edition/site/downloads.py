"""The files that the edition offers whole: TEI, lists of persons and places, citations, an index for spreadsheets.

Of a large edition they come by year, so that a change of one document makes only the files of its year again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from edition.corpus.model import Document
from edition.site.authorities import authority_file
from edition.site.bundles import BUNDLE, bundle, standing, stays
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import Part, all_ids, cut, cut_by_year
from edition.site.plan import File, Link, Planned, Settings, Site, relative
from edition.site.planning import digest_of, in_each_language

_WHOLE: Final = 2000
"""The most documents that come in one file of a format."""
_PART: Final = 1500
_BOM: Final = b"\xef\xbb\xbf"
_CRLF: Final = "\r\n"
_FORMATS: Final = {"tei": ".zip", "text": ".zip", "csl": ".json", "ris": ".ris", "bibtex": ".bib"}
_FIELDS: Final = (
    *("id", "kind", "date", "not_before", "not_after", "language", "number", "title", "senders", "sender_keys"),
    *("recipients", "recipient_keys", "sent_from", "archive", "reference", "words", "status", "changed", "licence"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Files of a format (tei, text, csl, ris, bibtex, authority, index): one, or one for each year with its number."""

    format: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DownloadsPage:
    """What there is to be taken, and on what terms."""

    frame: Frame
    count: int
    offers: tuple[Offer, ...]
    edition: Settings


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page, and each file on it once for all languages."""
    yield from in_each_language(site, "downloads", "", digest_of(_offers(site), len(site.corpus.documents)))
    first = site.settings.languages[0]
    for path, (kind, part) in _files(site).items():
        made_last = kind in _FORMATS or kind == "index"
        yield Planned(path, BUNDLE if made_last else "download", path, first, _digest(site, kind, part))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page or one of the files."""
    if planned.kind == "downloads":
        yield File(planned.path, fill("downloads.html.j2", _page(site, planned), planned.lang, site.settings.own))
        return
    if _files(site)[planned.path][0] == "authority":
        yield File(planned.path, authority_file(site))
    else:
        yield make_bundle(site, planned)


def make_bundle(site: Site, planned: Planned, folders: tuple[Path, ...] = ()) -> File:
    """Return a file of many documents, put together from the files of each that are in some folders."""
    kind, part = _files(site)[planned.path]
    documents = [site.corpus.by_id[ident] for ident in part.documents]
    if kind == "index":
        return File(planned.path, _index(site, documents, folders, planned.path))
    return File(planned.path, bundle(site, kind, documents, folders, planned.path))


@lru_cache(maxsize=1)
def _files(site: Site) -> dict[str, tuple[str, Part]]:
    """Return what is in each file: its format, and which documents."""
    found: dict[str, tuple[str, Part]] = {}
    everything = all_ids(site.corpus.documents)
    for kind, suffix in _FORMATS.items():
        idents = (*everything, *all_ids(site.corpus.context)) if kind in ("tei", "text") else everything
        for part in _parts(site, idents, kind):
            found[f"downloads/{part.subject}{suffix}"] = (kind, part)
    if any(entry.listed for entry in site.corpus.entries.values()):
        found["downloads/authority.xml"] = ("authority", Part("authority", "", ()))
    found["downloads/index.csv"] = ("index", Part("index", "", everything))
    return found


def _parts(site: Site, idents: tuple[str, ...], kind: str) -> tuple[Part, ...]:
    if len(idents) <= _WHOLE:
        return cut(idents, "", kind, _WHOLE)
    return cut_by_year(site, idents, f"{kind}/", _PART)


@lru_cache(maxsize=1)
def _offers(site: Site) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the files of each format: (format, ((words, path) …)); words are a year, or empty for all."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, (kind, part) in _files(site).items():
        words = part.year + (f" ({part.number}/{part.of})" if part.of > 1 else "")
        found.setdefault(kind, []).append((words, path))
    return tuple((kind, tuple(files)) for kind, files in found.items())


def _digest(site: Site, kind: str, part: Part) -> str:
    if kind == "authority":
        return digest_of([entry.mark or repr(entry) for entry in site.corpus.entries.values()])
    by_id = site.corpus.by_id
    names = () if kind == "tei" else _names(site)
    known = ((by_id[ident].digest, by_id[ident].mark) for ident in part.documents)
    return digest_of([f"{digest} {mark}" for digest, mark in known], names)


@lru_cache(maxsize=1)
def _names(site: Site) -> tuple[str, ...]:
    """Return the marks of all entries and archives: citations name them."""
    corpus = site.corpus
    entries = [entry.mark or repr(entry) for entry in corpus.entries.values()]
    return (*entries, *[archive.mark or repr(archive) for archive in corpus.archives.values()])


def _page(site: Site, planned: Planned) -> DownloadsPage:
    return DownloadsPage(
        frame=make_frame(site, planned, ""),
        count=len(site.corpus.documents),
        offers=tuple(
            Offer(kind, tuple(Link(words, relative(planned.path, path)) for words, path in files))
            for kind, files in _offers(site)
        ),
        edition=site.settings,
    )


def _index(site: Site, documents: Iterable[Document], folders: tuple[Path, ...], path: str) -> bytes:
    """Return a table of the documents (RFC 4180), in UTF-8 with the mark by which spreadsheets know it.

    The line of a document that was not made anew is that of the table which stands.
    """
    before = _lines(standing(folders, path))
    lines = [_line(_FIELDS)]
    for document in documents:
        line = before.get(document.id)
        if line is None or not stays(site, document, ".ris", folders):
            line = _line(map(_harmless, _cells(document)))
        lines.append(line)
    return _BOM + "".join(lines).encode("utf-8", "replace")


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=_CRLF).writerow(cells)
    return text.getvalue()


def _lines(table: bytes) -> dict[str, str]:
    """Return the lines of a table of ours by id; none of one with other columns, or with a line end in a cell."""
    try:
        lines = table.removeprefix(_BOM).decode().split(_CRLF)
    except ValueError:
        return {}
    if f"{lines[0]}{_CRLF}" != _line(_FIELDS) or any(line.count('"') % 2 for line in lines):
        return {}
    return {line.partition(",")[0]: f"{line}{_CRLF}" for line in lines[1:]}


def _cells(document: Document) -> tuple[str, ...]:
    """Return a document as a line of the table; several names are parted by a vertical bar."""
    sent = document.envelope.of("sent")
    return (
        *(document.id, document.kind, document.date.when, document.date.not_before, document.date.not_after),
        *(document.lang, document.number, document.title),
        *("|".join(name.text for name in document.senders), "|".join(name.key for name in document.senders)),
        *("|".join(name.text for name in document.recipients), "|".join(name.key for name in document.recipients)),
        "|".join(place.text for action in sent for place in action.places),
        "|".join(holding.name for holding in document.holdings),
        "|".join(holding.citation for holding in document.holdings),
        *(str(document.words), document.version.status, document.version.date),
        document.licence_url or document.licence,
    )


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
