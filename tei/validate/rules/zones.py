"""TEL214: a time whose words give the zone and whose value does not, or gives another."""

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
    "The words name the time zone, by a letter as telegraphists write it behind the figures (1123Z is Greenwich, 1423C "
    "three hours east of it) or by its name (GMT), and @when leaves it out or says another. Without it the order of "
    "telegrams between two capitals cannot be told.",
    bad='<time when="11:23:00">1123Z</time>',
    good='<time when="11:23:00Z">1123Z</time>',
)
SAME: Final = frozenset[str]()
_ZONED: Final = re.compile(
    r"\b(?:(?:\d\d)?\d{4}|\d\d?[:.]\d\d)(?:\s?(?:hrs?\.?|hours)?\s?(?P<name>Z|GMT|UTC)|(?P<letter>[A-IK-Y]))\b"
)
_OFFSET: Final = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_LETTERS: Final = {
    **{letter: f"+{hours:02}:00" for hours, letter in enumerate("ABCDEFGHIKLM", 1)},
    **{letter: f"-{hours:02}:00" for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
}
"""The letters of time zones (ACP 121): east of Greenwich from A, west of it from N; J is the observer's own time."""


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the dates and times with a zone in their words and none, or another, in their value."""
    for element in facts.named("date", "time"):
        when = element.get("when", "")
        zone = _ZONED.search(words(element)) if ":" in when else None
        if zone is None:
            continue
        written, wanted = zone["name"] or zone["letter"], _LETTERS.get(zone["letter"] or "", "Z")
        given = _OFFSET.search(when)
        if given is not None and given[0].replace("+00:00", "Z").replace("-00:00", "Z") == wanted:
            continue
        message = f'the words of <{name(element)}> give the zone {written}, its @when "{when}" '
        message += "does not" if given is None else f"another, {given[0]}"
        bare = when[: given.start()] if given is not None else when
        hint = f'when="{bare}{wanted}"' if given is None else f'when="{bare}{wanted}", or reckon the hour again'
        yield facts.found(RULE, element, message, hint, "when")
