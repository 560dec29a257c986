"""Names as a citation needs them: parted into family and given name where the authority lists do, else left whole.

Whole names are never taken apart by rule: in "Mao Zedong" the family name comes first, and an office is no name at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.corpus.model import Entry, Kind, Name


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to be cited: `whole` in the order in which the name is spoken; `family` and `given` where known.

    `family` is empty for an institution and for a name that nothing takes apart. `key` is that of the entry.
    """

    whole: str
    family: str = ""
    given: str = ""
    key: str = ""

    @property
    def inverted(self) -> str:
        """The name as lists sort it: "Vetrov, Pavel"; the whole name where it is not parted."""
        return f"{self.family}, {self.given}" if self.family else self.whole

    @property
    def initials(self) -> str:
        """The family name with initials after it, as Russian references have it: "Vetrov P."."""
        return f"{self.family} {_initials(self.given)}" if self.family else self.whole

    @property
    def initials_first(self) -> str:
        """The initials before the family name: "P. Vetrov"."""
        return f"{_initials(self.given)} {self.family}" if self.family else self.whole


def read_people(names: Iterable[Name], entries: Mapping[tuple[Kind, str], Entry]) -> tuple[Person, ...]:
    """Return each of the names once, under the name of its entry where it has one."""
    found: dict[str, Person] = {}
    for name in names:
        person = _person(name, entries.get((name.kind, name.key)) if name.key else None)
        if person.whole:
            found.setdefault(person.key or person.whole, person)
    return tuple(found.values())


def _person(name: Name, entry: Entry | None) -> Person:
    if entry is None or not entry.listed:
        return Person(_even(name.text), key=name.key)
    family, comma, given = (_even(part) for part in entry.sort.partition(","))
    if not (comma and family and given) or entry.kind is not Kind.PERSON:
        return Person(_even(entry.name), key=entry.key)
    return Person(_even(entry.name), family, given, entry.key)


def _even(text: str) -> str:
    return " ".join(text.split())


def _initials(given: str) -> str:
    """Return the initials of given names, a hyphen between two kept: "Jean-Luc" → "J.-L."."""
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())
