"""What every command gives back, and what they share about paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from edition.reports import Sources, json_pieces, source_lines, text_pieces
from tei.findings import Finding

STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Result:
    """What a command has to say: findings, the files that it looked at, text before the findings, data for programs.

    `data` are bytes for standard output; `refused` says that the command was asked wrongly (exit code 2). `sources`
    gives the lines that findings are about, where those are not simply the lines of the file.
    """

    findings: Sequence[Finding] = ()
    files: tuple[str, ...] = ()
    text: str = ""
    extra: tuple[tuple[str, Any], ...] = ()
    data: bytes | None = None
    refused: bool = False
    sources: Sources | None = None

    @property
    def json(self) -> str:
        """The report as JSON: that of the findings, with what this command adds to it."""
        return "".join(self.json_pieces())

    def json_pieces(self) -> Iterator[str]:
        """Yield the report as JSON piece by piece."""
        return json_pieces(self.findings, files=self.files, extra=self.extra)

    def text_pieces(self, *, colour: bool, summary: bool, stdin: bytes = b"") -> Iterator[str]:
        """Yield the report on the findings as text, line by line; `stdin` is the document called `-`."""
        sources = self.sources or source_lines(stdin)
        return text_pieces(self.findings, files=self.files, colour=colour, summary=summary, sources=sources)


def absent(paths: Iterable[Path]) -> bool:
    """Say whether one of the paths that were named does not exist: the command was asked wrongly."""
    return any(not path.exists() for path in paths if str(path) != STDIN)
