"""What the rules of a corpus need to know of one document: plain values, so that a worker process can send them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Any, Final

from lxml import etree

from tei.findings import Finding, Location, Rule
from tei.names import XML_ID, tei
from tei.validate.documents import Document
from tei.validate.rules.facts import Facts, attributes, words
from tei.validate.rules.pointers import ATTRIBUTES

_SCHEME: Final = re.compile(r"[A-Za-z][\w+.-]*:")
_ENTRIES: Final = ("person", "place", "org", "personGrp", "nym")
_NAMES: Final = ("persName", "placeName", "orgName", "name", "rs", "settlement", "country")

Place = tuple[int, int]
"""Line and column."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer into another file: attribute, file as written, the id in it (empty for the whole), place."""

    attribute: str
    file: str
    fragment: str
    answers: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Sent:
    """An envelope: the identities of senders and recipients, where and on which day it was sent, and its place."""

    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    where: str
    day: str
    place: Place


@dataclass(frozen=True, slots=True)
class Record:
    """A document: its id, all its ids, what it points at, its envelopes, number, shelf marks, list entries and keys."""

    path: str
    id: str
    ids: tuple[str, ...]
    used: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    sent: tuple[Sent, ...]
    number: str
    marks: tuple[tuple[str, Place], ...]
    entries: tuple[tuple[str, Place], ...]
    keys: tuple[tuple[str, Place], ...] = ()

    def at(self, rule: Rule, place: Place, message: str, hint: str = "") -> Finding:
        """Make a finding in this document."""
        return rule.at(Location(self.path, *place), message, hint)

    def row(self) -> list[Any]:
        """Return the record without its path, as JSON can hold it."""
        return list(astuple(self)[1:])

    @classmethod
    def of_row(cls, path: str, row: list[Any]) -> Record:
        """Return the record that `row` gave. Raises ValueError or TypeError for anything else."""
        ident, ids, used, pointers, sent, number, marks, entries, keys = row
        return cls(
            path,
            ident,
            tuple(ids),
            tuple(used),
            tuple(Pointer(a, f, g, bool(b), _place(p)) for a, f, g, b, p in pointers),
            tuple(Sent(tuple(s), tuple(r), w, d, _place(p)) for s, r, w, d, p in sent),
            number,
            tuple((mark, _place(place)) for mark, place in marks),
            tuple((entry, _place(place)) for entry, place in entries),
            tuple((key, _place(place)) for key, place in keys),
        )


def _place(pair: Any) -> Place:
    line, column = pair
    return int(line), int(column)


def record_of(document: Document) -> Record:
    """Return what the corpus needs to know of a document."""
    facts = Facts(document)
    is_list = next(facts.named("text"), None) is None
    return Record(
        document.path,
        facts.root.get(XML_ID, ""),
        tuple(facts.ids),
        tuple(sorted(set(_used(facts)))),
        tuple(_pointers(facts)),
        tuple(_sent(facts, one) for one in facts.named("correspDesc")),
        _number(facts),
        tuple(_marks(facts)),
        tuple((one.get(XML_ID, ""), _at(facts, one)) for one in facts.named(*_ENTRIES) if is_list and one.get(XML_ID)),
        tuple(_keys(facts)),
    )


def _at(facts: Facts, element: etree._Element, attribute: str = "") -> Place:
    location = facts.place(element, attribute)
    return location.line, location.column


def _used(facts: Facts) -> Iterator[str]:
    """Yield the ids that the document points at, wherever they are, and the keys of names."""
    for element in facts.elements:
        for attribute, value in attributes(element):
            if attribute in ATTRIBUTES:
                yield from (pointer.partition("#")[2] for pointer in value.split() if "#" in pointer)
            elif attribute == "key":
                yield value


def _keys(facts: Facts) -> Iterator[tuple[str, Place]]:
    """Yield the keys of names, each where it stands first."""
    first: dict[str, etree._Element] = {}
    for one in facts.named(*_NAMES):
        if one.get("key"):
            first.setdefault(str(one.get("key")), one)
    yield from ((key, _at(facts, one, "key")) for key, one in first.items())


def _pointers(facts: Facts) -> Iterator[Pointer]:
    for element in facts.elements:
        for attribute, value in attributes(element):
            if attribute not in ATTRIBUTES:
                continue
            for pointer in value.split():
                file, _, fragment = pointer.partition("#")
                if not file.endswith(".xml") or _SCHEME.match(file):
                    continue
                answers = element.get("type") in ("answers", "prev", "next") and attribute == "target"
                yield Pointer(attribute, file, fragment, answers, _at(facts, element, attribute))


def _sent(facts: Facts, envelope: etree._Element) -> Sent:
    actions = {one.get("type", ""): one for one in reversed(list(envelope.iterchildren(tei("correspAction"))))}
    sent, received = actions.get("sent"), actions.get("received")
    day = next((one.get("when", "")[:10] for one in (sent.iter(tei("date")) if sent is not None else ())), "")
    where = next(_identities(sent, "placeName", "settlement"), "") if sent is not None else ""
    return Sent(
        tuple(_identities(sent, "persName", "orgName")),
        tuple(_identities(received, "persName", "orgName")),
        where,
        day,
        _at(facts, envelope),
    )


def _identities(action: etree._Element | None, *names: str) -> Iterator[str]:
    for one in action.iterchildren(*map(tei, names)) if action is not None else ():
        ref = one.get("ref", "").split()
        yield ref[0].rpartition("#")[2] or ref[0] if ref else one.get("key") or words(one)


def _number(facts: Facts) -> str:
    """Return the telegram's own number, empty where none or one that is not a figure."""
    for one in facts.named("num"):
        if one.get("type") == "telegram" and (one.get("value") or "").isdecimal():
            return str(one.get("value"))
    return ""


def _marks(facts: Facts) -> Iterator[tuple[str, Place]]:
    """Yield the shelf marks with their leaves, as one string that is the same for the same place."""
    for identifier in facts.named("msIdentifier"):
        values = [words(one) for one in identifier.iter(tei("repository"), tei("idno")) if not len(one)]
        locus = next(facts.named("locus"), None)
        leaves = f"{locus.get('from')}-{locus.get('to')}" if locus is not None else ""
        if len(values) > 1 and leaves:
            yield " / ".join([*values, leaves]), _at(facts, identifier)
