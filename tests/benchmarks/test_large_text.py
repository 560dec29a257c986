"""A text node of two gibibytes: what a check of it takes, as a whole process."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LETTER = ROOT / "tests/schemas/documents/t1938-02-14-orlin-vetrova.xml"
pytestmark = pytest.mark.bench


def test_two_gibibytes_of_text_are_checked_in_a_minute_and_little_memory(tmp_path: Path) -> None:
    before, opened, after = LETTER.read_text(encoding="utf-8").partition("<p>Do not wait for us.")
    path = tmp_path / "long.xml"
    with path.open("wb") as file:
        file.write(f"{before}{opened}".encode())
        for _ in range(2048):
            file.write(b"word word word \n" * 2**16)
        file.write(after.encode())
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "edition.cli", "validate", str(path)], cwd=ROOT, capture_output=True, text=True
    )
    seconds = time.perf_counter() - start
    path.unlink()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**10
    print(f"\n2 GiB of text: {seconds:.1f} s, {peak:.0f} MiB")
    assert "VAL113" in done.stdout
    assert "0 errors" in done.stdout or "1 warning in" in done.stdout
    assert seconds < 60
    assert peak < 120
