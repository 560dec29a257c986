"""Many documents in one file: archives of TEI and of plain text, and their citations in a row.

They are put together from the files that stand beside the pages, which costs next to nothing; a file that is not there
is made for it. The same documents give the same bytes: no clock and no order of a folder has a part in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from edition.citing import bibtex, csl_json, ris
from edition.corpus.model import Document
from edition.render.plaintext import DEFAULT_WIDTH, render_plain
from edition.site.plan import Site
from edition.site.reading import read_tree
from edition.site.zips import archive_of, members_of, packed

BUNDLE: Final = "bundle"
"""The kind of page that these files are planned as: made last, when the files that they are made of are there."""


def bundle(
    site: Site, form: str, documents: Iterable[Document], folders: tuple[Path, ...] = (), path: str = ""
) -> bytes:
    """Return documents in one file of a form (tei, text, csl, ris, bibtex), each once.

    `folders` are where the files of single documents are looked for, one after the other: the site that is being made,
    and the one that stands. `path` is that of the bundle in the site: from the archive that stands what was not made
    now is taken over.
    """
    suffix = _SUFFIXES[form]
    if form in _PACKED:
        return _zip(site, {one.id: one for one in documents}.values(), suffix, folders, path)
    pieces = {one.id: piece for one in documents if (piece := _piece(site, one, suffix, folders))}
    return _JOINED[form](pieces.values())


def stays(site: Site, document: Document, suffix: str, folders: tuple[Path, ...]) -> bool:
    """Say whether the file of a document, which is in the site that stands, was not made anew with its page.

    An article has no such file.
    """
    made = f"{folders[0]}/{site.download(document.id, suffix)}"
    return document.kind != "context" and not os.path.exists(made)  # noqa: PTH110 - ten thousand times


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


def _zip(site: Site, documents: Iterable[Document], suffix: str, folders: tuple[Path, ...], path: str) -> bytes:
    before = members_of(standing(folders, path))
    members = []
    for one in documents:
        name = f"{one.id}{suffix}"
        if name in before and stays(site, one, suffix, folders):
            members.append(before[name])
        elif piece := _piece(site, one, suffix, folders):
            members.append(packed(name, piece))
    return archive_of(members)


def standing(folders: tuple[Path, ...], path: str) -> bytes:
    """Return a file of the site that stands, empty where there is none."""
    try:
        return (folders[1] / path).read_bytes() if path and len(folders) > 1 else b""
    except OSError:
        return b""


def _array(pieces: Iterable[bytes]) -> bytes:
    """Join arrays of JSON; each begins and ends with its brackets."""
    return b"[\n" + b",\n".join(_inner(pieces)) + b"\n]\n"


def _inner(arrays: Iterable[bytes]) -> Iterator[bytes]:
    return (array.strip()[1:-1].strip(b"\n") for array in arrays)


def _joined(between: bytes) -> Callable[[Iterable[bytes]], bytes]:
    return lambda pieces: between.join(pieces)


_SUFFIXES: Final = {"tei": ".xml", "text": ".txt", "csl": ".csl.json", "ris": ".ris", "bibtex": ".bib"}
_MAKERS: Final[Mapping[str, Callable[[Site, Document], bytes]]] = {
    ".xml": _tei,
    ".txt": _text,
    ".csl.json": lambda site, document: csl_json([document], site),
    ".ris": lambda site, document: ris([document], site),
    ".bib": lambda site, document: bibtex([document], site),
}
_PACKED: Final = frozenset({"tei", "text"})
_JOINED: Final[Mapping[str, Callable[[Iterable[bytes]], bytes]]] = {
    "csl": _array,
    "ris": _joined(b"\r\n"),
    "bibtex": _joined(b"\n"),
}
