"""Texts in files of their own, beside the table: read as captures are, and never from outside of the table's folder."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from tei.capture import capture_file
from tei.errors import TeiError


class TextFiles:
    """The folder of a table, and the files below it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, name: str) -> tuple[str, tuple[str, str] | None]:
        """Return the text of a file, and what is wrong with it, and the mend, where it cannot be had."""
        if "\0" in name:
            return "", ("the name of the text's file holds a null character", "correct the name")
        parts = PureWindowsPath(name).parts
        path = (self._folder / Path(*parts)).resolve() if parts else self._folder
        if PureWindowsPath(name).is_absolute() or name.startswith("/") or not path.is_relative_to(self._folder):
            hint = "lay the file into the folder of the table, or one below it"
            return "", (f"the file {name} is outside of the folder of the table", hint)
        if not path.is_file():
            return "", (f"there is no file {name} beside the table", "lay it there, or correct the name")
        try:
            return capture_file(path).text, None
        except TeiError as error:
            found = error.findings[0]
            return "", (f"the file {name}: {found.message}", found.hint)
