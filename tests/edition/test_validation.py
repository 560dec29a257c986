"""A run over files and folders: what is checked, what is reported, and with which exit code it ends."""

from pathlib import Path

import pytest

from edition.validation import RULES, ValidationReport, collect, run
from tei.findings import Finding, Location, Severity
from tei.validate import Validator

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """The grammar of a log: days with words."""
    path = tmp_path / "log.rng"
    path.write_text(
        f'<element name="log" {RNG}><zeroOrMore><element name="day"><attribute name="n"/><text/></element></zeroOrMore>'
        "</element>"
    )
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files good and bad, hidden and nested."""
    folder = tmp_path / "tei"
    for name, text in {
        "b.xml": "<log/>",
        "a.xml": "<log>\n<day/></log>",
        "sub/c.XML": "<log>",
        "sub/deep/d.xml": "",
        "notes.txt": "no XML",
        ".hidden.xml": "<x/>",
        ".git/e.xml": "<x/>",
        "sub/dtd.xml": "<!DOCTYPE log><log/>",
        "sub/binary.xml": "\x00\x01",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_a_folder_stands_for_the_xml_files_below_it(folder: Path) -> None:
    """Files are found by their ending, in the order of their paths; hidden ones are passed over unless named."""
    names = ["a.xml", "b.xml", "sub/binary.xml", "sub/c.XML", "sub/deep/d.xml", "sub/dtd.xml"]
    assert collect([folder]).files == tuple(str(folder / name) for name in names)
    assert collect([folder / ".hidden.xml", folder / "notes.txt"]).files == (
        str(folder / ".hidden.xml"),
        str(folder / "notes.txt"),
    )


def test_a_file_that_is_named_twice_is_checked_once(folder: Path) -> None:
    """By itself and through its folder."""
    assert collect([folder / "b.xml", folder, folder / "b.xml"]).files[:2] == (
        str(folder / "b.xml"),
        str(folder / "a.xml"),
    )


def test_every_file_is_checked_whatever_the_others_are(folder: Path, schema: Path) -> None:
    """Empty, binary, broken and unsafe files give findings; the rest are checked all the same."""
    report = run([folder], [schema])
    found = [(finding.rule, Path(finding.location.path).name) for finding in report.findings]
    assert found == [
        ("VAL104", "a.xml"),
        ("XML102", "binary.xml"),
        ("XML102", "c.XML"),
        ("XML102", "d.xml"),
        ("XML103", "dtd.xml"),
    ]
    assert len(report.files) == 6
    assert (report.misused, report.exit_code()) == (False, 1)


def test_a_clean_run_ends_with_nought(folder: Path, schema: Path) -> None:
    """No finding: 0, at every threshold."""
    report = run([folder / "b.xml"], [Validator.load(schema)])
    assert report == ValidationReport((str(folder / "b.xml"),), ())
    assert [report.exit_code(severity) for severity in (*Severity, None)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("severity", "codes"),
    [(Severity.INFO, [1, 0, 0, 0]), (Severity.WARNING, [1, 1, 0, 0]), (Severity.ERROR, [1, 1, 1, 0])],
)
def test_the_threshold_decides_on_the_exit_code(severity: Severity, codes: list[int]) -> None:
    """1 when something is as bad as the threshold, never a count; without a threshold never 1."""
    finding = Finding("KAR101", severity, "x", Location("a.xml", 1))
    report = ValidationReport(("a.xml",), (finding,) * 300)
    assert [report.exit_code(threshold) for threshold in (*Severity, None)] == codes


@pytest.mark.parametrize(
    ("paths", "code", "words"),
    [
        ([], "VAL004", "no path was given"),
        (["empty"], "VAL004", "no .xml or .tei file"),
        (["none"], "XML101", "no such file or folder"),
    ],
)
def test_nothing_to_check_is_wrong_use(tmp_path: Path, schema: Path, paths: list[str], code: str, words: str) -> None:
    """No path, a folder without XML, a path that does not exist: a finding, and exit code 2."""
    (tmp_path / "empty").mkdir()
    report = run([tmp_path / path for path in paths], [schema])
    assert [finding.rule for finding in report.findings] == [code]
    assert words in report.findings[0].message
    assert (report.files, report.exit_code(None)) == ((), 2)


def test_a_missing_path_does_not_keep_the_others_from_being_checked(tmp_path: Path, folder: Path, schema: Path) -> None:
    """The run goes on and ends with 2."""
    report = run([tmp_path / "none", folder / "a.xml"], [schema])
    assert [finding.rule for finding in report.findings] == ["XML101", "VAL104"]
    assert report.exit_code() == 2


@pytest.mark.parametrize("text", ["<grammar", "<html/>", ""])
def test_a_schema_that_cannot_be_used_is_wrong_use(folder: Path, tmp_path: Path, text: str) -> None:
    """Nothing is checked, the findings are those of the schema, the exit code is 2."""
    path = tmp_path / "bad.rng"
    path.write_text(text)
    report = run([folder], [path])
    assert {finding.location.path for finding in report.findings} == {str(path)}
    assert (report.files, report.exit_code(None)) == ((), 2)


def test_standard_input_is_a_file_called_by_a_dash(schema: Path) -> None:
    """`-` stands for bytes that the caller has read; without any, the file is empty."""
    report = run(["-"], [schema], stdin=b"<log><day/></log>")
    assert [(str(finding.location), finding.rule) for finding in report.findings] == [("-:1:6", "VAL104")]
    assert [finding.rule for finding in run(["-"], [schema]).findings] == ["XML102"]


def test_the_caller_hears_of_each_file(folder: Path, schema: Path) -> None:
    """For a progress bar: path and findings, as each is done."""
    heard: dict[str, int] = {}
    run([folder / "a.xml", folder / "b.xml"], [schema], on_file=lambda path, found: heard.update({path: len(found)}))
    assert heard == {str(folder / "a.xml"): 1, str(folder / "b.xml"): 0}


def test_without_a_schema_documents_are_checked_against_that_of_the_project(folder: Path) -> None:
    """The default is the telegram schema, grammar and rules."""
    report = run([folder / "b.xml"])
    assert report.findings
    assert report.exit_code() in (1, 2)


def test_a_default_schema_that_is_missing_is_wrong_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A broken installation is said, not hidden."""
    from edition import resources, validation

    monkeypatch.setattr(validation, "default_schemas", lambda: resources.default_schemas(tmp_path / "edition"))
    report = run(["a.xml"])
    assert [finding.rule for finding in report.findings] == ["CFG110"]
    assert report.exit_code() == 2


def test_the_note_on_embedded_rules_is_given_once_for_the_run(tmp_path: Path, folder: Path) -> None:
    """A grammar that carries rules which are not run says so, about the schema, whatever the number of files."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<element name="log" {RNG}><zeroOrMore><element><anyName/><zeroOrMore><attribute><anyName/></attribute>'
        '</zeroOrMore><text/></element></zeroOrMore><pattern xmlns="http://purl.oclc.org/dsdl/schematron">'
        '<rule context="log"><assert test="current-date()">x</assert></rule></pattern></element>'
    )
    report = run([folder / "a.xml", folder / "b.xml"], [path])
    assert [finding.rule for finding in report.findings] == ["VAL003"]
    assert report.exit_code(Severity.WARNING) == 0


def test_the_codes_are_all_different() -> None:
    """A code means one thing, here and in the package below."""
    from tei.validate import RULES as BELOW

    codes = [rule.code for rule in (*RULES, *BELOW)]
    assert len(set(codes)) == len(codes)
