"""The nodes of a context in a document, for rules that elementpath runs.

elementpath walks the whole document for `//name`, libxml2 does so hundreds of times faster. A context that is a path of
names with predicates at its end, as nearly all are, is selected by libxml2 without them, and elementpath judges the
predicates on what is left; any other context is elementpath's alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from tei.schematron.contexts import node_set
from tei.schematron.expressions import functions, tokens

_PATH: Final = re.compile(r"\s*(?:/{0,2})(?:@?[\w.:*-]+)(?:/{1,2}@?[\w.:*-]+)*\s*")
_COUNTING: Final = re.compile(r"\[\s*\d")
Select = Callable[[str, Any], Iterator[Any]]
"""Evaluates an expression on a node of elementpath's tree and yields what it selects."""


@dataclass(frozen=True, slots=True)
class Split:
    """A branch of a context: its path, and its predicates as an expression on one node, empty where it has none."""

    path: str
    predicates: str


def split(context: str) -> tuple[Split, ...]:
    """Return the branches of a context, none where it is not of the plain kind."""
    found: list[Split] = []
    for branch in _branches(context):
        path, bracket, rest = branch.partition("[")
        predicates = f"{bracket}{rest}".strip()
        if not _PATH.fullmatch(path) or "::" in path or "*:" in path or not _closed(predicates) or _counts(predicates):
            return ()
        found.append(Split(path.strip(), f"self::node(){predicates}" if predicates else ""))
    return tuple(found)


def _branches(context: str) -> list[str]:
    branches, depth = [""], 0
    for token in tokens(context):
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if token.text == "|" and depth == 0:
            branches.append("")
        else:
            branches[-1] += f"${token.text}" if token.kind == "variable" else token.text
    return branches


def _closed(predicates: str) -> bool:
    """Say whether there is nothing but predicates: each ends where the next begins, the last at the end."""
    depth = 0
    for token in tokens(predicates):
        if depth == 0 and token.kind != "space" and token.text != "[":
            return False
        depth += (token.text == "[") - (token.text == "]")
    return depth == 0


def _counts(predicates: str) -> bool:
    """Say whether a predicate may ask for the place of a node among others."""
    return bool(_COUNTING.search(predicates)) or not {"position", "last"}.isdisjoint(functions(predicates))


class Nodes:
    """The nodes of one document, as elementpath's tree has them, found by libxml2."""

    def __init__(self, root: Any, tree: etree._ElementTree, namespaces: Mapping[str, str]) -> None:
        self._root = root
        self._tree = tree
        self._namespaces = {prefix: uri for prefix, uri in namespaces.items() if prefix}
        self._elements = {node.value: node for node in root.iter() if isinstance(node.value, etree._Element)}

    def of(self, context: str, select: Select) -> Iterator[Any]:
        """Yield the nodes that a context matches, each once."""
        branches = split(context)
        if not branches:
            yield from dict.fromkeys(select(node_set(context), self._root))
            return
        seen: set[int] = set()
        for branch in branches:
            for node in self._path(branch.path):
                if id(node) not in seen and (
                    not branch.predicates or any(True for _ in select(branch.predicates, node))
                ):
                    seen.add(id(node))
                    yield node

    def _path(self, path: str) -> Iterator[Any]:
        expression = path if path.startswith("/") else f"//{path}"
        found = self._tree.xpath(expression, namespaces=self._namespaces)
        for one in found if isinstance(found, list) else ():
            if isinstance(one, etree._Element):
                yield from (node for node in (self._elements.get(one),) if node is not None)
            else:
                yield from self._attribute(one)

    def _attribute(self, value: Any) -> Iterator[Any]:
        owner = self._elements.get(value.getparent())
        yield from (one for one in getattr(owner, "attributes", ()) if one.name == value.attrname)
