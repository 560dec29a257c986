"""The wheel: it holds all that the program needs, and works in a fresh environment far from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WANTED = (
    "edition/data/schemas/telegram.odd",
    "edition/data/schemas/parts/header.odd",
    "edition/data/schemas/generated/telegram.rng",
    "edition/data/schemas/generated/telegram.xsd",
    "edition/data/schemas/generated/telegram.sch",
    "edition/data/transforms/xslt/html.xsl",
    "edition/data/transforms/templates/page.html.j2",
    "edition/data/transforms/static/edition.css",
    "edition/data/transforms/static/site/variables.css",
    "edition/data/transforms/static/serve/live.js",
    "edition/data/transforms/templates/site/base.html.j2",
    "edition/data/transforms/templates/book/letter.html.j2",
    "edition/data/transforms/static/book/print.css",
    "edition/data/transforms/messages/ru.po",
    "edition/data/transforms/skeleton/edition.toml",
    "edition/data/transforms/skeleton/dot.gitignore",
    "edition/data/transforms/skeleton/dot.github/workflows/publish.yml",
    "tei/archives/repositories.toml",
    "tei/authority/data/persons.xml",
    "tei/authority/data/places.xml",
    "tei/authority/data/organisations.xml",
    "tei/py.typed",
    "edition/py.typed",
)

pytestmark = pytest.mark.xdist_group("packaging")


def run(*command: object, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "COV_"))}
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, cwd=cwd, env=env, timeout=300)
    assert not check or done.returncode == 0, f"{' '.join(words)}\n{done.stdout}{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel and what it depends on, put there by this one's pip."""
    folder = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-compile")
    done = run(*pip, "--disable-pip-version-check", "--retries", "1", wheel, cwd=folder, check=False)
    if done.returncode and any(
        word in done.stderr for word in ("No matching distribution", "connection", "resolve host")
    ):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    return programs


def test_the_wheel_holds_schemas_transforms_and_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(WANTED) - names == set()
    files = {path.relative_to(ROOT) for folder in ("tei", "edition") for path in (ROOT / folder).rglob("*.py")}
    assert {path.as_posix() for path in files} - names == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, no examples, no caches."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} <= {"tei", "edition", f"{wheel.name.rsplit('-', 3)[0]}.dist-info"}
    assert [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".orig"))] == []


def test_the_wheel_is_built_byte_for_byte_the_same(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_installed_program_encodes_validates_and_renders(installed: Path, tmp_path: Path) -> None:
    """From another folder, where nothing of the checkout can be found by chance."""
    tei = installed / "tei"
    shutil.copy(ROOT / "examples" / "karsk" / "captures" / "05-ship-at-anchor.txt", tmp_path / "page.txt")
    assert run(tei, "--version", cwd=tmp_path).stdout.startswith("tei 0.")
    assert "1 written" in run(tei, "encode", "page.txt", cwd=tmp_path).stdout
    assert run(tei, "validate", "tei", cwd=tmp_path).stdout.endswith("2 notes in 1 of 1 file\n")
    assert "2 files written" in run(tei, "render", "tei", "--output", "html", cwd=tmp_path).stdout
    assert "Polynya" in run(tei, "render", "tei/t1937-09-12-vetrov-sabelnikov.xml", "--to", "text", cwd=tmp_path).stdout
    assert "558" in run(tei, "cite", "RGASPI, f. 558, op. 11, d. 330", cwd=tmp_path).stdout
