"""`tei new`: an edition that builds at once, in a folder of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.config import load_config
from edition.starting import start
from tei.errors import OutputError
from tei.xmlfile import parse_file

Tei = Callable[..., Any]


def test_a_new_edition_encodes_validates_and_builds_at_once(
    tei: Tei, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tei("new", "x").code == 0
    monkeypatch.chdir(tmp_path / "x")
    for command in (["encode"], ["validate"], ["build", "--strict", "--jobs", "1"]):
        ran = tei(*command)
        assert ran.code == 0, ran.stdout + ran.stderr
    assert (tmp_path / "x" / "site" / "telegrams" / "t1938-01-14-vetrov-sabelnikov.html").is_file()


def test_title_and_id_are_written_as_each_file_writes_them(tmp_path: Path) -> None:
    """Whatever signs are in them."""
    title = 'Cables & "letters" <of> \\ Карск'
    start(tmp_path / "2 Karsk!", title)
    config, findings = load_config(tmp_path / "2 Karsk!" / "edition.toml")
    assert (findings, config.title, config.id) == ((), title, "edition-2-karsk")
    tree = parse_file(tmp_path / "2 Karsk!" / "authority.xml")
    assert tree.getroot().findtext(".//{*}publicationStmt/{*}publisher") == title
    assert title in (tmp_path / "2 Karsk!" / "README.md").read_text(encoding="utf-8")


def test_hidden_files_get_their_dots(tmp_path: Path) -> None:
    made = {path.relative_to(tmp_path / "x").as_posix() for path in start(tmp_path / "x")}
    assert {".gitignore", ".gitlab-ci.yml", ".github/workflows/publish.yml", "own/static/site/variables.css"} <= made
    assert not [path for path in made if "dot." in path]


def test_every_line_of_the_settings_that_is_a_comment_is_valid_without_its_sign(tmp_path: Path) -> None:
    start(tmp_path / "x")
    path = tmp_path / "x" / "edition.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    opened = [line.removeprefix("# ") if line.startswith("# ") and " = " in line else line for line in lines]
    path.write_text("\n".join(opened), encoding="utf-8")
    assert len(tomllib.loads(path.read_text(encoding="utf-8"))["site"]) > 6
    assert load_config(path)[1] == ()


def test_an_empty_folder_may_become_an_edition(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert start(tmp_path / "x")


@pytest.mark.parametrize("name", ["x", "x/notes.txt"])
def test_a_folder_with_something_in_it_is_refused(name: str, tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "notes.txt").write_text("mine")
    ran = tei("new", tmp_path / name, "--format", "json")
    assert (ran.code, ran.findings) == (2, ["SIT131"])
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["notes.txt"]


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught:
        start(tmp_path / "file" / "x")
    assert caught.value.findings[0].rule == "OUT101"


def test_what_was_made_is_told_to_programs(tei: Tei, tmp_path: Path) -> None:
    ran = tei("new", tmp_path / "x", "--format", "json")
    assert len(ran.json["files"]) == 9
    assert tei("new", tmp_path / "y", "--quiet").stdout == ""
