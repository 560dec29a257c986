"""The manual is true: its commands print what it shows, its Python runs, nothing is left out, links lead somewhere."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import shutil
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from edition.cli import main
from edition.config import _KEYS

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
LINKED = (*PAGES, ROOT / "CHANGELOG.md", ROOT / "examples" / "karsk" / "README.md")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ELLIPSIS = "…"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(path.read_text(encoding="utf-8")) if kind == language]


def sessions() -> Iterator[Any]:
    """The pages that show commands, each with its blocks; a page is one session in one folder."""
    for path in PAGES:
        found = [block for block in blocks(path, "console") if block.startswith("$ tei ")]
        if found:
            yield pytest.param(found, id=name(path))


def steps(block: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that it is shown to print."""
    for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        yield command, [line for line in output.splitlines() if line.strip()]


def shown(expected: list[str], printed: str) -> list[str]:
    """The expected lines that were not printed in their order; an ellipsis stands for anything."""
    lines = iter(printed.splitlines())
    missing = []
    for line in expected:
        pattern = ".*".join(re.escape(part) for part in line.strip().split(ELLIPSIS))
        if not any(re.fullmatch(pattern, one.strip()) for one in lines):
            missing.append(line)
    return missing


@pytest.fixture
def sandbox(tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the root of a checkout, with a page to encode in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("output"))
    for folder in ("schemas", "transforms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(page, tmp_path / "page.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("console", tuple(sessions()))
@pytest.mark.usefixtures("sandbox")
def test_every_command_of_the_manual_runs_and_prints_what_is_shown(
    console: list[str], tei: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A block that shows another exit code than 0 does so with `echo $?`; `cd` leads into a folder."""
    for block in console:
        pending = list(steps(block))
        for number, (command, expected) in enumerate(pending):
            if command == "echo $?":
                continue
            if command.startswith("cd "):
                monkeypatch.chdir(command.removeprefix("cd "))
                continue
            following = pending[number + 1 : number + 2]
            code = int(following[0][1][0]) if following and following[0][0] == "echo $?" else 0
            ran = tei(*shlex.split(command.removeprefix("tei "), comments=True))
            assert ran.code == code, f"$ {command}\n{ran.stdout}{ran.stderr}"
            assert shown(expected, ran.stdout + ran.stderr) == [], f"$ {command}\n{ran.stdout}{ran.stderr}"


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=name(path)) for path in PAGES if blocks(path, "python")], ids=name
)
def test_every_python_example_of_the_manual_runs(path: Path, sandbox: Path, encode: Callable[..., Any]) -> None:
    """Blocks of a page share their names; those with >>> print what they show. The files they name are here."""
    encode(sandbox / "page.txt", "-o", sandbox / "tei")
    shutil.copy(next((sandbox / "tei").glob("*.xml")), sandbox / "letter.xml")
    for wanted in re.findall(r'"(tei/[\w.-]+\.xml)"', "".join(blocks(path, "python"))):
        shutil.copy(sandbox / "letter.xml", sandbox / wanted)
    names: dict[str, Any] = {}
    for number, block in enumerate(blocks(path, "python")):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, names, f"{name(path)}[{number}]", str(path), 0)
            report = io.StringIO()
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
            runner.run(test, out=report.write, clear_globs=False)
            assert runner.failures == 0, report.getvalue()
            names |= test.globs
        else:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(block, f"{name(path)}[{number}]", "exec"), names)


def options(group: click.Group = main, prefix: str = "tei") -> Iterator[tuple[str, str]]:
    """Every command with each of its long options."""
    for part, command in group.commands.items():
        yield f"{prefix} {part}", ""
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield f"{prefix} {part}", next(one for one in parameter.opts if one.startswith("--"))
        if isinstance(command, click.Group):
            yield from options(command, f"{prefix} {part}")


@pytest.mark.parametrize(("command", "option"), tuple(options()))
def test_every_command_and_option_is_in_the_manual(command: str, option: str) -> None:
    """On the page that has the command, or among the options that commands share."""
    pages = [path.read_text(encoding="utf-8") for path in PAGES]
    shared = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert any(command in page and option in page + shared for page in pages)


@pytest.mark.parametrize("key", [f"{table}.{key}" for table, keys in _KEYS.items() for key in keys])
def test_every_key_of_the_configuration_is_in_the_manual(key: str) -> None:
    table, _, short = key.partition(".")
    page = (ROOT / "docs" / "encode.md").read_text(encoding="utf-8")
    assert f"| `{key}` |" in page
    (example,) = blocks(ROOT / "docs" / "encode.md", "toml")
    assert short in tomllib.loads(example)[table]


def test_the_example_configuration_of_the_manual_is_valid(tmp_path: Path) -> None:
    from edition.config import load_config

    for name in ("captures", "own"):
        (tmp_path / name).mkdir()
    (tmp_path / "authority.xml").touch()
    (example,) = blocks(ROOT / "docs" / "encode.md", "toml")
    (tmp_path / "edition.toml").write_text(example, encoding="utf-8")
    assert load_config(tmp_path / "edition.toml")[1] == ()


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = set()
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        kept = (c for c in heading.lower() if c in "-_ " or unicodedata.category(c)[0] in "LN")
        found.add("".join(kept).replace(" ", "-"))
    return found


def links() -> Iterator[Any]:
    for path in LINKED:
        for target in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
            if not re.match(r"[a-z]+:", target):
                yield pytest.param(path, target, id=f"{name(path)} {target}")


@pytest.mark.parametrize(("path", "target"), tuple(links()))
def test_every_link_of_the_manual_leads_somewhere(path: Path, target: str) -> None:
    file, _, anchor = target.partition("#")
    place = (path.parent / file).resolve() if file else path
    assert place.exists()
    assert not anchor or anchor in anchors(place)


def test_every_page_of_the_manual_is_in_its_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [name(path) for path in PAGES[1:] if path.name != "index.md" and f"({path.name})" not in index] == []


def test_the_manual_names_no_machine_and_no_private_path() -> None:
    for path in LINKED:
        assert not re.search(r"(?<![\w.])/(work|root|home|tmp)/", path.read_text(encoding="utf-8")), name(path)


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert all(picture.stat().st_size < 200_000 for picture in pictures)
