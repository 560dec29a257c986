"""The patterns of values: data, value, list and what is made of them, each compiled to one test of a text.

RELAX NG specification, sections 6.2.7 to 6.2.10. A value stands alone (section 7.2), so the text of an attribute, or of
an element that holds a value, is judged as a whole; inside a list the tokens are followed one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tei.relaxng.datatypes import IDS, QNAMES, Prefixes, Test, judge_of, normalised, same_as
from tei.relaxng.naming import Simple

MAX_KEPT: Final = 500
"""How many values that are right are kept in mind for one pattern: most values come again."""

_ALWAYS: Final = frozenset({"string", "token", "normalizedString"})
VALUE_KINDS: Final = frozenset({"data", "value", "list"})


class Value:
    """A pattern of values; `known` are texts that matched, for a look-up before anything is tested."""

    __slots__ = ("always", "contextual", "is_id", "known", "pattern", "values")

    def __init__(self, pattern: Simple, values: Values) -> None:
        self.pattern = pattern
        self.values = values
        leaves = tuple(values.leaves(pattern))
        self.always = values.always(pattern)
        self.contextual = any(leaf[0] in ("data", "value") and leaf[3] in QNAMES for leaf in leaves)
        self.is_id = any(leaf[0] == "data" and leaf[3] in IDS for leaf in leaves)
        self.known: set[str] = set()

    def matches(self, text: str, prefixes: Prefixes) -> bool:
        """Tell whether `text` is such a value."""
        if self.always or text in self.known:
            return True
        if not self.values.test(self.pattern)(text, prefixes):
            return False
        if not self.contextual and len(text) < 64:
            if len(self.known) >= MAX_KEPT:
                self.known.clear()
            self.known.add(text)
        return True


class Values:
    """Compiles patterns of values of one schema."""

    def __init__(self, defines: Mapping[str, Simple]) -> None:
        self._defines = defines
        self._tests: dict[int, tuple[Simple, Test]] = {}

    def make(self, pattern: Simple) -> Value:
        """Return the value that a pattern stands for."""
        return Value(pattern, self)

    def leaves(self, pattern: Simple) -> Iterator[Simple]:
        """Yield the data, values, texts and empties of a pattern, through references and lists."""
        kind = pattern[0]
        if kind == "ref":
            yield from self.leaves(self._defines[pattern[2]])
        elif kind in ("choice", "group", "interleave"):
            for part in pattern[2]:
                yield from self.leaves(part)
        elif kind in ("oneOrMore", "list"):
            yield from self.leaves(pattern[2])
        else:
            yield pattern

    def has_list(self, pattern: Simple) -> bool:
        """Tell whether several values may stand there with spaces between."""
        kind = pattern[0]
        if kind == "ref":
            return self.has_list(self._defines[pattern[2]])
        if kind in ("choice", "group"):
            return any(self.has_list(part) for part in pattern[2])
        return bool(kind == "list")

    def repeats(self, pattern: Simple) -> Iterator[Simple]:
        """Yield what may stand more than once in a list."""
        kind = pattern[0]
        if kind == "ref":
            yield from self.repeats(self._defines[pattern[2]])
        elif kind in ("choice", "group"):
            for part in pattern[2]:
                yield from self.repeats(part)
        elif kind == "list":
            yield from self.repeats(pattern[2])
        elif kind == "oneOrMore":
            yield pattern

    def always(self, pattern: Simple) -> bool:
        """Tell whether every text matches."""
        kind = pattern[0]
        if kind == "ref":
            return self.always(self._defines[pattern[2]])
        if kind == "choice":
            return any(self.always(part) for part in pattern[2])
        if kind in ("group", "interleave"):
            return all(self.always(part) for part in pattern[2])
        if kind == "oneOrMore":
            return self.always(pattern[2])
        plain = kind == "data" and pattern[3] in _ALWAYS and not pattern[4] and pattern[5] is None
        return bool(kind == "text" or plain)

    def test(self, pattern: Simple) -> Test:
        """Return the test of a pattern; it is made once."""
        found = self._tests.get(id(pattern))
        if found is None:
            found = self._tests[id(pattern)] = (pattern, self._compile(pattern))
        return found[1]

    def _compile(self, pattern: Simple) -> Test:
        kind = pattern[0]
        if kind == "ref":
            return self.test(self._defines[pattern[2]])
        if kind == "data":
            return self._data(pattern)
        if kind == "value":
            return same_as(pattern[2], pattern[3], pattern[4], {**dict(pattern[6]), "": pattern[5]})
        if kind == "list":
            return self._list(pattern[2])
        if kind == "choice":
            return self._choice(pattern)
        if kind == "empty":
            return lambda text, _: not text.strip(" \t\n\r")
        if self.always(pattern):
            return lambda _text, _prefixes: True
        return lambda _text, _prefixes: False

    def _choice(self, pattern: Simple) -> Test:
        listed = frozenset(
            part[4] for part in pattern[2] if part[0] == "value" and (part[2] == "" or part[3] in ("string", "token"))
        )
        tests = tuple([self.test(part) for part in pattern[2]])
        return lambda text, prefixes: text in listed or any(test(text, prefixes) for test in tests)

    def _data(self, pattern: Simple) -> Test:
        test = judge_of(pattern[2], pattern[3], pattern[4])
        if pattern[5] is None:
            return test
        excepted = self.test(pattern[5])
        return lambda text, prefixes: test(text, prefixes) and not excepted(text, prefixes)

    def _list(self, inner: Simple) -> Test:
        def test(text: str, prefixes: Prefixes) -> bool:
            tokens = normalised("token", text).split(" ") if text.strip(" \t\n\r") else []
            return len(tokens) in self._ends(inner, tokens, frozenset((0,)), prefixes)

        return test

    def _ends(self, pattern: Simple, tokens: list[str], starts: frozenset[int], prefixes: Prefixes) -> frozenset[int]:
        """Return where among the tokens `pattern` may end, if it begins at one of `starts`."""
        kind = pattern[0]
        if kind == "ref":
            return self._ends(self._defines[pattern[2]], tokens, starts, prefixes)
        if kind == "choice":
            return frozenset().union(*[self._ends(part, tokens, starts, prefixes) for part in pattern[2]])
        if kind == "group":
            for part in pattern[2]:
                starts = self._ends(part, tokens, starts, prefixes)
            return starts
        if kind == "oneOrMore":
            return self._repeated(pattern[2], tokens, starts, prefixes)
        if kind == "empty":
            return starts
        test = self.test(pattern)
        return frozenset([at + 1 for at in starts if at < len(tokens) and test(tokens[at], prefixes)])

    def _repeated(
        self, pattern: Simple, tokens: list[str], starts: frozenset[int], prefixes: Prefixes
    ) -> frozenset[int]:
        reached: frozenset[int] = frozenset()
        fresh = starts
        while fresh:
            fresh = self._ends(pattern, tokens, fresh, prefixes) - reached
            reached |= fresh
        return reached
