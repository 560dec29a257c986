"""Name classes: which names are meant, and whether two of them have a name in common.

A name is `namespace}local`, or `local` alone where it is in no namespace. RELAX NG specification, sections 6.2.2 and
7.3 (overlap, by trying one name of every kind that either could tell apart).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

NameClass = str | tuple[Any, ...]

_STRANGE: Final = "\x00"
"""A local name and a namespace that no document can have."""


def takes(names: NameClass, name: str) -> bool:
    """Tell whether `name` is in the name class."""
    if isinstance(names, str):
        return names == name
    kind = names[0]
    if kind == "choice":
        return any(takes(one, name) for one in names[1])
    if kind == "ns" and name.rpartition("}")[0] != names[1]:
        return False
    excepted = names[-1]
    return excepted is None or not takes(excepted, name)


def listed(names: NameClass) -> tuple[str, ...]:
    """Return the names that the class lists one by one."""
    if isinstance(names, str):
        return (names,)
    if names[0] == "choice":
        return tuple(name for one in names[1] for name in listed(one))
    return ()


def wildcards(names: NameClass) -> tuple[NameClass, ...]:
    """Return the parts of the class that stand for more names than can be listed."""
    if isinstance(names, str):
        return ()
    if names[0] == "choice":
        return tuple(wild for one in names[1] for wild in wildcards(one))
    return (names,)


def overlap(one: NameClass, other: NameClass) -> bool:
    """Tell whether a name is in both classes."""
    return any(takes(one, name) and takes(other, name) for name in (*_samples(one), *_samples(other)))


def _samples(names: NameClass) -> Iterator[str]:
    if isinstance(names, str):
        yield names
    elif names[0] == "choice":
        for one in names[1]:
            yield from _samples(one)
    else:
        yield f"{_STRANGE if names[0] == 'any' else names[1]}}}{_STRANGE}".removeprefix("}")
        if names[-1] is not None:
            yield from _samples(names[-1])
