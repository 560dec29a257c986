"""A page of the Diplomatic Documents of Switzerland on the web, with its record or without.

“Language: French / 20.12.1938 (Tuesday) / parties / Letter (L) / a summary / … / dodis.ch/4711 / Le Chef du
Département, A. Pell, au Ministre de Suisse à Severin, B. Lind1”, then the text and its notes, whose numbers stand in
rows of their own. A record without the text, and one of notes or minutes, holds no telegram.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.model import Footnote
from tei.recognise.layouts.endnotes import markers
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.papers_abroad import western_parties
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_SIGN: Final = regex(r"dodis\.ch/\d{1,6}")
_FORM: Final = regex(
    r"(?P<kind>Letter|Lettre|Brief|Lettera|Telegram|Télégramme|Telegramm|Telegramma|Political report|Report|Rapport|"
    r"Circular|Circulaire)\s\([A-Z]{1,3}\)"
)
_DAY: Final = regex(r"\d{1,2}\.\d{1,2}\.\d{4}(?:\s\([^()\n]{3,14}\))?")
_MARKER: Final = regex(r"(?<=[^\W\d_])\d{1,2}$")
_NUMBER: Final = regex(r"\d{1,2}")
_WIRED: Final = regex(r"T[ée]l[ée]gramm[ea]?\b|Telegram\b")
MAX_TITLE: Final = 240
MAX_TITLE_ROWS: Final = 2
MAX_FORM_ROWS: Final = 3


def score_swiss(page: Page) -> Score:
    """Score a page by the sign of the series over parties, or in its record."""
    if "odis.ch/" not in page.capture.text and "Documents Diplomatiques Suisses" not in page.capture.text:
        return Score(0.0, "no sign of the Swiss series")
    if _title(page.paragraphs) is not None:
        return Score(0.99, "a document of the Swiss series under its sign")
    recorded = any(_FORM.fullmatch(row.text) for row in page.paragraphs)
    return Score(0.99 if recorded else 0.0, "a record of the Swiss series without its text")


def _title(rows: Sequence[Paragraph]) -> tuple[Paragraph, int] | None:
    """Return the parties under the sign of the series, and the row after them."""
    sign = next((i for i, row in enumerate(rows) if _SIGN.fullmatch(row.text)), None)
    if sign is None or sign + 2 >= len(rows):
        return None
    for width in range(1, MAX_TITLE_ROWS + 1):
        first, last = rows[sign + 1], rows[min(sign + width, len(rows) - 1)]
        words = first.text if width == 1 else f"{first.text}{' ' * (last.start - first.end)}{last.text}"
        title = Paragraph(first.start, last.end, words, first.blank_before)
        if len(words) <= MAX_TITLE and western_parties(_MARKER.sub("", words)):
            return title, sign + 1 + width
    return None


def read_swiss(page: Page) -> Regions:
    """Part a page into its document and the record round it."""
    rows = page.paragraphs
    found = _title(rows)
    if found is None:
        return Regions("swiss", (), (), rows)
    whole, after = found
    marker = _MARKER.search(whole.text)
    title = whole.at(0, marker.start()) if marker else whole
    silent = (whole.at(marker.start(), len(whole.text)),) if marker else ()
    if after < len(rows) and _NUMBER.fullmatch(rows[after].text):
        silent, after = (*silent, rows[after]), after + 1
    first = next((i for i in range(after, len(rows)) if _NUMBER.fullmatch(rows[i].text)), len(rows))
    end = first if first < len(rows) else _end(page)
    notes = tuple(_notes(rows, first)) if first < len(rows) else tuple(_led_notes(rows[after:end]))
    end = next((i for i in range(after, end) if notes and rows[i].start == notes[0].lead), end)
    first = min(first, end)
    body = rows[after:end]
    called = markers(page.capture.text, body, notes)
    form = next((row for row in rows[:after] if _FORM.fullmatch(row.text)), None)
    told = form.text if form else " ".join(page.capture.text[n.start : n.end] for n in notes[:1])
    wired = _WIRED.match(told) or any(_WIRED.match(row.text) for row in body[:MAX_FORM_ROWS])
    region = Region(
        body=body,
        title=title,
        site_date=next((row for row in rows[:after] if _DAY.fullmatch(row.text) and find_dates(row.text)), None),
        notes=tuple(note for note in notes if note.key in called),
        hung=tuple(note for note in notes if note.key not in called),
        silent=silent,
        kind="telegram" if wired else "letter",
        formal=True,
    )
    taken = (*body, *(row for row in rows[first:] if notes), region.site_date)
    spans = {row.start for row in taken if row} | {whole.start}
    left = [(row, role) for row, role in zip(rows, page.roles, strict=True) if row.start not in spans]
    left = [(row, role) for row, role in left if row not in silent and not whole.start <= row.start < whole.end]
    furniture = tuple(row for row, role in left if role is not None)
    context = tuple(row for row, role in left if role is None)
    return Regions("swiss", (region,) if body else (), furniture, context)


def _notes(rows: Sequence[Paragraph], first: int) -> Iterator[Footnote]:
    """Yield the notes at the end, the number of each in the row over its text."""
    starts = [i for i in range(first, len(rows) - 1) if _NUMBER.fullmatch(rows[i].text)]
    for start, end in pairwise([*starts, len(rows)]):
        if end > start + 1:
            yield Footnote(rows[start].text, rows[start].start, rows[start + 1].start, rows[end - 1].end)


def _led_notes(rows: Sequence[Paragraph]) -> Iterator[Footnote]:
    """Yield the notes that end a document, each with its number before its text: “1. Telegramm: E 2001 …”."""
    led = [(row, match) for row in rows if (match := _LED.match(row.text))]
    first = next((i for i in reversed(range(len(led))) if led[i][1]["n"] == "1"), None)
    if first is None or rows[-1] != led[-1][0] or rows.index(led[first][0]) != len(rows) - len(led) + first:
        return
    for count, (row, match) in enumerate(led[first:], 1):
        if match["n"] == str(count):
            yield Footnote(match["n"], row.start, row.start + match.end(), row.end)


_LED: Final = regex(r"\[?(?P<n>\d{1,2})[.\])]{0,2}\s+(?=\S)")


def _end(page: Page) -> int:
    end = len(page.paragraphs)
    while end and page.roles[end - 1] is not None:
        end -= 1
    return end


SWISS: Final = Layout("swiss", score_swiss, read_swiss)
"""Pages of the Diplomatic Documents of Switzerland."""
