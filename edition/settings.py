"""From an edition's configuration to what the encoder works with: lists, archives, schema, the edition's own words."""

from __future__ import annotations

from pathlib import Path

from edition.config import Config
from edition.encoding import Job
from edition.register import repositories_of
from edition.resources import default_schemas, schemas_dir
from tei.authority import Authority
from tei.encode import Edition
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
    authority, findings = Authority.load(config.authority, builtin=config.builtin_authority)
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
    )
    return job, findings


def default_guard() -> Guard:
    """Return the guard of our own schema, compiled on first use."""
    grammar, rules = (Validator.load(path) for path in default_schemas())
    return Guard(schemas_dir() / "generated" / "telegram.xsd", grammar, rules)
