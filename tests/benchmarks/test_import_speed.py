"""How long a volume of 5 MB takes to import, as a whole process on one core, with every document checked.

What is measured is the time of the processor, which is that of the clock where nothing else runs.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.benchmarks.large_volume import large_volume

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(tempfile.gettempdir()) / "tei-edition-bytecode"

pytestmark = pytest.mark.bench


@pytest.fixture(autouse=True)
def one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def spent() -> float:
    """The seconds of the processor that processes started here have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_volume_of_five_megabytes_is_imported_in_under_five_seconds(tmp_path: Path) -> None:
    """The median of three runs; byte code is kept as it is for an installed package."""
    source = tmp_path / "frus1955-57v99.xml"
    source.write_text(large_volume(5_000_000), encoding="utf-8")
    assert source.stat().st_size >= 5_000_000
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(CACHE)
    times = []
    for run in range(4):
        output = tmp_path / f"run{run}"
        command = [sys.executable, "-m", "edition.cli", "import", str(source), "--output", str(output), "--quiet"]
        start, begun = time.perf_counter(), spent()
        ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        times.append(spent() - begun)
        print(f"{time.perf_counter() - start:.2f} s by the clock, {times[-1]:.2f} s of the processor")
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert len(list((output / "tei").glob("*.xml"))) > 300
    assert statistics.median(times[1:]) < 5
