"""Nodes as Turtle (RDF 1.1 Turtle) and as JSON-LD 1.1, one after the other; both say the same."""

from __future__ import annotations

import json
import re
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
    text, lang, type_ = value
    quoted = f'"{_SPECIAL.sub(_escaped, text)}"'
    if lang:
        return f"{quoted}@{lang}"
    return f"{quoted}^^{type_}" if type_ else quoted


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"


def json_ld(node: Node) -> str:
    """Return what is said of a node as an object of JSON-LD, on one line.

    Addresses, predicates, languages and types have nothing in them that JSON would write in another way.
    """
    types = '", "'.join(node.types)
    said = [f', "{name}": [{", ".join(map(_object, values))}]' for name, values in node.said.items()]
    return f'{{"@id": "{node.iri.address}", "@type": ["{types}"]{"".join(said)}}}'


def _object(value: Value) -> str:
    if isinstance(value, Iri):
        return f'{{"@id": "{value.address}"}}'
    text, lang, type_ = value
    if lang:
        return f'{{"@value": {_ENCODE(text)}, "@language": "{lang}"}}'
    return f'{{"@value": {_ENCODE(text)}, "@type": "{type_}"}}' if type_ else f'{{"@value": {_ENCODE(text)}}}'
