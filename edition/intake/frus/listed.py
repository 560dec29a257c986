"""The persons and terms that a volume lists, as authority lists of ours, and the excerpt that a document takes along.

A term that stands for a body ("TDC, Taiwan Defense Command") is an organisation; any other is an entry of a glossary,
a list of type gloss in a note, for TEI has no list of terms beside names (TEI P5, ch. 14).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from edition.intake.frus.plain import Plain, fold, plain_of
from edition.intake.frus.pointing import SITE
from tei.encode.markup import add
from tei.names import XML_ID, tei
from tei.regexes import regex
from tei.slugs import slug
from tei.text import append_text

_PERSONS: Final = frozenset(("persons", "names", "people"))
_TERMS: Final = frozenset(("terms", "abbreviations", "sources-abbreviations"))
_SUFFIX: Final = regex(r"(?:,\s*|\s+)(?P<suffix>Jr\.?|Sr\.?|I{2,3}|IV|2d|3d)$")
_BODY: Final = regex(
    r"\b(?:department|agency|commission|council|committee|command|bureau|office|organi[sz]ation|embassy|division|"
    r"administration|corps|force|forces|party|mission|board|corporation|army|navy|ministry|staff|institute|association|"
    r"federation|union of|fund|bank|authority|league|delegation|group|assembly|section|directorate|service|tribunal)\b",
    re.I,
)
_NOT_A_BODY: Final = regex(
    r"(?:telegram|series|papers?|files?|indicator|designat|symbol|message|abbreviation|airgram|despatch|cable|officer|"
    r"director|secretary|chief|commander|deputy|representative|adviser|assistant|member|memorandum|act\b|public law|"
    r"refer)",
    re.I,
)
_NAMES: Final = (tei("persName"), tei("term"), tei("gloss"))


@dataclass(slots=True)
class Lists:
    """The entries of a volume by their ids in it; `prefix` begins the ids that they have with us."""

    prefix: str
    volume: str
    persons: dict[str, etree._Element] = field(default_factory=dict)
    bodies: dict[str, etree._Element] = field(default_factory=dict)
    terms: dict[str, tuple[etree._Element, etree._Element]] = field(default_factory=dict)
    _named: dict[str, str] = field(default_factory=dict)
    taken: set[etree._Element] = field(default_factory=set)
    """The divisions of the volume that became lists."""

    def entry_id(self, key: str) -> str:
        """Return the id of an entry, "" for what the volume does not list."""
        return f"{self.prefix}{key}" if key in self.persons or key in self.bodies or key in self.terms else ""

    def is_body(self, ref: str) -> bool:
        """Say whether a @ref points at an organisation."""
        return ref.removeprefix(f"#{self.prefix}") in self.bodies

    def body_key(self, name: str) -> str:
        """Return the key of a body that a heading names, listed from now on where it was not."""
        if not self._named:
            self._named.update({plain_of(org[0]).text.casefold(): key for key, org in self.bodies.items()})
        known = self._named.get(name.casefold())
        if known is None:
            known = f"o_{slug(name)[:60]}"
            org = etree.Element(tei("org"), {XML_ID: f"{self.prefix}{known}"})
            add(org, "orgName", name, type="preferred")
            self.bodies.setdefault(known, org)
            self._named[name.casefold()] = known
        return known

    def excerpt(self, ids: Iterable[str]) -> tuple[etree._Element, ...]:
        """Return lists of the entries with these ids, for `standOff`."""
        keys = [one.removeprefix(self.prefix) for one in ids]
        return tuple(_listing(self, sorted(set(keys))))

    def preferred(self, key: str) -> str:
        """Return the name of a person in reading order, "" for none."""
        entry = self.persons.get(key)
        return plain_of(entry[0]).text if entry is not None else ""


def _listing(lists: Lists, keys: Iterable[str]) -> Iterator[etree._Element]:
    """Yield the lists of entries, of persons, organisations, terms."""
    known = list(keys)
    for name, entries in (("listPerson", lists.persons), ("listOrg", lists.bodies)):
        found = [entries[key] for key in known if key in entries]
        if found:
            made = etree.Element(tei(name))
            made.extend(map(deepcopy, found))
            yield made
    terms = [lists.terms[key] for key in known if key in lists.terms]
    if terms:
        note = etree.Element(tei("note"), {"type": "description"})
        glossary = add(note, "list", type="gloss")
        for label, item in terms:
            glossary.extend((deepcopy(label), deepcopy(item)))
        yield note


def read_lists(root: etree._Element, volume: str, prefix: str) -> Lists:
    """Read the lists of persons and terms that the front or back of a volume has."""
    lists = Lists(prefix, volume)
    for division in root.iter(tei("div")):
        name = (division.get(XML_ID) or division.get("subtype") or "").lower()
        if division.get("type") == "document":
            continue
        if name in _PERSONS or division.get("subtype") in _PERSONS:
            _persons(division, name or "persons", lists)
        elif name in _TERMS or division.get("subtype") in _TERMS:
            _terms(division, name or "terms", lists)
    return lists


def _persons(division: etree._Element, page: str, lists: Lists) -> None:
    lists.taken.add(division)
    for item in division.iter(tei("item")):
        name = next((one for one in item.iter(tei("persName")) if one.get(XML_ID)), None)
        if name is None:
            continue
        key = str(name.get(XML_ID))
        written = plain_of(name).text.strip(" ,")
        if not written or key in lists.persons:
            continue
        person = etree.Element(tei("person"), {XML_ID: f"{lists.prefix}{key}"})
        _name(person, written)
        add(person, "idno", f"{SITE}{lists.volume}/{page}#{key}", type="url")
        said = _behind(item, name)
        if said:
            add(person, "note", said)
        lists.persons[key] = person


def _name(person: etree._Element, written: str) -> None:
    """Add the name in reading order, and as the volume has it where that is another."""
    name = add(person, "persName", type="preferred")
    surname, comma, rest = written.partition(",")
    suffix = _SUFFIX.search(rest) or _SUFFIX.search(surname)
    if not comma or not rest.strip():
        name.text = written
        return
    rest = _SUFFIX.sub("", rest).strip(" ,")
    surname = _SUFFIX.sub("", surname).strip()
    if not rest:
        name.text = written
        return
    add(name, "forename", rest)
    append_text(name, " ")
    add(name, "surname", surname)
    if suffix:
        append_text(name, " ")
        add(name, "genName", suffix["suffix"])
    add(person, "persName", written, type="variant")


def _behind(item: etree._Element, name: etree._Element) -> str:
    """Return what an item says behind its name."""
    plain = plain_of(item, notes=True)
    end = next((piece.end for piece in plain.pieces if piece.element is name), 0)
    before = plain.text[: next((piece.start for piece in plain.pieces if piece.element is name), 0)].strip(" ,;(")
    return " ".join(filter(None, (before, plain.text[end:].strip(" ,;:"))))


def _terms(division: etree._Element, page: str, lists: Lists) -> None:
    lists.taken.add(division)
    for item in division.iter(tei("item")):
        term = next((one for one in item.iter(*_NAMES) if one.get(XML_ID)), None)
        if term is None:
            continue
        key, short = str(term.get(XML_ID)), plain_of(term).text.strip(" ,;:")
        said = _behind(item, term)
        if not short or key in lists.bodies or key in lists.terms:
            continue
        if said and _BODY.search(said) and not _NOT_A_BODY.search(said):
            lists.bodies[key] = _body(key, short, said, page, lists)
        else:
            lists.terms[key] = _term(key, short, said, lists)


def _body(key: str, short: str, said: str, page: str, lists: Lists) -> etree._Element:
    org = etree.Element(tei("org"), {XML_ID: f"{lists.prefix}{key}"})
    full, _, more = said.partition(";")
    add(org, "orgName", full.strip(" ,."), type="preferred")
    add(org, "orgName", short, type="abbreviation")
    add(org, "idno", f"{SITE}{lists.volume}/{page}#{key}", type="url")
    if more.strip():
        add(org, "note", more.strip())
    return org


def _term(key: str, short: str, said: str, lists: Lists) -> tuple[etree._Element, etree._Element]:
    label, item = etree.Element(tei("label")), etree.Element(tei("item"))
    add(label, "term", short, xml_id=f"{lists.prefix}{key}")
    item.text = said or short
    return label, item


def whole(lists: Lists) -> Mapping[str, tuple[etree._Element, ...]]:
    """Return the content of the authority files: the persons, and the organisations and terms."""
    made: dict[str, tuple[etree._Element, ...]] = {}
    if lists.persons:
        made["persons"] = tuple(_listing(lists, lists.persons))
    if lists.bodies or lists.terms:
        made["terms"] = tuple(_listing(lists, (*lists.bodies, *lists.terms)))
    return made


def named_in(plain: Plain, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the names in a stretch of text with the keys by which the volume knows them."""
    for piece in plain.of(tei("persName")):
        if start <= piece.start and piece.end <= end:
            yield fold(plain.text[piece.start : piece.end]), str(piece.element.get("corresp") or "")
