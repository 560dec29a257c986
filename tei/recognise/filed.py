"""What the number of a decimal file and a source note tell of the time of a telegram.

The Department of State's decimal files have the day in the number of each document from the middle of 1944 on:
893.00/4–1849 is 18 April 1949. It is the day of the document, conjectured from its filing, and counts where nothing
else says when it was sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates, parse_time
from tei.model import Basis, Certainty, Evidence, Moment
from tei.recognise.answers import moment_of
from tei.recognise.layouts.frus_notes import received_in
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_FILED: Final = regex(
    r"\d[\w. ()]*/\s?(?P<month>\d{1,2})\s?[-–—]\s?(?P<day>\d{1,2}?)(?P<year>4[4-9]|5\d|6\d|7[0-3])(?!\d)"
)
_CENTURY: Final = "19"
ISO_DAY: Final = len("1949-04-18")
"""A day without its year, "--04-18", is shorter: it takes no time (W3C XML Schema, dateTime)."""


def filed_on(sources: Sequence[Paragraph]) -> Moment | None:
    """Return the day that the number of a file holds, None where none does."""
    for row in sources:
        match = _FILED.search(row.text) if "/" in row.text else None
        if match is None:
            continue
        month, day = int(match["month"]), int(match["day"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            start, end = match.span("month")[0], match.end()
            evidence = Evidence("filed", row.start + start, row.start + end, Certainty.LOW, Basis.CONJECTURE)
            return Moment(row.text[start:end], f"{_CENTURY}{match['year']}-{month:02}-{day:02}", evidence=evidence)
    return None


def received_by(notes: Sequence[Paragraph], sent: Moment | None, year: int | None) -> Moment | None:
    """Return when a telegram was received as a note on its source says it; a bare time has the day of sending."""
    for row in notes:
        span = received_in(row.text)
        if span is None:
            continue
        words = row.text[slice(*span)].strip(" ,.")
        at = row.start + row.text.index(words, span[0])
        found = next((date for date in find_dates(words, year=year) if date.when or date.not_before), None)
        if found:
            return moment_of(found, at, "filed", Basis.EXTERNAL)
        time = parse_time(words)
        if time is not None and sent is not None and len(sent.when) >= ISO_DAY:
            evidence = Evidence("filed", at, at + len(words), Certainty.MEDIUM, Basis.EXTERNAL)
            return replace(sent, text=words, when=f"{sent.day}T{time.when}", evidence=evidence)
    return None
