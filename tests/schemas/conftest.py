"""What the tests of the schema share: its files, the grammars read, the validators, the documents drawn."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lxml import etree

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "kit"))  # the kit is for these tests alone and is no package

from schema_drawing import Drawing  # noqa: E402  (needs the path above)
from schema_grammar import RNG, Grammar, read_grammar  # noqa: E402

ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
SEED = 1938


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder of the schema's source; what is compiled from it is in `generated`."""
    return ROOT / "schemas"


@pytest.fixture(scope="session")
def reference() -> Path:
    """TEI's own files, which are not part of the project."""
    folder = SHARED / "reference" / "tei"
    if not folder.is_dir():
        pytest.skip("TEI's own schema and specifications are not here")
    return folder


@pytest.fixture(scope="session")
def worked_example() -> Path:
    """The document that the encoding rules were drawn from."""
    path = SHARED / "encoding" / "worked-example.xml"
    if not path.is_file():
        pytest.skip("the worked example is not here")
    return path


@pytest.fixture(scope="session")
def grammar(schemas: Path) -> Grammar:
    """Our grammar, read from the RELAX NG made from the source."""
    return read_grammar(schemas / "generated" / "telegram.rng")


@pytest.fixture(scope="session")
def relaxng(schemas: Path) -> etree.RelaxNG:
    """Our RELAX NG, compiled by libxml2."""
    return etree.RelaxNG(etree.parse(schemas / "generated" / "telegram.rng"))


@pytest.fixture(scope="session")
def anywhere(schemas: Path) -> etree.RelaxNG:
    """Our grammar with every element as a root, for trying a piece of a document by itself."""
    root = etree.parse(schemas / "generated" / "telegram.rng").getroot()
    defines = [node for node in root.iter(f"{RNG}define") if node.find(f"{RNG}element") is not None]
    start = root.find(f"{RNG}start")
    start.clear()
    options = etree.SubElement(start, f"{RNG}choice")
    for define in defines:
        etree.SubElement(options, f"{RNG}ref", name=define.get("name"))
    return etree.RelaxNG(root)


@pytest.fixture(scope="session")
def xsd(schemas: Path) -> etree.XMLSchema:
    """Our XML Schema, compiled by libxml2."""
    return etree.XMLSchema(etree.parse(schemas / "generated" / "telegram.xsd"))


@pytest.fixture(scope="session")
def drawing(grammar: Grammar) -> Drawing:
    """The source of the documents of `drawn`, after they were drawn."""
    return Drawing(grammar, SEED)


@pytest.fixture(scope="session")
def drawn(drawing: Drawing) -> tuple[etree._Element, ...]:
    """Five hundred documents drawn from our grammar."""
    return tuple(drawing.document() for _ in range(500))
