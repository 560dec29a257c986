"""`tei new`."""

from __future__ import annotations

from pathlib import Path

from edition.commands.result import Result
from edition.starting import start


def run_new(folder: Path, title: str) -> Result:
    """Begin an edition in a folder; what to do next is said."""
    made = start(folder, title)
    lines = [
        f"{folder}: a new edition of {len(made)} files, with two invented telegrams to see it work.",
        "",
        f"  cd {folder}",
        "  tei encode          captures/ becomes TEI, in tei/",
        "  tei validate        grammar and rules",
        "  tei serve --open    the site, while you work",
        "  tei build           the site, to be published",
        "",
    ]
    return Result((), tuple(map(str, made)), "".join(f"{line}\n" for line in lines))
