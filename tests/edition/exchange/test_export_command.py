"""`tei export` from the command line: where files go, what is reported, what is never replaced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from edition.config import Config
from edition.exchange import exporting
from edition.exchange.exporting import MARKER, Job, run
from edition.exchange.formats import FORMATS, Format
from edition.site.plan import File
from tei.errors import OutputError

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei" / "three-on-a-page"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder of an edition with three telegrams and a context document."""
    folder = tmp_path / "karsk"
    shutil.copytree(GOLDEN, folder / "tei")
    (folder / "edition.toml").write_text('[edition]\ntitle = "Karsk"\n', encoding="utf-8")
    return folder / "tei"


def test_an_edition_is_exported_into_a_file(tei, documents: Path) -> None:  # type: ignore[no-untyped-def]
    target = documents.parent / "letters.xml"
    ran = tei("export", "cmif", documents.parent, "--output", target)
    assert ran.code == 0
    assert len(list(etree.parse(target).iter("{*}correspDesc"))) == len(list(documents.glob("t*.xml")))
    assert f"letters.xml: {len(list(documents.glob('t*.xml')))} documents" in ran.stdout + ran.stderr


def test_what_was_left_out_can_fail_the_run(tei, documents: Path) -> None:  # type: ignore[no-untyped-def]
    assert tei("export", "cmif", documents, "--output", documents.parent / "a.xml", "--fail-on", "info").code == 1


def test_the_report_says_what_was_read_and_written(tei, documents: Path) -> None:  # type: ignore[no-untyped-def]
    ran = tei("export", "cmif", documents, "--output", documents.parent / "a.xml", "--format", "json")
    assert (ran.json["documents"], ran.json["written"]) == (len(list(documents.glob("t*.xml"))), 1)
    assert {"EXP101", "EXP102", "EXP103"} <= set(ran.findings)


def test_a_folder_without_documents_is_a_finding(tei, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ran = tei("export", "cmif", tmp_path, "--output", tmp_path / "a.xml", "--format", "json")
    assert (ran.code, ran.findings) == (1, ["EXP104"])
    assert not (tmp_path / "a.xml").exists()


def test_a_path_that_is_not_there_is_a_finding(tei, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ran = tei("export", "cmif", tmp_path / "nothing", "--format", "json")
    assert ran.code in (1, 2)
    assert ran.findings == ["XML101"] or ran.findings


def test_a_file_that_cannot_be_written_is_a_finding(tei, documents: Path) -> None:  # type: ignore[no-untyped-def]
    (documents.parent / "wall").write_text("", encoding="utf-8")
    ran = tei("export", "cmif", documents, "--output", documents.parent / "wall" / "a.xml", "--format", "json")
    assert "OUT101" in ran.findings


def test_every_format_has_a_module_that_exports() -> None:
    for form in FORMATS:
        assert callable(form.exporter().export)


class Folder:
    """A format of two files, the second of which can fail."""

    SUFFIX = ""
    fails = False

    def export(self, _: object):  # type: ignore[no-untyped-def]
        """Yield the files."""
        yield File("a.txt", b"new")
        if self.fails:
            raise OutputError()
        yield File("b/c.txt", b"new")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Folder:
    made = Folder()
    monkeypatch.setattr(Format, "exporter", lambda _: made)
    return made


def job(documents: Path, output: Path) -> Job:
    return Job(Format("two", "two files", "two"), Config(), (documents,), output)


@pytest.mark.usefixtures("folder")
def test_a_folder_takes_the_place_of_the_one_before(documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    for _ in range(2):
        assert run(job(documents, output)).written == 2
        assert sorted(one.name for one in tmp_path.iterdir()) == ["karsk", "out"]
        assert (output / "b" / "c.txt").read_bytes() == b"new"


def test_a_file_that_comes_in_pieces_is_one_file(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pieces(Folder):
        """A file in three pieces."""

        def export(self, _: object):  # type: ignore[no-untyped-def]
            """Yield the pieces."""
            yield from (File("a.txt", b"one "), File("a.txt", b"two "), File("a.txt", b"three"))

    monkeypatch.setattr(Format, "exporter", lambda _: Pieces())
    assert run(job(documents, tmp_path / "out")).written == 1
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"one two three"


def test_a_run_that_fails_leaves_the_folder_before(folder: Folder, documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(job(documents, output))
    (output / "a.txt").write_bytes(b"old")
    folder.fails = True
    with pytest.raises(OutputError):
        run(job(documents, output))
    assert (output / "a.txt").read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["karsk", "out"]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_no_export_wrote_is_never_replaced(documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "thesis"
    output.mkdir()
    (output / "chapter.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        run(job(documents, output))
    assert [one.rule for one in caught.value.findings] == ["EXP105"]
    assert [one.name for one in output.iterdir()] == ["chapter.txt"]


@pytest.mark.usefixtures("folder")
def test_an_empty_folder_is_filled(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    run(job(documents, tmp_path / "out"))
    assert (tmp_path / "out" / MARKER).read_text(encoding="utf-8") == "two\n"


@pytest.mark.usefixtures("folder")
def test_a_full_disk_is_a_finding(documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting.Path, "write_bytes", full)
    with pytest.raises(OutputError) as caught:
        run(job(documents, tmp_path / "out"))
    assert "No space left" in caught.value.findings[0].message
