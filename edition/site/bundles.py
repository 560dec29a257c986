"""Many documents in one file: archives of TEI and of plain text, and their citations in a row.

They are put together from the files that stand beside the pages, which costs next to nothing; a file that is not there
is made for it. The same documents give the same bytes: no clock and no order of a folder has a part in them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from edition.citing import bibtex, csl_json, ris
from edition.corpus.model import Document
from edition.render.plaintext import DEFAULT_WIDTH, render_plain
from edition.site.plan import Site
from edition.site.reading import read_tree

BUNDLE: Final = "bundle"
"""The kind of page that these files are planned as: made last, when the files that they are made of are there."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The time that all files in an archive bear, the first that ZIP knows."""


def bundle(site: Site, form: str, documents: Iterable[Document], folders: tuple[Path, ...] = ()) -> bytes:
    """Return documents in one file of a form (tei, text, csl, ris, bibtex), each once.

    `folders` are where the files of single documents are looked for, one after the other: the site that is being made,
    and the one that stands.
    """
    suffix = _SUFFIXES[form]
    pieces = {one.id: piece for one in documents if (piece := _piece(site, one, suffix, folders))}
    return _JOINED[form](pieces, suffix)


def _piece(site: Site, document: Document, suffix: str, folders: tuple[Path, ...]) -> bytes:
    """Return the file of a document, empty where it has no text and text is wanted."""
    for folder in folders:
        try:
            return (folder / site.download(document.id, suffix)).read_bytes()
        except OSError:
            continue
    return _MAKERS[suffix](site, document)


def _tei(_site: Site, document: Document) -> bytes:
    if not document.part:
        return document.path.read_bytes()
    return etree.tostring(read_tree(document), encoding="UTF-8", xml_declaration=True)


def _text(site: Site, document: Document) -> bytes:
    if not document.body:
        return b""
    plain = render_plain(read_tree(document), width=DEFAULT_WIDTH, notes=True, header=True, own=site.settings.own)
    return plain[0].encode()


def _zip(pieces: Mapping[str, bytes], suffix: str) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in pieces.items():
            info = zipfile.ZipInfo(f"{name}{suffix}", _EPOCH)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return found.getvalue()


def _array(pieces: Mapping[str, bytes], _suffix: str) -> bytes:
    """Join arrays of JSON; each begins and ends with its brackets."""
    return b"[\n" + b",\n".join(_inner(pieces.values())) + b"\n]\n"


def _inner(arrays: Iterable[bytes]) -> Iterator[bytes]:
    return (array.strip()[1:-1].strip(b"\n") for array in arrays)


def _joined(between: bytes) -> Callable[[Mapping[str, bytes], str], bytes]:
    return lambda pieces, _suffix: between.join(pieces.values())


_SUFFIXES: Final = {"tei": ".xml", "text": ".txt", "csl": ".csl.json", "ris": ".ris", "bibtex": ".bib"}
_MAKERS: Final[Mapping[str, Callable[[Site, Document], bytes]]] = {
    ".xml": _tei,
    ".txt": _text,
    ".csl.json": lambda site, document: csl_json([document], site),
    ".ris": lambda site, document: ris([document], site),
    ".bib": lambda site, document: bibtex([document], site),
}
_JOINED: Final[Mapping[str, Callable[[Mapping[str, bytes], str], bytes]]] = {
    "tei": _zip,
    "text": _zip,
    "csl": _array,
    "ris": _joined(b"\r\n"),
    "bibtex": _joined(b"\n"),
}
