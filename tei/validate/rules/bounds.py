"""TEL211: the bounds of a date that run backwards, or of which one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.text import text_of
from tei.validate.rules.facts import Facts, name

RULE: Final = Rule(
    "TEL211",
    "date-bounds",
    Severity.WARNING,
    "A vague date is bounded by @notBefore and @notAfter together: one alone leaves the other side open for ever, "
    'which only words such as "not later than" can mean. The later '
    "bound must not come before the earlier; the same holds of @from and @to.",
    bad='<date notBefore="1949-03-10">about 10 March</date>',
    good='<date notBefore="1949-03-08" notAfter="1949-03-12">about 10 March</date>',
)
SAME: Final = frozenset({"date-earliest-latest", "date-first-last", "date-paired"})
_PAIRS: Final = (("notBefore", "notAfter", True), ("from", "to", False), ("from-iso", "to-iso", False))
_ONE: Final = re.compile(
    r"\b(?:later|earlier|before|after|prior|ранее|раньше|позднее|позже)\b|[早晚迟遲]于", re.IGNORECASE
)
_YEAR: Final = re.compile(r"[0-9]{4}(?:-|$)")
_DATES: Final = frozenset({"date", "time", "origDate", "docDate"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the pairs of bounds that are out of order, and single bounds of dates."""
    for element in facts.elements:
        for first, last, paired in _PAIRS:
            early, late = element.get(first, ""), element.get(last, "")
            if early and late and later(early, late):
                message = f'@{first} "{early}" of <{name(element)}> is after @{last} "{late}"'
                yield facts.found(RULE, element, message, "exchange the two", first)
            elif paired and bool(early) != bool(late) and name(element) in _DATES and not _says_one(element):
                there, missing = (first, last) if early else (last, first)
                message = f"<{name(element)}> has @{there} and no @{missing}"
                yield facts.found(RULE, element, message, f"add @{missing}", there)


def _says_one(element: etree._Element) -> bool:
    """Say whether the words of a date give one bound and no more: "not later than 6 February"."""
    return _ONE.search(text_of(element)) is not None


def later(one: str, other: str) -> bool:
    """Say whether a date is after another as far as both are given; what is no date is never."""
    if not (_YEAR.match(one) and _YEAR.match(other)):
        return False
    size = min(len(one), len(other), 10)
    return one[:size] > other[:size]
