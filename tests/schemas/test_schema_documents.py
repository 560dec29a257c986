"""Whole documents that follow the conventions of the edition pass the grammar and every rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, isoschematron

from tei.names import NAMESPACES

NS = NAMESPACES | {"svrl": "http://purl.oclc.org/dsdl/svrl"}
DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.xml"))
DIGEST = "0123456789abcdef" * 4


@pytest.fixture(scope="module")
def rules(schemas: Path) -> isoschematron.Schematron:
    """All rules of the schema."""
    return isoschematron.Schematron(etree.parse(schemas / "generated" / "telegram.sch"), store_report=True)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_document_is_sound(
    path: Path, relaxng: etree.RelaxNG, xsd: etree.XMLSchema, rules: isoschematron.Schematron
) -> None:
    """A telegram, a context document, an authority list and a corpus: valid twice over, and no rule complains."""
    document = etree.parse(path)
    assert relaxng.validate(document), relaxng.error_log
    assert xsd.validate(document), xsd.error_log
    assert _complaints(rules, document) == []


def test_documents_of_every_kind_are_there() -> None:
    """The folder holds one document of each kind."""
    assert [path.stem for path in DOCUMENTS] == ["c-karsk-winter", "corpus", "persons", "t1938-02-14-orlin-vetrova"]


def test_worked_example_is_valid(
    worked_example: Path, relaxng: etree.RelaxNG, xsd: etree.XMLSchema, rules: isoschematron.Schematron
) -> None:
    """The worked example passes the grammar as it stands; with a digest put in, only names without entries remain."""
    document = etree.parse(worked_example)
    assert relaxng.validate(document), relaxng.error_log
    assert xsd.validate(document), xsd.error_log
    digest = document.find(".//tei:idno[@type='sha256']", NAMESPACES)
    assert digest is not None
    digest.text = DIGEST
    assert {role for role, _ in _complaints(rules, document)} == {"warning"}
    assert all("add the entry to standOff" in text for _, text in _complaints(rules, document))


def _complaints(rules: isoschematron.Schematron, document: etree._ElementTree) -> list[tuple[str, str]]:
    rules.validate(document)
    found = rules.validation_report.xpath("//svrl:failed-assert | //svrl:successful-report", namespaces=NS)
    return [(node.get("role") or "", "".join(node.itertext()).strip()) for node in found]
