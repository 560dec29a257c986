"""What the search index holds: a record for each document and for each entry of the registers.

A record has the text that results quote, and apart from it the words that it is found by as well: folded forms, the
header of its plain text, and for each entry that it has to do with the other forms of the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from edition.corpus.model import Corpus, Document, Entry, Kind, Name
from edition.searching.words import indexed
from edition.site.plan import Site
from tei.regexes import regex

_RULE: Final = regex(r"^-{20,}$\n?", 8)
"""The line below the header of a plain text (edition.render.plaintext); 8 is re.MULTILINE."""

_FACETS: Final = {Kind.PERSON: "person", Kind.ORGANISATION: "org", Kind.PLACE: "place"}
LISTED: Final = "|"
"""Stands in the value of a facet between the key, which addresses have, and the name that is shown."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entry in a record: the forms that the text has of its name, and the words of all the others."""

    forms: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Something that is found: `text` is what results quote from, `words` are searched beside it.

    `meta` is shown with a result (title, path, kind, date …), but for `names`: the words of all names of an entry, that
    bring it before the documents that name it. `facets` are (name, value) pairs to choose by.
    """

    text: str
    meta: tuple[tuple[str, str], ...]
    facets: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()


def records(folder: Path, site: Site) -> Iterator[Record]:
    """Yield the records of a site in order: documents as time goes, then persons, organisations and places.

    The text of a document is the plain text that the site offers beside its page; where there is none, the excerpt.
    """
    used = _used(site.corpus)
    for document in site.corpus.documents:
        yield _of_document(document, folder, site, used.get(document.id, ()))
    for (_, _), entry in sorted(
        site.corpus.entries.items(), key=lambda item: (item[0][0], item[1].sort or item[1].name)
    ):
        yield _of_entry(entry, site)


def _used(corpus: Corpus) -> Mapping[str, tuple[Entry, ...]]:
    """Return for each document the entries that it has to do with."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for place, uses in corpus.uses.items():
        if entry := corpus.entries.get(place):
            for ident in uses.all:
                found[ident].append(entry)
    return {ident: tuple(entries) for ident, entries in found.items()}


def _of_document(document: Document, folder: Path, site: Site, entries: tuple[Entry, ...]) -> Record:
    header, text = _plain_text(document, folder, site)
    forms = _forms(document)
    named = (Named(forms.get((entry.kind, entry.key), ()), _name_words(entry)) for entry in entries)
    return Record(
        text=text,
        meta=(
            ("title", document.title or document.id),
            ("path", site.address("telegram", document.id)),
            ("kind", document.kind),
            ("lang", document.lang),
            ("sender", _spoken(document.senders, site.corpus)),
            ("recipient", _spoken(document.recipients, site.corpus)),
            ("reference", document.holdings[0].citation if document.holdings else ""),
            *_dates(document),
        ),
        facets=tuple(_facets(document, entries)),
        words=(*header, *indexed(f"{document.title} {' '.join(header)} {text}")),
        named=tuple(one for one in named if one.words),
    )


def _of_entry(entry: Entry, site: Site) -> Record:
    text = " ".join(filter(None, [entry.span, *entry.notes]))
    return Record(
        text=text,
        meta=(
            ("title", entry.name),
            ("path", site.address(entry.kind.value, entry.key)),
            ("kind", entry.kind.value),
            ("lang", entry.lang),
            ("names", " ".join(_name_words(entry))),
        ),
        facets=(("kind", entry.kind.value),),
        words=(entry.name, *indexed(f"{entry.name} {text}"), *_name_words(entry)),
    )


def _plain_text(document: Document, folder: Path, site: Site) -> tuple[tuple[str, ...], str]:
    """Return the words of the header of a plain text, and what follows it with each run of space as one."""
    try:
        whole = (folder / site.download(document.id, ".txt")).read_text(encoding="utf-8")
    except OSError:
        return (), document.excerpt
    rule = _RULE.search(whole)
    header, text = (whole[: rule.start()], whole[rule.end() :]) if rule else ("", whole)
    return tuple(dict.fromkeys(header.split())), " ".join((*document.abstract, *text.split()))


def _spoken(names: Iterable[Name], corpus: Corpus) -> str:
    """Return names as results show them: those of the lists where they have them."""
    entries = ((name, corpus.entries.get((name.kind, name.key))) for name in names)
    return "; ".join(dict.fromkeys(entry.name if entry else name.text for name, entry in entries))


def _dates(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the day for the page to write in its language, the other end of a range, and whether it is in doubt."""
    date = document.date
    yield "date", date.day
    yield "until", date.not_after.partition("T")[0] if date.not_before and not date.when else ""
    yield "doubt", "?" if date.certainty == "low" or date.evidence == "conjecture" else ""
    yield "dated", "" if date.day else date.text


def _facets(document: Document, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    yield from ((_FACETS[entry.kind], f"{entry.key}{LISTED}{entry.name}") for entry in entries)
    yield "year", document.date.year
    yield "kind", document.kind
    yield "language", document.lang
    yield from (
        ("archive", f"{holding.repository}{LISTED}{holding.name or holding.repository}")
        for holding in {one.repository: one for one in document.holdings if one.repository}.values()
    )


def _forms(document: Document) -> dict[tuple[Kind, str], tuple[str, ...]]:
    """Return how the text and the envelope write the name of each entry."""
    found = {(mention.kind, mention.key): mention.forms for mention in document.mentions}
    for envelope in document.envelopes:
        for action in envelope.actions:
            for name in (*action.names, *action.places):
                found[name.kind, name.key] = (*found.get((name.kind, name.key), ()), name.text)
    return {place: tuple(dict.fromkeys(forms)) for place, forms in found.items()}


@lru_cache(maxsize=16384)
def _name_words(entry: Entry) -> tuple[str, ...]:
    """Return the words of all forms of a name, as written and folded."""
    forms = " ".join((entry.name, *(variant.text for variant in entry.variants)))
    return tuple(dict.fromkeys((*forms.split(), *indexed(forms))))
