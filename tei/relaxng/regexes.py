r"""Regular expressions of XML Schema as Python's: W3C XML Schema part 2, appendix F.

`elementpath` translates them, but takes longer to load than a schema and a document together take to check. So what
schemas of texts are made of is translated here, and the rest is left to it. Classes of characters (`\p{L}`, `\S`,
`[a-z]`) are written out for the characters that occur: all of ASCII, and what else the value holds.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from tei.relaxng.machines import Machine, Part, Test, TooLargeError, is_risky

_ESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t", **{char: char for char in "\\|.-^?*+{}()[]$/:,;=!@#%&'\"~`<>"}}
_QUANTIFIER: Final = re.compile(r"[?*+]|\{\d{1,4}(?:,\d{0,4})?\}")
_CATEGORY: Final = re.compile(r"\{([LMNPZSC][a-z]?)\}")
_ASCII: Final = frozenset(map(chr, range(128)))
_START: Final = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
)
_MORE: Final = rf"{_START}\-.0-9\xb7\u0300-\u036f\u203f\u2040"
NCNAME: Final = rf"[{_START}][{_MORE}]*"
NAME: Final = rf"[:{_START}][:{_MORE}]*"
NMTOKEN: Final = rf"[:{_MORE}]+"
_KEPT: Final = 200
_SHORT: Final = 16
"""Up to this length no expression takes long."""
_LONG: Final = 1000
"""From this length even one that is tried in few ways does."""


class NotTranslatedError(Exception):
    """The expression uses something that is left to `elementpath`."""


class PatternError(Exception):
    """The expression is none."""


class Expression:
    """A regular expression of XML Schema that matches whole values. Raises PatternError where it is none."""

    __slots__ = ("_compiled", "_machine", "_parts", "_risky", "_whole", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._whole: re.Pattern[str] | None = None
        self._machine: Machine | None = None
        self._compiled: dict[frozenset[str], re.Pattern[str]] = {}
        try:
            self._parts = tuple(_Translator(source).run())
        except NotTranslatedError:
            self._parts = ()
            self._whole = _by_elementpath(source)
        self._risky = is_risky(self._parts)
        if self._risky:
            self._followed()

    def matches(self, value: str) -> bool:
        """Tell whether the expression matches the whole of `value`."""
        if self._whole is not None:
            return self._whole.fullmatch(value) is not None
        if len(value) > _SHORT and (self._risky or len(value) > _LONG):
            return self._followed().matches(value)
        alphabet = _ASCII if value.isascii() else _ASCII.union(value)
        return self._for(alphabet).fullmatch(value) is not None

    def _followed(self) -> Machine:
        """Return the machine that follows all ways of matching at once: for what could take for ever otherwise."""
        if self._machine is None:
            try:
                self._machine = Machine(self._parts)
            except TooLargeError:
                raise PatternError("it repeats too much") from None
        return self._machine

    def _for(self, alphabet: frozenset[str]) -> re.Pattern[str]:
        found = self._compiled.get(alphabet)
        if found is None:
            if len(self._compiled) >= _KEPT:
                self._compiled.clear()
            written = [part if isinstance(part, str) else _written(part, alphabet) for part in self._parts]
            found = self._compiled[alphabet] = re.compile("".join(written))
        return found


def _written(test: Test, alphabet: frozenset[str]) -> str:
    """Return the class of the characters of `alphabet` that pass the test."""
    chars = sorted(char for char in alphabet if test(char))
    if not chars:
        return "(?!)"
    runs: list[list[str]] = []
    for char in chars:
        if runs and ord(char) == ord(runs[-1][1]) + 1:
            runs[-1][1] = char
        else:
            runs.append([char, char])
    return f"[{''.join(f'{re.escape(low)}-{re.escape(high)}' for low, high in runs)}]"


def _by_elementpath(source: str) -> re.Pattern[str]:
    """Return the expression as `elementpath` translates it."""
    from elementpath.regex import RegexError, translate_pattern

    try:
        return re.compile(translate_pattern(source, back_references=False, lazy_quantifiers=False, anchors=False))
    except (RegexError, re.error, OverflowError) as error:
        raise PatternError(str(error)) from error


class _Translator:
    """Reads an expression from left to right; gives pieces of a Python expression and tests of characters."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[Part] = []

    def run(self) -> list[Part]:
        self._branches(0)
        if self.at < len(self.source):
            raise PatternError('there is a ")" without "("')
        return self.parts

    def _branches(self, depth: int) -> None:
        if depth > 50:
            raise PatternError("it nests too deep")
        while self.at < len(self.source) and self.source[self.at] != ")":
            if self.source[self.at] == "|":
                self.parts.append("|")
                self.at += 1
            else:
                self._atom(depth)
                self._quantifier()

    def _quantifier(self) -> None:
        found = _QUANTIFIER.match(self.source, self.at)
        if found is not None:
            low, comma, high = found[0].strip("{}").partition(",")
            if comma and high and int(high) < int(low):
                raise PatternError("a repetition runs backwards")
            self.parts.append(found[0])
            self.at = found.end()
            if self.source[self.at : self.at + 1] in ("?", "*", "+", "{"):
                raise PatternError("a quantifier follows another")

    def _atom(self, depth: int) -> None:
        char = self.source[self.at]
        if char == "(":
            self.at += 1
            self.parts.append("(?:")
            self._branches(depth + 1)
            if self.source[self.at : self.at + 1] != ")":
                raise PatternError('a "(" is not closed')
            self.parts.append(")")
            self.at += 1
        elif char in "?*+{}":
            raise PatternError(f'"{char}" stands where nothing can be repeated' if char in "?*+{" else "a } is loose")
        elif char == "]":
            raise NotTranslatedError
        else:
            self._single(char)

    def _single(self, char: str) -> None:
        if char == "[":
            self.parts.append(self._class())
        elif char == "\\":
            found = self._escape()
            self.parts.append(re.escape(found) if isinstance(found, str) else found)
        else:
            self.at += 1
            self.parts.append(r"[^\n\r]" if char == "." else re.escape(char))

    def _escape(self) -> str | Test:
        """Read an escape: one character, or the test of a class."""
        char = self.source[self.at + 1 : self.at + 2]
        self.at += 2
        if char in _ESCAPED and char:
            return _ESCAPED[char]
        if char in ("p", "P"):
            found = _CATEGORY.match(self.source, self.at)
            if found is None:
                raise NotTranslatedError
            self.at = found.end()
            return _of_category(found[1], wanted=char == "p")
        if char and char in _CLASSES:
            return _CLASSES[char]
        raise PatternError(f'"\\{char}" is no escape')

    def _class(self) -> Test:
        """Read a class in brackets, with what is subtracted from it."""
        self.at += 1
        negative = self.source.startswith("^", self.at)
        self.at += negative
        tests: list[Test] = []
        chars: set[str] = set()
        first = True
        while True:
            char = self.source[self.at : self.at + 1]
            if char == "]" and not first:
                self.at += 1
                return _union(chars, tuple(tests), None, negative=negative)
            if char == "-" and self.source.startswith("-[", self.at) and not first:
                return self._subtracted(chars, tuple(tests), negative=negative)
            self._member(char, chars, tests)
            first = False

    def _subtracted(self, chars: set[str], tests: tuple[Test, ...], *, negative: bool) -> Test:
        self.at += 1
        without = self._class()
        if not self.source.startswith("]", self.at):
            raise PatternError("a class is not closed")
        self.at += 1
        return _union(chars, tests, without, negative=negative)

    def _member(self, char: str, chars: set[str], tests: list[Test]) -> None:
        if char in ("", "[", "]"):
            raise PatternError("a class is not closed" if not char else f'"{char}" in a class needs a \\ before it')
        low = self._class_char(char)
        if not isinstance(low, str):
            tests.append(low)
        elif self.source.startswith("-", self.at) and self.source[self.at + 1 : self.at + 2] not in ("]", "["):
            self.at += 1
            high = self._class_char(self.source[self.at : self.at + 1])
            if not isinstance(high, str) or low > high:
                raise PatternError("a range of characters runs backwards")
            tests.append(_between(low, high))
        else:
            chars.add(low)

    def _class_char(self, char: str) -> str | Test:
        if char == "\\":
            return self._escape()
        if char in ("", "["):
            raise PatternError("a class is not closed")
        self.at += 1
        return char


def _between(low: str, high: str) -> Test:
    return lambda char: low <= char <= high


def _union(chars: set[str], tests: tuple[Test, ...], without: Test | None, *, negative: bool) -> Test:
    def test(char: str) -> bool:
        found = char in chars or any(one(char) for one in tests)
        return found is not negative and not (without is not None and without(char))

    return test


def _of_category(name: str, *, wanted: bool) -> Test:
    return lambda char: category(char).startswith(name) is wanted


def _space(char: str) -> bool:
    return char in " \t\n\r"


def _digit(char: str) -> bool:
    return category(char) == "Nd"


def _word(char: str) -> bool:
    return category(char)[0] not in "PZC"


def _name_start(char: str) -> bool:
    return re.match(f"[:{_START}]", char) is not None


def _name_char(char: str) -> bool:
    return re.match(f"[:{_MORE}]", char) is not None


def _not(test: Test) -> Test:
    return lambda char: not test(char)


_POSITIVE: Final = {"s": _space, "d": _digit, "w": _word, "i": _name_start, "c": _name_char}
_CLASSES: Final[dict[str, Test]] = {**_POSITIVE, **{name.upper(): _not(test) for name, test in _POSITIVE.items()}}
