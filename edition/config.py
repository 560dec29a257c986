"""`edition.toml` becomes a frozen `Config`; a wrong key or value is a finding with its line, never a traceback."""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.xmlfile import read_bytes

NOT_TOML = Rule(
    "CFG101",
    "not-toml",
    Severity.ERROR,
    "edition.toml is not valid TOML, so none of it could be read.",
    bad="title = Karsk",
    good='title = "Karsk"',
)
UNKNOWN_KEY = Rule(
    "CFG102",
    "unknown-key",
    Severity.ERROR,
    "A key that no setting has, most often a slip of spelling. It is refused, since a setting that is passed over in "
    "silence does harm later.",
    bad='publsher = "Karsk Institute"',
    good='publisher = "Karsk Institute"',
)
WRONG_VALUE = Rule(
    "CFG103",
    "wrong-value",
    Severity.ERROR,
    "A setting has a value of the wrong kind, or one that cannot be used.",
    bad='captures = "captures"',
    good='captures = ["captures"]',
)
MISSING_FILE = Rule(
    "CFG104",
    "missing-file",
    Severity.ERROR,
    "A file or folder that edition.toml names does not exist.",
)
RULES = (NOT_TOML, UNKNOWN_KEY, WRONG_VALUE, MISSING_FILE)


@dataclass(frozen=True, slots=True)
class Config:
    """What an edition says of itself and where its files are. Paths are resolved against the folder of edition.toml."""

    path: Path | None = None
    id: str = ""
    title: str = ""
    publisher: str = ""
    place: str = ""
    date: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en"
    captures: tuple[Path, ...] = ()
    charset: str = ""
    changes: str = ""
    furniture: tuple[re.Pattern[str], ...] = field(default=(), compare=False)
    authority: tuple[Path, ...] = ()
    builtin_authority: bool = True
    output: Path = Path("tei")


CHANGES: Final = ("accept", "reject", "encode")
"""What can be done with tracked changes of a Word file."""

Reader = Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text in quotation marks")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError('a list of texts, such as ["captures"]')
    return tuple(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false")
    return value


def _date(value: Any) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise TypeError('a year or a date, such as 2026 or "2026-05-03"')
    return value


def _patterns(value: Any) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(item, re.IGNORECASE) for item in _texts(value))
    except re.error as error:
        raise TypeError(f"regular expressions, each for a whole line ({error})") from None


def _licence(value: Any) -> tuple[str, str]:
    if isinstance(value, str):
        return (value, value) if re.match(r"https?://", value) else (value, "")
    if not isinstance(value, dict) or not {"name", "url"} >= set(value) or not value:
        raise TypeError('a text, or { name = "CC BY 4.0", url = "https://…" }')
    return _text(value.get("name", "")), _text(value.get("url", ""))


def _charset(value: Any) -> str:
    if not is_charset(_text(value)):
        raise TypeError("the name of a character set, such as windows-1251")
    return str(value)


def _changes(value: Any) -> str:
    if value not in CHANGES:
        raise TypeError(f"one of {', '.join(CHANGES)}")
    return str(value)


def is_charset(name: str) -> bool:
    """Say whether a character set of that name can be read: one that Python knows and that turns bytes into text."""
    try:
        bytes(256).decode(name)
    except (LookupError, ValueError):
        return False
    return name.lower() not in ("idna", "punycode")  # those are for names of hosts


def _identifier(value: Any) -> str:
    if not re.fullmatch(r"[A-Za-z_][\w.-]*", _text(value)):
        raise TypeError("a short name of letters, digits and hyphens that begins with a letter")
    return str(value)


_KEYS: Final[Mapping[str, Mapping[str, tuple[str, Reader]]]] = {
    "edition": {
        "id": ("id", _identifier),
        "title": ("title", _text),
        "publisher": ("publisher", _text),
        "place": ("place", _text),
        "date": ("date", _date),
        "licence": ("licence", _licence),
        "language": ("language", _text),
    },
    "sources": {
        "captures": ("captures", _texts),
        "charset": ("charset", _charset),
        "changes": ("changes", _changes),
        "furniture": ("furniture", _patterns),
    },
    "authority": {"files": ("authority", _texts), "builtin": ("builtin_authority", _flag)},
    "output": {"tei": ("output", _text)},
}
_PATHS: Final = ("captures", "authority")


def load_config(path: Path) -> tuple[Config, tuple[Finding, ...]]:
    """Read an edition.toml; what is wrong in it is said once, key by key, and the rest is still read.

    Raises SourceError when there is no such file or it is not TOML at all.
    """
    text = _toml_text(path)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(_not_toml(path, str(error))) from None
    settings: dict[str, Any] = {}
    findings = list(_settings(data, text, path, settings))
    for name in _PATHS:
        if name in settings:
            settings[name] = tuple(path.parent / item for item in settings[name])
            findings += _missing(settings[name], text, path)
    settings["licence"], settings["licence_url"] = settings.get("licence", ("", ""))
    settings["output"] = path.parent / settings.get("output", "tei")
    return Config(path=path, **settings), tuple(sorted(findings))


def _toml_text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise SourceError(
            NOT_TOML.at(Location(str(path), 1), "the file is not UTF-8 text", "save it as UTF-8")
        ) from None


def _not_toml(path: Path, reason: str) -> Finding:
    place = re.search(r"\(at line (\d+), column (\d+)\)", reason)
    location = Location(str(path), int(place[1]), int(place[2])) if place else Location(str(path), 1)
    words = re.sub(r"\s*\(at .*?\)$", "", reason)
    return NOT_TOML.at(location, f"not TOML: {words}", "put texts in quotation marks and lists in [brackets]")


def _settings(data: Mapping[str, Any], text: str, path: Path, settings: dict[str, Any]) -> Iterator[Finding]:
    for table, values in data.items():
        if table not in _KEYS:
            yield _unknown(table, list(_KEYS), "table", text, path, rf"^\s*\[?\s*{re.escape(table)}\b")
        elif not isinstance(values, dict):
            yield WRONG_VALUE.at(
                _place(text, path, rf"^\s*{re.escape(table)}\b"), f"{table} is a table", f"write [{table}]"
            )
        else:
            yield from _table(table, values, text, path, settings)


def _table(table: str, values: Mapping[str, Any], text: str, path: Path, settings: dict[str, Any]) -> Iterator[Finding]:
    for key, value in values.items():
        pattern = rf"^\s*{re.escape(key)}\s*="
        if key not in _KEYS[table]:
            yield _unknown(f"{table}.{key}", [f"{table}.{name}" for name in _KEYS[table]], "key", text, path, pattern)
            continue
        name, reader = _KEYS[table][key]
        try:
            settings[name] = reader(value)
        except TypeError as error:
            message = f"{table}.{key} is {value!r}; wanted: {error}"
            yield WRONG_VALUE.at(_place(text, path, pattern), message, f"correct {key}")


def _unknown(name: str, known: list[str], what: str, text: str, path: Path, pattern: str) -> Finding:
    nearest = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"known here: {', '.join(known)}"
    return UNKNOWN_KEY.at(_place(text, path, pattern), f"no {what} is called {name}", hint)


def _missing(paths: tuple[Path, ...], text: str, path: Path) -> Iterator[Finding]:
    for item in paths:
        if not item.exists():
            place = _place(text, path, re.escape(item.name))
            yield MISSING_FILE.at(place, f"{item} does not exist", "make it, or correct the path")


def _place(text: str, path: Path, pattern: str) -> Location:
    match = re.search(pattern, text, re.MULTILINE)
    line = text.count("\n", 0, match.start() + len(match.group()) - len(match.group().lstrip())) + 1 if match else 1
    return Location(str(path), line, 1)
