"""What a project decides about its checks: silences, suppressions, baselines, catalogs, which files, how many cores."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.baseline import Baseline
from edition.cli import main
from edition.lintconfig import load_lint_config
from edition.options import progress
from edition.validation import Options, ValidationReport, run
from edition.watching import watch
from tei.errors import SourceError
from tei.findings import Severity

SCHEMA = """<element name="log" xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <zeroOrMore><element name="day"><optional><attribute name="xml:id"><data type="NCName"/></attribute></optional>
    <attribute name="n"><data type="integer"/></attribute><text/></element></zeroOrMore></element>"""
GOOD = '<log>\n<day n="1">calm</day>\n</log>\n'
BAD = '<log>\n<day xml:id="first" n="one">calm</day>\n<day n="two">\nwind</day>\n</log>\n'

Check = Callable[..., ValidationReport]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    (tmp_path / "log.rng").write_text(SCHEMA)

    def checked(text: str = BAD, config: str = "", **options: object) -> ValidationReport:
        folder = tmp_path / "logs"
        folder.mkdir(exist_ok=True)
        if text:
            (folder / "a.xml").write_text(text)
        lint = tmp_path / "tei-lint.toml"
        lint.write_text(config)
        settings = Options(load_lint_config(lint), **options)  # type: ignore[arg-type] # as each test names them
        return run([folder], [tmp_path / "log.rng"], options=settings)

    return checked


def codes(report: ValidationReport) -> list[tuple[str, int]]:
    return [(finding.rule, finding.location.line) for finding in report.findings]


def test_an_instruction_silences_a_rule_to_the_end_of_the_element_round_it(check: Check) -> None:
    text = BAD.replace('<day n="two">\n', '<day n="two">\n<?tei-lint off VAL105 as printed?>')
    assert codes(check(text)) == [("VAL105", 2), ("VAL105", 3), ("LNT003", 4)]
    before = BAD.replace('<day n="two">', '<?tei-lint off VAL105 as printed?><day n="two">')
    assert codes(check(before)) == [("VAL105", 2)]


def test_an_instruction_before_the_root_silences_a_rule_in_the_whole_file(check: Check) -> None:
    assert codes(check(f"<?tei-lint off VAL105 as printed?>\n{BAD}")) == []


def test_a_silence_can_be_ended(check: Check) -> None:
    text = BAD.replace("<log>\n", "<log><?tei-lint off VAL1* as printed?>\n").replace(
        '\n<day n="two"', '<?tei-lint on VAL1*?>\n<day n="two"'
    )
    assert codes(check(text)) == [("VAL105", 3)]


def test_a_silence_without_a_reason_and_one_that_is_not_understood_are_reported(check: Check) -> None:
    text = f"<?tei-lint off VAL105?>\n<?tei-lint disable VAL105 why?>\n{BAD}"
    assert codes(check(text)) == [("LNT002", 1), ("LNT001", 2)]


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ('rule = "VAL105"', []),
        ('rule = ["VAL101", "VAL1*"]', []),
        ('rule = "VAL105"\nfiles = "logs/*.xml"', []),
        ('rule = "VAL105"\nfiles = "a.xml"', []),
        ('rule = "VAL105"\nid = "first"', [("VAL105", 3)]),
        ('rule = "VAL105"\nline = 3', [("VAL105", 2)]),
        ('rule = "VAL105"\nfiles = "letters/*.xml"', [("VAL105", 2), ("VAL105", 3), ("LNT003", 1)]),
        ('rule = "VAL105"\nid = "third"', [("VAL105", 2), ("VAL105", 3), ("LNT003", 1)]),
        ('rule = "TEL204"', [("VAL105", 2), ("VAL105", 3), ("LNT003", 1)]),
    ],
)
def test_suppressions_name_rule_file_and_place_and_are_reported_when_unused(
    check: Check, table: str, left: list[tuple[str, int]]
) -> None:
    assert codes(check(config=f'[[suppress]]\n{table}\nreason = "as printed"\n')) == left


@pytest.mark.parametrize(
    ("config", "line", "words"),
    [
        ('[[suppress]]\nrule = "VAL105"\n', 1, "gives no reason"),
        ('fail-on = "often"\n', 1, "one of error, warning, info, never"),
        ('\nshema = "x.rng"\n', 2, "no key shema"),
        ('\n[[suppress]]\nrule = "A"\nreason = "b"\nfile = "x"\n', 2, "no key suppress.file"),
        ('[[suppress]]\nreason = "b"\n', 1, "names no rule"),
        ('[[suppress]]\nrule = "A"\nreason = "b"\nline = "4"\n', 1, "not a number"),
        ("a = \n", 1, "not TOML"),
        ("suppress = 3\n", 1, "not a list of tables"),
        ("baseline = 3\n", 1, "not text"),
    ],
)
def test_what_is_wrong_in_the_settings_is_named_with_its_line(
    tmp_path: Path, config: str, line: int, words: str
) -> None:
    path = tmp_path / "tei-lint.toml"
    path.write_text(config)
    with pytest.raises(SourceError) as caught:
        load_lint_config(path)
    finding = caught.value.findings[0]
    assert (finding.rule, finding.location.line) == ("LNT010", line)
    assert words in finding.message


def test_old_findings_of_a_baseline_are_silent_new_ones_are_not(check: Check, tmp_path: Path) -> None:
    baseline = tmp_path / "old.json"
    assert check(baseline=baseline, update_baseline=True).findings == ()
    assert check(f"\n\n{BAD}", baseline=baseline).findings == ()
    more = BAD.replace("</log>", '<day n="three"/></log>')
    assert [finding.message for finding in check(more, baseline=baseline).findings] == [
        check(more).findings[-1].message
    ]


def test_a_mended_finding_of_a_baseline_is_reported_so_that_it_is_taken_out(check: Check, tmp_path: Path) -> None:
    baseline = tmp_path / "old.json"
    check(baseline=baseline, update_baseline=True)
    (finding,) = check(GOOD, baseline=baseline).findings
    assert (finding.rule, finding.message) == ("LNT021", "2 findings of the baseline are no longer there")
    check(GOOD, baseline=baseline, update_baseline=True)
    assert check(GOOD, baseline=baseline).findings == ()


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [{"path": 1}]}', '{"findings": 3}'])
def test_a_damaged_baseline_is_a_finding_and_nothing_is_checked(check: Check, tmp_path: Path, text: str) -> None:
    (tmp_path / "old.json").write_text(text)
    report = check(baseline=tmp_path / "old.json")
    assert (report.misused, [finding.rule for finding in report.findings]) == (True, ["LNT020"])


def test_a_baseline_has_one_finding_a_line(check: Check, tmp_path: Path) -> None:
    check(baseline=tmp_path / "old.json", update_baseline=True)
    lines = (tmp_path / "old.json").read_text().splitlines()
    assert json.loads(lines[1].rstrip(","))["path"] == "logs/a.xml"
    assert sum(Baseline.load(tmp_path / "old.json").known.values()) == 2


def test_several_processes_find_the_same_in_the_same_order(check: Check, tmp_path: Path) -> None:
    check()
    for number in range(40):
        (tmp_path / "logs" / f"b{number:02}.xml").write_text(BAD if number % 3 else GOOD)
    one, two = check(jobs=1), check(jobs=2)
    assert one == two
    assert len(one.files) == 41


def test_a_file_that_is_as_it_was_is_not_checked_again(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache" / "findings.json"
    cache.parent.mkdir()
    first = check(cache=cache)
    with monkeypatch.context() as patch:
        patch.setattr("edition.validation.examine", lambda *_: pytest.fail("checked again"))
        assert check(cache=cache) == first
    assert codes(check(GOOD, cache=cache)) == []
    (tmp_path / "log.rng").write_text(SCHEMA.replace("integer", "string"))
    assert codes(check(BAD, cache=cache)) == []


@pytest.mark.parametrize("text", ["", "{}", '{"settings": 1, "files": []}', "\x00"])
def test_a_damaged_cache_is_as_good_as_none(check: Check, tmp_path: Path, text: str) -> None:
    cache = tmp_path / "findings.json"
    cache.write_text(text)
    assert codes(check(cache=cache)) == [("VAL105", 2), ("VAL105", 3)]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, "-C", str(folder), *arguments], check=True, capture_output=True)


def test_only_files_that_changed_since_a_revision_are_checked(check: Check, tmp_path: Path) -> None:
    check()
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    assert check(since="HEAD").files == ()
    (tmp_path / "logs" / "new.xml").write_text(BAD)
    assert [Path(one).name for one in check(since="HEAD").files] == ["new.xml"]
    assert [Path(one).name for one in check(GOOD, since="HEAD").files] == ["a.xml", "new.xml"]


def test_a_revision_that_is_not_there_is_a_finding_with_what_git_said(check: Check, tmp_path: Path) -> None:
    check()
    git(tmp_path, "init")
    report = check(since="no-such")
    assert (report.misused, report.findings[0].rule) == (True, "LNT030")


def test_a_pattern_in_quotation_marks_is_looked_up(check: Check, tmp_path: Path) -> None:
    check()
    assert run([f"{tmp_path}/**/*.xml"], [tmp_path / "log.rng"]).files == (str(tmp_path / "logs" / "a.xml"),)


def test_a_document_is_checked_against_the_schema_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "log.rng").write_text(SCHEMA)
    (tmp_path / "a.xml").write_text(f'<?xml-model href="log.rng" type="application/xml"?>\n{BAD}')
    assert codes(run([tmp_path / "a.xml"], options=Options(own=True))) == [("VAL105", 3), ("VAL105", 4)]


def test_hints_of_xml_schema_name_schemas_too(tmp_path: Path) -> None:
    """With a namespace by pairs, without one by the other attribute."""
    (tmp_path / "log.xsd").write_text(
        '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="log" type="s:integer"/></s:schema>'
    )
    space = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    (tmp_path / "a.xml").write_text(f'<log {space} xsi:noNamespaceSchemaLocation="log.xsd">one</log>')
    assert codes(run([tmp_path / "a.xml"], options=Options(own=True))) == [("VAL105", 1)]
    (tmp_path / "a.xml").write_text(f'<log {space} xsi:schemaLocation="urn:x none.xsd">one</log>')
    assert codes(run([tmp_path / "a.xml"], options=Options(own=True))) == [("XML101", 0)]


def test_a_schema_on_the_network_is_not_fetched_and_found_in_a_catalog(tmp_path: Path) -> None:
    (tmp_path / "log.rng").write_text(SCHEMA)
    model = (
        '<?xml-model href="https://example.org/schemas/log.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>'
    )
    (tmp_path / "a.xml").write_text(f"{model}\n{BAD}")
    (missed,) = run([tmp_path / "a.xml"], options=Options(own=True)).findings
    assert (missed.rule, missed.severity) == ("LNT032", Severity.ERROR)
    both = f'{model}\n<?xml-model href="log.rng"?>\n{BAD}'
    (tmp_path / "b.xml").write_text(both)
    found = run([tmp_path / "b.xml"], options=Options(own=True)).findings
    assert [(one.rule, one.severity.label) for one in found] == [
        ("LNT032", "warning"),
        ("VAL105", "error"),
        ("VAL105", "error"),
    ]
    catalog = tmp_path / "catalog.xml"
    space = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
    entry = '<rewriteURI uriStartString="https://example.org/schemas/" rewritePrefix="./"/>'
    catalog.write_text(f'<catalog xmlns="{space}">{entry}</catalog>')
    (tmp_path / "tei-lint.toml").write_text('catalog = "catalog.xml"')
    options = Options(load_lint_config(tmp_path / "tei-lint.toml"), own=True)
    assert codes(run([tmp_path / "a.xml"], options=options)) == [("VAL105", 3), ("VAL105", 4)]


def test_a_file_that_names_no_schema_and_does_not_fit_ours_is_told_which_it_was(tmp_path: Path) -> None:
    """Once a run, and not for files that name a schema or fit."""
    for name in "ab":
        (tmp_path / f"{name}.xml").write_text(GOOD)
    report = run([tmp_path], options=Options(own=True))
    last = report.findings[-1]
    assert (last.rule, last.location.path) == ("LNT033", str(tmp_path / "a.xml"))
    assert last.message.startswith("2 files name no schema, and were checked against the telegram schema")
    (tmp_path / "log.rng").write_text(SCHEMA)
    assert run([tmp_path], [tmp_path / "log.rng"], options=Options(own=True)).findings == ()
    assert (
        run(
            [tmp_path / "a.xml"], options=Options(own=True, update_baseline=True, baseline=tmp_path / "o.json")
        ).findings
        == ()
    )
    assert run([tmp_path / "a.xml"], options=Options(own=True, baseline=tmp_path / "o.json")).findings == ()


def test_watching_acts_at_once_and_when_a_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("1")
    acts: list[str] = []

    def act() -> None:
        acts.append(path.read_text())
        if len(acts) == 1:
            path.write_text("22")

    watch(lambda: [str(path)], act, pause=0.01, rounds=3)
    assert acts == ["1", "22"]


def test_a_bar_shows_how_far_a_long_check_has_come(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, for twenty files and more; fewer are done before anyone looks."""
    with progress(19) as step:
        assert step is None
    with progress(20) as step:
        assert step is not None
        for _ in range(20):
            step()
    shown = capsys.readouterr()
    assert (shown.out, "checking" in shown.err) == ("", True)


def tei(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["validate", *arguments])
    return result.exit_code, result.stdout


def test_the_command_writes_a_report_for_ci_and_fails_as_the_settings_say(tmp_path: Path) -> None:
    (tmp_path / "log.rng").write_text(SCHEMA)
    (tmp_path / "a.xml").write_text(BAD)
    config, output = tmp_path / "tei-lint.toml", tmp_path / "out.sarif"
    config.write_text('schema = "log.rng"\nfail-on = "never"\n')
    report = ("--config", str(config), "--format", "sarif", "--output", str(output))
    assert tei(str(tmp_path / "a.xml"), *report) == (0, "")
    assert len(json.loads(output.read_bytes())["runs"][0]["results"]) == 2
    assert tei(str(tmp_path / "a.xml"), *report, "--fail-on", "error")[0] == 1
    for form in ("junit", "github", "markdown", "text", "json"):
        code, text = tei(str(tmp_path / "a.xml"), "--config", str(config), "--format", form)
        assert (code, "VAL105" in text) == (0, True)


def test_the_settings_say_where_an_odd_takes_its_specifications_from(tmp_path: Path) -> None:
    """The key `source` is what --source is; the option comes before it."""
    tei_ns = "http://www.tei-c.org/ns/1.0"
    spec = '<elementSpec ident="log" module="base"><desc>d</desc><content>{}</content></elementSpec>'
    (tmp_path / "specs").mkdir()
    for name, content in (("base", "<textNode/>"), ("other", "<empty/>")):
        (tmp_path / "specs" / f"{name}.xml").write_text(f'<TEI xmlns="{tei_ns}">{spec.format(content)}</TEI>')
    (tmp_path / "house.odd").write_text(
        f'<TEI xmlns="{tei_ns}"><schemaSpec ident="house" start="log"><moduleRef key="base"/></schemaSpec></TEI>'
    )
    (tmp_path / "a.xml").write_text(f'<log xmlns="{tei_ns}">one</log>')
    config = tmp_path / "tei-lint.toml"
    config.write_text('schema = "house.odd"\n')
    asked = (str(tmp_path / "a.xml"), "--config", str(config), "--no-rules")
    assert tei(*asked)[0] == 2
    config.write_text('schema = "house.odd"\nsource = "specs/base.xml"\n')
    assert tei(*asked)[0] == 0
    assert tei(*asked, "--source", str(tmp_path / "specs" / "other.xml"))[0] == 1


def test_wrong_settings_end_the_command_with_two(tmp_path: Path) -> None:
    (tmp_path / "tei-lint.toml").write_text("nothing = 1")
    (tmp_path / "a.xml").write_text(GOOD)
    assert tei(str(tmp_path / "a.xml"), "--config", str(tmp_path / "tei-lint.toml"))[0] == 2


def test_updating_a_baseline_needs_to_know_which(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(GOOD)
    assert tei(str(tmp_path / "a.xml"), "--update-baseline")[0] == 2


def test_a_schema_named_in_the_way_of_oxygen_is_used(tmp_path: Path) -> None:
    (tmp_path / "log.rng").write_text(SCHEMA)
    (tmp_path / "a.xml").write_text(f'<?oxygen RNGSchema="log.rng" type="xml"?>\n{BAD}')
    assert codes(run([tmp_path / "a.xml"], options=Options(own=True))) == [("VAL105", 3), ("VAL105", 4)]


def test_a_folder_stands_for_the_tei_files_in_it_too(tmp_path: Path) -> None:
    (tmp_path / "log.rng").write_text(SCHEMA)
    (tmp_path / "a.tei").write_text(GOOD)
    assert run([tmp_path], [tmp_path / "log.rng"]).files == (str(tmp_path / "a.tei"),)


def test_a_schema_that_is_not_there_is_told_with_what_can_be_done_about_it(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(f'<?xml-model href="../none.rng"?>\n{BAD}')
    (missed,) = run([tmp_path / "a.xml"], options=Options(own=True)).findings
    assert (missed.rule, "mend the address" in missed.hint) == ("XML101", True)
