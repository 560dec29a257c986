"""TEL220: an envelope that does not say who sent the letter, or when."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.names import tei
from tei.validate.rules.dates import dated
from tei.validate.rules.facts import Facts, words

RULE: Final = Rule(
    "TEL220",
    "envelope-incomplete",
    Severity.WARNING,
    "A correspDesc says who sent the letter to whom and when; without sender, recipient or date it is found by "
    "nobody who looks for them. What is not known can be said: <persName>unknown</persName>, <date cert='low' "
    "notBefore=… notAfter=…/>.",
    bad='<correspDesc><correspAction type="sent"><date when="1949-01-10"/></correspAction></correspDesc>',
    good='<correspDesc><correspAction type="sent"><persName>Vetrov</persName><date when="1938-01-10"/></correspAction>'
    '<correspAction type="received"><persName>Sabelnikov</persName></correspAction></correspDesc>',
)
SAME: Final = frozenset({"envelope-sent"})
_NAMES: Final = tuple(map(tei, ("persName", "orgName", "name", "rs", "roleName", "placeName", "settlement", "note")))


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the envelopes without sender, without recipient, or without any date."""
    for envelope in facts.named("correspDesc"):
        actions = list(envelope.iterchildren(tei("correspAction")))
        if not actions and len(envelope):
            continue
        for type_, who in (("sent", "who sent it"), ("received", "who received it")):
            own = [action for action in actions if action.get("type") == type_]
            if not any(_named(action) for action in own):
                near = difflib.get_close_matches(type_, [str(action.get("type")) for action in actions], 1, 0.75)
                slip = bool(near) and near[0] != type_
                hint = f'name somebody in <correspAction type="{type_}">'
                hint = f'write type="{type_}" for type="{near[0]}"' if slip else hint
                yield facts.found(RULE, envelope, f"the envelope does not say {who}", hint)
        if not any(dated(date) or words(date) for a in actions for date in a.iter(tei("date"))):
            yield facts.found(RULE, envelope, "the envelope does not say when it was sent", 'add <date when="…"/>')


def _named(action: etree._Element) -> bool:
    return any(True for _ in action.iter(*_NAMES))
