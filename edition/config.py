"""`edition.toml` becomes a frozen `Config`; a wrong key or value is a finding with its line, never a traceback."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from edition import values
from edition.values import CHANGES, Reader, is_charset
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


INTERFACE: Final = ("en", "ru", "zh")
"""The languages that the pages of a site speak unless an edition brings others."""

__all__ = ["CHANGES", "INTERFACE", "RULES", "Alias", "Config", "SiteConfig", "is_charset", "load_config"]


class Alias(NamedTuple):
    """An id that a document had, the one that it has now, and the line that says so."""

    old: str
    new: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What an edition says of its site; `languages` are empty where not told, `own` is None without such a folder."""

    url: str = ""
    subtitle: str = ""
    description: str = ""
    languages: tuple[str, ...] = ()
    output: Path = Path("site")
    own: Path | None = None
    search: bool = True
    editors: tuple[str, ...] = ()
    contact: str = ""
    repository_url: str = ""
    citation: str = ""


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
    imports: Path = Path("import")
    charset: str = ""
    changes: str = ""
    furniture: tuple[re.Pattern[str], ...] = field(default=(), compare=False)
    authority: tuple[Path, ...] = ()
    builtin_authority: bool = True
    output: Path = Path("tei")
    site: SiteConfig = SiteConfig()
    aliases: tuple[Alias, ...] = ()


_KEYS: Final[Mapping[str, Mapping[str, tuple[str, Reader]]]] = {
    "edition": {
        "id": ("id", values.identifier),
        "title": ("title", values.text),
        "publisher": ("publisher", values.text),
        "place": ("place", values.text),
        "date": ("date", values.date),
        "licence": ("licence", values.licence),
        "language": ("language", values.text),
    },
    "sources": {
        "captures": ("captures", values.texts),
        "imports": ("imports", values.text),
        "charset": ("charset", values.charset),
        "changes": ("changes", values.changes),
        "furniture": ("furniture", values.patterns),
    },
    "authority": {"files": ("authority", values.texts), "builtin": ("builtin_authority", values.flag)},
    "output": {"tei": ("output", values.text)},
    "site": {
        "url": ("site.url", values.address),
        "subtitle": ("site.subtitle", values.text),
        "description": ("site.description", values.text),
        "languages": ("site.languages", values.languages),
        "output": ("site.output", values.text),
        "own": ("site.own", values.text),
        "search": ("site.search", values.flag),
        "editors": ("site.editors", values.texts),
        "contact": ("site.contact", values.text),
        "repository_url": ("site.repository_url", values.web_address),
        "citation": ("site.citation", values.text),
    },
}
_ALIASES: Final = "aliases"
_OWN: Final = "own"
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
    settings["imports"] = path.parent / settings.get("imports", "import")
    site = {name[5:]: settings.pop(name) for name in list(settings) if name.startswith("site.")}
    findings += _site(site, text, path)
    settings["site"] = SiteConfig(**site)
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
    for table, rows in data.items():
        if table not in _KEYS and table != _ALIASES:
            yield _unknown(table, [*_KEYS, _ALIASES], "table", text, path, rf"^\s*\[?\s*{re.escape(table)}\b")
        elif not isinstance(rows, dict):
            yield WRONG_VALUE.at(
                _place(text, path, rf"^\s*{re.escape(table)}\b"), f"{table} is a table", f"write [{table}]"
            )
        elif table == _ALIASES:
            yield from _aliases(rows, text, path, settings)
        else:
            yield from _table(table, rows, text, path, settings)


def _aliases(rows: Mapping[str, Any], text: str, path: Path, settings: dict[str, Any]) -> Iterator[Finding]:
    """Read old = "new", any number of times."""
    found = []
    for old, new in rows.items():
        place = _place(text, path, _assigned(old), _ALIASES)
        if not isinstance(new, str) or not new or not old or re.search(r"[/\\\s]", f"{old}{new}"):
            message = f"{_ALIASES}.{old} is {new!r}; wanted: the id that the document has now, in quotation marks"
            yield WRONG_VALUE.at(place, message, f"correct {old}")
        else:
            found.append(Alias(old, new, place.line))
    settings[_ALIASES] = tuple(found)


def _site(site: dict[str, Any], text: str, path: Path) -> Iterator[Finding]:
    """Resolve the folders of a site, and say which of its languages nobody has words for."""
    site["output"] = path.parent / site.get("output", "site")
    own = path.parent / site.get(_OWN, _OWN)
    if _OWN in site and not own.is_dir():
        yield MISSING_FILE.at(_place(text, path, _assigned(_OWN), "site"), f"{own} is not a folder", "make it")
    site[_OWN] = own if own.is_dir() else None
    catalogues = (own / "messages").glob("*.po") if own.is_dir() else ()
    known = (*INTERFACE, *sorted({one.stem for one in catalogues} - set(INTERFACE)))
    for lang in site.get("languages", ()):
        if lang not in known:
            message = f"site.languages has {lang}, and there are no words in it; there are: {', '.join(known)}"
            hint = f"take it out, or write {own / 'messages' / lang}.po"
            yield WRONG_VALUE.at(_place(text, path, _assigned("languages"), "site"), message, hint)
    site["languages"] = tuple(lang for lang in site.get("languages", ()) if lang in known)


def _assigned(key: str) -> str:
    """Return the pattern of a line that gives a key its value; the key may be in quotation marks."""
    return rf"^\s*[\"']?{re.escape(key)}[\"']?\s*="


def _table(table: str, rows: Mapping[str, Any], text: str, path: Path, settings: dict[str, Any]) -> Iterator[Finding]:
    for key, value in rows.items():
        pattern = _assigned(key)
        if key not in _KEYS[table]:
            yield _unknown(
                f"{table}.{key}", [f"{table}.{name}" for name in _KEYS[table]], "key", text, path, pattern, table
            )
            continue
        name, reader = _KEYS[table][key]
        try:
            settings[name] = reader(value)
        except TypeError as error:
            message = f"{table}.{key} is {value!r}; wanted: {error}"
            yield WRONG_VALUE.at(_place(text, path, pattern, table), message, f"correct {key}")


def _unknown(name: str, known: list[str], what: str, text: str, path: Path, pattern: str, table: str = "") -> Finding:
    nearest = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"known here: {', '.join(known)}"
    return UNKNOWN_KEY.at(_place(text, path, pattern, table), f"no {what} is called {name}", hint)


def _missing(paths: tuple[Path, ...], text: str, path: Path) -> Iterator[Finding]:
    for item in paths:
        if not item.exists():
            place = _place(text, path, re.escape(item.name))
            yield MISSING_FILE.at(place, f"{item} does not exist", "make it, or correct the path")


def _place(text: str, path: Path, pattern: str, table: str = "") -> Location:
    """Return where a pattern stands: in the table, or, where that is not written as [table], anywhere."""
    head = re.search(rf"^\s*\[\s*{re.escape(table)}\s*\]", text, re.MULTILINE) if table else None
    start = head.end() if head else 0
    match = re.compile(pattern, re.MULTILINE).search(text, start) or re.search(pattern, text, re.MULTILINE)
    line = text.count("\n", 0, match.start() + len(match.group()) - len(match.group().lstrip())) + 1 if match else 1
    return Location(str(path), line, 1)
