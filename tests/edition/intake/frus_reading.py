"""What the tests of volumes share: import a text as a volume, look into what came of it, check it by our schema."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from edition.intake import frus
from edition.intake.request import Order
from edition.settings import default_guard
from edition.site.plan import File
from tei.findings import Finding
from tei.names import TEI_NS, XML_NS
from tei.validate.guard import Guard
from tei.xmlfile import parse_bytes

SPACES = {"t": TEI_NS, "xml": XML_NS}


@dataclass(frozen=True)
class Taken:
    """Documents and other files by path, and the findings."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...]

    def document(self, key: str) -> etree._Element:
        """The document of the volume with this id."""
        (path,) = (path for path in self.files if path.startswith("tei/") and path.endswith(f"-{key}.xml"))
        return parse_bytes(self.files[path]).getroot()

    @property
    def keys(self) -> list[str]:
        """The ids that the documents had in the volume."""
        return [path.removesuffix(".xml").rpartition("-")[2] for path in self.files if path.startswith("tei/")]

    def codes(self) -> list[str]:
        return [finding.rule for finding in self.findings]


def take(text: str | bytes, folder: Path, **order: object) -> Taken:
    """Import a volume."""
    path = folder / "volume.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    made = list(frus.take(Order(path, **order)))  # type: ignore[arg-type] # what the test says
    files = {one.path: one.data for one in made if isinstance(one, File)}
    return Taken(files, tuple(one for one in made if isinstance(one, Finding)))


@cache
def guard() -> Guard:
    """Our schema, compiled once."""
    return default_guard()


def faults(data: bytes) -> list[str]:
    """What our schema and rules have against a document."""
    return [finding.message for finding in guard().check(parse_bytes(data))]


def texts(root: etree._Element, path: str) -> list[str]:
    """The words of each element of a path, or the values of its attributes."""
    found = root.xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return [
        " ".join(("".join(one.itertext()) if isinstance(one, etree._Element) else str(one)).split()) for one in found
    ]


def one(root: etree._Element, path: str) -> str:
    """The words of the one element of a path."""
    (found,) = texts(root, path)
    return found
