"""Nodes as Turtle (RDF 1.1 Turtle) and as JSON-LD 1.1, one after the other; both say the same."""

from __future__ import annotations

import json
from typing import Final

from edition.exchange.rdf.terms import PREFIXES, Iri, Node, Value
from tei.regexes import regex

TURTLE_HEAD: Final = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
JSON_HEAD: Final = f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [\n'
JSON_END: Final = "\n]}\n"
_SPECIAL: Final = regex(r'[\\"\x00-\x1f\x7f]')
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode


def turtle(node: Node) -> str:
    """Return what is said of a node as a block of Turtle."""
    lines = [f"<{node.iri.address}> a {', '.join(node.types)}"]
    lines += [f"{name} {', '.join(map(_term, values))}" for name, values in node.said.items()]
    return " ;\n  ".join(lines) + " .\n\n"


def _term(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.address}>"
    quoted = f'"{_SPECIAL.sub(lambda found: _escaped(found[0]), value.text)}"'
    if value.lang:
        return f"{quoted}@{value.lang}"
    return f"{quoted}^^{value.type}" if value.type else quoted


def _escaped(character: str) -> str:
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def json_ld(node: Node) -> str:
    """Return what is said of a node as an object of JSON-LD, on one line."""
    said = {name: [_object(value) for value in values] for name, values in node.said.items()}
    return _ENCODE({"@id": node.iri.address, "@type": list(node.types), **said})


def _object(value: Value) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.address}
    made = {"@value": value.text}
    if value.lang:
        made["@language"] = value.lang
    elif value.type:
        made["@type"] = value.type
    return made
