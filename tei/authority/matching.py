"""Find the names of a list in a running text: longest first, as whole words, with exact offsets.

A match is what an editor would mark as the name: without the "'s" of a possessive or the note number glued to it,
without titles, but with the initials before a surname.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tei.authority.entries import ALWAYS, Entry
from tei.authority.folding import Folded, fold, fold_form
from tei.authority.forms import Case, Claim, is_unbroken, scripts_in
from tei.authority.given_names import FORENAMES, LADIES, WOMEN
from tei.authority.lexicon import Claims, Lexicon
from tei.regexes import regex
from tei.values import value

_WORD: Final = regex(r"[^\W_]+")
_POSSESSIVE: Final = regex(r"['’‘ʼ]s?(?![^\W\d_])", re.IGNORECASE)
_INITIALS_BEFORE: Final = regex(
    r"(?<![^\W_])(?P<given>(?:[^\W\d_]+[ \u00a0]+)?)(?P<initials>(?:[^\W\d_a-zа-я][a-zа-я]?\.[-\s]{0,3})+)$"
)
_LETTERS: Final = regex(r"[^\W\d_]+$")
_ELISION: Final = regex(r"(?<![^\W_])[dlDL]['’]$")
_APOSTROPHES: Final = "'’ʼ‘"
_HYPHENS: Final = "-‑‐"
_SHORT_WORDS: Final = frozenset({"US", "MID", "WHO", "UN", "AID", "IT"})
_PART_OF_A_NAME: Final = frozenset({"surname", "short"})
_SAME_BEGINNING: Final = 3
_TITLES_LIKE_INITIALS: Final = frozenset({"mr", "dr", "st", "lt", "т", "тт", "гн", "no"})
_REACH: Final = 40


@value()
class Match:
    """A name found in a text: `text[start:end]` stands for one of `entry_ids`, in the order of the lists.

    `form` is the form of the list that fitted and `variant_type` its type: preferred, short, surname (taken out of a
    full name), pseudonym, romanisation, abbreviation, former, local … `ambiguous` says that several entries fit.
    """

    start: int
    end: int
    entry_ids: tuple[str, ...]
    form: str
    variant_type: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Given:
    name: str
    start: int


@value()
class Hit:
    """A place where a form of the lists stands as whole words, before anything is asked of it."""

    start: int
    end: int
    claims: Claims
    level: int


class Scan:
    """Where forms of the lists stand in one text, and which of them were found to be names, by kinds and date."""

    __slots__ = ("hits", "is_dated", "known")

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        self.hits = hits
        self.is_dated = any(
            len(hit.claims) > 1 or any(claim.period is not ALWAYS for claim in hit.claims) for hit in hits
        )
        self.known: dict[tuple[tuple[str, ...], str], tuple[Match, ...]] = {}


@value()
class Searcher:
    """One search: what it looks in, what kinds it wants, and the date that cover names are judged by."""

    lexicons: Sequence[Lexicon]
    entries: Mapping[str, Entry]
    kinds: Collection[str]
    date: str = ""

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the matches of a text from its beginning to its end; none overlaps another."""
        return self.judge(text, self.scan(text).hits)

    def scan(self, text: str) -> Scan:
        """Look for the forms of the lists, whatever their kind, the longest first at each place."""
        folded = fold(text)
        hits = [hit for level, lexicon in enumerate(self.lexicons) for hit in _scan(lexicon, level, folded, text)]
        hits.sort(key=lambda hit: (hit.start, -hit.end, -hit.level))
        return Scan(tuple(hits))

    def judge(self, text: str, hits: Iterable[Hit]) -> tuple[Match, ...]:
        """Return the matches among what `scan` found in the same text."""
        matches: list[Match] = []
        done = 0
        for hit in hits:
            if hit.start < done:
                continue
            match = self._judge(text, hit, done)
            if match is not None:
                matches.append(match)
                done = match.end
        return tuple(matches)

    def _judge(self, text: str, hit: Hit, floor: int) -> Match | None:
        """Decide whether a hit is a name and whose; None where capitals, neighbours or dates speak against it."""
        if not stands_alone(text, hit.start, hit.end):
            return None
        found = text[hit.start : hit.end]
        wanted = [claim for claim in hit.claims if self._wants(claim) and capitals_agree(claim, found)]
        if not wanted or (found in _SHORT_WORDS and _shouted(text, hit.start, hit.end)):
            return None
        start = hit.start
        if wanted[0].type in _PART_OF_A_NAME and (given := self._given_before(text, start, floor)):
            wanted = [claim for claim in wanted if self._bears(claim, given.name)]
            start = given.start if any(self.agrees(claim, given.name, True) for claim in wanted) else start
        if not wanted:
            return None
        chosen = self.strongest(wanted)
        ids = tuple(dict.fromkeys(claim.entry_id for claim in chosen))
        return Match(start, hit.end, ids, chosen[0].form, chosen[0].type, len(ids) > 1)

    def _wants(self, claim: Claim) -> bool:
        if claim.envelope_only or claim.kind not in self.kinds:
            return False
        if self.date and claim.kind == "person" and not self.entries[claim.entry_id].grown(self.date):
            return False
        return claim.period is ALWAYS or claim.period.covers(self.date)

    def strongest(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims of the best rank, without those of people not yet born where others are left."""
        best = [claim for claim in claims if claim.rank == claims[0].rank]
        if len(best) > 1 and self.date:
            born = [claim for claim in best if self._was_born(claim.entry_id)]
            best = born or best
        return best

    def _was_born(self, entry_id: str) -> bool:
        entry = self.entries.get(entry_id)
        return entry is None or not entry.born[:4].isdigit() or entry.born[:4] <= self.date[:4]

    def _given_before(self, text: str, start: int, floor: int) -> _Given | None:
        """Return what stands before a surname as forename or initials; an unknown word is not taken for a forename."""
        before = text[max(floor, start - _REACH) : start]
        last = before.split()[-1] if before.strip() else ""
        if before[-1:].isspace() and _lady(last):
            return _Given(last.rstrip("."), start - len(last) - 1)
        if not last.endswith(".") and before[-1:] != ".":
            word = _LETTERS.search(last)
            if word is None or not before[-1].isspace() or not self._is_forename(word[0]):
                return None
            return _Given(word[0], text.rindex(word[0], 0, start))
        found = _INITIALS_BEFORE.search(text, max(floor, start - _REACH), start)
        if found is None or fold_form(found["initials"]).split(".")[0] in _TITLES_LIKE_INITIALS:
            return None
        if found["given"] and self._is_forename(found["given"].strip()):
            return _Given(found["given"].strip(), found.start())
        return _Given(found["initials"].strip().rstrip("-"), found.start("initials"))

    def _bears(self, claim: Claim, given: str) -> bool:
        """Tell whether "given + surname" may be this entry; a lone initial says nothing against a name of renown."""
        unasked = claim.type not in _PART_OF_A_NAME or (claim.type != "surname" and given.endswith("."))
        return unasked or self.agrees(claim, given)

    def _is_forename(self, word: str) -> bool:
        folded = fold_form(word)
        listed = any(folded in lexicon.all_forenames() for lexicon in self.lexicons)
        return word[:1].isupper() and (listed or folded in FORENAMES)

    def agrees(self, claim: Claim, given: str, surely: bool = False) -> bool:
        """Tell whether "given + surname" can be this entry; `surely` asks that its forenames are known."""
        found = (lexicon.forenames().get(claim.entry_id) for lexicon in self.lexicons)
        names = next((names for names in found if names), frozenset[str]())
        return fits_forenames(given, names, surely)


def _scan(lexicon: Lexicon, level: int, folded: Folded, text: str) -> Iterator[Hit]:
    origin = folded.origin
    for script in scripts_in(text):
        for start, end, claims in lexicon.scan(folded.text, script):
            yield Hit(origin(start), _end(text, origin(end - 1) + 1), claims, level)


def _end(text: str, end: int) -> int:
    """Take a combining accent of the last letter into the span."""
    while end < len(text) and "\u0300" <= text[end] <= "\u036f":
        end += 1
    return end


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] is whole words: not part of a hyphenated or apostrophised one (T'ang, Kai-shek)."""
    return _free_before(text, start) and _free_after(text, end)


def _free_before(text: str, start: int) -> bool:
    mark = text[start - 1 : start]
    if mark and mark in _APOSTROPHES:
        return not text[start - 2 : start - 1].isalpha() or _ELISION.search(text, max(0, start - 4), start) is not None
    if mark and mark in _HYPHENS:
        return not text[max(0, start - 2) : start - 1].isalpha() or text[start].isupper()
    return True


def _free_after(text: str, end: int) -> bool:
    mark, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if mark and mark in _APOSTROPHES:
        return not beyond.isalpha() or _POSSESSIVE.match(text, end) is not None
    if mark and mark in _HYPHENS:
        return not beyond.isalpha() or beyond.isupper()
    return True


def capitals_agree(claim: Claim, found: str) -> bool:
    """Tell whether the capitals of `found` allow it to be the listed form."""
    if found == claim.form or is_unbroken(found[:1]):
        return True
    listed, written = _WORD.findall(claim.form), _WORD.findall(found)
    if claim.case is Case.EXACT:
        ours, theirs = "".join(listed), "".join(written)
        return theirs in (ours, ours.upper())
    if claim.case is Case.FIRST or len(listed) != len(written):
        listed, written = listed[:1], written[:1]
    return all(not ours[0].isupper() or theirs[0].isupper() for ours, theirs in zip(listed, written, strict=False))


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a line is all capitals: there, an abbreviation that spells a word (US, MID) is that word."""
    after = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : after if after >= 0 else len(text)]
    return line.isupper() and len(line.split()) > 2


def _fit_further(initials: str, forenames: Sequence[str]) -> bool:
    """Tell whether one of the initials behind the first can be of a further forename that the list gives.

    “K. P. S.” is nobody whose names begin with V and K. A list that knows one forename only, in however many spellings,
    says nothing of the others, and neither does a letter that alphabets render in several ways.
    """
    further = {letter.translate(_RENDERED) for letter in _INITIAL.findall(initials)[1:]} - {"j"}
    known = {name[0].translate(_RENDERED) for name in forenames}
    return len(known) < MIN_KNOWN or not further or bool(further & known)


_INITIAL: Final = regex(r"(?<![^\W\d_])[^\W\d_]")
_RENDERED: Final = str.maketrans("yieяюеё", "jjjjjjj")
MIN_KNOWN: Final = 2


def _lady(word: str) -> bool:
    """Say whether a word stands before the surname of a woman, "Mrs.": it is not that of her husband."""
    return len(word) <= MAX_LADY and word[:1].isupper() and word.rstrip(".").replace("-", "").lower() in LADIES


MAX_LADY: Final = 8


def fits_forenames(given: str, forenames: Collection[str], surely: bool = False) -> bool:
    """Tell whether a forename, or an initial ending in ".", can be one of `forenames` (folded; of the same script).

    Forenames need only begin alike, for they are spelt in many ways (Josif, Joseph; Aleksandr, Alexander).
    """
    if _lady(given):
        return not surely and not WOMEN.isdisjoint(forenames)
    folded = fold_form(given.rstrip("."))
    known = [name for name in forenames if name[0].isascii() == folded[:1].isascii()]
    if not known or not folded:
        return not surely
    if given.endswith("."):
        return any(name.startswith(folded[0]) for name in known) and _fit_further(folded, known)
    return any(name[:_SAME_BEGINNING] == folded[:_SAME_BEGINNING] for name in known)
