"""Documents from their records: pointers become keys of entries, targets become ids, equal values become one.

Ten thousand documents are built whenever a site is, so this is written for speed: a name, a date or a paragraph that
was built before is taken from there, which saves the memory too.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from sys import intern
from typing import Any, Final

from edition.corpus.model import (
    Action,
    Document,
    Envelope,
    Holding,
    Kind,
    Mention,
    Moment,
    Name,
    Relation,
    Responsible,
    Version,
)
from edition.corpus.records import TERMS, Row, loads
from edition.corpus.register import Archives, Keys

_ARROW: Final = " → "
_KINDS: Final = {kind.value: kind for kind in Kind}


class Targets(dict[str, str]):
    """The ids of the documents that pointers lead to from one folder, found when they are first asked for."""

    def __init__(self, find: Callable[[str, str], str], folder: str) -> None:
        super().__init__({"": ""})
        self._find, self._folder = find, folder

    def __missing__(self, target: str) -> str:
        found = self[target] = self._find(target, self._folder)
        return found


class Building:
    """Builds the documents of one corpus, in any order."""

    def __init__(self, keys: Keys, archives: Archives, within: Callable[[str], Targets]) -> None:
        """Take what pointers are settled by; `within` says where the targets in the files of a folder lead."""
        self._keys, self._archives, self._within = keys, archives, within
        self._terms: dict[bytes, dict[str, Any]] = {}
        self._names: dict[Row, Name] = {}
        self._moments: dict[Row, Moment] = {}
        self._mentioned: dict[Row, Mention | None] = {}

    def document(self, id_: str, path: Path, digest: str, data: bytes) -> Document:
        """Build a document of the bytes of its record."""
        terms, named, shown, *row = loads(data)
        (title, other_titles, date, number, envelopes, holdings, abstract, authors, printed, *row) = row
        words, excerpt, source, source_url, relations, references, identifiers, part = row
        targets = self._within(str(path)[: -len(path.name)])
        made_date = self._moments.get(date) or self._moment(date)
        made_envelopes = tuple([self._envelope(one, targets) for one in envelopes])
        made_holdings = tuple([self._archives.settle(Holding(*one)) for one in holdings])
        made_authors = tuple([self._names.get(one) or self._name(one) for one in authors])
        made_relations = tuple([self._relation(one, targets) for one in relations])
        return Document(
            id=id_,
            path=path,
            digest=digest,
            title=title or _title(made_envelopes, made_date, id_),
            other_titles=other_titles,
            date=made_date,
            number=number,
            envelopes=made_envelopes,
            holdings=made_holdings,
            abstract=abstract,
            authors=made_authors,
            printed=printed,
            mentions=self._mentions(named),
            words=words,
            excerpt=excerpt,
            source=source,
            source_url=source_url,
            relations=made_relations,
            references=_led_to(references, targets, id_) if references else (),
            identifiers=identifiers,
            part=part,
            mark=_mark(id_, shown, made_envelopes, made_holdings, made_authors, made_relations),
            **(self._terms.get(terms) or self._read_terms(terms)),
        )

    def _read_terms(self, data: bytes) -> dict[str, Any]:
        """Return what most documents of an edition have the same: languages, licence, principles, who worked on it."""
        terms = dict(zip(TERMS, loads(data), strict=True))
        terms["versions"] = tuple([Version(*one) for one in terms["versions"]])
        terms["responsible"] = tuple([self._responsible(*one) for one in terms["responsible"]])
        self._terms[data] = terms
        return terms

    def _moment(self, row: Row) -> Moment:
        text, when, not_before, not_after, certainty, evidence = row
        made = self._moments[row] = Moment(text, when, not_before, not_after, intern(certainty), intern(evidence))
        return made

    def _name(self, row: Row) -> Name:
        """Return a name under the key of its entry."""
        text, kind, pointer, lang, pseudonym = row
        place = self._keys.settle(_KINDS[kind], pointer, text)
        made = self._names[row] = Name(text, *(place or (_KINDS[kind], "")), intern(lang), pseudonym)
        return made

    def _responsible(self, role: str, row: Row) -> Responsible:
        """Return who worked on a document; without a pointer the name is in no register."""
        text, kind, pointer, lang, pseudonym = row
        return Responsible(role, self._name(row) if pointer else Name(text, _KINDS[kind], "", lang, pseudonym))

    def _envelope(self, row: Row, targets: Targets) -> Envelope:
        actions, relations, notes, part = row
        made = tuple([self._relation(one, targets) for one in relations]) if relations else ()
        return Envelope(tuple([self._action(*one) for one in actions]), made, notes, intern(part))

    def _action(self, type_: str, subtype: str, names: Row, places: Row, dates: Row, notes: tuple[str, ...]) -> Action:
        known, moments = self._names, self._moments
        return Action(
            intern(type_),
            intern(subtype),
            tuple([known.get(one) or self._name(one) for one in names]) if names else (),
            tuple([known.get(one) or self._name(one) for one in places]) if places else (),
            tuple([moments.get(one) or self._moment(one) for one in dates]) if dates else (),
            notes,
        )

    def _relation(self, row: Row, targets: Targets) -> Relation:
        relation, target, text, date, href = row
        return Relation(intern(relation), targets[target], text, self._moments.get(date) or self._moment(date), href)

    def _mentions(self, named: Row) -> tuple[Mention, ...]:
        """Return mentions by entry; several pointers to one entry are one."""
        known = self._mentioned
        every = [known[row] if row in known else self._mention(row) for row in named]
        made = [mention for mention in every if mention is not None]
        if len({(mention.kind, mention.key) for mention in made}) == len(made):
            return tuple(made)
        found: dict[tuple[Kind, str], Mention] = {}
        for mention in made:
            place = (mention.kind, mention.key)
            if before := found.get(place):
                forms = tuple(dict.fromkeys((*before.forms, *mention.forms)))
                mention = Mention(*place, before.count + mention.count, forms)
            found[place] = mention
        return tuple(found.values())

    def _mention(self, row: Row) -> Mention | None:
        """Return a mention under the key of its entry, None for a pointer to what no register is of."""
        kind, pointer, count, forms = row
        place = self._keys.settle(_KINDS.get(kind), pointer)
        made = self._mentioned[row] = Mention(*place, count, forms) if place else None
        return made


def _led_to(references: tuple[str, ...], targets: Targets, own: str) -> tuple[str, ...]:
    """Return the ids of the documents of the corpus that the text of one leads to."""
    found = dict.fromkeys([targets[target] for target in references])
    return tuple(id_ for id_ in found if id_ and id_ != own)


def _title(envelopes: tuple[Envelope, ...], date: Moment, id_: str) -> str:
    """Make a title of sender, recipient and date, in the words of the file; the id where there is nothing."""
    own = envelopes[0] if envelopes else Envelope()
    sides = [", ".join(name.text for name in own.names(type_) if name.text) for type_ in ("sent", "received")]
    parties = _ARROW.join(side or "?" for side in sides) if any(sides) else ""
    return ", ".join(filter(None, (parties, date.day or date.text))) or id_


def _mark(
    id_: str,
    shown: str,
    envelopes: tuple[Envelope, ...],
    holdings: tuple[Holding, ...],
    authors: tuple[Name, ...],
    relations: tuple[Relation, ...],
) -> str:
    """Return the mark of a document: of what its file says (`shown`), and of what its pointers came to mean."""
    settled = [id_, shown]
    for envelope in envelopes:
        for action in envelope.actions:
            settled += [name.key for name in action.names]
            settled += [name.key for name in action.places]
        settled += [relation.target for relation in envelope.relations]
    settled += [name.key for name in authors]
    settled += [holding.repository for holding in holdings]
    settled += [relation.target for relation in relations]
    return blake2b("\n".join(settled).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
