"""Old addresses go on leading somewhere: those that edition.toml names, and those of documents that were renamed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from edition.build.links import resolve
from edition.config import Alias, Config
from edition.site import aliases
from edition.site.plan import File, Planned, Site
from tei.findings import Finding


@pytest.fixture
def letters(edition: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The small site, with our own pages for old addresses."""

    def plan(site: Site) -> Iterator[Planned]:
        yield from edition.plan(site)
        yield from aliases.plan(site)

    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        yield from (aliases if planned.kind == "alias" else edition).make(site, planned)

    monkeypatch.setattr("edition.site.kinds.plan", plan)
    monkeypatch.setattr("edition.site.kinds.make", make)
    return edition


def rename(letters: Any, old: str, new: str) -> None:
    """Give a document another id and its file another name, its text being the same."""
    path = letters.tei / f"{old}.xml"
    text = path.read_text(encoding="utf-8").replace(f'xml:id="{old}"', f'xml:id="{new}"')
    (letters.tei / f"{new}.xml").write_text(text, encoding="utf-8")
    path.unlink()


def followed(letters: Any, path: str) -> str:
    """Where a browser that asks for a page ends: it follows `refresh` at once."""
    seen = []
    files = letters.files()
    while path not in seen:
        seen.append(path)
        found = re.search(rb'http-equiv="refresh" content="0; url=([^"]+)"', files[path])
        if found is None:
            return path
        path = resolve(path, found[1].decode())
    raise AssertionError(f"in a circle: {seen}")


def said(report: Any) -> list[str]:
    return [one.rule for one in report.findings]


def test_a_document_is_renamed_and_the_old_link_leads_to_it(letters: Any) -> None:
    """Nobody has told the program: the text that went under one id is there under another."""
    letters.build()
    rename(letters, "t2", "t1938-01-16-sabelnikov-vetrov")
    report = letters.build()
    assert said(report) == ["SIT109"]
    assert '"t2" = "t1938-01-16-sabelnikov-vetrov"' in report.findings[0].hint
    assert followed(letters, "telegrams/t2.html") == "telegrams/t1938-01-16-sabelnikov-vetrov.html"
    assert json.loads(letters.files()["aliases.json"]) == {"t2": "t1938-01-16-sabelnikov-vetrov"}


def test_the_site_remembers_old_addresses_even_when_the_rest_is_forgotten(letters: Any) -> None:
    letters.build()
    rename(letters, "t2", "t2b")
    letters.build()
    letters.build(clean=True)
    rename(letters, "t2b", "t2c")
    letters.build()
    assert followed(letters, "telegrams/t2.html") == "telegrams/t2c.html"
    assert followed(letters, "telegrams/t2b.html") == "telegrams/t2c.html"


def test_an_alias_of_the_settings_needs_no_memory(letters: Any) -> None:
    config = Config(title="Karsk", aliases=(Alias("old", "t1"), Alias("older", "old")))
    assert said(letters.build(config=config)) == []
    assert followed(letters, "telegrams/old.html") == "telegrams/t1.html"
    assert followed(letters, "telegrams/older.html") == "telegrams/t1.html"


def test_an_alias_that_is_written_down_is_said_no_more(letters: Any) -> None:
    letters.build()
    rename(letters, "t2", "t2b")
    letters.build()
    assert said(letters.build(config=Config(title="Karsk", aliases=(Alias("t2", "t2b"),)))) == []


def test_a_new_address_in_each_language(letters: Any) -> None:
    from edition.config import SiteConfig

    config = Config(title="Karsk", aliases=(Alias("old", "t1"),), site=SiteConfig(languages=("en", "ru")))
    letters.build(config=config)
    assert followed(letters, "ru/telegrams/old.html") == "ru/telegrams/t1.html"


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        (Alias("old", "nowhere", 7), "SIT107"),
        (Alias("t1", "t2", 7), "SIT108"),
        (Alias("old", "old", 7), "SIT107"),
    ],
)
def test_an_alias_that_does_nothing_is_a_finding(alias: Alias, code: str, letters: Any) -> None:
    report = letters.build(config=Config(title="Karsk", aliases=(alias,)))
    assert [(one.rule, one.location.line) for one in report.findings] == [(code, 7)]


def test_aliases_in_a_circle_lead_nowhere_and_are_said(letters: Any) -> None:
    report = letters.build(config=Config(title="Karsk", aliases=(Alias("a", "b"), Alias("b", "a"))))
    assert said(report) == ["SIT107", "SIT107"]


def test_two_letters_of_the_same_words_are_not_taken_for_one_another(letters: Any) -> None:
    """Which of the two was renamed to which is not known, so nothing is said."""
    for name in ("a1", "a2"):
        letters.write(name, "The same words in both.", date="1938-01-05")
    letters.build()
    rename(letters, "a1", "b1")
    rename(letters, "a2", "b2")
    report = letters.build()
    assert report.findings == ()


def test_a_file_of_old_addresses_that_is_damaged_is_none(letters: Any) -> None:
    letters.build()
    (letters.output / "aliases.json").write_text("[1, 2]")
    assert letters.build().placed
