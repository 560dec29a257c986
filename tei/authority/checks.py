"""What can be wrong in an authority list, found when it is loaded: AUT101 and following."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tei.authority.entries import ALWAYS, Entry, Kind, Period, Variant, earliest, is_iso, latest
from tei.authority.folding import fold_form
from tei.authority.forms import matchable
from tei.authority.reading import line_of, name_elements, words
from tei.authority.repositories import part_items
from tei.findings import Finding, Location, Rule, Severity
from tei.names import XML_ID, local, tei
from tei.regexes import regex

MISSING_ID = Rule(
    "AUT101",
    "entry-without-id",
    Severity.ERROR,
    "Documents point at an entry by its xml:id; without one the entry cannot be used and is left out.",
    bad="<person><persName>Ada Karsk</persName></person>",
    good='<person xml:id="karsk"><persName>Ada Karsk</persName></person>',
)
DUPLICATE_ID = Rule(
    "AUT102",
    "duplicate-id",
    Severity.ERROR,
    "Two entries of the edition's lists have the same xml:id, so that a pointer could mean either. The first is used.",
)
NO_NAME = Rule(
    "AUT103",
    "entry-without-name",
    Severity.ERROR,
    "An entry needs at least one name: persName, placeName or geogName, orgName. Without one it is left out.",
    bad='<place xml:id="karsk"><note>A polar station.</note></place>',
    good='<place xml:id="karsk"><placeName>Karsk</placeName></place>',
)
CLAIMED_TWICE = Rule(
    "AUT104",
    "name-claimed-twice",
    Severity.WARNING,
    "Two entries list the same form for the same years, so that it is ambiguous wherever it stands: it gets no @ref.",
    bad='<persName type="pseudonym">Sever</persName> in two entries',
    good='<persName type="pseudonym" from="1937-03" to="1938-06">Sever</persName>',
)
BAD_DATE = Rule(
    "AUT105",
    "bad-date",
    Severity.ERROR,
    "A date that is not ISO 8601, or a period that ends before it begins, makes a cover name match in the wrong years.",
    bad='from="March 1937"',
    good='from="1937-03"',
)
BAD_POINTER = Rule(
    "AUT106",
    "pointer-to-nothing",
    Severity.ERROR,
    "A pointer inside a list names an entry that no list has.",
    bad='<affiliation ref="#karsk-instiute"/>',
    good='<affiliation ref="#karsk-institute"/>',
)
BAD_IDNO = Rule(
    "AUT107",
    "bad-identifier",
    Severity.ERROR,
    "The identifier cannot be one of the register that @type names. Take it from the register; never make one up.",
    bad='<idno type="wikidata">Karsk</idno>',
    good='<idno type="wikidata">Q42</idno>',
)
NO_ENTRIES = Rule(
    "AUT108",
    "no-entries",
    Severity.WARNING,
    "The file was given as an authority list but holds no person, place or org.",
)
UNMATCHABLE = Rule(
    "AUT109",
    "name-too-short",
    Severity.WARNING,
    "A single letter, or a form without letters, would match everywhere and is not looked for.",
)
REPOSITORY_PARTS = Rule(
    "AUT110",
    "repository-without-parts",
    Severity.WARNING,
    "Without the parts of its references (box, folder, file) references to the repository cannot be read.",
    good='<desc type="reference-parts"><list><item n="box"><label>box</label></item></list></desc>',
)
EMPTY_NAME = Rule(
    "AUT111",
    "empty-name",
    Severity.ERROR,
    "A name element without text names nothing; it is left out.",
)
OTHER_BUILT_IN = Rule(
    "AUT112",
    "takes-the-id-of-another",
    Severity.WARNING,
    "The entry has the xml:id of a built-in entry with which it shares no name. It replaces that entry; if this is "
    "someone else, give it an id of its own.",
)
RULES: Final = (
    MISSING_ID,
    DUPLICATE_ID,
    NO_NAME,
    CLAIMED_TWICE,
    BAD_DATE,
    BAD_POINTER,
    BAD_IDNO,
    NO_ENTRIES,
    UNMATCHABLE,
    REPOSITORY_PARTS,
    EMPTY_NAME,
    OTHER_BUILT_IN,
)

_IDNO_SHAPES: Final = {
    "wikidata": regex(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?Q[1-9]\d*"),
    "viaf": regex(r"(?:https?://(?:www\.)?viaf\.org/viaf/)?\d{2,22}/?"),
    "gnd": regex(r"(?:https?://d-nb\.info/gnd/)?[\dX-]{8,12}"),
    "geonames": regex(r"(?:https?://(?:www|sws)\.geonames\.org/)?\d{1,9}(?:/.*)?"),
}
_IDNO_FORM: Final = {"wikidata": "Q and digits", "viaf": "digits", "gnd": "8 to 11 digits or X", "geonames": "digits"}
_DATE_ATTRIBUTES: Final = frozenset({"when", "from", "notBefore", "to", "notAfter"})
_W3C_DATE: Final = regex(
    r"(?:-?\d{4,}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|--\d\d(?:-\d\d)?|---\d\d)"
    r"(?:T\d\d:\d\d.*)?(?:Z|[+-]\d\d:\d\d)?|\d\d:\d\d.*"
)
"""The lexical forms that TEI's att.datable.w3c allows: years before Christ, and month and day alone, too."""


def check_element(kind: Kind, element: etree._Element, path: str) -> Iterator[Finding]:
    """Yield what is wrong with one entry by itself."""
    names = [(name, words(name)) for name in name_elements(kind, element)]
    label = next((text for _, text in names if text), "")
    identifier = element.get(XML_ID)
    if not identifier:
        message = f"{label or 'an entry'}: the {local(element.tag)} has no xml:id"
        yield MISSING_ID.at(_place(element, path), message, "add an xml:id, short and lasting")
    if not label:
        message = f"{identifier or local(element.tag)} has no name"
        yield NO_NAME.at(_place(element, path), message, f"add <{_name_element(kind)}>…</{_name_element(kind)}>")
    for name, text in names:
        yield from _check_name(name, text, path)
    for dated in element.iter(etree.Element):
        yield from _check_dates(dated, path)
    for idno in element.iterchildren(tei("idno")):
        yield from _check_idno(idno, path)
    if kind is Kind.REPOSITORY and not any(item.get("n") for item in part_items(element)):
        message = f"{label or identifier}: no part of a reference is described"
        yield REPOSITORY_PARTS.at(_place(element, path), message, "list its parts in order")


def _place(element: etree._Element, path: str) -> Location:
    return Location(path, line_of(element))


def _name_element(kind: Kind) -> str:
    return {Kind.PERSON: "persName", Kind.PLACE: "placeName"}.get(kind, "orgName")


def _check_name(name: etree._Element, text: str, path: str) -> Iterator[Finding]:
    if not text:
        message = f"an empty {local(name.tag)}"
        yield EMPTY_NAME.at(_place(name, path), message, "give the name or delete the element")
    elif not matchable(fold_form(text)) and name.get("type") not in {"hidden", "sort"}:
        hint = 'write the name out, or mark it type="hidden"'
        yield UNMATCHABLE.at(_place(name, path), f"“{text}” is too short to be looked for", hint)


def _check_dates(element: etree._Element, path: str) -> Iterator[Finding]:
    values = {str(key): str(value) for key, value in element.items() if key in _DATE_ATTRIBUTES}
    for key, value in values.items():
        if not _W3C_DATE.fullmatch(value):
            message = f'{local(element.tag)}/@{key} is "{value}", not an ISO 8601 date'
            yield BAD_DATE.at(_place(element, path), message, "write YYYY, YYYY-MM or YYYY-MM-DD")
            return
    start, end = values.get("from") or values.get("notBefore"), values.get("to") or values.get("notAfter")
    if start and end and is_iso(start) and is_iso(end) and latest(end) < earliest(start):
        message = f"{local(element.tag)}: the period {start} to {end} ends before it begins"
        yield BAD_DATE.at(_place(element, path), message, "swap them")


def _check_idno(idno: etree._Element, path: str) -> Iterator[Finding]:
    type_ = (idno.get("type") or "").lower()
    shape = _IDNO_SHAPES.get(type_)
    if shape and not shape.fullmatch(words(idno)):
        message = f"“{words(idno)}” is no {type_} identifier ({_IDNO_FORM[type_]})"
        yield BAD_IDNO.at(_place(idno, path), message, "look it up, or delete the idno")


def check_pointers(elements: Iterable[etree._Element], known: frozenset[str], path: str) -> Iterator[Finding]:
    """Yield pointers of entries ("#id" in @ref, @sameAs, @corresp) that lead to no entry and no element of the file."""
    for element in elements:
        for node in element.iter(etree.Element):
            for name in ("ref", "sameAs", "corresp"):
                for target in (node.get(name) or "").split():
                    if target.startswith("#") and target[1:] not in known:
                        place = Location(path, line_of(node))
                        message = f'{local(node.tag)}/@{name} points at "{target}", which no list has'
                        yield BAD_POINTER.at(place, message, "correct the id, or add the entry")


def check_claims(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield forms that two entries of one kind list for the same years, when one of them is the edition's own."""
    holders: dict[tuple[Kind, str], list[tuple[Entry, Variant]]] = {}
    for entry in sorted(entries, key=lambda entry: not entry.built_in):
        for variant in entry.variants:
            folded = fold_form(variant.form)
            if not matchable(folded) or variant.type in {"sort", "hidden"} or variant.surname == variant.form:
                continue
            held = holders.setdefault((entry.kind, folded), [])
            if not entry.built_in and (other := _rival(held, entry, variant)):
                yield _claimed_twice(entry, variant, other)
            held.append((entry, variant))


def _rival(held: list[tuple[Entry, Variant]], entry: Entry, variant: Variant) -> Entry | None:
    meets = (other for other, theirs in held if other.id != entry.id and theirs.period.meets(variant.period))
    return next(meets, None)


def _claimed_twice(entry: Entry, variant: Variant, other: Entry) -> Finding:
    where = "the built-in lists" if other.built_in else str(other.location)
    years = "" if variant.period == ALWAYS else f" ({_years(variant.period)})"
    hint = 'give the years of each (@from, @to), or leave the form with one entry; type="hidden" keeps it unmatched'
    place = Location(entry.location.path, variant.line)
    message = f"“{variant.form}”{years} is a name of #{entry.id} and of #{other.id} in {where}"
    return CLAIMED_TWICE.at(place, message, hint)


def _years(period: Period) -> str:
    return f"{period.start}–{period.end}" if period.start != period.end else period.start


def check_replacement(entry: Entry, replaced: Entry) -> Iterator[Finding]:
    """Yield a warning where an entry takes the id of a built-in one that has no name in common with it."""
    ours = {fold_form(form) for variant in entry.variants for form in (variant.form, variant.surname) if form}
    theirs = {fold_form(form) for variant in replaced.variants for form in (variant.form, variant.surname) if form}
    if entry.kind is not replaced.kind or not ours & theirs:
        message = f"#{entry.id} ({entry.name}) replaces the built-in {replaced.kind} {replaced.name}"
        yield OTHER_BUILT_IN.at(entry.location, message, "give it another xml:id unless that is meant")


def check_duplicate(entry: Entry, first: Entry) -> Finding:
    """Return the finding that the id of an entry is taken by an earlier one."""
    message = f"#{entry.id} ({entry.name}) is already the id of {first.name} ({first.location})"
    return DUPLICATE_ID.at(entry.location, message, "give it another xml:id, or merge the two entries")
