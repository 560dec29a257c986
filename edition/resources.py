"""Where the shipped schemas and transforms are: beside the packages in a checkout, inside them in a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tei.errors import SourceError
from tei.findings import Location, Rule, Severity

RESOURCE_MISSING = Rule(
    "CFG110",
    "resource-missing",
    Severity.ERROR,
    "The schemas or transforms that belong to the package are not where they should be: the installation is broken, "
    "or a file was moved out of the checkout.",
)
RULES = (RESOURCE_MISSING,)

_PACKAGE: Final = Path(__file__).resolve().parent


def schemas_dir(package: Path = _PACKAGE) -> Path:
    """Return the folder of telegram.odd and of `generated/`; raises SourceError where there is none."""
    return _folder(package, "schemas")


def transforms_dir(package: Path = _PACKAGE) -> Path:
    """Return the folder of the stylesheets and page templates; raises SourceError where there is none."""
    return _folder(package, "transforms")


def default_schemas(package: Path = _PACKAGE) -> tuple[Path, ...]:
    """Return the schemas that documents are checked against unless others are named: the grammar, then the rules."""
    generated = schemas_dir(package) / "generated"
    found = tuple(generated / name for name in ("telegram.rng", "telegram.sch"))
    for path in found:
        if not path.is_file():
            message = f"the schema {path.name} is missing"
            raise SourceError(RESOURCE_MISSING.at(Location(str(path)), message, "run: tei schema compile"))
    return found


def _folder(package: Path, name: str) -> Path:
    """Return the folder in the wheel, else that of the checkout.

    A checkout is known by its pyproject.toml: beside an installed package a folder called `schemas` can be anyone's.
    """
    installed = package / "data" / name
    if installed.is_dir():
        return installed
    root = package.parent
    if (root / name).is_dir() and (root / "pyproject.toml").is_file():
        return root / name
    message = f"the folder {name} of the package is neither at {installed} nor at {root / name}"
    raise SourceError(RESOURCE_MISSING.at(Location(str(installed)), message, "install the package again"))
