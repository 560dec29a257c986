"""TEL212: a telegram that was received a day or more before it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
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
SAME: Final = frozenset({"received-after-sent", "envelope-received-after-sent", "envelope-order"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the envelopes whose latest day of receipt lies before the earliest of sending, by a day at least."""
    for envelope in facts.named("correspDesc"):
        sent = _days(envelope, "sent", ("when", "notBefore", "from"))
        received = _days(envelope, "received", ("when", "notAfter", "to"))
        if sent and received and received[-1][0] < sent[0][0]:
            arrived, element = received[-1]
            away = (sent[0][0] - arrived).days
            message = (
                f"received on {arrived}, {away} {'day' if away == 1 else 'days'} before it was sent on {sent[0][0]}"
            )
            yield facts.found(RULE, element, message, "correct one of the two dates")


def _days(envelope: etree._Element, type_: str, attributes: tuple[str, ...]) -> list[tuple[date, etree._Element]]:
    found = []
    for action in envelope.iterchildren(tei("correspAction")):
        for element in action.iterchildren(tei("date")) if action.get("type") == type_ else ():
            value = next((element.get(one, "") for one in attributes if element.get(one)), "")[:10]
            if len(value) == 10 and value[:4].isdigit() and not impossible(value):
                found.append((date.fromisoformat(value), element))
    return sorted(found, key=lambda one: one[0])
