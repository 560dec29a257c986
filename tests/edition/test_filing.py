"""Filing one document: a write that fails is a finding and leaves no entry in the lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.filing import Filed, Outcome, write_now
from edition.lock import Entry
from tei.errors import OutputError

ENTRY = Entry("t1937-x", "a/1.txt", "0", 0)


def test_a_write_in_this_thread_is_done_when_it_returns(tmp_path: Path) -> None:
    assert write_now(tmp_path / "a" / "x.xml", b"<x/>").result() is None
    assert (tmp_path / "a" / "x.xml").read_bytes() == b"<x/>"


def test_a_write_that_fails_keeps_its_error_for_later(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    future = write_now(tmp_path / "a" / "x.xml", b"<x/>")
    with pytest.raises(OutputError):
        future.result()


def test_a_document_that_could_not_be_written_settles_without_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    future = write_now(tmp_path / "a" / "x.xml", b"<x/>")
    filed = Filed(Outcome.WRITTEN, tmp_path / "a" / "x.xml", (), ENTRY, future).settled()
    assert (filed.outcome, filed.entry, [found.rule for found in filed.findings]) == (Outcome.FAILED, None, ["OUT101"])


def test_a_document_that_was_written_keeps_its_entry(tmp_path: Path) -> None:
    filed = Filed(Outcome.WRITTEN, tmp_path / "x.xml", (), ENTRY, write_now(tmp_path / "x.xml", b"<x/>")).settled()
    assert (filed.outcome, filed.entry, filed.write) == (Outcome.WRITTEN, ENTRY, None)
    assert filed.settled() is filed
