"""authority/candidates.xml: names that no list has, for an editor to accept, reject or correct.

A TEI list with an entry for each name: where it was found, how often, and the known entry that is nearest. It is made
anew by each run from what the lock knows of every document; what an editor has written in it is kept: an entry with
n="rejected" is never asked about again, and one that has been filled in stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from lxml import etree

from edition.aside import CANDIDATES
from edition.entry import Unlisted
from edition.nearest import Nearest
from edition.unknown import is_known
from tei.authority import Authority
from tei.authority.entries import ALWAYS
from tei.authority.folding import fold_form
from tei.encode import serialise
from tei.errors import OutputError, SourceError
from tei.files import write_atomic
from tei.findings import Finding, Location, Rule, Severity
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.slugs import slug
from tei.text import append_text, normalise_space, text_of
from tei.xmlfile import parse_file

UNREADABLE = Rule(
    "ENC501",
    "candidates-unreadable",
    Severity.WARNING,
    "The list of unknown names cannot be read, so it was left as it is and no new name was added to it.",
)
RULES = (UNREADABLE,)

OPEN: Final = "open"
REJECTED: Final = "rejected"
_BEGINNING: Final = 3
_SHOWN: Final = 8
"""So many documents are named for each name."""
_FOUND: Final = "found"
_NEAREST: Final = "nearest"
_LISTS: Final = {
    "person": ("listPerson", "person", "persName"),
    "place": ("listPlace", "place", "placeName"),
    "org": ("listOrg", "org", "orgName"),
}
_KINDS: Final = {tei(element): kind for kind, (_, element, _) in _LISTS.items()}
_NAMESPACES: Final[Any] = {None: TEI_NS}
Named = tuple[str, str, Sequence[Unlisted]]
"""Id and day of a document, and the names in it that no list had."""
Key = tuple[str, str]
"""Kind, and name in small letters."""


@dataclass(slots=True)
class _Met:
    """A name as it was met: its spelling, in how many documents, the first of them, and the parts it had there."""

    name: str
    number: int = 0
    documents: list[str] = field(default_factory=list)
    parts: Counter[str] = field(default_factory=Counter)

    def add(self, id_: str, part: str) -> None:
        """Take a document; ids come in their order, and only those are kept that are shown."""
        self.number += 1
        self.parts[part] += 1
        if len(self.documents) < _SHOWN:
            self.documents.append(id_)


def is_candidates(path: Path) -> bool:
    """Say whether a file is the list of candidates, which is never read as a list of known names."""
    return path.name == CANDIDATES


def renew_candidates(
    path: Path, entries: Iterable[Named], fresh: Collection[str], authority: Authority, output: Path
) -> tuple[Finding, ...]:
    """Write the list of unknown names of all documents where it changes; returns what stands in the way.

    `entries` are in the order of their ids; `fresh` are the documents of this run: of the others, the names that have
    been listed since are left out.
    """
    met = _gathered(entries, fresh, authority)
    try:
        kept = _read(path)
        document = _document(met, kept, authority, _way(path.parent, output)) if met or kept else None
        if document is None:
            path.unlink(missing_ok=True)
            return ()
        data = serialise(document)
        if not path.exists() or path.read_bytes() != data:
            write_atomic(path, data)
    except SourceError as error:
        found = error.findings[0]
        hint = "mend it, or delete it to begin anew"
        return (UNREADABLE.at(found.location, f"the list of unknown names cannot be read: {found.message}", hint),)
    except OutputError as error:
        return error.findings
    except OSError as error:
        reason = f"the list of unknown names cannot be kept: {error.strerror or error}"
        return (UNREADABLE.at(Location(str(path)), reason, "check the path and its permissions"),)
    return ()


def _way(folder: Path, output: Path) -> str:
    """Return how one gets from the list to the documents, for pointers."""
    parts, others = folder.resolve().parts, output.resolve().parts
    same = next(
        (i for i, (a, b) in enumerate(zip(parts, others, strict=False)) if a != b), min(len(parts), len(others))
    )
    steps = [*[".."] * (len(parts) - same), *others[same:]]
    return "".join(f"{step}/" for step in steps)


def _gathered(entries: Iterable[Named], fresh: Collection[str], authority: Authority) -> dict[Key, _Met]:
    met: dict[Key, _Met] = {}
    listed = _Listed(authority)
    for id_, date, names in entries:
        for kind, name, part in names:
            if id_ in fresh or not listed.has(kind, name, date):
                met.setdefault((kind, name.casefold()), _Met(name)).add(id_, part)
    return met


class _Listed:
    """Tells which names have been listed since, each asked for once.

    Days matter only to names that are like a listed form with years: those that share the beginning of a word with one.
    """

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        forms = (form for one in authority.entries for form in one.variants if form.period != ALWAYS)
        self._beginnings = {_letters(word)[:_BEGINNING] for form in forms for word in form.form.split()} - {""}
        self._dated: dict[str, bool] = {}
        self._known: dict[tuple[str, str, str], bool] = {}

    def has(self, kind: str, name: str, date: str) -> bool:
        """Say whether a list has a name."""
        if name not in self._dated:
            letters = _letters(name)
            self._dated[name] = any(beginning in letters for beginning in self._beginnings)
        asked = (kind, name, date if self._dated[name] else "")
        if asked not in self._known:
            self._known[asked] = is_known(kind, name, self._authority, asked[2])
        return self._known[asked]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, fold_form(words)))


def _read(path: Path) -> dict[Key, etree._Element]:
    """Return the entries of the list that is there; raises SourceError where it is damaged."""
    if not path.exists():
        return {}
    found: dict[Key, etree._Element] = {}
    for element in parse_file(path).getroot().iter(*_KINDS):
        kind = _KINDS[str(element.tag)]
        name = element.find(tei(_LISTS[kind][2]))
        if name is not None:
            found.setdefault((kind, normalise_space(text_of(name)).casefold()), element)
    return found


def _document(
    met: Mapping[Key, _Met], kept: Mapping[Key, etree._Element], authority: Authority, way: str
) -> etree._Element | None:
    """Return the list, None where it would be empty."""
    root = _frame()
    lists = etree.SubElement(root, tei("standOff"))
    taken = {str(element.get(XML_ID)) for element in kept.values()}
    nearest = Nearest(authority)
    rows: dict[str, list[etree._Element]] = defaultdict(list)
    for key in sorted({*met, *kept}):
        element = deepcopy(kept[key]) if key in kept else _element(key[0], met[key].name, taken, authority)
        if key not in met and _is_untouched(element):
            continue
        if element.get("n") != REJECTED:
            _annotate(element, key, met.get(key), nearest, way)
        rows[key[0]].append(element)
    for kind, (list_, _, _) in _LISTS.items():
        if rows[kind]:
            etree.SubElement(lists, tei(list_)).extend(rows[kind])
    return root if len(lists) else None


def _frame() -> etree._Element:
    root = etree.Element(tei("TEI"), {XML_ID: "candidates", XML_LANG: "en"}, nsmap=_NAMESPACES)
    description = etree.SubElement(etree.SubElement(root, tei("teiHeader")), tei("fileDesc"))
    for statement, element, words in _HEADER:
        made = etree.SubElement(etree.SubElement(description, tei(statement)), tei(element))
        made.text = words
        if element == "title":
            made.set("type", "main")
    return root


_HEADER: Final = (
    ("titleStmt", "title", "Names that no authority list has"),
    ("publicationStmt", "p", "A working list of the editors, not published."),
    (
        "sourceDesc",
        "p",
        "Gathered from the documents of the edition. To accept a name, move its entry to a list of your own, or add "
        'the form to an entry there; to be asked no more, set n="rejected".',
    ),
)


def _element(kind: str, name: str, taken: set[str], authority: Authority) -> etree._Element:
    _, tag, name_tag = _LISTS[kind]
    element = etree.Element(tei(tag), {XML_ID: _free_id(kind, name, taken, authority), "n": OPEN}, nsmap=_NAMESPACES)
    etree.SubElement(element, tei(name_tag), {"type": "preferred"}).text = name
    return element


def _free_id(kind: str, name: str, taken: set[str], authority: Authority) -> str:
    """Return an id that no list has, so that the entry can be moved as it is."""
    plain = slug(name)
    wanted = f"{kind}-{plain}" if plain == "unknown" or not plain[0].isalpha() else plain
    number, candidate = 1, wanted
    while candidate in taken or candidate in authority:
        number += 1
        candidate = f"{wanted}-{number}"
    taken.add(candidate)
    return candidate


def _is_untouched(element: etree._Element) -> bool:
    """Say whether an entry is as it was made: nothing but a name and our notes, and no decision."""
    names = {tei(name) for _, _, name in _LISTS.values()}
    ours = [child for child in element if child.tag in names or child.get("n") in (_FOUND, _NEAREST)]
    return element.get("n") == OPEN and len(ours) == len(element) and sum(child.tag in names for child in element) == 1


def _annotate(element: etree._Element, key: Key, met: _Met | None, nearest: Nearest, way: str) -> None:
    """Put our notes in the place of those of an earlier run."""
    for child in list(element.iterchildren(tei("note"))):
        if child.get("n") in (_FOUND, _NEAREST):
            element.remove(child)
    if met is None:
        return
    note = etree.SubElement(element, tei("note"), {"type": "editor", "n": _FOUND})
    note.text = f"Found in {_documents(met.number)} ({', '.join(_parts(met.parts))}): "
    for place, id_ in enumerate(met.documents):
        append_text(note, ", " if place else "")
        etree.SubElement(note, tei("ref"), {"type": "document", "target": f"{way}{id_}.xml"}).text = id_
    append_text(note, " …" if met.number > _SHOWN else "")
    near = nearest.to(met.name, key[0])
    if near:
        hint = etree.SubElement(element, tei("note"), {"type": "editor", "n": _NEAREST})
        hint.text = f"Like “{near.form}”, a form of {near.name} (#{near.id})."


def _documents(number: int) -> str:
    return "1 document" if number == 1 else f"{number} documents"


def _parts(parts: Counter[str]) -> Iterator[str]:
    for part, number in sorted(parts.items()):
        yield part if number == 1 else f"{part} {number} times"
