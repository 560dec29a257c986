"""BEACON files: which persons, organisations and places of an authority file the edition has something about.

One file for each authority file (GND, VIAF, Wikidata), a line for each entry: identifier, number of documents, address
of the entry's page. Portals and Wikipedia tools link by them. The source is the BEACON link dump format.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.corpus.identifiers import authority_base, identifiers_in
from edition.corpus.model import Entry, Uses
from edition.exchange.request import NO_IDENTIFIER, REFUSED, Request
from edition.site.plan import File, Site
from tei.findings import Finding, Location

SUFFIX: Final = ""
_FILES: Final = ("gnd", "viaf", "wikidata")


def export(request: Request) -> Iterator[File | Finding]:
    """Yield a file for each authority file that entries of the edition are in."""
    if not request.settings.url:
        yield request.lacks("the address of the site", 'write url = "https://…/" under [site]')
    lines: dict[str, list[str]] = {name: [] for name in _FILES}
    for entry in request.corpus.entries.values():
        number = len(request.corpus.uses.get((entry.kind, entry.key), Uses()).all)
        found = dict(_identifiers(entry)) if number else {}
        for name, ident in found.items():
            lines[name].append(f"{ident}|{number}|{_page(request, entry)}")
        if number and not found:
            hint = "add an idno of type gnd, viaf or wikidata to the entry"
            place = Location(request.config or "edition.toml")
            yield NO_IDENTIFIER.at(place, f"{entry.name} is in no authority file that BEACON files are of", hint)
    for name in _FILES:
        if lines[name]:
            words = "\n".join((*_head(request, name), "", *sorted(lines[name]), ""))
            yield File(f"beacon-{name}.txt", words.encode())
    if not any(lines.values()):
        hint = "add idno elements to the authority lists"
        yield REFUSED.at(
            Location(request.config or "edition.toml"), "no entry has an identifier of GND or others", hint
        )


def _identifiers(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in _FILES:
        yield from ((name, found) for found in identifiers_in(entry.identifiers, name)[:1])


def _page(request: Request, entry: Entry) -> str:
    site = Site(request.corpus, request.settings)
    path = site.address(entry.kind.value, entry.key)
    return site.canonical(path) or path


def _head(request: Request, name: str) -> Iterator[str]:
    settings = request.settings
    dates = [one.version.date or one.published for one in request.corpus.documents]
    values = {
        "FORMAT": "BEACON",
        "PREFIX": authority_base(name),
        "NAME": settings.title,
        "DESCRIPTION": settings.description,
        "INSTITUTION": settings.publisher,
        "CONTACT": settings.contact,
        "HOMEPAGE": settings.url,
        "FEED": f"{settings.url}beacon-{name}.txt" if settings.url else "",
        "TIMESTAMP": max(dates, default="") or settings.date,
        "ANNOTATION": "number of documents",
    }
    return (f"#{key}: {' '.join(value.split())}" for key, value in values.items() if value)
