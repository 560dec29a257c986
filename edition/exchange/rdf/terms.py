"""What statements are made of: addresses, words and dates, and the nodes that they are said of (RDF 1.1 Concepts).

Every node has an address and nothing is anonymous, so that what is said of a thing in one export can be compared with
what is said of it in the next, or joined with what others say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote

from tei.regexes import regex

PREFIXES: Final = {
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_UNSAFE: Final = regex(r'[\x00-\x20<>"{}|\\^`\x7f]')
_LANG: Final = regex(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_YEAR: Final = regex(r"-?\d{4}")
_MONTH: Final = regex(r"-?\d{4}-(?:0[1-9]|1[0-2])")
_CLOCK: Final = regex(r"(.*T\d\d:\d\d)(Z|[+-]\d\d:\d\d)?")


class Iri(NamedTuple):
    """An address; what may not stand in one is percent-encoded, letters of any script stay (RFC 3987).

    Terms are tuples, since there are so many of them.
    """

    address: str


class Literal(NamedTuple):
    """Words in a language, or a value of a type (`xsd:date`)."""

    text: str
    lang: str = ""
    type: str = ""


Value = Iri | Literal


@dataclass(slots=True)
class Node:
    """A thing: its address, its classes, and what is said of it; each statement once, in the order in which it came."""

    iri: Iri
    types: tuple[str, ...]
    said: dict[str, dict[Value, None]] = field(default_factory=dict)

    def say(self, predicate: str, *values: Value | None) -> Node:
        """Add statements; None and empty words say nothing."""
        for value in values:
            if value is not None and value[0]:
                said = self.said.get(predicate)
                if said is None:
                    said = self.said[predicate] = {}
                said[value] = None
        return self

    def tell(self, predicate: str, texts: Iterable[str], lang: str = "") -> Node:
        """Add statements of words."""
        return self.say(predicate, *(words(text, lang) for text in texts))


def iri(address: str) -> Iri:
    """Return an address that may stand in Turtle and JSON-LD."""
    return Iri(_UNSAFE.sub(_quoted, address))


def _quoted(found: re.Match[str]) -> str:
    return quote(found[0])


def words(text: str, lang: str = "") -> Literal:
    """Return words; a language that is no tag of BCP 47 is left away."""
    return Literal(text, _tag(lang) if lang else "")


@lru_cache(maxsize=256)
def _tag(lang: str) -> str:
    return lang.lower() if _LANG.fullmatch(lang) else ""


def moment(iso: str) -> Literal:
    """Return a date as XML Schema types it (year, month, day, or time); one that no calendar has as words."""
    if _YEAR.fullmatch(iso):
        return Literal(iso, type="xsd:gYear")
    if _MONTH.fullmatch(iso):
        return Literal(iso, type="xsd:gYearMonth")
    try:
        if "T" not in iso:
            return Literal(date.fromisoformat(iso).isoformat(), type="xsd:date")
        datetime.fromisoformat(iso)
    except ValueError:
        return Literal(iso)
    clock = _CLOCK.fullmatch(iso)
    return Literal(f"{clock[1]}:00{clock[2] or ''}" if clock else iso, type="xsd:dateTime")
