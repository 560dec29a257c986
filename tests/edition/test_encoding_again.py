"""Encoding again: ids stay, editors' files stay and get proposals, what is gone is said, what is mended is cleared."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.aside import LOCK_NAME
from edition.spool import Spool
from tei.findings import Finding, Location, Severity
from tei.validate.guard import Guard

Call = Callable[..., Any]
ID = "t1937-09-12-vetrov-sabelnikov"
WRONG = Finding("VAL999", Severity.ERROR, "the bath is cold", Location("", 3, 1), "heat it")


def outcomes(ran: Any) -> dict[str, str]:
    return {document["id"]: document["outcome"] for document in ran.json["documents"]}


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def out(karsk: Path) -> Path:
    return karsk / "out"


@pytest.fixture
def mine(encode: Call, page: Path, out: Path) -> Path:
    """A file that its editor has changed, and a capture that has changed since."""
    encode(page, "-o", out)
    path = out / f"{ID}.xml"
    rewrite(path, "onions", "lemons")
    rewrite(page, "barometer", "thermometer")
    return path


def test_a_new_encoding_of_an_edited_file_is_a_proposal_with_a_diff(
    encode: Call, page: Path, out: Path, mine: Path
) -> None:
    """The diff shows the words that differ and not the file's layout; a second run changes nothing."""
    before = mine.read_bytes()
    for _ in range(2):
        ran = encode(page, "-o", out, date="2027-07-07")
        assert (ran.code, ran.findings, outcomes(ran)) == (0, ["ENC211"], {ID: "kept as edited"})
        assert mine.read_bytes() == before
        assert names(out) == {f"{ID}.xml", f"proposals/{ID}.xml", f"proposals/{ID}.diff", LOCK_NAME}
    diff = (out / "proposals" / f"{ID}.diff").read_text(encoding="utf-8")
    removed = [line for line in diff.splitlines() if line[:1] == "-" and line[:3] != "---"]
    assert any("lemons" in line for line in removed)
    assert "thermometer" in diff
    assert "2027" not in diff


def test_a_proposal_that_is_copied_over_the_file_is_taken(encode: Call, page: Path, out: Path, mine: Path) -> None:
    """The lock knows the file then, the proposal goes, and later changes of the capture are written again."""
    encode(page, "-o", out)
    shutil.copy(out / "proposals" / f"{ID}.xml", mine)
    ran = encode(page, "-o", out)
    assert (ran.findings, outcomes(ran)) == ([], {ID: "unchanged"})
    assert names(out) == {f"{ID}.xml", LOCK_NAME}
    rewrite(page, "thermometer", "compass")
    assert outcomes(encode(page, "-o", out)) == {ID: "written"}


def test_a_proposal_that_is_deleted_comes_back_only_when_the_encoding_changes(
    encode: Call, page: Path, out: Path, mine: Path
) -> None:
    encode(page, "-o", out)
    (out / "proposals" / f"{ID}.xml").unlink()
    for _ in range(2):
        ran = encode(page, "-o", out)
        assert (ran.findings, outcomes(ran)) == (["ENC201"], {ID: "kept as edited"})
        assert names(out) == {f"{ID}.xml", LOCK_NAME}
    rewrite(page, "thermometer", "compass")
    assert encode(page, "-o", out).findings == ["ENC211"]
    assert "lemons" in mine.read_text(encoding="utf-8")


def test_a_proposal_goes_when_the_capture_is_as_before(encode: Call, page: Path, out: Path, mine: Path) -> None:
    encode(page, "-o", out)
    rewrite(page, "thermometer", "barometer")
    assert encode(page, "-o", out).findings == ["ENC201"]
    assert names(out) == {mine.name, LOCK_NAME}


def test_a_file_that_was_only_laid_out_anew_gets_no_proposal_of_the_same(encode: Call, page: Path, out: Path) -> None:
    """An editor's program indents and sorts attributes; the words and marks are the same."""
    encode(page, "-o", out)
    path = out / f"{ID}.xml"
    rewrite(path, "<date when=", "<date   when=")
    rewrite(path, "\n        ", "\n\t\t\t")
    assert encode(page, "-o", out).findings == ["ENC201"]
    assert names(out) == {f"{ID}.xml", LOCK_NAME}


def test_an_edited_file_that_is_no_xml_any_more_gets_a_proposal(encode: Call, page: Path, out: Path) -> None:
    encode(page, "-o", out)
    (out / f"{ID}.xml").write_text("a draft on paper\n", encoding="utf-8")
    rewrite(page, "barometer", "thermometer")
    assert encode(page, "-o", out).findings == ["ENC211"]
    assert "-a draft on paper" in (out / "proposals" / f"{ID}.diff").read_text(encoding="utf-8")


def test_a_telegram_that_vanished_from_its_source_is_a_finding(encode: Call, page: Path, out: Path) -> None:
    """The file stays, run after run, until its editor deletes it; the new telegram gets an id of its own."""
    encode(page, "-o", out)
    shutil.copy(page.parent / "08-the-cook-is-ill.txt", page)
    for _ in range(2):
        ran = encode(page, "-o", out)
        vanished = [found["path"] for found in ran.json["findings"] if found["code"] == "ENC212"]
        assert vanished == [str(out / f"{ID}.xml")]
        assert ID not in outcomes(ran)
    (out / f"{ID}.xml").unlink()
    assert "ENC212" not in encode(page, "-o", out).findings


def test_a_capture_that_was_deleted_is_a_finding(encode: Call, page: Path, out: Path) -> None:
    encode(page.parent, "-o", out)
    page.unlink()
    ran = encode(page.parent, "-o", out)
    gone = [found for found in ran.json["findings"] if found["code"] == "ENC213"]
    assert len(gone) == 1
    assert ID in gone[0]["message"]
    assert (out / f"{ID}.xml").exists()


@pytest.mark.parametrize("target", ["renamed.txt", "../moved/05-ship-at-anchor.txt"])
def test_a_capture_that_was_renamed_or_moved_keeps_its_ids(target: str, encode: Call, page: Path, out: Path) -> None:
    """Also those of the other telegrams and the context of a page."""
    many = page.parent / "03-where-is-the-ship.txt"
    before = set(outcomes(encode(page, many, "-o", out)))
    new, other = page.parent / target, page.parent / target.replace("05", "03").replace("renamed", "another")
    for old, place in ((page, new), (many, other)):
        place.parent.mkdir(exist_ok=True)
        old.rename(place)
    ran = encode(new, other, "-o", out)
    assert set(outcomes(ran)) == before
    assert not {"ENC212", "ENC213"} & set(ran.findings)


def test_a_renamed_and_corrected_capture_keeps_its_ids(encode: Call, page: Path, out: Path) -> None:
    page = page.parent / "10-the-cook-is-mended.txt"
    before = set(outcomes(encode(page, "-o", out)))
    words = page.read_text(encoding="utf-8").split(" ")
    (page.parent / "new.txt").write_text(" ".join([*words[:-3], "really", *words[-3:]]), encoding="utf-8")
    page.unlink()
    assert {i for i in outcomes(encode(page.parent / "new.txt", "-o", out)) if i[0] == "t"} <= before


def test_a_copy_of_a_capture_that_is_still_there_gets_ids_of_its_own(encode: Call, page: Path, out: Path) -> None:
    encode(page, "-o", out)
    copy = page.with_name("copy.txt")
    shutil.copy(page, copy)
    assert f"{ID}-b" in outcomes(encode(copy, "-o", out))


def test_what_became_valid_leaves_rejected(
    encode: Call, page: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Guard, "check", lambda *_: (WRONG,))
        encode(page, "-o", out)
    assert outcomes(encode(page, "-o", out)) == {ID: "written"}
    assert names(out) == {f"{ID}.xml", LOCK_NAME}


def test_what_was_mended_in_rejected_by_hand_stays_there(
    encode: Call, page: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Guard, "check", lambda *_: (WRONG,))
        encode(page, "-o", out)
    rewrite(out / "rejected" / f"{ID}.xml", "onions", "lemons")
    encode(page, "-o", out)
    assert "lemons" in (out / "rejected" / f"{ID}.xml").read_text(encoding="utf-8")


def test_a_mended_file_that_is_moved_up_from_rejected_is_its_editors(
    encode: Call, page: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Guard, "check", lambda *_: (WRONG,))
        encode(page, "-o", out)
    rewrite(out / "rejected" / f"{ID}.xml", "onions", "lemons")
    (out / "rejected" / f"{ID}.xml").rename(out / f"{ID}.xml")
    assert outcomes(encode(page, "-o", out)) == {ID: "kept as edited"}
    assert "lemons" in (out / f"{ID}.xml").read_text(encoding="utf-8")


class Killed(BaseException):
    """What a signal does to a run."""


@pytest.mark.parametrize("written", [0, 3])
def test_a_killed_run_leaves_old_or_new_and_is_taken_up_with_other_captures(
    written: int, encode: Call, karsk: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that it wrote and the lock does not list are known for ours, though their links are others now."""
    captures = sorted((karsk / "captures").glob("*.txt"))
    real, left = Spool.add, [written]

    def add(spool: Spool, path: Path, data: bytes) -> Any:
        if not left[0]:
            raise Killed
        left[0] -= 1
        return real(spool, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Spool, "add", add)
        with pytest.raises(Killed):
            encode(*captures, "-o", out)
    assert len(list(out.glob("*.xml"))) == written
    captures[-1].unlink()
    ran = encode(*captures[:-1], "-o", out, date="2027-07-07")
    assert "ENC202" not in ran.findings
    assert set(outcomes(ran).values()) <= {"written", "unchanged"}
    assert set(outcomes(encode(*captures[:-1], "-o", out)).values()) == {"unchanged"}
