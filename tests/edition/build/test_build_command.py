"""`tei build` and `tei serve` as commands: which edition is meant, what is printed, how they end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.config import Alias, load_config

Tei = Callable[..., Any]


@pytest.fixture
def folder(edition: Any) -> Path:
    """The small edition, with settings."""
    found: Path = edition.folder
    (found / "edition.toml").write_text('[edition]\nid = "karsk"\ntitle = "Karsk"\nlanguage = "ru"\n', encoding="utf-8")
    return found


def test_without_a_path_the_edition_in_this_folder_is_built(
    tei: Tei, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = tei("build", "--jobs", "1")
    assert ran.stdout == "site: 5 documents, 7 pages, of which 7 made now.\nnothing found in 5 files\n"
    assert ran.code == 0
    (folder / "tei" / "t5.xml").unlink()
    assert "1 taken away" in tei("build", "--jobs", "1").stdout


def test_a_folder_with_settings_is_an_edition_wherever_one_stands(tei: Tei, folder: Path) -> None:
    assert tei("build", folder, "--jobs", "1").code == 0
    assert (folder / "site" / "index.html").is_file()
    assert tei("build", "--config", folder / "edition.toml", "--output", folder / "other", "--quiet").stdout == ""
    assert (folder / "other" / "index.html").is_file()


def test_any_folder_of_tei_can_be_built(tei: Tei, edition: Any) -> None:
    """Another project's letters, with no settings at all; figures for programs."""
    ran = tei("build", edition.tei, "-o", edition.output, "--format", "json")
    assert ran.code == 0
    assert {name: ran.json[name] for name in ("documents", "pages", "made", "placed")} == {
        "documents": 5,
        "pages": 7,
        "made": 7,
        "placed": True,
    }


def test_strict_leaves_the_old_site_and_fails(tei: Tei, folder: Path, edition: Any) -> None:
    tei("build", folder)
    before = edition.files()
    with (folder / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[aliases]\nold = "nowhere"\n')
    edition.write("t1", "Changed.")
    ran = tei("build", folder, "--strict")
    assert ran.code == 1
    assert "was left as it is" in ran.stdout
    assert f"{folder / 'edition.toml'}:6:1 warning SIT107" in ran.stdout
    assert edition.files() == before
    assert tei("build", folder).code == 0
    assert edition.files() != before


def test_a_broken_file_fails_and_the_site_is_built_without_it(tei: Tei, folder: Path, edition: Any) -> None:
    (edition.tei / "t1.xml").write_text("<TEI>")
    assert tei("build", folder).code == 1
    assert "telegrams/t2.html" in edition.files()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "XML101"),
        (["--base-url", "karsk"], "the address of the site"),
        (["--base-url", "https://example.org/?a=b"], "the address of the site"),
        (["--jobs", "-1"], "--jobs"),
    ],
)
def test_what_is_asked_wrongly_is_refused(
    arguments: list[str], words: str, tei: Tei, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = tei("build", *arguments)
    assert (ran.code, words in ran.stdout + ran.stderr) == (2, True)


def test_settings_that_are_wrong_are_refused(tei: Tei, folder: Path) -> None:
    (folder / "edition.toml").write_text('[site]\nlangauges = ["en"]\n')
    ran = tei("build", folder, "--format", "json")
    assert (ran.code, ran.findings) == (2, ["CFG102"])


def test_the_address_of_the_site_can_be_given_for_one_build(
    tei: Tei, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    from edition.build import building

    monkeypatch.setattr(building, "site_mark", lambda site: seen.append(site.settings) or "mark")
    assert tei("build", folder, "--base-url", "https://example.org/karsk").code == 0
    assert (seen[0].url, seen[0].id, seen[0].languages) == ("https://example.org/karsk/", "karsk", ("ru",))


def test_a_folder_that_is_not_ours_is_refused(tei: Tei, folder: Path) -> None:
    ran = tei("build", folder, "--output", folder / "tei", "--format", "json")
    assert (ran.code, ran.findings) == (2, ["SIT102"])


def test_serve_says_what_is_wrong_before_it_begins(tei: Tei, tmp_path: Path) -> None:
    ran = tei("serve", tmp_path / "nowhere")
    assert (ran.code, "XML101" in ran.stderr) == (2, True)


def test_validate_knows_the_documents_of_the_edition_in_this_folder(
    tei: Tei, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert len(tei("validate", "--format", "json").json["files"]) == 5
    (folder / "edition.toml").unlink()
    assert tei("validate").code == 2


SETTINGS = """
[site]
url = "https://example.org/karsk"
languages = ["en", "ru"]
own = "mine"
search = false

[aliases]
url = "t1"
"old.name" = "t2"
"""


def test_the_settings_of_the_site_are_read(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "edition.toml").write_text(SETTINGS)
    config, findings = load_config(tmp_path / "edition.toml")
    assert findings == ()
    assert (config.site.url, config.site.languages) == ("https://example.org/karsk/", ("en", "ru"))
    assert (config.site.own, config.site.output, config.site.search) == (tmp_path / "mine", tmp_path / "site", False)
    assert config.aliases == (Alias("url", "t1", 9), Alias("old.name", "t2", 10))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[site]\nurl = "example.org"', 2, "https://example.org/karsk/"),
        ('[site]\n\nlanguages = ["en", "xx"]', 3, "there are: en, ru, zh"),
        ("[site]\nlanguages = []", 2, "codes of languages"),
        ('[site]\nown = "nowhere"', 2, "not a folder"),
        ('[site]\nsearch = "yes"', 2, "true or false"),
        ('[site]\nrepository_url = "git@example.org"', 2, "an address on the web"),
        ('[edition]\ntitle = "x"\n[aliases]\ntitle = 3', 4, "the id that the document has now"),
        ('[aliases]\n"a/b" = "c"', 2, "the id that the document has now"),
        ("aliases = 3", 1, "is a table"),
    ],
)
def test_a_wrong_setting_of_the_site_is_a_finding_with_its_line(
    text: str, line: int, words: str, tmp_path: Path
) -> None:
    (tmp_path / "edition.toml").write_text(text)
    _, (finding,) = load_config(tmp_path / "edition.toml")
    assert finding.location.line == line
    assert words in f"{finding.message} {finding.hint}"


def test_a_language_of_the_editions_own_messages_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "own" / "messages").mkdir(parents=True)
    (tmp_path / "own" / "messages" / "de.po").touch()
    (tmp_path / "edition.toml").write_text('[site]\nlanguages = ["de"]')
    config, findings = load_config(tmp_path / "edition.toml")
    assert (findings, config.site.languages, config.site.own) == ((), ("de",), tmp_path / "own")
