"""How the documents of a corpus hang together: who has to do with which, and which answers which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from edition.corpus.model import Document, Exchange, Uses
from edition.corpus.pointers import safe
from edition.corpus.ties import Pair, Place, lost_to, mentioned_in, pairs_of, parties_of, related_to

_Roles = tuple[list[str], list[str], list[str], list[str]]

_NEIGHBOURS: Final = {"prev": "next", "next": "prev"}


def uses_of(documents: Sequence[Document]) -> dict[Place, Uses]:
    """Return for each entry the documents that it has to do with, in their order."""
    found: dict[Place, _Roles] = defaultdict(lambda: ([""], [""], [""], [""]))
    for document in documents:
        id_ = document.id
        for which, kind, key in parties_of(document):
            found[kind, key][which].append(id_)
        for place in mentioned_in(document):
            sent, received, _, mentioned = found[place]
            if sent[-1] != id_ != received[-1]:
                mentioned.append(id_)
    return {place: Uses(*(tuple(ids[1:]) for ids in found[place])) for place in sorted(found)}


def answers_of(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """Return for an id the ids that answer it, whichever of the two says so."""
    order: dict[str, int] = {}
    pairs: set[tuple[str, str]] = set()
    for number, document in enumerate(documents):
        order[document.id] = number
        for relation, target in related_to(document):
            if relation == "answers":
                pairs.add((target, document.id))
            elif relation == "reply":
                pairs.add((document.id, target))
    found: dict[str, list[str]] = defaultdict(list)
    for answered, answer in sorted(pairs, key=lambda pair: (order.get(pair[0], 0), order.get(pair[1], 0), pair)):
        if answered and answer and answered != answer:
            found[answered].append(answer)
    return {id_: tuple(ids) for id_, ids in found.items()}


def exchanges_of(
    documents: Sequence[Document], answers: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[Exchange, ...], dict[str, tuple[str, str]]]:
    """Return the exchanges in order of their keys, and the ids before and after each document in its own.

    A document is its own exchange's that is the first of its pairs; a circular is in one for each recipient. What a
    file says of its neighbours (prev, next) goes before the order of time.
    """
    members: dict[Pair, list[Document]] = defaultdict(list)
    own: dict[str, Pair] = {}
    for document in documents:
        for number, pair in enumerate(pairs_of(document)):
            members[pair].append(document)
            if not number:
                own[document.id] = pair
    near: dict[str, tuple[str, str]] = {}
    made = []
    for pair in sorted(members):
        inside = members[pair]
        ids = [document.id for document in inside]
        chain = ["", *ids, ""]
        near.update((id_, (chain[at], chain[at + 2])) for at, id_ in enumerate(ids) if own[id_] == pair)
        made.append(_exchange(pair, inside, ids, answers, own))
    made = _with_keys_of_their_own(made)
    _stated(documents, near)
    return tuple(made), near


def _exchange(
    pair: Pair, inside: list[Document], ids: list[str], answers: Mapping[str, tuple[str, ...]], own: Mapping[str, Pair]
) -> Exchange:
    (one, first), (other, second) = pair
    missing = tuple(
        (document.id, relation) for document in inside if own[document.id] == pair for relation in lost_to(document)
    )
    return Exchange(safe(f"{one}--{other}"), (one, other), tuple(ids), _threads(ids, answers), missing, (first, second))


def _with_keys_of_their_own(exchanges: Sequence[Exchange]) -> list[Exchange]:
    """Tell keys that are the same apart by a number, as those of a body and of a person by one name are."""
    met: Counter[str] = Counter()
    made = []
    for one in exchanges:
        met[one.key] += 1
        made.append(replace(one, key=f"{one.key}-{met[one.key]}") if met[one.key] > 1 else one)
    return made


def _threads(ids: list[str], answers: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Group the ids that answer one another; the groups in the order of their first."""
    group = {id_: id_ for id_ in ids}

    def head(id_: str) -> str:
        while group[id_] != id_:
            group[id_] = group[group[id_]]
            id_ = group[id_]
        return id_

    for id_ in ids:
        for answer in answers.get(id_, ()):
            if answer in group:
                group[head(answer)] = head(id_)
    threads: dict[str, list[str]] = {}
    for id_ in ids:
        threads.setdefault(head(id_), []).append(id_)
    return tuple(map(tuple, threads.values()))


def _stated(documents: Sequence[Document], near: dict[str, tuple[str, str]]) -> None:
    """Put what files say of their neighbours in the place of what the order of time says, told from either side."""
    said = [
        (document.id, target, relation)
        for document in documents
        for relation, target in related_to(document)
        if relation in _NEIGHBOURS and target and target != document.id
    ]
    turned = [(target, id_, _NEIGHBOURS[relation]) for id_, target, relation in said]
    for id_, target, relation in (*turned, *said):
        before, after = near.get(id_, ("", ""))
        near[id_] = (before, target) if relation == "next" else (target, after)


def referred_of(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """Return for an id the ids of the documents whose text leads to it."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for target in document.references:
            found[target].append(document.id)
    return {id_: tuple(ids) for id_, ids in sorted(found.items())}
