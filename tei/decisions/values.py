"""What each key takes: a value of TOML becomes one that the steps can use, or it is said what would be right."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from tei.dates import format_date, parse_date
from tei.decisions.decided import STEP
from tei.model import Basis, Certainty, Evidence, Moment
from tei.regexes import regex

_LANGUAGE: Final = regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ISO: Final = regex(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_ID: Final = regex(r"#?[^\W\d][\w.-]*")


class MisfitError(Exception):
    """A value that its key cannot take; says what was found and what would be right."""

    def __init__(self, found: str, hint: str) -> None:
        super().__init__(found)
        self.found, self.hint = found, hint


Reader = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Party:
    """A person, body or place as the editor names it: its words, the id of its entry, how sure that is and why."""

    text: str
    is_: str = ""
    evidence: Evidence = field(default_factory=lambda: Evidence(STEP, basis=Basis.EXTERNAL))


def text(value: Any) -> str:
    """Read words; a number is taken for its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise MisfitError(f"{shown(value)} is no text", 'put the words between quotation marks: "…"')
    if not value.strip():
        raise MisfitError("nothing stands between the quotation marks", "write the words, or take the line out")
    return " ".join(value.split())


def texts(value: Any) -> tuple[str, ...]:
    """Read one text or a list of texts."""
    return tuple(map(text, value)) if isinstance(value, list) and value else (text(value),)


def count(value: Any) -> int:
    """Read a number from 1."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise MisfitError(f"{shown(value)} is no number from 1 on", "count from 1: 1, 2, 3 …")
    return value


def flag(value: Any) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise MisfitError(f"{shown(value)} is neither true nor false", "write true or false, without quotation marks")
    return value


def one_of(*allowed: str) -> Reader:
    """Return a reader of a word from a list."""

    def read(value: Any) -> str:
        word = text(value).lower()
        if word in allowed:
            return word
        near = get_close_matches(word, allowed, 1, 0.6)
        meant = f"did you mean {near[0]!r}? It is one of" if near else "write one of"
        raise MisfitError(f"{shown(value)} is not known here", f"{meant} {', '.join(allowed)}")

    return read


def language(value: Any) -> str:
    """Read a language tag (BCP 47): "ru", "zh-Latn"."""
    if not _LANGUAGE.fullmatch(text(value)):
        raise MisfitError(f"{shown(value)} is no language tag", "write its code, such as en, ru, zh, de")
    return str(value).strip()


def identifier(value: Any) -> str:
    """Read the id of an entry of the authority lists, with or without its "#"."""
    if not _ID.fullmatch(text(value)):
        raise MisfitError(f"{shown(value)} is no id of an entry", 'write the xml:id of the list: is = "vetrov"')
    return text(value).removeprefix("#")


def parties(value: Any) -> tuple[Party, ...]:
    """Read one name or a list of names, each words or a table with `name`, `is`, `certainty`, `evidence`, `because`."""
    return tuple(map(party, value)) if isinstance(value, list) and value else (party(value),)


def party(value: Any) -> Party:
    """Read a name: words, an id, or a table."""
    if isinstance(value, int | float):
        raise MisfitError(f"{shown(value)} is no name", 'put a name between quotation marks: "Vetrov"')
    if not isinstance(value, dict):
        return Party(text(value))
    known = _keys(value, ("name", "is"), 'sender = { name = "Vetrov", is = "vetrov" }')
    if "name" not in known and "is" not in known:
        raise MisfitError("the table names nobody", 'write { name = "Vetrov" } or { is = "vetrov" }')
    id_ = identifier(known["is"]) if "is" in known else ""
    return Party(text(known.get("name", id_)), id_, _evidence(known))


def moment(value: Any) -> Moment:
    """Read a date: of TOML, as written, or a table with `when`, `certainty`, `evidence`, `because`."""
    if isinstance(value, dict):
        known = _keys(value, ("when", "text"), 'date = { when = 1938-03-05, certainty = "low" }')
        if "when" not in known:
            raise MisfitError("the table gives no date", "write { when = 1938-03-05 }")
        found = _moment(known["when"], _evidence(known))
        words = text(known["text"]) if "text" in known else found.text
        return Moment(words, found.when, found.not_before, found.not_after, found.evidence)
    return _moment(value, Evidence(STEP, basis=Basis.EXTERNAL))


def _moment(value: Any, evidence: Evidence) -> Moment:
    if isinstance(value, datetime.datetime):
        iso = value.isoformat(timespec="seconds").replace("+00:00", "Z")
        return Moment(format_date(iso, "en"), iso, evidence=evidence)
    if isinstance(value, datetime.date):
        return Moment(format_date(value.isoformat(), "en"), value.isoformat(), evidence=evidence)
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 2100:
        value = str(value)
    words = text(value) if isinstance(value, str) else ""
    if _ISO.fullmatch(words):
        return _iso(words, evidence)
    if words.count("/") == 1 and all(map(_ISO.fullmatch, words.split("/"))):
        return _range(words, evidence)
    return _written(words, value, evidence)


def _iso(words: str, evidence: Evidence) -> Moment:
    iso = words.replace(" ", "T")
    try:
        datetime.datetime.fromisoformat(iso) if "T" in iso else datetime.date.fromisoformat((iso + "-01-01")[:10])
    except ValueError:
        raise MisfitError(f"{shown(words)} is no day of the calendar", _WRITE) from None
    if "T" in iso and iso.count(":") == 1 + ("+" in iso or iso.rfind("-") > 10):
        iso = f"{iso[:16]}:00{iso[16:]}"
    return Moment(format_date(iso, "en"), iso, evidence=evidence)


def _range(words: str, evidence: Evidence) -> Moment:
    first, last = (_iso(part, evidence) for part in words.split("/"))
    if first.when > last.when:
        raise MisfitError(f"{shown(words)} ends before it begins", "write the earlier date first")
    return Moment(f"{first.text} – {last.text}", "", first.when, last.when, evidence)


def _written(words: str, value: Any, evidence: Evidence) -> Moment:
    found = parse_date(words) if words else None
    if found is None or found.impossible or not (found.when or found.not_before) or found.year_supplied:
        what = "is no day of the calendar" if found and found.impossible else "cannot be read as a date with its year"
        raise MisfitError(f"{shown(value)} {what}", _WRITE)
    if found.ambiguous:
        raise MisfitError(f"{shown(value)} may be {found.when} or {found.alternative}", _WRITE)
    if (found.when or found.not_before or "").startswith("-"):
        raise MisfitError(f"{shown(value)} has no year", _WRITE)
    return Moment(words, found.when or "", found.not_before or "", found.not_after or "", evidence)


_WRITE: Final = 'write 1938-03-05, 1938-03-05T18:00:00, "1938-03", "5 March 1938", or "1938-03-05/1938-03-07"'


def _evidence(table: dict[str, Any]) -> Evidence:
    sure = one_of(*Certainty)(table["certainty"]) if "certainty" in table else "high"
    basis = one_of(*Basis)(table["evidence"]) if "evidence" in table else Basis.EXTERNAL
    because = text(table["because"]) if "because" in table else ""
    return Evidence(STEP, certainty=Certainty(sure), basis=Basis(basis), because=because)


def _keys(table: dict[str, Any], own: tuple[str, ...], example: str) -> dict[str, Any]:
    allowed = (*own, "certainty", "evidence", "because")
    for key in table:
        if key not in allowed:
            near = get_close_matches(key, allowed, 1, 0.6)
            meant = f"did you mean {near[0]}? Write" if near else "write"
            raise MisfitError(f"{key!r} means nothing in this table", f"{meant} for example {example}")
    return table


def shown(value: Any) -> str:
    """Return a value as TOML has it, for a message."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return repr(value) if isinstance(value, str) else str(value)
