"""What every command gives back, and what they share about paths."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from edition.reports import Sources, json_report
from tei.findings import Finding

STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Result:
    """What a command has to say: findings, the files that it looked at, text before the findings, data for programs.

    `data` are bytes for standard output; `refused` says that the command was asked wrongly (exit code 2). `sources`
    gives the lines that findings are about, where those are not simply the lines of the file.
    """

    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    text: str = ""
    extra: tuple[tuple[str, Any], ...] = ()
    data: bytes | None = None
    refused: bool = False
    sources: Sources | None = None

    @property
    def json(self) -> str:
        """The report as JSON: that of the findings, with what this command adds to it."""
        report = json.loads(json_report(self.findings, files=self.files))
        report |= dict(self.extra)
        return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def absent(paths: Iterable[Path]) -> bool:
    """Say whether one of the paths that were named does not exist: the command was asked wrongly."""
    return any(not path.exists() for path in paths if str(path) != STDIN)
