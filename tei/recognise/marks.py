"""All inline marks of a telegram's text, in their order of precedence: brackets, notes, numbers, dates, names."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final

from tei.authority import LOCAL, Authority, Match
from tei.dates import WrittenDate, across_new_year, find_dates
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Attributes, Certainty, Footnote, Mark
from tei.recognise.brackets import Bracket, bracket_marks, find_brackets
from tei.recognise.dangling import dangling
from tei.recognise.foreign import foreign_language
from tei.recognise.leaf_turns import turn_marks
from tei.recognise.named_parties import unfound
from tei.recognise.notes import find_markers
from tei.regexes import regex
from tei.text import nest

AMBIGUOUS_NAME = Rule(
    "REC401",
    "ambiguous-name",
    Severity.WARNING,
    "The form fits more than one entry of the authority lists, so it was left without @ref.",
    bad="<persName>Kovalev</persName>",
    good='<persName ref="#kovalev">Kovalev</persName>',
)
IMPOSSIBLE_DATE = Rule(
    "REC402",
    "impossible-date",
    Severity.WARNING,
    "A day that the calendar does not have: a slip of the source or of the copy. It is kept as written, without @when.",
    bad="31 February 1938",
    good="28 February 1938",
)
RULES = (AMBIGUOUS_NAME, IMPOSSIBLE_DATE)

_ELEMENTS: Final = {"person": "persName", "place": "placeName", "org": "orgName"}
_LETTERED: Final = regex(r"\[[^\W\d_]")
_BLOT: Final = "\x1f"
_SHORT_FORMS: Final = ("surname", "short")
_PARENTHESES: Final = regex(r"\(([^()\n]{3,60})\)")


@dataclass(frozen=True)
class Reading:
    """The text whose marks are looked for, and what is known of it.

    `leaves` are the spans of its blocks: names and dates are looked for inside each, never across two. `year` completes
    dates without one, `date` decides between bearers of a name, `original` between transliterations. `decided` are the
    marks of the brackets of which the editor says what they mean, by where each begins. `named` are the entries that
    heading, address and signature name, `parties` what opener, closer and service lines name, in a list or not.
    """

    text: str
    leaves: tuple[tuple[int, int], ...]
    authority: Authority
    year: int | None
    date: str
    original: str
    path: str
    footnotes: tuple[Footnote, ...] = ()
    decided: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    parties: tuple[Mark, ...] = ()

    @cached_property
    def brackets(self) -> tuple[tuple[Bracket, ...], tuple[Finding, ...]]:
        """The bracket pairs and what is wrong with them."""
        start, end = (self.leaves[0][0], self.leaves[-1][1]) if self.leaves else (0, 0)
        return find_brackets(self.text, start, end, self.path)

    @cached_property
    def masked(self) -> tuple[int, str]:
        """The text from the first leaf to the last, what lies between leaves blotted out; and where it begins.

        One pass over it is several times cheaper than one over each leaf, and finds nothing that runs across two. What
        two leaves share, a note inside a stretch of the text, stands there once.
        """
        if not self.leaves:
            return 0, ""
        pieces: list[str] = []
        position = first = min(start for start, _ in self.leaves)
        for start, end in sorted(self.leaves):
            pieces += [_BLOT * (start - position), self.text[max(start, position) : end]]
            position = max(position, end)
        return first, "".join(pieces)

    @cached_property
    def names(self) -> tuple[Match, ...]:
        """The names of the authority lists, with offsets in the whole text."""
        offset, text = self.masked
        found = tuple(
            Match(m.start + offset, m.end + offset, m.entry_ids, m.form, m.variant_type, m.ambiguous)
            for m in self.authority.find(text, date=self.date or None)
            if _BLOT not in text[m.start : m.end]
        )
        return tuple(_explained(found, self.named)) if any(m.ambiguous for m in found) else found

    @cached_property
    def dates(self) -> tuple[tuple[int, WrittenDate], ...]:
        """The dates, each with the offset that its span counts from."""
        offset, text = self.masked
        found = find_dates(text, year=self.year)
        return tuple((offset, date) for date in found if _BLOT not in text[date.start : date.end])


def _explained(found: Sequence[Match], named: Collection[str]) -> Iterator[Match]:
    """Yield the names; a surname of several people is that one's whom the document itself names in full, if it is one.

    `named` are entries that the heading, address or signature gives.
    """
    full = {m.entry_ids[0] for m in found if not m.ambiguous and m.variant_type not in (*_SHORT_FORMS, "pseudonym")}
    for match in found:
        ids = [id_ for id_ in match.entry_ids if id_ in full or id_ in named]
        if match.ambiguous and match.variant_type in _SHORT_FORMS and len(ids) == 1:
            yield replace(match, entry_ids=(ids[0],), ambiguous=False)
        else:
            yield match


def find_marks(reading: Reading, service: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks of a telegram, nested and in document order.

    `service` are marks that the service lines gave (numbers, names of cipher clerks); they go before names and dates.
    """
    notes = tuple(_note_marks(reading))
    tied = {place[0] for note in reading.footnotes for place in note.marks}
    tied |= {mark.start for mark in notes if _LETTERED.match(reading.text, mark.start)}
    listed = tuple(
        mark for match in reading.names if not _inside(match, service) for mark in _name_mark(match, reading.authority)
    )
    marks = (
        *(unfound(reading.parties, (*service, *listed)) if reading.parties else ()),
        *turn_marks(reading.text, reading.leaves),
        *(mark for mark in notes if mark.start in tied),
        *(m for bracket in reading.brackets[0] if bracket.start not in tied for m in _bracket(reading, bracket)),
        *(mark for mark in notes if mark.start not in tied),
        *service,
        *_foreign(reading),
        *_date_marks(reading, service),
        *listed,
    )
    return with_notes(nest(marks))


def with_notes(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return marks in which a note stands at its first marker that is left, should others have taken the first."""
    known = {value for mark in marks if mark.element == "note" for name, value in mark.attributes if name == "xml:id"}
    if all(mark.element != "ref" or _pointed(mark) in {"", *known} for mark in marks):
        return marks
    made: list[Mark] = []
    for mark in marks:
        key = _pointed(mark) if mark.element == "ref" else ""
        if key and key not in known:
            known.add(key)
            told = (("type", "footnote"), ("n", dict(mark.attributes)["n"]), ("place", "foot"), ("xml:id", key))
            mark = Mark(mark.start, mark.end, "note", told, mark.start, mark.start, mark.owner)
        made.append(mark)
    return tuple(made)


def _pointed(mark: Mark) -> str:
    """Return the id of the note that a marker points to, which comes a second time."""
    target = next((value for name, value in mark.attributes if name == "target"), "")
    return target.removeprefix("#") if ("type", "note") in mark.attributes else ""


def _bracket(reading: Reading, bracket: Bracket) -> tuple[Mark, ...]:
    if bracket.start in reading.decided:
        return reading.decided[bracket.start]
    return bracket_marks(reading.text, bracket, original=reading.original)


def _note_marks(reading: Reading) -> Iterator[Mark]:
    """Look for note markers in one pass, so that a number which comes twice is a note once."""
    offset, text = reading.masked
    begun = {start for start, _ in reading.leaves}  # what begins a block is glued to nothing, though blocks may touch
    tied = {place[0] for note in reading.footnotes for place in note.marks}
    found = find_markers(_BLOT * offset + text, offset, offset + len(text), reading.footnotes)
    yield from (mark for mark in found if mark.start not in begun or mark.start in tied)


def _inside(match: Match, marks: Iterable[Mark]) -> bool:
    start, end = match.start, match.end
    return any(m.start <= start and end <= m.end and m.element in _ELEMENTS.values() for m in marks)


def _name_mark(match: Match, authority: Authority) -> Iterator[Mark]:
    entry = authority.get(match.entry_ids[0])
    element = _ELEMENTS.get(str(entry.kind)) if entry else None
    if element is None:
        return
    attributes: Attributes = ()
    if match.variant_type in ("pseudonym", LOCAL):
        attributes = (("type", "pseudonym"),)
    if not match.ambiguous:
        attributes += (("ref", f"#{match.entry_ids[0]}"),)
    yield Mark(match.start, match.end, element, attributes)


def _foreign(reading: Reading) -> Iterator[Mark]:
    """Mark words of the original that the author or translator set in parentheses."""
    for start, end in reading.leaves:
        if reading.text.find("(", start, end) < 0:
            continue
        for match in _PARENTHESES.finditer(reading.text, start, end):
            language = foreign_language(match[1], assume=reading.original)
            if language.endswith("-Latn"):
                yield Mark(match.start(1), match.end(1), "foreign", (("xml:lang", language),))


def _date_marks(reading: Reading, service: Sequence[Mark]) -> Iterator[Mark]:
    timed = [(mark.start, mark.end) for mark in service if mark.element in ("date", "time", "num")]
    for start, found in reading.dates:
        span = (found.start + start, found.end + start)
        if found.impossible or any(first < span[1] and span[0] < last for first, last in timed):
            continue
        if found.precision == "year" and found.when and not found.time:
            continue
        if found.ambiguous and found.when and found.alternative:
            found = _turned(found, reading.date)
        if found.year_supplied and found.when:
            found = replace(found, when=across_new_year(found.when, reading.date))
        if found.when and found.when[:3] == "---" and (when := _in_month(found, reading.date)):
            found = replace(found, when=when, year_supplied=True)
        yield date_mark(found, start)


def _turned(found: WrittenDate, date: str) -> WrittenDate:
    """Return a day in figures as the telegram's own date reads it, where only the other reading is near that."""
    near = [one for one in (found.when, found.alternative) if one and _apart(one, date) <= NEAR]
    return replace(found, when=near[0], ambiguous=False, year_supplied=True) if len(near) == 1 else found


def _apart(one: str, other: str) -> int:
    """Return how many days two days are apart; very many where one is no whole day."""
    try:
        return abs((datetime.date.fromisoformat(one[:10]) - datetime.date.fromisoformat(other[:10])).days)
    except ValueError:
        return 2 * NEAR


NEAR: Final = 10


def _in_month(found: WrittenDate, date: str) -> str:
    """Return the day that "5th instant" or "051100Z" is in a telegram of `date`; empty where that has no whole date.

    A group of day and hour names what was sent before, the instant is the month of the telegram itself.
    """
    day = (found.when or "")[3:]
    if len(date) != len("1938-03-14") or len(day) != len("14"):
        return ""
    year, month = int(date[:4]), int(date[5:7])
    if found.text[-1:] == "Z" and day > date[8:]:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    elif "inst" not in found.text and found.text[-1:] != "Z":
        return ""
    return f"{year:04}-{month:02}-{day}" if int(day) <= monthrange(year, month)[1] else ""


def date_mark(found: WrittenDate, offset: int) -> Mark:
    """Return the mark of a written date; a year taken from elsewhere, or one of two readings, is not certain."""
    attributes: list[tuple[str, str]] = []
    if found.when:
        attributes.append(("when", found.when))
    elif found.not_before and found.not_after and found.not_before <= found.not_after:
        attributes += [("notBefore", found.not_before), ("notAfter", found.not_after)]
    if found.year_supplied or found.certainty in ("approximate", "relative"):
        attributes.append(("cert", Certainty.MEDIUM))
    elif found.ambiguous or found.certainty == "questioned":
        attributes.append(("cert", Certainty.LOW))
    if found.calendar == "julian":
        attributes.append(("calendar", "#julian"))
    return Mark(found.start + offset, found.end + offset, "date", tuple(attributes))


def mark_findings(reading: Reading, marks: Sequence[Mark]) -> tuple[Finding, ...]:
    """Return what an editor should look at: open brackets, markers without note, ambiguous names, impossible dates."""
    return (
        *reading.brackets[1],
        *dangling(reading.text, tuple(m for m in marks if m.element == "ref"), reading.path),
        *_ambiguous(reading),
        *_impossible(reading),
    )


def place_of(text: str, offset: int, path: str) -> Location:
    """Return the line and column of an offset in a capture."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return Location(path, line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=2)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where the lines of a page begin; a page of many telegrams is asked again for each."""
    return (0, *accumulate(len(line) + 1 for line in text.split("\n")))


def _ambiguous(reading: Reading) -> Iterator[Finding]:
    seen: set[str] = set()
    for match in reading.names:
        form = reading.text[match.start : match.end]
        if match.ambiguous and form not in seen:
            seen.add(form)
            names = " or ".join(entry.name for entry in map(reading.authority.get, match.entry_ids[:4]) if entry)
            place = place_of(reading.text, match.start, reading.path)
            yield AMBIGUOUS_NAME.at(
                place, f"{form!r} may be {names}", "add @ref in the TEI, or years to the list's variants"
            )


def _impossible(reading: Reading) -> Iterator[Finding]:
    for start, found in reading.dates:
        if found.impossible:
            place = place_of(reading.text, found.start + start, reading.path)
            message = f"{found.text!r} is no day of the calendar"
            yield IMPOSSIBLE_DATE.at(place, message, "compare with the source; correct or keep it")
