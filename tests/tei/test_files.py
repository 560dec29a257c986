"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from tei import files
from tei.errors import OutputError
from tei.files import write_atomic


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    """Missing folders are made; nothing else is left behind."""
    path = tmp_path / "a" / "b" / "c.xml"
    write_atomic(path, b"<a/>")
    assert path.read_bytes() == b"<a/>"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    """A new file gets those that the system gives to any."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"1")
    old.chmod(0o640)
    write_atomic(old, b"2")
    assert (old.read_bytes(), old.stat().st_mode & 0o777) == (b"2", 0o640)
    mask = os.umask(0o027)
    try:
        write_atomic(new, b"3")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(mask)
    assert new.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("number", "hint"), [(28, "free some space"), (13, "choose another folder")])
def test_when_writing_fails_the_old_file_stands_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str
) -> None:
    """A full disk or a forbidden folder is a finding that says what to do."""
    path = tmp_path / "a.xml"
    path.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(OutputError) as raised:
        write_atomic(path, b"new")
    (found,) = raised.value.findings
    assert (found.rule, found.location.path) == ("OUT101", str(path))
    assert hint in found.hint
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_is_taken_is_a_finding(tmp_path: Path) -> None:
    """A folder of that name, or a file where a folder is needed."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "folder", tmp_path / "file" / "a.xml"):
        with pytest.raises(OutputError, match="cannot be written"):
            write_atomic(path, b"x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]


def test_a_path_that_no_system_can_have_is_a_finding(tmp_path: Path) -> None:
    """A null character in a path is refused like any other place that cannot be written to."""
    with pytest.raises(OutputError):
        write_atomic(tmp_path / "a\x00b", b"x")
