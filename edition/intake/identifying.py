"""Identifiers of persons and places, however they are written: as addresses of authority files, or bare."""

from __future__ import annotations

import re
from typing import Final

from edition.corpus.identifiers import identifier_url

_AUTHORITIES: Final = tuple(
    (type_, re.compile(rf"https?://(?:www\.)?{pattern}(?:[/?#].*)?", re.IGNORECASE))
    for type_, pattern in (
        ("gnd", r"d-nb\.info/gnd/([\dX-]+)"),
        ("viaf", r"viaf\.org/viaf/(\d+)"),
        ("geonames", r"(?:sws\.)?geonames\.org/(\d+)"),
        ("wikidata", r"wikidata\.org/(?:wiki|entity)/(Q\d+)"),
        ("lc", r"id\.loc\.gov/authorities/(?:names/)?([a-z]+\d+)"),
        ("bnf", r"data\.bnf\.fr/(?:ark:/12148/)?cb(\w+)"),
        ("isni", r"isni\.org/(?:isni/)?([\dX]{16})"),
        ("orcid", r"orcid\.org/([\dX-]{19})"),
        ("getty-tgn", r"vocab\.getty\.edu/(?:page/)?tgn/(\d+)"),
    )
)
URL: Final = "url"
"""The type of an identifier that is an address of no authority file that is known here."""


def identifier_of(address: str) -> tuple[str, str]:
    """Return the type and value of an identifier that is written as the address of an authority file."""
    for type_, pattern in _AUTHORITIES:
        if found := pattern.fullmatch(address):
            return type_, found[1]
    return URL, address


def settled(type_: str, value: str) -> tuple[str, str]:
    """Return an identifier of a list (`idno`) in the one form of its authority file."""
    address = identifier_url(type_, value)
    return identifier_of(address) if address else (type_.casefold(), value.strip())
