"""TEL305: one author in two places on one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from edition.corpusrules.record import Record, Sent
from tei.findings import Finding, Rule, Severity

_EXAMPLE: Final = (
    '<TEI><correspDesc><correspAction type="sent"><persName ref="#vetrova"/><placeName ref="#{}"/>'
    '<date when="1938-01-10"/></correspAction></correspDesc></TEI>'
)
RULE: Final = Rule(
    "TEL305",
    "author-in-two-places",
    Severity.INFO,
    "Two telegrams of one day give their author two places. He travelled, or a date, place or name is wrong: a "
    "dateline copied from another form, a cover name that two people used.",
    bad=f"a.xml: {_EXAMPLE.format('karsk')}\nb.xml: {_EXAMPLE.format('polynya')}",
    good=f"a.xml: {_EXAMPLE.format('karsk')}\nb.xml: {_EXAMPLE.format('karsk')}",
)


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the telegrams whose author was elsewhere on that day by another document."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for record in records:
        for sent in record.sent:
            for sender in sent.senders if _told(sent) else ():
                where, path = first.setdefault((sender, sent.day), (sent.where, record.path))
                if where != sent.where:
                    message = f"{sender} is in {sent.where} on {sent.day} here, and in {where} in {path}"
                    yield record.at(RULE, sent.place, message, "check date, place and name in both")


def _told(sent: Sent) -> bool:
    return bool(sent.where) and len(sent.day) == len("1949-01-10")
