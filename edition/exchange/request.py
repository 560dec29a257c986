"""What an exporter is given and what it yields, and the findings that all of them share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from edition.corpus.model import Corpus, Document
from edition.site.plan import File, Settings
from tei.findings import Finding, Location, Rule, Severity

LEFT_OUT = Rule(
    "EXP101",
    "left-out",
    Severity.INFO,
    "The format has no place for something that the document says. The export goes without it; the TEI keeps it. Look "
    "whether the partner needs it, and then choose a format that holds it.",
)
NO_IDENTIFIER = Rule(
    "EXP102",
    "no-identifier",
    Severity.INFO,
    "A person, place or organisation has no identifier of an authority file (GND, VIAF, Wikidata, GeoNames …), so "
    "others cannot join it with theirs. It is exported as text.",
    bad='<person xml:id="vetrov"><persName>Vetrov</persName></person>',
    good='<person xml:id="vetrov"><persName>Vetrov</persName><idno type="viaf">…</idno></person>',
)
REFUSED = Rule(
    "EXP103",
    "harvester-refuses",
    Severity.WARNING,
    "Who harvests this format would refuse the file, or could do nothing with it, for want of something that the "
    "edition's settings or the document must say.",
)
NOTHING = Rule("EXP104", "nothing-to-export", Severity.ERROR, "No document was found, so nothing was written.")
NO_LIBRARY = Rule(
    "EXP110",
    "library-missing",
    Severity.ERROR,
    "The format is written by a library that is not installed; it is large, so that only those who want the format "
    "install it. Nothing was written.",
)
RULES = (LEFT_OUT, NO_IDENTIFIER, REFUSED, NOTHING, NO_LIBRARY)


@dataclass(frozen=True, slots=True)
class Request:
    """The corpus, what the edition says of itself and where its site is, and the name of the file or folder wanted.

    `config` is the path of edition.toml, for findings about it; empty where there is none.
    """

    corpus: Corpus
    settings: Settings
    config: str = ""

    def lacks(self, what: str, hint: str) -> Finding:
        """Say that the settings lack something without which a harvester refuses the file."""
        return REFUSED.at(Location(self.config or "edition.toml"), f"{what} is not told", hint)


class Exporter(Protocol):
    """What a module of a format offers: `SUFFIX` ends the name of its one file, empty for a folder of files."""

    SUFFIX: str

    def export(self, request: Request) -> Iterator[File | Finding]:
        """Yield the files, by their paths in the output, and what is to be said of them.

        File by file, so that memory stays flat; in a folder a large file may come in pieces: one yielded again under
        the same path goes on where it ended. The same corpus gives the same bytes.
        """


def left_out(document: Document, what: str, hint: str = "") -> Finding:
    """Say what of a document the format cannot hold."""
    return LEFT_OUT.at(Location(str(document.path)), f"{what} is left out", hint)
