"""Match patterns (XSLT 1.0, section 5.2) as text: what kinds of node they can match, and which nodes they select."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.schematron.expressions import NODE_TYPES, Token, outer, tokens

_PLACES: Final = frozenset(("position", "last", "current"))
_COMPARING: Final = frozenset(("=", "!=", "<", "<=", ">", ">=", "and", "or"))
_TESTS: Final = frozenset(("not", "boolean", "starts-with", "contains", "lang", "true", "false"))


@dataclass(frozen=True, slots=True)
class Target:
    """What one branch of a match pattern can match: kind of node and its name as written, `*` for any.

    The kind `owner` is any element that has the attribute of that name, and none of those it could be known by
    `instead`.
    """

    kind: str
    name: str = "*"
    instead: tuple[str, ...] = ()


def targets(pattern: str) -> tuple[Target, ...]:
    """Return what the branches of the match pattern `pattern` can match.

    The answer may be too wide, as for a wildcard, but never too narrow: it only decides which nodes are offered.
    """
    return tuple(dict.fromkeys(target for branch in _branches(pattern) for target in _targets(branch)))


def node_set(pattern: str) -> str:
    """Return the expression that selects every node of a document that the match pattern `pattern` matches."""
    paths = []
    for branch in _branches(pattern):
        text = "".join(token.text if token.kind != "variable" else f"${token.text}" for token in branch).strip()
        anchored = text.startswith("/") or re.match(r"(id|key)\s*\(", text)
        paths.append(text if anchored else f"//{text}")
    return " | ".join(paths)


def parted(pattern: str) -> tuple[str, tuple[str, ...]]:
    """Return a match pattern without the predicates at its end, and these; all together where it cannot be parted.

    It can where all of them are plain tests, which may as well be made after the match: for a pattern with two
    predicates libxslt searches the whole document.
    """
    branches = list(_branches(pattern))
    branch, tests = _trimmed(branches[0]), list[str]()
    while branch and branch[-1].text == "]":
        start = _opening(branch)
        inside = branch[start + 1 : -1]
        if len(branches) > 1 or not _is_plain(inside):
            return pattern, ()
        tests.insert(0, "".join(token.text for token in inside).strip())
        branch = _trimmed(branch[:start])
    return ("".join(token.text for token in branch), tuple(tests)) if tests else (pattern, ())


def _trimmed(branch: list[Token]) -> list[Token]:
    return branch[:-1] if branch and branch[-1].kind == "space" else branch


def _opening(branch: list[Token]) -> int:
    """Return the index of the bracket that the one at the end closes."""
    depth = 0
    for index in reversed(range(len(branch))):
        depth += (branch[index].text == "]") - (branch[index].text == "[")
        if depth == 0:
            return index
    return 0


def _is_plain(predicate: list[Token]) -> bool:
    """Say whether a predicate is a test for sure: no number, which would mean a position, and none is asked for."""
    if any(token.text in _PLACES or token.kind == "variable" for token in predicate):
        return False
    texts = [token.text for token in outer(predicate)]
    compared = _COMPARING.intersection(texts[1:-1])
    return (
        bool(compared) or (texts[:1] == ["@"] and len(texts) == 2) or (texts[1:] == ["(", ")"] and texts[0] in _TESTS)
    )


def _branches(pattern: str) -> Iterator[list[Token]]:
    """Yield the tokens of the alternatives of `pattern`."""
    branch: list[Token] = []
    depth = 0
    for token in tokens(pattern):
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if token.text == "|" and depth == 0:
            yield branch
            branch = []
        else:
            branch.append(token)
    yield branch


def _targets(branch: list[Token]) -> tuple[Target, ...]:
    solid = outer(branch)
    if [token.text for token in solid] == ["/"]:
        return (Target("root"),)
    cut = max((index for index, token in enumerate(solid) if token.text in ("/", "//")), default=-1)
    kind, step = _axis([token.text for token in solid[cut + 1 :]])
    if not step:
        return (Target("any"),)
    name = step[0]
    if len(step) > 1 and step[1] == "(":
        return (Target(name if name in NODE_TYPES - {"node"} else "any"),)
    if not name.endswith("*"):
        return (Target(kind, name),)
    demanded = _demanded(branch) if kind == "element" else ()
    owners = (Target("owner", one, demanded[:index]) for index, one in enumerate(demanded))
    return tuple(owners) or (Target(kind),)


def _axis(step: list[str]) -> tuple[str, list[str]]:
    """Return the kind of node on the axis of `step`, and the step without its axis."""
    if step[:1] == ["@"]:
        return "attribute", step[1:]
    if step[1:2] == ["::"]:
        return ("attribute" if step[0] == "attribute" else "element"), step[2:]
    return "element", step


def _demanded(branch: list[Token]) -> tuple[str, ...]:
    """Return the attributes of which a wildcard with predicates needs one to match, none where that is not seen.

    Seen is, as the first predicate of the last step: `[@a]`, `[@a and …]`, `[@a = …]`, `[starts-with(@a, '#')]`, and
    several such parts between which `or` stands.
    """
    solid = [token for token in branch if token.kind != "space"]
    start = _last_step(solid)
    texts = [token.text for token in solid[start:]]
    if texts[1:2] != ["["] or "|" in texts:
        return ()
    parts = _alternatives(texts[2 : _closing(texts, 1)])
    asked = tuple(map(_asked, parts))
    return tuple(dict.fromkeys(asked)) if all(asked) else ()


def _alternatives(inside: list[str]) -> list[list[str]]:
    """Return the parts of a predicate between which `or` stands outside all brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for text in inside:
        depth += (text in ("(", "[")) - (text in (")", "]"))
        if text == "or" and depth == 0:
            parts.append([])
        else:
            parts[-1].append(text)
    return parts


def _asked(part: list[str]) -> str:
    """Return the attribute without which a part of a predicate cannot hold, empty where none is seen."""
    if "or" in part:
        return ""
    if part[:3] == ["starts-with", "(", "@"] and part[4:5] == [","] and len(part) > 5:
        return part[3] if part[5][:1] in "\"'" and len(part[5]) > 2 else ""
    return part[1] if part[:1] == ["@"] and part[2:3] in ([], ["and"], ["="]) and "*" not in part[1] else ""


def _last_step(solid: list[Token]) -> int:
    """Return the index at which the last step of a branch begins."""
    depth = start = 0
    for index, token in enumerate(solid):
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if depth == 0 and token.text in ("/", "//"):
            start = index + 1
    return start


def _closing(texts: list[str], opening: int) -> int:
    """Return the index of the bracket that closes the one at `opening`, the end where none does."""
    depth = 0
    for index in range(opening, len(texts)):
        depth += (texts[index] in ("(", "[")) - (texts[index] in (")", "]"))
        if depth == 0:
            return index
    return len(texts)
