"""The authority lists of an edition: loaded once, then asked who is who."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from tei.authority.checks import (
    NO_ENTRIES,
    check_claims,
    check_duplicate,
    check_element,
    check_pointers,
    check_replacement,
)
from tei.authority.entries import Entry, Kind
from tei.authority.lexicon import Lexicon, LocalLexicon
from tei.authority.matching import Match, Scan, Searcher
from tei.authority.reading import listed, read_entry
from tei.authority.repositories import RepositoryMapping, repository_mapping
from tei.authority.resolving import Resolution, resolve
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import XML_ID
from tei.xmlfile import parse_file

IN_TEXT: Final = (Kind.PERSON, Kind.PLACE, Kind.ORG)
IN_ENVELOPES: Final = (Kind.PERSON, Kind.ORG)
_REMEMBERED: Final = 4096
"""Names of envelopes that stay resolved: an edition asks for the same few parties again and again."""
_SHORT: Final = 80
"""A text of so many characters is a name or an address, and asked about as often."""
_SCANNED: Final = 64
"""Long texts of which it is remembered where names stand: those of a page or two."""

_FIRST: Final = ("first of each",)

_BUILT_IN: Final = ("persons.xml", "places.xml", "organisations.xml")


class Authority:
    """Persons, places, organisations and repositories, by id and by every form of their names. Immutable."""

    __slots__ = ("_entries", "_found", "_lexicon", "_local", "_resolved", "_scans")

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Take entries in order; the first of each id holds."""
        by_id: dict[str, Entry] = {}
        for entry in entries:
            by_id.setdefault(entry.id, entry)
        self._entries: Mapping[str, Entry] = by_id
        self._lexicon = Lexicon(tuple(entry for entry in by_id.values() if entry.kind is not Kind.REPOSITORY))
        self._local: LocalLexicon | None = None
        self._resolved: dict[tuple[str, tuple[str, ...], str], Resolution] = {}
        self._found: dict[tuple[str, tuple[str, ...], str], tuple[Match, ...]] = {}
        self._scans: dict[str, Scan] = {}

    @classmethod
    def load(cls, paths: Iterable[Path | str], *, builtin: bool = True) -> tuple[Authority, tuple[Finding, ...]]:
        """Load lists from TEI files, or from the *.xml files of folders, and say what is wrong in them.

        An entry of a file replaces the built-in one of the same id. What cannot be read is a finding and is left out;
        the authority that comes back is always usable.
        """
        built_in = _built_in() if builtin else ()
        if not (files := _files(paths)):
            return (_starting_authority() if builtin else cls()), ()
        own, findings = _read_files(files, frozenset(entry.id for entry in built_in))
        taken = {entry.id: entry for entry in own}
        findings += [
            finding for entry in built_in if entry.id in taken for finding in check_replacement(taken[entry.id], entry)
        ]
        everything = (*own, *(entry for entry in built_in if entry.id not in taken))
        findings += check_claims(everything)
        return cls(everything), tuple(sorted(set(findings)))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries: the edition's own first, in the order of its lists."""
        return tuple(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._entries

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry of an id, with or without its "#"; None where there is none."""
        return self._entries.get(entry_id.removeprefix("#"))

    def find(self, text: str, *, date: str | None = None, kinds: Collection[str] = IN_TEXT) -> tuple[Match, ...]:
        """Return the names in a text, in order, the longest at each place; `date` (ISO 8601) judges cover names."""
        if len(text) > _SHORT:
            return self._in_long(text, tuple(kinds), date or "")
        asked = (text, tuple(kinds), date or "")
        known = self._found.get(asked)
        if known is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            known = self._found[asked] = self._searcher(kinds, date).find(text)
        return known

    def find_first(self, text: str, *, date: str | None = None) -> tuple[Match, ...]:
        """Return the names in a long text, each spelling of each entry once, where it stands first."""
        if len(text) <= _SHORT:
            return _firsts(text, self.find(text, date=date))
        everywhere = self._in_long(text, IN_TEXT, date or "")
        scan = self._scans[text]
        asked = (_FIRST, date if date and scan.is_dated else "")
        if asked not in scan.known:
            scan.known[asked] = _firsts(text, everywhere)
        return scan.known[asked]

    def _in_long(self, text: str, kinds: tuple[str, ...], date: str) -> tuple[Match, ...]:
        """Look through a long text once: the telegrams of a page all ask for the names of the page, each on its day."""
        searcher = self._searcher(kinds, date)
        scan = self._scans.pop(text, None) or searcher.scan(text)
        self._scans[text] = scan  # the one that was asked for last stays longest
        if len(self._scans) > _SCANNED:
            del self._scans[next(iter(self._scans))]
        asked = (kinds, date if scan.is_dated else "")
        if asked not in scan.known:
            scan.known[asked] = searcher.judge(text, scan.hits)
        return scan.known[asked]

    def resolve(self, name: str, kinds: Collection[str] = IN_ENVELOPES, date: str | None = None) -> Resolution:
        """Say who a name from an envelope is, titles, brackets and all; see `tei.authority.resolving`."""
        asked = (name, tuple(kinds), date or "")
        known = self._resolved.get(asked)
        if known is None:
            if len(self._resolved) >= _REMEMBERED:
                self._resolved.clear()
            known = self._resolved[asked] = resolve(self._searcher(kinds, date), name)
        return known

    def with_local(self, forms: Mapping[str, str]) -> Authority:
        """Return an authority that also knows `forms` (form → entry id), which go before what the lists say.

        For what one page says of itself ("the Chief", defined in its first note). Cheap: the lists are shared.
        Raises KeyError for an id that is in no list.
        """
        new = object.__new__(Authority)
        new._entries, new._lexicon = self._entries, self._lexicon
        added = tuple((form, entry_id, self._entries[entry_id].kind) for form, entry_id in forms.items())
        new._local = LocalLexicon((*(self._local.local if self._local else ()), *added))
        new._resolved, new._found, new._scans = {}, {}, {}
        return new

    @property
    def has_local(self) -> bool:
        """Say whether some forms hold for one page only."""
        return self._local is not None

    def excerpt(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries of some ids (with or without "#"), each once, by kind and id; unknown ids are left out."""
        found = {entry.id: entry for identifier in ids if (entry := self.get(identifier))}
        order = tuple(Kind)
        return tuple(sorted(found.values(), key=lambda entry: (order.index(entry.kind), entry.id)))

    def repositories(self) -> tuple[RepositoryMapping, ...]:
        """Return the repositories that the lists define, as plain mappings for `tei.archives`."""
        return tuple(repository_mapping(entry) for entry in self.entries if entry.kind is Kind.REPOSITORY)

    def _searcher(self, kinds: Collection[str], date: str | None) -> Searcher:
        lexicons = (self._lexicon, self._local) if self._local else (self._lexicon,)
        return Searcher(lexicons, self._entries, kinds, date or "")


def _firsts(text: str, matches: Iterable[Match]) -> tuple[Match, ...]:
    found: dict[tuple[str, tuple[str, ...], str], Match] = {}
    for match in matches:
        found.setdefault((text[match.start : match.end], match.entry_ids, match.variant_type), match)
    return tuple(found.values())


def _files(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """Return the files meant by paths: a folder stands for its *.xml files, in the order of their names."""
    found: list[Path] = []
    for path in map(Path, paths):
        found += sorted(path.glob("*.xml")) if path.is_dir() else [path]
    return tuple(dict.fromkeys(found))


def _read_files(files: tuple[Path, ...], built_in: frozenset[str]) -> tuple[list[Entry], list[Finding]]:
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    elements: dict[str, list[etree._Element]] = {}
    local_ids: set[str] = set()
    for path in map(str, files):
        try:
            root = parse_file(Path(path)).getroot()
        except SourceError as error:
            findings += error.findings
            continue
        local_ids |= {identifier for node in root.iter(etree.Element) if (identifier := node.get(XML_ID))}
        elements[path] = []
        for kind, element in listed(root):
            elements[path].append(element)
            findings += check_element(kind, element, path)
            entry = read_entry(kind, element, path)
            if entry and entry.id in entries:
                findings.append(check_duplicate(entry, entries[entry.id]))
            elif entry:
                entries[entry.id] = entry
        if not elements[path]:
            hint = "list entries in standOff: listPerson/person, listPlace/place, listOrg/org"
            findings.append(NO_ENTRIES.at(Location(path, 1), "no person, place or org in this file", hint))
    known = built_in | local_ids
    for path, nodes in elements.items():
        findings += check_pointers(nodes, known, path)
    return list(entries.values()), findings


@cache
def _built_in() -> tuple[Entry, ...]:
    """Read the lists that come with the package, once per process."""
    folder = Path(__file__).parent / "data"
    entries = []
    for name in _BUILT_IN:
        root = parse_file(folder / name).getroot()
        found = (read_entry(kind, element, name, built_in=True) for kind, element in listed(root))
        entries += [entry for entry in found if entry]
    return tuple(entries)


@cache
def _starting_authority() -> Authority:
    """Return the built-in lists alone; shared, for an authority never changes."""
    return Authority(_built_in())
