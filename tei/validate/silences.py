"""Findings that somebody has looked at and wants to hear no more of, said in the document itself.

    <?tei-lint off TEL204 the year is missing in the source?>

before or inside an element silences the rule from there to the end of the element that holds the instruction; before
the root it holds for the whole file; `<?tei-lint on TEL204?>` ends it sooner. A reason is required: whoever comes next
must be able to judge whether it still holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from lxml import etree

from tei.findings import Finding, Location, Rule, Severity
from tei.validate.documents import Document
from tei.validate.places import line_of

INSTRUCTION_WRONG = Rule(
    "LNT001",
    "instruction-wrong",
    Severity.WARNING,
    "An instruction to the check that is not understood silences nothing. It is `off` or `on`, the codes of rules with "
    "commas between them (* stands for any letters), and after `off` the reason.",
    bad="<?tei-lint disable TEL204?>",
    good="<?tei-lint off TEL204 the year is missing in the source?>",
)
NO_REASON = Rule(
    "LNT002",
    "silenced-without-reason",
    Severity.WARNING,
    "A finding is silenced without a reason. It is silenced all the same, but nobody can tell later whether that still "
    "holds.",
    bad="<?tei-lint off TEL204?>",
    good="<?tei-lint off TEL204 the year is missing in the source?>",
)
UNUSED = Rule(
    "LNT003",
    "silence-unused",
    Severity.WARNING,
    "Nothing is found where this rule is silenced: the fault is mended, or the code or place is wrong. Left standing, "
    "it would hide the next one.",
)
RULES = (INSTRUCTION_WRONG, NO_REASON, UNUSED)

TARGET: Final = "tei-lint"
_ORDER: Final = re.compile(
    r"\s*(?P<verb>off|on)\s+(?P<codes>[\w*?\-]+(?:\s*,\s*[\w*?\-]+)*)(?:\s+(?P<reason>.*\S))?\s*", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Silence:
    """Rules that are silenced on lines `first` to `last` of a file; codes may hold `*`."""

    codes: tuple[str, ...]
    first: int
    last: int
    reason: str
    location: Location

    def covers(self, finding: Finding) -> bool:
        """Say whether a finding of the same file falls under this; one without a line is of the whole file."""
        if not any(fnmatchcase(finding.rule, code) for code in self.codes):
            return False
        return self.first <= finding.location.line <= self.last if finding.location.line else self.first <= 1


def silences(document: Document) -> tuple[tuple[Silence, ...], tuple[Finding, ...]]:
    """Return what a document silences by its own instructions, and what is wrong with them."""
    found: list[Silence] = []
    problems: list[Finding] = []
    instructions = [(node, _ORDER.fullmatch(node.text or "")) for node in _instructions(document.tree)]
    for node, order in instructions:
        place = Location(document.path, line_of(node))
        if order is None:
            problems.append(INSTRUCTION_WRONG.at(place, f"not understood: {node.text or ''}", "write: off CODE reason"))
        elif order["verb"] == "off":
            codes = tuple(code.strip().upper() for code in order["codes"].split(","))
            first, last = _reach(node, document)
            ends = (line_of(other) for other, end in instructions if _ends(end, codes) and line_of(other) >= first)
            found.append(Silence(codes, first, min((last, *ends)), order["reason"] or "", place))
            if not order["reason"]:
                problems.append(NO_REASON.at(place, f"{order['codes']} is silenced without a reason", "say why"))
    return tuple(found), tuple(problems)


def heard(findings: Iterable[Finding], silenced: Iterable[Silence]) -> tuple[tuple[Finding, ...], frozenset[Silence]]:
    """Return the findings that no silence covers, and the silences that covered one."""
    kept: list[Finding] = []
    used: set[Silence] = set()
    silenced = tuple(silenced)
    for finding in findings:
        covering = [silence for silence in silenced if silence.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    return tuple(kept), frozenset(used)


def _instructions(tree: etree._ElementTree) -> Iterator[etree._Element]:
    """Yield the instructions of a document in order, those before its root included."""
    root = tree.getroot()
    before = reversed(list(root.itersiblings(etree.ProcessingInstruction, preceding=True)))
    for node in (*before, *root.iter(etree.ProcessingInstruction)):
        if getattr(node, "target", "") == TARGET:
            yield node


def _reach(node: etree._Element, document: Document) -> tuple[int, int]:
    parent = node.getparent()
    if parent is None:
        return 1, document.places.lines(document.tree.getroot())[1]
    return line_of(node), document.places.lines(parent)[1]


def _ends(order: re.Match[str] | None, codes: tuple[str, ...]) -> bool:
    if order is None or order["verb"] != "on":
        return False
    ended = {code.strip().upper() for code in order["codes"].split(",")}
    return ended == set(codes) or "*" in ended
