"""Tables taken in, for tests: what the importer yields, apart as documents, other files and findings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lxml import etree

from edition.config import Config
from edition.corpus import load_corpus
from edition.corpus.model import Document
from edition.intake.request import Order
from edition.intake.table import take
from edition.settings import default_guard
from edition.site.plan import File
from tei.findings import Finding
from tei.validate.guard import Guard
from tei.xmlfile import parse_bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a table: documents by id, other files by path, findings."""

    documents: dict[str, etree._Element]
    files: dict[str, bytes]
    findings: list[Finding]

    def codes(self) -> list[str]:
        """The codes of the findings, in order."""
        return [finding.rule for finding in self.findings]

    def said(self, code: str) -> list[str]:
        """The messages of a code."""
        return [finding.message for finding in self.findings if finding.rule == code]


def table(folder: Path, data: str | bytes, mapping: str = "", name: str = "letters.csv") -> Path:
    """Write a table, and its mapping beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    if mapping:
        path.with_suffix(".toml").write_text(mapping, encoding="utf-8")
    return path


def take_in(path: Path, *, authority: Path | None = None, **order: object) -> Taken:
    """Take a table in, and check each document by our schema and rules as the run does."""
    config = Config(authority=(authority,) if authority else (), builtin_authority=False)
    made = replace(Order(path, name=path.stem, config=config), **order)  # type: ignore[arg-type] # fields of an order
    documents, files, findings = {}, {}, []
    guard = _guard()
    for one in take(made):
        if isinstance(one, Finding):
            findings.append(one)
        elif isinstance(one, File) and one.path.startswith("tei/"):
            root = parse_bytes(one.data)
            assert guard.check(root) == (), one.data.decode()
            documents[Path(one.path).stem] = root.getroot()
        else:
            files[one.path] = one.data
    return Taken(documents, files, findings)


@cache
def _guard() -> Guard:
    return default_guard()


def read_in(taken: Taken, folder: Path, *lists: Path) -> dict[str, Document]:
    """Return the documents as an edition reads them, by their ids."""
    for name, root in taken.documents.items():
        place = folder / "tei" / f"{name}.xml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(etree.tostring(root, encoding="UTF-8"))
    for path, data in taken.files.items():
        if path.startswith("authority/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    own = folder / "authority"
    corpus, findings = load_corpus([folder / "tei"], authority=[*lists, *([own] if own.is_dir() else [])])
    assert findings == ()
    return dict(corpus.by_id)


def text_of(root: etree._Element) -> str:
    """Return the text of the message as it was in the cell: paragraphs parted by a blank line, lines by a line end."""
    (message,) = (one for one in root.iter("{*}div") if one.get("type") == "message")
    return "\n\n".join("".join(one.itertext()) for one in message)
