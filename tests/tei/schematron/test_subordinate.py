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


LIST = """<schema xmlns="{sch}" queryBinding="{binding}"><phase id="all"><active pattern="others"/>
<let name="asked" value="{asked}"/></phase><let name="stations" value="//station"/>
<pattern id="others" documents="//ptr/@target"><let name="here" value="count(//station)"/><rule context="station">
<assert test="{test}">of <value-of select="$here"/> here and <value-of select="count($stations)"/> there</assert>
</rule></pattern></schema>"""


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3"])
@pytest.mark.parametrize(
    ("asked", "test", "missing"),
    [
        ("//station/@n", "@n = $asked", ["9"]),
        ("//station", "$asked[@n = current()/@n]", ["9"]),
        ("//station", "$asked/@n = @n", ["9"]),
        ("//station", "$stations/../@kind = 'winter' and count($asked/following-sibling::station) = 1", []),
        ("//none", "$asked", ["8", "9"]),
        ("concat('it', &quot;'&quot;, 's ', '&quot;')", "contains($asked, '&quot;') and contains($asked, 's')", []),
        ("count(//station) = 2", "$asked", []),
    ],
)
def test_nodes_of_the_instance_are_at_hand_in_other_documents(
    binding: str, asked: str, test: str, missing: list[str], tmp_path: Path
) -> None:
    """Variables of the schema and of the phase are nodes of the instance; those of the pattern are of the other."""
    (tmp_path / "letter.xml").write_text(
        '<letter kind="winter"><station n="7"/><station n="8"/><ptr target="list.xml"/></letter>'
    )
    (tmp_path / "list.xml").write_text('<list>\n<station n="8"/>\n<station n="9"/><station n="7"/></list>')
    schema = LIST.format(sch=SCH, binding=binding, asked=asked, test=test)
    rules = Schematron.load(schema.encode(), phase="all")
    findings = rules.findings(parse_file(tmp_path / "letter.xml"), "letter.xml")
    places = {"8": 2, "9": 3}
    assert [one.location.line for one in findings][: len(missing)] == [places[one] for one in missing]
    assert {one.message for one in findings} <= {"of 3 here and 2 there"}
    assert bool(findings) is bool(missing)


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3"])
def test_the_documents_may_be_named_by_a_variable(binding: str, tmp_path: Path) -> None:
    """Of attributes, of elements, or of one of them."""
    (tmp_path / "letter.xml").write_text('<letter><ptr target="a.xml">b.xml</ptr><ptr target="b.xml"/></letter>')
    for name in "ab":
        (tmp_path / f"{name}.xml").write_text(f"<{name}/>")
    for let, documents, expected in (
        ("//@target", "$files", ["a", "b"]),
        ("//ptr", "$files[1]", ["b"]),
        ("//ptr", "$files/@target", ["a", "b"]),
    ):
        schema = (
            f'<schema xmlns="{SCH}" queryBinding="{binding}"><let name="files" value="{let}"/>'
            f'<pattern documents="{documents}"><rule context="*"><report test="true()"><name/></report></rule>'
            "</pattern></schema>"
        )
        findings = Schematron.load(schema.encode()).findings(parse_file(tmp_path / "letter.xml"), "letter.xml")
        assert [one.message for one in findings] == expected


def test_attributes_of_the_instance_are_values_elsewhere_and_no_more(tmp_path: Path) -> None:
    """A rule in XPath 1.0 that asks for their elements or names is said not to be run."""
    (tmp_path / "letter.xml").write_text('<letter n="7"><ptr target="list.xml"/></letter>')
    (tmp_path / "list.xml").write_text("<list><station/></list>")
    for test in ("$asked/..", "name($asked) = 'n'"):
        schema = LIST.format(sch=SCH, binding="xslt", asked="/letter/@n", test=test)
        (one,) = Schematron.load(schema.encode(), phase="all").findings(parse_file(tmp_path / "letter.xml"))
        assert (one.rule, "$asked holds attributes" in one.message) == ("SCH110", True)
        schema = LIST.format(sch=SCH, binding="xslt3", asked="/letter/@n", test=test)
        assert Schematron.load(schema.encode(), phase="all").findings(parse_file(tmp_path / "letter.xml")) == ()


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
