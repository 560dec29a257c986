"""A row becomes a document: what its columns say as a telegram of our model, encoded as every telegram is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from edition.intake.table.dates import Read, read_date
from edition.intake.table.kinds import kind_of
from edition.intake.table.languages import language_code
from edition.intake.table.mapping import Plan
from edition.intake.table.people import STEP, People
from edition.intake.table.rows import Row
from edition.intake.table.rules import DOUBTFUL_DATE, DOUBTFUL_VALUE, SEVERAL_PEOPLE
from edition.intake.table.shelf import holdings_of
from edition.intake.table.telling import Telling
from tei.archives import Repositories
from tei.model import (
    Action,
    Basis,
    Certainty,
    Credit,
    Envelope,
    Evidence,
    Holding,
    Moment,
    Name,
    Printed,
    Telegram,
)
from tei.recognise.languages import language_of
from tei.regexes import regex

_EVIDENCE: Final = Evidence(STEP, basis=Basis.EXTERNAL)
PARTIES: Final = {"from": "sent", "via": "transmitted", "to": "received", "copies": "forwarded"}
PLACES: Final = {"from_place": "sent", "to_place": "received"}
_SUBTYPES: Final = {"via": "via", "copies": "copy"}
_RESP: Final = {"translator": "translated by", "editor": "edited by", "contributor": "contributed by"}
_NOBODY: Final = regex(
    r"[\[(]?(?:unknown|unidentified|anonymous|anon\.?|n/?a|none|not stated|неизвест\w*|не установлен\w*|не указан\w*"
    r"|б/?п|без подписи|аноним\w*|нет|unbekannt|anonym|ohne angabe|k\. ?a\.|inconnue?|non identifiée?|anonyme|s\. ?n\."
    r"|不详|未知|佚名|无|\?+|[-–—.]+)[\])]?\??",
    re.IGNORECASE,
)
"""What tables write where nobody is named: no entry of a list is made of it."""
TELLING_FIELDS: Final = (
    *("id", "title", "number", "date", "not_before", "not_after", "received", "from", "to", "abstract", "text"),
    *("text_file", "reference"),
)
"""A row in which one of these is told makes a document."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What rows are read with."""

    plan: Plan
    people: People
    repositories: Repositories
    telling: Telling
    language: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a row says: the telegram, the kind in the table's own words where it is another, and what no model holds."""

    telegram: Telegram
    kind: str
    title: str
    text: str


def meet(row: Row, desk: Desk) -> None:
    """Make the names of a row known."""
    date = _day(row, desk.plan)
    for name in (*PARTIES, *PLACES):
        for text, ident in _named(row, name, desk.plan):
            kind = _kind(name, desk.plan)
            several = desk.people.meet(text, kind, ident, date)
            if several:
                listed = ", ".join(f"{entry.id} ({entry.name})" for entry in several[:4])
                hint = f"name the id in the table, in a column for {name}_id"
                desk.telling.row(SEVERAL_PEOPLE, row, name, f"{text!r} may be {listed}", hint)


def _kind(name: str, plan: Plan) -> str:
    reading = plan.fields.get(name)
    return (reading.kind if reading else "") or ("place" if name in PLACES else "")


def _day(row: Row, plan: Plan) -> str:
    """Return the day that names are judged by."""
    for name in ("date", "not_before", "received", "not_after"):
        if text := plan.one(name, row):
            read = read_date(text, plan.fields[name].dates)
            if day := (read.when or read.not_before or read.not_after):
                return day[:10]
    return ""


def _named(row: Row, name: str, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the names of a field with the identifier of each, empty where there is none."""
    texts = [text for text in plan.all(name, row) if text.strip() and not _NOBODY.fullmatch(text.strip())]
    idents = plan.all(f"{name}_id", row)
    for at, text in enumerate(texts):
        yield text, idents[at].strip() if at < len(idents) and len(idents) == len(texts) else ""


def letter_of(row: Row, desk: Desk, text: str) -> Letter:
    """Return what a row says."""
    plan = desk.plan
    written = " ".join(plan.one("kind", row).split())
    kind = kind_of(written) if written else "telegram" if plan.one("number", row) else "letter"
    language = _language(row, "language", desk) or plan.language or _guess(text, plan, row) or desk.language or "und"
    telegram = Telegram(
        kind=kind or "letter",  # type: ignore[arg-type] # one of the four
        language=language,
        start=0,
        end=0,
        number=" ".join(plan.one("number", row).split()),
        envelopes=(Envelope("telegram-envelope", "telegram-text", tuple(_actions(row, desk))),),
        holdings=_holdings(row, desk),
        printed=tuple(_printed(row, plan)),
        credits=tuple(_credits(row, plan)),
        abstract=plan.one("abstract", row).strip(),
        citation=plan.one("citation", row),
        site=" ".join(plan.one("source", row).split()),
        url=_url(plan.one("url", row) or plan.one("id", row)),
        original_language=_language(row, "original_language", desk),
    )
    return Letter(telegram, "" if kind else written, " ".join(plan.one("title", row).split()), text)


def _guess(text: str, plan: Plan, row: Row) -> str:
    words = text or plan.one("abstract", row) or plan.one("title", row)
    found = language_of(words)
    return "" if found == "und" else found


def _language(row: Row, name: str, desk: Desk) -> str:
    words = desk.plan.one(name, row)
    if not words:
        return ""
    code = language_code(words)
    if not code:
        hint = f'write its code, or say which it is: [values.{name}] "{words}" = "ru"'
        desk.telling.row(DOUBTFUL_VALUE, row, name, f"{words!r} is no language that is known here", hint)
    return code


def _holdings(row: Row, desk: Desk) -> tuple[Holding, ...]:
    return holdings_of(row, desk.plan, desk.repositories, desk.telling)


def _printed(row: Row, plan: Plan) -> Iterator[Printed]:
    for words in plan.all("printed", row):
        plain = " ".join(words.split())
        yield Printed("printed", plain, title=plain, evidence=_EVIDENCE)


def _credits(row: Row, plan: Plan) -> Iterator[Credit]:
    for role, resp in _RESP.items():
        for name in plan.all(role, row):
            yield Credit(role, " ".join(name.split()), resp, _EVIDENCE)  # type: ignore[arg-type] # one of the three


def _url(text: str) -> str:
    plain = text.strip()
    return plain if plain.startswith(("http://", "https://")) and not any(map(str.isspace, plain)) else ""


def _actions(row: Row, desk: Desk) -> Iterator[Action]:
    """Yield what was done, in the order of the way."""
    day = _day(row, desk.plan)
    names = {name: tuple(_names(row, name, desk, day)) for name in (*PARTIES, *PLACES)}
    sent, received = _sent(row, desk), _moment(row, "received", desk)
    for name, type_ in PARTIES.items():
        place = names[f"{name}_place"] if f"{name}_place" in PLACES else ()
        moment = {"from": sent, "to": received}.get(name)
        found = names[name]
        if found or place or moment:
            yield Action(type_, _SUBTYPES.get(name, ""), found, place[0] if place else None, moment)  # type: ignore[arg-type] # of the five


def _names(row: Row, name: str, desk: Desk, day: str) -> Iterator[Name]:
    kind = _kind(name, desk.plan)
    return (desk.people.name(text, kind, ident, day) for text, ident in _named(row, name, desk.plan))


def _sent(row: Row, desk: Desk) -> Moment | None:
    """Return when it was sent; bounds in columns of their own complete a date that is not exact."""
    moment = _moment(row, "date", desk)
    first, last = (_moment(row, name, desk) for name in ("not_before", "not_after"))
    if moment is not None and (moment.when or moment.not_before or moment.not_after):
        return moment
    if first is None and last is None:
        return moment
    earliest = first.when or first.not_before if first else ""
    latest = last.when or last.not_after if last else ""
    words = moment.text if moment else " – ".join(one.text for one in (first, last) if one)
    if earliest and earliest == latest:
        return Moment(words, earliest, evidence=_EVIDENCE)
    return Moment(words, "", earliest, latest, evidence=_EVIDENCE)


def _moment(row: Row, name: str, desk: Desk) -> Moment | None:
    text = desk.plan.one(name, row)
    if not text:
        return None
    read: Read = read_date(text, desk.plan.fields[name].dates)
    if read.doubt:
        desk.telling.row(DOUBTFUL_DATE, row, name, read.doubt, read.hint)
    evidence = replace(_EVIDENCE, certainty=Certainty(read.certainty))
    return Moment(read.text, read.when, read.not_before, read.not_after, evidence)
