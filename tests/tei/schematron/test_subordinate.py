"""Rules about other documents than the one that is checked."""

from pathlib import Path

import pytest

from tei.findings import Finding
from tei.schematron import Schematron, svrl
from tei.xmlfile import parse_file

SCH = "http://purl.oclc.org/dsdl/schematron"


def found(folder: Path, binding: str, let: str, documents: str = "//ptr/@target") -> tuple[Finding, ...]:
    """Check an invented letter of the station Karsk whose rules look into its list of stations."""
    (folder / "letter.xml").write_text('<letter n="7" station="karsk"><ptr target="list/a.xml"/></letter>')
    (folder / "list").mkdir(exist_ok=True)
    (folder / "list" / "a.xml").write_text('<list>\n<station n="8"/></list>')
    schema = folder / "rules.sch"
    schema.write_text(
        f'<schema xmlns="{SCH}" queryBinding="{binding}"><let name="known" value="{let}"/>'
        f'<pattern id="own"><rule context="letter"><report test="true()">a letter</report></rule></pattern>'
        f'<pattern id="others" documents="{documents}"><rule context="station">'
        '<assert test="@n = $known">not <value-of select="$known"/></assert></rule></pattern></schema>'
    )
    return Schematron.load(schema).findings(parse_file(folder / "letter.xml"), str(folder / "letter.xml"))


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3"])
@pytest.mark.parametrize(
    ("let", "said"), [("string(/letter/@station)", "not karsk"), ("number(/letter/@n)", "not 7"), ("'x'", "not x")]
)
def test_a_rule_about_another_document_is_found_there(binding: str, let: str, said: str, tmp_path: Path) -> None:
    """Its variables are those of the document that is checked, its place is in the other document."""
    own, other = found(tmp_path, binding, let)
    assert (own.message, own.location.path) == ("a letter", str(tmp_path / "letter.xml"))
    assert (other.message, Path(other.location.path), other.location.line) == (said, tmp_path / "list" / "a.xml", 2)


@pytest.mark.parametrize("binding", ["xslt", "xslt3"])
@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ("'none.xml'", "none.xml cannot be read"),
        ("'http://karsk.example/a.xml'", "nothing is fetched"),
    ],
)
def test_a_document_that_cannot_be_had_is_named(binding: str, documents: str, words: str, tmp_path: Path) -> None:
    """The rules of that pattern break off with the reason, and the others are heard all the same."""
    messages = [one.message for one in found(tmp_path, binding, "'x'", documents)]
    assert "a letter" in messages
    assert any(words in message for message in messages)


@pytest.mark.parametrize("binding", ["xslt", "xslt3"])
def test_nodes_of_the_instance_are_of_no_use_elsewhere(binding: str, tmp_path: Path) -> None:
    """A variable that holds several nodes of the instance cannot be a literal, and is named."""
    messages = [one.message for one in found(tmp_path, binding, "//@*")]
    assert any("$known holds nodes" in message for message in messages)


def test_svrl_holds_what_was_found_in_other_documents(tmp_path: Path) -> None:
    found(tmp_path, "xslt", "'x'")
    report = svrl(Schematron.load(tmp_path / "rules.sch"), parse_file(tmp_path / "letter.xml"))
    assert b"not x" in report


@pytest.mark.parametrize("context", ["*:letter", "/*:letter", "*:list/*:letter | *:letter"])
def test_a_name_in_any_namespace_is_a_context_of_later_xpaths(context: str, tmp_path: Path) -> None:
    """XPath 1.0 does not know it, so the nodes are not sought by libxml2."""
    (tmp_path / "letter.xml").write_text('<letter xmlns="urn:karsk"/>')
    schema = (
        f'<schema xmlns="{SCH}" queryBinding="xslt3"><pattern><rule context="{context}">'
        '<report test="true()">a letter</report></rule></pattern></schema>'
    )
    rules = Schematron.load(schema.encode())
    assert [one.message for one in rules.findings(parse_file(tmp_path / "letter.xml"))] == ["a letter"]
