"""Run the rules of a Schematron schema over documents, and say what failed as findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final, Protocol

from lxml import etree

from tei.errors import SchemaError
from tei.findings import Finding, Location
from tei.patience import ENDLESS, Patience, TooLongError
from tei.relaxng.problems import TOO_SLOW
from tei.schematron.assemble import line_of
from tei.schematron.checker import check_schema, wrong_contexts
from tei.schematron.compile import GIVEN, RUN_NS, NumberedCheck, numbered, stylesheet
from tei.schematron.expressions import steps_from, tokens
from tei.schematron.later import BINDINGS, LaterProgram
from tei.schematron.model import Failure, Let, Schema
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


_MEND_SLOW: Final = "mend the expressions of that pattern in the schema, or give more time"
_OFTEN: Final = 2
"""A pattern that has been too slow for so many documents is not tried again."""


class Schematron:
    """A schema made ready to run: everything in it can be run, or it could not have been made.

    Raises SchemaError, at once, where the schema holds anything that is wrong or not supported; nothing is skipped.
    """

    def __init__(self, schema: Schema, phase: str = "", today: str = "") -> None:
        """Take a schema and a phase; `today` (YYYY-MM-DD) lets rules in XPath 2.0 and later call current-date()."""
        self.schema = schema
        self._today = today
        self.selection = select(schema, phase)
        self.slow = False
        """Whether the rules have taken too long on a document; from then on patterns are run one by one."""
        self._times: Counter[int] = Counter()
        """How often each pattern has."""
        self._later = schema.binding.strip().lower() in BINDINGS
        if not self._later:
            check_schema(schema, self.selection)
        self._program = self.compiled(self.selection)

    @classmethod
    def load(cls, source: Path | bytes, path: str = "", phase: str = "", today: str = "") -> Schematron:
        """Read a schema, or the rules embedded in a grammar, from a file or from memory. Raises SchemaError."""
        return cls(read_schema(source, path), phase, today)

    def compiled(self, selection: Selection) -> _Runnable:
        """Return some patterns ready to run, as the query binding has it. Raises SchemaError."""
        engine = partial(LaterProgram, today=self._today) if self._later else _Program
        if any(pattern.documents for pattern in selection.patterns):
            return Joint(self.schema, selection, engine)
        return engine(self.schema, selection)

    @cached_property
    def _parts(self) -> tuple[_Runnable, ...]:
        """The patterns one by one: what is run when one of them broke off, so that the others are heard."""
        phase = self.selection.phase
        return tuple(self.compiled(Selection((one,), phase)) for one in self.selection.patterns)

    def failures(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield every check that fails in `tree`. Raises XSLTError or BrokenOffError where a rule breaks off on it."""
        yield from self._program.run(tree)

    def findings(
        self,
        tree: etree._ElementTree,
        path: str = "",
        locate: Locate | None = None,
        patience: Patience = ENDLESS,
    ) -> tuple[Finding, ...]:
        """Return the findings of all rules in order of place; `locate` places them better than libxml2's lines do.

        A pattern that breaks off, or for which there is no `patience`, is a finding itself, and the others are run.
        """
        near = locate or (lambda node, _: Location(path, line_of(node)))
        root = tree.getroot()

        def place(node: etree._Element, attribute: str) -> Location:
            own = node.getroottree()
            if own.getroot() is root:
                return near(node, attribute)
            return Location(own.docinfo.URL or "", line_of(node))  # in a document that pattern/@documents names

        if not self.slow:
            try:
                return tuple(sorted(self._found(self._program, tree, place, patience)))
            except (etree.XSLTError, BrokenOffError):
                pass
            except TooLongError:
                self.slow = True
        return tuple(sorted(self._one_by_one(tree, path, place, patience)))

    def _found(self, program: _Runnable, tree: etree._ElementTree, place: Locate, patience: Patience) -> list[Finding]:
        run = patience.interpreted if self._later else patience.compiled
        return [_finding(failure, place) for failure in run(lambda: list(program.run(tree)))]

    def _one_by_one(self, tree: etree._ElementTree, path: str, place: Locate, patience: Patience) -> Iterator[Finding]:
        for number, program in enumerate(self._parts):
            pattern = program.selection.patterns[0]
            name = f'"{pattern.ident}"' if pattern.ident else f"at line {pattern.location.line} of the schema"
            rules, here = f"the rules of the pattern {name}", Location(path, 1)
            if self._times[number] >= _OFTEN:
                message = f"{rules} in {self.schema.location.path} were not run: too slow before"
                yield TOO_SLOW.at(here, message, _MEND_SLOW)
                continue
            try:
                yield from self._found(program, tree, place, patience)
            except (etree.XSLTError, BrokenOffError) as error:
                yield NOT_RUN.at(here, f"{rules} broke off: {error}", "mend the expression in the schema")
            except TooLongError:
                self._times[number] += 1
                message = f"{rules} in {self.schema.location.path} were given up: too slow"
                yield TOO_SLOW.at(here, message, _MEND_SLOW)


class _Runnable(Protocol):
    """Some patterns ready to run, however."""

    selection: Selection

    def run(self, tree: etree._ElementTree) -> Iterator[Failure]:
        """Yield the checks that fail in `tree`."""


class _Program:
    """A compiled selection of patterns."""

    def __init__(self, schema: Schema, selection: Selection) -> None:
        self.selection = selection
        self._schema = schema
        self.checks: tuple[NumberedCheck, ...] = numbered(selection)
        self._values: Mapping[str, Any] = {}
        try:
            self.transform = self._transform(schema, selection)
        except etree.XSLTParseError as error:
            unnamed = UNREADABLE.at(schema.location, f"the rules cannot be compiled: {error}")
            raise SchemaError(*(wrong_contexts(schema, selection) or (unnamed,))) from error

    def _transform(self, schema: Schema, selection: Selection) -> etree.XSLT:
        functions = {(RUN_NS, "place"): _place, (RUN_NS, "given"): lambda _, name: self._values[name]}
        return etree.XSLT(stylesheet(schema, selection), extensions=functions, access_control=_NO_ACCESS)

    def give(self, values: Mapping[str, Any]) -> None:
        """Let the variables of the schema and of the phase have these values, whatever document is looked at.

        libxslt gets elements as they are, and attributes and texts as texts: rules that ask those for more are refused.
        Raises BrokenOffError.
        """
        asked = {name for one in self.selection.patterns for text in one.expressions for name in steps_from(text)}
        for name in sorted(asked & values.keys()):
            if isinstance(values[name], list) and any(isinstance(one, str) for one in values[name]):
                message = f"${name} holds attributes or texts of the instance, which are only values elsewhere"
                raise BrokenOffError(message)
        self._values = values
        phase = self.selection.phase
        schema = replace(self._schema, lets=_given(self._schema.lets))
        selection = replace(self.selection, phase=replace(phase, lets=_given(phase.lets)) if phase else None)
        self.transform = self._transform(schema, selection)

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
        """Compute an expression; its variables are calls, as lxml takes no attributes as the value of a variable."""
        namespaces = {prefix: uri for prefix, uri in self._schema.namespaces.items() if prefix}
        namespaces[GIVEN.partition(":")[0]] = RUN_NS
        calls = (f"{GIVEN}('{one.text}')" if one.kind == "variable" else one.text for one in tokens(expression))
        functions: Any = {(RUN_NS, "given"): lambda _, name: values[name]}
        return etree.XPath("".join(calls), namespaces=namespaces, extensions=functions)(tree)

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


def _given(lets: tuple[Let, ...]) -> tuple[Let, ...]:
    return tuple(replace(one, value=f"{GIVEN}('{one.name}')") for one in lets)


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
