"""Several persons whom one line and the title name together, each by himself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.model import Name
from tei.regexes import regex


def written_together(titled: tuple[Name, ...], written: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names of the title where one line has them all, perhaps completed: "Pell (Amos) and Lind (Ada)"."""
    whole = " ".join(name.text for name in written)
    if len(written) != 1 and "[" not in whole and "(" not in whole:
        return ()
    told = ", ".join(name.text for name in titled)
    parts = tuple(part for name in titled for part in _parts(name))
    if len(parts) < 2 or _words(whole.translate(_NO_BRACKETS)) != _words(told):
        return ()
    return parts


def _words(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").lower().split() if word != "and"]


def _parts(name: Name) -> Iterator[Name]:
    """Yield the persons whom a name of the title holds, "Amos Pell, Ada Lind and Edna Fleck"."""
    at = 0
    ends = [*_BETWEEN.finditer(name.text)] if not name.ref else []
    for start, end in ((one.start(), one.end()) for one in ends):
        yield _part(name, at, start)
        at = end
    yield _part(name, at, len(name.text)) if ends else name


def _part(name: Name, start: int, end: int) -> Name:
    text, first = name.text[start:end], name.evidence.start
    evidence = replace(name.evidence, start=first + start, end=first + end)
    return replace(name, text=text, preferred=text, evidence=evidence)


_BETWEEN: Final = regex(r",\s+(?:and\s+)?|\s+and\s+")


_NO_BRACKETS: Final = {ord(sign): None for sign in "[]()"}
