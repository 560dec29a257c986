"""`tei import` from the command line: which form, where it goes, what is kept, what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.aside import IMPORTED, is_aside, is_of_others
from edition.build import swapping
from edition.config import Config
from edition.corpus.gathering import files_of
from edition.intake.folder import ImportFolder
from edition.intake.forms import FORMS, Form
from edition.intake.importing import Job, run
from edition.intake.renaming import Renames, renamed
from edition.intake.request import LISTED, Order, Placed
from edition.site.plan import File
from tei.errors import OutputError, SourceError
from tei.findings import Finding
from tei.xmlfile import NOT_FOUND

Call = Callable[..., Any]
GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei" / "three-on-a-page"
NS = "http://www.tei-c.org/ns/1.0"
LETTER = (
    f'<TEI xmlns="{NS}" xml:id="{{0}}"><teiHeader><fileDesc><titleStmt><title>{{0}}</title></titleStmt>'
    "<publicationStmt><p>Invented</p></publicationStmt><sourceDesc><p>Invented</p></sourceDesc></fileDesc>"
    '<profileDesc><correspDesc><correspAction type="sent"><persName>Orlin</persName><date when="1938-01-02"/>'
    '</correspAction><correspAction type="received"><persName>Lind</persName></correspAction></correspDesc>'
    "</profileDesc></teiHeader><text><body><p>{1}</p></body></text></TEI>"
)


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with no document yet, and this folder in it."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "edition.toml").write_text('[edition]\ntitle = "Karsk"\n', encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def source(folder: Path, name: str = "a", words: str = "The wind is from the north.") -> Path:
    path = folder.parent / f"{name}.xml"
    path.write_text(LETTER.format(name, words), encoding="utf-8")
    return path


def test_an_edition_sees_its_imports(edition: Path, tei: Call) -> None:
    """They are built, checked and exported with its own documents; the original lies beside them untouched."""
    path = source(edition)
    ran = tei("import", path)
    assert (ran.code, ran.stdout.splitlines()[0]) == (0, "import/a/tei: 1 document")
    assert (edition / "import" / "a" / "original" / "a.xml").read_bytes() == path.read_bytes()
    assert tei("build", "--no-search", "--jobs", 1, "--format", "json").json["documents"] == 1
    assert "LNT034" in tei("validate", "--format", "json").findings
    assert tei("export", "dataset", "--fail-on", "never", "--format", "json").json["documents"] == 1


def test_an_edition_says_where_its_imports_are(edition: Path, tei: Call) -> None:
    (edition / "edition.toml").write_text('[edition]\ntitle = "K"\n[sources]\nimports = "others"\n', encoding="utf-8")
    tei("import", source(edition))
    assert (edition / "others" / "a" / "tei" / "a.xml").is_file()


def test_documents_of_an_edition_and_its_imports_are_one(edition: Path, tei: Call) -> None:
    shutil.copytree(GOLDEN, edition / "tei")
    own = len(list((edition / "tei").glob("t*.xml")))
    tei("import", source(edition))
    ran = tei("export", "cmif", "--fail-on", "never", "--format", "json")
    assert ran.json["documents"] == own + 1


def test_an_id_that_the_edition_has_is_not_given_again(edition: Path, tei: Call) -> None:
    """Not one of its own documents, nor of another import; the import itself may be made anew."""
    (edition / "tei").mkdir()
    (edition / "tei" / "x.xml").write_text(LETTER.format("a", "Ours."), encoding="utf-8")
    path = source(edition)
    assert tei("import", path, "--format", "json").findings == ["IMP103"]
    assert b'xml:id="a-b"' in (edition / "import" / "a" / "tei" / "a-b.xml").read_bytes()
    assert tei("import", path, "--format", "json").findings == ["IMP103"]
    other = source(edition, "c")
    other.write_text(LETTER.format("a-b", "Another."), encoding="utf-8")
    assert tei("import", other, "--format", "json").findings == ["IMP103"]


def test_files_of_one_folder_are_one_import(edition: Path, tei: Call) -> None:
    (edition.parent / "more").mkdir()
    paths = [source(edition.parent / "more" / "x", name) for name in "ab"]
    tei("import", *paths, source(edition, "c"))
    found = sorted(path.relative_to(edition / "import").as_posix() for path in (edition / "import").rglob("tei/*"))
    assert found == ["c/tei/c.xml", "more/tei/a.xml", "more/tei/b.xml"]


def test_two_imports_of_one_name_get_two_folders(edition: Path, tei: Call) -> None:
    for name in ("x", "y"):
        (edition.parent / name).mkdir()
    paths = [source(edition.parent / name / "e", "l") for name in "xy"]
    ran = tei("import", *paths, "--format", "json")
    assert [one["output"] for one in ran.json["imports"]] == ["import/l", "import/l-2"]
    assert ran.findings == ["IMP103"]


def test_imports_and_sites_in_a_folder_are_no_source(edition: Path, tei: Call) -> None:
    """But the folder of an import may be imported: its documents and lists."""
    (edition / "new").mkdir()
    source(edition / "new" / "x", "n")
    tei("import", source(edition))
    tei("build", "--no-search", "--jobs", 1)
    ran = tei("import", ".", "--format", "json")
    assert [(one["output"], one["documents"]) for one in ran.json["imports"]] == [("import/edition", 1)]
    assert tei("import", "import/a", "--prefix", "x-", "--output", "again").code == 0
    assert (edition / "again" / "original" / "tei" / "a.xml").is_file()


def test_a_dry_run_writes_nothing(edition: Path, tei: Call) -> None:
    ran = tei("import", source(edition), "--dry-run")
    assert (ran.code, ran.stdout.splitlines()[0]) == (0, "import/a/tei: would be 1 document")
    assert not (edition / "import").exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xml", b"", "empty"),
        ("a.xml", b"\xff\xd8\x00\x01 a picture", "no text file"),
        ("a.xml", b"<html><body/></html>", "of no form"),
        ("a.xml", b"<TEI.2><text/></TEI.2>", "TEI P4"),
        ("a.xml", b"<TEI><teiHeader/></TEI>", "not in the namespace"),
        ("a.xml", f'<TEI xmlns="{NS}"><text><body><p>x</p></body></text></TEI>'.encode(), "without correspDesc"),
    ],
)
def test_what_cannot_be_imported_is_refused(name: str, content: bytes, said: str, edition: Path, tei: Call) -> None:
    """Before anything is written, also of the other files."""
    bad = edition.parent / name
    bad.write_bytes(content)
    ran = tei("import", source(edition, "good"), bad, "--format", "json")
    assert (ran.code, ran.findings) == (2, ["IMP105"])
    assert said in ran.json["findings"][0]["message"]
    assert not (edition / "import").exists()


def test_a_file_is_held_against_the_form_that_was_named(edition: Path, tei: Call) -> None:
    ran = tei("import", source(edition), "--as", "cmif", "--format", "json")
    assert (ran.code, ran.findings) == (2, ["IMP105"])
    assert "this is not letters known by their envelope" in ran.json["findings"][0]["message"]


def test_files_of_several_forms_are_several_imports(edition: Path, tei: Call) -> None:
    """So that one does not take the place of the other in the folder that was named."""
    table = edition.parent / "t.csv"
    table.write_text("date,from,to,text\n1938-01-02,Orlin,Lind,Words\n", encoding="utf-8")
    ran = tei("import", source(edition), table, "--output", "out", "--format", "json")
    assert (ran.code, ran.findings, (edition / "out").exists()) == (2, ["IMP105"], False)


def test_a_file_that_is_not_there_is_a_finding(edition: Path, tei: Call) -> None:
    ran = tei("import", edition / "none.xml", "--format", "json")
    assert (ran.code, ran.findings) == (2, ["XML101"])


@pytest.mark.parametrize("option", [["--prefix", "1 x"], ["--prefix", "-"], ["--lang", "English"]])
def test_what_cannot_be_part_of_a_document_is_refused(option: list[str], edition: Path, tei: Call) -> None:
    ran = tei("import", source(edition), *option)
    assert (ran.code, "Invalid value" in ran.stderr) == (2, True)


def test_an_empty_folder_is_a_finding(edition: Path, tei: Call) -> None:
    (edition / "empty").mkdir()
    ran = tei("import", edition / "empty", "--format", "json")
    assert (ran.code, ran.findings) == (2, ["IMP105"])


def test_a_truncated_file_is_no_import(edition: Path, tei: Call) -> None:
    path = source(edition)
    path.write_bytes(path.read_bytes()[:-20])
    ran = tei("import", path, "--format", "json")
    assert (ran.code, ran.findings) == (2, ["IMP102"])
    assert not (edition / "import").exists()


def test_a_list_alone_is_no_import(edition: Path, tei: Call) -> None:
    path = edition.parent / "p.xml"
    path.write_text(
        f'<TEI xmlns="{NS}"><teiHeader/><standOff><listPerson><person xml:id="p"><persName>P</persName></person>'
        "</listPerson></standOff></TEI>",
        encoding="utf-8",
    )
    ran = tei("import", path, "--format", "json")
    assert (ran.code, ran.findings) == (2, ["IMP108"])


def test_settings_that_are_wrong_are_told(edition: Path, tei: Call) -> None:
    (edition / "edition.toml").write_text("[edition]\nnonsense = 1\n", encoding="utf-8")
    ran = tei("import", source(edition), "--format", "json")
    assert (ran.code, ran.findings) == (2, ["CFG102"])


def test_without_an_edition_the_import_goes_beside(tmp_path: Path, tei: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tei("import", source(tmp_path / "x"))
    assert (tmp_path / "import" / "a" / "tei" / "a.xml").is_file()


def test_a_document_that_a_schema_refuses_is_put_aside(edition: Path, tei: Call) -> None:
    """With its findings beside it and the place in the source; the others are imported."""
    schema = edition.parent / "s.rng"
    schema.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any">'
        '<element><anyName><except><name ns="http://www.tei-c.org/ns/1.0">gap</name></except></anyName><zeroOrMore>'
        '<choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define>'
        "</grammar>",
        encoding="utf-8",
    )
    folder = edition.parent / "more"
    folder.mkdir()
    source(folder / "x", "good")
    source(folder / "x", "bad", "<gap/>\n<gap/>")
    ran = tei("import", folder, "--schema", schema, "--format", "json")
    (finding,) = ran.json["findings"]
    assert (ran.code, finding["code"], finding["line"]) == (1, "IMP102", 1)
    assert finding["message"].startswith("bad was not taken: ")
    assert finding["message"].endswith("(and 1 more)")
    assert sorted(path.name for path in (edition / "import" / "more" / "rejected").iterdir()) == ["bad.txt", "bad.xml"]
    assert [path.name for path in (edition / "import" / "more" / "tei").iterdir()] == ["good.xml"]
    assert "1 document, 1 refused" in tei("import", folder, "--schema", schema).stdout


def test_a_schema_that_cannot_be_used_is_told(edition: Path, tei: Call) -> None:
    assert tei("import", source(edition), "--schema", edition / "none.rng", "--format", "json").code == 2


# -- a second import


def test_what_was_changed_by_hand_stays(edition: Path, tei: Call) -> None:
    """What the source gives now is laid beside it, until it is taken or gives something else."""
    path, target = source(edition), edition / "import" / "a" / "tei" / "a.xml"
    tei("import", path)
    target.write_text(LETTER.format("a", "Edited."), encoding="utf-8")
    assert tei("import", path, "--format", "json").findings == []
    assert "Edited." in target.read_text(encoding="utf-8")
    source(edition, "a", "New words.")
    ran = tei("import", path, "--format", "json")
    proposal = edition / "import" / "a" / "proposals" / "tei" / "a.xml"
    assert ran.findings == ["IMP106"]
    assert ("Edited." in target.read_text(encoding="utf-8"), "New words." in proposal.read_text(encoding="utf-8")) == (
        True,
        True,
    )
    assert "New words" in proposal.with_name("a.xml.diff").read_text(encoding="utf-8")
    assert tei("import", path, "--format", "json").findings == []
    assert proposal.is_file()
    shutil.copy(proposal, target)
    assert tei("import", path, "--format", "json").findings == []
    assert not proposal.exists()


def test_an_edit_that_says_the_same_is_no_proposal(edition: Path, tei: Call) -> None:
    path, target = source(edition), edition / "import" / "a" / "tei" / "a.xml"
    tei("import", path)
    source(edition, "a", "New words.")
    target.write_text(path.read_text(encoding="utf-8").replace("<text>", "\n<text>"), encoding="utf-8")
    assert tei("import", path, "--format", "json").findings == []


def test_files_that_no_import_wrote_stay(edition: Path, tei: Call) -> None:
    """Pictures, notes, and a document that the source has no more but an editor has changed."""
    folder = edition.parent / "more"
    folder.mkdir()
    source(folder / "x", "a")
    gone = source(folder / "x", "b")
    tei("import", folder)
    made = edition / "import" / "more"
    (made / "tei" / "a.jpg").write_bytes(b"x")
    (made / "tei" / "b.xml").write_text(LETTER.format("b", "Edited."), encoding="utf-8")
    gone.unlink()
    tei("import", folder)
    tei("import", folder)
    assert {path.name for path in (made / "tei").iterdir()} == {"a.xml", "a.jpg", "b.xml"}
    (made / "tei" / "b.xml").write_text(LETTER.format("b", "The wind is from the north."), encoding="utf-8")
    tei("import", folder)
    assert {path.name for path in (made / "tei").iterdir()} == {"a.xml", "a.jpg"}


def test_a_marker_that_is_damaged_makes_every_file_one_that_was_edited(edition: Path, tei: Call) -> None:
    path = source(edition)
    tei("import", path)
    (edition / "import" / "a" / IMPORTED).write_text("{", encoding="utf-8")
    source(edition, "a", "New words.")
    ran = tei("import", path, "--format", "json")
    assert set(ran.findings) == {"IMP106"}
    assert "north" in (edition / "import" / "a" / "tei" / "a.xml").read_text(encoding="utf-8")


def test_a_folder_of_others_is_not_replaced(edition: Path, tei: Call) -> None:
    (edition / "mine").mkdir()
    (edition / "mine" / "x.txt").write_text("x", encoding="utf-8")
    ran = tei("import", source(edition), "--output", "mine", "--format", "json")
    assert (ran.code, ran.findings) == (2, ["IMP107"])
    assert tei("import", source(edition), "--output", ".", "--format", "json").findings == ["IMP107"]


def test_a_folder_that_cannot_be_made_is_told(edition: Path, tei: Call) -> None:
    (edition / "import").write_text("a file", encoding="utf-8")
    ran = tei("import", source(edition), "--format", "json")
    assert (ran.code, ran.findings) == (2, ["OUT101"])


@pytest.mark.parametrize("step", ["write", "keep", "place"])
def test_a_full_disk_leaves_what_stood(step: str, edition: Path, tei: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    path = source(edition)
    tei("import", path)
    before = {one: one.read_bytes() for one in (edition / "import").rglob("*") if one.is_file()}
    source(edition, "a", "New words.")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        if step == "write":
            patch.setattr(Path, "write_bytes", full)
        elif step == "keep":
            patch.setattr(shutil, "copyfile", full)
        else:
            patch.setattr("edition.intake.folder.exchange", full)
        assert tei("import", path, "--format", "json").findings == ["OUT101"]
    assert {one: one.read_bytes() for one in (edition / "import").rglob("*") if one.is_file()} == before


def test_a_killed_import_is_brought_to_its_end(edition: Path, tei: Call) -> None:
    """Where folders cannot change places in one step, what was away comes back."""
    path = source(edition)
    tei("import", path)
    (edition / "import" / "a").rename(edition / "import" / ".a.old")
    assert tei("import", path).code == 0
    assert [one.name for one in (edition / "import").iterdir()] == ["a"]
    swapping.settle(edition / "import" / "a", edition / "import" / ".a.old")


# -- what an importer may do wrong, and what the run makes of it


class Fake:
    """An importer that gives what it was told to give."""

    OWN = False

    def __init__(self, *given: File | Finding | Exception) -> None:
        self.given = given

    def suits(self, _path: Path, _head: bytes) -> bool:
        return True

    def take(self, _order: Order) -> Iterator[File | Finding]:
        for one in self.given:
            if isinstance(one, Exception):
                raise one
            yield one


@pytest.fixture
def faked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run an import of two files with an importer that gives this for each of them."""

    def go(*given: File | Finding | Exception, ids: dict[str, str] | None = None, files: int = 1) -> Any:
        fake = Fake(*given)
        monkeypatch.setattr(Form, "importer", lambda _self: fake)
        paths = [tmp_path / f"{number}.txt" for number in range(files)]
        for path in paths:
            path.write_text("x", encoding="utf-8")
        return run(Job(tuple(paths), tmp_path, "letters", tmp_path / "out", ids=ids or {}))

    return go


def doc(ident: str, words: str = "x") -> Placed:
    return Placed(f"tei/{ident}.xml", LETTER.format(ident, words).encode(), "s", 7)


def test_one_id_twice_is_told_by_the_run(faked: Call, tmp_path: Path) -> None:
    """The second gets another, with all that points at it in itself; what is the same comes once."""
    report = faked(doc("a"), doc("a"), doc("a", "<ref target='#a a.xml#a a.xml'/>"), doc("a", "y"))
    assert [one.rule for one in report.findings] == ["IMP104", "IMP103", "IMP103"]
    assert {path.name for path in (tmp_path / "out" / "tei").iterdir()} == {"a.xml", "a-b.xml", "a-c.xml"}
    assert b"'#a-b a-b.xml#a-b a-b.xml'" in (tmp_path / "out" / "tei" / "a-b.xml").read_bytes()


def test_pointers_follow_a_document_whose_id_the_edition_had(faked: Call, tmp_path: Path) -> None:
    """Also those of documents that came before it, and of lists."""
    pointing = doc("z", "<ref target='a.xml'/><ref target='a.xml#p1'/><ref target='b.xml'/>")
    report = faked(File("authority/l.xml", b"<TEI corresp='../tei/a.xml'/>"), pointing, doc("a"), ids={"a": ""})
    assert [one.rule for one in report.findings] == ["IMP103"]
    assert b"'a-b.xml'/><ref target='a-b.xml#p1'/><ref target='b.xml'" in (tmp_path / "out/tei/z.xml").read_bytes()
    assert (tmp_path / "out/authority/l.xml").read_bytes() == b"<TEI corresp='../tei/a-b.xml'/>"


def test_lists_of_what_was_not_taken_grow(faked: Call, tmp_path: Path) -> None:
    report = faked(doc("a"), File("listed.csv", b"id,what\n1,x\n"), File("original/0.txt", b"changed"), files=2)
    assert (tmp_path / "out/listed.csv").read_bytes() == b"id,what\n1,x\n1,x\n"
    assert (report.imports[0].listed, (tmp_path / "out/original/0.txt").read_bytes()) == (2, b"x")


def test_much_that_was_not_taken_is_one_finding(faked: Call, tmp_path: Path) -> None:
    given = [LISTED.at(Order(tmp_path / "x").at(n), f"part {n}", "") for n in range(1, 9)]
    report = faked(doc("a"), *given)
    assert [one.message for one in report.findings] == ["part 1; 7 more were not taken"]
    assert len((tmp_path / "out/listed.csv").read_text(encoding="utf-8").splitlines()) == 9


def test_a_source_that_cannot_be_read_leaves_what_stood(faked: Call, tmp_path: Path) -> None:
    faked(doc("a"))
    report = faked(doc("b"), SourceError(NOT_FOUND.at(Order(Path("x")).at(), "gone", "")))
    assert ([one.rule for one in report.findings], report.misused) == (["XML101"], True)
    assert [path.name for path in (tmp_path / "out" / "tei").iterdir()] == ["a.xml"]


def test_an_importer_that_fails_leaves_no_half_of_an_import(faked: Call, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        faked(doc("a"), ZeroDivisionError())
    assert [path.name for path in tmp_path.iterdir()] == ["0.txt"]


def test_more_than_all_letters_of_the_alphabet_are_told_apart(faked: Call, tmp_path: Path) -> None:
    faked(*(doc("a", str(number)) for number in range(28)))
    assert {"a-z.xml", "a-27.xml", "a-28.xml"} <= {path.name for path in (tmp_path / "out" / "tei").iterdir()}


def test_bytes_that_would_not_come_back_are_left() -> None:
    data = b'<?xml version="1.0" encoding="none"?><a xml:id="x"/>'
    assert renamed(data, Renames({"x": "y"})) == data


def test_a_byte_order_mark_stays() -> None:
    data = b'\xef\xbb\xbf<a xml:id="x"><idno type="local">x</idno></a>'
    assert renamed(data, Renames({"x": "y"})) == data.replace(b'"x"', b'"y"').replace(b">x<", b">y<")


# -- the folder of an import as others see it


def test_of_an_import_documents_and_lists_alone_are_seen(edition: Path, tei: Call) -> None:
    tei("import", source(edition))
    made = edition / "import" / "a"
    (made / "proposals" / "tei").mkdir(parents=True)
    (made / "proposals" / "tei" / "a.xml").write_text("<x/>", encoding="utf-8")
    assert files_of([edition / "import"]) == (made / "tei" / "a.xml",)
    seen = {path.relative_to(made).parts[0] for path in made.rglob("*.xml") if not is_aside(path, edition / "import")}
    assert seen == {"tei"}
    assert not is_aside(made / "original" / "a.xml", made / "original")
    assert (is_of_others(made / "tei" / "a.xml"), is_of_others(edition / "tei" / "a.xml")) == (True, False)


def test_every_form_can_be_loaded() -> None:
    """And says what it takes."""
    for form in FORMS:
        importer = form.importer()
        assert callable(importer.suits)
        assert callable(importer.take)
        assert importer.OWN in (True, False)


def test_an_order_knows_its_files() -> None:
    order = Order(Path("a"), others=(Path("b"),), config=Config())
    assert (order.paths, str(order.at(3))) == ((Path("a"), Path("b")), "a:3")


def test_a_folder_that_is_ours_or_empty_may_be_used(tmp_path: Path) -> None:
    folder = ImportFolder(tmp_path / "file" / "x", "letters")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        folder.open()
