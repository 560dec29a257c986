"""Schemas and transforms are found in a checkout and in an installed package, and nowhere else."""

from pathlib import Path

import pytest

from edition.resources import default_schemas, schemas_dir, transforms_dir
from tei.errors import SourceError

ROOT = Path(__file__).resolve().parents[2]


def make(root: Path, *files: str) -> Path:
    """Make files under `root` and return the folder of the package in it."""
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    return root / "edition"


def test_in_this_checkout_the_folders_are_at_the_top() -> None:
    """The project finds its own schemas."""
    assert schemas_dir() == ROOT / "schemas"


def test_a_checkout_is_known_by_its_pyproject(tmp_path: Path) -> None:
    """A folder beside the package counts only where pyproject.toml stands beside it too."""
    package = make(tmp_path, "schemas/x.odd", "transforms/x.xsl")
    with pytest.raises(SourceError, match="schemas"):
        schemas_dir(package)
    make(tmp_path, "pyproject.toml")
    assert schemas_dir(package) == tmp_path / "schemas"
    assert transforms_dir(package) == tmp_path / "transforms"


def test_in_a_wheel_the_folders_are_inside_the_package(tmp_path: Path) -> None:
    """What the package brought with it comes first."""
    package = make(tmp_path, "edition/data/schemas/x", "edition/data/transforms/x", "schemas/x", "pyproject.toml")
    assert schemas_dir(package) == package / "data" / "schemas"
    assert transforms_dir(package) == package / "data" / "transforms"


def test_a_broken_installation_says_what_is_missing(tmp_path: Path) -> None:
    """The error names the folder, or the schema, that should be there."""
    with pytest.raises(SourceError, match="transforms") as raised:
        transforms_dir(tmp_path / "edition")
    assert raised.value.findings[0].rule == "CFG110"
    package = make(tmp_path, "edition/data/schemas/generated/telegram.rng")
    with pytest.raises(SourceError, match=r"telegram\.sch"):
        default_schemas(package)


def test_the_default_schemas_are_grammar_then_rules(tmp_path: Path) -> None:
    """Documents are checked against both."""
    names = ("telegram.rng", "telegram.sch")
    package = make(tmp_path, *(f"edition/data/schemas/generated/{name}" for name in names))
    assert [path.name for path in default_schemas(package)] == list(names)
