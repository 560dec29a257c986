"""The search index of a finished site, made by Pagefind from small pages that are written for it alone.

Pages of our own instead of those of the site: they hold the words that a name is found by, they are small, and there is
one for each document whatever the languages of the interface. Pagefind reads them in parallel, and in the order of
their names, so that the same corpus gives the same index. It keeps some 200 kB of each page in memory, so a large
edition is indexed in parts, one after the other; as documents come in order of time, so do the parts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from edition.searching.pages import page
from edition.searching.records import Record, records
from edition.searching.settling import settle
from edition.searching.words import UNBROKEN, table
from edition.site.plan import Site
from tei.findings import Finding, Location, Rule, Severity

SEARCH_NOT_BUILT: Final = Rule(
    "SIT141",
    "search-not-built",
    Severity.WARNING,
    "The program that makes the search index is missing or failed, so the page of the search finds nothing.",
)
RULES: Final = (SEARCH_NOT_BUILT,)

_MEND: Final = "install it with pip install 'pagefind[extended]', or set search = false in [site] of edition.toml"
FOLDER: Final = "pagefind"
_STEMMED: Final = frozenset(
    (
        *("ar", "ca", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "hi", "hu", "hy"),
        *("id", "it", "lt", "ne", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"),
    )
)
"""Languages whose words Pagefind brings to their stems."""

_LONGEST: Final = 3600
"""Seconds after which the program is given up; a part takes it some five."""

_PART: Final = 1200
"""The most records of one part: Pagefind needs some 300 MB for them."""

_SHARED: Final = ("pagefind.js", "pagefind-worker.js")
"""What the first part has for all."""


def index_site(folder: Path, site: Site) -> tuple[Finding, ...]:
    """Make the search index of the site that stands finished in `folder`, in its folder pagefind/.

    What stood there before goes. A program that is missing or fails is a finding; then there is no index.
    """
    target = folder / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    found = len(site.corpus.documents) + len(site.corpus.entries)
    parts = -(-found // _PART)
    lang = stemming(document.lang for document in site.corpus.documents)
    size = -(-found // max(1, parts))
    problem = _index_all(batched(records(folder, site), size), target, lang)
    if problem:
        shutil.rmtree(target, ignore_errors=True)
        message = f"the search index was not made: {problem}"
        return (SEARCH_NOT_BUILT.at(Location(str(target)), message, _MEND),)
    dated = sum(1 for document in site.corpus.documents if document.date.day)
    _finish(target, [number * size < dated for number in range(parts)])
    return ()


def batched(found: Iterable[Record], size: int) -> Iterator[tuple[Record, ...]]:
    """Yield records in tuples of at most `size`."""
    rest = iter(found)
    while part := tuple(islice(rest, size)):
        yield part


def _index_all(parts: Iterable[tuple[Record, ...]], target: Path, lang: str) -> str:
    """Index one part while the pages of the next are written; return what went wrong, empty for nothing."""
    with ThreadPoolExecutor(max_workers=1) as program:
        working: Future[str] | None = None
        for number, part in enumerate(parts):
            pages = [page(record, lang) for record in part]
            if working and (problem := working.result()):
                return problem
            working = program.submit(_index, pages, target / str(number), lang)
        return working.result() if working else ""


def _index(pages: Iterable[bytes], target: Path, lang: str) -> str:
    with TemporaryDirectory(prefix="tei-search-") as beside:
        for number, data in enumerate(pages):
            (Path(beside) / f"{number:08d}.html").write_bytes(data)
        problem = _run(Path(beside), target, lang)
    if not problem:
        settle(target)
    return problem


def _finish(target: Path, dated: Sequence[bool]) -> None:
    """Take away what the first part has for all, and write down the parts and the folding for search.js.

    `dated` says of each part whether it holds anything with a date: the dated come first, so it is known beforehand.
    """
    for number in range(1, len(dated)):
        for name in _SHARED:
            (target / str(number) / name).unlink(missing_ok=True)
        _share_program(target / str(number))
    target.mkdir(parents=True, exist_ok=True)
    parts = [{"name": str(number), "dated": one} for number, one in enumerate(dated)]
    rules = {"parts": parts, "map": table(), "unbroken": UNBROKEN}
    (target / "search.json").write_text(json.dumps(rules, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _share_program(part: Path) -> None:
    """Let a part load the program (WebAssembly) of the first, so that a reader's browser has it already.

    Pagefind makes the address of the name that the entry file gives: `wasm.NAME.pagefind` in the folder of the part.
    """
    file = part / "pagefind-entry.json"
    entry = json.loads(file.read_bytes())
    for language in entry["languages"].values():
        name = language["wasm"] or "unknown"
        (part / f"wasm.{name}.pagefind").unlink(missing_ok=True)
        language["wasm"] = f"-/../../0/wasm.{name}"
    file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")), "utf-8")


def stemming(languages: Iterable[str]) -> str:
    """Return the language whose stemming serves most documents; "unknown" where that has none."""
    counted = Counter(lang.partition("-")[0].lower() for lang in languages if lang)
    most = min(counted, key=lambda lang: (-counted[lang], lang), default="en")
    return most if most in _STEMMED else "unknown"


def _run(source: Path, target: Path, lang: str) -> str:
    """Run the program; return what went wrong, empty for nothing."""
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        return "there is no program pagefind"
    options = ["--site", str(source), "--output-path", str(target), "--force-language", lang, "--quiet"]
    try:
        done = subprocess.run(
            [str(program), *options], capture_output=True, text=True, timeout=_LONGEST, check=False, cwd=source
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode or not (target / "pagefind-entry.json").is_file():
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        return lines[-1] if lines else f"pagefind ended with {done.returncode}"
    return ""
