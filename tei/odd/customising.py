"""A schema made by choosing and changing specifications that stand elsewhere (TEI Guidelines 23.3).

Modules, elements, classes, macros and datatypes are chosen (`moduleRef`, `elementRef` …), what the ODD specifies is
added or takes the place of what was chosen, changes are made in their order, and what is deleted goes. Order matters
in nothing else: a deletion counts wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from tei.findings import Rule, Severity
from tei.odd.contents import required
from tei.odd.include import Node
from tei.odd.merging import changed
from tei.odd.model import AnySpec, AttributeRef, ClassSpec, OddSchema
from tei.odd.particles import DataRef, MacroRef
from tei.odd.pruning import GONE_ALREADY, NOT_THERE, pruned
from tei.odd.references import contents_of, leaves
from tei.odd.specs import SPECS, read_spec
from tei.odd.vocabulary import Origins, Vocabulary

UNKNOWN_SOURCE = Rule(
    "ODD117",
    "unknown-in-source",
    Severity.ERROR,
    "A module, element, class, macro or datatype is taken from a source that does not have it, or from a file in a "
    "language that is not read here (moduleRef/@url).",
    bad='<moduleRef key="transkr"/>',
    good='<moduleRef key="transcr"/>',
)
RULES = (NOT_THERE, GONE_ALREADY, UNKNOWN_SOURCE)

REFERENCES: Final = ("moduleRef", "elementRef", "classRef", "macroRef", "dataRef")


def customises(members: Iterable[Node], schema: Node) -> bool:
    """Say whether a schema takes anything from elsewhere."""
    return bool(schema.get("source")) or any(
        member.name in REFERENCES or member.get("mode", "add") != "add" or member.get("source") for member in members
    )


@dataclass(slots=True)
class Customisation:
    """The specifications of a customised schema.

    `chosen` are those taken from a source and perhaps changed, `added` the nodes of the ODD's own, `deleted` the names
    of what it does not want.
    """

    origins: Origins
    schema: Node
    namespace: str
    chosen: dict[str, AnySpec] = field(default_factory=dict)
    added: list[Node] = field(default_factory=list)
    deleted: set[str] = field(default_factory=set)

    def take(self, members: tuple[Node, ...]) -> None:
        """Go through what a schema holds."""
        for member in members:
            if member.name == "moduleRef":
                self._module(member)
            elif member.name in REFERENCES:
                self._one(member)
        specs = [member for member in members if member.name in SPECS]
        for node in specs:
            if node.get("mode", "add") in ("add", "replace"):
                self._add(node)
        for node in specs:
            if node.get("mode") == "change":
                self._change(node)
        for node in specs:
            if node.get("mode") == "delete":
                self._delete(node)

    def needed_by(self, schema: OddSchema) -> tuple[AnySpec, ...]:
        """Return the macros and datatypes that a schema refers to and has not taken, with those that they refer to."""
        here = {spec.ident for spec in schema.specs()} | self.deleted
        found: dict[str, AnySpec] = {}
        waiting = list(schema.specs())
        while waiting:
            used = (leaf for content in contents_of(waiting.pop()) for leaf in leaves(content))
            for key in (leaf.key for leaf in used if isinstance(leaf, DataRef | MacroRef) and leaf.key):
                vocabularies = (one for one in self.origins.read.values() if one is not None and key in one)
                vocabulary = next(vocabularies, None) if key not in here else None
                spec = vocabulary.spec(key) if vocabulary is not None else None
                if spec is not None:
                    here.add(key)
                    found[key] = spec
                    waiting.append(spec)
        return tuple(found.values())

    def left_of(self, schema: OddSchema) -> OddSchema:
        """Return the schema without what refers to things left out; what is changed in vain is told."""
        vocabularies = [one for one in self.origins.read.values() if one is not None]
        origins = frozenset().union(*(one.paths for one in vocabularies))
        known = {*self.deleted, *(ident for one in vocabularies for ident in one)}
        left, findings = pruned(replace(schema, origins=origins), known, self.deleted)
        self.origins.sources.findings.extend(findings)
        return left

    def _vocabulary(self, node: Node) -> Vocabulary | None:
        return self.origins.vocabulary(node, self.schema)

    def _module(self, node: Node) -> None:
        if node.get("url"):
            message = f'moduleRef/@url: a grammar from elsewhere ("{node.get("url")}") is not read here'
            node.report(UNKNOWN_SOURCE, message, "specify its elements, or let anyElement stand where they may")
            return
        key = required(node, "key")
        vocabulary = self._vocabulary(node) if key else None
        if vocabulary is None:
            return
        idents = vocabulary.module(key)
        if not idents:
            _unknown(node, f'no module "{key}"', key, vocabulary.modules())
            return
        include, exclude = node.tokens("include"), node.tokens("except")
        elements = tuple(ident for ident in idents if vocabulary.is_element(ident))
        for name in dict.fromkeys((*include, *exclude)):
            if name not in elements:
                message = f'the module "{key}" has no element "{name}"'
                node.report(NOT_THERE, message, _near(name, elements, "take it out of the list"))
        for ident in idents:
            wanted = ident not in elements or (ident not in exclude and (not include or ident in include))
            if wanted and (spec := vocabulary.spec(ident)) is not None:
                self.chosen.setdefault(ident, spec)

    def _one(self, node: Node) -> None:
        key = required(node, "key")
        vocabulary = self._vocabulary(node) if key else None
        if vocabulary is None:
            return
        spec = vocabulary.spec(key)
        if spec is None:
            kind = node.name.removesuffix("Ref")
            _unknown(node, f'no {kind} "{key}"', key, tuple(vocabulary))
            return
        if isinstance(spec, ClassSpec) and (node.get("include") or node.get("except")):
            spec = _narrowed(spec, node)
        self.chosen[key] = spec

    def _add(self, node: Node) -> None:
        self.chosen.pop(node.get("ident"), None)
        self.added.append(node)

    def _change(self, node: Node) -> None:
        ident = required(node, "ident")
        spec = self.chosen.get(ident) or self._taken(node, ident)
        if spec is not None:
            self.chosen[ident] = changed(spec, node)

    def _taken(self, node: Node, ident: str) -> AnySpec | None:
        """Return what a change is made to, if it is not among what was chosen: taken along by @source; None if not."""
        own = next((added for added in self.added if added.get("ident") == ident), None)
        if own is not None:
            self.added.remove(own)
            return read_spec(own, self.namespace)
        vocabulary = self._vocabulary(node)
        if vocabulary is None:
            return None
        if node.get("source"):
            return vocabulary.spec(ident)
        if ident in vocabulary:
            what, hint = "has not taken it in", f"add a moduleRef, or <{node.name.removesuffix('Spec')}Ref>, for it"
        else:
            what, hint = "has none of that name", _near(ident, tuple(vocabulary), "take this change out")
        node.report(NOT_THERE, f'"{ident}" is to be changed, and the schema {what}', hint)
        return None

    def _delete(self, node: Node) -> None:
        ident = required(node, "ident")
        self.deleted.add(ident)
        own = [added for added in self.added if added.get("ident") == ident]
        if self.chosen.pop(ident, None) is None and not own:
            node.report(GONE_ALREADY, f'"{ident}" is deleted, and the schema does not have it', "nothing need be done")
        for added in own:
            self.added.remove(added)


def _narrowed(spec: ClassSpec, node: Node) -> ClassSpec:
    """Return a class of attributes with only some of them."""
    include, exclude = node.tokens("include"), node.tokens("except")
    idents = {attribute.ident for attribute in spec.attributes.attributes()}
    for name in (*include, *exclude):
        if name not in idents:
            node.report(NOT_THERE, f'"{spec.ident}" has no attribute "{name}"', _near(name, tuple(idents), "delete it"))
    left = {ident for ident in idents if ident not in exclude and (not include or ident in include)}
    kept = spec.attributes.each(lambda item: item if isinstance(item, AttributeRef) or item.ident in left else None)
    return replace(spec, attributes=kept)


def _unknown(node: Node, what: str, key: str, names: tuple[str, ...]) -> None:
    node.report(UNKNOWN_SOURCE, f"the source has {what}", _near(key, names, "name another"))


def _near(name: str, names: tuple[str, ...], otherwise: str) -> str:
    near = get_close_matches(name, names, n=1)
    return f'write "{near[0]}"' if near else otherwise
