"""Sheets become decisions: each key is looked up and its value read; what is wrong is said with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, Literal

from tei.decisions.decided import Decisions, Fact, Passage, Quote, Reading
from tei.decisions.rules import TWICE, UNKNOWN_KEY, WRONG_VALUE
from tei.decisions.sheet import Key, Sheet
from tei.decisions.values import MisfitError, Reader, shown
from tei.decisions.vocabulary import ALIASES, FACTS, MEANT, PAGE, READINGS, TABLES, WHERE
from tei.findings import Finding, Severity
from tei.slugs import slug

_PASSAGES: Final = ("telegram", "context", "furniture")
_READINGS: Final[Mapping[str, Literal["bracket", "name", "date"]]] = {
    "bracket": "bracket",
    "name": "name",
    "day": "date",
}


def read_decisions(sheets: Sequence[Sheet]) -> tuple[Decisions, tuple[Finding, ...]]:
    """Return what sheets decide together, the later before the earlier, and all that is wrong in their form."""
    findings: list[Finding] = []
    facts: dict[str, Fact] = {}
    page: dict[str, Any] = {}
    passages: list[Passage] = []
    readings: list[Reading] = []
    for sheet in sheets:
        reader = _Reader(sheet, findings)
        facts |= reader.facts((), _top(sheet))
        page |= reader.values(PAGE, (), _top(sheet))
        passages += reader.passages()
        readings += reader.readings()
        reader.refuse_unknown((), sheet.data, (*FACTS, *ALIASES, *PAGE, *WHERE, *TABLES))
    files = tuple(dict.fromkeys(_name(sheet) for sheet in sheets if sheet.data))
    decisions = Decisions(
        tuple(facts.values()), tuple(passages), tuple(readings), page.get("layout", ""), page.get("editor", ""), files
    )
    return decisions, tuple(sorted(findings))


def _top(sheet: Sheet) -> Mapping[str, Any]:
    """Return what a sheet says above its first table."""
    return {key: value for key, value in sheet.data.items() if key not in TABLES}


def _name(sheet: Sheet) -> str:
    return sheet.path.replace("\\", "/").rpartition("/")[2]


class _Reader:
    """One sheet while it is read; what is wrong is put with the findings."""

    def __init__(self, sheet: Sheet, findings: list[Finding]) -> None:
        self.sheet = sheet
        self.findings = findings

    def facts(self, key: Key, table: Mapping[str, Any]) -> dict[str, Fact]:
        """Return the facts of a table by their keys."""
        found: dict[str, Fact] = {}
        for name in table:
            meant = ALIASES.get(name, name)
            if meant not in FACTS:
                continue
            if meant in found:
                message = f"{name} says the same as {meant}, which is given too"
                self.findings.append(TWICE.at(self.sheet.place(*key, name), message, f"keep one of them, {meant}"))
            for value in self._read(FACTS[meant], key, name, table[name]):
                found[meant] = Fact(meant, value, self.sheet.place(*key, name))
        return found

    def values(self, keys: Mapping[str, Reader], key: Key, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of those keys that a table has."""
        pairs = ((name, reader) for name, reader in keys.items() if name in table)
        return {name: value for name, reader in pairs for value in self._read(reader, key, name, table[name])}

    def _read(self, reader: Reader, key: Key, name: str, value: Any) -> Iterator[Any]:
        try:
            yield reader(value)
        except MisfitError as error:
            place = self.sheet.place(*key, name)
            self.findings.append(WRONG_VALUE.at(place, f"{name}: {error.found}", error.hint))

    def passages(self) -> Iterator[Passage]:
        """Yield the passages of the page; words above the first table say where its one telegram is."""
        top = _top(self.sheet)
        if any(key in top for key in WHERE):
            if "telegram" in self.sheet.data:
                name = next(name for name in top if name in WHERE)
                message = f"{name} stands above [[telegram]], so it says nothing of which telegram it is about"
                self.findings.append(WRONG_VALUE.at(self.sheet.place(name), message, "move it below [[telegram]]"))
            else:
                yield self._passage("telegram", (), top, facts=False)
        for kind in _PASSAGES:
            for key, table in self._tables(kind):
                self.refuse_unknown(key, table, (*WHERE, *FACTS, *ALIASES) if kind == "telegram" else tuple(WHERE))
                yield self._passage(kind, key, table, facts=kind == "telegram")

    def _passage(
        self,
        kind: str,
        key: Key,
        table: Mapping[str, Any],
        *,
        facts: bool,
    ) -> Passage:
        where = self.values(WHERE, key, table)
        quotes = {name: self._quote(name, where, key) for name in ("starts", "ends", "contains") if name in where}
        what: Literal["telegram", "context", "furniture"] = kind  # type: ignore[assignment] # one of _PASSAGES
        return Passage(
            what,
            self.sheet.place(*key) if key else self.sheet.place(next(iter(where), "")),
            **quotes,
            which=where.get("which", 0),
            facts=tuple(self.facts(key, table).values()) if facts else (),
        )

    def _quote(self, name: str, where: Mapping[str, Any], key: Key) -> Quote:
        """Return a quotation; the occurrence counts for the words that stand first."""
        first = next(one for one in ("starts", "contains", "ends") if one in where)
        return Quote(where[name], self.sheet.place(*key, name), where.get("occurrence", 0) if name == first else 0)

    def readings(self) -> Iterator[Reading]:
        """Yield what is said of a few words of the text."""
        for table_name, kind in _READINGS.items():
            keys = READINGS[kind]
            for key, table in self._tables(table_name):
                self.refuse_unknown(key, table, ("text", "occurrence", *keys))
                found = self.values({"text": WHERE["starts"], "occurrence": WHERE["occurrence"], **keys}, key, table)
                needed = ("text", next(iter(keys)))
                missing = next((name for name in needed if name not in table), "")
                if missing:
                    message = f"[[{table_name}]] has no {missing}"
                    hint = f'write the words as they stand on the page, text = "…", and {needed[1]} = …'
                    self.findings.append(WRONG_VALUE.at(self.sheet.place(*key), message, hint))
                elif all(name in found for name in needed):
                    quote = Quote(found["text"], self.sheet.place(*key, "text"), found.get("occurrence", 0))
                    value = found[needed[1]]
                    value = value if isinstance(value, str) else value.when
                    yield Reading(kind, quote, value, found.get("language", ""))

    def _tables(self, name: str) -> Iterator[tuple[Key, Mapping[str, Any]]]:
        """Yield the tables of a list with the way to each; a single table is a list of one."""
        value = self.sheet.data.get(name, [])
        if isinstance(value, dict):
            yield (name,), value
        elif isinstance(value, list) and all(isinstance(one, dict) for one in value):
            yield from (((name, index), table) for index, table in enumerate(value))
        else:
            hint = f"open a table with a line [[{name}]], and write its keys below it"
            self.findings.append(WRONG_VALUE.at(self.sheet.place(name), f"{name}: {shown(value)} is no table", hint))

    def refuse_unknown(self, key: Key, table: Mapping[str, Any], allowed: Sequence[str]) -> None:
        """Say which keys of a table mean nothing, and which was meant; in a capture's head that is a warning."""
        for name in table:
            if name in allowed:
                continue
            finding = UNKNOWN_KEY.at(self.sheet.place(*key, name), *_unknown(name, allowed, key))
            if self.sheet.head:
                finding = Finding(
                    finding.rule, Severity.WARNING, finding.message, finding.location, finding.hint, finding.data
                )
            self.findings.append(finding)


def _unknown(name: str, allowed: Sequence[str], key: Key) -> tuple[str, str]:
    where = f"in [[{key[0]}]]" if key else "here"
    word = slug(name).replace("-", "_")
    meant = MEANT.get(word, "") if MEANT.get(word, "") in allowed else ""
    near = meant or next(iter(get_close_matches(word, allowed, 1, 0.6)), "")
    if name in (*FACTS, *PAGE, *TABLES, *WHERE):
        return f"{name!r} means nothing {where}", _home(name, key)
    return f"{name!r} means nothing {where}", f"did you mean {near}?" if near else f"known are {', '.join(allowed)}"


def _home(name: str, key: Key) -> str:
    """Return where a key stands that means nothing where it was written."""
    if name in PAGE:
        return "write it at the top, above the first table"
    if name in TABLES:
        return f"open it on a line of its own, [[{name}]]"
    return 'write the words as text = "…"' if key and key[0] in _READINGS else "write it below [[telegram]]"
