"""tei-lint.toml: how a project checks its files, and what it has decided to hear no more of.

    schema = ["schemas/house.rng"]
    fail-on = "warning"

    [[suppress]]
    rule = "TEL2*"
    files = "letters/17*.xml"
    reason = "These letters were never dated."

A suppression names a rule (or several) and may be narrowed to files, by a glob relative to the file's folder, and in
them to an element by its xml:id or to a line. A reason is required, and one that suppresses nothing is reported.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity

LINT_CONFIG_WRONG = Rule(
    "LNT010",
    "lint-config-wrong",
    Severity.ERROR,
    "tei-lint.toml says something that is not understood. A check that is configured wrongly must not look like a "
    "success, so nothing was checked.",
    bad='[[suppress]]\nrule = "TEL204"',
    good='[[suppress]]\nrule = "TEL204"\nreason = "The letters are undated."',
)
RULES = (LINT_CONFIG_WRONG,)

NAME: Final = "tei-lint.toml"
_KEYS: Final = ("schema", "source", "fail-on", "skip", "baseline", "catalog", "suppress")
_SUPPRESS_KEYS: Final = ("rule", "files", "id", "line", "reason")
_LEVELS: Final = ("error", "warning", "info", "never")


@dataclass(frozen=True, slots=True)
class Suppression:
    """Rules (codes, `*` for any letters) that are not reported in files that match the glob, at a place or anywhere."""

    rules: tuple[str, ...]
    files: str
    id: str
    line: int
    reason: str
    location: Location

    def names(self, path: str) -> bool:
        """Say whether the suppression speaks of a file, given relative to the configuration's folder."""
        return self.files == "*" or fnmatchcase(path, self.files) or fnmatchcase(path, f"*/{self.files}")


@dataclass(frozen=True, slots=True)
class LintConfig:
    """What tei-lint.toml says; paths are taken from its folder.

    `source` has what an ODD takes from elsewhere; `skip` are rules of ours that are not run.
    """

    folder: Path = Path()
    schemas: tuple[Path, ...] = ()
    fail_on: str = ""
    skip: tuple[str, ...] = ()
    baseline: Path | None = None
    catalogs: tuple[Path, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    source: Path | None = None

    def relative(self, path: str) -> str:
        """Return a path as suppressions and the baseline know it: from the configuration's folder, with slashes."""
        try:
            return Path(path).resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            return Path(path).as_posix()


def find_lint_config(start: Path) -> Path | None:
    """Return the tei-lint.toml of a folder or of the nearest one above it that has one."""
    here = start.resolve()
    folders = (here, *here.parents) if here.is_dir() else tuple(here.parents)
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def load_lint_config(path: Path) -> LintConfig:
    """Read a tei-lint.toml. Raises SourceError with a finding for each fault, at its line."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(LINT_CONFIG_WRONG.at(Location(str(path)), f"cannot be read: {error}", "check it")) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        place = Location(str(path), int(found[1]), int(found[2])) if found else Location(str(path), 1)
        raise SourceError(LINT_CONFIG_WRONG.at(place, f"not TOML: {error}", "mend the line")) from error
    reader = _Reader(path, text)
    config = reader.read(data)
    if reader.problems:
        raise SourceError(*sorted(reader.problems))
    return config


class _Reader:
    """Turns the data of the file into values and gathers what is wrong on the way."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text
        self.problems: list[Finding] = []

    def read(self, data: Mapping[str, Any]) -> LintConfig:
        self._unknown(data, _KEYS, "")
        folder = self.path.parent
        level = data.get("fail-on", "")
        if level not in ("", *_LEVELS):
            self._wrong("fail-on", f"fail-on is {level!r}; it is one of {', '.join(_LEVELS)}")
        baseline, source = self._texts(data, "baseline"), self._texts(data, "source")
        return LintConfig(
            folder,
            tuple(folder / one for one in self._texts(data, "schema")),
            str(level),
            self._texts(data, "skip"),
            folder / baseline[0] if baseline else None,
            tuple(folder / one for one in self._texts(data, "catalog")),
            tuple(self._suppressions(data.get("suppress", []))),
            folder / source[0] if source else None,
        )

    def _suppressions(self, tables: Any) -> Iterator[Suppression]:
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self._wrong("suppress", "suppress is not a list of tables; write [[suppress]]")
            return
        lines = [number for number, line in enumerate(self.text.split("\n"), 1) if _HEAD.match(line)]
        for order, table in enumerate(tables):
            place = Location(str(self.path), lines[order] if order < len(lines) else 1)
            self._unknown(table, _SUPPRESS_KEYS, "suppress.", place)
            rules, line = self._texts(table, "rule", place), table.get("line", 0)
            reason = str(table.get("reason", "")).strip()
            if not rules:
                self._at(place, "the suppression names no rule", 'add rule = "…"')
            if not reason:
                self._at(place, "the suppression gives no reason", 'add reason = "…": whoever comes next must judge it')
            if not isinstance(line, int) or isinstance(line, bool):
                self._at(place, f"line is {line!r}, not a number", "write it without quotation marks")
                line = 0
            files = "".join(self._texts(table, "files", place)[:1]) or "*"
            yield Suppression(rules, files, str(table.get("id", "")), line, reason, place)

    def _texts(self, data: Mapping[str, Any], key: str, place: Location | None = None) -> tuple[str, ...]:
        value = data.get(key, [])
        values = value if isinstance(value, list) else [value]
        if all(isinstance(one, str) for one in values):
            return tuple(values)
        self._at(place or self._line(key), f"{key} is {value!r}, not text", "put it between quotation marks")
        return ()

    def _unknown(
        self, data: Mapping[str, Any], known: tuple[str, ...], where: str, place: Location | None = None
    ) -> None:
        for key in data:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
                self._at(place or self._line(key), f"there is no key {where}{key}", hint)

    def _line(self, key: str) -> Location:
        for number, line in enumerate(self.text.split("\n"), 1):
            if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}\b", line):
                return Location(str(self.path), number)
        return Location(str(self.path), 1)

    def _wrong(self, key: str, message: str) -> None:
        self._at(self._line(key), message, "see the manual of validation")

    def _at(self, place: Location, message: str, hint: str) -> None:
        self.problems.append(LINT_CONFIG_WRONG.at(place, message, hint))


_HEAD: Final = re.compile(r"\s*\[\[\s*suppress\s*\]\]")
