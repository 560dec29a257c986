"""The documents of a teiCorpus as files again: the way back of `tei export corpus`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.exchange.request import Request
from edition.exchange.splitting import documents_of
from edition.site.plan import File
from tei.findings import Finding

SUFFIX: Final = ""


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the documents of each teiCorpus that was named."""
    for path in dict.fromkeys(one.path for one in (*request.corpus.documents, *request.corpus.context)):
        yield from documents_of(path)
