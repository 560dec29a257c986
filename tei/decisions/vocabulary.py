"""The keys of an editor's decisions, each with the reader of its values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tei.decisions.values import (
    Reader,
    count,
    flag,
    identifier,
    language,
    moment,
    one_of,
    parties,
    text,
    texts,
)

KINDS: Final = ("telegram", "letter", "note", "extract")

FACTS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "kind": one_of(*KINDS),
        "title": text,
        "number": text,
        "sender": parties,
        "recipient": parties,
        "via": parties,
        "copies": parties,
        "place": parties,
        "destination": parties,
        "date": moment,
        "received": moment,
        "language": language,
        "original_language": language,
        "reference": texts,
        "printed": texts,
        "citation": text,
        "site": text,
        "url": text,
        "abstract": text,
        "translator": texts,
        "contributor": texts,
        "extract": flag,
    }
)
"""What can be said of a telegram, or above the first table of all telegrams of the page."""

ALIASES: Final[Mapping[str, str]] = MappingProxyType({"sent": "date"})
"""Keys that are another's name."""

WHERE: Final[Mapping[str, Reader]] = MappingProxyType(
    {"starts": text, "ends": text, "contains": text, "occurrence": count, "which": count}
)
"""What says which passage of the page is meant."""

LAYOUTS: Final = (
    *("record", "frus", "cipher", "teletype", "incoming", "department", "papers", "letters", "dispatches"),
    *("greeted", "swiss", "library", "works", "summary", "article", "compilation", "plain"),
)
"""The families of pages, by the names of their layouts."""

PAGE: Final[Mapping[str, Reader]] = MappingProxyType({"layout": one_of(*LAYOUTS), "editor": text})
"""What can be said of the page alone."""

MEANINGS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "identification": ("supplied", "identification"),
        "sense": ("supplied", "sense"),
        "original": ("supplied", "original"),
        "editorial": ("supplied", "editorial"),
        "conjecture": ("supplied", "conjecture"),
        "translation": ("supplied", "translation"),
        "illegible": ("gap", "illegible"),
        "omitted": ("gap", "omitted"),
        "cut": ("gap", "cut"),
        "damage": ("gap", "damage"),
        "undeciphered": ("gap", "undeciphered"),
        "undeclassified": ("gap", "undeclassified"),
        "stamp": ("stamp", ""),
        "letterhead": ("fw", "letterhead"),
        "annotation": ("note", "annotation"),
        "translator": ("note", "translator"),
        "editor": ("note", "editor"),
        "expansion": ("ex", ""),
        "sic": ("sic", ""),
        "author": ("", ""),
    }
)
"""What a bracket can mean: the element that it becomes, and its @reason or @type; "author": it is the text's own."""

READINGS: Final[Mapping[str, Mapping[str, Reader]]] = MappingProxyType(
    {
        "bracket": {"means": one_of(*MEANINGS), "language": language},
        "name": {"is": identifier},
        "date": {"when": moment},
    }
)
"""Tables about a few words of the text: the key that each must have comes first."""

TABLES: Final = ("telegram", "context", "furniture", "bracket", "name", "day")
"""The lists of tables; a day is a date in the text, since the telegram's own is `date`."""

MEANT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "from": "sender", "author": "sender", "signature": "sender", "signed": "sender", "absender": "sender",
        "to": "recipient", "addressee": "recipient", "for": "recipient", "receiver": "recipient",
        "when": "date", "day": "date", "datum": "date", "dated": "date", "dateline": "date",
        "start": "starts", "begins": "starts", "begin": "starts", "first": "starts", "end": "ends", "last": "ends",
        "stops": "ends", "type": "kind", "genre": "kind", "lang": "language", "archive": "reference",
        "fond": "reference", "shelfmark": "reference", "source": "reference", "ref": "reference",
        "nth": "which", "n": "which", "index": "which", "not": "context", "ignore": "furniture", "skip": "furniture",
        "publisher": "site", "link": "url", "summary": "abstract", "place_sent": "place", "telegrams": "telegram",
        "brackets": "bracket", "names": "name", "means": "bracket", "no": "number", "copy": "copies",
    }
)  # fmt: skip
"""Words that people use for our keys, for the hint."""
