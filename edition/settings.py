"""From an edition's configuration to what the encoder works with: lists, archives, schema, the edition's own words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from edition.aside import CANDIDATES, LISTS
from edition.candidates import is_candidates
from edition.config import Config
from edition.encoding import Job
from edition.register import repositories_of
from edition.resources import default_schemas, schemas_dir
from tei.authority import Authority
from tei.encode import ELEMENTS, Edition
from tei.findings import Finding
from tei.recognise import Settings
from tei.validate import Validator
from tei.validate.guard import Guard


def job_of(
    config: Config, *, date: str, output: Path | None = None, charset: str | None = None, changes: str | None = None
) -> tuple[Job, tuple[Finding, ...]]:
    """Return the encoder's job for a configuration, and what is wrong in its authority lists.

    `date` is the ISO date of encoding. Raises TeiError where a list cannot be used at all.
    """
    authority, findings = Authority.load(_lists(config.authority), builtin=config.builtin_authority)
    settings = Settings(authority, repositories_of(authority), config.furniture)
    edition = Edition(
        date, config.title, config.publisher, config.place, config.date, config.licence, config.licence_url
    )
    job = Job(
        settings,
        edition,
        output or config.output,
        default_guard(),
        charset or config.charset or None,
        changes or config.changes or None,
        _candidates(config, output),
    )
    return job, findings


def _lists(paths: Iterable[Path]) -> list[Path]:
    """Return the files of lists; the names that an editor has not accepted yet are none, wherever they lie."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.xml")) if path.is_dir() else [path]
    return [path for path in found if not is_candidates(path)]


def _candidates(config: Config, output: Path | None) -> Path:
    """Return where unknown names go: beside edition.toml; into the output where there is none, or another output."""
    folder = config.path.parent if config.path and output is None else output or config.output
    return folder / LISTS / CANDIDATES


def default_guard() -> Guard:
    """Return the guard of our own schema, compiled on first use."""
    grammar, rules = (Validator.load(path) for path in default_schemas())
    return Guard(schemas_dir() / "generated" / "telegram.xsd", grammar, rules, ELEMENTS)
