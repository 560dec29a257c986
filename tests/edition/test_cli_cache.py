"""What the command line keeps in the user's cache, and what it does without one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.xml")}


def test_encoding_keeps_compiled_expressions_and_writes_the_same_with_them(
    encode: Callable[..., Any], page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run takes from the cache what the first one put there."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    kept = []
    for folder in ("first", "second"):
        assert encode(page, "-o", tmp_path / folder).code == 0
        kept.append([path.name for path in (tmp_path / "cache" / "tei-edition").glob("regex-*")])
    assert kept[0] == kept[1]
    assert len(kept[0]) <= 1  # in this process, other tests may have compiled all before
    assert documents(tmp_path / "first") == documents(tmp_path / "second")


@pytest.mark.skipif(sys.platform == "win32", reason="a home is told otherwise there")
def test_a_user_without_a_home_encodes_all_the_same(
    encode: Callable[..., Any], page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container a user may have none: nothing is kept then."""

    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert encode(page, "-o", tmp_path / "tei").code == 0
    assert documents(tmp_path / "tei")
    assert not Path(os.devnull).is_dir()
