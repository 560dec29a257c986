"""A Frictionless data package: our own data set, or a table with its description beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edition.intake.request import Order
from edition.intake.table.dataset import is_ours, take_dataset
from edition.intake.table.dataset.package import read_package
from edition.intake.table.rules import BROKEN_TABLE
from edition.intake.table.taking import take_table
from edition.site.plan import File
from tei.errors import SourceError
from tei.findings import Finding


def take_package(order: Order) -> Iterator[File | Finding]:
    """Yield what a package gives: the documents of a data set of ours, else the rows of its one table."""
    package = read_package(order.path)
    if is_ours(package):
        yield from take_dataset(order)
        return
    if not package.tables:
        yield from take_table(order)  # records that happen to be called resources
        return
    if len(package.tables) > 1:
        names = ", ".join(package.tables)
        message = f"the package is no data set of tei-edition, and its tables are {names}"
        raise SourceError(
            BROKEN_TABLE.at(order.at(1), message, "name the table that holds the letters: tei import FILE")
        )
    (table,) = package.tables.values()
    yield from take_table(replace(order, path=table.path))
