"""TEL304: a gap in the numbers of the telegrams between two correspondents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from edition.corpusrules.record import Record
from tei.findings import Finding, Rule, Severity


def _example(*numbers: int) -> str:
    """Return telegrams of these numbers from Vetrova to Orlin, each in its file."""
    envelope = (
        '<correspDesc><correspAction type="sent"><persName ref="#vetrova"/>'
        '<date when="1938-01-{0:02}"/></correspAction>'
        '<correspAction type="received"><persName ref="#orlin"/></correspAction></correspDesc>'
    )
    number = '<text><num type="telegram" value="{0}">{0}</num></text>'
    return "\n".join(f"t{one}.xml: <TEI>{envelope}{number}</TEI>".format(one) for one in numbers)


RULE: Final = Rule(
    "TEL304",
    "number-gap",
    Severity.INFO,
    "Telegrams of one sender to one recipient are numbered through the year. Where a few numbers are missing "
    "between two that are there, telegrams are missing from the corpus, or a number was misread.",
    bad=_example(1, 2, 4),
    good=_example(1, 2, 3),
)
_WIDEST: Final = 3
_LEAST: Final = 3


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the telegrams before which one to three numbers of their series are missing."""
    series: dict[tuple[str, str, str], dict[int, Record]] = defaultdict(dict)
    for record in records:
        for sent in record.sent[:1]:
            if record.number and sent.senders and sent.recipients and sent.day:
                series[(sent.senders[0], sent.recipients[0], sent.day[:4])].setdefault(int(record.number), record)
    for (sender, recipient, year), found in sorted(series.items()):
        numbers = sorted(found)
        for before, number in pairwise(numbers) if len(numbers) >= _LEAST else ():
            if 1 < number - before <= _WIDEST + 1:
                missing = ", ".join(map(str, range(before + 1, number)))
                message = f"no. {number} of {sender} to {recipient} in {year} follows no. {before}: {missing} missing"
                record = found[number]
                yield record.at(RULE, record.sent[0].place, message, "look for them, or check the numbers")
