"""From the names of an entry to the forms to look for: each form a claim "these letters are that entry".

A claim has a rank. A name that the list writes out claims first; a surname taken out of a full name, and a cover name,
claim only where nobody claims the form outright. So `<persName type="short">Mao</persName>` wins "Mao" for one bearer
of that surname, and the cover name Filippov stays open where a real Filippov is listed too.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple

from tei.authority.declension import declined
from tei.authority.entries import Entry, Kind, Period, Variant
from tei.authority.folding import fold_form
from tei.regexes import regex

LISTED: Final = 0
IMPLIED: Final = 1

_UNMATCHED: Final = frozenset({"sort", "hidden"})
_CYRILLIC: Final = regex("[\u0400-\u052f]")
_UNBROKEN: Final = regex("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_HYPHENS: Final = regex(r"[-‐‑–](?<=\w[-‐‑–])(?=\w)")  # one that begins with a set is searched for sooner
_APOSTROPHES: Final = regex(r"['’‘ʼ](?<=\w['’‘ʼ])(?=\w)")


class Script(IntEnum):
    """The scripts that are indexed apart, so that an English text never waits for the forms of others."""

    LATIN = 0
    CYRILLIC = 1
    UNBROKEN = 2
    """Chinese, Japanese and Korean: no spaces between words."""


class Case(IntEnum):
    """How far the capitals of a text must agree with those of the list."""

    WORDS = 0
    """Each word that begins with a capital in the list does in the text: Mao Zedong, MAO ZEDONG."""
    FIRST = 1
    """The first word does: Chinese Communist party."""
    EXACT = 2
    """Letter for letter: an abbreviation (PLA, VKP(b)), which in small letters may be a word."""


class Claim(NamedTuple):
    """One form of one entry: `form` as listed, how to compare it, and how strong and how long it holds."""

    form: str
    entry_id: str
    kind: Kind
    type: str
    rank: int
    period: Period
    case: Case
    envelope_only: bool = False


def is_unbroken(char: str) -> bool:
    """Tell whether a character belongs to a script written without spaces."""
    return char >= "\u1100" and _UNBROKEN.match(char) is not None


def script_of(form: str) -> Script:
    """Return the script under which a form is indexed."""
    if form.isascii():
        return Script.LATIN
    if _UNBROKEN.search(form):
        return Script.UNBROKEN
    return Script.CYRILLIC if _CYRILLIC.search(form) else Script.LATIN


def scripts_in(text: str) -> tuple[Script, ...]:
    """Return the scripts that a text has letters of; Latin always, for abbreviations stand anywhere."""
    if text.isascii():
        return (Script.LATIN,)
    found = [Script.LATIN]
    if _CYRILLIC.search(text):
        found.append(Script.CYRILLIC)
    if _UNBROKEN.search(text):
        found.append(Script.UNBROKEN)
    return tuple(found)


def claims_of(entry: Entry, script: Script) -> Iterator[tuple[str, Claim]]:
    """Yield the folded forms of an entry in one script, each with its claim."""
    for variant in entry.variants:
        if variant.type in _UNMATCHED or script_of(variant.form) is not script:
            continue
        for form, rank in _spellings(variant, script):
            folded = fold_form(form)
            if matchable(folded):
                yield folded, _claim(entry, variant, form, rank)


def matchable(folded: str) -> bool:
    """Tell whether a form can be looked for: one letter says too little, and so does a number."""
    if is_unbroken(folded[:1]):
        return len(folded) > 1
    return sum(map(str.isalpha, folded)) > 1


def _claim(entry: Entry, variant: Variant, form: str, rank: int) -> Claim:
    is_surname = rank == IMPLIED
    if variant.type == "pseudonym":
        rank = IMPLIED
    title = variant.type == "title"
    return Claim(
        form,
        entry.id,
        entry.kind,
        "surname" if is_surname else variant.type,
        rank,
        variant.period,
        _case(entry.kind, variant.type, form),
        title or (is_surname and variant.common_word),
    )


def _case(kind: Kind, type_: str, form: str) -> Case:
    if type_ == "abbreviation" or (len(form) < 9 and form.isupper()):
        return Case.EXACT
    return Case.WORDS if kind in (Kind.PERSON, Kind.PLACE) else Case.FIRST


def _spellings(variant: Variant, script: Script) -> Iterator[tuple[str, int]]:
    """Yield a variant's form and what follows from it: its surname, its Russian cases, spelling without - and '."""
    only_surname = variant.surname == variant.form
    whole = IMPLIED if only_surname else LISTED
    bases = [(variant.form, whole)]
    if variant.surname and not only_surname:
        bases.append((variant.surname, IMPLIED))
    for form, rank in bases:
        yield form, rank
        if variant.type != "abbreviation":
            for derived in _derived(form, script):
                yield derived, rank


def _derived(form: str, script: Script) -> Iterator[str]:
    if script is Script.CYRILLIC:
        yield from sorted(declined(form))
    elif script is Script.LATIN and not form.isalpha():
        joined = _APOSTROPHES.sub("", form)
        if joined != form:
            yield joined
        if "-" in form:
            yield _HYPHENS.sub("", joined)
