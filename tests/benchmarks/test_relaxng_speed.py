"""How long checking against all of TEI takes, as whole processes, beside Jing and xmllint where they are installed."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEI_ALL = ROOT.parent / "shared/reference/tei/tei_all.rng"
LETTER = ROOT / "tests/schemas/documents/t1938-02-14-orlin-vetrova.xml"
CACHE = Path(tempfile.gettempdir()) / "tei-edition-bytecode"
pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not TEI_ALL.exists(), reason="tei_all.rng is not in ../shared/reference/tei"),
]


def run(commands: Sequence[Sequence[str]]) -> float:
    """The wall time of some processes side by side, each of which has to find the documents valid."""
    # Byte code is kept as it is for an installed package.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(CACHE)
    start = time.perf_counter()
    processes = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in commands
    ]
    codes = [process.wait() for process in processes]
    seconds = time.perf_counter() - start
    assert codes == [0] * len(commands)
    return seconds


def ours(paths: Sequence[Path], cache: str = os.devnull, jobs: int = 1) -> list[str]:
    """The command as a user gives it, the grammar alone as with the peers; a cache where none can be is none."""
    options = ["--schema", str(TEI_ALL), "--no-rules", "--jobs", str(jobs), "--quiet"]
    command = [sys.executable, "-m", "edition.cli", "validate", *options, *map(str, paths)]
    return ["env", f"XDG_CACHE_HOME={cache}", *command]


def peer(name: str, paths: Sequence[Path]) -> list[str]:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    options = ["--noout", "--relaxng"] if name == "xmllint" else []
    return [program, *options, str(TEI_ALL), *map(str, paths)]


def median(commands: Sequence[Sequence[str]], runs: int = 5) -> float:
    run(commands)
    return statistics.median(run(commands) for _ in range(runs))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two thousand documents of about 7 kB, no two of which have the same ids, numbers and texts."""
    source = LETTER.read_text(encoding="utf-8")
    for part in ("encodingDesc", "seriesStmt", "physDesc", "revisionDesc", "profileDesc", "listPlace"):
        source = re.sub(rf"<{part}.*?</{part}>", "", source, flags=re.DOTALL)
    folder = tmp_path_factory.mktemp("corpus")
    paths = []
    for number in range(2000):
        text = source.replace("t1938-02-14", f"t{number}-02-14").replace("1938-02-1", f"19{number % 90 + 10}-02-1")
        text = text.replace("Ice as far", f"Report {number}. Ice as far").replace('hand="#hand-1"', f'n="{number}"')
        path = folder / f"t{number:04}.xml"
        path.write_text(text.replace('value="17"', f'value="{number}"'), encoding="utf-8")
        paths.append(path)
    return paths


def test_one_small_document_from_a_cold_start_takes_half_the_time_of_jing() -> None:
    """Process, schema and document, with nothing kept from before."""
    mine, jing = median([ours([LETTER])]), median([peer("jing", [LETTER])])
    print(f"\ncold start: {mine:.3f} s, Jing {jing:.3f} s")
    assert mine <= jing / 2


def test_one_small_document_takes_a_fifteenth_of_the_time_of_xmllint() -> None:
    """libxml2 compiles the schema anew for each run."""
    mine, xmllint = median([ours([LETTER])]), median([peer("xmllint", [LETTER])], runs=1)
    print(f"\ncold start: {mine:.3f} s, xmllint {xmllint:.3f} s")
    assert mine <= xmllint / 15


def test_a_schema_that_was_kept_halves_the_start_again(tmp_path: Path) -> None:
    """With the cache the schema is not read again."""
    cold, warm = median([ours([LETTER])]), median([ours([LETTER], str(tmp_path))])
    print(f"\nwithout cache {cold:.3f} s, with it {warm:.3f} s")
    assert warm < 0.7 * cold


def test_two_thousand_documents_take_less_time_than_with_jing(corpus: list[Path]) -> None:
    """On one core at most 0.8 of Jing's time, on two at most half of it."""
    one = median([ours(corpus)], runs=3)
    two = median([ours(corpus, jobs=2)], runs=3)
    jing = median([peer("jing", corpus)], runs=3)
    size = sum(path.stat().st_size for path in corpus) / 1e6
    print(f"\n{size:.1f} MB: one job {one:.2f} s ({size / one:.0f} MB/s), two {two:.2f} s, Jing {jing:.2f} s")
    assert one <= 0.8 * jing
    assert two <= 0.5 * jing


def test_memory_stays_small(corpus: list[Path]) -> None:
    """The peak of a process that checks two thousand documents is under 120 MB."""
    # In a process of its own, whose only child is the one that is measured.
    program = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *ours(corpus)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    peak = int(done.stdout) * (1 if sys.platform == "darwin" else 1024) / 1e6
    print(f"\npeak memory {peak:.0f} MB")
    assert peak < 120
