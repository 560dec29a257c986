"""What was found in a file the last time: while file, schemas and settings are the same, it is not checked again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from edition.checking import STDIN, Examined
from edition.corpusrules.record import Record
from tei.errors import OutputError
from tei.files import write_atomic
from tei.findings import Finding, Location, Severity
from tei.relaxng.problems import TOO_SLOW


@dataclass(slots=True)
class Remembered:
    """Findings by the digest of a file; only what this run looks at is kept, so that the store does not grow."""

    settings: str = ""
    old: dict[str, list[Any]] = field(default_factory=dict)
    new: dict[str, list[Any]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, settings: str) -> Remembered:
        """Read the store; one that is damaged, or of other settings, is an empty one."""
        try:
            data = json.loads(path.read_bytes())
            old = data["files"] if data["settings"] == settings else {}
            if not isinstance(old, dict):
                old = {}
        except (OSError, ValueError, KeyError, TypeError):
            old = {}
        return cls(settings, old)

    def get(self, path: str) -> Examined | None:
        """Return what was found in a file as it is now, None where that is not known."""
        if path == STDIN:
            return None
        try:
            with Path(path).open("rb") as stream:
                mark = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        self.digests[path] = mark
        try:
            findings, used, record = self.old[mark]
            found = tuple(_finding(row, path) for row in findings)
            known = Record.of_row(path, record) if record is not None else None
            return Examined(path, found, frozenset(map(int, used)), record=known)
        except (KeyError, ValueError, TypeError):
            return None

    def put(self, examined: Examined) -> None:
        """Remember what was found in a file that `get` was asked for; not those in other files, or of time."""
        mark = self.digests.get(examined.path)
        lasting = all(one.location.path == examined.path and one.rule != TOO_SLOW.code for one in examined.findings)
        if mark and not (examined.own or examined.bare) and lasting:
            record = examined.record.row() if examined.record is not None else None
            self.new[mark] = [[_row(one) for one in examined.findings], sorted(examined.used), record]

    def save(self, path: Path) -> None:
        """Write the store; where that is not possible, the next run is slower and nothing else."""
        data = {"settings": self.settings, "files": self.new}
        try:
            write_atomic(path, json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode())
        except OutputError:
            return


def _row(finding: Finding) -> list[Any]:
    place = finding.location
    data = [list(pair) for pair in finding.data]
    return [finding.rule, int(finding.severity), finding.message, place.line, place.column, finding.hint, data]


def _finding(row: list[Any], path: str) -> Finding:
    rule, severity, message, line, column, hint, data = row
    pairs = tuple((name, value) for name, value in data)
    return Finding(rule, Severity(severity), message, Location(path, line, column), hint, pairs)
