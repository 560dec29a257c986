"""TEL213: a date whose value is not the day that its words name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.dates import parse_date
from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name, words

RULE: Final = Rule(
    "TEL213",
    "date-against-words",
    Severity.WARNING,
    "The element's words are a full date, and its @when another: one of the two is a slip. Words of the old style, "
    "that leave the year out, or can be read in two ways are not judged.",
    bad='<date when="1949-01-10">10 January 1948</date>',
    good='<date when="1948-01-10">10 January 1948</date>',
)
SAME: Final = frozenset({"VAL105"})
_LONGEST: Final = 60


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the dates whose words give a full day that is not the day of @when."""
    for element in facts.named("date", "origDate", "docDate"):
        when, text = element.get("when", ""), words(element)
        if not when[:1].isdigit() or len(when) < 4 or not text or len(text) > _LONGEST or element.get("calendar"):
            continue
        read = parse_date(text)
        if read is None or read.when is None or read.ambiguous or read.calendar != "gregorian" or read.time:
            continue
        size = min(len(when), len(read.when), 10)
        if read.when[:4].isdigit() and read.when[:size] != when[:size]:
            message = f'@when of <{name(element)}> is "{when}", its words "{text}" say {read.when}'
            yield facts.found(RULE, element, message, f'when="{read.when}", or correct the words', "when")
