"""A RELAX NG schema, ready to check documents.

    schema = load_schema("telegram.rng")
    for finding in schema.validate_file("t1937-10-23-vetrova-institute.xml"): …

A schema costs what documents use of it: definitions become patterns, and patterns states, when a document first asks
for them. A document that is valid is read once, in pieces; one that is not is read again to say why.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING, Final

from tei.collecting import without_collection
from tei.errors import SchemaError, SourceError
from tei.findings import Finding, Location
from tei.relaxng.automaton import BUDGET, Automaton
from tei.relaxng.compact import from_compact
from tei.relaxng.normal import Normal, normalise
from tei.relaxng.patterns import TooManyPatternsError
from tei.relaxng.problems import SCHEMA_WRONG
from tei.relaxng.restrictions import check_restrictions
from tei.relaxng.simplify import simplify
from tei.relaxng.sources import Catalog, Sources, read_file
from tei.relaxng.stream import CHUNK, accepts, chunks_of

if TYPE_CHECKING:
    from lxml import etree

    from tei.relaxng.trees import Placing

MAX_FINDINGS: Final = 50
_MAX_STATES: Final = 50_000
"""How many states and transitions are kept before the automaton is begun anew, so that memory stays bounded."""

Chunks = Callable[[], Iterable[bytes]]


def load_schema(
    path: str | os.PathLike[str],
    *,
    data: bytes | None = None,
    catalog: Catalog | None = None,
    read: Callable[[str], bytes] = read_file,
    cache: str | os.PathLike[str] | None = None,
) -> Schema:
    """Return the schema in a file, or in `data`, which findings then call `path`.

    `catalog` gives the file that stands for an address, `read` the content of a file; nothing is taken from the
    network. In the folder `cache` the simple form of a schema that needs no catalog is kept for the next run. Raises
    SchemaError with findings on the schema's own lines.
    """
    name = os.fspath(path)
    sources = Sources(read, catalog)
    try:
        content = read(name) if data is None else data
    except SourceError as error:
        raise SchemaError(*error.findings) from error
    if cache is None or catalog is not None:  # what a catalog says may change without any file changing
        return Schema(_read(content, name, sources), name)
    from tei.relaxng import cache as kept

    folder = os.fspath(cache)
    form = kept.load(folder, content, name, read)
    if form is None:
        form = _read(content, name, sources)
        kept.store(folder, content, name, form, read)
    return Schema(form, name)


def _read(data: bytes, path: str, sources: Sources) -> Normal:
    if path.lower().endswith(".rnc"):
        data = from_compact(data, path)
    try:
        with without_collection():
            form = normalise(simplify(data, path, sources))
            check_restrictions(form)
    except RecursionError:
        message = "the schema is wrong: its definitions refer to each other too deeply to be followed"
        hint = "take out some of the references between them"
        raise SchemaError(SCHEMA_WRONG.at(Location(path), message, hint)) from None
    return form


class Schema:
    """A compiled schema; make one with `load_schema`."""

    def __init__(self, form: Normal, path: str) -> None:
        self.path = path
        self._form = form
        self._automaton: Automaton | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the schema is made of, the first that which was given."""
        return self._form.files

    def validate_file(
        self, path: str | os.PathLike[str], *, limit: int = MAX_FINDINGS, max_bytes: int | None = None
    ) -> Iterator[Finding]:
        """Yield what is wrong with a file, in order of place; it is read in pieces, however large it is.

        A file of more than `max_bytes` is refused; unless told, that is what the reading of all XML here refuses.
        """
        name = os.fspath(path)
        try:
            findings = self._validate(lambda: self._pieces(name, max_bytes), name, limit)
        except SourceError as error:
            findings = error.findings
        return iter(findings)

    def validate_bytes(self, data: bytes, path: str = "", *, limit: int = MAX_FINDINGS) -> Iterator[Finding]:
        """Yield what is wrong with a document in memory; `path` is what findings call it."""
        return iter(self._validate(lambda: chunks_of(data), path, limit))

    def validate_tree(
        self,
        tree: etree._ElementTree | etree._Element,
        path: str = "",
        *,
        places: Placing | None = None,
        limit: int = MAX_FINDINGS,
    ) -> Iterator[Finding]:
        """Yield what is wrong with a tree; `places` tells where its parts stand, lines alone are known without it."""
        from tei.relaxng.explaining import explain_tree

        root = tree.getroot() if hasattr(tree, "getroot") else tree
        return iter(self._bounded(lambda automaton: explain_tree(automaton, root, path, places, limit), path))

    def is_valid(self, data: bytes) -> bool:
        """Tell whether a document in memory is well-formed and valid, without saying why not."""
        if not self._bounded(lambda automaton: () if accepts(automaton, chunks_of(data)) else _NO, ""):
            return True
        return _FOREIGN.match(data) is not None and not self._validate(lambda: chunks_of(data), "", 1)

    def _validate(self, chunks: Chunks, path: str, limit: int) -> tuple[Finding, ...]:
        def check(automaton: Automaton) -> tuple[Finding, ...]:
            if accepts(automaton, chunks()):
                return ()
            from tei.relaxng.explaining import explain

            return explain(automaton, chunks, path, limit)

        return self._bounded(check, path)

    def _bounded(self, check: Callable[[Automaton], tuple[Finding, ...]], path: str) -> tuple[Finding, ...]:
        """Return what `check` finds; a schema that would take for ever is a finding."""
        try:
            return check(self._ready())
        except (TooManyPatternsError, RecursionError) as error:
            from tei.relaxng.explaining import too_slow

            self._automaton = None
            return (too_slow(getattr(error, "element", None), self._form, path),)

    def _ready(self) -> Automaton:
        """Return the automaton, begun anew where it has grown too large."""
        automaton = self._automaton
        if automaton is None or automaton.size > _MAX_STATES:
            automaton = self._automaton = Automaton(self._form)
        automaton.builder.budget = BUDGET
        return automaton

    def _open(self, path: str, max_bytes: int | None) -> IO[bytes]:
        """Return the file opened. Raises SourceError with the finding that says why it cannot be."""
        try:
            stream = open(path, "rb")  # noqa: PTH123, SIM115 # pathlib is slow to load; the caller closes
        except (OSError, ValueError):
            raise _unreadable(path) from None
        size = os.fstat(stream.fileno()).st_size
        if size > (MAX_BYTES if max_bytes is None else max_bytes):
            stream.close()
            from tei.xmlfile import TOO_LARGE

            limit = (MAX_BYTES if max_bytes is None else max_bytes) // 2**20
            raise SourceError(TOO_LARGE.at(Location(path), f"the file is larger than {limit} MiB", "split it"))
        return stream

    def _pieces(self, path: str, max_bytes: int | None) -> Iterator[bytes]:
        with self._open(path, max_bytes) as stream:
            while piece := stream.read(CHUNK):
                yield piece


MAX_BYTES: Final = 512 * 1024 * 1024
_FOREIGN: Final = re.compile(
    rb"""\s*<\?xml[^>]{0,80}encoding\s*=\s*["'](?!(?:utf-8|utf-16|us-ascii|iso-8859-1)["'])""", re.IGNORECASE
)
"""A declared character set that expat does not know by itself: "UTF8" or GB18030 may be read all the same."""
_NO: Final = (SCHEMA_WRONG.at(Location(), "not valid"),)


def _unreadable(path: str) -> SourceError:
    from pathlib import Path

    from tei.xmlfile import NOT_FOUND, read_bytes

    try:
        read_bytes(Path(path))
    except SourceError as error:
        return error
    return SourceError(NOT_FOUND.at(Location(path), "cannot be opened", "check the path"))
