"""The words of which the editor says what they mean are found on the page and marked."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from tei.authority import Authority
from tei.decisions import Quote, Reading
from tei.decisions.rules import WRONG_VALUE
from tei.model import Mark
from tei.recognise.brackets import Bracket, find_brackets
from tei.recognise.carving import Extent
from tei.recognise.meanings import RESP, Marked, bracket_in, finishes_a_word, mark_of_words, marks_of_bracket
from tei.recognise.placing import Placer


def marks_of(readings: Sequence[Reading], placer: Placer, authority: Authority) -> Marked:
    """Return the marks of readings; what is wrong with one is put with the findings of the placer."""
    brackets: dict[int, tuple[Mark, ...]] = {}
    words: list[Mark] = []
    asked: list[tuple[Quote, tuple[int, ...]]] = []
    for reading in readings:
        made: list[Mark] = []
        if reading.kind == "name" and reading.value not in authority:
            near = get_close_matches(reading.value, [entry.id for entry in authority.entries], 1, 0.6)
            hint = f"did you mean {near[0]}?" if near else "add the entry to a list of your own"
            message = f"no authority list has an entry {reading.value!r}"
            placer.findings.append(WRONG_VALUE.at(reading.quote.place, message, hint))
        for span in _spans(reading, placer):
            if reading.kind != "bracket":
                made += mark_of_words(span, reading, authority)
            elif (bracket := _bracket(span, reading, placer)) is not None:
                brackets[bracket.start] = marks_of_bracket(placer.words.text, bracket, reading)
                made += brackets[bracket.start]
        words += made if reading.kind != "bracket" else ()
        asked.append((reading.quote, tuple(mark.start for mark in made if RESP in mark.attributes)))
    return Marked(brackets, tuple(words), tuple(asked))


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
