"""Reading what a specification says in words: gloss, desc, remarks, exemplum; and constraints, which carry messages."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from tei.findings import Rule, Severity
from tei.names import SCH_NS, TEI_NS, XML_LANG, XML_NS, local
from tei.odd.include import Node
from tei.odd.model import Constraint
from tei.odd.words import Documentation, Example, Markup, Words

UNKNOWN_SCHEME = Rule(
    "ODD142",
    "unknown-constraint-scheme",
    Severity.WARNING,
    "A constraint is written in a language other than ISO Schematron; it is left out of every schema.",
    bad='<constraintSpec ident="c" scheme="isoquant">',
    good='<constraintSpec ident="c" scheme="schematron">',
)
RULES = (UNKNOWN_SCHEME,)

_EXAMPLES_NS: Final = "http://www.tei-c.org/ns/Examples"
_SCH_NS_ELEMENT: Final = f"{{{SCH_NS}}}ns"


def language(node: Node) -> str:
    """Return the language in force at a node; empty where none is said."""
    element: etree._Element | None = node.element
    while element is not None:
        if (found := element.get(XML_LANG)) is not None:
            return str(found).strip()
        element = element.getparent()
    return ""


def read_documentation(node: Node) -> Documentation:
    """Read the words and examples of a specification, an attribute, a value or a constraint."""
    return Documentation(
        gloss=tuple(_words(child) for child in node.children("gloss")),
        desc=tuple(_words(child) for child in node.children("desc")),
        remarks=tuple(_words(child) for child in node.children("remarks")),
        examples=tuple(_example(child) for child in node.children("exemplum")),
    )


def _words(node: Node) -> Words:
    return Words(language(node), node.markup())


def _example(node: Node) -> Example:
    words = tuple(child.markup() for child in node.children() if local(str(child.element.tag)) != "egXML")
    examples = (child for child in node.children() if local(str(child.element.tag)) == "egXML")
    code = "\n\n".join(example_text(child.markup()) for child in examples)
    return Example(language(node), words, code, node.location)


def example_text(egxml: Markup) -> str:
    """Write the inside of an `egXML` as one would type it: no namespace of examples, the indentation of the source."""
    lines = "".join(_code(egxml.content, ())).strip("\n").rstrip()
    first, _, rest = lines.partition("\n")
    if rest and not first[:1].isspace():
        return f"{first.strip()}\n{textwrap.dedent(rest)}"
    return textwrap.dedent(lines).strip()


def _code(content: tuple[str | Markup, ...], known: tuple[str, ...]) -> Iterator[str]:
    """Yield markup as text; a vocabulary other than TEI's is declared where it begins, without a prefix."""
    for item in content:
        if isinstance(item, str):
            yield escape(item)
            continue
        namespace = item.tag[1:].rpartition("}")[0]
        foreign = namespace if namespace not in ("", _EXAMPLES_NS, TEI_NS, *known[-1:]) else ""
        declared = f" xmlns={quoteattr(foreign)}" if foreign else ""
        attributes = "".join(f" {_shown(name)}={quoteattr(value)}" for name, value in item.attributes)
        inside = "".join(_code(item.content, (namespace,)))
        yield (
            f"<{item.name}{declared}{attributes}>{inside}</{item.name}>"
            if inside
            else (f"<{item.name}{declared}{attributes}/>")
        )


def _shown(name: str) -> str:
    return f"xml:{local(name)}" if name.startswith(f"{{{XML_NS}}}") else local(name)


def read_constraints(node: Node) -> tuple[Constraint, ...]:
    """Read the constraints of a specification or attribute: one value for each `constraint`."""
    return tuple(found for spec in node.children("constraintSpec") for found in read_constraint(spec))


def read_constraint(node: Node) -> tuple[Constraint, ...]:
    """Read a `constraintSpec` that stands by itself in a schema or a group; anything else has none."""
    if node.name != "constraintSpec" or node.get("mode") == "delete":
        return ()
    return tuple(_constraint_spec(node))


def _constraint_spec(spec: Node) -> Iterator[Constraint]:
    scheme = spec.get("scheme", "schematron")
    if scheme not in ("schematron", "isoschematron", ""):
        spec.report(UNKNOWN_SCHEME, f'scheme="{scheme}" is not ISO Schematron', "rewrite it in Schematron or delete it")
        return
    ident, docs = spec.get("ident"), read_documentation(spec)
    for number, constraint in enumerate(spec.children("constraint"), start=1):
        content = tuple(child.markup() for child in constraint.children())
        bound = {str(prefix): str(uri) for prefix, uri in constraint.element.nsmap.items() if prefix}
        bound |= {item.get("prefix"): item.get("uri") for item in content if item.tag == _SCH_NS_ELEMENT}
        name = f"{ident}-{number}" if number > 1 else ident
        yield Constraint(name, content, tuple(sorted(bound.items())), docs, constraint.location)
