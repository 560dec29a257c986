"""Where a piece is kept: an archival reference in one cell, or its parts in several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.intake.table.fields import PARTS
from edition.intake.table.mapping import Plan
from edition.intake.table.rows import Row
from edition.intake.table.rules import DOUBTFUL_VALUE
from edition.intake.table.telling import Telling
from tei.archives import ArchivalReference, LeafRange, Repositories, Repository, find, parse_all, unknown
from tei.archives.leaves import read_leaves
from tei.archives.script import canvas
from tei.model import Basis, Evidence, Holding
from tei.recognise.provenance import leaves_as_written

_EVIDENCE: Final = Evidence("table", basis=Basis.EXTERNAL)


def holdings_of(row: Row, plan: Plan, repositories: Repositories, telling: Telling) -> tuple[Holding, ...]:
    """Return the places where a row says that the piece is kept, the reference in one going before the parts."""
    archive = " ".join(plan.one("archive", row).split())
    found = [
        holding
        for words in plan.all("reference", row)
        for holding in _written(" ".join(words.split()), archive, row, repositories, telling)
    ]
    return tuple(found) or tuple(_of_parts(row, plan, archive, repositories, telling))


def _written(words: str, archive: str, row: Row, repositories: Repositories, telling: Telling) -> Iterator[Holding]:
    """Yield the holdings that a reference in one names, with the archive of its own column where it has none."""
    found = parse_all(words, repositories=repositories)
    if archive and not any(one.repository for one in found):
        found = parse_all(f"{archive}, {words}", repositories=repositories) or found
    found = found or tuple(hit.reference for hit in find(words, repositories=repositories))
    found = tuple(one for one in found if one.parts or one.leaves or (one.repository and one.cited_as == words))
    if not found:
        hint = 'write it as it is cited, "RGASPI, f. 558, op. 11, d. 330, ll. 95-96"; "tei cite" shows what is read'
        telling.row(DOUBTFUL_VALUE, row, "reference", f"{words!r} cannot be read as an archival reference", hint)
        repository = (repositories.named(archive) or unknown(archive)) if archive else None
        yield Holding(ArchivalReference(repository, written=words), words, evidence=_EVIDENCE)
    for reference in found:
        yield Holding(reference, words, leaves_as_written(words) if len(found) == 1 else "", _EVIDENCE)


def _of_parts(row: Row, plan: Plan, archive: str, repositories: Repositories, telling: Telling) -> Iterator[Holding]:
    """Yield the one holding that the columns of archive, fond, opis, delo … make."""
    parts = tuple((name, " ".join(value.split())) for name in PARTS if (value := plan.one(name, row)))
    if not parts and not archive:
        return
    repository = _archive(archive, repositories) if archive else None
    written = " ".join(plan.one("leaves", row).split())
    leaves = _leaves(written)
    if written and not leaves:
        hint = "write leaves as 18-19, 18об., or 3, 5-7"
        telling.row(DOUBTFUL_VALUE, row, "leaves", f"{written!r} cannot be read as leaves", hint)
        parts = (*parts, ("item", written))
    yield Holding(ArchivalReference(repository, parts, leaves), archive, written if leaves else "", _EVIDENCE)


def _archive(name: str, repositories: Repositories) -> Repository:
    return repositories.named(name) or repositories.get(name) or unknown(name)


def _leaves(written: str) -> tuple[LeafRange, ...]:
    page = canvas(written)
    read = read_leaves(page, 0) if written else None
    return read.ranges if read is not None and read.end == len(page.plain) else ()
