"""A build that is killed leaves the old site whole or the new one, and the next build makes what a clean one makes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.build import workshop
from edition.build.store import Store

ROOT = Path(__file__).resolve().parents[3]
STRIDE = int(os.environ.get("KILL_STRIDE", "4"))
"""Every so many steps are tried in the daily run; with 1 every step is."""
CALLS = ("link", "replace", "rename", "unlink", "mkdir", "rmdir")


class Killed(BaseException):
    """Stands for the end of the process: nothing of ours catches it."""


class Guillotine:
    """Counts what a build does to the disk, and ends it before a given step."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.at: int | None = None
        for name in CALLS:
            patch.setattr(os, name, self.counted(getattr(os, name)))
        patch.setattr(workshop, "exchange", self.counted(workshop.exchange, after=True))
        patch.setattr(Store, "commit", self.counted(Store.commit, after=True))
        patch.setattr("edition.build.rendering.write_file", self.counted(self.write_file()))

    @staticmethod
    def write_file() -> Callable[..., Any]:
        from edition.build.rendering import write_file

        return write_file

    def counted(self, call: Callable[..., Any], after: bool = False) -> Callable[..., Any]:
        def counting(*arguments: Any, **named: Any) -> Any:
            self.step()
            done = call(*arguments, **named)
            if after:
                self.step()
            return done

        return counting

    def step(self) -> None:
        self.count += 1
        if self.at is not None and self.count >= self.at:
            raise Killed


def change(edition: Any) -> None:
    """One letter more, one less, one that says something else."""
    edition.write("t2", "The cook is ill, and says so.")
    edition.write("t9", "A new letter, that comes last.", date="1938-02-01")
    (edition.tei / "t4.xml").unlink()


def restore(edition: Any, base: Path) -> None:
    for name in ("site", ".site.tei"):
        shutil.rmtree(edition.folder / name, ignore_errors=True)
        if (base / name).exists():
            shutil.copytree(base / name, edition.folder / name)


@pytest.mark.parametrize("kind", ["first", "incremental", "whole", "without exchange"])
def test_a_build_killed_at_any_step_leaves_a_whole_site(
    kind: str, edition: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before changes of the disk, one after the other; then built again and compared with a clean build."""
    base = tmp_path / "base"
    if kind == "without exchange":
        monkeypatch.setattr("edition.build.swapping._swap", lambda: None)
    if kind != "first":
        edition.build()
        for name in ("site", ".site.tei"):
            shutil.copytree(edition.folder / name, base / name)
    old = edition.files() if kind != "first" else {}
    changes = {"clean": True} if kind == "whole" else {}
    change(edition)
    new = edition.clean()
    guillotine = Guillotine(monkeypatch)
    edition.build(**changes)
    steps = guillotine.count
    assert steps > 10
    for at in sorted({1, 2, steps, *range(3 + len(kind) % STRIDE, steps, STRIDE)}):
        guillotine.at = None
        restore(edition, base)
        guillotine.count, guillotine.at = 0, at
        with pytest.raises(Killed):
            edition.build(**changes)
        guillotine.at = None
        stands = edition.files() if edition.output.exists() else {}
        if kind != "without exchange":
            assert stands in (old, new), f"killed at step {at}"
        edition.build(**changes)
        assert edition.files() == new, f"after step {at}"
    edition.write("t5", "Changed later.")
    assert edition.build().made == 1
    assert edition.files() == edition.clean()


PROGRAM = """
import sys
from edition.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("seconds", [0.5, 0.8, 1.2])
def test_a_process_that_is_killed_leaves_a_whole_site(seconds: float, edition: Any) -> None:
    """For once with the real pages, and the signal that no process can catch."""
    command = [sys.executable, "-c", PROGRAM, "build", str(edition.tei), "-o", str(edition.output), "--no-search"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode in (0, 1)
    old = edition.files()
    change(edition)
    with subprocess.Popen(
        [*command, "--clean"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    killed = edition.files()
    assert subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode in (0, 1)
    new = edition.files()
    assert killed in (old, new)
    assert new != old
