"""Every recognised field of a telegram with its evidence: what it is, what it became, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.model import Action, Basis, Certainty, Envelope, Evidence, Holding, Mention, Moment, Name, Printed, Telegram

_ACTIONS: Final = {
    ("sent", ""): "Sent",
    ("received", ""): "Received",
    ("received", "delivered"): "Delivered",
    ("transmitted", "via"): "Via",
    ("transmitted", "deciphered"): "Deciphered",
    ("transmitted", "printed"): "Printed",
    ("transmitted", "verified"): "Verified",
    ("forwarded", "copy"): "Copy to",
}
_PRINTED: Final = {"printed": "Printed in", "reprint": "Reprinted in", "translation": "Translation in"}
_KINDS: Final = {"person": "persons", "place": "places", "org": "organisations"}
_BASES: Final = {
    Basis.EXTERNAL: "read outside of the telegram itself",
    Basis.CONJECTURE: "inferred, not written anywhere",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its label, its value, the evidence for it, and what an editor should doubt, empty where nothing."""

    label: str
    value: str
    evidence: Evidence
    doubt: str = ""

    @property
    def span(self) -> tuple[int, int] | None:
        """The characters of the capture that it was read from, None where nothing was read for it."""
        return (self.evidence.start, self.evidence.end) if self.evidence.end > self.evidence.start else None


def fields(telegram: Telegram) -> tuple[Field, ...]:
    """Return the fields of a telegram, envelope first, in the order of its header."""
    found = [*_envelopes(telegram), *map(_holding, telegram.holdings), *map(_printed, telegram.printed)]
    found += [_field(credit.role.capitalize(), credit.name, credit.evidence) for credit in telegram.credits]
    return tuple(found)


def _envelopes(telegram: Telegram) -> Iterator[Field]:
    for order, envelope in enumerate(telegram.envelopes):
        for field in _envelope(envelope):
            yield _inner(field) if order else field


def _inner(field: Field) -> Field:
    return Field(f"{field.label} (message inside)", field.value, field.evidence, field.doubt)


def _envelope(envelope: Envelope) -> Iterator[Field]:
    for action in envelope.actions:
        yield from _action(action)
    yield from map(_mention, envelope.mentions)


def _action(action: Action) -> Iterator[Field]:
    named = _ACTIONS.get((action.type, action.subtype))
    label = named or f"{action.type} {action.subtype}".strip().capitalize()
    yield from (_name(_party(label), name) for name in action.names)
    if action.place is not None:
        yield _name(f"{label} {'at' if action.type == 'received' else 'from'}", action.place)
    if action.moment is not None:
        yield _moment(f"{label}, date", action.moment)


def _party(label: str) -> str:
    return f"{label} by" if label in ("Sent", "Received", "Deciphered", "Printed", "Verified") else label


def _name(label: str, name: Name) -> Field:
    shown = name.preferred or name.text
    entry = f" (#{name.ref})" if name.ref else ""
    cover = ", under a cover name" if name.pseudonym else ""
    missing = "" if name.ref else f"this name is in none of the lists of {_KINDS[name.kind]}"
    return _field(label, f"{shown}{entry}{cover}", name.evidence, missing)


def _moment(label: str, moment: Moment) -> Field:
    value = moment.when or _bounds(moment) or moment.text
    unread = "" if moment.day else "the words of this date give no date of the calendar"
    return _field(label, value, moment.evidence, unread)


def _bounds(moment: Moment) -> str:
    """Return the days between which a telegram was sent, or the one that is known of them."""
    if moment.not_before and moment.not_after:
        return f"{moment.not_before} to {moment.not_after}"
    return f"not before {moment.not_before}" if moment.not_before else moment.not_after and f"by {moment.not_after}"


def _mention(mention: Mention) -> Field:
    what = [f"No. {mention.number}"] if mention.number else []
    what += [mention.moment.day] if mention.moment is not None and mention.moment.day else []
    label = "Answers" if mention.type == "answers" else "Speaks of"
    return _field(label, ", ".join(what) or mention.text, mention.evidence)


def _holding(holding: Holding) -> Field:
    return _field("Archive", holding.text, holding.evidence)


def _printed(printed: Printed) -> Field:
    parts = (printed.title or printed.text, printed.volume, printed.year)
    return _field(_PRINTED[printed.type], ", ".join(filter(None, parts)), printed.evidence)


def _field(label: str, value: str, evidence: Evidence, doubt: str = "") -> Field:
    doubts = [doubt] if doubt else []
    # What the telegram itself says with some doubt is common, and mostly right; elsewhere it is worth a look.
    unsure = evidence.certainty is not Certainty.HIGH
    if unsure and (evidence.certainty is Certainty.LOW or evidence.basis in _BASES):
        doubts.append(f"certainty is {evidence.certainty}")
    if evidence.basis is Basis.CONJECTURE or (unsure and evidence.basis in _BASES):
        doubts.append(_BASES[evidence.basis])
    return Field(label, " ".join(value.split()), evidence, "; ".join(doubts))
