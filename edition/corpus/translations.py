"""Which documents are the same piece in different languages: a file says so, or shelf mark, day and sender tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from edition.corpus.model import Document
from edition.corpus.ties import kept_at, senders_of, stated_by


def translations_of(documents: Sequence[Document]) -> dict[str, tuple[str, ...]]:
    """Return for an id the ids of the same piece in other languages, in the order of the documents."""
    order = {document.id: number for number, document in enumerate(documents)}
    groups: dict[str, set[str]] = {}
    for one, other in (*_stated(documents), *_told(documents)):
        if one == other or one not in order or other not in order:
            continue
        joined = groups.get(one, {one}) | groups.get(other, {other})
        for id_ in joined:
            groups[id_] = joined
    ordered = sorted(groups, key=order.__getitem__)
    return {id_: tuple(sorted(groups[id_] - {id_}, key=order.__getitem__)) for id_ in ordered}


def _stated(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    langs = {document.id: document.lang for document in documents}
    for document in documents:
        for relation, target in stated_by(document):
            parallel = relation == "parallel" and langs.get(target, "") in ("", document.lang)
            if target and not parallel:
                yield document.id, target


def _told(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield pairs that have the same leaves, day and sender, and different languages."""
    if len({document.lang.partition("-")[0] for document in documents}) < 2:
        return
    groups: dict[tuple[str, str, str], list[Document]] = defaultdict(list)
    for document in documents:
        senders = [key for _, key in senders_of(document) if key]
        if document.date.day and document.lang and senders:
            for _, _, leaves, key, _ in kept_at(document)[:1]:
                if leaves and key:
                    groups[key, document.date.day, senders[0]].append(document)
    for same in groups.values():
        langs = [document.lang.partition("-")[0] for document in same]
        if len(same) > 1 and len(set(langs)) == len(langs):
            yield from ((same[0].id, other.id) for other in same[1:])
