"""`tei import` of tables on the command line: what a user sees who has a table and no mapping."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.karsk import KARSK


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_mapping_that_is_left_to_be_filled_in_is_used_by_the_next_import(tei: Callable[..., Any]) -> None:
    """The same command twice; between them a word is corrected."""
    Path("letters.csv").write_text("Written,From,To\n03/05/1938,Vetrov,Orlin\n", encoding="utf-8")
    first = tei("import", "letters.csv")
    assert first.code == 2
    assert "IMP141" in first.stdout + first.stderr
    mapping = Path("import/letters/mapping.toml")
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(text.replace("# ? =", 'dates = "mm/dd/yyyy"\n#', 1), encoding="utf-8")
    wrong = tei("import", "letters.csv")
    assert wrong.code == 2
    assert "there is no field dates" in wrong.stdout + wrong.stderr
    column = 'date = { column = "Written", dates = "mm/dd/yyyy" }'
    mapping.write_text(text.replace("# ? =", f"{column}\n#", 1), encoding="utf-8")
    second = tei("import", "letters.csv")
    assert second.code == 0, second.stdout + second.stderr
    assert "import/letters/tei: 1 document" in second.stdout
    assert Path("import/letters/tei/t1938-03-05-vetrov-orlin.xml").is_file()
    assert column in mapping.read_text(encoding="utf-8")


def test_a_row_that_cannot_be_taken_is_an_error_and_the_others_are_there(tei: Callable[..., Any]) -> None:
    Path("letters.csv").write_text("From,To,Text\nVetrov,Orlin,a, b\nOrlin,Vetrov,c\n", encoding="utf-8")
    ran = tei("import", "letters.csv")
    assert ran.code == 1
    assert "row 2 has 4 cells, and the table 3 columns" in ran.stdout + ran.stderr
    assert len(list(Path("import/letters/tei").iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("letters.csv", b"", "the file is empty"),
        ("letters.csv", b'From,Text\nVetrov,"a\n', "never closed"),
        ("letters.json", b'[{"from": "Vetrov"', "this is no JSON"),
        ("letters.xls", b"\xd0\xcf\x11\xe0", "Save as"),
        ("letters.xlsx", b"PK\x03\x04", "damaged"),
        ("letters.csv", b"<TEI/>", "no form that is known"),
    ],
)
def test_nothing_is_written_of_a_file_that_is_no_table(
    tei: Callable[..., Any], name: str, data: bytes, said: str
) -> None:
    Path(name).write_bytes(data)
    ran = tei("import", name)
    assert ran.code == 2
    assert said in ran.stdout + ran.stderr
    assert not Path("import").is_dir() or not list(Path("import").iterdir())


def test_an_edition_sees_what_was_imported_into_it(tei: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Names lead to the edition's entries, and its rules find nothing wrong."""
    shutil.copytree(KARSK, "karsk", ignore=shutil.ignore_patterns("output"))
    monkeypatch.chdir("karsk")
    data = "Дата;Отправитель;Получатель;Текст\n05.03.1938;П. Н. Ветров;К. А. Сабельников;Ждите.\n"
    Path("letters.csv").write_bytes(data.encode("windows-1251"))
    assert tei("import", "letters.csv").code == 0
    (document,) = Path("import/letters/tei").iterdir()
    assert document.name == "t1938-03-05-vetrov-sabelnikov.xml"
    assert not Path("import/letters/authority").exists()
    ran = tei("validate", str(document))
    assert ran.code == 0
    assert "error" not in ran.stdout
