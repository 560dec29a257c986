"""Filing one document: it is on the disk when the spool closes; a write that fails leaves no entry in the lock."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from edition.drafting import Filed, Outcome
from edition.entry import Entry
from edition.spool import BURST, Spool
from tei.errors import OutputError

ENTRY = Entry("t1937-x", "a/1.txt", "0", 0)


def spooled(path: Path, data: bytes) -> Future[None]:
    with Spool() as spool:
        return spool.add(path, data)


def test_a_full_burst_is_written_before_the_spool_closes(tmp_path: Path) -> None:
    with Spool() as spool:
        futures = [spool.add(tmp_path / f"{number}.xml", b"<x/>") for number in range(BURST + 1)]
        assert [future.done() for future in futures] == [True] * BURST + [False]
    assert len(list(tmp_path.iterdir())) == BURST + 1


def test_a_file_is_written_when_the_spool_closes(tmp_path: Path) -> None:
    assert spooled(tmp_path / "a" / "x.xml", b"<x/>").result() is None
    assert (tmp_path / "a" / "x.xml").read_bytes() == b"<x/>"


def test_a_write_that_fails_keeps_its_error_for_later(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    future = spooled(tmp_path / "a" / "x.xml", b"<x/>")
    with pytest.raises(OutputError):
        future.result()


def test_a_document_that_could_not_be_written_settles_without_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    future = spooled(tmp_path / "a" / "x.xml", b"<x/>")
    filed = Filed(Outcome.WRITTEN, tmp_path / "a" / "x.xml", (), ENTRY, future).settled()
    assert (filed.outcome, filed.entry, [found.rule for found in filed.findings]) == (Outcome.FAILED, None, ["OUT101"])


def test_a_document_that_was_written_keeps_its_entry(tmp_path: Path) -> None:
    filed = Filed(Outcome.WRITTEN, tmp_path / "x.xml", (), ENTRY, spooled(tmp_path / "x.xml", b"<x/>")).settled()
    assert (filed.outcome, filed.entry, filed.write) == (Outcome.WRITTEN, ENTRY, None)
    assert filed.settled() is filed
