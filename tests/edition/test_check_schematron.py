"""Schematron at the command line: the phase, and what the rules say as SVRL."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.svrlfiles import svrl_path

RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron">
<phase id="quick"><active pattern="numbered"/></phase>
<pattern id="numbered"><rule context="p"><assert test="@n">no number</assert></rule></pattern>
<pattern id="filled"><rule context="p"><assert test="text()">no words</assert></rule></pattern>
</schema>"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules.sch").write_text(RULES)
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text("<p/>")
    return tmp_path


def check(*options: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["validate", "tei", "--schema", "rules.sch", "--no-rules", *options])
    return done.exit_code, done.output


@pytest.mark.usefixtures("here")
def test_a_phase_is_chosen_by_name() -> None:
    """Without one all patterns are run, with one those that it makes active."""
    assert "no words" in check()[1]
    assert "no words" not in check("--phase", "quick")[1]
    assert "no number" in check("--phase", "quick")[1]


@pytest.mark.usefixtures("here")
def test_an_unknown_phase_is_wrong_use() -> None:
    code, output = check("--phase", "slow")
    assert code == 2
    assert "phases here: quick" in output


def test_svrl_is_written_beside_the_report(here: Path) -> None:
    """Each document has a file of its own, found as the document is."""
    assert check("--svrl", "out", "--cache", "known.json")[0] == 1
    assert b"failed-assert" in (here / "out" / "tei" / "a.svrl").read_bytes()


def test_svrl_that_cannot_be_written_is_a_finding(here: Path) -> None:
    (here / "out").write_text("a file, not a folder")
    code, output = check("--svrl", "out")
    assert code == 1
    assert "OUT101" in output


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tei/a.xml", "out/tei/a.svrl"),
        ("../a.xml", "out/a.svrl"),
        ("/b/a.xml", "out/b/a.svrl"),
        ("-", "out/stdin.svrl"),
    ],
)
def test_svrl_stays_in_its_folder(path: str, expected: str) -> None:
    assert svrl_path(path, Path("out")).as_posix() == expected


def test_the_clock_is_read_by_the_command_alone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule may ask for today's date; SOURCE_DATE_EPOCH gives another, so that a check can be made again."""
    test = "xs:date(@until) ge current-date()"
    rules = RULES.replace("<schema ", '<schema queryBinding="xslt2" ').replace('test="@n"', f'test="{test}"')
    (here / "rules.sch").write_text(rules)
    (here / "tei" / "a.xml").write_text('<p until="1938-01-01">Karsk</p>')
    assert "no number" in check()[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    (here / "tei" / "a.xml").write_text('<p until="1970-01-01">Karsk</p>')
    code, output = check()
    assert code == 0, output


def test_an_odd_may_hold_rules_in_a_later_xpath(here: Path) -> None:
    """They are run in 3.1, and left out with the rules."""
    (here / "house.odd").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="k" start="letter" ns="urn:karsk">'
        '<elementSpec ident="letter" mode="add"><desc>A letter.</desc><content><textNode/></content>'
        '<constraintSpec ident="small" scheme="schematron"><constraint><sch:rule context="*:letter" '
        'xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:assert test="matches(., \'^[a-z]+$\')">not small'
        "</sch:assert></sch:rule></constraint></constraintSpec></elementSpec></schemaSpec></body></text></TEI>"
    )
    (here / "a.xml").write_text('<letter xmlns="urn:karsk">KARSK</letter>')
    ways = [CliRunner().invoke(main, ["validate", "a.xml", "-s", "house.odd", *more]) for more in ([], ["--no-rules"])]
    assert [(way.exit_code, "not small" in way.output) for way in ways] == [(1, True), (0, False)]
