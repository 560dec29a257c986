"""Small ODDs for the tests: a fragment of specifications becomes a file, a reading, and three validators.

An invented vocabulary, `LIBRARY`, stands for TEI where one ODD customises another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
import xmlschema
from lxml import etree
from xmlschema.validators import facets

from tei.findings import Severity
from tei.names import TEI_NS
from tei.odd import OddSchema, Reading, compile_relaxng, compile_xsd, read_odd

HEAD = (
    f'<TEI xmlns="{TEI_NS}" xmlns:sch="http://purl.oclc.org/dsdl/schematron"'
    ' xmlns:xi="http://www.w3.org/2001/XInclude" xml:lang="en"><text><body>'
)


@pytest.fixture(autouse=True, scope="session")
def patterns() -> Iterator[None]:
    """A pattern is translated once for all schemas: the package counts a million letters for each class of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "translate_pattern", cache(facets.translate_pattern))
        yield


@dataclass(frozen=True)
class Validators:
    """The validators made from one schema: RELAX NG and XML Schema in libxml2, XML Schema in the package xmlschema."""

    relaxng: etree.RelaxNG
    xsd: etree.XMLSchema
    python: xmlschema.XMLSchema

    def verdicts(self, document: str) -> tuple[bool, bool, bool]:
        tree = etree.fromstring(document)
        return self.relaxng.validate(tree), self.xsd.validate(tree), self.python.is_valid(document)

    def agree(self, document: str) -> bool:
        """Return the one verdict that all give."""
        verdicts = self.verdicts(document)
        assert len(set(verdicts)) == 1, f"RELAX NG, XSD (libxml2), XSD (xmlschema) say {verdicts} of {document}"
        return verdicts[0]


def wrap(specs: str, start: str = "r") -> str:
    """Put specifications into an ODD; they begin on line 2."""
    return f'{HEAD}<schemaSpec ident="karsk" start="{start}">\n{specs}\n</schemaSpec></body></text></TEI>'


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    def reader(specs: str, start: str = "r") -> Reading:
        path = tmp_path / "karsk.odd"
        path.write_text(wrap(specs, start), encoding="utf-8")
        return read_odd(path)

    return reader


@pytest.fixture
def schema(read: Callable[..., Reading]) -> Callable[..., OddSchema]:
    def reader(specs: str, start: str = "r") -> OddSchema:
        reading = read(specs, start)
        assert [finding.message for finding in reading.findings if finding.severity is Severity.ERROR] == []
        assert reading.schema is not None
        return reading.schema

    return reader


def validators_of(schema: OddSchema, folder: Path) -> Validators:
    """Compile a schema to RELAX NG and XML Schema and load both."""
    for name, data in compile_xsd(schema, "karsk").items():
        (folder / name).write_bytes(data)
    path = str(folder / "karsk.xsd")
    relaxng = etree.RelaxNG(etree.fromstring(compile_relaxng(schema)))
    return Validators(relaxng, etree.XMLSchema(etree.parse(path)), xmlschema.XMLSchema(path))


@pytest.fixture
def validators(schema: Callable[..., OddSchema], tmp_path: Path) -> Callable[..., Validators]:
    return lambda specs, start="r": validators_of(schema(specs, start), tmp_path)


@pytest.fixture
def compiled(tmp_path: Path) -> Callable[[OddSchema], Validators]:
    return lambda schema: validators_of(schema, tmp_path)


LIBRARY = f"""{HEAD}
<dataSpec ident="t.word" module="base"><desc>d</desc>
  <content><dataRef name="token" restriction="\\S+"/></content></dataSpec>
<macroSpec ident="macro.words" module="base"><desc>d</desc><content>
  <alternate minOccurs="0" maxOccurs="unbounded"><textNode/><classRef key="model.line"/></alternate>
  </content></macroSpec>
<classSpec ident="att.named" type="atts" module="base"><desc>d</desc>
  <classes><memberOf key="att.extra"/></classes><attList>
  <attDef ident="n"><desc>d</desc><datatype><dataRef key="t.word"/></datatype></attDef>
  <attDef ident="kind"><desc>d</desc><datatype><dataRef key="t.word"/></datatype><valList type="closed">
    <valItem ident="wire"/><valItem ident="letter"/></valList></attDef></attList></classSpec>
<classSpec ident="model.line" type="model" module="base"><desc>d</desc></classSpec>
<elementSpec ident="doc" module="base"><desc>d</desc><classes><memberOf key="att.named"/></classes><content>
  <sequence><elementRef key="head" minOccurs="0"/><alternate minOccurs="1" maxOccurs="unbounded">
    <elementRef key="part"/><elementRef key="plan"/></alternate></sequence></content></elementSpec>
<elementSpec ident="head" module="base"><desc>d</desc><content><elementRef key="mark"/></content></elementSpec>
<elementSpec ident="part" module="base"><desc>d</desc><classes><memberOf key="att.named"/></classes>
  <content><macroRef key="macro.words"/></content>
  <constraintSpec ident="numbered" scheme="schematron"><constraint>
    <sch:assert test="matches(@n, '^[0-9]+$')">a number</sch:assert></constraint></constraintSpec>
  <attList><attDef ident="role" usage="opt"><desc>d</desc></attDef></attList></elementSpec>
<elementSpec ident="plan" module="base"><desc>d</desc><content><empty/></content>
  <attList org="choice"><attDef ident="by"><desc>d</desc></attDef><attDef ident="of"><desc>d</desc></attDef></attList>
  </elementSpec>
<elementSpec ident="mark" module="base"><desc>d</desc><classes><memberOf key="model.line"/></classes>
  <content><textNode/></content></elementSpec>
<classSpec ident="att.extra" type="atts" module="extra"><desc>d</desc><attList>
  <attDef ident="place"><desc>d</desc></attDef></attList></classSpec>
<elementSpec ident="stamp" module="extra"><desc>d</desc><classes><memberOf key="model.line"/></classes>
  <content><textNode/></content></elementSpec>
</body></text></TEI>"""

BASE = '<moduleRef key="base"/>'
Read: TypeAlias = Callable[..., Reading]


@pytest.fixture
def customised(tmp_path: Path) -> Read:
    """Return what reads a schema that takes from the vocabulary above."""
    (tmp_path / "library.xml").write_text(LIBRARY, encoding="utf-8")

    def reader(specs: str, source: str = "library.xml") -> Reading:
        path = tmp_path / "house.odd"
        path.write_text(
            f'{HEAD}<schemaSpec ident="house" start="doc" source="{source}">\n{specs}\n'
            "</schemaSpec></body></text></TEI>",
            encoding="utf-8",
        )
        return read_odd(path)

    return reader


def accepts(reading: Reading, inside: str) -> bool:
    """Say whether a document is valid by the RELAX NG that is made."""
    assert [one.message for one in reading.findings if one.severity is Severity.ERROR] == []
    assert reading.schema is not None
    grammar = etree.RelaxNG(etree.fromstring(compile_relaxng(reading.schema)))
    return bool(grammar.validate(etree.fromstring(document(inside))))


def document(inside: str) -> str:
    attributes, _, content = inside.partition("|")
    return f'<doc xmlns="{TEI_NS}" {attributes}>{content}</doc>'


def part(*changes: str) -> str:
    """Change one element."""
    return f'<elementSpec ident="part" mode="change">{"".join(changes)}</elementSpec>'
