"""How long the search index of ten thousand documents takes, and how much memory its program needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNT = 10_000
PROGRAM = """
import json, os, random, resource, sys
from pathlib import Path
from edition.corpus.model import Corpus, Document, Entry, Kind, Moment, Uses, Variant
from edition.searching import index_site
from edition.site.plan import Settings, Site

folder, count = Path(sys.argv[1]), int(sys.argv[2])
random.seed(7)
syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
words = ["".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(30000)]
weights = [1 / (rank + 3) for rank in range(len(words))]
entries = {
    (Kind.PERSON, f"p{number}"): Entry(
        f"p{number}", Kind.PERSON, f"Name {number}", variants=(Variant(f"Alias{number}"), Variant("Ёлкин-Дробот"))
    )
    for number in range(400)
}
documents, uses = [], {place: [] for place in entries}
(folder / "telegrams").mkdir(parents=True)
for number in range(count):
    ident = f"t{number:05d}"
    text = " ".join(random.choices(words, weights, k=450))
    (folder / "telegrams" / f"{ident}.txt").write_text(f"Head\\n{'-' * 72}\\n{text}\\n", encoding="utf-8")
    day = f"19{30 + number * 20 // count}-{1 + number % 12:02}-{1 + number % 28:02}"
    documents.append(Document(ident, Path(ident), "", kind="telegram", lang="en", title=ident, date=Moment(when=day)))
    for place in random.sample(list(entries), 8):
        uses[place].append(ident)
before = os.times()
corpus = Corpus(tuple(documents), entries=entries, uses={place: Uses(sent=tuple(ids)) for place, ids in uses.items()})
findings = index_site(folder, Site(corpus, Settings("Karsk")))
after = os.times()
peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(after[:4]) - sum(before[:4])
print(json.dumps({"findings": len(findings), "cpu": cpu, "wall": after[4] - before[4], "peaks": peaks}))
"""


@pytest.mark.bench
def test_ten_thousand_documents_are_indexed_in_half_a_minute_and_little_memory(tmp_path: Path) -> None:
    """Of computing; on two cores it takes less by the clock, as the program reads pages on both."""
    pytest.importorskip("pagefind", reason="needs pagefind")
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "site"), str(COUNT)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    found = json.loads(done.stdout)
    print(found)
    assert found["findings"] == 0
    assert found["cpu"] < 60
    assert max(found["peaks"]) < 450
    size = sum(path.stat().st_size for path in (tmp_path / "site" / "pagefind").rglob("*"))
    assert size < 100 * 2**20
