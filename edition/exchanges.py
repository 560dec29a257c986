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
from pathlib import Path
from typing import Final

from edition.cards import Card, Spoken, card_from
from edition.rows import Strips
from tei.values import value

YEAR: Final = 366
"""Days in which an office does not use a number twice, as a rule: a number alone means a telegram no older."""
_SLACK: Final = 2
"""Days by which the date of a telegram of the right number may differ: sent, received, and the clocks of two places."""


@value()
class Neighbour:
    """The telegram before or after another in an exchange."""

    id: str
    title: str


@value()
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
    """Cards by id; add them all, then ask for links. The cards themselves lie on the disk."""

    def __init__(self, cards: Mapping[str, Card] | None = None, folder: Path | None = None) -> None:
        """Begin with some cards; `folder` takes what does not fit into memory."""
        self._cards, self._titles = Strips(folder), Strips(folder)
        self._places: dict[str, int] = {}
        self._ranks: dict[str, int] = {}
        self._days: dict[str, list[str]] = {}
        self._numbers: dict[str, list[str]] = {}
        self._speaking: set[str] = set()
        self._chosen: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {}
        self._near: dict[str, tuple[str | None, str | None]] | None = None
        for id_, card in (cards or {}).items():
            self.add(id_, card)

    def add(self, id_: str, card: Card) -> None:
        """Take a card; one that is asked of later than that belongs to the exchanges."""
        self._places[id_] = self._cards.put(json.dumps(card.row()).encode())
        self._titles.put(card.title.encode("utf-8", "surrogatepass"))
        self._speaking.discard(id_)
        if card.spoken:
            self._speaking.add(id_)
        for spoken in card.spoken:  # nothing else is looked up by day or number
            self._days.setdefault(_day(spoken.when), [])
            self._numbers.setdefault(spoken.number, [])
        self._near = None

    def card(self, id_: str) -> Card:
        """Return the card of a document."""
        return card_from(json.loads(self._cards.get(self._places[id_])))

    def links(self, id_: str) -> Links:
        """Return what ties a telegram to the others."""
        near = self._near if self._near is not None else self._tie()
        targets, doubtful = [], []
        for place, found in self._chosen.get(id_, ()):
            if len(found) == 1:
                targets.append((place, found[0]))
            else:
                doubtful.append((place, found))
        before, after = near.get(id_, (None, None))
        if not targets and not doubtful and before is None and after is None:
            return NO_LINKS
        return Links(tuple(targets), self._neighbour(before), self._neighbour(after), tuple(doubtful))

    def _neighbour(self, id_: str | None) -> Neighbour | None:
        if not id_:
            return None
        title = self._titles.get(self._places[id_]).decode("utf-8", "surrogatepass")
        return Neighbour(id_, title or id_)

    def _tie(self) -> dict[str, tuple[str | None, str | None]]:
        """Go through all cards: which may be meant, what their words mean, how they follow each other."""
        chains = self._chains()
        self._ranks.clear()
        self._chosen = {id_: found for id_ in sorted(self._speaking) if (found := self._choices(id_, self.card(id_)))}
        self._near = dict(self._neighbours(chains))
        return self._near

    def _chains(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """Return moment and id of what two parties sent each other, and note what may be meant by day or number."""
        for found in (*self._days.values(), *self._numbers.values()):
            found.clear()
        chains: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for id_ in sorted(self._places):
            card = self.card(id_)
            if (day := _day(card.sent)) and (same := self._days.get(day)) is not None:
                same.append(id_)
            for number in card.numbers:
                if (same := self._numbers.get(number)) is not None:
                    same.append(id_)
            if card.senders and card.recipients and day:
                one, other = sorted((card.senders[0], card.recipients[0]))
                chains[one, other].append((card.sent, id_))
        return chains

    def _choices(self, id_: str, card: Card) -> tuple[tuple[int, tuple[str, ...]], ...]:
        found = ((place, self._meant(id_, card, spoken)) for place, spoken in enumerate(card.spoken))
        return tuple((place, ids) for place, ids in found if ids)

    def _meant(self, id_: str, card: Card, spoken: Spoken) -> tuple[str, ...]:
        """Return the ids of the telegrams that words may mean: one when it is sure, several when it is not."""
        if spoken.target:
            return ()
        for own in _directions(spoken):
            cards = {other: self.card(other) for other in self._named(spoken) if other != id_}
            fitting = [other for other in cards if _fits(cards[other], card, spoken, own)]
            sure = [other for other in fitting if _parties(cards[other], card, own) == _SURE]
            if found := _best(sure or fitting, cards, spoken, card):
                return found
        return ()

    def _named(self, spoken: Spoken) -> Iterator[str]:
        numbered = self._numbers[spoken.number] if spoken.number else ()
        day = _day(spoken.when)
        yield from dict.fromkeys((*numbered, *(self._days[day] if day else ())))

    def _neighbours(
        self, chains: Mapping[tuple[str, str], list[tuple[str, str]]]
    ) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
        for chain in chains.values():
            chain.sort(key=self._order)
            for place, (_, this) in enumerate(chain):
                before = chain[place - 1][1] if place else None
                yield this, (before, chain[place + 1][1] if place + 1 < len(chain) else None)

    def _order(self, one: tuple[str, str]) -> tuple[str, int, str, str]:
        """Return the place of a telegram in time; of one day, an answer comes after what it answers."""
        sent, id_ = one
        return _day(sent), self._rank(id_), sent[11:], id_

    def _rank(self, id_: str) -> int:
        """Return how many telegrams of its day stand before one in a row of answers; a ring of answers has no first."""
        if id_ not in self._speaking:
            return 0
        if id_ not in self._ranks:
            self._ranks[id_] = 0
            ranks = [self._rank(other) for other in self._answered(id_)]
            self._ranks[id_] = 1 + max(ranks) if ranks else 0
        return self._ranks[id_]

    def _answered(self, id_: str) -> list[str]:
        """Return the telegrams of its day that one answers."""
        card = self.card(id_)
        chosen = dict(self._chosen.get(id_, ()))
        meant = [(one.target,) if one.target else chosen.get(place, ()) for place, one in enumerate(card.spoken)]
        found = [ids[0] for one, ids in zip(card.spoken, meant, strict=True) if one.type == "answers" and len(ids) == 1]
        others = sorted({other for other in found if other in self._places and other != id_})
        return [other for other in others if _day(self.card(other).sent) == _day(card.sent)]


def _fits(other: Card, card: Card, spoken: Spoken, own: bool) -> bool:
    """Say whether a telegram of the day or number may be meant: a party of its own, none against, and in time."""
    senders, recipients = (card.senders, card.recipients) if own else (card.recipients, card.senders)
    shared = set(senders) & set(other.senders) or set(recipients) & set(other.recipients)
    return bool(shared and _parties(other, card, own) and _agrees(other, spoken, card) and _not_later(other, card))


def _best(ids: Sequence[str], cards: Mapping[str, Card], spoken: Spoken, card: Card) -> tuple[str, ...]:
    """Prefer the number that is named, then the kind that the words name."""
    if spoken.number:
        numbered = [id_ for id_ in ids if spoken.number in cards[id_].numbers]
        ids = numbered or ids
    if len(ids) > 1 and spoken.kind:
        ids = [id_ for id_ in ids if cards[id_].kind == spoken.kind] or ids
    if len(ids) > 1:
        ids = [id_ for id_ in ids if not _went_after(cards[id_], card)] or ids
    return tuple(sorted(ids))


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
