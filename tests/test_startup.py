"""`tei --help` answers at once: what a command needs is imported when it runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("lxml", "jinja2", "xmlschema", "elementpath", "rich", "ahocorasick", "tei.validate", "edition.commands")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["encode", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_none_of_the_large_libraries(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom edition.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print('loaded:', *(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "loaded:"


@pytest.mark.bench
def test_help_takes_less_than_a_fifth_of_a_second() -> None:
    """The median of five processes, on a machine that does nothing else."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "edition.cli", "--help"], capture_output=True, cwd=ROOT, check=True)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.2
