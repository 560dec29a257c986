"""Note markers in the text and the notes that belong to them: superscripts lost to plain text, or set in brackets.

What is sure by its shape ("trade2", "ice.[3]", "¹") is always a marker. What may as well be a number ("17" and note 26
in "December 1726") is one only where a note of that number stands at the end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tei.model import Attributes, Footnote, Mark, Owner
from tei.recognise.brackets import is_note_marker
from tei.recognise.markers_in_dates import GLUED_AFTER, marker_in_date
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.spaced_notes import marked_apart
from tei.regexes import regex

_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SUPERSCRIPTS: Final = str.maketrans(
    {sign: str(n) for n, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
    | {sign: str(n) for n, sign in enumerate(_CIRCLED, 1)}
    | {sign: str(n) for n, sign in enumerate("０１２３４５６７８９")}
)
"""Figures that are raised, in a circle, or as wide as a Chinese sign."""
_FIGURE_BEGINS: Final = regex(rf"[\d\[(（/*†‡⁰¹²³⁴⁵⁶⁷⁸⁹〔［【{{{_CIRCLED}]")
_FIGURES: Final = regex(
    r"(?P<bracket>\[(?:\d{1,3}|\*{1,3}|†|‡)\])|(?P<letters>\[(?:[a-z]|[ivxl]{2,6})\])|(?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<slash>/\d{1,3}/(?![\dIVX]))|"
    rf"(?P<wide>[〔［【]\d{{1,3}}[〕］】]|\{{\d{{1,3}}\}})|(?P<circled>[{_CIRCLED}])|"
    r"(?P<round>[（(]\d{1,3}[）)])|(?P<figures>\d+)|"
    r"(?P<star>\*{1,3}|†|‡)(?![\w*])"
)
_GLUED_BEFORE: Final = regex(r"(?:^|[\W\d_])(?P<word>[^\W\d_]{2,})$")
_STOP_BEFORE: Final = regex(
    r"[^\W\d_]{2}[.!?](?:[”“»\"’')]|\s»)?$|[^\W\d_]{2}(?:[”“»\"’')]|\s»)[.,;:]?$|[^\W\d_]{2}\]\.$"
)
_SOFT_STOP_BEFORE: Final = regex(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}[.,;]$|"
    r"[^\W\d_]{2}[,;:]$|\d\s?[ap]\.\s?m\.$|(?:1[89]|20)\d\d[.,;:)]$|\d\)\.?$|\d{3}[.;]$"
)
_STOP_AFTER: Final = regex(r"[\])”\"’']?(?:\s+[A-ZÀ-ÞА-ЯЁ“„«\"(\[<]|\s*$|\x1f)", re.MULTILINE)
"""A block ends where its neighbour is blotted out: the next may begin with a figure, “… in lead.3” / “30 January”."""
_MONTH: Final = regex(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|января|февраля|марта|"
    r"апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)",
    re.IGNORECASE,
)
_DAY_BEFORE_MONTH: Final = regex(r"\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]+$")
_ABBREVIATION: Final = regex(
    r"(?:^|\W)(?:no|nos|nr|vol|vols|op|ch|chap|art|para|pp?|fig|sec|cap|doc|docs|st|ed|eds|col|gen|tel|ref|enc|annex|"
    r"item|"
    r"box|cf|ca|bk|pt|ser|encl|par|app|l|ll|f|d|u\.s|u\.k|оп|ст|гл|стр|рис|см|тов|ул|экз|вх|исх|т|д|л|ф)"
    r"[.,;:!?”\"’')]{1,2}$|"
    r"\d\s?[./-]\s?[IVXХІ]{1,4}\s?[./-]$",
    re.IGNORECASE,
)
"""What stands before a figure that is no marker: "vol.", and day and month of a date, "8.XI."."""
_NUMBERED: Final = regex(r"(?:\b[Nn][ro°os]{1,2}\.?\s?|№\s?|\b[12]\d)\d{1,5}$")
_UNITS: Final = frozenset(
    ("km", "cm", "mm", "dm", "sq", "kg", "hp", "mph", "kmh", "mio", "tons", "км", "см", "мм", "кв", "куб")
)
_CODES: Final = frozenset(
    ("no", "nos", "nr", "vol", "art", "para", "sec", "fig", "doc", "app", "page", "pag", "tel", "msg", "deptel",
     "embtel", "urtel", "reurtel", "redeptel", "contel", "mytel", "reftel", "circtel", "depcirtel", "ourtel", "legtel",
     "mig", "yak",
     "il", "tu", "la", "kv", "su", "mi", "an", "co", "form", "zone", "area", "hut", "room", "channel", "radio")
)  # fmt: skip
_MAX_CODE: Final = 5
"""Capitals of so few letters before figures are a code (NATO2, USSR3 can be either, T34 is a tank)."""

MIN_WORDS: Final = 7
MIN_TEXT: Final = 25
"""So many words of a single paragraph are a text that notes can be of."""
_NOTE: Final = regex(
    r"(?:\[(?P<bracket>\d{1,3}|\*{1,3}|(?-i:[a-z]|[ivxl]{2,6}))\]|[(（](?P<paren>\d{1,3})[)）]|/(?P<slash>\d{1,3})/|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|"
    rf"[〔［【{{](?P<wide>\d{{1,3}})[〕］】}}]|(?P<circled>[{_CIRCLED}])|"
    r"(?P<star>\*{1,3}|†|‡)|(?:(?:foot)?note\s+)?(?P<plain>\d{1,3})(?:\s?[.):/*–—-])?)[^\S\n]*(?=[^\W\d]|"
    r"[“\"‘'«(\[《「]|(?<=\]\s)\d)",
    re.IGNORECASE,
)


def _is_text(paragraph: Paragraph) -> bool:
    """Say whether a paragraph over a heading of notes is text: "Footnote" on a form has only its lines there."""
    return paragraph.text.rstrip("”\"’'")[-1:] in (".", "!", "?", "…", "。") or len(paragraph.text.split()) > MIN_WORDS


def find_footnotes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes that stand together at the end of a telegram: numbered, and with their markers in the text.

    There is one Footnote for each paragraph from the first note on. The heading "Notes" and the further paragraphs of a
    note have no number of their own: a heading stands for itself, a further paragraph is within the note before it and
    leaves an empty span. A run of numbered paragraphs without markers is no run of notes: points are numbered too.
    """
    heading = next((i for i, p in enumerate(paragraphs) if i and is_notes_heading(p.text)), 0)
    if heading and any(map(_is_text, paragraphs[:heading])) and (notes := _after_heading(text, paragraphs, heading)):
        return notes
    run: list[Footnote] = []
    broken: Paragraph | None = None
    for paragraph in reversed(paragraphs):
        note = _note(paragraph)
        if note is None and broken is None and paragraph.text[:1].islower():
            broken = paragraph
            continue
        if note is None or (broken is not None and paragraph.text[-1:] in _STOPS):
            break
        if broken is not None:
            run.insert(0, Footnote("", broken.end, broken.end, broken.end))
            note, broken = replace(note, end=broken.end), None
        run.insert(0, note)
    while run:
        before = paragraphs[: len(paragraphs) - len(run)]
        numbers = [note.n for note in run if note.n]
        if (
            run[0].n
            and len(set(numbers)) == len(numbers)
            and (len(before) > 1 or len(" ".join(p.text for p in before).split()) > MIN_TEXT)
        ):
            known = _markers(text, before, run)
            apart = [note if note.n in known else marked_apart(text, before, note) for note in run]
            if _are_called(text, apart, known):
                return tuple(tied_where_round(text, before, apart))
        run.pop(0)
    return ()


def _are_called(text: str, notes: Sequence[Footnote], known: Collection[str]) -> bool:
    """Say whether notes have their markers; one between others that have, "1 A name.", may have lost its own."""
    called = [note for note in notes if note.marks or not note.n or note.n in known]
    counted = [note.n for note in notes] == [str(n) for n in range(1, len(notes) + 1)]
    stopped = any(text[note.lead : note.start].rstrip()[-1:] in ".)/*" for note in notes)
    return len(called) == len(notes) or (counted and not stopped and 2 * len(called) >= len(notes))


_STOPS: Final = tuple(".!?)]")
_ROUND: Final = ("(", "（")


def tied_where_round(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> Iterator[Footnote]:
    """Yield the notes, those in parentheses with the places of their markers: elsewhere "(1)" counts points."""
    if not any(text.startswith(_ROUND, note.lead) for note in notes):
        yield from notes
        return
    marks = [mark for row in paragraphs for mark in find_markers(text, row.start, row.end, notes)]
    for note in notes:
        places = tuple((_with_space(text, mark), mark.end) for mark in marks if dict(mark.attributes)["n"] == note.n)
        yield replace(note, marks=places) if text.startswith(_ROUND, note.lead) else note


def _with_space(text: str, mark: Mark) -> int:
    """Return where a marker begins with the space before it, if a stop follows, "to Morozkin (2)."."""
    return mark.start - (text[mark.start - 1] == " " and text[mark.end : mark.end + 1] in tuple(".,;:"))


def _note(paragraph: Paragraph) -> Footnote | None:
    match = _NOTE.match(paragraph.text)
    if match is None or not match.lastgroup:
        return None
    n = match[match.lastgroup].translate(SUPERSCRIPTS)
    return Footnote(n, paragraph.start, paragraph.start + match.end(), paragraph.end)


def _after_heading(text: str, paragraphs: Sequence[Paragraph], heading: int) -> tuple[Footnote, ...]:
    """Read what follows the heading "Notes": a paragraph that is no note with a marker goes on with the one before.

    Where some have a marker and all are counted on from 1, those whose marker the page lost are notes as well.
    """
    listed = [_note(paragraph) for paragraph in paragraphs[heading + 1 :]]
    known = _markers(text, paragraphs[:heading], [note for note in listed if note])
    if known and [note and note.n for note in listed] == [str(n) for n in range(1, len(listed) + 1)]:
        known.update(note.n for note in listed if note)
    head = paragraphs[heading]
    notes = [Footnote("", head.start, head.start, head.end)]
    given: set[str] = set()
    for paragraph, note in zip(paragraphs[heading + 1 :], listed, strict=True):
        if note and note.n in known - given:
            given.add(note.n)
            notes.append(note)
            continue
        last = max((i for i, earlier in enumerate(notes) if earlier.n), default=None)
        if last is None:
            return ()
        notes[last] = Footnote(notes[last].n, notes[last].lead, notes[last].start, paragraph.end)
        notes.append(Footnote("", paragraph.end, paragraph.end, paragraph.end))
    return tuple(notes) if given else ()


def _markers(text: str, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> set[str]:
    """Return the numbers among those of the notes that have a marker in the paragraphs."""
    marks = (mark for p in paragraphs for mark in find_markers(text, p.start, p.end, notes))
    return {dict(mark.attributes)["n"] for mark in marks}


def find_markers(text: str, start: int, end: int, footnotes: Sequence[Footnote] = ()) -> Iterator[Mark]:
    """Yield a mark for each note marker of a span: a note where its text is known, else a reference to none.

    The marker's characters belong to the note, not to the text. A marker that comes again points to its note. Where the
    file itself ties markers to a note, no other place is one of them.
    """
    tied = {place: note for note in footnotes for place in note.marks if start <= place[0] and place[1] <= end}
    if tied:
        marks = [*_tied(text, tied), *_found(text, start, end, footnotes, tied)]
        yield from sorted(marks, key=lambda mark: (mark.start, mark.end))
    else:
        yield from _found(text, start, end, footnotes, ())


def _tied(text: str, tied: Mapping[tuple[int, int], Footnote]) -> Iterator[Mark]:
    """Yield the markers that the file knows; what stands outside the blocks that are read is no marker of theirs."""
    seen: set[str] = set()
    for (first, last), note in sorted(tied.items(), key=lambda pair: pair[0]):
        if text[first - (first == last)] == "\x1f":
            continue
        if note.is_comment:
            yield Mark(first, first, "note", (("type", "comment"), ("xml:id", note.key)), first, first)
        else:
            yield Mark(first, last, *_element(note.n, {note.n: note}, seen, first), owner=Owner.NOTE)
        seen.add(note.key)


def _found(
    text: str, start: int, end: int, footnotes: Sequence[Footnote], tied: Collection[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield the markers that their looks and their notes tell."""
    found = tuple(figures(text, start, end))
    if not found:
        return
    known = {note.n: note for note in footnotes if note.n and not note.marks}
    seen: set[str] = set()
    for match in found:
        if closed := _closed_marker(text, match, start, known):
            yield Mark(closed[0], closed[1], *_element(match.group(), known, seen, closed[0]), owner=Owner.NOTE)
            seen.add(known[match.group()].key)
            continue
        first = _marker_start(text, match, start, known)
        if first is None or any(begin < match.end() and first < last for begin, last in tied):
            continue
        number = plain_number(text[first : match.end()])
        if number not in known or not known[number].start <= first < known[number].end:  # none hangs on its own text
            yield Mark(first, match.end(), *_element(number, known, seen, first), owner=Owner.NOTE)
        seen.add(known[number].key if number in known else "")


def plain_number(marker: str) -> str:
    """Return the number or sign of a marker without what it stands in: 3 of "[3]", "³" and "③"."""
    return marker.strip("[]/〔〕［］【】()（）{}").translate(SUPERSCRIPTS)


def figures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what can be a marker by its characters; looking for the first of them alone is several times quicker."""
    begin = _FIGURE_BEGINS.search(text, start, end)
    while begin:
        match = _FIGURES.match(text, begin.start(), end)
        if match:
            yield match
        begin = _FIGURE_BEGINS.search(text, (match or begin).end(), end)


def _element(
    number: str, known: Mapping[str, Footnote], seen: Collection[str], at: int
) -> tuple[str, Attributes, int, int]:
    note = known.get(number)
    if note is None:
        return "ref", (("type", "note"), ("n", number)), -1, -1
    if note.key in seen:
        return "ref", (("type", "note"), ("n", number), ("target", f"#{note.key}")), -1, -1
    return "note", (("type", "footnote"), ("n", number), ("place", "foot"), ("xml:id", note.key)), at, at


def _closed_marker(text: str, match: re.Match[str], start: int, known: Collection[str]) -> tuple[int, int] | None:
    """Return the span of a marker as Russian books set it, «при погрузке 1), …»: a parenthesis that nothing opened."""
    if match.group() not in known or text[match.end() : match.end() + 1] != ")" or match.start() == start:
        return None
    before = text[start : match.start()]
    if before.count("(") > before.count(")") or not (before[-1].isspace() or before[-1].isalpha()):
        return None
    return (match.start(), match.end() + 1) if len(before.split()) > 1 else None


def _is_round(text: str, note: Footnote, before: str, end: int) -> bool:
    """Say whether a number in parentheses is a marker: after a Chinese sign, or where its note has parentheses too."""
    if before[-1] in "。！？，；”」』" or "\u3400" <= before[-1] <= "\u9fff":
        return True
    led = 0 < note.lead < len(text) and text[note.lead] in "(（"
    return led and before[-1] not in "(:" and not text[end : end + 1].isalnum()


def _marker_start(text: str, match: re.Match[str], start: int, known: Mapping[str, Footnote]) -> int | None:
    """Return where the marker begins in a run of figures, None where there is no marker."""
    before = text[max(start, match.start() - 32) : match.start()]
    at = match.start()
    if match.lastgroup == "superscript":
        named = match.group().translate(SUPERSCRIPTS) in known and _NUMBERED.search(before)
        return None if (before[-1:].isdigit() and not named) or not before.strip() or _is_unit(before) else at
    if match.lastgroup == "bracket":
        corrects = before[-1:] == " " and before[-2:-1].isdigit() and len(match.group()) > len("[99]")  # “999 [969]”
        return at if is_note_marker(text, at, match.end()) and before.strip() and not corrects else None
    if match.lastgroup == "round":
        note = known.get(match.group()[1:-1])
        return at if note and before.strip() and _is_round(text, note, before, match.end()) else None
    if match.lastgroup == "letters" and _is_counted(text, match, before):
        return at
    if match.lastgroup in ("wide", "circled", "letters"):
        sure = match.lastgroup == "wide" or known.keys() & {match.group().translate(SUPERSCRIPTS), match.group()[1:-1]}
        return at if sure and before.strip() else None
    if match.lastgroup == "slash":
        return at if before.strip() and before[-1:] not in " \t" and not before[-1:].isdigit() else None
    if match.lastgroup == "star":
        return at if match.group() in known and before and _hangs_on(before) else None
    if match.group().startswith("0"):
        return None
    if before[-1:].isspace() or not before:
        return marker_in_date(text, match, before, known)
    return at if len(match.group()) <= 3 and _is_marker(text, match, before, match.group() in known) else None


def _is_counted(text: str, match: re.Match[str], before: str) -> bool:
    """Say whether small Roman numerals in brackets count notes, from "[i]" on: glued to the word that each is of."""
    return (
        "[i]" in text
        and "[ii]" in text
        and text.find("[i]") < text.find("[ii]")
        and _COUNTED.fullmatch(match.group()) is not None
        and before[-1:] != ""
        and not before[-1].isspace()
    )


_COUNTED: Final = regex(r"\[(?:x{0,3}(?:ix|iv|v?i{0,3}))\]")


def _hangs_on(before: str) -> bool:
    """Say whether a star stands behind a word, glued to it or a space from it, as Soviet volumes print it."""
    return not before[-1].isspace() or before[-2:-1].isalpha()


def _is_marker(text: str, match: re.Match[str], before: str, known: bool) -> bool:
    """Say whether figures are a marker: glued to a word or set after its stop."""
    glued = _GLUED_BEFORE.search(before)
    if glued:
        in_code = not known and before[: glued.start("word")][-1:].isdigit()  # "09TARN771"
        if in_code or GLUED_AFTER.match(text, match.end()) is None:
            return False
        return _takes_marker(glued["word"], before, known)
    quoted = before[-1:] in "”»" and (before[-2:-1].isalpha() or before[-2:-1] == "\x1f")
    if quoted or (known and before[-1:] in '”»’"' and before[-2:-1] in ".!?…\x1f"):
        return len(match.group()) <= 2 + known and GLUED_AFTER.match(text, match.end()) is not None
    if known and _after_bracket(text, match, before):
        return True
    if len(match.group()) > 2 + known or _ABBREVIATION.search(before) or _STOP_AFTER.match(text, match.end()) is None:
        return (
            known and _SOFT_STOP_BEFORE.search(before) is not None and GLUED_AFTER.match(text, match.end()) is not None
        )
    return _STOP_BEFORE.search(before) is not None or (known and _SOFT_STOP_BEFORE.search(before) is not None)


def _after_bracket(text: str, match: re.Match[str], before: str) -> bool:
    """Say whether figures stand glued to a closing bracket or two stops, "[…]10", "CPSU(B)12,", "3 p. m.,67 and"."""
    return (before[-1:] in "])" or before[-2:] in (".,", ".;", "),", ");")) and GLUED_AFTER.match(
        text, match.end()
    ) is not None


def _takes_marker(word: str, before: str, known: bool) -> bool:
    """Say whether figures glued to a word are a marker and no part of a code, a measure or a date."""
    if word.lower() in _UNITS:
        return False
    if known:
        return True
    if len(word) < 3 or word.lower() in _CODES or not (word[1:].islower() or word.isupper()):
        return word[1:].isalpha() and len(word) > _MAX_CODE and word.lower() not in _CODES
    if word.isupper():
        return len(word) >= _MAX_CODE
    return _MONTH.fullmatch(word) is None or _DAY_BEFORE_MONTH.search(before) is not None


def _is_unit(before: str) -> bool:
    word = _GLUED_BEFORE.search(f" {before}")
    return (word is not None and word["word"].lower() in _UNITS) or re.search(
        r"(?:^|[\s\d(])[mMмМ]$", before
    ) is not None


def note_of(mark: Mark) -> str:
    """Return the xml:id of the note that a marker means, empty for one that has no note here."""
    attributes = dict(mark.attributes)
    return attributes.get("xml:id") or attributes.get("target", "")[1:]
