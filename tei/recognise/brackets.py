"""Editorial brackets: what `[…]` means each time it stands in a source, and how it is encoded.

Square brackets hold identities, original words, supplied words, translators' notes, stamps, damage and cuts, all alike;
what they mean is read from what they hold and from what stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Location, Rule, Severity
from tei.model import Attributes, Mark, Owner
from tei.recognise.gaps import gap_attributes
from tei.recognise.remarks import read_remark
from tei.recognise.supplying import is_supplied_word, supplied_as
from tei.regexes import regex
from tei.values import value

UNBALANCED = Rule(
    "REC201",
    "unbalanced-bracket",
    Severity.WARNING,
    "An editorial bracket is opened and not closed, or closed and not opened, so nobody can say how far the "
    "editor's words go. The characters stay in the text as they are.",
    bad="the ship [Polynya left",
    good="the ship [Polynya] left",
)
RULES = (UNBALANCED,)

_BRACKET: Final = regex(r"[\[\]]")
_WORD_BEFORE: Final = regex(r"(?:[\w’'-]|\[[^\W_]{1,20}\])+$")
_WORD_AND_STOP: Final = regex(r"((?:[\w’'-]|\[[^\W_]{1,20}\])+[.,;:!?…”\"’'»)]{0,3})(?P<space>[^\S\n]*\n?[^\S\n]*)$")
_LETTERS_AFTER: Final = regex(r"(?:(?![\u3040-\u9fff\uac00-\ud7af])[^\W\d_]|\[[^\W_]{1,20}\])*")
_IN_BRACKETS: Final = regex(r"\[[^\[\]]*\]")
_IDEOGRAPH: Final = regex(r"[\u3040-\u9fff\uac00-\ud7af]")
_INITIAL_BEFORE: Final = regex(r"(?:^|[^\w.’'])(?P<initial>[A-ZÀ-ÞА-ЯЁ]) $", re.MULTILINE)
_LINE_ENDS: Final = regex(r"[.,;:!?”\"’')\s]*?(?:\n|$)")
_ONE_LETTER_WORDS: Final = frozenset("AIOЯИВСКОАУ")
_NOTE_MARKER: Final = regex(r"\d{1,3}|\*{1,3}|†|‡")
_MARKED_BEFORE: Final = regex(r"[^\W\d_]$|[.,;:!?…”\"’')»\]。！？；，」』》）]\s?$|\d{4}$")
_AFTER_MARKER: Final = regex(r"\s*(?:$|[.,;:!?…”\"’')»\[]|\s[A-ZÀ-ÞА-ЯЁ“\"«])", re.MULTILINE)
_PAGE: Final = regex(
    r"(?:page|p\.?|pp\.|leaf|folio|fol\.?|f\.|l\.|list|sheet|с\.|стр\.|л\.|лист|第)\s*"
    r"(?P<n>\d{1,4}[a-zа-я]?(?:\s?(?:ob|об|v|verso|r|recto)\.?)?)(?:\s?[页頁])?(?:\s+(?:begins|starts))?",
    re.IGNORECASE,
)
_SIC: Final = regex(
    r"sic\s*[!?.]{0,3}|sic\s*[,:;–—-][^\[\]]{1,60}|so in (?:the )?(?:original|text|source|document)|"
    r"(?:exactly )?as in (?:the )?(?:original|text|source|document)|так в (?:тексте|документе|подлиннике|оригинале)\.?|"
    r"原文如此",
    re.IGNORECASE,
)
MAX_RUN: Final = 6
"""Blank lines that one pair of brackets may span; two brackets farther apart do not belong together."""
_REACH: Final = 60
"""Characters that are looked at before a bracket for the word that it belongs to."""


@value()
class Bracket:
    """A bracket pair: `start`–`end` with the brackets, the text between them, how many brackets each side has."""

    start: int
    end: int
    width: int = 1
    shape: str = ""

    @property
    def inner(self) -> tuple[int, int]:
        """The span between the brackets."""
        return self.start + self.width, self.end - self.width


def find_brackets(text: str, start: int, end: int, path: str = "") -> tuple[tuple[Bracket, ...], tuple[Finding, ...]]:
    """Return the balanced bracket pairs of a span, outer before inner, and a finding for each one without its other."""
    open_at: list[int] = []
    pairs: dict[int, int] = {}
    stray: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match.group() == "[":
            open_at.append(match.start())
        elif open_at and text.count("\n\n", open_at[-1], match.start()) <= MAX_RUN:
            pairs[open_at.pop()] = match.end()
        else:
            stray.append(match.start())
    stray = [offset for offset in stray if _CLOSED_NUMBER.search(text, max(start, offset - 16), offset) is None]
    findings = tuple(_unbalanced(text, offset, path) for offset in sorted(stray + open_at))
    return (*_double(pairs), *_cuts(text, start, end)), findings


def _cuts(text: str, start: int, end: int) -> Iterator[Bracket]:
    """Yield the dots in other brackets than square ones, "<…>" and "(...)": so do volumes say that they leave out."""
    if any(text.find(sign, start, end) >= 0 for sign in _CUT_BEGINS):
        yield from (
            Bracket(*match.span(), shape="angle-brackets" if match.group()[0] == "<" else "parentheses")
            for match in _CUT.finditer(text, start, end)
        )


_CUT_BEGINS: Final = ("<.", "<…", "(..", "(…")
_CUT: Final = regex(r"<(?:\.{2,4}|…)>|\((?:\.{3,4}|…)\)")
_CLOSED_NUMBER: Final = regex(r"\bN(?:o|r)\.?\s+\d{1,5}[A-Za-z]?\.?\s?$")
"""“No. 212.]”: old volumes close the number of a despatch by a bracket that none opens; it is no slip."""


def _double(pairs: dict[int, int]) -> Iterator[Bracket]:
    """Take `[[` … `]]` for one pair of double brackets."""
    passed: set[int] = set()
    for start in sorted(pairs):
        end = pairs[start]
        if start in passed:
            continue
        if pairs.get(start + 1) == end - 1:
            passed.add(start + 1)
            yield Bracket(start, end, 2)
        else:
            yield Bracket(start, end)


def _unbalanced(text: str, offset: int, path: str) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    what = "opened and never closed" if text[offset] == "[" else "closed and never opened"
    return UNBALANCED.at(Location(path, line, column), f"a bracket is {what}", "close it where the editor's words end")


def bracket_marks(text: str, bracket: Bracket, *, original: str = "ru") -> tuple[Mark, ...]:
    """Return the marks that encode one bracket pair; `original` is the language of the original.

    A figure that may be the marker of a note gets none here: tei.recognise.notes decides over it.
    """
    content = text[slice(*bracket.inner)].strip()
    if not content:
        return (_mark("gap", bracket, (("reason", "illegible"),)),)
    if is_note_marker(text, bracket.start, bracket.end):
        return ()
    for reader in (_sic, _page_break, _remark_or_gap, _expansion):
        marks = reader(text, bracket, content)
        if marks:
            return marks
    return _supplied(text, bracket, original)


def is_note_marker(text: str, start: int, end: int) -> bool:
    """Say whether brackets at a span hold what can be a note marker: figures after a word or its stop, "ice[3]"."""
    if _NOTE_MARKER.fullmatch(text, start + 1, end - 1) is None:
        return False
    before = text[max(0, start - 5) : start]
    if _MARKED_BEFORE.search(before) is None:
        return before.endswith(" ") and before.strip() != "" and _AFTER_MARKER.match(text, end) is not None
    after = text[end : end + 1]
    return (
        not after.isalnum() or (after.isupper() and text[end + 1 : end + 2].islower()) or "\u3400" <= after <= "\u9fff"
    )


def _rend(bracket: Bracket, *attributes: tuple[str, str]) -> Attributes:
    shape = "double-brackets" if bracket.width == 2 else bracket.shape
    return (*attributes, ("rend", shape)) if shape else attributes


def _mark(element: str, bracket: Bracket, attributes: Attributes = ()) -> Mark:
    return Mark(bracket.start, bracket.end, element, _rend(bracket, *attributes), *bracket.inner)


def _sic(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    """Read "[sic]": it stands after the word that is wrong, glued to it in some sources."""
    if not _SIC.fullmatch(content):
        return ()
    word = _WORD_AND_STOP.search(text, max(0, bracket.start - _REACH), bracket.start)
    if word is None:
        return (_mark("note", bracket, (("type", "editor"),)),)
    inside = text[slice(*bracket.inner)]
    shown = [token for token, holds in (("double-brackets", bracket.width == 2), ("glued", not word["space"])) if holds]
    attributes = ((("n", inside),) if inside != "sic" else ()) + ((("rend", " ".join(shown)),) if shown else ())
    return (Mark(word.start(), bracket.end, "sic", attributes, word.start(), word.end(1)),)


def _page_break(_text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    match = _PAGE.fullmatch(content)
    if not match:
        return ()
    inside = bracket.inner[0]
    return (Mark(bracket.start, bracket.end, "pb", (("n", _leaf(match)),), inside, inside, Owner.METADATA),)


def _leaf(match: re.Match[str]) -> str:
    return "".join(match["n"].split())


def page_number(text: str) -> str:
    """Return the page or leaf that a line in brackets gives, "[l. 45]", empty where it is no such line."""
    match = _PAGE.fullmatch(text[1:-1].strip()) if text[:1] == "[" and text[-1:] == "]" else None
    return _leaf(match) if match else ""


def _remark_or_gap(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    """Read a remark on the sheet or a gap; what labels something ("stamp: illegible") is that thing first."""
    start, end = bracket.inner
    remark = read_remark(text[start:end])
    gap = gap_attributes(content) if "[" not in content and not (remark and remark.label) else None
    if gap:
        return (_mark("gap", bracket, gap), Mark(start, end, "desc"))
    if remark is None:
        return ()
    label = (Mark(start, start + remark.label, "seg", (("type", "label"),)),) if remark.label else ()
    return (_mark(remark.element, bracket, remark.attributes), *label)


def _expansion(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    """Read letters that the editor supplied to finish a word: Com[rade], D [imitrov], [re]turn, Com[rad]e[s]."""
    if not content[0].isalpha() or "[" in content or _IDEOGRAPH.search(content):
        return ()
    spaced = text[bracket.start - 1 : bracket.start] == " "  # so with most
    head = None if spaced else _WORD_BEFORE.search(text, max(0, bracket.start - _REACH), bracket.start)
    start = head.start() if head and any(map(str.isalpha, head.group())) else bracket.start
    after = _LETTERS_AFTER.match(text, bracket.end)
    end = after.end() if after else bracket.end
    if "\n" in text[start:end]:
        return ()
    glued = text[start : bracket.start]
    begins = _own_letters(text[bracket.end : end]) and content[-1].isalpha() and " " not in content
    if begins or (_own_letters(glued) and _finishes(glued, content)):
        whole = () if "[" in glued else (Mark(start, end, "expan"),)
        return (*whole, _mark("ex", bracket))
    initial = _INITIAL_BEFORE.search(text, max(0, bracket.start - 4), bracket.start)
    if initial and _completes(initial["initial"], text, bracket, content):
        return (Mark(initial.start("initial"), bracket.end, "expan"), _mark("ex", bracket))
    return ()


def _own_letters(piece: str) -> bool:
    """Say whether a word has letters of its own beside those in brackets: "[or][not]" are two words."""
    return any(map(str.isalpha, _IN_BRACKETS.sub("", piece)))


def _finishes(glued: str, content: str) -> bool:
    """Say whether letters go on where a word stopped: small after any letter, capital in a word of capitals."""
    if not glued or not (glued[-1].isalpha() or glued[-1] == "]") or _IDEOGRAPH.search(glued):
        return False
    return content[0].islower() or (content.isupper() and glued.isupper())


def _completes(initial: str, text: str, bracket: Bracket, content: str) -> bool:
    if not content[0].islower() or " " in content or is_supplied_word(content):
        return False
    return initial not in _ONE_LETTER_WORDS or _LINE_ENDS.match(text, bracket.end) is not None


def _supplied(text: str, bracket: Bracket, original: str) -> tuple[Mark, ...]:
    start, end = bracket.inner
    before, after = text[max(0, bracket.start - _REACH) : bracket.start], text[bracket.end : bracket.end + 20]
    reading = supplied_as(before, text[start:end], after, original=original, double=bracket.width == 2)
    marks = [_mark("supplied", bracket, (("reason", reading.reason),))]
    if reading.language:
        marks.append(Mark(start + reading.foreign_from, end, "foreign", (("xml:lang", reading.language),)))
    return tuple(marks)
