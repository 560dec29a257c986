"""XPath 1.0 as text: the tokens of an expression, and the questions that compiling a schema asks of them.

Which variables does it use, and what are they called in the compiled form; which functions and prefixes; and can a
search be answered from an index. Parsing and evaluation are libxml2's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_NCNAME: Final = r"[^\W\d][\w.\-·]*"
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<literal>"[^"]*"|'[^']*')
  | (?P<number>\d+(?:\.\d*)?|\.\d+)
  | \$\s*(?P<variable>{_NCNAME}(?::{_NCNAME})?)
  | (?P<name>{_NCNAME}(?::(?!:)(?:{_NCNAME}|\*))?)
  | (?P<mark>::|//|\.\.|!=|<=|>=|[()\[\].@,/|+\-=<>*])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

NODE_TYPES: Final = frozenset({"node", "text", "comment", "processing-instruction"})
_OPERATORS: Final = frozenset({"and", "or", "div", "mod"})

# XPath 1.0 (section 4) and what XSLT 1.0 (section 12) adds, without document() and unparsed-entity-uri(), which open
# other files.
_CORE: Final = """last position count id local-name namespace-uri name string concat starts-with contains
    substring-before substring-after substring string-length normalize-space translate boolean not true false lang
    number sum floor ceiling round key current generate-id format-number function-available element-available"""
FUNCTIONS: Final = frozenset(_CORE.split())
# EXSLT modules that depend on their arguments alone; its dates read the clock.
_EXSLT: Final = {
    f"http://exslt.org/{module}" for module in ("common", "math", "sets", "strings", "regular-expressions")
}


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind (space, literal, number, variable, name, mark, other) and its text; of a variable its name."""

    kind: str
    text: str


_OF_NODES: Final = frozenset({"name", "local-name", "namespace-uri"})


def steps_from(expression: str) -> frozenset[str]:
    """Return the variables from whose nodes an expression takes a step, or whose names it asks for."""
    solid = [token for token in tokens(expression) if token.kind != "space"]
    stepped = {one.text for one, after in pairwise(solid) if one.kind == "variable" and after.text in ("/", "//")}
    asked = {
        third.text
        for first, second, third in zip(solid, solid[1:], solid[2:], strict=False)
        if first.text in _OF_NODES and second.text == "(" and third.kind == "variable"
    }
    return frozenset(stepped | asked)


def tokens(expression: str) -> tuple[Token, ...]:
    """Return the tokens of `expression`, white space included; never fails, what is no token is of kind `other`."""
    found = []
    for match in _TOKEN.finditer(expression):
        kind = match.lastgroup or "other"
        found.append(Token(kind, match[kind]))
    return tuple(found)


def variables(expression: str) -> tuple[str, ...]:
    """Return the names of the variables that `expression` uses, in order."""
    return tuple(token.text for token in tokens(expression) if token.kind == "variable")


def rename(expression: str, name_of: Callable[[str], str]) -> str:
    """Return `expression` with each variable called what `name_of` says."""
    if "$" not in expression:
        return expression
    return "".join(
        f"${name_of(token.text)}" if token.kind == "variable" else token.text for token in tokens(expression)
    )


def functions(expression: str) -> Iterator[str]:
    """Yield the names of the functions that `expression` calls."""
    solid = [token for token in tokens(expression) if token.kind != "space"]
    for token, after in pairwise(solid):
        if token.kind == "name" and after.text == "(" and token.text not in NODE_TYPES | _OPERATORS:
            yield token.text


def refused(expression: str, namespaces: Mapping[str, str]) -> tuple[str, ...]:
    """Return the functions in `expression` that are not run here, each once, in order."""
    found: dict[str, None] = {}
    for name in functions(expression):
        prefix, _, local = name.rpartition(":")
        known = namespaces.get(prefix) in _EXSLT and local != "random" if prefix else name in FUNCTIONS
        if not known:
            found[name] = None
    return tuple(found)


CURRENT: Final = "tei-edition.current"


def with_current(expression: str) -> str:
    """Return `expression` with current(), which is XSLT's, written as a variable (`CURRENT`)."""
    if "current" not in expression:
        return expression
    parts = [f"${token.text}" if token.kind == "variable" else token.text for token in tokens(expression)]
    text = "".join(parts)
    for form in ("current()", "current( )"):
        text = text.replace(form, f"${CURRENT}")
    return text


def prefixes(expression: str) -> tuple[str, ...]:
    """Return the prefixes that `expression` uses, in order."""
    names = (token.text for token in tokens(expression) if token.kind in ("name", "variable"))
    return tuple(name.partition(":")[0] for name in names if ":" in name)


_STRING_FUNCTIONS: Final = frozenset(
    {"string", "concat", "substring", "substring-before", "substring-after", "normalize-space", "translate", "name"}
)
_BY_ID: Final = re.compile(
    rf"(?<![\w\]).*])//\s*(?P<step>(?:{_NCNAME}:)?(?:{_NCNAME}|\*))\s*\[\s*@xml:id\s*=\s*\$(?P<name>{_NCNAME})\s*\]"
)


def is_string(expression: str) -> bool:
    """Tell whether `expression` is one call of a function that gives a string."""
    solid = [token for token in tokens(expression) if token.kind != "space"]
    name, *rest = [token.text for token in outer(solid)] or [""]
    return name in _STRING_FUNCTIONS and rest == ["(", ")"]


def with_index(expression: str, key: str, strings: frozenset[str]) -> str:
    """Return `expression` with each `//step[@xml:id = $name]` looked up in `key`, the index of ids, not searched for.

    Only where $name is a string, one of `strings`: with a number, `=` would compare as numbers do. Rules that follow
    pointers then take a time that grows with the document, not with its square.
    """

    def look_up(found: re.Match[str]) -> str:
        if found["name"] not in strings:
            return found[0]
        return f"key('{key}', ${found['name']})/parent::{found['step']}"

    return _BY_ID.sub(look_up, expression) if "xml:id" in expression else expression


def outer(branch: list[Token]) -> list[Token]:
    """Return the tokens outside all brackets, the brackets among them; white space is left out."""
    found = []
    depth = 0
    for token in branch:
        depth -= token.text in (")", "]")
        if depth <= 0 and token.kind != "space":
            found.append(token)
        depth += token.text in ("(", "[")
    return found
