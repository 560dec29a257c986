"""A mapping in TOML becomes a plan; what is wrong in it is said with its line, and then nothing is imported."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from edition.intake.table.dates import is_form
from edition.intake.table.fields import BY_NAME, MEANT
from edition.intake.table.mapping import Plan, Reading
from edition.intake.table.rules import WRONG_MAPPING
from tei.decisions.sheet import Sheet, read_sheet
from tei.errors import SourceError
from tei.findings import Finding
from tei.slugs import slug
from tei.xmlfile import read_bytes

_TABLES: Final = ("table", "columns", "constants", "values", "text")
_KINDS: Final = ("person", "org", "place")
_PARAGRAPHS: Final = ("blank", "lines", "one")


def read_mapping(path: Path) -> Plan:
    """Return the plan of a mapping file. Raises SourceError with all that is wrong in it."""
    data = read_bytes(path)
    try:
        sheet = read_sheet(data.decode("utf-8-sig"), str(path))
    except SourceError as error:
        (found,) = error.findings
        raise SourceError(
            WRONG_MAPPING.at(found.location, found.message, 'write NAME = "column" on each line')
        ) from None
    except UnicodeDecodeError:
        place = Sheet(str(path), {}).place()
        raise SourceError(WRONG_MAPPING.at(place, "the mapping is not UTF-8 text", "save it as UTF-8")) from None
    reader = _Reader(sheet)
    plan = replace(reader.plan(), text=data, path=str(path))
    if reader.findings:
        raise SourceError(*sorted(reader.findings))
    return plan


@dataclass(slots=True)
class _Reader:
    """One mapping while it is read; what is wrong is put with the findings."""

    sheet: Sheet
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, key: Sequence[str | int], message: str, hint: str) -> None:
        """Say what is wrong with a key."""
        self.findings.append(WRONG_MAPPING.at(self.sheet.place(*key), message, hint))

    def plan(self) -> Plan:
        """Return what the whole says."""
        for name in self.sheet.data:
            if name not in _TABLES:
                near = difflib.get_close_matches(name, _TABLES, 1)
                hint = (
                    f"did you mean [{near[0]}]?"
                    if near
                    else f"the tables are {', '.join(f'[{one}]' for one in _TABLES)}"
                )
                self.wrong((name,), f"there is no table {name}", hint)
        table, text = self._settings("table", _TABLE), self._settings("text", _TEXT)
        fields = dict(self._fields(table))
        if not fields and not self.findings:
            hint = 'write under [columns] which column is which: from = "Sender"'
            self.wrong((), "no column is named", hint)
        return Plan(
            fields,
            table.get("charset", ""),
            table.get("delimiter", ""),
            table.get("header"),
            table.get("records"),
            table.get("sheet", ""),
            text.get("recognise", False),
            text.get("paragraphs", "blank"),
            table.get("language", ""),
        )

    def _table(self, name: str) -> Mapping[str, Any]:
        value = self.sheet.data.get(name, {})
        if isinstance(value, dict):
            return value
        self.wrong((name,), f"{name} is a table", f"write [{name}] on a line of its own")
        return {}

    def _settings(self, name: str, known: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
        found = {}
        for key, value in self._table(name).items():
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}"
                self.wrong((name, key), f"[{name}] has no {key}", hint)
                continue
            try:
                found[key] = known[key](value)
            except TypeError as error:
                self.wrong((name, key), f"{name}.{key} is {value!r}; wanted: {error}", f"correct {key}")
        return found

    def _fields(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Reading]]:
        """Yield the fields of [columns] and [constants] with what [values] says of them."""
        columns, constants, values = map(self._table, ("columns", "constants", "values"))
        for part, rows in (("columns", columns), ("constants", constants), ("values", values)):
            for name in rows:
                if name not in BY_NAME:
                    self.wrong((part, name), f"there is no field {name}", _meant(name))
        for name in values:
            if name in BY_NAME and name not in columns:
                self.wrong(("values", name), f"there are values for {name}, and no column is {name}", "name its column")
        for name in dict.fromkeys((*columns, *constants)):
            if name in BY_NAME:
                reading = self._reading(name, columns.get(name), table)
                constant = self._texts(("constants", name), constants[name]) if name in constants else ()
                meant = self._values(name, values.get(name, {}))
                yield name, replace(reading, constant=constant, values={**reading.values, **meant})

    def _reading(self, name: str, value: Any, table: Mapping[str, Any]) -> Reading:
        key = ("columns", name)
        many = BY_NAME[name].many
        separator = table.get("separator", "") if many else ""
        plain = Reading(separator=separator, dates=table.get("dates", ""))
        if value is None:
            return plain
        if not isinstance(value, dict):
            return replace(plain, columns=self._columns(key, value))
        known = {"column", "columns", "separator", "values", "dates", "kind"}
        for inner in value:
            if inner not in known:
                self.wrong((*key, inner), f"{name} has no {inner}", f"known here: {', '.join(sorted(known))}")
        own = {inner: self._option((*key, inner), value[inner]) for inner in _OPTIONS if inner in value}
        columns = self._columns(key, value.get("columns", value.get("column")))
        return Reading(
            columns,
            own.get("separator", separator),
            values=self._values(name, value.get("values", {})),
            dates=own.get("dates", plain.dates),
            kind=own.get("kind", ""),
        )

    def _option(self, key: Sequence[str], value: Any) -> str:
        try:
            return _OPTIONS[key[-1]](value)
        except TypeError as error:
            self.wrong(key, f"{'.'.join(key)} is {value!r}; wanted: {error}", f"correct {key[-1]}")
            return ""

    def _columns(self, key: Sequence[str], value: Any) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        if not values or not all(isinstance(one, str) and one.strip() for one in values):
            hint = f'write {key[-1]} = "Column", or {key[-1]} = ["Column", "Another column"]'
            self.wrong(key, f"{key[-1]} names no column", hint)
            return ()
        return tuple(" ".join(one.split()) for one in values)

    def _texts(self, key: Sequence[str], value: Any) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str | int | float) and not isinstance(one, bool) for one in values):
            self.wrong(key, f"{key[-1]} is {value!r}; wanted: a text or a list of texts", "put it in quotation marks")
            return ()
        return tuple(str(one) for one in values)

    def _values(self, name: str, value: Any) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            hint = f'write [values.{name}], and below it "what is written" = "what is meant"'
            self.wrong(("values", name), f"the values of {name} are pairs of texts", hint)
            return {}
        return {" ".join(written.split()).casefold(): meant for written, meant in value.items()}


def _meant(name: str) -> str:
    word = slug(name).replace("-", "_")
    near = MEANT.get(word) or next(iter(difflib.get_close_matches(word, BY_NAME, 1, 0.6)), "")
    return f"did you mean {near}?" if near else f"the fields are {', '.join(BY_NAME)}"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text in quotation marks")
    return value


def _sign(value: Any) -> str:
    if not isinstance(value, str) or len(value) != 1:
        raise TypeError(r'one character, such as ";" or "\t"')
    return value


def _separator(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError('what parts several values, such as ";"')
    return value


def _row(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("the number of the row that names the columns, 0 where none does")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false")
    return value


def _one_of(*words: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in words:
            raise TypeError(f"one of {', '.join(words)}")
        return str(value)

    return read


def _form(value: Any) -> str:
    if not isinstance(value, str) or not is_form(value):
        raise TypeError('how dates are written: "dd.mm.yyyy", "mm/dd/yyyy", "yyyy-mm-dd", "excel" or "written"')
    return value


_OPTIONS: Final[Mapping[str, Callable[[Any], str]]] = {
    "separator": _separator,
    "dates": _form,
    "kind": _one_of(*_KINDS),
}
_TABLE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "charset": _text,
    "delimiter": _sign,
    "header": _row,
    "records": _text,
    "sheet": _text,
    "separator": _separator,
    "dates": _form,
    "language": _text,
}
_TEXT: Final[Mapping[str, Callable[[Any], Any]]] = {"recognise": _flag, "paragraphs": _one_of(*_PARAGRAPHS)}
