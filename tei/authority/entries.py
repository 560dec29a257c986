"""What an authority list says, as frozen values: an entry, its name variants, the years in which a variant holds."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from typing import Final

from lxml import etree

from tei.findings import Location
from tei.regexes import regex
from tei.values import value
from tei.xmlfile import parse_bytes

_ISO: Final = regex(r"(?P<year>\d{4})(?P<month>-(?:0[1-9]|1[0-2]))?(?P<day>-(?:0[1-9]|[12]\d|3[01]))?(?:T.*)?")


class Kind(StrEnum):
    """What an entry stands for; equal to the plain string, so that "person" does as well as `Kind.PERSON`."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    REPOSITORY = "repository"


def is_iso(date: str) -> bool:
    """Tell whether `date` is an ISO 8601 year, year and month, or day, with or without a time."""
    return earliest(date) != ""


@lru_cache(maxsize=1024)  # every claim on a name is judged by the date of the telegram and those of its period
def earliest(date: str) -> str:
    """Return the first day of an ISO 8601 year, month or day as YYYY-MM-DD; days compare as strings."""
    found = _ISO.fullmatch(date)
    return f"{found['year']}{found['month'] or '-01'}{found['day'] or '-01'}" if found else ""


@lru_cache(maxsize=1024)
def latest(date: str) -> str:
    """Return the last day of an ISO 8601 year, month or day; day 31 stands for the end of any month."""
    found = _ISO.fullmatch(date)
    return f"{found['year']}{found['month'] or '-12'}{found['day'] or '-31'}" if found else ""


@value()
class Period:
    """A stretch of time from `start` to `end`, both included, as ISO 8601 dates; empty where it is open."""

    start: str = ""
    end: str = ""

    def covers(self, date: str) -> bool:
        """Tell whether any day of `date` (a year, month or day) lies in the period; an unreadable date always does."""
        if not is_iso(date):
            return True
        after_start = not self.start or latest(date) >= earliest(self.start)
        return after_start and (not self.end or earliest(date) <= latest(self.end))

    def meets(self, other: Period) -> bool:
        """Tell whether the two periods share a day."""
        starts_in_time = not self.start or not other.end or earliest(self.start) <= latest(other.end)
        return starts_in_time and (not self.end or not other.start or earliest(other.start) <= latest(self.end))


ALWAYS: Final = Period()


@value()
class Variant:
    """One form of a name as the list gives it, in reading order ("Ivan Kovalev", not "Kovalev, Ivan").

    `type` is the word of the list (preferred, pseudonym, romanisation, abbreviation, title, former, short …).
    `surname` and `forenames` are filled where the list tags them; `common_word` says that the surname alone is an
    everyday word and must not be looked for in running text.
    """

    form: str
    type: str = "variant"
    lang: str = ""
    period: Period = ALWAYS
    surname: str = ""
    forenames: str = ""
    common_word: bool = False
    line: int = field(default=0, compare=False)


class Markup:
    """The element of an entry as the list has it; pickled as bytes, so that entries travel to worker processes."""

    __slots__ = ("element",)

    def __init__(self, element: etree._Element) -> None:
        self.element = element

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        return _markup_of, (etree.tostring(self.element, encoding="UTF-8", with_tail=False),)


def _markup_of(data: bytes) -> Markup:
    """Rebuild a markup from its bytes."""
    return Markup(parse_bytes(data).getroot())


MIN_AGE: Final = 14
"""Years at which somebody may be in charge of something: a surname found in an earlier paper is another's."""


@value()
class Entry:
    """A person, place, organisation or repository.

    `name` is the preferred name in reading order, `sort` the same for an alphabetical list ("Kovalev, Ivan"), `short`
    a word in ASCII for the ids of documents ("kovalev"). `born`, `died` and `floruit` are as the list gives them, ISO
    8601 where it does. `category` is the entry's `@type` (city, river, party). `idnos` are pairs of type and value.
    """

    id: str
    kind: Kind
    name: str
    short: str
    sort: str
    variants: tuple[Variant, ...]
    born: str = ""
    died: str = ""
    floruit: str = ""
    note: str = ""
    category: str = ""
    idnos: tuple[tuple[str, str], ...] = ()
    location: Location = field(default_factory=Location, compare=False)
    built_in: bool = field(default=False, compare=False)
    markup: Markup | None = field(default=None, compare=False, repr=False)

    def grown(self, date: str) -> bool:
        """Tell whether the person was no child at `date`; true where the year of birth is unknown, or no year given."""
        known = is_iso(self.born) and self.born[:4].isdigit() and date[:4].isdigit()
        return not known or int(date[:4]) - int(self.born[:4]) >= MIN_AGE

    def alive(self, date: str) -> bool:
        """Tell whether the person can have written or received something at `date`; true where years are unknown."""
        born = self.born if is_iso(self.born) else ""
        died = self.died if is_iso(self.died) else ""
        return Period(born, died).covers(date)
