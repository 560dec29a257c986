"""Who is meant by a name of the table: an entry of the edition's lists, or one of the import's own.

The table is read twice. The first time every name is looked up, and the import's own entries are made of those that no
list has; the second time documents are written, and each name leads to its entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from lxml import etree

from edition.corpus.identifiers import identifier_url
from edition.site.plan import File
from tei.authority import Authority, Entry
from tei.authority.folding import fold_form
from tei.authority.reading import listed, read_entry
from tei.encode import serialise
from tei.encode.markup import add
from tei.model import Basis, Certainty, Evidence, Name
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.recognise.naming import is_body, is_holder, name_of
from tei.regexes import regex
from tei.slugs import slug
from tei.text import append_text

Kind = Literal["person", "org", "place"]
STEP: Final = "table"
_NAMESPACES: Final[Any] = {None: TEI_NS}
_ELEMENTS: Final = {"person": ("person", "persName"), "org": ("org", "orgName"), "place": ("place", "placeName")}
_FILES: Final = {
    "person": ("persons", "listPerson", "Persons of the import"),
    "place": ("places", "listPlace", "Places of the import"),
    "org": ("organisations", "listOrg", "Organisations of the import"),
}
_ADDRESS: Final = regex(
    r"(?:https?://)?(?:www\.)?(?:d-nb\.info/gnd/(?P<gnd>[\dX-]+)|viaf\.org/viaf/(?P<viaf>\d+)"
    r"|wikidata\.org/(?:wiki|entity)/(?P<wikidata>Q\d+)|(?:sws\.)?geonames\.org/(?P<geonames>\d+))\S*",
)
_NAMED: Final = regex(
    r"(?P<type>gnd|viaf|wikidata|geonames|lc|isni|orcid)[:= ]\s*(?P<value>\S+)",
)
_INVERTED: Final = regex(r"(?P<surname>[^\s,]+(?: [^\s,]+)?), (?P<given>[^,]+)")


@dataclass(slots=True)
class _Own:
    """An entry of the import: its id, kind, name, other forms, identifiers."""

    id: str
    kind: Kind
    name: str
    forms: dict[str, None] = field(default_factory=dict)
    idnos: dict[tuple[str, str], None] = field(default_factory=dict)


class People:
    """Names of a table and their entries."""

    def __init__(self, authority: Authority, prefix: str = "") -> None:
        """Take the lists of the edition, and what the ids of the import's own entries begin with."""
        self._lists = authority
        self._prefix = prefix
        self._own: dict[str, _Own] = {}
        self._by_form: dict[tuple[Kind, str], _Own] = {}
        self._by_ident: dict[str, _Own | Entry] = {}
        self._known: dict[tuple[str, str, str], Name | None] = {}
        self._met: dict[tuple[str, str], bool] = {}
        for entry in authority.entries:
            for type_, value in entry.idnos:
                if url := identifier_url(type_, value):
                    self._by_ident.setdefault(url, entry)

    def meet(self, text: str, kind: str, ident: str, date: str) -> tuple[Entry, ...]:
        """Look a name up, and make an entry where no list has it; return the entries where it may be several."""
        words = " ".join(text.split())
        if ident:
            self._identified(words, kind, ident)
            return ()
        if self._listed(words, kind, date) is not None:
            return ()
        if self._is_met(words, kind):
            several = self._lists.resolve(words, kinds=_asked(kind), date=date or None).entries
            if len(several) > 1:
                return several
        self._entry(words, _kind_of(words, kind))
        return ()

    def name(self, text: str, kind: str, ident: str, date: str) -> Name:
        """Return a name with its entry; who met several entries leads to none."""
        words = " ".join(text.split())
        if ident and (found := self._by_ident.get(_address(ident)[1])) is not None:
            return _named(words, found)
        known = self._listed(words, kind, date)
        if known is not None:
            return known
        kinds: tuple[Kind, ...] = (kind,) if kind else ("person", "org")  # type: ignore[assignment] # one of the three
        own = next((self._by_form[one, _form(words)] for one in kinds if (one, _form(words)) in self._by_form), None)
        if own is not None:
            return _named(words, own)
        return Name(words, kinds[0], evidence=Evidence(STEP, certainty=Certainty.MEDIUM, basis=Basis.EXTERNAL))

    def _listed(self, words: str, kind: str, date: str) -> Name | None:
        """Return a name that the edition's lists have."""
        if not self._is_met(words, kind):
            return None
        asked = (words, kind, date)
        if asked not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[asked] = self._looked_up(words, kind, date)
        return self._known[asked]

    def _is_met(self, words: str, kind: str) -> bool:
        """Say whether the lists have a name at any time: a day only says which of its bearers is meant."""
        asked = (words, kind)
        if asked not in self._met:
            if len(self._met) > _REMEMBERED:
                self._met.clear()
            several = self._lists.resolve(words, kinds=_asked(kind)).entries
            self._met[asked] = bool(several) or self._looked_up(words, kind, "") is not None
        return self._met[asked]

    def _looked_up(self, words: str, kind: str, date: str) -> Name | None:
        entry = self._lists.get(words) if words.startswith("#") or words in self._lists else None
        if entry is not None and str(entry.kind) in _ELEMENTS:
            return _named(entry.name if words.removeprefix("#") == entry.id else words, entry)
        if kind == "place":
            entry = self._lists.resolve(words, kinds=("place",)).entry
            return _named(words, entry) if entry is not None else None
        found = name_of(words, 0, self._lists, date, step=STEP)
        entry = self._lists.get(found.ref) if found.ref else None
        if entry is None or (kind and found.kind != kind):
            return None
        if entry.built_in and found.evidence.certainty != Certainty.HIGH:
            return None  # a surname that a name of renown bears as well
        sure = Evidence(STEP, certainty=found.evidence.certainty, basis=Basis.EXTERNAL)
        return Name(words, found.kind, found.ref, found.preferred, found.pseudonym, sure)

    def _identified(self, words: str, kind: str, ident: str) -> None:
        """Take a name whose bearer an identifier tells."""
        type_, key = _address(ident)
        found = self._by_ident.get(key) or self._lists.get(ident)
        if found is None:
            own = _kind_of(words, kind)
            found = self._by_form.get((own, _form(words))) or self._entry(words, own, fresh=True)
            if isinstance(found, _Own) and any(type_ == one for one, _ in found.idnos):
                found = self._entry(words, own, fresh=True)
            if type_:
                found.idnos[type_, _value(type_, key)] = None
        self._by_ident[key] = found
        if isinstance(found, _Own) and words != found.name:
            found.forms[words] = None
            self._by_form.setdefault((found.kind, _form(words)), found)

    def _entry(self, words: str, kind: Kind, *, fresh: bool = False) -> _Own:
        form = _form(words)
        known = self._by_form.get((kind, form))
        if known is not None and not fresh:
            if words != known.name:
                known.forms[words] = None
            return known
        made = _Own(self._free(words, kind), kind, words)
        self._own[made.id] = made
        self._by_form.setdefault((kind, form), made)
        return made

    def _free(self, words: str, kind: Kind) -> str:
        plain = slug(_straight(words) if kind == "person" else words)
        wanted = f"{kind}-{len(self._own) + 1}" if plain == "unknown" else plain
        wanted = f"{self._prefix}{wanted if wanted[0].isalpha() else f'{kind}-{wanted}'}"
        number, candidate = 1, wanted
        while candidate in self._own or candidate in self._lists or candidate in _TAKEN:
            number += 1
            candidate = f"{wanted}-{number}"
        return candidate

    def alike(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield surnames that stand alone, and the names of those who may be meant by them."""
        persons = [own for own in self._own.values() if own.kind == "person"]
        bearers: dict[str, list[str]] = {}
        for own in persons:
            words = _form(own.name).split()
            if len(words) > 1:
                bearers.setdefault(words[-1], []).append(own.name)
        for own in persons:
            if found := bearers.get(_form(own.name)):
                yield own.name, tuple(found)

    def authority(self) -> Authority:
        """Return the lists of the edition with the entries of the import."""
        if not self._own:
            return self._lists
        found = (read_entry(kind, element, name) for name, root in self._roots() for kind, element in listed(root))
        return Authority((*self._lists.entries, *(entry for entry in found if entry is not None)))

    def files(self) -> Iterator[File]:
        """Yield the lists of the import."""
        for name, root in self._roots():
            yield File(f"authority/{name}.xml", serialise(root))

    def _roots(self) -> Iterator[tuple[str, etree._Element]]:
        for kind, (name, list_, title) in _FILES.items():
            entries = [own for own in self._own.values() if own.kind == kind]
            if entries:
                yield name, list_document(name, title, list_, map(_element, entries))


def list_document(name: str, title: str, list_: str, entries: Iterable[etree._Element]) -> etree._Element:
    """Return an authority list as a document: a header, and `standOff` with one list."""
    root = etree.Element(tei("TEI"), {XML_ID: name, XML_LANG: "en"}, nsmap=_NAMESPACES)
    description = add(add(root, "teiHeader"), "fileDesc")
    add(add(description, "titleStmt"), "title", title, type="main")
    add(add(description, "publicationStmt"), "p", "A working list of the import, not published.")
    add(add(description, "sourceDesc"), "p", "The names of the imported table that no list of the edition has.")
    add(add(root, "standOff"), list_).extend(entries)
    return root


_TAKEN: Final = frozenset(
    ("telegram", "telegram-envelope", "telegram-text", "document-kinds", "listy", "pages", "editor", "message-text")
)
"""Ids that documents have themselves."""
_REMEMBERED: Final = 20_000


def _element(own: _Own) -> etree._Element:
    tag, name = _ELEMENTS[own.kind]
    made = etree.Element(tei(tag), {XML_ID: own.id}, nsmap=_NAMESPACES)
    preferred = add(made, name, type="preferred")
    parts = _INVERTED.fullmatch(own.name) if own.kind == "person" and _straight(own.name) != own.name else None
    if parts:
        add(preferred, "forename", parts["given"])
        append_text(preferred, " ")
        add(preferred, "surname", parts["surname"])
    else:
        preferred.text = own.name
    for form in own.forms:
        if form != own.name:
            add(made, name, form, type="variant")
    for type_, value in own.idnos:
        add(made, "idno", value, type=type_)
    return made


def _named(words: str, entry: _Own | Entry) -> Name:
    kind: Kind = str(entry.kind)  # type: ignore[assignment] # one of the three
    preferred = _straight(entry.name) if isinstance(entry, _Own) and kind == "person" else entry.name
    return Name(words, kind, entry.id, preferred, evidence=Evidence(STEP, basis=Basis.EXTERNAL))


def _kind_of(words: str, stated: str) -> Kind:
    """Return what a name is of: as the mapping says, else of a body, else of a person, with an office or without."""
    if stated:
        return stated  # type: ignore[return-value] # one of the three
    held = is_holder(words.partition(", ")[2])
    return "org" if is_body(words) and not held else "person"


def _asked(kind: str) -> tuple[str, ...]:
    return (kind,) if kind else ("person", "org")


def _straight(words: str) -> str:
    """Return "Vetrov, Pavel" as "Pavel Vetrov"; what follows the comma may be an office as well."""
    found = _INVERTED.fullmatch(words)
    if found is None or is_holder(found["given"]) or is_body(words):
        return words
    return f"{found['given']} {found['surname']}"


def _form(words: str) -> str:
    """Return a name for comparison."""
    return fold_form(_straight(words))


def _address(ident: str) -> tuple[str, str]:
    """Return the authority file of an identifier and its address there; the identifier as it is for any other."""
    plain = ident.strip()
    found = _ADDRESS.fullmatch(plain)
    if found:
        type_ = next(name for name, value in found.groupdict().items() if value)
        return type_, identifier_url(type_, found[type_])
    named = _NAMED.fullmatch(plain)
    if named and (url := identifier_url(named["type"], named["value"])):
        return named["type"], url
    if plain.startswith(("http://", "https://")):
        return "url", plain
    return (
        ("wikidata", identifier_url("wikidata", plain)) if plain[:1] == "Q" and plain[1:].isdecimal() else ("", plain)
    )


def _value(type_: str, url: str) -> str:
    """Return the identifier that an address ends with."""
    return url if type_ == "url" else url.rstrip("/").rpartition("/")[2]
