"""Several persons whom one line and the title name together, each by himself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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


def without_calls(names: Sequence[Name]) -> list[Name]:
    """Return those addressed without how the letter calls one of them and without his office, each a line of its own.

    "To the First Secretary of the Institute" / "Comrade A. Pell" / "Dear Axel Petrovich!" are one person.
    """
    if not any(name.ref and name.kind == "person" for name in names):
        return list(names)
    return [name for name in names if name.ref or not (_PATRONYMIC.fullmatch(name.text) or _OFFICE.match(name.text))]


_PATRONYMIC: Final = regex(
    r"(?:(?:[Dd]ear|[Rr]espected|[Ee]steemed)\s+)*[A-Z][a-z]+\s[A-Z][a-z]+(?:vich|ich|ovna|evna|ichna)[!,.:]?"
)
_OFFICE: Final = regex(
    r"(?:the\s+)?(?:(?:First|General|Deputy|Vice|Prime|Acting)[\s-])?(?:Secretary|Chairman|President|Premier|Minister|Head|"
    r"Chief|Ambassador|Director|Commander)\s+(?:of|for|to|in)\s"
)


def joined_by_for(text: str, known: Callable[[str], bool]) -> int:
    """Return where "for" parts two known names, "Pell for Lind", who gets it and whom it is for; 0 elsewhere."""
    at = text.find(" for ")
    return at if at > 0 and known(text[:at]) and known(text[at + len(" for ") :].rstrip(" .,:")) else 0


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


def persons_first(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """Put him first who is addressed at his office: "To the Northern Routes Desk, Comrade Pashin"."""
    parted = len(names) == 2 and not _PASSED_ON.search(text, names[0].evidence.end, names[1].evidence.start)
    if parted and [name.kind for name in names] == ["org", "person"]:
        return names[1], names[0]
    return names


_PASSED_ON: Final = regex("[并並转轉告]")
