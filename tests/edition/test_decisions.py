"""Decisions beside captures: found without an option, followed by the encoder, never taken for captures."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.config import Config
from edition.decisions import Shelf
from edition.drafting import Outcome
from edition.encoding import EncodingReport, Job, capture_paths, encode
from edition.settings import job_of
from tei.errors import SourceError

PAGE = "To Comrade Sabelnikov\n\nThe ship waits in the ice until spring and we with her.\n\nVetrov\n5 March 1938\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    captures = tmp_path / "captures"
    captures.mkdir()
    (captures / "karsk-07.txt").write_text(PAGE, encoding="utf-8")
    return captures


def job(folder: Path) -> Job:
    found, _ = job_of(Config(), date="2026-05-03", output=folder.parent / "tei")
    return found


def run(folder: Path) -> EncodingReport:
    return encode([folder], job(folder))


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def rules(report: EncodingReport) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule.startswith("DEC")]


@pytest.mark.parametrize("name", ["karsk-07.toml", "karsk-07.txt.toml", "SOURCE.toml"])
def test_decisions_are_found_beside_their_capture(folder: Path, name: str) -> None:
    put(folder / name, 'sender = "Kashin"\n')
    report = run(folder)
    assert [document.id for document in report.documents] == ["t1938-03-05-kashin-sabelnikov"]
    assert name in (folder.parent / "tei" / "t1938-03-05-kashin-sabelnikov.xml").read_text(encoding="utf-8")


def test_the_nearest_decision_goes_before(folder: Path) -> None:
    put(folder / "karsk-07.txt", '+++\nsender = "Lapin"\nnumber = 1\nkind = "note"\n+++\n' + PAGE)
    put(folder / "SOURCE.toml", 'number = 2\nkind = "letter"\n["karsk-07.txt"]\nnumber = 3\n')
    put(folder / "karsk-07.toml", "number = 4\n")
    put(folder / "karsk-07.txt.toml", "title = 'On ice'\n")
    (sheets) = Shelf().sheets_of(folder / "karsk-07.txt")
    assert [dict(sheet.data) for sheet in sheets] == [
        {"number": 2, "kind": "letter"},
        {"number": 3},
        {"number": 4},
        {"title": "On ice"},
    ]
    (document,) = run(folder).documents
    assert (document.kind, document.title) == ("letter", "On ice")
    assert "lapin" in document.id


def test_a_changed_decision_is_encoded_anew_and_the_id_kept(folder: Path) -> None:
    (before,) = run(folder).documents
    put(folder / "karsk-07.toml", "date = 1938-03-06\nnumber = 9\n")
    (after,) = run(folder).documents
    assert (after.id, after.outcome) == (before.id, Outcome.WRITTEN)
    assert 'when="1938-03-06"' in Path(after.path).read_text(encoding="utf-8")
    (again,) = run(folder).documents
    assert (again.id, again.outcome) == (before.id, Outcome.UNCHANGED)
    (folder / "karsk-07.toml").unlink()
    (back,) = run(folder).documents
    assert (back.id, back.outcome) == (before.id, Outcome.WRITTEN)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sender = Kashin", "DEC101"),
        ('sendr = "Kashin"', "DEC102"),
        ('date = "some day"', "DEC103"),
        ('starts = "nowhere"', "DEC104"),
    ],
)
def test_a_wrong_decision_stops_its_capture_and_no_other(folder: Path, text: str, code: str) -> None:
    put(folder / "karsk-08.txt", PAGE.replace("Vetrov", "Tumanova"))
    first = run(folder)
    kept = {document.id: Path(document.path).read_bytes() for document in first.documents}
    put(folder / "karsk-07.toml", text)
    report = run(folder)
    assert rules(report) == [code]
    assert [Path(document.source).name for document in report.documents] == ["karsk-08.txt"]
    assert {name: (folder.parent / "tei" / f"{name}.xml").read_bytes() for name in kept} == kept
    assert not [finding for finding in report.findings if finding.rule in ("ENC212", "ENC213")]


def test_a_file_that_is_not_utf_8_is_told(folder: Path) -> None:
    (folder / "karsk-07.toml").write_bytes('sender = "Вётров"'.encode("cp1251"))
    assert rules(run(folder)) == ["DEC101"]


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    (folder / "karsk-07.toml").write_bytes(b'\xef\xbb\xbfsender = "Kashin"\r\nnumber = 3\r\n')
    assert "kashin" in run(folder).documents[0].id


def test_what_is_wrong_in_a_shared_file_is_said_once(folder: Path) -> None:
    put(folder / "karsk-08.txt", PAGE)
    put(folder / "SOURCE.toml", "sender = Kashin")
    report = run(folder)
    assert (rules(report), report.documents) == (["DEC101"], ())


def test_a_table_for_one_page_is_refused_where_many_captures_share_it(folder: Path) -> None:
    put(folder / "SOURCE.toml", "[[telegram]]\nnumber = 3\n")
    assert rules(run(folder)) == []
    put(folder / "karsk-08.txt", PAGE)
    report = run(folder)
    assert rules(report) == ["DEC103"]
    (finding,) = report.findings
    assert '[["karsk-07.txt".telegram]]' in finding.hint


def test_what_is_said_of_a_whole_folder_need_not_matter_to_each_page(folder: Path) -> None:
    put(folder / "karsk-08.txt", "Karsk. The lamps of the station were mended in the autumn of that year.\n")
    put(folder / "SOURCE.toml", 'language = "en"\nkind = "telegram"\n')
    report = run(folder)
    assert rules(report) == []
    assert [document.kind for document in report.documents] == ["telegram"]


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("karsk-70.toml", 'sender = "Kashin"', "did you mean karsk-07"),
        ("zz.toml", "[[telegram]]\nwhich = 1", "name of its capture"),
        ("SOURCE.toml", '["karsk-70.txt"]\nnumber = 3\n', "did you mean karsk-07.txt?"),
    ],
)
def test_decisions_whose_capture_is_not_there_are_told(folder: Path, name: str, text: str, hint: str) -> None:
    put(folder / name, text)
    report = run(folder)
    assert rules(report) == ["DEC110"]
    assert any(hint in finding.hint for finding in report.findings)
    assert len(report.documents) == 1


@pytest.mark.parametrize("text", ["[tool]\nx = 1\n", "not toml", ""])
def test_other_toml_files_are_left_alone(folder: Path, text: str) -> None:
    put(folder / "settings.toml", text)
    put(folder / "edition.toml", 'sender = "x"')
    assert rules(run(folder)) == []


def test_decisions_are_no_captures(folder: Path) -> None:
    """Not in a folder, and not when a shell names every file of one."""
    decisions = put(folder / "karsk-07.toml", "number = 3\n")
    assert list(capture_paths([folder, decisions], folder)) == [folder / "karsk-07.txt"]


def test_a_capture_in_a_folder_that_is_gone_has_no_decisions(tmp_path: Path) -> None:
    assert Shelf().sheets_of(tmp_path / "nowhere" / "karsk-07.txt") == ()


def test_a_shared_file_that_was_refused_stays_refused(folder: Path) -> None:
    put(folder / "SOURCE.toml", "sender = Kashin")
    shelf = Shelf()
    for findings in (1, 0):
        with pytest.raises(SourceError) as error:
            shelf.sheets_of(folder / "karsk-07.txt")
        assert len(error.value.findings) == findings
