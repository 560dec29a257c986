"""The index of a finished site: what is in it, in one order, in parts, and what is said where it cannot be made."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from edition.corpus.model import Corpus
from edition.searching import cbor, index_site, indexing
from edition.searching.indexing import batched, stemming
from edition.searching.settling import settle
from edition.site.plan import Site

pytest.importorskip("pagefind", reason="needs pagefind")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_index_is_in_its_own_folder_and_holds_every_record(folder: Path, site: Site) -> None:
    before = contents(folder)
    assert index_site(folder, site) == ()
    after = contents(folder)
    assert {path for path in after if not path.startswith("pagefind/")} == set(before)
    assert len([path for path in after if path.endswith(".pf_fragment")]) == 6
    assert json.loads(after["pagefind/search.json"])["parts"] == [{"name": "0", "dated": True}]
    assert not [path for path in after if "ui" in path or "highlight" in path]


def test_the_same_site_gives_the_same_bytes(folder: Path, site: Site) -> None:
    index_site(folder, site)
    first = contents(folder)
    for _ in range(2):
        index_site(folder, site)
        assert contents(folder) == first


def test_facets_are_in_order(folder: Path, site: Site) -> None:
    index_site(folder, site)
    for file in (folder / "pagefind" / "0" / "filter").iterdir():
        _, values = cbor.decode(gzip.decompress(file.read_bytes())[12:])  # type: ignore[misc]
        names = [value[0] for value in values]  # type: ignore[index, union-attr]
        assert names == sorted(names)


def test_a_large_edition_is_indexed_in_parts(folder: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts share the program of the first."""
    monkeypatch.setattr(indexing, "_PART", 4)
    assert index_site(folder, site) == ()
    index = folder / "pagefind"
    parts = json.loads((index / "search.json").read_text(encoding="utf-8"))["parts"]
    assert parts == [{"name": "0", "dated": True}, {"name": "1", "dated": False}]
    assert [len(list((index / part / "fragment").iterdir())) for part in ("0", "1")] == [3, 3]
    for name in ("pagefind.js", "wasm.en.pagefind"):
        assert [(index / part / name).exists() for part in ("0", "1")] == [True, False]


def test_an_edition_without_documents_has_an_index_too(tmp_path: Path, site: Site) -> None:
    assert index_site(tmp_path, Site(Corpus(), site.settings)) == ()
    assert json.loads((tmp_path / "pagefind" / "search.json").read_bytes())["parts"] == []


@pytest.mark.parametrize("program", ["/bin/false", "/nothing/there"])
def test_a_program_that_fails_is_a_finding_and_leaves_no_index(
    folder: Path, site: Site, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    monkeypatch.setattr(indexing, "_PART", 2)
    (finding,) = index_site(folder, site)
    assert finding.rule == "SIT141"
    assert "pip install" in finding.hint
    assert not (folder / "pagefind").exists()


def test_a_missing_program_is_a_finding(folder: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import pagefind.service

    monkeypatch.setattr(pagefind.service, "get_executable", lambda: None)
    (finding,) = index_site(folder, site)
    assert "there is no program pagefind" in finding.message


def test_files_of_an_unknown_form_are_left_as_they_are(tmp_path: Path) -> None:
    entry = {"languages": {"en": {"hash": "en_1", "wasm": None}}}
    (tmp_path / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    (tmp_path / "pagefind.en_1.pf_meta").write_bytes(gzip.compress(b"something else"))
    (tmp_path / "wasm.unknown.pagefind").write_bytes(b"needed")
    (tmp_path / "pagefind-ui.js").write_bytes(b"not needed")
    settle(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("pagefind-entry.json", "pagefind.en_1.pf_meta", "wasm.unknown.pagefind"),
    ]
    assert json.loads((tmp_path / "pagefind-entry.json").read_bytes()) == entry


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(["ru", "ru-RU", "en"], "ru"), (["en", "ru"], "en"), (["zh", "zh-Hant"], "unknown"), (["", ""], "en"), ([], "en")],
)
def test_stemming_is_that_of_most_documents(languages: list[str], expected: str) -> None:
    assert stemming(languages) == expected


def test_records_are_cut_into_parts() -> None:
    numbers = [*range(5)]
    assert [len(part) for part in batched(numbers, 2)] == [2, 2, 1]  # type: ignore[arg-type]
    assert list(batched([], 2)) == []
