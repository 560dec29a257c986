"""The findings of one document while they come: each once, no more than a number of them, the others counted."""

from __future__ import annotations

from typing import Final

from tei.findings import Finding, Location
from tei.relaxng.problems import MORE_FINDINGS

MAX_FINDINGS: Final = 50
MAX_LEFT_OUT: Final = 1000
"""How many findings are counted beyond those that are shown before the rest of the document is let go."""


class EnoughError(Exception):
    """So much is wrong that going on would say nothing more."""


class Account:
    """Gathers findings up to `limit`; beyond it they are only counted."""

    def __init__(self, path: str, limit: int = MAX_FINDINGS) -> None:
        self.path = path
        self.limit = limit
        self.left_out = 0
        self._found: dict[Finding, None] = {}

    def add(self, finding: Finding) -> None:
        """Take a finding, if there is room and it is not there yet."""
        if finding in self._found:
            return
        if len(self._found) < self.limit:
            self._found[finding] = None
            return
        self.left_out += 1
        if self.left_out >= MAX_LEFT_OUT:
            raise EnoughError

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, in order of place, and at the end how much more there is."""
        found = sorted(self._found)
        if self.left_out:
            last = found[-1].location if found else Location(self.path)
            more = "" if self.left_out < MAX_LEFT_OUT else "at least "
            message = f"{more}{self.left_out} more findings are not shown"
            found.append(MORE_FINDINGS.at(last, message, "mend these first and validate again"))
        return tuple(found)
