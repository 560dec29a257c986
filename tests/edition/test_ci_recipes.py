"""The recipes for CI: the GitHub Action, the pre-commit hook, the snippets of the manual; each is read and run.

Their forms are checked against the schemas that the package check-jsonschema ships; their commands are run in a shell
as a runner starts it.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from edition.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
SNIPPETS: list[str] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
LETTER = ROOT / "tests/schemas/documents/t1938-02-14-orlin-vetrova.xml"
BIN = Path(sys.executable).parent


def read(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def assert_keeps_to(schema: str, data: Any) -> None:
    """Check against one of the schemas of check-jsonschema."""
    text = (resources.files("check_jsonschema.builtin_schemas.vendor") / f"{schema}.json").read_text(encoding="utf-8")
    rules = json.loads(text)
    found = jsonschema.validators.validator_for(rules)(rules).iter_errors(data)
    assert [error.message for error in found] == []


ACTION = read((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}


def snippet(word: str) -> Any:
    (found,) = [read(block) for block in SNIPPETS if word in block]
    return found


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A repository of two letters, of which the second has a slip."""
    (tmp_path / "tei" / "of 1938" / "deep").mkdir(parents=True)
    shutil.copy(LETTER, tmp_path / "tei" / "of 1938" / "deep" / LETTER.name)
    text = LETTER.read_text(encoding="utf-8").replace("t1938-02-14", "t1938-02-15")
    (tmp_path / "tei" / "t1938-02-15-orlin-vetrova.xml").write_text(
        re.sub("(?<=[</])publisher>", "publihser>", text, count=2)
    )
    return tmp_path


def run(step: str, here: Path, path: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does: inputs put in, `bash --noprofile --norc -eo pipefail`, the runner's variables."""
    given = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | inputs
    put_in = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
    ours = {
        name: put_in.sub(lambda found: given[found[1]], value) for name, value in STEPS[step].get("env", {}).items()
    }
    (here / "temp").mkdir(exist_ok=True)
    runner = {
        "RUNNER_TEMP": str(here / "temp"),
        "GITHUB_STEP_SUMMARY": str(here / "temp" / "summary.md"),
        "GITHUB_OUTPUT": str(here / "temp" / "output"),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "HOME": str(here),
        "PATH": os.pathsep.join((path or str(BIN), os.environ["PATH"])),
    }
    script = here / "temp" / "script.sh"
    script.write_text(STEPS[step]["run"])
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    return subprocess.run(command, cwd=here, env={**runner, **ours}, capture_output=True, text=True)


needs_bash = pytest.mark.skipif(
    not shutil.which("bash") or not (BIN / "tei").exists(), reason="needs bash, and tei installed beside this Python"
)


def test_the_action_keeps_to_the_form_of_actions_and_uses_each_of_its_inputs() -> None:
    assert_keeps_to("github-actions", ACTION)
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"] if "run" in step)
    assert all("${{" not in step["run"] for step in STEPS.values()), "an input in a script could hold commands"


@needs_bash
def test_the_action_annotates_sums_up_and_fails_on_a_slip(corpus: Path) -> None:
    done = run("Check", corpus, paths="tei", sarif="found.sarif")
    assert (done.returncode, done.stderr) == (1, "")
    assert "::error file=tei/t1938-02-15-orlin-vetrova.xml,line=" in done.stdout
    assert "did you mean <publisher>?" in done.stdout
    summary = (corpus / "temp" / "summary.md").read_text()
    assert summary.startswith("## TEI check")
    assert "VAL107" in summary
    results = json.loads((corpus / "found.sarif").read_text())["runs"][0]["results"]
    assert "VAL107" in [one["ruleId"] for one in results]


@needs_bash
def test_the_action_passes_what_is_clean_and_hands_its_inputs_on(corpus: Path) -> None:
    """A pattern is left to the command, which knows `**`; arguments are parted at blanks."""
    clean = run("Check", corpus, paths="tei/**/deep/*.xml", arguments="--no-rules --time-limit 5")
    assert (clean.returncode, "in 1 file" in clean.stdout) == (0, True), clean
    (corpus / "any.rng").write_text(
        '<element name="log" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    )
    other = run("Check", corpus, paths="tei", schema="any.rng", **{"fail-on": "never"})
    assert (other.returncode, "VAL107" in other.stdout) == (0, True)
    missing = run("Check", corpus, paths="letters")
    assert (missing.returncode, "XML101" in missing.stdout) == (2, True)


@needs_bash
def test_the_action_installs_the_package_from_its_own_folder(corpus: Path) -> None:
    fake = corpus / "bin"
    fake.mkdir()
    (fake / "python").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (fake / "python").chmod(0o755)
    done = run("Install", corpus, path=str(fake))
    assert done.stdout.splitlines() == ["-m", "pip", "install", "--quiet", str(ROOT)]


def test_the_github_snippet_asks_for_inputs_that_there_are() -> None:
    steps = snippet("actions/checkout")
    assert_keeps_to("github-workflows", {"on": "push", "jobs": {"tei": {"runs-on": "ubuntu-latest", "steps": steps}}})
    assert set(steps[-1]["with"]) <= set(ACTION["inputs"])


def test_the_hook_is_a_command_that_there_is_and_takes_files() -> None:
    (hook,) = read((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert set(hook) <= {"id", "name", "description", "entry", "args", "language", "files", "require_serial"}
    (local,) = snippet("repo: local")["repos"][0]["hooks"]
    (named,) = snippet("repo: https:")["repos"][0]["hooks"]
    assert named["id"] == hook["id"]
    for one in (hook, local):
        program, *arguments = shlex.split(one["entry"])
        assert program == "tei"
        found = re.search(one["files"], "tei/of 1938/a.xml")
        assert found is not None
        done = CliRunner().invoke(main, [*arguments, *one.get("args", []), str(LETTER)])
        assert done.exit_code == 0, done.output
    asked = re.search(r"\[(.*)\]", hook["description"])
    assert asked is not None
    words = [*named["args"], *(one.strip() for one in asked[1].split(","))]
    known = {option for parameter in main.commands["validate"].params for option in parameter.opts}  # type: ignore[attr-defined] # a group
    assert {one for one in words if one.startswith("--")} <= known


@needs_bash
def test_the_gitlab_snippet_is_a_job_whose_commands_run(corpus: Path) -> None:
    pipeline = snippet("reports:")
    assert_keeps_to("gitlab-ci", pipeline)
    install, *commands = pipeline["tei"]["script"]
    assert install == "pip install tei-edition"
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(corpus)}
    codes = [
        subprocess.run(["bash", "-c", one], cwd=corpus, env=environment, capture_output=True).returncode
        for one in commands
    ]
    assert codes == [1]
    assert b"<failure" in (corpus / pipeline["tei"]["artifacts"]["reports"]["junit"]).read_bytes()
