"""Run the rules of a Schematron schema over documents, and say what failed as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.schematron.assemble import line_of
from tei.schematron.checker import check_schema, wrong_contexts
from tei.schematron.compile import RUN_NS, NumberedCheck, numbered, stylesheet
from tei.schematron.later import BINDINGS, LaterProgram
from tei.schematron.model import Failure, Schema
from tei.schematron.problems import BROKEN, NOT_RUN, UNREADABLE, BrokenOffError
from tei.schematron.read import read_schema, stable
from tei.schematron.scopes import Selection, select
from tei.schematron.subordinate import Joint

Locate = Callable[[etree._Element, str], Location]
"""Says where an element, or an attribute of it (Clark name, else empty), stands in its file."""

_AccessControl: Any = etree.XSLTAccessControl
_NO_ACCESS: Final = _AccessControl(
    read_file=False, write_file=False, create_dir=False, read_network=False, write_network=False
)


class Schematron:
    """A schema made ready to run: everything in it can be run, or it could not have been made.

    Raises SchemaError, at once, where the schema holds anything that is wrong or not supported; nothing is skipped.
    """

    def __init__(self, schema: Schema, phase: str = "", today: str = "") -> None:
        """Take a schema and a phase; `today` (YYYY-MM-DD) lets rules in XPath 2.0 and later call current-date()."""
        self.schema = schema
        self._today = today
        self.selection = select(schema, phase)
        self._later = schema.binding.strip().lower() in BINDINGS
        if not self._later:
            check_schema(schema, self.selection)
        self._program = self.compiled(self.selection)

    @classmethod
    def load(cls, source: Path | bytes, path: str = "", phase: str = "", today: str = "") -> Schematron:
        """Read a schema, or the rules embedded in a grammar, from a file or from memory. Raises SchemaError."""
        return cls(read_schema(source, path), phase, today)

    def compiled(self, selection: Selection) -> _Program | LaterProgram | Joint:
        """Return some patterns ready to run, as the query binding has it. Raises SchemaError."""
        engine = partial(LaterProgram, today=self._today) if self._later else _Program
        if any(pattern.documents for pattern in selection.patterns):
            return Joint(self.schema, selection, engine)
        return engine(self.schema, selection)

    @cached_property
    def _parts(self) -> tuple[_Program | LaterProgram | Joint, ...]:
        """The patterns one by one: what is run when one of them broke off, so that the others are heard."""
        phase = self.selection.phase
        return tuple(self.compiled(Selection((one,), phase)) for one in self.selection.patterns)

    def failures(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield every check that fails in `tree`. Raises XSLTError or BrokenOffError where a rule breaks off on it."""
        yield from self._program.run(tree)

    def findings(self, tree: etree._ElementTree, path: str = "", locate: Locate | None = None) -> tuple[Finding, ...]:
        """Return the findings of all rules in order of place; `locate` places them better than libxml2's lines do."""
        near = locate or (lambda node, _: Location(path, line_of(node)))
        root = tree.getroot()

        def place(node: etree._Element, attribute: str) -> Location:
            own = node.getroottree()
            if own.getroot() is root:
                return near(node, attribute)
            return Location(own.docinfo.URL or "", line_of(node))  # in a document that pattern/@documents names

        try:
            return tuple(sorted(_finding(failure, place) for failure in self._program.run(tree)))
        except (etree.XSLTError, BrokenOffError):
            return tuple(sorted(self._one_by_one(tree, path, place)))

    def _one_by_one(self, tree: etree._ElementTree, path: str, place: Locate) -> Iterator[Finding]:
        for program in self._parts:
            try:
                yield from [_finding(failure, place) for failure in program.run(tree)]
            except (etree.XSLTError, BrokenOffError) as error:
                pattern = program.selection.patterns[0]
                name = f'"{pattern.ident}"' if pattern.ident else f"at line {pattern.location.line} of the schema"
                message = f"the rules of the pattern {name} broke off: {error}"
                yield NOT_RUN.at(Location(path, 1), message, "mend the expression in the schema")


class _Program:
    """A compiled selection of patterns."""

    def __init__(self, schema: Schema, selection: Selection) -> None:
        self.selection = selection
        self._schema = schema
        self.checks: tuple[NumberedCheck, ...] = numbered(selection)
        sheet = stylesheet(schema, selection)
        try:
            self.transform = etree.XSLT(sheet, extensions={(RUN_NS, "place"): _place}, access_control=_NO_ACCESS)
        except etree.XSLTParseError as error:
            unnamed = UNREADABLE.at(schema.location, f"the rules cannot be compiled: {error}")
            raise SchemaError(*(wrong_contexts(schema, selection) or (unnamed,))) from error

    def outer(self, tree: etree._ElementTree) -> dict[str, Any]:
        """Return the variables of the schema and of the phase, as computed on `tree`. Raises XPathError."""
        values: dict[str, Any] = {}
        phase = self.selection.phase
        for let in (*self._schema.lets, *(phase.lets if phase else ())):
            values[let.name] = let.content if let.value is None else self._evaluate(let.value, tree, values)
        return values

    def strings(self, expression: str, tree: etree._ElementTree, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what an expression selects in `tree`, each item as a string. Raises XPathError."""
        found = self._evaluate(expression, tree, values)
        items = found if isinstance(found, list) else [found]
        return tuple(
            "".join(map(str, one.itertext())) if isinstance(one, etree._Element) else str(one) for one in items
        )

    def _evaluate(self, expression: str, tree: etree._ElementTree, values: Mapping[str, Any]) -> Any:
        namespaces = {prefix: uri for prefix, uri in self._schema.namespaces.items() if prefix}
        return etree.XPath(expression, namespaces=namespaces)(tree, **values)

    def run(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield the failures; XSLTError passes through where a rule breaks off."""
        root = tree.getroot()
        result = self.transform(tree)
        for failure in result.getroot():
            pattern, rule, check = self.checks[int(failure.get("check", "0"))]
            steps, _, attribute = failure.get("node", "").partition("@")
            yield Failure(
                check=check,
                rule=rule,
                pattern=pattern,
                node=_descend(root, steps),
                attribute=attribute,
                message=" ".join("".join([failure.text or "", *(one.tail or "" for one in failure)]).split()),
                remarks=tuple(" ".join("".join(map(str, one.itertext(with_tail=False))).split()) for one in failure),
            )


def _place(_context: Any, nodes: list[Any]) -> str:
    """Return where a node stands: child positions from the root, joined by `/`, then `@name` for an attribute.

    libxslt works on a copy of the document, so the node itself would be of no use after the run. The root node, which
    lxml gives as an empty list, and what stands beside the root element count as the root element.
    """
    if not nodes:
        return ""
    node = nodes[0]
    suffix = ""
    if not isinstance(node, etree._Element):
        suffix = f"@{node.attrname}" if node.is_attribute else ""
        owner = node.getparent()
        node = owner.getparent() if node.is_tail else owner
    steps: list[int] = []
    while (parent := node.getparent()) is not None:
        steps.append(parent.index(node))
        node = parent
    return "/".join(str(step) for step in reversed(steps)) + suffix


def _descend(root: etree._Element, steps: str) -> etree._Element:
    node = root
    for step in steps.split("/") if steps else ():
        node = node[int(step)]
    return node


def _finding(failure: Failure, locate: Locate) -> Finding:
    check = failure.check
    code = next((one for one in (check.ident, failure.pattern.ident) if stable(one)), BROKEN.code)
    message = failure.message or f"the rule for {failure.rule.context} is broken: {check.test}"
    data = {"context": failure.rule.context, "test": check.test}
    if check.see:
        data["see"] = check.see
    location = locate(failure.node, failure.attribute)
    return Finding(code, check.severity, message, location, failure.diagnostics, tuple(sorted(data.items())))
