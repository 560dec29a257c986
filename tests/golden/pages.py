"""Captures encoded in memory as `tei encode` does it, each with what is expected of it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition.config import Config
from edition.encoding import Job, source_text
from edition.settings import job_of
from tei.capture import capture_file
from tei.encode import context_document, document_id, source_words, telegram_document
from tei.errors import SourceError
from tei.model import Recognition
from tei.names import NAMESPACES, XML_ID
from tei.recognise import recognise
from tei.text import running_words as words_of
from tests.golden.encoded import Found, Values, words
from tests.golden.expectations import Expected

GOLDEN = Path(__file__).parent
SEEDS = GOLDEN.parents[1].parent / "shared" / "seeds"


@dataclass(frozen=True, slots=True)
class Page:
    """One capture encoded in memory, with what is expected of it and what is wrong with its documents."""

    family: str
    source: str
    expected: tuple[Expected, ...]
    recognition: Recognition
    found: tuple[Found, ...]
    invalid: tuple[str, ...]
    words_differ: tuple[str, ...]

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
    """Encode a capture as `tei encode` does, without writing a file."""
    capture = capture_file(path, charset=charset_of(path))
    recognition = recognise(capture, job.settings)
    ids = _ids([document_id(telegram) for telegram in recognition.telegrams])
    taken = {telegram.start: id_ for telegram, id_ in zip(recognition.telegrams, ids, strict=True)}
    context = _context(recognition, taken, job)
    found, invalid, differ = [], _wrong(context, job), []
    for telegram, id_ in zip(recognition.telegrams, ids, strict=True):
        tree = telegram_document(
            telegram, capture, id_=id_, edition=job.edition, authority=job.settings.authority, others=taken
        )
        found.append(Found(id_, tree, _headings(context, id_)))
        invalid += _wrong(tree, job)
        differ += [id_] if source_words(tree[-1]) != words_of(source_text(telegram, recognition)) else []
    return Page(family, path.name, tuple(expected), recognition, tuple(found), tuple(invalid), tuple(differ))


def charset_of(path: Path) -> str | None:
    """The character set that the name tells (x.koi8-r.txt), where it cannot be known from the bytes."""
    if len(path.suffixes) < 2:
        return None
    try:
        capture_file(path)
    except SourceError:
        return path.suffixes[-2].removeprefix(".")
    return None


def _context(recognition: Recognition, taken: Mapping[int, str], job: Job) -> Any:
    """The document of what stands round the telegrams, None where nothing does."""
    if not recognition.context and not recognition.surroundings.message:
        return None
    return context_document(
        recognition.capture,
        recognition.context,
        taken,
        id_=f"c-{recognition.capture.name}",
        edition=job.edition,
        body=recognition.surroundings,
        authority=job.settings.authority,
    )


def _headings(context: Any, id_: str) -> Values:
    path = f"(//tei:ref[@target='{id_}.xml'])[1]/preceding::tei:head[1]"
    return () if context is None else tuple(map(words, context.xpath(path, namespaces=NAMESPACES)))


def _wrong(tree: Any, job: Job) -> list[str]:
    found = () if tree is None else job.guard.check(tree.getroottree())
    return [f"{tree.get(XML_ID)}: {finding.rule} {finding.message}" for finding in found]


def _ids(wanted: Sequence[str]) -> list[str]:
    return [f"{id_}-{n}" if (n := wanted[:at].count(id_)) else id_ for at, id_ in enumerate(wanted)]
