"""Say who a name in an envelope is: "Com[rade] Filippov", "Filippov [Stalin]", "The Ambassador in China (Stuart)".

A name is read in several ways, one after the other, from the whole of it to its parts; the first reading that the list
knows is the answer. Titles ("Comrade", "General", 同志) are taken off on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from tei.authority.entries import Entry
from tei.authority.folding import fold_form
from tei.authority.forms import Claim
from tei.authority.matching import Searcher, capitals_agree
from tei.regexes import regex
from tei.values import value

Certainty = Literal["high", "medium", "low", ""]

_BRACKET: Final = regex(r"\[+([^\[\]]*)\]+")
_PARENTHESIS: Final = regex(r"\(([^()]*)\)")
_JOINED_BRACKET: Final = regex(r"(?<=\w)\[([^\W\d_]+)\]|(?<=\b\w) ?\[([a-zа-яё]+)\]")
_TITLES: Final = regex(
    r"""(?:(?:to|from|for|by|the|dear|dearest|fellow|your|his|her|excellency
      |com(?:rade|r)?s?|cde|cdes|tov(?:arishch|arisch|aris)?|citizen
      |mr|mrs|ms|miss|messrs|dr|prof(?:essor)?|sir|lord|lady|madam(?:e)?|monsieur|herr
      |gen(?:eral(?:issimo)?)?|marshal|lieutenant|lt|colonel|col|major|maj|captain|capt|commander|admiral|adm|brigadier
      |ambassador|amb|minister|envoy|consul|chargé|charge|d['’]affaires|counsell?or|president|vice|premier|prime|deputy
      |chairman|secretary|commissar|people['’]s|acting|foreign|chancellor|king|emperor|prince|pandit
      |к|от|тов(?:арищ(?:у|а|ем)?)?|т|тт|г(?:осподин(?:у|а)?|-н(?:у|а)?)?|генерал(?:у|а)?|маршал(?:у|а)?|посол|послу)
      (?:[.:]|(?=\s))[-\s]*)+""",
    re.VERBOSE | re.IGNORECASE,
)
_UNBROKEN_TITLES: Final = regex(
    r"(?:同志|先生|女士|主席|总理|總理|首相|总统|總統|元帅|元帥|将军|將軍|大使|部长|部長|书记|書記|阁下|閣下)+$"
)
_INITIALS: Final = regex(r"^(?:[^\W\d_a-zа-яё][a-zа-яё]?\.[-\s]*)+(?=\w)")
_INITIALS_AFTER: Final = regex(r"(?<=\w)\s+(?:[^\W\d_a-zа-яё][a-zа-яё]?\.?\s*){1,3}$")
_PART_ENDS: Final = regex(r",| [—–] |: ")
_SPACED_OUT: Final = regex(r"(?:[^\W\d_]\.? ){2,}[^\W\d_]\.?")
_WORD: Final = regex(r"[^\W\d_]+")
_OFFICE_WORDS: Final = frozenset(
    _WORD.findall(
        """
        secretary state minister foreign affairs war defense defence trade commerce under assistant deputy vice
        acting premier prime president chairman chairwoman general marshal generalissimo admiral colonel major
        captain lieutenant commander chief staff army ambassador envoy consul chargé counsellor counselor
        attaché representative special commissar people council ministers party first central committee
        politburo comrade com cde mr mrs dr sir soviet american british chinese korean north south french german
        japanese polish indian special mission head government supreme allied powers king emperor chancellor
        director plenipotentiary military naval adviser advisor
        """
    )
)
_LEAD_IN: Final = regex(r"^(?:(?:to|from|for|by|the|dear)\s+)+", re.IGNORECASE)
_TRIM: Final = " \t\r\n\u00a0,;:.·\"“”„«»‘’'"


@value()
class Resolution:
    """The entries that a name may stand for, and how sure that is, in the words of TEI's @cert.

    high: the list has this very name for one entry. medium: it follows (a surname that one entry alone bears, a title
    in its years, a part of what was written). low: several entries fit. Empty, with no entries: nothing is known.
    """

    entries: tuple[Entry, ...] = ()
    certainty: Certainty = ""

    @property
    def entry(self) -> Entry | None:
        """The one entry, None where there is none or more than one."""
        return self.entries[0] if len(self.entries) == 1 else None


def resolve(searcher: Searcher, name: str) -> Resolution:
    """Resolve one name; kinds and date are the searcher's."""
    readings = dict[str, bool]()
    for reading, whole in _readings(" ".join(name.split())):
        if reading and reading not in readings:
            readings[reading] = whole
            if claims := _claims_on(searcher, reading):
                return _resolution(searcher, claims, whole=whole)
    for reading in readings:
        if claims := _claims_with_initials(searcher, reading):
            return _resolution(searcher, claims, whole=False)
    return next((found for reading in readings if (found := _after_office(searcher, reading)).entries), Resolution())


def _readings(plain: str) -> Iterator[tuple[str, bool]]:
    """Yield the ways to read a name, the fullest first, and whether each is all that was meant.

    The editor's identification in square brackets is, and the name of the holder after an office in parentheses; words
    before a comma are a part.
    """
    if "[" not in plain and "(" not in plain:
        yield from _plain_readings(plain)
        return
    joined = _JOINED_BRACKET.sub(lambda found: found[1] or found[2], plain)
    brackets = [found[1] for found in _BRACKET.finditer(joined)]
    for words in (joined, _BRACKET.sub(r"\1", joined), *brackets):
        yield from ((reading, True) for reading in _bare(words))
    for found in _PARENTHESIS.finditer(joined):
        yield from ((reading, True) for reading in _bare(found[1]))
    outside = _PARENTHESIS.sub(" ", _BRACKET.sub(" ", joined))
    for words in (outside, *_PART_ENDS.split(outside)):
        yield from ((reading, False) for reading in _bare(words))
    if _SPACED_OUT.fullmatch(plain):
        yield re.sub(r"[\s.]", "", plain), False


def _plain_readings(plain: str) -> Iterator[tuple[str, bool]]:
    """Yield the ways to read a name without any bracket, as most are."""
    yield from ((reading, True) for reading in _bare(plain))
    parts = _PART_ENDS.split(plain)
    for words in parts if len(parts) > 1 else ():
        yield from ((reading, False) for reading in _bare(words))
    if _SPACED_OUT.fullmatch(plain):
        yield re.sub(r"[\s.]", "", plain), False


def _bare(words: str) -> Iterator[str]:
    """Yield words as they stand, then without titles."""
    whole = " ".join(words.split()).strip(_TRIM)
    yield whole
    whole = whole.removeprefix("致")  # "to" at the head of a Chinese telegram
    yield whole
    untitled = whole if whole.isascii() else _UNBROKEN_TITLES.sub("", whole).strip(_TRIM)
    titles = _TITLES.match(untitled)
    if titles and titles.end() < len(untitled):
        yield _LEAD_IN.sub("", untitled)  # keeps "Foreign Minister", which a list may have as a title
        yield untitled[titles.end() :].strip(_TRIM)
    else:
        yield untitled


def _claims_on(searcher: Searcher, reading: str) -> list[Claim]:
    folded = fold_form(reading)
    for lexicon in reversed(searcher.lexicons):  # what a page says of itself goes before the lists
        if fitting := [claim for claim in lexicon.claims(folded) if _may_be(searcher, claim, reading)]:
            return searcher.strongest(fitting)
    return []


def _may_be(searcher: Searcher, claim: Claim, reading: str) -> bool:
    """Tell whether kind, years and capitals allow a claim; a title with years says nothing without a date."""
    if claim.type == "title" and not searcher.date and (claim.period.start or claim.period.end):
        return False
    return claim.kind in searcher.kinds and claim.period.covers(searcher.date) and capitals_agree(claim, reading)


def _claims_with_initials(searcher: Searcher, reading: str) -> list[Claim]:
    """Try a surname with initials or forenames before it: the list may know the person under fewer names.

    A letter may be a title or an initial: «К. А. Ветров» is nobody's "to A. Vetrov".
    """
    titles = _TITLES.match(reading)
    found = _claims_of_initialled(searcher, reading[titles.end() :] if titles else reading)
    return found or (_claims_of_initialled(searcher, reading) if titles else [])


def _claims_of_initialled(searcher: Searcher, untitled: str) -> list[Claim]:
    if after := _INITIALS_AFTER.search(untitled):
        untitled = f"{after[0].strip()[0]}. {untitled[: after.start()]}"
    initials = _INITIALS.match(untitled)
    given, surname = (initials[0], untitled[initials.end() :]) if initials else ("", untitled)
    if not given:
        first, _, surname = untitled.partition(" ")
        given, surname = first, surname.rpartition(" ")[2]
    if not surname:
        return []
    return [claim for claim in _claims_on(searcher, surname) if _given_fits(searcher, claim, given)]


def _after_office(searcher: Searcher, reading: str) -> Resolution:
    """Try a name at the end of an office: "Secretary of State Acheson", "Soviet Ambassador in China Roshchin".

    Who asks for places or bodies alone is given no person.
    """
    if "person" not in searcher.kinds:
        return Resolution()
    everything = replace(searcher, kinds=frozenset({"person", "org", "place"})).find(reading)
    if not everything or everything[-1].end != len(reading):
        return Resolution()
    name = everything[-1]
    persons = [match for match in everything if "person" in {searcher.entries[i].kind for i in match.entry_ids}]
    if persons != [name] or not _is_office(reading[: name.start], [match.form for match in everything[:-1]]):
        return Resolution()
    entries = tuple(searcher.entries[identifier] for identifier in name.entry_ids)
    return Resolution(entries, "low" if len(entries) > 1 else "medium")


def _is_office(words: str, known: Sequence[str]) -> bool:
    """Tell whether words are those of an office: of its vocabulary, in small letters, or part of a listed name."""
    allowed = _OFFICE_WORDS | {word for form in known for word in fold_form(form).split()}
    found = [word for word in _WORD.findall(words) if not word.islower()]
    return any(fold_form(word) in _OFFICE_WORDS for word in found) and all(fold_form(w) in allowed for w in found)


def _given_fits(searcher: Searcher, claim: Claim, given: str) -> bool:
    if claim.kind != "person" or claim.type not in ("surname", "short"):
        return False
    return searcher.agrees(claim, given.strip() if "." in given else given, surely="." not in given)


def _resolution(searcher: Searcher, claims: Sequence[Claim], *, whole: bool) -> Resolution:
    ids = dict.fromkeys(claim.entry_id for claim in claims)
    entries = tuple(searcher.entries[identifier] for identifier in ids)
    entries = tuple(entry for entry in entries if entry.grown(searcher.date)) if searcher.date else entries
    if not entries:
        return Resolution()
    living = tuple(entry for entry in entries if not searcher.date or entry.alive(searcher.date))
    entries = living or entries
    if len(entries) > 1:
        return Resolution(entries, "low")
    claim = claims[0]
    undated = not searcher.date and bool(claim.period.start or claim.period.end)
    sure = whole and claim.type not in ("surname", "title") and not undated
    return Resolution(entries, "high" if sure else "medium")
