"""What a schema may not say though its syntax allows it: section 7 of the specification.

Each restriction is looked for in the normal form; what a definition gives is worked out once, whoever refers to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tei.errors import SchemaError
from tei.findings import Finding
from tei.relaxng.nameclasses import NameClass, listed, overlap, wildcards
from tei.relaxng.naming import MAX_FINDINGS, Simple
from tei.relaxng.normal import Normal
from tei.relaxng.problems import SCHEMA_WRONG
from tei.relaxng.syntax import place

START: Final = 1
ATTRIBUTE: Final = 2
LIST: Final = 4
EXCEPT: Final = 8
MORE: Final = 16
REPEATED: Final = 32
"""Inside of a group or interleave inside of a oneOrMore."""

_FORBIDDEN: Final = (
    (ATTRIBUTE, "an attribute pattern", frozenset({"attribute", "element"})),
    (LIST, "a list", frozenset({"list", "element", "attribute", "text", "interleave"})),
    (
        EXCEPT,
        "the exception of data",
        frozenset({"attribute", "element", "list", "text", "group", "interleave", "oneOrMore", "empty"}),
    ),
    (
        START,
        "the start",
        frozenset({"attribute", "data", "value", "list", "text", "group", "interleave", "oneOrMore", "empty"}),
    ),
)
"""Sections 7.1.1, 7.1.3, 7.1.4 and 7.1.5."""

_EMPTY_TYPE: Final = 0
_COMPLEX: Final = 1
_SIMPLE: Final = 2


class Given(NamedTuple):
    """What a pattern gives to those that hold it: its content type (section 7.2) and its attributes (section 7.3)."""

    content: int = _EMPTY_TYPE
    names: frozenset[str] = frozenset()
    wild: tuple[NameClass, ...] = ()


_NOTHING: Final = Given()
_TEXT: Final = Given(_COMPLEX)
_VALUE: Final = Given(_SIMPLE)


def check_restrictions(schema: Normal) -> None:
    """Raise SchemaError with all that is forbidden in the schema."""
    checker = _Checker(schema)
    checker.given(schema.start, START)
    for number in checker.reached:
        checker.given(schema.elements[number][2], 0)
    if checker.findings:
        raise SchemaError(*list(dict.fromkeys(checker.findings))[:MAX_FINDINGS])


class _Checker:
    def __init__(self, schema: Normal) -> None:
        self.schema = schema
        self.findings: list[Finding] = []
        self.reached: list[int] = []
        self._known: dict[tuple[str, int], Given] = {}
        self._seen: set[int] = set()

    def wrong(self, pattern: Simple, message: str, hint: str) -> None:
        where = place(self._place(pattern), self.schema.files)
        self.findings.append(SCHEMA_WRONG.at(where, f"the schema is wrong: {message}", hint))

    def _place(self, pattern: Simple) -> int:
        if pattern[0] == "element":
            return self.schema.elements[pattern[1]][0]
        number = pattern[1]
        if number == 0 and pattern[0] in ("choice", "group", "interleave"):
            number = next((self._place(part) for part in pattern[2] if self._place(part)), 0)
        return int(number)

    def given(self, pattern: Simple, within: int) -> Given:
        """Check a pattern, and return what it gives; `within` says what it stands in."""
        kind = pattern[0]
        if kind == "ref":
            key = (pattern[2], within)
            known = self._known.get(key)
            if known is None:
                known = self._known[key] = self.given(self.schema.defines[pattern[2]], within)
            return known
        if within:
            self._forbidden(pattern, kind, within)
        check = _CHECKS.get(kind)
        return check(self, pattern, within) if check is not None else _NOTHING

    def _element(self, pattern: Simple, _: int) -> Given:
        """Take up an element when it is first met: one that stands beside `notAllowed` is no part of the schema."""
        if pattern[1] not in self._seen:
            self._seen.add(pattern[1])
            self.reached.append(pattern[1])
        return _TEXT

    def _text(self, _pattern: Simple, _within: int) -> Given:
        return _TEXT

    def _value(self, _pattern: Simple, _within: int) -> Given:
        return _VALUE

    def _list(self, pattern: Simple, _: int) -> Given:
        self.given(pattern[2], LIST)
        return _VALUE

    def _data(self, pattern: Simple, _: int) -> Given:
        if pattern[5] is not None:
            self.given(pattern[5], EXCEPT)
        return _VALUE

    def _forbidden(self, pattern: Simple, kind: str, within: int) -> None:
        for flag, what, kinds in _FORBIDDEN:
            if within & flag and kind in kinds:
                shown = "an element" if kind == "element" else f"<{kind}>"
                self.wrong(pattern, f"{shown} cannot stand in {what}", "take it out")
        if within & REPEATED and kind == "attribute":
            message = "an attribute cannot stand in a group or interleave that is repeated"
            self.wrong(pattern, message, "take the attribute out of the <oneOrMore> or <zeroOrMore>")

    def _attribute(self, pattern: Simple, within: int) -> Given:
        self.given(pattern[3], ATTRIBUTE)
        names: NameClass = pattern[2]
        if isinstance(names, str):
            return Given(_EMPTY_TYPE, frozenset((names,)))
        wild = wildcards(names)
        if wild and not within & MORE:
            message = "an attribute with <anyName> or <nsName> has to be repeated"
            self.wrong(pattern, message, "put it into <zeroOrMore> or <oneOrMore>")
        return Given(_EMPTY_TYPE, frozenset(listed(names)), wild)

    def _choice(self, pattern: Simple, within: int) -> Given:
        parts = [self.given(part, within) for part in pattern[2]]
        content = max(part.content for part in parts)
        names = frozenset[str]().union(*[part.names for part in parts])
        wild = tuple([one for part in parts for one in part.wild])
        return Given(content, names, wild) if names or wild else (_NOTHING, _TEXT, _VALUE)[content]

    def _more(self, pattern: Simple, within: int) -> Given:
        inner = self.given(pattern[2], within | MORE)
        if inner.content == _SIMPLE and not within & (LIST | EXCEPT | START):
            self.wrong(pattern, "a value cannot be repeated", "put it into <list>")
        return inner

    def _sequence(self, pattern: Simple, within: int) -> Given:
        inside = within | REPEATED if within & MORE else within
        parts = [self.given(part, inside) for part in pattern[2]]
        if not within & (LIST | EXCEPT | START):
            self._content_types(pattern, parts)
        names: frozenset[str] = frozenset()
        wild: tuple[NameClass, ...] = ()
        for index, part in enumerate(parts):
            if part.names or part.wild:
                self._twice(pattern[2][index], names, wild, part)
                names = names | part.names
                wild = (*wild, *part.wild)
        if pattern[0] == "interleave":
            self._interleaved(pattern)
        return Given(max(part.content for part in parts), names, wild)

    def _content_types(self, pattern: Simple, parts: list[Given]) -> None:
        """Section 7.2: a value stands alone, beside attributes only."""
        contents = [part.content for part in parts if part.content]
        if _SIMPLE in contents and len(contents) > 1:
            index = next(number for number, part in enumerate(parts) if part.content == _SIMPLE)
            message = "a value cannot stand beside text, elements or another value"
            self.wrong(pattern[2][index], message, "put several values into <list>, or use <text/>")

    def _twice(self, pattern: Simple, names: frozenset[str], wild: tuple[NameClass, ...], part: Given) -> None:
        """Section 7.3: an attribute has one definition."""
        both = set(names & part.names)
        if part.wild:
            both.update(name for name in names if any(overlap(name, one) for one in part.wild))
        if wild:
            both.update(name for name in part.names if any(overlap(name, one) for one in wild))
        if both:
            shown = " and ".join(f"@{name.rpartition('}')[2]}" for name in sorted(both)[:3])
            self.wrong(pattern, f"{shown} is defined twice for one element", "take one of them out")
        elif any(overlap(one, other) for one in wild for other in part.wild):
            self.wrong(pattern, "two wildcards for attributes have names in common", "except names from one of them")

    def _interleaved(self, pattern: Simple) -> None:
        """Section 7.4: what is mingled has no element in common, and text in one part only."""
        found = [list(self._leaves(part, set())) for part in pattern[2]]
        texts = [index for index, leaves in enumerate(found) if any(one[0] == "text" for one in leaves)]
        if len(texts) > 1:
            self.wrong(pattern[2][texts[1]], "text stands in two parts of an interleave", "keep <text/> in one part")
        seen: dict[str, None] = {}
        wild: list[NameClass] = []
        for index, leaves in enumerate(found):
            classes: list[NameClass] = [self.schema.elements[one[1]][1] for one in leaves if one[0] == "element"]
            names = {name for one in classes for name in listed(one)}
            more = [one for each in classes for one in wildcards(each)]
            both = [name for name in names if name in seen or any(overlap(name, one) for one in wild)]
            both += [name for name in seen if any(overlap(name, one) for one in more)]
            if both or any(overlap(one, other) for one in wild for other in more):
                shown = " and ".join(f"<{name.rpartition('}')[2]}>" for name in sorted(both)[:3]) or "an element"
                self.wrong(pattern[2][index], f"{shown} stands in two parts of an interleave", "keep it in one part")
            seen.update(dict.fromkeys(names))
            wild += more

    def _leaves(self, pattern: Simple, seen: set[str]) -> Iterator[Simple]:
        """Yield the elements and texts of a pattern, through references but not into elements."""
        kind = pattern[0]
        if kind in ("element", "text"):
            yield pattern
        elif kind == "ref":
            if pattern[2] not in seen:
                seen.add(pattern[2])
                yield from self._leaves(self.schema.defines[pattern[2]], seen)
        elif kind in ("group", "choice", "interleave"):
            for part in pattern[2]:
                yield from self._leaves(part, seen)
        elif kind == "oneOrMore":
            yield from self._leaves(pattern[2], seen)


_CHECKS: Final[dict[str, Callable[[_Checker, Simple, int], Given]]] = {
    **dict.fromkeys(("group", "interleave"), _Checker._sequence),
    "choice": _Checker._choice,
    "element": _Checker._element,
    "text": _Checker._text,
    "attribute": _Checker._attribute,
    "oneOrMore": _Checker._more,
    "list": _Checker._list,
    "data": _Checker._data,
    "value": _Checker._value,
}
