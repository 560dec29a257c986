"""How long encoding takes, as whole processes: a few telegrams, and many on one core."""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
KARSK = ROOT / "examples" / "karsk"
CACHE = Path(tempfile.gettempdir()) / "tei-edition-bytecode"

pytestmark = pytest.mark.bench


def seconds(*arguments: str, runs: int = 5) -> float:
    """The median wall time of `tei` with these arguments, in a process of its own, on one core.

    Byte code is kept as it is for an installed package; a first run that is not counted makes it.
    """
    times = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(CACHE)
    command = [sys.executable, "-m", "edition.cli"]
    subprocess.run([*command, "cite", "--help"], cwd=ROOT, env=environment, capture_output=True, check=True)
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([*command, *arguments], cwd=ROOT, env=environment, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


@pytest.fixture(autouse=True)
def one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real captures are not beside this checkout")
def test_three_real_telegrams_take_under_a_second(tmp_path: Path) -> None:
    seeds = [str(path) for path in sorted(SEEDS.glob("00[234]_*.txt"))]
    taken = seconds("encode", *seeds, "--output", str(tmp_path), "--quiet")
    print(f"\nthree telegrams: {taken:.2f} s")
    assert taken < 1.0


def _varied(text: str, chance: random.Random) -> str:
    """The same telegram on another day and in somewhat other words, so that nothing can be answered from memory."""
    day = re.compile(r"\b\d{1,2}\b(?= (?:January|March|June|August|September|November|July))")
    text = day.sub(lambda _: str(chance.randint(1, 28)), text)
    return re.sub(r"\b(?:the|of|and)\b", lambda m: m[0] if chance.random() < 0.9 else f"{m[0]} very", text)


def _many(folder: Path, number: int, sources: list[Path]) -> list[str]:
    chance = random.Random(1)
    texts = [path.read_text(encoding="utf-8") for path in sources]
    paths = []
    for index in range(number):
        path = folder / f"capture{index:05}.txt"
        path.write_text(_varied(texts[index % len(texts)], chance), encoding="utf-8")
        paths.append(str(path))
    return paths


@pytest.mark.parametrize("which", ["karsk", "seeds"])
def test_many_telegrams_are_encoded_at_200_a_second_on_one_core(tmp_path: Path, which: str) -> None:
    sources = sorted((KARSK / "captures").glob("*.txt")) if which == "karsk" else sorted(SEEDS.glob("00[234]_*.txt"))
    if not sources:
        pytest.skip("the real captures are not beside this checkout")
    few, many = _many(tmp_path, 6, sources), 600
    paths = _many(tmp_path, many, sources)
    options = ["--config", str(KARSK / "edition.toml")] if which == "karsk" else []

    def run(chosen: list[str], name: str) -> float:
        return seconds("encode", *options, *chosen, "--output", str(tmp_path / name), "--quiet", runs=1)

    run(few, "warm")
    whole = run(paths, "many")
    start = run(few, "few")
    rate, marginal = many / whole, (many - len(few)) / (whole - start)
    print(f"\n{which}: {many} telegrams in {whole:.2f} s, {rate:.0f} a second with start-up, {marginal:.0f} without")
    assert len(list((tmp_path / "many").glob("*.xml"))) >= 0.99 * many
    assert rate > 200


def _volume(number: int) -> str:
    """A collection in one file: title, address, sentences, signature and source of each telegram; all invented."""
    chance = random.Random(1)
    offered = (
        "The ice has not moved since the last message and the boat cannot leave the bay.",
        "Send two barrels of oil and the spare aerial with the next ship.",
        "We ask for an answer by the evening; the wind is from the north and rising.",
        "The readings of the week follow by post, the originals stay here.",
        "Both men are well; the third has gone to the hut and is expected back tomorrow.",
    )
    return "\n\n".join(
        f"{n}. Telegram, Head of Station Pavlov to Director Orlov, {chance.randint(1, 28)} March "
        f"19{chance.randint(30, 39)}\n\n"
        f"To Comrade Orlov.\n\n{' '.join(chance.sample(offered, 3))}\n\n{chance.choice(offered)}\n\nPavlov\n\n"
        f"[Source: RGASPI, f. 558, op. 11, d. {chance.randint(1, 400)}, l. {chance.randint(1, 99)}.]"
        for n in range(1, number + 1)
    )


def test_the_telegrams_of_a_volume_take_no_longer_in_a_large_one(tmp_path: Path) -> None:
    times = {}
    for number in (10, 250, 1000):
        path = tmp_path / f"volume{number}.txt"
        path.write_text(_volume(number), encoding="utf-8")
        times[number] = seconds("encode", str(path), "--output", str(tmp_path / str(number)), "--quiet", runs=1)
        assert len(list((tmp_path / str(number)).glob("*.xml"))) >= number
    rates = {number: (number - 10) / (times[number] - times[10]) for number in (250, 1000)}
    whole = {number: number / times[number] for number in (250, 1000)}
    print(
        f"\nof one page: {rates[250]:.0f} a second of 250, {rates[1000]:.0f} of 1,000, {whole[1000]:.0f} with start-up"
    )
    assert rates[1000] > 0.8 * rates[250]
