"""`tei import` of a volume: documents, lists and table in their folder, and the edition that sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.edition.intake import frus_volume as volumes

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "volumes" / "frus1937-55Norland.xml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_example_volume_is_imported_and_its_source_kept(folder: Path, tei: Callable[..., Any]) -> None:
    ran = tei("import", EXAMPLE)
    assert ran.code == 0, ran.stdout + ran.stderr
    assert "import/frus1937-55Norland/tei: 3 documents, 8 not taken (listed.csv)" in ran.stdout
    place = folder / "import" / "frus1937-55Norland"
    assert (place / "original" / EXAMPLE.name).read_bytes() == EXAMPLE.read_bytes()
    assert sorted(path.name for path in (place / "authority").iterdir()) == [
        "frus1937-55Norland-persons.xml", "frus1937-55Norland-terms.xml"
    ]  # fmt: skip


def test_imported_volume_has_no_error_and_no_warning(folder: Path, tei: Callable[..., Any]) -> None:
    tei("import", EXAMPLE)
    ran = tei("validate", *sorted((folder / "import").rglob("tei/*.xml")), "--fail-on", "warning")
    assert ran.code == 0, ran.stdout


def test_broken_document_makes_the_run_fail_and_the_others_are_there(folder: Path, tei: Callable[..., Any]) -> None:
    (folder / "v.xml").write_text(volumes.WHOLE.replace("Not printed. See", "Not printed & see"), encoding="utf-8")
    ran = tei("import", "v.xml")
    assert ran.code == 1
    assert "IMP102 d1 is not read" in ran.stdout + ran.stderr
    assert sorted(path.stem for path in (folder / "import" / "v" / "tei").iterdir()) == [
        "frus1937-58v02-d2", "frus1937-58v02-d4"
    ]  # fmt: skip


def test_document_that_comes_twice_gets_another_id(folder: Path, tei: Callable[..., Any]) -> None:
    text = volumes.volume(volumes.LETTER, volumes.LETTER.replace("your despatch", "my despatch").replace("Your", "My"))
    (folder / "v.xml").write_text(text, encoding="utf-8")
    ran = tei("import", "v.xml")
    assert "IMP103" in ran.stdout + ran.stderr
    assert sorted(path.stem for path in (folder / "import" / "v" / "tei").iterdir()) == [
        "frus1937-58v02-d4", "frus1937-58v02-d4-b"
    ]  # fmt: skip
