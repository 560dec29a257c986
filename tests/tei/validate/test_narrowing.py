"""A narrowed schema accepts less than the whole one, and all that the encoder makes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from lxml import etree

from edition.resources import schemas_dir
from edition.settings import default_guard
from tei.encode import ELEMENTS
from tei.names import tei
from tei.validate.narrowing import narrow
from tests.karsk import karsk_tei

KARSK = Path(__file__).resolve().parents[3] / "examples" / "karsk"
XS = "{http://www.w3.org/2001/XMLSchema}"
SCHEMA = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="TEI" type="TEI"/>
  <xs:element name="teiCorpus" type="corpus"/>
  <xs:complexType name="TEI"><xs:choice maxOccurs="unbounded">
    <xs:annotation><xs:documentation>what stands in it</xs:documentation></xs:annotation>
    <xs:group ref="parts"/>
    <xs:element name="l" type="line"/>
  </xs:choice></xs:complexType>
  <xs:group name="parts"><xs:choice>
    <xs:element name="p" type="paragraph"/>
    <xs:element name="ab" type="paragraph"/>
  </xs:choice></xs:group>
  <xs:complexType name="paragraph"><xs:sequence>
    <xs:choice minOccurs="0"><xs:element name="gap" type="line"/></xs:choice>
  </xs:sequence></xs:complexType>
  <xs:complexType name="line"/>
  <xs:complexType name="corpus"><xs:sequence><xs:element ref="TEI"/></xs:sequence></xs:complexType>
</xs:schema>
"""


def narrowed(names: Collection[str]) -> etree._Element:
    schema = etree.fromstring(SCHEMA)
    narrow(schema, "TEI", names)
    return schema


def accepts(schema: etree._Element, document: str) -> bool:
    return etree.XMLSchema(schema).validate(etree.fromstring(document))


def test_a_choice_offers_the_named_elements_alone() -> None:
    """A document with another element is refused, and so is another root."""
    schema = narrowed({"p"})
    assert accepts(schema, "<TEI><p/></TEI>")
    assert not accepts(schema, "<TEI><ab/></TEI>")
    assert not accepts(schema, "<TEI><l/></TEI>")
    assert not accepts(schema, "<teiCorpus><TEI><p/></TEI></teiCorpus>")


def test_the_last_alternative_of_a_choice_stays() -> None:
    """A choice of nothing would be no schema; `gap` stays in its choice, `ab` in that without `p`."""
    schema = narrowed(())
    assert accepts(schema, "<TEI><ab><gap/></ab></TEI>")


def test_types_that_nothing_leads_to_are_taken_out() -> None:
    left = {part.get("name") for part in narrowed({"p", "gap"}).iterchildren(f"{XS}complexType")}
    assert left == {"TEI", "paragraph", "line"}


@pytest.mark.parametrize("path", sorted(KARSK.rglob("t19*.xml"))[:20], ids=lambda path: str(path.stem))
def test_the_guards_quick_schema_accepts_what_the_encoder_makes(path: Path) -> None:
    """Else every document would be checked twice."""
    schema = etree.parse(schemas_dir() / "generated" / "telegram.xsd")
    narrow(schema.getroot(), "TEI", ELEMENTS)
    assert etree.XMLSchema(schema).validate(etree.parse(path))


def test_a_document_with_a_rare_element_passes_the_guard_all_the_same() -> None:
    """`term` is in the schema and the encoder never makes it: the whole schema is asked."""
    tree = etree.parse(next(iter(sorted(karsk_tei().glob("t19*.xml")))))
    paragraph = next(tree.iter(tei("p")))
    etree.SubElement(paragraph, tei("term")).text = "ice"
    assert "term" not in ELEMENTS
    assert default_guard().check(tree) == ()
    paragraph[-1].set("cheese", "yes")
    assert [found.rule for found in default_guard().check(tree)]
