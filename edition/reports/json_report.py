"""Findings as JSON for other programs: one object, its keys in a fixed order, its form named by a version."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from edition.reports.plain import encodable
from edition.reports.totals import totals
from tei.findings import Finding

JSON_VERSION: Final = 1
"""Raised when a key is renamed or taken away, not when one is added."""


def json_report(findings: Sequence[Finding], *, files: Sequence[str] = ()) -> str:
    """Return the report on `files` as a JSON object, ending with a line break.

    Keys: version; summary (files, files_with_findings, errors, warnings, infos); files (path, findings: how many);
    findings (code, severity, message, path, line, column, hint, data). Lines and columns count from 1 and are null
    where they are not known.
    """
    return "".join(json_pieces(findings, files=files))


def json_pieces(
    findings: Sequence[Finding], *, files: Sequence[str] = (), extra: Iterable[tuple[str, Any]] = ()
) -> Iterator[str]:
    """Yield the report piece by piece, so that a long one is never held as a whole.

    `extra` are more members of the object; one that can be called gives the rows of a list.
    """
    counted = totals(findings, files)
    per_file = Counter(finding.location.path for finding in findings)
    summary = {
        "files": counted.files,
        "files_with_findings": counted.files_with_findings,
        "errors": counted.errors,
        "warnings": counted.warnings,
        "infos": counted.infos,
    }
    members = (
        ("version", JSON_VERSION),
        ("summary", summary),
        ("files", lambda: ({"path": path, "findings": per_file[path]} for path in files)),
        ("findings", lambda: map(_finding, findings)),
        *extra,
    )
    for place, (name, value) in enumerate(members):
        yield f"{',' if place else '{'}\n  {_json(name, 1)}: "
        yield from _list(value()) if callable(value) else (_json(value, 1),)
    yield "\n}\n"


def _list(rows: Iterable[Any]) -> Iterator[str]:
    begun = False
    for row in rows:
        yield f"{',' if begun else '['}\n    {_json(row, 2)}"
        begun = True
    yield "\n  ]" if begun else "[]"


def _json(value: Any, depth: int) -> str:
    """Return a value as it stands at a depth of the report; no string of JSON has a line break of its own."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return encodable(text).replace("\n", "\n" + "  " * depth)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line or None,
        "column": finding.location.column or None,
        "hint": finding.hint,
        "data": dict(finding.data),
    }
