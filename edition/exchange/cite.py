"""Citations of all documents for reference managers: CSL-JSON, RIS and BibTeX, one file each.

The three are what edition.citing writes for one document, in a row. None of them has a place for the hour, for those
who passed a telegram on, or for what it answers; that is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from edition.citing import bibtex, csl_item, ris
from edition.corpus.model import Document
from edition.exchange.request import Request, left_out
from edition.site.plan import File, Site
from tei.findings import Finding

SUFFIX: Final = ""
CSL: Final = "citations.json"
RIS: Final = "citations.ris"
BIBTEX: Final = "citations.bib"
_PIECE: Final = 50
"""Documents of a piece of a file: as few as citing remembers where they are kept, so that it is made out once."""


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the three files in pieces, telegrams in order of time and then the articles they were taken from."""
    corpus = request.corpus
    site = Site(corpus, request.settings)
    documents = (*corpus.documents, *corpus.context)
    yield File(CSL, b"[\n")
    for start in range(0, len(documents), _PIECE):
        piece = documents[start : start + _PIECE]
        yield File(CSL, (b",\n" if start else b"") + _items(piece, site))
        yield File(RIS, (b"\r\n" if start else b"") + ris(piece, site))
        yield File(BIBTEX, (b"\n" if start else b"") + bibtex(piece, site))
        for document in piece:
            yield from _losses(document)
    yield File(CSL, b"\n]\n")


def _items(documents: Sequence[Document], site: Site) -> bytes:
    """Return documents as items of an array of CSL-JSON, one to a line, without its brackets."""
    return ",\n".join(json.dumps(csl_item(one, site), ensure_ascii=False) for one in documents).encode()


def _losses(document: Document) -> Iterator[Finding]:
    envelope = document.envelope
    if "T" in document.date.earliest:
        yield left_out(document, "the time of day")
    for action in envelope.actions:
        if action.type not in ("sent", "received"):
            yield left_out(document, f"“{' '.join(filter(None, (action.type, action.subtype)))}”")
    if any(date.earliest for action in envelope.of("received") for date in action.dates):
        yield left_out(document, "when it was received")
    if envelope.relations:
        yield left_out(document, "what it answers and its neighbours")
    if len(document.envelopes) > 1:
        yield left_out(document, "the message inside it")
