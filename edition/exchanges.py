"""The index of an edition's telegrams: which answers which, and what comes before and after in an exchange.

An exchange is what two parties sent each other, in order of time. The index holds cards only, so that it stays small
over any number of captures, and it is asked when all of them are in: the answer does not depend on their order.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from edition.cards import Card, Spoken

YEAR: Final = 366
"""Days in which an office does not use a number twice, as a rule: a number alone means a telegram no older."""
_SLACK: Final = 2
"""Days by which the date of a telegram of the right number may differ: sent, received, and the clocks of two places."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The telegram before or after another in an exchange."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Links:
    """What ties a telegram to others: by place among the telegrams it speaks of, the ids meant; its neighbours.

    `doubtful` are places at which several telegrams fit, with their ids; none is chosen.
    """

    targets: tuple[tuple[int, str], ...] = ()
    prev: Neighbour | None = None
    next: Neighbour | None = None
    doubtful: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def digest(self) -> str:
        """Return a short digest of what is written into the document; empty where nothing is."""
        near = [[one.id, one.title] if one else None for one in (self.prev, self.next)]
        if not self.targets and near == [None, None]:
            return ""
        return hashlib.sha256(json.dumps([self.targets, near]).encode()).hexdigest()[:16]


NO_LINKS: Final = Links()


class Exchanges:
    """Cards by id; add them all, then ask for links."""

    def __init__(self, cards: Mapping[str, Card]) -> None:
        self._cards = dict(sorted(cards.items()))
        self._ranks: dict[str, int] = {}
        self._days: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._numbers: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for id_, card in self._cards.items():
            for side, party in _sides(card):
                if day := _day(card.sent):
                    self._days[side, party, day].append(id_)
                for number in card.numbers:
                    self._numbers[side, party, number].append(id_)
        self._chosen = {id_: self._choices(id_, card) for id_, card in self._cards.items() if card.spoken}
        self._near = dict(self._neighbours())

    def links(self, id_: str) -> Links:
        """Return what ties a telegram to the others."""
        targets, doubtful = [], []
        for place, found in self._chosen.get(id_, ()):
            if len(found) == 1:
                targets.append((place, found[0]))
            else:
                doubtful.append((place, found))
        before, after = self._near.get(id_, (None, None))
        if not targets and not doubtful and before is None and after is None:
            return NO_LINKS
        return Links(tuple(targets), self._neighbour(before), self._neighbour(after), tuple(doubtful))

    def _neighbour(self, id_: str | None) -> Neighbour | None:
        return Neighbour(id_, self._cards[id_].title or id_) if id_ else None

    def _choices(self, id_: str, card: Card) -> tuple[tuple[int, tuple[str, ...]], ...]:
        found = ((place, self._meant(id_, card, spoken)) for place, spoken in enumerate(card.spoken))
        return tuple((place, ids) for place, ids in found if ids)

    def _meant(self, id_: str, card: Card, spoken: Spoken) -> tuple[str, ...]:
        """Return the ids of the telegrams that words may mean: one when it is sure, several when it is not."""
        if spoken.target:
            return ()
        for own in _directions(spoken):
            fitting = [other for other in self._candidates(card, spoken, own) if other != id_]
            fitting = [other for other in fitting if _not_later(self._cards[other], card)]
            sure = [other for other in fitting if _parties(self._cards[other], card, own) == _SURE]
            if found := self._best(sure or fitting, spoken, card):
                return found
        return ()

    def _candidates(self, card: Card, spoken: Spoken, own: bool) -> Iterator[str]:
        senders, recipients = (card.senders, card.recipients) if own else (card.recipients, card.senders)
        sides = (*(("from", party) for party in senders), *(("to", party) for party in recipients))
        found: dict[str, None] = {}
        for side, party in sides:
            if spoken.number:
                found.update(dict.fromkeys(self._numbers.get((side, party, spoken.number), ())))
            if day := _day(spoken.when):
                found.update(dict.fromkeys(self._days.get((side, party, day), ())))
        cards = self._cards
        return (id_ for id_ in found if _parties(cards[id_], card, own) and _agrees(cards[id_], spoken, card))

    def _best(self, ids: Sequence[str], spoken: Spoken, card: Card) -> tuple[str, ...]:
        """Prefer the number that is named, then the kind that the words name."""
        if spoken.number:
            numbered = [id_ for id_ in ids if spoken.number in self._cards[id_].numbers]
            ids = numbered or ids
        if len(ids) > 1 and spoken.kind:
            ids = [id_ for id_ in ids if self._cards[id_].kind == spoken.kind] or ids
        if len(ids) > 1:
            ids = [id_ for id_ in ids if not _went_after(self._cards[id_], card)] or ids
        return tuple(sorted(ids))

    def _neighbours(self) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
        chains: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id_, card in self._cards.items():
            if card.senders and card.recipients and _day(card.sent):
                one, other = sorted((card.senders[0], card.recipients[0]))
                chains[one, other].append(id_)
        for chain in chains.values():
            ordered: list[str | None] = [None, *sorted(chain, key=self._order), None]
            for before, this, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
                if this is not None:
                    yield this, (before, after)

    def _order(self, id_: str) -> tuple[str, int, str, str]:
        """Return the place of a telegram in time; of one day, an answer comes after what it answers."""
        sent = self._cards[id_].sent
        return _day(sent), self._rank(id_), sent[11:], id_

    def _rank(self, id_: str) -> int:
        """Return how many telegrams of its day stand before one in a row of answers; a ring of answers has no first."""
        if id_ not in self._ranks:
            self._ranks[id_] = 0
            ranks = [self._rank(other) for other in self._answered(id_) if self._of_one_day(id_, other)]
            self._ranks[id_] = 1 + max(ranks) if ranks else 0
        return self._ranks[id_]

    def _answered(self, id_: str) -> list[str]:
        spoken = self._cards[id_].spoken
        chosen = dict(self._chosen.get(id_, ()))
        meant = [(one.target,) if one.target else chosen.get(place, ()) for place, one in enumerate(spoken)]
        found = [ids[0] for one, ids in zip(spoken, meant, strict=True) if one.type == "answers" and len(ids) == 1]
        return sorted({other for other in found if other in self._cards and other != id_})

    def _of_one_day(self, one: str, other: str) -> bool:
        return _day(self._cards[one].sent) == _day(self._cards[other].sent)


_SURE: Final = 2


def _sides(card: Card) -> Iterator[tuple[str, str]]:
    yield from (("from", party) for party in card.senders)
    yield from (("to", party) for party in card.recipients)


def _directions(spoken: Spoken) -> tuple[bool, ...]:
    """Return where to look: what a telegram answers came from its recipient, what it speaks of may be its own."""
    if spoken.type == "answers":
        return (False,)
    return (True,) if spoken.own else (False, True)


def _parties(other: Card, card: Card, own: bool) -> int:
    """Return how many of the parties fit, 0 where one of them speaks against it; who is not known says nothing."""
    senders, recipients = (card.senders, card.recipients) if own else (card.recipients, card.senders)
    pairs = ((other.senders, senders), (other.recipients, recipients))
    if any(one and two and not set(one) & set(two) for one, two in pairs):
        return 0
    return sum(bool(one and two) for one, two in pairs)


def _agrees(other: Card, spoken: Spoken, card: Card) -> bool:
    """Say whether number and date of a telegram are those that the words name."""
    numbered = bool(spoken.number) and spoken.number in other.numbers
    if spoken.number and other.numbers and not numbered:
        return False
    meant = _date(spoken.when)
    days = [day for moment in (other.sent, other.received) if (day := _date(moment))]
    if meant is None:
        said, sent = _date(card.sent), _date(other.sent)
        return numbered and (said is None or sent is None or (said - sent).days <= YEAR)
    if numbered:
        return not days or any(abs((day - meant).days) <= _SLACK for day in days)
    return _date(other.sent) == meant


def _not_later(other: Card, card: Card) -> bool:
    sent, answered = _date(card.sent) or _date(card.received), _date(other.sent)
    return sent is None or answered is None or (answered - sent).days <= 1


def _went_after(other: Card, card: Card) -> bool:
    """Say whether a telegram went out when the other was written or after: it is not what that one answers."""
    return len(other.sent) > 10 and len(card.sent) > 10 and other.sent >= card.sent


def _day(moment: str) -> str:
    return moment[:10] if len(moment) >= 10 else ""


def _date(moment: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(moment[:10]) if len(moment) >= 10 else None
    except ValueError:
        return None
