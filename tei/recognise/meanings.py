"""What the editor says of a few words in the text becomes marks: a bracket's meaning, whose a name is, which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import Final

from tei.authority import Authority
from tei.decisions import EDITOR, Quote, Reading
from tei.decisions.rules import UNUSED
from tei.decisions.vocabulary import MEANINGS
from tei.findings import Finding
from tei.model import Attributes, Mark
from tei.recognise.brackets import Bracket
from tei.recognise.remarks import read_remark
from tei.regexes import regex
from tei.values import value

RESP: Final = ("resp", f"#{EDITOR}")
"""The attribute by which a mark says that the editor answers for it."""
_WORD_BEFORE: Final = regex(r"[\w’'-]+\Z|(?<![\w.])[^\W\d_] \Z")
_WORD_AFTER: Final = regex(r"[^\W\d_]*")
_WORD_AND_STOP: Final = regex(r"([^\s\[\]]+)\s?\Z")
_NAMES: Final = {"person": "persName", "place": "placeName", "org": "orgName", "repository": "orgName"}
_REACH: Final = 60


@value()
class Marked:
    """The editor's readings on a page: the marks of brackets by where each begins, the marks of names and dates.

    `asked` are the quotations with where the marks of each begin.
    """

    brackets: Mapping[int, tuple[Mark, ...]] = field(default_factory=lambda: MappingProxyType({}))
    words: tuple[Mark, ...] = ()
    asked: tuple[tuple[Quote, tuple[int, ...]], ...] = ()

    def inside(self, leaves: Sequence[tuple[int, int]]) -> tuple[Mark, ...]:
        """Return the marks of names and dates that stand in some stretches."""
        return tuple(m for m in self.words if any(start <= m.start and m.end <= end for start, end in leaves))

    def unheard(self, marks: Iterable[Mark]) -> Iterator[Finding]:
        """Yield a finding for each reading of which no mark is among those of the text: its words are not text."""
        made = {mark.start for mark in marks if RESP in mark.attributes} if self.asked else set()
        for quote, starts in self.asked:
            if starts and made.isdisjoint(starts):
                message = f"{quote.text!r} stands in no text that could be marked: in a title, a source, across lines"
                yield UNUSED.at(quote.place, message, "quote other words, or take the table out")


def bracket_in(start: int, end: int, brackets: Sequence[Bracket]) -> Bracket | None:
    """Return the one bracket pair in a quotation: itself, or the only one among its words."""
    inside = [b for b in brackets if start <= b.start and b.end <= end]
    outer = [b for b in inside if not any(o is not b and o.start <= b.start and b.end <= o.end for o in inside)]
    return outer[0] if len(outer) == 1 else None


def marks_of_bracket(text: str, bracket: Bracket, reading: Reading) -> tuple[Mark, ...]:
    """Return the marks that encode a bracket as what the editor says it is."""
    element, value = MEANINGS[reading.value]
    if not text[slice(*bracket.inner)].strip() and element:
        element, value = "gap", value if element == "gap" else "illegible"
    if element == "":
        return ()
    return {"ex": _expansion, "sic": _sic, "supplied": _supplied, "gap": _gap}.get(element, _remark)(
        text, bracket, element, value, reading
    )


def _mark(bracket: Bracket, element: str, *attributes: tuple[str, str]) -> Mark:
    double = (("rend", "double-brackets"),) if bracket.width == 2 else ()
    return Mark(bracket.start, bracket.end, element, (*attributes, *double, RESP), *bracket.inner)


def _supplied(_text: str, bracket: Bracket, _element: str, value: str, reading: Reading) -> tuple[Mark, ...]:
    supplied = _mark(bracket, "supplied", ("reason", value))
    if not reading.language:
        return (supplied,)
    return supplied, Mark(*bracket.inner, "foreign", (("xml:lang", reading.language),))


def _gap(text: str, bracket: Bracket, _element: str, value: str, _reading: Reading) -> tuple[Mark, ...]:
    gap = _mark(bracket, "gap", ("reason", value))
    return (gap, Mark(*bracket.inner, "desc")) if text[slice(*bracket.inner)].strip() else (gap,)


def _remark(text: str, bracket: Bracket, element: str, value: str, _reading: Reading) -> tuple[Mark, ...]:
    start, end = bracket.inner
    attributes: Attributes = (("type", value),) if value else ()
    if element == "fw":
        attributes = (*attributes, ("place", "top"))
    remark = read_remark(text[start:end])
    label = (Mark(start, start + remark.label, "seg", (("type", "label"),)),) if remark and remark.label else ()
    return _mark(bracket, element, *attributes), *label


def finishes_a_word(text: str, bracket: Bracket) -> bool:
    """Say whether a bracket touches a word that its letters can finish."""
    before = _WORD_BEFORE.search(text, max(0, bracket.start - _REACH), bracket.start)
    after = _WORD_AFTER.match(text, bracket.end)
    return before is not None or bool(after and after.group())


def _expansion(text: str, bracket: Bracket, _element: str, _value: str, _reading: Reading) -> tuple[Mark, ...]:
    before = _WORD_BEFORE.search(text, max(0, bracket.start - _REACH), bracket.start)
    after = _WORD_AFTER.match(text, bracket.end)
    start, end = before.start() if before else bracket.start, after.end() if after else bracket.end
    return Mark(start, end, "expan"), _mark(bracket, "ex")


def _sic(text: str, bracket: Bracket, _element: str, _value: str, _reading: Reading) -> tuple[Mark, ...]:
    word = _WORD_AND_STOP.search(text, max(0, bracket.start - _REACH), bracket.start)
    if word is None:
        return (_mark(bracket, "note", ("type", "editor")),)
    inside = text[slice(*bracket.inner)]
    glued = word.end(1) == bracket.start
    rend = " ".join(("double-brackets",) * (bracket.width == 2) + ("glued",) * glued)
    shown = tuple(pair for pair in (("n", inside if inside != "sic" else ""), ("rend", rend)) if pair[1])
    return (Mark(word.start(1), bracket.end, "sic", (*shown, RESP), word.start(1), word.end(1)),)


def mark_of_words(span: tuple[int, int], reading: Reading, authority: Authority) -> Iterator[Mark]:
    """Yield the mark of a name or a date in the text."""
    if reading.kind == "date":
        yield Mark(*span, "date", (("when", reading.value), RESP))
        return
    entry = authority.get(reading.value)
    if entry is not None:
        yield Mark(*span, _NAMES[str(entry.kind)], (("ref", f"#{entry.id}"), RESP))
