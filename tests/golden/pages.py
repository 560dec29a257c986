"""Captures encoded by `tei encode`, each with what is expected of it."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lxml import etree

from edition.aside import REJECTED
from edition.config import Config
from edition.encoding import Job, encode, source_text
from edition.settings import job_of
from tei.capture import capture_file
from tei.encode import source_words
from tei.errors import SourceError
from tei.model import Recognition
from tei.names import NAMESPACES, XML_ID
from tei.text import running_words as words_of
from tests.golden.encoded import Found, Values, words
from tests.golden.expectations import Expected

GOLDEN = Path(__file__).parent
SEEDS = GOLDEN.parents[1].parent / "shared" / "seeds"


@dataclass(frozen=True, slots=True)
class Page:
    """One capture encoded, with what is expected of it, what is wrong with its documents, and these by file name."""

    family: str
    source: str
    expected: tuple[Expected, ...]
    recognition: Recognition
    found: tuple[Found, ...]
    invalid: tuple[str, ...]
    words_differ: tuple[str, ...]
    files: Mapping[str, bytes]

    @property
    def script(self) -> str:
        """The script in which most of its letters are."""
        return script_of(self.recognition.capture.text)

    @property
    def file_kind(self) -> str:
        """Its ending, with the character set that the name tells."""
        return file_kind_of(self.source)


def script_of(text: str) -> str:
    """Return the script in which most letters of a text are."""
    letters = Counter(unicodedata.name(sign, "").partition(" ")[0] for sign in filter(str.isalpha, text))
    name = letters.most_common(1)[0][0] if letters else "none"
    return "Chinese" if name == "CJK" else name.capitalize()


def file_kind_of(source: str) -> str:
    """Return the ending of a name, with the character set that it tells."""
    stem, _, ending = source.rpartition(".")
    set_ = stem.partition(".")[2]
    return f"{ending} {set_}" if set_ else {"htm": "html"}.get(ending, ending)


def golden_captures() -> list[Path]:
    return sorted(path for path in (GOLDEN / "captures").rglob("*") if _expectation(path).is_file())


def _expectation(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.json") if path.suffix != ".json" else path.with_suffix(".none")


def golden_job() -> Job:
    return _job(Config(authority=(GOLDEN / "authority.xml",)))


def _job(config: Config) -> Job:
    job, findings = job_of(config, date="2026-01-01")
    assert not findings
    return job


def golden_page(path: Path, job: Job) -> Page:
    return encode_page(path, path.parent.name, json.loads(_expectation(path).read_text(encoding="utf-8")), job)


def seed_pages() -> Iterator[Page]:
    """The real captures, where they are beside the checkout; what is said of a whole page holds for its telegrams."""
    path = SEEDS / "expected.json"
    if not path.is_file():
        return
    expected = json.loads(path.read_text(encoding="utf-8"))
    job = _job(Config())
    for name in sorted(key for key in expected if key.endswith(".txt")):
        shared = {k[4:]: v for k, v in expected.items() if re.match(rf"{name[:3]}_[a-z_]+$", k)}
        yield encode_page(SEEDS / name, "seeds", [shared | one for one in expected[name]], job)


def encode_page(path: Path, family: str, expected: Iterable[Expected], job: Job) -> Page:
    """Encode a capture with `tei encode` into a folder that is thrown away, and read what it wrote."""
    met: list[tuple[Recognition, Sequence[str]]] = []
    watched = replace(job, charset=charset_of(path), candidates=None, watch=lambda *one: met.append(one))
    with tempfile.TemporaryDirectory() as folder:
        encode([path], replace(watched, output=Path(folder)))
        files = {one.relative_to(folder).as_posix(): one.read_bytes() for one in documents_in(Path(folder))}
    ((recognition, ids),) = met
    trees = {Path(name).stem: etree.fromstring(data) for name, data in files.items() if name.endswith(".xml")}
    context = next((tree for id_, tree in trees.items() if id_ not in ids), None)
    found = tuple(Found(id_, trees[id_], _headings(context, id_)) for id_ in ids)
    invalid = tuple(message for tree in trees.values() for message in _wrong(tree, job))
    differ = tuple(
        one.id
        for one, telegram in zip(found, recognition.telegrams, strict=True)
        if source_words(one.tree[-1]) != words_of(source_text(telegram, recognition))
    )
    return Page(family, path.name, tuple(expected), recognition, found, invalid, differ, files)


def documents_in(folder: Path) -> Iterator[Path]:
    """The documents of a folder, those put aside as invalid with them."""
    yield from sorted(path for path in (*folder.glob("*.xml"), *folder.glob(f"{REJECTED}/*")) if path.is_file())


def charset_of(path: Path) -> str | None:
    """The character set that the name tells (x.koi8-r.txt), where it cannot be known from the bytes."""
    if len(path.suffixes) < 2:
        return None
    try:
        capture_file(path)
    except SourceError:
        return path.suffixes[-2].removeprefix(".")
    return None


def _headings(context: Any, id_: str) -> Values:
    path = f"(//tei:ref[@target='{id_}.xml'])[1]/preceding::tei:head[1]"
    return () if context is None else tuple(map(words, context.xpath(path, namespaces=NAMESPACES)))


def _wrong(tree: Any, job: Job) -> list[str]:
    return [f"{tree.get(XML_ID)}: {finding.rule} {finding.message}" for finding in job.guard.check(tree.getroottree())]
