"""An archival reference as a value: which archive, which parts, which leaves; and how two of them compare.

Two references are equal when they name the same thing, whatever alphabet, spelling or order they were written in. What
only describes the thing (its extent, its form, the words as written) does not take part in the comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tei.archives.leaves import LeafRange, count_leaves, write_leaves
from tei.archives.parts import arranged
from tei.archives.repository import Repository
from tei.archives.script import fold
from tei.regexes import regex

_OPTIONAL: Final = ("name", "subfond", "papka", "portsiia", "karton", "collection", "record-group")
"""Parts that careful and hasty writers give or leave out for the same file."""

DESCRIPTIVE: Final = ("name",)
"""Parts that only describe: the name of a fond beside its number does not make another fond of it."""

DATED: Final = regex(r"(?P<month>\d{1,2})-(?P<day>\d{1,2})(?P<year>\d{2})(?!\d)")
LABELS: Final = {
    "ae": "archival unit", "call-number": "call number", "chast": "part", "document": "document", "kniga": "book",
    "maco": "maço", "name": "name of the fond", "record-group": "record group", "tom": "volume",
}  # fmt: skip
"""English labels of parts whose type is not a good label itself."""


@dataclass(frozen=True, slots=True, eq=False)
class ArchivalReference:
    """A reference to leaves of a file in an archive, or to any larger part.

    `parts` are (type, value) pairs from the whole to the file, values as written; `leaves` are counted in `unit`, leaf
    or page; `image` is the number of a scan. `extent`, `form`, `classification`, `remark` and `written` are what the
    source adds; `cited_as` is the name of the archive as written.
    """

    repository: Repository | None = None
    parts: tuple[tuple[str, str], ...] = ()
    leaves: tuple[LeafRange, ...] = ()
    unit: str = "leaf"
    image: str = ""
    extent: str = ""
    form: str = ""
    classification: str = ""
    remark: str = ""
    cited_as: str = ""
    written: str = ""

    def __post_init__(self) -> None:
        own = self.repository.parts if self.repository else ()
        object.__setattr__(self, "parts", arranged(self.parts, own))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ArchivalReference) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[object, ...]:
        repository = _archive_key(self)
        parts = tuple((name, fold(value)) for name, value in self.parts if name not in DESCRIPTIVE)
        return repository, parts, self.leaves, self.unit if self.leaves else "", self.image

    def get(self, part: str) -> str:
        """Return the value of a part, "" where the reference has none."""
        return next((value for name, value in self.parts if name == part), "")

    @property
    def fond(self) -> str:
        """The fond as written, "" where there is none."""
        return self.get("fond")

    @property
    def opis(self) -> str:
        """The opis as written, "" where there is none."""
        return self.get("opis")

    @property
    def delo(self) -> str:
        """The delo (edinitsa khraneniia) as written, "" where there is none."""
        return self.get("delo")

    @property
    def papka(self) -> str:
        """The papka as written, "" where there is none."""
        return self.get("papka")

    @property
    def key(self) -> str:
        """The comparable form, such as rgaspi/558/11/330/95-96."""
        return key(self)

    @property
    def leaves_text(self) -> str:
        """The leaves in their normal form, "49–51", as `idno[@type='listy']` has them."""
        return write_leaves(self.leaves)

    @property
    def leaf_count(self) -> int:
        """How many leaves are named: three for 49–51."""
        return count_leaves(self.leaves)

    @property
    def loci(self) -> tuple[tuple[str, str], ...]:
        """The first and last leaf of each range, as `locus/@from` and `@to` have them ("80v")."""
        return tuple((str(each.first), str(each.last)) for each in self.leaves)

    @property
    def idnos(self) -> tuple[tuple[str, str], ...]:
        """The (type, value) pairs for `idno` in order, the leaves last: type listy, or pages; without a fond's name."""
        last = ((("listy" if self.unit == "leaf" else "pages"), self.leaves_text),) if self.leaves else ()
        return tuple(part for part in self.parts if part[0] not in DESCRIPTIVE) + last

    @property
    def date(self) -> str:
        """The date that an American decimal file number after 1944 carries: 893.00/4–1849 is 1949-04-18; else ""."""
        return decimal_date(self.get("document")) if self.get("file") else ""


def key(reference: ArchivalReference) -> str:
    """Return the comparable form of a reference: archive, the parts that make its address, then the leaves.

    The parts that a full reference has stand by their place, "-" for one that is missing before others; any further
    part stands with its type (`chast:2`); what a collection is called says nothing beside a call number. Pages are
    marked with p where the archive counts leaves.
    """
    repository = reference.repository
    own = repository.parts if repository else ("fond", "opis", "delo")
    known = {name: fold(value) for name, value in reversed(reference.parts)}
    main = [known.get(part, "-") for part in own]
    told = (*own, *DESCRIPTIVE, *(("collection",) if "call-number" in own and "call-number" in known else ()))
    further = [f"{name}:{fold(value)}" for name, value in reference.parts if name not in told]
    leaves = ",".join(str(each).replace("–", "-") for each in reference.leaves)
    mark = "" if not repository or reference.unit == repository.unit else reference.unit[0]
    detail = further + ([mark + leaves] if leaves else []) + ([f"image:{reference.image}"] if reference.image else [])
    while main and main[-1] == "-" and not leaves:
        main.pop()
    return "/".join([fold(repository.key) if repository else "-", *main, *detail])


def same_file(one: ArchivalReference, other: ArchivalReference) -> bool:
    """Tell whether two references lie in the same file, whatever leaves they name.

    The papka, the name of the fond and the like count only where both give them, as one writer leaves out what the next
    one gives.
    """
    if _archive_key(one) != _archive_key(other):
        return False
    return bool(one.parts) and _agree(one, other) and _agree(other, one)


def _archive_key(reference: ArchivalReference) -> str:
    return fold(reference.repository.key) if reference.repository else ""


def _agree(one: ArchivalReference, other: ArchivalReference) -> bool:
    theirs = {name: fold(value) for name, value in other.parts}
    return all(theirs[name] == fold(value) if name in theirs else name in _OPTIONAL for name, value in one.parts)


def contains(whole: ArchivalReference, part: ArchivalReference) -> bool:
    """Tell whether `part` lies within `whole`: in that fond, that file, or among those leaves."""
    if _archive_key(whole) != _archive_key(part):
        return False
    theirs = {(name, fold(value)) for name, value in part.parts}
    if not all((name, fold(value)) in theirs for name, value in whole.parts if name not in DESCRIPTIVE):
        return False
    if not whole.leaves:
        return not whole.image or whole.image == part.image
    return bool(part.leaves) and all(any(inner in outer for outer in whole.leaves) for inner in part.leaves)


def decimal_date(document: str) -> str:
    """Return the ISO date in the number behind the stroke of a decimal file (month–day year), "" where it has none.

    The Department of State numbered documents by date from the summer of 1944 to January 1963.
    """
    match = DATED.match(document.replace("–", "-"))
    if match is None or not 44 <= int(match["year"]) <= 63:
        return ""
    year, month, day = 1900 + int(match["year"]), int(match["month"]), int(match["day"])
    longest = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= longest[month - 1] else ""


def describe(reference: ArchivalReference) -> tuple[tuple[str, str], ...]:
    """Return what a reference says as (label, value) pairs in English, in the order in which a reader wants them."""
    repository = reference.repository
    rows = []
    if repository:
        name = repository.long_name() if repository.known else f"{repository.name} (not in the register)"
        rows += [("archive", name), ("settlement", repository.settlement), ("country", repository.country)]
    rows += [(LABELS.get(part, part), value) for part, value in reference.parts]
    if reference.leaves:
        noun = "leaves" if reference.unit == "leaf" else "pages"
        rows += [(noun, reference.leaves_text), (f"number of {noun}", str(reference.leaf_count))]
    rows += [("image", reference.image), ("extent", reference.extent), ("date in the number", reference.date)]
    rows += [("form", reference.form), ("classification", reference.classification), ("remark", reference.remark)]
    rows.append(("key", key(reference)))
    return tuple((label, value) for label, value in rows if value)
