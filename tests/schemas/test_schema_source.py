"""The source of the schema documents itself, in our own words, and what is generated from it is up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from tei.findings import Severity
from tei.names import NAMESPACES, SCH_NS, TEI_NS
from tei.odd import Reading, compile_all, read_odd

EX_NS = "http://www.tei-c.org/ns/Examples"
NS = NAMESPACES | {"ex": EX_NS, "sch": SCH_NS}
RUN = 8
"""So many words in a row are a sentence taken over."""


@pytest.fixture(scope="module")
def reading(schemas: Path) -> Reading:
    """The source, read by our own ODD processor."""
    return read_odd(schemas / "telegram.odd")


@pytest.fixture(scope="module")
def source(schemas: Path) -> etree._Element:
    """The source with its parts put in."""
    tree = etree.parse(schemas / "telegram.odd")
    tree.xinclude()
    return tree.getroot()


def test_source_is_sound(reading: Reading) -> None:
    """Our ODD processor finds nothing to complain of, not even a class that nothing uses."""
    assert [finding for finding in reading.findings if finding.severity > Severity.INFO] == []


def test_generated_files_are_current(reading: Reading, schemas: Path) -> None:
    """Compiling the source again gives the committed files, byte for byte, and no file lies there besides."""
    compiled = compile_all(reading.schema)
    folder = schemas / "generated"
    assert sorted(compiled) == sorted(path.name for path in folder.iterdir())
    assert [name for name, data in compiled.items() if (folder / name).read_bytes() != data] == []


def test_every_element_is_documented(source: etree._Element) -> None:
    """Every element has a gloss, a description and an example."""
    lacking = [
        spec.get("ident")
        for spec in source.iterfind(".//tei:elementSpec", NS)
        if not (_words(spec, "tei:gloss") and _words(spec, "tei:desc") and spec.findall("tei:exemplum/ex:egXML", NS))
    ]
    assert lacking == []


def test_everything_else_is_described(source: etree._Element) -> None:
    """Every class, macro, datatype, attribute, listed value and rule has a description."""
    kinds = ("classSpec", "macroSpec", "dataSpec", "attDef", "valItem", "constraintSpec")
    lacking = [
        (kind, spec.get("ident"), spec.sourceline)
        for kind in kinds
        for spec in source.iterfind(f".//tei:{kind}", NS)
        if not _words(spec, "tei:desc")
    ]
    assert lacking == []


def test_descriptions_are_short(source: etree._Element) -> None:
    """No description or gloss is longer than 60 words: it is read in the margin of an editor."""
    texts = [" ".join("".join(node.itertext()).split()) for node in source.iterfind(".//tei:schemaSpec//tei:desc", NS)]
    assert [text for text in texts if len(text.split()) > 60] == []


def test_every_example_is_valid(source: etree._Element, anywhere: etree.RelaxNG) -> None:
    """Each example is one element that our grammar accepts where it may stand."""
    wrong = []
    for spec in source.iterfind(".//tei:elementSpec", NS):
        for example in spec.iterfind("tei:exemplum/ex:egXML", NS):
            assert len(example) == 1, spec.get("ident")
            tree = _as_tei(example[0])
            shown = {etree.QName(node).localname for node in tree.iter(etree.Element)}
            if spec.get("ident") not in shown or not anywhere.validate(tree):
                wrong.append((spec.get("ident"), str(anywhere.error_log.last_error)))
    assert wrong == []


def test_rules_speak_plainly(source: etree._Element) -> None:
    """Each message of a rule says what is wrong and, after a colon, the mend; its severity is error or warning."""
    found = source.xpath(".//sch:assert | .//sch:report", namespaces=NS)
    assert isinstance(found, list)
    assert len(found) >= 60
    for check in found:
        message = " ".join("".join(check.itertext()).split())
        assert re.fullmatch(r".+[:;,] .+\.", message), message
        assert check.get("role") in {"error", "warning"}, message


def test_rules_have_names_of_their_own(source: etree._Element) -> None:
    """No two rules share a name, for editors refer to them by it."""
    idents = [spec.get("ident") for spec in source.iterfind(".//tei:constraintSpec", NS)]
    assert len(idents) == len(set(idents))


def test_words_are_our_own(source: etree._Element, reference: Path) -> None:
    """No eight words in a row are taken from the descriptions, remarks, rules or examples of TEI."""
    theirs = etree.parse(reference / "p5subset.xml", etree.XMLParser(huge_tree=True)).getroot()
    runs = {run for text in _prose(theirs) for run in _runs(text)}
    assert len(runs) > 100_000
    assert [run for text in _prose(source) for run in _runs(text) if run in runs] == []


def _words(spec: etree._Element, path: str) -> str:
    node = spec.find(path, NS)
    return "" if node is None else " ".join("".join(node.itertext()).split())


def _prose(root: etree._Element) -> Iterator[str]:
    """Yield each text that explains something or shows it."""
    names = ("gloss", "desc", "p", "item", "label", "head", "remarks")
    nodes = [*(root.iter(*(f"{{{TEI_NS}}}{name}" for name in names))), *root.iter(f"{{{EX_NS}}}egXML")]
    nodes += list(root.iter(f"{{{SCH_NS}}}assert", f"{{{SCH_NS}}}report"))
    for node in nodes:
        yield " ".join("".join(node.itertext()).split())


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _as_tei(example: etree._Element) -> etree._Element:
    copy = deepcopy(example)
    for node in copy.iter(etree.Element):
        node.tag = f"{{{TEI_NS}}}{etree.QName(node).localname}"
    return copy
