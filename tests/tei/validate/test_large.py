"""Files larger than what is held in memory: read in pieces, with findings all the same, in bounded memory."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from tei.findings import Finding
from tei.validate import Validator, large
from tei.validate.large import check_large, head_of

HERE = Path(__file__).parent
GOOD = (HERE / "karsk.xml").read_text(encoding="utf-8") + "\n" * 2**20
RULES = b"""<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="*"><report test="true()">a rule
</report></rule></pattern></schema>"""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file be large from a mebibyte on."""
    monkeypatch.setattr(large, "MAX_BYTES", 2**20)
    monkeypatch.setattr("tei.xmlfile.MAX_BYTES", 2**20)


def validate(*arguments: str | Path) -> list[str]:
    """Run the command and return the codes that it reports."""
    result = CliRunner().invoke(main, ["validate", "--format", "json", *map(str, arguments)])
    return [one["code"] for one in json.loads(result.output)["findings"]]


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(one.rule, one.location.line) for one in findings]


@pytest.mark.usefixtures("small")
def test_a_large_file_is_read_through_its_grammar_and_a_note_says_so(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    path.write_text(GOOD.replace("<lb/>", "<lb>end</lb>"))
    line = GOOD.count("\n", 0, GOOD.index("<lb/>")) + 1
    grammar, rules = Validator.load(HERE / "karsk.rng"), Validator.load(RULES)
    assert codes(check_large(str(path), [grammar, rules])) == [("VAL113", 0), ("VAL106", line)]
    (refused,) = check_large(str(path), [rules])
    assert (refused.rule, "RELAX NG" in refused.hint) == ("XML104", True)


@pytest.mark.usefixtures("small")
def test_the_command_checks_a_large_file_against_the_schema_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "k.rng").write_bytes((HERE / "karsk.rng").read_bytes())
    path = tmp_path / "large.xml"
    path.write_text(f'<?xml-model href="k.rng"?>\n{GOOD[GOOD.index("<TEI") :]}'.replace("<lb/>", "<lb>end</lb>"))
    found = validate(path, "--cache", tmp_path / "cache.json")
    assert found == ["VAL113", "VAL106"]
    assert found == validate(path, "--cache", tmp_path / "cache.json")
    assert found == validate(path, "--schema", HERE / "karsk.rng")


@pytest.mark.parametrize(
    "text",
    ["", "words", "<!-- no root -->" * 9000, "<!DOCTYPE a><a/>", '<a b=">', "\x00"],
    ids=["empty", "words", "far", "doctype", "cut", "nul"],
)
def test_a_file_that_does_not_begin_as_a_document_names_no_schema(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(text)
    assert head_of(str(path)) is None
    assert head_of(str(tmp_path / "none.xml")) is None


def test_the_head_of_a_file_is_its_root_with_what_stands_before(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<?xml-model href="k.rng"?><a b=\'>\' c="/>"><d><not XML')
    head = head_of(str(path))
    assert head is not None
    assert (dict(head.tree.getroot().attrib), len(head.tree.getroot())) == ({"b": ">", "c": "/>"}, 0)


def test_a_file_without_end_costs_neither_time_nor_memory(tmp_path: Path) -> None:
    """Half a gibibyte and more that is no XML, and a text of forty mebibytes where none may stand."""
    sparse = tmp_path / "sparse.xml"
    sparse.write_bytes(b"<TEI>")
    with sparse.open("r+b") as file:
        file.truncate(513 * 2**20)
    text = tmp_path / "text.xml"
    before, after = GOOD.split("<body>")
    with text.open("wb") as file:
        file.write(f"{before}<body>".encode())
        for _ in range(40):
            file.write(b"the ice \n" * 2**17)
        file.write(after.encode())
    grammar = Validator.load(HERE / "karsk.rng")
    grammar.prepare()
    tracemalloc.start()
    try:
        found = check_large(str(sparse), [grammar])
        assert codes(found) == [("VAL113", 0), ("XML102", 1)]
        assert "open is <TEI> of line 1" in found[1].message
        assert codes(check_large(str(text), [grammar]))[1] == ("VAL106", GOOD.count("\n", 0, GOOD.index("<body>")) + 1)
        assert tracemalloc.get_traced_memory()[1] < 90 * 2**20
    finally:
        tracemalloc.stop()
