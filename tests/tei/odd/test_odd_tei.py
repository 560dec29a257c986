"""The compiler against real ODDs: the project's own, and all of TEI."""

from __future__ import annotations

from pathlib import Path

import pytest
import xmlschema
from lxml import etree, html

from tei.findings import Severity
from tei.names import TEI_NS
from tei.odd import compile_all, compile_relaxng, read_odd
from tests.whole_tei import whole_tei

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
TELEGRAM = ROOT / "schemas" / "telegram.odd"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the reference data is not there")


@pytest.mark.skipif(not TELEGRAM.is_file(), reason="the schema is not written yet")
def test_the_schema_of_the_project_compiles(tmp_path: Path) -> None:
    """schemas/telegram.odd has no errors, and every validator can load what is made of it."""
    reading = read_odd(TELEGRAM)
    assert [finding for finding in reading.findings if finding.severity is Severity.ERROR] == []
    assert reading.schema is not None
    for name, data in compile_all(reading.schema).items():
        (tmp_path / name).write_bytes(data)
    etree.RelaxNG(etree.parse(str(tmp_path / "telegram.rng")))
    etree.XMLSchema(etree.parse(str(tmp_path / "telegram.xsd")))
    xmlschema.XMLSchema(str(tmp_path / "telegram.xsd"))
    guide = html.document_fromstring((tmp_path / "guide.html").read_text(encoding="utf-8"))
    ids = {node.get("id") for node in guide.iter(etree.Element)}
    links = {str(node.get("href")) for node in guide.iter("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= ids


def whole_of_tei(folder: Path) -> Path:
    """Put every specification of TEI into one self-contained ODD."""
    source = etree.parse(str(SHARED / "reference" / "tei" / "p5subset.xml"))
    root = etree.Element(f"{{{TEI_NS}}}TEI", nsmap={None: TEI_NS})
    schema = etree.SubElement(root, f"{{{TEI_NS}}}schemaSpec", ident="all", start="TEI teiCorpus")
    for kind in ("elementSpec", "classSpec", "macroSpec", "dataSpec"):
        schema.extend(source.findall(f".//{{{TEI_NS}}}div/{{{TEI_NS}}}{kind}"))
    path = folder / "all.odd"
    etree.ElementTree(root).write(str(path))
    return path


@needs_shared
@pytest.mark.bench
def test_all_of_tei_compiles_to_a_schema_that_agrees_with_teis_own(tmp_path: Path) -> None:
    """On every test document of TEI, and on a telegram, the verdict is that of tei_all.rng."""
    reading = read_odd(whole_of_tei(tmp_path))
    assert reading.schema is not None
    assert not {finding.rule for finding in reading.findings} & {"ODD111", "ODD112", "ODD120", "ODD121", "ODD122"}
    ours = etree.RelaxNG(etree.fromstring(compile_relaxng(reading.schema)))
    theirs = whole_tei()
    documents = [*sorted((SHARED / "reference" / "tei" / "p5-tests").glob("*.xml"))]
    documents.append(SHARED / "encoding" / "worked-example.xml")
    compared = 0
    for path in documents:
        tree = etree.ElementTree(etree.parse(str(path), etree.XMLParser(no_network=True)).getroot())
        assert ours.validate(tree) == theirs.validate(tree), path.name
        compared += 1
    assert compared > 60
