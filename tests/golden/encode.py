"""The TEI of the golden captures: what `tei encode` writes for each, kept in tests/golden/tei/NAME OF THE CAPTURE.

`python -m tests.golden.encode [WORD]` (or `make golden`) writes it anew, for all captures or for those with a word in
their path. Look at the difference before you keep it: git diff tests/golden/tei.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.golden.pages import GOLDEN, documents_in, golden_captures, golden_job, golden_page

TEI = GOLDEN / "tei"


def golden_folder(capture: Path) -> Path:
    """Return where the TEI of a capture is kept."""
    return TEI / capture.stem


def kept(capture: Path) -> dict[str, bytes]:
    """Return what is kept for a capture, by file name."""
    folder = golden_folder(capture)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in documents_in(folder)}


def main() -> None:
    """Write the TEI of the captures, and remove that of captures which are gone."""
    word = (sys.argv[1:] or [""])[0]
    captures = golden_captures()
    for folder in sorted({*TEI.glob("*")} - {*map(golden_folder, captures)}):
        shutil.rmtree(folder)
    job = golden_job()
    for capture in (one for one in captures if word in str(one.relative_to(GOLDEN))):
        shutil.rmtree(golden_folder(capture), ignore_errors=True)
        for name, data in golden_page(capture, job).files.items():
            path = golden_folder(capture) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


if __name__ == "__main__":
    main()
