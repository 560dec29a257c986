"""What the note that gives the source of a telegram says of it: "Oakes to GHQ, 17 May 1943, in WO 106/3."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.model import Basis
from tei.recognise.answers import moment_of
from tei.recognise.enveloped import envelope_in
from tei.recognise.notices import Notice
from tei.recognise.paragraphs import Paragraph

MAX_LEAD: Final = 2


def of_note(notice: Notice, cited: Sequence[Paragraph]) -> Notice:
    """Take from the note that gives the source what else it says; of what it says first, it knows best."""
    row, match = next(((row, match) for row in cited if (match := envelope_in(row.text))), (None, None))
    if row is None or match is None:
        return notice
    told = {role for role, _ in notice.parties}
    spans = (("from", match.span("sender")), ("to", match.span("recipient")))
    first = match.start() <= MAX_LEAD or row.text[: match.start()].endswith("; ")
    kept = tuple(party for party in notice.parties if not (first and party[0] in ("from", "to")))
    told -= {"from", "to"} if first else set()
    parties = tuple((role, (row.start + a, row.start + b)) for role, (a, b) in spans if role not in told)
    notice = replace(notice, parties=kept, number=notice.number or match["number"] or "")
    found = find_dates(match["date"])
    base = row.start + match.start("date")
    sent = moment_of(found[0], base, "notices", Basis.EXTERNAL) if found and not notice.received else None
    whole = notice.sent is not None and len(notice.sent.when) >= len("1938-08-01") and not (first and sent)
    return replace(notice, parties=(*notice.parties, *parties), sent=notice.sent if whole else sent or notice.sent)
