"""XML Schema behind the same face: the errors of the library in our codes, lines and words."""

from pathlib import Path

import pytest

from tei.errors import SchemaError
from tei.validate import Validator

SCHEMA = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:k" xmlns="urn:k"
  elementFormDefault="qualified">
<xs:element name="log"><xs:complexType><xs:sequence>
  <xs:element name="day" type="xs:integer"/>
  <xs:element name="note" minOccurs="0" maxOccurs="2"><xs:complexType>
    <xs:attribute name="kind" use="required"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="ice"/><xs:enumeration value="wind"/></xs:restriction></xs:simpleType></xs:attribute>
  </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

CASES = [
    ("<day>1</day>", []),
    ("<day>one</day>", [("VAL105", '<day> holds "one"')]),
    ("", [("VAL102", "<log> needs <day>")]),
    ('<note kind="ice"/>', [("VAL101", "<note> is not allowed at this place in <log>")]),
    ("<day>1</day><note/>", [("VAL104", "<note> lacks @kind")]),
    ('<day>1</day><note kind="ice" n="1"/>', [("VAL103", "@n is not allowed on <note>")]),
    ('<day>1</day><note kind="snow"/>', [("VAL105", '@kind of <note> is "snow"')]),
    ("<day>1</day>words", [("VAL106", "text stands loose in <log>")]),
    ("<day>1</day><none/>", [("VAL101", "<none> is not allowed")]),
    ('<day xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">1</day>', [("VAL199", "<day>: ")]),
]


@pytest.mark.parametrize(("content", "expected"), CASES)
def test_a_mistake_is_told_in_our_codes_with_its_line(content: str, expected: list[tuple[str, str]]) -> None:
    """Each kind of error of the library has a code of ours; the line is that of the element."""
    findings = Validator.load(SCHEMA).validate(f'<log xmlns="urn:k">\n{content}</log>'.encode())
    assert [found.rule for found in findings] == [code for code, _ in expected]
    for found, (code, words) in zip(findings, expected, strict=True):
        assert words in found.message
        assert found.location.line == (1 if code in ("VAL102", "VAL106") else 2)
        assert found.location.column


def test_a_root_of_another_vocabulary_is_unknown() -> None:
    """A document with another root is one finding."""
    assert [found.rule for found in Validator.load(SCHEMA).validate(b"<html/>")] == ["VAL107"]


def test_a_schema_is_read_with_what_stands_beside_it(tmp_path: Path) -> None:
    """An include is found relative to the schema; without it the schema cannot be used."""
    (tmp_path / "part.xsd").write_bytes(SCHEMA)
    path = tmp_path / "a.xsd"
    include = '<xs:include schemaLocation="part.xsd"/>'
    path.write_text(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:k">{include}</xs:schema>'
    )
    assert Validator.load(path).validate(b'<log xmlns="urn:k"><day>1</day></log>') == ()
    (tmp_path / "part.xsd").unlink()
    path.write_text(path.read_text() + "<!-- changed -->")
    with pytest.raises(SchemaError, match=r"part\.xsd"):
        Validator.load(path).prepare()
