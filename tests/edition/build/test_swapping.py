"""Two folders change places, with the system's help and without; files are shared between trees, or copied."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from edition.build import swapping, trees, workshop
from edition.build.swapping import exchange, settle
from edition.build.workshop import Workshop, state_of


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two folders, and a path beside them."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name.txt").write_text(name)
    return tmp_path / "one", tmp_path / "other", tmp_path / "aside"


def names(*folders: Path) -> list[str]:
    return [(folder / "name.txt").read_text() if folder.exists() else "" for folder in folders]


@pytest.mark.parametrize("code", [None, errno.ENOSYS, errno.EINVAL])
def test_two_folders_change_places(
    code: int | None, pair: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the system, or the file system, has no such call."""
    if code is not None:
        monkeypatch.setattr(swapping, "_swap", lambda: lambda _one, _other: code)
    exchange(*pair)
    assert names(*pair) == ["other", "one", ""]


def test_another_failure_is_raised_and_nothing_is_moved(
    pair: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "_swap", lambda: lambda _one, _other: errno.EBUSY)
    with pytest.raises(OSError, match="busy"):
        exchange(*pair)
    assert names(*pair) == ["one", "other", ""]


def test_an_exchange_that_was_killed_is_settled(pair: tuple[Path, Path, Path]) -> None:
    """Killed after the first step the old folder comes back, after the second the new one stays."""
    one, _, aside = pair
    settle(one, aside)
    assert names(*pair) == ["one", "other", ""]
    one.rename(aside)
    settle(one, aside)
    assert names(*pair) == ["one", "other", ""]
    one.rename(aside)
    pair[1].rename(one)
    settle(one, aside)
    assert names(*pair) == ["other", "", ""]


def test_files_are_copied_where_they_cannot_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "a.txt").write_text("a")
    trees.link(tmp_path / "a.txt", tmp_path / "below" / "b.txt")
    assert (tmp_path / "below" / "b.txt").read_text() == "a"


def test_a_link_takes_the_place_of_what_is_there(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    trees.link(tmp_path / "a", tmp_path / "b")
    trees.link(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "a"
    (tmp_path / "c").symlink_to(tmp_path)
    trees.clear(tmp_path / "c")
    assert not (tmp_path / "c").is_symlink()
    assert trees.stamps(tmp_path, ["nowhere"]) == {"nowhere": 0}


def test_a_folder_that_was_written_anew_is_levelled_whole(tmp_path: Path) -> None:
    """As the search index is: files that the site does not have go, and a folder that it does not have at all."""
    for tree, name in (("spare", "old"), ("site", "new")):
        (tmp_path / tree / "pagefind").mkdir(parents=True)
        (tmp_path / tree / "pagefind" / name).touch()
    (tmp_path / "spare" / "more").mkdir()
    trees.level(tmp_path / "spare", tmp_path / "site", ["pagefind/", "more/"])
    assert set(trees.sizes(tmp_path / "spare")) == {"pagefind/new"}


def test_a_journal_that_is_damaged_means_a_new_spare(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with Workshop(site) as shop:
        shop.mark(site, "first")
        shop.spare.mkdir()
        shop.store.commit("first", "", (), {})
    (tmp_path / ".site.tei" / "journal.json").write_text("{[")
    with Workshop(site) as shop:
        assert shop.known().state == "first"
        assert state_of(shop.spare) == "first"


def test_a_marker_that_is_not_ours_names_no_state(tmp_path: Path) -> None:
    (tmp_path / workshop.MARKER).write_bytes(b"\xff")
    assert state_of(tmp_path) == ""
    (tmp_path / workshop.MARKER).write_text("something else\nabc\n")
    assert state_of(tmp_path) == ""


def test_a_place_where_nothing_can_be_written_is_a_finding(tmp_path: Path) -> None:
    from tei.errors import OutputError

    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught, Workshop(tmp_path / "file" / "site"):
        pass
    assert caught.value.findings[0].rule == "OUT101"
