r"""Documents as BibTeX that biblatex reads as well: UTF-8, with what TeX would take for a command escaped.

`@misc` is known to every style. `date` is EDTF, as biblatex takes it; `year` and `month` are for BibTeX itself. The
title stands in two pairs of braces, so that no style changes its capitals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from edition.citing.people import Person
from edition.citing.publication import Publication
from edition.citing.source import Source, read_source
from edition.corpus.model import Document
from tei.regexes import regex

_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "$&%#_"},
    }
)
"""Braces get a command each: BibTeX counts them even behind a backslash."""

_NO_KEY: Final = regex(r"[\s,{}\\%#~\"'=()^$&]+")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(documents: Iterable[Document], site: Publication) -> bytes:
    """Return documents as a file of BibTeX, in the order given."""
    return "\n".join(_entry(read_source(document, site)) for document in documents).encode()


def escape(text: str) -> str:
    """Return a text as it stands in a field: on one line, nothing in it a command."""
    return " ".join(text.split()).translate(_ESCAPES)


def _entry(source: Source) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(source))
    return f"@misc{{{_NO_KEY.sub('-', source.ident)},\n{fields}}}\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    braced = (
        ("author", " and ".join(map(_name, source.senders))),
        ("recipient", " and ".join(map(_name, source.recipients))),
        ("translator", " and ".join(map(_name, source.translators))),
        ("editor", " and ".join(f"{{{escape(editor)}}}" for editor in source.editors)),
        ("title", f"{{{escape(source.title)}}}"),
        ("type", escape(source.kind.capitalize())),
        ("number", escape(source.number)),
        ("date", source.dating.edtf.replace("..", "")),
        ("year", _year(source)),
        ("archive", escape(source.kept[0].archive) if source.kept else ""),
        ("archive_location", escape(source.kept[0].location) if source.kept else ""),
        ("howpublished", escape(source.edition)),
        ("publisher", escape(source.publisher)),
        ("address", escape(source.place)),
        ("version", escape(source.state)),
        ("note", escape(_note(source))),
        ("language", escape(source.lang)),
        ("abstract", escape(source.abstract)),
        ("url", source.url),
    )
    for name, value in braced:
        if value and value != "{}":
            yield name, f"{{{value}}}"
        if name == "year" and len(source.dating.first) > 1 and not source.dating.ranged:
            yield "month", _MONTHS[source.dating.first[1] - 1]


def _year(source: Source) -> str:
    years = "--".join(str(year) for year in source.dating.years)
    return years or escape(source.dating.words)


def _note(source: Source) -> str:
    """Return what styles without fields for it shall print: the recipient, the archive, the version."""
    to = ", ".join(person.whole for person in source.recipients)
    version = f"Version {source.state}" if source.state else ""
    return ". ".join(filter(None, [f"To {to}" if to else "", *(kept.whole for kept in source.kept), version]))


def _name(person: Person) -> str:
    """Return a name as BibTeX takes it apart; one that shall stay whole is in braces of its own."""
    if person.family:
        return f"{_guarded(person.family)}, {_guarded(person.given)}"
    return f"{{{escape(person.whole)}}}"


def _guarded(part: str) -> str:
    """Guard the word "and" and commas, which would begin another name."""
    written = escape(part)
    return f"{{{written}}}" if "," in written or " and " in f" {written} ".lower() else written
