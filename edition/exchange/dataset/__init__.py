"""The edition as tables for computing: CSV and JSON Lines in a Frictionless data package, research text with them.

`schema` says what the tables hold, `rows` fills them, `research` is the text with its words, `writing` the files,
`package` their description. Parquet comes from the same rows (edition.exchange.parquet).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.exchange.dataset.package import NAME, describe
from edition.exchange.dataset.rows import batches
from edition.exchange.dataset.schema import TABLES
from edition.exchange.dataset.writing import Sheet
from edition.exchange.request import Request
from edition.site.plan import File
from tei.findings import Finding

SUFFIX: Final = ""


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the description and the tables, in pieces."""
    yield File(NAME, describe(request, TABLES))
    sheets = {table.name: Sheet(table) for table in TABLES}
    for one in batches(request):
        if isinstance(one, Finding):
            yield one
            continue
        table, rows = one
        if rows:
            sheets[table.name].add(rows)
            yield from sheets[table.name].pieces()
    for sheet in sheets.values():
        yield from sheet.pieces(end=True)
