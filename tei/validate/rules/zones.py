"""TEL214: a time whose words give the zone and whose value does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name, words

RULE: Final = Rule(
    "TEL214",
    "zone-left-out",
    Severity.WARNING,
    "The words name the time zone, by a letter as telegraphists write it (1123Z) or by its name (GMT), and @when "
    "leaves it out. Without it the order of telegrams between two capitals cannot be told.",
    bad='<time when="11:23:00">1123Z</time>',
    good='<time when="11:23:00Z">1123Z</time>',
)
SAME: Final = frozenset[str]()
_ZONED: Final = re.compile(r"\b(?:(?:\d\d)?\d{4}|\d\d?[:.]\d\d)\s?(?:hrs?\.?|hours)?\s?(Z|GMT|UTC)\b")
_OFFSET: Final = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the dates and times with a zone in their words and none in their value."""
    for element in facts.named("date", "time"):
        when = element.get("when", "")
        zone = _ZONED.search(words(element)) if ":" in when and not _OFFSET.search(when) else None
        if zone is not None:
            message = f'the words of <{name(element)}> give the zone {zone[1]}, its @when "{when}" does not'
            yield facts.found(RULE, element, message, f'when="{when}Z"', "when")
