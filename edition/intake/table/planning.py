"""Which mapping a table is read by: the one that was named, one that lies by it, or one that is guessed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from edition.intake.request import Order
from edition.intake.table.fields import BY_NAME
from edition.intake.table.mapfile import read_mapping
from edition.intake.table.mapping import Plan, Reading
from edition.intake.table.opening import Table, open_table
from edition.intake.table.proposing import Proposal, mapping_text, propose
from edition.intake.table.rules import GUESSED_COLUMNS, NOT_TAKEN, SAME_NAME, UNDECIDED, WRONG_MAPPING
from tei.decisions.sheet import Sheet, read_sheet
from tei.errors import SourceError
from tei.findings import Finding, Location

MAPPING: Final = "mapping.toml"
"""The mapping that an import used, in its folder: another import of the same table uses it too."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The table and its plan; None where columns are undecided: `text` is then a mapping to fill in."""

    table: Table
    plan: Plan | None
    text: bytes
    findings: tuple[Finding, ...] = ()


def choose(order: Order) -> Chosen:
    """Return what a table is read by. Raises SourceError where the mapping or the table is wrong."""
    path = _mapping_of(order)
    if path is None:
        return _guessed(order)
    plan = read_mapping(path)
    table = open_table(order.path, plan)
    plan, findings = _fitted(plan, table)
    return Chosen(table, plan, plan.text, (*table.findings, *findings))


def _mapping_of(order: Order) -> Path | None:
    if order.mapping is not None:
        return order.mapping
    beside = order.path.with_suffix(".toml")
    places = (beside, order.output / MAPPING) if order.output is not None else (beside,)
    return next((place for place in places if place.is_file()), None)


def _guessed(order: Order) -> Chosen:
    table = open_table(order.path)
    proposal = propose(table.rows.columns, table.rows.rows())
    records = getattr(table.rows, "records", "")
    text = mapping_text(proposal, order.path.name, records=records).encode()
    at = Location(str(order.path))
    where = (order.output / MAPPING) if order.output is not None else Path(MAPPING)
    if not proposal.is_enough:
        hint = f"correct {where}, and import the table again: it is then used"
        doubts = proposal.doubts or (_too_little(proposal, table),)
        return Chosen(table, None, text, (*table.findings, *(UNDECIDED.at(at, doubt, hint) for doubt in doubts)))
    said = "; ".join(f"{name} is {_named(columns)}" for name, columns in proposal.fields.items())
    hint = f"where that is wrong, correct {where} and import the table again"
    found = GUESSED_COLUMNS.at(at, f"columns were taken by their names: {said}", hint)
    plan, findings = _fitted(_plan_of(proposal, records), table)
    return Chosen(table, plan, text, (*table.findings, found, *findings))


def _named(columns: Sequence[str]) -> str:
    return " and ".join(f"“{column}”" for column in columns)


def _too_little(proposal: Proposal, table: Table) -> str:
    if not table.rows.columns:
        return "there are no names of columns"
    known = (
        f"known by their names are {', '.join(proposal.fields)}"
        if proposal.fields
        else "no column is known by its name"
    )
    return f"{known}; to make letters of it, a text is wanted, or who wrote to whom and when"


def _plan_of(proposal: Proposal, records: str) -> Plan:
    fields = {
        name: Reading(columns, proposal.separators.get(name, ""), dates=proposal.dates.get(name, ""))
        for name, columns in proposal.fields.items()
    }
    return Plan(fields, records=records or None)


def _fitted(plan: Plan, table: Table) -> tuple[Plan, tuple[Finding, ...]]:
    """Return a plan with columns by the very names that the table has. Raises SourceError where it has not."""
    sheet = _sheet(plan)
    wrong: list[Finding] = []
    fields = {}
    for name, reading in plan.fields.items():
        columns = []
        for column in reading.columns:
            found = _column(column, table)
            if found:
                columns.append(found)
            else:
                place = sheet.place("columns", name)
                wrong.append(WRONG_MAPPING.at(place, f"the table has no column {column!r}", _near(column, table)))
        fields[name] = replace(reading, columns=tuple(columns))
    if wrong:
        raise SourceError(*wrong)
    plan = replace(plan, fields=fields)
    return plan, tuple(_notices(plan, table))


def _sheet(plan: Plan) -> Sheet:
    return read_sheet(plan.text.decode("utf-8-sig"), plan.path) if plan.text else Sheet(plan.path, {})


def _column(column: str, table: Table) -> str:
    if table.knows(column):
        return column
    folded = [one for one in table.rows.columns if one.casefold() == column.casefold()]
    return folded[0] if len(folded) == 1 else ""


def _near(column: str, table: Table) -> str:
    columns = [one for one in table.rows.columns if one]
    near = difflib.get_close_matches(column, columns, 1, 0.6)
    return f"did you mean {near[0]!r}?" if near else f"its columns are {', '.join(columns)}"


def _notices(plan: Plan, table: Table) -> Iterator[Finding]:
    """Yield what is to be said of columns: those that are not taken, and those of one name."""
    at = Location(str(table.rows.path))
    taken = {_plain(column) for reading in plan.fields.values() for column in reading.columns}
    columns = [column for column in dict.fromkeys(table.rows.columns) if column]
    rest = [column for column in columns if column not in taken and not _is_inside(column, taken)]
    if rest:
        hint = "give them a field in the mapping to have them in the documents"
        yield NOT_TAKEN.at(at, f"columns that are not taken: {', '.join(rest)}", hint)
    for column in columns:
        times = table.rows.columns.count(column)
        if times > 1 and column in taken:
            fields = [name for name, reading in plan.fields.items() if column in reading.columns]
            single = [name for name in fields if not BY_NAME[name].many]
            how = "the first that is not empty counts" if single else "all of them are taken"
            hint = f"tell them apart as “{column}[1]” and “{column}[2]”"
            yield SAME_NAME.at(at, f"{times} columns are called {column}; {how}", hint)


def _plain(column: str) -> str:
    """Return the name of a column without the number that tells it from others of the name."""
    return column.rpartition("[")[0] if column.endswith("]") else column


def _is_inside(column: str, taken: set[str]) -> bool:
    return any(column.startswith(f"{one}.") or one.startswith(f"{column}.") for one in taken)
