"""What commands do, without click: a request in, a result out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.commands.cite import run_cite
from edition.commands.encode import EncodeRequest, run_encode
from edition.commands.render import RenderRequest, run_render
from edition.commands.schema import run_schema_compile
from tei.errors import OutputError

ODD = Path(__file__).resolve().parents[2] / "schemas" / "telegram.odd"


def test_a_wrong_configuration_is_a_refusal_and_nothing_is_encoded(karsk: Path) -> None:
    (karsk / "edition.toml").write_text("[edition]\ntitel = 'x'\n")
    result = run_encode(EncodeRequest((), karsk / "edition.toml", karsk / "out", None, "2026-01-02"))
    assert (result.refused, [found.rule for found in result.findings]) == (True, ["CFG102"])
    assert not (karsk / "out").exists()


def test_a_result_as_json_is_the_report_with_what_the_command_adds() -> None:
    report = json.loads(run_cite(["RGASPI, f. 17, op. 1, d. 2"], None, None).json)
    assert list(report)[-1] == "references"
    assert report["findings"] == []


def test_several_references_in_a_sentence_are_several_results() -> None:
    result = run_cite(["RGASPI, f. 17, op. 1, d. 2; APRF, f. 45, op. 1, d. 3"], "wilson", None)
    assert len(result.text.splitlines()) == 2


def test_a_schema_with_an_error_writes_nothing(tmp_path: Path) -> None:
    odd = tmp_path / "x.odd"
    odd.write_text("<TEI/>")
    result = run_schema_compile(odd, tmp_path / "out")
    assert result.findings[0].rule == "ODD103"
    assert not (tmp_path / "out").exists()


def test_a_schema_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError):
        run_schema_compile(ODD, tmp_path / "out")


def test_a_document_that_is_no_tei_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<x/>")
    result = run_render(RenderRequest((tmp_path / "x.xml",), "html", None, 72, notes=True))
    assert ([found.rule for found in result.findings], result.data, result.refused) == (["REN102"], None, False)
