"""Which edition a command is about: its edition.toml, its documents, and the folder of its site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.aside import CANDIDATES, IMPORTED, LISTS
from edition.config import Config, load_config
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.xmlfile import NOT_FOUND

SETTINGS = "edition.toml"


@dataclass(frozen=True, slots=True)
class Sources:
    """An edition found: its configuration, its documents (files or folders), its lists, the folder of its site."""

    config: Config
    paths: tuple[Path, ...]
    authority: tuple[Path, ...]
    output: Path
    findings: tuple[Finding, ...] = ()


def find_sources(paths: tuple[Path, ...], config_path: Path | None, output: Path | None) -> Sources:
    """Return what is meant by the paths that a command was given.

    A folder with an edition.toml is that edition, and without a path this folder is meant. Any other folder or file
    holds documents. Raises SourceError for a path that does not exist or a configuration that cannot be read.
    """
    for path in paths:
        if not path.exists():
            raise SourceError(NOT_FOUND.at(Location(str(path)), "there is no such file or folder", "check the path"))
    found = config_path or _settings_in(paths)
    config, findings = load_config(found) if found is not None else (Config(), ())
    given = tuple(path for path in paths if path / SETTINGS != found)
    documents = given or (_documents(config) if found is not None else (Path(),))
    place = output or (config.site.output if found is not None else Path("site"))
    return Sources(config, documents, _lists(config), place, findings)


def imports_in(folder: Path) -> tuple[Path, ...]:
    """Return the folders of imports in a folder, in order of their names."""
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path for path in found if path.name[:1] != "." and (path / IMPORTED).is_file()))


def _documents(config: Config) -> tuple[Path, ...]:
    """Return the folders of an edition's documents: those that it encodes, and those that were imported."""
    imported = tuple(path for one in imports_in(config.imports) if (path := one / "tei").is_dir())
    return (config.output, *imported) if config.output.exists() or not imported else imported


def _settings_in(paths: tuple[Path, ...]) -> Path | None:
    """Return the edition.toml that is meant, None where there is none."""
    folders = [path for path in paths if path.is_dir()] or ([] if paths else [Path()])
    return next((folder / SETTINGS for folder in folders if (folder / SETTINGS).is_file()), None)


def _lists(config: Config) -> tuple[Path, ...]:
    """Return the files of authority lists; the names that an editor has not accepted yet are none."""
    found: list[Path] = []
    imported = (path for one in imports_in(config.imports) if (path := one / LISTS).is_dir())
    for path in (*config.authority, *imported):
        found += sorted(path.glob("*.xml")) if path.is_dir() else [path]
    return tuple(path for path in found if path.is_file() and path.name != CANDIDATES)
