"""A volume of Foreign Relations: what its header says, its documents, and where they stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from edition.intake.frus.dates import value_of
from edition.intake.frus.mixed import take_out_empty
from edition.intake.frus.pointing import SITE
from tei.names import TEI_NS, XML_ID, tei
from tei.regexes import regex
from tei.text import normalise_space, text_of

SERIES: Final = "Foreign Relations of the United States"
_DOCUMENTS: Final = etree.XPath("//t:div[@type = 'document']", namespaces={"t": TEI_NS})
_EMPTY_IS_NOTHING: Final = tuple(map(tei, ("opener", "closer", "signed", "dateline", "salute", "byline", "trailer")))
_NCNAME: Final = regex(r"[^\W\d][\w.-]*")
_UNSAFE: Final = regex(r"[^\w.-]+")
_YEAR: Final = regex(r"\d{4}")
_DAY: Final = regex(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume: `id` is that of the series ("frus1949v08"), `sha256` that of the file; `editors` are (role, name)."""

    id: str
    root: etree._Element = field(repr=False)
    sha256: str = ""
    title: str = ""
    volume: str = ""
    subseries: str = ""
    number: str = ""
    publisher: str = ""
    place: str = ""
    year: str = ""
    language: str = ""
    editors: tuple[tuple[str, str], ...] = ()
    changed: str = ""
    """The day of the last change that the volume tells of, else its year."""

    @property
    def address(self) -> str:
        """The page of the volume at the Office of the Historian."""
        return f"{SITE}{self.id}"


def read_volume(root: etree._Element, name: str, sha256: str) -> Volume:
    """Read the header of a volume; `name` is that of the file, for a volume that does not say its id.

    Openers and closers that hold nothing are taken out of it: a signature that is none parts no words.
    """
    take_out_empty(root, _EMPTY_IS_NOTHING)
    titles = {str(one.get("type")): _words(one) for one in root.iterfind(f"{_path('titleStmt')}/{tei('title')}")}
    statement = root.find(_path("publicationStmt"))
    editors = root.iterfind(f"{_path('titleStmt')}/{tei('editor')}")
    dates = [one for one in _all(statement, "date") if one.get("type") in (None, "publication-date")]
    year = _YEAR.search(_words(dates[0])) if dates else None
    identifiers = [_words(one) for one in _all(statement, "idno") if one.get("type") == "frus" and _words(one)]
    return Volume(
        _identifier(root, identifiers, name),
        root,
        sha256,
        titles.get("complete") or titles.get("volume") or name,
        titles.get("volume", ""),
        titles.get("sub-series", ""),
        titles.get("volume-number", ""),
        next((_words(one) for one in _all(statement, "publisher")), ""),
        next((_words(one) for one in _all(statement, "pubPlace")), ""),
        year.group() if year else "",
        root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        tuple((str(one.get("role") or ""), _words(one)) for one in editors if _words(one)),
        _changed(root) or (year.group() if year else ""),
    )


def _changed(root: etree._Element) -> str:
    """Return the last day that the history of a volume names."""
    changes = root.iterfind(f"{tei('teiHeader')}/{tei('revisionDesc')}//{tei('change')}")
    days = [day.group() for one in changes if (day := _DAY.match(one.get("when") or _words(one)))]
    return max((day for day in days if value_of(day)), default="")


def documents_of(root: etree._Element) -> tuple[etree._Element, ...]:
    """Return the documents of a volume in order; one inside another belongs to it."""
    found = _DOCUMENTS(root)
    every = [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []
    inner = {
        one for outer in every for one in outer.iter(tei("div")) if one is not outer and one.get("type") == "document"
    }
    return tuple(one for one in every if one not in inner)


def _path(name: str) -> str:
    return f"{tei('teiHeader')}/{tei('fileDesc')}/{tei(name)}"


def _all(parent: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if parent is None else parent.findall(tei(name))


def _words(element: etree._Element) -> str:
    return normalise_space(text_of(element))


def _identifier(root: etree._Element, told: list[str], name: str) -> str:
    """Return the id of a volume: of its root, of its header, else the name of the file."""
    for one in (root.get(XML_ID) or "", *told):
        if _NCNAME.fullmatch(one):
            return one
    safe = _UNSAFE.sub("-", name).strip("-.")
    return safe if _NCNAME.fullmatch(safe) else f"frus-{safe or 'volume'}"
