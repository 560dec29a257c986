"""The envelope: who sent what to whom, how and when, put together from the text's own words and the page's.

Order of trust for a party: the signature, salutation and service lines of the text name him as written; the title tells
who he was. For the date: service lines, the date at the end, the dateline, the title, the date of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.model import Action, Basis, Block, Certainty, Envelope, Mention, Moment, Name
from tei.recognise.enclosure import ENCLOSED_ID, enclosed_in
from tei.recognise.fuller_names import (
    are_initials,
    heads,
    holds,
    is_completed,
    is_desk_of,
    is_fuller,
    is_longer,
    is_named,
    is_nickname,
    on_the_way,
    same_name,
    signs_for,
)
from tei.recognise.handed_on import addressed_in, answered_inside, closing_lines, day_in, passed_in, signing
from tei.recognise.joint_names import written_together
from tei.recognise.moments import on_the_day_before, on_the_day_of, sent_on
from tei.recognise.naming import is_foreign_office, is_holder, unranked
from tei.recognise.parts import Part
from tei.recognise.russian_calls import calls, calls_by_patronymic
from tei.recognise.witnesses import Material, date_of_lines, moment_in, place_of_lines, place_told
from tei.regexes import regex

__all__ = ["ENVELOPE", "MESSAGE", "MESSAGE_ENVELOPE", "TEXT", "Material", "read_envelopes"]

ENVELOPE: Final = "telegram-envelope"
MESSAGE_ENVELOPE: Final = "message-envelope"
TEXT: Final = "telegram-text"
MESSAGE: Final = "message-text"
_HANDLED: Final = ("enciphered", "deciphered", "printed", "verified", "delivered")


def read_envelopes(
    material: Material, mentions: tuple[Mention, ...], message: Sequence[Block] = ()
) -> tuple[Envelope, ...]:
    """Return the envelope of the telegram and, where a message stands inside a cable, that of the message.

    `message` are the blocks of the text, for a message set apart among them.
    """
    inner = _inner(material)
    if inner is None:
        senders, recipients = _senders(material), _for_too(material, _recipients(material))
        if handed := _handed_on(material, recipients, message):
            recipients, way = handed
            outer = _outer(material, senders, recipients, sent_on(material, enclosed=False), mentions, way)
            return (outer, *_enclosed(material, message))
        inside = tuple(_enclosed(material, message))
        answered = answered_inside(mentions, enclosed_in(message)) if inside else ()
        inside = tuple(replace(one, mentions=answered) for one in inside)
        mentions = tuple(one for one in mentions if one not in answered)
        return (_outer(material, senders, recipients, sent_on(material, enclosed=False), mentions), *inside)
    dispatched = _dispatched(material)
    recipients = _recipients(material)
    senders = _joined(dispatched, material.titled("from"))
    outer = _outer(material, senders, recipients, sent_on(material, enclosed=True), ())
    passed = passed_in(material, message) or (material.saluted if material.passed_on else ())
    inner_to = material.titled("inner_to") or passed or recipients
    closing = date_of_lines(material, material.division.names(Part.DATELINE, opener=False))
    actions = (
        Action("sent", names=inner, moment=closing),
        *((Action("received", names=inner_to),) if inner_to else ()),
    )
    return outer, Envelope(MESSAGE_ENVELOPE, MESSAGE, actions, mentions)


def _senders(material: Material) -> tuple[Name, ...]:
    dispatched = _dispatched(material)
    written = material.signers or dispatched or _persons(material.addressed("from"))
    titled = material.titled("from")
    if len(titled) == 1 and not (material.signers or dispatched) and is_desk_of(written, titled[0]):
        return titled
    if titled and (are_initials(written) or on_the_way(written, material.titled("via"))):
        return titled
    if len(titled) == len(written) == 1 and is_nickname(titled[0], written[0]):
        return titled
    if material.formal and titled and written and heads(titled[0]):
        return _headed(titled, written)
    if len(titled) == 1 and len(written) == 1 and (under := _under_name_of(material, titled[0], written[0])):
        return (under,)
    if len(titled) == 1 and len(written) == 1 and is_completed(titled[0], written[0]):
        return (_confirmed(titled[0]),)
    if named := written_together(titled, written):
        return tuple(map(_confirmed, named))
    if len(titled) > len(written) > 0 and all(any(same_name(one, other) for other in titled) for one in written):
        return tuple(_confirmed(one) if any(same_name(one, other) for other in written) else one for one in titled)
    joined = _joined(written, titled)
    declined = bool(joined) and not joined[0].ref and not joined[0].text.isascii()
    if len(joined) == len(titled) == 1 and not declined and is_fuller(titled[0], joined[0]):
        kind = joined[0].kind if joined[0].ref else titled[0].kind
        return (_confirmed(replace(joined[0], text=titled[0].text, kind=kind, evidence=titled[0].evidence)),)
    return joined


def _under_name_of(material: Material, titled: Name, written: Name) -> Name | None:
    """Return the sender whom the title names before the one who signed for him: "Pashin [Zhitkov] to …"."""
    outer, bracket, inner = titled.text.partition("[")
    surname = inner.rstrip("] ").split()[-1:]
    if not bracket or not surname or surname[0].lower() not in (written.preferred or written.text).lower():
        return None
    names = tuple(material.names_in(outer.strip(), titled.evidence.start))
    sender = next((name for name in names if name.ref and name.ref != written.ref and not name.pseudonym), None)
    return replace(sender, evidence=replace(sender.evidence, basis=Basis.EXTERNAL)) if sender else None


def _headed(titled: tuple[Name, ...], written: tuple[Name, ...]) -> tuple[Name, ...]:
    """Take the sender as the document's own heading has him, and from the signature who held the office then."""
    first, signer = titled[0], written[0]
    if signer.ref and first.kind == "person" and (not first.ref or "(" not in first.text):
        first = replace(first, ref=signer.ref, preferred=signer.preferred, pseudonym=False)
    elif first.ref and not signer.ref and "(" not in first.text and signs_for(signer, first):
        first = replace(first, ref="", preferred=first.text)
    signed = (signer,) if first.kind == "org" and signer.kind == "person" and len(titled) == 1 else ()
    return (_confirmed(first), *titled[1:], *signed)


def _confirmed(name: Name) -> Name:
    """Return a name that title and text agree on: the text is evidence for it."""
    return replace(name, evidence=replace(name.evidence, basis=Basis.INTERNAL))


def _dispatched(material: Material) -> tuple[Name, ...]:
    return next((_persons(entry.names) for entry in material.of_type("dispatch") if _persons(entry.names)), ())


def _persons(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(name for name in names if name.kind != "place")


def _recipients(material: Material) -> tuple[Name, ...]:
    written = _in_full(material) or material.addressed("to")
    if material.passed_on and (addressed := material.addressed("to")):
        written = (*addressed, *(name for name in written if not any(same_name(name, other) for other in addressed)))
    titled, via = material.titled("to"), material.titled("via")
    if named := written_together(titled, written):
        return tuple(map(_confirmed, named))
    people = _persons(material.naming(written) if titled else written)
    if (
        material.formal
        and titled
        and not material.saluted
        and people
        and any(same_name(people[0], one) for one in titled)
    ):
        seats = (name for name in material.addressed("to") if name.kind == "place")
        return (*(one if one.ref or not people[0].ref else _identified(one, people[0]) for one in titled), *seats)
    if any(name.evidence.step == "notices" for name in titled) and any(_is_another(name, titled) for name in people):
        return written
    if titled and any(on_the_way((name,), via) for name in written):
        return (*titled, *(name for name in written if name.kind == "place"))
    if len(people) == len(titled) == 1 and not people[0].ref and is_named(titled[0], people[0]):
        people = (_confirmed(replace(people[0], text=titled[0].text, evidence=titled[0].evidence)),)
    places = tuple(name for name in (*written, *material.addressed("to")) if name.kind == "place")
    if len(people) == len(titled) == 1 and _is_anybody(people[0], titled[0]):
        return (*titled, *places)
    if len(people) == len(titled) == 1 and titled[0].kind != "place" and _is_called(people[0], titled[0]):
        return (*map(_confirmed, titled), *places)
    if 0 < len(people) < len(titled) and all(any(same_name(one, other) for other in titled) for one in people):
        others = (one for one in titled if one.kind != "place")
        more = tuple(other for other in others if not any(same_name(one, other) for one in people))
        return (*_titled_first(_joined(people, titled), titled), *more, *places)
    return (*_titled_first(_joined(people, titled), titled), *places)


def _is_called(written: Name, titled: Name) -> bool:
    return calls(written, titled) or (not written.ref and holds(titled, written))


def _in_full(material: Material) -> tuple[Name, ...]:
    """Return whom the salutation names, as the address over it has him in full: "Comrade Axel Pell" / "Dear Pell"."""
    saluted = material.saluted
    if len(saluted) != 1 or saluted[0].ref or saluted[0].kind != "person":
        return saluted
    words = unranked(saluted[0].text).split()
    addressed = [name for name in material.addressed("to") if name.kind == "person"]
    if len(addressed) == 1 and calls_by_patronymic(saluted[0], addressed[0]):
        return tuple(addressed)
    fuller = (name for name in addressed if not {*words}.isdisjoint(name.text.split()) and is_longer(name, words))
    return next(((name,) for name in fuller), saluted)


def _titled_first(names: tuple[Name, ...], titled: tuple[Name, ...]) -> tuple[Name, ...]:
    """Put him first whom the title names alone: an address may say who is to hand the telegram to him."""
    first = next((name for name in names[1:] if len(titled) == 1 and same_name(name, titled[0])), None)
    if first is None or same_name(names[0], titled[0]):
        return names
    return (first, *(name for name in names if name is not first))


def _is_anybody(name: Name, titled: Name) -> bool:
    """Say whether a name is an office alone that nobody is known for, "Comrade ad interim chargé d’affaires".

    An envoy addressed by his country alone, 蘇聯大使, has the telegram for him whom the title names.
    """
    if name.ref:
        return False
    if titled.kind == "person":
        return bool(titled.ref) and is_foreign_office(name.text)
    return titled.kind == "org" and _ANYBODY.match(name.text) is not None


_ANYBODY: Final = regex(r"(?:Comrade|Mr\.?)\s+(?:ad\s+interim|acting)\s", re.IGNORECASE)


def _for_too(material: Material, recipients: tuple[Name, ...]) -> tuple[Name, ...]:
    """Add the one for whom the title says the recipient has it: "Pashin to Tumanova, for Vetrov"."""
    others = material.titled("for") if material.titled("to") else ()
    return (*recipients, *(one for one in others if not any(same_name(one, name) for name in recipients)))


def _handed_on(
    material: Material, recipients: tuple[Name, ...], message: Sequence[Block]
) -> tuple[tuple[Name, ...], tuple[Name, ...]] | None:
    """Return recipient and way where the text is addressed to one who is to pass it to the one whom the title names.

    "To TUMANOVA. Pass the following to Vetrov: “…”" under "Cable from Pashin to Vetrov".
    """
    titled = _persons(material.titled("to"))
    people = _persons(recipients)
    if len(titled) != 1 or not titled[0].ref or not people or material.titled("via"):
        return None
    others = tuple(one for one in people if not same_name(one, titled[0]))
    if same_name(people[0], titled[0]):
        handed = bool(others) and material.is_for(titled[0].ref, ordered=True)
    elif len(others) < len(people):
        handed = material.is_for(titled[0].ref)
    else:
        passed = passed_in(material, message)
        handed = len(people) == 1 and bool(passed) and passed[0].ref == titled[0].ref
    places = tuple(name for name in recipients if name.kind == "place")
    named = tuple(one for one in people if one not in others)
    return ((*(named or titled), *places), others) if handed else None


def _is_another(name: Name, told: Sequence[Name]) -> bool:
    """Say whether someone addressed by a name of his own is none of those whom the page names; an office may be."""
    words = set(name.text.lower().split())
    shared = any(words & set(other.preferred.lower().split()) for other in told if not name.ref)
    shared = shared or (len(told) == 1 and calls(name, told[0]))
    return not is_holder(name.text) and not shared and not any(same_name(name, other) for other in told)


def _joined(written: Sequence[Name], titled: Sequence[Name]) -> tuple[Name, ...]:
    """Take the forms of the text and, where no list knows one, the identity that the title gives."""
    if not written or not titled:
        return tuple(written or titled)
    if len(written) == len(titled) == 1 and not _told_otherwise(written[0], titled[0]):
        return (_identified(written[0], titled[0]),)
    same = [next((other for other in titled if same_name(name, other)), None) for name in written]
    return tuple(_identified(name, other) if other else name for name, other in zip(written, same, strict=True))


def _told_otherwise(written: Name, told: Name) -> bool:
    """Say whether the page names a body and the text a person, so that they are two."""
    named = told.evidence.step == "notices" and told.kind == "org"
    return named and written.kind == "person" and not same_name(written, told) and not is_holder(written.text)


def _identified(written: Name, titled: Name) -> Name:
    if written.ref or not titled.ref or (titled.kind == "place" and written.kind != "place"):
        return written
    evidence = replace(written.evidence, certainty=Certainty.MEDIUM)
    return replace(written, ref=titled.ref, preferred=titled.preferred, kind=titled.kind, evidence=evidence)


def _inner(material: Material) -> tuple[Name, ...] | None:
    """Return who signed the message inside the cable, None where the cable is the message.

    Someone else's signature stands under the text when the cable was dispatched by another, or when the title says that
    it holds a message from someone, or when a quotation ends with the signature and the title names another sender.
    """
    told, signers, dispatched = material.titled("inner"), material.signers, _dispatched(material)
    if not signers:
        return told if told and dispatched and not same_name(told[0], dispatched[0]) else None
    if dispatched and not any(same_name(signer, dispatched[0]) for signer in signers):
        return _joined(signers, told)
    title_from = material.titled("from")
    if not title_from or same_name(signers[0], title_from[0]):
        return None
    if told and same_name(signers[0], told[0]):
        return _joined(signers, told)
    return signers if material.quoted_signature and (title_from[0].ref or signers[0].ref) else None


def _enclosed(material: Material, message: Sequence[Block]) -> Iterator[Envelope]:
    """Yield the envelope of a message set apart in the text: signed in its last line, for whom the lines before say.

    Words without a signature are no message but something to be said: they have no envelope.
    """
    block = enclosed_in(message)
    if block is None:
        return
    opener, closer = block.children[0].children, closing_lines(material, block)
    signed = [line for line in closer if line.element == "signed"] or [block.children[-1]]
    day = next((line for line in closer if line.element == "dateline"), None)
    senders = _joined(tuple(name for line in signed for name in signing(material, line)), material.titled("inner"))
    addressed = (addressed_in(material, line) for line in opener or block.children[:1])
    recipients = next(filter(None, addressed), ()) or passed_in(material, message) or material.titled("inner_to")
    actions = [Action("sent", names=senders, moment=day_in(material, day))] if senders else []
    actions += [Action("received", names=recipients)] if recipients else []
    if senders:
        yield Envelope(MESSAGE_ENVELOPE, ENCLOSED_ID, tuple(actions))


def _outer(
    material: Material,
    senders: tuple[Name, ...],
    recipients: tuple[Name, ...],
    sent: Moment | None,
    mentions: tuple[Mention, ...],
    way: tuple[Name, ...] = (),
) -> Envelope:
    place = place_of_lines(material)
    via = way or material.titled("via") or material.addressed("via")
    via = tuple(
        name for name in via if name.evidence.step != "notices" or not any(same_name(name, one) for one in recipients)
    )
    ordered: list[Action | None] = [
        Action("sent", names=senders, place=place, moment=sent) if senders or sent or place else None,
        Action("transmitted", "via", names=via if via == material.titled("via") else via[:1]) if via else None,
        _received(material, recipients, sent if material.formal else None),
        _copies(material),
        *(_handled(material, type_) for type_ in _HANDLED),
    ]
    return Envelope(ENVELOPE, TEXT, tuple(action for action in ordered if action), mentions)


def _received(material: Material, recipients: tuple[Name, ...], sent: Moment | None) -> Action | None:
    told = material.of_type("received")
    entry = next((entry for entry in told if entry.date), told[0] if told and material.formal else None)
    moment = on_the_day_of(sent, entry) if entry else material.notice.received or material.received_in_title
    place = next((name for name in recipients if name.kind == "place"), None) or place_told(material, "place_to")
    people = _persons(recipients)
    if entry is not None and place is None:
        place = next((name for name in entry.names if name.kind == "place"), None)
    return Action("received", names=people, place=place, moment=moment) if people or place or moment else None


def _copies(material: Material) -> Action | None:
    names = tuple(name for entry in material.of_type("distribution") for name in entry.names) or material.titled("copy")
    return Action("forwarded", "copy", names=names) if names else None


def _handled(material: Material, type_: str) -> Action | None:
    entry = next((entry for entry in material.of_type(type_) if entry.names or entry.date), None)
    if entry is None:
        return None
    moment = moment_in(entry)
    if moment and not moment.when and entry.date and entry.date.time:
        moment = on_the_day_before(material, entry, entry.date.time) or moment
    others = [other for other in material.of_type(type_) if other is not entry]
    names = entry.names or next((other.names for other in others if other.names and not other.date), ())
    moment = moment or next((moment_in(other) for other in others if other.date and not other.names), None)
    return Action("received" if type_ == "delivered" else "transmitted", type_, names=names, moment=moment)
