"""SVRL files: what the rules said of each document, one file for each document and schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final

from tei.errors import OutputError
from tei.files import write_atomic
from tei.findings import Finding
from tei.validate import Validator
from tei.validate.documents import Document

_END: Final = ".svrl"


def write_svrl(document: Document, validators: Iterable[Validator], folder: Path) -> Iterator[Finding]:
    """Write what the rules of each schema say of a document; yield what kept a file from being written."""
    reports = [report for validator in validators for report in validator.reports(document)]
    for number, report in enumerate(reports, 1):
        mark = f".{number}" if len(reports) > 1 else ""
        try:
            write_atomic(svrl_path(document.path, folder, mark), report)
        except OutputError as error:
            yield from error.findings


def svrl_path(path: str, folder: Path, mark: str = "") -> Path:
    """Return where the report on the document `path` is written: below `folder` as the document is below this one.

    What leads out of it (a drive, the root, `..`) is left out; standard input is called so.
    """
    pure = PurePath("stdin" if path in ("", "-") else path)
    parts = [part for part in pure.parts if part not in (pure.anchor, "..")] or ["document"]
    return folder.joinpath(*parts[:-1], f"{parts[-1].removesuffix('.xml')}{mark}{_END}")
