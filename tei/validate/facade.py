"""One face for all languages of schemas: a schema is loaded once, documents are checked against it, findings come out.

    validator = Validator.load("telegram.rng")
    for finding in validator.validate("t1937-10-23-vetrova-institute.xml"): …

Schemas are told apart by the end of their name, or by their root element where they come as bytes. They are compiled
when first used and kept for the process; a file that has changed since is compiled anew.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from tei.errors import SchemaError, SourceError
from tei.findings import Finding, Location, Severity, worst
from tei.names import OLD_SCH_NS, RNG_NS, SCH_NS, TEI_NS, XSD_NS
from tei.patience import ENDLESS, Patience, TooLongError
from tei.relaxng.problems import TOO_SLOW
from tei.validate.documents import Document, Source
from tei.validate.engines import Engine, RelaxNGEngine, SchematronEngine
from tei.validate.problems import UNKNOWN_KIND
from tei.xmlfile import parse_bytes, read_bytes

if TYPE_CHECKING:
    from tei.odd import OddSchema
    from tei.relaxng.schema import Schema
    from tei.schematron import Schematron


class Kind(Enum):
    """The languages that a schema can be written in; the value is the end of its file's name."""

    RELAXNG = ".rng"
    XSD = ".xsd"
    SCHEMATRON = ".sch"
    ODD = ".odd"


_NAMESPACES: Final = {
    RNG_NS: Kind.RELAXNG,
    XSD_NS: Kind.XSD,
    SCH_NS: Kind.SCHEMATRON,
    OLD_SCH_NS: Kind.SCHEMATRON,
    TEI_NS: Kind.ODD,
}
_COMPACT: Final = ".rnc"
_PATTERNS: Final = (f"{{{SCH_NS}}}pattern", f"{{{OLD_SCH_NS}}}pattern")
_EMBEDDING: Final = (Kind.RELAXNG, Kind.XSD)


class Validator:
    """A schema, ready to check documents; make one with `load`."""

    def __init__(
        self,
        data: bytes,
        path: str,
        kind: Kind,
        phase: str = "",
        *,
        inner: bool = True,
        cache: Path | None = None,
        today: str = "",
        source: Path | None = None,
    ) -> None:
        self._today = today
        self._source = source
        self.path = path
        self.kind = kind
        self._data = data
        self._phase = phase
        self._inner = inner
        self._cache = cache

    @classmethod
    def load(
        cls,
        schema: Path | str | bytes,
        *,
        kind: Kind | None = None,
        path: str = "",
        phase: str = "",
        inner: bool = True,
        cache: Path | None = None,
        today: str = "",
        source: Path | None = None,
    ) -> Validator:
        """Return the validator of a schema file, or of a schema in memory that findings call `path`.

        `kind` overrides what the name or the root element says (Schematron for the rules inside a .rng); `phase` is
        that of a Schematron; without `inner` the rules inside a grammar are not run; in the folder `cache` the simple
        form of a RELAX NG grammar is kept for the next run; `today` (YYYY-MM-DD) is for rules that call
        current-date(); `source` has what an ODD takes from elsewhere. Raises SchemaError where the file cannot be read
        or is of no known kind; what is wrong inside comes when it is first used, or with `prepare`.
        """
        path = path or ("" if isinstance(schema, bytes) else str(schema))
        try:
            data = schema if isinstance(schema, bytes) else read_bytes(Path(schema))
        except SourceError as error:
            raise SchemaError(*error.findings) from error
        kind = kind or _kind(data, path)
        key = (path, kind, phase, inner, today, source, hashlib.sha256(data).hexdigest())
        made = cls(data, path, kind, phase, inner=inner, cache=cache, today=today, source=source)
        return _LOADED.setdefault(key, made)

    def prepare(self, patience: Patience = ENDLESS) -> None:
        """Compile the schema now. Raises SchemaError with findings in the schema's own file and lines."""
        try:
            patience.interpreted(lambda: (self._engines, self._embedded))
        except TooLongError:
            message = "to make the schema ready takes too long, and was given up"
            raise SchemaError(TOO_SLOW.at(Location(self.path), message, "take its patterns apart")) from None

    @cached_property
    def grammar(self) -> Schema | None:
        """The RELAX NG schema that is all there is to check, None where there is more to it.

        It checks a file as it reads it, without a tree.
        """
        return self.streaming if self.kind is Kind.RELAXNG and self._embedded[0] is None else None

    @cached_property
    def streaming(self) -> Schema | None:
        """The RELAX NG schema, which can read a file in pieces, whatever else there is to check; None without one."""
        engine = self._engines[0]
        return engine.schema if isinstance(engine, RelaxNGEngine) else None

    @cached_property
    def notes(self) -> tuple[Finding, ...]:
        """What a user should know of the schema itself, though it can be used; none of it is an error."""
        return (*self._embedded[1], *self._without_prefix())

    def _without_prefix(self) -> Iterator[Finding]:
        """Yield where rules name an element of TEI without its prefix; a schema that cannot be read has said so."""
        if self.kind is not Kind.SCHEMATRON and self._embedded[0] is None:
            return
        from tei.schematron import read_schema
        from tei.schematron.prefixes import without_prefix

        with contextlib.suppress(SchemaError):
            inner = self._embedded[0]
            yield from without_prefix(inner.schema if inner else read_schema(self._data, self.path, whole=False))

    @cached_property
    def _embedded(self) -> tuple[Schematron | None, tuple[Finding, ...]]:
        """The rules that the grammar carries inside it, and those of them that cannot be run."""
        if self.kind is Kind.ODD:
            return self._constraints() if self._inner else (None, ())
        is_xml = self.kind in _EMBEDDING and not self.path.lower().endswith(_COMPACT)
        carries = self._inner and is_xml and next(self._root.iter(*_PATTERNS), None) is not None
        return _rules_of(self._data, self.path, self._today) if carries else (None, ())

    def validate(self, document: Source, path: str = "") -> tuple[Finding, ...]:
        """Return what is wrong with a document, in order of place; empty where it is valid.

        `document` is a path, the bytes of a file, or a tree; `path` is what findings call it. A file that cannot be
        parsed gives the finding that says so. Raises SchemaError where the schema cannot be used.
        """
        self.prepare()
        try:
            read = Document.read(document, path)
        except SourceError as error:
            return error.findings
        return self.check(read)

    def check(self, document: Document, patience: Patience = ENDLESS) -> tuple[Finding, ...]:
        """Return what is wrong with a document that is already parsed, in order of place.

        Rules for which there is no `patience` are given up, and a finding says so.
        """
        found = [found for engine in self._engines for found in engine.check(document, patience)]
        if self._embedded[0] is not None:
            found += SchematronEngine(self._embedded[0]).check(document, patience)
        return tuple(sorted(found))

    @cached_property
    def _root(self) -> etree._Element:
        try:
            return parse_bytes(self._data, self.path).getroot()
        except SourceError as error:
            raise SchemaError(*error.findings) from error

    @cached_property
    def _engines(self) -> tuple[Engine, ...]:
        match self.kind:
            case Kind.RELAXNG:
                return (RelaxNGEngine(self._data, self.path, self._cache),)
            case Kind.XSD:
                # Imported where it is used: the package takes longer to load than a document takes to check.
                from tei.validate.xsd import XSDEngine

                _ = self._root  # refuses what our parser refuses: a document type declaration, depth, size
                return (XSDEngine(self._data, self.path),)
            case Kind.SCHEMATRON:
                from tei.schematron import Schematron

                return (SchematronEngine(Schematron.load(self._data, self.path, self._phase, self._today)),)
            case Kind.ODD:
                from tei.odd import compile_relaxng

                return (RelaxNGEngine(compile_relaxng(self._odd), self.path),)

    @cached_property
    def _odd(self) -> OddSchema:
        """The specifications that an ODD holds. Raises SchemaError."""
        from tei.odd import read_odd
        from tei.odd.expressions import BAD_XPATH

        reading = read_odd(Path(self.path), self._source)
        # A self-contained ODD is compiled with rules in XPath 1.0 alone; they are run in whichever XPath they are.
        findings = tuple(one for one in reading.findings if one.rule != BAD_XPATH.code)
        if reading.schema is None or worst(findings) is Severity.ERROR:
            raise SchemaError(*findings)
        return reading.schema

    def _constraints(self) -> tuple[Schematron | None, tuple[Finding, ...]]:
        """Return the constraints of an ODD as rules; it does not say in which XPath they are either."""
        from tei.odd import compile_schematron

        rules = compile_schematron(self._odd)
        some = next(parse_bytes(rules, self.path).iter(f"{{{SCH_NS}}}pattern"), None) is not None
        return _rules_of(rules, self.path, self._today) if some else (None, ())

    def reports(self, document: Document) -> Iterator[bytes]:
        """Yield what the rules say of a document as SVRL; nothing where the schema has none, or they break off."""
        from tei.schematron import svrl
        from tei.schematron.problems import BrokenOffError

        self.prepare()
        for rules in (self._embedded[0], *(one.rules for one in self._engines if isinstance(one, SchematronEngine))):
            if rules is not None and not rules.slow:
                with contextlib.suppress(etree.XSLTError, BrokenOffError):
                    yield svrl(rules, document.tree)


def _rules_of(data: bytes, path: str, today: str) -> tuple[Schematron | None, tuple[Finding, ...]]:
    # Imported where it is used: a grammar alone has no need of rules.
    from tei.validate.embedded import embedded_rules

    return embedded_rules(data, path, today)


_LOADED: dict[tuple[str, Kind, str, bool, str, Path | None, str], Validator] = {}


def _kind(data: bytes, path: str) -> Kind:
    """Return the language of a schema by its name, else by its root element. Raises SchemaError."""
    suffix = Path(path).suffix.lower()
    for kind in Kind:
        if suffix == kind.value:
            return kind
    if suffix == _COMPACT:
        return Kind.RELAXNG
    try:
        root = parse_bytes(data, path).getroot()
    except SourceError as error:
        raise SchemaError(*error.findings) from error
    namespace = etree.QName(root).namespace or ""
    if namespace in _NAMESPACES:
        return _NAMESPACES[namespace]
    message = f'"{path}" is not a schema of a known kind; known are {", ".join(kind.value for kind in Kind)}'
    raise SchemaError(UNKNOWN_KIND.at(Location(path), message, "name a schema file"))


def validate(
    paths: Iterable[Path | str], schemas: Iterable[Validator | Path | str]
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield each path with its findings, those of all schemas together; a file is parsed once.

    Raises SchemaError, before any file is read, where a schema cannot be used.
    """
    validators = [one if isinstance(one, Validator) else Validator.load(one) for one in schemas]
    for validator in validators:
        validator.prepare()
    return ((str(path), check_document(path, validators)) for path in paths)


def check_document(source: Source, validators: Iterable[Validator], path: str = "") -> tuple[Finding, ...]:
    """Return the findings of all `validators` on one document, in order of place, each once."""
    try:
        document = Document.read(source, path)
    except SourceError as error:
        return error.findings
    return tuple(sorted(dict.fromkeys(found for one in validators for found in one.check(document))))
