"""The edition as linked data: schema.org and CIDOC CRM for letters, actors, places and archival objects.

`nodes` says what is said, `naming` gives addresses, `terms` are the parts of a statement, `writing` Turtle and JSON-LD.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.exchange.rdf.naming import Addresses
from edition.exchange.rdf.nodes import nodes_of
from edition.exchange.rdf.terms import Node
from edition.exchange.rdf.writing import JSON_END, JSON_HEAD, TURTLE_HEAD, json_ld, turtle
from edition.exchange.request import Request
from edition.site.plan import File
from tei.findings import Finding

SUFFIX: Final = ""
TURTLE: Final = "edition.ttl"
JSON_LD: Final = "edition.jsonld"
_PIECE: Final = 1000
"""Nodes of a piece of a file."""


def export(request: Request) -> Iterator[File | Finding]:
    """Yield both files in pieces; an edition without an address has things that lead nowhere, which is told."""
    if not request.settings.url:
        yield request.lacks("the address of the site", 'write url = "https://…/" under [site]')
    yield File(TURTLE, f"{TURTLE_HEAD}\n".encode())
    yield File(JSON_LD, JSON_HEAD.encode())
    batch: list[Node] = []
    between = ""
    for node in nodes_of(Addresses.of(request)):
        batch.append(node)
        if len(batch) == _PIECE:
            yield from _pieces(batch, between)
            between = ",\n"
            batch = []
    yield from _pieces(batch, between)
    yield File(JSON_LD, JSON_END.encode())


def _pieces(nodes: list[Node], between: str) -> Iterator[File]:
    if nodes:
        yield File(TURTLE, "".join(map(turtle, nodes)).encode())
        yield File(JSON_LD, (between + ",\n".join(map(json_ld, nodes))).encode())
