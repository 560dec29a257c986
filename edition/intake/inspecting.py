"""Whether a document may come in: ours by our schema, those of others by the schema that the user names and rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.settings import default_guard
from edition.site.plan import File
from tei.errors import SourceError
from tei.findings import Finding, Severity
from tei.validate import Validator
from tei.validate.documents import Document
from tei.validate.guard import Guard
from tei.validate.rules.register import check_rules


@dataclass(frozen=True, slots=True)
class Problems:
    """What is to be said of a document: what stands against it, and what is to be looked at."""

    against: tuple[Finding, ...] = ()
    noted: tuple[Finding, ...] = ()


class Inspector:
    """Checks documents of one run; schemas are compiled when the first document comes."""

    def __init__(self, schemas: tuple[Path, ...] = ()) -> None:
        """Take the schemas that the user names. Raises SchemaError where one cannot be used."""
        self._validators = tuple(Validator.load(path) for path in schemas)

    @cached_property
    def _guard(self) -> Guard:
        return default_guard()

    def inspect(self, file: File, *, own: bool) -> Problems:
        """Check a document; `own` says that our schema was made for it."""
        try:
            document = Document.read(file.data, file.path)
        except SourceError as error:
            return Problems(error.findings)
        found = [one for validator in self._validators for one in validator.check(document)]
        if own:
            found += self._guard.check(document.tree, file.path)
            return Problems(tuple(sorted(set(found))))
        against = tuple(sorted(set(found)))
        rules = check_rules(document, against)
        return Problems(against, tuple(sorted(one for one in rules if one.severity is not Severity.INFO)))
