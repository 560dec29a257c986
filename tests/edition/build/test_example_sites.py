"""The example editions as sites: built without a finding that matters, every kind of page there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"


def test_the_example_edition_is_a_site_in_three_languages(tei, karsk: Path, encode) -> None:  # type: ignore[no-untyped-def]
    assert encode().code == 0
    ran = tei("build", karsk, "--strict", "--format", "json")
    assert (ran.code, ran.findings) == (0, [])
    site = karsk / "output" / "site"
    for lang in ("", "ru/", "zh/"):
        for page in ("index", "telegrams/t1937-09-07-morozkin-pashin", "persons/vetrov", "archives/AKPI", "timeline"):
            assert (site / f"{lang}{page}.html").is_file()
    assert (site / "pagefind").is_dir()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the seeds beside the checkout")
def test_the_real_telegrams_are_a_site(tei, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    edition = tmp_path / "sino-soviet"
    shutil.copytree(ROOT / "examples" / "sino-soviet", edition)
    captures = sorted(SEEDS.glob("*.txt"))
    encoded = tei("encode", *captures, "--config", edition / "edition.toml", "-o", edition / "tei", "--format", "json")
    assert encoded.code == 0
    ran = tei(
        "build", edition / "tei", "--config", edition / "edition.toml", "-o", edition / "site", "--format", "json"
    )
    assert ran.code == 0
    assert len(list((edition / "site" / "telegrams").glob("t1*.html"))) >= 15
    assert (edition / "site" / "persons" / "stalin.html").is_file()
    assert (edition / "site" / "archives" / "RGASPI.html").is_file()
