"""The shape of the code: which way imports go, who alone may do what, and that every rule can be looked up."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from edition.explaining import all_rules
from tei.findings import Rule

ROOT = Path(__file__).resolve().parents[1]

TEI = (
    *(
        "values",
        "findings",
        "errors",
        "files",
        "regexcache",
        "regexes",
        "names",
        "slugs",
        "malformed",
        "xmlfile",
        "patience",
        "collecting",
        "dates",
    ),
    "archives",
    *("features", "model", "text", "authority", "decisions"),
    *("capture", "recognise", "encode", "decode", "relaxng", "schematron", "odd", "validate"),
)
"""The parts of `tei`, each of which may import those before it."""

EDITION = (
    *(
        "values",
        "config",
        "resources",
        "register",
        "decisions",
        "aside",
        "rows",
        "passages",
        "cards",
        "entry",
        "exchanges",
        "lock",
        "spool",
        "linking",
        "drafting",
        "proposals",
        "missing",
        "filing",
        "finishing",
        "unknown",
        "nearest",
        "candidates",
        "encoding",
        "settings",
        "reports",
        "workers",
        "watching",
        "lintconfig",
        "corpusrules",
        "baseline",
        "changed",
        "svrlfiles",
        "patience",
        "checking",
        "remembering",
        "validation",
    ),
    *("render", "corpus", "review", "citing", "site", "searching", "build", "serving", "book", "exchange"),
    *("intake", "starting"),
    *("explaining", "commands", "console", "options", "publishing", "exchanging", "cli"),
)
"""The parts of `edition`, each of which may import those before it."""

TAILS = {
    "edition.exchange.dataset.research": "says of each word which element it stands in",
    "edition.exchange.dts": "copies elements without what followed them",
    "edition.intake.cmif.stubs": "writes the words between the names of a note",
    "edition.intake.frus.mixed": "goes over the markup of a volume piece by piece, for all of its package",
    "tei.authority.excerpt": "copies elements without what followed them",
    "tei.authority.reading": "reads a variant of a name with the markup inside it",
    "tei.encode.correspondence": "writes the words after a date",
    "tei.encode.excerpt": "copies elements without what followed them",
    "tei.encode.serialise": "lays out white space between elements",
    "tei.encode.wording": "reads the words back in order",
    "tei.odd.html": "writes mixed content of the guide",
    "tei.odd.include": "reads what is included between two elements",
    "tei.odd.schematron": "writes mixed content of assertions",
    "tei.relaxng.trees": "hands the text of a tree to the validator",
    "tei.schematron.assemble": "copies elements without what followed them",
    "tei.schematron.read": "reads mixed content of assertions",
    "tei.schematron.run": "reads mixed content of a report",
    "tei.validate.places": "finds the column of text",
}
"""Modules outside `tei.text` that touch `.tail`, and why; the fewer the better."""

PARSERS = {
    "edition.render.wording": "our own stylesheets include each other by their address",
    "tei.capture.html.tree": "a web page is no XML; its parser has no entities to expand and no network",
}
"""Modules outside `tei.xmlfile` that parse XML, and why."""

ONLY = {
    "click": {f"edition.{name}" for name in ("cli", "console", "options", "publishing", "exchanging")},
    "jinja2": {"edition.render.page", "edition.site.filling"},
    "rich": {"edition.reports.text_report"},
    "xmlschema": {"tei.relaxng.datatypes", "tei.validate.xsd"},
    "pyexpat": {"tei.malformed", *(f"tei.relaxng.{name}" for name in ("explaining", "reading", "stream", "syntax"))},
    "charset_normalizer": {"tei.capture.guessing"},
    "ahocorasick": {"tei.archives.repository", "tei.authority.lexicon", "tei.dates.search"},
}
"""Libraries that one module hides from all others."""

PARSING = {
    f"etree.{name}"
    for name in (
        "parse",
        "fromstring",
        "fromstringlist",
        "XML",
        "XMLID",
        "HTML",
        "XMLParser",
        "HTMLParser",
        "iterparse",
    )
}
PRINTING = {"print", "input", "breakpoint", "exit", "quit", "pprint", "sys.exit"}
CLOCKS = ("os.environ", "os.getenv", "datetime.now", "datetime.utcnow", "date.today")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of both packages by its name."""
    found = {}
    for path in sorted((*ROOT.glob("tei/**/*.py"), *ROOT.glob("edition/**/*.py"))):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """Every import, dotted name and call of a module, wherever in it they stand."""
    wanted = (ast.Import, ast.ImportFrom, ast.Attribute, ast.Call)
    return tuple(node for node in ast.walk(modules()[name]) if isinstance(node, wanted))


def imports(name: str) -> Iterator[str]:
    """What a module imports, TYPE_CHECKING included."""
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            full = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (one if one in modules() else str(node.module) for one in full)


def edges() -> dict[str, set[str]]:
    """The modules of ours that each module imports."""
    return {name: {one for one in imports(name) if one in modules() and one != name} for name in modules()}


def part(name: str) -> str:
    """The part of a package that a module belongs to: `tei.dates.days` belongs to `dates`."""
    return [*name.split("."), ""][1]


@cache
def attributes(name: str) -> tuple[str, ...]:
    """Every dotted name in a module, such as `etree.parse`."""
    return tuple(ast.unparse(node) for node in nodes(name) if isinstance(node, ast.Attribute))


@cache
def calls(name: str) -> tuple[tuple[str, ast.Call], ...]:
    """Every call in a module, with the name of what is called."""
    return tuple((ast.unparse(node.func), node) for node in nodes(name) if isinstance(node, ast.Call))


def of_tei() -> list[str]:
    return [name for name in modules() if name.split(".")[0] == "tei"]


def test_tei_never_imports_edition() -> None:
    """What is true of one document knows nothing of editions."""
    assert [(name, one) for name in of_tei() for one in imports(name) if one.split(".")[0] == "edition"] == []


@pytest.mark.parametrize(("package", "order"), [("tei", TEI), ("edition", EDITION)])
def test_imports_go_down_the_list(package: str, order: tuple[str, ...]) -> None:
    """A part imports only parts before it in the list above; a new part gets its place there."""
    parts = {part(name) for name in modules() if name.startswith(f"{package}.")} - {""}
    assert parts <= set(order), f"give these parts their place in the list: {sorted(parts - set(order))}"
    upwards = [
        (name, one)
        for name, targets in edges().items()
        for one in targets
        if name.startswith(f"{package}.") and one.startswith(f"{package}.") and part(name) != part(one)
        if order.index(part(one)) > order.index(part(name))
    ]
    assert upwards == []


def _ends(graph: dict[str, set[str]]) -> set[str]:
    """The modules that import none of the others, or that none of them imports: these are in no cycle."""
    imported = {one for targets in graph.values() for one in targets}
    return {name for name, targets in graph.items() if not targets or name not in imported}


def test_there_is_no_cycle_of_imports() -> None:
    """Between modules, TYPE_CHECKING included."""
    graph = {name: set(targets) for name, targets in edges().items()}
    while ends := _ends(graph):
        graph = {name: targets - ends for name, targets in graph.items() if name not in ends}
    assert graph == {}


@pytest.mark.parametrize(("library", "allowed"), ONLY.items())
def test_a_library_is_hidden_behind_the_modules_that_need_it(library: str, allowed: set[str]) -> None:
    assert {name for name in modules() for one in imports(name) if one.split(".")[0] == library} <= allowed


def test_tails_are_known_to_few_and_each_has_a_reason() -> None:
    """`tei.text` states mixed content once; another module that needs `.tail` is in the list above with its reason."""
    users = {name for name in modules() if any(one.endswith(".tail") for one in attributes(name))} - {"tei.text"}
    assert users - set(TAILS) == set(), "use tei.text, or give the reason in the list"
    assert set(TAILS) - users == set(), "these need no exception any more"


def test_xml_is_parsed_in_one_place() -> None:
    """So that entities, DTDs and the network are shut off everywhere."""
    callers = {name for name in modules() if any(called in PARSING for called, _ in calls(name))} - {"tei.xmlfile"}
    assert callers - set(PARSERS) == set(), "use tei.xmlfile, or give the reason in the list"
    others = ("xml.etree", "xml.dom", "xml.parsers", "lxml.html", "lxml.objectify", "bs4")
    assert [(name, one) for name in modules() for one in imports(name) if one.startswith(others)] == []


def test_no_module_prints_or_asks() -> None:
    """Only the command line writes, and it does so through click."""
    assert [
        (name, called)
        for name in modules()
        for called, _ in calls(name)
        if called in PRINTING and name not in ("edition.cli", "edition.console")
    ] == []


def test_tei_reads_no_clock_environment_or_chance() -> None:
    """Same input, same bytes: the date of a run is an argument."""
    assert [(name, one) for name in of_tei() for one in attributes(name) if one.endswith(CLOCKS)] == []
    banned = {"random", "locale", "sys", "time", "secrets", "uuid"}
    assert [(name, one) for name in of_tei() for one in imports(name) if one in banned] == []


def test_tei_reaches_no_network() -> None:
    banned = ("socket", "urllib.request", "http.client", "ssl", "asyncio", "requests", "httpx")
    assert [(name, one) for name in of_tei() for one in imports(name) if one in banned] == []


def test_no_module_is_called_by_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "common", "base", "misc"}
    assert [name for name in modules() if name.split(".")[-1] in empty] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in modules().items() if not ast.get_docstring(tree)] == []


def test_every_module_can_be_taken_in_at_a_sitting() -> None:
    """A module that grows beyond 400 lines holds two things: part them by meaning."""
    lines = {name: max((node.end_lineno or 0 for node in tree.body), default=0) for name, tree in modules().items()}
    assert {name: count for name, count in lines.items() if count > 400} == {}


def declared() -> Iterator[tuple[str, str]]:
    """The module and code of every `Rule(...)` in the source."""
    for name in modules():
        for called, node in calls(name):
            if called == "Rule" and node.args and isinstance(node.args[0], ast.Constant):
                yield name, str(node.args[0].value)


def test_every_code_is_declared_once() -> None:
    """A code is never given a second meaning."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, code in declared():
        places[code].append(name)
    assert {code: names for code, names in places.items() if len(names) > 1} == {}


def test_every_rule_of_the_source_can_be_explained() -> None:
    """A rule that is missing here is not in its module's RULES, or its module is not in edition.explaining."""
    assert {code for _, code in declared()} == {rule.code for rule in all_rules()}


FINDINGS = ROOT / "docs" / "findings.md"
ROW = re.compile(r"^\| `([A-Z]{3}\d{3})` \| (\S+) \| (\w+) \| (.+) \|$", re.MULTILINE)


def row(rule: Rule) -> tuple[str, str, str]:
    return rule.code, rule.name, rule.severity.label


def test_the_manual_lists_every_rule_with_its_name_and_severity() -> None:
    """docs/findings.md has a row for every code, in order, and none that is not there."""
    rows = ROW.findall(FINDINGS.read_text(encoding="utf-8"))
    assert [found[:3] for found in rows] == [row(rule) for rule in all_rules()]
    assert [code for code, number in Counter(found[0] for found in rows).items() if number > 1] == []
