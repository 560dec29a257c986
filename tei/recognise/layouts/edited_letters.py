"""A letter as the editions of statesmen's papers print it: its title, the letter, its source, the editors' notes.

“To Ada Fairweather from Paul Pell, 3 March 1788 / From Paul Pell / Port Severin March 3. 1788 / Madam / …”. Under
the letter stands what kind of text it is and who has it, “ALS, AKPI: Fairweather Papers.”, then notes whose numbers
are glued to their words, “1Pell enclosed …”. The same sites give it as text: “Title: From Paul Pell to …” over
“From: Pell, Paul” and “To: Fairweather, Ada”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.model import Footnote
from tei.recognise.layouts.endnotes import markers
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine, service_line
from tei.regexes import regex

_WORD: Final = r"(?:[A-Z][\w.’'-]*|de|du|la|le|of|and|the|van|von|&|fils)"
_NAME: Final = rf"{_WORD}(?:,?\s{_WORD})*"
_TITLE: Final = regex(
    rf"(?P<lead>Title:\s+)?(?P<role>To|From)\s+(?P<one>{_NAME})\s+(?P<other>from|to)\s+(?P<two>{_NAME}),\s+"
    r"(?P<date>\[?(?:c\.\s|ca\.\s|before\s|after\s|on\s)*[^\n]{0,30}\d{4}\]?)(?:\s?\[[^\[\]\n]{2,30}\])?"
)
_PARTY: Final = regex(rf"(?:From|To):?\s+{_NAME}(?:,\s[A-Z][\w.’ '-]+)?")
_SOURCE: Final = regex(
    r"(?:A?LS?|A?L(?:etter)?bks?|LbkC?|LB|A?Dfs?S?|RC|FC|PrC|SC|Tr|MS|AN?S?|C|Copy|DS?|[A-Z]{2,4}S)"
    r"(?:(?:\s\([^()]{2,40}\))?(?:,\s|:\s)[A-Z][^\n]{2,700}|\s\([A-Z][^\n]{2,700})"
)
"""“ALS, AKPI: Fairweather Papers; LB, YHA.”, “RC (AKPI); endorsed by Pell …”."""
_NOTE: Final = regex(r"\[?(?P<n>\d{1,3})\]?\.?\s?(?=[A-Z“\"‘\[(])")
_END: Final = regex(r"Index Entries|Authorial notes|Editorial notes|Cite as.*|Permanent link.*|Back to top")
_STOPPED: Final = regex(r"(?<=\d)\.(?=\s1[5-9]\d\d)")
"""The stop behind a day, “March 3. 1788”, where others write a comma."""
_PLACE: Final = regex(r"(?P<place>[A-Z][^\d\n]{2,40}?)[\s,.]+(?=(?:the\s)?\d|(?:[A-Z][a-z]{2,8}\.?\s\d))")
MAX_OVER: Final = 12
MAX_HEADS: Final = 5
MAX_DATED: Final = 60
MAX_SIGNED: Final = 5
MAX_SOURCE: Final = 800
MIN_ROWS: Final = 3


def score_letters(page: Page) -> Score:
    """Score a page by a title that names both parties and the day, and a source or fields that such editions give."""
    text = page.capture.text
    at = _title_at(page.paragraphs) if " to " in text or " from " in text else None
    if at is None:
        return Score(0.0, "no title of an edited letter")
    rows = page.paragraphs
    fields = sum(_PARTY.fullmatch(row.text) is not None for row in rows[at + 1 : at + 3])
    sourced = any(_is_source(row.text) for row in rows[at + 1 :])
    if not (sourced or fields == 2):
        return Score(0.0, "a title of a letter, and neither its source nor its parties under it")
    return Score(0.92, f"an edited letter, {'with' if sourced else 'without'} its source")


def _title_at(rows: Sequence[Paragraph]) -> int | None:
    for at, row in enumerate(rows[:MAX_OVER]):
        if row.text[:1] in "TF" and len(row.text) <= 200 and (match := _TITLE.fullmatch(row.text)):
            return at if (match["role"] == "To") == (match["other"] == "from") else None
    return None


def _is_source(text: str) -> bool:
    return text[:1].isupper() and len(text) <= MAX_SOURCE and _SOURCE.fullmatch(text) is not None


def read_letters(page: Page) -> Regions:
    """Part a page into its letter, its source and the editors' notes; what stands round them is the site's."""
    rows = page.paragraphs
    at = _title_at(rows)
    title = _TITLE.fullmatch(rows[at].text) if at is not None else None
    if at is None or title is None:
        return Regions("letters", (), (), rows)
    start = at + 1
    while start < min(at + MAX_HEADS, len(rows)) and _PARTY.fullmatch(rows[start].text):
        start += 1
    end = next((i for i in range(start, len(rows)) if _END.fullmatch(rows[i].text)), len(rows))
    source = next((i for i in range(start + 1, end) if _is_source(rows[i].text)), end)
    notes = tuple(note for row in rows[source + 1 : end] if (note := _note(row)))
    if start >= source:
        return Regions("letters", (), (), rows)
    served, letter = _placed(rows[start:source])
    body = _signed(_dated(letter))
    called = markers(page.capture.text, body, notes)
    one, two = (("from", "one"), ("to", "two")) if title["role"] == "From" else (("to", "one"), ("from", "two"))
    shift = rows[at].start
    named = tuple((role, (shift + title.start(key), shift + title.end(key))) for role, key in (one, two))
    leads = {note.lead for note in notes}
    region = Region(
        body=(*(line.paragraph for line in served), *body),
        title=rows[at].at(title.end("lead") if title["lead"] else 0, len(rows[at].text)),
        site_date=rows[at].at(*title.span("date")),
        sources=tuple(rows[source : source + 1] if source < end else ()),
        notes=tuple(note for note in notes if note.key in called),
        hung=tuple(note for note in notes if note.key not in called),
        silent=(*rows[at + 1 : start], *((rows[at].at(*title.span("lead")),) if title["lead"] else ())),
        kind="letter",
        formal=True,
        named=named,
        served=served,
    )
    taken = {*range(at, min(source + 1, end)), *(i for i in range(source + 1, end) if rows[i].start in leads)}
    left = [(i, row) for i, row in enumerate(rows) if i not in taken]
    loose = {i for i, row in left if page.roles[i] is not None or i < at or i >= end}
    furniture = tuple(row for i, row in left if i in loose)
    return Regions("letters", (region,), furniture, tuple(row for i, row in left if i not in loose))


def _note(row: Paragraph) -> Footnote | None:
    match = _NOTE.match(row.text)
    return Footnote(match["n"], row.start, row.start + match.end(), row.end) if match else None


def _placed(rows: Sequence[Paragraph]) -> tuple[tuple[ServiceLine, ...], tuple[Paragraph, ...]]:
    """Part a place on a line of its own from the day under it: “Office for the Ice [Port Severin]”, “3d March 1788”."""
    if len(rows) < MIN_ROWS or not _is_place(rows[0].text) or len(rows[1].text) > MAX_DATED:
        return (), tuple(rows)
    dates = find_dates(rows[1].text)
    if not dates or dates[0].start or len(dates[0].when or "") < len("1788-03"):
        return (), tuple(rows)
    return (service_line(rows[0], "other", ("place", 0, len(rows[0].text))),), tuple(rows[1:])


def _dated(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a letter, place and day among its first ones read with a comma between them."""
    made = [replace(row, text=_STOPPED.sub(",", row.text)) if len(row.text) <= MAX_DATED else row for row in rows]
    for i, row in enumerate(made[:MAX_HEADS]):
        dates = find_dates(row.text) if len(row.text) <= MAX_DATED and any(map(str.isdigit, row.text)) else ()
        if dates and len(dates[0].when or "") >= len("1788-03"):
            match = _PLACE.match(row.text)
            if match and match.end() <= dates[0].start:
                end = match.end("place")
                made[i] = replace(row, text=row.text[:end] + "," + row.text[end + 1 :])
            break
    return tuple(made)


def _signed(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a letter, the colon of a signature as it was written then read as a stop: “Pa: Pell”."""
    made = list(rows)
    for i, row in enumerate(made[-3:], max(0, len(made) - 3)):
        if ":" in row.text and len(row.text.split()) <= MAX_SIGNED:
            made[i] = replace(row, text=row.text.replace(":", "."))
    return tuple(made)


def _is_place(text: str) -> bool:
    return (
        2 < len(text) <= MAX_DATED and text[0].isupper() and text[-1] not in ".:;!?" and not any(map(str.isdigit, text))
    )


LETTERS: Final = Layout("letters", score_letters, read_letters)
"""Letters of the papers of a statesman, as their editions give them."""
