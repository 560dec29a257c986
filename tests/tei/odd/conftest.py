"""Small ODDs for the tests: a fragment of specifications becomes a file, a reading, and three validators."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
