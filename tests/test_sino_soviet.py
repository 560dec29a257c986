"""The lists of the example edition "sino-soviet" load, are valid, know three scripts, and change no telegram's id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition import config, validation
from edition.encoding import encode
from edition.register import repositories_of
from edition.settings import job_of
from tei.archives import parse
from tei.authority import Authority, Entry

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "sino-soviet"
SEEDS = ROOT.parent / "shared" / "seeds"
LISTS = ("persons.xml", "places.xml", "organisations.xml", "repositories.xml")
REPOSITORIES = {"RGASPI", "APRF", "AVPRF", "GARF", "RGANI", "RGVA", "TsAMO", "RGAE"}
WITHOUT_OTHER_SCRIPTS = {"imprint", "pamyatniki", "berfin", "abstrakt"}
CYRILLIC, CHINESE = re.compile("[\u0400-\u04ff]"), re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load([EXAMPLE / name for name in LISTS], builtin=False)[0]


def of_kind(authority: Authority, kind: str) -> list[Entry]:
    return [entry for entry in authority.entries if entry.kind == kind]


def scripts(entry: Entry) -> tuple[bool, bool, bool]:
    """Whether an entry has a form in Latin, in Cyrillic and in Chinese script."""
    forms = [variant.form for variant in entry.variants]
    latin = any(not CYRILLIC.search(form) and not CHINESE.search(form) for form in forms)
    return latin, any(map(CYRILLIC.search, forms)), any(map(CHINESE.search, forms))


def test_the_lists_load_beside_the_built_in_ones_without_findings() -> None:
    """No form is claimed twice and no entry takes the id of somebody else."""
    assert Authority.load([EXAMPLE / name for name in LISTS])[1] == ()


def test_the_lists_are_valid_by_our_schema() -> None:
    report = validation.run([EXAMPLE / name for name in LISTS])
    assert (len(report.files), report.findings) == (len(LISTS), ())


@pytest.mark.parametrize(("kind", "least"), [("person", 60), ("place", 80), ("org", 25), ("repository", 8)])
def test_the_lists_have_as_many_entries_as_promised(kind: str, least: int, authority: Authority) -> None:
    assert len(of_kind(authority, kind)) >= least


def test_the_repositories_have_the_keys_of_the_register(authority: Authority) -> None:
    assert {entry.id for entry in of_kind(authority, "repository")} == REPOSITORIES


def test_every_entry_has_forms_in_three_scripts(authority: Authority) -> None:
    """But for four publishers and periodicals, which nobody calls otherwise."""
    assert {entry.id for entry in authority.entries if not all(scripts(entry))} == WITHOUT_OTHER_SCRIPTS


def test_no_entry_has_an_identifier_that_nobody_looked_up(authority: Authority) -> None:
    assert [entry.id for entry in authority.entries if entry.idnos] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Передайте Теребину", "orlov"),
        ("Кангу Шэну не говорите, Кан Шэну скажите", "kang-sheng"),
        ("到達旅順口", "port-arthur"),
        ("馮西", "stalin"),
        ("the city of Jujian", "jiujiang"),
        ("Eighth Army", "eighth-route-army"),
    ],
)
def test_added_forms_are_found(text: str, found: str, authority: Authority) -> None:
    """In other cases, in traditional characters, and as one translator spells them."""
    date = "1943" if found == "eighth-route-army" else "1950" if found == "stalin" else "1949"
    assert [match.entry_ids for match in authority.find(text, date=date)] == [(found,)]


@pytest.mark.parametrize(
    ("written", "key"), [("RGASPI, f. 558, op. 11, d. 330, l. 95", "RGASPI"), ("ЦАМО, ф. 32, оп. 1, д. 5", "TsAMO")]
)
def test_references_to_the_archives_are_read(written: str, key: str, authority: Authority) -> None:
    reference = parse(written, repositories=repositories_of(authority))
    assert reference is not None
    assert reference.repository is not None
    assert reference.repository.key == key


def test_edition_toml_loads_and_names_every_list() -> None:
    loaded, findings = config.load_config(EXAMPLE / "edition.toml")
    assert findings == ()
    assert ([path.name for path in loaded.authority], loaded.captures) == (list(LISTS), ())


def test_the_readme_names_every_file_and_says_what_the_facts_are_worth() -> None:
    text = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    assert [name for name in (*LISTS, "edition.toml", "historian's eye") if name not in text] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real captures are not beside this checkout")
def test_the_lists_change_no_id_of_a_telegram(tmp_path: Path) -> None:
    """The five captures give the same fifteen telegrams with the lists of this edition and without."""
    own, _ = config.load_config(EXAMPLE / "edition.toml")
    made = [ids(own, tmp_path / "own"), ids(config.Config(), tmp_path / "plain")]
    assert made[0] == made[1]
    assert len(made[0]) == 15


def ids(settings: config.Config, output: Path) -> list[str]:
    job, _ = job_of(settings, date="2026-01-02", output=output)
    report = encode(sorted(SEEDS.glob("00[0-4]_*.txt")), job)
    return sorted(document.id for document in report.documents if document.kind != "context")
