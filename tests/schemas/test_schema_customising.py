"""Customisations of TEI, compiled against TEI's own specifications and compared with TEI's own schema."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from schema_grammar import read_grammar
from schema_inclusion import compare

from tei.names import TEI_NS
from tei.odd import compile_relaxng, read_odd

MODULES = [
    "tei",
    "header",
    "core",
    "textstructure",
    "gaiji",
    "verse",
    "drama",
    "spoken",
    "cmc",
    "dictionaries",
    "msdescription",
    "transcr",
    "textcrit",
    "namesdates",
    "figures",
    "corpus",
    "linking",
    "analysis",
    "iso-fs",
    "nets",
    "certainty",
    "tagdocs",
]


def of_modules(folder: Path, modules: list[str], more: str = "") -> Path:
    """Write an ODD that takes these modules of TEI."""
    root = etree.Element(f"{{{TEI_NS}}}TEI", nsmap={None: TEI_NS})
    schema = etree.SubElement(root, f"{{{TEI_NS}}}schemaSpec", ident="some", start="TEI", source="tei:current")
    for module in modules:
        key, _, only = module.partition("=")
        etree.SubElement(schema, f"{{{TEI_NS}}}moduleRef", {"key": key} | ({"include": only} if only else {}))
    schema.extend(etree.fromstring(f'<all xmlns="{TEI_NS}">{more}</all>'))
    path = folder / "some.odd"
    etree.ElementTree(root).write(str(path))
    return path


SMALL = (
    "tei",
    "header=teiHeader fileDesc titleStmt publicationStmt sourceDesc",
    "core=p title list item",
    "textstructure=TEI text body div",
)


def test_a_small_customisation_of_tei_is_stricter_than_tei(tmp_path: Path, reference: Path) -> None:
    """Four modules with few elements each: what is taken is accepted, what is left out is not."""
    reading = read_odd(of_modules(tmp_path, list(SMALL)), reference / "p5subset.xml")
    assert reading.findings == ()
    assert reading.schema is not None
    assert len(reading.schema.elements) == 13
    grammar = etree.RelaxNG(etree.fromstring(compile_relaxng(reading.schema)))
    header = (
        "<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt>"
        "<sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>"
    )
    for body, verdict in (("<p>one</p>", True), ("<div><list><item>a</item></list></div>", True), ("<ab/>", False)):
        document = f'<TEI xmlns="{TEI_NS}">{header}<text><body>{body}</body></text></TEI>'
        assert grammar.validate(etree.fromstring(document)) is verdict


def contents(found: list[str]) -> list[str]:
    return [line for line in found if ": content" in line]


@pytest.mark.bench
def test_all_modules_together_are_all_of_tei(tmp_path: Path, reference: Path) -> None:
    """Taken module by module, each content model is just that of tei_all.rng: a proof in both directions."""
    schema = read_odd(of_modules(tmp_path, MODULES), reference / "p5subset.xml").schema
    assert schema is not None
    (tmp_path / "ours.rng").write_bytes(compile_relaxng(schema))
    ours, theirs = read_grammar(tmp_path / "ours.rng"), read_grammar(reference / "tei_all.rng")
    assert len(ours.elements) > 580
    assert set(theirs.elements) - set(ours.elements) == set()
    assert contents(compare(ours, theirs)) == []
    assert contents(compare(theirs, ours)) == []


@pytest.mark.bench
@pytest.mark.parametrize(
    "modules",
    [MODULES[:4], list(SMALL), [*MODULES[:4], "msdescription", "transcr"], [one for one in MODULES if one != "drama"]],
)
def test_what_only_leaves_things_out_is_a_pure_subset_of_tei(
    tmp_path: Path, reference: Path, modules: list[str]
) -> None:
    """No content is allowed by a choice of modules and elements that all of TEI refuses."""
    schema = read_odd(of_modules(tmp_path, modules), reference / "p5subset.xml").schema
    assert schema is not None
    (tmp_path / "ours.rng").write_bytes(compile_relaxng(schema))
    theirs = read_grammar(reference / "tei_all.rng")
    assert contents(compare(read_grammar(tmp_path / "ours.rng"), theirs)) == []
