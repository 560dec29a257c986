"""The example edition encoded, for tests of what is made of TEI: once a process, in a folder that goes with it."""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from edition.commands.encode import EncodeRequest, run_encode

KARSK = Path(__file__).resolve().parents[1] / "examples" / "karsk"


@lru_cache(maxsize=1)
def _folder() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()
    edition = Path(folder.name) / "karsk"
    shutil.copytree(KARSK, edition, ignore=shutil.ignore_patterns("output", "authority"))
    run_encode(EncodeRequest((), edition / "edition.toml", None, None, "2026-01-02", None, None))
    return folder


def karsk_tei() -> Path:
    """Return the folder of its TEI documents."""
    return Path(_folder().name) / "karsk" / "output" / "tei"
