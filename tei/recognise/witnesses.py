"""What the parts of a page say of sender, recipient, place and date: the witnesses for an envelope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from tei.authority import Authority
from tei.dates import WrittenDate, find_dates
from tei.model import Basis, Evidence, Moment, Name
from tei.recognise.answers import moment_of
from tei.recognise.docketing import Entry
from tei.recognise.naming import name_of, split_names, trimmed
from tei.recognise.notices import NOTHING, Notice
from tei.recognise.parties import with_rank
from tei.recognise.parts import Division, Line, Part
from tei.recognise.titles import Title

_ROLES: Final = {
    role: frozenset(words.split("|"))
    for role, words in (
        ("from", "from|from whom|sent by|sender|author|origin|от кого|откуда|из|发报|发报人|发电|发电人|发件人"),
        (
            "to",
            "to|to whom|for whom|for|addressee|addressees|recipient|recipients|destination|received by|кому|для кого|"
            "для|куда|адрес|адресат|место назначения|收报|收报人|收电|收电人|收件人|发往",
        ),
        ("via", "via|through|через"),
        ("place", "place|место"),
    )
}
_UNLABELLED: Final = "to"
_QUOTES: Final = "”\"»’'」』"


@dataclass(frozen=True)
class Material:
    """All that an envelope can be read from. `title_start` is where the title stands in the capture."""

    text: str
    division: Division
    preamble: tuple[Entry, ...]
    docket: tuple[Entry, ...]
    title: Title
    title_start: int
    site_date: Moment | None
    authority: Authority
    year: int | None
    date: str
    notice: Notice = NOTHING

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All service lines in order."""
        return (*self.preamble, *self.docket)

    def of_type(self, *types: str) -> tuple[Entry, ...]:
        """Return the service lines of these types, by type and then in order."""
        return tuple(entry for type_ in types for entry in self.entries if entry.type == type_)

    def known(self, name: str) -> bool:
        """Say whether the authority lists know a name as that of a person, body or place."""
        return bool(self.authority.resolve(name, kinds=("person", "org", "place"), date=self.date or None).entries)

    @cached_property
    def signers(self) -> tuple[Name, ...]:
        """Who signed, in order; one whose signature closes a quotation signed what is quoted, and alone counts."""
        lines = [line for line in self.division.names(Part.SIGNED, opener=False) if line.name]
        if len(lines) > 1 and lines[0].paragraph.text[-1:] in _QUOTES:
            lines = lines[:1]
        names = [name for line in lines for name in self._names(line)]
        return tuple(names) or tuple(name for entry in self.of_type("signature") for name in entry.names)

    @property
    def quoted_signature(self) -> bool:
        """Whether the first signature, or the date after it, ends a quotation."""
        closer = [line for line in self.division.closer if line.part is not Part.SALUTE]
        return any(line.paragraph.text[-1:] in _QUOTES for line in closer)

    @cached_property
    def saluted(self) -> tuple[Name, ...]:
        """Whom the salutation names, all of them."""
        lines = self.division.names(Part.SALUTE, opener=True)
        return _once(name for line in lines if line.name for name in self._names(line))

    def _names(self, line: Line) -> Iterator[Name]:
        assert line.name is not None
        start = with_rank(line.paragraph.text, line.name[0]) if line.part is Part.SALUTE else line.name[0]
        text = line.paragraph.text[start : line.name[1]].rstrip(' .,;:!”"»')
        if text.startswith("[") and "signature" in text.lower():
            return
        yield from self.names_in(text, line.paragraph.start + start)

    def names_in(self, text: str, start: int, step: str = "envelope") -> Iterator[Name]:
        """Yield the names that words hold: "Vetrov and Tumanova" are two."""
        for first, last in split_names(text, self.known):
            name, at = trimmed(text[first:last], start + first)
            name = name.rstrip(" .,;:")
            if name:
                yield name_of(name, at, self.authority, self.date, step=step)

    def titled(self, role: str) -> tuple[Name, ...]:
        """Return whom the title, or the page's announcement, names in a role: external evidence."""
        span = self.title.span(role)
        if span is None:
            return self.told(role)
        return _external(self.names_in(self.title.text[slice(*span)], self.title_start + span[0], "titles"))

    def told(self, role: str) -> tuple[Name, ...]:
        """Return whom the page's announcement names in a role, as often as it does."""
        spans = (span for name, span in self.notice.parties if name == role)
        return _external(name for start, end in spans for name in self.names_in(self.text[start:end], start, "notices"))

    def addressed(self, role: str) -> tuple[Name, ...]:
        """Return the names of "From:", "To:" or "Via:" lines; an address without label says to whom."""
        labelled = [e for e in self.of_type("address") if e.said("role").lower() in _ROLES[role]]
        if not labelled and role == _UNLABELLED:
            labelled = [e for e in self.of_type("address") if not e.said("role")]
        return _once(name for entry in labelled for name in entry.names)


def _external(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(replace(name, evidence=replace(name.evidence, basis=Basis.EXTERNAL)) for name in names)


def _once(names: Iterator[Name]) -> tuple[Name, ...]:
    """Return names without a repeated one: "To Vetrov … Comrade Vetrov!"."""
    unique: dict[str, Name] = {}
    for name in names:
        unique.setdefault(name.ref or name.text.lower(), name)
    return tuple(unique.values())


def moment_in(entry: Entry) -> Moment | None:
    """Return the moment that a service line gives."""
    return moment_of(entry.date, entry.offset, "service") if entry.date else None


def date_of_lines(material: Material, lines: Sequence[Line]) -> Moment | None:
    """Return the date of the first line that has one, in its fullest form."""
    for line in lines:
        found = find_dates(line.paragraph.text, year=material.year)
        best = max(found, key=_fullness, default=None)
        if best is not None:
            return moment_of(best, line.paragraph.start, "envelope")
    return None


def _fullness(found: WrittenDate) -> int:
    return len(found.when or found.not_before or "")


def date_of_title(material: Material) -> Moment | None:
    """Return the date that the title ends in; a year alone is no date of a telegram."""
    found = [date for date in find_dates(material.title.text, year=material.year) if date.precision != "year"]
    return moment_of(found[-1], material.title_start, "titles", Basis.EXTERNAL) if found else None


def place_of_lines(material: Material) -> Name | None:
    """Return the place of a dateline, or of a service line "From: Karsk", as written."""
    division = material.division
    for line in (*division.names(Part.DATELINE, opener=True), *division.names(Part.DATELINE, opener=False)):
        if line.place:
            return _place(material, line.paragraph.text[slice(*line.place)], line.paragraph.start + line.place[0])
    for entry in material.entries:
        span = entry.line.service.part("place") if entry.line.service else None
        if span:
            return _place(material, entry.line.paragraph.text[slice(*span)], entry.offset + span[0])
        if entry.type == "address" and entry.said("role").lower() in _ROLES["place"]:
            return _place(
                material, entry.said("rest"), entry.offset + entry.line.paragraph.text.index(entry.said("rest"))
            )
    return next((name for name in material.addressed("from") if name.kind == "place"), None)


def _place(material: Material, text: str, start: int) -> Name:
    entry = material.authority.resolve(text, kinds=("place",)).entry
    evidence = Evidence("envelope", start, start + len(text))
    return Name(text, "place", entry.id if entry else "", entry.name if entry else text, evidence=evidence)
