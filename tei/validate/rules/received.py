"""TEL212: a telegram that was received a day or more before it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.names import tei
from tei.validate.rules.dates import impossible
from tei.validate.rules.facts import Facts

RULE: Final = Rule(
    "TEL212",
    "received-before-sent",
    Severity.WARNING,
    "The envelope says that the telegram arrived a day or more before it left. Less is no fault: clocks of two time"
    " zones and of the cipher office make hours.",
    bad='<correspDesc><correspAction type="sent"><date when="1949-01-10"/></correspAction>'
    '<correspAction type="received"><date when="1949-01-08"/></correspAction></correspDesc>',
    good='<correspDesc><correspAction type="sent"><date when="1949-01-10"/></correspAction>'
    '<correspAction type="received"><date when="1949-01-11"/></correspAction></correspDesc>',
)
_DAY: Final = timedelta(days=1)
_DATE_ALONE: Final = len("1949-01-10")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}.*)?")
SAME: Final = frozenset({"received-after-sent", "envelope-received-after-sent", "envelope-order"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the envelopes whose latest moment of receipt is a day or more before the earliest of sending."""
    for envelope in facts.named("correspDesc"):
        sent = _moments(envelope, "sent", ("when", "notBefore", "from"), latest=False)
        received = _moments(envelope, "received", ("when", "notAfter", "to"), latest=True)
        if sent and received and sent[0][0] - received[-1][0] >= _DAY:
            (left, _), (arrived, element) = sent[0], received[-1]
            day = (arrived - timedelta(seconds=1)).date()
            message = f"received on {day}, a day or more before it was sent on {left.date()}"
            yield facts.found(RULE, element, message, "correct one of the two dates")


def _moments(
    envelope: etree._Element, type_: str, attributes: tuple[str, ...], *, latest: bool
) -> list[tuple[datetime, etree._Element]]:
    """Return the moments of an action in order; of a day without a time its beginning, or its end for the `latest`."""
    found = []
    for action in envelope.iterchildren(tei("correspAction")):
        for element in action.iterchildren(tei("date")) if action.get("type") == type_ else ():
            value = next((element.get(one, "") for one in attributes if element.get(one)), "")
            if _MOMENT.fullmatch(value) and not impossible(value):
                moment = datetime.fromisoformat(value[:19].replace("T24:00:00", "T00:00:00"))
                whole_day = timedelta(days=(latest and len(value) == _DATE_ALONE) or "T24" in value)
                found.append((moment + whole_day, element))
    return sorted(found, key=lambda one: one[0])
