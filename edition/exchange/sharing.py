"""What the documents of a corpus have in common: parts of the header, categories, and entries of authority lists.

A part may be shared where it means the same in the corpus as in the document: it is written in the same namespace and
language and leads to nothing outside of it. What a header says of a whole corpus holds for each text in it unless its
own header says otherwise (TEI 15.1), so a part of the header is shared only where every document has such a part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from edition.exchange.scanning import Element, is_tei

_LISTS: Final = {"listPerson": ("person",), "listPlace": ("place",), "listOrg": ("org",)}
_PARTS: Final = frozenset(
    ("projectDesc", "samplingDecl", "editorialDecl", "tagsDecl", "styleDefDecl", "refsDecl", "geoDecl", "appInfo")
)
"""The parts of encodingDesc that hold for a whole corpus."""
LEAVES: Final = frozenset(
    (
        *(*_PARTS, "availability", "langUsage", "category", "person", "place", "org"),
        *("titleStmt", "sourceDesc", "abstract", "correspDesc", "textClass", "revisionDesc"),
    )
)
"""What need not be looked into: it is shared whole or not at all."""
INSTRUCTION: Final = "<?tei-shared"
"""What a document of a corpus has in the place of what is shared; one that has it already shares nothing."""
_ID: Final = re.compile(r"\sxml:id\s*=\s*[\"']([^\"'\s]+)[\"']")
_FOREIGN: Final = re.compile(r"\sxmlns|</?[^\s/<>:!?]+:|\s(?!xml:)[\w.-]+:[\w.-]+\s*=|<\?tei-|\sxml:id\s*=|[\"'\s]#")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that may be shared: `key` names it, `place` is the tag of the list it is in, if any."""

    key: str
    place: str
    element: Element
    words: str


def parts_of(text: str, root: Element) -> Iterator[Part]:
    """Yield what a document could share, in order."""
    if not is_tei(root, "TEI", "teiCorpus") or ":" in root.name:
        return
    values = root.values()
    if "xml:base" in values or "xml:space" in values:
        return
    for header in root.named("teiHeader")[:1]:
        if not header.attributes:
            yield from _of_header(text, header)
    for standoff in root.named("standOff"):
        if not standoff.attributes:
            yield from _of_lists(text, standoff)


def _of_header(text: str, header: Element) -> Iterator[Part]:
    places = {
        **{part.name: part for part in header.elements() if not part.attributes},
        **{one.name: one for part in header.named("fileDesc") for one in part.elements() if not one.attributes},
    }
    for holder, names in (
        ("publicationStmt", frozenset({"availability"})),
        ("encodingDesc", _PARTS),
        ("profileDesc", frozenset({"langUsage"})),
    ):
        if holder in places:
            counted = Counter(part.name for part in places[holder].elements())
            for part in places[holder].elements():
                words = text[part.start : part.end]
                if part.name in names and counted[part.name] == 1 and _stands_alone(words):
                    yield Part(part.name, "", part, words)
    if "encodingDesc" in places:
        for declared in places["encodingDesc"].named("classDecl"):
            yield from _of_classes(text, declared)


def _of_classes(text: str, declared: Element) -> Iterator[Part]:
    if declared.attributes:
        return
    for taxonomy in declared.named("taxonomy"):
        if list(taxonomy.values()) == ["xml:id"]:
            yield from _entries(text, taxonomy, ("category",))


def _of_lists(text: str, standoff: Element) -> Iterator[Part]:
    for listed in standoff.elements():
        if listed.name in _LISTS and set(listed.values()) <= {"type"}:
            yield from _entries(text, listed, _LISTS[listed.name])


def _entries(text: str, holder: Element, names: tuple[str, ...]) -> Iterator[Part]:
    """Yield the entries of a list that holds nothing else."""
    if any(part.name not in names for part in holder.elements()):
        return
    place = text[holder.start : holder.inner]
    for entry in holder.elements():
        words = text[entry.start : entry.end]
        tag = text[entry.start : entry.inner]
        found = _ID.search(tag)
        if found and _stands_alone(words.replace(found.group(), " ", 1)):
            yield Part(f"#{found[1]}", place, entry, words)


@lru_cache(maxsize=4096)
def _stands_alone(words: str) -> bool:
    """Say whether a part has no names of other namespaces, nothing that can be pointed at, and leads to nothing."""
    return not _FOREIGN.search(words)


@dataclass(slots=True)
class Common:
    """What the documents have in common, counted one by one, and then chosen: the wording that most of them have."""

    documents: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    _having: Counter[str] = field(default_factory=Counter)
    _wordings: dict[str, Counter[tuple[str, str, str]]] = field(default_factory=dict)

    def count(self, text: str, root: Element) -> None:
        """Take note of a document."""
        lang = root.values().get("xml:lang", "")
        self.documents += 1
        self.languages[lang] += 1
        self.ids.update(ids_of(text))
        for part in () if INSTRUCTION in text else parts_of(text, root):
            self._having[part.key] += 1
            self._wordings.setdefault(part.key, Counter())[part.place, part.words, lang] += 1

    @property
    def language(self) -> str:
        """The language that most documents are in; those in others share nothing, for words inherit it."""
        return max(self.languages, key=lambda lang: self.languages[lang], default="")

    def chosen(self) -> dict[str, tuple[str, str]]:
        """Return place and words of what is shared, by key, in the order in which it was met."""
        found: dict[str, tuple[str, str]] = {}
        tags: dict[str, str] = {}
        for key, wordings in self._wordings.items():
            fit = {(place, words): number for (place, words, lang), number in wordings.items() if lang == self.language}
            if not fit or (key[0] != "#" and self._having[key] < self.documents):
                continue
            place, words = max(fit, key=lambda one: fit[one])
            if all(tags.setdefault(ident, place) == place for ident in _ID.findall(place)):
                found[key] = (place, words)
        return found

    def clashing(self, shared: Mapping[str, tuple[str, str]]) -> frozenset[str]:
        """Return the ids that cannot stay as they are in a document that has them for itself."""
        taken = {key[1:] for key in shared if key[0] == "#"}
        taken.update(ident for place, _ in shared.values() for ident in _ID.findall(place))
        return frozenset(taken | {ident for ident, number in self.ids.items() if number > 1})


def ids_of(text: str) -> set[str]:
    """Return the ids in a text."""
    return set(_ID.findall(text))
