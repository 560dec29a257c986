"""A baseline: the findings that an old corpus had when somebody began to check it, so that only new ones are reported.

The file is JSON, sorted, one finding with its number a line, so that it can be read and merged. Lines are not part of
it: what moves is still known. Paths are relative to its folder.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tei.errors import SourceError
from tei.files import write_atomic
from tei.findings import Finding, Location, Rule, Severity

BASELINE_WRONG = Rule(
    "LNT020",
    "baseline-wrong",
    Severity.ERROR,
    "The baseline cannot be read, so it is not known which findings are old. Nothing was checked.",
)
BASELINE_MENDED = Rule(
    "LNT021",
    "baseline-mended",
    Severity.INFO,
    "The baseline holds findings that are no longer there. Take them out, so that they cannot come back unseen.",
)
RULES = (BASELINE_WRONG, BASELINE_MENDED)

_VERSION: Final = 1
Key = tuple[str, str, str]
"""Path, code and message of a finding."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Old findings with how often each was there."""

    path: Path
    known: Mapping[Key, int]

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Read a baseline; a file that does not exist is an empty one. Raises SourceError."""
        try:
            data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"findings": []}
            known = {
                (str(one["path"]), str(one["code"]), str(one["message"])): int(one["count"]) for one in data["findings"]
            }
        except (OSError, ValueError, KeyError, TypeError) as error:
            message, hint = f"not a baseline: {error}", "make it anew with --update-baseline"
            raise SourceError(BASELINE_WRONG.at(Location(str(path), 1), message, hint)) from error
        return cls(path, known)

    def key(self, finding: Finding) -> Key:
        """Return what a finding is known by."""
        return _relative(finding.location.path, self.path.parent), finding.rule, finding.message

    def new(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that are not in the baseline, and one more where it holds what is no longer there."""
        left = Counter(self.known)
        kept: list[Finding] = []
        for finding in findings:
            key = self.key(finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                kept.append(finding)
        mended = left.total()
        if mended:
            message = f"{mended} {'finding' if mended == 1 else 'findings'} of the baseline are no longer there"
            place = Location(str(self.path))
            kept.append(BASELINE_MENDED.at(place, message, "take them out with --update-baseline"))
        return tuple(kept)

    def save(self, findings: Iterable[Finding]) -> None:
        """Write these findings as the baseline. Raises OutputError."""
        counts = Counter(map(self.key, findings))
        rows: list[dict[str, Any]] = [
            {"path": path, "code": code, "message": message, "count": counts[(path, code, message)]}
            for path, code, message in sorted(counts)
        ]
        lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        text = f'{{"version": {_VERSION}, "findings": [\n{lines}\n]}}\n'
        write_atomic(self.path, text.encode("utf-8", "backslashreplace"))


def _relative(path: str, folder: Path) -> str:
    try:
        return Path(path).resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return Path(path).as_posix()
