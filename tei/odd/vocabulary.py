"""The specifications that an ODD takes from elsewhere: TEI's own (`p5subset.xml`), or those of another ODD.

Nothing is fetched: a source is a file here. The one that a reference names (`@source`, a local path) comes first, then
the one that `schemaSpec/@source` names, then the one that the caller gives, then `p5subset.xml` beside the ODD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tei.findings import Rule, Severity
from tei.names import P5SUBSET, SCH_NS, TEI_NS
from tei.odd.include import Node, Sources
from tei.odd.model import AnySpec, ClassSpec, DataSpec, ElementSpec, MacroSpec, OddSchema
from tei.odd.specs import SPECS, read_spec

NO_SOURCE = Rule(
    "ODD104",
    "no-source",
    Severity.ERROR,
    "The ODD takes specifications from elsewhere (moduleRef, elementRef, @mode), and the file that has them is not "
    "here; nothing is fetched from the network. For TEI it is p5subset.xml, which every release of TEI has.",
    bad='<schemaSpec ident="letters"><moduleRef key="core"/></schemaSpec>',
    good='<schemaSpec ident="letters" source="p5subset.xml"><moduleRef key="core"/></schemaSpec>',
)
SOURCE_LOOP = Rule(
    "ODD107",
    "source-loop",
    Severity.ERROR,
    "An ODD takes specifications from itself, directly or through others; there would be no end to it.",
)
RULES = (NO_SOURCE, SOURCE_LOOP)

Compile: TypeAlias = Callable[[Node], OddSchema | None]


@dataclass(slots=True)
class Vocabulary:
    """Specifications by name, each read when it is first asked for; `paths` are the files that they stand in.

    `prefixes` are those that their rules may use.
    """

    path: str
    paths: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str], ...] = ()
    _nodes: dict[str, Node] = field(default_factory=dict)
    _specs: dict[str, AnySpec] = field(default_factory=dict)

    def __contains__(self, ident: object) -> bool:
        return ident in self._nodes or ident in self._specs

    def __iter__(self) -> Iterator[str]:
        yield from self._nodes or self._specs

    def spec(self, ident: str) -> AnySpec | None:
        """Return a specification; None where there is none of that name."""
        if ident not in self._specs and ident in self._nodes:
            self._specs[ident] = read_spec(self._nodes[ident], TEI_NS)
        return self._specs.get(ident)

    def module(self, key: str) -> tuple[str, ...]:
        """Return the names of all specifications of a module; none where there is no such module."""
        return tuple(ident for ident in self if self._module_of(ident) == key)

    def modules(self) -> tuple[str, ...]:
        """Return the names of all modules."""
        return tuple(dict.fromkeys(self._module_of(ident) for ident in self))

    def kind(self, ident: str) -> str:
        """Return what a name is that of: "element", "class", "macro" or "data"."""
        node = self._nodes.get(ident)
        if node is not None:
            return node.name.removesuffix("Spec")
        kinds: dict[type, str] = {ElementSpec: "element", ClassSpec: "class", MacroSpec: "macro", DataSpec: "data"}
        return kinds[type(self._specs[ident])]

    def is_element(self, ident: str) -> bool:
        """Say whether a name is that of an element."""
        node = self._nodes.get(ident)
        return node.name == "elementSpec" if node is not None else isinstance(self._specs.get(ident), ElementSpec)

    def _module_of(self, ident: str) -> str:
        node = self._nodes.get(ident)
        return node.get("module") if node is not None else self._specs[ident].module


@dataclass(slots=True)
class Origins:
    """The vocabularies that one ODD takes from: each file is read once; `missing` are those that are told already."""

    sources: Sources
    given: str = ""
    compile: Compile = lambda _: None
    trail: tuple[str, ...] = ()
    read: dict[str, Vocabulary | None] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)

    def vocabulary(self, node: Node, schema: Node) -> Vocabulary | None:
        """Return what a reference takes from, by its @source or that of its schema. None, with a finding, if none."""
        where = node if node.get("source") else schema
        path = self._path(where, where.get("source"))
        if not path:
            self._report(node, where.get("source"))
            return None
        if path not in self.read:
            self.read[path] = self._load(node, path)
        return self.read[path]

    def serves(self, schema: Node) -> bool:
        """Say whether there is a source for a schema that names none, and read it."""
        return bool(self._path(schema, "")) and self.vocabulary(schema, schema) is not None

    def _path(self, where: Node, name: str) -> str:
        folder = Path(where.path).parent
        if name and _is_local(name):
            named = folder / name
            if named.is_file() or named.name != P5SUBSET:  # nothing stands for another ODD
                return str(named) if named.is_file() else ""
        return next((path for path in (self.given, str(folder / P5SUBSET)) if path and Path(path).is_file()), "")

    def _report(self, node: Node, name: str) -> None:
        if name in self.missing:
            return
        self.missing.add(name)
        if self.given and not _is_local(name):
            which = f'there is no file "{self.given}"'
        else:
            which = f'"{name}" is not a file here' if name else "nothing says where they are"
        hint = f"name the file: --source {P5SUBSET} (it comes with every release of TEI), or put it beside the ODD"
        mode = f' mode="{node.get("mode")}"' if node.get("mode") else ""
        node.report(NO_SOURCE, f"<{node.name}{mode}> needs specifications from elsewhere, and {which}", hint)

    def _load(self, node: Node, path: str) -> Vocabulary | None:
        if str(Path(path).resolve()) in self.trail:
            node.report(SOURCE_LOOP, f"{path} takes specifications from itself", "name another @source")
            self.missing.add(path)
            return None
        root = self.sources.document(path)
        if root is None:
            return None
        nodes: dict[str, Node] = {}
        for found in _named(root, SPECS):
            if name := found.get("ident"):
                nodes.setdefault(name, found)
        if nodes and next(_named(root, ("schemaSpec",)), None) is None:
            return Vocabulary(path, frozenset({path}), _prefixes(root), nodes)
        schema = self.compile(root)
        specs = {spec.ident: spec for spec in schema.specs()} if schema is not None else {}
        places = {path, *(spec.location.path for spec in specs.values())}
        prefixes = schema.prefixes if schema is not None else ()
        return Vocabulary(
            path, frozenset(places | schema.origins if schema is not None else places), prefixes, {}, specs
        )


def _is_local(name: str) -> bool:
    """Say whether a @source is the path of a file, and no address."""
    return bool(name) and "://" not in name and not name.startswith(("tei:", "file:"))


def _prefixes(root: Node) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that the rules of a source may use: they are declared in one of them, for all."""
    declared = root.element.iter(f"{{{SCH_NS}}}ns")
    return tuple(dict.fromkeys((str(one.get("prefix", "")), str(one.get("uri", ""))) for one in declared))


def _named(root: Node, names: tuple[str, ...]) -> Iterator[Node]:
    tags = [f"{{{TEI_NS}}}{name}" for name in names]
    for element in root.element.iter(*tags):
        yield Node(element, root.path, root.sources, root.trail)
