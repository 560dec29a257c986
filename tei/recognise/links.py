"""Telegrams of one page in the light of each other: which answers which, and what one says of another's date or addressee.

Each telegram is read by itself first. Here its mentions are tied to the others of the page, a day that only another
telegram tells is taken from there, and the one whom an exchange of two leaves as addressee is named; always as a reading
that rests on something outside the telegram's own text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.dates import find_dates
from tei.model import Action, Basis, Capture, Certainty, Evidence, Mention, Moment, Name, Telegram
from tei.recognise.answers import moment_of

_BOTH: Final = re.compile(
    r"\b(?:(?:both|all)(?:\s+of)?\s+your\s+(?:\w+\s+)?|your\s+(?P<count>two|three|last two)\s+(?:\w+\s+)?|your\s+)"
    r"(?:telegrams|telegrammes|cables|letters|messages|wires)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?:besides|in addition to|further to|supplement(?:ing)? to|following|after|since|beyond|with reference to|to)\s+"
    r"(?:the|my|our)\s+(?:\w+\s+)?(?:telegramm?e?|cable|letter|message|wire)\s+(?:of|dated|from)\s+",
    re.IGNORECASE,
)
_MINE: Final = re.compile(
    r"\b(?:my|our)\s+(?:\w+\s+)?(?:telegramm?e?|cable|letter|message|wire)\s+(?:of|dated|from)\s+", re.IGNORECASE
)
_IN_REPLY_TO: Final = re.compile(
    r"\b(?:in )?(?:reply|answer|response) to (?:document |doc\. )?(?:no\.?|№)\s*(?P<n>\d{1,3})\b", re.IGNORECASE
)
_COUNTS: Final = {"three": 3}
MAX_NEAR: Final = 30


@dataclass(frozen=True, slots=True)
class Linked:
    """A telegram of a page with what the page says of it: its number there, and whether it is announced as an answer."""

    telegram: Telegram
    ordinal: str = ""
    answer: bool = False


def link(capture: Capture, found: Sequence[Linked]) -> tuple[Telegram, ...]:
    """Return the telegrams of a page, each completed by what the others tell."""
    telegrams = [one.telegram for one in found]
    if len(telegrams) < 2:
        return tuple(telegrams)
    telegrams = [_addressed(one, telegrams) for one in telegrams]
    telegrams = [_dated(one, telegrams, capture) for one in telegrams]
    ordinals = {one.ordinal: telegrams[index].start for index, one in enumerate(found) if one.ordinal}
    linked = (
        _answering(telegrams, index, found[index].answer, ordinals, capture.text) for index in range(len(telegrams))
    )
    return tuple(linked)


def _key(name: Name | None) -> str:
    return (name.ref or name.text.lower()) if name else ""


def _people(telegram: Telegram) -> tuple[Name, ...]:
    return tuple(name for name in (telegram.party("sent"), telegram.party("received")) if name)


def _parties(telegram: Telegram) -> tuple[str, str]:
    return _key(telegram.party("sent")), _key(telegram.party("received"))


def _addressed(telegram: Telegram, others: Sequence[Telegram]) -> Telegram:
    """Name the missing addressee, or sender, in an exchange between two."""
    sender, recipient = _parties(telegram)
    if bool(sender) == bool(recipient):
        return telegram
    pairs = [pair for other in others if other is not telegram and all(pair := _parties(other))]
    known = sender or recipient
    partners = {second if first == known else first for first, second in pairs if known in (first, second)}
    places = {_key(name) for other in others for name in _people(other) if name.kind == "place"}
    partners -= places
    people = {person for pair in pairs for person in pair} - places
    if len(partners) != 1 or len(people) > 2:
        return telegram
    partner = next(iter(partners))
    name = next(
        name
        for other in others
        for name in (other.party("sent"), other.party("received"))
        if name and _key(name) == partner
    )
    evidence = replace(name.evidence, certainty=Certainty.MEDIUM, basis=Basis.CONJECTURE)
    type_ = "received" if sender else "sent"
    return _with_action(telegram, type_, lambda action: replace(action, names=(replace(name, evidence=evidence),)))


def _with_action(telegram: Telegram, type_: str, change: Callable[[Action], Action]) -> Telegram:
    """Change an action of the envelope; it is added, after the sending, where there is none."""
    outer = telegram.envelopes[0]
    present = outer.action(type_)
    if present is not None:
        actions = tuple(change(action) if action is present else action for action in outer.actions)
    elif type_ == "sent":
        actions = (change(Action("sent")), *outer.actions)
    else:
        at = next((i + 1 for i, action in enumerate(outer.actions) if action.type == "sent"), 0)
        actions = (*outer.actions[:at], change(Action("received")), *outer.actions[at:])
    return replace(telegram, envelopes=(replace(outer, actions=actions), *telegram.envelopes[1:]))


def _dated(telegram: Telegram, others: Sequence[Telegram], capture: Capture) -> Telegram:
    """Take the day of a telegram without one from another that speaks of it."""
    if telegram.sent is not None:
        return telegram
    received = telegram.envelopes[0].action("received")
    limit = received.moment.day if received and received.moment else ""
    for other in others:
        same = _parties(other) == _parties(telegram)
        if other is telegram or not (same or _parties(other)[::-1] == _parties(telegram)):
            continue
        moment = _told(capture.text, other, same, limit)
        if moment and not any(one.sent and one.sent.day == moment.day for one in others if _parties(one) == _parties(telegram)):
            source = replace(moment, source=other.start)
            return _with_action(telegram, "sent", lambda action: replace(action, moment=source))
    return telegram


def _told(text: str, other: Telegram, same: bool, limit: str) -> Moment | None:
    """Return the day that a telegram gives for an earlier one: its sender's own, or the one that it answers."""
    if not same:
        mention = next((m for m in other.envelopes[0].mentions if m.moment and m.moment.when), None)
        return _external(mention.moment) if mention and mention.moment and _before(mention.moment, other, limit) else None
    year = int(other.sent.day[:4]) if other.sent and other.sent.day[:4].isdigit() else None
    for pattern in (_OWN, _MINE):
        for match in pattern.finditer(text, other.start, other.end):
            dates = find_dates(text[match.end() : match.end() + MAX_NEAR], year=year)
            if dates and dates[0].start < 6 and dates[0].when:
                moment = _external(moment_of(dates[0], match.end(), "links", Basis.EXTERNAL))
                if _before(moment, other, limit):
                    return moment
    return None


def _external(moment: Moment) -> Moment:
    return replace(moment, evidence=replace(moment.evidence, certainty=Certainty.MEDIUM, basis=Basis.EXTERNAL))


def _before(moment: Moment, other: Telegram, limit: str) -> bool:
    day = moment.when[:10]
    later = other.sent.day if other.sent else ""
    return bool(day) and (not later or day <= later) and (not limit or day <= limit)


def _answering(
    telegrams: Sequence[Telegram], index: int, announced: bool, ordinals: dict[str, int], text: str
) -> Telegram:
    """Tie what a telegram says that it answers to the telegrams of the page."""
    telegram = telegrams[index]
    envelope = telegram.envelopes[0]
    earlier = [one for one in telegrams if one is not telegram and _is_earlier(one, telegram)]
    other_way = [one for one in earlier if _reversed(one, telegram)]
    mentions = tuple(_tied(mention, other_way or earlier) for mention in envelope.mentions)
    if not any(mention.target >= 0 for mention in mentions):
        added = _by_ordinal(text, telegram, ordinals, telegrams) or _both(text, telegram, other_way)
        if not added and not mentions and announced and other_way:
            added = (_mention(other_way[-1], "", telegram.start, telegram.start, Basis.CONJECTURE),)
        mentions = (*mentions, *added) if not (added and mentions) else added
    return replace(telegram, envelopes=(replace(envelope, mentions=mentions), *telegram.envelopes[1:]))


def _is_earlier(one: Telegram, other: Telegram) -> bool:
    days = [(t.sent.day if t.sent else "") for t in (one, other)]
    return days[0] < days[1] or (days[0] == days[1] and one.start < other.start) if all(days) else one.start < other.start


def _reversed(one: Telegram, other: Telegram) -> bool:
    first, second = _parties(one), _parties(other)
    return first[0] == second[1] and first[1] in (second[0], "") and bool(first[0])


def _tied(mention: Mention, candidates: Sequence[Telegram]) -> Mention:
    """Give a mention its target: the telegram of that number, or the only one of that day."""
    if mention.number:
        same = [one for one in candidates if one.number and one.number == mention.number]
        if same:
            return replace(mention, target=same[-1].start)
    if mention.moment and mention.moment.day:
        same = [one for one in candidates if one.sent and one.sent.day == mention.moment.day]
        if len(same) == 1:
            return replace(mention, target=same[0].start)
    return mention


def _by_ordinal(
    text: str, telegram: Telegram, ordinals: dict[str, int], telegrams: Sequence[Telegram]
) -> tuple[Mention, ...]:
    """Read "In reply to No. 2." where the page numbers its documents."""
    match = _IN_REPLY_TO.search(text, telegram.start, telegram.end)
    target = ordinals.get(match["n"], -1) if match else -1
    one = next((one for one in telegrams if one.start == target), None)
    if match is None or one is None or one is telegram:
        return ()
    return (_mention(one, match.group(), match.start(), match.end(), Basis.INTERNAL),)


def _both(text: str, telegram: Telegram, other_way: Sequence[Telegram]) -> tuple[Mention, ...]:
    """Read "both your telegrams": the last two that came from there."""
    match = _BOTH.search(text, telegram.start, telegram.end)
    if match is None:
        return ()
    count = _COUNTS.get((match["count"] or "").lower(), 2)
    earlier = other_way[-count:]
    if len(earlier) < count:
        return ()
    return tuple(_mention(one, match.group(), match.start(), match.end(), Basis.INTERNAL) for one in earlier)


def _mention(one: Telegram, words: str, start: int, end: int, basis: Basis) -> Mention:
    evidence = Evidence("links", start, end, Certainty.MEDIUM, basis)
    moment = replace(one.sent, evidence=evidence) if one.sent else None
    text = words or (moment.text if moment else "the telegram before")
    return Mention("answers", text, moment, one.number, evidence, one.start)


