"""From a configuration to the job of the encoder: lists, archives, schema, output."""

from __future__ import annotations

from pathlib import Path

from edition.config import Config, load_config
from edition.settings import default_guard, job_of, repositories_of
from tei.archives import parse_all
from tei.authority import Authority


def test_what_the_command_line_says_comes_before_the_configuration(karsk: Path, tmp_path: Path) -> None:
    config, _ = load_config(karsk / "edition.toml")
    job, findings = job_of(config, date="2026-01-02")
    assert (job.output, job.charset, findings) == (karsk / "output" / "tei", None, ())
    job, _ = job_of(config, date="2026-01-02", output=tmp_path, charset="koi8-r")
    assert (job.output, job.charset, job.edition.date) == (tmp_path, "koi8-r", "2026-01-02")


def test_an_edition_without_a_configuration_has_a_job_too() -> None:
    job, findings = job_of(Config(), date="2026-01-02")
    assert (job.output, findings) == (Path("tei"), ())


def test_archives_of_a_list_are_read_with_the_parts_that_it_gives(karsk: Path) -> None:
    """One of the invented archives counts in boxes and folders."""
    config, _ = load_config(karsk / "edition.toml")
    authority, _ = Authority.load(config.authority, builtin=False)
    keys = {entry.get("key") or entry["key"] for entry in authority.repositories()}
    assert len(keys) == 3
    (reference,) = parse_all("AKPI, f. 12, op. 3, d. 47, l. 22v", repositories=repositories_of(authority))
    assert dict(reference.idnos)["delo"] == "47"


def test_without_lists_the_register_is_the_built_in_one() -> None:
    authority, _ = Authority.load((), builtin=False)
    (reference,) = parse_all("RGASPI, f. 17, op. 1, d. 2", repositories=repositories_of(authority))
    assert dict(reference.idnos)["fond"] == "17"


def test_the_guard_is_that_of_the_shipped_schema() -> None:
    assert default_guard()
