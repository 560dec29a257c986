"""The words of which the editor says what they mean are found on the page and marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from tei.authority import Authority
from tei.decisions import Reading
from tei.decisions.rules import TWICE, WRONG_VALUE
from tei.model import Mark
from tei.recognise.brackets import Bracket, find_brackets
from tei.recognise.carving import Extent
from tei.recognise.meanings import RESP, Marked, bracket_in, finishes_a_word, mark_of_words, marks_of_bracket
from tei.recognise.placing import Placer


@dataclass(frozen=True, slots=True)
class _Claim:
    """A reading at one of its places, and the marks that it makes there; a bracket is claimed whole."""

    reading: Reading
    start: int
    end: int
    marks: tuple[Mark, ...]

    def meets(self, other: _Claim) -> bool:
        """Say whether both cannot stand: the same words, one bracket, a date in a date, or words that cross."""
        if (self.reading.kind == "bracket") != (other.reading.kind == "bracket"):
            return False
        if self.end <= other.start or other.end <= self.start:
            return False
        inside = (self.start <= other.start and other.end <= self.end) or (
            other.start <= self.start and self.end <= other.end
        )
        same = (self.start, self.end) == (other.start, other.end)
        return same or not inside or self.reading.kind == other.reading.kind == "date"


def marks_of(readings: Sequence[Reading], placer: Placer, authority: Authority) -> Marked:
    """Return the marks of readings; what is wrong with one is put with the findings of the placer.

    Of two files the later goes before; in one file a reading of one place goes before one of all places, and two that
    cannot both stand are an error.
    """
    claims: list[_Claim] = []
    for reading in readings:
        if reading.kind == "name" and reading.value not in authority:
            near = get_close_matches(reading.value, [entry.id for entry in authority.entries], 1, 0.6)
            hint = f"did you mean {near[0]}?" if near else "add the entry to a list of your own"
            message = f"no authority list has an entry {reading.value!r}"
            placer.findings.append(WRONG_VALUE.at(reading.quote.place, message, hint))
        for span in _spans(reading, placer):
            if (claim := _claim(span, reading, placer, authority)) is not None:
                _settle(claim, claims, placer)
    brackets = {claim.start: claim.marks for claim in claims if claim.reading.kind == "bracket"}
    words = tuple(mark for claim in claims if claim.reading.kind != "bracket" for mark in claim.marks)
    asked = tuple((reading.quote, tuple(_marked_for(reading, claims))) for reading in readings)
    return Marked(brackets, words, asked)


def _claim(span: Extent, reading: Reading, placer: Placer, authority: Authority) -> _Claim | None:
    if reading.kind != "bracket":
        return _Claim(reading, *span, tuple(mark_of_words(span, reading, authority)))
    bracket = _bracket(span, reading, placer)
    if bracket is None:
        return None
    return _Claim(reading, bracket.start, bracket.end, marks_of_bracket(placer.words.text, bracket, reading))


def _settle(claim: _Claim, claims: list[_Claim], placer: Placer) -> None:
    """Put a claim with the others, in place of those that it goes before."""
    place = claim.reading.quote.place
    for other in [one for one in claims if one.meets(claim)]:
        told = other.reading.quote
        if told.place.path != place.path or (claim.reading.quote.occurrence and not told.occurrence):
            claims.remove(other)
        elif told.occurrence and not claim.reading.quote.occurrence:
            return
        else:
            message = f"line {told.place.line} decides of {told.text!r}, the same words"
            hint = "keep one of the two, or say by occurrence which place each is about"
            placer.findings.append(TWICE.at(place, message, hint))
            return
    claims.append(claim)


def _marked_for(reading: Reading, claims: Sequence[_Claim]) -> Iterator[int]:
    """Yield where the marks of a reading begin that nothing went before."""
    for claim in claims:
        if claim.reading is reading:
            yield from (mark.start for mark in claim.marks if RESP in mark.attributes)


def _spans(reading: Reading, placer: Placer) -> tuple[Extent, ...]:
    """Return where the words of a reading stand: everywhere, unless it says which place."""
    quote = reading.quote
    if quote.occurrence:
        place = placer.find(quote)
        return (place,) if place else ()
    found = placer.words.find(quote.text)
    if reading.kind != "bracket":
        found = tuple(span for span in found if placer.words.is_whole(*span))
    if not found:
        placer.findings.append(placer.missing(quote))
    return found


def _bracket(span: Extent, reading: Reading, placer: Placer) -> Bracket | None:
    """Return the bracket that a quotation holds, None where it holds none that can mean what is said."""
    pairs, _ = find_brackets(placer.words.text, *span)
    bracket = bracket_in(*span, pairs)
    place, text = reading.quote.place, placer.words.text
    if bracket is None:
        message = f"{reading.quote.text!r} holds {'several brackets' if pairs else 'no whole bracket'}"
        hint = 'quote one bracket whole, with words round it if need be: text = "the [Polynya]"'
        placer.findings.append(WRONG_VALUE.at(place, message, hint))
    elif reading.value == "expansion" and not finishes_a_word(text, bracket):
        message = f"{text[bracket.start : bracket.end]!r} touches no word that it could finish"
        placer.findings.append(WRONG_VALUE.at(place, message, 'did you mean means = "sense"?'))
    return bracket
