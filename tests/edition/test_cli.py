"""The command line: exit codes, reports in text and JSON, standard input, quiet; every command answers --help."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from edition import cli
from edition.cli import main
from tei import __version__
from tei.names import TEI_NS

GOOD_REFERENCE = "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"
ID = "t1937-09-12-vetrov-sabelnikov"


def commands(group: click.Group = main, name: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for part, command in group.commands.items():
        found.append((*name, part))
        if isinstance(command, click.Group):
            found += commands(command, (*name, part))
    return found


def process(*arguments: object, env: dict[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[Any]:
    command = [sys.executable, "-m", "edition.cli", *(str(argument) for argument in arguments)]
    path = str(Path(cli.__file__).resolve().parents[1])
    return subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONPATH": path, **(env or {})}, timeout=60, **options
    )


@pytest.fixture
def document(encode: Callable[..., Any], page: Path, tmp_path: Path) -> Path:
    """An encoded telegram."""
    assert encode(page, "-o", tmp_path / "tei").code == 0
    return tmp_path / "tei" / f"{ID}.xml"


@pytest.mark.parametrize("name", commands(), ids=" ".join)
def test_every_command_answers_help_with_an_example(name: tuple[str, ...], tei: Callable[..., Any]) -> None:
    ran = tei(*name, "--help")
    assert ran.code == 0
    assert "Usage:" in ran.stdout
    assert "Examples:" in ran.stdout or name == ("schema",)


def test_the_version_is_that_of_the_package(tei: Callable[..., Any]) -> None:
    assert tei("--version").stdout == f"tei {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("encode", "--nonsense"),
        ("encode", "x.txt", "--format", "xml"),
        ("encode", "x.txt", "--date", "yesterday"),
        ("encode", "x.txt", "--date", "2026-02-30"),
        ("encode", "x.txt", "--date", "20260203"),
        ("encode", "x.txt", "--charset", "nonsense"),
        ("encode", "x.txt", "--charset", "base64"),
        ("encode", "x.txt", "--charset", "idna"),
        ("encode",),
        ("encode", "nowhere"),
        ("encode", "nowhere.txt"),
        ("encode", "x.txt", "--config", "nowhere.toml"),
        ("validate",),
        ("validate", "nowhere.xml"),
        ("validate", "."),
        ("validate", "-", "--schema", "nowhere.rng"),
        ("render",),
        ("render", "nowhere.xml"),
        ("render", "nowhere.xml", "--output", "out"),
        ("render", "."),
        ("render", "a.xml", "b.xml"),
        ("render", "a.xml", "--to", "pdf"),
        ("render", "a.xml", "--width", "-3"),
        ("schema", "compile"),
        ("cite",),
        ("cite", GOOD_REFERENCE, "--style", "nonsense"),
        ("cite", GOOD_REFERENCE, "--config", "nowhere.toml"),
        ("explain", "XYZ999"),
    ],
    ids=" ".join,
)
def test_a_command_asked_wrongly_says_so_and_exits_with_2(
    arguments: tuple[str, ...], tei: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = tei(*arguments)
    assert ran.code == 2
    assert ran.stdout or ran.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_is_clean_exits_with_0(document: Path, tei: Callable[..., Any]) -> None:
    assert tei("validate", document).code == 0
    assert tei("render", document).code == 0
    assert tei("cite", GOOD_REFERENCE).code == 0
    assert tei("explain", "VAL101").code == 0


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_findings_exit_with_1_from_the_severity_that_was_asked(
    fail_on: str, code: int, encode: Callable[..., Any], karsk: Path
) -> None:
    """Page 06 has a note marker without its note: a warning."""
    ran = encode(karsk / "captures" / "06-two-barometers.txt", "-o", karsk / "tei", "--fail-on", fail_on)
    assert (ran.findings, ran.code) == (["REC301"], code)


def test_a_finding_of_severity_error_exits_with_1_or_with_0_when_never_is_asked(
    tei: Callable[..., Any], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_text("<TEI>")
    assert tei("validate", bad).code == 1
    assert tei("validate", bad, "--fail-on", "never").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("encode", "{page}", "-o", "out"),
        ("validate", "{document}"),
        ("validate", "nowhere.xml"),
        ("render", "{document}", "-o", "x.html"),
        ("render", "{document}"),
        ("render", "a", "b"),
        ("schema", "compile", "nowhere.odd"),
        ("schema", "guide", "{page}"),
        ("cite", GOOD_REFERENCE),
        ("cite", "no reference at all"),
        ("cite", GOOD_REFERENCE, "--config", "nowhere.toml"),
    ],
    ids=" ".join,
)
def test_every_report_can_be_had_as_json(
    arguments: tuple[str, ...],
    tei: Callable[..., Any],
    document: Path,
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where standard output is taken by the result, the report goes to standard error."""
    monkeypatch.chdir(tmp_path)
    ran = tei(*(word.format(page=page, document=document) for word in arguments), "--format", "json")
    report = ran.json if "<html" not in ran.stdout else type(ran)(ran.code, "", ran.stderr, b"").json
    assert {"version", "summary", "files", "findings"} <= set(report)
    assert bool(report["findings"]) == (ran.code != 0) or arguments[0] == "encode"


def test_the_json_of_cite_gives_key_parts_and_styles(tei: Callable[..., Any]) -> None:
    (reference,) = tei("cite", GOOD_REFERENCE, "--format", "json").json["references"]
    assert reference["key"] == "rgaspi/558/11/330/95-96"
    assert reference["parts"]["delo"] == "330"
    assert set(reference["styles"]) == {"wilson", "chicago", "gost"}


def test_cite_prints_one_style_when_one_is_asked(tei: Callable[..., Any]) -> None:
    assert tei("cite", GOOD_REFERENCE, "--style", "wilson").stdout.count("\n") == 1


def test_cite_reads_a_reference_a_line_from_standard_input(tei: Callable[..., Any]) -> None:
    ran = tei("cite", "-", "--style", "gost", stdin=f"{GOOD_REFERENCE}\n\nRGASPI, f. 17, op. 162, d. 36, l. 5\n")
    assert (ran.code, len(ran.stdout.splitlines())) == (0, 2)


@pytest.mark.parametrize(("reference", "stdin"), [("", ""), ("-", ""), ("-", "\n \n"), ("in Moscow", "")])
def test_cite_without_a_reference_is_a_finding(reference: str, stdin: str, tei: Callable[..., Any]) -> None:
    ran = tei("cite", reference, stdin=stdin)
    assert ran.code == 1
    assert "ARC199" in ran.stderr


def test_cite_knows_the_archives_of_an_edition(karsk: Path, tei: Callable[..., Any]) -> None:
    ran = tei("cite", "AKPI, f. 12, op. 3, d. 47, l. 22", "--config", karsk / "edition.toml")
    assert ran.code == 0
    assert "12" in ran.stdout


def test_cite_refuses_a_wrong_configuration(karsk: Path, tei: Callable[..., Any]) -> None:
    (karsk / "edition.toml").write_text("[edition]\ntitel = 'x'\n")
    assert tei("cite", GOOD_REFERENCE, "--config", karsk / "edition.toml").code == 2


def test_quiet_leaves_out_the_summary_and_keeps_the_findings(
    tei: Callable[..., Any], document: Path, page: Path, tmp_path: Path
) -> None:
    assert tei("validate", document, "--quiet").stdout == ""
    assert tei("encode", page, "-o", tmp_path / "quiet", "--quiet").stdout == ""
    assert tei("render", document, "-o", tmp_path / "x.html", "--quiet").stdout == ""
    (tmp_path / "bad.xml").write_text("<TEI>")
    assert "XML102" in tei("validate", tmp_path / "bad.xml", "--quiet").stdout


def test_validate_and_render_read_standard_input(tei: Callable[..., Any], document: Path, tmp_path: Path) -> None:
    data = document.read_bytes()
    assert tei("validate", "-", stdin=data).code == 0
    assert tei("render", "-", stdin=data).data == tei("render", document).data
    assert tei("render", "-", "--output", tmp_path / "x.html", stdin=data).stdout.startswith("1 file written")
    assert (tmp_path / "x.html").read_bytes() == tei("render", document).data


@pytest.mark.parametrize("command", ["validate", "render"])
def test_an_empty_standard_input_is_a_finding(command: str, tei: Callable[..., Any]) -> None:
    ran = tei(command, "-")
    assert ran.code == 1
    assert "XML102" in ran.stdout + ran.stderr


def test_render_writes_the_page_to_standard_output_and_the_report_to_standard_error(
    tei: Callable[..., Any], document: Path
) -> None:
    ran = tei("render", document, "--to", "text")
    assert "Polynya at anchor since noon" in ran.stdout
    assert ran.stderr == ""


def test_render_takes_several_files_into_a_folder(tei: Callable[..., Any], document: Path, tmp_path: Path) -> None:
    ran = tei("render", document.parent, "--output", tmp_path / "html")
    assert (ran.code, ran.stdout.splitlines()[0]) == (0, f"2 files written to {tmp_path / 'html'}")
    assert {path.name for path in (tmp_path / "html").iterdir()} == {"index.html", f"{ID}.html"}


def test_the_report_of_render_counts_the_files_that_were_read(tei: Callable[..., Any], tmp_path: Path) -> None:
    """Not those that were written: findings are about the former."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text("<TEI.2/>")
    ran = tei("render", tmp_path / "tei", "--output", tmp_path / "html")
    assert "1 error in 1 of 1 file" in ran.stdout + ran.stderr


@pytest.mark.parametrize("wrong", ["output", "folder"])
def test_render_that_cannot_write_is_a_finding(
    wrong: str, tei: Callable[..., Any], document: Path, tmp_path: Path
) -> None:
    """A file stands where a folder should be, or a folder where the file should be."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    arguments = ("-", "--output", tmp_path / "folder") if wrong == "folder" else (document, "-o", tmp_path / "file/x")
    ran = tei("render", *arguments, stdin=document.read_bytes())
    assert ran.code == 1
    assert "OUT101" in ran.stdout
    assert (tmp_path / "file").read_text() == "mine"


def test_schema_compile_writes_four_schemas(tei: Callable[..., Any], tmp_path: Path) -> None:
    odd = tmp_path / "log.odd"
    odd.write_text(SMALL_ODD)
    ran = tei("schema", "compile", odd, "--output", tmp_path / "out")
    assert ran.code == 0, ran.stdout
    assert {"log.rng", "log.xsd", "log.sch"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert tei("schema", "guide", odd).stdout.startswith("<!DOCTYPE html")
    assert tei("schema", "guide", odd, "-o", tmp_path / "guide.html").code == 0
    assert (tmp_path / "guide.html").exists()


VOCABULARY = f"""<TEI xmlns="{TEI_NS}"><text><body>
<elementSpec ident="doc" module="base"><desc>d</desc>
<content><elementRef key="part" minOccurs="0"/></content></elementSpec>
<elementSpec ident="part" module="base"><desc>d</desc><content><textNode/></content></elementSpec>
</body></text></TEI>"""
HOUSE = f"""<TEI xmlns="{TEI_NS}"><text><body><schemaSpec ident="house" start="doc" source="tei:current">
<moduleRef key="base" except="part"/></schemaSpec></body></text></TEI>"""


def test_the_source_of_an_odd_is_an_option_of_every_command_that_reads_one(
    tei: Callable[..., Any], tmp_path: Path
) -> None:
    """Compiling, the guide and the check take a customisation with --source, and none of them without."""
    for name, text in (("house.odd", HOUSE), ("vocabulary.xml", VOCABULARY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "doc.xml").write_text(f'<doc xmlns="{TEI_NS}"><part/></doc>', encoding="utf-8")
    odd, source = tmp_path / "house.odd", ("--source", tmp_path / "vocabulary.xml")
    commands = (
        ("schema", "compile", odd, "--output", tmp_path / "out"),
        ("schema", "guide", odd, "--output", tmp_path / "guide.html"),
        ("validate", tmp_path / "doc.xml", "--schema", odd, "--no-rules"),
    )
    for command in commands:
        without = tei(*command)
        assert without.code in (1, 2)
        assert "ODD104" in without.stdout + without.stderr
    compiled, guided, checked = (tei(*command, *source) for command in commands)
    assert (compiled.code, guided.code, checked.code) == (0, 0, 1)
    assert (tmp_path / "out" / "house.rng").is_file()
    assert "VAL" in checked.stdout


SMALL_ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:rng="http://relaxng.org/ns/structure/1.0">
<teiHeader><fileDesc><titleStmt><title>Log</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body><schemaSpec ident="log" start="log" ns="">
<elementSpec ident="log" ns="" mode="add"><desc>A log.</desc><content><textNode/></content></elementSpec>
</schemaSpec></body></text></TEI>"""


def test_explain_shows_a_rule_by_code_by_name_and_by_the_nearest_code(tei: Callable[..., Any]) -> None:
    assert tei("explain", "val101").stdout.startswith("VAL101 element-not-allowed (error)")
    assert tei("explain", "element-not-allowed").stdout == tei("explain", "VAL101").stdout
    assert "Did you mean" in tei("explain", "VAL1O1").stdout


def test_explain_lists_all_codes(tei: Callable[..., Any]) -> None:
    assert tei("explain").stdout == tei("explain", "--list").stdout
    assert "CAP103  error    unknown-charset\n" in tei("explain").stdout


def test_an_error_of_the_system_is_reported_without_a_traceback(
    tei: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be listed, for one."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("edition.commands.encode.encode", refuse)
    ran = tei("encode", tmp_path)
    assert ran.code == 2
    assert f"{tmp_path} error XML101 cannot be used: Permission denied" in ran.stderr
    assert tei("encode", tmp_path, "--format", "json").findings == ["XML101"]


@pytest.mark.parametrize("epoch", ["tomorrow", "²", "99999999999999999"])
def test_a_wrong_source_date_epoch_is_refused(
    epoch: str, tei: Callable[..., Any], page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = tei("encode", page)
    assert ran.code == 2
    assert "SOURCE_DATE_EPOCH" in ran.stderr


def test_an_edition_in_this_folder_is_found_without_config(
    tei: Callable[..., Any], karsk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(karsk)
    assert tei("encode").code == 0
    assert len(list((karsk / "output" / "tei").glob("*.xml"))) == 12


def test_the_command_is_a_process_with_the_same_exit_codes(page: Path, tmp_path: Path) -> None:
    encoded = process("encode", page, "-o", "out", cwd=tmp_path, text=True)
    assert encoded.returncode == 0, encoded.stdout + encoded.stderr
    assert process("validate", "out", cwd=tmp_path).returncode == 0
    assert process("validate", "nowhere", cwd=tmp_path).returncode == 2
    (tmp_path / "bad.xml").write_text("<x>")
    assert process("validate", "bad.xml", cwd=tmp_path).returncode == 1


def test_a_console_that_lacks_a_letter_does_not_stop_a_report() -> None:
    """On a console of another character set a letter becomes an escape; JSON is UTF-8 all the same."""
    env = {"PYTHONIOENCODING": "cp1252"}
    shown = process("explain", "ARC105", env=env)
    assert (shown.returncode, b"\\u043f" in shown.stdout) == (0, True)
    report = process("cite", "Ф. 1", "--format", "json", env=env)
    assert "Ф. 1" in report.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "edition.cli", "explain", "--list"]
    path = str(Path(cli.__file__).resolve().parents[1])
    with os.fdopen(write, "wb") as stdout:
        done = subprocess.run(
            command, stdout=stdout, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}, cwd=tmp_path
        )
    assert b"Traceback" not in done.stderr
