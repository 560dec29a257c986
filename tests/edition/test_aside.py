"""What the encoder lays aside is passed over by commands that go through a folder, unless it is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.aside import LOCK_NAME, is_aside
from edition.spool import HELD, Drafts
from tei.errors import OutputError

Call = Callable[..., Any]
ASIDE = ["rejected/a.xml", "proposals/a.xml", "authority/candidates.xml"]


@pytest.mark.parametrize("name", [*ASIDE, "a.xml", "other/a.xml", "authority/persons.xml"])
def test_only_beside_a_lock_of_ids_do_names_mean_aside(name: str, tmp_path: Path) -> None:
    assert not is_aside(tmp_path / name, tmp_path)
    (tmp_path / LOCK_NAME).write_text("{}")
    assert is_aside(tmp_path / name, tmp_path) == (name in ASIDE)
    assert not is_aside(tmp_path / name, (tmp_path / name).parent)


@pytest.mark.parametrize("command", ["validate", "render"])
def test_a_folder_is_gone_through_without_what_lies_aside(
    command: str, tei: Call, encode: Call, page: Path, karsk: Path
) -> None:
    out = karsk / "out"
    encode(page, "-o", out)
    for name in ASIDE:
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("<no/>", encoding="utf-8")
    more = ["--output", karsk / "html"] if command == "render" else []
    assert tei(command, out, *more).code == 0
    more = ["--output", karsk / "html2"] if command == "render" else []
    assert tei(command, out / "proposals", *more).code == 1


@pytest.mark.parametrize("held", [0, 16, HELD])
def test_drafts_come_back_as_they_were_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr("edition.spool.HELD", held)
    with Drafts(tmp_path) as drafts:
        spans = [drafts.put(f"<x n='{number}'/>".encode()) for number in range(3)]
        assert drafts.get(spans[1]) == b"<x n='1'/>"
        spans.append(drafts.put(b"more"))
        assert [drafts.get(span) for span in spans][::3] == [b"<x n='0'/>", b"more"]
        assert [path for path in tmp_path.iterdir() if path.suffix == ".xml"] == []


def test_a_folder_that_takes_no_drafts_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nothing can be written here"):
        Drafts(tmp_path / "nowhere")


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.spool.HELD", 0)
    with Drafts(tmp_path) as drafts:

        class Full:
            def seek(self, _: int) -> None:
                raise OSError(28, "No space left on device")

            def close(self) -> None: ...

        real = drafts._file
        monkeypatch.setattr(drafts, "_file", Full())
        with pytest.raises(OutputError, match="No space left"):
            drafts.put(b"x")
        real.close()
