"""What is said of a table: each thing by its row, and not ten thousand times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from edition.intake.table.rows import Row
from tei.findings import Finding, Location, Rule

_SHOWN: Final = 20
"""So many rows are named for each kind of thing; the others are counted."""


class Telling:
    """Gathers findings while rows are read."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        self._waiting: list[Finding] = []
        self._counts: Counter[tuple[Rule, str]] = Counter()
        self._codes: Counter[str] = Counter()

    def row(self, rule: Rule, row: Row, about: str, message: str, hint: str = "") -> None:
        """Say something of a row; `about` is the field that it is about."""
        self._counts[rule, about] += 1
        if self._counts[rule, about] <= _SHOWN:
            said = f"row {row.number}: {about}: {message}" if about else f"row {row.number}: {message}"
            self._waiting.append(rule.at(Location(self._path, row.line), said, hint))

    def found(self, finding: Finding, row: Row) -> None:
        """Say what a part of the program found in a row."""
        key = finding.rule
        self._codes[key] += 1
        if self._codes[key] <= _SHOWN:
            place = Location(self._path, row.line)
            self._waiting.append(replace(finding, location=place))

    def table(self, rule: Rule, message: str, hint: str = "") -> None:
        """Say something of the whole table."""
        self._waiting.append(rule.at(Location(self._path), message, hint))

    def said(self) -> Iterator[Finding]:
        """Yield what has been said since."""
        yield from self._waiting
        self._waiting.clear()

    def rest(self) -> Iterator[Finding]:
        """Yield what there is to say at the end: how many more rows there are of each kind."""
        yield from self.said()
        for (rule, about), times in self._counts.items():
            if times > _SHOWN:
                what = f"{about}: " if about else ""
                more = times - _SHOWN
                message = f"{what}the same in {more} more {'row' if more == 1 else 'rows'}"
                yield rule.at(Location(self._path), message)
