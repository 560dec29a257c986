"""What the editor says of a telegram: facts become names, moments, references, and go before what was recognised."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final, Literal

from tei.archives import Repositories, find, findings, parse_all
from tei.authority import Authority
from tei.decisions import STEP, Decisions, Fact
from tei.decisions.rules import NOT_LISTED, WRONG_VALUE
from tei.decisions.values import Party
from tei.findings import Finding
from tei.model import (
    Action,
    Basis,
    Certainty,
    Credit,
    Decided,
    Envelope,
    Evidence,
    Holding,
    Moment,
    Name,
    Printed,
    Telegram,
)
from tei.recognise.meanings import RESP
from tei.recognise.naming import name_of
from tei.recognise.printed import find_printed
from tei.recognise.provenance import leaves_as_written

_EXTERNAL: Final = Evidence(STEP, basis=Basis.EXTERNAL)
_PARTIES: Final = {"sender": "sent", "recipient": "received", "via": "transmitted", "copies": "forwarded"}
_SUBTYPES: Final = {"transmitted": "via", "forwarded": "copy"}
_PLACES: Final = {"place": "sent", "destination": "received"}
_MOMENTS: Final = {"date": "sent", "received": "received"}
_ORDER: Final = ("sent", "transmitted", "received", "forwarded")
_PLAIN: Final = MappingProxyType(
    {
        "kind": "kind", "number": "number", "language": "language", "citation": "citation", "site": "site",
        "url": "url", "abstract": "abstract", "extract": "extract", "reference": "holdings", "printed": "printed",
        "original_language": "original_language",
    }
)  # fmt: skip
_CREDITS: Final[Mapping[str, Literal["translator", "contributor"]]] = MappingProxyType(
    {"translator": "translator", "contributor": "contributor"}
)
_RESP: Final = {"translator": "translated by", "contributor": "contributed by"}

Settled = Mapping[str, Any]
"""Facts by their keys, as the values that a telegram has."""

NOTHING: Final[Settled] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Resolver:
    """What facts are understood by: the lists, the archives, and the day by which cover names are judged."""

    authority: Authority
    repositories: Repositories
    date: str = ""
    findings: list[Finding] = field(default_factory=list)

    def value(self, fact: Fact) -> Any:
        """Return what a fact means; what is wrong with it is put with the findings."""
        if fact.key in _PARTIES:
            return tuple(self._name(party, fact) for party in fact.value)
        if fact.key in _PLACES:
            return self._place(fact)
        if fact.key == "reference":
            return tuple(holding for words in fact.value for holding in self._holdings(words, fact))
        if fact.key == "printed":
            return tuple(printed for words in fact.value for printed in _printed(words))
        if fact.key in _CREDITS:
            return tuple(Credit(_CREDITS[fact.key], name, _RESP[fact.key], _EXTERNAL) for name in fact.value)
        return fact.value

    def _name(self, party: Party, fact: Fact) -> Name:
        id_ = party.is_ or (party.text.removeprefix("#") if party.text.removeprefix("#") in self.authority else "")
        entry = self.authority.get(id_) if id_ else None
        if party.is_ and entry is None:
            near = get_close_matches(party.is_, [entry.id for entry in self.authority.entries], 1, 0.6)
            hint = f"did you mean {near[0]}?" if near else "add the entry to a list, or leave out is = …"
            message = f"{fact.key}: no authority list has an entry {party.is_!r}"
            self.findings.append(WRONG_VALUE.at(fact.place, message, hint))
        if entry is not None:
            words = entry.name if party.text.removeprefix("#") == id_ else party.text
            kind: Literal["person", "org", "place"] = (
                "place" if str(entry.kind) == "place" else "person" if str(entry.kind) == "person" else "org"
            )
            plain = name_of(words, 0, self.authority, self.date, step=STEP)
            return Name(words, kind, entry.id, entry.name, plain.ref == entry.id and plain.pseudonym, party.evidence)
        found = name_of(party.text, 0, self.authority, self.date, step=STEP)
        if not found.ref and not party.is_:
            self.findings.append(NOT_LISTED.at(fact.place, *self._unlisted(party.text, fact.key)))
        return replace(found, evidence=party.evidence)

    def _unlisted(self, words: str, key: str) -> tuple[str, str]:
        several = self.authority.resolve(words, date=self.date or None).entries
        if len(several) > 1:
            names = ", ".join(f"{entry.id} ({entry.name})" for entry in several[:4])
            return f"{key}: {words!r} may be {names}", f'say which: {{ name = "{words}", is = "{several[0].id}" }}'
        names_ = [entry.name for entry in self.authority.entries if entry.name[:1] == words[:1]]
        near = get_close_matches(words, names_, 1, 0.75)
        hint = f"did you mean {near[0]}? Else add the name to a list" if near else "add the name to a list of your own"
        return f"{key}: {words!r} is in no authority list; taken as written", hint

    def _place(self, fact: Fact) -> Name:
        party = fact.value[0]
        if len(fact.value) > 1:
            self.findings.append(WRONG_VALUE.at(fact.place, f"{fact.key}: there is one place", "write one name"))
        id_ = party.is_ or party.text.removeprefix("#")
        entry = self.authority.get(id_) or self.authority.resolve(party.text, kinds=("place",)).entry
        if entry is None or str(entry.kind) != "place":
            self.findings.append(NOT_LISTED.at(fact.place, *self._unlisted(party.text, fact.key)))
            return Name(party.text, "place", evidence=party.evidence)
        words = entry.name if party.text.removeprefix("#") == entry.id else party.text
        return Name(words, "place", entry.id, entry.name, evidence=party.evidence)

    def _holdings(self, words: str, fact: Fact) -> Iterator[Holding]:
        found = parse_all(words, repositories=self.repositories)
        found = found or tuple(hit.reference for hit in find(words, repositories=self.repositories))
        if not found:
            hint = 'write it as it is cited: "RGASPI, f. 558, op. 11, d. 330, ll. 95-96"; "tei cite" shows what is read'
            message = f"{fact.key}: {words!r} cannot be read as an archival reference"
            self.findings.append(WRONG_VALUE.at(fact.place, message, hint))
        self.findings.extend(findings(words, location=fact.place, repositories=self.repositories))
        for reference in found:
            yield Holding(reference, words, leaves_as_written(words) if len(found) == 1 else "", _EXTERNAL)


def _printed(words: str) -> tuple[Printed, ...]:
    found = find_printed(words)
    if not found:
        return (Printed("printed", words, title=words, evidence=_EXTERNAL),)
    return tuple(replace(one, evidence=_EXTERNAL) for one in found)


def says_the_same(telegram: Telegram, key: str, value: Any) -> bool:
    """Say whether a telegram has a value without the editor's saying so, and for certain."""
    if key in _PARTIES:
        action = _action(telegram, _PARTIES[key])
        names = action.names if action else ()
        return len(names) == len(value) and all(map(_same_name, names, value))
    if key in _PLACES:
        action = _action(telegram, _PLACES[key])
        return action is not None and action.place is not None and _same_name(action.place, value)
    if key in _MOMENTS:
        action = _action(telegram, _MOMENTS[key])
        return action is not None and action.moment is not None and _same_moment(action.moment, value)
    if key == "reference":
        return tuple(one.reference for one in telegram.holdings) == tuple(one.reference for one in value)
    if key == "printed":
        return tuple(one.text for one in telegram.printed) == tuple(one.text for one in value)
    if key in _CREDITS:
        return tuple(one.name for one in telegram.credits if one.role == key) == tuple(one.name for one in value)
    return key in _PLAIN and bool(getattr(telegram, _PLAIN[key]) == value)


def _sure(evidence: Evidence, other: Evidence) -> bool:
    """Say whether a reading is as sure as the editor's and rests on no guess; his reasons are worth keeping."""
    return evidence.certainty == other.certainty and evidence.basis is not Basis.CONJECTURE and not other.because


def _same_name(one: Name, other: Name) -> bool:
    alike = one.ref == other.ref if one.ref and other.ref else one.text.casefold() == other.text.casefold()
    return alike and bool(one.ref) == bool(other.ref) and _sure(one.evidence, other.evidence)


def _same_moment(one: Moment, other: Moment) -> bool:
    values = [(moment.when, moment.not_before, moment.not_after) for moment in (one, other)]
    return values[0] == values[1] and _sure(one.evidence, other.evidence)


def decide(telegram: Telegram, settled: Settled, decisions: Decisions, *, parted: bool = False) -> Telegram:
    """Return a telegram with what the editor decided of it; `parted`: also where its text begins and ends."""
    read = decisions.readings and any(RESP in mark.attributes for mark in telegram.body.marks)
    keys = (*("extent",) * parted, *settled, *("readings",) * bool(read))
    if not keys:
        return telegram
    envelope = telegram.envelopes[0]
    for key, value in settled.items():
        envelope = _enveloped(envelope, key, value)
    changes: dict[str, Any] = {_PLAIN[key]: value for key, value in settled.items() if key in _PLAIN}
    if "original_language" in settled:
        changes["original_language_certainty"] = Certainty.HIGH
    roles = [role for role in _CREDITS if role in settled]
    if roles:
        kept = (credit for credit in telegram.credits if credit.role not in roles)
        changes["credits"] = (*kept, *(credit for role in roles for credit in settled[role]))
    decided = Decided(keys, decisions.files, decisions.editor, settled.get("title", ""))
    return replace(telegram, envelopes=(envelope, *telegram.envelopes[1:]), decided=decided, **changes)


def _enveloped(envelope: Envelope, key: str, value: Any) -> Envelope:
    """Return an envelope with a fact in the station that it is about."""
    if key in _PARTIES:
        return _with(envelope, _PARTIES[key], names=_as_written(envelope, _PARTIES[key], value))
    if key in _PLACES:
        return _with(envelope, _PLACES[key], place=value)
    if key in _MOMENTS:
        return _with(envelope, _MOMENTS[key], moment=_dated_as_written(envelope, _MOMENTS[key], value))
    return envelope


def _as_written(envelope: Envelope, type_: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the editor's names, in the form of the page where it names the same."""
    action = envelope.action(type_, _SUBTYPES.get(type_, ""))
    forms = {name.ref: name for name in (action.names if action else ()) if name.ref}
    alike = ((forms.get(name.ref) if name.text == name.preferred else None, name) for name in names)
    return tuple(replace(form, evidence=name.evidence) if form else name for form, name in alike)


def _dated_as_written(envelope: Envelope, type_: str, moment: Moment) -> Moment:
    action = envelope.action(type_)
    before = action.moment if action else None
    same = before is not None and before.when == moment.when and bool(moment.when)
    return replace(moment, text=before.text) if before is not None and same else moment


def _action(telegram: Telegram, type_: str) -> Action | None:
    return telegram.envelopes[0].action(type_, _SUBTYPES.get(type_, "")) if telegram.envelopes else None


def _with(envelope: Envelope, type_: str, **changes: Any) -> Envelope:
    """Return an envelope with a changed station; a new one gets its place in the order of the way."""
    subtype = _SUBTYPES.get(type_, "")
    old = envelope.action(type_, subtype)
    if old is not None:
        actions = tuple(replace(a, **changes) if a is old else a for a in envelope.actions)
        return replace(envelope, actions=actions)
    new = replace(Action(type_, subtype), **changes)  # type: ignore[arg-type] # one of _ORDER
    before = [("sent", ""), ("transmitted", "via"), ("received", ""), ("forwarded", "copy")][: _ORDER.index(type_)]
    at = sum((action.type, action.subtype) in before for action in envelope.actions)
    return replace(envelope, actions=(*envelope.actions[:at], new, *envelope.actions[at:]))


def dated_by(settled: Settled, year: int | None, date: str) -> tuple[int | None, str]:
    """Return the year that completes dates, and the day by which names are judged: the editor's where he gives one."""
    moment = settled.get("date")
    return (int(moment.day[:4]), moment.day) if moment is not None else (year, date)


WORDS: Final = MappingProxyType({"sender": "sender", "recipient": "recipient", "date": "day"})
"""What a finding calls that on which heading and text may disagree."""


def settled_words(settled: Collection[str]) -> frozenset[str]:
    """Return the words for what the editor has settled, so that nobody is asked again."""
    return frozenset(WORDS[key] for key in settled if key in WORDS)
