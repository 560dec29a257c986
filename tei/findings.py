"""The one currency of all checking: what was found, where, how bad it is, and what would mend it.

A `Rule` says once what kind of thing can be found; a `Finding` is one occurrence of it in one file. Rules are declared
as module constants beside the code that finds them and gathered by `tei explain`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from tei.values import value


class Severity(IntEnum):
    """How much a finding matters; ordered, so that a threshold is a comparison."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The severity in lower case, as reports write it."""
        return self.name.lower()


@value(order=True)
class Location:
    """A place in a file: path as given by the user, line and column from 1, 0 where they are not known."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path or "-", *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: a stable code, a name in words, its severity, why it matters, a bad and a good example.

    `code` is three letters for the stage (XML parsing, CAP capture, REC recognition, ENC encoding, DEC an editor's
    decisions, VAL grammar, ODD schema source, SCH Schematron, TEL rules of our own, LNT settings of a check, CFG
    configuration, OUT output, REN rendering, ARC archival references, AUT authority, COR documents of an edition) and
    three digits. A code is never given a second meaning. `name` is a short label with hyphens; `why` is one paragraph
    for the editor; `bad` and `good` are small examples, each optional.
    """

    code: str
    name: str
    severity: Severity
    why: str
    bad: str = ""
    good: str = ""

    def at(self, location: Location, message: str, hint: str = "", **data: Any) -> Finding:
        """Make a finding of this kind."""
        return Finding(self.code, self.severity, message, location, hint, tuple(sorted(data.items())))


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One occurrence: ordered by place, then code, so that reports read from the top of a file to its end.

    `message` says what was found and what is allowed there; `hint` is the nearest mend, in the imperative;
    `data` are machine-readable extras (sorted pairs) for the JSON report.
    """

    rule: str = field(compare=False)
    severity: Severity = field(compare=False)
    message: str = field(compare=False)
    location: Location = field(default_factory=Location)
    hint: str = field(default="", compare=False)
    data: tuple[tuple[str, Any], ...] = field(default=(), compare=False)
    _order: tuple[str, str] = field(init=False, repr=False, default=("", ""))

    def __post_init__(self) -> None:
        """Complete the sort key; equality is place, code and message."""
        object.__setattr__(self, "_order", (self.rule, self.message))

    def __hash__(self) -> int:
        return hash((self.location, self._order))

    def in_file(self, path: str) -> Finding:
        """Return the same finding placed in `path`: for code that checks text without knowing where it came from."""
        return replace(self, location=replace(self.location, path=path))


def worst(findings: tuple[Finding, ...] | list[Finding]) -> Severity | None:
    """Return the highest severity among `findings`, None where there are none."""
    return max((finding.severity for finding in findings), default=None)
