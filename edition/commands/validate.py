"""`tei validate`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from edition.commands.result import Result
from edition.validation import run


def run_validate(paths: Sequence[str], schemas: Sequence[Path], stdin: bytes) -> Result:
    """Check files against schemas."""
    report = run(paths, schemas, stdin=stdin)
    return Result(report.findings, report.files, refused=report.misused)
