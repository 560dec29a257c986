"""One file checked: grammar and rules, less what the file itself or the project has decided to hear no more of.

Everything here runs in worker processes as well, so it takes and gives plain values.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from edition.aside import is_of_others
from edition.lintconfig import LintConfig, Suppression
from edition.patience import Limited
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import P5SUBSET, XML_ID
from tei.patience import ENDLESS, Patience
from tei.validate import Validator
from tei.validate.association import Association, associated
from tei.validate.catalog import Catalog
from tei.validate.documents import Document
from tei.validate.silences import TARGET, UNUSED, Silence, heard, silences
from tei.xmlfile import TOO_LARGE, read_bytes

if TYPE_CHECKING:
    from edition.corpusrules.record import Record
    from tei.relaxng import Schema

STDIN: Final = "-"
_REFERENCE: Final = re.compile(rb"(?:href|schemaLocation|url|source)\s*=\s*[\"']([^\"'#]+)")


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a file, and which suppressions of the project (by their order) kept something silent.

    `own` says that the file named schemas itself: what was found then depends on more than the run knows of. `record`
    is what the rules of the corpus need, where they are run. `bare` says that no grammar was at hand for it.
    """

    path: str
    findings: tuple[Finding, ...]
    used: frozenset[int] = frozenset()
    own: bool = False
    record: Record | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """How files are checked beside the schemas that are given.

    `own` lets each file be checked against the schemas that it names; `rules` are ours, of tei.validate.rules; `inner`
    are those inside a grammar. In the folder `compiled` grammars are kept for the next run. `phase` is that of the
    Schematron schemas; `svrl` a folder for what their rules say; `today` is for rules that ask. `seconds` is how long
    the rules of a schema may take on one file, 0 for any time. `source` has what an ODD takes from elsewhere.
    """

    own: bool = False
    rules: bool = False
    inner: bool = True
    compiled: Path | None = None
    phase: str = ""
    svrl: Path | None = None
    today: str = ""
    seconds: float = 0
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Checker:
    """What every file is checked against, ready to use."""

    validators: tuple[Validator, ...]
    config: LintConfig
    catalog: Catalog
    terms: Terms

    @classmethod
    def load(cls, schemas: Iterable[Path | str | Validator], config: LintConfig, terms: Terms) -> Checker:
        """Load and compile schemas and catalogs. Raises SchemaError and SourceError."""
        load = partial(
            Validator.load,
            inner=terms.inner,
            cache=terms.compiled,
            phase=terms.phase,
            today=terms.today,
            source=terms.source,
        )
        loaded = tuple(one if isinstance(one, Validator) else load(one) for one in schemas)
        for validator in loaded:
            validator.prepare(_patience(terms))
        return cls(loaded, config, Catalog.load(config.catalogs), terms)

    @property
    def grammars(self) -> tuple[Schema, ...]:
        """The grammars, where they are all that there is to check: then a file need not become a tree."""
        if self.terms.own or self.terms.rules or self.terms.svrl:
            return ()
        found = tuple(one.grammar for one in self.validators)
        return tuple(one for one in found if one is not None) if all(found) else ()


def examine(path: str, checker: Checker, stdin: bytes = b"") -> Examined:
    """Check one file. What is wrong with it, or with a schema that it names itself, is found and never raised."""
    try:
        data = stdin if path == STDIN else read_bytes(Path(path))
        grammars = checker.grammars
        if grammars and not any(True for one in grammars for _ in one.validate_bytes(data, path)):
            return Examined(path, ())
        document = Document.read(data, path)
    except SourceError as error:
        found_large = _large(path, checker) if error.findings[0].rule == TOO_LARGE.code and path != STDIN else None
        return found_large or _less(path, error.findings, None, b"", checker.config)
    config = checker.config
    patience = _patience(checker.terms)
    association = associated(document, checker.catalog, patience) if checker.terms.own else Association()
    bare = checker.terms.own and not association and is_of_others(Path(path))
    validators = association.validators if association else () if bare else checker.validators
    found = {one: None for validator in validators for one in validator.check(document, patience)}
    if checker.terms.svrl is not None:
        from edition.svrlfiles import write_svrl

        found |= dict.fromkeys(write_svrl(document, validators, checker.terms.svrl))
    if not checker.terms.rules:
        return _own(_less(path, tuple(sorted((*association.findings, *found))), document, data, config), association)
    # Imported where it is used: rules know dates and archives, which take longer to load than a grammar to check.
    from edition.corpusrules.record import record_of
    from tei.validate.rules.register import check_rules

    found |= dict.fromkeys(check_rules(document, found, config.skip))
    examined = _less(path, tuple(sorted((*association.findings, *found))), document, data, config)
    return replace(_own(examined, association), record=record_of(document), bare=bare)


def _patience(terms: Terms) -> Patience:
    return Limited(terms.seconds) if terms.seconds else ENDLESS


def _large(path: str, checker: Checker) -> Examined | None:
    """Check a file that is too large for a tree, in pieces; None for any other."""
    from tei.validate.large import check_large, head_of, is_large

    if not is_large(path):
        return None
    head = head_of(path) if checker.terms.own else None
    association = associated(head, checker.catalog, _patience(checker.terms)) if head is not None else Association()
    found = (*association.findings, *check_large(path, association.validators if association else checker.validators))
    return _own(_less(path, tuple(sorted(dict.fromkeys(found))), None, b"", checker.config), association)


def _own(examined: Examined, association: Association) -> Examined:
    return replace(examined, own=bool(association))


def _less(
    path: str, findings: tuple[Finding, ...], document: Document | None, data: bytes, config: LintConfig
) -> Examined:
    """Take away what is silenced, and add what is wrong with the silences."""
    if document is not None and TARGET.encode() in data:
        inline, problems = silences(document)
        findings, used = heard(findings, inline)
        unused = (
            UNUSED.at(one.location, f"{', '.join(one.codes)} is silenced, and not found here", "take the line away")
            for one in inline
            if one not in used
        )
        findings = tuple(sorted((*findings, *problems, *unused)))
    relative = config.relative(path)
    named = [(order, one) for order, one in enumerate(config.suppressions) if one.names(relative)]
    silenced = [(order, _silence(one, document)) for order, one in named]
    kept, used = heard(findings, [one for _, one in silenced if one is not None])
    return Examined(path, kept, frozenset(order for order, one in silenced if one in used))


def _silence(suppression: Suppression, document: Document | None) -> Silence | None:
    """Return a suppression as lines of this file, None where the element that it speaks of is not there."""
    first, last = 1, sys.maxsize
    if suppression.line:
        first = last = suppression.line
    if suppression.id:
        element = _element(suppression.id, document)
        if element is None or document is None:
            return None
        first, last = document.places.lines(element)
    return Silence(suppression.rules, first, last, suppression.reason, suppression.location)


def _element(ident: str, document: Document | None) -> etree._Element | None:
    elements = document.tree.iter(etree.Element) if document is not None else ()
    return next((element for element in elements if element.get(XML_ID) == ident), None)


def unused(config: LintConfig, used: Collection[int]) -> tuple[Finding, ...]:
    """Return a finding for each suppression of the project that kept nothing silent; `used` are those that did."""
    return tuple(
        UNUSED.at(one.location, f"{', '.join(one.rules)} is suppressed, and nowhere found", "take the suppression away")
        for order, one in enumerate(config.suppressions)
        if order not in used
    )


def joined(findings: Iterable[Finding], config: LintConfig) -> tuple[tuple[Finding, ...], frozenset[int]]:
    """Return the findings of the corpus that no suppression of the project covers, and which of those were used.

    Suppressions by the id of an element are for what is found in a file alone.
    """
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        relative = config.relative(finding.location.path)
        named = [(order, one) for order, one in enumerate(config.suppressions) if one.names(relative) and not one.id]
        covering = {order for order, one in named if (s := _silence(one, None)) is not None and s.covers(finding)}
        used |= covering
        if not covering:
            kept.append(finding)
    return tuple(kept), frozenset(used)


def fingerprint(checker: Checker, version: str) -> str:
    """Return a digest of all that decides what is found in a file besides the file: schemas with what they include."""
    config = checker.config
    mark = hashlib.sha256(version.encode())
    mark.update(
        repr((checker.terms.own, checker.terms.rules, checker.terms.inner, checker.terms.phase, config.skip)).encode()
    )
    mark.update(repr([replace(one, location=Location()) for one in config.suppressions]).encode())
    schemas = tuple(Path(one.path) for one in checker.validators)
    waiting = [*schemas, *config.catalogs, *((checker.terms.source,) if checker.terms.source else ())]
    waiting += [one.with_name(P5SUBSET) for one in schemas if one.suffix == ".odd"]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop(0)
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        data = path.read_bytes()
        mark.update(hashlib.sha256(data).digest())
        if b"current-date" in data:
            mark.update(checker.terms.today.encode())
        names = (name.decode("utf-8", "replace") for name in _REFERENCE.findall(data))
        waiting += [path.parent / name for name in names if "://" not in name]
    return mark.hexdigest()
