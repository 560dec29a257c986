"""What neither a telegram nor its page says: who, to whom, when, where it is kept. An editor may know it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Location, Rule, Severity
from tei.model import Telegram

NO_PARTY = Rule(
    "REC102",
    "party-unknown",
    Severity.WARNING,
    "The text, its title and its service matter do not say who sent the telegram, or to whom.",
)
NO_DATE = Rule(
    "REC103",
    "date-unknown",
    Severity.WARNING,
    "Neither the text nor the page says when the telegram was sent.",
)
NO_REFERENCE = Rule(
    "REC104",
    "source-unknown",
    Severity.INFO,
    "The page names neither an archive nor a printed source.",
)
RULES: Final = (NO_PARTY, NO_DATE, NO_REFERENCE)


def doubts(telegram: Telegram, place: Location, table: str = "") -> Iterator[Finding]:
    """Yield a finding for each thing that a telegram has to have and has not.

    `place` is where it begins, `table` says where in the editor's decisions it is spoken of.
    """
    if telegram.party("sent") is None:
        yield NO_PARTY.at(place, "nothing says who sent this telegram", _say("sender", place, table))
    received = telegram.envelopes[0].action("received")
    if received is None or not (received.names or received.place):
        yield NO_PARTY.at(place, "nothing says to whom this telegram went", _say("recipient", place, table))
    if telegram.sent is None:
        yield NO_DATE.at(place, "nothing says when this telegram was sent", _say("date", place, table))
    if not telegram.holdings and not telegram.printed:
        message = "no archival reference or printed source was found"
        yield NO_REFERENCE.at(place, message, _say("reference", place, table))


def _say(key: str, place: Location, table: str) -> str:
    """Return how an editor says what the page does not."""
    return f'if you know it, write {key} = "…" into {sheet_of(place)} beside the capture{table}'


def sheet_of(place: Location) -> str:
    """Return the name of the file in which an editor decides of a capture."""
    name = place.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return f"{name or 'SOURCE'}.toml"


def once_a_page(findings: list[Finding], telegrams: int) -> list[Finding]:
    """Tell only once that no source was found, where the page gives none for any of its telegrams."""
    untold = [finding for finding in findings if finding.rule == NO_REFERENCE.code]
    if telegrams < 2 or len(untold) < telegrams:
        return findings
    return [finding for finding in findings if finding not in untold[1:]]
