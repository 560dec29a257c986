"""The store: what was read is not read again, and nothing that it holds can do harm."""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.corpus import Corpus, Document, load_corpus, loading, reading, records, shelves
from edition.corpus.building import Building
from edition.corpus.gathering import stamp_of
from edition.corpus.model import Uses
from edition.corpus.store import Store, version

Letter = Callable[..., str]
LONG_AGO = 1_600_000_000
LISTS = (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><standOff><listPerson><person xml:id='lind'><persName>"
    "Dora Lind</persName></person></listPerson><listOrg type='repository'><org xml:id='KSA'><orgName>Karsk Station "
    "Archive</orgName><desc type='reference-parts'><list><item n='box'><label>Box</label></item></list></desc></org>"
    "</listOrg></standOff></TEI>"
)


@pytest.fixture
def folder(tmp_path: Path, letter: Letter) -> Path:
    """Three letters and their lists, all older than any run."""
    files = {
        "tei/a.xml": letter(text="<p>A <persName ref='#lind'>Lind</persName></p>"),
        "tei/b.xml": letter(attributes="xml:id='b'"),
        "tei/c.xml": "<TEI",
        "lists.xml": LISTS,
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, content)
    return tmp_path


def write(path: Path, content: str, when: int = LONG_AGO) -> None:
    path.write_text(content, encoding="utf-8")
    os.utime(path, (when, when))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed."""
    names: list[str] = []

    def noted(data: bytes, path: Path, *rest: object) -> object:
        names.append(path.name)
        return original(data, path, *rest)  # type: ignore[arg-type]

    original = reading.read_bytes
    monkeypatch.setattr(reading, "read_bytes", noted)
    return names


def load(folder: Path) -> Corpus:
    corpus, findings = load_corpus(
        [folder / "tei"], authority=[folder / "lists.xml"], store=folder / "cache" / "corpus.sqlite"
    )
    assert [finding.rule for finding in findings] == ["XML102"]
    return corpus


def test_what_has_not_changed_is_not_read_again(folder: Path, read: list[str]) -> None:
    """Broken files are remembered too, with what is wrong with them."""
    first = load(folder)
    assert sorted(read) == ["a.xml", "b.xml", "c.xml", "lists.xml"]
    read.clear()
    assert load(folder) == first
    assert read == []


def test_only_what_has_changed_is_read(folder: Path, read: list[str], letter: Letter) -> None:
    load(folder)
    read.clear()
    write(folder / "tei" / "b.xml", letter(text="<p>New words.</p>", attributes="xml:id='b'"), LONG_AGO + 1)
    assert load(folder).by_id["b"].excerpt == "New words."
    assert read == ["b.xml"]


def test_a_file_of_a_new_time_and_the_same_bytes_is_not_read(folder: Path, read: list[str]) -> None:
    """And neither is one that was renamed: records go by the digest."""
    load(folder)
    read.clear()
    os.utime(folder / "tei" / "b.xml")
    (folder / "tei" / "a.xml").rename(folder / "tei" / "z.xml")
    assert sorted(load(folder).by_id) == ["b", "z"]
    assert read == []


def test_a_file_that_may_have_changed_within_its_time_is_asked_for_its_digest(
    folder: Path, read: list[str], letter: Letter
) -> None:
    """Two changes in the same tick of the clock of the disk have one time."""
    path = folder / "tei" / "b.xml"
    path.write_text(letter(text="<p>One.</p>"), encoding="utf-8")
    times = path.stat()
    load(folder)
    path.write_text(letter(text="<p>Two.</p>"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    read.clear()
    assert load(folder).by_id["b"].excerpt == "Two."
    assert read == ["b.xml"]


def test_archives_that_a_list_defines_anew_change_how_references_are_read(folder: Path, read: list[str]) -> None:
    load(folder)
    read.clear()
    write(folder / "lists.xml", LISTS.replace("Box", "Carton"), LONG_AGO + 1)
    load(folder)
    assert sorted(read) == ["a.xml", "b.xml", "c.xml", "lists.xml"]


def test_people_of_a_list_change_nothing_in_how_documents_are_read(folder: Path, read: list[str]) -> None:
    load(folder)
    read.clear()
    write(folder / "lists.xml", LISTS.replace("Dora", "Doris"), LONG_AGO + 1)
    assert next(iter(load(folder).entries.values())).name == "Doris Lind"
    assert read == ["lists.xml"]


def test_documents_of_a_lot_without_change_are_not_built_again(
    folder: Path, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of the words of one builds its lot; a change of what names mean builds all."""
    monkeypatch.setattr(shelves, "LOT", 1)
    load(folder)
    built: list[str] = []
    original = Building.document

    def noted(self: Building, id_: str, *rest: object) -> Document:
        built.append(id_)
        return original(self, id_, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Building, "document", noted)
    load(folder)
    assert built == []
    write(folder / "tei" / "b.xml", letter(text="<p>New words.</p>", attributes="xml:id='b'"), LONG_AGO + 1)
    load(folder)
    assert built == ["b"]
    built.clear()
    write(folder / "lists.xml", LISTS.replace("xml:id='lind'", "xml:id='dora'"), LONG_AGO + 1)
    load(folder)
    assert built == ["a", "b"]


def test_what_is_no_longer_used_is_dropped(folder: Path) -> None:
    load(folder)
    (folder / "tei" / "a.xml").unlink()
    load(folder)
    store = Store.load(folder / "cache" / "corpus.sqlite")
    assert sorted(Path(name).name for name in store.files) == ["b.xml", "c.xml", "lists.xml"]
    assert len(store.records) == 3


def damaged_bytes(path: Path) -> None:
    path.write_bytes(b"no database")


def another_version(path: Path) -> None:
    _execute(path, "update about set value = 'old'")


def no_tables(path: Path) -> None:
    _execute(path, "drop table records")


def wrong_types(path: Path) -> None:
    _execute(path, "update records set data = 7")


def wrong_entries(path: Path) -> None:
    _execute(path, "update entries set data = 'x'")


def wrong_times(path: Path) -> None:
    _execute(path, "update files set time = 'x'")


def no_pickle(path: Path) -> None:
    _execute(path, "update records set data = ?", b"\x80\x05garbage")


def other_shape(path: Path) -> None:
    _execute(path, "update records set data = ?", records.dumps((1, 2)))


def other_shape_inside(path: Path) -> None:
    _execute(path, "update records set data = ?", records.dumps(((("x", 0, (), "d", b"N."),), ("missing",), ())))


def with_code(path: Path) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(path.parent / "harm"),)

    _execute(path, "update records set data = ?", pickle.dumps(Harm()))


def lots_with_code(path: Path) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(path.parent / "harm"),)

    _execute(path, "update lots set data = ?", pickle.dumps(Harm()))


def lots_of_something_else(path: Path) -> None:
    _execute(path, "update lots set data = ?", records.dumps(("a", "b")))


def lots_of_another_class(path: Path) -> None:
    _execute(path, "update lots set data = ?", pickle.dumps(Uses()))


def lots_without_their_files(path: Path) -> None:
    _execute(path, "update lots set data = ?", shelves.written([Document("a", Path("none.xml"), "")]))


def bodies_that_are_lost(path: Path) -> None:
    _execute(path, "delete from bodies")
    _execute(path, "delete from lots")


def _execute(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


FAULTS = [
    *(damaged_bytes, another_version, no_tables, wrong_types, wrong_entries, wrong_times),
    *(no_pickle, other_shape, other_shape_inside, with_code),
    *(lots_with_code, lots_of_something_else, lots_of_another_class, lots_without_their_files, bodies_that_are_lost),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_store_that_cannot_be_used_is_made_anew(folder: Path, read: list[str], fault: Callable[[Path], None]) -> None:
    """Damaged, of another version, or tampered with: the corpus is the same, and the next run is quick again."""
    path = folder / "cache" / "corpus.sqlite"
    first = load(folder)
    fault(path)
    assert load(folder) == first
    assert not (path.parent / "harm").exists()
    read.clear()
    load(folder)
    assert read == []


def test_a_store_that_cannot_be_written_is_done_without(folder: Path) -> None:
    (folder / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert len(load(folder).documents) == 2


def test_a_fault_of_the_program_is_not_hidden(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what comes from a store is tried again without it."""

    def broken(*_: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(loading, "assemble", broken)
    with pytest.raises(ValueError, match="a fault"):
        load(folder)


def test_plain_values_only() -> None:
    """Tuples, strings and numbers come back; the name of anything else is refused."""
    assert records.loads(records.dumps(("a", (1, None), True, b"x"))) == ("a", (1, None), True, b"x")
    with pytest.raises(pickle.UnpicklingError, match="plain values"):
        records.loads(pickle.dumps(Path()))


def test_a_file_that_is_gone_has_no_stamp_and_no_record(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") is None
    store = Store(records={b""})
    assert store.find(str(tmp_path / "none"), None, b"") is None
    assert store.find(str(tmp_path / "none"), (1, 1), b"x") is None


def test_the_version_is_that_of_the_code() -> None:
    assert version() == version()
    assert len(version()) == 32
