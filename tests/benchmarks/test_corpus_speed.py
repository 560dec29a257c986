"""How long a corpus of ten thousand telegrams takes to load, and how much memory: read anew, and from the store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNT = 10_000
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from edition.corpus import load_corpus

folder = Path(sys.argv[1])
start = time.process_time()
corpus, findings = load_corpus([folder / "tei"], authority=[folder / "authority.xml"], store=folder / "store.sqlite")
spent = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([spent, peak, len(corpus.documents), len(findings)]))
"""

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def telegrams(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten thousand invented telegrams."""
    folder = tmp_path_factory.mktemp("many")
    writer = ROOT / "tests" / "benchmarks" / "many_telegrams.py"
    subprocess.run([sys.executable, str(writer), str(folder), "--count", str(COUNT)], check=True)
    return folder


def measured(folder: Path) -> tuple[float, float]:
    """Seconds of one core, and MB at the most, of a process that loads the corpus."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, str(folder)], env=environment, capture_output=True, text=True, check=True
    )
    spent, peak, documents, findings = json.loads(run.stdout)
    assert (documents, findings) == (COUNT, 0)
    return spent, peak


def test_ten_thousand_telegrams_are_read_and_read_again(telegrams: Path) -> None:
    """Some 2 ms for each the first time; all of them from the store in under 2 s and 250 MB, on a busy machine too."""
    first, first_peak = measured(telegrams)
    again, again_peak = min(measured(telegrams) for _ in range(3))
    print(f"\nread anew: {first:.1f} s ({1000 * first / COUNT:.2f} ms each), {first_peak:.0f} MB")
    print(f"from the store: {again:.2f} s, {again_peak:.0f} MB")
    assert first / COUNT < 0.004
    assert again < 2.0
    assert max(first_peak, again_peak) < 250
