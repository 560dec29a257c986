"""The verdict of the engine is that of libxml2: on mutants of valid documents, and on TEI's own test documents."""

from __future__ import annotations

import random
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei.relaxng import Schema, load_schema
from tei.xmlfile import parse_bytes, parse_file
from tests.whole_tei import whole_tei

ROOT = Path(__file__).resolve().parents[3]
TELEGRAM = ROOT / "schemas/generated/telegram.rng"
REFERENCE = ROOT.parent / "shared/reference/tei"
TEI_ALL = REFERENCE / "tei_all.rng"
VALUES = (
    *("", "x", "a b", "2026-01-01", "1937-13-40", "#x", "#a#b", "7", "-7", "true", "%zz", "http://[x", "message", "ru"),
    *("en-", "é", "a:b", " x ", "х", "1937", "12:00:00", "1937-10-20T10:00:00", "a/b?c#d", "::", "//", "0.5", "\u00a0"),
)
WORDS = ("loose", " ", "\u00a0", "7")


@cache
def telegram() -> Schema:
    return load_schema(TELEGRAM)


@cache
def judge() -> etree.RelaxNG:
    return etree.RelaxNG(parse_file(TELEGRAM))


@cache
def documents() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "tests/schemas/documents").glob("*.xml")))


def change_attribute(chance: random.Random, node: etree._Element, other: etree._Element) -> None:
    kind = chance.randrange(3)
    if kind == 0 and node.attrib:
        node.attrib.pop(chance.choice(sorted(map(str, node.attrib))))
    elif kind == 1 and other.attrib:
        name = chance.choice(sorted(map(str, other.attrib)))
        node.set(name, other.get(name) or "")
    elif node.attrib:
        node.set(chance.choice(sorted(map(str, node.attrib))), chance.choice(VALUES))


def change_place(chance: random.Random, node: etree._Element, parent: etree._Element) -> None:
    kind = chance.randrange(3)
    if kind == 0:
        parent.remove(node)
    elif kind == 1:
        parent.insert(parent.index(node), deepcopy(node))
    else:
        parent.insert(chance.randrange(len(parent) + 1), node)


def mutate(chance: random.Random, root: etree._Element) -> None:
    """Change one thing in a document: an element, its name, its place, an attribute, a value, a text."""
    nodes = list(root.iter(etree.Element))
    node, other = chance.choice(nodes), chance.choice(nodes)
    parent = node.getparent()
    kind = chance.randrange(6)
    if kind < 2 and parent is not None:
        change_place(chance, node, parent)
    elif kind == 2:
        node.tag = other.tag
    elif kind < 5:
        change_attribute(chance, node, other)
    elif parent is not None and chance.random() < 0.5:
        node.tail = (node.tail or "") + chance.choice(WORDS)
    else:
        node.text = (node.text or "") + chance.choice(WORDS)


def mutant(number: int) -> bytes:
    chance = random.Random(number)
    root = parse_bytes(chance.choice(documents())).getroot()
    for _ in range(chance.choice((1, 1, 2))):
        mutate(chance, root)
    return etree.tostring(root, encoding="utf-8")


@pytest.mark.parametrize("batch", range(10))
def test_a_thousand_mutants_get_the_verdict_of_libxml2(batch: int) -> None:
    """One or two changes in a valid document: both engines agree whether it is valid still."""
    invalid = 0
    for number in range(batch * 100, batch * 100 + 100):
        data = mutant(number)
        wanted = judge().validate(parse_bytes(data))
        assert telegram().is_valid(data) == wanted, (number, judge().error_log.last_error)
        invalid += not wanted
    assert 20 < invalid < 80


@pytest.mark.parametrize("batch", range(4))
def test_what_is_not_valid_has_findings_from_file_and_tree_alike(batch: int) -> None:
    """The quick yes, the run that explains, and the run over a tree never contradict one another."""
    for number in range(batch * 50, batch * 50 + 50):
        data = mutant(number)
        findings = list(telegram().validate_bytes(data))
        assert bool(findings) != telegram().is_valid(data), number
        assert not any(found.rule == "VAL199" for found in findings), number
        tree = list(telegram().validate_tree(parse_bytes(data)))
        brief = sorted((found.rule, found.message, found.hint) for found in findings)
        assert sorted((found.rule, found.message, found.hint) for found in tree) == brief


@pytest.mark.bench
@pytest.mark.skipif(not TEI_ALL.exists(), reason="tei_all.rng is not in ../shared/reference/tei")
def test_the_test_documents_of_tei_get_the_verdict_of_libxml2() -> None:
    """All documents of TEI's own test suite against tei_all; libxml2 takes ten seconds to compile it."""
    schema = load_schema(TEI_ALL)
    libxml2 = whole_tei()
    valid = 0
    paths = sorted((REFERENCE / "p5-tests").glob("*.xml"))
    for path in paths:
        # Some of them have a document type declaration, which we refuse; the tree is judged without it.
        tree = etree.parse(path, etree.XMLParser(load_dtd=False, no_network=True, collect_ids=False))
        wanted = libxml2.validate(tree)
        assert (list(schema.validate_tree(tree)) == []) == wanted, path.name
        if tree.docinfo.internalDTD is None:
            assert (list(schema.validate_file(path)) == []) == wanted, path.name
        valid += wanted
    assert len(paths) > 60
    assert valid > 15


@pytest.mark.skipif(not TEI_ALL.exists(), reason="tei_all.rng is not in ../shared/reference/tei")
@pytest.mark.parametrize(
    ("name", "valid"),
    [("not-there.xml", None), ("testbasic.xml", False), ("testfand3.xml", True), ("testjustfs.xml", False)],
)
def test_some_documents_of_tei_against_all_of_tei(name: str, valid: bool | None) -> None:
    """A few of them in every run, with the verdicts that libxml2 gave."""
    path = REFERENCE / "p5-tests" / name
    if valid is None:
        assert [found.rule for found in load_schema(TEI_ALL).validate_file(path)] == ["XML101"]
    else:
        assert (list(load_schema(TEI_ALL).validate_file(path)) == []) == valid
