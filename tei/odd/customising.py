"""A schema made by choosing and changing specifications that stand elsewhere (TEI Guidelines 23.3).

Modules, elements, classes, macros and datatypes are chosen (`moduleRef`, `elementRef` …), what the ODD specifies is
added or takes the place of what was chosen, changes are made in their order, and what is deleted goes. Order matters
in nothing else: a deletion counts wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from tei.findings import Rule, Severity
from tei.odd.contents import required
from tei.odd.grammars import Grammars
from tei.odd.include import Node
from tei.odd.meanings import Meanings
from tei.odd.merging import changed
from tei.odd.model import AnySpec, AttributeRef, ClassSpec, ElementSpec, OddSchema
from tei.odd.particles import DataRef, MacroRef
from tei.odd.pruning import GONE_ALREADY, NOT_THERE, pruned
from tei.odd.references import check_references, contents_of, leaves, names_referred_to
from tei.odd.specs import SPECS, read_spec
from tei.odd.vocabulary import Origins, Vocabulary

UNKNOWN_SOURCE = Rule(
    "ODD117",
    "unknown-in-source",
    Severity.WARNING,
    "An element, class, macro or datatype is taken from a source that does not have it, so it does not come along.",
    bad='<elementRef key="persname"/>',
    good='<elementRef key="persName"/>',
)
RULES = (NOT_THERE, GONE_ALREADY, UNKNOWN_SOURCE)

REFERENCES: Final = ("moduleRef", "elementRef", "classRef", "macroRef", "dataRef")


def customises(members: Iterable[Node], schema: Node) -> bool:
    """Say whether a schema takes anything from elsewhere."""
    return bool(schema.get("source")) or any(
        member.name in REFERENCES
        or (member.name in SPECS and (member.get("mode", "add") != "add" or member.get("source")))
        for member in members
    )


@dataclass(slots=True)
class Customisation:
    """The specifications of a customised schema.

    `chosen` are those taken from a source and perhaps changed, `added` the nodes of the ODD's own, `deleted` the names
    of what it does not want, `foreign` the references to other grammars. `renamed` are elements that have one name with
    an element of another namespace, and `aliases` what the ODD calls its elements by their @prefix.
    """

    origins: Origins
    schema: Node
    namespace: str
    chosen: dict[str, AnySpec] = field(default_factory=dict)
    added: list[Node] = field(default_factory=list)
    deleted: set[str] = field(default_factory=set)
    foreign: list[Node] = field(default_factory=list)
    grammars: Grammars = field(default_factory=Grammars)
    renamed: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)

    def take(self, members: tuple[Node, ...]) -> None:
        """Go through what a schema holds."""
        for member in members:
            if member.name == "moduleRef":
                self._module(member)
            elif member.name in REFERENCES:
                self._one(member)
        specs = [member for member in members if member.name in SPECS]
        for act, modes in ((self._add, ("add", "replace")), (self._change, ("change",)), (self._delete, ("delete",))):
            for node in specs:
                if node.get("mode", "add") in modes:
                    act(node)
        known = frozenset((*self.chosen, *(node.get("ident") for node in self.added), *self._sources()))
        for node in self.foreign:
            self.grammars.take(node, known, self.schema.get("prefix"))

    def settled(self, schema: OddSchema) -> tuple[AnySpec, ...]:
        """Return the specifications of a schema with every name as a reference of its kind."""
        vocabularies = tuple(one for one in self.origins.read.values() if one is not None)
        return tuple(Meanings(schema, vocabularies, self.grammars, self.schema.get("prefix"), self.aliases).settled())

    def _sources(self) -> Iterator[str]:
        return (ident for one in self.origins.read.values() if one is not None for ident in one)

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
        known = {*self.deleted, *self._sources()}
        prefixes = tuple(one for vocabulary in vocabularies for one in vocabulary.prefixes)
        nowhere = names_referred_to(schema) - known - {spec.ident for spec in schema.specs()}
        if nowhere:
            told = (finding for finding in check_references(schema) if dict(finding.data).get("name") in nowhere)
            self.origins.sources.findings.extend(replace(one, severity=Severity.WARNING) for one in told)
        left, findings = pruned(
            replace(schema, origins=origins, prefixes=prefixes), known | nowhere, self.deleted | nowhere
        )
        self.origins.sources.findings.extend(findings)
        return left

    def _vocabulary(self, node: Node) -> Vocabulary | None:
        return self.origins.vocabulary(node, self.schema)

    def _module(self, node: Node) -> None:
        if node.get("url"):
            self.foreign.append(node)
            return
        key = required(node, "key")
        vocabulary = self._vocabulary(node) if key else None
        if vocabulary is None:
            return
        idents = vocabulary.module(key)
        if not idents:
            message = f'the source has no module "{key}", so nothing is taken in'
            node.report(NOT_THERE, message, _near(key, vocabulary.modules(), "take it out"))
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
        """Add a specification, in place of one of that name; an element of another namespace stands beside it."""
        ident = node.get("ident")
        before = self.chosen.get(ident)
        if isinstance(before, ElementSpec) and node.get("ns", self.namespace) != before.namespace:
            self.renamed[ident] = f"{node.get('prefix') or self.schema.get('ident') + '.'}{ident}"
        else:
            self.chosen.pop(ident, None)
        if node.get("prefix"):
            self.aliases[node.get("prefix") + ident] = self.renamed.get(ident, ident)
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
