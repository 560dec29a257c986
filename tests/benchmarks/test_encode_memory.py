"""How speed and memory hold over ten thousand captures, with an authority list of ten thousand entries, on one core."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT = Path(__file__).resolve().parents[2]
CAPTURES = ROOT / "examples" / "karsk" / "captures"
ENTRIES: Final = 10_000
FEW, MANY = 1_000, 10_000
MOST_GROWTH: Final = 20 * 2**20
"""Bytes by which the peak of ten thousand captures may be above that of one thousand: ids, and who wrote to whom."""
MOST_SECONDS: Final = 1.5
"""Processor time that ten thousand documents of a folder may add to the encoding of one more page."""

pytestmark = pytest.mark.bench

_MEASURE = """
import resource, sys
from edition.cli import main
try:
    main(sys.argv[1:])
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
_BEGINNINGS = ("Bel", "Vor", "Gra", "Dob", "Zhe", "Kar", "Lom", "Mor", "Nov", "Ost", "Pet", "Rub", "Sav", "Tul", "Ush")
_MIDDLES = ("an", "ek", "ish", "or", "ub", "yaz", "ev", "olo", "ini", "ast")
_ENDS = ("ov", "ev", "in", "sky", "enko", "uk", "yan", "adze", "ich", "oy")


def authority(path: Path) -> None:
    """Write a list of invented persons, each with initials, a cover name and a Russian form."""
    chance = random.Random(2)
    rows = []
    for number in range(ENTRIES):
        surname = "".join(map(chance.choice, (_BEGINNINGS, _MIDDLES, _MIDDLES, _ENDS)))
        forename = chance.choice(("Anna", "Boris", "Vera", "Gleb", "Daria", "Yegor", "Zoya", "Ivan", "Klara", "Lev"))
        rows.append(
            f'<person xml:id="p{number}"><persName type="preferred"><forename>{forename}</forename> '
            f"<surname>{surname}</surname></persName><persName>{forename[0]}. {chance.choice('ABVGD')}. {surname}"
            f"</persName></person>"
        )
    head = '<teiHeader><fileDesc><titleStmt><title type="main">Invented</title></titleStmt><publicationStmt><p>Not '
    head += "published.</p></publicationStmt><sourceDesc><p>Drawn by chance.</p></sourceDesc></fileDesc></teiHeader>"
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="drawn">{head}<standOff><listPerson>{"".join(rows)}'
        "</listPerson></standOff></TEI>",
        encoding="utf-8",
    )


def captures(folder: Path, number: int) -> None:
    """Write that many pages of the example edition, each of another day and number, in somewhat other words."""
    folder.mkdir()
    chance = random.Random(1)
    texts = [path.read_text(encoding="utf-8") for path in sorted(CAPTURES.glob("*.txt"))]
    day = re.compile(r"\b\d{1,2}\b(?= (?:January|March|June|August|September|October|November|December))")
    for index in range(number):
        text = day.sub(lambda _: str(chance.randint(1, 28)), texts[index % len(texts)])
        text = re.sub(r"\b193[78]\b", str(1917 + chance.randint(0, 70)), text)
        text = re.sub(r"(?<=Nº )\d{2,5}|(?<=No\. )\d{2,5}", lambda _: str(chance.randint(1, 9999)), text)
        text = re.sub(r"\b(?:the|of|and)\b", lambda m: m[0] if chance.random() < 0.9 else f"{m[0]} very", text)
        (folder / f"capture{index:05}.txt").write_text(text, encoding="utf-8")


def run(config: Path, sources: Path, output: Path) -> tuple[float, int]:
    """Return the seconds that a run in a process of its own computed, whatever else ran, and its peak memory."""
    command = [sys.executable, "-c", _MEASURE, "encode", "-c", str(config), "-o", str(output), "-q", str(sources)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode in (0, 1), done.stderr
    *_, seconds, kilobytes = done.stderr.split()
    return float(seconds), int(kilobytes) * 1024


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs to keep to one core")
def test_speed_and_memory_hold_over_ten_thousand_captures(tmp_path: Path) -> None:
    """The second run, in which nothing has changed, writes nothing and is no slower."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    authority(tmp_path / "drawn.xml")
    config = tmp_path / "edition.toml"
    lists = [str(ROOT / "examples" / "karsk" / "authority.xml"), "drawn.xml"]
    config.write_text(f"[authority]\nfiles = {lists!r}\n".replace("'", '"'), encoding="utf-8")
    figures = {}
    for number in (FEW, MANY):
        captures(tmp_path / f"captures{number}", number)
        figures[number] = run(config, tmp_path / f"captures{number}", tmp_path / f"out{number}")
    again = run(config, tmp_path / f"captures{MANY}", tmp_path / f"out{MANY}")
    captures(tmp_path / "one", 1)
    (tmp_path / "one" / "capture00000.txt").rename(tmp_path / "one" / "another.txt")
    alone = run(config, tmp_path / "one", tmp_path / "out1")
    added = run(config, tmp_path / "one", tmp_path / f"out{MANY}")
    for name, number, (seconds, peak) in (
        (FEW, FEW, figures[FEW]),
        (MANY, MANY, figures[MANY]),
        ("again", MANY, again),
    ):
        print(f"\n{name}: {number / seconds:.0f} captures a second, {peak / 2**20:.0f} MB at most")
    growth = figures[MANY][1] - figures[FEW][1]
    print(f"{growth / 2**20:.1f} MB more; one page: {alone[0]:.1f} s alone, {added[0]:.1f} s among {MANY}")
    assert growth < MOST_GROWTH
    assert added[0] - alone[0] < MOST_SECONDS
    assert MANY / figures[MANY][0] > 0.8 * FEW / figures[FEW][0]
