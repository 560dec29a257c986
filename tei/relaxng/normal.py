"""The normal form of a schema: what is reachable, elements by number, without what can never match.

Sections 4.19 (elements apart, no endless references), 4.20 (`notAllowed`) and 4.21 (`empty`) of the specification. In
this form an element pattern is ("element", number); `Normal.elements` has its name class, content and documentation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from tei.errors import SchemaError
from tei.findings import Finding
from tei.relaxng.naming import Simple
from tei.relaxng.problems import SCHEMA_WRONG
from tei.relaxng.simplify import SimpleSchema
from tei.relaxng.syntax import place

_EMPTY: Final[Simple] = ("empty", 0)
_REFUSED: Final[Simple] = ("notAllowed", 0)

ElementForm = tuple[int, Any, Simple, str]
"""Place, name class, content, documentation of an element pattern."""


@dataclass(frozen=True, slots=True)
class Normal:
    """A schema in normal form; all of it tuples, lists and dictionaries of strings and numbers."""

    start: Simple
    defines: dict[str, Simple]
    elements: list[ElementForm]
    files: tuple[str, ...]


def normalise(schema: SimpleSchema) -> Normal:
    """Return the normal form. Raises SchemaError where a definition refers to itself without an element between."""
    return _Normaliser(schema).run()


class _Normaliser:
    def __init__(self, schema: SimpleSchema) -> None:
        self.schema = schema
        self.defines: dict[str, Simple] = {}
        self._open: set[str] = set()
        self._elements: list[Simple] = []

    def run(self) -> Normal:
        start = self.rewrite(self.schema.start)
        done: list[ElementForm] = []
        while len(done) < len(self._elements):
            _, place_, names, content, documentation = self._elements[len(done)]
            done.append((place_, names, self.rewrite(content), documentation))
        return Normal(start, self.defines, done, self.schema.files)

    def rewrite(self, pattern: Simple) -> Simple:
        """Return a pattern without what can never match, and without empty parts."""
        kind = pattern[0]
        if kind == "ref":
            target = self._define(pattern)
            return target if target[0] in ("empty", "notAllowed") else pattern
        if kind == "element":
            self._elements.append(pattern)
            return ("element", len(self._elements) - 1)
        if kind == "choice":
            return self._choice(pattern)
        if kind in ("group", "interleave"):
            return self._sequence(pattern)
        if kind in ("oneOrMore", "list"):
            inner = self.rewrite(pattern[2])
            empty = inner[0] == "notAllowed" or (inner[0] == "empty" and kind == "oneOrMore")
            return inner if empty else (kind, pattern[1], inner)
        if kind == "attribute":
            inner = self.rewrite(pattern[3])
            return inner if inner[0] == "notAllowed" else (*pattern[:3], inner, pattern[4])
        if kind == "data" and pattern[5] is not None:
            inner = self.rewrite(pattern[5])
            return (*pattern[:5], None if inner[0] == "notAllowed" else inner)
        return pattern

    def _choice(self, pattern: Simple) -> Simple:
        parts: list[Simple] = []
        nothing = False
        for one in pattern[2]:
            part = self.rewrite(one)
            if part[0] == "empty":
                nothing = True
            elif part[0] != "notAllowed":
                parts.append(part)
        if not parts:
            return _EMPTY if nothing else _REFUSED
        if nothing:
            parts.append(_EMPTY)
        return parts[0] if len(parts) == 1 else ("choice", pattern[1], tuple(parts))

    def _sequence(self, pattern: Simple) -> Simple:
        parts: list[Simple] = []
        refused = False
        for one in pattern[2]:
            part = self.rewrite(one)
            refused = refused or part[0] == "notAllowed"
            if part[0] != "empty":
                parts.append(part)
        if refused or not parts:
            return _REFUSED if refused else _EMPTY
        return parts[0] if len(parts) == 1 else (pattern[0], pattern[1], tuple(parts))

    def _define(self, reference: Simple) -> Simple:
        key = reference[2]
        found = self.defines.get(key)
        if found is not None:
            return found
        if key in self._open:
            name = key.rpartition(":")[2]
            what = f'the definition "{name}"' if name else "the start"
            raise SchemaError(self._wrong(reference, f"{what} refers to itself without an element between"))
        self._open.add(key)
        rewritten = self.defines[key] = self.rewrite(self.schema.defines[key])
        return rewritten

    def _wrong(self, pattern: Simple, message: str) -> Finding:
        where = place(pattern[1], self.schema.files)
        return SCHEMA_WRONG.at(where, f"the schema is wrong: {message}", "put an element around what recurs")
