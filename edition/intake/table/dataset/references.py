"""What the references of an archive look like, found from those that the data set has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from edition.corpus.model import Archive
from edition.corpus.pointers import slug_of
from edition.intake.table.dataset.package import Package, Row
from tei.archives import builtin
from tei.archives.parts import FOND_PARTS
from tei.archives.script import fold

Parts = tuple[tuple[str, str], ...]
"""Types of parts, each with the word that stands before it."""


def reference_parts(package: Package, archives: Collection[str]) -> Mapping[str, Parts]:
    """Return for archives the parts of their references, where a key shows that the archive counts by these.

    The key of a reference has the parts that make its address by their place, and any other with its type; so a key of
    mere values says which parts the archive has, and in which order.
    """
    if not {"holdings", "holding_parts"} <= set(package.tables):
        return {}
    parts = _parts(package)
    found: dict[str, Parts] = {}
    for _, row in package.tables["holdings"].rows():
        if row["repository"] in archives:
            own = parts.get((row["document"], row["position"]), ())
            if _is_address(row["key"], own) and len(own) > len(found.get(row["repository"], ())):
                found[row["repository"]] = tuple(_labelled(own, row["citation"]))
    return {key: own for key, own in found.items() if tuple(type_ for type_, _ in own) != FOND_PARTS}


def is_known(archive: Archive) -> bool:
    """Say whether the program knows an archive from the start, and what its references look like."""
    return any(builtin().named(name) is not None for name in (archive.name, archive.abbreviation) if name)


def is_listed(key: str, name: str) -> bool:
    """Say whether an archive had an entry: the key of one that had none is made of its name."""
    return key != slug_of(name)


def _parts(package: Package) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
    def holding(row: Row) -> tuple[str, str]:
        return row["document"], row["holding"]

    rows = (row for _, row in package.tables["holding_parts"].rows())
    return {key: [(row["type"], row["value"]) for row in group] for key, group in groupby(rows, holding)}


def _is_address(key: str, parts: Sequence[tuple[str, str]]) -> bool:
    values = key.split("/")[1:]
    return bool(parts) and values[: len(parts)] == [fold(value) for _, value in parts]


def _labelled(parts: Sequence[tuple[str, str]], citation: str) -> Iterator[tuple[str, str]]:
    """Yield the parts with the words that the citation has before them."""
    pieces = [piece.strip() for piece in citation.split(",")]
    for type_, value in parts:
        piece = next((one for one in pieces if one.endswith(f" {value}")), "")
        yield type_, piece.removesuffix(value).strip() or type_
