"""What the parts of a page say of sender, recipient, place and date: the witnesses for an envelope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from tei.authority import Authority
from tei.dates import WrittenDate, find_dates
from tei.model import Basis, Evidence, Moment, Name
from tei.recognise.address_lines import label_before
from tei.recognise.answers import moment_of
from tei.recognise.calling import FullName, explained, full_names, may_be_short, pieces
from tei.recognise.counting import is_sign
from tei.recognise.docketing import Entry
from tei.recognise.hands import VIA
from tei.recognise.joint_names import joined_by_for, persons_first, without_calls
from tei.recognise.labels import role_of
from tei.recognise.naming import is_foreign_office, name_of, split_names, trimmed
from tei.recognise.notices import NOTHING, Notice
from tei.recognise.parties import with_rank
from tei.recognise.parts import Division, Line, Part
from tei.recognise.titles import Title
from tei.regexes import regex

_ROLES: Final = {
    "from": frozenset(("from", "origin")),
    "to": frozenset(("to", "for", "destination")),
    "via": frozenset(("via",)),
    "place": frozenset(("place",)),
}
"""Which labels of a form (`labels.ROLES`) name a party of the envelope."""

_INITIALLED: Final = regex(
    r"\s*[\[(](?:initial|sign|in (?:pencil|ink)|own hand|m\. ?p\.)[^\[\]()]*[\])]$", re.IGNORECASE
)
_NOBODY: Final = regex(
    r"(?:my\s+|our\s+)?(?:(?:dear|dr\.?)\s+)?(?:comrades?|gentlemen|sirs?|sr|madam|lords?(?:\s+(?:marquess|marquis|duke))?|friends?|"
    r"colleagues?|excellency|товарищи?|друзья|господа|милостивы[йе]\s+государ[ьи]|(?:monsieur\s+le\s+)?ministre|monsieur|madame|signor(?:e|a)?|"
    r"minister|genossen|camarades|messieurs|herren|excellence|"
    r"exzellenz|(?:(?:mr|madam|mister|comrade|cde|monsieur\s+le|herr|господин|г-н|товарищ)\.?\s+)?"
    r"(?:ambassad(?:or|eur)|(?:(?:ad\s+interim|acting)\s+)?charg[ée]\s+d[’']affaire?s|president|"
    r"président|(?:vice[\s-]+)?chairman|(?:(?:first|general|under|assistant)[\s-]+)?secretary(?:\s+of\s+state)?|premier|minister|"
    r"counsell?or|governor|consul(?:[\s-]general)?|"
    r"senator|general|marshal|admiral|colonel|commissioner|"
    r"prime minister|chairman|botschafter|chargé d[’']affaires|министр|посол|посланник|"
    r"президент|премьер(?:-министр)?|председатель|поверенный))",
    re.IGNORECASE,
)
"""A greeting that names no one counts only where nobody else is named."""
_HOUSE: Final = regex(
    r"hotel|pension\b|street\b|stra(?:ss|ß)e\b|boulevard|avenue\b|platz\b|\brue\b|\bquai\b|гостиниц|отель|улиц",
    re.IGNORECASE,
)
"""What of an address is the house and nobody's name."""
_FOR: Final = regex(r"for\b|для\b", re.IGNORECASE)
_FOR_WHOM: Final = regex(
    r"for\b|to\s+(?:be\s+)?(?:transmit|pass|hand|deliver|convey|forward|relay)(?:ted|ed)?\s+(?:on\s+)?to\b|для\b",
    re.IGNORECASE,
)
_UNLABELLED: Final = "to"
_QUOTES: Final = "”\"»’'」』"


@dataclass(frozen=True)
class Material:
    """All that an envelope can be read from. `title_start` is where the title stands in the capture.

    `formal` says that the title is the heading of the document itself, `filed` the day that its file number holds.
    """

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
    formal: bool = False
    filed: Moment | None = None

    @cached_property
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
        if len(lines) > 1 and lines[0].paragraph.text.rstrip(" .")[-1:] in _QUOTES:
            lines = lines[:1]
        names = [name for line in lines for name in self._names(line)]
        return tuple(names) or tuple(name for entry in self.of_type("signature") for name in entry.names)

    @property
    def quoted_signature(self) -> bool:
        """Whether the first signature, or the date after it, ends a quotation."""
        closer = [line for line in self.division.closer if line.part is not Part.SALUTE]
        return any(line.paragraph.text.rstrip(" .")[-1:] in _QUOTES for line in closer)

    @cached_property
    def saluted(self) -> tuple[Name, ...]:
        """Whom the salutation names, all of them; "Sir" is nobody where an address stands over it."""
        lines = self.division.names(Part.SALUTE, opener=True)
        places = [_place_in(self, line, line.place) for line in lines if line.place]
        names = [name for line in lines if line.name for name in persons_first(tuple(self._names(line)), self.text)]
        named = [name for name in names if not _NOBODY.fullmatch(name.text)]
        if len(named) > 1:
            named = [name for name in without_calls(named) if name.ref or _HOUSE.search(name.text) is None]
        if not named and not places and self.addressed("to"):
            return ()
        return _once(iter((*(named if named or places else names), *places)))

    @property
    def passed_on(self) -> bool:
        """Whether the text opens with the one whom it is for, "FOR MOROZKIN", under an address of its own."""
        lines = self.division.names(Part.SALUTE, opener=True)
        return bool(lines) and all(_FOR.match(line.paragraph.text) for line in lines)

    def is_for(self, ref: str, *, ordered: bool = False) -> bool:
        """Say whether a line under the address says for whom it is, "for Comrade VETROV", "To transmit to VETROV".

        `ordered` asks for the second alone, which tells another to hand it on.
        """
        lines = self.division.names(Part.SALUTE, opener=True)
        passing = (line for line in lines if line.name and _FOR_WHOM.match(line.paragraph.text))
        passing = (line for line in passing if not ordered or line.paragraph.text[:3].lower() == "to ")
        return any(name.ref == ref for line in passing for name in self._names(line))

    def _ways(self) -> Iterator[Name]:
        """Yield whom an address names as the way, "To VETROV [via PASHIN]"."""
        for line in self.division.names(Part.SALUTE, opener=True):
            way = VIA.search(line.paragraph.text) if line.name else None
            if way and way.start():
                yield from self.names_in(way["name"], line.paragraph.start + way.start("name"))

    def _names(self, line: Line) -> Iterator[Name]:
        assert line.name is not None
        start = with_rank(line.paragraph.text, line.name[0]) if line.part is Part.SALUTE else line.name[0]
        text = line.paragraph.text[start : line.name[1]].rstrip(' .,;:!=”"»')
        if text[:1] in "[(" and any(word in text.lower() for word in ("signature", "illegibl", "signed", "подпись")):
            return
        way = VIA.search(text) if line.part is Part.SALUTE else None
        text = _INITIALLED.sub("", text[: way.start()] if way and way.start() else text)
        yield from self.names_in(text, line.paragraph.start + start)

    def names_in(self, text: str, start: int, step: str = "envelope") -> Iterator[Name]:
        """Yield the names that words hold: "Vetrov and Tumanova" are two."""
        if at := joined_by_for(text, self.known):
            yield from self.names_in(text[:at], start, step)
            start, text = start + at + 5, text[at + 5 :]
        for first, last in split_names(text, self.known):
            name, at = trimmed(text[first:last], start + first)
            name = name.rstrip(" .,;:")
            if name and name not in _NO_NAMES:
                found = name_of(name, at, self.authority, self.date, step=step)
                found = replace(found, ref="", preferred=name) if found.ref and _SEVERAL.search(name) else found
                yield from self._named(found, step)

    @cached_property
    def full_names(self) -> tuple[FullName, ...]:
        """The names of persons that the page writes in full, looked for only where a short one asks for them."""
        return full_names(self.text, self.title.text, self.authority, self.date)

    def _named(self, name: Name, step: str) -> Iterator[Name]:
        """Yield a name as the page explains it: one of many bearers, or several names written together."""
        if name.ref or name.kind == "org" or is_foreign_office(name.text) or not may_be_short(name.text):
            yield name
            return
        start = name.evidence.start
        spans = tuple(pieces(name.text, self.authority, self.full_names)) if is_sign(name.text[0]) else ()
        parts = [name_of(name.text[a:b], start + a, self.authority, self.date, step=step) for a, b in spans]
        for part in parts or [name]:
            yield part if part.ref else explained(part, self.full_names, self.authority)

    @cached_property
    def _titled(self) -> dict[str, tuple[Name, ...]]:
        """Whom `titled` found before: sender and recipient are asked for by several questions."""
        return {}

    def titled(self, role: str) -> tuple[Name, ...]:
        """Return whom the title, or the page's announcement, names in a role: external evidence."""
        if role not in self._titled:
            self._titled[role] = self._read_titled(role)
        return self._titled[role]

    def _read_titled(self, role: str) -> tuple[Name, ...]:
        spans = [span for name, span in self.title.parties if name == role]
        if not spans:
            return self.told(role)
        text, at = self.title.text, self.title_start
        return _external(one for a, b in spans for one in self.names_in(text[a:b], at + a, "titles"))

    @staticmethod
    def naming(names: Iterable[Name]) -> tuple[Name, ...]:
        """Return the names without greetings that name no one, "Sir", "My Lord"."""
        return tuple(name for name in names if name.ref or not _NOBODY.fullmatch(name.text.rstrip(" ,.:")))

    @property
    def received_in_title(self) -> Moment | None:
        """When the telegram came as its heading says it, "Mr. Pell to Earl Osgood.—(Received March 4.)"."""
        match = _RECEIVED.search(self.title.text) if "ec" in self.title.text else None
        if match is None:
            return None
        found = [date for date in find_dates(match["when"], year=self.year) if date.when or date.not_before]
        start = self.title_start + match.start("when")
        return moment_of(found[0], start, "titles", Basis.EXTERNAL) if found else None

    def told(self, role: str) -> tuple[Name, ...]:
        """Return whom the page's announcement names in a role, as often as it does."""
        spans = (span for name, span in self.notice.parties if name == role)
        return _external(name for start, end in spans for name in self.names_in(self.text[start:end], start, "notices"))

    def _seat(self, entry: Entry) -> Iterator[Name]:
        """Yield the place of an address without a label, "MOSCOW, to Vetrov": it is where the telegram goes."""
        span = entry.line.service.part("place") if entry.line.service and not entry.said("role") else None
        if span:
            yield _place(self, entry.line.paragraph.text[slice(*span)], entry.offset + span[0])

    def addressed(self, role: str) -> tuple[Name, ...]:
        """Return the names of "From:", "To:" or "Via:" lines; an address without label says to whom."""
        labels = ((e, e.said("role") or label_before(e.line.paragraph.text)) for e in self.of_type("address"))
        labelled = [e for e, label in labels if role_of(label) in _ROLES[role]]
        for before, entry in pairwise(self.entries if role == _UNLABELLED else ()):
            if before in labelled and entry.type == "address" and entry.said("rest") and not entry.said("role"):
                labelled.append(entry)
        if not labelled and role == _UNLABELLED:
            labelled = [e for e in self.of_type("address") if not e.said("role")]
        names = [name for entry in labelled for name in (*entry.names, *self._seat(entry))]
        aside = [name for entry in self.of_type("address") for name in {"via": entry.via, "to": entry.to}.get(role, ())]
        aside += self._ways() if role == "via" else ()
        return _once(iter((*names, *aside)))


_NO_NAMES: Final = frozenset(("Sent", "Received", "Wired", "Cabled", "Telegraphed", "Dispatched", "Forwarded"))
"""What a diary begins with: "Sent the following telegram to …", without its subject."""


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
    told = _RECEIVED.sub(lambda received: " " * len(received.group()), material.title.text)
    found = [date for date in find_dates(told, year=material.year) if date.precision != "year"]
    if found and material.site_date is not None and _OF_TOPIC.match(told, found[-1].end):
        return None
    return moment_of(found[-1], material.title_start, "titles", Basis.EXTERNAL) if found else None


_SEVERAL: Final = regex(
    r"\b(?:[Ee]mbassies|[Ll]egations|[Mm]issions|[Cc]onsulates|[Aa]mbassadors)\s+(?:in|to|at)\s[^\n]*(?:,|\band)\s"
)
"""Several posts in one phrase are none of the bodies that it names."""
_OF_TOPIC: Final = regex(
    r"\s+(?:(?:meeting|conversation|session|visit|speech|plenum|talks?|reception|report|statement|interview|agreement|"
    r"declaration|events?|incident|attack|note|message|letter|telegram|cable|(?:Congress|Conference|Plenum))s?\b)"
)
"""“Message from Pell on April 7 meeting with Lind”: the day is that of what it tells of."""
_RECEIVED: Final = regex(
    r"(?:[(\[][Rr]ec(?:eived|d\.|['’]d)\s+|(?<=[.—–-]\s)[Rr]ec(?:eived|[’']?d)\.?,?\s+(?=\d[^()\[\]]{3,40}$))(?P<when>[^()\[\]]{3,60})[)\]]?"
)


def own_datelines(material: Material) -> tuple[Line, ...]:
    """Return the datelines at the end of the text that are its own.

    Where the page gives another day, and that stands on a line by itself further up, what ends the text is an
    attachment with its own date: "(A. Pashin)" / "28 May 1938" / … / "Karsk" / "20 May 1938".
    """
    lines = tuple(material.division.names(Part.DATELINE, opener=False))
    found = date_of_lines(material, lines)
    day = material.site_date.day if material.site_date else ""
    if found is None or len(day) < ISO_DAY or found.day == day or len(found.day) < ISO_DAY:
        return lines
    short = (row.text for row in material.division.message if len(row.text) <= MAX_DATE and row.text[-1:].isdigit())
    alone = (find_dates(text, year=material.year) for text in short)
    return () if any(len(dates) == 1 and dates[0].when == day for dates in alone) else lines


MAX_DATE: Final = 24
ISO_DAY: Final = len("1938-05-28")


def place_of_lines(material: Material) -> Name | None:
    """Return the place of a dateline, or of a service line "From: Karsk", as written."""
    division = material.division
    for line in (*division.names(Part.DATELINE, opener=True), *own_datelines(material)):
        if line.place:
            return _place_in(material, line, line.place)
    for entry in material.entries:
        span = entry.line.service.part("place") if entry.line.service else None
        if span and (entry.type != "address" or entry.said("role")):
            return _place(material, entry.line.paragraph.text[slice(*span)], entry.offset + span[0])
        if entry.type == "address" and role_of(entry.said("role")) in _ROLES["place"]:
            return _place(
                material, entry.said("rest"), entry.offset + entry.line.paragraph.text.index(entry.said("rest"))
            )
    handed_in = (name for entry in material.of_type("sent") for name in entry.names if name.kind == "place")
    if found := next(handed_in, None):
        return found
    sender = next((name for name in material.addressed("from") if name.kind == "place"), None) or _at_the_end(material)
    sender = sender or _unknown_seat(material)
    return sender or _place_of_title(material)


def _unknown_seat(material: Material) -> Name | None:
    """Take a name nobody knows for the place, "From FRUNZE", where somebody else has signed, or a body sends."""
    names = material.addressed("from")
    if len(names) != 1 or names[0].ref or names[0].kind != "person" or len(names[0].text.split()) > 2:
        return None
    others = material.signers or [name for name in material.titled("from") if name.kind == "org"]
    signers = {signer.text.lower() for signer in others}
    alike = any(word in signer for signer in signers for word in names[0].text.lower().split())
    return replace(names[0], kind="place") if signers and not alike else None


def _at_the_end(material: Material) -> Name | None:
    """Return the place that ends a line "From: Zhitkov, Observations Section, Leningrad"."""
    for entry in material.of_type("address"):
        _, comma, place = entry.said("rest").rpartition(", ")
        from_there = comma and role_of(entry.said("role")) == "from"
        if from_there and material.authority.resolve(place, kinds=("place",)).entries:
            return _place(material, place, entry.offset + entry.line.paragraph.text.rindex(place))
    return None


def _place_of_title(material: Material) -> Name | None:
    """Return the place that the title gives before its date: external evidence."""
    span = material.title.span("place_from") or material.title.span("place")
    if span is None and (named := material.titled("from")) and named[0].kind == "place" and material.signers:
        return named[0]
    if span is None:
        return place_told(material, "place_from")
    name = _place(material, material.title.text[slice(*span)], material.title_start + span[0])
    return next(iter(_external((name,))))


def place_told(material: Material, role: str) -> Name | None:
    """Return the place that the page names apart from the text: "Sent from Karsk to Leningrad"."""
    span = next((span for name, span in material.notice.parties if name == role), None)
    if span is None and (titled := material.title.span(role)):
        span = (material.title_start + titled[0], material.title_start + titled[1])
    return next(iter(_external((_place(material, material.text[slice(*span)], span[0]),)))) if span else None


def _place_in(material: Material, line: Line, span: tuple[int, int]) -> Name:
    return _place(material, line.paragraph.text[slice(*span)], line.paragraph.start + span[0])


def _place(material: Material, text: str, start: int) -> Name:
    entry = material.authority.resolve(text, kinds=("place",)).entry
    evidence = Evidence("envelope", start, start + len(text))
    return Name(text, "place", entry.id if entry else "", entry.name if entry else text, evidence=evidence)
