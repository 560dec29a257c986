"""From an edition's configuration to what the encoder works with: lists, archives, schema, the edition's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from edition.config import Config
from edition.encoding import Job
from edition.resources import default_schemas, schemas_dir
from tei.archives import Repositories, builtin
from tei.authority import Authority, RepositoryMapping
from tei.encode import Edition
from tei.findings import Finding
from tei.recognise import Settings
from tei.validate import Validator
from tei.validate.guard import Guard

FOND_PARTS = frozenset(("fond", "opis", "delo", "papka", "portsiia"))


def job_of(
    config: Config, *, date: str, output: Path | None = None, charset: str | None = None
) -> tuple[Job, tuple[Finding, ...]]:
    """Return the encoder's job for a configuration, and what is wrong in its authority lists.

    `date` is the ISO date of encoding. Raises TeiError where a list cannot be used at all.
    """
    authority, findings = Authority.load(config.authority, builtin=config.builtin_authority)
    settings = Settings(authority, repositories_of(authority), config.furniture)
    edition = Edition(
        date, config.title, config.publisher, config.place, config.date, config.licence, config.licence_url
    )
    job = Job(settings, edition, output or config.output, default_guard(), charset or config.charset or None)
    return job, findings


def default_guard() -> Guard:
    """Return the guard of our own schema, compiled on first use."""
    grammar, rules = (Validator.load(path) for path in default_schemas())
    return Guard(schemas_dir() / "generated" / "telegram.xsd", grammar, rules)


def repositories_of(authority: Authority) -> Repositories:
    """Return the register of archives with those that the edition's lists define."""
    defined = authority.repositories()
    return builtin().extended([_plain(mapping) for mapping in defined]) if defined else builtin()


def _plain(mapping: RepositoryMapping) -> Mapping[str, Any]:
    """Turn an archive of a list into an entry of the register.

    Archives that count in fond and opis are read as such whatever the labels; others by the labels that the list gives,
    each a template with a place for its value.
    """
    parts = [part["type"] for part in mapping["parts"]]
    entry: dict[str, Any] = {
        "key": mapping["key"],
        "name": mapping["names"][0] if mapping["names"] else mapping["key"],
        "names": [*mapping["names"][1:], *mapping["abbreviations"][1:]],
        "parts": parts,
        "country": mapping["country"],
        "settlement": mapping["settlement"],
    }
    if mapping["abbreviations"]:
        entry["abbreviation"] = mapping["abbreviations"][0]
    if not parts or set(parts) & FOND_PARTS:
        return entry | {"family": "fond"}
    return entry | {"family": "segments", "templates": list(_templates(mapping))}


def _templates(mapping: RepositoryMapping) -> Iterable[str]:
    for part in mapping["parts"]:
        for label in part["labels"]:
            yield f"{label} {{{part['type']}}}"
