"""The network of a correspondence as GraphML and as GEXF 1.2, for Gephi, Cytoscape, yEd, igraph and networkx.

Both are directed and have parallel edges, one for each document and pair, and hold the same; GEXF has dates as its
own, so that Gephi's timeline runs at once. Sources: the GraphML specification (graphml.graphdrawing.org) and the
schema of GEXF 1.2 (gexf.net), the version that every reader knows. Nodes and edges are written one by one, so that
memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from edition.corpus.model import Document
from edition.exchange.network import Edge, Node, edges_of, is_lone, nodes_of
from edition.exchange.request import Request, left_out
from edition.site.plan import File, Site
from tei.findings import Finding

SUFFIX: Final = ""
GRAPHML: Final = "network.graphml"
GEXF: Final = "network.gexf"
_PIECE: Final = 1000
"""Nodes or edges of a piece of a file."""

_Columns = tuple[tuple[str, str], ...]
_NODES: Final[_Columns] = (
    *(("key", "string"), ("kind", "string"), ("listed", "boolean"), ("identifiers", "string"), ("url", "string")),
    *(("sent", "int"), ("received", "int"), ("mentioned", "int")),
)
_EDGES: Final[_Columns] = (
    *(("document", "string"), ("kind", "string"), ("title", "string"), ("lang", "string"), ("date", "string")),
    *(("first", "string"), ("last", "string"), ("words", "int"), ("url", "string")),
)
"""Attributes and their types as GraphML calls them; GEXF calls an int an integer."""

_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the network in both forms, in pieces, and the documents that no edge stands for."""
    site = Site(request.corpus, request.settings)
    nodes = tuple(nodes_of(request.corpus))
    yield File(GRAPHML, _graphml_head())
    yield File(GEXF, _gexf_head(site))
    for start in range(0, len(nodes), _PIECE):
        some = nodes[start : start + _PIECE]
        yield File(GRAPHML, _lines(map(_graphml_node, some)))
        yield File(GEXF, _lines(map(_gexf_node, some)))
    yield File(GEXF, b"</nodes>\n<edges>\n")
    for edges in _batches(edges_of(site)):
        yield File(GRAPHML, _lines(map(_graphml_edge, edges)))
        yield File(GEXF, _lines(map(_gexf_edge, edges)))
    yield File(GRAPHML, b"</graph>\n</graphml>\n")
    yield File(GEXF, b"</edges>\n</graph>\n</gexf>\n")
    for document in request.corpus.documents:
        yield from _losses(document)


def _losses(document: Document) -> Iterator[Finding]:
    if is_lone(document):
        yield left_out(document, "it has no sender or no recipient, so it", "name both in correspDesc")
    copies = [name.text for action in document.envelope.of("forwarded") for name in action.names]
    if copies:
        yield left_out(document, f"who got a copy ({', '.join(copies)})")


def _batches(edges: Iterator[Edge]) -> Iterator[list[Edge]]:
    batch: list[Edge] = []
    for edge in edges:
        batch.append(edge)
        if len(batch) == _PIECE:
            yield batch
            batch = []
    yield batch


def _lines(elements: Iterable[etree._Element]) -> bytes:
    """Write elements one to a line; their namespace is that of the root that they come to stand in."""
    return b"".join(etree.tostring(element, encoding="UTF-8") + b"\n" for element in elements)


def _values(one: Node | Edge, columns: _Columns) -> Iterator[tuple[str, str]]:
    """Yield the attributes that are not empty, as XML writes their types."""
    for name, type_ in columns:
        value = getattr(one, name)
        written = str(value).lower() if type_ == "boolean" else str(value)
        if written:
            yield name, written


def _graphml_head() -> bytes:
    parts = [_DECLARATION, b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n']
    of_nodes = (("label", "string"), *_NODES)
    for whose, columns in (("node", of_nodes), ("edge", _EDGES)):
        for name, type_ in columns:
            key = {"id": f"{whose}-{name}", "for": whose, "attr.name": name, "attr.type": type_}
            parts.append(etree.tostring(etree.Element("key", key)) + b"\n")
    return b"".join([*parts, b'<graph id="correspondence" edgedefault="directed">\n'])


def _graphml_node(node: Node) -> etree._Element:
    made = etree.Element("node", id=node.id)
    etree.SubElement(made, "data", key="node-label").text = node.name
    for name, value in _values(node, _NODES):
        etree.SubElement(made, "data", key=f"node-{name}").text = value
    return made


def _graphml_edge(edge: Edge) -> etree._Element:
    made = etree.Element("edge", id=edge.id, source=edge.source, target=edge.target)
    for name, value in _values(edge, _EDGES):
        etree.SubElement(made, "data", key=f"edge-{name}").text = value
    return made


def _gexf_head(site: Site) -> bytes:
    meta = etree.Element("meta")
    etree.SubElement(meta, "creator").text = site.settings.publisher or "tei-edition"
    etree.SubElement(meta, "description").text = site.settings.title
    parts = [_DECLARATION, b'<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n', etree.tostring(meta), b"\n"]
    parts.append(b'<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n')
    for whose, columns in (("node", _NODES), ("edge", _EDGES)):
        listed = etree.Element("attributes", {"class": whose})
        for name, type_ in columns:
            type_ = "integer" if type_ == "int" else type_
            etree.SubElement(listed, "attribute", id=f"{whose}-{name}", title=name, type=type_)
        parts += [etree.tostring(listed), b"\n"]
    return b"".join([*parts, b"<nodes>\n"])


def _gexf_node(node: Node) -> etree._Element:
    return _attributed(etree.Element("node", id=node.id, label=node.name), node, "node", _NODES)


def _gexf_edge(edge: Edge) -> etree._Element:
    made = etree.Element("edge", id=edge.id, source=edge.source, target=edge.target, label=edge.document)
    for name, day in (("start", edge.first), ("end", edge.last)):
        if day:
            made.set(name, day)
    return _attributed(made, edge, "edge", _EDGES)


def _attributed(made: etree._Element, one: Node | Edge, whose: str, columns: _Columns) -> etree._Element:
    values = etree.SubElement(made, "attvalues")
    for name, value in _values(one, columns):
        etree.SubElement(values, "attvalue", {"for": f"{whose}-{name}", "value": value})
    return made
