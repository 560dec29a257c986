"""TEL210: a date that no calendar has, or a time of day that no clock."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name

RULE: Final = Rule(
    "TEL210",
    "date-impossible",
    Severity.ERROR,
    "The attribute has the form of a date, but no calendar has such a day or no clock such an hour. @when and its kin "
    "are Gregorian (TEI P5, 3.6.4), so 29 February needs a leap year.",
    bad='<date when="1949-02-30">30 February</date>',
    good='<date when="1949-02-28">28 February</date>',
)
SAME: Final = frozenset({"VAL105"})
ATTRIBUTES: Final = ("when", "from", "to", "notBefore", "notAfter", "when-iso", "from-iso", "to-iso")
_DATE: Final = re.compile(r"-?(\d{4,})-(\d\d)(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?")


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the attributes that hold an impossible date."""
    for element in facts.elements:
        for attribute in ATTRIBUTES:
            value = element.get(attribute)
            reason = impossible(value) if value is not None else ""
            if reason:
                message = f'@{attribute} of <{name(element)}> is "{value}": {reason}'
                yield facts.found(RULE, element, message, "correct the date", attribute)


def impossible(value: str) -> str:
    """Return why a date or time cannot be, empty where it can or has another form."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        return ""
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    if not 1 <= month <= 12:
        return f"there is no month {match[2]}"
    leap = year if year % 400 else 2000
    last = calendar.monthrange(leap if leap > 0 else 2000, month)[1]
    if not 1 <= day <= last:
        return f"that month has {last} days"
    hour, minute, second = (int(match[group] or 0) for group in (4, 5, 6))
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return "there is no such time of day"
    return ""


def dated(element: etree._Element) -> bool:
    """Say whether an element has an attribute that dates it."""
    return any(element.get(attribute) for attribute in ATTRIBUTES)
