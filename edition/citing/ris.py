"""Documents as RIS, read by EndNote, Zotero, Mendeley and JabRef.

PCOMM is a personal communication, Zotero's letter; of it A2 is the recipient, A4 the translator, M3 the kind of letter,
DB the archive and AV the place in it. Lines end with CR LF, and a value is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from edition.citing.dating import Dating, iso
from edition.citing.publication import Publication
from edition.citing.source import Source, read_source
from edition.corpus.model import Document

_TYPES: Final = {"context": "GEN", "note": "MANSCPT", "extract": "MANSCPT"}


def ris(documents: Iterable[Document], site: Publication) -> bytes:
    """Return documents as a file of RIS, UTF-8, in the order given."""
    records = (_record(read_source(document, site)) for document in documents)
    return "\r\n".join(records).encode()


def _record(source: Source) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _fields(source) if value]
    return "".join(lines) + "ER  - \r\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(source.kind, "PCOMM")
    yield "ID", source.ident
    yield from (("AU", person.inverted) for person in source.senders)
    yield from (("A2", person.inverted) for person in source.recipients)
    yield from (("A4", person.inverted) for person in source.translators)
    yield from (("ED", editor) for editor in source.editors)
    yield "TI", source.title
    yield "T2", source.edition
    yield from _date(source.dating)
    yield "M3", source.kind.capitalize()
    yield "M1", source.number
    yield "AB", source.abstract
    yield "LA", source.lang
    yield from _archive(source)
    yield "PB", source.publisher
    yield "CY", source.place
    yield "ET", f"{source.published}, version {source.version}".strip(" ,") if source.version else source.published
    yield "N1", f"Version: {source.state}" if source.state else ""
    yield "UR", source.url


def _archive(source: Source) -> Iterator[tuple[str, str]]:
    for kept in source.kept[:1]:
        yield "DB", ", ".join(filter(None, [kept.archive, kept.settlement]))
        yield "AV", kept.location
    yield from (("N1", f"Archive: {kept.whole}") for kept in source.kept)


def _date(dating: Dating) -> Iterator[tuple[str, str]]:
    """Yield year and date, YYYY/MM/DD/other: "other" has the words of a date in doubt, and the end of a range."""
    parts = dating.first or dating.last
    if not parts:
        yield "DA", f"///{dating.words}" if dating.words else ""
        return
    year, month, day = (*iso(parts).rsplit("-", len(parts) - 1), "", "")[:3]
    yield "PY", year
    yield "DA", f"{year}/{month}/{day}/{_other(dating)}"


def _other(dating: Dating) -> str:
    doubt = "uncertain" if dating.doubtful else ""
    if not dating.ranged:
        return doubt
    first, last = (iso(part) if part else "" for part in (dating.first, dating.last))
    span = f"{first} to {last}" if first and last else f"not before {first}" if first else f"not after {last}"
    return f"{span}, {doubt}".strip(", ")
