"""The site of ten thousand telegrams: how long it takes, how much memory, and how long after a change of one of them.

As whole processes with two at work, on a machine that does nothing else. `BUILD_COUNT` makes it fewer telegrams.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from edition.render import html_fragment
from tei.xmlfile import parse_file

ROOT = Path(__file__).resolve().parents[2]
COUNT = int(os.environ.get("BUILD_COUNT", "10000"))
CACHE = Path(tempfile.gettempdir()) / "tei-edition-bytecode"
SAXON = 92
"""Documents a second that TEI's own stylesheets under Saxon render to HTML, 7 kB each, on two cores."""

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of invented telegrams, not built yet."""
    folder = tmp_path_factory.mktemp("many")
    spec = importlib.util.spec_from_file_location("many_telegrams", Path(__file__).with_name("many_telegrams.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    module.write_telegrams(folder, COUNT)
    settings = (
        '[edition]\ntitle = "Many"\n[authority]\nfiles = ["authority.xml"]\n[site]\nurl = "https://example.org/"\n'
    )
    (folder / "edition.toml").write_text(settings)
    return folder


def ran(folder: Path, *arguments: str) -> tuple[float, str]:
    """The seconds that `tei build` takes with two processes, and what it prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(CACHE), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "edition.cli", "build", "--jobs", "2", *arguments]
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - begun
    assert done.returncode == 0, done.stdout + done.stderr
    return taken, done.stdout


class Memory:
    """Watches how much memory a process and those below it hold together, shared pages counted once."""

    def __init__(self) -> None:
        self.peak = 0

    def watched(self, process: subprocess.Popen[Any]) -> None:
        while process.poll() is None:
            self.peak = max(self.peak, sum(map(_proportional, _family(process.pid))))
            time.sleep(0.25)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield from _family(child)


def _proportional(pid: int) -> int:
    """Bytes of a process, a page that n processes share counted as one n-th (PSS)."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


def test_a_full_build_takes_under_ninety_seconds_with_the_search_index(many: Path) -> None:
    taken, printed = ran(many, "--clean")
    print(f"\nfull build of {COUNT} telegrams: {taken:.1f} s: {printed.splitlines()[0]}")
    assert taken < 90


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells the memory of processes")
def test_a_full_build_holds_under_600_megabytes(many: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "edition.cli", "build", "--jobs", "2", "--clean", "--quiet"]
    memory = Memory()
    with subprocess.Popen(command, cwd=many, env=environment, stdout=subprocess.DEVNULL) as process:
        memory.watched(process)
    print(f"\nmemory of all processes: {memory.peak / 1e6:.0f} MB")
    assert process.returncode == 0
    assert memory.peak < 600e6


def test_a_change_of_one_telegram_takes_under_two_seconds_without_the_index(many: Path) -> None:
    ran(many)
    path = sorted((many / "tei").glob("*.xml"))[COUNT // 2]
    times = []
    for number in range(5):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("</body>", f"<!-- {number} --></body>"), encoding="utf-8")
        taken, printed = ran(many, "--no-search")
        times.append(taken)
    print(f"\none of {COUNT} changed: {min(times):.2f} to {max(times):.2f} s: {printed.splitlines()[0]}")
    assert sorted(times)[2] < 2


def test_texts_are_rendered_ten_times_as_fast_as_by_the_stylesheets_of_tei_under_saxon(many: Path) -> None:
    """Parsing and the body as HTML, in two processes."""
    paths = sorted((many / "tei").glob("*.xml"))[:2000]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(rendered, paths[:40]))
        begun = time.perf_counter()
        assert all(pool.map(rendered, paths, chunksize=50))
        speed = len(paths) / (time.perf_counter() - begun)
    print(f"\nbodies rendered: {speed:.0f} a second")
    assert speed > 10 * SAXON


def rendered(path: Path) -> int:
    return len(html_fragment(parse_file(path)).text)
