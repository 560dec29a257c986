"""A run of the encoder: every character has its owner, ids stay, what an editor has changed stays, bytes repeat."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition import encoding, filing
from edition.aside import LOCK_NAME
from tei.capture import capture_file
from tei.findings import Finding, Location, Severity
from tei.validate.guard import Guard

Call = Callable[..., Any]
CAPTURES = Path(__file__).resolve().parents[2] / "examples" / "karsk" / "captures"
ID = "t1937-09-12-vetrov-sabelnikov"
WRONG = Finding("VAL999", Severity.ERROR, "the bath is cold", Location("", 3, 1), "heat it")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcomes(ran: Any) -> dict[str, str]:
    return {document["id"]: document["outcome"] for document in ran.json["documents"]}


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def out(karsk: Path) -> Path:
    return karsk / "out"


@pytest.fixture
def written(encode: Call, page: Path, out: Path) -> Path:
    """The file of the telegram of one line, encoded."""
    assert outcomes(encode(page, "-o", out)) == {ID: "written"}
    return out / f"{ID}.xml"


@pytest.mark.parametrize("page_name", sorted(path.name for path in CAPTURES.glob("*.txt")))
def test_the_account_adds_up_to_the_characters_of_the_capture(page_name: str, encode: Call, karsk: Path) -> None:
    path = karsk / "captures" / page_name
    (account,) = encode(path, "-o", karsk / "out").json["accounts"]
    assert sum(account["characters"].values()) == len(capture_file(path).text)
    assert account["source"] == str(path)
    assert account["charset"] == "utf-8"


def test_dropped_furniture_is_listed_word_for_word(encode: Call, karsk: Path) -> None:
    (account,) = encode(karsk / "captures" / "02-one-must-wait.txt", "-o", karsk / "out").json["accounts"]
    assert "Open the PDF in another window." in account["furniture"]
    kept = sum(len("".join(line.split())) for line in account["furniture"])
    assert 0 < kept <= account["characters"]["furniture"]


def test_the_furniture_of_an_edition_is_dropped_too(encode: Call, karsk: Path, page: Path) -> None:
    rewrite(karsk / "edition.toml", 'captures = ["captures"]', 'captures = ["captures"]\nfurniture = ["Weather: .*"]')
    page.write_text(f"Weather: cold\n\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    (account,) = encode(page, "-o", karsk / "out").json["accounts"]
    assert account["furniture"] == ["Weather: cold"]


def test_encoding_again_changes_no_byte(encode: Call, out: Path) -> None:
    """Neither on the same day nor on another: the date of encoding is that of the first time."""
    first = encode("-o", out)
    before = contents(out)
    assert set(outcomes(first).values()) == {"written"}
    assert set(outcomes(encode("-o", out)).values()) == {"unchanged"}
    assert set(outcomes(encode("-o", out, date="2027-07-07")).values()) == {"unchanged"}
    assert contents(out) == before


def test_two_runs_into_two_folders_give_the_same_bytes(
    tei: Call, encode: Call, page: Path, karsk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the date given, or with SOURCE_DATE_EPOCH, which is 2 January 2026 here."""
    assert encode(page, "-o", karsk / "one").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    assert tei("encode", page, "-c", karsk / "edition.toml", "-o", karsk / "two").code == 0
    assert contents(karsk / "one") == contents(karsk / "two")


def test_the_result_does_not_depend_on_the_folder_of_the_sources(encode: Call, karsk: Path, tmp_path: Path) -> None:
    """An edition can be moved: the lock knows a source by its folder and name."""
    assert encode("-o", karsk / "out").code == 0
    shutil.copytree(karsk, tmp_path / "moved")
    assert set(outcomes(encode(tmp_path / "moved" / "captures", "-o", tmp_path / "moved" / "out")).values()) == {
        "unchanged"
    }


def test_a_correction_of_the_capture_keeps_the_id(encode: Call, page: Path, out: Path, written: Path) -> None:
    """Even one that would give another id, since ids are cited."""
    rewrite(page, "12.IX.1937", "13.IX.1937")
    assert outcomes(encode(page, "-o", out)) == {ID: "written"}
    assert 'when="1937-09-13' in written.read_text(encoding="utf-8")
    assert len(list(out.glob("*.xml"))) == 1


@pytest.mark.usefixtures("written")
def test_a_change_of_white_space_alone_keeps_the_id(encode: Call, page: Path, out: Path) -> None:
    rewrite(page, "onions counted", "onions  counted")
    assert list(outcomes(encode(page, "-o", out))) == [ID]


@pytest.mark.usefixtures("written")
def test_two_telegrams_of_one_day_get_b(encode: Call, page: Path, out: Path) -> None:
    """And keep it when they are encoded in the other order."""
    second = page.with_name("05b-more.txt")
    second.write_text(page.read_text(encoding="utf-8").replace("onions", "lemons"), encoding="utf-8")
    assert outcomes(encode(second, "-o", out)) == {f"{ID}-b": "written", ID: "linked anew"}
    assert outcomes(encode(second, page, "-o", out)) == {f"{ID}-b": "unchanged", ID: "unchanged"}


def test_a_file_that_was_edited_is_kept_and_reported(encode: Call, page: Path, out: Path, written: Path) -> None:
    rewrite(written, "onions", "lemons")
    mine = written.read_bytes()
    for _ in range(2):
        ran = encode(page, "-o", out)
        assert (ran.code, ran.findings, outcomes(ran)) == (0, ["ENC201"], {ID: "kept as edited"})
    assert encode(page, "-o", out, "--fail-on", "warning").code == 1
    rewrite(page, "barometer", "thermometer")
    assert outcomes(encode(page, "-o", out)) == {ID: "kept as edited"}
    assert written.read_bytes() == mine


def test_an_edit_that_is_taken_back_makes_the_file_ours_again(
    encode: Call, page: Path, out: Path, written: Path
) -> None:
    rewrite(written, "onions", "lemons")
    assert outcomes(encode(page, "-o", out)) == {ID: "kept as edited"}
    rewrite(written, "lemons", "onions")
    assert outcomes(encode(page, "-o", out)) == {ID: "unchanged"}


def test_a_foreign_file_in_the_place_is_never_written_over(encode: Call, page: Path, out: Path) -> None:
    out.mkdir()
    (out / f"{ID}.xml").write_text("<mine/>")
    for _ in range(2):
        ran = encode(page, "-o", out)
        assert (ran.code, ran.findings, outcomes(ran)) == (1, ["ENC202"], {ID: "not written"})
    assert (out / f"{ID}.xml").read_text() == "<mine/>"


def test_a_deleted_file_is_written_again(encode: Call, page: Path, out: Path, written: Path) -> None:
    before = written.read_bytes()
    written.unlink()
    assert outcomes(encode(page, "-o", out)) == {ID: "written"}
    assert written.read_bytes() == before


def test_a_run_that_was_killed_before_it_saved_the_lock_is_taken_up_another_day(
    encode: Call, page: Path, out: Path, written: Path
) -> None:
    """The file is what this program writes, so it is ours, and it keeps its bytes and its date."""
    before = written.read_bytes()
    (out / LOCK_NAME).unlink()
    ran = encode(page, "-o", out, date="2027-07-07")
    assert (ran.code, outcomes(ran)) == (0, {ID: "unchanged"})
    assert written.read_bytes() == before
    assert outcomes(encode(page, "-o", out, date="2028-08-08")) == {ID: "unchanged"}


def test_without_the_lock_an_edited_file_is_a_foreign_one(encode: Call, page: Path, out: Path, written: Path) -> None:
    (out / LOCK_NAME).unlink()
    rewrite(written, "onions", "lemons")
    assert encode(page, "-o", out).findings == ["ENC202"]
    assert "lemons" in written.read_text(encoding="utf-8")


def test_what_is_not_valid_goes_into_rejected_with_its_findings(
    encode: Call, page: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not among the documents, the exit code says so, and once it is valid it keeps its id."""
    with monkeypatch.context() as patch:
        patch.setattr(Guard, "check", lambda *_: (WRONG,))
        ran = encode(page, "-o", out)
    assert (ran.code, outcomes(ran)) == (1, {ID: "rejected"})
    assert set(ran.findings) == {"ENC101", "VAL999"}
    assert set(contents(out)) == {f"rejected/{ID}.xml", f"rejected/{ID}.txt", LOCK_NAME}
    assert "the bath is cold" in (out / "rejected" / f"{ID}.txt").read_text()
    assert outcomes(encode(page, "-o", out)) == {ID: "written"}


def test_a_rejected_document_leaves_the_valid_one_of_an_earlier_run(
    encode: Call, page: Path, out: Path, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written.read_bytes()
    rewrite(page, "onions", "lemons")
    monkeypatch.setattr(Guard, "check", lambda *_: (WRONG,))
    assert outcomes(encode(page, "-o", out)) == {ID: "rejected"}
    assert written.read_bytes() == before


def test_words_that_differ_from_the_source_are_never_written(
    encode: Call, page: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last guard: a word that the encoder lost is noticed, whatever the schema says."""
    real = encoding.telegram_document

    def lossy(*arguments: Any, **options: Any) -> etree._Element:
        tree = real(*arguments, **options)
        ship = next(name for name in tree.iter("{*}name", "{*}orgName") if name.tail and "onions" in name.tail)
        ship.tail = ship.tail.replace("onions ", "")
        return tree

    monkeypatch.setattr(encoding, "telegram_document", lossy)
    ran = encode(page, "-o", out)
    assert (ran.code, outcomes(ran)) == (1, {ID: "rejected"})
    assert "ENC102" in ran.findings
    assert "onions" in next(f["message"] for f in ran.json["findings"] if f["code"] == "ENC102")


def test_findings_in_rejected_are_not_taken_for_captures(
    encode: Call, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the output lies among the sources; hidden files are passed over."""
    folder = tmp_path / "mine"
    (folder / ".git").mkdir(parents=True)
    shutil.copy(page, folder / "a.txt")
    shutil.copy(page, folder / ".git" / "b.txt")
    monkeypatch.setattr(Guard, "check", lambda *_: (WRONG,))
    for _ in range(2):
        assert len(encode(folder, "-o", folder).json["accounts"]) == 1


def test_a_folder_without_captures_is_a_finding(encode: Call, tmp_path: Path) -> None:
    """Nothing to encode must not look like a success."""
    (tmp_path / "none").mkdir()
    ran = encode(tmp_path / "none", "-o", tmp_path / "out")
    assert (ran.code, ran.findings) == (2, ["ENC203"])
    assert not (tmp_path / "out").exists()


def test_a_page_round_a_telegram_becomes_a_context_document(encode: Call, karsk: Path, out: Path) -> None:
    """An introduction before a telegram is kept, with a reference to where the telegram was taken out."""
    source = karsk / "captures" / "03-where-is-the-ship.txt"
    made = outcomes(encode(source, "-o", out))
    assert set(made.values()) == {"written"}
    for id_ in made:
        assert etree.parse(out / f"{id_}.xml").getroot().get("{http://www.w3.org/XML/1998/namespace}id") == id_


def test_a_page_without_an_edition_is_encoded_too(tei: Call, karsk: Path, tmp_path: Path) -> None:
    """What a stranger does first: a page, no edition.toml, no lists, an archive that nobody has heard of."""
    ran = tei("encode", karsk / "captures", "-o", tmp_path / "out", "--format", "json")
    assert (ran.code, set(outcomes(ran).values())) == (0, {"written"})
    assert tei("validate", tmp_path / "out").code == 0


def test_the_text_report_names_outcomes_and_the_account(tei: Call, page: Path, tmp_path: Path) -> None:
    report = tei("encode", page, "-o", tmp_path / "out").stdout
    assert report.startswith(f"written        {ID}  Telegram, Vetrov to Sabelnikov, 12 September 1937\n")
    assert "Account of 252 characters in 1 capture: telegram text" in report
    assert f"Documents in {tmp_path / 'out'}: 1 written.\n" in report


@pytest.mark.usefixtures("written")
def test_a_write_that_fails_leaves_the_lock_as_it_was(
    encode: Call, page: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = (out / LOCK_NAME).read_bytes()
    rewrite(page, "onions", "lemons")

    def refuse(path: Path, _: bytes) -> None:
        raise encoding.OutputError(filing.PLACE_TAKEN.at(Location(str(path)), "no"))

    monkeypatch.setattr("edition.spool.write_atomic", refuse)
    assert outcomes(encode(page, "-o", out)) == {ID: "not written"}
    assert (out / LOCK_NAME).read_bytes() == lock
