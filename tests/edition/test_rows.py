"""Rows of a run: they come back as they were put, in memory or on the disk, and a full disk is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.rows import BLOCK, HELD, Rows, Strips
from tei.errors import OutputError
from tei.findings import Finding, Location, Severity


@given(st.lists(st.binary(max_size=9)))
def test_strips_come_back_by_number_whatever_was_read_between(strips: list[bytes]) -> None:
    held = Strips()
    for number, strip in enumerate(strips):
        assert held.put(strip) == number
        assert held.get(number // 2) == strips[number // 2]
    assert list(held) == strips


def test_many_rows_lie_on_the_disk_and_leave_no_name_there(tmp_path: Path) -> None:
    rows = Rows(tmp_path, ("x" * HELD, "y"))
    rows.append("z")
    assert (len(rows), rows[1], rows[-1], rows[1:]) == (3, "y", "z", ("y", "z"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("first", [0, 1, 2])
def test_rows_in_memory_and_those_behind_them_on_the_disk_are_one_sequence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr("edition.rows.FIRST", first)
    rows = Rows(tmp_path, range(BLOCK * 3 + 5))
    assert (len(rows), tuple(rows)) == (BLOCK * 3 + 5, tuple(range(BLOCK * 3 + 5)))
    assert [rows[place] for place in (0, BLOCK, BLOCK * 2 + 1, -1)] == [0, BLOCK, BLOCK * 2 + 1, BLOCK * 3 + 4]
    assert len(rows._strips) == 3 - first


def test_rows_are_as_the_tuple_of_their_values() -> None:
    found = Finding("ENC101", Severity.ERROR, "not valid", Location("a.xml", 3))
    rows = Rows(values=(found, found))
    assert rows == (found, found)
    assert rows != (found,)
    assert rows != [found, found]
    assert found in rows
    assert repr(Rows(values=range(9))) == "Rows([0, 1, 2, 3, 4, 5, 6, 7] …)"


def test_a_place_beyond_the_end_is_none() -> None:
    with pytest.raises(IndexError):
        Rows[int]()[0]


def test_a_full_disk_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strips = Strips(tmp_path)

    class Full:
        def seek(self, _: int) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(strips, "_file", Full())
    with pytest.raises(OutputError, match="No space left"):
        strips.put(b"x")
