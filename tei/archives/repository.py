"""What is known about an archive, and the register in which its names are looked up.

The register holds every name of every archive in one Aho–Corasick automaton, so that the names in a text are found in
one pass whatever their number. Names are compared by their skeleton: case, look-alike letters and dots do not matter.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import ahocorasick

from tei.archives.nations import country_before
from tei.archives.parts import FOND_PARTS, FORMS
from tei.archives.script import canvas, fold, is_cyrillic, skeleton
from tei.archives.templates import template_expression
from tei.errors import SourceError
from tei.findings import Location, Rule, Severity
from tei.regexcache import compiled
from tei.values import value

COUNTRIES: Final = {
    "AL": "Albania", "AU": "Australia", "AZ": "Azerbaijan", "BG": "Bulgaria", "BR": "Brazil", "BY": "Belarus",
    "CA": "Canada", "CH": "Switzerland", "CN": "China", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark",
    "EE": "Estonia", "FI": "Finland", "FR": "France", "GB": "United Kingdom", "HU": "Hungary", "IE": "Ireland",
    "IN": "India", "IS": "Iceland", "IT": "Italy", "JP": "Japan", "LT": "Lithuania", "LV": "Latvia", "MN": "Mongolia",
    "MX": "Mexico", "NL": "Netherlands", "NO": "Norway", "NZ": "New Zealand", "PL": "Poland", "RO": "Romania",
    "RS": "Serbia", "RU": "Russia", "SE": "Sweden", "TW": "Taiwan", "UA": "Ukraine", "US": "United States",
}  # fmt: skip
"""English short names of ISO 3166-1 for the archives that are built in; an edition gives its own in `country_name`."""

ENTRY = Rule(
    "ARC190",
    "repository-entry",
    Severity.ERROR,
    "An archive that an edition adds needs a key and a name, and lists where lists are meant; otherwise its references "
    "cannot be found or written.",
    bad='{"key": "karsk", "parts": "box, folder"}',
    good='{"key": "karsk", "name": "Karsk Station Archive", "parts": ["box", "folder"]}',
)


@dataclass(frozen=True, slots=True, repr=False)
class Repository:
    """An archive: its names, where it is, and the parts of its references from the whole to the file.

    `country_code` is ISO 3166-1 alpha-2. `parts` are the parts of a full reference in order. An archive that is not in
    the register has its name as written, a key made from it, and `known` false. `alone` says that its shelf marks are
    recognised without its name before them.
    """

    key: str
    name: str
    abbreviation: str = ""
    native_name: str = ""
    native_abbreviation: str = ""
    language: str = ""
    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    held_as: tuple[str, ...] = ()
    country_code: str = ""
    country: str = ""
    settlement: str = ""
    family: str = "segments"
    parts: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    first: str = "collection"
    unit: str = "leaf"
    alone: bool = False
    known: bool = True

    def __repr__(self) -> str:
        return f"<Repository {self.key}: {self.name}>"

    @property
    def has_papka(self) -> bool:
        """Whether files lie in numbered papki, as in the foreign policy archive."""
        return "papka" in self.parts

    @property
    def every_name(self) -> tuple[str, ...]:
        """All names under which the archive is cited, without repetition."""
        own = (self.name, self.abbreviation, self.native_name, self.native_abbreviation)
        return tuple(dict.fromkeys(name for name in (*own, *self.names, *self.former, *self.held_as) if name))

    def short_name(self, *, cyrillic: bool = False) -> str:
        """Return the abbreviation that running references use, the name where there is none."""
        if cyrillic and is_cyrillic(self.native_abbreviation):
            return self.native_abbreviation
        return self.abbreviation or self.name

    def long_name(self, *, cyrillic: bool = False) -> str:
        """Return the full name with the abbreviation in parentheses."""
        native = cyrillic and is_cyrillic(self.native_name)
        name = self.native_name if native else self.name
        short = self.short_name(cyrillic=native)
        return name if short == name else f"{name} ({short})"


@value()
class Mention:
    """A name of a known archive at one place of a text; a name can stand for several archives."""

    start: int
    end: int
    repositories: tuple[Repository, ...]


class Repositories:
    """A register of archives: immutable; `extended` gives a larger one."""

    __slots__ = ("_automaton", "_by_key", "_by_name")

    def __init__(self, repositories: Iterable[Repository]) -> None:
        self._by_key = {repository.key: repository for repository in repositories}
        self._by_name: dict[str, tuple[Repository, ...]] = {}
        for repository in self._by_key.values():
            for name in repository.every_name:
                comparable = _comparable(name)
                known = self._by_name.get(comparable, ())
                if repository not in known:
                    self._by_name[comparable] = (*known, repository)
        self._automaton = ahocorasick.Automaton()
        spellings: dict[str, tuple[Repository, ...]] = {}
        for name, found in self._by_name.items():
            for spelling in {name, name.replace(".", "")}:
                spellings[spelling] = tuple(dict.fromkeys((*spellings.get(spelling, ()), *found)))
        for spelling, found in spellings.items():
            self._automaton.add_word(spelling, (len(spelling), found))
        if self._by_name:
            self._automaton.make_automaton()

    def __iter__(self) -> Iterator[Repository]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Repository:
        return self._by_key[key]

    def get(self, key: str) -> Repository | None:
        """Return the archive with that key."""
        return self._by_key.get(key)

    def named(self, name: str) -> Repository | None:
        """Return the archive that goes by `name`, in any of its forms."""
        comparable = _comparable(canvas(name).plain.strip(" .,;:()[]"))
        found = self._by_name.get(comparable) or self._by_name.get(re.sub(r"[. ]", "", comparable))
        return found[0] if found else None

    def mentions(self, skeleton_text: str) -> tuple[Mention, ...]:
        """Return the names in a skeleton from left to right: whole words, of overlapping names the longest."""
        if not self._by_name:
            return ()
        flat = skeleton_text.replace("\n", " ")
        found = []
        for last, (length, repositories) in self._automaton.iter(flat):
            start = last - length + 1
            if _is_whole(flat, start, last + 1):
                found.append(Mention(start, last + 1, repositories))
        return tuple(own for mention in _longest(found) if (own := _of_its_country(flat, mention)))

    def extended(self, more: Mapping[str, Mapping[str, Any]] | Iterable[Mapping[str, Any]]) -> Repositories:
        """Return a register with `more` archives, given as plain data in the keys of repositories.toml.

        `more` maps keys to entries, or is a list of entries with a "key" each. An entry for a key that is known, in
        whatever case, adds to its names, replaces its other values and spells the key. Of two archives with one name
        the added one is meant. Raises SourceError (ARC190) for an entry that cannot be used.
        """
        entries = more.items() if isinstance(more, Mapping) else [(str(entry.get("key", "")), entry) for entry in more]
        known = {fold(key): repository for key, repository in self._by_key.items()}
        added: dict[str, Repository] = {}
        for key, entry in entries:
            added[fold(key)] = _entry(key, entry, added.get(fold(key)) or known.get(fold(key)))
        return Repositories((added | {key: each for key, each in known.items() if key not in added}).values())


@cache
def builtin() -> Repositories:
    """Return the register of the archives that are known from the start."""
    data = tomllib.loads(files("tei.archives").joinpath("repositories.toml").read_text(encoding="utf-8"))
    return Repositories(()).extended(data)


def unknown(name: str, abbreviation: str = "") -> Repository:
    """Return an archive that no register has, under its name as written; it is read as of the fond kind."""
    key = fold(abbreviation or name) or "unknown"
    return Repository(key, name, abbreviation, family="fond", parts=FOND_PARTS, known=False)


_LISTS: Final = ("names", "former", "held_as")
_SEQUENCES: Final = (*_LISTS, "parts", "templates")
_TEXTS: Final = (
    "name",
    "abbreviation",
    "native_name",
    "native_abbreviation",
    "language",
    "settlement",
    "family",
    "first",
    "unit",
)


def _entry(key: str, entry: Mapping[str, Any], known: Repository | None) -> Repository:
    """Make a repository of plain data, or bring a known one up to date with it."""
    _check(key, entry, known)
    kept = ("family", "parts") if known and not entry.get("parts") else ()
    changes: dict[str, Any] = {name: str(entry[name]) for name in _TEXTS if name in entry and name not in kept}
    changes |= {name: tuple(map(str, entry[name])) for name in _SEQUENCES if name in entry and name not in kept}
    for name in _LISTS:
        if known and name in changes:
            changes[name] = tuple(dict.fromkeys((*getattr(known, name), *changes[name])))
    if "country" in entry:
        code = str(entry["country"])
        changes |= {"country_code": code, "country": str(entry.get("country_name", COUNTRIES.get(code, code)))}
    if "values" in entry:
        changes["values"] = tuple((str(part), str(expression)) for part, expression in entry["values"].items())
    if "alone" in entry:
        changes["alone"] = bool(entry["alone"])
    repository = replace(known, key=key, **changes) if known else Repository(key=key, **changes)
    if repository.family == "segments" and not repository.templates:
        own = tuple(f"{part} {{{part}}}" for part in repository.parts if part not in FORMS)
        return replace(repository, templates=own)
    if repository.family == "fond" and not repository.parts:
        return replace(repository, parts=FOND_PARTS)
    return repository


def _check(key: str, entry: Mapping[str, Any], known: Repository | None) -> None:
    """Raise SourceError for an entry without key or name, with a text where a list is meant, or a wrong pattern."""
    problem = ""
    if not key:
        problem = "an archive has no key"
    elif known is None and not entry.get("name"):
        problem = f"archive “{key}” has no name"
    for name in _SEQUENCES:
        if isinstance(entry.get(name, []), str):
            problem = f"archive “{key}”: {name} is one text, a list is meant"
    values = {str(part): str(expression) for part, expression in dict(entry.get("values", {})).items()}
    for template in [] if problem else [*entry.get("templates", ()), *(f"{{{part}}}" for part in values)]:
        try:
            compiled(template_expression(str(template), values))
        except re.error as error:
            problem = f"archive “{key}”: the pattern {template!r} cannot be used: {error}"
    if problem:
        raise SourceError(ENTRY.at(Location(), problem, "Give each archive a key, a name, and lists in brackets."))


@lru_cache(maxsize=2048)  # an edition's register is made anew from the one that is known from the start
def _comparable(name: str) -> str:
    return " ".join(skeleton(canvas(name).plain).split())


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    wide = text[end - 1] >= "\u3000"
    if wide and text.endswith(_OLDER, 0, start):
        return False  # 國民政府外交部檔案 are those of the ministry before 1949
    return not (before.isalpha() and before < "\u3000") and (wide or not after.isalnum())


_OLDER: Final = ("国民政府", "國民政府", "北洋政府", "北京政府")


def _of_its_country(text: str, mention: Mention) -> Mention | None:
    """Return a name with the archives of the country that stands by it, None where the register has none of them."""
    country = country_before(text, mention.start, mention.end)
    if country is None:
        return mention
    own = tuple(one for one in mention.repositories if one.country_code == country)
    return replace(mention, repositories=own) if own else None


def _longest(found: list[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
