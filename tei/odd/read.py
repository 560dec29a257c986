"""Reading an ODD: schemaSpec and all that it takes in, from however many files, into an `OddSchema`.

A self-contained ODD specifies every element, class, macro and datatype that it speaks of (@mode "add" or absent); any
other takes them from a source, TEI's own or another ODD, and changes them. Groups of specifications come in through
`specGrpRef`, parts in other files through XInclude.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from tei.errors import SourceError
from tei.findings import Finding, Rule, Severity
from tei.names import TEI_NS, XML_ID
from tei.odd.checks import check_schema
from tei.odd.contents import expanded, required, required_name
from tei.odd.customising import REFERENCES, Customisation, customises
from tei.odd.definitions import BAD_DEFAULT, ONE_NAME_TWO_TYPES
from tei.odd.determinism import AMBIGUOUS, TOO_MANY_ORDERS, beyond_xsd
from tei.odd.documentation import language, read_constraint, read_documentation
from tei.odd.expressions import BAD_XPATH, NO_CONTEXT, binding
from tei.odd.include import Node, Sources
from tei.odd.model import AnySpec, ClassSpec, DataSpec, ElementSpec, MacroSpec, OddSchema
from tei.odd.references import DUPLICATE, UNKNOWN_REFERENCE, lacks_datatypes
from tei.odd.specs import SPECS, read_spec
from tei.odd.vocabulary import Origins
from tei.odd.words import Markup

NO_SCHEMA = Rule(
    "ODD103",
    "no-schema",
    Severity.ERROR,
    "The file has no schemaSpec, or none of the name that was asked for, so there is no schema to make.",
)
SEVERAL_SCHEMAS = Rule(
    "ODD119",
    "several-schemas",
    Severity.WARNING,
    "The file describes several schemas, and the first one is taken, since none was named.",
)
UNKNOWN_GROUP = Rule(
    "ODD105",
    "unknown-group",
    Severity.ERROR,
    "A specGrpRef points at a group of specifications that is not there, or that takes itself in.",
)
NO_XML_SCHEMA = Rule(
    "ODD127",
    "no-xml-schema",
    Severity.WARNING,
    "XML Schema cannot say what the schema has become by customising another, or has a pattern of RELAX NG for, so "
    "none is written; RELAX NG can.",
)
RULES = (NO_SCHEMA, SEVERAL_SCHEMAS, UNKNOWN_GROUP, NO_XML_SCHEMA)

_OF_XSD: Final = {AMBIGUOUS.code, ONE_NAME_TWO_TYPES.code, TOO_MANY_ORDERS.code}
_LET_PASS: Final = {UNKNOWN_REFERENCE.code, BAD_DEFAULT.code, NO_CONTEXT.code, BAD_XPATH.code}
"""What TEI's own processing of customisations lets pass: there the reference, the default, the rule is left out."""

_SpecT = TypeVar("_SpecT", ElementSpec, ClassSpec, MacroSpec, DataSpec)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading an ODD: the schema, None where there is none at all, and everything wrong with it."""

    schema: OddSchema | None
    findings: tuple[Finding, ...]


def read_odd(path: Path, source: Path | None = None, ident: str = "") -> Reading:
    """Read the ODD at `path` and check it.

    `source` is the file that has what the ODD takes from elsewhere (TEI's `p5subset.xml`), unless the ODD names one
    that is there, or such a file lies beside it. `ident` is the schema that is meant, where there are several; else it
    is the first. Never raises: what cannot be read, or does not fit together, is among
    the findings. A schema with errors among its findings can be looked at, but must not be compiled.
    """
    sources = Sources()
    try:
        root = sources.root(path)
    except SourceError as error:
        return Reading(None, error.findings)
    schema = _schema(root, "" if source is None else str(source), (), ident)
    if schema is None:
        # What is changed in vain is not known without what it would change.
        errors = (finding for finding in sources.findings if finding.severity is Severity.ERROR)
        return Reading(None, tuple(sorted(dict.fromkeys(errors))))
    found = tuple(_checked(schema))
    if any(finding.rule == NO_XML_SCHEMA.code for finding in found):
        schema = replace(schema, xsd=False)
    return Reading(schema, tuple(sorted(dict.fromkeys((*sources.findings, *found)))))


def _checked(schema: OddSchema) -> Iterator[Finding]:
    """Check a schema; what is only noted of a source is not for its user to mend, nor what XML Schema cannot say of it.

    Whoever leaves elements out of TEI gets content models that want looking ahead, which RELAX NG does and XML Schema
    does not: then the schema is RELAX NG alone.
    """
    beyond: list[str] = [*beyond_xsd(schema)]
    for finding in check_schema(schema):
        if schema.origins and finding.rule in _OF_XSD:
            beyond.append(finding.message)
            continue
        if schema.origins and finding.rule in _LET_PASS:
            finding = replace(finding, severity=Severity.WARNING)
        if finding.location.path not in schema.origins or finding.severity is Severity.ERROR:
            yield finding
    if beyond:
        more = f"; {len(beyond) - 1} more of the kind" if len(beyond) > 1 else ""
        message = f"no XML Schema is written, since it cannot say this: {beyond[0]}{more}"
        yield NO_XML_SCHEMA.at(schema.location, message, "use the .rng: RELAX NG has no such limit")


def _schema(root: Node, source: str, trail: tuple[str, ...], ident: str = "") -> OddSchema | None:
    nodes = tuple(root.walk())
    node = _chosen(root, [node for node in nodes if node.name == "schemaSpec"], ident)
    if node is None:
        return None
    groups = {name: found for found in nodes if (name := found.element.get(XML_ID)) is not None}
    # A group inside the schema may be referred to as well; it is there once.
    members = tuple({id(member.element): member for member in _members(node, groups, ())}.values())
    title = next((found.markup().text for found in nodes if found.name == "title"), "")
    namespace = node.get("ns", TEI_NS)
    schema = OddSchema(
        ident=required_name(node),
        namespace=namespace,
        start=node.tokens("start"),
        elements=MappingProxyType({}),
        classes=MappingProxyType({}),
        macros=MappingProxyType({}),
        datatypes=MappingProxyType({}),
        constraints=tuple(found for member in members for found in read_constraint(member)),
        exceptions=tuple(expanded(node, name) for name in node.tokens("defaultExceptions")),
        docs=read_documentation(node),
        title=title,
        introduction=_introduction(root),
        lang=next(iter(node.tokens("docLang")), "") or language(node) or "en",
        location=node.location,
    )
    here = (*trail, str(Path(root.path).resolve()))
    origins = Origins(root.sources, source, lambda other: _schema(other, source, here), here)
    if not customises(members, node):
        own = _with_specs(schema, _own(members, namespace))
        if not lacks_datatypes(own) or not origins.serves(node):
            return _started(own)
    return _customised(schema, Customisation(origins, node, namespace), members)


def _chosen(root: Node, specs: list[Node], ident: str) -> Node | None:
    """Return the schema that is meant: the one of that name, else the first, as in TEI's own processing."""
    found = next((spec for spec in specs if not ident or spec.get("ident") == ident), None)
    names = ", ".join(spec.get("ident") for spec in specs)
    if found is None:
        message = f'there is no schemaSpec "{ident}"; there are {names}' if specs else "there is no schemaSpec"
        (specs[-1] if specs else root).report(NO_SCHEMA, message, "name one of them" if specs else "add a schemaSpec")
    elif len(specs) > 1 and not ident:
        message = f'there are {len(specs)} schemas, {names}; "{found.get("ident")}" is taken'
        found.report(SEVERAL_SCHEMAS, message, "name the one that you mean: --ident")
    return found


def _started(schema: OddSchema) -> OddSchema:
    """Return a schema with its default start, where it does not name one."""
    if schema.start:
        return schema
    return replace(schema, start=("TEI", *(("teiCorpus",) if "teiCorpus" in schema.elements else ())))


def _customised(schema: OddSchema, customisation: Customisation, members: tuple[Node, ...]) -> OddSchema | None:
    customisation.take(members)
    if customisation.origins.missing:  # all that would be found from here on has this one reason
        return None
    own = tuple(
        replace(spec, ident=customisation.renamed.get(spec.ident, spec.ident))
        if isinstance(spec, ElementSpec)
        else spec
        for spec in _own(tuple(customisation.added), schema.namespace)
    )
    taken = _with_specs(schema, (*customisation.chosen.values(), *own))
    taken = _with_specs(replace(schema, grammars=tuple(customisation.grammars.taken)), customisation.settled(taken))
    left = customisation.left_of(_with_specs(taken, (*taken.specs(), *customisation.needed_by(taken))))
    return _started(replace(left, binding=binding(left)))


def _with_specs(schema: OddSchema, specs: Iterable[AnySpec]) -> OddSchema:
    found = tuple(specs)
    return replace(
        schema,
        elements=_table(found, ElementSpec),
        classes=_table(found, ClassSpec),
        macros=_table(found, MacroSpec),
        datatypes=_table(found, DataSpec),
    )


def _table(specs: tuple[AnySpec, ...], kind: type[_SpecT]) -> Mapping[str, _SpecT]:
    return MappingProxyType({spec.ident: spec for spec in specs if isinstance(spec, kind)})


def _introduction(root: Node) -> tuple[Markup, ...]:
    """Return the divisions of the ODD's own text that hold words, not specifications."""
    body = next((node for node in root.walk() if node.name == "body"), None)
    divisions = body.children("div") if body is not None else ()
    return tuple(
        node.markup()
        for node in divisions
        if not any(inner.name in ("schemaSpec", "specGrp", *SPECS) for inner in node.walk())
    )


def _members(holder: Node, groups: dict[str, Node], trail: tuple[str, ...]) -> Iterator[Node]:
    """Yield the specifications inside a schema or group, those of the groups that it refers to in their place."""
    for child in holder.children():
        if child.name in SPECS or child.name in REFERENCES or child.name == "constraintSpec":
            yield child
        elif child.name == "specGrpRef":
            yield from _referred(child, groups, trail)
        elif child.name not in ("gloss", "desc", "altIdent"):
            yield from _members(child, groups, trail)


def _referred(node: Node, groups: dict[str, Node], trail: tuple[str, ...]) -> Iterator[Node]:
    target = required(node, "target")
    href, _, name = target.partition("#")
    if href:
        root = None if "://" in href else node.sources.document(str(Path(node.path).parent / href))
        groups = {found.element.get(XML_ID) or "": found for found in root.walk()} if root is not None else {}
        group = groups.get(name) if name else root
    else:
        group = groups.get(name)
    if group is None or target in trail:
        problem = "takes itself in" if group else "is not there"
        node.report(
            UNKNOWN_GROUP,
            f'the group "{target.removeprefix("#")}" {problem}',
            'target="#…" is an xml:id, here or in a file',
        )
        return
    yield from _members(group, groups, (*trail, target))


def _own(members: tuple[Node, ...], namespace: str) -> tuple[AnySpec, ...]:
    """Read the ODD's own specifications; names are unique across the kinds, as the schemas need them to be."""
    specs = tuple(node for node in members if node.name in SPECS)
    taken = {node.get("ident"): node for node in reversed(specs)}
    found: list[AnySpec] = []
    for node in specs:
        if not (ident := required_name(node)):
            continue
        if (first := taken[ident]).element is not node.element:
            node.report(
                DUPLICATE, f'"{ident}" is specified already, at {first.location}', "delete or rename one of them"
            )
        else:
            found.append(read_spec(node, namespace))
    return tuple(found)
