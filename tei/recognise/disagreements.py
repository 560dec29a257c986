"""Where the heading of a page and the text under it give different parties or days: kept, and reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from tei.findings import Finding, Location, Rule, Severity
from tei.model import Envelope, Moment, Name
from tei.recognise.naming import is_holder
from tei.recognise.witnesses import Material, date_of_title

DISAGREE = Rule(
    "REC105",
    "heading-and-text-disagree",
    Severity.WARNING,
    "The heading of the page names another sender, recipient or day than the text under it. What the text says was "
    "taken, since it is the telegram's own; the heading is kept as the title of the source. One of the two is a slip.",
    bad="Telegram from Vetrov to Sabelnikov … signed: Tumanova",
    good="Telegram from Tumanova to Sabelnikov … signed: Tumanova",
)
RULES = (DISAGREE,)

DAYS_APART: Final = 2
"""The date of the page, of the form and of the message can differ by a day; from here on they disagree."""


def find_disagreements(material: Material, envelopes: Sequence[Envelope], place: Location) -> Iterator[Finding]:
    """Yield a finding for each party and day that the heading gives otherwise than the text."""
    outer = envelopes[0]
    for type_, role, word in (("sent", "from", "sender"), ("received", "to", "recipient")):
        action = outer.action(type_)
        titled = tuple(name for name in material.titled(role) if name.kind != "place")
        if material.formal and titled and is_holder(titled[0].text) and "(" not in titled[0].text:
            continue  # an office, which the signature names the holder of
        named = action.names if action else ()
        if titled and named and not any(_agree(name, other) for name in named for other in titled):
            yield _disagree(place, word, titled[0].text, named[0].text)
    heading = date_of_title(material) or material.site_date
    sent = outer.action("sent")
    taken = sent.moment if sent else None
    if heading and taken and _apart(heading, taken) >= DAYS_APART:
        yield _disagree(place, "day", heading.text, taken.text)


def _disagree(place: Location, what: str, heading: str, text: str) -> Finding:
    message = f"the heading gives {heading!r} as the {what}, the text {text!r}; the text's was taken"
    return DISAGREE.at(place, message, "look at the source and correct the one that is wrong", what=what)


def _agree(one: Name, other: Name) -> bool:
    """Two names disagree when the lists have both, for two persons or two bodies; an office agrees with its holder."""
    return not (one.ref and other.ref) or one.kind != other.kind or one.ref == other.ref


def _apart(one: Moment, other: Moment) -> int:
    try:
        return abs((datetime.date.fromisoformat(one.day) - datetime.date.fromisoformat(other.day)).days)
    except ValueError:
        return 0
