"""Reading an ODD: schemaSpec and all that it takes in, from however many files, into an `OddSchema`.

The ODD is self-contained: every element, class, macro and datatype that it speaks of is specified in it (@mode "add" or
absent). Groups of specifications come in through `specGrpRef`, parts in other files through XInclude.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from tei.errors import SourceError
from tei.findings import Finding, Rule, Severity
from tei.names import TEI_NS, XML_ID
from tei.odd.attributes import read_attributes
from tei.odd.checks import check_schema
from tei.odd.contents import BAD_VALUE, chosen, is_name, read_content, required, required_name
from tei.odd.documentation import language, read_constraints, read_documentation
from tei.odd.include import Node, Sources
from tei.odd.model import ClassSpec, DataSpec, ElementSpec, MacroSpec, Membership, OddSchema, Spec
from tei.odd.particles import Content, Empty
from tei.odd.references import DUPLICATE
from tei.odd.words import Markup

NO_SCHEMA = Rule(
    "ODD103",
    "no-schema",
    Severity.ERROR,
    "The file has no schemaSpec, or more than one, so there is no schema to make.",
)
NOT_SELF_CONTAINED = Rule(
    "ODD104",
    "not-self-contained",
    Severity.ERROR,
    "The schema's source holds every specification itself; taking one from another source (moduleRef, @source) or "
    "changing one that stands elsewhere (@mode) has nothing to work on.",
    bad='<moduleRef key="core"/>',
    good='<specGrpRef target="#core"/>',
)
UNKNOWN_GROUP = Rule(
    "ODD105",
    "unknown-group",
    Severity.ERROR,
    "A specGrpRef points at a group of specifications that is not there, or that takes itself in.",
)
MISSING_CONTENT = Rule(
    "ODD106",
    "missing-content",
    Severity.ERROR,
    "An element, a macro or a datatype has no content model; nobody can tell whether that is meant.",
    bad='<elementSpec ident="lb"><desc>…</desc></elementSpec>',
    good='<elementSpec ident="lb"><desc>…</desc><content><empty/></content></elementSpec>',
)
RULES = (NO_SCHEMA, NOT_SELF_CONTAINED, UNKNOWN_GROUP, MISSING_CONTENT)

_SPECS: Final = ("elementSpec", "classSpec", "macroSpec", "dataSpec")
_FOREIGN: Final = ("moduleRef", "elementRef", "classRef", "macroRef", "dataRef")
_SpecT = TypeVar("_SpecT", bound=Spec)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading an ODD: the schema, None where there is none at all, and everything wrong with it."""

    schema: OddSchema | None
    findings: tuple[Finding, ...]


def read_odd(path: Path) -> Reading:
    """Read the ODD at `path` and check it.

    Never raises: what cannot be read, or does not fit together, is among the findings. A schema with errors among its
    findings can be looked at, but must not be compiled.
    """
    sources = Sources()
    try:
        root = sources.root(path)
    except SourceError as error:
        return Reading(None, error.findings)
    schema = _schema(root)
    found = [*sources.findings, *(check_schema(schema) if schema else ())]
    return Reading(schema, tuple(sorted(dict.fromkeys(found))))


def _schema(root: Node) -> OddSchema | None:
    nodes = tuple(root.walk())
    specs = [node for node in nodes if node.name == "schemaSpec"]
    if len(specs) != 1:
        message = f"there are {len(specs)} schemaSpec elements" if specs else "there is no schemaSpec"
        (specs[-1] if specs else root).report(NO_SCHEMA, message, "an ODD describes one schema")
        return None
    node = specs[0]
    groups = {name: found for found in nodes if (name := found.element.get(XML_ID)) is not None}
    members = tuple(_members(node, groups, ()))
    title = next((found.markup().text for found in nodes if found.name == "title"), "")
    namespace = node.get("ns", TEI_NS)
    return OddSchema(
        ident=required_name(node),
        namespace=namespace,
        start=node.tokens("start") or ("TEI",),
        elements=_table(members, "elementSpec", lambda spec: _element(spec, namespace)),
        classes=_table(members, "classSpec", _class),
        macros=_table(members, "macroSpec", _macro),
        datatypes=_table(members, "dataSpec", _data),
        constraints=read_constraints(node),
        docs=read_documentation(node),
        title=title,
        introduction=_introduction(root),
        lang=next(iter(node.tokens("docLang")), "") or language(node) or "en",
        location=node.location,
    )


def _introduction(root: Node) -> tuple[Markup, ...]:
    """Return the divisions of the ODD's own text that hold words, not specifications."""
    body = next((node for node in root.walk() if node.name == "body"), None)
    divisions = body.children("div") if body is not None else ()
    return tuple(
        node.markup()
        for node in divisions
        if not any(inner.name in ("schemaSpec", "specGrp", *_SPECS) for inner in node.walk())
    )


def _members(holder: Node, groups: dict[str, Node], trail: tuple[str, ...]) -> Iterator[Node]:
    """Yield the specifications inside a schema or group, those of the groups that it refers to in their place."""
    for child in holder.children():
        if child.name in _SPECS:
            yield child
        elif child.name in _FOREIGN:
            child.report(
                NOT_SELF_CONTAINED, f"<{child.name}> takes specifications from elsewhere", "write them out here"
            )
        elif child.name == "specGrpRef":
            yield from _referred(child, groups, trail)
        elif child.name not in ("constraintSpec", "gloss", "desc", "altIdent"):
            yield from _members(child, groups, trail)


def _referred(node: Node, groups: dict[str, Node], trail: tuple[str, ...]) -> Iterator[Node]:
    target = required(node, "target").partition("#")[2]
    group = groups.get(target)
    if group is None or target in trail:
        problem = "takes itself in" if group else "is not there"
        node.report(UNKNOWN_GROUP, f'the group "{target or node.get("target")}" {problem}', 'target="#…" is an xml:id')
        return
    yield from _members(group, groups, (*trail, target))


def _table(members: tuple[Node, ...], kind: str, read: Callable[[Node], _SpecT]) -> MappingProxyType[str, _SpecT]:
    """Read all specifications of one kind; names are unique across the kinds, as the schemas need them to be."""
    taken = {node.get("ident"): node for node in reversed(members)}
    table: dict[str, _SpecT] = {}
    for node in members:
        if node.name != kind or not (ident := required_name(node)):
            continue
        if (first := taken[ident]).element is not node.element:
            node.report(
                DUPLICATE, f'"{ident}" is specified already, at {first.location}', "delete or rename one of them"
            )
        else:
            _refuse_mode(node)
            table[ident] = read(node)
    return MappingProxyType(table)


def _refuse_mode(node: Node) -> None:
    if (mode := node.get("mode", "add")) != "add":
        node.report(NOT_SELF_CONTAINED, f'mode="{mode}" changes a specification that is not here', "delete @mode")


def _element(node: Node, namespace: str) -> ElementSpec:
    alternative = node.child("altIdent")
    name = alternative.markup().text if alternative is not None else node.get("ident")
    if alternative is not None and not is_name(name):
        alternative.report(BAD_VALUE, f'"{name}" is not a name that an element can have', "use letters and digits")
    spec = ElementSpec(
        ident=node.get("ident"),
        name=name,
        namespace=node.get("ns", namespace),
        classes=_memberships(node),
        content=_content(node),
        attributes=read_attributes(node),
    )
    return _documented(spec, node)


def _class(node: Node) -> ClassSpec:
    kind = chosen(node, "type", {"model": True, "atts": False}, node.get("ident").startswith("model."))
    spec = ClassSpec(
        ident=node.get("ident"), is_model=kind, classes=_memberships(node), attributes=read_attributes(node)
    )
    return _documented(spec, node)


def _macro(node: Node) -> MacroSpec:
    return _documented(MacroSpec(ident=node.get("ident"), content=_content(node)), node)


def _data(node: Node) -> DataSpec:
    return _documented(DataSpec(ident=node.get("ident"), content=_content(node)), node)


def _documented(spec: _SpecT, node: Node) -> _SpecT:
    return replace(spec, docs=read_documentation(node), constraints=read_constraints(node), location=node.location)


def _memberships(node: Node) -> tuple[Membership, ...]:
    return tuple(
        Membership(required(member, "key"), member.location)
        for classes in node.children("classes")
        for member in classes.children("memberOf")
        if member.get("mode") != "delete"
    )


def _content(node: Node) -> Content:
    content = node.child("content")
    if content is None:
        node.report(MISSING_CONTENT, f'"{node.get("ident")}" has no content', "add <content>, with <empty/> if need be")
        return Empty(location=node.location)
    return read_content(content)
